/** Answers by the names that two forms are compared under (`rules/twoForms.ts`), in words. */
import { questionsOf } from '#features/standards/rules/form.ts'
import type { Sheet } from '#features/standards/ui/form/sheet.ts'
import { answerText, personName } from '#features/standards/ui/form/words.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say } from '#platform/web/language.ts'

export function formWords({ form, facts, lists }: Pick<Sheet, 'form' | 'facts' | 'lists'>): FieldWords {
  const at = (name: string) => {
    const [group = '', inner, answer] = name.split('/')
    const person = group === 'members' ? (inner ?? null) : null
    const path = person ? `members[].${answer ?? ''}` : [group, inner].filter(Boolean).join('.')
    return {
      person,
      whole: person !== null && answer === undefined,
      question: questionsOf(form).find((q) => q.path === path),
    }
  }
  const nameOf = (person: string, value: unknown): string =>
    (value as { name?: string } | null)?.name ?? personName(facts, person)
  return {
    label: (name) => {
      const { person, whole, question } = at(name)
      if (whole && person)
        return { vi: `Người trong hộ: ${nameOf(person, null)}`, en: `In the household: ${nameOf(person, null)}` }
      if (name === 'phone') return { vi: 'Số điện thoại của hộ', en: 'Phone of the household' }
      const asks = question ? say(question.asks) : say({ vi: 'Câu trả lời khác', en: 'Another answer' })
      return person ? `${nameOf(person, null)}: ${asks}` : asks
    },
    show: (name, value) => {
      const { person, whole, question } = at(name)
      if (whole && person)
        return value ? nameOf(person, value) : say({ vi: 'không có trong phiếu', en: 'not in the form' })
      return (question && answerText(question, value, lists)) ?? (typeof value === 'string' ? value : '')
    },
  }
}
