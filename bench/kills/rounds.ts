/** The program under a load of surveys, and its database killed again and again: what was lost, what came twice. */
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { addCases, sendingOf } from '../api/ground.ts'
import type { Sending } from '../api/load.ts'
import { checkHeld, type Held } from './check.ts'
import { type Kind, kill, type Victim } from './kill.ts'
import { type Outbox, openOutbox, resend } from './outbox.ts'
import { isReady, type Program } from './program.ts'

export type Told = Held & {
  readonly kind: Kind
  /** Milliseconds from the kill until the program says that it is ready, and until the next survey is acknowledged. */
  readonly readyMs: number
  readonly surveyMs: number
  readonly acknowledged: number
  readonly putOff: number
  readonly brokenOff: number
  /** Commands sent once more and answered otherwise than before. */
  readonly changed: number
  readonly wrong: readonly string[]
}

export type Load = {
  readonly program: Program
  readonly victim: Victim
  readonly formHash: string
  readonly connections: number
  /** How long surveys are sent before the kill. */
  readonly loadMs: number
}

const patienceMs = 60_000
/** More than can be sent around one kill. */
const casesAtOnce = 2_500
const resent = 25

/** Its process ended, and may have been started again by nobody. */
export class ProgramDied extends Error {}

/** Milliseconds until a thing is there; throws where it does not come within a minute, or the program dies. */
async function timeUntil(program: Program, what: string, there: () => boolean | Promise<boolean>): Promise<number> {
  const begun = performance.now()
  while (!(await there())) {
    if (!program.isAlive()) throw new ProgramDied(`the program died:\n${program.printed()}`)
    if (performance.now() - begun > patienceMs) throw new Error(`${what}: not within a minute`)
    await sleep(20)
  }
  return Math.round(performance.now() - begun)
}

/** What the arranging asks while the database comes back is asked again. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const begun = Date.now(); ; await sleep(100)) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() - begun > patienceMs) throw error
    }
  }
}

let made = 0

/** Numbers whose answer was lost are not used again. */
async function makeSendings(owner: pg.Pool, formHash: string): Promise<Sending[]> {
  const cases = await persistently(() => {
    const from = made + 1
    made += casesAtOnce
    return addCases(owner, from, casesAtOnce)
  })
  return cases.map((one, n) => sendingOf(formHash, one, n))
}

async function untilWell(program: Program, outbox: Outbox): Promise<Pick<Told, 'readyMs' | 'surveyMs'>> {
  const before = outbox.acknowledged.length
  const [readyMs, surveyMs] = await Promise.all([
    timeUntil(program, 'ready', () => isReady(program.port)),
    // What was in hand when the database died may still be answered: one more is new for certain.
    timeUntil(program, 'surveys', () => outbox.acknowledged.length > before + outbox.connections),
  ])
  return { readyMs, surveyMs }
}

/** Loads, kills, waits until all is well again and everything in hand is acknowledged; then counts. */
export async function killOnce(kind: Kind, { program, victim, formHash, connections, loadMs }: Load): Promise<Told> {
  const sendings = await makeSendings(victim.owner, formHash)
  const outbox = openOutbox({ ...program, connections, next: () => sendings.pop() })
  await sleep(loadMs)
  await persistently(() => kill(kind, victim))
  const times = await untilWell(program, outbox)
  await outbox.close()
  const { acknowledged, count, wrong } = outbox
  const held = await persistently(() => checkHeld(victim.owner, acknowledged))
  const changed = await resend(program.port, acknowledged.slice(-resent))
  return {
    kind,
    ...times,
    acknowledged: acknowledged.length,
    ...count,
    ...held,
    changed,
    wrong,
  }
}
