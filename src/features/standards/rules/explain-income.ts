/** The income part of a verdict: what was used, against which line or cut, with marks and articles. */
import type { Facts } from '../model/facts.ts'
import type { Mark } from '../model/marks.ts'
import type { Standard } from '../model/standard.ts'
import type { Because, Verdict } from '../model/verdict.ts'
import type { DayParts } from './ages.ts'
import { type Compiled, usesIllustrative } from './compiled.ts'
import { type IncomeUsed, incomeUsed } from './income.ts'
import { UNKNOWN } from './tri.ts'

type IncomePart = { income: Verdict['income']; missing: string[]; table: Verdict['pointsTable'] }

function becauseOf(facts: Facts, income: IncomeUsed): Because[] {
  const { perPersonMonth, total12Months, b1 } = facts.income ?? {}
  if (perPersonMonth !== undefined) return [{ path: 'income.perPersonMonth', value: perPersonMonth }]
  if (income.kind === 'measured') return [{ path: 'income.total12Months', value: total12Months }]
  if (b1 !== undefined) return [{ path: 'income.b1', value: b1.points }]
  return []
}

function tableOf(compiled: Compiled, facts: Facts, kind: IncomeUsed['kind']): Verdict['pointsTable'] {
  if (kind !== 'points') return null
  const held = compiled.points
  const named = facts.income?.b1?.table
  if (held === undefined || (named !== undefined && named !== held.table.id))
    return named === undefined ? null : { id: named, version: null, hash: null, decidable: false }
  return { id: held.table.id, version: held.table.version, hash: held.hash, decidable: held.decidable }
}

/** The marks of the lines or cuts of a settlement, of both where it is unknown, and of the table used. */
function markOf(compiled: Compiled, facts: Facts, at: { points: boolean; illustrative: boolean }): Mark {
  if (at.illustrative) return 'illustrative'
  const marks = at.points ? compiled.marks.cuts : compiled.marks.lines
  return marks[facts.settlement ?? 'both']
}

/** The lines in đồng of the settlement and, where points were used, its cuts. */
function linesOf(standard: Standard, settlement: Facts['settlement'], points: boolean) {
  const lines = settlement && standard.lines[settlement]
  const cuts = points && settlement ? standard.scoring?.cuts?.[settlement] : undefined
  return {
    line: lines?.poor.value ?? null,
    nearPoorLine: lines?.nearPoor?.value ?? null,
    averageLine: lines?.average?.value ?? null,
    cut: cuts?.poor.value ?? null,
    nearPoorCut: cuts?.nearPoor?.value ?? null,
  }
}

/** `missing` is the caller's to add to. */
export function explainIncome(compiled: Compiled, facts: Facts, on: DayParts): IncomePart {
  const { standard } = compiled
  const missing: string[] = facts.settlement === undefined ? ['settlement'] : []
  const income = incomeUsed(facts, on, compiled.points?.table, (path) => {
    missing.push(path)
    return UNKNOWN
  })
  const table = tableOf(compiled, facts, income.kind)
  const points = income.kind === 'points'
  const { line, nearPoorLine, averageLine, cut, nearPoorCut } = linesOf(standard, facts.settlement, points)
  return {
    income: {
      kind: income.kind,
      used: income.kind === 'unknown' ? null : income.low,
      usedMax: income.kind === 'unknown' || income.high === income.low ? null : income.high,
      line,
      nearPoorLine,
      averageLine,
      cut,
      nearPoorCut,
      because: becauseOf(facts, income),
      mark: markOf(compiled, facts, { points, illustrative: usesIllustrative(compiled, facts, income.kind) }),
      citation: points ? (standard.scoring?.citation ?? standard.lines.citation) : standard.lines.citation,
    },
    missing,
    table,
  }
}
