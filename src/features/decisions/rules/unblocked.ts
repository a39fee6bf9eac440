import { reviewProblem } from '#features/reviews/problems.ts'
import type { Block } from './decision.ts'

/** Refuses with every reason, its sentence in both languages and its households as facts (`blocked`). */
export function mustBeUnblocked(blocks: readonly Block[]): void {
  if (blocks.length > 0) throw reviewProblem('reviews.blocked', { blocked: blocks })
}
