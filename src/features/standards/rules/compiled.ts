/** A standard made ready: its tests, its scales, its hash. */
import type { Facts } from '../model/facts.ts'
import { isDecidable, isIllustrative, type PointsTable } from '../model/points.ts'
import { type Indicator, indicatorsOf, type Standard } from '../model/standard.ts'
import { contentHash } from './hash.ts'
import { type IncomeKind, type Scales, scalesOf } from './income.ts'
import { ruleOf } from './methods.ts'
import type { Rule } from './rule.ts'

export type CompiledIndicator = { readonly indicator: Indicator; readonly rule: Rule | null }
export type CompiledTable = {
  readonly table: PointsTable
  readonly hash: string
  readonly illustrative: boolean
  readonly decidable: boolean
}
export type Compiled = {
  readonly standard: Standard
  readonly hash: string
  readonly points: CompiledTable | undefined
  readonly indicators: readonly CompiledIndicator[]
  readonly scales: Scales
  readonly forPoor: number
  readonly pointsPerLacking: number | null
}

/** Throws RangeError where the points table is another standard's. */
export function compile(standard: Standard, table: PointsTable | undefined): Compiled {
  if (table !== undefined && table.standard !== standard.id && table.standard !== standard.above)
    throw new RangeError(`points table ${table.id} is for ${table.standard}, not for ${standard.id}`)
  return {
    standard,
    hash: contentHash(standard),
    points: table && {
      table,
      hash: contentHash(table),
      illustrative: isIllustrative(table),
      decidable: isDecidable(table),
    },
    indicators: indicatorsOf(standard).map((indicator) => ({
      indicator,
      rule: indicator.threshold === undefined ? null : ruleOf(indicator.threshold),
    })),
    scales: scalesOf(standard),
    forPoor: standard.classes.lackingForPoor.value,
    pointsPerLacking: standard.scoring?.pointsPerLacking.value ?? null,
  }
}

/** Was B1 counted by a table of illustrative values? B1 counted elsewhere by another named table was not. */
export const usesIllustrative = (compiled: Compiled, facts: Facts, kind: IncomeKind): boolean =>
  kind === 'points' &&
  compiled.points?.illustrative === true &&
  (facts.income?.b1 === undefined || facts.income.b1.table === compiled.points.table.id)
