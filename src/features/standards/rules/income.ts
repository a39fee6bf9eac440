/** The income a verdict uses: measured where it was measured, else B1 points; a range where answers are missing. */
import type { Facts } from '../model/facts.ts'
import type { PointsTable } from '../model/points.ts'
import type { Standard } from '../model/standard.ts'
import type { Settlement } from '../model/words.ts'
import type { Ask, DayParts } from './ages.ts'
import { type Thresholds, zonesOf } from './classify.ts'
import { pointsRange } from './points.ts'
import { sizeOf } from './rule.ts'

/** `measured`: đồng a person a month. `points`: B1. `unknown`: nothing was answered, and the income may be anything. */
export type IncomeKind = 'measured' | 'points' | 'unknown'
export type IncomeUsed = { kind: IncomeKind; low: number; high: number }

const anything: IncomeUsed = Object.freeze({ kind: 'unknown', low: 0, high: Number.POSITIVE_INFINITY })

export function incomeUsed(facts: Facts, on: DayParts, table: PointsTable | undefined, ask: Ask): IncomeUsed {
  const income = facts.income
  if (income?.perPersonMonth !== undefined)
    return { kind: 'measured', low: income.perPersonMonth, high: income.perPersonMonth }
  if (income?.total12Months !== undefined) {
    const size = sizeOf(facts)
    if (size === 0) {
      ask('members')
      return anything
    }
    const mean = income.total12Months / 12 / size
    return { kind: 'measured', low: mean, high: mean }
  }
  if (income?.b1 !== undefined) return { kind: 'points', low: income.b1.points, high: income.b1.points }
  if (table !== undefined) return { kind: 'points', ...pointsRange(table, facts, on, ask) }
  ask('income.perPersonMonth')
  return anything
}

type Scale = Record<Settlement, Thresholds>
export type Scales = { measured: Scale; points: Scale; twoLines: boolean }

/** The thresholds of a standard in both measures. By points, whoever is above the cut is not poor: an average line exists in đồng only. */
export function scalesOf(standard: Standard): Scales {
  const { lines, scoring, classes } = standard
  const measured = (s: Settlement): Thresholds => ({
    poor: lines[s].poor.value,
    nearPoor: lines[s].nearPoor?.value,
    average: lines[s].average?.value,
    averageKnown: lines[s].average !== undefined,
  })
  const points = (s: Settlement): Thresholds => ({
    poor: scoring?.cuts?.[s].poor.value,
    nearPoor: scoring?.cuts?.[s].nearPoor?.value,
    average: undefined,
    averageKnown: true,
  })
  return {
    measured: { rural: measured('rural'), urban: measured('urban') },
    points: { rural: points('rural'), urban: points('urban') },
    twoLines: classes.rule.value === 'two_lines',
  }
}

/** The zones possible for an income; where the settlement is unknown, those of both. */
export function zonesFor(income: IncomeUsed, settlement: Settlement | undefined, scales: Scales): number {
  const scale = income.kind === 'points' ? scales.points : scales.measured
  const { low, high } = income
  if (settlement !== undefined) return zonesOf(low, high, scale[settlement], scales.twoLines)
  return zonesOf(low, high, scale.rural, scales.twoLines) | zonesOf(low, high, scale.urban, scales.twoLines)
}
