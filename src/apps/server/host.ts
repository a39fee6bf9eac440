/** The application's connections to the database and its workers, and who is asked about sessions. */
import type pg from 'pg'
import { findSession, findSessions } from '#features/people/session.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import { isOutdated, problemOfDatabase } from '#platform/server/database/constraints.ts'
import { ask, databaseOn, openPool } from '#platform/server/database/open.ts'
import { gathered } from '#platform/server/gather.ts'
import type { Host, Services } from '#platform/server/services.ts'
import { forReading, openWorkers, type WorkersOptions } from '#platform/server/workers/workers.ts'

/** For a connection and again for its answer: the question is answered within two seconds. */
const readyWithinMs = 900

/** Every call asks who calls: those that come while others are asked are asked in one, so one question is under way. */
const sessionsTogether = { slots: 1, most: 32 } as const

export type OpenHost = Host & { readonly pool: pg.Pool; readonly close: () => Promise<void> }

export type HostOptions = {
  readonly url: string
  readonly max?: number
  readonly workers?: Partial<WorkersOptions>
  readonly readers?: Partial<WorkersOptions>
}

/** Opens the pool of the calls (`max` connections) and the one connection of the question whether the database answers. */
export function openHost(
  given: Omit<Services, 'workers' | 'readers'>,
  { url, max, ...options }: HostOptions,
): OpenHost {
  const pool = openPool({ url, asApplication: true, ...(max ? { max } : {}) })
  const probe = openPool({ url, asApplication: true, max: 1, within: readyWithinMs })
  const workers = openWorkers(options.workers)
  const readers = openWorkers({ ...forReading, ...options.readers })
  const services = { ...given, workers, readers }
  const askPool: Host['ask'] = (statement) => ask(pool, statement)
  let asking: Promise<Problem | null> | null = null
  const probed = () =>
    ask(probe, { text: `select from nb_begin(null, '{}', null)` })
      .then(() => null)
      .catch((error) =>
        isOutdated(error) ? problemOfDatabase(error) : problem('server.not_ready', { retryAfterSeconds: 5 }),
      )
      .finally(() => {
        asking = null
      })
  const whoIs = gathered(
    (token: string | undefined) => findSession(askPool, services.clock, token),
    (tokens) => findSessions(askPool, services.clock, tokens),
    sessionsTogether,
  )
  return {
    services,
    pool,
    db: databaseOn(pool),
    ask: askPool,
    whoIs,
    // Asked a hundred times at once is asked once.
    refusal: () => (asking ??= probed()),
    close: async () => {
      await Promise.all([pool.end(), probe.end(), workers.stop(), readers.stop()])
    },
  }
}
