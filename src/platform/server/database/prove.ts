/** Proves, before anything is served, that the database and the logins are such as the program stands on. */
import { randomInt } from 'node:crypto'
import pg from 'pg'
import { StartFailure } from '../embedded/failure.ts'
import { explainDatabaseError, explainSilence, type Through } from './explain.ts'

const oldestMajor = 15
const neededExtensions = ['pg_trgm', 'btree_gist']
const patienceMs = 15_000

/** One connection of the start's own. A listener, since one that the server ends would end this program. */
export async function openLine(url: string, through: Through, options = ''): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs, options })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const explained = explainDatabaseError(error, through)
    // A server that does not answer in time is an error without a code.
    throw explained === error && through && !(error as { code?: unknown }).code
      ? explainSilence(through, error)
      : explained
  }
}

async function withLine<T>(line: pg.Client, work: (line: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await work(line)
  } finally {
    await line.end().catch(() => {})
  }
}

type Facts = { version: number; encoding: string; extensions: string[] }

/** What of a server does not do, in one sentence; null where all is well. */
export function faultOfServer({ version, encoding, extensions }: Facts): StartFailure | null {
  const major = Math.floor(version / 10_000)
  if (major < oldestMajor)
    return new StartFailure({
      vi: `Máy chủ trong DATABASE_URL là PostgreSQL ${major}; cần PostgreSQL ${oldestMajor} trở lên.`,
      en: `The server of DATABASE_URL is PostgreSQL ${major}; PostgreSQL ${oldestMajor} or newer is needed.`,
    })
  if (encoding !== 'UTF8')
    return new StartFailure({
      vi: `Cơ sở dữ liệu trong DATABASE_URL dùng bảng mã ${encoding}; hãy tạo cơ sở dữ liệu UTF8.`,
      en: `The database of DATABASE_URL is encoded in ${encoding}; create one in UTF8.`,
    })
  const missing = neededExtensions.filter((name) => !extensions.includes(name)).join(', ')
  if (missing !== '')
    return new StartFailure({
      vi: `Máy chủ trong DATABASE_URL thiếu phần mở rộng ${missing}; hãy cài gói postgresql-contrib.`,
      en: `The server of DATABASE_URL lacks the extension ${missing}; install the package postgresql-contrib.`,
    })
  return null
}

/** Refuses, with nothing written, an own server that is too old, not in UTF8 or without the extensions needed. */
export const proveServer = async (ownerUrl: string): Promise<void> =>
  withLine(await openLine(ownerUrl, 'DATABASE_URL'), async (line) => {
    const { rows } = await line.query<Facts>(
      `select current_setting('server_version_num')::int as version, pg_encoding_to_char(d.encoding) as encoding,
              array(select name::text from pg_available_extensions) as extensions
         from pg_database d where d.datname = current_database()`,
    )
    const fault = rows[0] && faultOfServer(rows[0])
    if (fault) throw fault
  })

const tooStrong = () =>
  new StartFailure({
    vi: 'Tài khoản trong APP_DATABASE_URL vượt qua được phân quyền theo dòng (SUPERUSER hoặc BYPASSRLS); hãy dùng một tài khoản thường là thành viên của nb_app.',
    en: 'The login of APP_DATABASE_URL can bypass row security (SUPERUSER or BYPASSRLS); use an ordinary login that is a member of nb_app.',
  })

const elsewhere = () =>
  new StartFailure({
    vi: 'APP_DATABASE_URL và DATABASE_URL trỏ tới hai cơ sở dữ liệu khác nhau; hãy sửa cho cùng một cơ sở dữ liệu.',
    en: 'APP_DATABASE_URL and DATABASE_URL name two different databases; make them name the same one.',
  })

/** A lock of one database is seen in that database alone, by whatever name or way it is reached. */
async function areOne(owner: pg.Client, application: pg.Client): Promise<boolean> {
  const key = randomInt(2 ** 47)
  await owner.query('begin')
  await owner.query('select pg_advisory_xact_lock($1)', [key])
  const { rows } = await application.query('select pg_try_advisory_xact_lock($1) as free', [key])
  await owner.query('rollback')
  return rows[0]?.free === false
}

/** Refuses a login for the application that could go past row security, or that leads to another database. */
export const proveApplicationLogin = async (ownerUrl: string, applicationUrl: string): Promise<void> =>
  withLine(await openLine(applicationUrl, 'APP_DATABASE_URL', '-c role=nb_app'), async (application) => {
    const { rows } = await application.query(
      'select rolsuper or rolbypassrls as strong from pg_roles where rolname = session_user',
    )
    if (rows[0]?.strong) throw tooStrong()
    await withLine(await openLine(ownerUrl, 'DATABASE_URL'), async (owner) => {
      if (!(await areOne(owner, application))) throw elsewhere()
    })
  })
