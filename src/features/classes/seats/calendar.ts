/** The sessions of a class as a calendar takes them: each with a lasting name, and with a number that only rises, so that a later file moves or strikes out what an earlier one put there. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Slot } from '../sessions/model.ts'

export type Calendar = {
  readonly title: string
  readonly organiser: string
  /** One more with each change. */
  readonly changes: number
  /** Whether nothing of it is held, or not for this person. */
  readonly off: boolean
  readonly sessions: readonly (Slot & { readonly id: string; readonly place: string | null })[]
  readonly now: number
}

/** An hour of Vietnam, which has had one offset since 1975. */
const instant = (day: string, hour: string): Date => new Date(`${day}T${hour}:00+07:00`)

export function calendarOf({ title, organiser, changes, off, sessions, now }: Calendar): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'Nâng Bước', product: 'Lớp học', language: 'VI' },
    method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  for (const { id, day, from, until, place } of sessions)
    calendar.createEvent({
      id: `${id}@nang-buoc`,
      sequence: changes,
      stamp: new Date(now),
      start: instant(day, from),
      end: instant(day, until),
      summary: title,
      description: organiser,
      location: place ?? '',
      status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
