/** Two surveys of one household side by side: which answers differ, question by question of the form. */
import type { Facts, Member } from '#features/standards/model/facts.ts'
import type { Form, Question } from '#features/standards/model/form.ts'
import { answerAt, isAsked, isMemberPath, questionCalled } from '#features/standards/rules/form.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { isPrefilled } from './prefill.ts'

export type Difference = {
  readonly section: string
  readonly question: string
  readonly path: string
  readonly person: string | null
  readonly personName: string | null
  readonly before: unknown
  readonly now: unknown
}

/** Equal whatever the order of the ticks or of the parts. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one) => b.includes(one))
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}

/** Everybody of either survey, those of now first. */
const everybody = (before: Facts, now: Facts): Member[] => {
  const present = now.members ?? []
  return [...present, ...(before.members ?? []).filter((m) => !present.some((p) => p.id === m.id))]
}

/** In the order of the form; an answer that was not given is null. */
export function differencesOf(form: Form, before: Facts, now: Facts): Difference[] {
  const people = everybody(before, now)
  return form.sections.flatMap((section) =>
    section.groups.flatMap((group) =>
      group.questions.flatMap((question) => {
        const whom: (Member | null)[] = section.repeat === 'members' ? people : [null]
        return whom.flatMap((member) => {
          const was = answerAt(before, question.path, member?.id) ?? null
          const is = answerAt(now, question.path, member?.id) ?? null
          if (same(was, is)) return []
          const person = member?.id ?? null
          const personName = member?.name ?? null
          const at = { section: section.id, question: question.id, path: question.path }
          return [{ ...at, person, personName, before: was, now: is }]
        })
      }),
    ),
  )
}

/** A survey as it was filled in. `byPoints`: some table of points reads where the household lives. */
export type Asking = { readonly facts: Facts; readonly day: PlainDate; readonly byPoints: boolean }

export const isListed = ({ members }: Facts, person: string): boolean =>
  members?.some(({ id }) => id === person) ?? false

/** Whether a survey asked it at all: of who stands in it, and where its other answers lead there. */
export function wasAsked(question: Question, { facts, day, byPoints }: Asking, person: string | null): boolean {
  if (person !== null && isMemberPath(question.path) && !isListed(facts, person)) return false
  if (question.path === 'region' && !byPoints) return false
  return isAsked(question, { facts, day, ...(person !== null && { person }) })
}

/**
 * Since an earlier survey: of what this one asked. What it had no reason to ask is no change of an answer; who is gone is
 * told once, by their name.
 */
export function changesSince(form: Form, before: Facts, now: Asking): Difference[] {
  const told = new Set<string>()
  return differencesOf(form, before, now.facts).filter(({ question: id, person, now: is }) => {
    const question = questionCalled(form, id)
    if (is !== null || !question || wasAsked(question, now, person)) return true
    if (person === null || isListed(now.facts, person) || told.has(person)) return false
    told.add(person)
    return true
  })
}

export type Kept = {
  readonly question: string
  readonly person: string | null
  /** Whence it was filled in. */
  readonly from: 'before' | 'register'
}

/** `before`: the survey of an earlier round; `start`: what the form began with, from it and the register. */
type Given = { readonly before: Facts | null; readonly start: Facts }

/**
 * Answers filled in from last time or from the register, and sent unchanged. What a survey keeps does not say whether they
 * were asked again: only that nobody changed them.
 */
export function keptOf(form: Form, { before, start }: Given, now: Facts): Kept[] {
  const whence = ({ path }: { path: string }, person: string | undefined): Kept['from'] | null => {
    const is = answerAt(now, path, person)
    const holds = (facts: Facts | null) => is !== undefined && facts !== null && same(answerAt(facts, path, person), is)
    // Who somebody is, is the register's, also where last time said the same.
    if (isPrefilled(path) && holds(before)) return 'before'
    return holds(start) ? 'register' : null
  }
  return form.sections.flatMap((section) =>
    section.groups.flatMap((group) =>
      group.questions.flatMap((question) => {
        const whom: (Member | null)[] = section.repeat === 'members' ? (now.members ?? []) : [null]
        return whom.flatMap((member) => {
          const from = whence(question, member?.id)
          return from ? [{ question: question.id, person: member?.id ?? null, from }] : []
        })
      }),
    ),
  )
}

/** The section of the form in which a question stands; the question itself where the form has none of that name. */
export const sectionOf = (form: Form, question: string): string =>
  form.sections.find((s) => s.groups.some((g) => g.questions.some((q) => q.id === question)))?.id ?? question
