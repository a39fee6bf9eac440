/** What every request shares. Set once by the session, so that calls need not know who signs in and how. */
import type { WebProblem } from './problem.ts'

export const wire: {
  csrf: string
  /** The account that this page stands for. */
  accountId: () => string | null
  onProblem: (problem: WebProblem) => void
  onReached: (reached: boolean) => void
} = { csrf: '', accountId: () => null, onProblem: () => {}, onReached: () => {} }
