/** What another official changed of a household since it was seen: merged where it does not touch, else told with who and when. */
import { makerOf } from '#features/people/audit/maker.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { type Edit, type Fields, merged, same, type Touching } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Change, Row } from '../rules/undo.ts'
import { rowsOfHousehold } from '../store/image.ts'
import { actsOf, happenedTo } from './acts.ts'

/** Where a field stands: `facts.job` in a column that holds several. */
type Place = { readonly table: Change['table']; readonly id: string; readonly columns: readonly string[] }

export type Ground = {
  readonly householdId: HouseholdId
  readonly groups?: readonly string[]
  readonly placeOf: (field: string) => Place
  /** How a value that is hidden, or an id, is told. */
  readonly told?: (touching: Touching) => Partial<Touching & { said: { yours: unknown; theirs: unknown } }>
}

/** What of an edit is to be written. Throws `record.changed_since` where both touched the same, with both values. */
export async function mustNotTouch(
  db: Db,
  edit: Edit,
  { householdId, groups, placeOf, told }: Ground,
): Promise<Fields> {
  const { set, touching } = merged(edit, groups)
  if (touching.length === 0) return set
  const { villageId, actOn } = await lastActs(db, householdId)
  const all = []
  for (const one of touching) {
    const last = actOn((change) => wrote(change, placeOf(one.field), one.field))
    all.push({ ...one, ...told?.(one), ...(await makerOf(db, villageId, last)) })
  }
  throw problem('record.changed_since', { count: all.length, touching: all })
}

/** Where the household lives, and its last act with a change that fits. */
export async function lastActs(db: Db, householdId: HouseholdId) {
  const rows = await rowsOfHousehold(db, householdId)
  const acts = actsOf(await happenedTo(db, householdId), rows)
  const actOn = (fits: (change: Change) => boolean) => acts.findLast(({ changes }) => changes.some(fits))
  return { villageId: rows.household?.village_id as AreaId, actOn }
}

function wrote({ table, id, columns, was, is }: Change, place: Place, field: string): boolean {
  if (table !== place.table || id !== place.id || !place.columns.some((column) => columns.includes(column)))
    return false
  const inner = field.split('.', 2)[1]
  if (inner === undefined) return true
  const within = (row: Row | null) => (row?.[place.columns[0] ?? ''] as Fields | undefined)?.[inner]
  return !same(within(was), within(is))
}
