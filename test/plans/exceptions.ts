/**
 * What breaks a rule today, by the file of its plans, and why that stands. A line that is no longer needed is red, so it is
 * deleted with the change that mended the reading.
 */
import type { Rule } from './rules.ts'

type Reasons = Partial<Record<Rule, string>>

export const exceptions: Readonly<Record<string, Reasons>> = {}

const small = 'PostgreSQL 15 reads the counts of all places, a row each, where 18 looks up those that are asked for'

/** What breaks a rule on the older PostgreSQL alone. */
export const onOlder: Readonly<Record<string, Reasons>> = {
  'households-sought': { leftOut: small },
  'search-number': { leftOut: small },
  'search-common-name': { leftOut: small },
  'search-given-name': { leftOut: small },
  'figures-of-commune': { leftOut: small, read: small, whole: small },
  'figures-of-province': { leftOut: small, read: small, whole: small },
  'figures-of-nation': { leftOut: small, read: small, whole: small },
}
