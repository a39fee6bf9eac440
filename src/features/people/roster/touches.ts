/** What the roster holds of a unit: the posts at it, and who is moved to it or away from it for a time. */
import { sql } from 'kysely'
import { unitBack, unitEnding, unitGone } from '#features/areas/events.ts'
import { findArea, overAs } from '#features/areas/queries.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { changedIn, type Event } from '#kernel/event.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import { type Intent, mostNamed, type Touch, type Touched } from '#platform/server/touches.ts'
import { peopleEvent } from '../events.ts'
import { rosterProblem } from './problems.ts'
import { postSaid } from './queries.ts'
import { returnPlacings } from './store/appointments.ts'

type Held = { readonly count: number; readonly names: string[]; readonly over: AreaId[] }

/** Who is left without a unit by the event: those whom the norm page counts from that day on until somebody places them. */
async function toPlace(db: Db, { id, on }: Intent): Promise<Touched[]> {
  const level = (await findArea(db, id as AreaId, on))?.level
  if (!level) return []
  const { rows } = await sql<Held>`
    with held as (select distinct a.official_id as id from appointment a where a.area_id = ${id} and ${validOn('a', on)})
    select (select count(*)::int from held) as count,
           array(select o.full_name from held h join official o on o.id = h.id order by ${byGivenName(sql`o.full_name`)}, o.id) as names,
           ${overAs(sql`${id}`)} as over`.execute(db)
  const what = {
    vi: 'Người giữ chức danh ở chính đơn vị này, phải bố trí lại',
    en: 'People who hold posts at the unit itself and have to be placed again',
  }
  const opens = { page: `/can-bo?noi=${id}&ngay=${on}&chuc-danh=any&cap=${level}`, right: 'roster.read' as const }
  return rows.map(({ count, names, over }) => ({ what, count, names, people: true, opens: { ...opens, over } }))
}

/** Who was to begin there later: their posts would begin at a unit that has ended. */
async function toCome(db: Db, { id, on }: Intent): Promise<Touched[]> {
  const level = (await findArea(db, id as AreaId, on))?.level
  if (!level) return []
  const { rows } = await sql<Held & { first: PlainDate | null }>`
    with held as (select a.official_id as id, min(a.valid_from) as first from appointment a
                   where a.area_id = ${id} and a.valid_from > ${on} and a.ended_because is null group by 1)
    select (select count(*)::int from held) as count, (select min(h.first) from held h) as first,
           array(select o.full_name || ' ' || to_char(h.first, 'DD/MM/YYYY') from held h join official o on o.id = h.id
                  order by h.first, ${byGivenName(sql`o.full_name`)}, o.id) as names,
           ${overAs(sql`${id}`)} as over`.execute(db)
  const what = {
    vi: 'Người được giao chức danh ở đây từ sau ngày này, phải bố trí lại (từ ngày)',
    en: 'People who were given posts here from a later day, and have to be placed again (from)',
  }
  return rows.flatMap(({ count, names, over, first }) =>
    first === null
      ? []
      : [
          {
            ...{ what, count, names, people: true as const },
            opens: {
              page: `/can-bo?noi=${id}&ngay=${first}&chuc-danh=any&cap=${level}`,
              right: 'roster.read' as const,
              over,
            },
          },
        ],
  )
}

/** Who works at the unit or below it. */
async function holders(db: Db, { id, on }: Intent): Promise<Touched[]> {
  const { rows } = await sql<Held>`
    with held as (select distinct a.official_id as id from appointment a join area_reach r on r.area_id = a.area_id
                   where r.over_id = ${id} and ${validOn('a', on)})
    select (select count(*)::int from held) as count,
           array(select o.full_name from held h join official o on o.id = h.id
                  order by ${byGivenName(sql`o.full_name`)}, o.id limit ${mostNamed}) as names, ${overAs(sql`${id}`)} as over`.execute(
    db,
  )
  const what = { vi: 'Người đang giữ chức danh ở đây', en: 'People who hold posts here' }
  const opens = { page: `/can-bo?noi=${id}&ngay=${on}&chuc-danh=any`, right: 'roster.read' as const }
  return rows.map(({ count, names, over }) => ({ what, count, names, people: true, opens: { ...opens, over } }))
}

type Away = { readonly name: string; readonly plannedLast: PlainDate | null; readonly over: AreaId[] }

/** Rotations and secondments to the unit or from it, or what lies below, under way on the day: each with the last day planned. */
async function away(db: Db, { id, on }: Intent): Promise<Touched[]> {
  const { rows } = await sql<Away>`
    select m.full_name as name, m.planned_last as "plannedLast", ${overAs(sql`${id}`)} as over from roster_moves(${id}, ${on}) m
     where m.valid_from <= ${on} and coalesce(m.valid_until, 'infinity') > ${on}
     order by m.planned_last nulls last, ${byGivenName(sql`m.full_name`)}, m.id`.execute(db)
  const over = rows[0]?.over
  if (!over) return []
  const opens = {
    page: `/can-bo/luan-chuyen?noi=${id}&ngay=${on}&tinh-trang=away`,
    right: 'roster.read' as const,
    over,
  }
  const what = {
    vi: 'Lượt luân chuyển, biệt phái đang thực hiện, đến hoặc từ đây và nơi trực thuộc (đến hết ngày)',
    en: 'Rotations and secondments under way, to here or from here and below (last day planned)',
  }
  const names = rows.map(({ name, plannedLast }) => (plannedLast ? `${name} ${showDate(plannedLast)}` : name))
  return [{ what, count: rows.length, names, people: true, opens }]
}

/** Of a unit that stands again: who was placed elsewhere because it had ended, and holds again what they held there. */
async function comingBack(db: Db, { id, on }: Intent): Promise<Touched[]> {
  const { rows } = await sql<{ count: number; names: string[] | null; over: AreaId[] }>`
    select c.count, c.names[1:${mostNamed}] as names, ${overAs(sql`${id}`)} as over from placings_coming_back(${id}) c`.execute(
    db,
  )
  const day = addDays(on, -1)
  const level = (await findArea(db, id as AreaId, day))?.level
  const what = {
    vi: 'Người đã được bố trí lại nơi khác, giữ chức danh ở đây như trước',
    en: 'People who were placed elsewhere and hold their posts here as before',
  }
  const page = `/can-bo?noi=${id}&ngay=${day}&chuc-danh=any${level ? `&cap=${level}` : ''}`
  return rows.map(({ count, names, over }) => ({
    ...{ what, count, names: names ?? [], people: true as const },
    opens: { page, right: 'roster.read' as const, over },
  }))
}

/** The posts of a unit that stands again are held as before; each that somebody was placed in meanwhile never was. */
async function bringBack(db: Db, id: string): Promise<Event[]> {
  const returned = await returnPlacings(db, id as AreaId)
  return Promise.all(
    returned.map(async ({ official, post, from }) => {
      const of = { post, postSaid: await postSaid(db, post), unit: from }
      const at = { subject: official, area: from }
      if (from === id) {
        const changes = changedIn({ because: 'unit_ended' }, { because: null }, ['because'])
        return peopleEvent('official.end_corrected', { ...at, facts: { ...of, changes } })
      }
      const facts = { ...of, last: null, because: 'entered_by_mistake', back: id }
      return peopleEvent('official.appointment_ended', { ...at, facts })
    }),
  )
}

export const rosterTouches: readonly Touch[] = [
  {
    of: 'unit',
    returns: bringBack,
    // A unit that has no day any more has had nobody in its posts but who came with what it took over, and goes back with it.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ name: string }>`
        select distinct o.full_name as name from appointment a join official o on o.id = a.official_id
         where a.area_id = ${id} and a.valid_until is distinct from a.valid_from
           and not exists (select from appointment b join area_succession s on s.from_id = b.area_id and s.to_id = a.area_id
                            where b.id = a.renews_id and b.ended_because = 'unit_ended')
         order by 1`.execute(db)
      // Each of them has to be taken back: so many are named as a dialog holds.
      const names = rows.slice(0, 20).map((row) => row.name)
      return rows.length > 0
        ? rosterProblem('official.unit_held', { count: rows.length, names: names.join(', ') })
        : null
    },
    holds: async (db, intent) => {
      if (intent.act === unitBack) return comingBack(db, intent)
      if (intent.act === unitGone) return []
      return [
        ...(unitEnding.has(intent.act)
          ? [...(await toPlace(db, intent)), ...(await toCome(db, intent))]
          : await holders(db, intent)),
        ...(await away(db, intent)),
      ]
    },
  },
  {
    of: 'unit',
    // Nor does it keep records.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from official o where o.unit_id = ${id}`.execute(db)
      const count = rows[0]?.count ?? 0
      return count > 0 ? rosterProblem('official.unit_keeps', { count }) : null
    },
  },
]
