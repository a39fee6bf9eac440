/** What this room's own pages read: search, children with their counts, history, status. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import { type Area, areaOf, byName, columns, nameOn, statesOn } from './queries.ts'
import { depthOf, type Level, levelAt } from './words.ts'

/** The names above a unit `v` on a day, nearest first, without the nation: "Huyện Yên Lạc, Tỉnh Vĩnh Phúc". */
const within = (day: PlainDate) => sql<string>`coalesce((
  select string_agg(a.name, ', ' order by a.level desc)
    from area_path p
    join area_version a on a.area_id = any (string_to_array(p.path, '/')::uuid[]) and a.area_id <> p.area_id and a.level > 0
     and ${validOn('a', day)}
   where p.area_id = v.area_id and ${validOn('p', day)}), '')`

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export type Sought = { readonly q: string; readonly day: PlainDate; readonly level?: Level; readonly under?: AreaId }
export type Found = { areaId: AreaId; name: string; level: Level; code: string | null; within: string }

/**
 * Units of a day whose name holds the words (whatever the tone marks or the Unicode form) or whose code is the text;
 * higher levels and names that begin with the words first. Answers up to `limit` + 1, so the caller sees there are more.
 */
export async function searchAreas(db: Db, { q, day, level, under }: Sought, limit: number): Promise<Found[]> {
  const words = fold(q)
  if (words === '') return []
  let query = statesOn(db, day).where((e) =>
    e.or([e('v.search', 'like', `%${likeText(words)}%`), e('v.code', '=', words)]),
  )
  if (level) query = query.where('v.level', '=', depthOf(level))
  if (under)
    query = query.where(sql<boolean>`exists (select from area_path p where p.area_id = v.area_id
    and ${validOn('p', day)} and strpos(p.path, ${under}) > 0)`)
  const rows = await query
    .select(['v.area_id as areaId', 'v.name', 'v.level', 'v.code', within(day).as('within')])
    .orderBy(sql`v.code is distinct from ${words}`)
    .orderBy(sql`not (v.search like ${`${likeText(words)}%`} or v.search like ${`% ${likeText(words)}`})`)
    .orderBy('v.level')
    .orderBy(inVietnamese(sql`v.name`))
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({ ...row, level: levelAt(row.level) }))
}

/** Units directly below on a day, by name, each with the number of units directly below it. */
export async function childrenWithCounts(
  db: Db,
  areaId: AreaId,
  day: PlainDate,
): Promise<(Area & { below: number })[]> {
  const rows = await statesOn(db, day)
    .where('v.parent_id', '=', areaId)
    .select(columns)
    .select(
      sql<number>`(select count(*) from area_version c where c.parent_id = v.area_id
      and ${validOn('c', day)})`.as('below'),
    )
    .execute()
  return rows.map((row) => ({ ...areaOf(row), below: row.below })).sort(byName)
}

export const findRoot = async (db: Db, day: PlainDate): Promise<Area | null> => {
  const row = await statesOn(db, day).where('v.level', '=', 0).select(columns).executeTakeFirst()
  return row ? areaOf(row) : null
}

/** Every state of an area, oldest first, with the parent's name as it was when the state began. */
export const versionsOf = (db: Db, areaId: AreaId) =>
  db
    .selectFrom('area_version as v')
    .where('v.area_id', '=', areaId)
    .select(columns)
    .select(['v.event_id as eventId', 'v.until_event_id as untilEventId'])
    .select(sql<string | null>`nullif(${nameOn(sql`v.parent_id`, sql`v.valid_from`)}, '')`.as('parentName'))
    .orderBy('v.valid_from')
    .execute()

/** Successions that touch an area; the other side by its last name and place. */
export async function relationsOf(db: Db, areaId: AreaId, side: 'predecessors' | 'successors') {
  const [mine, other] = side === 'predecessors' ? (['to_id', 'from_id'] as const) : (['from_id', 'to_id'] as const)
  return db
    .selectFrom('area_succession as s')
    .innerJoin(
      (e) =>
        e
          .selectFrom('area_version as l')
          .distinctOn('l.area_id')
          .select(['l.area_id', 'l.name', 'l.code', 'l.valid_from', 'l.parent_id'])
          .orderBy('l.area_id')
          .orderBy('l.valid_from', 'desc')
          .as('o'),
      (join) => join.onRef('o.area_id', '=', `s.${other}`),
    )
    .where(`s.${mine}`, '=', areaId)
    .select(['o.area_id as areaId', 'o.name', 's.event_id as eventId', 's.share', 's.mark', 's.note'])
    .select(nameOn(sql`o.parent_id`, sql`o.valid_from`).as('within'))
    .orderBy('s.share', (o) => o.desc().nullsLast())
    .orderBy(inVietnamese(sql`o.name`))
    .execute()
}

export const eventsByIds = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('area_event')
        .where('id', 'in', ids as never)
        .select(['id as eventId', 'kind', 'happened_on as happenedOn', 'legal_basis as legalBasis', 'mark', 'note'])
        .execute()

/** The statuses that hold on a day, newest decision first. */
export const statusesOn = (db: Db, areaId: AreaId, day: PlainDate) =>
  db
    .selectFrom('area_status')
    .where('area_id', '=', areaId)
    .where(validOn('area_status', day))
    .select(['id', 'status', 'valid_from as from', 'valid_until as until', 'decision', 'mark', 'note'])
    .orderBy('valid_from', 'desc')
    .execute()
