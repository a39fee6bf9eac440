/** The worker that keeps these pages on the phone, and whether they are kept. */
import { signal } from '@preact/signals'

/** `no_safe_line`: browsers keep nothing of an address that is neither https nor this machine. */
export type Kept = 'asking' | 'kept' | 'no_safe_line' | 'refused'
export const keptHere = signal<Kept>('asking')

const script = '/phone-worker.js'

/** Asks for it once the first page stands; a newer release is looked for whenever a line comes back. */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    keptHere.value = window.isSecureContext ? 'refused' : 'no_safe_line'
    return
  }
  try {
    const held = await navigator.serviceWorker.register(script, { scope: '/phone', updateViaCache: 'none' })
    addEventListener('online', () => void held.update().catch(() => undefined))
    await navigator.serviceWorker.ready
    keptHere.value = 'kept'
  } catch {
    // Without a line nothing is learnt: a worker of before may stand already.
    keptHere.value = navigator.serviceWorker.controller ? 'kept' : 'refused'
  }
}
