/**
 * Readings whose last answer stays on this device, for the account that read it: what is shown where there is no line.
 * The server is always asked first; only where no answer comes does the kept one stand in, with its time.
 */
import { useEffect, useState } from 'preact/hooks'
import { type Call, href, send } from './calls.ts'
import { device } from './device.ts'
import { connected } from './outbox.ts'
import { asProblem, type WebProblem } from './problem.ts'
import { type Read, useAnswer } from './reads.ts'
import { account } from './session.ts'
import type { KeptAnswer } from './stored.ts'
import { fromKept, toKeep } from './vault/vault.ts'

/** `keptAt`: when it was read (milliseconds); null where the server has just said so. `asking`: it is being asked now. */
export type Kept<O> = { readonly data: O; readonly keptAt: number | null; readonly asking?: true }

/** When the kept answer stands in: where nobody knows whether the server answered. */
const isAway = ({ uncertain }: WebProblem): boolean => uncertain

type Lies = Pick<KeptAnswer, 'accountId' | 'address'>
const placeOf = ({ accountId, address }: Lies): string => `kept ${accountId} ${address}`

/** Puts an answer into the store. Rejects where the store takes nothing. */
export async function putKept(lies: Lies, answer: unknown, version?: string): Promise<void> {
  const { record, sealed } = await toKeep(lies.accountId, answer, placeOf(lies))
  const more = { ...(sealed && { sealed }), ...(version !== undefined && { version }) }
  await device.kept.put({ ...lies, answer: record, readAt: Date.now(), ...more })
}
export async function getKept<O>({ accountId, address }: Lies): Promise<{ data: O; keptAt: number } | null> {
  const found = await device.kept.get([accountId, address])
  if (!found) return null
  const { answer: record, sealed, readAt } = found
  const data = await fromKept<O>(accountId, { record, ...(sealed && { sealed }) }, placeOf({ accountId, address }))
  return { data, keptAt: readAt }
}

/** Asks the server, else this device. Rejects as the reading did where the device has nothing, or it does not stand in. */
export async function readKept<I extends object, O>(
  call: Call<I, O>,
  input: I,
  standsIn: (problem: WebProblem) => boolean = isAway,
): Promise<Kept<O>> {
  const accountId = account.value?.accountId
  const address = href(call, input)
  try {
    const data = await send(call, input)
    // A full or forbidden store takes nothing from who has a line.
    if (accountId) await putKept({ accountId, address }, data).catch(() => undefined)
    return { data, keptAt: null }
  } catch (fault) {
    const copy = standsIn(asProblem(fault)) ? await findKept<O>(address) : null
    if (!copy) throw fault
    return copy
  }
}

/** How long a server is waited for, where this device has what it was asked: on a good line it has answered by then. */
const soonMs = 150

/**
 * The same for who stands before a family: what lies here opens at once, on a slow line as on one that carries nothing.
 * `later`: what the server says after that, which is kept too.
 */
export async function readKeptSoon<I extends object, O>(
  call: Call<I, O>,
  input: I,
  standsIn?: (problem: WebProblem) => boolean,
): Promise<Kept<O> & { readonly later?: Promise<Kept<O>> }> {
  const asked = readKept(call, input, standsIn)
  const soon = new Promise<null>((resolve) => setTimeout(resolve, soonMs, null))
  const answered = await Promise.race([asked, soon])
  if (answered) return answered
  const here = await findKept<O>(href(call, input))
  if (!here) return asked
  // Whoever does not wait for it leaves nothing unheard.
  asked.catch(() => undefined)
  return { ...here, later: asked }
}

/** For what never changes under its address: this device first, the server only where it has nothing. */
export const readOnce = async <I extends object, O>(call: Call<I, O>, input: I): Promise<O> =>
  ((await findKept<O>(href(call, input))) ?? (await readKept(call, input))).data

/** Puts an answer where its reading finds it. Rejects where the store takes nothing. */
export async function keepAnswer(address: string, answer: unknown, version: string): Promise<void> {
  const accountId = account.value?.accountId
  if (accountId) await putKept({ accountId, address }, answer, version)
}

/** Of answers that were taken home together, by what their addresses begin with: which state each has here. */
export async function keptUnder(begins: string): Promise<ReadonlyMap<string, string | null>> {
  const accountId = account.value?.accountId
  if (!accountId) return new Map()
  // All at once: row after row takes a slow phone some five times as long.
  const mine = device.kept.where('[accountId+address]').between([accountId, begins], [accountId, `${begins}\uffff`])
  return new Map((await mine.toArray()).map(({ address, version }) => [address, version ?? null]))
}

/** The addresses alone: quick, however much lies under them. */
export async function keptAddresses(begins: string): Promise<string[]> {
  const accountId = account.value?.accountId
  if (!accountId) return []
  const mine = device.kept.where('[accountId+address]').between([accountId, begins], [accountId, `${begins}\uffff`])
  return (await mine.primaryKeys()).map(([, address]) => address)
}

export async function letGo(addresses: readonly string[]): Promise<void> {
  const accountId = account.value?.accountId
  if (accountId) await device.kept.bulkDelete(addresses.map((address) => [accountId, address]))
}

/** What this device has of an address of mine. */
export async function findKept<O>(address: string): Promise<{ data: O; keptAt: number } | null> {
  const accountId = account.value?.accountId
  return accountId ? getKept<O>({ accountId, address }).catch(() => null) : null
}

/**
 * A reading of a page that is there without a line too. What this device has stands at once, until the server has
 * answered or cannot be reached; what was kept is read again once there is a line.
 */
export function useKeptRead<I extends object, O>(call: Call<I, O>, input: I | null): Read<Kept<O>> {
  const read = useAnswer(call, input, (given) => readKept(call, given))
  const here = useHere<O>(input ? href(call, input) : null)
  const stale = read.data?.keptAt != null
  useEffect(() => {
    if (stale && connected.value) read.again()
  }, [stale, connected.value])
  return read.data || read.problem || !here ? read : { ...read, data: here }
}

/** What this device has of an address when the page opens. */
function useHere<O>(address: string | null): Kept<O> | null {
  const [here, setHere] = useState<{ readonly address: string; readonly kept: Kept<O> } | null>(null)
  useEffect(() => {
    let stands = true
    if (address)
      findKept<O>(address).then(
        (kept) => stands && kept && setHere({ address, kept: { ...kept, asking: true } }),
        () => undefined,
      )
    return () => {
      stands = false
    }
  }, [address])
  return here?.address === address ? here.kept : null
}
