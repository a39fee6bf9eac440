/** The launcher as an office runs it: what it starts again, what it does not, and that no PostgreSQL outlives it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '#platform/server/embedded/port.ts'
import { isAlive } from '#platform/server/embedded/postmaster.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { isReady, pgdataOf } from '../../bench/kills/program.ts'

let dataDir: string
let port: number
let launcher: ChildProcess
let printed = ''

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `nang-buoc-test-${process.pid}-`))
  port = await findFreePort()
})
afterEach(() => void launcher.kill('SIGTERM'))
afterAll(() => discard(dataDir))

function launch(env: Record<string, string> = {}): void {
  const own = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '', APP_DATABASE_URL: '' }
  launcher = spawn(process.execPath, ['launch.mjs', 'start'], { env: { ...process.env, ...own, ...env } })
  printed = ''
  for (const stream of [launcher.stdout, launcher.stderr]) stream?.on('data', (part) => (printed += part))
}

const ended = () => new Promise<number | null>((done) => launcher.once('exit', (code) => done(code)))

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const begun = Date.now(); Date.now() - begun < 60_000; await sleep(50)) {
    const seen = await look().catch(() => undefined)
    if (seen) return seen
  }
  throw new Error(`${what}: not within a minute\n${printed}`)
}

const parentOf = async (pid: string) =>
  Number((await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ')[1])

/** The process of the server under the launcher. */
const server = () =>
  until('the server', async () => {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)))
      if ((await parentOf(pid)) === launcher.pid) return Number(pid)
    return undefined
  })

/** Every PostgreSQL process of the data folder. */
async function postgres(): Promise<string[]> {
  const pgdata = await realpath(await pgdataOf(dataDir))
  const pids = await readdir('/proc')
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => places[index] === pgdata)
}

/** A rejected promise that nobody listens to, in the server alone, soon after each start. */
const faulty = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    "if (process.argv[1]?.endsWith('main.ts')) setTimeout(() => Promise.reject(new Error('nobody caught this')), 200)",
  )}`,
}

describe('the launcher', () => {
  it('starts a killed server again, and when it is killed itself, nothing is left', async () => {
    launch()
    await until('ready', () => isReady(port))
    const first = await server()
    // Whoever read what is printed goes away, as the end of `npm start | head`: that ends nothing.
    launcher.stdout?.destroy()
    process.kill(first, 'SIGKILL')
    await until('the sentence', async () => printed.includes('it starts again in 0.5 s'))
    await until('ready again', () => isReady(port))
    const second = await server()
    expect(second).not.toBe(first)
    launcher.kill('SIGKILL')
    await until('the end of the server', async () => !isAlive(second))
    expect(await postgres()).toEqual([])
  })

  it('gives up after five faults within a minute, and says so', async () => {
    launch(faulty)
    expect(await ended()).toBe(70)
    expect(printed.match(/nobody caught this/g)).toHaveLength(5)
    expect(printed).toContain('ended with a fault 5 times within a minute')
    expect(printed).toContain('gặp lỗi 5 lần trong một phút')
    expect(await postgres()).toEqual([])
  })

  it('stops what a killed server left, and ends when told so in the pause before another start', async () => {
    launch()
    await until('ready', () => isReady(port))
    process.kill(await server(), 'SIGKILL')
    await until('the sentence', async () => printed.includes('it starts again in 0.5 s'))
    launcher.kill('SIGINT')
    expect(await ended()).toBe(0)
    expect(await postgres()).toEqual([])
  })

  it('does not start again what a person must mend', async () => {
    launch({ PORT: 'cổng' })
    expect(await ended()).toBe(1)
    expect(printed.trim().split('\n')).toHaveLength(2)
  })
})
