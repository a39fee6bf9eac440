import { findRound } from '#features/rounds/queries.ts'
import type { Db } from '#platform/server/database/open.ts'
import { surveyProblem } from './problems.ts'
import { type CaseKey, findCase } from './queries.ts'

/** A case with its round; throws `surveys.case_not_found`. */
export async function getCase(db: Db, key: CaseKey) {
  const row = await findCase(db, key)
  const round = row && (await findRound(db, row.roundId))
  if (!row || !round) throw surveyProblem('surveys.case_not_found')
  return { row, round }
}
export type Found = Awaited<ReturnType<typeof getCase>>
