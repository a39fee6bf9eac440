/**
 * Which answers of last time are never offered as unchanged: they are asked anew, and counted. Who lives here is asked of
 * the register's list, income of the 12 months; here are those on which the class hung.
 */
import type { Facts, Member } from '#features/standards/model/facts.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import { jobs, schoolLevels } from '#features/standards/model/words.ts'
import { partsOf, silent } from '#features/standards/rules/ages.ts'
import type { Scorer } from '#features/standards/rules/compile.ts'
import { answerAt, pathOf, withAnswer } from '#features/standards/rules/form.ts'
import { pointsRange, type Range } from '#features/standards/rules/points.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { isPrefilled } from './prefill.ts'

/** `points`: it decides a row of the table. `near_points`, `near_indicators`: it put the household close to a cut. */
export type Anew = 'points' | 'near_points' | 'near_indicators'

/** What the last survey came out as, as it was kept. */
export type LastVerdict = {
  readonly standardId: string
  readonly b1: number | null
  readonly lacking: readonly string[]
}

export type Begun = {
  /** Last time's answers, for who lives here now. */
  readonly facts: Facts
  readonly day: PlainDate
  /** The standards by which the household will be classed. */
  readonly scorers: readonly Scorer[]
  readonly last: LastVerdict | null
}

/** So close to a cut of the points nothing is taken over. */
const close = 10

type Place = { readonly path: string; readonly person?: string }

/** What a table of points reads of a person. The birth is the register's, and stands on the card to be read. */
const yesOrNo = [true, false]
const pointAnswers: Partial<Record<keyof Member, readonly unknown[]>> = {
  finished: schoolLevels,
  job: jobs,
  canWork: yesOrNo,
  pension: yesOrNo,
}

const pointPlaces = ({ members = [] }: Facts): (Place & { readonly others: readonly unknown[] })[] =>
  members.flatMap(({ id }) =>
    Object.entries(pointAnswers).map(([key, others]) => ({ path: `members[].${key}`, person: id, others })),
  )

const nameOf = ({ path, person }: Place): string => pathOf(path, person)
const isGiven = (facts: Facts, { path, person }: Place): boolean => answerAt(facts, path, person) !== undefined

const differ = (a: Range, b: Range): boolean => a.low !== b.low || a.high !== b.high

/** Answers in whose place some other one reaches another row of the table. */
function decidingPoints({ facts, day, scorers }: Begun): string[] {
  const on = partsOf(day)
  // Where one standard has no table, income is measured, and no table is read.
  if (scorers.some(({ points }) => points === null)) return []
  return scorers.flatMap(({ points }) => {
    if (points === null) return []
    const rangeOf = (given: Facts) => pointsRange(points, given, on, silent)
    const whole = rangeOf(facts)
    return pointPlaces(facts)
      .filter((place) => isGiven(facts, place))
      .filter((place) => place.others.some((other) => differ(rangeOf(withAnswer(facts, place, other)), whole)))
      .map(nameOf)
  })
}

function cutsOf({ scoring }: Standard, { settlement }: Facts): number[] {
  const kinds = settlement ? ([settlement] as const) : (['rural', 'urban'] as const)
  return kinds.flatMap((kind) => {
    const cuts = scoring?.cuts?.[kind]
    return cuts ? [cuts.poor.value, ...(cuts.nearPoor ? [cuts.nearPoor.value] : [])] : []
  })
}

/** All that a table reads, where the points lay close to a cut: as they were counted, or as they would be now. */
function nearPoints({ facts, day, scorers, last }: Begun): string[] {
  const counted = last?.b1 ?? null
  const byPoints = scorers.every(({ points }) => points !== null)
  const isNear = scorers.some(({ standard, points }) => {
    const range = byPoints && points ? pointsRange(points, facts, partsOf(day), silent) : null
    return cutsOf(standard, facts).some(
      (cut) =>
        (counted !== null && Math.abs(counted - cut) <= close) ||
        (range !== null && range.low <= cut + close && range.high >= cut - close),
    )
  })
  if (!isNear) return []
  return pointPlaces(facts)
    .filter((place) => isGiven(facts, place))
    .map(nameOf)
}

/** What the lacking indicators rest on, where one more or one less makes another class. */
function nearIndicators({ facts, day, scorers, last }: Begun): string[] {
  return scorers.flatMap((scorer) => {
    const forPoor = scorer.standard.classes.lackingForPoor.value
    const { indicators } = scorer.explain(facts, day)
    const lacked = new Set(last?.standardId === scorer.standard.id ? last.lacking : [])
    const now = indicators.filter(({ state }) => state === 'lacking')
    const counts = [now.length, ...(lacked.size > 0 ? [lacked.size] : [])]
    if (!counts.some((n) => n === forPoor || n === forPoor - 1)) return []
    return indicators
      .filter(({ key, state }) => state === 'lacking' || lacked.has(key))
      .flatMap(({ state, because }) =>
        // Of a lacking one those that make it lack; the other members of the household are not asked for it.
        because.filter((one) => state !== 'lacking' || one.state !== 'not_lacking'),
      )
      .filter(
        ({ path, person, derived }) =>
          !derived && isPrefilled(path) && isGiven(facts, { path, ...(person && { person }) }),
      )
      .map(({ path, person }) => pathOf(path, person))
  })
}

/** The answers asked anew by their paths (`members[p1].job`), each with why. */
export function askedAnew(begun: Begun): ReadonlyMap<string, Anew> {
  const why = (reason: Anew) => (name: string) => [name, reason] as const
  return new Map([
    ...nearIndicators(begun).map(why('near_indicators')),
    ...nearPoints(begun).map(why('near_points')),
    ...decidingPoints(begun).map(why('points')),
  ])
}

const partsOfName = (name: string): Place => {
  const person = /^members\[([^\]]+)\]\./.exec(name)?.[1]
  return person === undefined ? { path: name } : { path: name.replace(`[${person}]`, '[]'), person }
}

/** The answers to begin with: without those that are asked anew. */
export const withoutAnew = (facts: Facts, anew: Iterable<string>): Facts =>
  [...anew].reduce((left, name) => withAnswer(left, partsOfName(name), undefined), facts)
