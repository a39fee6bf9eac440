/**
 * How each answer of a survey came about, kept beside it: `k` kept as the form had filled it in, `a` given anew, `-` not
 * answered. In the order of the form, a section of members once for each of them as they stand; runs are counted: `4k12a3-`.
 */
import type { Facts, Member } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { answerAt } from '#features/standards/rules/form.ts'
import { same } from './differences.ts'

export type Mark = 'k' | 'a' | '-'
type Place = { readonly question: string; readonly path: string; readonly person: string | null }

/** As a command brings them; a form has far fewer answers. */
export const marksPattern = '^([0-9]{0,4}[ka-])*$'
export const mostMarks = 4000

const placesOf = (form: Form, facts: Facts): Place[] =>
  form.sections.flatMap((section) => {
    const whom: (Member | null)[] = section.repeat === 'members' ? (facts.members ?? []) : [null]
    return whom.flatMap((member) =>
      section.groups.flatMap((group) =>
        group.questions.map(({ id, path }) => ({ question: id, path, person: member?.id ?? null })),
      ),
    )
  })

const packed = (marks: readonly Mark[]): string =>
  marks.join('').replace(/(.)\1*/g, (run, mark: string) => (run.length > 1 ? `${run.length}${mark}` : mark))

function unpacked(text: string): Mark[] {
  const marks: Mark[] = []
  for (const [, count, mark] of text.matchAll(/([0-9]*)([ka-])/g))
    for (let n = Number(count || 1); n > 0 && marks.length < 10_000; n--) marks.push(mark as Mark)
  return marks
}

/** The name under which an answer is looked up. */
const nameOf = (question: string, person: string | null): string => `${question} ${person ?? ''}`

export type Marked = ReadonlyMap<string, Mark>

/** What was marked of the answers of a survey, by question and person. */
export function marked(form: Form, facts: Facts, text: string): Marked {
  const marks = unpacked(text)
  return new Map(placesOf(form, facts).map(({ question, person }, at) => [nameOf(question, person), marks[at] ?? '-']))
}

export const markAt = (of: Marked, question: string, person: string | null): Mark =>
  of.get(nameOf(question, person)) ?? '-'

type Given = {
  /** What the form was filled in with. */
  readonly start: Facts
  /** Of a form that came back: how its answers had come about; what was not changed since is as it was. */
  readonly before: Marked | null
}

/** How the answers of now came about. */
export function marksOf(form: Form, { start, before }: Given, now: Facts): string {
  return packed(
    placesOf(form, now).map(({ question, path, person }): Mark => {
      const is = answerAt(now, path, person ?? undefined)
      if (is === undefined) return '-'
      if (!same(answerAt(start, path, person ?? undefined), is)) return 'a'
      return before && markAt(before, question, person) === 'a' ? 'a' : 'k'
    }),
  )
}

export type Share = { readonly kept: number; readonly all: number }

/** How many of the answers were kept, of all that were given. */
export function shareOf(text: string): Share {
  const marks = unpacked(text)
  return { kept: marks.filter((one) => one === 'k').length, all: marks.filter((one) => one !== '-').length }
}
