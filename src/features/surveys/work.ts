/** What waits in the open rounds for who surveys and who checks. */
import { caseCounts, counted, openRounds } from '#features/rounds/queries.ts'
import { roundLets } from '#features/rounds/rules/cases.ts'
import { waitingLines } from '#features/rounds/rules/waiting.ts'
import { can } from '#kernel/access.ts'
import { read } from '#platform/server/handle.ts'
import { surveyWork } from './contract.ts'
import { countMine } from './queries.ts'

export const workRoute = read(surveyWork, async ({ db, actor, today }) => {
  const open = (await openRounds(db)).filter((round) => roundLets(round.state, 'submit'))
  const idsOf = (rounds: typeof open) => rounds.map((round) => round.roundId)
  const checked = open.filter(({ over }) => can(actor, 'survey.check', over))
  const mine = await countMine(db, actor.accountId, idsOf(open))
  const counts = await caseCounts(db, idsOf(checked))
  const items = waitingLines(open, today, ({ roundId }) => {
    const own = counted(mine.filter((c) => c.round_id === roundId))
    const { submitted } = counted(counts.filter((c) => c.round_id === roundId))
    return [
      [true, 'returned', own.returned],
      [true, 'to_survey', own.assigned],
      [true, 'to_check', submitted],
    ] as const
  })
  return { items }
})
