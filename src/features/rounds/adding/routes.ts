/** Households found for the list of a round, and many of them added in one act: who cannot be is told, each with the reason. */

import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { holdHouseholds } from '#features/households/queries.ts'
import { bareNumber } from '#features/households/rules/number.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import { roundEvent } from '../events.ts'
import { takeInSuccessors } from '../list/queries.ts'
import { leftOf } from '../list/rules.ts'
import { getRound, mustStep } from '../must.ts'
import { roundProblem } from '../problems.ts'
import { classesGiven, type RoundRow, roundsAsking } from '../queries.ts'
import { mustBeSure } from '../rules/doubts.ts'
import * as contract from './contract.ts'
import { type Asked, addCases, byNumbers, byWords, type Candidate, notListedIn, standingOf } from './queries.ts'
import { type WhyNot, whyNotAdded } from './rules.ts'

const none: { households: Candidate[]; more: boolean } = { households: [], more: false }

function sought(db: Db, round: RoundRow, { q, numbers, villageId }: InputOf<typeof contract.findForList>) {
  if (numbers) return byNumbers(db, round, numbers)
  if (q) return byWords(db, round, { q: plainFigures(q), villageId: villageId ?? null })
  return villageId ? notListedIn(db, round, villageId) : none
}

/** By household, the names of the other open rounds that ask it, and the day from which another decision gives it a class. */
async function decidedElse(db: Db, round: RoundRow, households: readonly HouseholdId[]) {
  const asking = await roundsAsking(db, households, round.roundId)
  const given = new Set((await classesGiven(db, round, households)).map((one) => one.householdId))
  return (household: HouseholdId) => ({
    asked: asking.filter((one) => one.householdId === household).map((one) => one.roundName),
    given: given.has(household) ? round.classesHoldFrom : null,
  })
}

const find = read(contract.findForList, async ({ db, actor, input, today }) => {
  const round = await getRound(db, input.roundId)
  await mustBeAble({ db, actor }, 'round.manage', round.areaId)
  const { households, more } = await sought(db, round, input)
  const villages = households.map((one) => one.villageId)
  const names = await namesOn(db, villages, today)
  const elsewhere = await decidedElse(
    db,
    round,
    households.map((one) => one.householdId),
  )
  const there = new Set(households.map((one) => bareNumber(one.number)))
  return {
    households: households.map(({ villageId, listed, here, ...one }) => {
      const why = whyNotAdded({ listed, here, endedOn: one.endedOn, ...elsewhere(one.householdId) })
      return {
        ...one,
        villageName: names.get(villageId) ?? '',
        why: why && { said: why.said, withReason: why.withReason },
      }
    }),
    more,
    missing: (input.numbers ?? []).filter((number) => !there.has(bareNumber(number))),
  }
})

const toldOf = ({ householdId, number, headName }: Asked, { said, withReason }: WhyNot) => ({
  householdId,
  number,
  headName,
  said,
  withReason,
})

const addMany = change(contract.addManyToList, async ({ db, actor, input, today }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, { action: 'list', right: 'round.manage' })
  const { roundId } = round
  await takeInSuccessors(db, roundId, today)
  await holdHouseholds(db, input.householdIds, 'alone')
  const found = await standingOf(db, round, { households: input.householdIds, day: today })
  const elsewhere = await decidedElse(db, round, input.householdIds)
  const judged = found.map((one) => ({ one, why: whyNotAdded({ ...one, ...elsewhere(one.householdId) }) }))
  const fits = judged.filter(({ why }) => why === null || (why.withReason && input.because))
  const left = judged.flatMap(({ one, why }) => (why && !(why.withReason && input.because) ? [toldOf(one, why)] : []))
  if (fits.length === 0) throw roundProblem('rounds.none_added', { left })
  const { back } = await addCases(db, roundId, {
    found: fits.map(({ one }) => ({ ...one, reason: 'request' as const })),
    today,
  })
  const [first, ...others] = fits.map(({ one, why }) => {
    const facts = { round: roundId, ...leftOf(back, one.householdId), ...mustBeSure(why?.doubts ?? [], input.because) }
    return roundEvent('round.household_requested', { subject: one.householdId, area: one.villageId, facts })
  })
  if (!first) throw roundProblem('rounds.none_added', { left })
  return happened(first, { added: fits.length, left }, others)
})

export const addingRoutes: Route[] = [find, addMany]
