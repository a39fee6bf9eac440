/** Numbers that are written down together. Pure. */
import type { HouseholdId } from '#kernel/ids.ts'

export const mostPhoned = 300

export type Called = { readonly householdId: HouseholdId; readonly headName: string; readonly phone: string }

/** By each number, who else is called by it: of those written down now, and of those who have it already. */
export function othersCalled(written: readonly Called[], known: readonly Called[]) {
  const now = new Set(written.map(({ householdId }) => householdId))
  // Who is given another number now is not called by the old one any more.
  const all = [...written, ...known.filter(({ householdId }) => !now.has(householdId))].filter(({ phone }) => phone)
  return ({ householdId, phone }: Called): Called[] =>
    phone ? all.filter((one) => one.phone === phone && one.householdId !== householdId) : []
}
