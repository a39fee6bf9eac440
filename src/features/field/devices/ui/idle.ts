/** A phone that nobody touches for a while is closed, as a cold start finds it. */
import { mayCloseNow } from '#platform/web/leaving.ts'
import { closeNow, opening } from '#platform/web/vault/opening.ts'

const lookMs = 20_000

export function closeWhenIdle(now: () => number = Date.now): void {
  let touched = now()
  const touch = () => {
    touched = now()
  }
  const look = () => {
    const { value } = opening
    if (value.state !== 'open' || !value.row.pin) return touch()
    // What this device could not keep is not thrown away by a clock.
    if (now() - touched > value.row.idleMinutes * 60_000 && mayCloseNow()) closeNow()
  }
  for (const kind of ['pointerdown', 'keydown', 'scroll'])
    addEventListener(kind, touch, { passive: true, capture: true })
  // A phone that lay dark is looked at before it is touched.
  document.addEventListener('visibilitychange', look)
  setInterval(look, lookMs)
}
