/**
 * `npm run bench -- malformed --count 20000 --seed 7`: that many malformed requests, from the contracts and from bare
 * sockets, against the program on a throwaway database. Fails on a 500, a 503 that does not say when to come again, an
 * answer that never comes, a program that ended, and where its thread was away for over 0.3 s.
 */
import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { allRoutes } from '#apps/server/routes.ts'
import { type Chance, chanceOf } from '#features/households/demo/chance.ts'
import { loadStandards } from '#features/standards/library.ts'
import { type Known, signedHeaders } from '#test/hostile/calls.ts'
import { fire, fireBytes, isBad, type Outcome } from '#test/hostile/fire.ts'
import { senders } from '#test/hostile/people.ts'
import { malformed } from '#test/hostile/shots.ts'
import { type House, knownOf, openHouse } from './malformed/house.ts'

const atOnce = 10
const longestPauseMs = 300
/** The clock also shows what other programs of the machine took. */
const longestWaitMs = 1_500

type Told = { readonly name: string; readonly outcome: Outcome; readonly ms: number }

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** Sends the next malformed thing of a chance. */
function attacker(house: House, known: Known) {
  const { port, owner } = house
  const endpoints = allRoutes({ library: loadStandards() }).map(({ endpoint }) => endpoint)
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const people = senders(owner)
  return async (chance: Chance): Promise<Told> => {
    const begun = performance.now()
    const done = (name: string, outcome: Outcome): Told => ({ name, outcome, ms: performance.now() - begun })
    const next = malformed(chance, { endpoints, known })
    if ('bytes' in next) return done(`socket ${next.bytes.name}`, await fireBytes(port, next.bytes))
    const { call } = next
    const { signed, forget } = await people.byChance(chance, call.endpoint)
    const outcome = await fire({ port, agent }, call, signedHeaders(signed))
    if (outcome.status === 401 || outcome.text.includes('password_change_first')) forget()
    return done(call.name, outcome)
  }
}

function startProbe(port: number): () => Promise<{ longestMs: number; asked: number; failed: number }> {
  const worker = new Worker(new URL('./malformed/probe.ts', import.meta.url), { workerData: { port } })
  return () =>
    new Promise((resolve) => {
      worker.once('message', resolve)
      worker.postMessage('stop')
    })
}

async function attack(house: House, seed: string, count: number): Promise<Told[]> {
  const send = attacker(house, await knownOf(house.owner))
  const told: Told[] = []
  let next = 0
  const worker = async () => {
    for (let n = next++; n < count && house.child.exitCode === null; n = next++)
      told.push(await send(chanceOf(`${seed} ${n}`)))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return told
}

function counted(told: readonly Told[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { outcome } of told) counts.set(String(outcome.status), (counts.get(String(outcome.status)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort())
}

export async function run(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: String(Date.now()) } },
  })
  print({ bench: 'malformed', seed: values.seed, count: Number(values.count) })
  const house = await openHouse()
  try {
    const before = await house.owner.query('select count(*)::int as lines from audit_line')
    await house.pauses()
    const stopProbe = startProbe(house.port)
    const begun = performance.now()
    const told = await attack(house, values.seed, Number(values.count))
    const seconds = Math.round((performance.now() - begun) / 1000)
    const health = await stopProbe()
    const alive = house.child.exitCode === null
    const pauses = alive ? await house.pauses() : { clockMs: 0, processorMs: 0 }
    const after = await house.owner.query('select count(*)::int as lines from audit_line')
    const bad = told.filter(({ outcome }) => isBad(outcome))
    for (const { name, outcome } of bad.slice(0, 40)) print({ bad: name, ...outcome, text: outcome.text.slice(0, 300) })
    const slowest = told.toSorted((a, b) => b.ms - a.ms).slice(0, 5)
    print({ slowest: slowest.map(({ name, ms }) => `${Math.round(ms)} ms ${name}`) })
    print({ sent: told.length, seconds, statuses: counted(told), written: after.rows[0].lines - before.rows[0].lines })
    print({ alive, bad: bad.length, pauses, health })
    const fine = alive && bad.length === 0 && health.failed === 0
    if (!fine || pauses.processorMs > longestPauseMs || health.longestMs > longestWaitMs) process.exitCode = 1
  } finally {
    await house.close()
  }
  // Sockets that were left on purpose would keep this process.
  process.exit()
}
