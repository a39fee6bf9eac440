/**
 * Who may join and leave a household, and when: one head at all times, no member after leaving, days in order. A day is
 * the first on which the new state holds: who leaves on the 5th was a member until the 4th.
 */

import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import { type Birth, birthText } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import type { JoinReason, Relation } from '../model.ts'
import { householdProblem } from '../problems.ts'

/** What the rules need to know of a member. */
export type Standing = {
  readonly memberId: MemberId
  readonly name: string
  readonly relation: Relation
  readonly joinedOn: PlainDate
  readonly leftOn: PlainDate | null
}

export const isPresent = ({ joinedOn, leftOn }: Pick<Standing, 'joinedOn' | 'leftOn'>, day: PlainDate): boolean =>
  joinedOn <= day && (leftOn === null || day < leftOn)

/** The last day a birth may lie on: the year alone says no more than its first day. */
const earliestBirth = ({ year, month, day }: Birth): string =>
  `${year}-${String(month ?? 1).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`

/** Refuses days to come. */
export function mustHaveCome(on: PlainDate, today: PlainDate): void {
  if (on > today) throw householdProblem('household.day_ahead', { on: showDate(on) })
}

/** What a day may not lie before. */
export const since = {
  household: { vi: 'ngày lập hộ', en: 'the household began' },
  joined: { vi: 'ngày người này vào hộ', en: 'this person joined' },
  lastJoined: { vi: 'ngày người cuối cùng vào hộ', en: 'the last member joined' },
  headBefore: { vi: 'lần thay chủ hộ trước', en: 'the change of head before' },
  residence: { vi: 'ngày về nơi ở hiện nay', en: 'the present residence began' },
} as const satisfies Record<string, Said>

/** Refuses a day before another, which the sentence names. */
export function mustFollow(on: PlainDate, from: PlainDate, because: keyof typeof since): void {
  if (on >= from) return
  const { vi, en } = since[because]
  throw householdProblem('household.day_too_early', { from: showDate(from), because: vi, becauseEn: en })
}

/** Refuses a birth that no calendar has, and one after the day. `at`: its field. */
export function mustBeBornBy(birth: Birth, on: PlainDate, at = 'birth'): void {
  const said = { birth: birthText(birth), on: showDate(on), at }
  if (birth.day !== undefined && (birth.month === undefined || !findPlainDate(earliestBirth(birth))))
    throw householdProblem('household.birth_not_a_day', said)
  if (earliestBirth(birth) > on) throw householdProblem('household.birth_after', said)
}

type Joining = {
  readonly birth: Birth
  readonly reason: JoinReason
  readonly on: PlainDate
  /** The field of the birth, where several are sent. */
  readonly at?: string
}

/** May this person join on this day? A newborn joins on the day of birth. */
export function mustJoin({ birth, reason, on, at = 'birth' }: Joining, startedOn: PlainDate, today: PlainDate): void {
  mustHaveCome(on, today)
  mustFollow(on, startedOn, 'household')
  mustBeBornBy(birth, on, at)
  const whole = earliestBirth(birth)
  const sameDay = on.startsWith(birth.day === undefined ? String(birth.year) : whole)
  if (reason === 'born' && !sameDay) throw householdProblem('household.born_on_birth', { birth: birthText(birth), at })
}

/** May this member leave on this day? Who has left cannot leave again. */
export function mustLeave(member: Standing, on: PlainDate, today: PlainDate): void {
  const { name, leftOn, joinedOn } = member
  if (leftOn !== null) throw householdProblem('household.member_left', { name, on: showDate(leftOn) })
  mustHaveCome(on, today)
  mustFollow(on, joinedOn, 'joined')
}

/** Exactly one head among these; `at` is the field that says it. */
export function mustHaveOneHead(members: readonly { readonly relation: Relation }[], at: string): void {
  const count = members.filter((member) => member.relation === 'head').length
  if (count !== 1) throw householdProblem('household.one_head', { count, at })
}
