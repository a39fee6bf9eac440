/** SQL of whose own household is in a round that they work on. Row security shows cases of the actor's units. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { Conflict } from './model.ts'

/**
 * Of the households of a round those in which somebody lives who would survey it (given to them, or their village is), check it
 * or sign for it (by a role in force over it); by village, then by the given name of the head.
 */
export const conflictsOf = async (
  db: Db,
  { roundId, areaId, today }: { readonly roundId: RoundId; readonly areaId: AreaId; readonly today: PlainDate },
): Promise<Conflict[]> =>
  (
    await sql<Conflict>`
      with own as materialized (
        select o.official_id, o.full_name, o.account_id, c.household_id, c.village_id, c.account_id as surveyor
          from officials_at_home(${areaId}) o
          join review_case c on c.household_id = o.household_id and c.round_id = ${roundId}
         where o.account_id is not null and c.state <> 'ended'),
      deed as (
        select o.official_id, o.full_name, o.household_id, o.village_id, 'surveys' as deed from own o
          left join round_village v on v.round_id = ${roundId} and v.village_id = o.village_id
         where o.account_id = coalesce(o.surveyor, v.account_id)
        union
        select o.official_id, o.full_name, o.household_id, o.village_id, case g.role when 'commune_chair' then 'decides' else 'checks' end
          from own o join access_grant g on g.account_id = o.account_id and ${validOn('g', today)}
          join area_reach r on r.area_id = o.village_id and r.over_id = g.area_id
         where g.role in ('commune_official', 'commune_chair')),
      named as (
        select d.*, h.head_name, h.number, ${nameOn(sql`d.village_id`, today)} as village_name
          from deed d join household h on h.household_id = d.household_id)
      select n.household_id as "householdId", n.head_name as "headName", n.number, n.village_name as "villageName",
             n.official_id as "officialId", n.full_name as name, n.deed
        from named n
       order by ${inVietnamese(sql`n.village_name`)}, ${byGivenName(sql`n.head_name`)}, n.household_id, n.official_id, n.deed`.execute(
      db,
    )
  ).rows
