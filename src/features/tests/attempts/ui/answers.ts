/** An answer in words, as it was given. */
import type { Class } from '#features/standards/model/verdict.ts'
import { classWords } from '#kernel/classes.ts'
import { say } from '#platform/web/language.ts'
import { letterOf } from '../../bank/rules.ts'
import { truths } from '../../bank/ui/question.ts'
import type { Sheet } from '../../drawn/model.ts'
import type { GivenAnswer } from '../model.ts'

export function answerSaid({ kind, options = [], unit = '' }: Sheet, answer: GivenAnswer): string {
  if (answer === null) return say({ vi: 'không trả lời', en: 'not answered' })
  switch (kind) {
    case 'household':
      return say(classWords[answer as Class])
    case 'true_false':
      return say(answer ? truths.true : truths.false)
    case 'numeric':
      return `${answer} ${unit}`.trim()
    default:
      return (Array.isArray(answer) ? answer : [answer as number])
        .map((at) => `${letterOf(at)}. ${options[at] ?? ''}`)
        .join('; ')
  }
}
