/** The answers of two surveys as rows of the form, each with a name that a reader knows. */

import type { Facts, Member } from '#features/standards/model/facts.ts'
import type { Form, Question, Section } from '#features/standards/model/form.ts'
import { answerAt, questionsOf } from '#features/standards/rules/form.ts'
import type { OddAnswer } from '#features/standards/rules/oddPeople.ts'
import { answerText, type Lists, personName } from '#features/standards/ui/form/words.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import type { Said } from '#kernel/text.ts'
import { say } from '#platform/web/language.ts'
import { type Asking, isListed, wasAsked } from '../../rules/differences.ts'
import type { NoteAt } from './notes.ts'

/** As a reader knows it; else why there is none. */
export type Told = { readonly text: string } | { readonly none: 'unanswered' | 'not_asked' | 'not_listed' }

export type AnswerRow = {
  readonly key: string
  readonly question: Question
  readonly person: string | null
  readonly personName: string | null
  /** Null: there is no earlier survey. */
  readonly before: Told | null
  readonly now: Told
  readonly differs: boolean
  /** Filled in beforehand and sent unchanged: whence. */
  readonly kept: 'before' | 'register' | null
  /** What a checker should look at again. */
  readonly odd: readonly Said[]
}

const lists: Lists = { ethnicity: ethnicGroups.map(({ code, name }) => ({ value: code, label: name })) }

export const shown = (question: Question, value: unknown): string | null => answerText(question, value, lists)
export const keyOf = (question: string, person: string | null): string => `${question} ${person ?? ''}`

/** Everybody of either survey, those of now first. */
function everybody(now: Facts, before: Facts | null): Member[] {
  const present = now.members ?? []
  return [...present, ...(before?.members ?? []).filter((m) => !present.some((p) => p.id === m.id))]
}

type Two = {
  readonly now: Asking
  readonly before: Asking | null
  readonly differs: ReadonlySet<string>
  readonly kept: ReadonlyMap<string, 'before' | 'register'>
  readonly odd: readonly OddAnswer[]
}

function toldIn(question: Question, asking: Asking, person: string | null): Told {
  const text = shown(question, answerAt(asking.facts, question.path, person ?? undefined))
  if (text !== null) return { text }
  if (person !== null && !isListed(asking.facts, person)) return { none: 'not_listed' }
  return { none: wasAsked(question, asking, person) ? 'unanswered' : 'not_asked' }
}

/** The rows of a section; a question nobody answered, then or now, has none. */
export function rowsOf(section: Section, { now, before, differs, kept, odd }: Two): AnswerRow[] {
  const everyone = section.repeat === 'members' ? everybody(now.facts, before?.facts ?? null) : [null]
  return everyone.flatMap((member) =>
    section.groups.flatMap((group) =>
      group.questions.flatMap((question) => {
        const person = member?.id ?? null
        const key = keyOf(question.id, person)
        const is = toldIn(question, now, person)
        const was = before ? toldIn(question, before, person) : null
        if (!('text' in is) && !(was && 'text' in was)) return []
        const personName = member?.name ?? person
        const again = odd.filter((one) => one.path === question.path && one.person === person)
        const marks = { differs: differs.has(key), kept: kept.get(key) ?? null, odd: again.map(({ said }) => said) }
        return [{ key, question, person, personName, before: was, now: is, ...marks }]
      }),
    ),
  )
}

/** What a note speaks of: the question and, where it is asked of each, the person. */
export function noteHeading(form: Form | null, facts: Facts | null, at: NoteAt): string {
  if (at.question === '') return say({ vi: 'Cả phiếu', en: 'The whole survey' })
  const question = form && questionsOf(form).find((one) => one.id === at.question)
  const asks = question ? say(question.asks) : at.question
  return at.person ? `${facts ? personName(facts, at.person) : at.person}, ${asks}` : asks
}

/** What a commented question was answered then and is answered now; null where it was not sent anew, or is no question. */
export function answeredSince(
  form: Form | null,
  facts: Facts | null,
  at: NoteAt & { answered: boolean; was: unknown },
) {
  const question = form && questionsOf(form).find((one) => one.id === at.question)
  if (!at.answered || !question || !facts) return null
  return { was: shown(question, at.was), now: shown(question, answerAt(facts, question.path, at.person ?? undefined)) }
}
