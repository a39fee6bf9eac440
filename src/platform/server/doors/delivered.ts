/**
 * The door for what others bring: each item proves by itself whose it is and is done in that one's name, whoever brings it,
 * as if it had come alone. It has no transaction of its own (`batch.ts`).
 */
import type { Endpoint, InputOf, OutputOf } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import type { Tx } from '../database/open.ts'
import type { Host, Services } from '../services.ts'
import type { Session } from '../session.ts'
import { type Brought, makeRoute, type Request, type Route, type Taken } from './route.ts'
import { reading } from './standing.ts'

/** What one item is, and in whose name it is done. */
export type Proven = { readonly made: Brought; readonly session: Session }
type Looked = Proven | { readonly refused: Problem }
type Told = Omit<Taken, 'id' | 'hash'>

export type Proving<Item> = {
  /** Nobody's standing: only what is open to everybody is seen. */
  readonly ask: <T>(work: (db: Tx) => Promise<T>) => Promise<T>
  readonly item: Item
  readonly services: Services
}

export type Delivering<E, Item> = {
  readonly itemsOf: (input: InputOf<E>) => readonly Item[]
  /** Throws the problem that refuses it. */
  readonly prove: (proving: Proving<Item>) => Promise<Proven>
  readonly answerOf: (items: readonly Item[], told: readonly Told[]) => OutputOf<E>
}

const isOf = ({ actor: a }: Session, { actor: b }: Session): boolean =>
  a.accountId === b.accountId && JSON.stringify(a.grants) === JSON.stringify(b.grants)

async function lookAt<Item>(host: Host, item: Item, prove: Delivering<Endpoint, Item>['prove']): Promise<Looked> {
  const ask: Proving<Item>['ask'] = (work) => reading(host, { account: null, areas: [] }, work)
  try {
    return await prove({ ask, item, services: host.services })
  } catch (error) {
    if (error instanceof Problem) return { refused: error }
    throw error
  }
}

const refusedAs = ({ status, code, said, facts }: Problem): Told => ({
  status,
  problem: { code, title: said, facts: { ...facts } },
})

/** One after the other; those of one author in a row together, as a phone's own. */
async function takeAll(each: NonNullable<Request['each']>, all: readonly Looked[]): Promise<Told[]> {
  const told: Told[] = []
  for (let at = 0; at < all.length; ) {
    const first = all[at] as Looked
    if ('refused' in first) {
      told.push(refusedAs(first.refused))
      at += 1
      continue
    }
    const group: Brought[] = []
    for (let next = all[at]; next && 'made' in next && isOf(next.session, first.session); next = all[at]) {
      group.push(next.made)
      at += 1
    }
    told.push(...(await each(group, async () => first.session)))
  }
  return told
}

export const delivered = <E extends Endpoint, Item>(endpoint: E, how: Delivering<E, Item>): Route =>
  makeRoute(endpoint, async (host, { each, input }) => {
    if (!each) throw new Error(`${endpoint.name} does not say what it brings`)
    const items = how.itemsOf(input as InputOf<E>)
    const looked: Looked[] = []
    for (const item of items) looked.push(await lookAt(host, item, how.prove))
    return how.answerOf(items, await takeAll(each, looked))
  })
