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
import { recount } from './homes.ts'
import { type Act, along, arranged, changed } from './means/acts.ts'
import { thon1, thon2 } from './rounds.ts'
import { rowsNow } from './untouched.ts'
import { openWorld, type PersonName, type World } from './world.ts'

const added = ['household_class', 'identity_index', 'signed_paper', 'survey', 'survey_note', 'verdict']
/** Where units hang: an event of the tree is written by a function too. */
const ofTheTree = ['area', 'area_event', 'area_succession', 'area_version']
const watched = [...new Set([...changed, ...added, ...along])]

let world: World
let acts: Act[]
beforeAll(async () => {
  world = await openWorld()
  acts = await arranged(world)
})
// The acts are called one by one, without what a change of the register ends by.
afterAll(() => recount(world, '2026-11-20').then(() => world.close()))

const areasOf: Partial<Record<PersonName, AreaId>> = { hung: demoAreas.tamHongToday, son: demoAreas.kyThuongToday }
const by = (person: PersonName, text: string, values: readonly unknown[] = []) => {
  const area = areasOf[person]
  return changing(world.host, { account: world.idOf(person), areas: area ? [area] : [] }, (db) =>
    db.executeQuery<{ answer: unknown }>(CompiledQuery.raw(text, [...values])),
  )
}
type Row = Record<string, unknown>
/** The rows of the tables by their keys. */
async function rowsOf(names: readonly string[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const name of names) {
    const read = await world.owner.query<{ key: string; row: Row }>(
      `select coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'token_hash', to_jsonb(t) ->> 'index_hash', to_jsonb(t) ->> 'household_id') as key, to_jsonb(t) as row from ${name} t`,
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
      denied('delete from review_case'),
      denied('update case_count set listed = 1'),
      ...rows.map(({ table, column }) => denied(`update ${table} set ${column} = ${column}`)),
      ...changed.flatMap((table) => ['update', 'share'].map((how) => denied(`select from ${table} for ${how}`))),
    ])
    expect(done.filter((answer) => answer !== null)).toEqual([])
  })

  it('adds no row where a function does', async () => {
    const done = await Promise.all(
      [...added, ...ofTheTree, 'case_count', 'list_removal'].map((table) =>
        denied(`insert into ${table} default values`),
      ),
    )
    expect(done.filter((answer) => answer !== null)).toEqual([])
  })
})

describe('each function', () => {
  it('leaves what is Hùng’s as it is where Sơn, Lạ or nobody’s areas call it', async () => {
    for (const person of ['son', 'la'] as const) {
      for (const { call, values } of acts.filter((act) => !act.call.startsWith('setup_token_use'))) {
        const before = [await rowsNow(world), await rowsOf(['session'])]
        const answer = await by(person, `select ${call} as answer`, values).then(
          ({ rows }) => rows[0]?.answer ?? null,
          (error) => error.code,
        )
        expect(['42501', false, 0, '', null], `${person} ${call}`).toContain(answer)
        expect([await rowsNow(world), await rowsOf(['session'])], `${person} ${call}`).toEqual(before)
      }
    }
  })

  it('writes the columns it names and no others, in one row', async () => {
    for (const { call, values, changes, adds = [] } of acts) {
      const before = await rowsOf(watched)
      await by('hung', `select ${call} as answer`, values)
      expect(difference(before, await rowsOf(watched)), call).toEqual({ changes, adds })
    }
  })

  it('does it once: the same again finds nothing', async () => {
    for (const { call, values } of acts.filter((act) =>
      /^(session_end|setup|paper_begin|survey|case_end|decision_fix)/.test(act.call),
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

  it('lets go of a citizen id for those alone who reach the household', async () => {
    const [row] = (await world.owner.query<{ person_id: string }>('select person_id from identity_index')).rows
    const held = async () => (await world.owner.query('select from identity_index')).rowCount as number
    const before = await held()
    for (const [person, left] of [
      ['son', before],
      ['la', before],
      ['hung', before - 1],
    ] as const) {
      await by(person, 'select identity_forget($1)', [`{${row?.person_id}}`])
      expect(await held(), person).toBe(left)
    }
  })

  it('takes no citizen id for a household under another village than its own, nor into one of the next commune', async () => {
    const { rows } = await world.owner.query<{ household_id: string }>(
      'select household_id from household where village_id = $1 and ended_on is null limit 1',
      [thon1],
    )
    const claim = (home: string, household: string) =>
      by('hung', 'select taken_by from identity_claim($1, $2, $3, $4, $5)', [
        ...['{so 3}', `{${newId()}}`, `{${household}}`, `{${home}}`, '{2026-11-20}'],
      ]).then(({ rows }) => rows.length)
    expect(await claim(thon2, rows[0]?.household_id as string)).toBe(0)
    expect(await claim(demoAreas.villages.kyThuong[0] as string, newId())).toBe(0)
    expect(await claim(thon2, newId())).toBe(1)
  })

  it('records an event of the tree for those alone who reach every unit it ends or hangs others under', async () => {
    const event = { id: newId(), kind: 'rename', happened_on: '2026-11-20', mark: 'text' }
    const { rows } = await world.owner.query(
      'select to_jsonb(v) as v from area_version v where area_id = $1 and valid_until is null',
      [thon1],
    )
    const was = rows[0].v
    const ended = { ...was, valid_until: '2026-11-20', until_event_id: event.id }
    const begins = { ...was, id: newId(), valid_from: '2026-11-20', name: 'Thôn Khác', event_id: event.id }
    const record = (person: PersonName, states: object) =>
      by(person, `select area_record($1, $2, '{}', '[]', '[]', $3, '2026-11-20')`, [
        ...[JSON.stringify(event), JSON.stringify([ended]), JSON.stringify([states])],
      ]).then(
        () => 'done',
        (error) => error.code,
      )
    for (const person of ['son', 'la'] as const) expect(await record(person, begins), person).toBe('42501')
    expect(await record('hung', { ...begins, parent_id: demoAreas.kyThuongToday })).toBe('42501')
    expect(await record('hung', { ...begins, parent_id: null })).toBe('42501')
    const names = async () =>
      (await world.owner.query('select name from area_version where area_id = $1 order by valid_from', [thon1])).rows
    const before = await names()
    expect(await record('hung', begins)).toBe('done')
    expect(await names()).toEqual([...before, { name: 'Thôn Khác' }])
  })
})
