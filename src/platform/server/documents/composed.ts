/** One Unicode form for everything a paper is given, whatever its depth: measures, breaks and matches then agree. */
import { nfc } from '#kernel/text.ts'

export function composed<T>(input: T): T {
  if (typeof input === 'string') return nfc(input) as T
  if (Array.isArray(input)) return input.map(composed) as T
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, composed(value)])) as T
}
