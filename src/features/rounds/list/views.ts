/** SQL of who and what came to a round since it began: households into its villages, villages into its commune. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byHeadOf, inVietnamese } from '#platform/server/sql/order.ts'

type Arrival = {
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
  readonly since: PlainDate
  readonly how: 'moved' | 'moved_in' | 'split'
}

/** Households that came to live in the villages of a round, or what those became, since it began, and are not on its list. */
export const arrivalsOf = async (db: Db, { roundId, windowFrom }: { roundId: RoundId; windowFrom: PlainDate }) =>
  (
    await sql<Arrival>`
      select h.household_id as "householdId", h.head_name as "headName", h.number, h.village_id as "villageId",
             x.valid_from as since,
             case when x.valid_from > h.started_on then 'moved' else (
               select e.kind from household_event e where e.household_id = h.household_id and e.kind in ('moved_in', 'split')
                  and e.happened_on = h.started_on and e.undone_by is null order by e.id limit 1) end as how
        from household_residence x join household h on h.household_id = x.household_id and h.ended_on is null
       where x.home_id in (select a.over_id from round_village v join area_reach a on a.area_id = v.village_id
                            join area_version w on w.area_id = a.over_id and w.level = 4 where v.round_id = ${roundId} and v.left_on is null)
         and x.valid_from >= ${windowFrom} and x.valid_until is null
         and not exists (select from review_case c where c.household_id = h.household_id and c.round_id = ${roundId})
         and not exists (select from household_residence b join round_village v on v.village_id = b.village_id
                          where b.household_id = x.household_id and b.valid_until = x.valid_from
                            and v.round_id = ${roundId} and v.left_on is null)
         and (x.valid_from > h.started_on or exists (
               select from household_event e where e.household_id = h.household_id and e.kind in ('moved_in', 'split')
                  and e.happened_on = h.started_on and e.undone_by is null))
       order by x.valid_from desc, ${byHeadOf('h')} limit 50`.execute(db)
  ).rows

type Come = { readonly villageId: AreaId; readonly name: string; readonly since: PlainDate }

/** Villages that hang under the commune of the round since it began and under another before, and are not in the round. */
export const villagesCome = async (
  db: Db,
  { roundId, areaId, windowFrom }: { roundId: RoundId; areaId: AreaId; windowFrom: PlainDate },
  today: PlainDate,
): Promise<Come[]> =>
  (
    await sql<Come>`
      select v.area_id as "villageId", v.name, v.valid_from as since
        from area_version v
        join area_version p on p.area_id = v.area_id and p.valid_until = v.valid_from and p.parent_id <> v.parent_id
       where v.parent_id = ${areaId} and v.level = 4 and v.valid_from >= ${windowFrom} and ${validOn('v', today)}
         and not exists (select from round_village r where r.round_id = ${roundId} and r.village_id = v.area_id and r.left_on is null)
       order by ${inVietnamese(sql`v.name`)}, v.area_id`.execute(db)
  ).rows

/** Takes them into the round, or back into it, held to its year. Throws on `round_village_once_a_year`. */
export const takeIn = (db: Db, round: RoundId, villages: readonly AreaId[]) =>
  sql`select round_take_in(${round}, ${villages.toSorted()}::uuid[])`.execute(db)
