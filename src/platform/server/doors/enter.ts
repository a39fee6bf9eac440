/**
 * The door for who is not known yet (signing in, the first administrator). Like a change it goes in steps and is told in
 * the audit, under the account it ends with; or it is refused, and what was counted against the guesser stays.
 */
import { deviceKindOf } from '#kernel/device.ts'
import type { Endpoint, InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { begin, finish } from '../database/change.ts'
import type { Tx } from '../database/open.ts'
import type { Happened } from '../handle.ts'
import type { Services } from '../services.ts'
import { withTries } from './again.ts'
import { makeRoute, type Request, type Route } from './route.ts'
import { changing, reading } from './standing.ts'
import { leaving, type Trace, withTraces } from './traces.ts'

export type Stranger<E> = {
  readonly input: InputOf<E>
  readonly services: Services
  readonly request: Pick<Request, 'address' | 'device' | 'setSession'>
}

export type Entering = {
  readonly db: Tx
  /** From here on row security and the audit know this account. */
  readonly become: (account: AccountId, areas?: readonly AreaId[]) => Promise<void>
}

/**
 * `count`: all else is undone, and only what is counted against the guesser is written, in a transaction of its own.
 * `kept` runs once all of it is kept: a cookie is set for a session that is there.
 */
export type Entered<T> =
  | { readonly refused: Problem; readonly count: Trace['count']; readonly entered?: never }
  | { readonly refused?: never; readonly entered: Happened<T>; readonly kept?: () => void }

export type EnterSteps<E, Looked, Worked> = {
  /** What is counted before the slow work, and stays whatever comes of it: many at once are counted as so many in a row. */
  readonly count?: (stranger: Stranger<E>, db: Tx) => Promise<void>
  readonly look: (stranger: Stranger<E>, db: Tx) => Promise<Looked>
  /** Passwords are hashed here: no connection is held. */
  readonly work: (stranger: Stranger<E>, looked: Looked) => Promise<Worked>
  readonly act: (stranger: Stranger<E>, entering: Entering, worked: Worked) => Promise<Entered<OutputOf<E>>>
}

const nobody = { account: null, areas: [] }

export const enter = <E extends Endpoint, L, W>(endpoint: E, { count, look, work, act }: EnterSteps<E, L, W>): Route =>
  makeRoute(endpoint, async (host, request) => {
    const stranger: Stranger<E> = { input: request.input as InputOf<E>, services: host.services, request }
    if (count) await withTries(() => changing(host, nobody, (db) => count(stranger, db)))
    const looked = await reading(host, nobody, (db) => look(stranger, db))
    const worked = await work(stranger, looked)
    const actOnce = () =>
      changing(host, nobody, async (db) => {
        let known: AccountId | null = null
        const become: Entering['become'] = async (account, areas = []) => {
          known = account
          await begin(db, { account, areas })
        }
        const outcome = await act(stranger, { db, become }, worked)
        // Thrown inside the transaction, so that whatever the act wrote before it refused is undone.
        if (outcome.refused) throw leaving(outcome.refused, outcome)
        if (known === null) throw new Error(`${endpoint.name} lets nobody in`)
        const { event, result } = outcome.entered
        const device = deviceKindOf(request.device)
        await finish(db, { account: known, asked: null, event, answer: result, device, keep: false })
        return outcome
      })
    const { entered, kept } = await withTraces(host, nobody, () => withTries(actOnce))
    kept?.()
    return entered.result
  })
