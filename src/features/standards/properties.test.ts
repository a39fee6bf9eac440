import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { facts, factsWith } from '#test/facts.ts'
import { loadStandards } from './library.ts'
import type { Facts, Member } from './model/facts.ts'
import type { Score } from './model/verdict.ts'
import { type Class, classes } from './model/verdict.ts'
import { regions } from './model/words.ts'
import { borrowThresholds } from './rules/borrow.ts'
import { compileStandard, type Scorer } from './rules/compile.ts'

const day = plainDate('2026-10-15')
const library = loadStandards()
const held = (id: string) => {
  const found = library.standards.find((s) => s.value.id === id)
  if (!found) throw new Error(id)
  return found.value
}
const whatIf = borrowThresholds(held('vn-2027-2030'), held('vn-2022-2025'))
const measured: [string, Scorer][] = [...library.standards.map((s) => s.value), whatIf].map((s) => [
  s.id,
  compileStandard(s),
])
const byPoints: [string, Scorer] = [
  'vn-2022-2025 by points',
  compileStandard(held('vn-2022-2025'), library.points[0]?.value),
]

/** Every way to take one answer back. */
function withoutOne(value: object): object[] {
  return Object.keys(value).flatMap((key) => {
    if (key === 'id') return []
    const tree = value as Record<string, unknown>
    const { [key]: held, ...others } = tree
    const inner =
      typeof held === 'object' && held !== null && key !== 'means' && key !== 'causes'
        ? Array.isArray(held)
          ? held.flatMap((item, i) =>
              withoutOne(item as object).map((less) => ({ ...tree, [key]: held.with(i, less) })),
            )
          : withoutOne(held).map((less) => ({ ...tree, [key]: less }))
        : []
    // A birth is one answer down to its year: a birth without a year is none.
    return key === 'year' ? inner : [others, ...inner]
  })
}

const isWithin = (inner: Score, outer: Score): boolean =>
  inner.bounds.possible.every((c) => outer.bounds.possible.includes(c)) &&
  outer.lacking.every((key) => inner.lacking.includes(key)) &&
  (inner.b2 ?? 0) >= (outer.b2 ?? 0) &&
  (inner.b2Max ?? 0) <= (outer.b2Max ?? 0)

/** Poorer first: a verdict must not move to the right when something is lost. */
const rank = (c: Class): number => classes.indexOf(c)
const span = ({ bounds }: Score): { worst: number; best: number } => {
  const ranks = bounds.possible.map(rank)
  return { worst: Math.min(...ranks), best: Math.max(...ranks) }
}

type Loss = (facts: Facts) => Facts
const everyMember =
  (change: Partial<Member>): Loss =>
  (f) =>
    f.members ? { ...f, members: f.members.map((m) => ({ ...m, ...change })) } : f
const losses: Record<string, Loss> = {
  'half the income': (f) =>
    f.income?.perPersonMonth === undefined
      ? f
      : { ...f, income: { perPersonMonth: vnd(Math.floor(f.income.perPersonMonth / 2)) } },
  'the health insurance': everyMember({ healthInsurance: false }),
  'the labour contract': everyMember({ contract: false }),
  'the schooling': everyMember({ studying: 'none', finished: 'none', trainedOnJob: false }),
  'the nutrition of the children': everyMember({ nutrition: 'low_both' }),
  'the care in illness': everyMember({ seriousIllness: true, soughtCare: false }),
  'the house': (f) => ({
    ...f,
    housing: { wall: 'not_durable', pillar: 'not_durable', roof: 'not_durable', areaM2: 0 },
  }),
  'the water': (f) => ({ ...f, water: { source: 'surface' } }),
  'the toilet': (f) => ({ ...f, sanitation: { toilet: 'none' } }),
  'the means of information': (f) => ({
    ...f,
    information: { internet: false, phone: false, means: [], loudspeaker: false },
  }),
}

describe.each([...measured, byPoints])('any household by %s', (_id, scorer) => {
  const household = scorer === byPoints[1] ? factsWith(fc.constant(undefined)) : facts

  it('gets exactly one verdict: a class, or the classes that remain', () => {
    fc.assert(
      fc.property(household, (f) => {
        const score = scorer.score(f, day)
        const { possible, poor } = score.bounds
        expect(possible.length).toBeGreaterThan(0)
        expect(score.class).toBe(possible.length === 1 ? possible[0] : null)
        expect(poor).toBe(!possible.includes('poor') ? 'surely_not' : possible.length === 1 ? 'surely' : 'depends')
      }),
    )
  })

  it('is scored and explained alike', () => {
    fc.assert(
      fc.property(household, (f) => {
        const score = scorer.score(f, day)
        const verdict = scorer.explain(f, day)
        expect(verdict).toMatchObject(score)
        expect(verdict.indicators.filter((i) => i.state === 'lacking').map((i) => i.key)).toEqual(score.lacking)
        const open = verdict.indicators.filter((i) => i.open === 'answers_missing')
        for (const { key, missing } of open) expect(missing.length, `${key} is open for a reason`).toBeGreaterThan(0)
      }),
    )
  })

  it('is bounded more narrowly, never otherwise, when an answer arrives', () => {
    fc.assert(
      fc.property(household, (f) => {
        const more = scorer.score(f, day)
        for (const less of withoutOne(f) as Facts[]) expect(isWithin(more, scorer.score(less, day))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same whatever the order of members and answers', () => {
    fc.assert(
      fc.property(household, (f) => {
        const turned = Object.fromEntries(Object.entries(f).reverse()) as Facts
        if (f.members)
          turned.members = f.members.toReversed().map((m) => Object.fromEntries(Object.entries(m).reverse()) as Member)
        expect(scorer.score(turned, day)).toEqual(scorer.score(f, day))
      }),
    )
  })
})

describe.each(measured)('a loss by %s', (_id, scorer) => {
  it.each(Object.entries(losses))('of %s never improves a verdict', (_what, lose) => {
    fc.assert(
      fc.property(facts, (f) => {
        const before = span(scorer.score(f, day))
        const after = span(scorer.score(lose(f), day))
        expect(after.best).toBeLessThanOrEqual(before.best)
        expect(after.worst).toBeLessThanOrEqual(before.worst)
      }),
    )
  })
})

it('every region of the points table is one that a household may have', () => {
  for (const section of library.points[0]?.value.sections ?? [])
    for (const row of section.rows) expect(Object.keys(row.points).sort()).toEqual([...regions].sort())
})
