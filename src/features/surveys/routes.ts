/** The calls of this room: find, may they, decide, store, say what happened. */

import { mustBeAble, overOf } from '#features/areas/must.ts'
import { settlementOn } from '#features/areas/queries.ts'
import { holdHouseholds } from '#features/households/queries.ts'
import type { CaseState } from '#features/rounds/model.ts'
import { findRound, holdRound, type RoundRow, roundsById } from '#features/rounds/queries.ts'
import { type CaseAction, roundLets, roundStatesFor, stepCase } from '#features/rounds/rules/cases.ts'
import type { Library } from '#features/standards/library.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { recordNeed } from '#features/training/queries.ts'
import { type Actor, can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import * as contract from './contract.ts'
import { surveyEvent } from './events.ts'
import { type Law, lawOf } from './law.ts'
import { surveyProblem } from './problems.ts'
import * as cases from './queries.ts'
import * as records from './records.ts'
import { differencesOf, sectionOf } from './rules/differences.ts'
import { type PackedVerdict, unpacked } from './rules/packed.ts'
import { prefilled, returnedAnswers } from './rules/prefill.ts'
import { submitRoute } from './submit.ts'

const lineOf = (r: RoundRow) => ({
  roundId: r.roundId,
  name: r.name,
  communeId: r.areaId,
  communeName: r.areaName,
  windowFrom: r.windowFrom,
  windowUntil: r.windowUntil,
  state: r.state,
  takesSurveys: roundLets(r.state, 'submit'),
})

async function getCase(db: Db, key: cases.CaseKey) {
  const row = await cases.findCase(db, key)
  const round = row && (await findRound(db, row.roundId))
  if (!row || !round) throw surveyProblem('surveys.case_not_found')
  return { row, round }
}
type Found = Awaited<ReturnType<typeof getCase>>

const keptNote = ({ caseId: _case, ...note }: Awaited<ReturnType<typeof records.notesOn>>[number]) => note

/** What the actor may do with a case now. */
async function canNow(db: Db, actor: Actor, { row, round }: Found): Promise<CaseAction[]> {
  const over = await overOf(db, row.villageId)
  const checks = can(actor, 'survey.check', over)
  const fills = can(actor, 'survey.fill', over) && (checks || row.enumeratorId === actor.accountId)
  const held: [CaseAction, boolean][] = [
    ['submit', fills],
    ['return', checks],
    ['accept', checks],
  ]
  return held.filter(([a, may]) => may && stepCase(row.state, a) && roundLets(round.state, a)).map(([a]) => a)
}

async function pinsOf(law: Law, db: Db, round: RoundRow) {
  return {
    form: { id: round.form_id, hash: round.form_hash },
    opens: await law.pinned(db, round.opening_hash, round.opening_points),
    closes: round.closing_hash ? await law.pinned(db, round.closing_hash, round.closing_points) : null,
  }
}

const mine = read(contract.mySurveys, async ({ db, actor }) => {
  const rows = await cases.casesOf(db, actor.accountId, roundStatesFor('submit'))
  const roundIds = [...new Set(rows.map((r) => r.roundId))]
  const rounds = roundIds.length > 0 ? await roundsById(db, roundIds) : []
  const returned = rows.filter((r) => r.notes > 0).map((r) => r.caseId)
  const notes = returned.length > 0 ? await records.notesOn(db, returned, { latest: true }) : []
  return {
    rounds: rounds.map(lineOf),
    cases: rows.map((row) => ({ ...row, comments: notes.filter((n) => n.caseId === row.caseId).map(keptNote) })),
  }
})

/** This round's own survey where one was sent (it came back), else the last one of an earlier round. */
async function lastSurvey(db: Db, { row }: Found) {
  const own = row.surveyId ? await records.findSurvey(db, row.householdId, row.surveyId) : undefined
  if (own) return { survey: own, kind: 'this_round' as const }
  const earlier = await records.findSurveyBefore(db, row.householdId, row.roundId)
  return earlier ? { survey: earlier, kind: 'earlier_round' as const } : null
}

async function startingFacts(db: Db, found: Found, day: PlainDate) {
  const last = await lastSurvey(db, found)
  const present = await records.membersAsAnswers(db, found.row.householdId, day)
  const settlement = await settlementOn(db, found.row.villageId, day).catch(() => null)
  const place = settlement ? { settlement } : {}
  const facts = last ? records.factsOf(last.survey) : null
  // What came back is corrected, not asked anew: this year's own answers on income and the rest stay.
  const start =
    last?.kind === 'this_round' && facts
      ? returnedAnswers({
          own: facts,
          sent: await records.membersWhenSent(db, found.row.householdId, last.survey.surveyId),
          now: present,
          place,
        })
      : prefilled({ last: facts, present, place })
  const from = last && {
    kind: last.kind,
    surveyId: last.survey.surveyId,
    surveyedOn: last.survey.surveyedOn,
    roundName: last.survey.roundName,
  }
  return { ...start, from }
}

const form = (law: Law) =>
  read(contract.caseForm, async ({ db, actor, input, today }) => {
    const found = await getCase(db, input)
    await mustBeAble({ db, actor }, 'survey.fill', found.row.villageId)
    return {
      case: found.row,
      round: lineOf(found.round),
      ...(await pinsOf(law, db, found.round)),
      day: today,
      ...(await startingFacts(db, found, today)),
      comments: (await records.notesOn(db, [found.row.caseId], { latest: true })).map(keptNote),
      can: await canNow(db, actor, found),
    }
  })

const showLaw = (law: Law) => read(contract.law, ({ db, input }) => law.text(db, input.hash))

const list = read(contract.listCases, async ({ db, actor, input }) => {
  const round = await findRound(db, input.roundId)
  if (!round) throw surveyProblem('surveys.case_not_found')
  const page = input.page ?? 1
  const over = await overOf(db, round.areaId)
  const can_ = roundLets(round.state, 'accept') && can(actor, 'survey.check', over) ? ['check'] : []
  return {
    total: await cases.countCases(db, input),
    page,
    pageSize: cases.pageSize,
    cases: await cases.listCases(db, input, page),
    can: can_,
  }
})

type Kept = NonNullable<Awaited<ReturnType<typeof records.findSurvey>>>

const recordOf = async (db: Db, found: Found, survey: Kept | undefined) =>
  survey
    ? {
        ...survey,
        facts: records.factsOf(survey) ?? {},
        verdicts: (await records.verdictsOf(db, found.row.householdId, survey.surveyId)).map((v) => ({
          purpose: v.purpose,
          verdict: unpacked(v.reasons as PackedVerdict),
        })),
      }
    : null

const show = (law: Law) =>
  read(contract.showCase, async ({ db, actor, input }) => {
    const found = await getCase(db, input)
    const { row, round } = found
    await mustBeAble({ db, actor }, 'round.read', row.villageId)
    const own = row.surveyId ? await records.findSurvey(db, row.householdId, row.surveyId) : undefined
    const survey = await recordOf(db, found, own)
    const before = await recordOf(db, found, await records.findSurveyBefore(db, row.householdId, row.roundId))
    const asked = await law.form(db, round.form_hash)
    return {
      case: row,
      round: lineOf(round),
      ...(await pinsOf(law, db, round)),
      survey,
      before,
      differences: survey && before ? differencesOf(asked, before.facts, survey.facts) : [],
      comments: (await records.notesOn(db, [row.caseId], { latest: false })).map(keptNote),
      can: await canNow(db, actor, found),
      next: (await cases.nextToCheck(db, row)) ?? null,
    }
  })

type Checking = Pick<Call<typeof contract.acceptCase>, 'db' | 'actor' | 'input'>

/** The household held, so that it cannot end meanwhile; refuses one that has ended. */
async function mustStand(db: Db, householdId: HouseholdId): Promise<void> {
  const [held] = await holdHouseholds(db, [householdId], 'share')
  if (!held) throw surveyProblem('surveys.case_not_found')
  if (held.endedOn) throw surveyProblem('surveys.household_ended')
}

/**
 * Moves a case by a checker's action; answers it as it was before, with its new state. Holds round, household and case,
 * in this order.
 */
async function checked(call: Checking, action: 'return' | 'accept'): Promise<{ found: Found; state: CaseState }> {
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
    throw surveyProblem('surveys.step_not_allowed', { state: row.state, roundState: round.state })
  if (!(await cases.moveCase(db, input, { from: row.state, to: state, surveyId: input.surveyId })))
    throw surveyProblem('surveys.moved_on')
  return { found, state }
}

type Checked = 'survey.returned' | 'survey.accepted'
const caseHappened = (what: Checked, { row }: Found, more: { state: CaseState; facts?: Record<string, unknown> }) =>
  happened(
    surveyEvent(what, { subject: row.caseId, area: row.villageId, facts: { round: row.roundId, ...more.facts } }),
    { caseId: row.caseId, state: more.state },
  )

/** Each section commented on is an error found: it counts as a need of whoever filled the form in. */
async function needsFrom(db: Db, { row }: Found, found: { topics: readonly string[]; on: PlainDate; area: AreaId }) {
  for (const topic of new Set(found.topics))
    await recordNeed(db, {
      areaId: found.area,
      accountId: row.enumeratorId,
      topic,
      cause: 'returned_form',
      sourceId: row.surveyId ?? row.caseId,
      foundOn: found.on,
    })
}

const returnCase = (law: Law) =>
  change(contract.returnCase, async (call) => {
    const { db, actor, input, today } = call
    const { found, state } = await checked(call, 'return')
    const asked = await law.form(db, found.round.form_hash)
    const known = new Set(['', 'members', ...questionsOf(asked).map((q) => q.id)])
    const strange = input.notes.find((n) => !known.has(n.question))
    if (strange) throw surveyProblem('surveys.unknown_question', { question: strange.question })
    const { householdId, caseId, surveyId } = input
    const kept = { householdId, caseId, surveyId, account: actor.accountId }
    await records.addNotes(
      db,
      input.notes.map((note) => ({ ...note, ...kept, id: newId() })),
    )
    const topics = input.notes.map((n) => (n.question === '' ? 'whole_form' : sectionOf(asked, n.question)))
    await needsFrom(db, found, { topics, on: today, area: found.row.villageId })
    return caseHappened('survey.returned', found, { state, facts: { notes: input.notes.length } })
  })

const acceptCase = change(contract.acceptCase, async (call) => {
  const { found, state } = await checked(call, 'accept')
  return caseHappened('survey.accepted', found, { state })
})

export function surveyRoutes({ library }: { library: Library }): Route[] {
  const law = lawOf(library)
  return [mine, form(law), showLaw(law), submitRoute(law), list, show(law), returnCase(law), acceptCase]
}
