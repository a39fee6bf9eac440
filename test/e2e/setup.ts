/** Before the journeys: the demo as `npm run demo` leaves it, loaded once into a template with the keys it was signed by. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadDemo } from '#apps/server/demo.ts'
import { prepare } from '#apps/server/prepare.ts'
import { loadStandards } from '#features/standards/library.ts'
import { clockAt } from '#platform/server/clock.ts'
import { openPool } from '#platform/server/database/open.ts'
import { journeyDay } from './day.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database each, and the folder of the keys that both were prepared with. */
    houses: { demo: string; fresh: string; dataDir: string }
  }
}

async function fill(server: string, name: string, { dataDir, demo }: { dataDir: string; demo: boolean }) {
  const ownerUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const owner = openPool({ url: ownerUrl, asApplication: false, max: 2 })
  const clock = clockAt(journeyDay)
  const library = loadStandards()
  try {
    const keys = await prepare({ owner, ownerUrl, dataDir, clock, library })
    if (demo) await loadDemo({ owner, keys, library, clock })
  } finally {
    await owner.end()
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL names no PostgreSQL server; run the journeys by npm test')
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-journeys-'))
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const houses = { demo: `nb_demo_${process.pid}`, fresh: `nb_fresh_${process.pid}`, dataDir }
  for (const name of [houses.demo, houses.fresh]) {
    await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
    await fill(server, name, { dataDir, demo: name === houses.demo })
  }
  project.provide('houses', houses)
  return async () => {
    for (const name of [houses.demo, houses.fresh]) await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await rm(dataDir, { recursive: true, force: true })
  }
}
