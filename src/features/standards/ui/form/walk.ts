/** The way through a form as screens: one group of questions a screen, once for each member where the law asks of each. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Facts } from '../../model/facts.ts'
import type { Form, Group, Question, Section } from '../../model/form.ts'
import { answerAt, isAsked, type MissingAnswer, pathOf, withAnswer } from '../../rules/form.ts'
import type { OddAnswer } from '../../rules/oddPeople.ts'
import { personIn } from './faultWords.ts'

export type GroupScreen = {
  readonly kind: 'group'
  readonly key: string
  readonly section: Section
  readonly group: Group
  readonly person: string | null
  readonly asked: readonly Question[]
  /** The key of the screen that reads it back with others and is left from there. */
  readonly recap: string | null
}
/** A person, or a section, on one card: what was filled in beforehand of it is read back at once, and kept or changed. */
export type RecapScreen = {
  readonly kind: 'recap'
  readonly key: string
  readonly section: Section
  readonly person: string | null
  readonly groups: readonly GroupScreen[]
  /** Enough was filled in beforehand to be read back; else all of it is asked. */
  readonly whole: boolean
}
export type Screen =
  | { readonly kind: 'start' | 'check' | 'result'; readonly key: string }
  | { readonly kind: 'members'; readonly key: string; readonly section: Section }
  | GroupScreen
  | RecapScreen

export type Walked = { readonly form: Form; readonly facts: Facts; readonly day: PlainDate }

const groupKey = (section: string, group: string, person: string | null): string =>
  person === null ? `${section}/${group}` : `${section}/${group}/${person}`

const recapKey = (section: string, person: string | null): string => groupKey(section, 'doc-lai', person)

/** Where somebody is first asked. */
export const keyOfPerson = (section: Section, person: string, cards: boolean): string =>
  cards ? recapKey(section.id, person) : groupKey(section.id, section.groups[0]?.id ?? '', person)

type Part = { readonly section: Section; readonly person: string | null; readonly recap: string | null }

/** Screens of a section for one person, or for the household; groups of which nothing is asked are passed over. */
function groupScreens({ facts, day }: Walked, { section, person, recap }: Part): GroupScreen[] {
  const who = person === null ? {} : { person }
  return section.groups.flatMap((group) => {
    const asked = group.questions.filter((question) => isAsked(question, { facts, day, ...who }))
    const key = groupKey(section.id, group.id, person)
    return asked.length === 0 ? [] : [{ kind: 'group' as const, key, section, group, person, asked, recap }]
  })
}

const peopleOf = ({ facts }: Walked, section: Section): (string | null)[] =>
  section.repeat === 'members' ? (facts.members ?? []).map((member) => member.id) : [null]

/**
 * The parts that a form begins with whole: something answered in each group, and everything that is required but what is
 * asked anew. They are read back to the family at once. By the facts it began with, so that no part changes its way under
 * the answers.
 */
export function recapsOf(begun: Walked, anew: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const isWhole = (section: Section, person: string | null): boolean => {
    const groups = groupScreens(begun, { section, person, recap: null })
    const isGiven = ({ path }: Question) =>
      answerAt(begun.facts, path, person ?? undefined) !== undefined || anew.has(pathOf(path, person ?? undefined))
    return (
      groups.length > 0 &&
      groups.every(({ asked }) => asked.some(isGiven) && asked.every((q) => !q.required || isGiven(q)))
    )
  }
  return new Set(
    begun.form.sections.flatMap((section) =>
      peopleOf(begun, section).flatMap((person) => (isWhole(section, person) ? [recapKey(section.id, person)] : [])),
    ),
  )
}

type Given = {
  /** The host has something to say before the first question. */
  readonly start: boolean
  readonly recaps?: ReadonlySet<string>
  /** A person is one card, although nothing of him was known before. */
  readonly cards?: boolean
}

/** Every screen in order. */
export function screensOf(walked: Walked, { start, recaps, cards = false }: Given): Screen[] {
  const part = (section: Section, person: string | null): Screen[] => {
    const key = recapKey(section.id, person)
    const whole = recaps?.has(key) ?? false
    const recap = whole || (cards && person !== null) ? key : null
    const groups = groupScreens(walked, { section, person, recap })
    return recap ? [{ kind: 'recap', key, section, person, groups, whole }, ...groups] : groups
  }
  const screens = walked.form.sections.flatMap((section): Screen[] => {
    const parts = peopleOf(walked, section).flatMap((person) => part(section, person))
    return section.repeat === 'members' ? [{ kind: 'members', key: section.id, section }, ...parts] : parts
  })
  const first: Screen[] = start ? [{ kind: 'start', key: 'start' }] : []
  return [...first, ...screens, { kind: 'check', key: 'check' }, { kind: 'result', key: 'result' }]
}

/** Where the walk stops for a screen: a group that is read back with others, at what reads it. */
export const stopOf = (screen: Screen): string => (screen.kind === 'group' && screen.recap) || screen.key

export const stopsOf = (screens: readonly Screen[]): Screen[] =>
  screens.filter((screen) => stopOf(screen) === screen.key)

/** The key of the screen where an answer is given. */
export const keyOfMissing = ({ section, group, question, person }: MissingAnswer): string =>
  question === 'members' ? section : groupKey(section, group, person ?? null)

/** Where a remark about a question of a person leads; null where the form does not ask it now. */
export const keyOfQuestion = (screens: readonly Screen[], question: string, person: string | null): string | null =>
  screens.find(
    (screen) =>
      screen.kind === 'group' && screen.person === person && screen.asked.some((asked) => asked.id === question),
  )?.key ?? null

/** Where a fault is mended: at the question it speaks of, else at the first one about that person, else at the list of members. */
export function keyOfFault(screens: readonly Screen[], path: string): string {
  const person = personIn(path)
  const asked = path.replace(/\[[^\]]*\]/, '[]')
  const groups = screens.filter((screen) => screen.kind === 'group').filter((screen) => screen.person === person)
  const place =
    groups.find((screen) => screen.asked.some((question) => question.path === asked)) ??
    (person ? groups[0] : undefined)
  return place?.key ?? screens.find(({ kind }) => kind === 'members')?.key ?? 'check'
}

/** The first screen after this one, going round, on which something is to be done; null where none is left. */
export function nextStop(screens: readonly Screen[], at: string, stops: readonly { key: string }[]): string | null {
  const open = new Set(stops.map(({ key }) => key))
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

/** The screen of a card's group where something stands against keeping it; null where nothing does. */
export function openIn({ groups }: RecapScreen, stops: readonly { readonly key: string }[]): string | null {
  const keys = groups.map((group) => group.key)
  return stops.find(({ key }) => keys.includes(key))?.key ?? null
}

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
