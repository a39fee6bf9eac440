/** What of a form is asked of this household: not what the commune knows, and anew what is never taken over. Pure. */
import type { Facts } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import type { Scorer } from '#features/standards/rules/compile.ts'
import { answerAt, type MissingAnswer, pathOf } from '#features/standards/rules/form.ts'
import type { Screen } from '#features/standards/ui/form/walk.ts'

/** Where the village lies is known; its region too, or no table of points asks for it. */
function isKnown(path: string, facts: Facts, scorers: readonly Scorer[]): boolean {
  if (path === 'settlement') return facts.settlement !== undefined
  if (path !== 'region') return false
  return facts.region !== undefined || scorers.every(({ points }) => points === null)
}

/** The form without the questions whose answers are known before anybody is asked. */
export const withoutKnown = (form: Form, facts: Facts, scorers: readonly Scorer[]): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      questions: group.questions.filter(({ path }) => !isKnown(path, facts, scorers)),
    })),
  })),
})

type Asked = {
  readonly screens: readonly Screen[]
  readonly facts: Facts
  readonly anew: ReadonlySet<string>
  readonly open: readonly MissingAnswer[]
}

/** What is asked anew and has no answer yet, beside what is missing anyway. */
export const anewOpen = ({ screens, facts, anew, open }: Asked): MissingAnswer[] =>
  screens.flatMap((screen) => {
    if (screen.kind !== 'group') return []
    const { section, group, person } = screen
    const who = person === null ? {} : { person }
    return screen.asked
      .filter(({ path }) => anew.has(pathOf(path, person ?? undefined)))
      .filter(({ path }) => answerAt(facts, path, person ?? undefined) === undefined)
      .filter(({ id }) => !open.some((one) => one.question === id && (one.person ?? null) === person))
      .map(({ id, path }) => ({ section: section.id, group: group.id, question: id, path, ...who, forVerdict: true }))
  })
