import { mkdtemp, readdir, readFile, readlink, realpath, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pauseAfter } from './keep.ts'
import { findPostmaster } from './postmaster.ts'
import { type Embedded, startEmbedded } from './supervisor.ts'

// A start copies 60 MB once and a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

let log: string[] = []
let dataDir: string
let pgdata: string
let server: Embedded

const start = async () => {
  server = await startEmbedded({ dataDir, log: (line) => log.push(line) })
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-test-${process.pid}-`))
  await start()
  const outside = (await readFile(join(dataDir, 'LOCATION'), 'utf8').catch(() => '')).trim()
  pgdata = await realpath(join(outside || join(dataDir, 'postgres'), 'cluster'))
  await ask(`create table kept (word text); insert into kept values ('Mai đã nhập')`)
  await server.stop()
})

beforeEach(async () => {
  await start()
  log = []
})
afterEach(() => server.stop())
afterAll(async () => {
  await rm(join(pgdata, '..'), { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
})

async function ask(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.ownerUrl, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(text)).rows
  } finally {
    client.end().catch(() => {})
  }
}

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (const begun = Date.now(); Date.now() - begun < 60_000; await sleep(50)) {
    const seen = await look().catch(() => undefined)
    if (seen) return seen
  }
  throw new Error(`did not come within a minute; the supervisor said:\n${log.join('\n')}`)
}

const isBack = () => until(async () => (await ask('select word from kept'))[0]?.word === 'Mai đã nhập')
const says = (words: string) => until(async () => log.join('\n').includes(words))
const timesSaid = (words: string) => log.join('\n').split(words).length - 1

const postmaster = async () => (await until(() => findPostmaster(pgdata))).pid

/** The postmaster and all its workers. */
async function family(): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => places[index] === pgdata)
}

const send = (name: NodeJS.Signals, pids: readonly number[]) => {
  for (const pid of pids) process.kill(pid, name)
}

describe('a database that dies under the program', () => {
  test('comes back however often it is killed, in the middle of its recovery too', async () => {
    for (let round = 0; round < 5; round++) send('SIGKILL', [await postmaster()])
    await isBack()
    send('SIGKILL', [await postmaster()])
    await isBack()
  })

  test('comes back when every process of it is killed at once', async () => {
    const before = await family()
    expect(before.length).toBeGreaterThan(3)
    send('SIGKILL', before)
    await says('PostgreSQL runs again')
    await isBack()
  })

  test('comes back when its hold alone is ended', async () => {
    const before = await postmaster()
    await ask(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`)
    await says('PostgreSQL runs again')
    expect(await postmaster()).toBe(before)
  })

  test('is tried until it can start again, and each reason is said once', async () => {
    const control = join(pgdata, 'global', 'pg_control')
    await rename(control, `${control}.away`)
    send('SIGKILL', [await postmaster()])
    await says('could not open file')
    await sleep(1500)
    await rename(`${control}.away`, control)
    await isBack()
    expect(timesSaid('could not open file')).toBe(1)
    expect(timesSaid('PostgreSQL ended unexpectedly')).toBe(1)
  })

  test('waits for its port while another program sits on it', async () => {
    const port = Number(new URL(server.ownerUrl).port)
    // The supervisor may be just calling the server that was killed: who is not answered would keep this one open for ever.
    const another = createServer((caller) => caller.destroy())
    // Where the supervisor was the quicker one, the new server is killed as well.
    await until(async () => {
      send('SIGKILL', await family())
      for (let tries = 0; tries < 20; tries++) {
        const sits = await new Promise<boolean>((resolve) => {
          another.removeAllListeners('error').once('error', () => resolve(false))
          another.listen(port, '127.0.0.1', () => resolve(true))
        })
        if (sits) return true
        await sleep(2)
      }
      return false
    })
    await says(`Port ${port} of the database is taken`)
    await new Promise((done) => another.close(done))
    await isBack()
  })

  test('is tried at growing distances', () => {
    expect([1, 2, 3, 8, 9, 1000].map(pauseAfter)).toEqual([200, 400, 800, 25_600, 30_000, 30_000])
  })
})

describe('a database that stands still', () => {
  test('is left alone, and goes on when it is let go', async () => {
    const all = await family()
    send('SIGSTOP', all)
    await expect(ask('select 1')).rejects.toThrow(/timeout/)
    send('SIGCONT', all)
    await isBack()
    expect(log).toEqual([])
    expect((await family())[0]).toBe(all[0])
  })

  test('can be stopped', async () => {
    send('SIGSTOP', await family())
    await server.stop()
    expect(await family()).toEqual([])
  })
})

describe('stopping', () => {
  test('ends the tries to bring a database back', async () => {
    const control = join(pgdata, 'global', 'pg_control')
    await rename(control, `${control}.away`)
    send('SIGKILL', [await postmaster()])
    await says('could not open file')
    await server.stop()
    await rename(`${control}.away`, control)
    await sleep(1000)
    expect(await family()).toEqual([])
  })

  test('in the middle of a recovery leaves nothing behind', async () => {
    send('SIGKILL', await family())
    await says('PostgreSQL ended unexpectedly')
    await server.stop()
    expect(await family()).toEqual([])
  })
})
