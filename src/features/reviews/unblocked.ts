import { reviewProblem } from './problems.ts'
import type { Block } from './rules/decision.ts'

/** Refuses with every reason in both languages and the households as facts. */
export function mustBeUnblocked(blocks: readonly Block[]): void {
  if (blocks.length === 0) return
  const why = blocks.map((b) => b.said.vi).join(' ')
  const whyEn = blocks.map((b) => b.said.en).join(' ')
  throw reviewProblem('reviews.blocked', { why, whyEn, blocked: blocks })
}
