/** The database killed under the running program while Mai's surveys arrive. `npm run bench -- kills` does it 30 times. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openPool } from '#platform/server/database/open.ts'
import { embeddedMajor } from '#platform/server/embedded/binaries.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { addGround } from '../bench/api/ground.ts'
import type { Kind } from '../bench/kills/kill.ts'
import { ownerUrlIn, type Program, pgdataOf, startProgram } from '../bench/kills/program.ts'
import { killOnce, type Load } from '../bench/kills/rounds.ts'

let dataDir: string
let owner: pg.Pool
let program: Program
let load: Load
let stopOlder = async () => {}

/** The PostgreSQL that the tests run on: its version, and where its programs are. */
async function testedPostgres(): Promise<{ major: number; bin: string }> {
  const client = new pg.Client({ connectionString: inject('server') })
  await client.connect()
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as major, setting as bin from pg_config where name = 'BINDIR'`,
  )
  await client.end()
  return rows[0]
}

/** The program with the database it brings along; where an older one is tested, with one of that version of our own. */
async function startOn({ major, bin }: { major: number; bin: string }): Promise<Program> {
  if (major === embeddedMajor) return startProgram(dataDir, null)
  const older = await startEmbedded({ dataDir, log: () => {}, binaries: { major, bin } })
  stopOlder = older.stop
  return startProgram(dataDir, older.ownerUrl)
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-test-${process.pid}-`))
  program = await startOn(await testedPostgres())
  owner = openPool({ url: await ownerUrlIn(dataDir), asApplication: false, max: 2 })
  const formHash = await addGround(owner)
  load = { program, victim: { pgdata: await pgdataOf(dataDir), owner }, formHash, connections: 8, loadMs: 300 }
})
afterAll(async () => {
  await owner?.end()
  await program?.stop()
  await stopOlder()
  await discard(dataDir)
})

const kinds: Kind[] = ['terminated backend', 'killed backend', 'postmaster', 'family']

it.each(kinds)('nothing acknowledged is lost or comes twice, and the program lives on: %s', async (kind) => {
  const told = await killOnce(kind, load)
  expect(told).toMatchObject({ lost: 0, twice: 0, changed: 0, wrong: [], brokenOff: 0 })
  expect(told.acknowledged).toBeGreaterThan(load.connections)
})
