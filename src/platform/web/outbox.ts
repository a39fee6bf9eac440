/**
 * Commands on their way: stored first, sent in order, harmless to send twice. A refused one stays with its reason and
 * does not hold up the others. Its bytes are never rewritten; the server reads them by the version they were made with.
 */
import { computed, signal } from '@preact/signals'
import type { CommandId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { type Call, partsOf, sendStored } from './calls.ts'
import { device } from './device.ts'
import { newId } from './ids.ts'
import { asProblem, type WebProblem } from './problem.ts'
import { refresh } from './reads.ts'
import { account, ended, me, refreshMe } from './session.ts'
import type { StoredCommand, Subject } from './stored.ts'
import { wire } from './wire.ts'

/** My commands on this device, oldest first. */
export const outbox = signal<readonly StoredCommand[]>([])
export const waiting = computed(() => outbox.value.filter((command) => command.state === 'waiting').length)
export const refused = computed(() => outbox.value.filter((command) => command.state === 'refused').length)
/** False once the server could not be reached. */
export const connected = signal(navigator.onLine)

/** True while the store of this device takes or gives nothing: full, closed or forbidden. */
export const storeFails = signal(false)

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
  readonly schemaVersion?: number
}

/** My latest command about something, where this device has one. */
export const lastAbout = ({ kind, id }: Subject): StoredCommand | null =>
  outbox.value.filter(({ subject }) => subject.kind === kind && subject.id === id).at(-1) ?? null

/** Stores a command of mine and starts sending. Resolves when it is safe on the device. Throws where nobody is signed in. */
export async function queueCommand<I extends object, O>(call: Call<I, O>, input: I, how: Queued): Promise<CommandId> {
  const who = account.value
  if (!who) throw new Error('a command needs a signed-in account')
  const { path, rest } = partsOf(call, input)
  const id = newId<'command'>()
  await device.command.add({
    id,
    accountId: who.accountId,
    endpoint: call.name,
    path,
    input: JSON.stringify(rest),
    schemaVersion: how.schemaVersion ?? 1,
    madeAt: Date.now(),
    label: how.label,
    subject: how.subject,
    page: how.page,
    state: 'waiting',
    settledAt: null,
  })
  await look()
  void sendWaiting()
  return id
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

/** One sender at a time over all open windows. */
export async function sendWaiting(): Promise<void> {
  // An address that is neither https nor this machine has no locks. Two windows may then send the same: it is done once.
  if (!navigator.locks) return sendAll()
  await navigator.locks.request('nangbuoc.outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll()
  })
}

async function sendAll(): Promise<void> {
  while (account.value && !ended.value && !account.value.mustChangePassword) {
    const next = await findNext()
    if (!next || !(await sendOne(next))) break
  }
  await look()
}

async function findNext(): Promise<StoredCommand | undefined> {
  const who = account.value
  if (!who) return undefined
  const mine = device.command.where('[accountId+state]').equals([who.accountId, 'waiting'])
  return (await mine.sortBy('seq'))[0]
}

/** True when the server has answered for good and the next may go. */
async function sendOne(command: StoredCommand): Promise<boolean> {
  const { seq, id, path, input, schemaVersion } = command
  if (seq === undefined) return false
  try {
    const answer = await sendStored({ path, body: input ?? '{}', commandId: id, schemaVersion })
    const told = (answer as { readonly told?: Said | null } | null)?.told
    await device.command.update(seq, { state: 'sent', input: null, settledAt: Date.now(), ...(told && { told }) })
    refresh()
  } catch (fault) {
    const problem = asProblem(fault)
    if (mayPass(problem)) return false
    const { code, title } = problem
    await device.command.update(seq, { state: 'refused', settledAt: Date.now(), problem: { code, title } })
  }
  await look()
  return true
}

/** Refusals that speak of the session, not of the command. */
const notItsFault: readonly string[] = ['access.csrf', 'access.password_change_first', 'access.sign_in_needed']

/** Whether the same bytes may be taken later: nobody heard them, too many came at once, or the session had ended. */
export const mayPass = (problem: WebProblem): boolean =>
  problem.passes || problem.status === 401 || notItsFault.includes(problem.code)

/** Reads the store again into the signal. */
export async function look(): Promise<void> {
  await readAll().catch(() => {
    storeFails.value = true
  })
}

async function readAll(): Promise<void> {
  const who = account.value
  const all = who ? await device.command.orderBy('seq').toArray() : []
  outbox.value = all.filter((command) => command.accountId === who?.accountId)
}

const retryMs = 20_000

/** Starts watching the connection; called once by an application that has an outbox. */
export function startOutbox(): void {
  wire.onReached = (reached) => {
    connected.value = reached
  }
  // Who was out of reach asks first who they are: that says too whether there is a line again.
  const isSure = () => account.value && !ended.value && connected.value && !me.value?.keptAt
  const tryNow = () => void (isSure() ? sendWaiting() : refreshMe().then(sendWaiting))
  addEventListener('online', tryNow)
  addEventListener('offline', () => {
    connected.value = false
  })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tryNow())
  setInterval(
    () =>
      (waiting.value > 0 || !connected.value || me.value?.keptAt) && document.visibilityState === 'visible' && tryNow(),
    retryMs,
  )
  account.subscribe(() => void look().then(sendWaiting))
}
