/** What a start does before it serves: migrate, open the keys, load the units and the law. */
import type pg from 'pg'
import { loadNation, refreshTree } from '#features/areas/load.ts'
import { indexInsurance } from '#features/households/load.ts'
import type { Library } from '#features/standards/library.ts'
import { type Clock, todayOf } from '#platform/server/clock.ts'
import type { Through } from '#platform/server/database/explain.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { installQueue } from '#platform/server/jobs/install.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { hashOfToken, newToken } from '#platform/server/session.ts'
import { allJobs } from './jobs.ts'
import { keyPath, keysFor } from './keys.ts'
import { keepLawTexts } from './lawTexts.ts'

export type Ground = {
  readonly owner: pg.Pool
  readonly ownerUrl: string
  /** The setting that names the database, for what is said of it. */
  readonly through?: Through
  readonly dataDir: string
  readonly clock: Clock
  readonly library: Library
}

/**
 * A fresh one-time token for the first administrator, while there is no account; older unused ones end. Not for two
 * starts at once.
 */
export async function setupTokenFor(owner: pg.Pool): Promise<string | null> {
  const { rows } = await owner.query('select 1 from account where id <> nb_system() limit 1')
  await owner.query('delete from setup_token where used_at is null')
  if (rows.length > 0) return null
  const token = newToken()
  await owner.query('insert into setup_token (token_hash) values ($1)', [hashOfToken(token)])
  return token
}

/** Not for two starts at once. */
export async function prepare({ owner, ownerUrl, through, dataDir, clock, library }: Ground): Promise<Keys> {
  await migrate(ownerUrl, through ? { through } : {})
  await installQueue(ownerUrl, allJobs)
  const keys = await keysFor(owner, keyPath(dataDir))
  const connection = await owner.connect()
  try {
    const today = todayOf(clock)
    if (!(await loadNation(connection, today))) await refreshTree(connection, today)
  } finally {
    connection.release()
  }
  await indexInsurance(owner, keys)
  await keepLawTexts(owner, library)
  return keys
}
