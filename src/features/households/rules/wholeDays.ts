/** On every day on which a household stands somebody lives there and one of them is head: what a stay taken away would break. */
import type { PlainDate } from '#kernel/dates.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Member } from '../model.ts'
import { isPresent } from './membership.ts'

type Stay = Pick<Member, 'memberId' | 'personId' | 'joinedOn' | 'leftOn'>
/** From the day on another was head than `before`. */
export type Turn = { readonly on: PlainDate; readonly before: PersonId }

export type Days = {
  readonly since: PlainDate
  readonly stays: readonly Stay[]
  /** In the order of their days. */
  readonly turns: readonly Turn[]
  readonly head: PersonId
}

const headOn = ({ turns, head }: Days, day: PlainDate): PersonId => turns.find(({ on }) => on > day)?.before ?? head

/** What a day lacks. */
type Lack = 'anybody' | 'head' | null
function lackOn(days: Days, day: PlainDate): Lack {
  const there = days.stays.filter((stay) => isPresent(stay, day))
  if (there.length === 0) return 'anybody'
  return there.some(({ personId }) => personId === headOn(days, day)) ? null : 'head'
}

/** The first day that lacks somebody, or else a head, by `after` and did not by `before`. */
export function findBroken(
  before: Days,
  after: Days,
): { readonly day: PlainDate; readonly lacks: Exclude<Lack, null> } | null {
  const all = [before, after].flatMap(({ stays, turns }) => [
    ...stays.flatMap(({ joinedOn, leftOn }) => (leftOn ? [joinedOn, leftOn] : [joinedOn])),
    ...turns.map(({ on }) => on),
  ])
  const days = [...new Set([after.since, ...all])].filter((day) => day >= after.since).sort()
  for (const lacks of ['anybody', 'head'] as const) {
    const day = days.find((one) => lackOn(after, one) === lacks && lackOn(before, one) !== lacks)
    if (day) return { day, lacks }
  }
  return null
}
