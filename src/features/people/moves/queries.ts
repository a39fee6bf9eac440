/** SQL of rotation and secondment. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, placeOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AppointmentId, AreaId, OfficialId, OfficialMoveId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import { said } from '../roster/queries.ts'
import type { Move, MoveKind, MoveState, MoveStateFilter } from './model.ts'

/** Of rows `m` as `roster_moves` answers them. */
const stateOn = (day: PlainDate) => sql<MoveState>`
  case when m.valid_from > ${day} then 'coming' when m.valid_until <= ${day} then 'back' when m.planned_last <= ${day} then 'due'
       else 'away' end`

/** Whether the unit where it led first was especially difficult on its first day, or lay in one that was. */
export const intoDifficult = sql<boolean>`
  exists (select from area_status s join area_reach r on r.over_id = s.area_id
           where r.area_id = m.first_area and s.status in ('kv3', 'dbkk') and ${validOn('s', sql<PlainDate>`m.valid_from`)})`

const place = (post: 'f' | 't', area: RawBuilder<unknown>, on: RawBuilder<PlainDate> | PlainDate) => sql`
  jsonb_build_object('post', ${sql.ref(`${post}.id`)}, 'said', ${said(post)}, 'areaId', ${area}, 'areaName', ${placeOn(area, on)})`
const begin = sql<PlainDate>`m.valid_from`

const shown = (day: PlainDate) => sql`
  m.id as "moveId", m.official_id as "officialId", m.full_name as name, m.kind, m.why, m.planned_last as "plannedLast", m.outcome,
  ${place('f', sql`m.from_area`, begin)} as "from",
  ${place('t', sql`m.to_area`, sql<PlainDate>`case when m.to_area = m.first_area then m.valid_from else ${day} end`)} as "to",
  case when m.to_area <> m.first_area then ${nameOn(sql`m.first_area`, begin)} end as "firstTo", m.valid_from as since,
  m.valid_until - 1 as last, ${stateOn(day)} as state, m.decision_number as "decisionNumber", m.decided_on as "decidedOn",
  ${intoDifficult} as difficult, exists (select from official_move s where s.id = m.id and s.stays_from is not null) as stays`

export type MoveFilter = {
  readonly areaId: AreaId
  readonly day: PlainDate
  readonly state: MoveStateFilter | null
  readonly kind: MoveKind | null
  /** Into a unit that was especially difficult on the first day. */
  readonly difficult: boolean
  /** The year in which it began. */
  readonly year: number | null
  readonly q: string | null
  readonly page: number
  readonly size: number
}

/** Who is away first, the sooner due the earlier. `people`: how many they are, since one may be moved twice. */
export async function movesAt(db: Db, filter: MoveFilter) {
  const { areaId, day, state, kind, difficult, year, q, page, size } = filter
  const { rows } = await sql<Move & { total: number; people: number; moveId: OfficialMoveId | null }>`
    with found as materialized (
      select m.* from roster_moves(${areaId}, ${day}) m
       where (${kind}::text is null or m.kind = ${kind})
         and (${year}::int is null or extract(year from m.valid_from) = ${year}::int)
         and (not ${difficult}::boolean or ${intoDifficult})
         and (${q}::text is null or fold(m.full_name) like ${q && holding(fold(q))})
         and (${state}::text is null or ${stateOn(day)} = ${state} or (${state} = 'away' and ${stateOn(day)} = 'due')
              or (${state} = 'begun' and m.valid_from <= ${day}))),
    page as (
      select * from found m order by ${stateOn(day)} = 'back', m.planned_last nulls last, ${byGivenName(sql`m.full_name`)}, m.id
       limit ${size} offset ${(page - 1) * size})
    select ${shown(day)}, c.total, c.people
      from (select count(*)::int as total, count(distinct f.official_id)::int as people from found f) c left join page m on true
      left join post f on f.id = m.from_post left join post t on t.id = m.to_post
     order by ${stateOn(day)} = 'back', m.planned_last nulls last, ${byGivenName(sql`m.full_name`)}, m.id`.execute(db)
  return {
    rows: rows.flatMap(({ total: _total, people: _people, ...row }) => (row.moveId === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
    people: rows[0]?.people ?? 0,
  }
}

/** Of some people, the latest first. */
export const movesOfMany = async (db: Db, officials: readonly OfficialId[], day: PlainDate): Promise<Move[]> =>
  (
    await sql<Move>`
      select ${shown(day)}
        from official_moves(${officials}::uuid[]) m
        join post f on f.id = m.from_post join post t on t.id = m.to_post
       order by m.valid_from desc, m.id`.execute(db)
  ).rows

export const movesOf = (db: Db, official: OfficialId, day: PlainDate): Promise<Move[]> =>
  movesOfMany(db, [official], day)

type Away = {
  readonly id: OfficialMoveId
  readonly since: PlainDate
  readonly last: PlainDate | null
  readonly outcome: string | null
  readonly unit: string
}
/** When and where somebody is away: by the posts that the actor sees, and by all moves from and to a unit, wherever they led. */
export const awayOf = async (db: Db, official: OfficialId, at: AreaId): Promise<Away[]> =>
  (
    await sql<Away>`
      select m.id, m.since, m.until - 1 as last, m.outcome, ${nameOn(sql`m.unit`, sql<PlainDate>`m.since`)} as unit
        from (select o.id, g.valid_from as since, coalesce(o.stays_from, b.valid_until) as until, o.outcome, b.area_id as unit
                from official_move o join appointment b on b.id = o.to_appointment_id
                join appointment g on g.id = coalesce(o.first_there_id, o.to_appointment_id)
               where o.official_id = ${official} and o.taken_away is null
              union
              select r.id, r.valid_from, r.valid_until, r.outcome, r.to_area from roster_moves(${at}, 'infinity') r
               where r.official_id = ${official}) m
       order by m.since`.execute(db)
  ).rows

export type NewMove = {
  readonly id: OfficialMoveId
  readonly official_id: OfficialId
  readonly kind: MoveKind
  readonly from_appointment_id: AppointmentId
  readonly to_appointment_id: AppointmentId
  readonly why: string
  readonly planned_last: PlainDate | null
  readonly outcome: string | null
  readonly made_by: AccountId
}
export const insertMove = (db: Db, row: NewMove) => db.insertInto('official_move').values(row).execute()

export const holdMove = (db: Db, id: OfficialMoveId) =>
  db
    .selectFrom('official_move as m')
    .innerJoin('appointment as t', 't.id', 'm.to_appointment_id')
    .select(['m.official_id as officialId', 'm.kind', 'm.why', 'm.planned_last as plannedLast', 'm.outcome'])
    .select([
      'm.taken_away as taken',
      'm.stays_from as staysFrom',
      'm.from_appointment_id as leftId',
      't.id as toId',
      't.area_id as areaId',
      'm.first_there_id as firstId',
    ])
    .where('m.id', '=', id)
    .forUpdate('m')
    .executeTakeFirst()

type Written = {
  readonly kind?: MoveKind
  readonly why?: string
  readonly planned_last?: PlainDate | null
  readonly outcome?: string
  readonly stays_from?: PlainDate | null
  readonly taken_away?: string
}
export const updateMove = (db: Db, id: OfficialMoveId, set: Written) =>
  db.updateTable('official_move').set(set).where('id', '=', id).execute()
