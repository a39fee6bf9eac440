/**
 * What a handler is given besides its input, and what only the doors hold. Nothing in the server is ambient, and nothing
 * a handler is given leads to a second connection: one call works on one connection at a time by its shape.
 */
import type pg from 'pg'
import type { Problem } from '#kernel/problem.ts'
import type { Clock } from './clock.ts'
import type { Db } from './database/open.ts'
import type { Keys } from './keys/keys.ts'
import type { Session } from './session.ts'
import type { Settings } from './settings.ts'
import type { Workers } from './workers/workers.ts'

export type Services = {
  readonly clock: Clock
  readonly keys: Keys
  readonly settings: Settings
  /** For making papers, beside the thread that answers. */
  readonly workers: Workers
  /** For reading files: apart, so that no file keeps anybody waiting for a paper. */
  readonly readers: Workers
}

/** Reached by the doors alone. */
export type Host = {
  readonly services: Services
  readonly db: Db
  /** One statement, whole by itself. */
  readonly ask: <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => Promise<Row[]>
  /** Who holds this token now; null for nobody. */
  readonly whoIs: (token: string | undefined) => Promise<Session | null>
  /** Why nothing can be answered now, asked of the database on a connection of its own; null where all is well. */
  readonly refusal: () => Promise<Problem | null>
}
