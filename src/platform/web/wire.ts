/** What every request shares. Set once by the session, so that calls need not know who signs in and how. */
import type { WebProblem } from './problem.ts'

export const wire: {
  csrf: string
  /** The account that this page stands for. */
  accountId: () => string | null
  /** After a refusal that speaks of the session: whether the same account stands anew, so that it may be sent again. */
  renewed: (problem: WebProblem) => Promise<boolean>
  onReached: (reached: boolean) => void
} = { csrf: '', accountId: () => null, renewed: async () => false, onReached: () => {} }
