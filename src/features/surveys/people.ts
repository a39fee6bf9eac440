/** How surveys and register differ in persons: of one case for its page and its acceptance, of a round for its steps and papers. */
import { sql } from 'kysely'
import type { Member } from '#features/standards/model/facts.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { LeftMember } from './model.ts'
import type { CaseKey } from './queries.ts'
import * as records from './records.ts'
import { type ApartKind, apartFrom, apartKey, isSince, type PeopleApart, type Registered } from './rules/learned.ts'
import { returnedAnswers } from './rules/prefill.ts'

type Kept = NonNullable<Awaited<ReturnType<typeof records.findSurvey>>>

/** What the register changed since the survey was sent, and where the two differ now, with what was said of it. */
export async function peopleOf(db: Db, household: HouseholdId, { own, today }: { own: Kept; today: PlainDate }) {
  const facts = records.factsOf(own) ?? {}
  const present = await records.membersRegistered(db, household, today)
  const now = present.map(({ answers }) => answers)
  const sent = await records.membersWhenSent(db, household, own.surveyId)
  const { changed } = returnedAnswers({ own: facts, sent, now, place: {} })
  const said = new Map((await records.explainedOn(db, household, own.surveyId)).map(({ key, ...one }) => [key, one]))
  const gone = await records.membersGone(db, household)
  const heard = new Map((own.aside?.left ?? []).map(({ person, ...how }) => [person, how]))
  const apart = apartFrom(facts.members ?? [], present, gone).map((one) => ({
    ...one,
    paths: [...one.paths],
    since: isSince(one, changed),
    explained: said.get(apartKey(one)) ?? null,
    ...(one.what === 'left' && heardOf(heard.get(one.person))),
  }))
  return { registered: changed, apart }
}

const heardOf = (heard: Omit<LeftMember, 'person'> | undefined) => (heard ? { heard } : {})

type Row = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly headName: string
  readonly seen: boolean
  readonly asked: Member[]
  readonly present: Registered[]
  readonly explained: string[]
}

const given = (answers: Member): Member =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)) as Member

/** The accepted cases of a round whose people differ from the register of a day, where nobody said why. */
export async function roundPeopleApart(db: Db, round: RoundId, day: PlainDate): Promise<PeopleApart[]> {
  const { rows } =
    await sql<Row>`select household_id as "householdId", case_id as "caseId", head_name as "headName", seen,
    asked, present, explained from survey_people(${round}, ${day})`.execute(db)
  return rows.flatMap(({ asked, present, explained, ...one }) => {
    const apart = apartFrom(asked.map(given), present).filter((each) => !explained.includes(apartKey(each)))
    return apart.length > 0 ? [{ ...one, apart }] : []
  })
}

type Explained = {
  readonly surveyId: SurveyId
  readonly what: ApartKind | 'chosen'
  readonly person: string
  readonly because: string
}

/** What was decided on a survey, and why; false where the case has moved on since. */
export async function explain(db: Db, key: CaseKey, { surveyId, what, person, because }: Explained): Promise<boolean> {
  const note = JSON.stringify({ id: newId<'survey_note'>(), question: `kept.${what}`, person, note: because })
  const { householdId, caseId } = key
  const { rows } = await sql<{
    kept: boolean
  }>`select survey_explain(${householdId}, ${caseId}, ${surveyId}, ${note}) as kept`.execute(db)
  return rows[0]?.kept === true
}
