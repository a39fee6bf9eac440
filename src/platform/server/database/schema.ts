/** Which schema this program was written for: the newest of its migrations, as its connections tell the database. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const migrationsFolder = fileURLToPath(new URL('../../../../db/migrations/', import.meta.url))

/** Read once: whoever lays a newer version over the files of a running program does not make it a newer one. */
export const migrationNames = readdirSync(migrationsFolder)
  .filter((name) => name.endsWith('.sql'))
  .sort()

export const ownSchema = migrationNames.at(-1) ?? ''
