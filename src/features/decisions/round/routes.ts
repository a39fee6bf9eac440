/** What decisions say of a round. */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { holdHouseholds } from '#features/households/queries.ts'
import { casesUnclassed } from '#features/rounds/counts/unclassed.ts'
import { roundEvent } from '#features/rounds/events.ts'
import { getRound, mustStep } from '#features/rounds/must.ts'
import { roundProblem } from '#features/rounds/problems.ts'
import { askedCases, type RoundRow } from '#features/rounds/queries.ts'
import { namesInBlock } from '#features/rounds/rules/blocks.ts'
import { leftSaid } from '#features/rounds/rules/cases.ts'
import { step } from '#features/rounds/rules/steps.ts'
import type { Library } from '#features/standards/library.ts'
import { roundPeopleApart } from '#features/surveys/people.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import { standardHolds } from '../law.ts'
import { decisionProblem } from '../problems.ts'
import {
  absentBlocks,
  draftBlocks,
  peopleBlocks,
  standardBlocks,
  unclassedBlocks,
  undecidableBlocks,
} from '../rules/decision.ts'
import { givenBlocks } from '../rules/given.ts'
import { roundDecision, roundDecisionButtons, roundFigures, takeGivenOut } from './contract.ts'
import { figuresOfRound } from './figures.ts'
import { decisionsOver, endGiven, givenOn, judgedCases, leftAndBack } from './queries.ts'
import { workRoute } from './work.ts'

/** The day from which a class by another decision is in the way; before the step of deciding an ad hoc round has none. */
const inTheWayFrom = ({ classesHoldFrom, state }: RoundRow, today: PlainDate): PlainDate | null =>
  classesHoldFrom ?? (state === 'deciding' ? today : null)

const nothing = { blocked: [], absent: [], can: [] }

/** Who had left when it was decided and stands there again, with what tells each from another of that name. */
async function unclassedOf(db: Db, round: RoundId, today: PlainDate) {
  const found = await casesUnclassed(db, [round])
  const names = await namesOn(
    db,
    found.map((one) => one.villageId),
    today,
  )
  return unclassedBlocks(
    found.map((one) => ({
      ...one,
      seen: true,
      villageName: names.get(one.villageId) ?? '',
      differs: leftSaid(one),
    })),
  )
}

const ofRound = (library: Library) =>
  read(roundDecision, async ({ db, actor, input, today }) => {
    const round = await getRound(db, input.roundId)
    const over = await mustBeAble({ db, actor }, 'round.read', round.areaId)
    const [live] = await decisionsOver(db, [round.roundId])
    if (live) {
      const unclassed = live.state === 'in_force' ? await unclassedOf(db, round.roundId, today) : []
      return { decision: { decisionId: live.decisionId, state: live.state }, ...nothing, unclassed }
    }
    const { classesHoldFrom: namedDay } = round
    const decides = step(round.state, 'draft', round) !== null
    const cases = await judgedCases(db, round.roundId)
    const day = inTheWayFrom(round, today)
    const of = cases.filter(({ here, seen }) => here && seen)
    const given = day ? await givenOn(db, { of, day }) : []
    const against = decides
      ? [
          ...draftBlocks(round.state, cases),
          ...standardBlocks(await standardHolds(db, library, { ...round, namedDay, day: today })),
          ...peopleBlocks(cases, await roundPeopleApart(db, round.roundId, today)),
        ]
      : undecidableBlocks(cases)
    return {
      decision: null,
      blocked: [...against, ...givenBlocks({ of, given, namedDay, today })],
      absent: decides ? absentBlocks(await leftAndBack(db, round.roundId)) : [],
      unclassed: [],
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
  const { roundId, decisionId } = round
  const day = inTheWayFrom(round, today)
  if (decisionId) throw roundProblem('rounds.withdraw_first')
  const asked = (await askedCases(db, roundId)).filter(({ here, seen }) => here && seen)
  const all = asked.map(({ householdId }) => householdId)
  await holdHouseholds(db, all, 'share')
  const given = day ? await givenOn(db, { of: asked, day }) : []
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
  const taken = new Set(households)
  const names = asked.filter((one) => taken.has(one.householdId)).map((one) => one.headName)
  const ended = await endGiven(db, roundId, { households, today })
  return happened(first, { households: ended, names: names.slice(0, namesInBlock) }, others)
})

export const roundRoutes = (library: Library): Route[] => [
  ofRound(library),
  giveOut,
  read(roundFigures, figuresOfRound),
  workRoute,
]
