/** SQL of which person of a household an official is. Row security shows households of the actor's units. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Home } from './model.ts'

/** The household that an official lives in now, where the actor sees it. */
export const homeOf = async (
  db: Db,
  official: OfficialId,
  today: PlainDate,
): Promise<(Home & { readonly villageId: AreaId }) | null> =>
  (
    await sql<Home & { villageId: AreaId }>`
      select h.household_id as "householdId", h.head_name as "headName", h.number, h.village_id as "villageId", ${nameOn(sql`h.village_id`, today)} as "villageName",
             m.found_on as "foundOn"
        from home_of_official(${official}) m join household h on h.household_id = m.household_id`.execute(db)
  ).rows[0] ?? null

type Hashed = { readonly officialId: OfficialId; readonly hash: string }
type Linked = { readonly officialId: OfficialId; readonly homeId: AreaId | null; readonly linked: boolean }

/** Links those whose hash a household's citizen id has, and ends what agrees no more. `hashed`: of all who have a citizen id. */
export const link = async (db: Db, hashed: readonly Hashed[], today: PlainDate): Promise<Linked[]> =>
  (
    await sql<Linked>`
      select l.official_id as "officialId", l.home_id as "homeId", l.linked
        from officials_linked(${hashed.map(() => newId())}::uuid[], ${hashed.map((one) => one.officialId)}::uuid[],
                              ${hashed.map((one) => one.hash)}::text[], ${today}) l`.execute(db)
  ).rows
