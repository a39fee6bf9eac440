/** What a survey says otherwise than the register: who is there, who is not, who heads the household. */
import type { Member } from '#features/standards/model/facts.ts'
import type { MemberId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'

export type Registered = { readonly memberId: MemberId; readonly answers: Member }
export type Learned = {
  readonly what: 'joined' | 'left' | 'head'
  readonly name: string
  /** The member of the register; null of one who is not there yet. */
  readonly memberId: MemberId | null
  /** What the survey says of who is not there yet. */
  readonly answers: Member | null
}

/** A person whom the survey added is entered under another id: known by name, sex and year of birth. */
const alike = (a: Member, b: Member): boolean =>
  fold(a.name ?? '') === fold(b.name ?? '') && a.sex === b.sex && a.birth?.year === b.birth?.year

type Known = { readonly sent: readonly Member[]; readonly present: readonly Registered[] }

/**
 * `asked`: the members as answered; empty where the form asks of none. `sent`: the register on the day of the survey,
 * `present`: now. Who came or went in the register since then was not learned from the survey.
 */
export function learnedFrom(asked: readonly Member[], { sent, present }: Known): Learned[] {
  if (asked.length === 0) return []
  const known = (one: Member) => sent.some(({ id }) => id === one.id)
  const strange = asked.filter((one) => !present.some(({ answers }) => answers.id === one.id))
  const missing = present.filter(({ answers }) => !asked.some((one) => one.id === answers.id))
  const joined = strange.filter((one) => !known(one) && !missing.some(({ answers }) => alike(one, answers)))
  const left = missing.filter(({ answers }) => known(answers) && !strange.some((one) => alike(one, answers)))
  const said = asked.find((one) => one.relation === 'head')
  const head = said && present.find(({ answers }) => answers.id === said.id || alike(answers, said))
  const name = (of: Member) => of.name ?? ''
  return [
    ...joined.map((one) => ({ what: 'joined' as const, name: name(one), memberId: null, answers: one })),
    ...left.map(({ memberId, answers }) => ({ what: 'left' as const, name: name(answers), memberId, answers: null })),
    ...(head && head.answers.relation !== 'head'
      ? [{ what: 'head' as const, name: name(head.answers), memberId: head.memberId, answers: null }]
      : []),
  ]
}
