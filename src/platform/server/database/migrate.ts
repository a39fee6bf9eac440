/** Forward-only plain SQL migrations, each once, under one lock. A database made by a newer version is left alone. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const folder = fileURLToPath(new URL('../../../../db/migrations/', import.meta.url))
const lock = 7_062_021

export class NewerDataError extends Error {}

export type Migration = { readonly name: string; readonly text: string; readonly hash: string }

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}${name}`, 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Those not yet applied. Throws NewerDataError where the database knows one that this version does not. */
function pendingOf(all: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  for (const [name, hash] of applied) {
    const known = all.find((m) => m.name === name)
    if (!known || known.hash !== hash)
      throw new NewerDataError(
        `Dữ liệu do một phiên bản khác, mới hơn, tạo ra (${name}); hãy dùng phiên bản đó. Không có gì bị thay đổi. / ` +
          `The data was made by another, newer version (${name}); use that version. Nothing was changed.`,
      )
  }
  return all.filter((m) => !applied.has(m.name))
}

/** Brings the database at `ownerUrl` to the newest schema; returns the names applied now. */
export async function migrate(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const all = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c client_min_messages=warning' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(`create table if not exists schema_migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
    const pending = pendingOf(all, new Map(rows.map((r) => [r.name, r.hash])))
    for (const { name, text, hash } of pending) await applyOne(client, { name, text, hash })
    await stepDownRight(client)
    return pending.map((m) => m.name)
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, { name, text, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}

/** The owner's login may become nb_app (PostgreSQL 16 and later ask for a membership even of the role's maker). */
async function stepDownRight(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select pg_has_role(current_user, 'nb_app', 'member') as may")
  if (!rows[0]?.may) await client.query('grant nb_app to current_user')
}
