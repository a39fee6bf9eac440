/** SQL of who had left a round when it was decided, stands in its villages again, and was given no class since. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, ReviewCaseId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byHeadOf } from '#platform/server/sql/order.ts'
import type { LeftBecause } from '../model.ts'

export type Unclassed = {
  readonly roundId: RoundId
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
  readonly leftBecause: LeftBecause
  readonly leftOn: PlainDate
}

/** Those of decided rounds, of the households that the actor sees, in the order of lists. */
export const casesUnclassed = async (db: Db, rounds: readonly RoundId[]): Promise<Unclassed[]> =>
  rounds.length === 0
    ? []
    : (
        await sql<Unclassed>`
      select round_id as "roundId", household_id as "householdId", case_id as "caseId", head_name as "headName", number,
             village_id as "villageId", because as "leftBecause", since as "leftOn"
        from cases_unclassed(${rounds}::uuid[]) l
       order by round_id, ${byHeadOf('l')}`.execute(db)
      ).rows

/** The decided rounds of communes under these areas, the newest first. */
export const roundsDecided = async (db: Db, overs: readonly AreaId[]): Promise<readonly RoundId[]> =>
  overs.length === 0
    ? []
    : ((await sql<{ ids: RoundId[] }>`select rounds_decided(${overs}::uuid[]) as ids`.execute(db)).rows[0]?.ids ?? [])
