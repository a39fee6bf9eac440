/** What this room's own pages read: a page of the list, search as one types, the timeline and the class of a household. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { EventKind, HouseholdClass } from './model.ts'
import { headOn, livingIn, presentOn } from './onDay.ts'

export type ListFilter = {
  readonly villages: readonly AreaId[]
  readonly day: PlainDate
  readonly today: PlainDate
  /** `none`: no class is held on the day. */
  readonly class?: HouseholdClass | 'none'
  readonly q?: string
  readonly page: number
  readonly size: number
}
export type ListRow = {
  householdId: HouseholdId
  headName: string
  number: string
  address: string
  villageId: AreaId
  members: number
  class: HouseholdClass | null
}

const likeText = (text: string): string => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`

const classOn = (day: PlainDate) => sql<HouseholdClass | null>`(
  select c.class from household_class c where c.household_id = h.household_id and ${validOn('c', day)})`

/** One page of the households of some villages on a day, in the Vietnamese order of names: given name first. */
export async function listPage(db: Db, filter: ListFilter): Promise<{ rows: ListRow[]; total: number }> {
  const { villages, day, page, size } = filter
  const { rows } = await sql<ListRow & { total: number }>`
    with found as (
      select h.household_id, h.head_name as head_now, r.village_id, h.number, r.address, ${headOn(day)} as head,
             ${classOn(day)} as class
        from ${livingIn(villages, day)}
       where ${filter.q ? sql<boolean>`h.search like ${likeText(filter.q)}` : sql<boolean>`true`}),
    named as (
      select f.*, ${headNameOn(filter)} as head_name
        from found f
       where ${classFits(filter.class)}),
    page as (
      select *, count(*) over ()::int as total from named
       order by ${byGivenName(sql`head_name`)}, household_id
       limit ${size} offset ${(page - 1) * size})
    select p.household_id as "householdId", p.head_name as "headName", p.number, p.address, p.village_id as "villageId",
           p.class, p.total, (select count(*)::int from household h join ${presentOn(day)}
                               where h.household_id = p.household_id) as members
      from page p
     order by ${byGivenName(sql`p.head_name`)}, p.household_id`.execute(db)
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(({ total: _total, ...row }) => row), total }
}

/** Today the household carries its head's name itself; on an earlier day the head of that day is looked up. */
const headNameOn = ({ day, today }: ListFilter) =>
  day === today
    ? sql<string>`f.head_now`
    : sql<string>`coalesce((select m.full_name from member m where m.household_id = f.household_id
                             and m.person_id = f.head order by m.joined_on desc limit 1), '')`

const classFits = (wanted: ListFilter['class']) => {
  if (wanted === undefined) return sql<boolean>`true`
  return wanted === 'none' ? sql<boolean>`f.class is null` : sql<boolean>`f.class = ${wanted}`
}

export type SearchRow = {
  householdId: HouseholdId
  villageId: AreaId
  headName: string
  number: string
  address: string
  endedOn: PlainDate | null
}

/** Households whose number, members or address hold the words, without tone marks; only in the actor's areas. */
export async function searchHouseholds(
  db: Db,
  { q, areaId, limit }: { q: string; areaId: AreaId | null; limit: number },
): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    select household_id as "householdId", village_id as "villageId", head_name as "headName", number, address,
           ended_on as "endedOn"
      from household_search(${q}, ${areaId}::uuid, ${limit}::int)`.execute(db)
  return rows
}

export const eventsOf = (db: Db, householdId: HouseholdId) =>
  db
    .selectFrom('household_event')
    .where('household_id', '=', householdId)
    .select(['id', 'happened_on as on', 'kind', 'facts', 'created_at as recordedAt'])
    .orderBy('happened_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .$narrowType<{ kind: EventKind; facts: Record<string, unknown> }>()
    .execute()

export const residencesOf = (db: Db, householdId: HouseholdId) =>
  db
    .selectFrom('household_residence')
    .where('household_id', '=', householdId)
    .select(['id', 'village_id as villageId', 'address', 'valid_from as from', 'valid_until as until'])
    .orderBy('valid_from', 'desc')
    .execute()

/** The class held on a day with its period; null where none was decided. */
export const findClassOn = (db: Db, householdId: HouseholdId, day: PlainDate) =>
  db
    .selectFrom('household_class')
    .where('household_id', '=', householdId)
    .where(validOn('household_class', day))
    .select(['class', 'standard_id as standardId', 'valid_from as from', 'valid_until as until'])
    .executeTakeFirst()
