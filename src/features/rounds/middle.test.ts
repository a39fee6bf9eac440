/**
 * Whatever happens to the register in the middle of a round, at whichever step: the round counts what its list shows or says
 * it does not, what keeps it waiting is said in words, and what may not be is refused naming why. Each is undone where it can be.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { clockAt } from '#platform/server/clock.ts'
import { newId } from '#platform/server/ids.ts'
import { dayChanged } from '#test/jobs/dayChanged.ts'
import {
  type CaseOf,
  type Family,
  lackingAnswers,
  makeEnumerator,
  openRound,
  type RoundInHand,
  settle,
  tamHong,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Member = { memberId: string; relation: string }
type Standing = { readonly round: RoundInHand; readonly family: Family; readonly members: readonly Member[] }
type Event = (of: Standing) => { readonly url: string; readonly body: object }

const on = '2026-11-19'
const of = ({ members }: Standing, relation: string) => members.find((one) => one.relation === relation)?.memberId ?? ''
const sister = { name: 'Lò Thị Chị', sex: 'female', birth: { year: 1980 }, ethnicity: '01' }
const joins = (reason: string, relation: string, more: object = {}) => ({
  url: 'members',
  body: { memberId: newId(), on, reason, relation, person: { ...sister, ...more } },
})

const events: Readonly<Record<string, Event>> = {
  'a death': (at) => ({ url: `members/${of(at, 'spouse')}/leave`, body: { on, reason: 'died' } }),
  'the death of the head': (at) => ({
    url: `members/${of(at, 'head')}/leave`,
    body: { on, reason: 'died', newHeadId: of(at, 'spouse') },
  }),
  'a birth': () => joins('born', 'child', { birth: { year: 2026, month: 11, day: 19 } }),
  'a coming': () => joins('moved_in', 'sibling'),
  'a going': (at) => ({ url: `members/${of(at, 'child')}/leave`, body: { on, reason: 'moved_out' } }),
  'a change of head': (at) => ({ url: 'head', body: { on, newHeadId: of(at, 'spouse') } }),
  'a name put right': (at) => ({ url: `members/${of(at, 'child')}/change`, body: { name: 'Lê Văn Bè' } }),
  'a move within the round': () => ({ url: 'residence', body: { on, villageId: thon4, address: '', number: '' } }),
  'a move out of the round': () => ({ url: 'residence', body: { on, villageId: thon2, address: '', number: '' } }),
  'a split': (at) => ({
    url: 'split',
    body: {
      ...{ newHouseholdId: newId(), on, villageId: thon1, address: '', number: '' },
      members: [{ memberId: of(at, 'spouse'), relation: 'head' }],
    },
  }),
  'an end': () => ({ url: 'end', body: { on, reason: 'moved_away' } }),
}

/** A round over Thôn 1 and Thôn 4 whose every case stands at this step. */
const steps: Readonly<
  Record<string, (round: RoundInHand, all: readonly { one: CaseOf; family: Family }[]) => Promise<void>>
> = {
  listing: async () => undefined,
  surveying: async (round) => void (await given(round)),
  checking: async (round, all) => {
    await given(round)
    for (const { one, family } of all) await round.send(one, lackingAnswers(family, 1_000_000))
    await round.finish('surveying')
  },
  'the meeting': async (round, all) => {
    await given(round)
    await accepted(round, all)
  },
  'a drafted decision': async (round, all) => {
    await given(round)
    await accepted(round, all)
    await round.pastPaperSteps()
    expect((await round.draft()).statusCode).toBe(200)
  },
  'a printed decision': async (round, all) => {
    await given(round)
    await accepted(round, all)
    await round.pastPaperSteps()
    await round.printed()
  },
}
async function given(round: RoundInHand) {
  await round.finish('listing')
  await round.assign(thon1, 'mai')
  await round.assign(thon4, 'thang')
  await round.finish('assigning')
}
async function accepted(round: RoundInHand, all: readonly { one: CaseOf; family: Family }[]) {
  for (const { one, family } of all)
    await round.accept(one, (await round.send(one, lackingAnswers(family, 1_000_000))).surveyId)
  for (const step of ['surveying', 'checking']) await round.finish(step)
}

const words = /^[^{}_]+$/
const get = async (url: string, person: 'hung' | 'mai' | 'thang' = 'hung') => {
  const reply = await world.as(person).get(url)
  expect(reply.statusCode, `${url}: ${reply.body.slice(0, 300)}`).toBe(200)
  return reply.json()
}

/** What must hold of a round whatever has happened. */
async function holds(round: RoundInHand, when: string): Promise<void> {
  const { round: told, villages, blocked } = await round.show()
  const url = `/api/rounds/${round.roundId}/cases`
  const listed = await get(url)
  const unseen = listed.unseen as number
  expect([listed.total + unseen, listed.cases.length + unseen], when).toEqual([told.counts.total, told.counts.total])
  for (const state of ['listed', 'assigned', 'submitted', 'returned', 'accepted', 'ended'] as const) {
    const of = listed.cases.filter((row: { state: string }) => row.state === state)
    const more = unseen > 0 ? (await get(`${url}?state=${state}`)).unseen : 0
    expect([state, of.length + more], when).toEqual([state, told.counts[state]])
  }
  const sum = villages.reduce((all: number, one: { counts: { total: number } }) => all + one.counts.total, 0)
  expect(sum, when).toBe(told.counts.total)
  const standing = await round.standing()
  for (const block of [...blocked, ...standing.blocked]) {
    expect([block.said.vi, block.said.en], when).toEqual([expect.stringMatching(words), expect.stringMatching(words)])
    const ofCases = !block.code.startsWith('villages_')
    expect(block.households.length, when).toBe(ofCases ? Math.min(block.count - block.unseen, 20) : 0)
  }
  if (standing.decision) {
    const { draft } = await get(`/api/decisions/${standing.decision.decisionId}`)
    for (const { said } of draft?.changed ?? []) expect(said.vi, when).toMatch(words)
  }
  for (const person of ['mai', 'thang'] as const) {
    const { cases } = await get('/api/my-surveys', person)
    const mine = cases.filter((row: { roundId: string }) => row.roundId === round.roundId)
    for (const row of mine) expect(row.state, when).not.toBe('listed')
  }
}

describe.each(Object.keys(steps))('at %s', (step) => {
  it('each event is taken or refused in words, the round holds, and so it does once it is undone', async () => {
    const round = await openRound(world, 'ad_hoc', [thon1, thon4])
    const families: Family[] = []
    for (const name of Object.keys(events))
      families.push(await settle(world, thon1, `Lò Thị ${'ĐCSĐNTHMRPK'[Object.keys(events).indexOf(name)]}`))
    const cases = await round.list(families)
    await steps[step]?.(
      round,
      cases.map((one, at) => ({ one, family: families[at] as Family })),
    )
    const before = JSON.stringify((await round.show()).round.counts)
    let taken = 0
    for (const [at, [name, event]] of Object.entries(events).entries()) {
      const family = families[at] as Family
      const path = `/api/households/${family.householdId}`
      const { members } = await get(path)
      const { url, body } = event({ round, family, members })
      const reply = await world.as('hung').post(`${path}/${url}`, body)
      const when = `${name} at ${step}: ${reply.body.slice(0, 200)}`
      expect(reply.statusCode, when).toBeLessThan(500)
      if (reply.statusCode !== 200) {
        expect(reply.json().title.vi, when).toMatch(words)
        continue
      }
      taken += 1
      await holds(round, when)
      const { timeline } = await get(path)
      const acts = timeline.flatMap(({ actId }: { actId: string | null }) => actId ?? []).toSorted()
      const undone = await world.as('hung').post(`${path}/events/${acts.at(-1)}/undo`, { because: 'Ghi nhầm' })
      expect(undone.statusCode, `undoing ${name} at ${step}: ${undone.body.slice(0, 200)}`).toBeLessThan(500)
      if (undone.statusCode !== 200) expect(undone.json().title.vi).toMatch(words)
      await holds(round, `undone: ${when}`)
    }
    expect(taken).toBeGreaterThan(8)
    // What was undone has left nothing behind, but where a decision that stands keeps who left it.
    if (!step.includes('decision')) expect(JSON.stringify((await round.show()).round.counts)).toBe(before)
  })
})

describe('what happens to villages, grants and rights in the middle of a round', () => {
  const quantri = async (url: string, body: object = {}) => {
    const reply = await world.as('quantri').post(url, body)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const event = (change: object, day = on) =>
    quantri('/api/area-events', { change, day, legalBasis: 'Nghị quyết 9/NQ-HĐND', mark: 'text' })
  const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId: demoAreas.tamHongToday })

  it('a grant that ends leaves its households to be given on, a village is renamed, split and merged: the round holds', async () => {
    const [thon9, thon10] = [tamHong[8], tamHong[9]] as [AreaId, AreaId]
    for (const village of [thon9, thon10]) await makeEnumerator(world, 'dao', village)
    const round = await openRound(world, 'ad_hoc', [thon9, thon10])
    const families: Family[] = []
    for (const village of [thon9, thon10, thon9])
      families.push(await settle(world, village, `Bàn Thị ${'MNP'[families.length]}`))
    const cases = await round.list(families)
    await round.finish('listing')
    for (const village of [thon9, thon10]) await round.assign(village, 'dao')
    await round.finish('assigning')
    await round.send(cases[0] as CaseOf, lackingAnswers(families[0] as Family, 1_000_000), 'dao')
    const { rows } = await world.owner.query(
      `select id from access_grant where account_id = $1 and area_id = $2 and role = 'enumerator'`,
      [world.idOf('dao'), thon9],
    )
    await quantri(`/api/grants/${rows[0].id}/end`)
    await holds(round, 'a grant has ended')
    const proposed = await get(`/api/rounds/${round.roundId}/assign/villages`)
    const without = proposed.villages.find((row: { villageId: string }) => row.villageId === thon9)
    expect(without.enumeratorId).toBe(world.idOf('dao'))
    expect([without.because, without.fitting]).not.toEqual(['kept', expect.arrayContaining([world.idOf('dao')])])
    expect(without.proposed).not.toBe(world.idOf('dao'))
    await event({ kind: 'rename', areaId: thon10, name: 'Thôn Mười Mới' })
    await holds(round, 'a village was renamed')
    const parts = [unit('Thôn 9A'), unit('Thôn 9B')].map((one) => ({ unit: one, share: null, children: [] }))
    await event({ kind: 'split', areaId: thon9, parts })
    await holds(round, 'a village was split')
    const { rows: born } = await world.owner.query(`select area_id from area_version where name = 'Thôn 9B'`)
    const moved = { on, villageId: born[0].area_id, address: '', number: '' }
    await round.must('hung', `/api/households/${cases[2]?.householdId}/residence`, moved)
    await holds(round, 'a household is entered into a part of it')
    const told = await get(`/api/rounds/${round.roundId}/cases?villageId=${born[0].area_id}`)
    expect(told.cases.map((row: { householdId: string }) => row.householdId)).toEqual([cases[2]?.householdId])
    await event({ kind: 'merge', areaIds: [thon10, born[0].area_id], into: unit('Thôn Gộp') }, '2026-11-20')
    await holds(round, 'two villages of it were merged')
    // Whoever was appointed for the old villages alone is appointed anew.
    expect((await round.show()).blocked).toMatchObject([{ code: 'not_assigned' }])
  })

  it('an event of tomorrow changes nothing before its day, and holds from that midnight', async () => {
    const village = tamHong[10] as AreaId
    const round = await openRound(world, 'ad_hoc', [village])
    await round.list([await settle(world, village, 'Bàn Thị Mai')])
    await event({ kind: 'move', areaId: village, parentId: demoAreas.kyThuongToday }, '2026-11-21')
    await holds(round, 'a village will leave tomorrow')
    expect((await round.show()).can).not.toContain('hand_over')
    const next = { ...world.host, services: { ...world.host.services, clock: clockAt(plainDate('2026-11-21')) } }
    await dayChanged.run(next, {
      ...{ id: newId(), data: { input: {}, by: null }, nation: nationId, signal: new AbortController().signal },
    })
    await holds(round, 'the village has left')
    expect((await round.show()).can).toContain('hand_over')
  })
})
