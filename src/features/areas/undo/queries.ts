/** What an event of units did, what was recorded after it, and what was undone. */
import { sql } from 'kysely'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AreaEventId, AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { EventKind } from '../words.ts'

export type Recorded = {
  readonly kind: EventKind
  readonly on: PlainDate | null
  readonly at: Instant
  readonly undone: boolean
}

export const findEvent = (db: Db, eventId: AreaEventId): Promise<Recorded | undefined> =>
  db
    .selectFrom('area_event as e')
    .leftJoin('area_undoing as u', 'u.event_id', 'e.id')
    .where('e.id', '=', eventId)
    .select(['e.kind', 'e.happened_on as on', 'e.created_at as at', sql<boolean>`u.event_id is not null`.as('undone')])
    .$narrowType<{ kind: EventKind }>()
    .executeTakeFirst()

/**
 * `began`: it was not there before. `ended`: it ended by the event, and has no state of it. `hung`: by it hangs under another;
 * `moved`: under another that stood before.
 */
export type Touched = {
  readonly areaId: AreaId
  readonly name: string
  readonly parentId: AreaId | null
  readonly until: PlainDate | null
  readonly began: boolean
  readonly ended: boolean
  readonly hung: boolean
  readonly moved: boolean
}

/** Units whose states it wrote, as they were named before it, or by it. */
export async function unitsOfEvent(db: Db, eventId: AreaEventId): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    select distinct on (v.area_id) v.area_id as "areaId", v.name, v.parent_id as "parentId", v.valid_until as until,
           v.event_id is not distinct from ${eventId} as began,
           not exists (select from area_version n where n.area_id = v.area_id and n.event_id = ${eventId}) as ended,
           v.until_event_id is not distinct from ${eventId} and exists (
             select from area_version n
              where n.area_id = v.area_id and n.event_id = ${eventId} and n.parent_id is distinct from v.parent_id) as hung,
           v.until_event_id is not distinct from ${eventId} and exists (
             select from area_version n join area_version p on p.area_id = n.parent_id and p.event_id is distinct from ${eventId}
              where n.area_id = v.area_id and n.event_id = ${eventId} and n.parent_id is distinct from v.parent_id) as moved
      from area_version v
     where ${eventId} in (v.event_id, v.until_event_id)
     order by v.area_id, v.valid_from`.execute(db)
  return rows
}

/** Units that took over, and those under which the units hung before and after. */
export async function unitsBeside(db: Db, eventId: AreaEventId): Promise<{ heirs: AreaId[]; parents: AreaId[] }> {
  const { rows } = await sql<{ heirs: AreaId[]; parents: AreaId[] }>`
    select array(select distinct s.to_id from area_succession s where s.event_id = ${eventId}) as heirs,
           array(select distinct v.parent_id from area_version v
                  where ${eventId} in (v.event_id, v.until_event_id) and v.parent_id is not null) as parents`.execute(
    db,
  )
  return rows[0] ?? { heirs: [], parents: [] }
}

export type Later = { readonly kind: EventKind; readonly on: PlainDate | null; readonly name: string }

/**
 * The last event that rests on this one: it ended a state that this one began, hung something under a unit that this one began
 * or let it take over another, or ended a unit that took over or under which one would hang again.
 */
export async function findLaterEvent(db: Db, eventId: AreaEventId): Promise<Later | undefined> {
  const { rows } = await sql<Later>`
    with own as (select v.id, v.area_id, v.parent_id from area_version v where v.event_id = ${eventId}),
    began as (
      select o.area_id as id from own o
       where not exists (select from area_version w where w.area_id = o.area_id and w.id <> o.id)
          or not exists (select from area_version w where w.area_id = o.area_id and w.until_event_id = ${eventId})),
    beside as (
      select s.to_id as id from area_succession s where s.event_id = ${eventId}
      union select v.parent_id from area_version v where v.until_event_id = ${eventId}),
    later as (
      select v.until_event_id as event_id, v.name from own o join area_version v on v.id = o.id
      union all
      select v.event_id, v.name from area_version v
       where v.parent_id in (select id from began) and v.valid_until is distinct from v.valid_from
      union all
      select s.event_id, (select n.name from area_version n where n.area_id = s.from_id order by n.valid_from desc limit 1)
        from area_succession s where s.to_id in (select id from began)
      union all
      select v.until_event_id, v.name from area_version v
       where v.area_id in (select id from beside) and v.valid_until is not null
         and not exists (select from area_version w where w.area_id = v.area_id and w.valid_from > v.valid_from))
    select e.kind, e.happened_on as on, l.name from later l join area_event e on e.id = l.event_id
     where e.id <> ${eventId}
     order by e.happened_on desc nulls first, l.name limit 1`.execute(db)
  return rows[0]
}

/** What a unit that would stand again as before finds taken: its name beside it, or its code, by a unit that came there since. */
export type Taken = { readonly what: 'name' | 'code'; readonly name: string }

export async function findTaken(db: Db, eventId: AreaEventId): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    with back as (
      select v.area_id, v.level, v.code, v.parent_id, v.name, e.happened_on as day
        from area_version v join area_event e on e.id = v.until_event_id where e.id = ${eventId}),
    taken as (
      select 'name' as what, b.name, w.event_id, w.valid_from, w.valid_until from back b join area_version w on w.parent_id is not distinct from b.parent_id
         and lower(w.name) = lower(b.name) and w.valid_from >= b.day and w.area_id <> b.area_id
      union all
      select 'code', b.name, w.event_id, w.valid_from, w.valid_until from back b join area_version w on w.level = b.level and w.code = b.code
         and coalesce(w.valid_until, 'infinity') > b.day and w.area_id <> b.area_id
       where b.level < 4)
    select t.what, t.name from taken t
     where t.event_id is distinct from ${eventId} and t.valid_until is distinct from t.valid_from
     order by t.name limit 1`.execute(db)
  return rows[0]
}

/** The tree as if the event had not been, and what it had written kept; in the caller's transaction, which holds the tree. */
export const undoInTree = (db: Db, eventId: AreaEventId, { because, today }: { because: string; today: PlainDate }) =>
  sql`select area_undo(${eventId}, ${because}, ${today})`.execute(db)

export type Undone = {
  readonly eventId: AreaEventId
  readonly kind: EventKind
  readonly happenedOn: PlainDate | null
  readonly legalBasis: string | null
  readonly undoneOn: PlainDate
  readonly because: string
}

/** Events of a unit that were undone, the last first. */
export const undoneOf = (db: Db, areaId: AreaId): Promise<Undone[]> =>
  db
    .selectFrom('area_undoing as u')
    .innerJoin('area_event as e', 'e.id', 'u.event_id')
    .where(sql<boolean>`u.units @> array[${areaId}::uuid]`)
    .select([
      'u.event_id as eventId',
      'e.kind',
      'e.happened_on as happenedOn',
      'e.legal_basis as legalBasis',
      'u.undone_on as undoneOn',
      'u.because',
    ])
    .orderBy('u.created_at', 'desc')
    .$narrowType<{ kind: EventKind }>()
    .execute()
