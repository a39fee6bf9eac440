/** The calls about cases and their surveys; sending one and checking it stand beside. */

import { mustBeAble, overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { communeContacts } from '#features/people/responsible/queries.ts'
import { caseCounts } from '#features/rounds/counts/queries.ts'
import { strayedCases } from '#features/rounds/counts/strayed.ts'
import { casesUnclassed } from '#features/rounds/counts/unclassed.ts'
import { getRound } from '#features/rounds/must.ts'
import { type RoundRow, roundsById, standAtRound } from '#features/rounds/queries.ts'
import { roundLets, roundStatesFor } from '#features/rounds/rules/cases.ts'
import { type Law, lawOf } from '#features/standards/law.ts'
import type { Library } from '#features/standards/library.ts'
import type { Form } from '#features/standards/model/form.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { carriedRoutes } from './carried/routes.ts'
import { checkingRoutes } from './checking.ts'
import * as contract from './contract.ts'
import { showCase } from './desk/contract.ts'
import { toldVerdict } from './judged.ts'
import * as listContract from './list/contract.ts'
import { countByVillage, listCases, pageSize, unseenIn } from './list/queries.ts'
import { type Found, getCase } from './must.ts'
import { peopleOf } from './people.ts'
import * as cases from './queries.ts'
import { canNow, formOf, lineOf, pinsOf } from './read.ts'
import * as records from './records.ts'
import { type Asking, changesSince, differencesOf, type Kept as KeptAnswer, keptOf } from './rules/differences.ts'
import { phoneApart } from './rules/learned.ts'
import { markAt, marked, shareOf } from './rules/marks.ts'
import { prefilled } from './rules/prefill.ts'
import { stretchOf } from './rules/stretch.ts'
import { settleRoute } from './settling.ts'
import { sliceRoutes } from './slice/routes.ts'
import { submitRoute } from './submit.ts'
import { aboutMine, besideOf, choicesOf, commentsOn, keptNote, mergedOf, nextToCheck, sentBy } from './views.ts'
import { workRoute } from './work.ts'

/** A commune may have several rounds; it is called once. */
async function contactsIn(db: Db, rounds: readonly RoundRow[], today: PlainDate) {
  const communes = new Map(rounds.map((round) => [round.areaId, round.areaName]))
  const found = await communeContacts(db, [...communes.keys()], today)
  return found.map((one) => ({ ...one, communeName: communes.get(one.communeId) ?? '' }))
}

const mine = read(contract.mySurveys, async ({ db, actor, today }) => {
  const given = await cases.casesOf(db, actor.accountId, roundStatesFor('submit'))
  const rows = await cases.withClasses(db, given, today)
  const roundIds = [...new Set(rows.map((r) => r.roundId))]
  const rounds = roundIds.length > 0 ? await roundsById(db, roundIds) : []
  const returned = rows.filter((r) => r.notes > 0)
  const notes = returned.length > 0 ? await records.notesOn(db, returned, { latest: true }) : []
  const handed = await cases.handedOn(db)
  const at = handed.map((one) => one.villageId)
  const names = await namesOn(db, at, today)
  const about = await aboutMine(db, rows, actor.accountId)
  return {
    rounds: rounds.map(lineOf),
    contacts: await contactsIn(db, rounds, today),
    handedOn: handed.map(({ villageId, ...one }) => ({ ...one, villageName: names.get(villageId) ?? '' })),
    cases: rows.map((row) => ({
      ...row,
      ...about(row),
      comments: notes.filter((n) => n.caseId === row.caseId).map(keptNote),
    })),
  }
})

const form = (law: Law) => read(contract.caseForm, (call) => formOf(law, call, call.input))

type ListInput = Omit<InputOf<typeof listContract.listCases>, 'page'>
export type Window = { readonly offset: number; readonly limit: number }

/** Asks once, however often it is asked. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => (asked ??= ask())
}

/** The cases of a window of the list, how many there are, and how many more the round counts. */
export async function casesAt(
  db: Db,
  round: RoundRow,
  { filter, window, today }: { filter: ListInput; window: Window; today: PlainDate },
) {
  const strayed = (await strayedCases(db, [round.roundId], today)).flatMap((one) => one.householdIds)
  const left = filter.unclassed ? await casesUnclassed(db, [round.roundId]) : undefined
  const unclassed = left?.map((one) => one.householdId)
  const asked = { ...filter, unclassed, roundState: round.state, strayed }
  await standAtRound(db, round)
  const kept = once(() => caseCounts(db, [round.roundId]))
  const counts = await countByVillage(db, asked, kept)
  const names = await namesOn(
    db,
    counts.map((c) => c.villageId),
    round.windowUntil,
  )
  const villages = counts.map(({ villageId, n }) => ({ areaId: villageId, name: names.get(villageId) ?? '', n }))
  const found = await listCases(db, asked, stretchOf(villages, window.offset, window.limit))
  return {
    total: counts.reduce((sum, { n }) => sum + n, 0),
    ...(await unseenIn(db, asked, { kept, today })),
    cases: await cases.withClasses(db, found, today),
  }
}

const list = read(listContract.listCases, async ({ db, actor, input, today }) => {
  const round = await getRound(db, input.roundId)
  const page = input.page ?? 1
  const over = await overOf(db, round.areaId)
  return {
    ...(await casesAt(db, round, { filter: input, window: { offset: (page - 1) * pageSize, limit: pageSize }, today })),
    page,
    pageSize,
    can: buttonsFor(listContract.caseListButtons, { actor, over }, ({ action }) => roundLets(round.state, action)),
  }
})

/** How survey and register differ; of a case that left the round nothing is asked. */
const apartOf = (db: Db, { row }: Found, { own, today }: { own: Kept | undefined; today: PlainDate }) =>
  own && row.state !== 'ended' ? peopleOf(db, row.householdId, { own, today }) : { registered: [], apart: [] }

type Kept = NonNullable<Awaited<ReturnType<typeof records.findSurvey>>>

async function recordOf(law: Law, db: Db, { found, survey }: { found: Found; survey: Kept | undefined }) {
  if (!survey) return null
  const facts = records.factsOf(survey) ?? {}
  const verdicts = []
  for (const row of await records.verdictsOf(db, found.row.householdId, survey.surveyId))
    verdicts.push(await toldVerdict(law, db, { ...row, facts, on: survey.surveyedOn }))
  return { ...survey, facts, verdicts }
}

type Recorded = NonNullable<Awaited<ReturnType<typeof recordOf>>>

const askingOf = ({ facts, surveyedOn }: Recorded, round: Found['round']): Asking => ({
  facts,
  day: surveyedOn,
  byPoints: (round.opening_points ?? round.closing_points) !== null,
})

/** What the form of a survey began with: last time's answers for those whom the register had then. */
async function startOf(db: Db, { row }: Found, { survey, before }: { survey: Recorded; before: Recorded | null }) {
  const present = await records.membersWhenSent(db, row.householdId, survey.surveyId)
  const last = before?.facts ?? null
  return { before: last, start: prefilled({ last, present, place: {} }).facts }
}

/** Answers kept as they were filled in: as the survey says of each; of one that says nothing, those that are the same. */
function keptIn(asked: Form, of: Parameters<typeof keptOf>[1], survey: Recorded): KeptAnswer[] {
  const same = keptOf(asked, of, survey.facts)
  const marks = survey.aside?.marks
  if (!marks) return same
  const said = marked(asked, survey.facts, marks)
  return same.filter(({ question, person }) => markAt(said, question, person) === 'k')
}

async function sharesIn(db: Db, { row }: Found, own: Kept | undefined) {
  const marks = own?.aside?.marks
  if (!own || !marks) return null
  const { forms, ...ofAll } = await records.sharesOf(db, row.roundId, own.accountId)
  return { own: shareOf(marks), ofAll, forms }
}

const show = (law: Law) =>
  read(showCase, async ({ db, actor, input, today }) => {
    const found = await getCase(db, input)
    const { row, round } = found
    await mustBeAble({ db, actor }, 'round.read', row.villageId)
    const own = row.surveyId ? await records.findSurvey(db, row.householdId, row.surveyId) : undefined
    const survey = await recordOf(law, db, { found, survey: own })
    const earlier = await records.findSurveyBefore(db, row.householdId, row.roundId)
    const before = await recordOf(law, db, { found, survey: earlier })
    const asked = await law.form(db, round.form_hash)
    const beside = survey ? await besideOf(db, row, (later) => differencesOf(asked, survey.facts, later)) : []
    const [held] = await cases.withClasses(db, [row], today)
    const stands = own && (beside.length > 0 || own.sentFrom) ? await sentBy(db, row.villageId, own) : null
    return {
      case: held ?? row,
      round: lineOf(round),
      ...(await pinsOf(law, db, round)),
      survey: survey && { ...survey, by: survey.by || (stands?.by ?? '') },
      before,
      differences: survey && before ? changesSince(asked, before.facts, askingOf(survey, round)) : [],
      beside,
      choices: await choicesOf(db, row),
      ...(await mergedOf(db, round, row)),
      stands,
      comments: await commentsOn(db, row, asked),
      kept: survey ? keptIn(asked, await startOf(db, found, { survey, before }), survey) : [],
      shares: await sharesIn(db, found, own),
      oddDay: own?.aside?.day ?? null,
      ...(await apartOf(db, found, { own, today })),
      phoneSaid: phoneApart(survey?.facts.phone, row.phone),
      mayRegister: row.state !== 'ended' && can(actor, 'household.write', await overOf(db, row.villageId)),
      can: await canNow(db, actor, found),
      next: await nextToCheck(db, round, row),
    }
  })

export function surveyRoutes({ library }: { library: Library }): Route[] {
  const law = lawOf(library)
  return [
    mine,
    form(law),
    submitRoute(law),
    ...sliceRoutes(law),
    ...carriedRoutes,
    list,
    show(law),
    ...checkingRoutes(law),
    settleRoute(law),
    workRoute,
  ]
}
