/** The database handle. Days come as text, instants as ISO text, counts as safe integers. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '#db/tables.ts'
import { problem } from '#kernel/problem.ts'
import { ownSchema } from './schema.ts'

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

/** Milliseconds. Whatever is waited for ends, and ends as a sentence (`constraints.ts`). */
export const limits = {
  /** For a free connection, or for the database to take one. */
  connect: 5_000,
  /** For a row or table that somebody else holds. */
  lock: 5_000,
  statement: 30_000,
  /** A transaction that asks nothing: a fault of ours, or a machine that fell asleep in it. */
  idle: 30_000,
  /** After that for an answer at all: a database that stands still cannot keep the limits above. */
  answer: 5_000,
} as const

/** No answer, no connection, or none in time. The reason is for the log. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super(`the database is away: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'DatabaseAway'
  }
}

/** What the driver says, in words only, of a connection that gives no answer any more. */
const gone = /^(Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed)/

const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof pg.DatabaseError) &&
  (gone.test(error.message) || 'syscall' in error || (error as NodeJS.ErrnoException).code === 'ECONNRESET')

/** A connection whose end is never the end of the program, whoever holds it at that moment. */
class Connection extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    // A listener for as long as it lives: the pool has one only while the connection lies idle in it.
    this.on('error', () => {})
    const query = this.query.bind(this) as (...given: unknown[]) => unknown
    this.query = ((...given: unknown[]) => {
      const asked = query(...given)
      return asked instanceof Promise ? asked.catch((error) => this.#refuse(error)) : asked
    }) as typeof this.query
  }

  /** After a question without an answer nothing may be asked here any more: the pool takes a broken one out. */
  #refuse(error: unknown): never {
    if (!isGone(error)) throw error
    ;(this as unknown as Wired).connection.stream.destroy()
    throw new DatabaseAway(error)
  }
}
type Wired = { readonly connection: { readonly stream: { destroy(): void } } }

class Pool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: Connection } as pg.PoolConfig)
    this.on('error', () => {}) // an idle connection that the server ended; the next question opens another
    const connect = this.connect.bind(this) as (done?: unknown) => Promise<pg.PoolClient>
    this.connect = ((done?: unknown) =>
      done
        ? connect(done)
        : connect().catch((error) => {
            throw this.#refusal(error)
          })) as typeof this.connect
  }
  /** No connection came free in time: the calls before it hold them all. */
  #refusal(error: unknown): unknown {
    if (error instanceof pg.DatabaseError) return error
    const crowded = /^timeout exceeded/.test((error as Error).message)
    return crowded ? problem('server.busy', { retryAfterSeconds: 5 }) : new DatabaseAway(error)
  }
}

export type PoolOptions = {
  readonly url: string
  readonly asApplication: boolean
  readonly max?: number
  /** Milliseconds for one statement, where it may take longer than in a call. */
  readonly statement?: number
  /** Milliseconds for everything, in place of the usual limits: for a question that must be answered at once. */
  readonly within?: number
}

/** A pool; `asApplication` steps down to nb_app on every connection, so that row security holds, and has limits. */
export function openPool(options: PoolOptions): pg.Pool {
  const { url, asApplication, max = 16, within, statement = limits.statement } = options
  const bounded = asApplication || within !== undefined
  const limit = (usual: number) => (bounded ? (within ?? usual) : 0)
  const settings = {
    timezone: 'UTC',
    // Compiling a query costs more than it saves here: the checks of row security only look expensive to the planner.
    jit: 'off',
    statement_timeout: limit(statement),
    lock_timeout: limit(limits.lock),
    idle_in_transaction_session_timeout: limit(limits.idle),
    'nb.schema': ownSchema,
    ...(asApplication ? { role: 'nb_app' } : {}),
  }
  return new Pool({
    connectionString: url,
    max,
    types,
    application_name: 'nang-buoc',
    keepAlive: true,
    connectionTimeoutMillis: within ?? limits.connect,
    ...(bounded ? { query_timeout: within ?? statement + limits.answer } : {}),
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  })
}

export const databaseOn = (pool: pg.Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** One statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(pool: pg.Pool, config: pg.QueryConfig): Promise<Row[]> {
  const connection = await pool.connect()
  try {
    return (await connection.query<Row>(config)).rows
  } finally {
    connection.release()
  }
}

/** Row security must bite: refuses a login that could bypass it. */
export async function assertApplicationRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    'select current_user as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user',
  )
  if (rows[0]?.name !== 'nb_app' || rows[0]?.strong)
    throw new Error(`the application must work as nb_app, not as ${rows[0]?.name}`)
}
