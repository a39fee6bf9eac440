/** What this room's own pages read: a page of the list, search as one types, the timeline and the class of a household. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, Id } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { EventKind, HouseholdClass } from './model.ts'
import { belongs, type Living, livingOn, livingPart, type OfDay, rowsOf, stands } from './onDay.ts'

export type ListFilter = OfDay & {
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

/** One page of the households of some villages on a day, in the Vietnamese order of names: given name first. */
export async function listPage(db: Db, filter: ListFilter): Promise<{ rows: ListRow[]; total: number }> {
  const { day, page, size, q } = filter
  const living = await livingOn(db, filter)
  const sought = q ? sql`search like ${likeText(q)}` : sql`true`
  const order = (row: string) =>
    sql`${inVietnamese(sql.ref(`${row}.given`))}, ${inVietnamese(sql.ref(`${row}.head_name`))}, ${sql.ref(`${row}.household_id`)}`
  const { rows } = await sql<ListRow & { total: number }>`
    with ${livingPart(living, sql<boolean>`${sought} and ${classFits(filter, living)}`)},
    page as (
      select l.*, (select count(*)::int from living) as total from living l
       order by ${order('l')} limit ${size} offset ${(page - 1) * size}),
    present as (
      select m.household_id, count(*)::int as members from member m
       where m.household_id in (select household_id from page) and ${belongs('m', day)}
       group by m.household_id)
    select p.household_id as "householdId", p.head_name as "headName", h.number, r.address, p.village_id as "villageId",
           c.class, p.total, coalesce(n.members, 0) as members
      from page p join household h on h.household_id = p.household_id
      join household_residence r on r.household_id = h.household_id and ${validOn('r', day)}
      left join household_class c on c.household_id = h.household_id and ${validOn('c', day)}
      left join present n on n.household_id = p.household_id
     order by ${order('p')}`.execute(db)
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(({ total: _total, ...row }) => row), total }
}

/** Looked up among those of the class, which `is true` keeps from becoming a join (see `livingPart`). */
function classFits({ class: wanted, day }: ListFilter, living: Living) {
  if (wanted === undefined) return sql<boolean>`true`
  const held = sql`select household_id from household_class where ${validOn('household_class', day)}`
  return wanted === 'none'
    ? sql<boolean>`household_id not in (${rowsOf(living, sql`home_id`, held)})`
    : sql<boolean>`(household_id in (${rowsOf(living, sql`home_id`, sql`${held} and class = ${wanted}`)})) is true`
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
    .selectFrom('household_event as e')
    .where('e.household_id', '=', householdId)
    .leftJoin('account as a', 'a.id', 'e.account_id')
    .select([
      'e.id',
      'e.happened_on as on',
      'e.kind',
      'e.facts',
      'e.created_at as recordedAt',
      sql<string>`coalesce(a.full_name, '')`.as('by'),
      'e.act_id as actId',
      sql<boolean>`e.undone_by is not null`.as('undone'),
    ])
    .orderBy('e.happened_on', 'desc')
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc')
    .$narrowType<{ kind: EventKind; facts: Record<string, unknown>; actId: Id<'household_event'> | null }>()
    .execute()

export const residencesOf = (db: Db, householdId: HouseholdId) =>
  db
    .selectFrom('household_residence')
    .where('household_id', '=', householdId)
    .select(['id', 'village_id as villageId', 'address', 'valid_from as from', 'valid_until as until'])
    .orderBy('valid_from', 'desc')
    .execute()

/** The class held on a day with its period; none where none was decided, and after the household ended. */
export const findClassOn = (db: Db, householdId: HouseholdId, day: PlainDate) =>
  db
    .selectFrom('household_class as c')
    .innerJoin('household as h', 'h.household_id', 'c.household_id')
    .where('c.household_id', '=', householdId)
    .where(validOn('c', day))
    .where(stands('h', day))
    .select([
      'c.class',
      'c.standard_id as standardId',
      'c.valid_from as from',
      sql<PlainDate | null>`least(c.valid_until, h.ended_on)`.as('until'),
    ])
    .executeTakeFirst()
