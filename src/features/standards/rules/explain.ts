/** The reasons of a verdict: for each indicator the facts that decided it, the answers that are missing, mark and article. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Facts } from '../model/facts.ts'
import { type Mark, marksIn, weakest } from '../model/marks.ts'
import type { IndicatorVerdict, Score, Verdict } from '../model/verdict.ts'
import { type DayParts, partsOf } from './ages.ts'
import type { Compiled, CompiledIndicator } from './compiled.ts'
import { explainIncome } from './explain-income.ts'
import { reasonsOf } from './reasons.ts'
import { NO, UNKNOWN, YES } from './tri.ts'

const nothing: never[] = []
const thresholdMarks = new WeakMap<object, Mark>()

/** A threshold is as good as its weakest value; counted once a threshold. */
function markOf(threshold: object): Mark {
  const held = thresholdMarks.get(threshold)
  if (held !== undefined) return held
  const mark = weakest(marksIn(threshold))
  thresholdMarks.set(threshold, mark)
  return mark
}

function explainIndicator({ indicator, rule }: CompiledIndicator, facts: Facts, on: DayParts): IndicatorVerdict {
  const { key, threshold } = indicator
  if (rule === null || threshold === undefined)
    return {
      key,
      state: 'not_assessable',
      open: 'threshold_missing',
      because: nothing,
      missing: nothing,
      mark: indicator.name.mark,
    }
  const base = { key, mark: markOf(threshold), citation: threshold.citation }
  const { state, because, missing } = reasonsOf(rule, facts, on)
  const tick = facts.declared?.[key]
  if (state === UNKNOWN) {
    if (tick === undefined) return { ...base, state: 'not_assessable', open: 'answers_missing', because, missing }
    const declared = tick ? 'lacking' : 'not_lacking'
    const path = `declared.${key}`
    return {
      ...base,
      state: declared,
      because: [{ path, value: tick, state: declared }],
      missing: nothing,
      declared: true,
    }
  }
  const verdict: IndicatorVerdict = { ...base, state: state === YES ? 'lacking' : 'not_lacking', because, missing }
  if (tick !== undefined && tick === (state === NO)) verdict.contradicted = true
  return verdict
}

function marksOf(compiled: Compiled, income: Mark, indicators: readonly IndicatorVerdict[]): Verdict['marks'] {
  const { classes, scoring } = compiled.standard
  const forIndicators = weakest(indicators.filter((i) => i.state !== 'not_assessable').map((i) => i.mark))
  const forClasses = weakest(marksIn([classes, scoring?.pointsPerLacking]))
  return {
    income,
    indicators: forIndicators,
    classes: forClasses,
    all: weakest([income, forIndicators, forClasses]),
  }
}

/** The verdict with reasons, from the score of the same facts on the same day. */
export function explainWith(compiled: Compiled, facts: Facts, at: { day: PlainDate; score: Score }): Verdict {
  const on = partsOf(at.day)
  const indicators = compiled.indicators.map((i) => explainIndicator(i, facts, on))
  const { income, missing, table } = explainIncome(compiled, facts, on)
  const asked = new Set<string>(missing)
  for (const indicator of indicators) for (const path of indicator.missing) asked.add(path)
  return {
    ...at.score,
    day: at.day,
    whatIf: compiled.standard.whatIf !== undefined,
    pointsTable: table,
    indicators,
    income,
    missing: [...asked],
    marks: marksOf(compiled, income.mark, indicators),
  }
}
