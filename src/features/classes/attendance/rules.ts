/** When a session takes people, when it closes, and who has completed a class. Pure. */
import type { ClassState } from '../list/model.ts'
import type { Slot } from '../sessions/model.ts'
import { type AttendanceDeed, type Mark, marks, type Share } from './model.ts'

/** People come before a session begins: from so many minutes before it they are marked and the code is taken. Ours, of no law. */
export const earlyMinutes = 30

type Moment = string
const minutesOf = (moment: Moment): number => Date.parse(`${moment}:00Z`) / 60_000
/** Whether people can be marked as being there, at a moment by the clock of Vietnam. */
export const takesPeople = ({ day, from }: Slot, moment: Moment): boolean =>
  minutesOf(moment) >= minutesOf(`${day}T${from}`) - earlyMinutes
/** Whether the code of a session is shown and taken: until it ends. */
export const takesCode = (slot: Slot, moment: Moment): boolean =>
  takesPeople(slot, moment) && moment < `${slot.day}T${slot.until}`
/** By the minute in which the session begins: whoever comes after it is late. */
export const isLate = ({ day, from }: Slot, moment: Moment): boolean => moment > `${day}T${from}`

type Standing = Slot & { readonly closed: boolean }
/** What may be done with a session of a class in a state. Before it takes people leave is given, in any open class. */
export function mayDo(deed: AttendanceDeed, session: Standing, { state, moment }: At): boolean {
  if (state === 'completed' || state === 'cancelled') return false
  if (deed === 'reopen' || session.closed) return deed === 'reopen' && session.closed
  if (deed === 'mark') return true
  return state === 'running' && (deed === 'code' ? takesCode : takesPeople)(session, moment)
}
type At = { readonly state: ClassState; readonly moment: Moment }

export const isThere = (mark: Mark | null): boolean => mark !== null && marks[mark].there

/** Heads and marks agree, or it is said why not. */
export const mayClose = (heads: number, there: number, because: string): boolean => heads === there || because !== ''

/**
 * Of whom nothing was said when a session was closed: absent without leave. Who came into the class later is not called so, but
 * what they missed is missed: a turn is the whole class.
 */
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

/** Before a session takes people only leave is given. */
export const mayMark = (mark: Mark | null, opens: boolean): boolean => opens || mark === 'excused' || mark === null

/** The mark that a key stands for; null of any other. */
export const markOfKey = (key: string): Mark | null =>
  (Object.keys(marks) as Mark[]).find((one) => marks[one].key === key.toLowerCase()) ?? null
