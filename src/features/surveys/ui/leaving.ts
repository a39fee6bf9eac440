/** Who of the register left the household, as the family says it: taken off the form with how, and back again. */
import { leaveWords } from '#features/households/model/words.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Leaving } from '#features/standards/ui/form/sheet.ts'
import { withoutPerson } from '#features/standards/ui/form/walk.ts'
import { personName } from '#features/standards/ui/form/words.ts'
import { findPlainDate } from '#kernel/dates.ts'
import type { LeftMember } from '../model.ts'
import { withHead } from '../rules/heads.ts'

export type Left = readonly LeftMember[]

/** Those that the register records by an act of their own; splitting a household has its own path. */
const reasons = ['died', 'moved_out', 'married', 'entered_by_mistake'] as const

type Of = {
  /** What the form began with. */
  readonly base: Facts
  readonly facts: Facts
  readonly left: Left
  readonly change: (facts: Facts, left: Left) => void
}

export function leavingOf({ base, facts, left, change }: Of): Leaving {
  const present = new Set(facts.members?.map(({ id }) => id))
  const gone = left.filter(({ person }) => !present.has(person))
  return {
    reasons: reasons.map((value) => ({ value, label: leaveWords[value] })),
    asks: (person) => base.members?.some(({ id }) => id === person) ?? false,
    gone: gone.map(({ person, reason, on = null }) => ({ person, name: personName(base, person), reason, on })),
    leave: (person, how) => {
      const reason = reasons.find((one) => one === how.reason)
      if (!reason) return
      // The others are to the new head what they were to the old one, so he is named while the old one is there.
      const headed = how.newHead === null ? facts : withHead(facts, how.newHead)
      change(withoutPerson(headed, person), [...left.filter((one) => one.person !== person), { person, reason }])
    },
    leftOn: (person, day) => {
      const on = day && findPlainDate(day)
      const of = ({ on: _was, ...one }: LeftMember) => (on ? { ...one, on } : one)
      change(
        facts,
        left.map((one) => (one.person === person ? of(one) : one)),
      )
    },
    takeBack: (person) => {
      const member = base.members?.find(({ id }) => id === person)
      const members = facts.members ?? []
      const others = left.filter((one) => one.person !== person)
      if (!member) return change(facts, others)
      // Somebody else may head the household by now: who comes back then says what he is to that one.
      const { relation: _head, ...rest } = member
      const hasHead = members.some(({ relation }) => relation === 'head')
      change({ ...facts, members: [...members, member.relation === 'head' && hasHead ? rest : member] }, others)
    },
  }
}
