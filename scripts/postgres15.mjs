// A private PostgreSQL 15 for tests, the oldest the program supports. Runs on Node 24.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startThrowaway } from '../src/platform/server/embedded/throwaway.ts'
import { installDebian } from './debian.mjs'
import { Refusal } from './launcher.mjs'

const debianFolder = '/usr/lib/postgresql/15/bin'

/** Folder of PostgreSQL 15's programs (POSTGRES15_BIN, else Debian's), fetched where it can be. */
export function getPostgres15() {
  const bin = process.env.POSTGRES15_BIN ?? debianFolder
  const isThere = () => existsSync(join(bin, 'initdb'))
  if (!isThere() && bin === debianFolder) installDebian('postgresql-15')
  if (isThere()) return { bin, major: 15 }
  throw new Refusal(
    `Thiếu PostgreSQL 15 trong ${bin}; hãy cài gói postgresql-15 hoặc đặt POSTGRES15_BIN.`,
    `PostgreSQL 15 is missing in ${bin}; install the package postgresql-15 or set POSTGRES15_BIN.`,
  )
}

/** Starts a throwaway PostgreSQL 15: `ownerUrl` and `stop()`, which removes every file of it. */
export const startPostgres15 = () => startThrowaway({ binaries: getPostgres15() })

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const server = await startPostgres15()
  console.log(server.ownerUrl)
  const alive = setInterval(() => {}, 60_000)
  const end = async () => {
    clearInterval(alive)
    await server.stop()
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}
