/** SQL that writes households: with residences, heads, ends, the timeline and the folded search text. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { EndReason, EventKind } from '../model.ts'
import { homesOf } from '../queries.ts'

export type NewHousehold = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  readonly headPersonId: PersonId
  readonly headName: string
  readonly startedOn: PlainDate
}

/** Households with their first residence; the search text is drawn by `refreshHouseholds` once the members stand. */
export async function addHouseholds(db: Db, households: readonly NewHousehold[]): Promise<void> {
  await db
    .insertInto('household')
    .values(
      households.map((h) => ({
        household_id: h.householdId,
        village_id: h.villageId,
        number: h.number,
        address: h.address,
        head_person_id: h.headPersonId,
        head_name: h.headName,
        search: '',
        started_on: h.startedOn,
      })),
    )
    .execute()
  await db
    .insertInto('household_residence')
    .values(
      households.map((h) => ({
        household_id: h.householdId,
        id: newId<'household_residence'>(),
        village_id: h.villageId,
        home_id: h.villageId,
        address: h.address,
        valid_from: h.startedOn,
      })),
    )
    .execute()
}

export type NewEvent = {
  readonly householdId: HouseholdId
  readonly kind: EventKind
  readonly on: PlainDate
  /** Names and old values too: the row stands under row security, unlike the audit. */
  readonly facts: Record<string, unknown>
}

export async function addEvents(db: Db, account: AccountId, events: readonly NewEvent[]): Promise<void> {
  const homeOf = await homesOf(
    db,
    events.map((event) => event.householdId),
  )
  await db
    .insertInto('household_event')
    .values(
      events.map((event) => ({
        household_id: event.householdId,
        id: newId<'household_event'>(),
        home_id: homeOf(event.householdId),
        happened_on: event.on,
        kind: event.kind,
        facts: JSON.stringify(event.facts),
        account_id: account,
      })),
    )
    .execute()
}

export const setHead = (db: Db, householdId: HouseholdId, head: { personId: PersonId; name: string }) =>
  db
    .updateTable('household')
    .set({ head_person_id: head.personId, head_name: head.name })
    .where('household_id', '=', householdId)
    .execute()

/** The residence of now ends on the day; one that began on that very day or later is left to the household's own end. */
const endResidence = (db: Db, householdId: HouseholdId, on: PlainDate) =>
  db
    .updateTable('household_residence')
    .set({ valid_until: on })
    .where('household_id', '=', householdId)
    .where('valid_until', 'is', null)
    .where('valid_from', '<', on)
    .execute()

export async function endHousehold(
  db: Db,
  householdId: HouseholdId,
  { on, reason }: { on: PlainDate; reason: EndReason },
): Promise<void> {
  await endResidence(db, householdId, on)
  await db
    .updateTable('household')
    .set({ ended_on: reason === 'entered_by_mistake' ? sql`started_on` : on, end_reason: reason })
    .where('household_id', '=', householdId)
    .execute()
}

export type NewPlace = { readonly villageId: AreaId; readonly address: string; readonly from: PlainDate }

/** The household lives elsewhere from the day on; a residence that began on that very day is corrected. */
export async function moveResidence(db: Db, householdId: HouseholdId, place: NewPlace): Promise<void> {
  const { villageId, address, from } = place
  const corrected = await db
    .updateTable('household_residence')
    .set({ village_id: villageId, address })
    .where('household_id', '=', householdId)
    .where('valid_until', 'is', null)
    .where('valid_from', '=', from)
    .executeTakeFirst()
  if (corrected.numUpdatedRows === 0n) {
    await endResidence(db, householdId, from)
    await db
      .insertInto('household_residence')
      .values({
        household_id: householdId,
        id: newId<'household_residence'>(),
        village_id: villageId,
        home_id: villageId,
        address,
        valid_from: from,
      })
      .execute()
  }
  await db
    .updateTable('household')
    .set({ village_id: villageId, address })
    .where('household_id', '=', householdId)
    .execute()
}

export const setNumber = (db: Db, householdId: HouseholdId, number: string) =>
  db.updateTable('household').set({ number }).where('household_id', '=', householdId).execute()

/** Draws the folded search text anew: number, members who have not left, address. */
export const refreshHouseholds = (db: Db, households: readonly HouseholdId[]) =>
  sql`update household h
         set search = fold(concat_ws(', ', nullif(h.number, ''),
               coalesce((select string_agg(m.full_name, ', ' order by m.relation <> 'head', m.id) from member m
                          where m.household_id = h.household_id and m.left_on is null), h.head_name),
               nullif(h.address, '')))
       where h.household_id = any (${households}::uuid[])`.execute(db)
