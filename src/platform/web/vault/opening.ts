/**
 * The phone's lock: for whom this device is open, and how it is opened. Without a line a PIN opens it; a password given on
 * this page opens it too, since the server keeps the key for its owner. What is finished goes out whether it is open or not.
 */
import { signal } from '@preact/signals'
import type { AccountId } from '#kernel/ids.ts'
import { device } from '../device.ts'
import { asDraft } from '../drafts.ts'
import { newId } from '../ids.ts'
import { forget, keep, kept } from '../keep.ts'
import { memory } from '../keptAccount.ts'
import { putKept } from '../keptReads.ts'
import { look, sealedCommand } from '../outbox.ts'
import { asProblem } from '../problem.ts'
import { type Account, entered, me, meProblem, standing } from '../session.ts'
import type { VaultRow } from '../stored.ts'
import * as sealing from './sealing.ts'
import * as vault from './vault.ts'
import { way } from './way.ts'

/**
 * `clear`: nobody's work is sealed here. `asking`: the server is asked for the key. `shut`: it cannot be asked, and there
 * is no PIN.
 */
export type Opening =
  | { readonly state: 'clear' | 'asking' }
  | { readonly state: 'locked' | 'shut' | 'open'; readonly row: VaultRow }

export const opening = signal<Opening>({ state: 'asking' })

/** Who came in by a slip, or said so at the lock: asked for a new PIN once the device is open. */
export const pinForgotten = signal(false)
/** Whether the PIN that stands is one that its owner may not know: nothing but the PIN itself takes the wrong ones back. */
export const asksNewPin = (lock: Opening): boolean =>
  lock.state === 'open' && lock.row.pin !== null && (pinForgotten.value || lock.row.wrongs > 0)

/** What the server does for it. `fetch` answers null where the key is not given: another's, given back, lost, unknown. */
export type Given = {
  readonly keep: (row: Pick<VaultRow, 'deviceId'>, dataKey: string) => Promise<Promised>
  readonly fetch: (row: VaultRow) => Promise<string | null>
}
type Promised = Pick<VaultRow, 'delivery' | 'idleMinutes'>

let given: Given | null = null

/** What the server promises by now: kept where it is other than it was. */
export const keepPromised = (accountId: AccountId, { idleMinutes, delivery }: Promised): Promise<void> =>
  inTurn(async () => {
    const before = await vault.freshRow(accountId)
    if (!before || (before.idleMinutes === idleMinutes && before.delivery.id === delivery.id)) return
    const row = await vault.changeRow(accountId, { idleMinutes, delivery })
    const { value } = opening
    if (row && 'row' in value && value.row.accountId === accountId) show({ ...value, row })
  })
/** Of a key that was made or fetched just now: for setting a PIN without asking for it again. */
let fresh: { readonly accountId: AccountId; readonly raw: Uint8Array<ArrayBuffer> } | null = null

/** Once, at the start of a phone's page. */
export async function startOpening(how: Given): Promise<void> {
  given = how
  way.used = true
  // What is remembered of who was here decides before the server has answered.
  const before = kept(memory) as AccountId | null
  const row = sealing.canSeal() && before ? await vault.rowOf(before).catch(() => null) : null
  if (row?.pin) opening.value = { state: 'locked', row }
  else if (!row) opening.value = { state: 'clear' }
  me.subscribe((answer) => {
    // A session that ended keeps its page, and what is typed there.
    if (answer && !answer.keptAt && !answer.ended) void inTurn(() => settle(standing(answer)))
  })
  // Who was here last lies sealed with the rest.
  meProblem.subscribe((problem) => {
    if (problem?.uncertain && row && opening.peek().state === 'asking') show({ state: 'shut', row })
  })
}

let turn: Promise<unknown> = Promise.resolve()
const inTurn = (work: () => Promise<void>): Promise<void> => {
  const next = turn.then(work).catch(() => undefined)
  turn = next
  return next
}

/** Resolves once the device may be read: it is open, or nothing is sealed. */
export const readable = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = opening.subscribe(({ state }) => {
      if (state !== 'open' && state !== 'clear') return
      queueMicrotask(() => stop())
      resolve()
    })
  })

/** Who is here now, as the server said. */
async function settle(who: Account | null): Promise<void> {
  vault.holdNoOthers(who?.accountId ?? null)
  if (!who || who.mustChangePassword || !sealing.canSeal()) return show({ state: 'clear' })
  const { accountId } = who
  const row = await vault.freshRow(accountId)
  if (!row) return begin(who)
  if (vault.isHeld(accountId)) return show({ state: 'open', row })
  if (row.pin && entered.peek() !== accountId) return show({ state: 'locked', row })
  show({ state: 'asking' })
  await fetchKey(row)
}

const show = (now: Opening): void => {
  opening.value = now
}

async function fetchKey(row: VaultRow): Promise<void> {
  try {
    const text = await given?.fetch(row)
    if (text) await openFor(row, sealing.fromText(text))
    else if (row.pin) show({ state: 'locked', row })
    else await dropAll(row.accountId)
  } catch (fault) {
    if (!asProblem(fault).uncertain) throw fault
    show({ state: row.pin ? 'locked' : 'shut', row })
  }
}

async function openFor(row: VaultRow, raw: Uint8Array<ArrayBuffer>): Promise<void> {
  fresh = { accountId: row.accountId, raw }
  vault.holdKey(row.accountId, await sealing.holdDataKey(raw))
  show({ state: 'open', row })
  await look()
}

/** The first time of somebody on this device. Where the server cannot keep the key, all stays as it is until it can. */
async function begin({ accountId, login }: Account): Promise<void> {
  if (!given) return
  const raw = sealing.newDataKey()
  const deviceId = newId<'field_device'>()
  try {
    const promised = await given.keep({ deviceId }, sealing.toText(raw))
    const deviceKey = await sealing.newDeviceKey()
    const row = { accountId, login, deviceId, deviceKey, pin: null, wrongs: 0, wrongAt: 0, ...promised }
    await vault.putRow(row)
    await openFor(row, raw)
    await sealBefore(accountId)
  } catch {
    show({ state: 'clear' })
  }
}

/** What lay here before anything was sealed. A page may write, and the outbox send, while it is being sealed. */
async function sealBefore(accountId: AccountId): Promise<void> {
  const mine = (one: { readonly accountId: AccountId; readonly sealed?: unknown }) =>
    one.accountId === accountId && !one.sealed
  for (const { data, savedAt, sealed: _, ...lies } of await device.drafts.filter(mine).toArray()) {
    const sealed = { ...(await asDraft(lies, data)), savedAt }
    const { accountId: whose, kind, id } = lies
    const stored = device.drafts.where('[accountId+kind+id]').equals([whose, kind, id])
    await stored.and((now) => now.savedAt === savedAt).modify(sealed)
  }
  for (const { address, answer, version } of await device.kept.filter(mine).toArray())
    await putKept({ accountId, address }, answer, version)
  for (const command of await device.command.filter(mine).toArray()) {
    const { input, label, delivery = null, sealed } = await sealedCommand(command)
    await device.command.update(command.seq as number, { input, label, delivery, ...(sealed && { sealed }) })
  }
  await look()
}

/** How long after so many wrong PINs nobody may try again, in seconds: longer each time, never for ever. */
export const waitAfter = (wrongs: number): number => (wrongs < 4 ? 0 : Math.min(15 * 60, 5 * 2 ** (wrongs - 4)))

/** Seconds until a PIN may be tried. A clock that was set back lets nobody in sooner. */
export function secondsToWait({ wrongs, wrongAt }: Pick<VaultRow, 'wrongs' | 'wrongAt'>, now = Date.now()): number {
  const wait = waitAfter(wrongs)
  return Math.min(wait, Math.max(0, Math.ceil((wrongAt - now) / 1000) + wait))
}

/** `wrong`: it was tried; while one has to wait it is not. */
export type Tried = 'open' | { readonly wrong: boolean; readonly waitSeconds: number }

/** Counted before it is looked at: a page that is closed in between has tried all the same. */
export async function tryPin(accountId: AccountId, pin: string): Promise<Tried> {
  const row = await vault.freshRow(accountId)
  if (!row?.pin) return { wrong: true, waitSeconds: 0 }
  const waitSeconds = secondsToWait(row)
  if (waitSeconds > 0) return { wrong: false, waitSeconds }
  const counted = { ...row, wrongs: row.wrongs + 1, wrongAt: Date.now() }
  await vault.putRow(counted)
  const raw = await sealing.unlockWith(pin, row.deviceKey, row.pin)
  if (!raw) return { wrong: true, waitSeconds: secondsToWait(counted) }
  const right = { ...row, wrongs: 0, wrongAt: 0 }
  await vault.putRow(right)
  await openFor(right, raw)
  return 'open'
}

export const isPin = (text: string): boolean => /^\d{6,12}$/.test(text)
/** One that is tried first: one digit, or a run. */
export const isEasyPin = (pin: string): boolean =>
  new Set(pin).size < 3 || '01234567890123'.includes(pin) || '98765432109876'.includes(pin)

/** Sets a PIN, in place of one before. Rejects where the key would have to be asked for and cannot be. */
export async function setPin(row: VaultRow, pin: string): Promise<void> {
  const raw = fresh?.accountId === row.accountId ? fresh.raw : await askForKey(row)
  const next = { ...row, pin: await sealing.lockWith(pin, row.deviceKey, raw), wrongs: 0, wrongAt: 0 }
  await vault.putRow(next)
  pinForgotten.value = false
  show({ state: 'open', row: next })
}

async function askForKey(row: VaultRow): Promise<Uint8Array<ArrayBuffer>> {
  const text = await given?.fetch(row)
  if (!text) throw new vault.StoreClosed()
  return sealing.fromText(text)
}

const laterName = 'pin.later'
const laterMs = 7 * 86_400_000
/** Asked once after the first sign-in, and again a week after somebody put it off. */
export const asksForPin = (now = Date.now()): boolean => now - Number(kept(laterName) ?? 0) > laterMs
export const putOffPin = (now = Date.now()): void => keep(laterName, String(now))

/** Closes the device as a cold start finds it: nothing of it is left in this page. */
export const closeNow = (): void => location.reload()

/** Takes all of an account off this device. */
export async function dropAll(accountId: AccountId): Promise<void> {
  const last = '\uffff'
  await device.drafts.where('[accountId+kind+id]').between([accountId, '', ''], [accountId, last, last]).delete()
  await device.kept.where('[accountId+address]').between([accountId, ''], [accountId, last]).delete()
  await device.command.filter((command) => command.accountId === accountId).delete()
  await vault.dropRow(accountId)
  if (kept(memory) === accountId) forget(memory)
  await look()
}
