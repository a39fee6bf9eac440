/**
 * A year of what happens to a register, by chance, with days backdated, acts undone, persons joined and rounds beside it:
 * then every number is compared with the list that it opens, with that list as a file, and with what papers count.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { openBook } from '#platform/server/documents/xlsx/read.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from './decisions.ts'
import { mustAddUp } from './parts.ts'
import {
  type CaseOf,
  type Family,
  lackingAnswers,
  openRound,
  type RoundInHand,
  settle,
  thon1,
  thon2,
} from './rounds.ts'
import { openWorld, type World } from './world.ts'
import { villages, yearIn } from './year/acts.ts'

const seed = Number(process.env.YEAR_SEED ?? 2026)
const commune: AreaId = demoAreas.tamHongToday
const today = '2026-11-20'
const days = ['2025-11-03', '2026-04-18', '2026-11-12', today]

let world: World
let year: ReturnType<typeof yearIn>
let decided: string
let open: RoundInHand
const get = (url: string) => year.get(url)

/** Twelve families; eight of them decided; a year of acts, and a round in the middle of which some of them happen. */
beforeAll(async () => {
  world = await openWorld()
  year = yearIn(world, seed)
  const { act, happen, chance, households } = year
  const families: Family[] = []
  for (let n = 0; n < 12; n += 1)
    families.push(await settle(world, villages[n % 2] as AreaId, `Lò Thị ${'ABCDEGHIKLMN'[n]}`))
  households.push(...families.map((one) => one.householdId))
  const outcomes = families
    .slice(0, 8)
    .map((_, at) => (['poor', 'near_poor', 'not_poor', 'poor'] as const)[at % 4] ?? 'poor')
  const { round } = await deciding(world, families.slice(0, 8), { outcomes })
  decided = (await round.printed()).decisionId
  await inForce(world, decided)
  await happen(70)
  open = await openRound(world, 'ad_hoc', [thon1, thon2])
  await act(`/api/rounds/${open.roundId}/list/draw`, { because: 'Kỳ thử' })
  for (const { householdId } of families.slice(8))
    await act(`/api/rounds/${open.roundId}/list`, { householdId, because: 'Kỳ thử' })
  await open.finish('listing')
  for (const village of [thon1, thon2]) await open.assign(village, 'mai')
  await open.finish('assigning')
  // Asked of the round again and again while things happen: its parts are its whole on every one of these days.
  const happenCounted = async () => {
    for (let times = 0; times < 3; times += 1) {
      await happen(10)
      await mustAddUp(world, open.roundId, ['hung'])
    }
  }
  await happenCounted()
  const { cases } = await get(`/api/rounds/${open.roundId}/cases`)
  for (const one of cases as (CaseOf & { state: string })[]) {
    if (one.state !== 'assigned' || chance.often(0.3)) continue
    const form = await world.as('hung').get(`/api/households/${one.householdId}/cases/${one.caseId}/form`)
    const facts = lackingAnswers(families[0] as Family, 1_000_000)
    const members = form.json().facts.members ?? []
    const filled = (facts.members ?? []).slice(0, 1).flatMap((like) => members.map((m: object) => ({ ...like, ...m })))
    const sent = {
      surveyId: newId(),
      formHash: form.json().form.hash,
      surveyedOn: today,
      facts: { ...facts, members: filled },
    }
    const url = `/api/households/${one.householdId}/cases/${one.caseId}`
    if ((await act(`${url}/surveys`, sent)) && chance.often(0.5))
      await act(`${url}/accept`, { surveyId: sent.surveyId })
  }
  await happenCounted()
}, 60_000)
afterAll(() => world.close())

const csvRows = async (url: string): Promise<string[]> => {
  const reply = await world.as('hung').get(url)
  expect(reply.statusCode, url).toBe(200)
  return reply.rawPayload.toString('utf8').trimEnd().split('\r\n').slice(1)
}
const classes = { poor: 'poor', nearPoor: 'near_poor', average: 'average', notPoor: 'not_poor' } as const

it('a good part of what was tried was done, and undone', () => {
  expect(year.done.written).toBeGreaterThan(50)
  expect(year.done.undone).toBeGreaterThan(5)
  expect(year.done.refused).toBeGreaterThan(5)
})

describe.each(days)('on %s', (day) => {
  it('every figure of the commune and its villages is the length of its list, of its file, and the sum of its parts', async () => {
    const { whole, parts } = await get(`/api/areas/${commune}/class-figures?day=${day}&units=${today}`)
    for (const row of [
      whole,
      ...parts.filter((part: { areaId: AreaId }) => villages.includes(part.areaId as typeof thon1)),
    ]) {
      const url = `areaId=${row.areaId}&day=${day}`
      const list = await get(`/api/households?${url}`)
      const at = `seed ${seed}: ${row.name} on ${day}`
      expect([list.total, list.rows.length, list.counts.households], at).toEqual([
        row.register,
        row.register,
        row.register,
      ])
      const persons = list.rows.reduce((sum: number, one: { members: number }) => sum + one.members, 0)
      expect(list.counts.persons, at).toBe(persons)
      expect(list.counts.kinh + list.counts.dtts, at).toBe(row.register)
      expect(await csvRows(`/api/households/file?as=csv&${url}`), at).toHaveLength(row.register)
      let held = 0
      for (const [figure, name] of Object.entries(classes)) {
        const of = await get(`/api/households?${url}&class=${name}`)
        expect([figure, of.total, of.rows.length], at).toEqual([figure, row[figure], row[figure]])
        expect(list.rows.filter((one: { class: string }) => one.class === name).length, at).toBe(row[figure])
        held += row[figure]
      }
      expect((await get(`/api/households?${url}&class=none`)).total, at).toBe(row.register - held)
    }
    for (const figure of ['register', ...Object.keys(classes)])
      expect([
        figure,
        parts.reduce((sum: number, part: Record<string, number>) => sum + (part[figure] ?? 0), 0),
      ]).toEqual([figure, whole[figure]])
  })

  it('every household of the list has the members that its line counts, one of them its head', async () => {
    const { rows } = await get(`/api/households?areaId=${commune}&day=${day}`)
    for (const row of rows) {
      const { members, class: held } = await get(`/api/households/${row.householdId}?day=${day}`)
      const at = `seed ${seed}: ${row.headName} (${row.householdId}) on ${day}`
      expect([members.length, held?.class ?? null], at).toEqual([row.members, row.class])
      expect(new Set(members.map((one: { personId: string }) => one.personId)).size, at).toBe(members.length)
    }
    if (day === today)
      for (const row of rows)
        expect((await year.show(row.householdId)).members.filter((m) => m.relation === 'head')).toHaveLength(1)
  })
})

it('a round in the middle of it is the sum of its parts to everybody, and says in words what it waits for', async () => {
  await mustAddUp(world, open.roundId, ['hung', 'bich', 'lan', 'mai'])
  for (const { said, count } of (await open.show()).blocked)
    expect([count > 0, said.vi]).toEqual([true, expect.stringMatching(/^[^{}_]+$/)])
})

it('the decision of before counts as it did, in its list, its file and the lists that are printed of it', async () => {
  const url = `/api/decisions/${decided}`
  const { counts, movements, total, entries } = await get(url)
  const sum = (of: readonly { households?: number; count?: number }[]) =>
    of.reduce((all, one) => all + (one.households ?? one.count ?? 0), 0)
  expect([sum(counts), sum(movements), entries.length]).toEqual([total, total, 8])
  expect(await csvRows(`${url}/entries/file?as=csv`)).toHaveLength(total)
  for (const { class: name, households: n, persons } of counts) {
    const of = entries.filter((one: { class: string }) => one.class === name)
    expect([name, of.length, of.reduce((all: number, one: { members: number }) => all + one.members, 0)]).toEqual([
      name,
      n,
      persons,
    ])
    expect((await get(`${url}?class=${name}`)).total).toBe(n)
    if (name !== 'poor' && name !== 'near_poor') continue
    const reply = await world.as('hung').get(`${url}/danh-sach.xlsx?final=true&class=${name}`)
    expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200)
    const rows = (await (await openBook(reply.rawPayload)).rows(0)).map(({ cells }) =>
      cells.map((cell) => String(cell ?? '')),
    )
    const at = rows.findIndex((cells) => cells.includes('Tổng cộng'))
    expect([name, rows[at]?.slice(0, 2)]).toEqual([name, [String(n), String(persons)]])
  }
})
