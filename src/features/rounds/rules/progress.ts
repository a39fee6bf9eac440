/** How far an open round is, and which of its villages are behind the time that has passed. */
import { daysBetween, type PlainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type CaseState, type Pace, paces, type RoundState } from '../model.ts'

type Window = { readonly state: RoundState; readonly windowFrom: PlainDate; readonly windowUntil: PlainDate }
export type Counts = Readonly<Record<CaseState | 'total', number>>

/** Households of whom a survey is asked: all on the list but those that left the round. */
export const askedIn = ({ total, ended }: Counts): number => total - ended
/** Surveys that are in: sent and waiting, or accepted. */
export const sentIn = ({ submitted, accepted }: Counts): number => submitted + accepted
export const unsentIn = (counts: Counts): number => askedIn(counts) - sentIn(counts)

export const isOpen = (state: RoundState): boolean => state !== 'completed' && state !== 'cancelled'

/** Days until the last one, which counts: 0 on the last day, negative after it. */
export const daysLeft = ({ windowUntil }: Window, today: PlainDate): number => daysBetween(today, windowUntil)

/** The part of the window that has passed when this day begins, from 0 to 1. */
function passed({ windowFrom, windowUntil }: Window, today: PlainDate): number {
  const days = daysBetween(windowFrom, windowUntil) + 1
  return Math.min(1, Math.max(0, daysBetween(windowFrom, today) / days))
}

/** The part of what is asked that must be in by this day: half of the time that has passed; after the last day, all. */
export const dueBy = (round: Window, today: PlainDate): number =>
  daysLeft(round, today) < 0 ? Number.POSITIVE_INFINITY : passed(round, today) / 2

/** Behind: surveys are missing after the last day, or fewer than half of those the passed time asks for are in. */
export const isBehind = (round: Window, counts: Counts, today: PlainDate): boolean =>
  isOpen(round.state) && unsentIn(counts) > 0 && sentIn(counts) < askedIn(counts) * dueBy(round, today)

/** Late: the last day has passed and the round is not at its end. Slow: it is behind the time that has passed. */
export function paceOf(round: Window, counts: Counts, today: PlainDate): Pace {
  if (isOpen(round.state) && daysLeft(round, today) < 0) return 'late'
  return isBehind(round, counts, today) ? 'slow' : 'fine'
}

/** What is late first, then what is slow, then what ends sooner. */
export const byPace = (
  a: { readonly pace: Pace; readonly daysLeft: number },
  b: { readonly pace: Pace; readonly daysLeft: number },
): number => paces.indexOf(a.pace) - paces.indexOf(b.pace) || a.daysLeft - b.daysLeft

export const villageStandingWords = {
  none: { vi: 'không có hộ', en: 'no household' },
  done: { vi: 'xong', en: 'done' },
  sent: { vi: 'đã gửi đủ', en: 'all sent' },
  late: { vi: 'chậm', en: 'late' },
  under_way: { vi: 'đang làm', en: 'under way' },
} as const satisfies Record<string, Said>

/** Where a village stands in its round. */
export function villageStanding(counts: Counts, late: boolean): keyof typeof villageStandingWords {
  if (askedIn(counts) === 0) return 'none'
  if (counts.accepted === askedIn(counts)) return 'done'
  if (unsentIn(counts) === 0) return 'sent'
  return late ? 'late' : 'under_way'
}
