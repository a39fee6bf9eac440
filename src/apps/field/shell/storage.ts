/** Whether this phone promises to keep what it holds, and how much room there is. */
import { signal } from '@preact/signals'

export type Storage = {
  /** The browser promised not to clear it by itself; null where it cannot be asked. */
  readonly lasting: boolean | null
  /** Bytes left for these pages, as the browser reckons; null where it does not say. */
  readonly left: number | null
}
export const storage = signal<Storage | null>(null)

/** Below this a form may not find room any more. */
export const littleRoom = 20_000_000

/** Asks the browser to keep what lies here; it asks the person, or decides by itself. */
export async function askToLast(): Promise<void> {
  const store = navigator.storage
  if (!store) return look(null)
  const lasting = (await store.persisted?.()) || (await store.persist?.().catch(() => false)) || false
  await look(lasting)
}

async function look(lasting: boolean | null): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => ({}) as StorageEstimate)) ?? {}
  storage.value = { lasting, left: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)) }
}

/** Asked again while somebody works: a phone fills up meanwhile. */
export const lookAtRoom = (): Promise<void> => look(storage.value?.lasting ?? null)
