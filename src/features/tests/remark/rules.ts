/** When the key of another version can mark what people answered to this one, and what then becomes of a question. */
import type { QuestionBody } from '../bank/model.ts'
import type { RemarkHow } from '../drawn/model.ts'

const plain = (options: readonly string[]): string =>
  options.map((one) => one.trim().toLocaleLowerCase('vi')).join('\n')

/** Answers are places: where what can be chosen is another, or another household is asked about, they say something else. */
export function comparable(asked: QuestionBody, other: QuestionBody): boolean {
  if (asked.kind !== other.kind) return false
  if ('options' in asked && 'options' in other) return plain(asked.options) === plain(other.options)
  if (asked.kind === 'household' && other.kind === 'household')
    return JSON.stringify(asked.facts) === JSON.stringify(other.facts)
  return true
}

type Counted = { readonly markedBy: readonly number[]; readonly dropped: boolean }
/** By what a question is marked after it. */
export function after({ markedBy }: Counted, how: RemarkHow, version: number | null): Counted {
  if (how === 'drop' || version === null) return { markedBy, dropped: true }
  const kept = how === 'accept' ? markedBy : []
  return { markedBy: [...new Set([...kept, version])].sort((a, b) => a - b), dropped: false }
}
