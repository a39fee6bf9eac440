/** One run of the model: devices, officials and the real server for so many operations, then all that must hold. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Script } from 'node:vm'
import type pg from 'pg'
import type { Keys } from '#platform/server/keys/keys.ts'
import { chanceOf } from './chance.ts'
import { coldStart, type Device, newDevice } from './device/device.ts'
import { leaveFirstBuild } from './device/firstBuild.ts'
import { live } from './device/person.ts'
import { newStore } from './device/store.ts'
import { bringHome, type LastLook, lastLook } from './end.ts'
import { addGround, enumeratorOf, officialOf, officials as officialsThere } from './ground.ts'
import { type Broken, brokenAt } from './invariants.ts'
import { hear, type Ledger, newLedger } from './ledger.ts'
import { noCount, type Wire } from './network.ts'
import { newOfficial, type Official, signIn, work } from './official.ts'
import type { Server } from './server.ts'

export type Plan = {
  readonly seed: number
  /** Runs on one database take different ones. */
  readonly part: number
  readonly devices: number
  /** Who hold them; somebody may have several. */
  readonly people: number
  readonly operations: number
  /** In what share of the requests something happens on the line. */
  readonly trouble: number
  /** How often the server is killed. */
  readonly kills: number
}

export type Stage = {
  readonly server: Server
  readonly owner: pg.Pool
  readonly keys: Keys
  /** The phone's files of now, and those of the next release, which devices load from the middle of the run on. */
  readonly script: Script
  readonly next: Script
}

export type Told = {
  readonly broken: readonly Broken[]
  readonly done: Readonly<Record<string, number>>
  readonly line: Wire['count']
  readonly finished: number
  readonly operations: number
}

const year = 365 * 86_400_000
/** 1970, two years ahead, or some minutes off. */
const clockOff = (n: number, now = Date.now()): number => [-now + 3_600_000, 2 * year, 240_000, -90_000, 0][n % 5] ?? 0

type Making = { readonly plan: Plan; readonly ledger: Ledger; readonly wire: Wire; readonly stage: Stage }

async function makeDevice(n: number, { plan, ledger, wire, stage: { owner, script } }: Making): Promise<Device> {
  const { seed, part, people, trouble } = plan
  const person = 1 + (n % people)
  const store = newStore()
  // The first phone of some people comes from the first build.
  const left = n < people && n % 6 === 5 ? await leaveFirstBuild(owner, store, { part, person, device: n }) : null
  if (left) ledger.finished.set(left.surveyId, left)
  return newDevice({
    n,
    chance: chanceOf(seed, `device ${n}`),
    line: { chance: chanceOf(seed, `line ${n}`), on: true, trouble, asking: new Set<string>() },
    body: { store, kept: new Map<string, string>(), clockOffMs: clockOff(n) },
    ledger,
    login: enumeratorOf(part, person).login,
    pin: n % 3 === 0 ? '482913' : null,
    script,
    wire,
    haste: 20,
  })
}

function officialsOf({ seed, part, people }: Plan, ledger: Ledger, wire: Wire): Official[] {
  return Array.from({ length: officialsThere }, (_, n) => {
    const chance = chanceOf(seed, `official ${n}`)
    const line = { chance: chanceOf(seed, `desk ${n}`), on: true, trouble: 0.1, asking: new Set<string>() }
    const { login } = officialOf(part, 1 + n)
    return newOfficial({ chance, line, ledger, login, part, enumerators: people, wire })
  })
}

export async function runModel(plan: Plan, stage: Stage): Promise<Told> {
  const { server, owner, keys, next } = stage
  const { part, people, operations, kills } = plan
  await addGround(owner, { part, enumerators: people, villages: 10, households: Math.max(people * 8, operations >> 2) })
  const ledger = newLedger()
  const count = noCount()
  const wire: Wire = { port: server.port, onHeard: (heard) => hear(ledger, heard), count }
  const devices: Device[] = []
  for (let n = 0; n < plan.devices; n++) devices.push(await makeDevice(n, { plan, ledger, wire, stage }))
  const officials = officialsOf(plan, ledger, wire)
  await Promise.all(officials.map(signIn))

  const each = Math.ceil(operations / (devices.length + officials.length))
  let done = 0
  const weeks = devices.map(async (device) => {
    for (let n = 0; n < each; n++) {
      if (n === each >> 1) device.script = next
      await live(device, { devices, isServed: server.isUp })
      done++
    }
  })
  const desks = officials.map(async (official) => {
    for (let n = 0; n < each; n++, done++) await work(official)
  })
  const power = async () => {
    for (let n = 1; n <= kills; n++) {
      while (done < (n * operations) / (kills + 1)) await sleep(20)
      await server.killAndStart()
    }
  }
  await Promise.all([...weeks, ...desks, power()])

  for (const official of officials) official.line.trouble = 0
  // Whatever release the phone stands at, it ends with the next one.
  for (const device of devices) {
    device.kill()
    coldStart(device)
  }
  await Promise.all(devices.map(bringHome))
  const looks = new Map<Device, LastLook>()
  for (const device of devices) looks.set(device, await lastLook(device))
  // The office is told some time after.
  await sleep(1_500)
  const broken = await brokenAt({ owner, keys, part, ledger, official: officials[0] as Official, looks })
  for (const device of devices) device.kill()
  return {
    broken,
    done: Object.fromEntries([...ledger.done].sort()),
    line: count,
    finished: ledger.finished.size,
    operations: done,
  }
}
