/** SQL of giving whole villages: who may survey where, who had it last, what is still open. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { strayedCases } from '../counts/strayed.ts'

type FittingRow = { readonly villageId: AreaId; readonly accountId: AccountId; readonly own: boolean }

/** Enumerators of each village of a round, by grants in force. `own`: a grant over the village itself. */
export const fittingIn = (db: Db, round: RoundId, today: PlainDate): Promise<FittingRow[]> =>
  db
    .selectFrom('round_village as v')
    .innerJoin('area_reach as r', 'r.area_id', 'v.village_id')
    .innerJoin('access_grant as g', 'g.area_id', 'r.over_id')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .where('v.round_id', '=', round)
    .where('v.left_on', 'is', null)
    .where('g.role', '=', 'enumerator')
    .where('a.disabled_at', 'is', null)
    .where(validOn('g', today))
    .select([
      'v.village_id as villageId',
      'a.id as accountId',
      sql<boolean>`bool_or(g.area_id = v.village_id)`.as('own'),
    ])
    .groupBy(['v.village_id', 'a.id'])
    .execute()

/** Who had each village, or what it was before, in the newest other round that gave it to somebody. */
export async function lastHolders(db: Db, round: RoundId): Promise<Map<AreaId, AccountId>> {
  const { rows } = await sql<{ village: AreaId; account: AccountId }>`
    select distinct on (v.village_id) v.village_id as village, p.account_id as account
      from round_village v
      join area_reach a on a.over_id = v.village_id
      join round_village p on p.village_id = a.area_id and p.round_id <> v.round_id and p.account_id is not null
      join round r on r.id = p.round_id and r.state <> 'cancelled'
     where v.round_id = ${round}
     order by v.village_id, r.window_from desc, r.id desc, p.village_id`.execute(db)
  return new Map(rows.map(({ village, account }) => [village, account]))
}

type OpenCase = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly accountId: AccountId | null
  readonly listed: boolean
}

/**
 * Cases of some villages that are not with the checker, by village. `listed`: given to nobody yet, or to who may no longer
 * survey there.
 */
export async function openCases(
  db: Db,
  round: RoundId,
  { villages, today }: { readonly villages: readonly AreaId[]; readonly today: PlainDate },
): Promise<OpenCase[]> {
  const strayed = new Set((await strayedCases(db, [round], today)).flatMap((one) => one.householdIds))
  const found = await db
    .selectFrom('review_case as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.round_id', '=', round)
    .where(sql<boolean>`c.village_id = any (${villages}::uuid[])`)
    .where('c.state', 'in', ['listed', 'assigned', 'returned'])
    .where('h.ended_on', 'is', null)
    .select([
      'c.household_id as householdId',
      'c.village_id as villageId',
      'c.account_id as accountId',
      sql<boolean>`c.state = 'listed'`.as('listed'),
    ])
    .execute()
  return found.map((one) => ({ ...one, listed: one.listed || strayed.has(one.householdId) }))
}
