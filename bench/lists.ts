/**
 * Every list and page of the register and its rounds, at a million households, as each kind of actor: ours under row
 * security beside the same SQL alone, asked of the same server as the tables' owner, one after the other. JSON lines; the
 * last says what misses an aim (50 ms for 95 in a hundred, 1.5 times the SQL alone) and how busy the machine was.
 *
 * BENCH_HOUSEHOLDS (50,000; a whole nation's is 1,000,000) sizes the ground; BENCH_GROUND names a folder that keeps it,
 * so that the next run begins at once; BENCH_ONLY is a pattern over readings, BENCH_TIMES how often each is asked (30),
 * BENCH_EXPLAIN=20 prints the plan of what took longer than so many milliseconds, as the database itself tells it (the
 * times of such a run bear the cost of telling).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { allJobs } from '#apps/server/jobs.ts'
import { systemClock, todayOf } from '#platform/server/clock.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { installQueue } from '#platform/server/jobs/install.ts'
import { type ActorName, cookieOf } from './lists/actors.ts'
import { addGround, sizeMade } from './lists/ground.ts'
import { type Reading, readingsOf } from './lists/readings.ts'
import type { Call } from './lists/server.ts'
import { sizeOf } from './lists/size.ts'

const wanted = Number(process.env['BENCH_HOUSEHOLDS'] ?? 50_000)
const kept = process.env['BENCH_GROUND']
const only = new RegExp(process.env['BENCH_ONLY'] ?? '')
const times = Number(process.env['BENCH_TIMES'] ?? 30)
const warmUp = 3
/** 95 in a hundred within so many milliseconds, at most so many times what the SQL alone takes. */
const [aimMs, mostRatio] = [50, 1.5]
/** A reading that takes this long altogether is not asked again. */
const longestMs = 8_000

type Program = { readonly child: ChildProcess; readonly port: number }
type Asked = { readonly path: string; readonly as: ActorName }
type Reply = { readonly status: number; readonly body: string }
type Row = {
  reading: string
  as: ActorName
  rows: number | string
  least: number
  p50: number
  p95: number
  aloneLeast: number
  alone50: number
  alone95: number
  ratio: number
  statements: number
  slowest: string
}

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function start(url: string, more: Record<string, string> = {}): Promise<Program> {
  const child = fork(join(import.meta.dirname, 'lists', 'server.ts'), {
    env: { ...process.env, ...more, BENCH_URL: url },
  })
  return new Promise((done, reject) => {
    child.once('message', (told) => done({ child, port: (told as { port: number }).port }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

const agent = new Agent({ keepAlive: true })

const ask = ({ port }: Program, { path, as }: Asked): Promise<Reply> =>
  new Promise((done, reject) => {
    const headers = { cookie: cookieOf(as) }
    request({ host: '127.0.0.1', port, path, agent, headers }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('end', () => done({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString() }))
    })
      .on('error', reject)
      .end()
  })

/** What the server has answered since it was asked last. */
const callsOf = ({ child }: Program): Promise<Call[]> =>
  new Promise((done) => {
    child.once('message', (told) => done((told as { calls: Call[] }).calls))
    child.send('calls?')
  })

const round = (ms: number): number => Math.round(ms * 10) / 10
const at = (calls: readonly Call[], share: number): number => {
  const sorted = calls.map(({ ms }) => ms).sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

/** The longest list in an answer. */
function rowsIn({ status, body }: Reply): number | string {
  const answer = JSON.parse(body)
  if (status !== 200) return `${status} ${answer.code}`
  const lists = Object.values(answer).filter(Array.isArray)
  return lists.length > 0 ? Math.max(...lists.map((list) => list.length)) : 1
}

/** Why a reading misses its aims; null where it meets both. Ratios of the shortest readings say nothing. */
function missed({ p50, p95, ratio }: Row): string | null {
  const ratioMissed = ratio > mostRatio && p50 > 10
  if (p95 <= aimMs && !ratioMissed) return null
  return [...(p95 > aimMs ? [`p95 ${p95} ms`] : []), ...(ratioMissed ? [`ratio ${ratio}`] : [])].join(', ')
}

/** Of the statement that takes the most time, its mean and its beginning. */
function slowestOf(calls: readonly Call[]): string {
  const sums = new Map<string, number>()
  for (const { text, ms } of calls.flatMap(({ statements }) => statements)) sums.set(text, (sums.get(text) ?? 0) + ms)
  const [text = '', ms = 0] = [...sums].sort((a, b) => b[1] - a[1])[0] ?? []
  return `${round(ms / calls.length)} ms: ${text.replace(/\s+/g, ' ').trim().slice(0, 90)}`
}

/** Asked in turns, so that whatever else the machine does meets both alike. */
async function measure(ours: Program, alone: Program, asked: Asked): Promise<Omit<Row, 'reading'>> {
  const first = await ask(ours, asked)
  const turns = first.status === 200 ? times : 1
  for (let n = 0; n < warmUp; n++) for (const program of [ours, alone]) await ask(program, asked)
  for (const program of [ours, alone]) await callsOf(program)
  const begun = performance.now()
  for (let n = 0; n < turns && (n < 5 || performance.now() - begun < longestMs); n++)
    for (const program of [ours, alone]) await ask(program, asked)
  const [own, bare] = [await callsOf(ours), await callsOf(alone)]
  const [p50, alone50] = [at(own, 0.5), at(bare, 0.5)]
  const of = { least: at(own, 0), p50, p95: at(own, 0.95) }
  const ofBare = { aloneLeast: at(bare, 0), alone50, alone95: at(bare, 0.95), ratio: round(p50 / alone50) }
  const statements = own[0]?.statements.length ?? 0
  return { as: asked.as, rows: rowsIn(first), ...of, ...ofBare, statements, slowest: slowestOf(own) }
}

async function measureAll(ours: Program, alone: Program, readings: readonly Reading[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, path, as: actors } of readings)
    for (const as of only.test(name) ? actors : []) {
      const row = { reading: name, ...(await measure(ours, alone, { path, as })) }
      print({ bench: 'lists', ...row })
      rows.push(row)
    }
  return rows
}

async function benchOn(url: string): Promise<void> {
  await migrate(url)
  await installQueue(url, allJobs)
  const owner = openPool({ url, asApplication: false, max: 2 })
  const made = await sizeMade(owner)
  if (made === null) await addGround(owner, sizeOf(wanted), new Date())
  await owner.end()
  const programs = [await start(url), await start(url, { BENCH_ALONE: '1' })] as const
  try {
    const size = sizeOf(made ?? wanted)
    print({ bench: 'lists', households: size.households, communes: size.communes.length })
    const rows = await measureAll(...programs, readingsOf(size, todayOf(systemClock)))
    const within = (of: (row: Row) => number, most: number) => rows.filter((row) => of(row) <= most).length
    const misses = rows.flatMap((row) => missed(row) && `${row.reading}, ${row.as}: ${missed(row)}`)
    print({
      bench: 'lists',
      of: rows.length,
      p50Within: within(({ p50 }) => p50, aimMs),
      p95Within: within(({ p95 }) => p95, aimMs),
      aloneP95Within: within(({ alone95 }) => alone95, aimMs),
      ratioWithin: within(({ ratio }) => ratio, mostRatio),
      load: loadavg().map(round),
      misses: misses.filter(Boolean),
    })
  } finally {
    for (const { child } of programs) {
      child.removeAllListeners('exit')
      child.kill()
    }
  }
}

export async function run(): Promise<void> {
  const dataDir = kept ? resolve(kept) : await mkdtemp(join(tmpdir(), 'nang-buoc-bench-'))
  const database = await startEmbedded({ dataDir, log: () => {}, settings: { max_wal_size: '1GB' } })
  if (kept) console.error(`the ground is kept in ${dataDir} (BENCH_GROUND)`)
  try {
    await benchOn(database.ownerUrl)
  } finally {
    await database.stop()
    if (!kept) await discard(dataDir)
  }
}

if (import.meta.main) await run()
