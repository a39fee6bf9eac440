/**
 * What breaks a rule today, by the file of its plans, and why that stands. A line that is no longer needed is red, so it is
 * deleted with the change that mended the reading.
 */
import type { Rule } from './rules.ts'

type Reasons = Partial<Record<Rule, string>>

export const exceptions: Readonly<Record<string, Reasons>> = {}

const small = 'PostgreSQL 15 reads the counts of all places, a row each, where 18 looks up those that are asked for'

const looks: Reasons = { leftOut: small }
const counts: Reasons = { leftOut: small, read: small, whole: small }

/** What breaks a rule on the older PostgreSQL alone. */
export const onOlder: Readonly<Record<string, Reasons>> = {
  households: looks,
  'households-last-page': looks,
  'households-poor': looks,
  'households-without-class': looks,
  'households-earlier': looks,
  'households-sought': looks,
  'round-figures': looks,
  'search-number': looks,
  'search-common-name': looks,
  'search-given-name': looks,
  'figures-of-commune': counts,
  'figures-of-province': counts,
  'figures-of-nation': counts,
}
