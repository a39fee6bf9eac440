/** Two persons who are one: which of their stays can stand beside each other, what becomes of one that cannot, and what the kept one lacks. */

import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Birth } from '#kernel/persons.ts'
import type { Member, MemberFacts, Takeable } from '../model.ts'

export type Stay = {
  readonly householdId: HouseholdId
  readonly member: Pick<Member, 'memberId' | 'personId' | 'relation' | 'joinedOn' | 'leftOn' | 'citizenId'>
}

/** Why two stays cannot be one person's; `void`: the second was the same person entered twice, and never held a day. */
export type Joining = 'beside' | 'void' | 'same_person' | 'two_homes' | 'two_ids' | 'head' | 'number'

const until = ({ leftOn }: Stay['member']): PlainDate | '9999' => leftOn ?? '9999'

/** Whether both hold a day. A stay entered by mistake holds none. */
const meet = (a: Stay['member'], b: Stay['member']): boolean => a.joinedOn < until(b) && b.joinedOn < until(a)

/** Of the person who stays known and the other, who is the same. `taken`: what the first takes over. */
export function joiningOf(kept: Stay, other: Stay, taken: readonly Takeable[]): Joining {
  if (kept.member.personId === other.member.personId) return 'same_person'
  if (kept.member.citizenId && other.member.citizenId) return 'two_ids'
  if (!meet(kept.member, other.member)) return 'beside'
  if (kept.householdId !== other.householdId || other.member.leftOn !== null) return 'two_homes'
  if (other.member.relation === 'head') return 'head'
  return other.member.citizenId && !taken.includes('citizenId') ? 'number' : 'void'
}

/** Whether the second says more of the same birth. */
const saysMore = (known: Birth, other: Birth): boolean => {
  if (known.year !== other.year) return false
  if (known.month === undefined) return other.month !== undefined
  return known.month === other.month && known.day === undefined && other.day !== undefined
}

type Known = Pick<Member, 'birth' | 'citizenId' | 'hasInsuranceNo' | 'facts' | 'leftOn'>

/** What the kept one lacks and the other has. A stay that has ended is left as it is. */
export function lackedBy(kept: Known, other: Known): Takeable[] {
  if (kept.leftOn !== null) return []
  const names = Object.keys(other.facts) as (keyof MemberFacts & string)[]
  return [
    ...(saysMore(kept.birth, other.birth) ? (['birth'] as const) : []),
    ...(!kept.citizenId && other.citizenId ? (['citizenId'] as const) : []),
    ...(!kept.hasInsuranceNo && other.hasInsuranceNo ? (['insuranceNo'] as const) : []),
    ...names
      .filter((name) => kept.facts[name] === undefined && other.facts[name] !== undefined)
      .map((name): Takeable => `facts.${name}`),
  ]
}
