/** One household's form filled twice from one beginning: answers that do not touch come together, the rest is named. */
import type { Facts, Member } from '#features/standards/model/facts.ts'
import { type Fields, merged, type Touching } from '#kernel/revisions.ts'

export type TwoForms = {
  /** What both began with. */
  readonly was: Facts
  readonly mine: Facts
  readonly theirs: Facts
}

/** Names of answers: `settlement`, `housing/wall`, `members/<id>/job`, and `members/<id>` for a whole person. */
const groups = ['housing', 'water', 'sanitation', 'information', 'income', 'declared'] as const

const peopleOf = (facts: Facts): ReadonlyMap<string, Member> => new Map((facts.members ?? []).map((m) => [m.id, m]))

/** Answers by their names. Whoever is not in all the forms is one answer: a person is there or not. */
function flat(facts: Facts, inAll: ReadonlySet<string>): Fields {
  const of: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (name === 'members') of.members = true
    else if ((groups as readonly string[]).includes(name))
      for (const [inner, answer] of Object.entries(value as Fields)) of[`${name}/${inner}`] = answer
    else of[name] = value
  }
  for (const [id, member] of peopleOf(facts))
    if (inAll.has(id)) for (const [name, answer] of Object.entries(member)) of[`members/${id}/${name}`] = answer
    else of[`members/${id}`] = member
  return of
}

/** The form of these answers, its people in this order. */
function unflat(of: Fields, order: readonly string[]): Facts {
  const facts: Record<string, unknown> = {}
  const people = new Map<string, Record<string, unknown>>()
  for (const [name, value] of Object.entries(of)) {
    if (value === null || value === undefined) continue
    const [group = '', inner, answer] = name.split('/')
    if (inner === undefined) facts[group] = value
    else if (group !== 'members') facts[group] = { ...(facts[group] as Fields | undefined), [inner]: value }
    else if (answer === undefined) people.set(inner, value as Record<string, unknown>)
    else people.set(inner, { ...people.get(inner), [answer]: value })
  }
  const members = order.flatMap((id) => people.get(id) ?? [])
  return (of.members ? { ...facts, members } : facts) as Facts
}

/** Both in one; of answers that touch, `mine` says which of mine stand. */
export function bothForms(
  { was, mine, theirs }: TwoForms,
  isMine: (name: string) => boolean = () => false,
): { readonly facts: Facts; readonly touching: readonly Touching[] } {
  const [before, own, other] = [was, mine, theirs].map(peopleOf) as [
    Map<string, Member>,
    Map<string, Member>,
    Map<string, Member>,
  ]
  const inAll = new Set([...before.keys()].filter((id) => own.has(id) && other.has(id)))
  const [base, now, wanted] = [was, theirs, mine].map((facts) => flat(facts, inAll)) as [Fields, Fields, Fields]
  // What a form leaves out was emptied, so every name counts.
  const names = [...new Set([base, now, wanted].flatMap(Object.keys))]
  const full = (of: Fields) => Object.fromEntries(names.map((name) => [name, of[name] ?? null]))
  const { set, touching } = merged({ was: full(base), wanted: full(wanted), now: full(now) })
  const chosen = touching.flatMap(({ field, yours }) => (isMine(field) ? [[field, yours] as const] : []))
  const order = [...new Set([...other.keys(), ...own.keys()])]
  return { facts: unflat({ ...now, ...set, ...Object.fromEntries(chosen) }, order), touching }
}
