/** What waits in open rounds, in one shape for every room that tells of it. */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'

export type OpenRound = {
  readonly roundId: RoundId
  readonly name: string
  readonly areaId: AreaId
  readonly areaName: string
  readonly windowUntil: PlainDate
}

/** Whether it waits for the actor at all, what it is, and how often. */
export type Waiting<K extends string> = readonly [holds: boolean, kind: K, count: number]

/** A line a round and kind of what waits, late rounds first. */
export const waitingLines = <K extends string, R extends OpenRound>(
  rounds: readonly R[],
  today: PlainDate,
  waitingIn: (round: R) => readonly Waiting<K>[],
) =>
  rounds
    .flatMap((round) =>
      waitingIn(round)
        .filter(([holds, , count]) => holds && count > 0)
        .map(([, kind, count]) => ({
          kind,
          roundId: round.roundId,
          roundName: round.name,
          areaId: round.areaId,
          areaName: round.areaName,
          count,
          until: round.windowUntil,
          late: round.windowUntil < today,
        })),
    )
    .sort((a, b) => Number(b.late) - Number(a.late))
