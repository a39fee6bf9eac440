/** What this room's own pages read: search as one types, the timeline and the class of a household. */
import { sql } from 'kysely'
import { nameOn, withinOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, Id } from '#kernel/ids.ts'
import { soughtPhone } from '#kernel/phones.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { EventKind } from './model.ts'
import { stands } from './onDay.ts'

export type SearchRow = {
  householdId: HouseholdId
  villageId: AreaId
  headName: string
  number: string
  address: string
  endedOn: PlainDate | null
}

export type FoundRow = SearchRow & {
  villageName: string
  within: string
  born: number | null
  member: string | null
  phone: string | null
}
type Sought = { readonly q: string; readonly areaId: AreaId | null; readonly limit: number; readonly day: PlainDate }

/**
 * Households whose number, members or address hold the words, without tone marks, and whose telephone number is or ends with
 * the figures that are sought; only in the actor's areas; who has the number first. Each with what tells it from another: where it lies, when its head was born, the member that was sought.
 */
export async function searchHouseholds(db: Db, { q, areaId, limit, day }: Sought): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with found as materialized (
      select * from household_search(${q}, ${areaId}::uuid, ${limit}::int, ${soughtPhone(q)}) with ordinality
        as f (household_id, village_id, head_name, number, address, phone, ended_on, place))
    select f.household_id as "householdId", f.village_id as "villageId", f.head_name as "headName", f.number, f.address, f.phone,
           f.ended_on as "endedOn", t.born, t.member, ${nameOn(sql`f.village_id`, day)} as "villageName",
           ${withinOn(sql`f.village_id`, day)} as within
      from found f left join households_told(array(select household_id from found), ${q}) t on t.household_id = f.household_id
     order by f.place`.execute(db)
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
