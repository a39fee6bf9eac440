/** SQL of the list of a round: whom it reviews, who surveys them. */
import { sql } from 'kysely'
import { holdHouseholds } from '#features/households/queries.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, RoundId, SurveyId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { CaseReason, CaseState, LeftTold } from '../model.ts'
import { caseState } from '../queries.ts'
import { casesLeft } from './views.ts'

/** Whether the household `h` is on the list of the round; who left it and may be taken back is not. */
export const onList = (round: RoundId) => sql<boolean>`(
  exists (select from review_case c where c.household_id = h.household_id and c.round_id = ${round})
  and h.household_id <> all (array(select l.household_id from cases_left(${round}) l)))`

const unlisted = (db: Db, round: RoundId, day: PlainDate) =>
  db
    .selectFrom('round_village as v')
    .innerJoin('household as h', 'h.village_id', 'v.village_id')
    .innerJoin('household_class as k', 'k.household_id', 'h.household_id')
    .where('v.round_id', '=', round)
    .where('v.left_on', 'is', null)
    .where('h.ended_on', 'is', null)
    .where('k.class', 'in', ['poor', 'near_poor'])
    .where(validOn('k', day))
    .where(sql<boolean>`not ${onList(round)}`)
    .select(['h.household_id as householdId', 'h.village_id as villageId', 'k.class', 'v.account_id as account'])
    .orderBy('h.household_id')
    .execute()

/** The round takes in what its villages have become, with whoever surveys there and what holds them to the year. */
export const takeInSuccessors = (db: Db, round: RoundId, day: PlainDate) =>
  sql`select round_take_successors(${round}, ${day})`.execute(db)

/**
 * Households of the round's villages that hold a listed class on the day and are not on the list yet, held: read again then.
 * Held alone, so that of two rounds which list one household the second sees the first.
 */
export async function notYetListed(db: Db, round: RoundId, day: PlainDate) {
  const seen = (await unlisted(db, round, day)).map((h) => h.householdId)
  const held = new Set((await holdHouseholds(db, seen, 'alone')).map((h) => h.householdId))
  return (await unlisted(db, round, day)).filter((h) => held.has(h.householdId))
}

/** Who left the round and lives in these villages, beside those found already: taken back with them. */
export async function leftElse(
  db: Db,
  round: RoundId,
  { villages, but }: { villages: ReadonlySet<AreaId>; but: readonly { readonly householdId: HouseholdId }[] },
): Promise<NewCase[]> {
  const known = new Set(but.map(({ householdId }) => householdId))
  const left = (await casesLeft(db, round)).filter((one) => villages.has(one.villageId) && !known.has(one.householdId))
  const held = new Set(
    (
      await holdHouseholds(
        db,
        left.map((one) => one.householdId),
        'alone',
      )
    ).map((h) => h.householdId),
  )
  return left
    .filter(({ householdId }) => held.has(householdId))
    .map(({ householdId, villageId }) => ({
      householdId,
      villageId,
      class: null,
      account: null,
      reason: 'request' as const,
    }))
}

/** A household that lives in a village of the round, held there alone, with the class it holds on the day. */
export async function findResident(db: Db, at: { round: RoundId; household: HouseholdId; day: PlainDate }) {
  await holdHouseholds(db, [at.household], 'alone')
  return db
    .selectFrom('round_village as v')
    .innerJoin('household as h', 'h.village_id', 'v.village_id')
    .leftJoin('household_class as k', (j) => j.onRef('k.household_id', '=', 'h.household_id').on(validOn('k', at.day)))
    .where('v.round_id', '=', at.round)
    .where('v.left_on', 'is', null)
    .where('h.household_id', '=', at.household)
    .where('h.ended_on', 'is', null)
    .select(['h.household_id as householdId', 'h.village_id as villageId', 'k.class', 'v.account_id as account'])
    .executeTakeFirst()
}

export type NewCase = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly class: Class | null
  readonly account: AccountId | null
  readonly reason: CaseReason
}

export const countCases = async (db: Db, round: RoundId): Promise<number> =>
  (
    await db
      .selectFrom('review_case')
      .where('round_id', '=', round)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

/** Takes a case off the list while nobody was asked to survey it, and writes down why; answers its village. */
export const removeListed = async (
  db: Db,
  round: RoundId,
  { household, because }: { readonly household: HouseholdId; readonly because: string },
): Promise<AreaId | null> =>
  (
    await sql<{ village: AreaId | null }>`
      select case_remove(${round}, ${household}, ${newId<'list_removal'>()}, ${because}) as village`.execute(db)
  ).rows[0]?.village ?? null

/** Enumerators with a grant in force over villages of the round. */
export const enumeratorsOf = (db: Db, round: RoundId, today: PlainDate) =>
  db
    .selectFrom('round_village as v')
    .innerJoin('area_reach as r', 'r.area_id', 'v.village_id')
    .innerJoin('access_grant as g', 'g.area_id', 'r.over_id')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .where('v.round_id', '=', round)
    .where('g.role', '=', 'enumerator')
    .where('a.disabled_at', 'is', null)
    .where(validOn('g', today))
    .leftJoin(
      (e) =>
        e
          .selectFrom('review_case as c')
          // As the list that it opens: those whose households the actor reaches.
          .innerJoin('household as h', 'h.household_id', 'c.household_id')
          .where('c.round_id', '=', round)
          .select((x) => ['c.account_id', x.fn.countAll<number>().as('assigned')])
          .groupBy('c.account_id')
          .as('n'),
      (j) => j.onRef('n.account_id', '=', 'a.id'),
    )
    .select([
      'a.id as accountId',
      'a.full_name as name',
      sql<AreaId[]>`array_agg(distinct v.village_id)`.as('villages'),
      sql<number>`coalesce(n.assigned, 0)`.as('assigned'),
    ])
    .groupBy(['a.id', 'a.full_name', 'n.assigned'])
    .orderBy(byGivenName(sql`a.full_name`))
    .orderBy('a.id')
    .execute()

export const villagesOfCases = (db: Db, round: RoundId, households: readonly HouseholdId[]) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('round as r', 'r.id', 'c.round_id')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.round_id', '=', round)
    .where('c.household_id', 'in', households)
    .select(['c.household_id', 'c.village_id', caseState.as('state')])
    .execute()

export type Assigning = {
  readonly round: RoundId
  readonly account: AccountId
  readonly only: { readonly village: AreaId } | { readonly households: readonly HouseholdId[] }
}

/** A village, or a household of one, with who has it. */
export type Holding = {
  readonly of: AreaId | HouseholdId
  readonly villageId: AreaId
  readonly accountId: AccountId | null
}

/** Who usually surveys in the village, or whom the cases of the households are given to. */
export const holdersOf = (db: Db, { round, only }: Omit<Assigning, 'account'>): Promise<Holding[]> =>
  'village' in only
    ? db
        .selectFrom('round_village as v')
        .where('v.round_id', '=', round)
        .where('v.village_id', '=', only.village)
        .select(['v.village_id as of', 'v.village_id as villageId', 'v.account_id as accountId'])
        .execute()
    : db
        .selectFrom('review_case as c')
        .where('c.round_id', '=', round)
        .where('c.household_id', 'in', only.households)
        .select(['c.household_id as of', 'c.village_id as villageId', 'c.account_id as accountId'])
        .orderBy('c.household_id')
        .execute()

/** Gives cases that are not with the checker to an enumerator; answers how many. */
export async function assignCases(db: Db, { round, account, only }: Assigning): Promise<number> {
  const village = 'village' in only ? only.village : null
  const households = 'households' in only ? only.households : null
  const { rows } = await sql<{ assigned: number }>`
    select case_assign(${round}, ${account}, ${village}, ${households}) as assigned`.execute(db)
  return rows[0]?.assigned ?? 0
}

/** Who usually surveys in a village of the round: cases added later go there too. */
export const setVillageEnumerator = (db: Db, round: RoundId, given: { village: AreaId; account: AccountId }) =>
  db
    .updateTable('round_village')
    .set({ account_id: given.account })
    .where('round_id', '=', round)
    .where('village_id', '=', given.village)
    .executeTakeFirst()

export type Leaving = {
  readonly household: HouseholdId
  /** As it was seen. */
  readonly was: CaseState
  readonly survey: SurveyId | null
  readonly told: Omit<LeftTold, 'surveyCame'>
}
/** They leave the round since they could not be surveyed, where each stands as it was seen; answers how many did. */
export const leaveUnsurveyed = async (
  db: Db,
  round: RoundId,
  { gone, today }: { readonly gone: readonly Leaving[]; readonly today: PlainDate },
): Promise<number> =>
  (
    await sql<{ n: number }>`
      select case_not_surveyed(${round}, ${JSON.stringify(gone)}::jsonb, ${today}) as n`.execute(db)
  ).rows[0]?.n ?? 0

/** Those that left so stand in the round again, as they stood; who has ended or lives elsewhere is left out. */
export const askAgain = async (
  db: Db,
  round: RoundId,
  { households, today }: { readonly households: readonly HouseholdId[]; readonly today: PlainDate },
): Promise<HouseholdId[]> =>
  (
    await sql<{ id: HouseholdId }>`
      select household_id as id from case_asked_again(${round}, ${households}::uuid[], ${today})`.execute(db)
  ).rows.map(({ id }) => id)

/** The cases of a household in rounds that are not decided go where it lives: village, enumerator, out of the round or back. */
export const followCases = (db: Db, household: string, today: PlainDate) =>
  sql`select case_follow(${household}, ${today})`.execute(db)

/** The same of the households of a round, before the decision over it is withdrawn: what left under it comes back. */
export const followUnder = (db: Db, round: RoundId, withdrawn: { decision: string; today: PlainDate }) =>
  sql`select cases_follow(${round}, ${withdrawn.today}, ${withdrawn.decision})`.execute(db)

/** A household has ended or stands again: its cases in every round are counted so. */
export const countEnded = (db: Db, household: string, on: PlainDate | null) =>
  sql`select case_household_ends(${household}, ${on !== null})`.execute(db)
