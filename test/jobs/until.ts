import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is so; throws after a minute. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) if (await holds()) return
  throw new Error(`a minute has passed, and still not: ${what}`)
}
