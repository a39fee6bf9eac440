import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { StartFailure } from './failure.ts'
import { findPostmaster } from './postmaster.ts'
import { type Embedded, startEmbedded, stopAbandoned } from './supervisor.ts'

// A start copies 60 MB once and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const log: string[] = []
let dataDir: string
let running: Embedded | undefined

const start = async () => {
  running = await startEmbedded({ dataDir, log: (line) => log.push(line) })
  return running
}

/** As root the cluster lives elsewhere, at the place written to LOCATION. */
const placeOf = async () => {
  const outside = (await readFile(join(dataDir, 'LOCATION'), 'utf8').catch(() => '')).trim()
  return outside || join(dataDir, 'postgres')
}
const pgdata = async () => join(await placeOf(), 'cluster')

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

const settled = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (let round = 0; round < 100; round++) {
    const seen = await look().catch(() => undefined)
    if (seen !== undefined) return seen
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('did not settle within 10 s')
}

// Named as a throwaway: what a killed run leaves, the next run sweeps away.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-test-${process.pid}-`))
  const { ownerUrl } = await start()
  await ask(ownerUrl, `create table kept (word text); insert into kept values ('Mai đã nhập')`)
  await running?.stop()
})

afterEach(async () => {
  await running?.stop()
  running = undefined
})

afterAll(async () => {
  const place = await placeOf()
  await rm(place, { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
})

describe('a database on this machine alone', () => {
  test('lets nobody in by a role that can log in but has no password', async () => {
    const { ownerUrl } = await start()
    await ask(ownerUrl, 'create role nb_passwordless login')
    const url = new URL(ownerUrl)
    url.username = 'nb_passwordless'
    for (const password of ['', 'nb_passwordless']) {
      url.password = password
      await expect(ask(url.href, 'select 1')).rejects.toThrow(/password/)
    }
  })

  test('keeps what was written, durably, and hands it to the next start', async () => {
    const { ownerUrl } = await start()
    expect(await ask(ownerUrl, 'select word from kept')).toEqual([{ word: 'Mai đã nhập' }])
    const settings = `select name, setting from pg_settings where name in
      ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding') order by name`
    expect(await ask(ownerUrl, settings)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
  })

  test('finds its place and its password where an editor of Windows has saved their files', async () => {
    const files = [join(dataDir, 'LOCATION'), join(await pgdata(), 'nang-buoc-owner-password')]
    for (const file of files) {
      const text = await readFile(file, 'utf8').catch(() => undefined)
      if (text !== undefined) await writeFile(file, `\uFEFF${text.trim()}\r\n`)
    }
    const { ownerUrl } = await start()
    expect(await ask(ownerUrl, 'select word from kept')).toHaveLength(1)
  })

  test('knows Vietnamese letters and their order', async () => {
    const { ownerUrl } = await start()
    const order = `select string_agg(name, ' ' order by name collate "vi-x-icu") as names
      from unnest(array['Đông', 'Dũng', 'Ân', 'An', 'Ất']) as name`
    expect(await ask(ownerUrl, order)).toEqual([{ names: 'An Ân Ất Dũng Đông' }])
    expect(await ask(ownerUrl, `select lower('ĐẶNG ƯỚC') as low`)).toEqual([{ low: 'đặng ước' }])
    await ask(ownerUrl, 'create extension if not exists pg_trgm')
    const [trigrams] = await ask<{ words: string[] }>(ownerUrl, `select show_trgm('Đặng') as words`)
    expect(trigrams?.words.length).toBe(5)
  })

  test('opens to nobody without the password', async () => {
    const { ownerUrl } = await start()
    const url = new URL(ownerUrl)
    url.password = 'guess'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    const file = await stat(join(await pgdata(), 'nang-buoc-owner-password'))
    expect(file.mode & 0o777).toBe(0o600)
  })
})

describe('after a kill', () => {
  test('a server killed under a running program comes back on the same address', async () => {
    const { ownerUrl } = await start()
    const before = await findPostmaster(await pgdata())
    process.kill(before?.pid ?? 0, 'SIGKILL')
    await settled(async () => {
      const now = await findPostmaster(await pgdata())
      return now && now.pid !== before?.pid ? now : undefined
    })
    expect(await settled(() => ask(ownerUrl, 'select word from kept'))).toHaveLength(1)
    expect(log.join()).toContain('PostgreSQL ended unexpectedly')
  })

  test('a pid file whose number now belongs to a stranger does not stop the start', async () => {
    await start()
    const file = join(await pgdata(), 'postmaster.pid')
    const stale = (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid))
    await running?.stop()
    await writeFile(file, stale)
    const { ownerUrl } = await start()
    expect(await ask(ownerUrl, 'select word from kept')).toHaveLength(1)
  })

  test('what a start that was killed left half made is swept away', async () => {
    const halves = ['cluster.new-0badcafe', 'cluster.new-0badcafe.pw', 'pgsql-18.4.0.new-0badcafe']
    for (const name of halves) await mkdir(join(await placeOf(), name))
    await start()
    expect((await readdir(await placeOf())).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test('a server that its program still holds is not stopped as abandoned', async () => {
    await start()
    await stopAbandoned(dataDir)
    expect(await findPostmaster(await pgdata())).toBeDefined()
  })
})

describe('refuses, with nothing damaged,', () => {
  test('a second start on the same folder, and says who holds it', async () => {
    const { ownerUrl } = await start()
    const second = startEmbedded({ dataDir, log: () => {} })
    await expect(second).rejects.toThrow(StartFailure)
    await expect(second).rejects.toThrow(new RegExp(`in use by process ${process.pid}`))
    expect(await ask(ownerUrl, 'select word from kept')).toHaveLength(1)
  })

  test('data of a newer PostgreSQL', async () => {
    const version = join(await pgdata(), 'PG_VERSION')
    await writeFile(version, '19\n')
    await expect(start()).rejects.toThrow(/made by PostgreSQL 19/)
    await writeFile(version, '18\n')
    const { ownerUrl } = await start()
    expect(await ask(ownerUrl, 'select word from kept')).toHaveLength(1)
  })

  test('a data folder that is a file', async () => {
    const file = join(dataDir, 'a-file')
    await writeFile(file, 'not a folder')
    await expect(startEmbedded({ dataDir: file, log: () => {} })).rejects.toThrow(/Cannot write to/)
    expect(await readFile(file, 'utf8')).toBe('not a folder')
  })
})
