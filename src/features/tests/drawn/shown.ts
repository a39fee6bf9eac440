/** A household to classify as it is told on paper: what was answered, a line a group of questions. */
import { findForm, type Library } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { formUnits, type Question } from '#features/standards/model/form.ts'
import { answerAt, isAsked } from '#features/standards/rules/form.ts'
import { showNumber } from '#kernel/numbers.ts'
import { type Birth, birthText } from '#kernel/persons.ts'
import type { Sheet } from './model.ts'

function answerIn({ kind, options = [], unit }: Question, value: unknown): string | null {
  if (value === undefined || value === null) return null
  const labelOf = (one: unknown) => options.find((option) => option.value === one)?.says.vi ?? String(one)
  switch (kind) {
    case 'yes_no':
      return value ? 'Có' : 'Không'
    case 'many':
      return Array.isArray(value) && value.length > 0 ? value.map(labelOf).join(', ') : 'Không có cái nào'
    case 'number':
    case 'money':
      return [showNumber(Number(value)), unit && (formUnits[unit]?.vi ?? unit)].filter(Boolean).join(' ')
    case 'birth':
      return birthText(value as Birth)
    default:
      return labelOf(value)
  }
}

/** "Người thứ 2, Giáo dục: Đang học: Không; Đã học xong: Trung học phổ thông" */
export function toldOn(library: Library, { household }: Sheet): string[] {
  const form = household && findForm(library, household.standardId)?.value
  if (!household || !form) return []
  const { facts, day } = household
  const people = (facts.members ?? []).map(({ id }) => id)
  return form.sections.flatMap(({ repeat, groups }) =>
    (repeat === 'members' ? people : [null]).flatMap((person) =>
      groups.flatMap(({ title, questions }) => {
        const said = questions.flatMap((question) => saidOf(question, { facts, day, person }))
        const who = person === null ? '' : `Người thứ ${people.indexOf(person) + 1}, `
        return said.length > 0 ? [`${who}${title.vi}: ${said.join('; ')}`] : []
      }),
    ),
  )
}

type At = {
  readonly facts: Facts
  readonly day: NonNullable<Sheet['household']>['day']
  readonly person: string | null
}
function saidOf(question: Question, { facts, day, person }: At): string[] {
  if (!isAsked(question, { facts, day, ...(person !== null && { person }) })) return []
  const answer = answerIn(question, answerAt(facts, question.path, person ?? undefined))
  return answer === null ? [] : [`${question.asks.vi} ${answer}`]
}
