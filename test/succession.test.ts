/**
 * Villages that are merged, split, abolished, moved, renamed or established, today, on a day that has passed or tomorrow: every
 * figure is as long as its list, of every day and on every map, and rounds go on with the households.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { loadStandards } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { clockAt } from '#platform/server/clock.ts'
import { newId } from '#platform/server/ids.ts'
import { enforce } from './decisions.ts'
import { recount } from './homes.ts'
import { dayChanged } from './jobs/dayChanged.ts'
import { type CaseOf, type Family, lackingAnswers, makeEnumerator, RoundInHand } from './rounds.ts'
import { openWorld, type World } from './world.ts'

const commune = demoAreas.tamHongToday
const days = ['2026-11-09', '2026-11-10', '2026-11-20'] as const
const today = '2026-11-20'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const event = (change: object, day: string) =>
  world.as('quantri').post('/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
const recorded = async (change: object, day: string): Promise<AreaId[]> => {
  const reply = await event(change, day)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().began
}
let made = 0
const unit = () => ({ name: `Thôn Thử ${++made}`, kind: 'thon', code: null, parentId: commune })
const village = async (): Promise<AreaId> =>
  (await recorded({ kind: 'create', unit: unit() }, '2025-09-01'))[0] as AreaId

/** A poor household of the village. */
async function poor(villageId: AreaId, name: string): Promise<Family> {
  const householdId = newId<'household'>()
  const person = (of: string, sex: string, year: number) => ({
    name: of,
    sex,
    birth: { year, month: 4, day: 12 },
    ethnicity: '01',
  })
  const members = [
    { memberId: newId(), relation: 'head', person: person(name, 'female', 1985) },
    { memberId: newId(), relation: 'spouse', person: person('Lê Văn Bền', 'male', 1983) },
    { memberId: newId(), relation: 'child', person: person('Lê Văn Bé', 'male', 2014) },
  ]
  const body = { householdId, villageId, number: '', address: '', on: '2025-10-01', reason: 'listed', members }
  const reply = await world.as('hung').post('/api/households', body)
  expect(reply.statusCode, reply.body).toBe(200)
  await world.owner.query(
    `insert into household_class (household_id, home_id, id, village_id, class, standard_id, valid_from, decision_id, verdict_id)
     values ($1, $2, $3, $2, 'poor', 'vn-2022-2025', '2025-10-01', $3, $3)`,
    [householdId, villageId, newId()],
  )
  await recount(world, today)
  const { rows } = await world.owner.query<{ person_id: string }>(
    `select person_id from member where household_id = $1 order by relation <> 'head', relation <> 'spouse'`,
    [householdId],
  )
  return { householdId, people: rows.map((row) => row.person_id) as unknown as Family['people'] }
}

type Whole = { register: number; poor: number }
const figure = async (of: AreaId, day: string, units: string): Promise<Whole | null> => {
  const reply = await world.as('lan').get(`/api/areas/${of}/class-figures?day=${day}&units=${units}`)
  const whole = reply.json().whole
  return whole ? { register: whole.register, poor: whole.poor } : null
}
const list = async (of: AreaId, day: string, more = '') =>
  (await world.as('hung').get(`/api/households?areaId=${of}&day=${day}&count=all${more}`)).json()

/** Every figure is as long as its list, on every day; and the whole is the same on every map. */
async function agree(places: readonly AreaId[], of: readonly string[] = days, maps = of): Promise<void> {
  for (const day of of) {
    const whole = await figure(commune, day, day)
    for (const units of maps) expect(await figure(commune, day, units), `${day} on the map of ${units}`).toEqual(whole)
    for (const place of [commune, ...places]) {
      const told = await figure(place, day, day)
      if (!told) continue
      const all = await list(place, day)
      expect(all.total + all.unseen, `${place} on ${day}`).toBe(told.register)
      if (place !== commune) continue
      const poorest = await list(place, day, '&class=poor')
      expect(poorest.total + poorest.unseen, `poor of ${place} on ${day}`).toBe(told.poor)
    }
  }
}

async function round(villages: readonly AreaId[], windowFrom = '2026-11-15'): Promise<RoundInHand> {
  const roundId = newId<'round'>()
  const hand = new RoundInHand(world, roundId)
  const name = `Kỳ thử ${++made}`
  const window = { windowFrom, windowUntil: '2026-12-14' }
  await hand.must('hung', '/api/rounds', {
    roundId,
    areaId: commune,
    kind: 'ad_hoc',
    name,
    ...window,
    villages,
    because: 'Thử',
  })
  return hand
}
const drawn = (hand: RoundInHand) =>
  hand.must('hung', `/api/rounds/${hand.roundId}/list/draw`, { because: 'Thử' }) as Promise<{ total: number }>

/** Two villages with two poor households each; the act on them, on its day; where all four live once it holds. */
const acts = {
  merge: (a: AreaId, b: AreaId) => ({ kind: 'merge', areaIds: [a, b], into: unit() }),
  abolish: (a: AreaId, b: AreaId) => ({ kind: 'abolish', areaId: a, successors: [{ areaId: b, share: 1 }] }),
  split: (a: AreaId) => ({
    kind: 'split',
    areaId: a,
    parts: [
      { unit: unit(), share: 0.4, children: [] },
      { unit: unit(), share: 0.6, children: [] },
    ],
  }),
  rename: (a: AreaId) => ({ kind: 'rename', areaId: a, name: unit().name }),
  create: () => ({ kind: 'create', unit: unit() }),
} as const
type Act = keyof typeof acts

async function ground() {
  const [a, b] = [await village(), await village()]
  const families = [await poor(a, 'Trần Thị Lành'), await poor(a, 'Trần Thị Hiền'), await poor(b, 'Trần Thị Ngoan')]
  return { a, b, families }
}
const homeOf = async (of: readonly Family[]): Promise<AreaId[]> => {
  const { rows } = await world.owner.query(
    'select village_id from household where household_id = any ($1) order by 1',
    [of.map((one) => one.householdId)],
  )
  return [...new Set(rows.map((row) => row.village_id as AreaId))]
}

const table = (Object.keys(acts) as Act[]).flatMap((act) => [
  { act, day: today },
  { act, day: '2026-11-10' },
])
describe('figures and lists', () => {
  it.each(table)('are the same before, on and after $day: $act', async ({ act, day }) => {
    const { a, b, families } = await ground()
    const began = await recorded(acts[act](a, b), day)
    await agree([a, b, ...began])
    const homes = await homeOf(families)
    const expected = { merge: began, abolish: [b], split: [began[1], b], rename: [a, b], create: [a, b] }[act]
    expect(homes.sort()).toEqual([...expected].sort())
    const hand = await round(homes, today)
    const found = await hand.must('hung', `/api/rounds/${hand.roundId}/list/find`, { villageId: homes[0] as AreaId })
    expect(found.households.length).toBeGreaterThan(0)
    expect(await drawn(hand)).toMatchObject({ total: 3 })
  })

  it('puts a household of a village that was split into the other part, from that day on', async () => {
    const { a, families } = await ground()
    const began = await recorded(acts.split(a), '2026-11-10')
    const [family] = families as [Family]
    const url = `/api/households/${family.householdId}`
    const moved = { on: '2026-11-10', villageId: began[0], address: '', number: '' }
    const reply = await world.as('hung').post(`${url}/residence`, moved)
    expect(reply.statusCode, reply.body).toBe(200)
    await agree([a, ...began])
    expect(await list(began[0] as AreaId, '2026-11-10')).toMatchObject({ total: 1 })
    expect(await list(began[1] as AreaId, '2026-11-10')).toMatchObject({ total: 1 })
    const part = async (day: string, units: string) => {
      const { parts } = (
        await world.as('lan').get(`/api/areas/${commune}/class-figures?day=${day}&units=${units}`)
      ).json()
      return began.map((id) => parts.find((one: { areaId: AreaId }) => one.areaId === id)?.register)
    }
    expect(await part('2026-11-09', '2026-11-10')).toEqual([1, 1])
  })

  it('tells each household why, and does not undo it for one of them', async () => {
    const { a, b, families } = await ground()
    await recorded(acts.merge(a, b), today)
    const [family] = families as [Family]
    const url = `/api/households/${family.householdId}`
    const { timeline } = (await world.as('hung').get(url)).json()
    const [own] = timeline.filter((one: { kind: string }) => one.kind === 'address_changed')
    expect(own).toMatchObject({ on: today, facts: { succeeds: a } })
    const undone = await world.as('hung').post(`${url}/events/${own.id}/undo`, { because: 'Thử' })
    expect(undone.json()).toMatchObject({ code: 'household.undo_of_unit' })
  })
})

describe('an open round', () => {
  const stages = ['listing', 'surveying', 'deciding', 'printed'] as const
  it.each((['merge', 'abolish', 'split'] as const).flatMap((act) => stages.map((stage) => ({ act, stage }))))(
    'at $stage goes on: $act',
    async ({ act, stage }) => {
      const { a, b, families } = await ground()
      await makeEnumerator(world, 'huyen', a)
      await world.owner.query(
        `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'enumerator', $3, '2026-01-01') on conflict do nothing`,
        [newId(), world.idOf('thang'), commune],
      )
      const hand = await round([a, b])
      await drawn(hand)
      const { rows } = await world.owner.query<CaseOf>(
        'select household_id as "householdId", id as "caseId" from review_case where round_id = $1',
        [hand.roundId],
      )
      const of = families.map(({ householdId }) => rows.find((one) => one.householdId === householdId) as CaseOf)
      if (stage !== 'listing') {
        await hand.finish('listing')
        for (const villageId of [a, b]) await hand.assign(villageId, 'thang')
        await hand.finish('assigning')
      }
      if (stage === 'deciding' || stage === 'printed')
        for (const [at, one] of of.entries()) {
          const sent = await hand.send(one, lackingAnswers(families[at] as Family, 1_000_000), 'thang')
          await hand.accept(one, sent.surveyId)
        }
      const decided = stage === 'deciding' || stage === 'printed'
      if (decided) await toDeciding(hand)
      const printed = stage === 'printed' ? (await hand.printed()).decisionId : null
      const began = await recorded(acts[act](a, b), today)
      const homes = await homeOf(families)
      const shown = await hand.show()
      const now = shown.villages as { villageId: AreaId; counts: { total: number } }[]
      expect(now.map((one) => one.villageId)).not.toContain(a)
      for (const home of homes) expect(now.map((one) => one.villageId)).toContain(home)
      expect(now.reduce((sum, one) => sum + one.counts.total, 0)).toBe(3)
      const mine = (await world.as('thang').get('/api/my-surveys')).json().cases as {
        roundId: string
        villageName: string
      }[]
      if (stage === 'surveying') expect(mine.filter((one) => one.roundId === hand.roundId)).toHaveLength(3)
      if (decided) {
        const decisionId = printed ?? (await hand.printed()).decisionId
        const { rows: named } = await world.owner.query<{ id: AreaId }>(
          `select distinct v.area_id as id from decision_entry e join area_version v on v.name = e.content ->> 'village'
            where e.decision_id = $1`,
          [decisionId],
        )
        // What was printed before says where they lived then.
        expect(named.map((row) => row.id).sort()).toEqual(printed ? [a, b].sort() : [...homes].sort())
        // Who signs it nevertheless says why.
        if (printed) expect((await enforce(world, decisionId)).json().code).toBe('decisions.print_differs')
        const sure = printed ? { fields: { sure: 'Ký trước khi thôn thay đổi' } } : {}
        const reply = await enforce(world, decisionId, sure)
        expect(reply.statusCode, reply.body).toBe(200)
      }
      await agree([a, b, ...began])
    },
  )
  async function toDeciding(hand: RoundInHand): Promise<void> {
    for (const step of ['surveying', 'checking'])
      await hand.must('hung', `/api/rounds/${hand.roundId}/finish`, { step })
    await hand.pastPaperSteps()
  }
})

describe('an event is refused in words', () => {
  it.each([
    [{ kind: 'create', unit: { ...unit(), name: '<b>Thôn</b>' } }, today, 'input.invalid'],
    [{ kind: 'create', unit: { ...unit(), name: '12345' } }, today, 'input.invalid'],
    [{ kind: 'create', unit: { ...unit(), name: 'Thôn 1' } }, today, 'area.name_taken'],
    [{ kind: 'create', unit: { ...unit(), name: ' thôn   1 ' } }, today, 'area.name_taken'],
    [{ kind: 'rename', areaId: demoAreas.villages.tamHong[1], name: 'Thôn 1' }, today, 'area.name_taken'],
    [{ kind: 'create', unit: unit() }, '9999-12-31', 'area.day_too_far'],
  ])('%o', async (change, day, code) => {
    expect((await event(change, day)).json()).toMatchObject({ code })
  })

  it('a village with households ends only into another', async () => {
    const { a } = await ground()
    const reply = await event({ kind: 'abolish', areaId: a, successors: [] }, today)
    expect(reply.json()).toMatchObject({ code: 'household.unit_left' })
  })

  it('without a legal basis that says something', async () => {
    const body = { change: { kind: 'create', unit: unit() }, day: today, mark: 'text' }
    for (const legalBasis of ['   ', '\u0000', '\u0000 \u0000'])
      expect((await world.as('quantri').post('/api/area-events', { ...body, legalBasis })).statusCode).toBe(400)
  })
})

describe('a declared total', () => {
  const url = `/api/areas/${commune}/declared-totals`
  const body = {
    day: '2026-11-01',
    households: 7100,
    persons: 30000,
    kinhHouseholds: null,
    dttsHouseholds: null,
    source: 'BC 1',
  }
  const declare = (change: object) => world.as('hung').post(url, { ...body, ...change })

  it('is one a day, and a correction replaces it openly', async () => {
    expect((await declare({})).statusCode).toBe(200)
    expect((await declare({ households: 7101 })).json()).toMatchObject({ code: 'area.total_stands' })
    const shown = async () => (await world.as('hung').get(`/api/areas/${commune}`)).json().declared
    const [{ id }] = await shown()
    expect((await declare({ households: 7101, replaces: id })).json()).toMatchObject({ code: 'area.total_because' })
    expect((await declare({ households: 7101, replaces: id, because: 'Gõ nhầm' })).statusCode).toBe(200)
    expect((await declare({ households: 7102, replaces: id, because: 'Gõ nhầm' })).json()).toMatchObject({
      code: 'area.total_changed',
    })
    expect((await shown())[0]).toMatchObject({
      households: 7101,
      because: 'Gõ nhầm',
      was: { households: 7100, by: expect.stringContaining('Hùng') },
    })
  })

  it('is refused where it cannot be, and asked for a reason where it is far from what is known', async () => {
    const refused = {
      'area.total_day_to_come': { day: '2026-11-21' },
      'area.total_none': { households: 0, persons: null, day: '2026-11-02' },
      'area.total_persons': { households: 7100, persons: 5, day: '2026-11-02' },
      'area.total_far': { households: 3, persons: null, day: '2026-11-02' },
    }
    for (const [code, change] of Object.entries(refused)) expect((await declare(change)).json()).toMatchObject({ code })
    for (const source of ['  ', '\u0000']) expect((await declare({ source, day: '2026-11-02' })).statusCode).toBe(400)
    expect(
      (await declare({ households: 3, persons: null, day: '2026-11-02', because: 'Phần lớn đã chuyển đi' })).statusCode,
    ).toBe(200)
  })
})

describe('tomorrow', () => {
  it.each(['merge', 'abolish', 'split'] as const)(
    'nothing is lost before it comes, nor when it has come: %s',
    async (act) => {
      const { a, b, families } = await ground()
      const began = await recorded(acts[act](a, b), '2026-11-21')
      await agree([a, b, ...began], [...days, '2026-11-21'])
      expect(await homeOf(families)).toEqual([a, b].sort())
    },
  )
})

describe('a village that goes to another commune', () => {
  it.each([today, '2026-11-10'])('on %s: the list of the day before says how many it does not show', async (day) => {
    const { a, b } = await ground()
    const before = (await list(commune, '2026-11-09', '&class=poor')).unseen
    await recorded({ kind: 'move', areaId: a, parentId: demoAreas.kyThuongToday }, day)
    const then = await list(commune, '2026-11-09', '&class=poor')
    expect(then.unseen).toBe(before + 2)
    expect(await list(commune, today)).toMatchObject({ unseen: 0 })
    // On the map it is of the one or the other.
    await agree([a, b], days, [])
  })
})

describe('the first minute of the day', () => {
  it('brings the households there', async () => {
    const { a, b, families } = await ground()
    const [into] = await recorded(acts.merge(a, b), '2026-11-21')
    const clock = clockAt(plainDate('2026-11-21'))
    const host = { ...world.host, services: { ...world.host.services, clock } }
    const data = { input: {}, by: null }
    const run = { id: newId<'command'>() as CommandId, data, nation: nationId, signal: new AbortController().signal }
    await dayChanged.run(host, run)
    expect(await homeOf(families)).toEqual([into])
    const app = await buildApp(host, allRoutes({ library: loadStandards() }))
    const then = async (day: string) =>
      (await world.as('hung', app).get(`/api/households?areaId=${commune}&day=${day}&count=all`)).json().total
    expect(await then('2026-11-21')).toBe(await then(today))
    expect((await world.as('hung', app).get(`/api/households?areaId=${into}&count=all`)).json().total).toBe(3)
    await app.close()
  })
})
