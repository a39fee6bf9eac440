import { randomBytes } from 'node:crypto'
import { chown, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { explainDiskError, StartFailure } from './failure.ts'
import type { Place } from './place.ts'
import { lastLine, run } from './run.ts'

/** One PostgreSQL data directory with the programs that serve it. */
export type Cluster = {
  readonly place: Place
  readonly pgdata: string
  readonly binaries: Binaries
  /** Settings beside the lawful ones, e.g. fsync off for a throwaway test database. */
  readonly settings: Readonly<Record<string, string>>
}

/** The bootstrap role: owner of the database, used by migrations. The application has a role of its own. */
export const ownerRole = 'nang_buoc_owner'

const passwordFile = (pgdata: string) => join(pgdata, 'nang-buoc-owner-password')

/** Owner's password; throws StartFailure where the file is gone, for nothing else opens the database. */
export async function getOwnerPassword(cluster: Pick<Cluster, 'pgdata'>): Promise<string> {
  const file = passwordFile(cluster.pgdata)
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    throw new StartFailure(
      {
        vi: `Không đọc được mật khẩu cơ sở dữ liệu trong ${file}.`,
        en: `The database password in ${file} cannot be read.`,
      },
      error,
    )
  }
}

async function makeFolder(path: string, { as }: Place): Promise<void> {
  await mkdir(path, { mode: 0o700 })
  if (as) await chown(path, as.uid, as.gid)
}

async function writePrivately(path: string, text: string, { as }: Place): Promise<void> {
  await writeFile(path, text, { mode: 0o600 })
  if (as) await chown(path, as.uid, as.gid)
}

/**
 * Order by code point, letters by Unicode; Vietnamese order is asked for by name (`sql/order.ts`).
 * The character type matters too: under plain C, trigrams lose every letter with a tone mark.
 */
function localeArguments(major: number, characterType: string): string[] {
  const builtin = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  return [...builtin, '--locale=C', `--lc-ctype=${characterType}`]
}

async function initInto(folder: string, pwfile: string, { place, binaries }: Cluster): Promise<void> {
  let output = ''
  for (const characterType of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const locale = localeArguments(binaries.major, characterType)
    const basic = ['-D', folder, '-U', ownerRole, `--pwfile=${pwfile}`, '--auth=scram-sha-256', '--encoding=UTF8']
    const outcome = await run(join(binaries.bin, 'initdb'), [...basic, ...locale], { cwd: place.dir, as: place.as })
    if (outcome.code === 0) return
    output = outcome.output
    if (!/locale/i.test(output)) break
  }
  if (/no space left/i.test(output))
    throw explainDiskError(Object.assign(new Error(output), { code: 'ENOSPC' }), place.dir)
  throw new StartFailure({
    vi: `Không tạo được cơ sở dữ liệu trong ${place.dir}: ${lastLine(output)}`,
    en: `The database could not be created in ${place.dir}: ${lastLine(output)}`,
  })
}

/** Makes the cluster beside its final name and moves it there at once, so that a killed start leaves nothing half made. */
export async function createIfAbsent(cluster: Cluster): Promise<void> {
  if (await lstat(cluster.pgdata).catch(() => undefined)) return
  const unfinished = `${cluster.pgdata}.new-${randomBytes(4).toString('hex')}`
  const pwfile = `${unfinished}.pw`
  try {
    await makeFolder(unfinished, cluster.place)
    await writePrivately(pwfile, randomBytes(24).toString('base64url'), cluster.place)
    await initInto(unfinished, pwfile, cluster)
    await rename(pwfile, passwordFile(unfinished))
    await rename(unfinished, cluster.pgdata)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    await rm(pwfile, { force: true })
    const another = await stat(cluster.pgdata).catch(() => undefined)
    if (!another) throw explainDiskError(error, cluster.place.dir)
  }
}

/** Removes what starts that were killed left half made. For the holder only: no other start needs its own any more. */
export async function sweepUnfinished({ place }: Cluster): Promise<void> {
  const names = await readdir(place.dir)
  for (const name of names.filter((n) => /^(cluster|pgsql-.+)\.new-[0-9a-f]{8}(\.pw)?$/.test(n)))
    await rm(join(place.dir, name), { recursive: true, force: true }).catch(() => {})
}

/** Refuses, before anything is touched, a cluster that another major version of PostgreSQL has made. */
export async function checkVersion({ pgdata, binaries }: Cluster): Promise<void> {
  const text = await readFile(join(pgdata, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (text === undefined) {
    if (!(await lstat(pgdata).catch(() => undefined))) return
    throw new StartFailure({
      vi: `Thư mục ${pgdata} không phải là cơ sở dữ liệu PostgreSQL; chương trình không thay đổi gì trong đó.`,
      en: `The folder ${pgdata} is no PostgreSQL database; nothing in it was changed.`,
    })
  }
  const major = Number.parseInt(text, 10)
  if (major === binaries.major) return
  throw new StartFailure({
    vi: `Dữ liệu trong ${pgdata} do PostgreSQL ${major} tạo, chương trình này dùng PostgreSQL ${binaries.major}; hãy dùng đúng phiên bản chương trình đã tạo dữ liệu.`,
    en: `The data of ${pgdata} was made by PostgreSQL ${major}, this program runs PostgreSQL ${binaries.major}; use the version of the program that made it.`,
  })
}

/** Writes a file whole beside its place, then moves it in; one that says the same already is left, even on a full disk. */
async function replace(path: string, text: string, place: Place): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return
  const beside = `${path}.new`
  try {
    await writePrivately(beside, text, place)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw explainDiskError(error, path)
  }
}

/** Writes our settings anew at each start, so that a newer program brings its own. */
export async function writeSettings({ place, pgdata, settings }: Cluster): Promise<void> {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...settings,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  await replace(join(pgdata, 'nang-buoc.conf'), `${lines.join('\n')}\n`, place)

  const main = join(pgdata, 'postgresql.conf')
  const include = "include 'nang-buoc.conf'"
  const present = await readFile(main, 'utf8')
  if (!present.includes(include)) await replace(main, `${present}\n${include}\n`, place)
}
