/** How the people of a survey differ from those of the register: who is there, who is not, who heads, who is called otherwise. */

import type { LeaveReason } from '#features/households/model.ts'
import { heardAs } from '#features/households/rules/doubles.ts'
import type { Concerned } from '#features/rounds/rules/blocks.ts'
import type { Member } from '#features/standards/model/facts.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import { registeredOtherwise } from './prefill.ts'

export type Registered = { readonly memberId: MemberId; readonly answers: Member }
export const apartKinds = ['joined', 'left', 'corrected', 'head', 'headless'] as const
export type ApartKind = (typeof apartKinds)[number]
/** Somebody who was a member, and how that ended. */
export type Gone = Registered & { readonly on: PlainDate; readonly reason: LeaveReason }
export type Left = Pick<Gone, 'on' | 'reason'>
export type Apart = {
  readonly what: ApartKind
  /** As the survey has them, or the register where the survey has not; '' of a survey without one head. */
  readonly person: string
  readonly name: string
  /** The member of the register; null of one who is not there. */
  readonly memberId: MemberId | null
  /** What the survey says of who is not there, or is called otherwise there. */
  readonly answers: Member | null
  /** How the register says that one who is not there left the household. */
  readonly gone?: Left
  /** Of who is called otherwise: the answers that differ. */
  readonly paths: readonly string[]
}

/** A case with what differs in it. */
export type PeopleApart = Concerned & { readonly apart: readonly Apart[] }

/** A difference as it is kept where a checker said why it stands. */
export const apartKey = ({ what, person }: Pick<Apart, 'what' | 'person'>): string => `kept.${what} ${person}`

/** A person whom the survey added is entered under another id: known by name, sex and year of birth. */
const alike = (a: Member, b: Member): boolean =>
  heardAs(a.name ?? '') === heardAs(b.name ?? '') && a.sex === b.sex && a.birth?.year === b.birth?.year

export const headsOf = (asked: readonly Member[]): Member[] => asked.filter(({ relation }) => relation === 'head')

const nothing = { memberId: null, answers: null, paths: [] }

/** Who heads the household by the survey and not by the register; whether the survey names one at all. */
function headApart(asked: readonly Member[], present: readonly Registered[]): Apart[] {
  const [said, second] = headsOf(asked)
  if (!said || second) return [{ ...nothing, what: 'headless', person: '', name: '' }]
  const head = present.find(({ answers }) => answers.id === said.id || alike(answers, said))
  if (!head || head.answers.relation === 'head') return []
  const { memberId, answers } = head
  return [{ ...nothing, what: 'head', person: said.id, name: answers.name ?? '', memberId }]
}

/** The last leaving of this one, known by the id, or by name, sex and year of birth. */
function goneOf(one: Member, gone: readonly Gone[]): { gone?: Left } {
  const last = gone
    .filter(({ answers }) => answers.id === one.id || alike(answers, one))
    .reduce<Gone | null>((latest, each) => (latest && latest.on >= each.on ? latest : each), null)
  return last ? { gone: { on: last.on, reason: last.reason } } : {}
}

/** `asked`: the members as answered; empty where the form asks of none. `present`: the register of now, the head first; `gone`: who left it. */
export function apartFrom(
  asked: readonly Member[],
  present: readonly Registered[],
  gone: readonly Gone[] = [],
): Apart[] {
  if (asked.length === 0) return []
  const strange = asked.filter((one) => !present.some(({ answers }) => answers.id === one.id))
  const missing = present.filter(({ answers }) => !asked.some((one) => one.id === answers.id))
  const joined = strange.filter((one) => !missing.some(({ answers }) => alike(one, answers)))
  const left = missing.filter(({ answers }) => !strange.some((one) => alike(one, answers)))
  const corrected = asked.flatMap((one) => {
    const held = present.find(({ answers }) => answers.id === one.id)
    const paths = held ? registeredOtherwise(held.answers, one) : []
    return held && paths.length > 0 ? [{ one, held, paths }] : []
  })
  const name = (of: Member) => of.name ?? ''
  return [
    ...joined.map((one) => ({
      ...nothing,
      ...{ what: 'joined' as const, person: one.id, name: name(one), answers: one },
      ...goneOf(one, gone),
    })),
    ...left.map(({ memberId, answers }) => ({
      ...nothing,
      ...{ what: 'left' as const, person: answers.id, name: name(answers), memberId },
    })),
    ...corrected.map(({ one, held: { memberId, answers }, paths }) => ({
      ...{ what: 'corrected' as const, person: one.id, name: name(answers), memberId, answers: one, paths },
    })),
    ...headApart(asked, present),
  ]
}

/** Those that come from the register, which changed since the survey was sent; the others were learned from the survey. */
export const isSince = (one: Apart, changed: readonly { readonly person: string }[]): boolean =>
  changed.some(({ person }) => person === one.person)

/** Where the number by which the family wants to be called is not that of the register. */
export function phoneApart(said: string | undefined, registered: string | null) {
  const now = registered ?? ''
  return said === undefined || said === now ? null : { said, registered: now }
}
