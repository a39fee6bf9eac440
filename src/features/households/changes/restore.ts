/** Puts the rows of an act's households back as they stood before it, and tells it in their timelines. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { insuranceIndexOf } from '../identity.ts'
import { householdProblem } from '../problems.ts'
import { type Row, restored, withoutDay } from '../rules/undo.ts'
import type { ActId } from './acts.ts'
import type { Side } from './sides.ts'

const founded = ({ kept }: Side): boolean =>
  kept.changes.some(({ table, was }) => table === 'household' && was === null)

function rowsBack(sides: readonly Side[]) {
  const of = (table: 'household' | 'residences' | 'members') => {
    const parts = sides.map(({ kept, now }) => restored(kept.changes, now, table))
    return { put: parts.flatMap(({ put }) => put), gone: parts.flatMap(({ gone }) => gone) }
  }
  const empty = sides.filter(founded).flatMap(({ now }): Row[] => (now.household ? [withoutDay(now.household)] : []))
  const identities = sides.map(({ kept }) => kept.identities)
  return {
    households: [...of('household').put, ...empty],
    residences: of('residences'),
    members: of('members'),
    identities: {
      put: identities.flatMap(({ put }) => put),
      gone: identities.flatMap(({ gone }) => gone),
    },
  }
}

const nameOf = ({ name, names }: Record<string, unknown>): unknown =>
  Array.isArray(names) ? names.join(', ') : (name ?? null)

/** What the event of undoing says in each timeline. */
const undoingOf = (sides: readonly Side[], { act, because, on }: Undoing) => {
  const ids = sides.map(() => newId<'household_event'>())
  return sides.map(({ household, now, kept }, at) => ({
    household: household.householdId,
    event: ids[at],
    first: ids[0],
    happened: on,
    facts: {
      act,
      because,
      of: kept.events.map(({ kind, on: day, facts }) => ({ kind, on: day, name: nameOf(facts) })),
    },
    before: { ...now, identities: { put: [], gone: [] } },
  }))
}

/** The row of a member with how its insurance number is found. */
const found = (keys: Keys) => (row: Row) => ({
  ...row,
  insurance_no_index: row.insurance_no_sealed
    ? insuranceIndexOf(keys, row.id as MemberId, String(row.insurance_no_sealed))
    : null,
})

export type Undoing = {
  readonly keys: Keys
  readonly act: ActId
  readonly because: string
  readonly on: PlainDate
}

export async function restore(db: Db, sides: readonly Side[], undoing: Undoing) {
  const { households, residences, members: stays, identities } = rowsBack(sides)
  const members = { ...stays, put: stays.put.map(found(undoing.keys)) }
  const [undone, ...rows] = [undoingOf(sides, undoing), households, residences, members, identities].map((value) =>
    JSON.stringify(value),
  )
  await sql`select household_undo(${undoing.act}, ${undone}, ${rows[0]}, ${rows[1]}, ${rows[2]}, ${rows[3]})`
    .execute(db)
    .catch((error: unknown) => {
      const since = (error as { code?: string }).code === 'NB005'
      throw since ? householdProblem('household.undo_person_since') : error
    })
}
