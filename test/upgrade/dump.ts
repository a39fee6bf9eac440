/**
 * A database as text: the migrations it stands on and the rows of every table. It needs no program of PostgreSQL's, and
 * any server of the supported ones takes it back: the same migrations, then the rows in an order that suits the keys.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type pg from 'pg'

type Migration = { readonly name: string; readonly hash: string }
type Column = { readonly name: string; readonly type: string }
type Table = {
  readonly table: string
  /** Those that are stored; generated ones make themselves. */
  readonly columns: readonly Column[]
  /** Each a JSON list of what PostgreSQL writes for its columns, in their order: a text, or null. */
  readonly rows: readonly string[]
}
export type Dump = { readonly migrations: readonly Migration[]; readonly tables: readonly Table[] }

const migrationsFolder = join(import.meta.dirname, '..', '..', 'db', 'migrations')

/** The tables of a database, each after those its keys point to. Throws where keys go round in a circle. */
export async function tablesInOrder(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string; needs: string[] }>(
    `select c.relname as name,
            array(select distinct k.confrelid::regclass::text from pg_constraint k
                   where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
      order by 1`,
  )
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const next = rows.filter((t) => !ordered.includes(t.name) && t.needs.every((need) => ordered.includes(need)))
    if (next.length === 0) throw new Error('the keys of the tables go round in a circle')
    ordered.push(...next.map((t) => t.name))
  }
  return ordered
}

/** The queue keeps its tables in a schema of its own and makes them at every start; what waits in it is asked again. */
const leftOut = 'pgboss'

/** What this format could not bring back is refused rather than left out, but for what is named. */
async function mustFit(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^(pg_|information_schema$)' and n.nspname <> $1
        and (c.relkind in ('S', 'p', 'm') or (c.relkind = 'r' and n.nspname <> 'public'))`,
    [leftOut],
  )
  if (rows.length > 0) throw new Error(`the dump does not know these yet: ${rows.map((r) => r.name).join(', ')}`)
}

async function takeTable(db: pg.Client, table: string): Promise<Table> {
  const columns = await db.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const texts = columns.rows.map(({ name }) => `${name}::text`).join(', ')
  const lines = `select json_build_array(${texts})::text as line from ${table}`
  const { rows } = await db.query<{ line: string }>(
    `select line from (${lines}) as all_of_it order by line collate "C"`,
  )
  return { table, columns: columns.rows, rows: rows.map((r) => r.line) }
}

/** Reads everything, in the order in which it can be put back. */
export async function takeDump(db: pg.Client): Promise<Dump> {
  await mustFit(db)
  await db.query(`set timezone = 'UTC'`)
  const migrations = await db.query<Migration>('select name, hash from schema_migration order by name')
  const tables: Table[] = []
  for (const table of await tablesInOrder(db)) tables.push(await takeTable(db, table))
  return { migrations: migrations.rows, tables }
}

/** One JSON value a line, packed: the migrations, then each table's head followed by its rows. */
export function packDump({ migrations, tables }: Dump): Buffer {
  const lines = tables.flatMap(({ table, columns, rows }) => [
    JSON.stringify({ table, columns, rows: rows.length }),
    ...rows,
  ])
  const text = Buffer.from([JSON.stringify({ migrations }), ...lines, ''].join('\n'))
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  })
}

export function unpackDump(packed: Buffer): Dump {
  const [first = '', ...lines] = brotliDecompressSync(packed).toString('utf8').split('\n')
  const tables: Table[] = []
  for (let at = 0; at < lines.length - 1; ) {
    const head = JSON.parse(lines[at] ?? '') as Pick<Table, 'table' | 'columns'> & { rows: number }
    tables.push({ ...head, rows: lines.slice(at + 1, at + 1 + head.rows) })
    at += 1 + head.rows
  }
  return { migrations: (JSON.parse(first) as Pick<Dump, 'migrations'>).migrations, tables }
}

/** The text of a migration as the dump knew it; throws where a merged one was edited or taken away. */
function textOf({ name, hash }: Migration): string {
  const text = readFileSync(join(migrationsFolder, name), 'utf8')
  if (createHash('sha256').update(text).digest('hex') !== hash)
    throw new Error(`db/migrations/${name} was edited after databases were made by it`)
  return text
}

/** Fills an empty database, all or nothing, as the owner of its tables. */
export async function putBack(db: pg.Client, { migrations, tables }: Dump): Promise<void> {
  await db.query('begin')
  await db.query(
    'create table schema_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  for (const migration of migrations) {
    await db.query(textOf(migration))
    await db.query('insert into schema_migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
  }
  // What the migrations wrote themselves is among the rows.
  await db.query(`truncate ${tables.map(({ table }) => table).join(', ')}`)
  for (const { table, columns, rows } of tables) {
    const names = columns.map(({ name }) => name).join(', ')
    const values = columns.map(({ type }, at) => `(line ->> ${at})::${type}`).join(', ')
    await db.query(`insert into ${table} (${names}) select ${values} from json_array_elements($1::json) line`, [
      `[${rows.join(',')}]`,
    ])
  }
  await db.query('commit')
}

/** The keys of a table's rows as the dump holds them. */
export function keysIn({ tables }: Dump, name: string): string[] {
  const { columns = [], rows = [] } = tables.find(({ table }) => table === name) ?? {}
  const own = columns.findIndex((column) => column.name === 'id')
  const at = own < 0 ? columns.findIndex((column) => column.name === 'household_id') : own
  return rows.map((row) => JSON.parse(row)[at])
}
