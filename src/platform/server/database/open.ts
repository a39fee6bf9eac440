/** The database handle. Days come as text, instants as ISO text, counts as safe integers. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '#db/tables.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

const asIs = (value: string) => value
const asIso = (value: string) =>
  new Date(value.includes('+') || value.endsWith('Z') ? value : `${value}Z`).toISOString()

function asSafeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('an integer from the database is not safe')
  return number
}

const parsers: Record<number, (value: string) => unknown> = {
  20: asSafeInteger, // int8
  1082: asIs, // date
  1184: asIso, // timestamptz
  1700: Number, // numeric: shares only
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export type PoolOptions = { readonly url: string; readonly asApplication: boolean; readonly max?: number }

/** A pool; `asApplication` steps down to nb_app on every connection, so that row security holds. */
export function openPool({ url, asApplication, max = 16 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: 'nang-buoc',
    // Compiling a query costs more than it saves here: the checks of row security only look expensive to the planner.
    options: `-c timezone=UTC -c jit=off -c statement_timeout=${asApplication ? 60_000 : 0}${asApplication ? ' -c role=nb_app' : ''}`,
  })
  pool.on('error', () => {}) // an idle connection that the server ended; the next query opens another
  return pool
}

export const databaseOn = (pool: pg.Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** Row security must bite: refuses a login that could bypass it. */
export async function assertApplicationRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    'select current_user as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user',
  )
  if (rows[0]?.name !== 'nb_app' || rows[0]?.strong)
    throw new Error(`the application must work as nb_app, not as ${rows[0]?.name}`)
}
