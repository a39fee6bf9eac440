/** Pure decisions about accounts and grants. */

import type { Role } from '#kernel/access.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'

/** Districts were abolished on 01/07/2025 (two-level local government). */
export const districtsEnd: PlainDate = plainDate('2025-07-01')

/** How often one may be wrong for nothing, the seconds to wait after that, which double each time, and the most there are. */
export type Patience = { readonly free: number; readonly first: number; readonly longest: number }

/** Of passwords: none for the first four, then 2, 4, 8 ... seconds, up to 15 minutes. */
const ofPasswords: Patience = { free: 4, first: 2, longest: 15 * 60 }

/** Seconds to wait after so many failures in a row. */
export const waitSeconds = (failures: number, { free, first, longest }: Patience = ofPasswords): number =>
  failures < free ? 0 : Math.min(longest, first * 2 ** (failures - free))

/**
 * Seconds still to wait; zero: may try now. A failure that lies ahead of the clock was counted before the clock was set
 * back: how long ago it was is not known, and nobody waits for it.
 */
export const remainingWait = (
  { failures, lastMs }: { readonly failures: number; readonly lastMs: number },
  nowMs: number,
  patience?: Patience,
): number =>
  lastMs > nowMs ? 0 : Math.max(0, Math.ceil((lastMs + waitSeconds(failures, patience) * 1000 - nowMs) / 1000))

/** May this role be given for this time? A district role cannot start or run on after the districts ended. */
export const roleFits = (role: Role, from: PlainDate, until: PlainDate | null): boolean =>
  role !== 'district' || (from < districtsEnd && until !== null && until <= districtsEnd)
