/** What of an open round another commune has today waits in both: there to be handed over, here to come. */
import { namesOn } from '#features/areas/queries.ts'
import { type Actor, areasWith, can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { roundsApart } from '../counts/queries.ts'
import { apartKinds } from '../model.ts'
import type { roundsToWork } from '../queries.ts'
import { isOfStep } from '../rules/steps.ts'
import type { Waiting } from '../rules/waiting.ts'

type Open = Awaited<ReturnType<typeof roundsToWork>>[number]
type Kind = (typeof apartKinds)[number]
export const isApart = (kind: string): kind is Kind => apartKinds.some((one) => one === kind)
type Apart = { readonly waiting: readonly Waiting<Kind>[]; readonly places: string[] }
type Asked = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** Who runs rounds there, and who signs for the commune. */
const answersFor = (actor: Actor, over: readonly AreaId[]) =>
  can(actor, 'round.manage', over) || can(actor, 'decision.enforce', over)

/** At which steps, and until which decision, the button for it is offered: before and after, nobody could do anything. */
const handsOver = ({ state, decisionId }: Open) => isOfStep(state, 'hand_over') && decisionId === null

/** Villages are counted where nobody of them is asked. */
const waitingOf = (side: 'give' | 'take', { households, villages }: { households: number; villages: number }) =>
  [
    [true, `to_${side}`, households],
    [households === 0, `villages_to_${side}`, villages],
  ] as const

export async function apartOf({ db, actor, today }: Asked, open: readonly Open[]): Promise<(round: RoundId) => Apart> {
  // Who signs or runs rounds nowhere is not asked about; who reads a province has none of another's.
  const answers = areasWith(actor, 'decision.enforce').length + areasWith(actor, 'round.manage').length > 0
  const mine = answers ? open.filter(handsOver) : []
  const found = await roundsApart(
    db,
    mine.map(({ roundId }) => roundId),
  )
  const of = new Map(mine.map(({ roundId, over }) => [roundId, over]))
  const told = found.filter(({ roundId, held, over }) => answersFor(actor, held ? (of.get(roundId) ?? []) : over))
  const names = await namesOn(
    db,
    told.flatMap(({ places }) => places),
    today,
  )
  const lines = new Map(
    told.map(({ roundId, held, places, ...counts }) => [
      roundId,
      {
        waiting: waitingOf(held ? 'give' : 'take', counts),
        places: places.flatMap((place) => names.get(place) ?? []).sort(compareNames),
      },
    ]),
  )
  return (round) => lines.get(round) ?? { waiting: [], places: [] }
}
