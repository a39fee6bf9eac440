/** Whom a village is proposed to: pure, the same whoever asks. */
import type { AccountId } from '#kernel/ids.ts'
import type { ProposalReason } from './model.ts'

/** Somebody who may survey in a village. `own`: by a grant over this very village; `last`: had it in the round before. */
export type Fitting = {
  readonly accountId: AccountId
  readonly own: boolean
  readonly last: boolean
  /** The gate of the round gives them nothing new. */
  readonly heldBack: boolean
}
export type Proposal = { readonly proposed: AccountId | null; readonly because: ProposalReason }

const named = (found: readonly Fitting[], because: ProposalReason): Proposal | null => {
  const [one] = found
  return one && found.length === 1 ? { proposed: one.accountId, because } : null
}

/**
 * Who has it keeps it while the grant holds; then its own head, who had it last, the only one there is. Nobody is proposed
 * whom the gate gives nothing: `open`, of the village, whether there are households to give.
 */
export function proposalFor(now: AccountId | null, all: readonly Fitting[], open: boolean): Proposal {
  const keeps = all.find((one) => one.accountId === now)
  if (keeps && !(keeps.heldBack && open)) return { proposed: keeps.accountId, because: 'kept' }
  const fitting = all.filter(({ heldBack }) => !heldBack)
  if (all.length > 0 && fitting.length === 0) return { proposed: null, because: 'held_back' }
  const own = fitting.filter((one) => one.own)
  const among = own.length > 0 ? own : fitting
  return (
    named(own, 'own') ??
    named(
      among.filter((one) => one.last),
      'last_round',
    ) ??
    named(fitting, 'only') ?? { proposed: null, because: fitting.length > 0 ? 'several' : 'nobody' }
  )
}
