/**
 * What stays of a call that writes nothing else: counted against who asks too often, and told in the audit. A handler hangs
 * it on what it answers or refuses with; the door writes it in a transaction of its own.
 */
import type { Event } from '#kernel/event.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { begin, finish } from '../database/change.ts'
import type { Tx } from '../database/open.ts'
import type { Host } from '../services.ts'
import { withTries } from './again.ts'
import { changing, systemAccount } from './standing.ts'

/**
 * Tells the audit of something beside what the call answers: in the name of its account, or of the installation's own where
 * nobody is known, who then sees these areas.
 */
export type Tell = (areas: readonly AreaId[], make: () => Promise<Event | null>) => Promise<void>

export const telling =
  (db: Tx, account: AccountId | null): Tell =>
  async (areas, make) => {
    if (!account) await begin(db, { account: systemAccount, areas })
    const event = await make()
    if (event) await finish(db, { account: account ?? systemAccount, asked: null, event, answer: null, keep: false })
  }

export type Trace = {
  readonly count: (db: Tx, tell: Tell) => Promise<unknown>
  readonly event?: Event
}

const traces = new WeakMap<object, Trace>()

/** The same problem or answer, with what stays of the call. */
export function leaving<T extends object>(what: T, trace: Trace): T {
  traces.set(what, trace)
  return what
}

type Standing = Parameters<typeof changing>[1]

/** Runs a call, and writes what it leaves whichever way it ends. */
export async function withTraces<T>(host: Host, standing: Omit<Standing, 'asked'>, work: () => Promise<T>): Promise<T> {
  const keep = async (what: unknown) => {
    const trace = typeof what === 'object' && what !== null ? traces.get(what) : undefined
    if (trace) await withTries(() => changing(host, standing, (db) => write(db, standing, trace)))
  }
  try {
    const answer = await work()
    await keep(answer)
    return answer
  } catch (error) {
    await keep(error)
    throw error
  }
}

async function write(db: Tx, { account }: Omit<Standing, 'asked'>, { count, event }: Trace): Promise<void> {
  await count(db, telling(db, account))
  if (event && account) await finish(db, { account, asked: null, event, answer: null, keep: false })
}
