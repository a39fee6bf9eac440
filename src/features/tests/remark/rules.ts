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

/** Whether they mark every answer alike: what is right in them is the same. */
export const sameKey = (one: QuestionBody, other: QuestionBody): boolean => keyOf(one) === keyOf(other)

function keyOf(body: QuestionBody): string {
  switch (body.kind) {
    case 'single':
    case 'true_false':
      return JSON.stringify(body.right)
    case 'multiple':
      return JSON.stringify([...body.rights].sort((a, b) => a - b))
    case 'numeric':
      return JSON.stringify([body.right, body.tolerance])
    case 'household':
      return JSON.stringify([body.standardId, body.standardHash, body.day])
  }
}

type Version = { readonly version: number; readonly body: QuestionBody }
/** The versions that can mark a question as it was asked, and the newest of them whose key is none of those that mark it now. */
export function versionsFor(all: readonly Version[], asked: number, markedBy: readonly number[]) {
  const bodyOf = (version: number) => all.find((one) => one.version === version)?.body
  const first = bodyOf(asked)
  const able = all.filter(({ body }) => first && comparable(first, body)).sort((a, b) => b.version - a.version)
  const keys = markedBy.flatMap((version) => bodyOf(version) ?? [])
  return { able, other: able.find(({ body }) => !keys.some((key) => sameKey(key, body))) ?? null }
}
