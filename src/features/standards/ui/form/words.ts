/** Answers as they are read back: by the words of the form, in both languages. */
import { showNumber } from '#kernel/numbers.ts'
import { type Birth, birthText } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import { say, type Words } from '#platform/web/language.ts'
import type { Facts } from '../../model/facts.ts'
import { type Form, formUnits, type Question } from '../../model/form.ts'
import { type MissingAnswer, questionCalled } from '../../rules/form.ts'

/** Options that a form takes from elsewhere: the ethnic groups. */
export type Lists = Readonly<Partial<Record<NonNullable<Question['list']>, readonly { value: string; label: Words }[]>>>

export const unitOf = (question: Question): Words | undefined =>
  question.unit && (formUnits[question.unit] ?? question.unit)

export const none: Said = { vi: 'Không có cái nào', en: 'None of these' }
export const yesNoWords = { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } } as const

/** The choices of a question, from the form itself or from the list it names; empty where that list is not at hand. */
export const choicesOf = (question: Question, lists: Lists): { value: string; label: Words }[] =>
  question.options?.map((option) => ({ value: option.value, label: option.says })) ??
  (question.list ? [...(lists[question.list] ?? [])] : [])

/** An answer in words; null where there is none. */
export function answerText(question: Question, value: unknown, lists: Lists): string | null {
  if (value === undefined || value === null) return null
  const labels = new Map(choicesOf(question, lists).map((choice) => [choice.value, choice.label]))
  const labelOf = (one: unknown) => say(labels.get(String(one)) ?? String(one))
  switch (question.kind) {
    case 'yes_no':
      return say(value ? yesNoWords.yes : yesNoWords.no)
    case 'choice':
      return labelOf(value)
    case 'many':
      return Array.isArray(value) && value.length > 0 ? value.map(labelOf).join(', ') : say(none)
    case 'number':
    case 'money': {
      const unit = unitOf(question)
      return `${showNumber(Number(value))}${unit ? ` ${say(unit)}` : ''}`
    }
    case 'birth':
      return birthText(value as Birth)
    case 'text':
      return String(value)
  }
}

type Asked = Pick<MissingAnswer, 'question'> & { readonly person?: string | null }

/** What a missing answer was asked for: "Mai: Giới tính". */
export function missingText({ form, facts }: { form: Form; facts: Facts }, asked: Asked): string {
  const { question, person } = asked
  if (question === 'members') return say({ vi: 'Danh sách thành viên', en: 'The list of members' })
  const asks = questionCalled(form, question)?.asks ?? question
  return [person && personName(facts, person), say(asks)].filter(Boolean).join(': ')
}

/** The name of a member, or the place in the list while no name is known. */
export function personName(facts: Facts, person: string): string {
  const at = (facts.members ?? []).findIndex((member) => member.id === person)
  const name = facts.members?.[at]?.name?.trim()
  return name || say({ vi: 'Người thứ {n}', en: 'Person {n}' }, { n: at + 1 })
}
