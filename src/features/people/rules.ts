/** Pure decisions about accounts and grants. */

import type { Role } from '#kernel/access.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import { fold, tidy } from '#kernel/text.ts'

/** Districts were abolished on 01/07/2025 (two-level local government). */
export const districtsEnd: PlainDate = plainDate('2025-07-01')

/** How often one may be wrong for nothing, the seconds to wait after that, which double each time, and the most there are. */
export type Patience = { readonly free: number; readonly first: number; readonly longest: number }

/** Of passwords: none for the first four, then 2, 4, 8 ... seconds, up to 15 minutes. */
export const ofPasswords: Patience = { free: 4, first: 2, longest: 15 * 60 }
/** Of an account guessed from many places, or a place that guesses at many accounts: others stand beside who guesses. */
export const ofAccounts: Patience = { free: 20, first: 2, longest: 15 * 60 }
export const ofAddresses: Patience = { free: 20, first: 2, longest: 2 * 60 }

/** Seconds to wait after so many failures in a row. */
export const waitSeconds = (failures: number, { free, first, longest }: Patience = ofPasswords): number =>
  failures < free ? 0 : Math.min(longest, first * 2 ** (failures - free))

/** How far the clocks of two servers may lie apart. */
const apartMs = 60_000

/**
 * Seconds still to wait; zero: may try now. A failure that lies far ahead of the clock was counted before the clock was set
 * back: how long ago it was is not known, and nobody waits for it.
 */
export const remainingWait = (
  { failures, lastMs }: { readonly failures: number; readonly lastMs: number },
  nowMs: number,
  patience?: Patience,
): number =>
  lastMs > nowMs + apartMs
    ? 0
    : Math.max(0, Math.ceil((Math.min(lastMs, nowMs) + waitSeconds(failures, patience) * 1000 - nowMs) / 1000))

/** May this role be given for this time? A district role cannot start or run on after the districts ended. */
export const roleFits = (role: Role, from: PlainDate, until: PlainDate | null): boolean =>
  role !== 'district' || (from < districtsEnd && until !== null && until <= districtsEnd)

/** A name of a person: letters first, none of the signs that are no part of a name. */
export const isName = (name: string): boolean => /^\p{L}[\p{L}\p{M}\p{N} .,'’()-]*$/u.test(tidy(name))

/** Written on and on, forwards or backwards, these are the runs that are tried first. */
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm']

const isRun = (bare: string): boolean =>
  runs.some((run) => [run, [...run].reverse().join('')].some((one) => one.repeat(20).includes(bare)))

/** One piece of up to four letters, again and again. */
const repeats = (bare: string): boolean =>
  [1, 2, 3, 4].some((length) => bare === bare.slice(0, length).repeat(200).slice(0, bare.length))

const bareOf = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')
const fewest = 6

/** Whether a password is among the first that a guesser tries: a letter repeated, a run, or hardly more than the login or name. */
export function isGuessed(password: string, whose: { readonly login: string; readonly name: string }): boolean {
  if (isRun(fold(password)) || repeats(fold(password))) return true
  const bare = bareOf(password)
  return [bareOf(whose.login), bareOf(whose.name)].some((own) => {
    if (own === '' || !bare.includes(own)) return false
    const rest = bare.replaceAll(own, '')
    return rest.length < fewest || isRun(rest) || repeats(rest)
  })
}
