/** SQL of the lines of a plan, of the topics they are of and of their money. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, PlanLineId, SpendingNormId, TrainingPlanId } from '#kernel/ids.ts'
import type { Vnd } from '#kernel/numbers.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { AudiencePost } from '../../frameworks/model.ts'
import { type OfFramework, toldApart } from '../../frameworks/rules.ts'
import type { Line } from '../model.ts'
import type { LineFields, MoneyFields } from '../rules/lines.ts'

const periodOf = sql`jsonb_build_object('from', f.period_from, 'until', f.period_until)`
const hoursOf = sql`(t.theory_hours + t.practice_hours)::int`

type Of = {
  readonly today: PlainDate
  /** The day whose norms the money is held against; null: it is as it was written. */
  readonly priced: PlainDate | null
}
/** The lines of a plan, by topic; beside their money what the norms say of it on the day. */
export const linesOf = async (db: Db, plan: TrainingPlanId, of: Of): Promise<Line[]> => {
  const { rows } = await sql<Line & OfFramework & { version: number }>`
      select l.id as "planLineId", coalesce(l.first_id, l.id) as "firstId", l.topic_id as "topicId", t.code, t.title, f.name as framework, f.version, ${periodOf} as period, ${hoursOf} as hours,
             exists (select from framework g where g.line_id = f.line_id and g.state = 'approved' and g.version > f.version) as superseded, l.audience, l.people, l.classes,
             (select count(*)::int from plan_seat s where s.plan_line_id = l.id) as named, l.place_id as "placeId", case when l.place_id is not null then ${nameOn(sql`l.place_id`, of.today)} end as "placeName",
             l.place, l.weeks, l.note, m.money, m.dong
        from plan_line l join framework_topic t on t.id = l.topic_id join framework f on f.id = t.framework_id
        cross join lateral (
          select coalesce(sum(m.amount), 0)::bigint as dong,
                 coalesce(jsonb_agg(jsonb_build_object('source', m.source, 'normId', m.norm_id, 'what', coalesce(n.item, m.what),
                   'countedBy', n.counted_by, 'quantity', m.quantity, 'follows', m.follows, 'times', m.times,
                   'ofPeople', m.of_people, 'ofClasses', m.of_classes, 'dong', m.dong, 'amount', m.amount,
                   'normNow', ${of.priced === null ? sql`null` : sql`case when m.norm_id is not null then nullif(coalesce(v.dong, 0), m.dong) end`}, 'normOn', ${of.priced}::date) order by m.place), '[]') as money
            from plan_money m left join spending_norm n on n.id = m.norm_id
            left join spending_norm v on v.line_id = n.line_id and ${of.priced === null ? sql`false` : validOn('v', of.priced)}
           where m.plan_line_id = l.id) m
       where l.plan_id = ${plan} order by ${inVietnamese(sql`t.code`)}, l.made_at, l.id`.execute(db)
  const framework = toldApart(rows)
  return rows.map((row) => {
    const { version: _version, period: _period, ...line } = row
    return { ...line, framework: framework(row) }
  })
}

export const planOfLine = async (db: Db, id: PlanLineId): Promise<TrainingPlanId | undefined> =>
  (await db.selectFrom('plan_line').select('plan_id').where('id', '=', id).executeTakeFirst())?.plan_id as
    | TrainingPlanId
    | undefined

type Topic = OfFramework & {
  readonly topicId: FrameworkTopicId
  readonly code: string
  readonly title: string
  readonly hours: number | null
  readonly posts: readonly AudiencePost[]
}
const approvedAt = (over: readonly AreaId[]) => sql`
  framework_topic t join framework f on f.id = t.framework_id
  where f.state = 'approved' and f.area_id = any (${over}::uuid[])`
const topic = sql`t.id as "topicId", t.code, t.title, f.name as framework, ${hoursOf} as hours, t.posts,
  ${periodOf} as period`

/** Topics of frameworks approved for these units, by code or title: those of the last version of each, those for the year first, then the latest. */
export const topicsSought = async (
  db: Db,
  { over, year }: { over: readonly AreaId[]; year: number },
  q: string,
): Promise<Topic[]> =>
  (
    await sql<Topic>`
      select ${topic} from ${approvedAt(over)}
         and f.version = (select max(v.version) from framework v where v.line_id = f.line_id and v.state = 'approved')
         and (fold(t.title) like ${holding(fold(q))} or fold(t.code) like ${holding(fold(q))})
       order by (coalesce(f.period_from, ${year}) <= ${year} and ${year} <= coalesce(f.period_until, ${year})) desc, f.approved_on desc, ${inVietnamese(sql`t.code`)}, t.id limit 12`.execute(
      db,
    )
  ).rows

/** Those among these topics that are of frameworks approved for these units. */
export const topicsAmong = async (
  db: Db,
  over: readonly AreaId[],
  ids: readonly FrameworkTopicId[],
): Promise<Topic[]> =>
  (await sql<Topic>`select ${topic} from ${approvedAt(over)} and t.id = any (${ids}::uuid[])`.execute(db)).rows

type Within = { readonly unit: AreaId; readonly day: PlainDate }
/** Which of these units lie within the unit and stand on the day. */
export const unitsWithin = async (db: Db, { unit, day }: Within, ids: readonly AreaId[]): Promise<Set<AreaId>> =>
  new Set(
    (
      await sql<{ id: AreaId }>`
        select r.area_id as id from area_reach r
         where r.over_id = ${unit} and r.area_id = any (${ids}::uuid[])
           and exists (select from area_path p where p.area_id = r.area_id and ${validOn('p', day)})`.execute(db)
    ).rows.map(({ id }) => id),
  )

export type PricedNorm = { readonly asked: SpendingNormId; readonly normId: SpendingNormId; readonly dong: Vnd }

/** Of each of these norms the value of the day, where one of these units has it. */
export const normsOn = async (
  db: Db,
  ids: readonly SpendingNormId[],
  of: { over: readonly AreaId[]; day: PlainDate },
) =>
  (
    await sql<PricedNorm>`
      select n.id as asked, v.id as "normId", v.dong from spending_norm n join spending_norm v on v.line_id = n.line_id
       where n.id = any (${ids}::uuid[]) and n.area_id = any (${of.over}::uuid[]) and ${validOn('v', of.day)}`.execute(
      db,
    )
  ).rows

/** How many lines a plan has and what they add up to, as numerics: what is too much is told, not overflown. */
export const totalsOf = async (
  db: Db,
  plan: TrainingPlanId,
): Promise<{ lines: number; people: string; dong: string }> => {
  const { rows } = await sql<{ lines: number; people: string; dong: string }>`
    select count(*)::int as lines, coalesce(sum(l.people), 0)::text as people,
           (select coalesce(sum(m.quantity::numeric * m.dong), 0)::text
              from plan_line k join plan_money m on m.plan_line_id = k.id where k.plan_id = ${plan}) as dong
      from plan_line l where l.plan_id = ${plan}`.execute(db)
  return rows[0] ?? { lines: 0, people: '0', dong: '0' }
}

type Place = { readonly planId: TrainingPlanId; readonly areaId: AreaId }

const columnsOf = ({ topicId, placeId, weeks, money: _money, ...rest }: LineFields) => ({
  ...rest,
  topic_id: topicId,
  place_id: placeId,
  weeks: weeks.toSorted((a, b) => a - b),
})

export async function insertLine(db: Db, { planId, areaId }: Place, { id, ...said }: LineFields & { id: PlanLineId }) {
  await db
    .insertInto('plan_line')
    .values({ id, plan_id: planId, area_id: areaId, ...columnsOf(said) })
    .execute()
  await writeMoney(db, { line: id, areaId }, said.money)
}

export async function updateLine(db: Db, areaId: AreaId, { id, ...said }: LineFields & { id: PlanLineId }) {
  await db.updateTable('plan_line').set(columnsOf(said)).where('id', '=', id).execute()
  await db.deleteFrom('plan_money').where('plan_line_id', '=', id).execute()
  await writeMoney(db, { line: id, areaId }, said.money)
}

export async function deleteLine(db: Db, id: PlanLineId): Promise<void> {
  await db.deleteFrom('plan_seat').where('plan_line_id', '=', id).execute()
  await db.deleteFrom('plan_money').where('plan_line_id', '=', id).execute()
  await db.deleteFrom('plan_line').where('id', '=', id).execute()
}

async function writeMoney(db: Db, of: { line: PlanLineId; areaId: AreaId }, money: readonly MoneyFields[]) {
  if (money.length === 0) return
  const rows = money.map(({ normId, what, ofPeople, ofClasses, ...rest }, place) => ({
    ...{ id: newId<'plan_money'>(), plan_line_id: of.line, area_id: of.areaId, place, norm_id: normId },
    ...{ ...rest, what: normId ? '' : what, of_people: ofPeople, of_classes: ofClasses },
  }))
  await db.insertInto('plan_money').values(rows).execute()
}

/** Every amount by a norm as the norm says it on the day; of norms that no longer say any nothing changes. */
export const repriceLines = async (db: Db, plan: TrainingPlanId, day: PlainDate): Promise<number> =>
  (
    await sql<{ id: string }>`
      update plan_money m set norm_id = v.id, dong = v.dong
        from plan_line l, spending_norm n join spending_norm v on v.line_id = n.line_id and ${validOn('v', day)}
       where l.plan_id = ${plan} and m.plan_line_id = l.id and n.id = m.norm_id and (v.id <> m.norm_id or v.dong <> m.dong)
      returning m.id`.execute(db)
  ).rows.length
