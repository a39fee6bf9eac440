/** SQL of surveys as they were sent, their verdicts, and the comments of the checkers. */
import { sql } from 'kysely'
import { allMembers, presentMembers } from '#features/households/queries.ts'
import type { Facts, Member } from '#features/standards/model/facts.ts'
import type { Pins } from '#features/standards/model/pinned.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { KeptAside, Purpose, VerdictLine } from './model.ts'
import { lineOf } from './queries.ts'
import type { Gone } from './rules/learned.ts'

/** Beside comments stands what a checker decided, with why: such a line is no comment. */
const decided = 'kept.%'
const chosen = 'kept.chosen'

type Case = { readonly caseId: ReviewCaseId; readonly householdId: HouseholdId }

/**
 * Comments on the surveys of these cases, oldest first; with `latest` only those on the case's present survey. They are
 * found by the household, as everything of a case is.
 */
export const notesOn = (db: Db, cases: readonly Case[], { latest }: { latest: boolean }) =>
  db
    .selectFrom('survey_note as n')
    .innerJoin('review_case as c', (j) =>
      j.onRef('c.household_id', '=', 'n.household_id').onRef('c.id', '=', 'n.case_id'),
    )
    .leftJoin('account as a', 'a.id', 'n.account_id')
    .where(
      'n.household_id',
      'in',
      cases.map((one) => one.householdId),
    )
    .where(
      'n.case_id',
      'in',
      cases.map((one) => one.caseId),
    )
    .$if(latest, (q) => q.whereRef('n.survey_id', '=', 'c.survey_id'))
    .where('n.question', 'not like', decided)
    .select([
      'n.case_id as caseId',
      'n.survey_id as surveyId',
      'n.question',
      'n.person',
      'n.note',
      sql<string>`coalesce(a.full_name, '')`.as('by'),
      'n.made_at as at',
    ])
    .orderBy('n.made_at')
    .orderBy('n.id')
    .execute()

/** Why a survey and the register differ in persons, as checkers said it; the latest of each counts. */
export const explainedOn = (db: Db, household: HouseholdId, survey: SurveyId) =>
  db
    .selectFrom('survey_note as n')
    .leftJoin('account as a', 'a.id', 'n.account_id')
    .where('n.household_id', '=', household)
    .where('n.survey_id', '=', survey)
    .where('n.question', 'like', decided)
    .where('n.question', '!=', chosen)
    .select([
      sql<string>`n.question || ' ' || coalesce(n.person, '')`.as('key'),
      'n.note as because',
      sql<string>`coalesce(a.full_name, '')`.as('by'),
      'n.made_at as at',
    ])
    .orderBy('n.made_at')
    .orderBy('n.id')
    .execute()

/** Which of two surveys of a case stood, and why: `other` is the one that was left. */
export const choicesOn = (db: Db, { householdId, caseId }: Case) =>
  db
    .selectFrom('survey_note as n')
    .leftJoin('account as a', 'a.id', 'n.account_id')
    .where('n.household_id', '=', householdId)
    .where('n.case_id', '=', caseId)
    .where('n.question', '=', chosen)
    .select([
      'n.survey_id as surveyId',
      sql<SurveyId>`n.person`.as('otherId'),
      'n.note as because',
      sql<string>`coalesce(a.full_name, '')`.as('by'),
      'n.made_at as at',
    ])
    .orderBy('n.made_at')
    .orderBy('n.id')
    .execute()

const surveys = (db: Db) =>
  db
    .selectFrom('survey as s')
    .innerJoin('round as r', 'r.id', 's.round_id')
    .leftJoin('account as a', 'a.id', 's.account_id')
    .select([
      's.id as surveyId',
      's.round_id as roundId',
      'r.name as roundName',
      's.surveyed_on as surveyedOn',
      sql<string>`coalesce(a.full_name, '')`.as('by'),
      sql<string>`coalesce(s.form_hash, r.form_hash)`.as('formHash'),
      's.facts',
      sql<KeptAside | null>`s.aside`.as('aside'),
      's.account_id as accountId',
      's.received_at as receivedAt',
      sql<AreaId | null>`s.sent_from`.as('sentFrom'),
    ])

export const findSurvey = (db: Db, household: HouseholdId, survey: SurveyId) =>
  surveys(db).where('s.household_id', '=', household).where('s.id', '=', survey).executeTakeFirst()

/** In which region of the points table a village lies, as a survey of the round there has it; null where none says. */
export const regionIn = async (db: Db, round: RoundId, village: AreaId): Promise<NonNullable<Facts['region']> | null> =>
  (
    await sql<{ region: NonNullable<Facts['region']> }>`
      select s.facts ->> 'region' as region
        from review_case c join survey s on s.household_id = c.household_id and s.id = c.survey_id
       where c.round_id = ${round} and c.village_id = ${village} and s.facts ->> 'region' is not null limit 1`.execute(
      db,
    )
  ).rows[0]?.region ?? null

/** How much of the answers was kept in the surveys that stand in a round, of one who sent them: those that say it. */
export const sharesOf = async (db: Db, round: RoundId, account: AccountId) =>
  (
    await sql<{ kept: number; all: number; forms: number }>`
      select coalesce(sum((s.aside ->> 'kept')::int), 0)::int as kept, coalesce(sum((s.aside ->> 'all')::int), 0)::int as "all",
             count(*)::int as forms
        from review_case c join survey s on s.household_id = c.household_id and s.id = c.survey_id
       where c.round_id = ${round} and c.account_id = ${account} and s.account_id = ${account} and s.aside ? 'marks'`.execute(
      db,
    )
  ).rows[0] ?? { kept: 0, all: 0, forms: 0 }

/** Those that came while another of the round stood, and that nobody has decided on, in the order in which they came. */
export const surveysBeside = (db: Db, household: HouseholdId, round: RoundId) =>
  surveys(db)
    .where('s.household_id', '=', household)
    .where('s.round_id', '=', round)
    .where('s.beside', 'is not', null)
    .where('s.taken', 'is', null)
    .orderBy('s.received_at')
    .limit(5)
    .execute()

/** The survey that stood last in an earlier round. */
export const findSurveyBefore = (db: Db, household: HouseholdId, round: RoundId) =>
  surveys(db)
    .innerJoin('review_case as c', (j) =>
      j.onRef('c.household_id', '=', 's.household_id').onRef('c.survey_id', '=', 's.id'),
    )
    .innerJoin('round as present', (j) => j.on('present.id', '=', round))
    .where('s.household_id', '=', household)
    .where('s.round_id', '!=', round)
    .whereRef('r.window_from', '<=', 'present.window_from')
    .orderBy('r.window_from', 'desc')
    .orderBy('s.surveyed_on', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The verdicts of a survey, for `toldVerdict`; `o` is the verdict and `r` its round. */
export const verdictColumns = [
  sql<Purpose>`o.purpose`.as('purpose'),
  'o.codes',
  'o.reasons',
  sql<Pins>`jsonb_build_object('opening_hash', r.opening_hash, 'opening_points', r.opening_points,
    'closing_hash', r.closing_hash, 'closing_points', r.closing_points)`.as('pins'),
  sql<VerdictLine>`${lineOf('o')}`.as('line'),
] as const

export const verdictsOf = (db: Db, household: HouseholdId, survey: SurveyId) =>
  db
    .selectFrom('verdict as o')
    .innerJoin('round as r', 'r.id', 'o.round_id')
    .where('o.household_id', '=', household)
    .where('o.survey_id', '=', survey)
    .select(verdictColumns)
    .orderBy('o.purpose', 'desc')
    .execute()

/** The same with the ids under which the register has them. */
export const membersRegistered = async (db: Db, household: HouseholdId, day: PlainDate) =>
  (await presentMembers(db, household, day)).map((member) => ({
    memberId: member.memberId,
    answers: asAnswers(member),
  }))

/** Who left the household, and how; not who was entered by mistake. */
export const membersGone = async (db: Db, household: HouseholdId): Promise<Gone[]> =>
  (await allMembers(db, household)).flatMap((member) => {
    const { memberId, leftOn: on, leaveReason: reason } = member
    return on && reason && reason !== 'entered_by_mistake' ? [{ memberId, answers: asAnswers(member), on, reason }] : []
  })

/** Who belongs to the household on a day, as its register says, in the shape of the answers; the head first. */
export const membersAsAnswers = async (db: Db, household: HouseholdId, day: PlainDate): Promise<Member[]> =>
  (await presentMembers(db, household, day)).map(asAnswers)

const asAnswers = ({ personId, name, sex, birth, relation, ethnicity, facts }: Registered): Member => ({
  ...facts,
  id: personId,
  name,
  sex,
  birth,
  relation,
  ethnicity,
})

type Registered = Awaited<ReturnType<typeof presentMembers>>[number]
type Undone = { memberId: string; changed: Record<string, { from: unknown; to: unknown }>; undone: boolean }

/** The register as it stood when a survey was sent: members of that day, later corrections of who they are undone. */
export async function membersWhenSent(db: Db, household: HouseholdId, survey: SurveyId): Promise<Member[]> {
  const { surveyed_on: day } = await db
    .selectFrom('survey')
    .select('surveyed_on')
    .where('household_id', '=', household)
    .where('id', '=', survey)
    .executeTakeFirstOrThrow()
  const corrections = await db
    .selectFrom('household_event as e')
    .innerJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'e.household_id').on('s.id', '=', survey))
    .where('e.household_id', '=', household)
    .where('e.kind', 'in', ['facts_changed', 'head_changed'])
    .leftJoin('household_event as u', (j) =>
      j.onRef('u.household_id', '=', 'e.household_id').onRef('u.id', '=', 'e.undone_by'),
    )
    // What was recorded and undone since left nothing; what stood then and was undone since is as good as another change.
    .where(
      sql<boolean>`(e.created_at > s.received_at) is distinct from (coalesce(u.created_at, '-infinity') > s.received_at)`,
    )
    .select(['e.kind', 'e.facts', sql<boolean>`u.id is not null`.as('undone')])
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  // A change of head turns every relation, so what they were is not known: those of now count as changed.
  const turned = corrections.some((c) => c.kind === 'head_changed')
  return (await presentMembers(db, household, day)).map((member) => {
    const mine = corrections
      .map((c) => ({ ...(c.facts as Omit<Undone, 'undone'>), undone: c.undone }))
      .filter((c) => c.memberId === member.memberId)
    const was = Object.assign({ ...member }, ...mine.flatMap(formerly))
    const { relation, ...answers } = asAnswers(was)
    return turned || relation === undefined ? answers : { ...answers, relation }
  })
}

const formerly = ({ changed, undone }: Undone) =>
  Object.entries(changed).map(([key, { from, to }]) => ({ [key]: undone ? to : from }))

export const factsOf = (survey: { readonly facts: unknown } | undefined): Facts | null =>
  survey ? (survey.facts as Facts) : null
