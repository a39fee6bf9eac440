/** Writes db/schema.sql, db/citus.sql, db/tables.ts and src/kernel/kinds.ts from a freshly migrated database; `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { printSchema, readCatalogue } from '#platform/server/database/catalogue.ts'
import { printCitus } from '#platform/server/database/citus.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { printKinds, printTables } from '#platform/server/database/tables.ts'

const server = process.env.TEST_DATABASE_URL
if (!server) throw new Error('TEST_DATABASE_URL: the address of a PostgreSQL server on which a database may be made')
const check = process.argv.includes('--check')
const name = `nb_generate_${process.pid}`
const admin = new pg.Client({ connectionString: server })
await admin.connect()
await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
const url = new URL(server)
url.pathname = `/${name}`
let stale = 0
try {
  await migrate(url.href)
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const catalogue = await readCatalogue(client)
  await client.end()
  const files: [string, string][] = [
    ['db/schema.sql', printSchema(catalogue)],
    ['db/citus.sql', printCitus(catalogue)],
    ['db/tables.ts', printTables(catalogue)],
    ['src/kernel/kinds.ts', printKinds(catalogue)],
  ]
  for (const [path, text] of files) {
    const held = await readFile(path, 'utf8').catch(() => '')
    if (held === text) continue
    if (check) stale += 1
    else await writeFile(path, text)
    console.log(check ? `${path} is not what the migrations make: run the generator` : `wrote ${path}`)
  }
} finally {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}
process.exit(stale ? 1 : 0)
