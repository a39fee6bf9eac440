/** The reasons of a verdict: for each indicator the facts that decided it, the answers that are missing, mark and article. */

import type { PlainDate } from '#kernel/dates.ts'
import type { Facts } from '../model/facts.ts'
import type { Mark } from '../model/marks.ts'
import type { IndicatorVerdict, Score, Verdict } from '../model/verdict.ts'
import type { Compiled, CompiledIndicator } from './compiled.ts'
import { explainIncome } from './explain-income.ts'
import { weaker } from './marks.ts'
import { becauseOf, missingFor } from './reasons.ts'
import type { Standing } from './standing.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

const nothing: never[] = []

function decided(compiled: CompiledIndicator, facts: Facts, at: { state: Tri; standing: Standing }): IndicatorVerdict {
  const { key, rule, mark, citation } = compiled
  if (rule === null || citation === null)
    return { key, state: 'not_assessable', because: nothing, missing: nothing, mark, open: 'threshold_missing' }
  const because = becauseOf(rule, facts, at)
  if (at.state !== UNKNOWN)
    return { key, state: at.state === YES ? 'lacking' : 'not_lacking', because, missing: nothing, mark, citation }
  const missing = missingFor(rule, facts, at.standing)
  return { key, state: 'not_assessable', because, missing, mark, citation, open: 'answers_missing' }
}

/** A tick of an imported list decides what the facts leave open; where they say otherwise, the facts count. */
function withTick(verdict: IndicatorVerdict, tick: boolean, state: Tri): IndicatorVerdict {
  if (state !== UNKNOWN) return tick === (state === NO) ? { ...verdict, contradicted: true } : verdict
  const { key, mark, citation } = verdict
  const declared = tick ? 'lacking' : 'not_lacking'
  const because = [{ path: `declared.${key}`, value: tick, state: declared } as const]
  return { key, state: declared, because, missing: nothing, mark, ...(citation ? { citation } : {}), declared: true }
}

function explainIndicator(
  compiled: CompiledIndicator,
  facts: Facts,
  at: { state: Tri; standing: Standing },
): IndicatorVerdict {
  const verdict = decided(compiled, facts, at)
  const tick = facts.declared?.[compiled.key]
  return tick === undefined || compiled.rule === null ? verdict : withTick(verdict, tick, at.state)
}

function marksOf(compiled: Compiled, income: Mark, verdicts: readonly IndicatorVerdict[]): Verdict['marks'] {
  let indicators: Mark = 'text'
  for (const { state, mark } of verdicts) if (state !== 'not_assessable') indicators = weaker(indicators, mark)
  const { classes } = compiled.marks
  return { income, indicators, classes, all: weaker(weaker(income, indicators), classes) }
}

const distinct = (paths: string[]): string[] => (paths.length < 2 ? paths : [...new Set(paths)])

/** The verdict with reasons, from the score of the same facts on the same day and the standing it left. */
export function explainWith(
  compiled: Compiled,
  facts: Facts,
  at: { day: PlainDate; score: Score; standing: Standing },
): Verdict {
  const { standing, score } = at
  const { income, missing, table } = explainIncome(compiled, facts, standing.on)
  if (facts.members?.length === 0) missing.push('members')
  const indicators: IndicatorVerdict[] = []
  for (const [i, indicator] of compiled.indicators.entries()) {
    const verdict = explainIndicator(indicator, facts, { state: standing.states[i] ?? UNKNOWN, standing })
    indicators.push(verdict)
    for (const path of verdict.missing) missing.push(path)
  }
  return {
    standardId: score.standardId,
    standardHash: score.standardHash,
    class: score.class,
    bounds: score.bounds,
    b1: score.b1,
    b2: score.b2,
    b2Max: score.b2Max,
    lacking: score.lacking,
    illustrativeTable: score.illustrativeTable,
    day: at.day,
    whatIf: compiled.standard.whatIf !== undefined,
    pointsTable: table,
    indicators,
    income,
    missing: distinct(missing),
    marks: marksOf(compiled, income.mark, indicators),
  }
}
