/**
 * What may change of household tables and ledgers, and by whom: the application changes none of these rows itself, and the
 * functions that do write the columns they name, in rows that the actor reaches.
 */
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { changing } from '#platform/server/doors/standing.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from './decisions.ts'
import { lackingAnswers, roundAtSurveying, settle, thon1, thon2 } from './rounds.ts'
import { rowsNow } from './untouched.ts'
import { openWorld, type PersonName, type World } from './world.ts'

const changed = ['household_class', 'review_case', 'session', 'setup_token', 'signed_paper'] as const
type Changed = (typeof changed)[number]
const added = ['household_class', 'signed_paper', 'survey', 'survey_note', 'verdict']

/** A function as it is called on what is Hùng's, and all that it may do. */
type Act = {
  readonly call: string
  readonly values: readonly unknown[]
  readonly changes: Partial<Record<Changed, readonly string[]>>
  readonly adds?: readonly string[]
}

let world: World
let acts: Act[]
beforeAll(async () => {
  world = await openWorld()
  acts = await arranged()
})
afterAll(() => world.close())

const areasOf: Partial<Record<PersonName, AreaId>> = { hung: demoAreas.tamHongToday, son: demoAreas.kyThuongToday }
const by = (person: PersonName, text: string, values: readonly unknown[] = []) => {
  const area = areasOf[person]
  return changing(world.host, { account: world.idOf(person), areas: area ? [area] : [] }, (db) =>
    db.executeQuery<{ answer: unknown }>(CompiledQuery.raw(text, [...values])),
  )
}
const idIn = async (text: string, values: readonly unknown[]): Promise<string> =>
  (await world.owner.query<{ id: string }>(text, [...values])).rows[0]?.id as string

const homes = [
  ['household', 'village_id'],
  ['member', 'home_id'],
  ['household_event', 'home_id'],
  ['household_residence', 'home_id'],
] as const

/** Hùng's commune: a household with its class and papers, one with the checker, one to be surveyed, one that ended. */
async function arranged(): Promise<Act[]> {
  const decided = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const printed = await (await deciding(world, [decided])).round.printed()
  await inForce(world, printed.decisionId)
  const families = [await settle(world, thon1, 'Bùi Thị Mẵn'), await settle(world, thon1, 'Đỗ Thị Ánh')] as const
  const gone = await settle(world, thon1, 'Vũ Thị Hợi')
  const moved = await settle(world, thon1, 'Lò Thị Mẩy')
  const { round, cases } = await roundAtSurveying(world, [...families, gone, moved])
  for (const [table, column] of homes)
    await world.owner.query(`update ${table} set ${column} = $2 where household_id = $1`, [moved.householdId, thon2])
  const [checked, surveyed] = cases as [(typeof cases)[0], (typeof cases)[0]]
  const { surveyId } = await round.send(checked, lackingAnswers(families[0], 1_000_000))
  await round.must('hung', `/api/households/${gone.householdId}/end`, { on: '2026-11-20', reason: 'moved_away' })
  const session = await idIn('select id from session where account_id = $1', [world.idOf('hung')])
  const certificate = await idIn('select id from signed_paper where subject_id = $1', [decided.householdId])
  const verdict = await idIn('select id from verdict where household_id = $1', [decided.householdId])
  const waits = await idIn(
    `insert into signed_paper (id, kind, area_id, subject_id, payload_hash) values ($1, 'decision', $2, $3, '\\x00') returning id`,
    [newId(), demoAreas.tamHongToday, round.roundId],
  )
  await world.owner.query(`insert into setup_token (token_hash) values ('\\x01')`)
  const ofClass = { household: decided.householdId, id: newId(), village: thon1, class: 'near_poor', verdict }
  const succeeds = [{ ...ofClass, begins: '2027-01-01', until: null, ends: '2026-11-20' }]
  const paper = { id: newId(), kind: 'slip', subject_id: decided.householdId, payload_hash: '\\x02' }
  const told = {
    ...{
      household: surveyed.householdId,
      village: thon1,
      round: round.roundId,
      survey: newId(),
      form: 'x',
      members: 3,
    },
    ...{ surveyed_on: '2026-11-20', case: surveyed.caseId, was: 'assigned', was_account: world.idOf('thang') },
    state: 'submitted',
  }
  const scored = {
    id: newId(),
    purpose: 'opens',
    standard_id: 'x',
    standard_hash: 'x',
    possible: ['poor'],
    lacking: [],
    reasons: [],
  }
  const note = { id: newId(), question: '', person: null, note: 'Hỏi lại' }
  return [
    { call: 'session_seen($1)', values: [session], changes: { session: ['seen_at'] } },
    { call: 'session_end($1, null)', values: [session], changes: { session: ['ended_at'] } },
    { call: 'setup_token_use($1)', values: [Buffer.from([1])], changes: { setup_token: ['used_at'] } },
    {
      call: 'paper_register($1, $2, $3)',
      values: [demoAreas.tamHongToday, null, JSON.stringify([paper])],
      changes: {},
      adds: ['signed_paper'],
    },
    {
      call: 'paper_begin($1, $2, $3, $4)',
      values: [waits, '9/QĐ-UBND', '2026-11-20', '2026-11-20'],
      changes: { signed_paper: ['in_force_from', 'issued_on', 'number'] },
    },
    {
      call: 'paper_replace($1, $2, $3)',
      values: [`{${certificate}}`, '{2027-01-01}', `{${waits}}`],
      changes: { signed_paper: ['in_force_until', 'replaced_by'] },
    },
    {
      call: 'certificate_end($1, $2)',
      values: [decided.householdId, '2026-11-25'],
      changes: { signed_paper: ['ended_because', 'in_force_until', 'until_before'] },
    },
    {
      call: 'case_follow($1, $2)',
      values: [moved.householdId, '2026-11-20'],
      changes: { review_case: ['changed_at', 'village_id'] },
    },
    {
      call: 'class_succeed($1, $2, $3)',
      values: [printed.decisionId, 'vn-2027-2030', JSON.stringify(succeeds)],
      changes: { household_class: ['valid_until'] },
      adds: ['household_class'],
    },
    {
      call: 'case_assign($1, $2, $3, $4)',
      values: [round.roundId, world.idOf('thang'), null, `{${surveyed.householdId}}`],
      changes: { review_case: ['account_id', 'changed_at'] },
    },
    {
      call: 'survey_store($1, $2, $3, $4)',
      values: [world.idOf('hung'), JSON.stringify(told), '{}', JSON.stringify([scored])],
      changes: { review_case: ['changed_at', 'state', 'survey_id'] },
      adds: ['survey', 'verdict'],
    },
    {
      call: 'survey_check($1, $2, $3, $4, $5, $6)',
      values: [checked.householdId, checked.caseId, surveyId, 'submitted', 'returned', JSON.stringify([note])],
      changes: { review_case: ['changed_at', 'state'] },
      adds: ['survey_note'],
    },
    {
      call: 'case_end($1, $2)',
      values: [round.roundId, `{${checked.householdId},${surveyed.householdId}}`],
      changes: { review_case: ['changed_at', 'left_because', 'left_state', 'state'] },
    },
  ]
}

type Row = Record<string, unknown>
/** The rows of the tables by their keys. */
async function rowsOf(names: readonly string[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const name of names) {
    const read = await world.owner.query<{ key: string; row: Row }>(
      `select coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'token_hash') as key, to_jsonb(t) as row from ${name} t`,
    )
    for (const { key, row } of read.rows) rows.set(`${name} ${key}`, row)
  }
  return rows
}

/** Which columns changed of which tables' rows, and which tables have new ones. */
function difference(before: Map<string, Row>, after: Map<string, Row>): Required<Pick<Act, 'changes' | 'adds'>> {
  const changes: Record<string, string[]> = {}
  const adds = new Set<string>()
  for (const [key, row] of after) {
    const [table = ''] = key.split(' ')
    const was = before.get(key)
    if (!was) adds.add(table)
    const columns = was ? Object.keys(row).filter((c) => JSON.stringify(row[c]) !== JSON.stringify(was[c])) : []
    if (columns.length > 0) changes[table] = columns.toSorted()
  }
  expect([...before.keys()].filter((key) => !after.has(key))).toEqual([])
  return { changes, adds: [...adds].toSorted() }
}

describe('the application itself', () => {
  const denied = async (text: string): Promise<string | null> =>
    by('hung', text).then(
      () => `${text} was done`,
      (error) => (/^permission denied for table/.test(error.message) ? null : `${text}: ${error.message}`),
    )

  it('changes no column of them, and holds no row of them', async () => {
    const { rows } = await world.owner.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'public' and table_name = any ($1)`,
      [changed],
    )
    expect(rows.length).toBeGreaterThan(40)
    const done = await Promise.all([
      ...rows.map(({ table, column }) => denied(`update ${table} set ${column} = ${column}`)),
      ...changed.flatMap((table) => ['update', 'share'].map((how) => denied(`select from ${table} for ${how}`))),
    ])
    expect(done.filter((answer) => answer !== null)).toEqual([])
  })

  it('adds no row where a function does', async () => {
    const done = await Promise.all(added.map((table) => denied(`insert into ${table} default values`)))
    expect(done.filter((answer) => answer !== null)).toEqual([])
  })
})

describe('each function', () => {
  it('leaves what is Hùng’s as it is where Sơn, Lạ or nobody’s areas call it', async () => {
    for (const person of ['son', 'la'] as const) {
      for (const { call, values } of acts.filter((act) => !act.call.startsWith('setup_token_use'))) {
        const before = [await rowsNow(world), await rowsOf(['session'])]
        const answer = await by(person, `select ${call} as answer`, values).then(
          ({ rows }) => rows[0]?.answer,
          (error) => error.code,
        )
        expect(['42501', false, 0, '', null], `${person} ${call}`).toContain(answer)
        expect([await rowsNow(world), await rowsOf(['session'])], `${person} ${call}`).toEqual(before)
      }
    }
  })

  it('writes the columns it names and no others, in one row', async () => {
    for (const { call, values, changes, adds = [] } of acts) {
      const before = await rowsOf([...changed, ...added])
      await by('hung', `select ${call} as answer`, values)
      expect(difference(before, await rowsOf([...changed, ...added])), call).toEqual({ changes, adds })
    }
  })

  it('does it once: the same again finds nothing', async () => {
    for (const { call, values } of acts.filter((act) =>
      /^(session_end|setup|paper_begin|survey|case_end)/.test(act.call),
    )) {
      const before = await rowsNow(world)
      const answer = await by('hung', `select ${call} as answer`, values).then(
        ({ rows }) => rows[0]?.answer,
        (error) => error.code,
      )
      expect([false, 0, 'NB003'], call).toContain(answer)
      expect(await rowsNow(world), call).toEqual(before)
    }
  })
})
