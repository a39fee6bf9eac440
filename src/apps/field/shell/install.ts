/** The browser's offer to put the application on the home screen, held until somebody wants it. */
import { signal } from '@preact/signals'

type Offer = Event & { prompt(): Promise<void>; readonly userChoice: Promise<{ readonly outcome: string }> }
export const offer = signal<Offer | null>(null)
/** Opened from the home screen. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches

export function holdOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer.value = event as Offer
  })
  addEventListener('appinstalled', () => {
    offer.value = null
  })
}

export async function install(): Promise<void> {
  const held = offer.value
  offer.value = null
  await held?.prompt()
}
