/** SQL of comments. Row security shows a unit its own, and all of them to the unit of the plan. */
import { type RawBuilder, sql } from 'kysely'
import { areasUnder, nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AreaId,
  PlanCommentId,
  PlanLineId,
  PlanReplyId,
  PlanSendingId,
  TrainingPlanId,
} from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Line } from '../plan/model.ts'
import { lineSaid } from '../plan/rules/lines.ts'
import type { Asked, Comment, Open, Owed, Sending, UnitBelow, Verdict } from './model.ts'

type Window = { readonly page: number; readonly size: number }

/** Which units a plan may be sent to: districts and communes that stand below its unit. */
export async function unitsUnder(db: Db, area: AreaId, day: PlainDate) {
  const at = async (level: UnitBelow['level']) =>
    (await areasUnder(db, area, day, level))
      .filter(({ areaId }) => areaId !== area)
      .map(({ areaId: unitId, name: unitName }) => ({ unitId, unitName, level }))
  return [...(await at('district')), ...(await at('commune'))]
}

/** Units where a line of the plan is taught or from which somebody is named in it, with what lies above them. */
export const namedIn = async (db: Db, plan: TrainingPlanId): Promise<Set<AreaId>> =>
  new Set(
    (
      await sql<{ id: AreaId }>`
        select distinct r.over_id as id from area_reach r
         where r.area_id in (select l.place_id from plan_line l where l.plan_id = ${plan} and l.place_id is not null
                             union select s.from_id from plan_seat s where s.plan_id = ${plan})`.execute(db)
    ).rows.map(({ id }) => id),
  )

/** The last first. */
export const sendingsOf = async (db: Db, plan: TrainingPlanId): Promise<Sending[]> =>
  (
    await sql<Sending>`
      select s.id as "planSendingId", s.number, s.sent_on as "sentOn", s.sent_name as "sentBy", s.due_on as due, s.note, s.edits,
             (select count(*)::int from plan_asked a where a.sending_id = s.id) as units,
             case when s.taken_back_on is not null
                  then jsonb_build_object('on', s.taken_back_on, 'because', s.taken_back_because) end as "takenBack"
        from plan_sending s where s.plan_id = ${plan} order by s.number desc`.execute(db)
  ).rows

/** The units asked by a sending, and whether they have commented, by name. */
export const askedBy = async (db: Db, sending: PlanSendingId, today: PlainDate): Promise<Omit<Asked, 'heirs'>[]> =>
  (
    await sql<Omit<Asked, 'heirs'>>`
      select a.unit_id as "unitId", u.name as "unitName", c.comments, c."answeredOn",
             case when not exists (select from area_path p where p.area_id = a.unit_id and ${validOn('p', today)}) then 'gone'
                  when c.comments > 0 then case when c.late then 'late' else 'answered' end
                  when s.due_on < ${today} then 'overdue' else 'waits' end as state
        from plan_asked a join plan_sending s on s.id = a.sending_id
        cross join lateral (select ${nameOn(sql`a.unit_id`, today)} as name) u
        cross join lateral (
          select count(*)::int as comments, bool_and(k.late) as late, min(k.made_on) as "answeredOn"
            from plan_comment k where k.sending_id = a.sending_id and k.unit_id = a.unit_id and k.withdrawn_on is null) c
       where a.sending_id = ${sending} order by ${inVietnamese(sql`u.name`)}, a.unit_id`.execute(db)
  ).rows

const shown = (today: PlainDate) => sql`
  c.id as "planCommentId", c.sending_id as "planSendingId", s.number, c.unit_id as "unitId", ${nameOn(sql`c.unit_id`, today)} as "unitName",
  c.line_id as "planLineId", c.about, c.agrees, c.says, c.made_name as by, c.made_on as on, c.late,
  case when c.withdrawn_on is not null then jsonb_build_object('on', c.withdrawn_on, 'because', c.withdrawn_because) end as withdrawn,
  (select coalesce(jsonb_agg(jsonb_build_object('verdict', r.verdict, 'says', r.says, 'by', r.made_name, 'on', r.made_on) order by r.number), '[]')
     from plan_reply r where r.comment_id = c.id) as replies`

/** Of a plan, in the order in which they came; those of the last sending first. */
export const commentsOf = async (db: Db, plan: TrainingPlanId, today: PlainDate): Promise<Comment[]> =>
  (
    await sql<Comment>`
      select ${shown(today)} from plan_comment c join plan_sending s on s.id = c.sending_id
       where c.plan_id = ${plan} order by s.number desc, c.made_at, c.id`.execute(db)
  ).rows

/** What a unit has said to a sending and not withdrawn. */
export async function saidBy(db: Db, sending: PlanSendingId, unit: AreaId) {
  const { rows } = await sql<{ agrees: boolean; comments: number }>`
    select coalesce(bool_or(c.agrees), false) as agrees, count(*) filter (where not c.agrees)::int as comments
      from plan_comment c where c.sending_id = ${sending} and c.unit_id = ${unit} and c.withdrawn_on is null`.execute(
    db,
  )
  return rows[0] ?? { agrees: false, comments: 0 }
}

export const hasComments = async (db: Db, plan: TrainingPlanId): Promise<boolean> =>
  (await db.selectFrom('plan_comment').select('id').where('plan_id', '=', plan).limit(1).execute()).length > 0

type NewSending = {
  readonly id: PlanSendingId
  readonly planId: TrainingPlanId
  readonly areaId: AreaId
  readonly number: number
  readonly due: PlainDate
  readonly note: string
  readonly edits: number
  readonly by: { readonly id: AccountId; readonly name: string }
  readonly today: PlainDate
  readonly units: readonly AreaId[]
}
export async function insertSending(db: Db, of: NewSending): Promise<void> {
  const { id, planId: plan_id, areaId: area_id, number, note, edits } = of
  await db
    .insertInto('plan_sending')
    .values({
      ...{ id, plan_id, area_id, number, note, edits, due_on: of.due },
      ...{ sent_by: of.by.id, sent_name: of.by.name, sent_on: of.today },
    })
    .execute()
  const rows = of.units.map((unit_id) => ({ sending_id: id, unit_id, plan_id, area_id }))
  await db.insertInto('plan_asked').values(rows).execute()
}

type Also = {
  readonly sending: PlanSendingId
  readonly planId: TrainingPlanId
  readonly areaId: AreaId
  readonly unitId: AreaId
}
export const insertAsked = (db: Db, { sending, planId: plan_id, areaId: area_id, unitId: unit_id }: Also) =>
  db.insertInto('plan_asked').values({ sending_id: sending, unit_id, plan_id, area_id }).execute()

/** What was sent and never commented on goes with its draft. */
export async function deleteSendings(db: Db, plan: TrainingPlanId): Promise<void> {
  await db.deleteFrom('plan_asked').where('plan_id', '=', plan).execute()
  await db.deleteFrom('plan_sending').where('plan_id', '=', plan).execute()
}

type Standing = {
  readonly planId: TrainingPlanId
  readonly areaId: AreaId
  readonly number: number
  readonly due: PlainDate
  readonly takenBack: boolean
  /** Whether none came after it and the plan is a draft still. */
  readonly open: boolean
}
export const findSending = async (db: Db, id: PlanSendingId): Promise<Standing | undefined> =>
  (
    await sql<Standing>`
      select s.plan_id as "planId", s.area_id as "areaId", s.number, s.due_on as due, s.taken_back_on is not null as "takenBack",
             s.taken_back_on is null and p.state = 'drafted' and not p.closed
               and not exists (select from plan_sending n where n.plan_id = s.plan_id and n.number > s.number) as open
        from plan_sending s join training_plan p on p.id = s.plan_id where s.id = ${id}`.execute(db)
  ).rows[0]

export const setTakenBack = async (db: Db, id: PlanSendingId, of: { on: PlainDate; because: string }) =>
  (
    await db
      .updateTable('plan_sending')
      .set({ taken_back_on: of.on, taken_back_because: of.because })
      .where('id', '=', id)
      .where('taken_back_on', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows > 0n

export const wasAsked = async (db: Db, sending: PlanSendingId, unit: AreaId): Promise<boolean> =>
  (await db
    .selectFrom('plan_asked')
    .select('unit_id')
    .where('sending_id', '=', sending)
    .where('unit_id', '=', unit)
    .executeTakeFirst()) !== undefined

/** How a line of the plan is called. */
export async function lineNamed(db: Db, plan: TrainingPlanId, line: PlanLineId): Promise<string | undefined> {
  const { rows } = await sql<Pick<Line, 'planLineId' | 'code' | 'title' | 'weeks' | 'people'>>`
    select l.id as "planLineId", t.code, t.title, l.weeks, l.people
      from plan_line l join framework_topic t on t.id = l.topic_id where l.plan_id = ${plan}`.execute(db)
  const found = rows.find(({ planLineId }) => planLineId === line)
  return found && `${lineSaid(found, rows).vi} ${found.title}`
}

type NewComment = {
  readonly id: PlanCommentId
  readonly sending: PlanSendingId
  readonly planId: TrainingPlanId
  readonly areaId: AreaId
  readonly unitId: AreaId
  readonly lineId: PlanLineId | null
  readonly about: string
  readonly agrees: boolean
  readonly says: string
  readonly by: { readonly id: AccountId; readonly name: string }
  readonly on: PlainDate
  readonly late: boolean
}
export const insertComment = (db: Db, of: NewComment) =>
  db
    .insertInto('plan_comment')
    .values({
      ...{ id: of.id, sending_id: of.sending, plan_id: of.planId, area_id: of.areaId, unit_id: of.unitId },
      ...{ line_id: of.lineId, about: of.about, agrees: of.agrees, says: of.says, late: of.late },
      ...{ made_by: of.by.id, made_name: of.by.name, made_on: of.on },
    })
    .execute()

export type Held = {
  readonly planId: TrainingPlanId
  readonly areaId: AreaId
  readonly unitId: AreaId
  readonly about: string
  readonly agrees: boolean
  readonly withdrawn: boolean
  readonly replies: number
}
/** Stands still until the change ends: it is not withdrawn while it is answered. */
export const holdComment = (db: Db, id: PlanCommentId) =>
  sql`select from plan_comment c where c.id = ${id} for update`.execute(db)
export const findComment = async (db: Db, id: PlanCommentId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select c.plan_id as "planId", c.area_id as "areaId", c.unit_id as "unitId", c.about, c.agrees,
             c.withdrawn_on is not null as withdrawn, (select count(*)::int from plan_reply r where r.comment_id = c.id) as replies
        from plan_comment c where c.id = ${id}`.execute(db)
  ).rows[0]

export const setWithdrawn = (db: Db, id: PlanCommentId, of: { on: PlainDate; because: string }) =>
  db
    .updateTable('plan_comment')
    .set({ withdrawn_on: of.on, withdrawn_because: of.because })
    .where('id', '=', id)
    .execute()

type NewReply = {
  readonly id: PlanReplyId
  readonly comment: PlanCommentId
  readonly areaId: AreaId
  readonly unitId: AreaId
  readonly number: number
  readonly verdict: Verdict
  readonly says: string
  readonly by: { readonly id: AccountId; readonly name: string }
  readonly on: PlainDate
}
export const insertReply = (db: Db, { id, comment, areaId, unitId, by, on, ...said }: NewReply) =>
  db
    .insertInto('plan_reply')
    .values({
      ...{ id, comment_id: comment, area_id: areaId, unit_id: unitId, ...said },
      ...{ made_by: by.id, made_name: by.name, made_on: on },
    })
    .execute()

/** The last sending of a draft, where it was not taken back. */
const lastSent = sql`
  plan_sending s join training_plan p on p.id = s.plan_id and p.state = 'drafted' and not p.closed
  where s.taken_back_on is null and not exists (select from plan_sending n where n.plan_id = s.plan_id and n.number > s.number)`

/** A page of what was found, with how many there are in all. */
async function paged<Row extends { readonly trainingPlanId: TrainingPlanId }>(
  db: Db,
  { found, order }: { readonly found: RawBuilder<unknown>; readonly order: RawBuilder<unknown> },
  { page, size }: Window,
): Promise<{ rows: Row[]; total: number }> {
  const { rows } = await sql<Row & { total: number }>`
    with found as materialized (${found}),
    shown as (select * from found s order by ${order} limit ${size} offset ${(page - 1) * size})
    select s.*, c.total from (select count(*)::int as total from found) c left join shown s on true order by ${order}`.execute(
    db,
  )
  return {
    rows: rows.filter((row) => row.trainingPlanId !== null).map(({ total: _total, ...row }) => row as unknown as Row),
    total: rows[0]?.total ?? 0,
  }
}

/** Drafts sent to these units and what is below them, on which they have not commented; the sooner due the earlier. */
export const owedBy = (db: Db, { at, today }: { at: readonly AreaId[]; today: PlainDate }, window: Window) =>
  paged<Owed>(
    db,
    {
      found: sql`
        select a.sending_id as "planSendingId", l.plan_id as "trainingPlanId", l.name as "planName",
               ${nameOn(sql`l.area_id`, today)} as "planUnit", a.unit_id as "unitId", ${nameOn(sql`a.unit_id`, today)} as "unitName",
               l.due_on as due, l.due_on < ${today} as overdue
          from (select s.id, s.plan_id, s.due_on, s.area_id, p.name from ${lastSent}) l
          join plan_asked a on a.sending_id = l.id
         where exists (select from area_reach r where r.area_id = a.unit_id and r.over_id = any (${at}::uuid[]))
           and not exists (select from area_reach r where r.area_id = l.area_id and r.over_id = any (${at}::uuid[]))
           and not exists (select from plan_comment c
                            where c.sending_id = a.sending_id and c.unit_id = a.unit_id and c.withdrawn_on is null)`,
      order: sql`s.due, ${inVietnamese(sql`s."unitName"`)}, s."planSendingId", s."unitId"`,
    },
    window,
  )

/** Drafts on which a unit and those below it may still comment on the day and have not. */
export const owedUnder = async (db: Db, unit: AreaId, day: PlainDate) =>
  (
    await sql<{ planId: TrainingPlanId; name: string; due: PlainDate; units: number }>`
      select l.plan_id as "planId", l.name, l.due_on as due, count(*)::int as units
        from (select s.id, s.plan_id, s.due_on, p.name from ${lastSent}) l join plan_asked a on a.sending_id = l.id
       where l.due_on >= ${day} and a.unit_id in (select r.area_id from area_reach r where r.over_id = ${unit})
         and not exists (select from plan_comment c
                          where c.sending_id = a.sending_id and c.unit_id = a.unit_id and c.withdrawn_on is null)
       group by l.plan_id, l.name, l.due_on order by l.due_on, l.plan_id`.execute(db)
  ).rows

/** Comments on drafts of these units and what is below them that nobody has answered, the oldest first. */
export const openAt = (db: Db, { at, today }: { at: readonly AreaId[]; today: PlainDate }, window: Window) =>
  paged<Open>(
    db,
    {
      found: sql`
        select c.id as "planCommentId", c.plan_id as "trainingPlanId", p.name as "planName",
               ${nameOn(sql`c.area_id`, today)} as "planUnit", ${nameOn(sql`c.unit_id`, today)} as "unitName", c.about, c.says,
               c.made_on as "on", c.made_at
          from plan_comment c join training_plan p on p.id = c.plan_id and p.state = 'drafted' and not p.closed
         where not c.agrees and c.withdrawn_on is null
           and exists (select from area_reach r where r.area_id = c.area_id and r.over_id = any (${at}::uuid[]))
           and not exists (select from plan_reply r where r.comment_id = c.id)`,
      order: sql`s.made_at, s."planCommentId"`,
    },
    window,
  )
