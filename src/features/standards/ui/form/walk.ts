/** The way through a form as screens: one group of questions a screen, once for each member where the law asks of each. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form, Group, Question, Section } from '../../model/form.ts'
import { answerAt, isAsked, type MissingAnswer, withAnswer } from '../../rules/form.ts'
import type { OddAnswer } from '../../rules/odd.ts'

export type GroupScreen = {
  readonly kind: 'group'
  readonly key: string
  readonly section: Section
  readonly group: Group
  readonly person: string | null
  readonly asked: readonly Question[]
}
export type Screen =
  | { readonly kind: 'start' | 'check' | 'result'; readonly key: string }
  | { readonly kind: 'members'; readonly key: string; readonly section: Section }
  | GroupScreen

export type Walked = { readonly form: Form; readonly facts: Facts; readonly day: PlainDate }

const groupKey = (section: string, group: string, person: string | null): string =>
  person === null ? `${section}/${group}` : `${section}/${group}/${person}`

/** Screens of a section for one person, or for the household; groups of which nothing is asked are passed over. */
function groupScreens({ facts, day }: Walked, section: Section, person: string | null): GroupScreen[] {
  const who = person === null ? {} : { person }
  return section.groups.flatMap((group) => {
    const asked = group.questions.filter((question) => isAsked(question, { facts, day, ...who }))
    const key = groupKey(section.id, group.id, person)
    return asked.length === 0 ? [] : [{ kind: 'group' as const, key, section, group, person, asked }]
  })
}

/** Every screen in order. `start` is there where the host has something to say before the first question. */
export function screensOf(walked: Walked, start: boolean): Screen[] {
  const screens = walked.form.sections.flatMap((section): Screen[] => {
    if (section.repeat !== 'members') return groupScreens(walked, section, null)
    const people = walked.facts.members ?? []
    return [
      { kind: 'members', key: section.id, section },
      ...people.flatMap((member) => groupScreens(walked, section, member.id)),
    ]
  })
  const first: Screen[] = start ? [{ kind: 'start', key: 'start' }] : []
  return [...first, ...screens, { kind: 'check', key: 'check' }, { kind: 'result', key: 'result' }]
}

/** The key of the screen where an answer is given. */
export const keyOfMissing = ({ section, group, question, person }: MissingAnswer): string =>
  question === 'members' ? section : groupKey(section, group, person ?? null)

/** Where a remark about a question of a person leads; null where the form does not ask it now. */
export const keyOfQuestion = (screens: readonly Screen[], question: string, person: string | null): string | null =>
  screens.find(
    (screen) =>
      screen.kind === 'group' && screen.person === person && screen.asked.some((asked) => asked.id === question),
  )?.key ?? null

/** The first screen after this one, going round, on which an answer is missing; null where none is left. */
export function nextMissing(screens: readonly Screen[], at: string, missing: readonly MissingAnswer[]): string | null {
  const open = new Set(missing.map(keyOfMissing))
  const place = screens.findIndex((screen) => screen.key === at)
  const around = [...screens.slice(place + 1), ...screens.slice(0, Math.max(place, 0))]
  return around.find((screen) => open.has(screen.key))?.key ?? null
}

/** What is asked again of what a screen asks; of the list of members on its own screen. */
export const oddOn = (odd: readonly OddAnswer[], screen: Screen): readonly OddAnswer[] =>
  odd.filter(({ path, person }) =>
    screen.kind === 'group'
      ? screen.person === person && screen.asked.some((question) => question.path === path)
      : screen.kind === 'members' && path === 'members',
  )

/** Under which name a question of a person keeps what cannot be read. */
export const nameOfAsked = (question: string, person: string | null): string => `${person ?? ''}:${question}`

/** Where something stands that cannot be read, of what is asked now. */
export const unreadOn = (screens: readonly Screen[], unread: Readonly<Record<string, unknown>>) =>
  screens.flatMap((screen) => {
    if (screen.kind !== 'group') return []
    const stands = (question: Question) =>
      Object.keys(unread).some((name) => name.startsWith(`${nameOfAsked(question.id, screen.person)} `))
    return screen.asked.filter(stands).map((question) => ({ key: screen.key, question, person: screen.person }))
  })

const times = (walked: Walked): { question: Question; person: string | null }[] =>
  walked.form.sections.flatMap((section) => {
    const questions = section.groups.flatMap((group) => group.questions)
    const people = section.repeat === 'members' ? (walked.facts.members ?? []).map((m) => m.id) : [null]
    return people.flatMap((person) => questions.map((question) => ({ question, person })))
  })

/**
 * The facts that count: without answers to questions that are no longer asked (the contract of one who now farms). What
 * was typed stays with the draft; taking a turn back brings it to light again.
 */
export function countedFacts(walked: Walked): Facts {
  let { facts } = walked
  for (let settled = false; !settled; ) {
    settled = true
    for (const { question, person } of times({ ...walked, facts })) {
      const who = person === null ? {} : { person }
      if (answerAt(facts, question.path, person ?? undefined) === undefined) continue
      if (isAsked(question, { facts, day: walked.day, ...who })) continue
      facts = withAnswer(facts, { path: question.path, ...who }, undefined)
      settled = false
    }
  }
  if (facts.members === undefined || facts.memberCount === undefined) return facts
  const { memberCount: _counted, ...rest } = facts
  return rest
}

/** Members with one more at the end, who has nothing but an id. The first one is the head. */
export const withPerson = (facts: Facts, id: string): Facts => {
  const members = facts.members ?? []
  const relation = members.length === 0 ? ({ relation: 'head' } as const) : {}
  return { ...facts, members: [...members, { id, ...relation }] }
}

export const withoutPerson = (facts: Facts, id: string): Facts => ({
  ...facts,
  members: (facts.members ?? []).filter((member) => member.id !== id),
})
