/** Questions to a set of standards: which one holds on a day, and what is wrong with one. */

import type { PlainDate } from '#kernel/dates.ts'
import type { PointsTable } from '../model/points.ts'
import type { Standard } from '../model/standard.ts'
import { indicatorsOf } from './indicators.ts'
import { narrowerThan } from './wider.ts'

const holdsOn = (standard: Standard, day: PlainDate): boolean =>
  standard.whatIf === undefined && standard.validity.from <= day && day < standard.validity.until

/**
 * The standard that holds on a day: the province's where it has one, else the national one, else null. The day is the
 * one from which the classes hold, not the day of the survey. Exercises (`whatIf`) never hold.
 */
export function bestStandardOn<S extends Standard>(
  standards: readonly S[],
  day: PlainDate,
  areaProvinceCode?: string,
): S | null {
  const holding = standards.filter((s) => holdsOn(s, day))
  const provincial = holding.find((s) => s.area !== undefined && s.area.provinceCode === areaProvinceCode)
  return provincial ?? holding.find((s) => s.area === undefined) ?? null
}

function citedFaults(standard: Standard): string[] {
  const legal = new Set(standard.legal.map((l) => l.id))
  const cited = [
    standard.lines.citation,
    standard.classes.citation,
    ...(standard.scoring ? [standard.scoring.citation] : []),
    ...indicatorsOf(standard).flatMap((i) => (i.threshold ? [i.threshold.citation] : [])),
  ]
  return cited.filter((c) => !legal.has(c.legal)).map((c) => `it cites ${c.legal}, which is not in its legal list`)
}

function lineFaults(standard: Standard): string[] {
  const twoLines = standard.classes.rule.value === 'two_lines'
  return (['rural', 'urban'] as const).flatMap((s) => {
    const { poor, nearPoor, average } = standard.lines[s]
    const inOrder = [poor, nearPoor, average].flatMap((line) => (line ? [line.value] : []))
    const faults: string[] = []
    if (twoLines !== (nearPoor !== undefined)) faults.push(`lines.${s}.nearPoor does not fit the rule of classes`)
    if (inOrder.some((v, i) => i > 0 && v <= (inOrder[i - 1] ?? 0))) faults.push(`lines.${s} are not in order`)
    const cuts = standard.scoring?.cuts?.[s]
    if (cuts && twoLines !== (cuts.nearPoor !== undefined)) faults.push(`scoring.cuts.${s} does not fit the rule`)
    return faults
  })
}

/** What a schema cannot see in one standard. Sentences; empty where nothing is wrong. */
export function standardFaults(standard: Standard): string[] {
  const keys = indicatorsOf(standard).map((i) => i.key)
  const faults = [...citedFaults(standard), ...lineFaults(standard)]
  if (new Set(keys).size !== keys.length) faults.push('an indicator stands twice')
  if (keys.length > 20) faults.push('it has more than 20 indicators')
  if (standard.validity.from >= standard.validity.until) faults.push('it ends before it begins')
  if ((standard.above === undefined) !== (standard.area === undefined))
    faults.push('a provincial standard names both the national one (above) and its area')
  if (standard.whatIf !== undefined) faults.push('an exercise (whatIf) is not law and is not loaded')
  return faults
}

/** What is wrong between standards: overlapping days, a provincial one that is narrower or stands above nothing. */
export function libraryFaults(standards: readonly Standard[]): { id: string; fault: string }[] {
  const faults: { id: string; fault: string }[] = []
  for (const [i, own] of standards.entries()) {
    const rival = standards
      .slice(i + 1)
      .find(
        (s) =>
          s.area?.provinceCode === own.area?.provinceCode &&
          s.validity.from < own.validity.until &&
          own.validity.from < s.validity.until,
      )
    if (rival) faults.push({ id: own.id, fault: `it holds on days on which ${rival.id} holds too` })
    if (own.above === undefined) continue
    const national = standards.find((s) => s.id === own.above)
    if (!national) faults.push({ id: own.id, fault: `it stands above ${own.above}, which is not here` })
    else for (const fault of narrowerThan(own, national)) faults.push({ id: own.id, fault })
  }
  return faults
}

const sameRows = (rows: readonly { match: { from: number; to?: number } }[]): boolean =>
  rows.some((a, i) =>
    rows.some((b, j) => i < j && a.match.from <= (b.match.to ?? 100) && b.match.from <= (a.match.to ?? 100)),
  )

/** What a schema cannot see in a points table. */
export function pointsFaults(table: PointsTable): string[] {
  return table.sections
    .filter((s) => s.method !== 'best_schooling' && s.method !== 'best_job' && sameRows(s.rows))
    .map((s) => `section ${s.no} has two rows for the same number`)
}
