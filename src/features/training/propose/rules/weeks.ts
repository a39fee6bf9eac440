/** When groups meet: the earliest open weeks in which nobody of them sits elsewhere, after what comes before. */
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
import type { ProposalLimits, Taken, Wanted } from '../model.ts'

/** Weeks that no closed day touches, the earliest first. */
export const openWeeks = (weeks: readonly PlainDate[], { closed }: ProposalLimits): PlainDate[] =>
  [...new Set(weeks)]
    .sort()
    .filter((monday) => !closed.some(({ from, until }) => from < addDays(monday, 7) && monday < until))

/** How many weeks a topic of so many days takes. */
export const weeksFor = (days: number, { daysInARow }: ProposalLimits): number =>
  Math.max(1, Math.ceil(days / daysInARow))

type Seat = Pick<Wanted, 'officialId' | 'topicId'>
/** Who sits in a class of what in which week. */
export type Diary = {
  /** Whether they sit nowhere else in these weeks, and in what comes before only in weeks before. */
  readonly isFree: (seat: Seat, weeks: readonly PlainDate[]) => boolean
  readonly enter: (seat: Seat, weeks: readonly PlainDate[]) => void
}
type BeforeOf = (topic: FrameworkTopicId) => readonly FrameworkTopicId[]

export function newDiary(taken: readonly Taken[], beforeOf: BeforeOf): Diary {
  const weeksOf = new Map<OfficialId, Set<PlainDate>>()
  const lastOf = new Map<string, PlainDate>()
  const keyOf = (who: OfficialId, topic: FrameworkTopicId) => `${who} ${topic}`
  const enter = ({ officialId, topicId }: Seat, weeks: readonly PlainDate[]) => {
    weeksOf.set(officialId, new Set([...(weeksOf.get(officialId) ?? []), ...weeks]))
    const last = [...weeks].sort().at(-1)
    if (last) lastOf.set(keyOf(officialId, topicId), last)
  }
  for (const { weeks, ...seat } of taken) enter(seat, weeks)
  return {
    enter,
    isFree: ({ officialId, topicId }, weeks) =>
      !weeks.some((week) => weeksOf.get(officialId)?.has(week)) &&
      beforeOf(topicId).every((one) => {
        const last = lastOf.get(keyOf(officialId, one))
        return last === undefined || weeks.every((week) => last < week)
      }),
  }
}

/** The first run of open weeks in which the most of them are free; empty where there are too few weeks. */
export function firstFree(
  people: readonly Wanted[],
  { open, long, diary }: { readonly open: readonly PlainDate[]; readonly long: number; readonly diary: Diary },
): PlainDate[] {
  let best: PlainDate[] = []
  let most = 0
  for (let at = 0; at + long <= open.length; at += 1) {
    const weeks = open.slice(at, at + long)
    const free = people.filter((one) => diary.isFree(one, weeks)).length
    if (free > most) [best, most] = [weeks, free]
    if (most === people.length) break
  }
  return best
}
