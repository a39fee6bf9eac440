/** Days of a round that cannot be. What may be, and is seldom meant, is asked about: `doubts.ts`. */
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type RoundKind, roundStateWords, type StepName } from '../model.ts'
import { roundProblem } from '../problems.ts'
import { type StepLine, standingOf } from './steps.ts'

export type Window = { readonly kind: RoundKind; readonly windowFrom: PlainDate; readonly windowUntil: PlainDate }
type Valid = { readonly validity: { readonly from: string; readonly until: string } }

const yearOfDays = 366

/** Throws where the days of a new round cannot be. */
export function mustBeWindow({ windowFrom, windowUntil }: Window, today: PlainDate): void {
  if (windowUntil < windowFrom || windowUntil > addDays(windowFrom, yearOfDays)) throw roundProblem('rounds.window')
  if (windowFrom > addDays(today, yearOfDays)) throw roundProblem('rounds.too_far', { from: windowFrom })
}

/** An ad hoc round is decided by the standard of the day on which it is signed: all of it lies within one. */
export function mustLieWithin({ kind, windowFrom, windowUntil }: Window, { validity }: Valid): void {
  if (kind === 'annual') return
  const [from, until] = [plainDate(validity.from), plainDate(validity.until)]
  if (windowFrom < from || windowUntil >= until)
    throw roundProblem('rounds.beyond_standard', { from, last: addDays(until, -1) })
}

type Running = Window & { readonly classesHoldFrom: PlainDate | null }

/** A later last day: by a year at most, and before the classes hold where that day is still to come. */
export function mustBeLater({ windowUntil, classesHoldFrom }: Running, until: PlainDate, today: PlainDate): void {
  if (until <= windowUntil || until > addDays(today > windowUntil ? today : windowUntil, yearOfDays))
    throw roundProblem('rounds.not_later', { until: windowUntil })
  if (classesHoldFrom && classesHoldFrom > today && until >= classesHoldFrom)
    throw roundProblem('rounds.beyond_classes', { day: classesHoldFrom })
}

type Recorded = StepLine & { readonly day: PlainDate }

/** The first day of the round, or that of the paper step before: what this one cannot come before. */
function before(round: Window, step: StepName, lines: readonly Recorded[]): { day: PlainDate; what: Said } {
  const begins = { day: round.windowFrom, what: { vi: 'ngày bắt đầu kỳ rà soát', en: 'the first day of the round' } }
  const standing = standingOf('cancelled', round, lines)
  const at = standing.findIndex((one) => one.step === step)
  const papers = standing.slice(0, at).filter((one) => !one.built && one.line !== null)
  return papers.reduce((latest, { step: earlier, line }) => {
    if (!line || line.day <= latest.day) return latest
    const { vi, en } = roundStateWords[earlier]
    return { day: line.day, what: { vi: `ngày của bước “${vi}”`, en: `the step “${en}”` } }
  }, begins)
}

/** Throws where the paper of a step carries a day that it cannot have. */
export function mustBePaperDay(
  round: Window,
  { step, day, today }: { step: StepName; day: PlainDate; today: PlainDate },
  lines: readonly Recorded[],
): void {
  if (day > today) throw roundProblem('rounds.paper_day_ahead', { day })
  const earliest = before(round, step, lines)
  if (day < earliest.day)
    throw roundProblem('rounds.paper_day_early', { day, what: earliest.what, earliest: earliest.day })
}
