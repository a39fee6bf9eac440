/** Of which day the answers are, where the phone said one that cannot be: who checks asks the enumerator, and says it. */
import type { Law } from '#features/standards/law.ts'
import { factFaults } from '#features/standards/rules/faults.ts'
import { instantOf } from '#platform/server/clock.ts'
import { change, happened, type Route } from '#platform/server/handle.ts'
import { mustMove } from './checking.ts'
import * as contract from './desk/contract.ts'
import { surveyEvent } from './events.ts'
import { judged } from './judged.ts'
import { surveyProblem } from './problems.ts'
import { redate } from './queries.ts'
import { factsOf, findSurvey } from './records.ts'
import { mayBeOf } from './rules/days.ts'
import { keptOf } from './rules/verdicts.ts'

export const settleRoute = (law: Law): Route =>
  change(contract.settleDay, async (call) => {
    const { db, actor, input, today, services } = call
    // Whoever may accept it may say of which day it is.
    const { found } = await mustMove(call, 'accept')
    const { row, round } = found
    const survey = await findSurvey(db, input.householdId, input.surveyId)
    const odd = survey?.aside?.day
    if (!survey || !odd) throw surveyProblem('surveys.day_stands')
    const { on } = input
    const until = today < round.windowUntil ? today : round.windowUntil
    if (!mayBeOf(on, { from: round.windowFrom, until }))
      throw surveyProblem('surveys.not_of_round', { from: round.windowFrom, until })
    const facts = factsOf(survey) ?? {}
    const faults = factFaults(facts, on)
    if (faults.length > 0)
      throw surveyProblem('surveys.facts_contradict', { where: faults.map((f) => f.path).join(', '), faults })
    const scorers = await law.scorers(db, round)
    const verdicts = judged(facts, on, scorers).map(keptOf)
    const settled = { by: actor.name, at: instantOf(services.clock) }
    if (!(await redate(db, input, { surveyId: input.surveyId, on, settled, verdicts })))
      throw surveyProblem('surveys.moved_on')
    const told = { round: row.roundId, household: row.householdId, said: odd.said, was: survey.surveyedOn, on }
    const event = surveyEvent('survey.day_settled', { subject: row.caseId, area: row.villageId, facts: told })
    return happened(event, { caseId: row.caseId, state: row.state })
  })
