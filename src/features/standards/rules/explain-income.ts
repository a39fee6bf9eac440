/** The income part of a verdict: what was used, against which line or cut, with marks and articles. */
import type { Facts } from '../model/facts.ts'
import { type Mark, weakest } from '../model/marks.ts'
import type { Standard } from '../model/standard.ts'
import type { Because, Verdict } from '../model/verdict.ts'
import type { DayParts } from './ages.ts'
import type { Compiled } from './compiled.ts'
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
function markOf(standard: Standard, facts: Facts, at: { kind: IncomeUsed['kind']; illustrative: boolean }): Mark {
  const from = at.kind === 'points' ? standard.scoring?.cuts : standard.lines
  const used = facts.settlement === undefined ? [from?.rural, from?.urban] : [from?.[facts.settlement]]
  const marks = used.flatMap((scale) => Object.values(scale ?? {}).map((v) => v.mark))
  return at.illustrative ? 'illustrative' : weakest(marks)
}

export function explainIncome(compiled: Compiled, facts: Facts, on: DayParts): IncomePart {
  const { standard } = compiled
  const asked = new Set<string>()
  if (facts.settlement === undefined) asked.add('settlement')
  const income = incomeUsed(facts, on, compiled.points?.table, (path) => {
    asked.add(path)
    return UNKNOWN
  })
  const table = tableOf(compiled, facts, income.kind)
  const illustrative = compiled.points?.illustrative === true && table?.id === compiled.points.table.id
  const where = facts.settlement
  const cuts = standard.scoring?.cuts
  const points = income.kind === 'points'
  return {
    income: {
      kind: income.kind,
      used: income.kind === 'unknown' ? null : income.low,
      usedMax: income.kind === 'unknown' || income.high === income.low ? null : income.high,
      line: where === undefined ? null : standard.lines[where].poor.value,
      nearPoorLine: where === undefined ? null : (standard.lines[where].nearPoor?.value ?? null),
      averageLine: where === undefined ? null : (standard.lines[where].average?.value ?? null),
      cut: points && where !== undefined ? (cuts?.[where].poor.value ?? null) : null,
      nearPoorCut: points && where !== undefined ? (cuts?.[where].nearPoor?.value ?? null) : null,
      because: becauseOf(facts, income),
      mark: markOf(standard, facts, { kind: income.kind, illustrative }),
      citation: points ? (standard.scoring?.citation ?? standard.lines.citation) : standard.lines.citation,
    },
    missing: [...asked],
    table,
  }
}
