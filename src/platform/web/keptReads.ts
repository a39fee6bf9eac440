/**
 * Readings whose last answer stays on this device, for the account that read it: what is shown where there is no line.
 * The server is always asked first; only where no answer comes does the kept one stand in, with its time.
 */
import { useEffect } from 'preact/hooks'
import { type Call, href, send } from './calls.ts'
import { device } from './device.ts'
import { connected } from './outbox.ts'
import { asProblem, type WebProblem } from './problem.ts'
import { type Read, useAnswer } from './reads.ts'
import { account } from './session.ts'

/** `keptAt`: when it was read (milliseconds); null where the server has just said so. */
export type Kept<O> = { readonly data: O; readonly keptAt: number | null }

/** When the kept answer stands in: where nobody knows whether the server answered. */
const isAway = ({ uncertain }: WebProblem): boolean => uncertain

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
    if (accountId)
      await device.kept.put({ accountId, address, answer: data, readAt: Date.now() }).catch(() => undefined)
    return { data, keptAt: null }
  } catch (fault) {
    const copy = standsIn(asProblem(fault)) ? await findKept<O>(address) : null
    if (!copy) throw fault
    return copy
  }
}

/** For what never changes under its address: this device first, the server only where it has nothing. */
export const readOnce = async <I extends object, O>(call: Call<I, O>, input: I): Promise<O> =>
  ((await findKept<O>(href(call, input))) ?? (await readKept(call, input))).data

async function findKept<O>(address: string): Promise<{ data: O; keptAt: number } | null> {
  const accountId = account.value?.accountId
  const kept = accountId && (await device.kept.get([accountId, address]).catch(() => undefined))
  return kept ? { data: kept.answer as O, keptAt: kept.readAt } : null
}

/** A reading of a page that is there without a line too. What was kept is read again once there is one. */
export function useKeptRead<I extends object, O>(call: Call<I, O>, input: I | null): Read<Kept<O>> {
  const read = useAnswer(call, input, (given) => readKept(call, given))
  const stale = read.data?.keptAt != null
  useEffect(() => {
    if (stale && connected.value) read.again()
  }, [stale, connected.value])
  return read
}
