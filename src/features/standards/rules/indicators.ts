import type { Indicator, Standard } from '../model/standard.ts'

/** The indicators of a standard in the order in which verdicts list them. */
export const indicatorsOf = (standard: Standard): Indicator[] => standard.dimensions.flatMap((d) => d.indicators)
