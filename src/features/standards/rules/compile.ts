/**
 * The engine. Thresholds become tests once; each household is then a walk over them. `score` and `explain` share every
 * test; `explain` also remembers which facts spoke.
 */
import type { PlainDate } from '#kernel/dates.ts'
import type { Facts } from '../model/facts.ts'
import type { PointsTable } from '../model/points.ts'
import type { Standard } from '../model/standard.ts'
import type { Score, Verdict } from '../model/verdict.ts'
import { atAges, type DayParts, oldestAge, partsOf, silent, youngestAge } from './ages.ts'
import { boundsFor, classBits, classFor } from './classify.ts'
import { type Compiled, type CompiledIndicator, compile, usesIllustrative } from './compiled.ts'
import { explainWith } from './explain.ts'
import { incomeUsed, zonesFor } from './income.ts'
import { type AnyMemberRule, type Rule, type ShareRule, sizeOf } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

export type Scorer = {
  readonly standard: Standard
  readonly hash: string
  /** The verdict without reasons. `day` is the day the facts speak of: ages are counted on it. */
  readonly score: (facts: Facts, day: PlainDate) => Score
  /** The same verdict with every reason. */
  readonly explain: (facts: Facts, day: PlainDate) => Verdict
}

/** Ages of the household in hand, kept between calls so that scoring allocates nothing. */
type Ages = { from: number[]; to: number[]; on: DayParts }

function takeAges(ages: Ages, facts: Facts): void {
  const members = facts.members
  if (members === undefined) return
  for (let i = 0; i < members.length; i++) {
    const birth = members[i]?.birth
    const oldest = oldestAge(birth, ages.on)
    ages.to[i] = oldest
    ages.from[i] = birth?.day !== undefined && birth.month !== undefined ? oldest : youngestAge(birth, ages.on)
  }
}

function memberState(rule: AnyMemberRule | ShareRule, facts: Facts, ages: Ages): Tri {
  const members = facts.members
  if (members === undefined || members.length === 0) return UNKNOWN
  const year = ages.on.year
  let yes = 0
  let maybe = 0
  for (let i = 0; i < members.length; i++) {
    const member = members[i]
    if (member === undefined) continue
    const from = ages.from[i] ?? 0
    const to = ages.to[i] ?? 0
    const state =
      from === to ? rule.test(member, from, year, silent) : atAges(rule.test, member, { from, to, year, ask: silent })
    if (state === YES) {
      if (rule.kind === 'any_member') return YES
      yes++
    } else if (state === UNKNOWN) maybe++
  }
  if (rule.kind === 'share') return rule.decide(yes, maybe, members.length)
  return maybe > 0 ? UNKNOWN : NO
}

const ruleState = (rule: Rule, facts: Facts, ages: Ages): Tri =>
  rule.kind === 'household' ? rule.test(facts, sizeOf(facts), silent) : memberState(rule, facts, ages)

/** Facts first; a tick of an imported list only where they leave it open; nothing where the threshold is missing. */
function indicatorState({ rule, indicator }: CompiledIndicator, facts: Facts, ages: Ages): Tri {
  if (rule === null) return UNKNOWN
  const state = ruleState(rule, facts, ages)
  if (state !== UNKNOWN || facts.declared === undefined) return state
  const tick = facts.declared[indicator.key]
  return tick === undefined ? UNKNOWN : tick ? YES : NO
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

function scoreWith(compiled: Compiled, ages: Ages, listOf: (bits: number) => string[], facts: Facts): Score {
  takeAges(ages, facts)
  const { indicators, pointsPerLacking, scales, forPoor } = compiled
  let bits = 0
  let least = 0
  let open = 0
  for (let i = 0; i < indicators.length; i++) {
    const indicator = indicators[i]
    const state = indicator === undefined ? NO : indicatorState(indicator, facts, ages)
    if (state === YES) {
      bits |= 1 << i
      least++
    } else if (state === UNKNOWN) open++
  }
  const income = incomeUsed(facts, ages.on, compiled.points?.table, silent)
  const zones = zonesFor(income, facts.settlement, scales)
  const possible = classBits(zones, { least, most: least + open, forPoor }, scales.twoLines)
  return {
    standardId: compiled.standard.id,
    standardHash: compiled.hash,
    class: classFor(possible),
    bounds: boundsFor(possible),
    b1: income.kind === 'points' ? income.low : null,
    b2: pointsPerLacking === null ? null : least * pointsPerLacking,
    b2Max: pointsPerLacking === null ? null : (least + open) * pointsPerLacking,
    lacking: listOf(bits),
    illustrativeTable: usesIllustrative(compiled, facts, income.kind),
  }
}

/**
 * Makes a scorer of a valid standard, with a points table where B1 is to be counted from answers. Throws RangeError
 * where the table is another standard's.
 */
export function compileStandard(standard: Standard, points?: PointsTable): Scorer {
  const compiled = compile(standard, points)
  const listOf = lackingLists(compiled.indicators.map((i) => i.indicator.key))
  const ages: Ages = { from: [], to: [], on: { year: 0, month: 1, day: 1 } }
  let day: PlainDate | null = null
  const score = (facts: Facts, on: PlainDate): Score => {
    if (on !== day) {
      ages.on = partsOf(on)
      day = on
    }
    return scoreWith(compiled, ages, listOf, facts)
  }
  const explain = (facts: Facts, on: PlainDate): Verdict =>
    explainWith(compiled, facts, { day: on, score: score(facts, on) })
  return { standard, hash: compiled.hash, score, explain }
}
