/** How a round stands over all its households and villages, whoever asks. */
import type { Db } from '#platform/server/database/open.ts'
import type { Block, CaseState } from './model.ts'
import { askedCases, firstCases, type RoundRow, tallyCases, villagesApart } from './queries.ts'
import { finishBlocks, namesInBlock, statesAsked, stepBlocks, villageBlocks } from './rules/blocks.ts'

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

/** The first cases in each state that keeps the step open, by their households. */
async function namedCases(db: Db, { roundId, state }: RoundRow) {
  const found = []
  for (const asked of statesAsked[state] ?? [])
    found.push(...(await firstCases(db, roundId, { state: asked, few: namesInBlock })))
  return found.sort((a, b) => (a.householdId < b.householdId ? -1 : 1))
}

/** The same, counted: of cases only the first that are named are read, unless some household lives elsewhere. */
export async function standingCounted(db: Db, round: RoundRow): Promise<Standing> {
  const { roundId, state } = round
  const tally = await tallyCases(db, roundId)
  if (tally.some(({ here }) => !here)) return standingOfAll(db, round)
  const villages = await villagesApart(db, roundId)
  const named = await namedCases(db, round)
  const told = (states: readonly CaseState[] | 'all') => {
    const fits = (one: { state: CaseState }) => states === 'all' || states.includes(one.state)
    const sum = (rows: typeof tally) => rows.reduce((all, { n }) => all + n, 0)
    const rows = tally.filter(fits)
    return { count: sum(rows), unseen: sum(rows.filter(({ seen }) => !seen)), households: named.filter(fits) }
  }
  return {
    blocked: [...stepBlocks(state, told), ...villageBlocks(state, villages)],
    apart: villages.elsewhere > 0,
  }
}
