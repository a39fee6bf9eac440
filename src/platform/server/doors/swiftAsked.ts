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
export type Found<L> = Begun & L & { readonly found: boolean }
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

/** One after the other: the beginning of all, with what each was answered before, then what is known of each. */
function lookText({ name, types }: Named): string {
  const begins = [...standing, 'uuid']
  return `with begun as materialized (select * from nb_begin_each(${parameters(1, begins)}, null)),
     known as (select l.* from (select count(*)::integer as many from begun) b,
                               lateral ${name}(b.many, ${parameters(begins.length + 1, types)}) l)
   select b.kept_as, b.kept_hash, b.answer, l.n is not null as found, l.*, b.n from begun b left join known l on l.n = b.n`
}

/** What was found of each, by its place among them. */
export async function lookUp<E extends Endpoint, L extends object, K>(
  host: Host,
  { look }: SwiftSteps<E, L, K>,
  many: readonly One<E>[],
): Promise<Map<number, Found<L>>> {
  const rows = many.map(({ outside, asking }) => [...standingValues(asking), asking.asked.id, ...look.of(outside)])
  const values = turned(rows, standing.length + 1 + look.types.length)
  const found = await host.ask<Found<L> & { n: number }>({ name: look.name, text: lookText(look), values })
  return new Map(found.map((row) => [row.n - 1, row]))
}

/** Of many, who meets a row that somebody holds keeps the others waiting no longer than this, in milliseconds. */
const patience = 300

/** One after the other, from within: the beginning of all, what is stored, the end of each. */
function storeText({ name, lists }: { readonly name: string; readonly lists: readonly string[] }): string {
  const first = standing.length + 2
  const values = lists.map((type, n) => `$${first + n}::${type}`).join(', ')
  return `select nb_finish_each(${parameters(first + lists.length, finishTypes)})
     from (select ${name}(${values}) from (select count(*) from nb_begin_each(${parameters(1, standing)}, '{}', $3)) as begun) as stored`
}

/** Stores all of them or, where it throws, none. */
export async function storeAll<E extends Endpoint, L, K>(
  host: Host,
  { store }: SwiftSteps<E, L, K>,
  many: readonly Storing[],
): Promise<void> {
  const lists = store.lists.map((_, at) => `[${many.map(({ stored }) => stored[at]).join(',')}]`)
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
