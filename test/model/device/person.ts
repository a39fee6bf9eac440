/** What an enumerator does in a week, by chance: fills forms, loses the line, the battery, the patience. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Facts } from '#features/standards/model/facts.ts'
import { survey } from '../../../bench/api/survey.ts'
import { note } from '../ledger.ts'
import { coldStart, type Device, type Key, on, wake } from './device.ts'

export type Village = {
  readonly devices: readonly Device[]
  /** While nobody answers, acts are short: a week is not to pass in that time. */
  readonly isServed: () => boolean
}
const unservedMs = 500

const phoneKey = (key: Key) => key as never

/** What the family answers: who lives there as the form has it, and a word by which this very form is known again. */
function answered(base: Facts, n: number, surveyId: string): Facts {
  const { members: _theirs, ...rest } = survey('', n).facts
  return { ...base, ...rest, note: `Phiếu ${surveyId}` }
}

async function look(device: Device): Promise<void> {
  const home = await on(device, (phone) => phone.households())
  device.open = home?.open ?? device.open
}

/** Of the list as it was last shown: what is on its way from here is not opened, what was sent only where it came back. */
function toFill({ open, page }: Device, looked: boolean): readonly Key[] {
  const free = looked ? [null, 'refused', 'sent'] : [null, 'refused']
  return (open ?? []).filter(({ caseId }) => free.includes(page.phone.lastSent(caseId)))
}

/** Opens a household, types, and finishes it or leaves it begun. */
async function fill(device: Device, finish: boolean): Promise<void> {
  const { chance, ledger, n } = device
  const looks = device.open === null || chance.is(0.3)
  if (looks) await look(device)
  const open = toFill(device, looks)
  if (open.length === 0) return
  const key = chance.oneOf(open)
  const ready = await on(device, (phone) => phone.form(phoneKey(key)))
  if (!ready) return
  const surveyId = device.page.phone.newId<'survey'>()
  const facts = answered(ready.base.facts, chance.below(40), surveyId)
  const typed = { facts, sentAs: null }
  const before = device.begun.get(key.caseId)
  if (before) device.begun.set(key.caseId, [...before, facts.note ?? ''])
  const saved = await on(device, (phone) => phone.type(key.caseId, { ...typed, seen: ready.draft?.savedAt ?? null }))
  if (!saved) return
  if (!finish) return void device.begun.set(key.caseId, [...(before ?? []), facts.note ?? ''])
  device.begun.delete(key.caseId)
  const form = { surveyId, ...key, login: device.login, device: n, facts, command: null as string | null }
  ledger.finished.set(surveyId, form)
  const done = await on(device, (phone) => phone.finish(phoneKey(key), surveyId, ready, facts))
  if (!done) return
  form.command = done.id
  const seen = 'savedAt' in saved ? saved.savedAt : null
  await on(device, (phone) => phone.type(key.caseId, { facts, sentAs: done.id, seen }))
}

/** The file goes to a colleague, once or several times. */
async function handOn(device: Device, { devices }: Village): Promise<void> {
  const text = await on(device, (phone) => phone.handOver())
  if (text === null) return
  const colleague = device.chance.oneOf(devices)
  const times = device.chance.is(0.3) ? 3 : 1
  for (let n = 0; n < times; n++) await on(colleague, (phone) => phone.handIn(text, () => {}))
}

/** What was refused is sent once more: the same bytes. */
async function again(device: Device): Promise<void> {
  const refused = (await on(device, (phone) => phone.commands()))?.filter(({ state }) => state === 'refused') ?? []
  for (const { seq } of refused) if (seq !== undefined) await on(device, (phone) => phone.sendAgain(seq))
}

async function takenOut(device: Device): Promise<void> {
  device.kill()
  await sleep(device.chance.below(40))
  coldStart(device)
  await wake(device)
}

type Act = (device: Device, village: Village) => Promise<void>
const acts: Readonly<Record<string, readonly [share: number, act: Act]>> = {
  finish: [44, (device) => fill(device, true)],
  begin: [8, (device) => fill(device, false)],
  'line lost': [9, async ({ line }) => void Object.assign(line, { on: false })],
  'line back': [
    15,
    async (device) => {
      device.line.on = true
      await on(device, (phone) => phone.sendWaiting())
    },
  ],
  list: [6, look],
  'battery out': [6, takenOut],
  'handed on': [4, handOn],
  'sent again': [3, again],
  'out and in': [
    3,
    async (device) => {
      await on(device, (phone) => phone.goOut())
      await wake(device)
    },
  ],
}
const all = Object.values(acts).reduce((sum, [share]) => sum + share, 0)

function chosen(device: Device): readonly [name: string, act: Act] {
  let left = device.chance.next() * all
  for (const [name, [share, act]] of Object.entries(acts)) {
    left -= share
    if (left < 0) return [name, act]
  }
  throw new Error('shares do not add up')
}

/** One thing done; now and then the phone dies in the middle of it. */
export async function live(device: Device, village: Village): Promise<void> {
  const [name, act] = chosen(device)
  const dies = device.chance.is(0.05)
  const afterMs = device.chance.below(30)
  const pauseMs = device.chance.below(50)
  if (!(await wake(device)) && !device.page.isAlive()) coldStart(device)
  note(device.ledger, name)
  const doing = act(device, village)
  if (dies) {
    note(device.ledger, 'killed meanwhile')
    await Promise.race([sleep(afterMs), doing])
    await takenOut(device)
  }
  await doing
  await sleep(village.isServed() ? pauseMs : unservedMs)
}
