import { Client } from 'pg'
import { StartFailure } from './failure.ts'

const holdKey = 6_267_401
const prefix = 'nang-buoc pid '

/** One connection to the server. */
export type Line = {
  readonly client: Client
  /** Resolves when the connection has ended, however. */
  readonly ended: Promise<void>
}

/** Opens one connection. A wrong password cannot mend itself and is said at once; other errors are the caller's to retry. */
export async function connect(url: string): Promise<Line> {
  const client = new Client({
    connectionString: url,
    application_name: `${prefix}${process.pid}`,
    connectionTimeoutMillis: 5000,
    query_timeout: 60_000,
    keepAlive: true,
  })
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  // Without a listener the end of the server would end this program.
  client.on('error', () => {})
  try {
    await client.connect()
    return { client, ended }
  } catch (error) {
    if ((error as { code?: unknown }).code !== '28P01') throw error
    throw new StartFailure(
      {
        vi: 'Mật khẩu của cơ sở dữ liệu đi kèm không còn đúng; hãy khôi phục thư mục dữ liệu từ bản sao lưu.',
        en: 'The password of the embedded database is no longer right; restore the data folder from a backup.',
      },
      error,
    )
  }
}

/**
 * Takes the database for this process by a session lock, so that the lock ends with its holder however it dies.
 * False where another process holds it.
 */
export async function tryHold({ client }: Line): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [holdKey])
  return rows[0]?.held === true
}

/** The process number of the holder, if one is there. */
export async function findHolder({ client }: Line): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1`,
    [holdKey],
  )
  return rows[0]?.name.replace(prefix, '')
}
