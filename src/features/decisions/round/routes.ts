/** What decisions say of a round. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdHouseholds } from '#features/households/queries.ts'
import { roundEvent } from '#features/rounds/events.ts'
import { getRound, mustStep } from '#features/rounds/must.ts'
import { roundProblem } from '#features/rounds/problems.ts'
import { askedCases } from '#features/rounds/queries.ts'
import { step } from '#features/rounds/rules/steps.ts'
import { roundPeopleApart } from '#features/surveys/people.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import { decisionProblem } from '../problems.ts'
import { absentBlocks, draftBlocks, peopleBlocks, undecidableBlocks } from '../rules/decision.ts'
import { givenBlocks } from '../rules/given.ts'
import { roundDecision, roundDecisionButtons, roundFigures, takeGivenOut } from './contract.ts'
import { figuresOfRound } from './figures.ts'
import { decisionsOver, endGiven, givenOn, judgedCases, leftAndBack } from './queries.ts'
import { workRoute } from './work.ts'

const ofRound = read(roundDecision, async ({ db, actor, input, today }) => {
  const round = await getRound(db, input.roundId)
  const over = await mustBeAble({ db, actor }, 'round.read', round.areaId)
  const [live] = await decisionsOver(db, [round.roundId])
  if (live) return { decision: { decisionId: live.decisionId, state: live.state }, blocked: [], absent: [], can: [] }
  const decides = step(round.state, 'draft', round) !== null
  const cases = await judgedCases(db, round.roundId)
  const day = round.classesHoldFrom
  const of = cases.filter(({ here, seen }) => here && seen)
  const given = await givenOn(db, { of, day })
  const against = decides
    ? [...draftBlocks(round.state, cases), ...peopleBlocks(cases, await roundPeopleApart(db, round.roundId, today))]
    : undecidableBlocks(cases)
  return {
    decision: null,
    blocked: [...against, ...givenBlocks({ of, given, day })],
    absent: decides ? absentBlocks(await leftAndBack(db, round.roundId)) : [],
    can: buttonsFor(
      roundDecisionButtons,
      { actor, over },
      ({ action }, name) =>
        step(round.state, action, round) !== null && (name !== 'take_given_out' || given.length > 0),
    ),
  }
})

/** Who among those that are asked still is found out with the households held: no decision gives one its class meanwhile. */
const giveOut = change(takeGivenOut, async ({ db, actor, input, today }) => {
  const { round } = await mustStep({ db, actor }, input.roundId, { action: 'take_out', right: 'decision.prepare' })
  const { roundId, classesHoldFrom: day, decisionId } = round
  if (decisionId) throw roundProblem('rounds.withdraw_first')
  const asked = (await askedCases(db, roundId)).filter(({ here, seen }) => here && seen)
  const all = asked.map(({ householdId }) => householdId)
  await holdHouseholds(db, all, 'share')
  const given = await givenOn(db, { of: asked, day })
  const households = given.map(({ householdId }) => householdId)
  const villages = new Map(asked.map((one) => [one.householdId, one.villageId]))
  const [first, ...others] = given.map(({ householdId, number }) =>
    roundEvent('round.household_class_given', {
      subject: householdId,
      area: villages.get(householdId) ?? round.areaId,
      facts: { round: roundId, classFrom: day, ...(number && { byDecision: number }) },
    }),
  )
  if (!first) throw decisionProblem('decisions.none_given')
  return happened(first, { households: await endGiven(db, roundId, { households, today }) }, others)
})

export const roundRoutes: Route[] = [ofRound, giveOut, read(roundFigures, figuresOfRound), workRoute]
