/** From what the database says to what a proposal is made from. Pure. */
import { daysBetween, type PlainDate } from '#kernel/dates.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import type { LimitKind, LimitSays, Turn } from '../../limits/model.ts'
import { closedIn } from '../../limits/rules.ts'
import { daysOfWeek, weeksIn } from '../../plan/rules/weeks.ts'
import type { ProposalLimits, ProposalTopic } from '../model.ts'
import { allBefore } from './order.ts'

type Limit = LimitSays & {
  readonly kind: LimitKind
  readonly from: PlainDate
  readonly until: PlainDate | null
}
/** What a limit of a kind says as a number; null where nobody laid it down. */
export const numberOf = (limits: readonly Limit[], kind: LimitKind): number | null =>
  limits.find((one) => one.kind === kind)?.value ?? null

/** Null without a largest class, by which there is no telling how many classes there are. What else is not laid down does not limit. */
export function limitsFor(limits: readonly Limit[], year: number): ProposalLimits | null {
  const largestClass = numberOf(limits, 'largest_class')
  if (largestClass === null) return null
  return {
    largestClass,
    fromOnePlace: numberOf(limits, 'from_one_place') ?? largestClass,
    // A week has five working days, whatever is laid down.
    daysInARow: Math.min(numberOf(limits, 'days_in_a_row') ?? 5, 5),
    furthest: numberOf(limits, 'furthest_way') ?? 1000,
    closed: limits.flatMap(({ firstDay, lastDay, from, until }) =>
      firstDay && lastDay ? closedIn(year, { firstDay, lastDay, from, until }) : [],
    ),
  }
}

type Topic = {
  readonly topicId: FrameworkTopicId
  readonly frameworkId: string
  readonly code: string
  readonly hours: number | null
  readonly requires: readonly string[]
}
type Lengths = { readonly hoursADay: number | null; readonly unsaidDays: number | null }

/** How many days a topic takes: its hours by the hours of a day; where either is not said, what the actor says. */
export const daysOf = (hours: number | null, { hoursADay, unsaidDays }: Lengths): number | null =>
  hours !== null && hours > 0 && hoursADay !== null ? Math.ceil(hours / hoursADay) : unsaidDays

/** Topics with how long they are and what comes before them in their own framework. */
export function topicsFor(topics: readonly Topic[], lengths: Lengths): ProposalTopic[] {
  const ofFramework = new Map<string, Topic[]>()
  for (const one of topics) ofFramework.set(one.frameworkId, [...(ofFramework.get(one.frameworkId) ?? []), one])
  return [...ofFramework.values()].flatMap((of) => {
    const before = allBefore(of)
    return of.map(({ topicId, hours }) => ({
      ...{ topicId, days: daysOf(hours, lengths), before: before.get(topicId) ?? [] },
    }))
  })
}

/** Mondays of weeks of a year. */
export const mondaysOf = (year: number, weeks: readonly number[]): PlainDate[] =>
  weeks.map((week) => daysOfWeek(year, week)[0])

/** The weeks of a year that begin after the day. */
export const weeksToCome = (year: number, day: PlainDate): number[] =>
  Array.from({ length: weeksIn(year) }, (_, at) => at + 1).filter((week) => daysOfWeek(year, week)[0] > day)

/** The week of the year whose Monday it is. */
export const weekOf = (year: number, monday: PlainDate): number => daysBetween(daysOfWeek(year, 1)[0], monday) / 7 + 1

/** The first weeks first, all that one turn meets before all that it does not, then the next turn. Smaller is earlier. */
export const priorityOf = (order: readonly Turn[], meets: (turn: Turn) => boolean): number =>
  order.reduce((sum, turn, at) => sum + (meets(turn) ? 0 : 2 ** (order.length - 1 - at)), 0)
