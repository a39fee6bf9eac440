/** Two persons who are one: which of their stays can stand beside each other, and what becomes of one that cannot. */
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Member } from '../model.ts'

export type Stay = {
  readonly householdId: HouseholdId
  readonly member: Pick<Member, 'memberId' | 'personId' | 'relation' | 'joinedOn' | 'leftOn' | 'citizenId'>
}

/** Why two stays cannot be one person's; `void`: the second was the same person entered twice, and never held a day. */
export type Joining = 'beside' | 'void' | 'same_person' | 'two_homes' | 'two_ids' | 'head' | 'number'

const until = ({ leftOn }: Stay['member']): PlainDate | '9999' => leftOn ?? '9999'

/** Whether both hold a day. A stay entered by mistake holds none. */
const meet = (a: Stay['member'], b: Stay['member']): boolean => a.joinedOn < until(b) && b.joinedOn < until(a)

/** Of the person who stays known and the other, who is the same. */
export function joiningOf(kept: Stay, other: Stay): Joining {
  if (kept.member.personId === other.member.personId) return 'same_person'
  if (kept.member.citizenId && other.member.citizenId) return 'two_ids'
  if (!meet(kept.member, other.member)) return 'beside'
  if (kept.householdId !== other.householdId || other.member.leftOn !== null) return 'two_homes'
  if (other.member.relation === 'head') return 'head'
  return other.member.citizenId ? 'number' : 'void'
}
