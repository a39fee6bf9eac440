/**
 * Commands on their way: stored first, sent in the order of `sendingOrder.ts`, harmless to send twice. A refused one stays
 * with its reason. Its bytes are never rewritten; the server reads them by the version they were made with.
 */
import { computed, signal } from '@preact/signals'
import type { CommandId } from '#kernel/ids.ts'
import { type Call, partsOf } from './calls.ts'
import { nowHere } from './clock.ts'
import { device } from './device.ts'
import { newId } from './ids.ts'
import { type Round, sendRound } from './sender.ts'
import { heldUp, pauseMs } from './sendingOrder.ts'
import { account, ended, me, refreshMe } from './session.ts'
import type { StoredCommand, Subject } from './stored.ts'
import type { Delivering, Together } from './together.ts'
import { sealDelivery } from './vault/sealing.ts'
import { fromKept, isHeld, keyOf, rowOf, toKeep } from './vault/vault.ts'
import { wire } from './wire.ts'

/** My commands on this device, oldest first. */
export const outbox = signal<readonly StoredCommand[]>([])
export const waiting = computed(() => outbox.value.filter((command) => command.state === 'waiting').length)
/** Of those, what a refused one of the same household holds up. */
export const held = computed(() => heldUp(outbox.value))
export const refused = computed(() => outbox.value.filter((command) => command.state === 'refused').length)
/** Finished forms of anybody that lie sealed on this device and go out whoever is here. */
export const sealedHere = signal(0)
/** False once the server could not be reached. */
export const connected = signal(navigator.onLine)

/** True while the store of this device takes or gives nothing: full, closed or forbidden. */
export const storeFails = signal(false)

/** The server confirmed other bytes than were sent: what it was about is kept and goes again. Until it goes well. */
export const misheard = signal(false)

/** What a page asks of the store; a failure is said on every page of the phone. */
const attempt = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => {
      storeFails.value = false
    },
    () => {
      storeFails.value = true
    },
  )

/** `page`: where what it is about can be opened. */
type Queued = {
  readonly label: string
  readonly subject: Subject
  readonly page: string
}

/** My latest command about something, where this device has one. */
export const lastAbout = ({ kind, id }: Subject): StoredCommand | null =>
  outbox.value.filter(({ subject }) => subject.kind === kind && subject.id === id).at(-1) ?? null

/** What is written down with a command, a moment after it was made; a draft written later holds something new. */
const writtenMs = 10_000

type Written = { readonly id: string; readonly savedAt: number }

/** Whether all of a draft is in a command about the same thing that waits or has arrived: nothing of it is unsent. */
export const isCarried = ({ id, savedAt }: Written, by: readonly StoredCommand[]): boolean =>
  by.some(({ subject, state, madeAt }) => subject.id === id && state !== 'refused' && savedAt < madeAt + writtenMs)
/** The same, by my commands on this device. */
export const isOnItsWay = (draft: Written): boolean => isCarried(draft, outbox.value)

/** Stores a command of mine and starts sending. Resolves when it is safe on the device. Throws where nobody is signed in. */
export async function queueCommand<I extends object, O>(call: Call<I, O>, input: I, how: Queued): Promise<CommandId> {
  const who = account.value
  if (!who) throw new Error('a command needs a signed-in account')
  const { path, rest } = partsOf(call, input)
  const command = {
    id: newId<'command'>(),
    accountId: who.accountId,
    endpoint: call.name,
    path,
    input: JSON.stringify(rest),
    schemaVersion: call.version ?? 1,
    madeAt: Date.now(),
    label: how.label,
    subject: how.subject,
    page: how.page,
    state: 'waiting',
    settledAt: null,
  } as const
  await device.command.add(await sealedCommand(command))
  await look()
  void sendWaiting()
  return command.id
}

const labelPlace = ({ accountId, id }: Pick<StoredCommand, 'accountId' | 'id'>): string => `command ${accountId} ${id}`

/** A command as it lies here: its bytes for the server alone, its label for who made it. */
export async function sealedCommand(command: StoredCommand): Promise<StoredCommand> {
  const { accountId, id, path, schemaVersion, input, madeAt } = command
  const [key, row] = [await keyOf(accountId), await rowOf(accountId)]
  if (!key || !row) return command
  const { sealed } = await toKeep(accountId, command.label, labelPlace(command))
  const made = { id, path, schemaVersion, madeAt: nowHere(madeAt), body: input ?? '{}' }
  const delivery = input === null ? null : await sealDelivery(key, row.delivery, row.deviceId, made)
  return { ...command, input: null, label: '', delivery, ...(sealed && { sealed }) }
}

/** With its label, where this device is open for who made it. */
async function labelled(command: StoredCommand): Promise<StoredCommand> {
  const { accountId, sealed } = command
  if (!sealed || !isHeld(accountId)) return command
  const label = await fromKept<string>(accountId, { record: null, sealed }, labelPlace(command)).catch(() => '')
  return { ...command, label }
}

/** Sends a refused one once more, the same bytes under the same id: what stood in its way may be gone. */
export async function sendAgain(seq: number): Promise<void> {
  await attempt(device.command.update(seq, { state: 'waiting', settledAt: null }))
  await look()
  void sendWaiting()
}

/** Takes a settled command off the device. A waiting one stays. */
export async function putAway(seq: number): Promise<void> {
  await attempt(takeOff(seq))
  await look()
}

async function takeOff(seq: number): Promise<void> {
  const command = await device.command.get(seq)
  if (command && command.state !== 'waiting') await device.command.delete(seq)
}

/** The calls by which this application sends many at once; null where it has none. */
let together: Together | null = null
let delivering: Delivering | null = null
/** Rounds in a row that brought nothing home. */
let failures = 0
let started = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Attempts of this window that are under way. */
let underWay = 0
async function attempting(work: () => Promise<void>): Promise<void> {
  underWay += 1
  await work().finally(() => {
    underWay -= 1
  })
}

/** One sender at a time over all open windows. */
export const sendWaiting = (): Promise<void> =>
  attempting(async () => {
    const pause = await alone(sendAll)
    tryLater(pause ?? 0)
  })

/** Null where another window is at it. */
async function alone<T>(work: () => Promise<T>): Promise<T | null> {
  // An address that is neither https nor this machine has no locks. Two windows may then send the same: it is done once.
  if (!navigator.locks) return work()
  return navigator.locks.request('nangbuoc.outbox', { ifAvailable: true }, (lock) => (lock ? work() : null))
}

const maySend = () => Boolean(account.value && !ended.value && !account.value.mustChangePassword)

/** How long the server asks to be left in peace, in milliseconds. */
async function sendAll(): Promise<number> {
  const round: Round = {
    together,
    delivering,
    passed: new Set(),
    outgoing,
    look,
    asked: false,
    settled: false,
    misheard: null,
    waitMs: 0,
  }
  await attempt(sendRound(round))
  if (round.settled) failures = 0
  else if (round.asked || !connected.value) failures += 1
  misheard.value = round.misheard ?? misheard.value
  together = round.together
  await look()
  return round.waitMs
}

/** Everybody's here, oldest first. */
const everyones = () => device.command.orderBy('seq').toArray()

/** Mine, where I am signed in; and of everybody who finished something here what is sealed for the server. */
async function outgoing(): Promise<StoredCommand[]> {
  const who = maySend() ? account.value?.accountId : null
  return (await everyones()).filter(
    ({ accountId, delivery, state }) => accountId === who || (delivering && (delivery || state !== 'waiting')),
  )
}

/** Reads the store again into the signal. */
export async function look(): Promise<void> {
  const who = account.value?.accountId
  try {
    const all = await everyones()
    sealedHere.value = all.filter(({ state, delivery }) => state === 'waiting' && delivery).length
    // Nobody's where nobody is signed in.
    outbox.value = await Promise.all(all.filter(({ accountId }) => accountId === who).map(labelled))
  } catch {
    storeFails.value = true
  }
}

// Who was out of reach asks first who they are: that says too whether there is a line again.
const isSure = () => account.value && !ended.value && connected.value && !me.value?.keptAt
const trySending = () =>
  void attempting(async () => {
    if (!isSure()) await refreshMe()
    await sendWaiting()
  })
const waits = () =>
  waiting.value > held.value.length || sealedHere.value > 0 || !connected.value || me.value?.keptAt !== undefined

/** While somebody looks at the page nothing waits longer than this for a line that is back: not every device says that it is. */
const watchedMs = 15_000
const isWatched = () => document.visibilityState === 'visible'

/** Tries again after a while, longer each time in vain. */
function tryLater(atLeastMs = 0): void {
  clearTimeout(timer)
  timer = undefined
  if (!started || !waits()) return
  const later = () => {
    timer = undefined
    trySending()
  }
  const pause = pauseMs(failures, Math.random())
  timer = setTimeout(later, Math.max(atLeastMs, isWatched() ? Math.min(pause, watchedMs) : pause))
}

/** At every chance: the line is back, somebody looks again, or presses the button. */
export function tryNow(): void {
  failures = 0
  trySending()
}

/** Starts watching the connection; called once by an application that has an outbox. `many`: how it sends many at once. `sealed`: and what is sealed. */
export function startOutbox(many: Together | null = null, sealed: Delivering | null = null): void {
  together = many
  delivering = sealed
  started = true
  wire.onReached = (reached) => {
    const isBack = reached && !connected.value
    connected.value = reached
    // Whatever page reached the server: what waits goes at once, and not when the pause is over.
    if (isBack && underWay === 0) tryNow()
    else if (!reached && timer === undefined) tryLater()
  }
  addEventListener('online', tryNow)
  addEventListener('offline', () => {
    connected.value = false
  })
  document.addEventListener('visibilitychange', () => isWatched() && tryNow())
  account.subscribe(() => void look().then(sendWaiting))
}
