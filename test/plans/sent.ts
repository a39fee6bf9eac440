/** The statements that a server sent, as the database told them. */
import { type Notice, type PlanNode, planIn, withinOf } from '../../bench/lists/plans.ts'

/** A statement inside a function: `of` is the function, the innermost where one calls another; `times` it ran. */
export type Inside = { readonly of: string; readonly text: string; readonly plan: PlanNode; times: number }

/** A statement that a call sent, and those of the functions in it. */
export type Sent = { readonly text: string; readonly plan: PlanNode; readonly inside: readonly Inside[] }

/** What stands inside a statement is told before it; one place in a function is read once and counted after that. */
export function sentIn(notices: readonly Notice[]): Sent[] {
  const sent: Sent[] = []
  let inside = new Map<string, Inside>()
  for (const { message, where = '' } of notices) {
    const within = withinOf({ message, where })
    const [of] = within ?? []
    const known = inside.get(where)
    if (known) known.times += 1
    else if (of) inside.set(where, { of, ...planIn(message), times: 1 })
    else if (within) {
      sent.push({ ...planIn(message), inside: [...inside.values()] })
      inside = new Map()
    }
  }
  return sent
}

/** The beginning of every call: who asks, and the transaction in their name. */
export const isBeginning = ({ text }: Sent): boolean => /\bnb_(session|begin)\(/.test(text)
