/** Checking a survey: it goes back with comments, or it is accepted. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdHouseholds } from '#features/households/queries.ts'
import { followCases } from '#features/rounds/list/queries.ts'
import { type CaseState, caseStateWords, roundStateWords } from '#features/rounds/model.ts'
import { holdRound } from '#features/rounds/queries.ts'
import { roundLets, stepCase } from '#features/rounds/rules/cases.ts'
import type { Law } from '#features/standards/law.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { recordNeed } from '#features/training/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, SurveyId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route } from '#platform/server/handle.ts'
import * as contract from './desk/contract.ts'
import { surveyEvent } from './events.ts'
import { type Found, getCase } from './must.ts'
import { explain, peopleOf } from './people.ts'
import { surveyProblem } from './problems.ts'
import { decideBeside, moveCase, type NewNote } from './queries.ts'
import * as records from './records.ts'
import { listedApart } from './rules/apartWords.ts'
import { sectionOf } from './rules/differences.ts'

type Checking = Pick<Call<typeof contract.acceptCase>, 'db' | 'actor' | 'input'>
type Moving = 'return' | 'accept' | 'explain'

/** The household held, so that it cannot end meanwhile; refuses one that has ended. */
async function mustStand(db: Db, householdId: HouseholdId): Promise<void> {
  const [held] = await holdHouseholds(db, [householdId], 'share')
  if (!held) throw surveyProblem('surveys.case_not_found')
  if (held.endedOn) throw surveyProblem('surveys.household_ended')
}

type Move = { readonly found: Found; readonly state: CaseState }

/** The case as a checker's action finds it, and the state to which it moves. Holds round and household, in this order. */
export async function mustMove(call: Checking, action: Moving): Promise<Move> {
  const { db, actor, input } = call
  const found = await getCase(db, input)
  const { row } = found
  await mustBeAble({ db, actor }, 'survey.check', row.villageId)
  // Of a village that has gone to another commune meanwhile too: the round is its own commune's.
  await mustBeAble({ db, actor }, 'survey.check', found.round.areaId)
  const round = await holdRound(db, row.roundId, 'share')
  if (!round || row.surveyId !== input.surveyId) throw surveyProblem('surveys.moved_on')
  if (roundLets(round.state, action)) await mustStand(db, row.householdId)
  const state = stepCase(row.state, action)
  if (state === null || state === 'gone' || !roundLets(round.state, action))
    throw surveyProblem('surveys.step_not_allowed', {
      state: caseStateWords[row.state],
      roundState: roundStateWords[round.state],
    })
  return { found, state }
}

async function move({ db, input }: Checking, { found, state }: Move, notes: readonly NewNote[]): Promise<void> {
  const moved = await moveCase(db, input, { from: found.row.state, to: state, surveyId: input.surveyId, notes })
  if (!moved) throw surveyProblem('surveys.moved_on')
}

/** By which the audit finds the case. */
const whereOf = ({ roundId: round, householdId: household }: Found['row']) => ({ round, household })

type Checked = 'survey.explained' | 'survey.returned' | 'survey.accepted' | 'survey.chosen'
const caseHappened = (what: Checked, { row }: Found, more: { state: CaseState; facts?: Record<string, unknown> }) =>
  happened(surveyEvent(what, { subject: row.caseId, area: row.villageId, facts: { ...whereOf(row), ...more.facts } }), {
    caseId: row.caseId,
    state: more.state,
  })

/** Each section commented on is an error found: it counts as a need of whoever filled the form in. */
async function needsFrom(db: Db, { row }: Found, found: { topics: readonly string[]; on: PlainDate; area: AreaId }) {
  const survey = row.surveyId ? await records.findSurvey(db, row.householdId, row.surveyId) : undefined
  // Came from other hands: whoever has the household now has made no error.
  const accountId = survey?.sentFrom ? survey.accountId : row.enumeratorId
  for (const topic of new Set(found.topics))
    await recordNeed(db, {
      areaId: found.area,
      accountId,
      topic,
      cause: 'returned_form',
      sourceId: row.surveyId ?? row.caseId,
      foundOn: found.on,
    })
}

const returnCase = (law: Law) =>
  change(contract.returnCase, async (call) => {
    const { db, input, today } = call
    const moving = await mustMove(call, 'return')
    const { found, state } = moving
    const asked = await law.form(db, found.round.form_hash)
    const known = new Set(['', 'members', ...questionsOf(asked).map((q) => q.id)])
    const strange = input.notes.find((n) => !known.has(n.question))
    if (strange) throw surveyProblem('surveys.unknown_question', { question: strange.question })
    await move(call, moving, input.notes)
    // Whoever surveyed it may no longer survey where the household lives.
    await followCases(db, input.householdId, today)
    const topics = input.notes.map((n) => (n.question === '' ? 'whole_form' : sectionOf(asked, n.question)))
    await needsFrom(db, found, { topics, on: today, area: found.row.villageId })
    return caseHappened('survey.returned', found, { state, facts: { notes: input.notes.length } })
  })

/** Where survey and register differ in a person, it is recorded or said why before the survey is accepted. */
async function mustAgree(db: Db, { row: { householdId } }: Found, of: { surveyId: SurveyId; today: PlainDate }) {
  const own = await records.findSurvey(db, householdId, of.surveyId)
  if (own?.aside?.day && !own.aside.day.settled) throw surveyProblem('surveys.day_open')
  const { apart } = own ? await peopleOf(db, householdId, { own, today: of.today }) : { apart: [] }
  const open = apart.filter(({ explained }) => explained === null)
  if (open.length > 0) throw surveyProblem('surveys.people_apart', { names: listedApart(open), count: open.length })
}

const acceptCase = change(contract.acceptCase, async (call) => {
  const moving = await mustMove(call, 'accept')
  await mustAgree(call.db, moving.found, { surveyId: call.input.surveyId, today: call.today })
  await move(call, moving, [])
  // Asked once the case is ours: one that comes now waits for it, and takes it back to the checker.
  const { householdId, roundId } = moving.found.row
  const waiting = await records.surveysBeside(call.db, householdId, roundId)
  if (waiting.length > 0) throw surveyProblem('surveys.decide_first')
  return caseHappened('survey.accepted', moving.found, { state: moving.state })
})

/** Why survey and register differ in a person: kept, and asked no more while it is the same survey. */
const explainCase = change(contract.explainApart, async (call) => {
  const { db, input, today } = call
  const { found, state } = await mustMove(call, 'explain')
  const { surveyId, what, person, because } = input
  const own = await records.findSurvey(db, input.householdId, surveyId)
  const { apart } = own ? await peopleOf(db, input.householdId, { own, today }) : { apart: [] }
  if (!apart.some((one) => one.what === what && one.person === person)) throw surveyProblem('surveys.not_apart')
  if (!(await explain(db, input, { surveyId, what, person, because }))) throw surveyProblem('surveys.moved_on')
  return caseHappened('survey.explained', found, { state, facts: { person, because } })
})

/** Of two surveys of one household a person says which stands; both stay. */
const choose = change(contract.chooseSurvey, async (call) => {
  const { db, input } = call
  // Whoever may accept what stands may say what stands.
  const { found } = await mustMove(call, 'accept')
  const { surveyId: standing, laterId: later, take } = input
  if (!(await decideBeside(db, input, { standing, later, take }))) throw surveyProblem('surveys.moved_on')
  const [stands, left] = take ? [later, standing] : [standing, later]
  const { because } = input
  await explain(db, input, { surveyId: stands, what: 'chosen', person: left, because })
  return caseHappened('survey.chosen', found, { state: found.row.state, facts: { stands, because } })
})

export const checkingRoutes = (law: Law): Route[] => [returnCase(law), acceptCase, explainCase, choose]
