/** A decision held still where its state allows the act. */
import { mustStep } from '#features/rounds/must.ts'
import { setDecision } from '#features/rounds/store.ts'
import type { Actor } from '#kernel/access.ts'
import type { DecisionId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { decisionButtons } from './contract.ts'
import { type DecisionState, decisionStateWords } from './model.ts'
import { decisionProblem } from './problems.ts'
import { type DecisionRow, findDecision, findDecisionForUpdate, setWithdrawn } from './queries/decisions.ts'

export const stands = (name: keyof typeof decisionButtons, state: DecisionState): boolean =>
  (decisionButtons[name].in as readonly DecisionState[]).includes(state)

/** The decision and its round, held still, where the step and the state of the decision allow it. */
export async function mustStand(
  { db, actor }: { db: Db; actor: Actor },
  decisionId: DecisionId,
  action: 'print' | 'redraft' | 'withdraw',
): Promise<DecisionRow> {
  const seen = await findDecision(db, decisionId)
  if (!seen) throw decisionProblem('decisions.not_found')
  await mustStep({ db, actor }, seen.roundId, {
    action: action === 'redraft' ? 'withdraw' : action,
    right: decisionButtons[action].right,
  })
  const row = await findDecisionForUpdate(db, decisionId)
  // Somebody else was quicker by a moment: what was seen is true no more.
  if (!row) throw decisionProblem('decisions.not_found')
  if (row.state !== seen.state)
    throw decisionProblem('decisions.changed_just_now', { state: decisionStateWords[row.state] })
  if (!stands(action, row.state))
    throw decisionProblem('decisions.state_not_allowed', { state: decisionStateWords[row.state] })
  return row
}

/** Takes a decision off its round: it is kept, and of no more use. */
export async function takeOff(db: Db, { decisionId, roundId }: DecisionRow, because: string): Promise<void> {
  await setWithdrawn(db, decisionId, because)
  await setDecision(db, roundId, null)
}
