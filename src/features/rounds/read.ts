/** How a round stands over all its households and villages, whoever asks. */
import type { Db } from '#platform/server/database/open.ts'
import type { Block } from './model.ts'
import { askedCases, type RoundRow, villagesApart } from './queries.ts'
import { finishBlocks, villageBlocks } from './rules/blocks.ts'

type Standing = {
  /** Why the present step cannot be finished; empty: it can. */
  readonly blocked: readonly Block[]
  /** Another commune has some of it today, to be handed over. */
  readonly apart: boolean
}

export async function standingOfAll(db: Db, { roundId, state }: RoundRow): Promise<Standing> {
  const cases = await askedCases(db, roundId)
  const villages = await villagesApart(db, roundId)
  return {
    blocked: [...finishBlocks(state, cases), ...villageBlocks(state, villages)],
    apart: villages.elsewhere > 0 || cases.some((one) => !one.here),
  }
}
