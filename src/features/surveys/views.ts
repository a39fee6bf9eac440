/** What stands beside a case: the one to check next, in the order of the list, and surveys that came while its own stood. */
import { sql } from 'kysely'
import { namesOn } from '#features/areas/queries.ts'
import { placeNameOn } from '#features/areas/views.ts'
import { makerOf } from '#features/people/audit/maker.ts'
import type { LeftBecause } from '#features/rounds/model.ts'
import type { RoundRow } from '#features/rounds/queries.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { answerAt, questionsOf } from '#features/standards/rules/form.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import type { Db } from '#platform/server/database/open.ts'
import { headBirths, nextIn, openingLine, villagesWaiting } from './queries.ts'
import { choicesOn, factsOf, findSurvey, notesOn, surveysBeside } from './records.ts'

type Here = {
  readonly roundId: RoundRow['roundId']
  readonly caseId: ReviewCaseId
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
}

/** In the same village first, then in the villages after it, then from the beginning; null where nobody waits. */
export async function nextToCheck(
  db: Db,
  round: RoundRow,
  here: Here,
): Promise<{ householdId: HouseholdId; caseId: ReviewCaseId } | null> {
  const same = await nextIn(db, here.villageId, here)
  if (same) return same
  const villages = await villagesWaiting(db, here)
  const names = await namesOn(db, [...villages, here.villageId], round.windowUntil)
  const unit = (areaId: AreaId) => ({ areaId, name: names.get(areaId) ?? '' })
  const inOrder = villages.map(unit).sort(compareUnits)
  const next = inOrder.find((one) => compareUnits(one, unit(here.villageId)) > 0) ?? inOrder[0]
  return next ? ((await nextIn(db, next.areaId, here)) ?? null) : null
}

type Sent = {
  readonly by: string
  readonly receivedAt: string
  readonly accountId: AccountId
  readonly surveyedOn: PlainDate
  readonly sentFrom: AreaId | null
}

/** Who sent a survey, when, from which office and on what. */
export async function sentBy(db: Db, village: AreaId, { accountId, receivedAt, sentFrom, ...sent }: Sent) {
  const maker = await makerOf(db, village, { accountId, at: receivedAt })
  const cameFrom = sentFrom && (await placeNameOn(db, sentFrom, sent.surveyedOn))
  // Who serves another commune is known here by what they sent alone.
  return { by: sent.by || maker.by, receivedAt, where: maker.where, cameFrom }
}

/** Who sent a survey, and what it came out as. */
const leftOf = async (db: Db, { householdId, villageId }: OfCase, survey: Sent & { readonly surveyId: SurveyId }) => ({
  ...(await sentBy(db, villageId, survey)),
  opens: await openingLine(db, householdId, survey.surveyId),
})

type OfCase = { readonly householdId: HouseholdId; readonly roundId: RoundId; readonly villageId: AreaId }

/** What came while the case's survey stood, with how it differs from that. */
export async function besideOf<D>(db: Db, of: OfCase, differ: (facts: Facts) => D) {
  const all = []
  for (const later of await surveysBeside(db, of.householdId, of.roundId)) {
    const facts = factsOf(later) ?? {}
    const { surveyId, surveyedOn } = later
    all.push({ surveyId, surveyedOn, ...(await leftOf(db, of, later)), facts, differences: differ(facts) })
  }
  return all
}

type Merging = {
  householdId: HouseholdId
  to: HouseholdId | null
  toName: string
  from: HouseholdId | null
  fromName: string
  on: PlainDate
}

/** Where these households were merged into others, or others into them; not what was undone. */
const mergings = async (db: Db, households: readonly HouseholdId[]): Promise<Merging[]> =>
  households.length === 0
    ? []
    : (
        await sql<Merging>`
          select e.household_id as "householdId", e.facts ->> 'to' as "to", coalesce(e.facts ->> 'toName', '') as "toName",
                 e.facts ->> 'from' as "from", coalesce(e.facts ->> 'fromName', '') as "fromName", e.happened_on as "on"
            from household_event e
           where e.household_id = any (${households}::uuid[]) and e.kind = 'merged' and e.undone_by is null
           order by e.created_at, e.id`.execute(db)
      ).rows

/** The case of a household in a round; null where it has none there. */
const caseOf = async (db: Db, round: RoundId, household: HouseholdId): Promise<ReviewCaseId | null> =>
  (
    await db
      .selectFrom('review_case')
      .where('household_id', '=', household)
      .where('round_id', '=', round)
      .select('id')
      .executeTakeFirst()
  )?.id ?? null

/** The household into which one of a round was merged, and those of the time of the round that were merged into it. */
export async function mergedOf(db: Db, round: Pick<RoundRow, 'roundId' | 'windowFrom'>, { householdId }: OfCase) {
  const all = await mergings(db, [householdId])
  const other = async (id: HouseholdId, name: string, on: PlainDate) => ({
    householdId: id,
    name,
    on,
    caseId: await caseOf(db, round.roundId, id),
  })
  const last = all.findLast((one) => one.to !== null)
  const from = all.flatMap((one) => (one.from && one.on >= round.windowFrom ? [{ ...one, from: one.from }] : []))
  return {
    mergedInto: last?.to ? await other(last.to, last.toName, last.on) : null,
    mergedFrom: await Promise.all(from.map((one) => other(one.from, one.fromName, one.on))),
  }
}

type Mine = {
  readonly caseId: ReviewCaseId
  readonly householdId: HouseholdId
  readonly leftBecause: LeftBecause | null
  readonly handedOn: PlainDate | null
  readonly surveyId: SurveyId | null
}

/** Of cases on a phone: when their heads were born, into which household one was merged, and who else sent the survey of one that moved here. */
export async function aboutMine(db: Db, rows: readonly Mine[], me: AccountId) {
  const gone = rows.filter(({ leftBecause }) => leftBecause === 'household')
  const into = new Map(
    (
      await mergings(
        db,
        gone.map((row) => row.householdId),
      )
    ).flatMap((one) => (one.to ? [[one.householdId, one.toName] as const] : [])),
  )
  const senders = new Map<ReviewCaseId, string>()
  for (const { caseId, householdId, surveyId } of rows.filter(({ handedOn }) => handedOn !== null)) {
    const survey = surveyId && (await findSurvey(db, householdId, surveyId))
    if (survey && survey.accountId !== me) senders.set(caseId, survey.by)
  }
  const births = await headBirths(
    db,
    rows.map((row) => row.householdId),
  )
  return ({ caseId, householdId }: Pick<Mine, 'caseId' | 'householdId'>) => ({
    headBirth: births.get(householdId) ?? null,
    mergedInto: into.get(householdId) ?? null,
    sentBy: senders.get(caseId) ?? null,
  })
}

/** Where two surveys stood beside each other: which was kept, which was left, by whom and why. */
export async function choicesOf(db: Db, of: OfCase & { readonly caseId: ReviewCaseId }) {
  const all = []
  for (const { surveyId, otherId, ...said } of await choicesOn(db, of)) {
    const kept = await findSurvey(db, of.householdId, surveyId)
    const left = await findSurvey(db, of.householdId, otherId)
    if (kept && left) all.push({ ...said, kept: await leftOf(db, of, kept), left: await leftOf(db, of, left) })
  }
  return all
}

/** A comment as it is shown beside its case. */
export const keptNote = ({ caseId: _case, ...note }: Awaited<ReturnType<typeof notesOn>>[number]) => note

/** The comments of a case, each with what was answered where it was made, if the survey was sent anew since. */
export async function commentsOn(
  db: Db,
  row: OfCase & { readonly caseId: ReviewCaseId; readonly surveyId: SurveyId | null },
  asked: Form,
) {
  const notes = await notesOn(db, [row], { latest: false })
  const former = new Map<string, Facts | null>()
  for (const { surveyId } of notes)
    if (surveyId !== row.surveyId && !former.has(surveyId))
      former.set(surveyId, factsOf(await findSurvey(db, row.householdId, surveyId)))
  const questions = new Map(questionsOf(asked).map((question) => [question.id, question]))
  return notes.map((note) => {
    const facts = former.get(note.surveyId)
    const question = questions.get(note.question)
    const was = facts && question ? (answerAt(facts, question.path, note.person ?? undefined) ?? null) : null
    return { ...keptNote(note), answered: Boolean(facts && question), was }
  })
}
