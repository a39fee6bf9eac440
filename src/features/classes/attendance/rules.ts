/** When a session closes and who has completed a class. Pure. */
import { type Mark, marks, type Share } from './model.ts'

export const isThere = (mark: Mark | null): boolean => mark !== null && marks[mark].there

/** Heads and marks agree, or it is said why not. */
export const mayClose = (heads: number, there: number, because: string): boolean => heads === there || because !== ''

/** Of whom nothing was said when a session was closed: absent without leave. */
export const asClosed = (mark: Mark | null): Mark => mark ?? 'unexcused'

/**
 * Whether so much was attended that it is a turn. By a share that the province lays down: of all sessions, half ones by
 * half. Where none is laid down: every session of which they were not excused, whole; and of one excused from all none.
 */
export function fulfils(of: readonly Mark[], share: Share): boolean {
  if (share) {
    const halves = of.reduce((sum, mark) => sum + marks[mark].halves, 0)
    return of.length > 0 && halves * 100 >= share.value * 2 * of.length
  }
  const asked = of.filter((mark) => mark !== 'excused')
  return asked.length > 0 && asked.every((mark) => marks[mark].halves === 2)
}

/** Before a session begins only leave is given. */
export const mayMark = (mark: Mark | null, begun: boolean): boolean => begun || mark === 'excused' || mark === null

/** The mark that a key stands for; null of any other. */
export const markOfKey = (key: string): Mark | null =>
  (Object.keys(marks) as Mark[]).find((one) => marks[one].key === key.toLowerCase()) ?? null
