/**
 * Before the database tests: two template databases, an empty migrated one and the demo's places with its people, on the
 * server that TEST_DATABASE_URL names, else on one of their own.
 */
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { allJobs } from '#apps/server/jobs.ts'
import { keepLawTexts } from '#apps/server/lawTexts.ts'
import { loadDemoPlaces } from '#features/areas/demoPlaces.ts'
import { loadNation } from '#features/areas/load.ts'
import { addDemoAccounts } from '#features/people/demo/accounts.ts'
import { loadStandards } from '#features/standards/library.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startThrowaway } from '#platform/server/embedded/throwaway.ts'
import { installQueue } from '#platform/server/jobs/install.ts'
import { testDay } from './day.ts'
import { addStranger } from './stranger.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    server: string
    templates: { empty: string; world: string }
  }
}

const urlFor = (server: string, name: string): string => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function fillWorld(url: string): Promise<void> {
  const pool = openPool({ url, asApplication: false, max: 1 })
  const connection = await pool.connect()
  await loadNation(connection, testDay)
  await loadDemoPlaces(connection, testDay)
  await addDemoAccounts(connection)
  await addStranger(connection)
  connection.release()
  await keepLawTexts(pool, loadStandards())
  await pool.end()
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const own = given ? undefined : await startThrowaway()
  const server = given ?? own?.ownerUrl ?? ''
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const templates = { empty: `nb_empty_${process.pid}`, world: `nb_world_${process.pid}` }
  for (const name of Object.values(templates)) {
    await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
    await migrate(urlFor(server, name))
    await installQueue(urlFor(server, name), allJobs)
  }
  await fillWorld(urlFor(server, templates.world))
  project.provide('server', server)
  project.provide('templates', templates)
  return async () => {
    for (const name of Object.values(templates)) await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    await own?.stop()
  }
}
