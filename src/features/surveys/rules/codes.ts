/**
 * A verdict in short, as it is kept: a letter for the state of each indicator, in the order of the standard, and a
 * fingerprint of the whole verdict. The reasons are told again from the answers and the pinned law (`judged.ts`), and the
 * fingerprint says whether they are the very ones.
 */
import type { Because, IndicatorVerdict, State, Verdict } from '#features/standards/model/verdict.ts'
import { canonicalJson } from '#features/standards/rules/hash.ts'
import type { VerdictLine } from '../model.ts'

/** By a tick of a list in a capital; `?`: answers are missing, `-`: the threshold is. */
const letters = {
  lacking: 'l',
  notLacking: 'n',
  declaredLacking: 'L',
  declaredNot: 'N',
  answersMissing: '?',
  thresholdMissing: '-',
} as const

function letterOf({ state, open, declared }: IndicatorVerdict): string {
  if (state === 'lacking') return declared ? letters.declaredLacking : letters.lacking
  if (state === 'not_lacking') return declared ? letters.declaredNot : letters.notLacking
  return open === 'threshold_missing' ? letters.thresholdMissing : letters.answersMissing
}

const stateAt = (letter: string): State => {
  const small = letter.toLowerCase()
  if (small === letters.lacking) return 'lacking'
  return small === letters.notLacking ? 'not_lacking' : 'not_assessable'
}

/** Nothing of a type may be left out of what a fingerprint is taken of. */
type Nothing = Readonly<Record<string, never>>

/** The value of a fact may be a list or an object, whose names the database puts in an order of its own. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? canonicalJson(value) : value

const becauseText = (all: readonly Because[]): unknown[] =>
  all.map(({ path, person, value, state, derived, ...more }) => {
    more satisfies Nothing
    return [path, person ?? 0, plain(value), state ?? 0, derived ?? 0]
  })

function indicatorText(of: IndicatorVerdict): unknown[] {
  const { key, state, open, because, missing, declared, contradicted, mark, citation, ...more } = of
  more satisfies Nothing
  const cited = citation ? [citation.legal, citation.article ?? 0] : 0
  return [key, state, open ?? 0, becauseText(because), missing, declared ?? 0, contradicted ?? 0, mark, cited]
}

function incomeText({ because, citation, ...of }: Verdict['income']): unknown[] {
  const { kind, used, usedMax, line, nearPoorLine, averageLine, cut, nearPoorCut, mark, ...more } = of
  more satisfies Nothing
  const lines = [line, nearPoorLine, averageLine, cut, nearPoorCut]
  return [kind, used, usedMax, lines, becauseText(because), mark, citation.legal, citation.article ?? 0]
}

/** All that a verdict says, in one order whoever wrote it down: what its fingerprint is taken of. */
export function wholeText(verdict: Verdict): string {
  const { standardId, standardHash, class: is, bounds, b1, b2, b2Max, lacking, illustrativeTable, ...rest } = verdict
  const { day, whatIf, pointsTable, indicators, income, missing, marks, ...more } = rest
  more satisfies Nothing
  const score = [standardId, standardHash, is, bounds.possible, bounds.poor, b1, b2, b2Max, lacking, illustrativeTable]
  const table = pointsTable && [pointsTable.id, pointsTable.version, pointsTable.hash, pointsTable.decidable]
  const marked = [marks.income, marks.indicators, marks.classes, marks.all]
  const told = [day, whatIf, table, indicators.map(indicatorText), incomeText(income), missing, marked]
  return JSON.stringify([score, told])
}

/** Takes the fingerprint of a text: a few letters, the same for the same text. */
export type Printing = (text: string) => string

const statesOf = (verdict: Verdict): string => verdict.indicators.map(letterOf).join('')

export const codesOf = (verdict: Verdict, print: Printing): string =>
  `${statesOf(verdict)} ${print(wholeText(verdict))}`

export type Likeness = 'same' | 'states' | 'other'

type Kept = { readonly codes: string; readonly line: VerdictLine }

const lineText = ({
  class: is,
  possible,
  b1,
  b2,
  lacking,
}: Pick<VerdictLine, 'class' | 'possible' | 'b1' | 'b2' | 'lacking'>) => JSON.stringify([is, possible, b1, b2, lacking])

/** Whether a verdict is the one that was kept in short; `states`: it has at least the same class, points and states. */
export function likeness({ codes, line }: Kept, verdict: Verdict, print: Printing): Likeness {
  if (codesOf(verdict, print) === codes) return 'same'
  const { class: is, bounds, b1, b2, lacking } = verdict
  const now = lineText({ class: is, possible: bounds.possible, b1, b2, lacking })
  return now === lineText(line) && codes.startsWith(`${statesOf(verdict)} `) ? 'states' : 'other'
}

/** The states that were kept, by the keys of the standard's indicators in its order. */
export const statesIn = (codes: string, keys: readonly string[]): { key: string; state: State }[] =>
  keys.flatMap((key, at) => (codes[at] === undefined || codes[at] === ' ' ? [] : [{ key, state: stateAt(codes[at]) }]))
