import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { heardAs } from '#features/households/rules/doubles.ts'
import { bareNumber } from '#features/households/rules/number.ts'
import { type Actor, areasWith, can, type GrantedRight, type HeldGrant, rights, roleNames } from '#kernel/access.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await cloneDatabase('empty')
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const today = '2026-11-20'
const id = (n: number) => stableId('area', 'tree', String(n)) as AreaId

/** Units 0..n-1; each but the first hangs under an earlier one (a level above it), some ended and were succeeded. */
const tree = fc
  .array(fc.record({ parent: fc.nat(1000), ended: fc.boolean(), heir: fc.nat(1000) }), { minLength: 4, maxLength: 24 })
  .map((picks) => {
    const units = [{ level: 0, parent: -1, ended: false, heir: -1 }]
    for (const pick of picks) {
      const parents = units.flatMap((u, n) => (u.level < 4 && !u.ended ? [n] : []))
      const parent = parents[pick.parent % parents.length] as number
      const level = (units[parent]?.level ?? 0) + 1
      const heirs = units.flatMap((u, n) => (u.level === level && !u.ended ? [n] : []))
      const heir = pick.ended && heirs.length > 0 ? (heirs[pick.heir % heirs.length] as number) : -1
      // Ended, and whether a successor is known: abolished districts have none.
      const known = pick.heir % 3 > 0
      units.push({ level, parent, ended: heir >= 0, heir: known ? heir : -1 })
    }
    return units
  })

type Unit = { level: number; parent: number; ended: boolean; heir: number }

async function plant(units: readonly Unit[]): Promise<void> {
  await client.query(
    "insert into area_event (id, kind, mark) values ($1, 'merge', 'invented') on conflict do nothing",
    [id(-1)],
  )
  for (const [n, unit] of units.entries()) {
    await client.query('insert into area (id) values ($1)', [id(n)])
    await client.query(
      `insert into area_version (id, area_id, valid_from, valid_until, level, kind, name, parent_id, mark)
       values ($1, $1, '2021-01-01', $2, $3, 'x', 'x', $4, 'invented')`,
      [id(n), unit.ended ? '2025-07-01' : null, unit.level, unit.parent < 0 ? null : id(unit.parent)],
    )
    if (unit.heir >= 0)
      await client.query(
        `insert into area_succession (id, from_id, to_id, event_id, mark) values ($1, $1, $2, $3, 'invented')`,
        [id(n), id(unit.heir), id(-1)],
      )
  }
  await client.query('select area_refresh_paths(), area_refresh_reach($1)', [today])
}

/** What stands over a unit, by the words of the rule: itself, and its parents, or its heir's where it ended. */
function over(units: readonly Unit[], n: number): AreaId[] {
  const unit = units[n]
  if (!unit) return []
  const next = unit.heir >= 0 ? unit.heir : unit.parent
  return [id(n), ...(next >= 0 ? over(units, next) : [])]
}

/** Puts one household in every unit, as the owner. */
async function settle(units: readonly Unit[]): Promise<void> {
  for (const n of units.keys())
    await client.query(
      `insert into household (household_id, village_id, head_person_id, head_name, search, started_on)
       values ($1, $1, $1, 'Hộ', 'ho', '2021-01-01')`,
      [id(n)],
    )
}

/** As a call sees it, by its beginning; or without the role that is taken on for the whole nation, which shows the same. */
type How = 'begun' | 'bare'

async function visible(areas: readonly AreaId[], how: How): Promise<string[]> {
  await client.query('savepoint looking')
  await client.query('set local role nb_app')
  const stand =
    how === 'begun'
      ? 'select nb_begin(null, $1::uuid[], null)'
      : "select set_config('nb.areas', $1::uuid[]::text, true)"
  await client.query(stand, [`{${areas.join(',')}}`])
  const listed = await client.query('select household_id from household')
  const found = await client.query("select household_id from household_search('ho', null, 200, null)")
  await client.query('rollback to savepoint looking')
  const ids = (rows: { household_id: string }[]) => rows.map((r) => r.household_id).sort()
  expect(ids(found.rows)).toEqual(ids(listed.rows))
  return ids(listed.rows)
}

/** What people write, and what stands beside it in a keyboard, an office program or another alphabet. */
const sign = fc.constantFrom(
  ..." \t\n\u00a0\u2003\u3000\ufeff-‐‑‒–—―−﹣－'’‘‛ʼʻʹ´`′＇đĐquUyYiIƠ̆H\u0302\u0323ạẬYzÐðƉɖ009１Ｋ.,/_%\\İß",
)
const written = fc.oneof(
  fc.array(sign, { maxLength: 14 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

it('a text folded in TypeScript and in the database, a household number and a name as it is heard are one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 60 }), async (all) => {
      const texts = all.filter((text) => !text.includes('\0'))
      const { rows } = await client.query(
        'select fold(t) as folded, bare_number(t) as number, heard_as(t) as heard from unnest($1::text[]) with ordinality as u (t, n) order by n',
        [texts],
      )
      expect(rows).toEqual(
        texts.map((text) => ({ folded: fold(text), number: bareNumber(text), heard: heardAs(text) })),
      )
    }),
    { numRuns: 60 },
  )
})

it('the rule in TypeScript and the policies in the database agree on any tree of areas', async () => {
  const right = fc.constantFrom(...(Object.keys(rights) as GrantedRight[]))
  const grants = fc.array(fc.record({ role: fc.constantFrom(...roleNames), at: fc.nat(1000) }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(tree, grants, right, async (units, held, wanted) => {
      await client.query('begin')
      try {
        await plant(units)
        await settle(units)
        const heldGrants: HeldGrant[] = held.map((g) => ({ role: g.role, areaId: id(g.at % units.length) }))
        const actor: Actor = { accountId: id(-2) as unknown as AccountId, name: 'Ai đó', grants: heldGrants }
        const allowed = [...units.keys()]
          .filter((n) => can(actor, wanted, over(units, n)))
          .map(id)
          .sort()
        for (const how of ['begun', 'bare'] as const)
          expect(await visible(areasWith(actor, wanted), how)).toEqual(allowed)
      } finally {
        await client.query('rollback')
      }
    }),
    { numRuns: 60 },
  )
})

it('sees nothing at all where nobody was named', async () => {
  await client.query('begin')
  await plant([{ level: 0, parent: -1, ended: false, heir: -1 }])
  await settle([{ level: 0, parent: -1, ended: false, heir: -1 }])
  for (const how of ['begun', 'bare'] as const) expect(await visible([], how)).toEqual([])
  await client.query('rollback')
})
