/** SQL of notices. Row security shows those of the actor's units, and everybody the own. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { accountNames } from '#features/people/queries.ts'
import type { CaseState, RoundState } from '#features/rounds/model.ts'
import { caseState } from '#features/rounds/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, ReviewCaseId, RoundId, SurveyNoticeId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Answer, Details, Notice, NoticePlace, OfficeNotice } from './model.ts'
import type { NoticeKind, NoticeState } from './words.ts'

/** A row of `survey_notice_context`. */
export type Context = {
  readonly round_state: RoundState
  readonly window_from: PlainDate
  readonly window_until: PlainDate
  readonly village_id: AreaId
  readonly over_ids: AreaId[]
  readonly head_name: string | null
  readonly case_account: AccountId | null
  readonly case_state: CaseState | null
  readonly surveyed: boolean
  readonly has_left: boolean
  readonly handed: boolean
  readonly kept: Kept | null
}
/** What stands under the id of a notice. */
export type Kept = {
  readonly by: AccountId
  readonly round: RoundId
  readonly case: ReviewCaseId | null
  readonly kind: NoticeKind
  readonly head: string | null
  readonly on: PlainDate
  readonly details: Details
  readonly state: NoticeState
}

export type Asked = {
  readonly roundId: RoundId
  readonly villageId: AreaId
  readonly householdId: HouseholdId | null
  readonly caseId: ReviewCaseId | null
  readonly surveyNoticeId: SurveyNoticeId
}

export const contextOf = async (db: Db, of: Asked, today: PlainDate): Promise<Context | undefined> =>
  (
    await sql<Context>`select * from survey_notice_context(${of.roundId}, ${of.villageId}, ${of.householdId}, ${of.caseId},
      ${of.surveyNoticeId}, ${today})`.execute(db)
  ).rows[0]

type New = {
  readonly id: SurveyNoticeId
  readonly round: RoundId
  readonly village: AreaId
  readonly household: HouseholdId | null
  readonly case: ReviewCaseId | null
  readonly kind: NoticeKind
  readonly head: string
  readonly details: Details
  readonly on: PlainDate
  readonly said: PlainDate | null
  readonly at: string
}
/** False where something stands under its id. */
export const storeNotice = async (db: Db, of: New, today: PlainDate): Promise<boolean> =>
  (await sql<{ done: boolean }>`select survey_notice_store(${JSON.stringify(of)}, ${today}) as done`.execute(db))
    .rows[0]?.done === true

/** False where it is not the actor's, or was answered or withdrawn. */
export const withdraw = async (db: Db, id: SurveyNoticeId, at: string): Promise<boolean> =>
  (await sql<{ done: boolean }>`select survey_notice_withdraw(${id}, ${at}) as done`.execute(db)).rows[0]?.done === true

type Row = Omit<Notice, keyof Standing> & { readonly makerId: AccountId }
/** How the household of a notice stands in its round now. */
type Standing = Pick<Notice, 'number' | 'caseState' | 'surveyedOn' | 'leftBecause' | 'leftOn'>
const unknown: Standing = { number: null, caseState: null, surveyedOn: null, leftBecause: null, leftOn: null }

const shown = sql`
  n.id as "surveyNoticeId", n.round_id as "roundId", r.name as "roundName", r.state as "roundState", n.village_id as "villageId",
  ${nameOn(sql`n.village_id`, sql`r.window_until`)} as "villageName", n.kind, n.head_name as "headName", n.details,
  n.made_on as "madeOn", n.said_on as "saidOn", n.received_at as "receivedAt", n.state, n.withdrawn_at as "withdrawnAt", n.answers,
  n.household_id as "householdId", n.case_id as "caseId", n.made_by as "makerId"`

const standing = sql`survey_notice n join round r on r.id = n.round_id`

/** The cases of some notices, found by their households: those that are read here. */
async function standingsOf(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, Standing>> {
  const of = rows.filter(({ caseId }) => caseId !== null)
  if (of.length === 0) return new Map()
  const found = await sql<Standing & { caseId: ReviewCaseId }>`
    select c.id as "caseId", h.number, ${caseState} as "caseState", s.surveyed_on as "surveyedOn",
           case when ${caseState} = 'ended' then coalesce(c.left_because,
             case when h.ended_on is not null then 'household' else 'handed_over' end) end as "leftBecause",
           case when ${caseState} = 'ended' then coalesce(c.left_on, h.ended_on, c.changed_at::date) end as "leftOn"
      from review_case c join round r on r.id = c.round_id
      join household h on h.household_id = c.household_id
      left join survey s on s.household_id = c.household_id and s.id = c.survey_id
     where c.household_id = any (${of.map(({ householdId }) => householdId)}::uuid[])
       and c.id = any (${of.map(({ caseId }) => caseId)}::uuid[])`.execute(db)
  return new Map(found.rows.map(({ caseId, ...one }) => [caseId, one]))
}

async function rowsWhere(db: Db, where: RawBuilder<unknown>, end: RawBuilder<unknown>) {
  const { rows } = await sql<Row>`select ${shown} from ${standing} where ${where} ${end}`.execute(db)
  const standings = await standingsOf(db, rows)
  return rows.map((row) => ({ ...row, ...((row.caseId && standings.get(row.caseId)) || unknown) }))
}

/** With who made them: of many notices a few accounts. */
async function withMakers(db: Db, rows: readonly (Notice & { makerId: AccountId })[]): Promise<OfficeNotice[]> {
  const ids = [...new Set(rows.map(({ makerId }) => makerId))]
  const names = new Map(ids.length > 0 ? (await accountNames(db, ids)).map((one) => [one.id, one.full_name]) : [])
  return rows.map((row) => ({ ...row, makerName: names.get(row.makerId) ?? null }))
}

/** What waits first, then the newest. */
const inOrder = sql`order by n.state <> 'open', n.received_at desc, n.id`

export type NoticeFilter = {
  readonly roundId: RoundId
  readonly kind?: NoticeKind | undefined
  readonly villageId?: AreaId | undefined
  readonly state?: NoticeState | undefined
  readonly q?: string | undefined
}
type Window = { readonly offset: number; readonly limit: number }

const narrowed = ({ roundId, kind, villageId, state, q }: NoticeFilter) => sql`
  n.round_id = ${roundId} and (${kind ?? null}::text is null or n.kind = ${kind ?? null})
  and (${villageId ?? null}::uuid is null or n.village_id = ${villageId ?? null})
  and (${state ?? null}::text is null or n.state = ${state ?? null})
  and (${q ?? null}::text is null
       or fold(concat_ws(' ', n.head_name, n.details ->> 'address', n.details ->> 'phone')) like ${holding(fold(q ?? ''))})`

export async function noticesAt(db: Db, filter: NoticeFilter, { offset, limit }: Window) {
  const where = narrowed(filter)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${standing} where ${where}`.execute(db)
  const found = await rowsWhere(db, where, sql`${inOrder} limit ${limit} offset ${offset}`)
  return { total: rows[0]?.n ?? 0, rows: await withMakers(db, found) }
}

export const findNotice = async (db: Db, id: SurveyNoticeId): Promise<OfficeNotice | undefined> =>
  (await withMakers(db, await rowsWhere(db, sql`n.id = ${id}`, sql``)))[0]

export const noticesOf = async (db: Db, household: HouseholdId): Promise<OfficeNotice[]> =>
  withMakers(db, await rowsWhere(db, sql`n.household_id = ${household}`, inOrder))

/** Of the actor, in rounds that go on, and whatever was made since a day. */
type Mine = { readonly account: AccountId; readonly open: readonly string[]; readonly since: PlainDate }
export const noticesMadeBy = async (db: Db, { account, open, since }: Mine): Promise<Notice[]> =>
  (
    await rowsWhere(
      db,
      sql`n.made_by = ${account} and (r.state = any (${open}::text[]) or n.made_on >= ${since})`,
      sql`order by n.received_at desc, n.id limit 300`,
    )
  ).map(({ makerId: _maker, ...row }) => row)

type Held = {
  readonly villageId: AreaId
  readonly kind: NoticeKind
  readonly state: NoticeState
  readonly answers: Answer[]
}
/** Held until the answer to it is written. */
export const holdNotice = async (db: Db, id: SurveyNoticeId): Promise<Held | undefined> =>
  (
    await sql<Held>`select n.village_id as "villageId", n.kind, n.state, n.answers from survey_notice n where n.id = ${id} for update`.execute(
      db,
    )
  ).rows[0]

export const addAnswer = (db: Db, id: SurveyNoticeId, answer: Answer) =>
  sql`update survey_notice set state = 'settled', answers = answers || ${JSON.stringify([answer])}::jsonb where id = ${id}`.execute(
    db,
  )

/** What is told of cases that nobody can survey: still open, or answered so that they left. */
type OfCase = { readonly id: SurveyNoticeId; readonly caseId: ReviewCaseId; readonly kind: 'refuses' | 'absent' }
type Asking = { readonly households: readonly HouseholdId[]; readonly cases: readonly ReviewCaseId[] }
const unsurveyedOf = async (db: Db, { households, cases }: Asking, still: RawBuilder<unknown>): Promise<OfCase[]> =>
  (
    await sql<OfCase>`
      select n.id, n.case_id as "caseId", n.kind from survey_notice n
       where n.household_id = any (${households}::uuid[]) and n.case_id = any (${cases}::uuid[])
         and n.kind in ('refuses', 'absent') and ${still}
       order by n.received_at, n.id`.execute(db)
  ).rows
export const openOfCases = (db: Db, of: Asking) => unsurveyedOf(db, of, sql`n.state = 'open'`)
/** Those whose last answer is that it stands. */
export const standOfCases = (db: Db, of: Asking) =>
  unsurveyedOf(db, of, sql`n.state = 'settled' and n.answers -> -1 ->> 'outcome' = 'stands'`)

/** Adds one answer to each that still is in the state; what was answered or withdrawn in the same second stays. Answers which. */
export const answerEach = async (
  db: Db,
  { ids, state, answer }: { ids: readonly SurveyNoticeId[]; state: NoticeState; answer: Answer },
): Promise<{ id: SurveyNoticeId; villageId: AreaId; roundId: RoundId; kind: NoticeKind }[]> =>
  (
    await sql<{ id: SurveyNoticeId; villageId: AreaId; roundId: RoundId; kind: NoticeKind }>`
      select a.notice_id as id, a.village_id as "villageId", a.round_id as "roundId", a.kind
        from survey_notices_answer(${ids}::uuid[], ${state}, ${JSON.stringify(answer)}) a`.execute(db)
  ).rows

type Open = { readonly roundId: RoundId; readonly open: number; readonly unsurveyed: number }
/** How many of each round wait, and how many households among them nobody has surveyed yet. */
export async function openIn(db: Db, rounds: readonly RoundId[]): Promise<Open[]> {
  const { rows } = await sql<{ roundId: RoundId; open: number; households: HouseholdId[] }>`
    select n.round_id as "roundId", count(*)::int as open,
           coalesce(array_agg(n.household_id) filter (where n.household_id is not null), '{}') as households
      from survey_notice n where n.round_id = any (${rounds}::uuid[]) and n.state = 'open' group by n.round_id`.execute(
    db,
  )
  const households = rows.flatMap((row) => row.households)
  if (households.length === 0) return rows.map(({ roundId, open }) => ({ roundId, open, unsurveyed: 0 }))
  const { rows: waiting } = await sql<{ roundId: RoundId; n: number }>`
    select c.round_id as "roundId", count(*)::int as n from review_case c
     where c.household_id = any (${households}::uuid[]) and c.round_id = any (${rounds}::uuid[])
       and c.state in ('listed', 'assigned') group by c.round_id`.execute(db)
  const of = (round: RoundId) => waiting.find(({ roundId }) => roundId === round)?.n ?? 0
  return rows.map(({ roundId, open }) => ({ roundId, open, unsurveyed: of(roundId) }))
}

/** Rounds of which something was told. */
export const roundsTold = async (db: Db, rounds: readonly RoundId[]): Promise<Set<RoundId>> =>
  new Set(
    (
      await db
        .selectFrom('survey_notice')
        .where(sql<boolean>`round_id = any (${rounds}::uuid[])`)
        .select('round_id')
        .distinct()
        .execute()
    ).map((row) => row.round_id),
  )

/** Villages of a round in which something was told, with how many that waits. */
export const villagesTold = async (db: Db, round: RoundId): Promise<{ villageId: AreaId; open: number }[]> =>
  (
    await sql<{ villageId: AreaId; open: number }>`
      select n.village_id as "villageId", (count(*) filter (where n.state = 'open'))::int as open
        from survey_notice n where n.round_id = ${round} group by n.village_id`.execute(db)
  ).rows

/** Villages of rounds in some states that the actor reaches; given to him where the village is, or a household of it. */
export const placesOf = async (db: Db, account: AccountId, states: readonly string[]): Promise<NoticePlace[]> =>
  (
    await sql<NoticePlace>`
      with mine as materialized (select distinct c.round_id, c.village_id from review_case c where c.account_id = ${account}),
      place as (
        select v.round_id, r.name, v.village_id, ${nameOn(sql`v.village_id`, sql`r.window_until`)} as village,
               v.account_id = ${account} or m.village_id is not null as given
          from round_village v join round r on r.id = v.round_id
          left join mine m on m.round_id = v.round_id and m.village_id = v.village_id
         where r.state = any (${states}::text[]) and v.left_on is null and nb_holds(v.village_id))
      select p.round_id as "roundId", p.name as "roundName", p.village_id as "villageId", p.village as "villageName",
             coalesce(p.given, false) as mine
        from place p order by coalesce(p.given, false) desc, ${inVietnamese(sql`p.village`)}, p.round_id limit 200`.execute(
      db,
    )
  ).rows

type Alike = {
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly address: string
  readonly villageName: string
  readonly birthYear: number | null
}
/** Households of these villages whose heads are heard alike, but one. */
export const alikeIn = async (
  db: Db,
  of: {
    readonly head: string
    readonly villages: readonly AreaId[]
    readonly but: HouseholdId | null
    readonly day: PlainDate
  },
): Promise<Alike[]> =>
  (
    await sql<Alike>`
      select h.household_id as "householdId", h.head_name as "headName", h.number, h.address,
             ${nameOn(sql`h.village_id`, of.day)} as "villageName",
             (select m.birth_year from member m where m.household_id = h.household_id and m.relation = 'head' and m.left_on is null
               limit 1)::int as "birthYear"
        from household h
       where h.village_id = any (${of.villages}::uuid[]) and h.ended_on is null and h.household_id is distinct from ${of.but}
         and heard_as(h.head_name) = heard_as(${of.head})
       order by h.village_id, h.number, h.household_id limit 20`.execute(db)
  ).rows

type Spoken = { readonly id: SurveyNoticeId; readonly roundId: RoundId; readonly headName: string }
export const noticesNamed = async (db: Db, ids: readonly string[]): Promise<Spoken[]> =>
  (
    await sql<Spoken>`select n.id, n.round_id as "roundId", n.head_name as "headName" from survey_notice n where n.id = any (${ids}::uuid[])`.execute(
      db,
    )
  ).rows

export const idsOfHousehold = async (db: Db, household: HouseholdId): Promise<string[]> =>
  (await db.selectFrom('survey_notice').where('household_id', '=', household).select('id').execute()).map(
    ({ id }) => id,
  )

/** Whether the list of the round has a household of the village that is headed as the notice says. */
export const isOnList = async (db: Db, { roundId, villageId, headName }: OfficeNotice): Promise<boolean> =>
  (
    await sql`
      select from review_case c join household h on h.household_id = c.household_id
       where c.round_id = ${roundId} and h.village_id = ${villageId} and c.state <> 'ended'
         and fold(h.head_name) = ${fold(headName)} limit 1`.execute(db)
  ).rows.length > 0

export const hasEnded = async (db: Db, household: string): Promise<boolean> =>
  (
    await sql<{
      ended: boolean
    }>`select h.ended_on is not null as ended from household h where h.household_id = ${household}`.execute(db)
  ).rows[0]?.ended === true
