/** Long work (import, bulk print, re-score): its progress survives leaving the page, and its end is announced. */
import { signal } from '@preact/signals'
import type { Words } from './language.ts'
import { asProblem, type WebProblem } from './problem.ts'

export type Progress = { readonly done: number; readonly total: number | null; readonly finished: boolean }

export type LongWork = {
  readonly id: number
  readonly title: Words
  readonly startedAt: number
  readonly progress: Progress
  readonly problem: WebProblem | null
  /** Where its result is. */
  readonly href: string | null
}

export const tray = signal<readonly LongWork[]>([])
let last = 0

type Watched = {
  readonly title: Words
  readonly href?: string
  /** Asks how far it is. Called until it is finished or refused. */
  readonly ask: () => Promise<Progress>
  readonly everyMs?: number
}

/** Puts work into the tray and follows it to its end. */
export function watchWork({ title, href, ask, everyMs = 1000 }: Watched): void {
  last += 1
  const id = last
  const progress = { done: 0, total: null, finished: false }
  tray.value = [...tray.value, { id, title, startedAt: Date.now(), progress, problem: null, href: href ?? null }]
  const next = async () => {
    if (!tray.value.some((work) => work.id === id)) return
    try {
      const now = await ask()
      update(id, { progress: now, problem: null })
      if (!now.finished) setTimeout(next, everyMs)
    } catch (fault) {
      const problem = asProblem(fault)
      update(id, { problem })
      if (problem.uncertain) setTimeout(next, everyMs * 5)
    }
  }
  void next()
}

export const dismissWork = (id: number): void => {
  tray.value = tray.value.filter((work) => work.id !== id)
}

function update(id: number, change: Partial<LongWork>): void {
  tray.value = tray.value.map((work) => (work.id === id ? { ...work, ...change } : work))
}

/** Whole seconds left at the pace so far; null while nothing can be said. */
export function secondsLeft({ progress, startedAt }: LongWork, nowMs: number): number | null {
  const { done, total } = progress
  if (total === null || done === 0) return null
  return Math.ceil((((nowMs - startedAt) / done) * (total - done)) / 1000)
}
