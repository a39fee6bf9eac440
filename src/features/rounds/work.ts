/** What waits in the open rounds for who runs them: counted only where the actor may do something about it. */
import { can } from '#kernel/access.ts'
import { read } from '#platform/server/handle.ts'
import { roundWork } from './contract.ts'
import { caseCounts, counted, openRounds } from './queries.ts'
import { roundLets } from './rules/cases.ts'
import { isUnbuilt } from './rules/steps.ts'
import { waitingLines } from './rules/waiting.ts'

export const workRoute = read(roundWork, async ({ db, actor, today }) => {
  const open = await openRounds(db)
  const counts = await caseCounts(
    db,
    open.map((round) => round.roundId),
  )
  const items = waitingLines(open, today, ({ roundId, state, over }) => {
    const runs = can(actor, 'round.manage', over)
    const { total, listed } = counted(counts.filter((c) => c.round_id === roundId))
    return [
      [runs && state === 'listing', 'to_list', Math.max(1, total)],
      [runs && (state === 'assigning' || roundLets(state, 'submit')), 'to_assign', listed],
      [runs && isUnbuilt(state), 'to_record', 1],
    ] as const
  })
  return { items }
})
