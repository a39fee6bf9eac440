/** SQL of who and what came to a round since it began: households into its villages, villages into its commune. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byHeadOf, inVietnamese } from '#platform/server/sql/order.ts'
import { casesUnclassed, roundsDecided } from '../counts/unclassed.ts'
import type { LeftBecause } from '../model.ts'

/** As many as one reads. */
const most = 50

type Arrival = {
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
  readonly since: PlainDate
  readonly how: 'moved' | 'moved_in' | 'split' | 'back' | 'unclassed'
}

export type LeftWhy = Exclude<LeftBecause, 'class_given' | 'not_surveyed'>
type Left = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly because: LeftWhy
  readonly since: PlainDate
}
/** Who left the round, stands, and lives in a village that it asks in today: to be taken back. */
export const casesLeft = async (db: Db, round: RoundId): Promise<Left[]> =>
  (
    await sql<Left>`
      select household_id as "householdId", village_id as "villageId", because, since from cases_left(${round})`.execute(
      db,
    )
  ).rows

/** The first of them that live in villages which the round has, as arrivals. */
export const backIn = async (db: Db, round: RoundId): Promise<Arrival[]> =>
  (
    await sql<Arrival>`
      select h.household_id as "householdId", h.head_name as "headName", h.number, h.village_id as "villageId",
             l.since, 'back' as how
        from cases_left(${round}) l join household h on h.household_id = l.household_id
        join round_village v on v.round_id = ${round} and v.village_id = h.village_id and v.left_on is null
       order by l.since desc, ${byHeadOf('h')} limit ${most}`.execute(db)
  ).rows

type ArrivingAt = { readonly roundId: RoundId; readonly areaId: AreaId; readonly windowFrom: PlainDate }

/**
 * Households that came to live in the villages of a round, or what those became, since it began, and are not on its list; and
 * who left it and is back, or stands here again after a round before was decided without it.
 */
export async function arrivalsOf(db: Db, round: ArrivingAt): Promise<Arrival[]> {
  const all = [...(await backIn(db, round.roundId)), ...(await unclassedIn(db, round)), ...(await newIn(db, round))]
  const first = new Map<HouseholdId, Arrival>()
  for (const one of all) if (!first.has(one.householdId)) first.set(one.householdId, one)
  return [...first.values()].slice(0, most)
}

/** Whom no open round asks, so none of them is on the list; since when each was out of the round that gave it no class. */
async function unclassedIn(db: Db, { roundId, areaId }: ArrivingAt): Promise<Arrival[]> {
  const found = await casesUnclassed(db, await roundsDecided(db, [areaId]))
  if (found.length === 0) return []
  const taken = await db
    .selectFrom('round_village')
    .where('round_id', '=', roundId)
    .where('left_on', 'is', null)
    .select('village_id')
    .execute()
  const villages = new Set(taken.map((row) => row.village_id))
  return found
    .filter(({ villageId }) => villages.has(villageId))
    .map(({ householdId, headName, number, villageId, leftOn }) => ({
      ...{ householdId, headName, number, villageId },
      ...{ since: leftOn, how: 'unclassed' as const },
    }))
}

const newIn = async (db: Db, { roundId, windowFrom }: { roundId: RoundId; windowFrom: PlainDate }) =>
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
       order by x.valid_from desc, ${byHeadOf('h')} limit ${most}`.execute(db)
  ).rows

type Come = {
  readonly villageId: AreaId
  readonly name: string
  readonly since: PlainDate
  /** The round had it and handed it over. */
  readonly back: boolean
}

/**
 * Villages that hang under the commune of the round and are not in it: since it began and under another before, or handed over
 * and under the commune again.
 */
export const villagesCome = async (
  db: Db,
  { roundId, areaId, windowFrom }: { roundId: RoundId; areaId: AreaId; windowFrom: PlainDate },
  today: PlainDate,
): Promise<Come[]> =>
  (
    await sql<Come>`
      select v.area_id as "villageId", v.name, coalesce(o.left_on, v.valid_from) as since, o.left_on is not null as back
        from area_version v left join round_village o on o.round_id = ${roundId} and o.village_id = v.area_id
       where v.parent_id = ${areaId} and v.level = 4 and ${validOn('v', today)}
         and case when o.round_id is null
                  then v.valid_from >= ${windowFrom} and exists (
                    select from area_version p where p.area_id = v.area_id and p.valid_until = v.valid_from and p.parent_id <> v.parent_id)
                  else o.left_on is not null end
       order by ${inVietnamese(sql`v.name`)}, v.area_id`.execute(db)
  ).rows

/** Takes them into the round, or back into it, held to its year. Throws on `round_village_once_a_year`. */
export const takeIn = (db: Db, round: RoundId, villages: readonly AreaId[]) =>
  sql`select round_take_in(${round}, ${villages.toSorted()}::uuid[])`.execute(db)
