/** What waits in the open rounds for who runs them: counted only where the actor may do something about it. */
import { can } from '#kernel/access.ts'
import { read } from '#platform/server/handle.ts'
import { roundWork } from './contract.ts'
import { caseCounts, counted, openRounds } from './queries.ts'
import { roundLets } from './rules/cases.ts'
import { isUnbuilt } from './rules/steps.ts'
import { waitingLines } from './rules/waiting.ts'

export const workRoute = read(roundWork, async ({ db, actor, today }) => {
  const run = (await openRounds(db)).filter(({ over }) => can(actor, 'round.manage', over))
  const counts = await caseCounts(
    db,
    run.map((round) => round.roundId),
  )
  const items = waitingLines(run, today, ({ roundId, state }) => {
    const { total, listed } = counted(counts.filter((c) => c.round_id === roundId))
    return [
      [state === 'listing', 'to_list', Math.max(1, total)],
      [state === 'assigning' || roundLets(state, 'submit'), 'to_assign', listed],
      [isUnbuilt(state), 'to_record', 1],
    ] as const
  })
  return { items }
})
