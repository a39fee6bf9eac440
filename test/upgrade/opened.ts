/**
 * An installation of an earlier build, brought to this one as its own start would: its database put back, its key file
 * in its place, then everything that is done before serving, and the server listening.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { buildApp } from '#apps/server/app.ts'
import { openHost } from '#apps/server/host.ts'
import { keyPath } from '#apps/server/keys.ts'
import { prepare } from '#apps/server/prepare.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { openPool } from '#platform/server/database/open.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { cloneOf } from '../database.ts'
import { putBack } from './dump.ts'
import type { Folder } from './folder.ts'

export type Opened = {
  readonly address: string
  /** The owner of the tables: for counting rows and finding lines. */
  readonly owner: pg.Pool
  readonly close: () => Promise<void>
}

async function fill(url: string, { dump }: Folder): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await putBack(client, dump).finally(() => client.end())
}

/** A data folder with the key file where it belongs, for its owner alone. */
function dataDirOf({ keys }: Folder): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'nang-buoc-upgrade-'))
  const path = keyPath(dataDir)
  mkdirSync(join(path, '..'), { mode: 0o700 })
  writeFileSync(path, keys, { mode: 0o600 })
  return dataDir
}

type Undo = () => unknown

/** Starts it step by step; each step says how it is undone. */
async function start(folder: Folder, undo: Undo[]): Promise<Omit<Opened, 'close'>> {
  const database = await cloneOf('template0')
  undo.push(database.drop)
  await fill(database.url, folder)
  const dataDir = dataDirOf(folder)
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const owner = openPool({ url: database.url, asApplication: false, max: 3 })
  undo.push(() => owner.end())
  const clock = { now: () => Date.parse(folder.expected.writtenAt) }
  const library = loadStandards()
  const keys = await prepare({ owner, ownerUrl: database.url, dataDir, clock, library })
  const settings = settingsFrom({ MODE: 'demo', DATA_DIR: dataDir, PUBLIC_URL: 'https://nang-buoc.example' })
  const host = openHost({ clock, keys, settings }, { url: database.url, max: 8 })
  undo.push(() => host.close())
  const app = await buildApp(host, allRoutes({ library }), { pages: process.env.WEB_PAGES })
  undo.push(() => app.close())
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), owner }
}

/** Brings it to this build and serves it, its clock standing at the instant at which it was written. */
export async function openUpgraded(folder: Folder): Promise<Opened> {
  const undo: Undo[] = []
  const close = async () => {
    for (const step of undo.reverse()) await step()
  }
  try {
    return { ...(await start(folder, undo)), close }
  } catch (error) {
    await close()
    throw error
  }
}
