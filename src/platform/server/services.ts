/** What a handler is given besides its input: nothing in the server is ambient. */
import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Db } from './database/open.ts'
import type { Keys } from './keys/keys.ts'
import type { Settings } from './settings.ts'

export type Services = {
  readonly db: Db
  /** The same connections, for the few statements prepared by hand. */
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly keys: Keys
  readonly settings: Settings
}
