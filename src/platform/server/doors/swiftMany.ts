/**
 * Many swift changes, as a phone brings them or as several phones send them at once: looked up in one statement, stored
 * in another, each under its own standing and between its own beginning and end, as one alone. All or nothing of what is stored: whatever is not plain (a refusal, a collision,
 * two that touch the same) is left to its own way, one by one, so that none of them hurts another.
 */
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Asked, Standing } from '../database/change.ts'
import { type Begun, beforeOf, type Done, finishTypes, finishValues, standingValues } from '../database/change.ts'
import type { Answered } from '../gather.ts'
import type { Outside } from '../handle.ts'
import type { Host } from '../services.ts'
import type { Named, StoredTogether, SwiftSteps } from './swiftSteps.ts'

type Asking = Standing & Pick<Done, 'device'> & { readonly asked: Asked }
export type One<E> = { readonly outside: Outside<E>; readonly asking: Asking }
type Steps<E, L, K> = SwiftSteps<E, L, K> & { readonly together: NonNullable<SwiftSteps<E, L, K>['together']> }
type Found<L> = Begun & L & { readonly found: true | null; readonly n: number }

/** Columns of a list of rows, as arrays: `unnest($1::uuid[], ...) with ordinality as i (c0, ..., n)`. */
const rowsOf = (types: readonly string[]): string => {
  const arrays = types.map((type, n) => `$${n + 1}::${type}[]`)
  return `unnest(${arrays.join(', ')}) with ordinality as i (${types.map((_, n) => `c${n}`).join(', ')}, n)`
}
const columns = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `, i.c${from + n}`).join('')
const turned = (rows: readonly (readonly unknown[])[], width: number): unknown[] =>
  Array.from({ length: width }, (_, at) => rows.map((row) => row[at]))

/** Account and areas of each. */
const standing = ['uuid', 'text']

const lookText = ({ name, types }: Named): string =>
  `select i.n, b.kept_as, b.kept_hash, b.answer, l.* from ${rowsOf([...standing, 'uuid', ...types])}
     cross join lateral nb_begin(i.c0, i.c1::uuid[], i.c2) b
     left join lateral (select true as found, ${name}.* from ${name}(b.account${columns(3, types.length)})) l
       on b.kept_as is null`

/** Who meets a row that somebody holds keeps the others waiting no longer than this, in milliseconds. */
const patience = 300

// Row by row, each function after the one before it, since it is given what that one answers.
const storeText = (types: readonly string[], { name, gives, settles }: StoredTogether): string =>
  `with stored as materialized (
     select s.* from set_config('lock_timeout', '${patience}', true) w
       cross join ${rowsOf([...standing, ...types, ...finishTypes])}
       cross join lateral nb_begin(i.c0, i.c1::uuid[], nullif(w, w)::uuid) b
       cross join lateral ${name}(b.account${columns(2, types.length)}) s
       cross join lateral nb_finish(b.account${columns(2 + types.length, finishTypes.length)}) f)
   select ${settles}(${gives.map((column) => `array_agg(s.${column})`).join(', ')}) from stored s`

async function lookUp<E extends Endpoint, L extends object, K>(
  host: Host,
  { look }: Steps<E, L, K>,
  many: readonly One<E>[],
): Promise<Found<L>[]> {
  const rows = many.map(({ outside, asking }) => [...standingValues(asking), asking.asked.id, ...look.of(outside)])
  const values = turned(rows, standing.length + 1 + look.types.length)
  return host.ask<Found<L>>({ name: `${look.name} many`, text: lookText(look), values })
}

type Ready = {
  readonly at: number
  readonly order: string
  readonly result: unknown
  readonly values: readonly unknown[]
}

/** What is to be stored of each, or its answer where all of it stands; null where it goes its own way. */
function decided<E extends Endpoint, L extends object, K>(
  { together, known, decide }: Steps<E, L, K>,
  { outside, asking }: One<E>,
  found: Found<L>,
): Answered<unknown> | Omit<Ready, 'at'> | null {
  const before = beforeOf(found, asking.asked)
  if (before.answer !== null) return { answer: before.answer }
  if (before.state !== 'new' || !found.found) return null
  const law = known.atHand(found)
  if (!law) return null
  try {
    const { stored, result, ...rest } = decide(outside, found, law)
    if (stored === null || !('event' in rest)) return { answer: result }
    const finishing = finishValues({ ...asking, event: rest.event, answer: result, keep: true })
    return { order: together.order(found), result, values: [...standingValues(asking), ...stored, ...finishing] }
  } catch {
    return null
  }
}

/** An answer for each, or null where it goes its own way. */
export async function manyAtOnce<E extends Endpoint, L extends object, K>(
  host: Host,
  steps: Steps<E, L, K>,
  many: readonly One<E>[],
): Promise<(Answered<unknown> | null)[]> {
  const answers: (Answered<unknown> | null)[] = many.map(() => null)
  // Of two that touch the same, or one command twice, the second rests on the first.
  const keys = many.map(({ outside, asking }) => [steps.together.alone(outside), asking.asked.id])
  const first = many.flatMap((one, at) =>
    keys.slice(0, at).some(([alone, id]) => alone === keys[at]?.[0] || id === keys[at]?.[1]) ? [] : [{ one, at }],
  )
  try {
    const found = await lookUp(
      host,
      steps,
      first.map(({ one }) => one),
    )
    const ready: Ready[] = []
    for (const row of found) {
      const { one, at } = first[Number(row.n) - 1] as (typeof first)[number]
      const next = decided(steps, one, row)
      if (next && 'answer' in next) answers[at] = next
      else if (next) ready.push({ ...next, at })
    }
    if (ready.length === 0) return answers
    ready.sort((a, b) => (a.order < b.order ? -1 : 1))
    const { store } = steps
    const rows = ready.map((one) => one.values)
    const values = turned(rows, standing.length + store.types.length + finishTypes.length)
    await host.ask({ name: `${store.name} many`, text: storeText(store.types, steps.together.store), values })
    for (const { at, result } of ready) answers[at] = { answer: result }
  } catch {
    // Nothing of it was stored: each goes its own way, and is refused there where it must be.
  }
  return answers
}
