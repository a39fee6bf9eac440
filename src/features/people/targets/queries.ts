/** SQL of targets of moves. What a province aims at is public; who was moved, `roster_moves` answers. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, MoveTargetId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { heldWithin, validOn } from '#platform/server/sql/days.ts'
import { intoDifficult } from '../moves/queries.ts'
import type { TargetLine, TargetParticulars } from './model.ts'

type Asked = { readonly areaId: AreaId; readonly day: PlainDate; readonly which: 'in_force' | 'all' | 'coming' }

const chosen = ({ day, which }: Asked) =>
  ({
    in_force: validOn('t', day),
    all: sql`true`,
    coming: sql`t.valid_from > ${day} and t.valid_until is distinct from t.valid_from`,
  })[which]

/** Whether a unit of the area, or over it, is recorded as especially difficult in the year. */
const isKnown = (areaId: AreaId) => sql`
  exists (select from area_status s
           where s.status in ('kv3', 'dbkk')
             and ${heldWithin('s', sql<PlainDate>`make_date(t.year, 1, 1)`, sql<PlainDate>`make_date(t.year + 1, 1, 1)`)}
             and exists (select from area_reach r where (r.area_id, r.over_id) in ((s.area_id, ${areaId}), (${areaId}, s.area_id))))`

/**
 * The targets of an area on a day, of all days, or to come, the latest year first; and, but beside those to come, the years
 * in which somebody was moved without one.
 */
export const targetsAt = async (db: Db, asked: Asked): Promise<TargetLine[]> => {
  const { areaId, day, which } = asked
  return (
    await sql<TargetLine>`
      with moved as materialized (
        select m.official_id, m.kind, extract(year from m.valid_from)::int as year from roster_moves(${areaId}, ${day}) m
         where m.valid_from <= ${day} and ${intoDifficult}),
      target as (
        select t.* from move_target t where t.area_id = ${areaId} and ${chosen(asked)})
      select t.id as "moveTargetId", t.year::int as year, t.kind, t.people,
             case when ${isKnown(areaId)} then (
               select count(distinct m.official_id)::int from moved m where m.year = t.year and (t.kind is null or m.kind = t.kind)) end as moved,
             t.legal_reference as "legalReference", t.mark, t.valid_from as "from", t.valid_until as "until",
             t.ended_because as "endedBecause", exists (select from move_target b where ${before}) as follows
        from target t
      union all
      select null, m.year, null, null, count(distinct m.official_id)::int, null, null, null, null, null, false
        from moved m where ${which !== 'coming'} and m.year not in (select t.year from target t) group by m.year
       order by year desc, kind nulls first, "from" desc nulls last`.execute(db)
  ).rows
}

export type Held = TargetParticulars & {
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
}
const held = sql`t.area_id as "areaId", t.year::int as year, t.kind, t.people, t.legal_reference as "legalReference", t.mark,
  t.valid_from as "from", t.valid_until as "until", t.ended_because as "endedBecause"`

/** A target, which stands still until the change ends. */
export const holdTarget = async (db: Db, id: MoveTargetId): Promise<Held | undefined> =>
  (await sql<Held>`select ${held} from move_target t where t.id = ${id} for update`.execute(db)).rows[0]

export const placeOfTarget = async (db: Db, id: MoveTargetId): Promise<AreaId | undefined> =>
  (await db.selectFrom('move_target').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

type Of = Pick<Held, 'areaId' | 'year' | 'kind'>

/** The latest target of a year and kind that has not ended, held until the change ends. */
export const holdLatest = async (db: Db, { areaId, year, kind }: Of) =>
  (
    await sql<{ id: MoveTargetId; from: PlainDate }>`
      select t.id, t.valid_from as "from" from move_target t
       where t.area_id = ${areaId} and t.year = ${year} and t.kind is not distinct from ${kind}::text and t.valid_until is null
       for update`.execute(db)
  ).rows[0]

/** Of a target `t`: the one, `b`, whose place it took on its first day. */
const before = sql`b.id <> t.id and b.area_id = t.area_id and b.year = t.year and b.kind is not distinct from t.kind
  and b.valid_until = t.valid_from and b.ended_because is null and b.valid_from < b.valid_until`
/** What a target that never held took the place of on its first day goes on. */
export const reopenBefore = (db: Db, id: MoveTargetId) =>
  sql`update move_target b set valid_until = null from move_target t
       where t.id = ${id} and ${before}`.execute(db)

const columnsOf = ({ legalReference, year, kind, people, mark }: TargetParticulars) => ({
  ...{ year, kind, people, mark, legal_reference: legalReference },
})

type New = TargetParticulars & {
  readonly id: MoveTargetId
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly by: AccountId
}
export const insertTarget = (db: Db, { id, areaId, from, by, ...said }: New) =>
  db
    .insertInto('move_target')
    .values({ id, area_id: areaId, valid_from: from, made_by: by, ...columnsOf(said) })
    .execute()

export const updateTarget = (db: Db, id: MoveTargetId, said: TargetParticulars) =>
  db.updateTable('move_target').set(columnsOf(said)).where('id', '=', id).execute()

export const closeTarget = (
  db: Db,
  id: MoveTargetId,
  { until, because }: { until: PlainDate; because: string | null },
) => db.updateTable('move_target').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()
