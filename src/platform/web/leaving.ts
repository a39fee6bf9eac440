/**
 * A question before a page is left, only where something typed would be lost: this device could not keep the draft.
 * Everywhere else what was typed is found again, and nobody is asked.
 */
import { say } from './language.ts'

const atRisk = new Set<object>()

const words = {
  vi: 'Máy này không lưu được bản nháp. Rời trang là mất những gì đang nhập. Vẫn rời trang?',
  en: 'This device cannot keep a draft. What you typed is lost if you leave. Leave all the same?',
}

/** True where nothing would be lost, or where the person says so. */
export const mayLeave = (): boolean => atRisk.size === 0 || confirm(say(words))

/** Nobody is there to be asked. */
export const mayCloseNow = (): boolean => atRisk.size === 0

function askBrowser(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** Before the router hears of it. */
function askLink(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a[href]')
  if (!link || event.ctrlKey || event.metaKey || link.hasAttribute('download') || mayLeave()) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

function listen(): void {
  const how = atRisk.size > 0 ? 'addEventListener' : 'removeEventListener'
  globalThis[how]('beforeunload', askBrowser as EventListener)
  globalThis[how]('click', askLink as EventListener, true)
}

/** What is typed and not kept; it stands here until it is safe, sent or thrown away. */
export const leaving = {
  unsafe: (typed: object): void => {
    atRisk.add(typed)
    listen()
  },
  safe: (typed: object): void => {
    if (atRisk.delete(typed)) listen()
  },
}
