/** SQL of the verdicts that a decision rests on, whose full text is fixed when it comes into force. */
import { sql } from 'kysely'
import type { Purpose, VerdictLine } from '#features/surveys/model.ts'
import type { PackedVerdict } from '#features/surveys/rules/packed.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { DecisionId, HouseholdId, VerdictId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { chunks } from '../rules/chunks.ts'

type Unfixed = {
  readonly householdId: HouseholdId
  readonly verdictId: VerdictId
  readonly purpose: Purpose
  readonly codes: string
  readonly line: VerdictLine
  readonly facts: unknown
  readonly on: PlainDate
}

/** Of a decision's whole list; none where the actor does not decide there. */
export const unfixedVerdicts = async (db: Db, decision: DecisionId): Promise<Unfixed[]> =>
  (
    await sql<Unfixed>`select household_id as "householdId", verdict_id as "verdictId", purpose, codes, line, facts,
      surveyed_on as "on" from decision_verdicts(${decision})`.execute(db)
  ).rows

export type FullText = {
  readonly household: HouseholdId
  readonly verdict: VerdictId
  readonly reasons: PackedVerdict
}

/** Once and for ever: what is fixed already stays. */
export async function fixVerdicts(db: Db, decision: DecisionId, texts: readonly FullText[]): Promise<void> {
  for (const part of chunks(texts))
    await sql`select decision_fix_verdicts(${decision}, ${JSON.stringify(part)})`.execute(db)
}
