/** What decisions say of a round. */
import { mustBeAble } from '#features/areas/must.ts'
import { getRound } from '#features/rounds/must.ts'
import { step } from '#features/rounds/rules/steps.ts'
import { roundPeopleApart } from '#features/surveys/people.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { absentBlocks, draftBlocks, peopleBlocks, undecidableBlocks } from '../rules/decision.ts'
import { roundDecision, roundDecisionButtons, roundFigures } from './contract.ts'
import { figuresOfRound } from './figures.ts'
import { decisionsOver, judgedCases, leftAndBack } from './queries.ts'
import { workRoute } from './work.ts'

const ofRound = read(roundDecision, async ({ db, actor, input, today }) => {
  const round = await getRound(db, input.roundId)
  const over = await mustBeAble({ db, actor }, 'round.read', round.areaId)
  const [live] = await decisionsOver(db, [round.roundId])
  if (live) return { decision: { decisionId: live.decisionId, state: live.state }, blocked: [], absent: [], can: [] }
  const decides = step(round.state, 'draft', round) !== null
  const cases = await judgedCases(db, round.roundId)
  const blocked = decides
    ? [...draftBlocks(round.state, cases), ...peopleBlocks(cases, await roundPeopleApart(db, round.roundId, today))]
    : undecidableBlocks(cases)
  return {
    decision: null,
    blocked,
    absent: decides ? absentBlocks(await leftAndBack(db, round.roundId)) : [],
    can: buttonsFor(roundDecisionButtons, { actor, over }, () => decides),
  }
})

export const roundRoutes: Route[] = [ofRound, read(roundFigures, figuresOfRound), workRoute]
