/**
 * What breaks a rule today, by the file of its plans, and why that stands. A line that is no longer needed is red, so it is
 * deleted with the change that mended the reading.
 */
import type { Rule } from './rules.ts'

type Reasons = Partial<Record<Rule, string>>

const counted = 'rounds of a province or the nation are counted over all their cases'
const figures = 'classes of a round are counted from the verdicts of its cases'
const walked = 'a nation walks the register in the order of its keys beside the cases'

export const exceptions: Readonly<Record<string, Reasons>> = {
  cases: { whole: walked },
  'cases-last-page': { whole: walked },
  'cases-poor': { whole: walked },
  'cases-submitted': { whole: walked },
  'round-figures': { whole: walked, asked: figures },
  'rounds-of-province': { read: counted },
  'rounds-of-nation': { read: counted },
  'home-progress': { read: counted },
  'home-my-progress': { read: counted },
}

const small = 'PostgreSQL 15 reads the counts of all places, a row each, where 18 looks up those that are asked for'

/** What breaks a rule on the older PostgreSQL alone. */
export const onOlder: Readonly<Record<string, Reasons>> = {
  'search-number': { leftOut: small },
  'search-common-name': { leftOut: small },
  'search-given-name': { leftOut: small },
  'figures-of-commune': { leftOut: small, read: small, whole: small },
  'figures-of-province': { leftOut: small, read: small, whole: small },
  'figures-of-nation': { leftOut: small, read: small, whole: small },
}
