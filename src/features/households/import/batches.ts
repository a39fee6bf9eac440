/** Households on their way from the worker to the register: bytes, of which one batch is opened at a time. */
import { deserialize, serialize } from 'node:v8'
import type { ReadHousehold } from './rules/group.ts'

/** Of one statement: a member has some twenty values, and a statement takes 65,535. */
const membersAtMost = 1_000

/** In the order given. */
export function packed(households: readonly ReadHousehold[]): Uint8Array[] {
  const batches: ReadHousehold[][] = []
  let members = membersAtMost
  for (const household of households) {
    members += household.members.length
    if (members > membersAtMost) {
      batches.push([])
      members = household.members.length
    }
    batches.at(-1)?.push(household)
  }
  return batches.map((batch) => serialize(batch))
}

export const opened = (batch: Uint8Array): ReadHousehold[] => deserialize(batch)
