/** A change of units that was recorded by mistake is undone: everything stands as before, and both are told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { enforce } from './decisions.ts'
import { recount } from './homes.ts'
import { type CaseOf, type Family, lackingAnswers, makeEnumerator, RoundInHand } from './rounds.ts'
import { answersIn, meetingAt } from './together.ts'
import { refusal } from './untouched.ts'
import { openWorld, type World } from './world.ts'

const commune = demoAreas.tamHongToday
const today = '2026-11-20'
const days = ['2026-11-09', '2026-11-10', '2026-11-14', today] as const

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Recorded = { readonly eventId: string; readonly began: AreaId[] }
const event = (change: object, day: string) =>
  world.as('quantri').post('/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
async function recorded(change: object, day: string): Promise<Recorded> {
  const reply = await event(change, day)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const undo = (eventId: string, by: 'quantri' | 'hung' | 'son' | 'la' = 'quantri') =>
  world.as(by).post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm thôn' })
async function undone(eventId: string): Promise<void> {
  const reply = await undo(eventId)
  expect(reply.statusCode, reply.body).toBe(200)
}
const showing = async (eventId: string) => (await world.as('quantri').get(`/api/area-events/${eventId}/undoing`)).json()

let made = 0
const unit = (parentId: AreaId = commune) => ({ name: `Thôn Nhầm ${++made}`, kind: 'thon', code: null, parentId })
const village = async (): Promise<AreaId> =>
  (await recorded({ kind: 'create', unit: unit() }, '2025-09-01')).began[0] as AreaId

/** A poor household of the village. */
async function poor(villageId: AreaId, name: string, on = '2025-10-01'): Promise<Family> {
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
  const body = { householdId, villageId, number: '', address: '', on, reason: 'listed', members }
  const reply = await world.as('hung').post('/api/households', body)
  expect(reply.statusCode, reply.body).toBe(200)
  await world.owner.query(
    `insert into household_class (household_id, home_id, id, village_id, class, standard_id, valid_from, decision_id, verdict_id)
     values ($1, $2, $3, $2, 'poor', 'vn-2022-2025', $4, $3, $3)`,
    [householdId, villageId, newId(), on],
  )
  const { rows } = await world.owner.query<{ person_id: string }>(
    `select person_id from member where household_id = $1 order by relation <> 'head', relation <> 'spouse'`,
    [householdId],
  )
  return { householdId, people: rows.map((row) => row.person_id) as unknown as Family['people'] }
}

async function ground() {
  const [a, b] = [await village(), await village()]
  const families = [await poor(a, 'Trần Thị Lành'), await poor(a, 'Trần Thị Hiền'), await poor(b, 'Trần Thị Ngoan')]
  await recount(world, today)
  return { a, b, families: families as [Family, Family, Family] }
}

/** Every row that an event of units touches, but what has no day. */
const parts: Readonly<Record<string, string>> = {
  states: `select to_jsonb(v) - 'search' from area_version v where v.valid_until is distinct from v.valid_from`,
  successions: 'select to_jsonb(s) from area_succession s',
  paths: 'select to_jsonb(p) from area_path p',
  reach: `select to_jsonb(r) from area_reach r where r.area_id in (select area_id from area_path)`,
  within: `select jsonb_build_array(w.over_id, w.standing, array(select i from unnest(w.area_ids) i
    where i in (select area_id from area_path) order by 1)) from area_within w where w.over_id in (select area_id from area_path)`,
  households: `select to_jsonb(h) - 'search' from household h`,
  residences: 'select to_jsonb(r) from household_residence r',
  members: `select jsonb_build_array(m.id, m.home_id) from member m`,
  identities: 'select to_jsonb(i) from identity_index i',
  cases: `select to_jsonb(c) - 'changed_at' - 'had_by' - 'had_in' from review_case c`,
  roundVillages: 'select to_jsonb(v) from round_village v',
  surveys: 'select jsonb_build_array(s.id, s.village_id) from survey s',
  verdicts: 'select jsonb_build_array(v.id, v.village_id) from verdict v',
  notes: 'select to_jsonb(n) from survey_note n',
  classes: 'select to_jsonb(c) from household_class c',
  certificates: 'select to_jsonb(c) from certificate c',
  caseCounts: 'select to_jsonb(k) from case_count k',
  counts: `select to_jsonb(k) from register_count k where k.area_id in (select area_id from area_path) and k.households > 0`,
  past: 'select to_jsonb(p) from register_past p where p.households > 0',
  grants: 'select to_jsonb(g) from access_grant g',
}
/** The nation's tree is large: its rows as one text. */
const large: ReadonlySet<string> = new Set(['states', 'successions', 'paths', 'reach', 'within'])
async function everything(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [name, query] of Object.entries(parts)) {
    const shown = large.has(name) ? "md5(string_agg(q.row::text, '|' order by q.row::text))" : 'q.row'
    const { rows } = await world.owner.query<{ row: unknown }>(`select ${shown} as row from (${query}) q (row)`)
    found[name] = rows.map(({ row }) => JSON.stringify(row)).sort()
  }
  return found
}

/** What is asked of the commune: figures on every day and map, the list of every day. */
async function told(): Promise<unknown> {
  const answers: unknown[] = []
  for (const day of days) {
    for (const units of new Set([day, days[0], today])) {
      const reply = await world.as('lan').get(`/api/areas/${commune}/class-figures?day=${day}&units=${units}`)
      const { whole, parts: each } = reply.json()
      const shown = each.map((one: { areaId: AreaId; register: number; poor: number }) => [
        one.areaId,
        one.register,
        one.poor,
      ])
      answers.push([day, units, whole, shown])
    }
    const { rows, total, unseen } = (
      await world.as('hung').get(`/api/households?areaId=${commune}&day=${day}&count=all`)
    ).json()
    answers.push([day, total, unseen, rows.map((one: { householdId: string }) => one.householdId)])
  }
  return answers
}

async function roundOf(villages: readonly AreaId[]): Promise<RoundInHand> {
  const roundId = newId<'round'>()
  const hand = new RoundInHand(world, roundId)
  const window = { windowFrom: '2026-11-15', windowUntil: '2026-12-14' }
  const body = { roundId, areaId: commune, kind: 'ad_hoc', name: `Kỳ nhầm ${++made}`, ...window, villages }
  await hand.must('hung', '/api/rounds', { ...body, because: 'Thử' })
  await hand.must('hung', `/api/rounds/${roundId}/list/draw`, { because: 'Thử' })
  return hand
}
async function casesOf(hand: RoundInHand, families: readonly Family[]): Promise<CaseOf[]> {
  const { rows } = await world.owner.query<CaseOf>(
    'select household_id as "householdId", id as "caseId" from review_case where round_id = $1',
    [hand.roundId],
  )
  return families.map(({ householdId }) => rows.find((one) => one.householdId === householdId) as CaseOf)
}
/** A round at surveying, its cases with Thắng, who may survey in the whole commune, and Mai, who may in the first village. */
async function surveying(a: AreaId, b: AreaId, families: readonly Family[]) {
  await makeEnumerator(world, 'mai', a)
  await world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'enumerator', $3, '2026-01-01') on conflict do nothing`,
    [newId(), world.idOf('thang'), commune],
  )
  const hand = await roundOf([a, b])
  const cases = await casesOf(hand, families)
  await hand.finish('listing')
  await hand.assign(a, 'mai')
  await hand.assign(b, 'thang')
  await hand.finish('assigning')
  return { hand, cases }
}

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
  change_kind: (a: AreaId) => ({ kind: 'change_kind', areaId: a, to: 'ban', name: unit().name }),
  change_code: (a: AreaId) => ({ kind: 'change_code', areaId: a, code: `9${100000 + ++made}` }),
  move: (a: AreaId) => ({ kind: 'move', areaId: a, parentId: demoAreas.kyThuongToday }),
  create: () => ({ kind: 'create', unit: unit() }),
} as const
type Act = keyof typeof acts

describe('undone, everything stands as before', () => {
  const moving = ['merge', 'abolish', 'split'] as const
  const naming = ['rename', 'change_kind', 'change_code', 'move', 'create'] as const
  const table: { act: Act; day: string }[] = [
    ...moving.map((act) => ({ act, day: '2026-11-10' })),
    { act: 'merge', day: today },
    { act: 'merge', day: '2026-12-01' },
    ...naming.map((act, at) => ({ act, day: at % 2 === 0 ? '2026-11-10' : '2026-12-01' })),
  ]
  it.each(table)('$act of $day', async ({ act, day }) => {
    const { a, b, families } = await ground()
    await surveying(a, b, families)
    const [rows, answers] = [await everything(), await told()]
    const { eventId } = await recorded(acts[act](a, b), day)
    expect(await everything()).not.toEqual(rows)
    await undone(eventId)
    expect(await everything()).toEqual(rows)
    expect(await told()).toEqual(answers)
  })

  it('with surveys that were sent, and one that is sent meanwhile', async () => {
    const { a, b, families } = await ground()
    const { hand, cases } = await surveying(a, b, families)
    await hand.send(cases[0] as CaseOf, lackingAnswers(families[0], 1_000_000), 'mai')
    const rows = await everything()
    const { eventId } = await recorded(acts.merge(a, b), today)
    await undone(eventId)
    expect(await everything()).toEqual(rows)
    const again = await recorded(acts.merge(a, b), today)
    const one = cases[2] as CaseOf
    const survey = await hand.surveyOf(one, lackingAnswers(families[2], 1_000_000), 'thang')
    const url = `/api/households/${one.householdId}/cases/${one.caseId}/surveys`
    const send = () => world.as('thang').post(url, survey)
    const replies = await meetingAt(world, 'survey', [() => undo(again.eventId), send])
    const [undoing, sending] = answersIn(replies)
    expect(undoing).toBe('ok')
    // Where the case lies elsewhere in this second that is said, and nothing is written; sent again it arrives.
    expect(['ok', 'surveys.moved_on']).toContain(sending)
    if (sending !== 'ok') expect(answersIn([await send()])).toEqual(['ok'])
    const { rows: homes } = await world.owner.query(
      'select distinct village_id from survey where round_id = $1 order by 1',
      [hand.roundId],
    )
    expect(homes.map((row) => row.village_id)).toEqual([a, b].sort())
  })

  it('with who has left, ended and had a child since or before', async () => {
    const { a, b, families } = await ground()
    const [left, ended] = [await poor(a, 'Trần Thị Đi'), await poor(a, 'Trần Thị Mất')]
    await recount(world, today)
    const to = { on: '2026-11-15', villageId: demoAreas.villages.tamHong[0], address: '', number: '' }
    const must = async (url: string, body: object) => {
      const reply = await world.as('hung').post(url, body)
      expect(reply.statusCode, reply.body).toBe(200)
    }
    await must(`/api/households/${left.householdId}/residence`, to)
    await must(`/api/households/${ended.householdId}/end`, { on: '2026-11-01', reason: 'moved_away' })
    const [rows, answers] = [await everything(), await told()]
    const { eventId } = await recorded(acts.merge(a, b), '2026-11-10')
    await undone(eventId)
    expect(await everything()).toEqual(rows)
    expect(await told()).toEqual(answers)
    // What does not rest on it stays: here a child entered between.
    const again = await recorded(acts.merge(a, b), '2026-11-10')
    const child = { name: 'Lê Thị Na', sex: 'female', birth: { year: 2026, month: 11, day: 12 }, ethnicity: '01' }
    const [family] = families
    await must(`/api/households/${family.householdId}/members`, {
      memberId: newId(),
      on: '2026-11-12',
      reason: 'born',
      relation: 'child',
      person: child,
    })
    await undone(again.eventId)
    const { rows: homes } = await world.owner.query('select distinct home_id from member where household_id = $1', [
      family.householdId,
    ])
    expect(homes).toEqual([{ home_id: a }])
    expect((await world.as('hung').get(`/api/households/${family.householdId}`)).json().members).toHaveLength(4)
  })

  it('of communes, with what hangs below', async () => {
    const into = { name: 'Xã Nhầm', kind: 'xa', code: '99871', parentId: quangNinhId }
    const rows = await everything()
    const merge = { kind: 'merge', areaIds: [demoAreas.kyThuongToday, demoAreas.thongNhat], into }
    const { eventId, began } = await recorded(merge, '2026-11-10')
    const shown = await showing(eventId)
    expect(shown.gone).toEqual([{ areaId: began[0], name: 'Xã Nhầm', formerly: null, held: [] }])
    await undone(eventId)
    expect(await everything()).toEqual(rows)
    // The audit names the communes, not one of their villages.
    const { rows: told } = await world.owner.query(
      "select facts, area_id from audit_line where what = 'area.undone' and subject_id = $1",
      [eventId],
    )
    const [{ facts, area_id: at }] = told
    const communes = [demoAreas.kyThuongToday, demoAreas.thongNhat]
    expect([...facts.units].sort()).toEqual([...communes, began[0]].sort())
    expect(facts.units.at(-1)).toBe(began[0])
    expect(communes).toContain(at)
    expect(facts.others).toBeGreaterThan(0)
  })

  it.each([2])('one after another of a random tree, the last first: seed %i', async (seed) => {
    let state = seed * 7919
    const random = (n: number) => {
      state = (state * 48271) % 2147483647
      return state % n
    }
    const living = [await village(), await village(), await village(), await village()]
    for (const home of living) await poor(home, 'Trần Thị Lựu')
    await recount(world, today)
    const done: { eventId: string; rows: Record<string, string[]>; answers: unknown }[] = []
    for (const day of ['2026-11-08', '2026-11-10', '2026-11-14', today]) {
      if (living.length < 2) break
      const [rows, answers] = [await everything(), await told()]
      const names = Object.keys(acts).filter((name) => name !== 'move') as Act[]
      const kind = names[random(names.length)] as Act
      const [a] = living.splice(random(living.length), 1) as [AreaId]
      const b = living[random(living.length)] as AreaId
      const { eventId, began } = await recorded(acts[kind](a, b), day)
      if (kind === 'merge') living.splice(living.indexOf(b), 1)
      if (kind === 'merge' || kind === 'split' || kind === 'create') living.push(...began)
      if (kind !== 'merge' && kind !== 'split' && kind !== 'abolish') living.push(a)
      done.push({ eventId, rows, answers })
    }
    for (const { eventId, rows, answers } of done.toReversed()) {
      await undone(eventId)
      expect(await everything()).toEqual(rows)
      expect(await told()).toEqual(answers)
    }
  })
})

describe('a unit that has made something of its own', () => {
  it.each([
    [
      'a place of classes',
      'plan.unit_held',
      `insert into class_place (id, area_id, hall, valid_from) values ($1, $2, '', '2026-01-01')`,
      'delete from class_place where id = $1',
    ],
    [
      'the record of an official',
      'official.unit_keeps',
      `insert into official (id, full_name, sex, birth_year, ethnicity, unit_id) values ($1, 'Lò Thị Giữ', 'female', 1980, '01', $2)`,
      'delete from official where id = $1',
    ],
    [
      'a body',
      'bodies.unit_held',
      `insert into body (id, unit_id, kind, name, decision_number, decided_on, decided_by, valid_from)
       values ($1, $2, 'steering', 'Ban Chỉ đạo', '1', '2026-11-01', 'UBND', '2026-11-01')`,
      'delete from body where id = $1',
    ],
  ] as const)('is not made undone while it has %s', async (_, code, insert, remove) => {
    const [a, b] = [await village(), await village()]
    const { eventId, began } = await recorded(acts.merge(a, b), today)
    const id = newId()
    await world.owner.query(insert, [id, began[0]])
    expect((await showing(eventId)).forbids).toHaveLength(1)
    const reply = await undo(eventId)
    expect([reply.statusCode, reply.json().code]).toEqual([409, code])
    await world.owner.query(remove, [id])
    await undone(eventId)
  })
})

describe('it is told', () => {
  it('before the act: how many come back to which village; after it: in both histories, in the timeline, in the audit', async () => {
    const { a, b, families } = await ground()
    await surveying(a, b, families)
    const { eventId, began } = await recorded(acts.merge(a, b), today)
    const shown = await showing(eventId)
    expect(shown).toMatchObject({ forbids: [], toCome: false, gone: [{ areaId: began[0] }] })
    const of = (id: AreaId) => shown.back.find((one: { areaId: AreaId }) => one.areaId === id).held
    expect(of(a).map((one: { count: number }) => one.count)).toEqual([2, 2])
    expect(of(b).map((one: { count: number }) => one.count)).toEqual([1, 1])
    await undone(eventId)
    const history = async (id: AreaId) => (await world.as('quantri').get(`/api/areas/${id}/history`)).json()
    for (const id of [a, b, began[0] as AreaId])
      expect((await history(id)).undone).toMatchObject([{ eventId, kind: 'merge', because: 'Ghi nhầm thôn' }])
    expect((await history(began[0] as AreaId)).versions).toMatchObject([{ from: today, until: today }])
    const { timeline } = (await world.as('hung').get(`/api/households/${families[0].householdId}`)).json()
    const kinds = timeline.map((one: { kind: string; undone: boolean }) => [one.kind, one.undone])
    expect(kinds).toContainEqual(['address_changed', true])
    expect(kinds).toContainEqual(['undone', false])
    const { rows } = await world.owner.query(
      "select facts from audit_line where what = 'area.undone' and subject_id = $1",
      [eventId],
    )
    expect(rows).toMatchObject([{ facts: { what: 'merge', because: 'Ghi nhầm thôn' } }])
  })

  it('of a day to come: nothing had moved', async () => {
    const { a, b } = await ground()
    const { eventId } = await recorded(acts.merge(a, b), '2026-11-21')
    expect(await showing(eventId)).toMatchObject({ toCome: true, forbids: [] })
    await undone(eventId)
    const shown = (await world.as('hung').get(`/api/areas/${a}?day=2026-11-21`)).json()
    expect(shown.area).toMatchObject({ until: null })
  })
})

describe('it is refused', () => {
  const refused = async (eventId: string, code: string, by: 'quantri' | 'hung' | 'son' | 'la' = 'quantri') =>
    expect(await refusal(world, () => undo(eventId, by))).toBe(code)

  it('to whoever may not record it, and to the neighbour', async () => {
    const { a, b } = await ground()
    const { eventId } = await recorded(acts.merge(a, b), today)
    for (const person of ['hung', 'son', 'la'] as const) await refused(eventId, 'access.denied', person)
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'administrator', $3, '2026-01-01')`,
      [newId(), world.idOf('la'), demoAreas.kyThuongToday],
    )
    await refused(eventId, 'access.denied', 'la')
    await refused(newId(), 'area.undo_not_found')
  })

  it('where a later event rests on it, naming that', async () => {
    const { a, b } = await ground()
    const merged = await recorded(acts.merge(a, b), '2026-11-10')
    const renamed = await recorded(acts.rename(merged.began[0] as AreaId), '2026-11-12')
    await refused(merged.eventId, 'area.undo_later')
    expect((await showing(merged.eventId)).forbids[0].vi).toContain('Đổi tên')
    await undone(renamed.eventId)
    await undone(merged.eventId)
    await refused(merged.eventId, 'area.undone_already')
  })

  it('where another village has taken the name since', async () => {
    const { a, b } = await ground()
    const name = (await world.as('hung').get(`/api/areas/${a}`)).json().name
    const merged = await recorded(acts.merge(a, b), '2026-11-10')
    await recorded({ kind: 'create', unit: { ...unit(), name } }, '2026-11-15')
    expect((await showing(merged.eventId)).forbids[0].vi).toContain(name)
    await refused(merged.eventId, 'area.name_taken')
  })

  it('where another unit has taken the code since, said before it is tried', async () => {
    const coded = { name: `Xã Mã ${++made}`, kind: 'xa', code: `9${100000 + ++made}`, parentId: quangNinhId }
    const { began } = await recorded({ kind: 'create', unit: coded }, '2026-11-05')
    const areaId = began[0] as AreaId
    const changed = await recorded({ kind: 'change_code', areaId, code: `9${100000 + ++made}` }, '2026-11-10')
    expect((await showing(changed.eventId)).forbids).toEqual([])
    await recorded({ kind: 'create', unit: { ...coded, name: `Xã Mã ${++made}` } }, '2026-11-15')
    expect((await showing(changed.eventId)).forbids[0].vi).toContain(coded.name)
    await refused(changed.eventId, 'area.undo_code_taken')
  })

  it('of the catalogue', async () => {
    const { versions } = (await world.as('quantri').get(`/api/areas/${commune}/history`)).json()
    await refused(versions.at(-1).eventId, 'area.undo_of_catalogue')
  })

  it('where a household has moved or come since, until that is undone', async () => {
    const { a, b, families } = await ground()
    const { eventId, began } = await recorded(acts.merge(a, b), '2026-11-10')
    const url = `/api/households/${families[0].householdId}`
    const to = { on: '2026-11-12', villageId: demoAreas.villages.tamHong[0], address: '', number: '' }
    expect((await world.as('hung').post(`${url}/residence`, to)).statusCode).toBe(200)
    await refused(eventId, 'household.unit_changed_since')
    expect((await showing(eventId)).forbids[0].vi).toContain('Trần Thị Lành')
    const act = (await world.as('hung').get(url))
      .json()
      .timeline.find(
        (one: { facts: object; kind: string }) => one.kind === 'address_changed' && !('succeeds' in one.facts),
      )
    expect((await world.as('hung').post(`${url}/events/${act.actId}/undo`, { because: 'Thử' })).statusCode).toBe(200)
    const come = await poor(began[0] as AreaId, 'Trần Thị Mới', '2026-11-15')
    await refused(eventId, 'household.unit_come_since')
    const gone = { on: '2026-11-15', reason: 'entered_by_mistake' }
    const reply = await world.as('hung').post(`/api/households/${come.householdId}/end`, gone)
    expect(reply.statusCode, reply.body).toBe(200)
    await undone(eventId)
  })

  it('where somebody holds rights at the new unit, or a round was opened there', async () => {
    const { a, b } = await ground()
    const { eventId, began } = await recorded(acts.merge(a, b), '2026-11-10')
    const grant = { role: 'enumerator', areaId: began[0], from: today, until: null }
    const given = await world.as('quantri').post(`/api/accounts/${world.idOf('thang')}/grants`, grant)
    expect(given.statusCode, given.body).toBe(200)
    await refused(eventId, 'people.unit_granted')
    expect((await world.as('quantri').post(`/api/grants/${given.json().grantId}/end`)).statusCode).toBe(200)
    const hand = await roundOf(began)
    await refused(eventId, 'rounds.unit_open')
    await hand.must('hung', `/api/rounds/${hand.roundId}/cancel`, { because: 'Mở nhầm' })
    await undone(eventId)
  })

  it('but not where those rights have ended by now, however long they were held', async () => {
    const { a, b } = await ground()
    const { eventId, began } = await recorded(acts.merge(a, b), '2026-11-10')
    const grant = { role: 'enumerator', areaId: began[0], from: '2026-11-12', until: null }
    const given = await world.as('quantri').post(`/api/accounts/${world.idOf('thang')}/grants`, grant)
    expect(given.statusCode, given.body).toBe(200)
    await refused(eventId, 'people.unit_granted')
    expect((await world.as('quantri').post(`/api/grants/${given.json().grantId}/end`)).statusCode).toBe(200)
    await undone(eventId)
  })

  it('where a unit of the name came beside it since; one that stood there before is beside it again', async () => {
    const { a } = await ground()
    const parentId = demoAreas.kyThuongToday
    const { name } = unit()
    const { began } = await recorded({ kind: 'create', unit: { ...unit(), parentId, name } }, '2026-11-05')
    await recorded({ kind: 'rename', areaId: a, name }, '2026-11-05')
    await recorded({ kind: 'move', areaId: a, parentId }, '2026-11-06')
    const { eventId } = await recorded(acts.abolish(a, began[0] as AreaId), '2026-11-10')
    await undone(eventId)
    const again = await recorded(acts.abolish(a, began[0] as AreaId), '2026-11-10')
    await recorded({ kind: 'rename', areaId: began[0], name: unit().name }, '2026-11-11')
    await recorded({ kind: 'create', unit: { ...unit(), parentId, name } }, '2026-11-12')
    expect((await undo(again.eventId)).json()).toMatchObject({ code: expect.stringMatching(/^area\./) })
  })

  it('where a decision names its households since; one that was fixed before it does not forbid it', async () => {
    const { a, b, families } = await ground()
    const { hand, cases } = await surveying(a, b, families)
    for (const [at, one] of cases.entries()) {
      const sent = await hand.send(one, lackingAnswers(families[at] as Family, 1_000_000), at < 2 ? 'mai' : 'thang')
      await hand.accept(one, sent.surveyId)
    }
    for (const step of ['surveying', 'checking'])
      await hand.must('hung', `/api/rounds/${hand.roundId}/finish`, { step })
    await hand.pastPaperSteps()
    const rows = await everything()
    const before = await recorded(acts.abolish(a, b), today)
    await undone(before.eventId)
    expect(await everything()).toEqual(rows)
    const after = await recorded(acts.abolish(a, b), today)
    const { decisionId } = await hand.printed()
    await refused(after.eventId, 'decisions.unit_waits')
    expect((await showing(after.eventId)).forbids[0].vi).toContain('1 quyết định đã in, đang chờ ký. Hãy rút trước')
    const reply = await enforce(world, decisionId)
    expect(reply.statusCode, reply.body).toBe(200)
    await refused(after.eventId, 'decisions.unit_decided')
    expect((await showing(after.eventId)).forbids[0].vi).toContain('QĐ-UBND')
  })

  it('no more by a decision that was printed before and signed since: its paper names the old villages, and all comes back', async () => {
    const { a, b, families } = await ground()
    const { hand, cases } = await surveying(a, b, families)
    for (const [at, one] of cases.entries()) {
      const sent = await hand.send(one, lackingAnswers(families[at] as Family, 1_000_000), at < 2 ? 'mai' : 'thang')
      await hand.accept(one, sent.surveyId)
    }
    for (const step of ['surveying', 'checking'])
      await hand.must('hung', `/api/rounds/${hand.roundId}/finish`, { step })
    await hand.pastPaperSteps()
    const { decisionId } = await hand.printed()
    const { eventId } = await recorded(acts.merge(a, b), '2026-11-10')
    const { sincePrint } = (await world.as('bich').get(`/api/decisions/${decisionId}`)).json()
    expect(sincePrint).toMatchObject({ forbids: [], differs: [{ code: 'village', count: 3 }] })
    expect(await refusal(world, () => enforce(world, decisionId))).toBe('decisions.print_differs')
    const reply = await enforce(world, decisionId, { fields: { sure: 'Ký trước khi nhập thôn' } })
    expect(reply.statusCode, reply.body).toBe(200)
    expect((await showing(eventId)).forbids).toEqual([])
    await undone(eventId)
    const homes = async (table: string, column: string) =>
      (
        await world.owner.query(
          `select household_id as h, ${column} as v from ${table} where household_id = any ($1)`,
          [families.map((one) => one.householdId)],
        )
      ).rows.filter(({ h, v }) => v !== (h === families[2].householdId ? b : a))
    for (const [table, column] of [
      ['review_case', 'village_id'],
      ['household', 'village_id'],
      ['household_class', 'home_id'],
      ['certificate', 'home_id'],
      ['decision_entry', 'home_id'],
    ] as const)
      expect([table, await homes(table, column)]).toEqual([table, []])
  })

  it('as it was answered, where the same call is sent again; to the second of two', async () => {
    const { a, b } = await ground()
    const one = await recorded(acts.merge(a, b), today)
    const replies = await meetingAt(world, 'area_undoing', [() => undo(one.eventId), () => undo(one.eventId)])
    expect(answersIn(replies).sort()).toEqual(['area.undone_already', 'ok'])
    const two = await recorded(acts.merge(a, b), today)
    const command = newId<'command'>()
    const send = () =>
      world.as('quantri').post(`/api/area-events/${two.eventId}/undo`, { because: 'Ghi nhầm thôn' }, command)
    const sent = await meetingAt(world, 'area_undoing', [send, send])
    expect(answersIn(sent)).toEqual(['ok', 'ok'])
  })
})

describe('two who add one name in the same second', () => {
  it('the second is refused', async () => {
    const one = unit()
    const create = () => event({ kind: 'create', unit: one }, '2026-11-10')
    const later = () => event({ kind: 'create', unit: one }, '2026-11-12')
    expect(answersIn(await meetingAt(world, 'area_event', [create, create]))).toEqual(['ok', 'area.name_taken'])
    // Nor the one whose unit would begin before the other's.
    const next = { ...one, name: unit().name }
    const early = () => event({ kind: 'create', unit: next }, '2026-11-08')
    const late = () => event({ kind: 'create', unit: next }, '2026-11-12')
    expect(answersIn(await meetingAt(world, 'area_event', [late, early]))).toEqual(['ok', 'area.name_taken'])
    expect((await later()).json()).toMatchObject({ code: 'area.name_taken' })
  })

  it('and of one status of a unit, and one total of a day', async () => {
    const areaId = demoAreas.villages.tamHong[2]
    const status = { status: 'kv3', from: '2026-11-01', until: null, decision: 'QĐ 7' }
    const give = () => world.as('quantri').post(`/api/areas/${areaId}/statuses`, status)
    expect(answersIn(await meetingAt(world, 'area_status', [give, give]))).toEqual(['ok', 'area.status_held'])
    const groups = { persons: null, kinhHouseholds: null, dttsHouseholds: null, because: 'Số của thôn' }
    const total = { day: '2026-11-03', households: 400, source: 'BC 3', ...groups }
    const declare = () => world.as('hung').post(`/api/areas/${areaId}/declared-totals`, total)
    const codes = answersIn(await meetingAt(world, 'declared_total', [declare, declare]))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  })
})
