/**
 * A week of phones with bad lines, dying batteries and wrong clocks, against the program and its database, with the phone's
 * own files: `docs/model.md`. `npm run soak` runs many seeds of the full size.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keyPath } from '#apps/server/keys.ts'
import { openPool } from '#platform/server/database/open.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { openKeys } from '#platform/server/keys/keys.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { bundlePhone, type Patch } from './model/device/bundle.ts'
import { faults, nextRelease } from './model/faults.ts'
import { type Plan, runModel } from './model/run.ts'
import { openServer, type Server } from './model/server.ts'

let dataDir: string
let database: TestDatabase
let owner: pg.Pool
let server: Server

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-test-${process.pid}-`))
  database = await cloneDatabase('world')
  owner = openPool({ url: database.url, asApplication: false, max: 2 })
  server = await openServer({ dataDir, databaseUrl: database.url })
})
afterAll(async () => {
  await server?.stop()
  await owner?.end()
  await database?.drop()
  await discard(dataDir)
})

async function run(plan: Plan, patches: readonly Patch[] = []) {
  const script = await bundlePhone(patches)
  const next = await bundlePhone([...patches, nextRelease])
  return runModel(plan, { server, owner, keys: openKeys(keyPath(dataDir)), script, next })
}

/** The same seed, the same week, as far as it is in our hands: MODEL_SEED and MODEL_OPERATIONS run another. */
const seed = Number(process.env.MODEL_SEED ?? 11)
const operations = Number(process.env.MODEL_OPERATIONS ?? 120)

it(`loses nothing and takes nothing twice: seed ${seed}`, { timeout: 600_000 }, async () => {
  const told = await run({ seed, part: 1, devices: 50, people: 40, operations, trouble: 0.25, kills: 1 })
  console.log(JSON.stringify({ seed, ...told }))
  expect(told.broken).toEqual([])
  expect(told.operations).toBeGreaterThanOrEqual(operations)
})

it.each(faults.map((fault, n) => ({ ...fault, part: n + 2 })))(
  'catches a planted fault: $name',
  { timeout: 300_000 },
  async ({ patches, plant, caughtBy, part }) => {
    const uproot = await plant?.(owner)
    // Many phones of few people: they meet at the same households.
    const plan = { seed, part, devices: 8, people: 2, operations: 200, trouble: 0.5, kills: 0 }
    const { broken } = await run(plan, patches).finally(() => uproot?.())
    expect(new Set(broken.map(({ invariant }) => invariant))).toContain(caughtBy)
  },
)
