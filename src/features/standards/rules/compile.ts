/**
 * The engine. Thresholds become tests once; each household is then a walk over them. `score` and `explain` share every
 * test; `explain` also says which facts spoke.
 */
import type { PlainDate } from '#kernel/dates.ts'
import type { Facts } from '../model/facts.ts'
import type { PointsTable } from '../model/points.ts'
import type { Standard } from '../model/standard.ts'
import type { Score, Verdict } from '../model/verdict.ts'
import { partsOf, silent } from './ages.ts'
import { anyClass, boundsFor, classBits, classFor } from './classify.ts'
import { type Compiled, compile, type Hashes, usesIllustrative } from './compiled.ts'
import { explainWith } from './explain.ts'
import { incomeUsed, zonesFor } from './income.ts'
import { countIndicators, emptyStanding, type Standing, takeAges } from './standing.ts'

/** Of the standard that opens and, in a standard's last year, of the one that closes. */
export type Scorers = { readonly opens: Scorer; readonly closes: Scorer | null }

export type Scorer = {
  readonly standard: Standard
  readonly hash: string
  /** The table by which B1 is counted from answers; null where income is measured. */
  readonly points: PointsTable | null
  /** The verdict without reasons. `day` is the day the facts speak of: ages are counted on it. */
  readonly score: (facts: Facts, day: PlainDate) => Score
  /** The same verdict with every reason. */
  readonly explain: (facts: Facts, day: PlainDate) => Verdict
}

/** The lacking keys of a set of indicators, one shared frozen list a set. */
function lackingLists(keys: readonly string[]): (bits: number) => string[] {
  const lists = new Map<number, string[]>()
  return (bits) => {
    const held = lists.get(bits)
    if (held !== undefined) return held
    const list = keys.filter((_, i) => bits & (1 << i))
    Object.freeze(list)
    lists.set(bits, list)
    return list
  }
}

type Working = { compiled: Compiled; standing: Standing; listOf: (bits: number) => string[] }

function scoreWith({ compiled, standing, listOf }: Working, facts: Facts): Score {
  takeAges(standing, facts)
  const { lackingBits, lacking, open } = countIndicators(compiled.indicators, facts, standing)
  const { pointsPerLacking, scales, forPoor } = compiled
  const income = incomeUsed(facts, standing.on, compiled.points?.table, silent)
  const zones = zonesFor(income, facts.settlement, scales)
  // Nobody lives in an empty list: it is no answer, and a household of nobody has no class.
  const possible =
    facts.members?.length === 0
      ? anyClass
      : classBits(zones, { least: lacking, most: lacking + open, forPoor }, scales.twoLines)
  return {
    standardId: compiled.standard.id,
    standardHash: compiled.hash,
    class: classFor(possible),
    bounds: boundsFor(possible),
    b1: income.kind === 'points' ? income.low : null,
    b2: pointsPerLacking === null ? null : lacking * pointsPerLacking,
    b2Max: pointsPerLacking === null ? null : (lacking + open) * pointsPerLacking,
    lacking: listOf(lackingBits),
    illustrativeTable: usesIllustrative(compiled, facts, income.kind),
  }
}

/**
 * Makes a scorer of a valid standard, with a points table where B1 is to be counted from answers. The facts must be
 * valid by `FactsSchema`. Throws RangeError where the table is another standard's.
 */
export function compileStandard(standard: Standard, points?: PointsTable, known?: Hashes): Scorer {
  const compiled = compile(standard, points, known)
  const { indicators, hash } = compiled
  const standing = emptyStanding(indicators.length)
  const working: Working = { compiled, standing, listOf: lackingLists(indicators.map((i) => i.key)) }
  let day: PlainDate | null = null
  const score = (facts: Facts, on: PlainDate): Score => {
    if (on !== day) {
      standing.on = partsOf(on)
      day = on
    }
    return scoreWith(working, facts)
  }
  const explain = (facts: Facts, on: PlainDate): Verdict =>
    explainWith(compiled, facts, { day: on, score: score(facts, on), standing })
  return { standard, hash, points: points ?? null, score, explain }
}
