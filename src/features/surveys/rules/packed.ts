/**
 * A verdict as it is kept: the same facts and reasons in a third of the bytes, since millions are kept for ever. Paths,
 * people and citations stand once in a list, and each reason points into it. Nothing is left out: `unpacked` gives back
 * exactly the verdict, and a person with the row alone can still read it.
 */
import type { Because, IndicatorVerdict, Verdict } from '#features/standards/model/verdict.ts'

/** [path, value, person?, state?, derived?]: numbers point into `words`; -1 says that the part is absent. */
type PackedBecause = readonly [path: number, value: unknown, ...more: number[]]
/** [key, state, reasons, citation, the rest]; -1: no citation. */
type PackedIndicator = readonly [string, IndicatorVerdict['state'], PackedBecause[], number, Rest]
type Rest = Partial<Omit<IndicatorVerdict, 'key' | 'state' | 'because' | 'citation'>> & Pick<IndicatorVerdict, 'mark'>

export type PackedVerdict = Omit<Verdict, 'indicators' | 'income'> & {
  readonly packed: 1
  readonly words: readonly string[]
  readonly citations: readonly NonNullable<IndicatorVerdict['citation']>[]
  readonly indicators: readonly PackedIndicator[]
  readonly income: Omit<Verdict['income'], 'because'> & { readonly because: readonly PackedBecause[] }
}

/** A list in which each thing stands once; answers its place. */
function listing<T>(): { readonly list: T[]; readonly placeOf: (thing: T | undefined) => number } {
  const list: T[] = []
  const places = new Map<string, number>()
  const placeOf = (thing: T | undefined): number => {
    if (thing === undefined) return -1
    const key = typeof thing === 'string' ? thing : JSON.stringify(thing)
    const held = places.get(key)
    if (held !== undefined) return held
    places.set(key, list.length)
    return list.push(thing) - 1
  }
  return { list, placeOf }
}

/** Parts that are absent at the end are left away. */
function withoutTail(more: number[]): number[] {
  while (more.length > 0 && more[more.length - 1] === -1) more.pop()
  return more
}

export function packed(verdict: Verdict): PackedVerdict {
  const words = listing<string>()
  const citations = listing<NonNullable<IndicatorVerdict['citation']>>()
  const because = (all: readonly Because[]): PackedBecause[] =>
    all.map(({ path, value, person, state, derived }) => [
      words.placeOf(path),
      value,
      ...withoutTail([words.placeOf(person), words.placeOf(state), derived ? 1 : -1]),
    ])
  const indicators = verdict.indicators.map(
    ({ key, state, because: why, citation, missing, ...rest }): PackedIndicator => [
      key,
      state,
      because(why),
      citations.placeOf(citation),
      missing.length > 0 ? { ...rest, missing } : rest,
    ],
  )
  const income = { ...verdict.income, because: because(verdict.income.because) }
  return { ...verdict, packed: 1, indicators, income, words: words.list, citations: citations.list }
}

export function unpacked(kept: PackedVerdict): Verdict {
  const { packed: _packed, words, citations, indicators, income, ...verdict } = kept
  const because = (all: readonly PackedBecause[]): Because[] =>
    all.map(([path, value, person = -1, state = -1, derived = -1]) => ({
      path: words[path] ?? '',
      value,
      ...(person < 0 ? {} : { person: words[person] ?? '' }),
      ...(state < 0 ? {} : { state: words[state] as NonNullable<Because['state']> }),
      ...(derived < 0 ? {} : { derived: true as const }),
    }))
  return {
    ...verdict,
    indicators: indicators.map(([key, state, why, citation, rest]) => ({
      missing: [],
      ...rest,
      key,
      state,
      because: because(why),
      ...(citations[citation] ? { citation: citations[citation] } : {}),
    })),
    income: { ...income, because: because(income.because) },
  }
}
