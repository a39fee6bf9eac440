/** SQL of a round as it is judged: its cases with their verdicts, how many hold which class, the decisions over rounds. */
import { sql } from 'kysely'
import { askedCases, caseState } from '#features/rounds/queries.ts'
import type { AreaId, HouseholdId, RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Judged } from '../rules/decision.ts'

/** Every case of a round that is still asked, with the opening verdict on its latest survey. */
export const judgedCases = (db: Db, round: RoundId): Promise<Judged[]> =>
  askedCases(db, round)
    .leftJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'c.household_id').onRef('s.id', '=', 'c.survey_id'))
    .leftJoin('verdict as o', (j) =>
      j
        .onRef('o.household_id', '=', 'c.household_id')
        .onRef('o.survey_id', '=', 'c.survey_id')
        .on('o.purpose', '=', 'opens'),
    )
    .select(['o.id as verdictId', 'o.class', 'o.undecidable', 's.members'])
    .execute()

/** The cases that a decision leaves out ended with their households: written down, so that the round keeps saying so. */
export const endCasesBut = (db: Db, round: RoundId, decided: readonly HouseholdId[]) =>
  sql`select case_end(${round}, ${decided})`.execute(db)

export type ClassCount = { village: AreaId; purpose: 'opens' | 'closes'; class: string; n: number }

/** Verdicts on the latest survey of each case, by village, purpose and class (`open`: more than one is possible). */
export const classCounts = async (db: Db, round: RoundId): Promise<ClassCount[]> =>
  (
    await sql<ClassCount>`select c.village_id as village, v.purpose, coalesce(v.class, 'open') as class, count(*) as n
      from review_case c join verdict v on v.household_id = c.household_id and v.survey_id = c.survey_id
      join household h on h.household_id = c.household_id join round r on r.id = c.round_id
     where c.round_id = ${round} and ${caseState} <> 'ended' group by 1, 2, 3`.execute(db)
  ).rows

/** The decisions that stand over rounds. */
export const decisionsOver = (db: Db, rounds: readonly RoundId[]) =>
  db
    .selectFrom('decision')
    .where(sql<boolean>`round_id = any (${rounds}::uuid[])`)
    .where('state', '!=', 'withdrawn')
    .select(['id as decisionId', 'round_id as roundId', 'state'])
    .execute()
