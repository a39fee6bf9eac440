/** The form of a case as somebody opens it: its answers so far, and what may be done. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { settlementOn } from '#features/areas/queries.ts'
import type { RoundRow } from '#features/rounds/queries.ts'
import { roundLets, stepCase } from '#features/rounds/rules/cases.ts'
import type { Law } from '#features/standards/law.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { type Actor, can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Db } from '#platform/server/database/open.ts'
import type * as contract from './contract.ts'
import { caseButtons } from './model.ts'
import { type Found, getCase } from './must.ts'
import { type CaseKey, openingLine, withClasses } from './queries.ts'
import * as records from './records.ts'
import { prefilled, returnedAnswers } from './rules/prefill.ts'
import { keptNote } from './views.ts'

export const lineOf = (r: RoundRow) => ({
  roundId: r.roundId,
  name: r.name,
  communeId: r.areaId,
  communeName: r.areaName,
  windowFrom: r.windowFrom,
  windowUntil: r.windowUntil,
  classesHoldFrom: r.classesHoldFrom,
  state: r.state,
  takesSurveys: roundLets(r.state, 'submit'),
})

/** What is offered at a case now; an enumerator sends only what was given to them. */
export async function canNow(db: Db, actor: Actor, { row, round }: Found) {
  const over = await overOf(db, row.villageId)
  const own = row.enumeratorId === actor.accountId || can(actor, 'survey.check', over)
  return buttonsFor(
    caseButtons,
    { actor, over },
    ({ action }, name) =>
      roundLets(round.state, action) &&
      (name === 'ask_again' ? row.leftBecause === 'not_surveyed' : stepCase(row.state, action) !== null) &&
      (own || action !== 'submit'),
  )
}

export async function pinsOf(law: Law, db: Db, round: RoundRow) {
  return {
    form: { id: round.form_id, hash: round.form_hash },
    opens: await law.pinned(db, round.opening_hash, round.opening_points),
    closes: round.closing_hash ? await law.pinned(db, round.closing_hash, round.closing_points) : null,
  }
}

/** This round's own survey where one was sent (it came back), else the last one of an earlier round. */
async function lastSurvey(db: Db, { row }: Found) {
  const own = row.surveyId ? await records.findSurvey(db, row.householdId, row.surveyId) : undefined
  if (own) return { survey: own, kind: 'this_round' as const }
  const earlier = await records.findSurveyBefore(db, row.householdId, row.roundId)
  return earlier ? { survey: earlier, kind: 'earlier_round' as const } : null
}

type Placed = {
  readonly row: Pick<Found['row'], 'villageId' | 'roundId'>
  readonly round: Pick<Found['round'], 'opening_points' | 'closing_points'>
}

/** What the commune knows of a village and nobody is asked: the region only where a table of points reads it. */
export async function placeOf(
  db: Db,
  { row, round }: Placed,
  day: PlainDate,
): Promise<Pick<Facts, 'settlement' | 'region'>> {
  const settlement = await settlementOn(db, row.villageId, day).catch(() => null)
  const isRead = settlement === 'rural' && (round.opening_points || round.closing_points)
  const region = isRead ? await records.regionIn(db, row.roundId, row.villageId) : null
  return { ...(settlement && { settlement }), ...(region && { region }) }
}

async function startingFacts(db: Db, found: Found, day: PlainDate) {
  const last = await lastSurvey(db, found)
  const present = await records.membersAsAnswers(db, found.row.householdId, day)
  const place = await placeOf(db, found, day)
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
    ...(last.survey.aside?.marks && { marks: last.survey.aside.marks }),
    verdict: await openingLine(db, found.row.householdId, last.survey.surveyId),
  }
  return { ...start, from }
}

type Reader = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate }

/** Throws `surveys.case_not_found`, and where the actor may not fill in forms there. */
export async function formOf(
  law: Law,
  { db, actor, today }: Reader,
  key: CaseKey,
): Promise<OutputOf<typeof contract.caseForm>> {
  const found = await getCase(db, key)
  await mustBeAble({ db, actor }, 'survey.fill', found.row.villageId)
  const [row] = await withClasses(db, [found.row], today)
  return {
    case: row ?? found.row,
    round: lineOf(found.round),
    ...(await pinsOf(law, db, found.round)),
    day: today,
    ...(await startingFacts(db, found, today)),
    comments: (await records.notesOn(db, [found.row], { latest: true })).map(keptNote),
    can: await canNow(db, actor, found),
  }
}
