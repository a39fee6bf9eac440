/**
 * Sending surveys: ours (session, checks, two verdicts, extracted columns, row security, command, audit)
 * against the floor program and against plain PostgreSQL, in one run, at 1, 8 and 32 connections, with none and a
 * million held; and as phones bring them home, fifty to a request. JSON lines. Aims: half the floor, 2 ms of processor,
 * 3 prepared round trips at most, flat. BENCH_HELD changes the million, BENCH_COUNT the surveys a connection count is
 * measured with.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { migrate } from '#platform/server/database/migrate.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { newId } from '#platform/server/ids.ts'
import { addCases, addGround, addHeld, batchOf, type Case, sendingOf, settle } from './api/ground.ts'
import { type Measured, measure, type Sending, send, sender, type Target } from './api/load.ts'
import { survey } from './api/survey.ts'

const held = Number(process.env['BENCH_HELD'] ?? 1_000_000)
const count = Number(process.env['BENCH_COUNT'] ?? 4000)
const warmUp = 500
const levels = [1, 8, 32]

type Program = { readonly child: ChildProcess; readonly port: number }
type Ground = { owner: pg.Pool; postmaster: number; formHash: string; ours: Program; floor: Program }

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function start(file: string, url: string): Promise<Program> {
  const child = fork(join(import.meta.dirname, 'api', file), { env: { ...process.env, BENCH_URL: url } })
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve({ child, port: (told as { port: number }).port }))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
}

let used = 1

async function measureOurs(
  ground: Ground,
  connections: number,
  total: number,
): Promise<Measured & { roundTrips: number }> {
  const { owner, ours, formHash, postmaster } = ground
  const cases = await addCases(owner, used, total)
  used += total
  await settle(owner)
  const sendings = cases.map((one, n) => sendingOf(formHash, one, n))
  const send = sender(ours.port, connections)
  const target: Target = { server: ours.child.pid ?? 0, postmaster }
  const before = await askedBy(ours)
  const measured = await measure(target, { connections, count: total }, (n) =>
    send(sendings[n] ?? sendingOf('', cases[0] as Case, n)),
  )
  return { ...measured, roundTrips: Math.round(((await askedBy(ours)) - before) / total) }
}

const inBatch = 50

/** As phones bring them home that were away: fifty to a request. What is said of time is of a request. */
async function measureBatches(ground: Ground, connections: number, total: number) {
  const { owner, ours, formHash, postmaster } = ground
  const cases = await addCases(owner, used, total)
  used += total
  await settle(owner)
  const sendings = cases.map((one, n) => sendingOf(formHash, one, n))
  const batches = Array.from({ length: total / inBatch }, (_, n) =>
    batchOf(sendings.slice(n * inBatch, (n + 1) * inBatch)),
  )
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const target: Target = { server: ours.child.pid ?? 0, postmaster }
  const before = await askedBy(ours)
  const { perSecond, p50, p95, ...cpu } = await measure(target, { connections, count: batches.length }, async (n) => {
    const { status, body } = await send(ours.port, agent, batches[n] as Sending)
    const told: { status: number }[] = status === 200 ? JSON.parse(body).items : []
    if (told.length !== inBatch || told.some((one) => one.status !== 200))
      throw new Error(`${status}: ${body.slice(0, 500)}`)
  })
  const each = (ms: number) => Math.round((ms / inBatch) * 100) / 100
  const spent = { cpuMs: each(cpu.cpuMs), programMs: each(cpu.programMs), databaseMs: each(cpu.databaseMs) }
  const asked = Math.round((((await askedBy(ours)) - before) / total) * 100) / 100
  print({
    bench: 'api',
    batchesOf: inBatch,
    connections,
    surveys: total,
    perSecond: perSecond * inBatch,
    p50,
    p95,
    ...spent,
    asked,
  })
}

/** How often our server has asked its database so far. */
const askedBy = ({ child }: Program): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (told) => resolve((told as { asked: number }).asked))
    child.send('asked?')
  })

async function measureFloor(ground: Ground, connections: number, total: number): Promise<Measured> {
  const bodies = Array.from({ length: total }, (_, n) => {
    const body = JSON.stringify({ surveyId: newId(), householdId: newId(), ...survey(ground.formHash, n) })
    return { path: '/', headers: { 'content-type': 'application/json' }, body }
  })
  const send = sender(ground.floor.port, connections)
  const target = { server: ground.floor.child.pid ?? 0, postmaster: ground.postmaster }
  return measure(target, { connections, count: total }, (n) => send(bodies[n] as (typeof bodies)[number]))
}

/** The same row by the same prepared statement, without any HTTP between. */
async function measurePlain(
  ground: Ground,
  url: string,
  { connections, total }: { connections: number; total: number },
) {
  const pool = openPool({ url, asApplication: false, max: connections })
  const text = 'insert into floor_survey (id, household_id, document) values ($1, $2, $3) on conflict do nothing'
  const bodies = Array.from({ length: total }, (_, n) => JSON.stringify(survey(ground.formHash, n)))
  await Promise.all(Array.from({ length: connections }, () => pool.query('select pg_sleep(0.05)')))
  const target = { server: process.pid, postmaster: ground.postmaster }
  const measured = await measure(target, { connections, count: total }, async (n) => {
    await pool.query({ name: 'plain', text, values: [newId(), newId(), bodies[n]] })
  })
  await pool.end()
  return measured
}

async function measureAll(ground: Ground, url: string, inHand: number): Promise<Map<number, number>> {
  const rates = new Map<number, number>()
  for (const connections of levels) {
    const total = connections === 1 ? Math.ceil(count / 3) : count
    const floor = await measureFloor(ground, connections, total)
    const plain = await measurePlain(ground, url, { connections, total })
    const ours = await measureOurs(ground, connections, total)
    rates.set(connections, ours.perSecond)
    const share = (part: number, whole: number) => Math.round((part / whole) * 100) / 100
    const ratios = { toFloor: share(ours.perSecond, floor.perSecond), toPlain: share(ours.perSecond, plain.perSecond) }
    print({ bench: 'api', held: inHand, connections, surveys: total, ours, floor, plain, ...ratios })
  }
  return rates
}

async function bytesPerSurvey(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ bytes: number; n: number }>(
    `select sum(pg_total_relation_size(t::regclass))::bigint as bytes, (select count(*) from survey) as n
       from unnest(array['survey', 'verdict', 'command', 'audit_line']) t`,
  )
  return Math.round((rows[0]?.bytes ?? 0) / (rows[0]?.n ?? 1))
}

async function benchOn(url: string): Promise<void> {
  await migrate(url)
  const owner = openPool({ url, asApplication: false, max: 4 })
  const formHash = await addGround(owner)
  const { rows } = await owner.query("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid")
  const [ours, floor] = [await start('server.ts', url), await start('floor.ts', url)]
  const ground = { owner, postmaster: rows[0].pid, formHash, ours, floor }
  try {
    await measureFloor(ground, 8, warmUp)
    await measureOurs(ground, 8, warmUp)
    const empty = await measureAll(ground, url, 0)
    await measureBatches(ground, 1, inBatch * 8)
    for (const connections of [1, 4]) await measureBatches(ground, connections, inBatch * Math.ceil(count / inBatch))
    print({ bench: 'api', databaseBytesPerSurvey: await bytesPerSurvey(owner) })
    await addHeld(owner, held)
    const full = await measureAll(ground, url, held)
    const flat = levels.map((c) => [c, Math.round(((full.get(c) ?? 0) / (empty.get(c) ?? 1)) * 100) / 100])
    print({ bench: 'api', held, rateAgainstNoneHeld: Object.fromEntries(flat) })
  } finally {
    for (const { child } of [ours, floor]) {
      child.removeAllListeners('exit')
      child.kill()
    }
    await owner.end()
  }
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-bench-'))
  const database = await startEmbedded({ dataDir, log: () => {} })
  try {
    await benchOn(database.ownerUrl)
  } finally {
    await database.stop()
    await discard(dataDir)
  }
}

if (import.meta.main) await run()
