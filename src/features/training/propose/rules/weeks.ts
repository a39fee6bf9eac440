/** When groups meet: the earliest open weeks in which nobody of them sits elsewhere. */
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import type { ProposalLimits, Wanted } from '../model.ts'

/** Weeks that no closed day touches, the earliest first. */
export const openWeeks = (weeks: readonly PlainDate[], { closed }: ProposalLimits): PlainDate[] =>
  [...new Set(weeks)]
    .sort()
    .filter((monday) => !closed.some(({ from, until }) => from < addDays(monday, 7) && monday < until))

/** How many weeks a topic of so many days takes. */
export const weeksFor = (days: number, { daysInARow }: ProposalLimits): number =>
  Math.max(1, Math.ceil(days / daysInARow))

/** Who sits in a class in which week. */
export type Diary = {
  readonly isFree: (person: OfficialId, weeks: readonly PlainDate[]) => boolean
  readonly enter: (person: OfficialId, weeks: readonly PlainDate[]) => void
}

export function newDiary(): Diary {
  const taken = new Map<OfficialId, Set<PlainDate>>()
  return {
    isFree: (person, weeks) => !weeks.some((week) => taken.get(person)?.has(week)),
    enter: (person, weeks) => taken.set(person, new Set([...(taken.get(person) ?? []), ...weeks])),
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
    const free = people.filter(({ officialId }) => diary.isFree(officialId, weeks)).length
    if (free > most) [best, most] = [weeks, free]
    if (most === people.length) break
  }
  return best
}
