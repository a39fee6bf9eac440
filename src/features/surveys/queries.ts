/** SQL of cases and surveys. Row security shows only those of the actor's villages. */
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import { nameOn } from '#features/areas/queries.ts'
import { accountNames } from '#features/people/queries.ts'
import type { CaseState, LeftBecause, LeftTold } from '#features/rounds/model.ts'
import { caseState } from '#features/rounds/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, ReviewCaseId, RoundId, SurveyId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName, byHead, byHeadOf, inVietnamese } from '#platform/server/sql/order.ts'
import type { CaseRow, VerdictLine } from './model.ts'

export type CaseKey = { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId }

/** The name a village had when the round ended; of a village entered later, its latest. */
const villageName = nameOn(sql`c.village_id`, sql`r.window_until`)

/** Of the village that is named beside it: of a household that has moved on since, where it lived there last. */
const address = sql<string>`case when h.village_id = c.village_id then h.address else coalesce((
  select d.address from household_residence d where d.household_id = c.household_id and d.village_id = c.village_id
   order by d.valid_from desc limit 1), '') end`

/** A row of `verdict` in one line; null where the join found none. */
export const lineOf = (alias: 'o' | 'x') => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<VerdictLine | null>`case when ${of('id')} is null then null else jsonb_build_object(
    'purpose', ${of('purpose')}, 'standardId', ${of('standard_id')}, 'class', ${of('class')},
    'possible', to_jsonb(string_to_array(coalesce(${of('possible')}, ${of('class')}), ',')), 'b1', ${of('b1')}, 'b2', ${of('b2')},
    'lacking', to_jsonb(string_to_array(coalesce(${of('lacking')}, ''), ',')), 'undecidable', ${of('undecidable')}) end`
}

/** What one survey came out as, by the standard that opens. */
export const openingLine = async (db: Db, household: HouseholdId, survey: SurveyId): Promise<VerdictLine | null> =>
  (
    await db
      .selectFrom('verdict as o')
      .where('o.household_id', '=', household)
      .where('o.survey_id', '=', survey)
      .where('o.purpose', '=', 'opens')
      .select(lineOf('o').as('line'))
      .executeTakeFirst()
  )?.line ?? null

/** Of a case that left since it could not be surveyed, or another that came beside: whether a survey has come since. */
export const cameSince = sql<boolean>`(c.left_state in ('submitted', 'accepted') or exists (
  select from survey b where b.household_id = c.household_id and b.round_id = c.round_id and b.beside is not null and b.taken is null))`
const leftTold = sql<LeftTold | null>`case when c.left_told is not null
  then c.left_told || jsonb_build_object('surveyCame', ${cameSince}) end`

export type ReviewCase = Selectable<Tables['review_case']>

/** All that is shown of some cases but who surveys them. Their rounds are found once, not beside each case. */
export const caseRows = (db: Db, of: { cases: RawBuilder<ReviewCase>; rounds: RawBuilder<SqlBool> }) =>
  db
    .with(
      (r) => r('r').materialized(),
      (q) => q.selectFrom('round').where(of.rounds).select(['id', 'state', 'window_until']),
    )
    .selectFrom(of.cases.as('c'))
    .innerJoin('r', 'r.id', 'c.round_id')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .leftJoin('survey as s', (j) => j.onRef('s.household_id', '=', 'c.household_id').onRef('s.id', '=', 'c.survey_id'))
    .leftJoin('verdict as o', (j) =>
      j
        .onRef('o.household_id', '=', 'c.household_id')
        .onRef('o.survey_id', '=', 'c.survey_id')
        .on('o.purpose', '=', 'opens'),
    )
    .leftJoin('verdict as x', (j) =>
      j
        .onRef('x.household_id', '=', 'c.household_id')
        .onRef('x.survey_id', '=', 'c.survey_id')
        .on('x.purpose', '=', 'closes'),
    )
    .select([
      'c.id as caseId',
      'c.household_id as householdId',
      'c.round_id as roundId',
      'c.village_id as villageId',
      villageName.as('villageName'),
      'h.head_name as headName',
      'h.number',
      address.as('address'),
      'h.contact_phone as phone',
      'c.reason',
      caseState.as('state'),
      'c.account_id as enumeratorId',
      sql<LeftBecause | null>`case when ${caseState} = 'ended' then coalesce(c.left_because,
        case when h.ended_on is not null then 'household' else 'handed_over' end) end`.as('leftBecause'),
      // Of one handed over before its day was kept, the day on which it last changed.
      sql<PlainDate | null>`case when ${caseState} = 'ended' then coalesce(c.left_on, h.ended_on, c.changed_at::date) end`.as(
        'leftOn',
      ),
      leftTold.as('leftTold'),
      'c.handed_on as handedOn',
      'c.class_before as classBefore',
      'c.survey_id as surveyId',
      's.surveyed_on as surveyedOn',
      lineOf('o').as('opens'),
      lineOf('x').as('closes'),
      sql<number>`(select count(*) from survey_note n where n.household_id = c.household_id
      and n.survey_id = c.survey_id and n.question not like 'kept.%')`.as('notes'),
      'c.changed_at as changedAt',
    ])

/** With who surveys them: of many cases a few accounts, each asked for once. */
export async function withNames<R extends { readonly enumeratorId: AccountId | null }>(db: Db, rows: readonly R[]) {
  const accounts = new Set(rows.flatMap(({ enumeratorId }) => enumeratorId ?? []))
  const names = new Map((await accountNames(db, [...accounts])).map((one) => [one.id, one.full_name]))
  return rows.map((row) => ({ ...row, enumeratorName: (row.enumeratorId && names.get(row.enumeratorId)) ?? null }))
}

/** With the class that each household holds on the day; where the register of one is not read here, as it was listed. */
export async function withClasses<R extends Pick<CaseRow, 'householdId' | 'classBefore'>>(
  db: Db,
  rows: readonly R[],
  day: PlainDate,
): Promise<R[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.householdId)
  // Each looked up by itself: of a few, as many rows as there are.
  const { rows: held } = await sql<{ householdId: HouseholdId; class: CaseRow['classBefore'] }>`
    select k.household_id as "householdId", k.class from unnest(${ids}::uuid[]) as asked (id)
     cross join lateral (
       select c.household_id, c.class from household_class c
        where c.household_id = asked.id and ${validOn('c', day)} offset 0) k`.execute(db)
  const classes = new Map(held.map((one) => [one.householdId, one.class]))
  return rows.map((row) => ({ ...row, classBefore: classes.get(row.householdId) ?? row.classBefore }))
}

export async function findCase(db: Db, { householdId, caseId }: CaseKey) {
  const cases = sql<ReviewCase>`(select * from review_case where household_id = ${householdId} and id = ${caseId})`
  const rows = await caseRows(db, { cases, rounds: sql`id in (select round_id from ${cases} c)` }).execute()
  return (await withNames(db, rows))[0]
}

/** Cases of one enumerator in rounds that take surveys; what waits for him first. */
export async function casesOf(db: Db, account: AccountId, roundStates: readonly string[]) {
  const cases = sql<ReviewCase>`(select * from review_case where account_id = ${account})`
  const rounds = sql<SqlBool>`state = any (${roundStates}::text[]) and id in (select round_id from ${cases} c)`
  const rows = await caseRows(db, { cases, rounds })
    .orderBy(
      sql`array_position(array['returned', 'assigned', 'submitted', 'accepted', 'listed', 'ended'], ${caseState})`,
    )
    .orderBy(inVietnamese(villageName))
    .orderBy('c.village_id')
    .orderBy(byHeadOf('h'))
    .limit(2000)
    .execute()
  return withNames(db, rows)
}

type HandedOn = {
  readonly householdId: HouseholdId
  readonly caseId: ReviewCaseId
  readonly headName: string
  readonly villageId: AreaId
  readonly since: PlainDate
  readonly takenBy: string | null
}

/** What the actor was to survey and is in other hands, or left its round, because the household moved. */
export const handedOn = async (db: Db): Promise<HandedOn[]> =>
  (
    await sql<HandedOn>`
      select h.household_id as "householdId", h.case_id as "caseId", h.head_name as "headName", h.village_id as "villageId",
             coalesce((select m.day from cases_moved_on() m where m.case_id = h.case_id), h.since) as since, h.taken_by as "takenBy"
        from cases_handed_on() h order by since desc, ${byGivenName(sql`head_name`)}, case_id limit 50`.execute(db)
  ).rows

type After = CaseKey & { readonly roundId: RoundId; readonly headName: string; readonly number: string }

/** Cases of a round that wait for the checker, but one. */
const waitingBut = (db: Db, { roundId, caseId }: After) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.round_id', '=', roundId)
    .where('c.state', '=', 'submitted')
    .where('h.ended_on', 'is', null)
    .where('c.id', '!=', caseId)

/** The next one of a village in the order of the list; of the village of this one, those that come after it first. */
export const nextIn = (db: Db, village: AreaId, after: After & { readonly villageId: AreaId }) =>
  waitingBut(db, after)
    .where('c.village_id', '=', village)
    .select(['c.household_id as householdId', 'c.id as caseId'])
    .$if(village === after.villageId, (q) =>
      q.orderBy(
        sql`(${byHeadOf('h')}) <= (${byHead({
          head: sql`${after.headName}::text`,
          number: sql`${after.number}::text`,
          id: sql`${after.householdId}::uuid`,
        })})`,
      ),
    )
    .orderBy(byHeadOf('h'))
    .limit(1)
    .executeTakeFirst()

/** Villages in which somebody else waits for the checker. */
export const villagesWaiting = async (db: Db, after: After): Promise<AreaId[]> =>
  (await waitingBut(db, after).select('c.village_id as villageId').distinct().execute()).map((row) => row.villageId)

/** A comment on a survey as the checker makes it: on a question, on one about a person, or on the whole form (`''`). */
export type NewNote = { readonly question: string; readonly person: string | null; readonly note: string }
type Move = { from: CaseState; to: CaseState; surveyId: SurveyId; notes: readonly NewNote[] }

/** Moves a case as it was seen, with the actor's comments on its survey; false where it has moved on since. */
export async function moveCase(db: Db, { householdId, caseId }: CaseKey, move: Move): Promise<boolean> {
  const notes = move.notes.map((note) => ({ ...note, id: newId<'survey_note'>() }))
  const { rows } = await sql<{ moved: boolean }>`select survey_check(
    ${householdId}, ${caseId}, ${move.surveyId}, ${move.from}, ${move.to}, ${JSON.stringify(notes)}) as moved`.execute(
    db,
  )
  return rows[0]?.moved === true
}

/** Which of two surveys stands, as both were seen; false where the case has moved on since. */
export async function decideBeside(
  db: Db,
  { householdId, caseId }: CaseKey,
  chosen: { standing: SurveyId; later: SurveyId; take: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ decided: boolean }>`select survey_decide(
    ${householdId}, ${caseId}, ${chosen.standing}, ${chosen.later}, ${chosen.take}) as decided`.execute(db)
  return rows[0]?.decided === true
}

type Redated = {
  readonly surveyId: SurveyId
  readonly on: PlainDate
  readonly settled: object
  readonly verdicts: readonly object[]
}

/** The survey is of another day, with what comes of it; false where the case has moved on since. */
export async function redate(db: Db, { householdId, caseId }: CaseKey, of: Redated): Promise<boolean> {
  const [settled, verdicts] = [JSON.stringify(of.settled), JSON.stringify(of.verdicts)]
  const { rows } = await sql<{ done: boolean }>`select survey_redate(
    ${householdId}, ${caseId}, ${of.surveyId}, ${of.on}, ${settled}, ${verdicts}) as done`.execute(db)
  return rows[0]?.done === true
}

/** Cases of one enumerator that wait for a survey, by round. */
export const countMine = (db: Db, account: AccountId, rounds: readonly RoundId[]) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where(sql<boolean>`c.round_id = any (${rounds}::uuid[])`)
    .where('c.account_id', '=', account)
    .where('c.state', 'in', ['assigned', 'returned'])
    .where('h.ended_on', 'is', null)
    .select((e) => ['c.round_id', 'c.state', e.fn.countAll<number>().as('n')])
    .groupBy(['c.round_id', 'c.state'])
    .execute()

type CasesAsked = {
  readonly rounds: readonly string[]
  readonly villages: readonly string[]
  readonly cases: readonly string[]
}

/** What some rounds ask of some households. */
export const casesOfHouseholds = (
  db: Db,
  { households, rounds }: { households: readonly string[]; rounds: readonly string[] },
) =>
  db
    .selectFrom('review_case as c')
    .where(sql<boolean>`c.household_id = any (${households}::uuid[])`)
    .where(sql<boolean>`c.round_id = any (${rounds}::uuid[])`)
    .select(['c.id', 'c.round_id as roundId', 'c.household_id as householdId'])
    .execute()

/** Cases of some rounds in some villages by their ids: found by round and village, since an id alone is in no index. */
export const casesById = (db: Db, { rounds, villages, cases }: CasesAsked) =>
  db
    .selectFrom('review_case as c')
    .where(sql<boolean>`c.round_id = any (${rounds}::uuid[])`)
    .where(sql<boolean>`c.village_id = any (${villages}::uuid[])`)
    .where(sql<boolean>`c.id = any (${cases}::uuid[])`)
    .select(['c.id', 'c.round_id as roundId', 'c.household_id as householdId'])
    .execute()

export const surveysOfHousehold = async (db: Db, household: HouseholdId): Promise<string[]> =>
  (await db.selectFrom('survey').where('household_id', '=', household).select('id').execute()).map(({ id }) => id)

/** In which year the heads of households were born. */
export const headBirths = async (db: Db, households: readonly HouseholdId[]): Promise<Map<HouseholdId, number>> => {
  if (households.length === 0) return new Map()
  const rows = await db
    .selectFrom('member')
    .where(sql<boolean>`household_id = any (${households}::uuid[])`)
    .where('relation', '=', 'head')
    .where('left_on', 'is', null)
    .select(['household_id', 'birth_year'])
    .execute()
  return new Map(rows.map((row) => [row.household_id, row.birth_year]))
}
