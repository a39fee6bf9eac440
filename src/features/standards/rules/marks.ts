/** Of several marks, the one that says how far the whole is to be trusted. */
import type { Mark } from '../model/marks.ts'

/** From the most to the least trusted. */
const rank: Record<Mark, number> = { text: 0, secondary: 1, recalled: 2, illustrative: 3 }

/** The least trusted of two marks. */
export const weaker = (a: Mark, b: Mark): Mark => (rank[a] >= rank[b] ? a : b)

/** The least trusted of many; `text` where there is none. */
export const weakest = (all: readonly Mark[]): Mark => all.reduce(weaker, 'text')

/** Every mark found anywhere inside a value: a threshold is as good as its weakest part. */
export function marksIn(value: unknown): Mark[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'mark' in value ? [(value as { mark: Mark }).mark] : []
  return [...own, ...Object.values(value).flatMap(marksIn)]
}
