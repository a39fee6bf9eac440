/** SQL of bodies and their members. Row security shows those of the actor's units. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, BodyId, BodyMemberId, OfficialId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { BodyKind, BodyMember, MemberRole, Origin, SeatLine, SittingLine } from './model.ts'
import { meansMeeting } from './rules.ts'

/** The first day without a unit, where it has ended by the day. */
export const unitEnded = (unit: RawBuilder<unknown>, day: PlainDate) => sql<PlainDate | null>`
  (select max(u.valid_until) from area_version u where u.area_id = ${unit}
   having max(coalesce(u.valid_until, 'infinity')) <= ${day})`

export type BodyFilter = {
  readonly areaId: AreaId
  readonly day: PlainDate
  readonly today: PlainDate
  readonly kind: BodyKind | null
  readonly all: boolean
  /** Those alone of which a member has died whose end is not recorded. */
  readonly gone: boolean
  readonly q: string | null
  readonly page: number
  readonly size: number
}
type Listed = {
  bodyId: BodyId
  kind: BodyKind
  name: string
  unitName: string
  from: PlainDate
  until: PlainDate | null
  unitEnded: PlainDate | null
  head: string | null
  members: number
  open: number
  late: number
}

/** A page of the bodies at the area or below on the day, or of all days, by name; with how many there are. */
export async function bodiesAt(db: Db, { areaId, day, today, kind, all, gone, q, page, size }: BodyFilter) {
  const { rows } = await sql<Listed & { total: number; bodyId: BodyId | null }>`
    with found as materialized (
      select b.* from body b
       where b.unit_id in (select r.area_id from area_reach r where r.over_id = ${areaId})
         and (${all} or ${validOn('b', day)}) and (${kind}::text is null or b.kind = ${kind})
         and (${q}::text is null or b.search like ${q && holding(fold(q))})
         and (not ${gone}::boolean or b.id in (select g.body_id from bodies_gone(${areaId}, ${day}) g))),
    shown as (
      select * from found f order by f.kind, ${inVietnamese(sql`f.name`)}, f.id limit ${size} offset ${(page - 1) * size})
    select s.id as "bodyId", s.kind, s.name, ${nameOn(sql`s.unit_id`, day)} as "unitName", s.valid_from as "from",
           s.valid_until as until, ${unitEnded(sql`s.unit_id`, day)} as "unitEnded",
           h.head, h.members, h.open_tasks as open, h.late_tasks as late, c.total
      from (select count(*)::int as total from found) c left join shown s on true
      left join bodies_summed(array(select x.id from shown x), ${day}, ${today}) h on h.body_id = s.id
     order by s.kind, ${inVietnamese(sql`s.name`)}, s.id`.execute(db)
  return {
    rows: rows.filter((row): row is Listed & { total: number } => row.bodyId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Named = { readonly q: string; readonly day: PlainDate; readonly most: number; readonly own: readonly AreaId[] }
/** Those of the actor's own units first; of who seeks a meeting their bodies, whatever they are called. */
export const bodiesNamed = async (db: Db, { q, day, most, own }: Named) =>
  (
    await sql<Pick<Listed, 'bodyId' | 'kind' | 'name' | 'unitName'>>`
      select b.id as "bodyId", b.kind, b.name, ${nameOn(sql`b.unit_id`, day)} as "unitName"
        from body b
       where b.valid_until is distinct from b.valid_from
         and (b.search like ${holding(fold(q))} or (${meansMeeting(q)} and b.unit_id = any (${own}::uuid[])
              and coalesce(b.valid_until, 'infinity') > ${day}))
       order by b.unit_id <> all (${own}::uuid[]), ${inVietnamese(sql`b.name`)}, b.id limit ${most}`.execute(db)
  ).rows

export type Founded = {
  name: string
  watches: string
  watchesCode: string
  decisionNumber: string
  decidedOn: PlainDate
  decidedBy: string
  until: PlainDate | null
}
export type Body = Founded & {
  bodyId: BodyId
  unitId: AreaId
  kind: BodyKind
  from: PlainDate
  dissolvedBecause: string | null
  /** When it would have ended, had it not been dissolved. */
  termUntil: PlainDate | null
}

export const findBody = async (db: Db, body: BodyId): Promise<Body | undefined> =>
  (
    await sql<Body>`
      select b.id as "bodyId", b.unit_id as "unitId", b.kind, b.name, coalesce(b.watches, '') as watches,
             coalesce(b.watches_code, '') as "watchesCode", b.decision_number as "decisionNumber",
             b.decided_on as "decidedOn", b.decided_by as "decidedBy", b.valid_from as "from", b.valid_until as until,
             b.dissolved_because as "dissolvedBecause",
             case when b.dissolved_because is null then b.valid_until else b.term_until end as "termUntil"
        from body b where b.id = ${body}`.execute(db)
  ).rows[0]

/** The same, and nobody else changes it or what is in it until the transaction ends. */
export async function holdBody(db: Db, body: BodyId): Promise<Body | undefined> {
  await db.selectFrom('body').select('id').where('id', '=', body).forUpdate().executeTakeFirst()
  return findBody(db, body)
}

export const unitEndedBy = async (db: Db, unit: AreaId, day: PlainDate): Promise<PlainDate | null> =>
  (await sql<{ ended: PlainDate | null }>`select ${unitEnded(sql`${unit}::uuid`, day)} as ended`.execute(db)).rows[0]
    ?.ended ?? null

/** Nobody else enters a body of the unit until the transaction ends. */
export const holdFounding = (db: Db, unit: AreaId) =>
  sql`select pg_advisory_xact_lock(hashtextextended('bodies ' || ${unit}::text, 0))`.execute(db)

type Alike = Pick<Body, 'unitId' | 'kind' | 'name' | 'from' | 'until' | 'decisionNumber' | 'decidedOn'>
/** One of the unit of this kind and name, but by another decision, that stands on some day of the same time. */
export const namesakeOf = async (
  db: Db,
  { unitId, kind, name, from, until, decisionNumber, decidedOn }: Alike,
): Promise<Pick<Body, 'name' | 'from' | 'until' | 'decisionNumber'> | undefined> =>
  (
    await sql<Pick<Body, 'name' | 'from' | 'until' | 'decisionNumber'>>`
      select b.name, b.valid_from as "from", b.valid_until as until, b.decision_number as "decisionNumber" from body b
       where b.unit_id = ${unitId} and b.kind = ${kind} and b.search = ${fold(name)}
         and (b.decision_number, b.decided_on) is distinct from (${decisionNumber}::text, ${decidedOn}::date)
         and b.valid_until is distinct from b.valid_from and b.valid_from < coalesce(${until}::date, 'infinity')
         and coalesce(b.valid_until, 'infinity') > ${from}::date
       order by b.valid_from, b.id limit 1`.execute(db)
  ).rows[0]

/** What tasks among these ids are, and whose they are. */
export const tasksOf = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: string; what: string; bodyId: string }>`
      select t.id, t.what, t.body_id as "bodyId" from body_task t where t.id = any (${ids}::uuid[])`.execute(db)
  ).rows

/** The names of those of some ids that are bodies. */
export const bodiesOf = async (db: Db, ids: readonly string[]): Promise<{ id: BodyId; name: string }[]> =>
  (
    await sql<{ id: BodyId; name: string }>`select b.id, b.name from body b where b.id = any (${ids}::uuid[])`.execute(
      db,
    )
  ).rows

const columnsOf = ({ name, watches, watchesCode, decisionNumber, decidedOn, decidedBy, until }: Founded) => ({
  ...{ name, watches: watches || null, watches_code: watchesCode || null },
  ...{ decision_number: decisionNumber, decided_on: decidedOn, decided_by: decidedBy, valid_until: until },
})

type Made = { readonly by: AccountId }
export const insertBody = (
  db: Db,
  { bodyId, unitId, kind, from, ...founded }: Omit<Body, 'dissolvedBecause' | 'termUntil'>,
  { by }: Made,
) =>
  db
    .insertInto('body')
    .values({ id: bodyId, unit_id: unitId, kind, valid_from: from, made_by: by, ...columnsOf(founded) })
    .execute()

export const updateBody = (db: Db, body: BodyId, founded: Founded) =>
  db.updateTable('body').set(columnsOf(founded)).where('id', '=', body).execute()

export const closeBody = (db: Db, body: BodyId, { until, because }: { until: PlainDate; because: string }) =>
  sql`update body set term_until = valid_until, valid_until = ${until}, dissolved_because = ${because} where id = ${body}`.execute(
    db,
  )

/** Those of a day in the order of their roles; of all days, the latest first. */
export const membersOf = async (db: Db, body: BodyId, day: PlainDate | null): Promise<BodyMember[]> =>
  (
    await sql<BodyMember>`
      select m.id as "bodyMemberId", m.official_id as "officialId", p.full_name as name, m.role, m.comes_from as "comesFrom",
             m.valid_from as "from", m.valid_until as until, m.left_because as because,
             case when p.died_by < coalesce(m.valid_until, 'infinity') and p.died_by <= coalesce(${day}::date, 'infinity')
                  then p.died_by end as died
        from body_member m join body_people(${body}) p on p.official_id = m.official_id
       where m.body_id = ${body} and ${day === null ? sql`true` : validOn('m', day)}
       order by ${byRole('m')},
                ${day === null ? sql`m.valid_from desc` : sql`m.valid_from`}, ${inVietnamese(sql`p.full_name`)}, m.id`.execute(
      db,
    )
  ).rows

/** Those who sit there on a day and live. */
export const sittingOn = async (db: Db, body: BodyId, day: PlainDate): Promise<BodyMember[]> =>
  (await membersOf(db, body, day)).filter((one) => one.died === null)

type NewMember = {
  id: BodyMemberId
  body_id: BodyId
  official_id: OfficialId
  role: MemberRole
  comes_from: Origin | null
  valid_from: PlainDate
  valid_until: PlainDate | null
  made_by: AccountId
}
export const insertMembers = (db: Db, rows: readonly NewMember[]) => db.insertInto('body_member').values(rows).execute()

export const findMember = (db: Db, member: BodyMemberId) =>
  db
    .selectFrom('body_member')
    .select(['id', 'body_id', 'official_id', 'role', 'comes_from', 'valid_from', 'valid_until', 'left_because'])
    .where('id', '=', member)
    .executeTakeFirst()

/** The days of meetings that somebody attended by the minutes, and on which nothing would make them a member any more. */
export const meetingsLost = async (
  db: Db,
  { id, body_id, official_id }: { id: BodyMemberId; body_id: BodyId; official_id: OfficialId },
  until: PlainDate,
): Promise<PlainDate[]> =>
  (
    await sql<{ day: PlainDate }>`
      select distinct g.held_on as day from body_meeting g
       where g.body_id = ${body_id} and g.called_off is null and ${official_id}::uuid = any (g.present) and g.held_on >= ${until}
         and not exists (select from body_member m where m.body_id = g.body_id and m.official_id = ${official_id}
                            and m.id <> ${id} and ${validOn('m', sql<PlainDate>`g.held_on`)})
       order by g.held_on`.execute(db)
  ).rows.map(({ day }) => day)

type End = { readonly until: PlainDate | null; readonly because: string | null }
export const closeMember = (db: Db, member: BodyMemberId, { until, because }: End) =>
  db.updateTable('body_member').set({ valid_until: until, left_because: because }).where('id', '=', member).execute()

/** What of a body would lie outside it if it ended then: members who begin later (or go on, where `lasting`), meetings. */
export const heldAfter = async (db: Db, body: BodyId, { until, lasting }: { until: PlainDate; lasting: boolean }) =>
  (
    await sql<{ members: number; meetings: number }>`
      select (select count(*)::int from body_member m
               where m.body_id = ${body} and m.valid_until is distinct from m.valid_from
                 and (m.valid_from >= ${until} or ${lasting} and coalesce(m.valid_until, 'infinity') > ${until}::date)) as members,
             (select count(*)::int from body_meeting g
               where g.body_id = ${body} and g.called_off is null and g.held_on >= ${until}) as meetings`.execute(db)
  ).rows[0] ?? { members: 0, meetings: 0 }

/** Who sits in a body when it is dissolved sits there no longer; what their end would have been is kept. */
export const endMembers = (db: Db, body: BodyId, { until, because }: { until: PlainDate; because: string }) =>
  sql`update body_member set with_body = true, term_until = valid_until, term_because = left_because,
              valid_until = ${until}, left_because = ${because}
       where body_id = ${body} and valid_from < ${until} and coalesce(valid_until, 'infinity') > ${until}::date`.execute(
    db,
  )

/** As before it was dissolved: the body has its term again, and so has each who ended with it. */
export async function reopenBody(db: Db, body: BodyId): Promise<void> {
  await sql`update body set valid_until = term_until, term_until = null, dissolved_because = null where id = ${body}`.execute(
    db,
  )
  await sql`update body_member set valid_until = term_until, left_because = term_because,
                   with_body = false, term_until = null, term_because = null
             where body_id = ${body} and with_body`.execute(db)
}

/** It has stood on no day, and whoever was entered in it sat there on none. */
export async function annulBody(db: Db, { bodyId, from }: Body, because: string): Promise<void> {
  await closeBody(db, bodyId, { until: from, because })
  await sql`update body_member set valid_until = valid_from, left_because = ${because}
             where body_id = ${bodyId} and valid_until is distinct from valid_from`.execute(db)
}

export type MemberFilter = {
  readonly areaId: AreaId
  readonly day: PlainDate
  readonly kind: BodyKind | null
  readonly role: MemberRole | null
  readonly q: string | null
  readonly page: number
  readonly size: number
}
const byRole = (of: string) =>
  sql`array_position(array['head', 'standing_deputy', 'deputy', 'member', 'secretary'], ${sql.ref(`${of}.role`)})`

/** A page of who sits in the bodies of an area on a day, body by body, the head first; with how many there are. */
export async function membersAt(db: Db, { areaId, day, kind, role, q, page, size }: MemberFilter) {
  const order = sql`${inVietnamese(sql`s.body_name`)}, s.body_id, ${byRole('s')}, ${inVietnamese(sql`s.full_name`)}, s.member_id`
  const { rows } = await sql<SittingLine & { total: number; bodyMemberId: BodyMemberId | null }>`
    with found as materialized (
      select m.* from body_members(${areaId}, ${day}) m
       where (${kind}::text is null or m.kind = ${kind}) and (${role}::text is null or m.role = ${role})
         and (${q}::text is null or m.search like ${q && holding(fold(q))} or fold(m.body_name) like ${q && holding(fold(q))})),
    shown as (select * from found s order by ${order} limit ${size} offset ${(page - 1) * size})
    select s.member_id as "bodyMemberId", s.body_id as "bodyId", s.kind, s.body_name as "bodyName",
           ${nameOn(sql`s.unit_id`, day)} as "unitName", s.official_id as "officialId", s.full_name as name,
           s.birth_year as "birthYear", ${nameOn(sql`s.kept_by`, day)} as "keptBy", s.role, s.comes_from as "comesFrom",
           s.valid_from as "from", s.valid_until as until, c.total
      from (select count(*)::int as total from found) c left join shown s on true
     order by ${order}`.execute(db)
  return {
    rows: rows.flatMap(({ total: _total, ...row }) => (row.bodyMemberId === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
  }
}

/** The bodies of the actor's units in which somebody sits, sat or will sit, the latest first. */
export const seatsOf = async (db: Db, official: OfficialId): Promise<SeatLine[]> =>
  (
    await sql<SeatLine>`
      select m.id as "bodyMemberId", b.id as "bodyId", b.kind, b.name as "bodyName", ${nameOn(sql`b.unit_id`, sql<PlainDate>`m.valid_from`)} as "unitName",
             m.role, m.comes_from as "comesFrom", m.valid_from as "from", m.valid_until as until, m.left_because as because
        from body_member m join body b on b.id = m.body_id
       where m.official_id = ${official} order by m.valid_from desc, m.id`.execute(db)
  ).rows
