/** Households that refuse or are never met leave a round, by who runs it, with a reason; and are asked again. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdHouseholds } from '#features/households/queries.ts'
import { askAgain, leaveUnsurveyed, takeInSuccessors } from '#features/rounds/list/queries.ts'
import { mustStep } from '#features/rounds/must.ts'
import type { RoundRow } from '#features/rounds/queries.ts'
import { stepCase } from '#features/rounds/rules/cases.ts'
import { showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, change, happened, type Route } from '#platform/server/handle.ts'
import { surveyEvent } from '../events.ts'
import { answerEach, openOfCases, standOfCases } from '../notices/queries.ts'
import { surveyProblem } from '../problems.ts'
import * as contract from './contract.ts'
import { unsurveyedProblem } from './problems.ts'
import { followBack, type Standing, standingOf } from './queries.ts'

type Recording = Call<typeof contract.recordUnsurveyed>
type Seen = InputOf<typeof contract.recordUnsurveyed>['households'][number]

/** As many as one reads. */
const namedAtMost = 20
const namesOf = (of: readonly Standing[]): string => {
  const more = of.length - namedAtMost
  const names = of.slice(0, namedAtMost).map(({ headName }) => headName)
  return [...names, ...(more > 0 ? [`+${more}`] : [])].join(', ')
}
/** Throws the problem where somebody is concerned, by name. */
function mustBeNobody(of: readonly Standing[], code: Parameters<typeof unsurveyedProblem>[0]): void {
  if (of.length > 0) throw unsurveyedProblem(code, { names: namesOf(of), count: of.length })
}

function mustBeDay({ minutesOn: day }: Recording['input'], { windowFrom: from }: RoundRow, today: Recording['today']) {
  if (!day) return
  if (day > today) throw unsurveyedProblem('unsurveyed.minutes_ahead', { day: showDate(day) })
  if (day < from) throw unsurveyedProblem('unsurveyed.minutes_early', { day: showDate(day), from: showDate(from) })
}

/** The round held, then its households, then how their cases stand; each of a village where the actor runs rounds. */
async function mustFind(
  { db, actor, input }: Pick<Recording, 'db' | 'actor'> & { input: Pick<Recording['input'], 'roundId'> },
  { of, how }: { of: readonly Pick<Seen, 'householdId' | 'caseId'>[]; how: 'share' | 'alone' },
) {
  const { round } = await mustStep({ db, actor }, input.roundId, { action: 'not_surveyed', right: 'round.manage' })
  const households = of.map(({ householdId }) => householdId)
  const cases = of.map(({ caseId }) => caseId)
  await holdHouseholds(db, households, how)
  const found = await standingOf(db, round.roundId, { households, cases })
  if (found.length !== new Set(cases).size) throw surveyProblem('surveys.case_not_found')
  for (const village of new Set(found.map(({ villageId }) => villageId)))
    await mustBeAble({ db, actor }, 'round.manage', village)
  return { round, households, cases, found }
}

function mustStandAsSeen(found: readonly Standing[], seen: readonly Seen[]): void {
  const was = new Map(seen.map((one) => [one.caseId, one]))
  const left = found.filter(({ state }) => state === 'ended')
  mustBeNobody(left, 'unsurveyed.left')
  const surveyed = found.filter(
    ({ caseId, state, surveyId, beside }) =>
      stepCase(state, 'leave') === null || beside || surveyId !== was.get(caseId)?.surveyId,
  )
  mustBeNobody(surveyed, 'unsurveyed.survey_came')
  mustBeNobody(
    found.filter(({ caseId, state }) => state !== was.get(caseId)?.state),
    'unsurveyed.changed',
  )
}

const record = change(contract.recordUnsurveyed, async (call) => {
  const { db, actor, input, today, services } = call
  const { round, households, cases, found } = await mustFind(call, { of: input.households, how: 'share' })
  mustBeDay(input, round, today)
  mustStandAsSeen(found, input.households)
  const notices = await openOfCases(db, { households, cases })
  // The last that the village told says why.
  const kinds = new Map(notices.map(({ caseId, kind }) => [caseId, kind]))
  const [because, number] = [tidy(input.because), tidy(input.minutesNumber ?? '')]
  const at = instantOf(services.clock)
  const minutes = { ...(number && { number }), ...(input.minutesOn && { day: input.minutesOn }) }
  const toldOf = ({ caseId }: Standing) => ({
    ...{ kind: kinds.get(caseId) ?? input.kind, because, ...minutes, by: actor.name, at },
  })
  const gone = found.map((one) => ({
    ...{ household: one.householdId, was: one.state, survey: one.surveyId, told: toldOf(one) },
  }))
  // Who was not let go was changed between the look and the act.
  if ((await leaveUnsurveyed(db, round.roundId, { gone, today })) !== found.length)
    mustBeNobody(found, 'unsurveyed.changed')
  const ids = notices.map(({ id }) => id)
  const answer = { outcome: 'stands' as const, words: because, by: actor.name, at }
  const answered = await answerEach(db, { ids, state: 'open', answer })
  const events = found.map((one) =>
    surveyEvent('survey.not_taken', {
      subject: one.caseId,
      area: one.villageId,
      facts: {
        ...{ round: round.roundId, household: one.householdId, why: toldOf(one).kind, because },
        ...(number && { minutes: number }),
        ...(input.minutesOn && { minutesOn: input.minutesOn }),
      },
    }),
  )
  const [first, ...others] = [...events, ...answered.map((one) => settledOf(one, 'stands', because))]
  if (!first) throw surveyProblem('surveys.case_not_found')
  return happened(first, { households: found.length, notices: answered.length }, others)
})

type Answered = Awaited<ReturnType<typeof answerEach>>[number]
const settledOf = ({ id, villageId, roundId, kind }: Answered, outcome: 'stands' | 'back', because: string) =>
  surveyEvent('notice.settled', { subject: id, area: villageId, facts: { round: roundId, kind, outcome, because } })

const takeBack = change(contract.askUnsurveyed, async (call) => {
  const { db, actor, input, today, services } = call
  const { round, households, cases, found } = await mustFind(call, { of: input.households, how: 'alone' })
  mustBeNobody(
    found.filter(({ leftBecause }) => leftBecause !== 'not_surveyed'),
    'unsurveyed.not_left',
  )
  await takeInSuccessors(db, round.roundId, today)
  const back = new Set(await askAgain(db, round.roundId, { households, today }))
  mustBeNobody(
    found.filter(({ householdId }) => !back.has(householdId)),
    'unsurveyed.elsewhere',
  )
  await followBack(db, households.toSorted())
  const because = tidy(input.because)
  const ids = (await standOfCases(db, { households, cases })).map(({ id }) => id)
  const answer = { outcome: 'back' as const, words: because, by: actor.name, at: instantOf(services.clock) }
  const answered = await answerEach(db, { ids, state: 'settled', answer })
  const events = found.map((one) =>
    surveyEvent('survey.asked_again', {
      subject: one.caseId,
      area: one.villageId,
      facts: { round: round.roundId, household: one.householdId, because },
    }),
  )
  const [first, ...others] = [...events, ...answered.map((one) => settledOf(one, 'back', because))]
  if (!first) throw surveyProblem('surveys.case_not_found')
  return happened(first, { households: found.length }, others)
})

export const unsurveyedChanges: Route[] = [record, takeBack]
