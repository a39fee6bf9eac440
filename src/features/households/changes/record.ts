/** What is kept of an act: its events in the timelines, and how the households stood before it, so that it can be undone. */
import type { AccountId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Before, IdentityRow, Rows } from '../rules/undo.ts'
import { addEvents, type NewEvent } from '../store/households.ts'
import { identitiesOf, personsIn, rowsOfHousehold } from '../store/image.ts'

/** How households stood when an act began. */
export type Standing = {
  readonly rows: ReadonlyMap<HouseholdId, Rows>
  readonly identities: readonly IdentityRow[]
}

const nothing: Rows = { household: null, residences: [], members: [] }

/** Read once the households are held. `waiting`: ids that the act may take over. */
export async function standingOf(
  db: Db,
  households: readonly HouseholdId[],
  waiting: readonly IdentityRow[] = [],
): Promise<Standing> {
  const rows = new Map<HouseholdId, Rows>()
  for (const id of households) rows.set(id, await rowsOfHousehold(db, id))
  const identities = await identitiesOf(db, [...rows.values()].flatMap(personsIn))
  return { rows, identities: [...identities, ...waiting] }
}

export const together = (one: Standing, other: Standing): Standing => ({
  rows: new Map([...one.rows, ...other.rows]),
  identities: [...one.identities, ...other.identities],
})

/** What is kept of a household whose act changes no citizen id. */
export const keptOf = ({ rows }: Standing, household: HouseholdId): Before => ({
  ...(rows.get(household) ?? nothing),
  identities: { put: [], gone: [] },
})

const same = (a: IdentityRow, b: IdentityRow) => JSON.stringify(a) === JSON.stringify(b)

/** What became of citizen ids since; kept with the first household of the act. */
async function identityChanges(
  db: Db,
  before: Standing,
  households: readonly HouseholdId[],
): Promise<Before['identities']> {
  const were = [...new Map(before.identities.map((one) => [one.index_hash, one])).values()]
  const persons = were.map((one) => one.person_id)
  for (const id of households) persons.push(...personsIn(await rowsOfHousehold(db, id)))
  const now = await identitiesOf(db, persons)
  return {
    put: were.filter((was) => !now.some((is) => same(was, is))),
    gone: now.filter((is) => !were.some((was) => same(was, is))),
  }
}

/** Writes the events of one act, the last of what it does. */
export async function record(
  db: Db,
  { account, before }: { readonly account: AccountId; readonly before: Standing },
  events: readonly NewEvent[],
): Promise<void> {
  const households = [...new Set(events.map((event) => event.householdId))]
  const identities = await identityChanges(db, before, households)
  const ids = events.map(() => newId<'household_event'>())
  const first = (event: NewEvent) => events.find((one) => one.householdId === event.householdId) === event
  await addEvents(
    db,
    account,
    events.map((event, at) => ({
      ...event,
      id: ids[at],
      actId: ids[0],
      before: first(event)
        ? {
            ...(before.rows.get(event.householdId) ?? nothing),
            identities: at === 0 ? identities : { put: [], gone: [] },
          }
        : null,
    })),
  )
}
