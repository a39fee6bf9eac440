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
  const ids = open.map((round) => round.roundId)
  const [mine, counts] = [await countMine(db, actor.accountId, ids), await caseCounts(db, ids)]
  const items = waitingLines(open, today, ({ roundId, over }) => {
    const own = counted(mine.filter((c) => c.round_id === roundId))
    const { submitted } = counted(counts.filter((c) => c.round_id === roundId))
    return [
      [true, 'returned', own.returned],
      [true, 'to_survey', own.assigned],
      [can(actor, 'survey.check', over), 'to_check', submitted],
    ] as const
  })
  return { items }
})
