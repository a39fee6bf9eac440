/** Values on their way from the worker to the database: bytes, of which one batch is opened at a time. */
import { setImmediate as breathe } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'

/** Rows of one statement: one of a member has some twenty values, and a statement takes 65,535. */
const rowsAtMost = 1_000

/** In the order given; `rowsOf` says how many rows of the database a value becomes. */
export function packed<Value>(values: readonly Value[], rowsOf: (value: Value) => number): Uint8Array[] {
  const batches: Value[][] = []
  let rows = rowsAtMost
  for (const value of values) {
    rows += rowsOf(value)
    if (rows > rowsAtMost) {
      batches.push([])
      rows = rowsOf(value)
    }
    batches.at(-1)?.push(value)
  }
  return batches.map((batch) => serialize(batch))
}

/** One batch after the other, giving way between them. */
export async function* opened<Value>(batches: readonly Uint8Array[]): AsyncGenerator<readonly Value[]> {
  for (const batch of batches) {
    yield deserialize(batch) as Value[]
    await breathe()
  }
}
