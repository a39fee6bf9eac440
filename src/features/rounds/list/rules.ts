/** What an audit line keeps of a household that is taken back into its round. */
import type { HouseholdId } from '#kernel/ids.ts'

type Back = { readonly householdId: HouseholdId; readonly because: string; readonly since: string }

/** Why it had left and when, where it had. */
export function leftOf(back: readonly Back[], household: HouseholdId) {
  const one = back.find(({ householdId }) => householdId === household)
  return one ? { left: one.because, since: one.since } : {}
}
