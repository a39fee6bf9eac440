/**
 * The two statements of swift changes, of one or of many: all are looked up in the first and stored in the second, each
 * under its own standing and between its own beginning and end.
 */
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Asked, Begun, Done, Standing } from '../database/change.ts'
import { finishTypes, standingValues } from '../database/change.ts'
import type { Outside } from '../handle.ts'
import type { Host } from '../services.ts'
import type { Named, SwiftSteps } from './swiftSteps.ts'

type Asking = Standing & Pick<Done, 'device'> & { readonly asked: Asked }
export type One<E> = { readonly outside: Outside<E>; readonly asking: Asking }
export type Found<L> = Begun & L & { readonly found: true | null }
/** What is stored of one, and its end (`finishValues`). */
export type Storing = {
  readonly standing: Standing
  readonly stored: readonly string[]
  readonly finishing: readonly unknown[]
}

const turned = (rows: readonly (readonly unknown[])[], width: number): unknown[] =>
  Array.from({ length: width }, (_, at) => rows.map((row) => row[at]))
const parameters = (from: number, types: readonly string[]): string =>
  types.map((type, n) => `$${from + n}::${type}[]`).join(', ')

/** Account and areas of each. */
const standing = ['uuid', 'text']

/** One is asked for in a text of its own: of lists, the database weighs anew each time how long they are. */
function lookText({ name, types }: Named, isOne: boolean): string {
  const all = [...standing, 'uuid', ...types]
  const columns = `i (${all.map((_, n) => `c${n}`).join(', ')}, n)`
  const one = all.map((type, n) => `$${n + 1}::${type}`).join(', ')
  const rows = isOne
    ? `(values (${one}, 1)) as ${columns}`
    : `unnest(${parameters(1, all)}) with ordinality as ${columns}`
  const values = types.map((_, n) => `, i.c${3 + n}`).join('')
  return `select i.n, b.kept_as, b.kept_hash, b.answer, l.* from ${rows}
     cross join lateral nb_begin(i.c0, i.c1::uuid[], i.c2) b
     left join lateral (select true as found, ${name}.* from ${name}(b.account${values})) l on b.kept_as is null`
}

/** What was found of each, by its place among them. */
export async function lookUp<E extends Endpoint, L extends object, K>(
  host: Host,
  { look }: SwiftSteps<E, L, K>,
  many: readonly One<E>[],
): Promise<Map<number, Found<L>>> {
  const rows = many.map(({ outside, asking }) => [...standingValues(asking), asking.asked.id, ...look.of(outside)])
  const isOne = rows.length === 1
  const statement = { name: isOne ? look.name : `${look.name} many`, text: lookText(look, isOne) }
  const values = isOne ? [...(rows[0] as unknown[])] : turned(rows, standing.length + 1 + look.types.length)
  const found = await host.ask<Found<L> & { n: number }>({ ...statement, values })
  return new Map(found.map((row) => [Number(row.n) - 1, row]))
}

/** Of many, who meets a row that somebody holds keeps the others waiting no longer than this, in milliseconds. */
const patience = 300

/** One after the other, from within: the beginning of all, what is stored, the end of each. */
function storeText({ name, lists }: { readonly name: string; readonly lists: number }): string {
  const first = standing.length + 2
  const values = Array.from({ length: lists }, (_, n) => `$${first + n}::jsonb`).join(', ')
  return `select nb_finish_each(${parameters(first + lists, finishTypes)})
     from (select ${name}(${values}) from nb_begin_each(${parameters(1, standing)}, $3)) as stored`
}

/** Stores all of them or, where it throws, none. */
export async function storeAll<E extends Endpoint, L, K>(
  host: Host,
  { store }: SwiftSteps<E, L, K>,
  many: readonly Storing[],
): Promise<void> {
  const lists = Array.from({ length: store.lists }, (_, at) => `[${many.map(({ stored }) => stored[at]).join(',')}]`)
  const standings = turned(
    many.map((one) => standingValues(one.standing)),
    standing.length,
  )
  const ends = turned(
    many.map(({ finishing }) => finishing),
    finishTypes.length,
  )
  const values = [...standings, many.length > 1 ? patience : null, ...lists, ...ends]
  await host.ask({ name: store.name, text: storeText(store), values })
}
