/** SQL that writes households: with residences, heads, ends, the timeline and the folded search text. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, Id, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { EndReason, EventKind } from '../model.ts'
import { homesOf } from '../queries.ts'
import type { Before } from '../rules/undo.ts'

export type NewHousehold = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  /** Empty where none is known. */
  readonly phone: string
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
        contact_phone: h.phone || null,
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
  /** Of an act that can be undone: its own id, that of the act's first event, how its household stood (once an act). */
  readonly id?: Id<'household_event'> | undefined
  readonly actId?: Id<'household_event'> | undefined
  readonly before?: Before | null
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
        id: event.id ?? newId<'household_event'>(),
        home_id: homeOf(event.householdId),
        happened_on: event.on,
        kind: event.kind,
        facts: JSON.stringify(event.facts),
        account_id: account,
        act_id: event.actId ?? null,
        before: event.before ? JSON.stringify(event.before) : null,
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

/** The number by which it is called. */
export const setPhone = (db: Db, householdId: HouseholdId, phone: string) =>
  db.updateTable('household').set({ contact_phone: phone }).where('household_id', '=', householdId).execute()

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

export type NewPlace = {
  readonly villageId: AreaId
  readonly address: string
  readonly number: string
  readonly phone: string
  /** From when it lives there; null where only its number or its telephone number changes. */
  readonly from: PlainDate | null
  /** Of the event in its timeline. */
  readonly on: PlainDate
  readonly facts: Record<string, unknown>
  /** How it stood; without it the move cannot be undone. */
  readonly before?: Before
}

/**
 * The household lives elsewhere from a day on; a residence that began on that very day is corrected. What the register
 * shows with it goes along, and its timeline tells of it. All of it under the role that `holdToMove` works under.
 */
export async function moveHome(
  db: Db,
  householdId: HouseholdId,
  { villageId, facts, ...rest }: NewPlace,
): Promise<void> {
  const ids = { residence: newId<'household_residence'>(), event: newId<'household_event'>() }
  const place = JSON.stringify({ village: villageId, ...rest, ...ids })
  await sql`select household_move(${householdId}, ${place}, ${JSON.stringify(facts)})`.execute(db)
}

/**
 * Once an act that wrote where these live is written: who lives in a village that has ended lives on in what that has become.
 * Answers the villages concerned, to be counted when what hangs on the households has gone along. Whoever asks holds the tree still.
 */
export async function liveOn(db: Db, households: readonly HouseholdId[], today: PlainDate): Promise<readonly AreaId[]> {
  const { rows } = await sql<{ passed: AreaId[] }>`
    select households_live_on(${households}::uuid[], ${today}) as passed`.execute(db)
  return rows[0]?.passed ?? []
}

/** The last step of a change: draws the folded search text anew and counts the villages that these live in. */
export async function refreshHouseholds(db: Db, households: readonly HouseholdId[], today: PlainDate): Promise<void> {
  await sql`select households_draw(${households}::uuid[])`.execute(db)
  await sql`select register_recount(array(select distinct village_id from household
    where household_id = any (${households}::uuid[])), ${today})`.execute(db)
}

/** The last step of a change that began households: they live on where their village has ended. */
export async function refreshBegun(db: Db, households: readonly HouseholdId[], today: PlainDate): Promise<void> {
  const been = await liveOn(db, households, today)
  await refreshHouseholds(db, households, today)
  if (been.length > 0) await recountHomes(db, households, { been, today })
}

/** The same count under the owner's role, which moved these households, gave them a class or undid something of them. */
export const recountHomes = (
  db: Db,
  households: readonly HouseholdId[],
  of: { been: readonly AreaId[]; today: PlainDate },
) => sql`select register_recount_homes(${households}::uuid[], ${of.been}::uuid[], ${of.today})`.execute(db)
