/**
 * Row security on an installation with rows in every table: whoever asks, sees of each table exactly what hangs under the
 * areas of his right today. Said here once more, by the tree, as the policies said it before they were lists.
 */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { readCatalogue } from '#platform/server/database/catalogue.ts'
import { readFolder } from './upgrade/folder.ts'
import { type Opened, openUpgraded } from './upgrade/opened.ts'

const under = (unit: string) =>
  `exists (select from area_reach r where r.area_id = ${unit} and r.over_id = any ($1::uuid[]))`
const withHousehold = `exists (select from household h where h.household_id = t.household_id and ${under('h.village_id')})`
const roundSeen = (round: string) => `exists (select from round x where x.id = ${round} and (${under('x.area_id')}
  or exists (select from round_village v where v.round_id = x.id and ${under('v.village_id')})))`

/** Which rows `t` of each guarded table are seen over the areas `$1`, by nobody's account. */
const seen: Record<string, string> = {
  access_grant: under('t.area_id'),
  audit_line: under('t.area_id'),
  certificate: withHousehold,
  correction: under('t.area_id'),
  decision: under('t.area_id'),
  decision_entry: under('t.village_id'),
  file: under('t.area_id'),
  household: under('t.village_id'),
  household_class: `${withHousehold} or ${under('t.village_id')}`,
  household_event: withHousehold,
  household_residence: withHousehold,
  identity_index: withHousehold,
  issued_number: under('t.area_id'),
  list_removal: under('t.village_id'),
  member: withHousehold,
  review_case: under('t.village_id'),
  round: roundSeen('t.id'),
  round_step: roundSeen('t.round_id'),
  round_village: under('t.village_id'),
  signed_paper: under('t.area_id'),
  survey: under('t.village_id'),
  survey_note: withHousehold,
  training_demand: under('t.area_id'),
  training_need: under('t.area_id'),
  verdict: under('t.village_id'),
}

const { villages } = demoAreas
const first = (of: readonly AreaId[]): AreaId => of[0] as AreaId
const actors: Record<string, readonly AreaId[]> = {
  'Mai, head of three villages': villages.tamHong.slice(0, 3),
  'the head of one village': [first(villages.kyThuong)],
  'Hùng, over a commune': [demoAreas.tamHongToday],
  'somebody over the commune as it was called before': [demoAreas.tamHong2021],
  'somebody over a district that was abolished': [demoAreas.yenLac],
  'Lan, over a province': [demoAreas.phuTho],
  'somebody with areas in two provinces': [demoAreas.tamHongToday, demoAreas.kyThuongToday],
  'somebody over a province and a village within it': [demoAreas.quangNinh, first(villages.dongLam)],
  'Trị, over the nation': [demoAreas.nation],
  'Trị, over the nation and a village': [first(villages.tamHong), demoAreas.nation],
  'somebody with no area': [],
  'somebody over what does not exist': ['01920000-0000-7000-8000-00000000dead' as AreaId],
}

let opened: Opened
let client: pg.PoolClient
beforeAll(async () => {
  opened = await openUpgraded(readFolder('03'))
  client = await opened.owner.connect()
  // What was left before there were corrections: one of each decision.
  await client.query(`insert into correction (id, area_id, subject_kind, subject_id, amends_id, replaced_id, because, before,
      after, content_hash, signed, drafted_by, drafted_at)
    select gen_random_uuid(), d.area_id, 'household', e.household_id, d.id, gen_random_uuid(), '-', '{}', '[]', '-', '-',
           d.drafted_by, now()
      from decision d join lateral (select household_id from decision_entry where decision_id = d.id limit 1) e on true`)
})
afterAll(async () => {
  client?.release()
  await opened?.close()
})

const rowsOf = `select count(*)::int as n, coalesce(md5(string_agg(x, '' order by x)), '') as which from (select md5(t::text) as x from`
type Rows = { readonly n: number; readonly which: string }

/** As a call is begun, or as one who reaches few or many units, whatever he reaches: the three ask differently. */
type How = 'as begun' | 'nb_app' | 'nb_wide'
const everyHow: readonly How[] = ['as begun', 'nb_app', 'nb_wide']

async function shown(table: string, areas: readonly AreaId[], how: How = 'as begun'): Promise<Rows> {
  await client.query('savepoint looking')
  await client.query('set local role nb_app')
  await client.query('select nb_begin(null, $1, null)', [areas])
  if (how !== 'as begun') await client.query(`set local role ${how}`)
  const { rows } = await client.query<Rows>(`${rowsOf} ${table} t) found`)
  await client.query('rollback to savepoint looking')
  return rows[0] as Rows
}
const meant = async (table: string, areas: readonly AreaId[]): Promise<Rows> =>
  (await client.query<Rows>(`${rowsOf} ${table} t where ${seen[table]}) found`, [areas])).rows[0] as Rows

async function inTransaction(work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
  } finally {
    await client.query('rollback')
  }
}

it('every guarded table is asked here', async () => {
  const { policies } = await readCatalogue(opened.owner)
  const guarded = policies.filter((p) => p.role === 'nb_nation' && ['select', 'all'].includes(p.command))
  expect(guarded.map((p) => p.table)).toEqual(Object.keys(seen))
})

describe.each(Object.entries(actors))('%s', (_, areas) => {
  it('sees of every table what hangs under it, and nothing else', () =>
    inTransaction(async () => {
      for (const table of Object.keys(seen)) {
        const rows = await meant(table, areas)
        for (const how of everyHow) expect([table, how, await shown(table, areas, how)]).toEqual([table, how, rows])
      }
    }))
})

it('each of the three roles is taken on by whom it is for', () =>
  inTransaction(async () => {
    const begun = async (areas: readonly AreaId[]) => {
      await client.query('set local role nb_app')
      await client.query('select nb_begin(null, $1, null)', [areas])
      return (await client.query('select current_user as role')).rows[0].role
    }
    await client.query(
      `insert into area_within (over_id, area_ids)
       select $1, array(select gen_random_uuid() from generate_series(1, 201)) on conflict (over_id) do update set area_ids = excluded.area_ids`,
      [demoAreas.quangNinh],
    )
    expect(await begun([demoAreas.nation])).toBe('nb_nation')
    expect(await begun([demoAreas.quangNinh])).toBe('nb_wide')
    expect(await begun([demoAreas.tamHongToday, demoAreas.kyThuongToday])).toBe('nb_app')
    expect(await begun([demoAreas.quangNinh, demoAreas.nation])).toBe('nb_nation')
    expect(await begun([])).toBe('nb_app')
  }))

it('the tables hold something to be seen, or none of it says anything', () =>
  inTransaction(async () => {
    const empty: string[] = []
    for (const table of Object.keys(seen)) if ((await meant(table, [demoAreas.nation])).n === 0) empty.push(table)
    expect(empty).toEqual(['training_demand'])
    const of = async (areas: readonly AreaId[]) => (await shown('household', areas)).n
    const counts = [await of([]), await of([first(villages.tamHong)]), await of([demoAreas.tamHongToday])]
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b))
    expect(counts.at(-1)).toBeLessThanOrEqual(await of([demoAreas.nation]))
  }))

describe('a village that goes to another commune at midnight', () => {
  const [village] = villages.tamHong as [AreaId]
  const [from, to] = [demoAreas.tamHongToday, demoAreas.kyThuongToday]

  it('is seen by the one commune until then, by the other from then on', () =>
    inTransaction(async () => {
      const own = (await meant('household', [village])).n
      expect(own).toBeGreaterThan(0)
      await client.query(
        `update area_version set valid_until = '2026-12-01' where area_id = $1 and valid_until is null`,
        [village],
      )
      await client.query(
        `insert into area_version (id, area_id, level, kind, code, name, parent_id, settlement, valid_from, from_known, mark, event_id)
         select gen_random_uuid(), area_id, level, kind, code, name, $2, settlement, '2026-12-01', true, mark, event_id
           from area_version where area_id = $1 and valid_until = '2026-12-01'`,
        [village, to],
      )
      const seenBy = async (day: string) => {
        await client.query('select area_refresh_paths(), area_refresh_reach($1)', [day])
        const counts: number[] = []
        for (const commune of [from, to]) counts.push((await shown('household', [commune])).n)
        for (const table of Object.keys(seen))
          for (const areas of [[from], [to], [village]])
            expect([table, day, await shown(table, areas)]).toEqual([table, day, await meant(table, areas)])
        return counts
      }
      const [before, beforeThere] = await seenBy('2026-11-30')
      expect(await seenBy('2026-12-01')).toEqual([(before ?? 0) - own, (beforeThere ?? 0) + own])
    }))
})
