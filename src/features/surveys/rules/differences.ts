/** Two surveys of one household side by side: which answers differ, question by question of the form. */
import type { Facts, Member } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { answerAt } from '#features/standards/rules/form.ts'
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
function same(a: unknown, b: unknown): boolean {
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

/**
 * Answers filled in from last time and sent unchanged. What a survey keeps does not say whether they were asked again:
 * only that nobody changed them.
 */
export function keptOf(form: Form, before: Facts, now: Facts): { question: string; person: string | null }[] {
  const present = now.members ?? []
  return form.sections.flatMap((section) =>
    section.groups.flatMap((group) =>
      group.questions
        .filter((question) => isPrefilled(question.path))
        .flatMap((question) => {
          const whom: (Member | null)[] = section.repeat === 'members' ? present : [null]
          return whom
            .filter((member) => {
              const was = answerAt(before, question.path, member?.id)
              return was !== undefined && same(was, answerAt(now, question.path, member?.id))
            })
            .map((member) => ({ question: question.id, person: member?.id ?? null }))
        }),
    ),
  )
}

/** The section of the form in which a question stands; the question itself where the form has none of that name. */
export const sectionOf = (form: Form, question: string): string =>
  form.sections.find((s) => s.groups.some((g) => g.questions.some((q) => q.id === question)))?.id ?? question
