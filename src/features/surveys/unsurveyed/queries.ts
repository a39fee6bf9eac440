/** SQL of households that could not be surveyed. Row security shows only those of the actor's villages. */
import { sql } from 'kysely'
import type { CaseState, LeftBecause } from '#features/rounds/model.ts'
import { caseState } from '#features/rounds/queries.ts'
import type { AreaId, HouseholdId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byHeadOf } from '#platform/server/sql/order.ts'
import { cameSince } from '../queries.ts'

export type Standing = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly villageId: AreaId
  readonly headName: string
  readonly state: CaseState
  readonly surveyId: SurveyId | null
  readonly leftBecause: LeftBecause | null
  /** Another survey is beside the one that was returned. */
  readonly beside: boolean
}

export const standingOf = async (
  db: Db,
  round: RoundId,
  { households, cases }: { readonly households: readonly HouseholdId[]; readonly cases: readonly ReviewCaseId[] },
): Promise<Standing[]> =>
  (
    await sql<Standing>`
      select c.household_id as "householdId", c.id as "caseId", c.village_id as "villageId", h.head_name as "headName",
             ${caseState} as state, c.survey_id as "surveyId", c.left_because as "leftBecause", ${cameSince} as beside
        from review_case c join round r on r.id = c.round_id join household h on h.household_id = c.household_id
       where c.household_id = any (${households}::uuid[]) and c.id = any (${cases}::uuid[]) and c.round_id = ${round}
       order by ${byHeadOf('h')}`.execute(db)
  ).rows

type Left = { readonly roundId: RoundId; readonly left: number; readonly came: number }
/** How many of each round left it since they could not be surveyed, and of how many of these a survey has come since. */
export const unsurveyedIn = async (db: Db, rounds: readonly RoundId[]): Promise<Left[]> =>
  rounds.length === 0
    ? []
    : (
        await sql<Left>`
          select c.round_id as "roundId", count(*)::int as left,
                 (count(*) filter (where h.ended_on is null and ${cameSince}))::int as came
            from review_case c join household h on h.household_id = c.household_id
           where c.round_id = any (${rounds}::uuid[]) and c.left_state is not null and c.left_because = 'not_surveyed'
           group by c.round_id`.execute(db)
      ).rows

/** What is kept of the round goes where the household lives now: its surveys, and what was told of it. */
export async function followBack(db: Db, households: readonly HouseholdId[]): Promise<void> {
  for (const household of households) {
    await sql`select survey_rows_follow(${household})`.execute(db)
    await sql`select survey_notices_follow(${household})`.execute(db)
  }
}
