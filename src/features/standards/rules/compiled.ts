/** A standard made ready: its tests, its scales, its marks and its hash. */

import type { Facts } from '../model/facts.ts'
import type { Citation, Mark } from '../model/marks.ts'
import type { PointsTable } from '../model/points.ts'
import type { Indicator, Standard } from '../model/standard.ts'
import { contentHash } from './hash.ts'
import { type IncomeKind, type Scales, scalesOf } from './income.ts'
import { indicatorsOf } from './indicators.ts'
import { marksIn, weakest } from './marks.ts'
import { ruleOf } from './methods.ts'
import type { Rule } from './rule.ts'
import { isDecidable, isIllustrative } from './tables.ts'

/** `rule` is null where the threshold is missing. A threshold's mark is that of its weakest value. */
export type CompiledIndicator = {
  readonly key: string
  readonly rule: Rule | null
  readonly mark: Mark
  readonly citation: Citation | null
}
export type CompiledTable = {
  readonly table: PointsTable
  readonly hash: string
  readonly illustrative: boolean
  readonly decidable: boolean
}
export type IncomeMarks = { readonly rural: Mark; readonly urban: Mark; readonly both: Mark }
export type Compiled = {
  readonly standard: Standard
  readonly hash: string
  readonly points: CompiledTable | undefined
  readonly indicators: readonly CompiledIndicator[]
  readonly scales: Scales
  readonly forPoor: number
  readonly pointsPerLacking: number | null
  readonly marks: { readonly classes: Mark; readonly lines: IncomeMarks; readonly cuts: IncomeMarks }
}

function compileIndicator({ key, name, threshold }: Indicator): CompiledIndicator {
  if (threshold === undefined) return { key, rule: null, mark: name.mark, citation: null }
  return { key, rule: ruleOf(threshold), mark: weakest(marksIn(threshold)), citation: threshold.citation }
}

/** The hashes of a standard and its table, where whoever asks found them by these: reckoned anew they cost a slow phone longer than the rest. */
export type Hashes = { readonly hash: string; readonly points?: string | undefined }

function compileTable(standard: Standard, table: PointsTable | undefined, hash?: string): CompiledTable | undefined {
  if (table === undefined) return undefined
  if (table.standard !== standard.id && table.standard !== standard.above)
    throw new RangeError(`points table ${table.id} is for ${table.standard}, not for ${standard.id}`)
  return { table, hash: hash ?? contentHash(table), illustrative: isIllustrative(table), decidable: isDecidable(table) }
}

const incomeMarks = (scale: { rural: object; urban: object } | undefined): IncomeMarks => ({
  rural: weakest(marksIn(scale?.rural)),
  urban: weakest(marksIn(scale?.urban)),
  both: weakest(marksIn([scale?.rural, scale?.urban])),
})

/** Throws RangeError where the points table is another standard's. */
export function compile(standard: Standard, table: PointsTable | undefined, known?: Hashes): Compiled {
  const { classes, lines, scoring } = standard
  return {
    standard,
    hash: known?.hash ?? contentHash(standard),
    points: compileTable(standard, table, known?.points),
    indicators: indicatorsOf(standard).map(compileIndicator),
    scales: scalesOf(standard),
    forPoor: classes.lackingForPoor.value,
    pointsPerLacking: scoring?.pointsPerLacking.value ?? null,
    marks: {
      classes: weakest(marksIn([classes, scoring?.pointsPerLacking])),
      lines: incomeMarks(lines),
      cuts: incomeMarks(scoring?.cuts),
    },
  }
}

/** Was B1 counted by a table of illustrative values? B1 counted elsewhere by another named table was not. */
export const usesIllustrative = (compiled: Compiled, facts: Facts, kind: IncomeKind): boolean =>
  kind === 'points' &&
  compiled.points?.illustrative === true &&
  (facts.income?.b1 === undefined || facts.income.b1.table === compiled.points.table.id)
