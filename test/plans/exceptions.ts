/**
 * What breaks a rule today, by the file of its plans, and why that stands. A line that is no longer needed is red, so it is
 * deleted with the change that mended the reading.
 */
import type { Rule } from './rules.ts'

type Reasons = Partial<Record<Rule, string>>

const counted = 'cases are counted village by village over the whole round, each row asked for by who is wide'
const figures = 'figures are counted from the rows of all households; rollups are not built yet'
const casesOfRound = { asked: counted, whole: 'a nation walks the register in the order of its keys beside the cases' }
const wideCases: Reasons = { asked: counted }

export const exceptions: Readonly<Record<string, Reasons>> = {
  'households-earlier': { asked: 'who lived there on the day is asked of row by row' },
  cases: casesOfRound,
  'cases-last-page': casesOfRound,
  'cases-poor': casesOfRound,
  'cases-submitted': { whole: casesOfRound.whole },
  round: { asked: 'what is still to do is found among all cases of the round' },
  'round-figures': { ...casesOfRound, asked: figures },
  'rounds-of-commune': wideCases,
  'rounds-of-province': { ...wideCases, whole: counted, read: counted },
  'rounds-of-nation': { whole: counted, read: counted },
  'audit-of-commune': { asked: 'lines of a commune are gathered village by village and asked for one by one' },
  'audit-of-province': {
    whole: 'half of all lines are of this province: 500 are counted beyond the page by reading them',
    leftOut: 'lines of other provinces are found before they are left out',
    read: 'as far as 500 lines of the province reach',
    asked: 'each line is asked for',
  },
  'figures-of-commune': { whole: figures, leftOut: figures, read: figures },
  'figures-of-province': { whole: figures, leftOut: figures, read: figures },
  'figures-of-nation': { whole: figures, leftOut: figures, read: figures },
}
