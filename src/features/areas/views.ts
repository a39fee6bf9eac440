/** What this room's own pages read: search, children with their counts, history, status. */
import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { likeText } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import { type Area, areaOf, byName, columns, formerlyOn, nameOn, statesOn, withinOn } from './queries.ts'
import { spellingsOf } from './rules/naming.ts'
import { depthOf, type Level, levelAt } from './words.ts'

/** Of each village, what it has become: itself while it stands, or where it left nothing. `today`: of the act. */
export async function livingOnIn(
  db: Db,
  villages: readonly AreaId[],
  today: PlainDate,
): Promise<ReadonlyMap<AreaId, AreaId>> {
  const { rows } = await sql<{ village: AreaId; home: AreaId }>`
    with recursive step (village, home, n) as (
      select v, v, 0 from unnest(${villages}::uuid[]) as u (v)
      union all
      select s.village, h.heir, s.n + 1 from step s cross join lateral area_heir(s.home, ${today}) h where h.heir is not null)
    select distinct on (village) village, home from step order by village, n desc`.execute(db)
  return new Map(rows.map(({ village, home }) => [village, home]))
}

export const livesOnIn = async (db: Db, village: AreaId, today: PlainDate): Promise<AreaId> =>
  (await livingOnIn(db, [village], today)).get(village) ?? village

export type Sought = {
  readonly q: string
  readonly day: PlainDate
  readonly level?: Level
  readonly under?: AreaId /** Units of the actor: what lies there comes before others of its level. */
  readonly own?: readonly AreaId[]
}
/** `formerly`: of one of several of one name in one unit, where it was before. */
export type Found = {
  areaId: AreaId
  name: string
  level: Level
  code: string | null
  within: string
  formerly: string | null
}
/** `otherwise`: names of other days; `lay`: former districts in which it lay. Both null: found by its name of that day. */
export type FoundBy = Found & { readonly otherwise: string | null; readonly lay: string | null }

/** `parted`: what stands there stood within the unit, which left no successor of its own. */
/** `since`: the first day on which it stood. */
type Stood = Found & { readonly origin: AreaId; readonly parted: boolean; readonly since: PlainDate }

/**
 * What stands on a day where a unit stands on another: itself, under whatever name; else what it came from, where it is
 * yet to come; else what it became, or, of a district, whose level ended, what its communes became. In the order of names.
 */
export async function stoodOn(db: Db, origins: readonly AreaId[], day: PlainDate): Promise<Stood[]> {
  if (origins.length === 0) return []
  const { rows } = await sql<Omit<Stood, 'level'> & { level: number }>`
    with recursive walk (origin, id, parted) as (
      select a.id, a.id, false from unnest(${origins}::uuid[]) as a (id)
      union
      select w.origin, n.id, w.parted or n.parted from walk w cross join lateral (
        select s.to_id as id, false as parted from area_succession s where s.from_id = w.id and not exists (
          select from area_version l where l.area_id = w.id and coalesce(l.valid_until, 'infinity') > ${day})
        union all
        select s.from_id, false from area_succession s where s.to_id = w.id and not exists (
          select from area_version l where l.area_id = w.id and l.valid_from <= ${day})
        union all
        select c.area_id, true from area_version d join area_version c on c.parent_id = d.area_id
           and c.valid_from < d.valid_until and coalesce(c.valid_until, 'infinity') >= d.valid_until
         where d.area_id = w.id and d.level = ${depthOf('district')} and d.valid_until <= ${day}
           and not exists (select from area_version l where l.area_id = w.id and l.valid_from > d.valid_from)
           and not exists (select from area_succession s where s.from_id = w.id)) n)
    select distinct on (${inVietnamese(sql`v.name`)}, v.area_id, w.origin) w.origin, w.parted, v.area_id as "areaId", v.name, v.level, v.code, ${withinOn(sql`v.area_id`, day)} as within, ${formerlyOn(day)} as formerly,
           (select min(b.valid_from) from area_version b where b.area_id = v.area_id) as since
      from walk w join area_version v on v.area_id = w.id and ${validOn('v', day)}
     order by ${inVietnamese(sql`v.name`)}, v.area_id, w.origin, w.parted`.execute(db)
  return rows.map((row) => ({ ...row, level: levelAt(row.level) }))
}

/** Those of some units that hang under an area on a day; none where no area is named. */
async function partsOf(db: Db, under: AreaId | undefined, { day, of }: { day: PlainDate; of: readonly AreaId[] }) {
  if (!under || of.length === 0) return new Set<AreaId>()
  const rows = await db
    .selectFrom('area_path as p')
    .where(validOn('p', day))
    .where('p.area_id', 'in', of)
    .where(sql<boolean>`strpos(p.path, ${under}) > 0`)
    .select('p.area_id as areaId')
    .execute()
  return new Set(rows.map((row) => row.areaId))
}

/** Where a commune is sought, a former district says which. */
const namedAt = (level: Level): number[] =>
  [level, ...(level === 'commune' ? (['district'] as const) : [])].map(depthOf)

const anyOf = (spellings: readonly string[], one: (words: string) => RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    spellings.map((words) => one(likeText(words))),
    sql` or `,
  )})`
/** A name that holds the words, by any spelling of them. */
const holds = (spellings: readonly string[]) => anyOf(spellings, (words) => sql<boolean>`v.search like ${`%${words}%`}`)
/** One that has them as whole words: `Thôn 1` is not `Thôn 10`. */
const hasWords = (spellings: readonly string[]) =>
  anyOf(spellings, (words) => sql<boolean>`' ' || v.search || ' ' like ${`% ${words} %`}`)
/** One that begins with them, or ends with them as a word. */
const begins = (spellings: readonly string[]) =>
  anyOf(spellings, (words) => sql<boolean>`v.search like ${`${words}%`} or v.search like ${`% ${words}`}`)

const mostWords = 10
/** "Thôn 1 Tam Hồng": what a unit is called, and after it what the unit right above it is; false of one word alone. */
function namedWithAbove(q: string, day: PlainDate): RawBuilder<boolean> {
  const words = fold(q)
    .split(/[\s,]+/)
    .filter(Boolean)
  const cuts = words.length > mostWords ? [] : words.slice(1).map((_word, at) => at + 1)
  const one = (at: number) => {
    const [own, above] = [words.slice(0, at), words.slice(at)].map((part) => spellingsOf(part.join(' ')))
    return sql`${hasWords(own ?? [])} and v.parent_id in (select v.area_id from area_version v where ${validOn('v', day)} and ${holds(above ?? [])})`
  }
  return sql<boolean>`(${sql.join([sql`false`, ...cuts.map(one)], sql` or `)})`
}

/** As many names of other days are followed to the units of the day. */
const mostOthers = 30

/** Units of a day found by a name of another day, each once, with those names. A code was given to other units since. */
async function searchOthers(db: Db, { q, day, level, under }: Sought): Promise<FoundBy[]> {
  const spellings = spellingsOf(q)
  const named = await db
    .selectFrom('area_version as v')
    .where((e) => e.not(validOn('v', day)))
    .where(holds(spellings))
    .$if(level !== undefined, (query) => query.where('v.level', 'in', namedAt(level as Level)))
    .select(['v.area_id as areaId', 'v.name'])
    .orderBy(sql`not ${begins(spellings)}`)
    .$if(level !== undefined, (query) => query.orderBy('v.level', 'desc'))
    .$if(level === undefined, (query) => query.orderBy('v.level'))
    .orderBy(inVietnamese(sql`v.name`))
    .limit(mostOthers)
    .execute()
  const stood = await stoodOn(
    db,
    named.map((one) => one.areaId),
    day,
  )
  const inside = await partsOf(db, under, { day, of: stood.map((one) => one.areaId) })
  const fits = (one: Stood) => (!level || one.level === level) && (!under || inside.has(one.areaId))
  const found = new Map<AreaId, { one: Stood; own: Set<string>; around: Set<string> }>()
  for (const { areaId, name } of named)
    for (const one of stood.filter((row) => row.origin === areaId && fits(row))) {
      const by = found.get(one.areaId) ?? { one, own: new Set(), around: new Set() }
      const names = one.parted ? by.around : by.own
      names.add(name)
      found.set(one.areaId, by)
    }
  return [...found.values()].map(({ one: { origin: _origin, parted: _parted, ...unit }, own, around }) => ({
    ...unit,
    otherwise: [...own].join(', ') || null,
    lay: [...around].join(', ') || null,
  }))
}

/** Of the rows of an answer, so many are left to units found by names of other days. */
const othersShown = 5

/** By the names of the day first; then by those of other days, which lead to the units of the day. */
export async function searchAllAreas(db: Db, sought: Sought, limit: number): Promise<FoundBy[]> {
  const found = await searchAreas(db, sought, limit)
  if (fold(sought.q) === '') return []
  const others = (await searchOthers(db, sought)).filter((one) => !found.some(({ areaId }) => areaId === one.areaId))
  const kept = others.slice(0, Math.max(othersShown, limit - found.length))
  const own = found.slice(0, found.length > limit ? limit + 1 - kept.length : limit - kept.length)
  return [...own.map((one) => ({ ...one, otherwise: null, lay: null })), ...kept]
}

/**
 * Units of a day whose name holds the words (whatever the tone marks or the Unicode form) or whose code is the text;
 * higher levels and names that begin with the words first, of one level the actor's own; where there is none, by its own name and that of the unit above.
 * Answers up to `limit` + 1, so the caller sees there are more.
 */
async function searchAreas(db: Db, { q, day, level, under, own = [] }: Sought, limit: number): Promise<Found[]> {
  const words = fold(q)
  if (words === '') return []
  const spellings = spellingsOf(q)
  let query = statesOn(db, day)
  if (level) query = query.where('v.level', '=', depthOf(level))
  if (under)
    query = query.where(sql<boolean>`exists (select from area_path p where p.area_id = v.area_id
    and ${validOn('p', day)} and strpos(p.path, ${under}) > 0)`)
  const found = query
    .select(['v.area_id as areaId', 'v.name', 'v.level', 'v.code', withinOn(sql`v.area_id`, day).as('within')])
    .select(formerlyOn(day).as('formerly'))
    .orderBy(sql`v.code is distinct from ${words}`)
    .orderBy(sql`not ${begins(spellings)}`)
    .orderBy('v.level')
    .orderBy(sql`v.area_id not in (select r.area_id from area_reach r where r.over_id = any (${own}::uuid[]))`)
    .orderBy(inVietnamese(sql`v.name`))
    .limit(limit + 1)
  const rows = await found.where((e) => e.or([holds(spellings), e('v.code', '=', words)])).execute()
  const all = rows.length > 0 ? rows : await found.where(namedWithAbove(q, day)).execute()
  return all.map((row) => ({ ...row, level: levelAt(row.level) }))
}

/** Units directly below on a day, by name, each with the number of units directly below it. */
export async function childrenWithCounts(
  db: Db,
  areaId: AreaId,
  day: PlainDate,
): Promise<(Area & { below: number; formerly: string | null })[]> {
  const rows = await statesOn(db, day)
    .where('v.parent_id', '=', areaId)
    .select(columns)
    .select(formerlyOn(day).as('formerly'))
    .select(
      sql<number>`(select count(*) from area_version c where c.parent_id = v.area_id
      and ${validOn('c', day)})`.as('below'),
    )
    .execute()
  return rows.map((row) => ({ ...areaOf(row), below: row.below, formerly: row.formerly })).sort(byName)
}

export const findRoot = async (db: Db, day: PlainDate): Promise<Area | null> => {
  const row = await statesOn(db, day).where('v.level', '=', 0).select(columns).executeTakeFirst()
  return row ? areaOf(row) : null
}

/** Villages that have ended and left successors, those that ended first, first; only where something may hang on them still. */
export const leftUnits = async (db: Db, today: PlainDate): Promise<AreaId[]> =>
  (
    await sql<{ id: AreaId }>`
      select v.area_id as id from area_version v
       where v.level = 4 and v.valid_until <= ${today}
         and not exists (select from area_version w where w.area_id = v.area_id and w.valid_from > v.valid_from)
         and exists (select from area_succession s where s.from_id = v.area_id)
       order by v.valid_until, v.area_id`.execute(db)
  ).rows.map((row) => row.id)

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

/** The name of a unit with that of the unit above it, on a day: "Thôn 1, Xã Tam Hồng". */
export async function placeNameOn(db: Db, area: AreaId, day: PlainDate): Promise<string> {
  const { rows } = await sql<{ name: string; within: string }>`
    select ${nameOn(sql`${area}::uuid`, day)} as name, ${withinOn(sql`${area}::uuid`, day)} as within`.execute(db)
  return rows.map(({ name, within }) => [name, within.split(', ')[0]].filter(Boolean).join(', ')).join('')
}

/** Those of some areas that are, or lie below, one of others. */
export async function within(
  db: Db,
  { areas, over }: { readonly areas: readonly AreaId[]; readonly over: readonly AreaId[] },
): Promise<ReadonlySet<AreaId>> {
  if (areas.length === 0 || over.length === 0) return new Set()
  const rows = await db
    .selectFrom('area_reach')
    .select('area_id')
    .where('area_id', 'in', areas)
    .where('over_id', 'in', over)
    .execute()
  return new Set(rows.map(({ area_id }) => area_id))
}
