/** What an answer is worth, exactly; and what is wrong with a question. */
import type { Class } from '#features/standards/model/verdict.ts'
import { tidy } from '#kernel/text.ts'
import { type Answer, type BodyOf, decimalPattern, type QuestionBody } from './model.ts'

/** `num` of `of`: never rounded, so that eighty of eighty is told from seventy-nine and a half. */
export type Fraction = { readonly num: number; readonly of: number }
const whole: Fraction = { num: 1, of: 1 }
const nothing: Fraction = { num: 0, of: 1 }
const allOrNothing = (right: boolean): Fraction => (right ? whole : nothing)

/** A decimal as a whole number of millionths. */
function millionths(decimal: string): bigint {
  const [units = '0', rest = ''] = decimal.replace('-', '').split('.')
  const size = BigInt(units) * 1_000_000n + BigInt(rest.padEnd(6, '0').slice(0, 6))
  return decimal.startsWith('-') ? -size : size
}

const decimal = new RegExp(decimalPattern)

/** A number as people write it, with a comma or a point for its decimals; null where it is none. */
export function readDecimal(text: string): string | null {
  const written = text.trim().replace(',', '.')
  return decimal.test(written) ? written : null
}

/** Whether a number lies within the tolerance, both ends included. */
export function isNear({ right, tolerance }: Pick<BodyOf<'numeric'>, 'right' | 'tolerance'>, given: string): boolean {
  const read = readDecimal(given)
  if (read === null) return false
  const apart = millionths(read) - millionths(right)
  return (apart < 0n ? -apart : apart) <= millionths(tolerance)
}

/** Right choices less wrong ones, of all that are right; never below nothing. */
function partly(rights: readonly number[], chosen: readonly number[]): Fraction {
  const picked = [...new Set(chosen)]
  const good = picked.filter((one) => rights.includes(one)).length
  return { num: Math.max(0, good - (picked.length - good)), of: rights.length }
}

/**
 * What an answer to a question is worth, from nothing to one. `classOf` is the engine of the standards: of a household to
 * classify no key is kept. What is no answer to this kind of question is worth nothing, as is none.
 */
export function markOf(
  body: QuestionBody,
  answer: Answer,
  classOf: (body: BodyOf<'household'>) => Class | null,
): Fraction {
  if (answer === null) return nothing
  switch (body.kind) {
    case 'single':
      return allOrNothing(answer === body.right)
    case 'multiple': {
      if (!Array.isArray(answer)) return nothing
      const worth = partly(body.rights, answer)
      return body.partial ? worth : allOrNothing(worth.num === worth.of)
    }
    case 'true_false':
      return allOrNothing(answer === body.right)
    case 'numeric':
      return allOrNothing(typeof answer === 'string' && isNear(body, answer))
    case 'household':
      return allOrNothing(answer === classOf(body))
  }
}

/** Letters small and spaces one: with tone marks, which tell words apart. */
const plain = (text: string): string => tidy(text).toLocaleLowerCase('vi')

export type QuestionFault = 'right_nowhere' | 'options_alike' | 'all_right' | 'tolerance'

/** What is wrong with what can be chosen and what is right; null where nothing is. */
export function faultOf(body: QuestionBody): QuestionFault | null {
  if (body.kind === 'numeric') return body.tolerance.startsWith('-') ? 'tolerance' : null
  if (body.kind !== 'single' && body.kind !== 'multiple') return null
  const rights = body.kind === 'single' ? [body.right] : body.rights
  if (rights.some((one) => one >= body.options.length)) return 'right_nowhere'
  if (new Set(body.options.map(plain)).size < body.options.length) return 'options_alike'
  return rights.length === body.options.length ? 'all_right' : null
}

/** By what two questions of a topic are the same: what is asked and what can be chosen. Null where words do not say it. */
export function askKeyOf(ask: string, body: QuestionBody): string | null {
  if (body.kind === 'household') return null
  const options = 'options' in body ? body.options.map(plain).sort() : []
  return [plain(ask), ...options].join('\n')
}

/** A, B, C ... */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)
