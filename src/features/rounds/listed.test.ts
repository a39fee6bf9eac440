/** Lists of rounds are found by their areas and villages first, and show what row security shows of all rounds. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { openRound, thon1, thon2 } from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'
import { mostOpen, openRounds, roundsAt } from './queries.ts'

let world: World
const commune = demoAreas.tamHongToday as AreaId
let nation: AreaId
let elsewhere: { readonly commune: AreaId; readonly village: AreaId }

/** Copies of one round at many days, here and in the next commune, in several states; some take in a village elsewhere. */
beforeAll(async () => {
  world = await openWorld()
  const { roundId } = await openRound(world, 'ad_hoc', [thon1])
  const one = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows[0].id
  nation = await one('select over_id as id from area_within where area_ids is null')
  const village = await one(
    `select v.area_id as id from area_version v where v.level = 4 and v.valid_until is null
        and not exists (select from area_reach r where r.area_id = v.area_id and r.over_id = $1) order by 1 limit 1`,
    [commune],
  )
  elsewhere = { village, commune: await one('select parent_id as id from area_version where area_id = $1', [village]) }
  await world.owner.query(
    `insert into round (id, area_id, kind, name, window_from, window_until, opening_standard, opening_hash, opening_points,
            form_id, form_hash, state, created_by)
     select gen_random_uuid(), case n % 3 when 0 then $2::uuid else r.area_id end, r.kind, 'Kỳ ' || n,
            r.window_from + n / 4, r.window_until + n / 4, r.opening_standard, r.opening_hash, r.opening_points, r.form_id,
            r.form_hash, (array['surveying', 'completed', 'listing', 'cancelled', 'deciding'])[1 + n % 5], r.created_by
       from round r, generate_series(1, 700) n where r.id = $1`,
    [roundId, elsewhere.commune],
  )
  await world.owner.query(
    `insert into round_village (round_id, village_id)
     select r.id, case when right(r.name, 1) in ('1', '2', '3') then $1::uuid else $2 end from round r where r.name like 'Kỳ %'`,
    [elsewhere.village, thon2],
  )
})
afterAll(() => world.close())

const asWho = <T>(areas: readonly AreaId[], work: (db: Db) => Promise<T>): Promise<T> =>
  world.host.db.transaction().execute(async (db) => {
    await sql`select nb_begin(null, ${areas}::uuid[], null)`.execute(db)
    return work(db)
  })

const plain = async (db: Db, condition: ReturnType<typeof sql>, order: ReturnType<typeof sql>): Promise<string[]> => {
  const { rows } = await sql<{
    id: string
  }>`select r.id from round r where ${condition} order by ${order}, r.id`.execute(db)
  return rows.map((row) => row.id)
}
const under = (
  area: AreaId,
) => sql`(exists (select from area_reach a where a.area_id = r.area_id and a.over_id = ${area})
  or exists (select from round_village v join area_reach a on a.area_id = v.village_id
              where v.round_id = r.id and a.over_id = ${area}))`
const who = (): AreaId[][] => [
  [thon1 as AreaId],
  [thon2 as AreaId],
  [commune],
  [elsewhere.village],
  [elsewhere.commune, thon1 as AreaId],
  [nation],
  [],
]

it('tells everybody of the open rounds that he sees, those that end first', async () => {
  const counts = await Promise.all(
    who().map((areas) =>
      asWho(areas, async (db) => {
        const all = await plain(db, sql`r.state not in ('completed', 'cancelled')`, sql`r.window_until`)
        expect((await openRounds(db, { from: 0, most: mostOpen })).map((r) => r.roundId)).toEqual(
          all.slice(0, mostOpen),
        )
        return all.length
      }),
    ),
  )
  expect(counts.at(-1)).toBe(0)
  expect(counts.filter((n) => n > 0).length).toBe(6)
  expect(counts.some((n) => n > mostOpen)).toBe(true)
})

it('shows of an area its own rounds and those that take in its villages, newest first, in one state or all', async () => {
  for (const areas of who())
    for (const area of [thon1 as AreaId, thon2 as AreaId, commune, elsewhere.village, elsewhere.commune, nation])
      for (const state of [null, 'deciding'] as const)
        await asWho(areas, async (db) => {
          const such = state ? sql`r.state = ${state}` : sql`true`
          const all = await plain(db, sql`${under(area)} and ${such}`, sql`r.window_from desc`)
          expect((await roundsAt(db, area, state)).map((r) => r.roundId)).toEqual(all.slice(0, 200))
        })
})
