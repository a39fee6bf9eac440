/** What waits in the open rounds for who surveys and who checks. */
import { roundCounts } from '#features/rounds/counts/queries.ts'
import { roundsToWork } from '#features/rounds/queries.ts'
import { roundLets } from '#features/rounds/rules/cases.ts'
import { waitingLines } from '#features/rounds/rules/waiting.ts'
import { can } from '#kernel/access.ts'
import { read } from '#platform/server/handle.ts'
import { surveyWork } from './contract.ts'
import { openIn } from './notices/queries.ts'
import { countMine } from './queries.ts'
import { unsurveyedIn } from './unsurveyed/queries.ts'

export const workRoute = read(surveyWork, async ({ db, actor, today }) => {
  const open = (await roundsToWork(db)).filter((round) => roundLets(round.state, 'submit'))
  const idsOf = (rounds: typeof open) => rounds.map((round) => round.roundId)
  const checked = open.filter(({ over }) => can(actor, 'survey.check', over))
  const mine = await countMine(db, actor.accountId, idsOf(open))
  const told = await openIn(db, idsOf(checked))
  const run = open.filter(({ over }) => can(actor, 'round.manage', over))
  const left = await unsurveyedIn(db, idsOf(run))
  const counts = await roundCounts(db, idsOf(checked), { told: true })
  const items = waitingLines(open, today, ({ roundId }) => {
    const own = (state: string) => mine.find((c) => c.round_id === roundId && c.state === state)?.n ?? 0
    return [
      [true, 'returned', own('returned')],
      [true, 'to_survey', own('assigned')],
      [true, 'to_check', counts(roundId).submitted],
      [true, 'notices', told.find((one) => one.roundId === roundId)?.open ?? 0],
      [true, 'came_since', left.find((one) => one.roundId === roundId)?.came ?? 0],
    ] as const
  })
  return { items }
})
