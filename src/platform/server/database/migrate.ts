/** Forward-only plain SQL migrations, each once, under one lock. A database made by a newer version is left alone. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { StartFailure } from '../embedded/failure.ts'
import { explainDatabaseError, type Through } from './explain.ts'
import { locks } from './locks.ts'
import { openLine } from './prove.ts'
import { migrationNames, migrationsFolder } from './schema.ts'

/**
 * Milliseconds. Whoever waits for a table keeps everybody waiting who comes after, so a migration waits a little, lets
 * them through, and tries again, each time for longer, up to what a reading lasts at most. After `patience` a quieter hour
 * is better.
 */
const usualPatience = 120_000
const waits = { first: 2_000, longest: 30_000, pause: 500 } as const

export class NewerDataError extends StartFailure {}

/** `hash` is over the text with bare line feeds, whatever the checkout made of them. */
export type Migration = { readonly name: string; readonly text: string; readonly hash: string }

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export function migrationOf(name: string, raw: string): Migration {
  const text = raw.replace(/\r\n/g, '\n')
  return { name, text, hash: hashOf(text) }
}

export async function readMigrations(): Promise<Migration[]> {
  return Promise.all(
    migrationNames.map(async (name) => migrationOf(name, await readFile(`${migrationsFolder}${name}`, 'utf8'))),
  )
}

/** Before line ends were looked past, a checkout of Windows was kept by the hash of its own. */
const hashesOf = ({ text, hash }: Migration): string[] => [hash, hashOf(text.replaceAll('\n', '\r\n'))]

/** Those not yet applied. Throws NewerDataError where the database knows one that this version does not. */
function pendingOf(all: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  for (const [name, hash] of applied) {
    const known = all.find((m) => m.name === name)
    if (!known || !hashesOf(known).includes(hash))
      throw new NewerDataError({
        vi: `Dữ liệu do một phiên bản khác, mới hơn, tạo ra (${name}); hãy dùng phiên bản đó. Không có gì bị thay đổi.`,
        en: `The data was made by another, newer version (${name}); use that version. Nothing was changed.`,
      })
  }
  return all.filter((m) => !applied.has(m.name))
}

export type MigrateOptions = {
  readonly migrations?: readonly Migration[]
  readonly through?: Through
  /** Milliseconds for which a migration is tried while its tables are in use. */
  readonly patience?: number
}

/**
 * Brings the database at `ownerUrl` to the newest schema; returns the names applied now. Each migration is applied
 * whole or not at all, beside whatever else reads and writes there; throws StartFailure naming the one that failed.
 */
export async function migrate(
  ownerUrl: string,
  { migrations, through = null, patience = usualPatience }: MigrateOptions = {},
): Promise<string[]> {
  const all = migrations ?? (await readMigrations())
  const client = await openLine(ownerUrl, through, '-c client_min_messages=warning')
  try {
    await client.query('select pg_advisory_lock($1)', [locks.migration])
    await client.query(`create table if not exists schema_migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
    const pending = pendingOf(all, new Map(rows.map((r) => [r.name, r.hash])))
    for (const migration of pending) {
      await applyInTurn(client, migration, patience).catch((error) => {
        throw failedMigration(migration.name, error, through)
      })
    }
    await stepDownRight(client)
    return pending.map((m) => m.name)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Its tables are held by somebody else: not got in time, or each waited for the other. All of it was undone. */
const isHeld = (error: unknown): boolean => ['55P03', '40P01'].includes((error as { code?: string }).code ?? '')

async function applyInTurn(client: pg.Client, migration: Migration, patience: number): Promise<void> {
  const end = Date.now() + patience
  for (let wait: number = waits.first; ; wait = Math.min(2 * wait, waits.longest)) {
    try {
      return await applyOne(client, migration, wait)
    } catch (error) {
      if (!isHeld(error) || Date.now() >= end) throw error
      await sleep(waits.pause)
    }
  }
}

/**
 * A migration has the database to itself. `nb_begin` reads schema_migration, so who has begun is waited for and who comes
 * waits before holding anything; after that every table is had for the asking, and none is ever seen half guarded.
 */
const toItself = `
  lock table schema_migration in access exclusive mode;
  do $$ declare tables text := (select string_agg(quote_ident(relname), ', ') from pg_class
                                 where relnamespace = 'public'::regnamespace and relkind = 'r'
                                   and pg_has_role(relowner, 'usage'));
  begin execute 'lock table ' || tables || ' in access exclusive mode'; end $$`

async function applyOne(client: pg.Client, { name, text, hash }: Migration, wait: number): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = ${wait}; ${toItself}`)
    await client.query(text)
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    // A lost connection has rolled back by itself.
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** What the database refused, with the migration's name; a connection that broke off is no fault of the migration. */
function failedMigration(name: string, error: unknown, through: Through): unknown {
  const explained = explainDatabaseError(error, through)
  const code = (error as { code?: unknown }).code
  if (explained === error && (typeof code !== 'string' || /^(57|08|E)/.test(code))) return error
  const why = explained instanceof StartFailure ? explained : { vi: '', en: (error as Error).message }
  return new StartFailure(
    {
      vi: `Không nâng cấp được cơ sở dữ liệu ở bước ${name}; bước này chưa thay đổi gì. ${why.vi}`.trim(),
      en: `The database could not be upgraded at ${name}; nothing of that step was kept. ${why.en}`,
    },
    error,
  )
}

/** The owner's login may become nb_app (PostgreSQL 16 and later ask for a membership even of the role's maker). */
async function stepDownRight(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select pg_has_role(current_user, 'nb_app', 'member') as may")
  if (!rows[0]?.may) await client.query('grant nb_app to current_user')
}
