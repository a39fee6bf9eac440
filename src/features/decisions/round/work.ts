/** What waits to be decided, signed or handed over, across the open rounds. */
import { roundsToWork } from '#features/rounds/queries.ts'
import { waitingLines } from '#features/rounds/rules/waiting.ts'
import { can } from '#kernel/access.ts'
import { read } from '#platform/server/handle.ts'
import { decisionWork } from './contract.ts'
import { decisionsOver } from './queries.ts'

export const workRoute = read(decisionWork, async ({ db, actor, today }) => {
  const open = await roundsToWork(db)
  const found = await decisionsOver(
    db,
    open.map((round) => round.roundId),
  )
  const decisions = new Map(found.map((one) => [one.roundId, one]))
  const lines = waitingLines(open, today, ({ roundId, state, over }) => {
    const decision = decisions.get(roundId)?.state
    const prepares = can(actor, 'decision.prepare', over)
    return [
      [prepares && state === 'deciding' && !decision, 'to_draft', 1],
      [prepares && decision === 'drafted', 'to_print', 1],
      [can(actor, 'decision.enforce', over) && decision === 'printed', 'to_enforce', 1],
      [can(actor, 'round.manage', over) && state === 'certificates', 'to_hand_over', 1],
    ] as const
  })
  return { items: lines.map((line) => ({ ...line, decisionId: decisions.get(line.roundId)?.decisionId ?? null })) }
})
