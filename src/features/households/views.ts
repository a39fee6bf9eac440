/** What this room's own pages read: a page of the list, search as one types, the timeline and the class of a household. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { EventKind, HouseholdClass } from './model.ts'
import { belongs, headNameOn, headsOn, livingIn } from './onDay.ts'

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

const classOn = (day: PlainDate) =>
  sql`from household_class c where c.household_id = h.household_id and ${validOn('c', day)}`

/** One page of the households of some villages on a day, in the Vietnamese order of names: given name first. */
export async function listPage(db: Db, filter: ListFilter): Promise<{ rows: ListRow[]; total: number }> {
  const { villages, day, page, size } = filter
  const { rows } = await sql<ListRow & { total: number }>`
    with found as (
      select h.household_id, ${headNameOn(day, filter.today)} as head_name, r.village_id, h.number, r.address,
             (select c.class ${classOn(day)}) as class
        from ${livingIn(villages, day)}
        ${headsOn(day, filter.today)}
       where ${filter.q ? sql<boolean>`h.search like ${likeText(filter.q)}` : sql<boolean>`true`}
         and ${classFits(filter)}),
    page as (
      select *, count(*) over ()::int as total from found
       order by ${byGivenName(sql`head_name`)}, household_id
       limit ${size} offset ${(page - 1) * size}),
    present as (
      select m.household_id, count(*)::int as members from member m
       where m.household_id in (select household_id from page) and ${belongs('m', day)}
       group by m.household_id)
    select p.household_id as "householdId", p.head_name as "headName", p.number, p.address, p.village_id as "villageId",
           p.class, p.total, coalesce(n.members, 0) as members
      from page p left join present n on n.household_id = p.household_id
     order by ${byGivenName(sql`p.head_name`)}, p.household_id`.execute(db)
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(({ total: _total, ...row }) => row), total }
}

const classFits = ({ class: wanted, day }: ListFilter) => {
  if (wanted === undefined) return sql<boolean>`true`
  return wanted === 'none'
    ? sql<boolean>`not exists (select ${classOn(day)})`
    : sql<boolean>`exists (select ${classOn(day)} and c.class = ${wanted})`
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
