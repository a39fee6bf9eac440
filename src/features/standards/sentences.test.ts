/** Whatever a family answers, what it is told can be true, is said whole, and is the reason. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { sexes } from '#kernel/persons.ts'
import { factsWith } from '#test/facts.ts'
import { library, standardCalled, standards } from '#test/law.ts'
import { possibleSentences } from '#test/sentences.ts'
import type { Facts, Member } from './model/facts.ts'
import type { Because, IndicatorVerdict } from './model/verdict.ts'
import {
  disabilities,
  informationMeans,
  jobs,
  nutritionStates,
  schoolLevels,
  structures,
  toilets,
  waterSources,
} from './model/words.ts'
import { borrowThresholds } from './rules/borrow.ts'
import { compileStandard, type Scorer } from './rules/compile.ts'

const day = plainDate('2026-10-15')
const whatIf = borrowThresholds(standardCalled('vn-2027-2030'), standardCalled('vn-2022-2025'))
const scorers: [string, Scorer][] = [...standards, whatIf].map((s) => [s.id, compileStandard(s)])
scorers.push(['vn-2022-2025 by points', compileStandard(standardCalled('vn-2022-2025'), library.points[0]?.value)])

const lines = [700_000, 900_000, 1_000_000, 1_300_000, 1_500_000, 2_000_000, 2_200_000, 2_250_000, 2_800_000, 3_000_000]
const nearLine = fc.constantFrom(...lines).chain((line) => fc.constantFrom(line - 1, line, line + 1))
const income = fc.option(
  fc.oneof(
    nearLine.map((value) => ({ perPersonMonth: vnd(value) })),
    fc.integer({ min: 0, max: 9_000_000 }).map((value) => ({ perPersonMonth: vnd(value) })),
    // A year of a household that divides badly, a đồng beside the line.
    fc
      .tuple(nearLine, fc.integer({ min: 1, max: 6 }), fc.integer({ min: -30, max: 30 }))
      .map(([value, people, more]) => ({ total12Months: vnd(Math.max(0, value * 12 * people + more)) })),
    fc
      .constantFrom(0, 119.6, 120.4, 139.6, 140, 140.04, 150, 175, 175.000001, 300)
      .map((points) => ({ b1: { table: 'tay', points } })),
  ),
  { nil: undefined, freq: 6 },
)
const names = ['Mai', 'Lò $& Thị', "Giàng $' A", 'Vàng $$ Thị $1', 'Nguyễn {who} B', 'Trần {name}', 'K$`']
const nameOf = (person: string) => names[Number(person.slice(1)) % names.length] ?? 'Mai'

describe.each(scorers)('the sentences of %s', (_id, scorer) => {
  it('are possible for any household, in both languages', () => {
    fc.assert(
      fc.property(factsWith(income), (facts) => {
        const verdict = scorer.explain(facts, day)
        const { vi } = possibleSentences(verdict, scorer.standard, nameOf)
        if (verdict.class !== null && !vi[0]) expect.fail('nothing was said')
      }),
      { numRuns: 400 },
    )
  })

  it('are possible for a household that answered everything', () => {
    fc.assert(
      fc.property(whole, (facts) => {
        const verdict = scorer.explain(facts, day)
        possibleSentences(verdict, scorer.standard, nameOf)
      }),
      { numRuns: 400 },
    )
  })
})

/** Every answer is given; a child or two may be a year old or unborn by the year alone. */
const wholeMember = (id: string): fc.Arbitrary<Member> =>
  fc.record({
    id: fc.constant(id),
    sex: fc.constantFrom(...sexes),
    birth: fc.oneof(
      fc.record({ year: fc.integer({ min: 1940, max: 2025 }), month: fc.constant(3), day: fc.constant(8) }),
      fc.record({ year: fc.constant(2026), month: fc.constant(3) }),
    ),
    studying: fc.constantFrom(...schoolLevels),
    finished: fc.constantFrom(...schoolLevels),
    trainedOnJob: fc.boolean(),
    canWork: fc.boolean(),
    job: fc.constantFrom(...jobs),
    contract: fc.boolean(),
    wantsWork: fc.boolean(),
    healthInsurance: fc.boolean(),
    socialAllowance: fc.boolean(),
    pension: fc.boolean(),
    disability: fc.constantFrom(...disabilities),
    nutrition: fc.constantFrom(...nutritionStates),
    seriousIllness: fc.boolean(),
    soughtCare: fc.boolean(),
  })
const whole: fc.Arbitrary<Facts> = fc.record({
  settlement: fc.constantFrom('rural' as const, 'urban' as const),
  members: fc
    .integer({ min: 1, max: 5 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => wholeMember(`p${i}`)))),
  housing: fc.record({
    wall: fc.constantFrom(...structures),
    pillar: fc.constantFrom(...structures),
    roof: fc.constantFrom(...structures),
    areaM2: fc.oneof(fc.integer({ min: 0, max: 80 }), fc.constantFrom(7.96, 15.96, 23.96, 39.999)),
  }),
  water: fc.record({ source: fc.constantFrom(...waterSources) }),
  sanitation: fc.record({ toilet: fc.constantFrom(...toilets) }),
  information: fc.record({
    internet: fc.boolean(),
    phone: fc.boolean(),
    means: fc.uniqueArray(fc.constantFrom(...informationMeans), { maxLength: 3 }),
    loudspeaker: fc.boolean(),
  }),
  income: nearLine.map((value) => ({ perPersonMonth: vnd(value) })),
})

const stateOf = (scorer: Scorer, facts: Facts, key: string): IndicatorVerdict['state'] | undefined =>
  scorer.explain(facts, day).indicators.find((i) => i.key === key)?.state

/** A member of whom only the birth, the sex and the facts told of it are known. */
function toldOf(member: Member, because: readonly Because[]): Member {
  const { id, sex, birth } = member
  const told = because.filter((b) => b.person === id && b.state !== undefined && !b.derived)
  const answers = told.map(({ path, value }) => [path.slice('members[].'.length), value])
  return { id, ...(sex && { sex }), ...(birth && { birth }), ...Object.fromEntries(answers) }
}

describe.each(scorers.slice(0, 3))('the reasons by %s', (_id, scorer) => {
  it('are enough: what is told of a person alone makes the indicator lack, and without any of it it would not', () => {
    fc.assert(
      fc.property(whole, (facts) => {
        for (const { key, state, because } of scorer.explain(facts, day).indicators) {
          if (state !== 'lacking' || key === 'dependentPerson') continue
          for (const member of facts.members ?? []) {
            const told = toldOf(member, because)
            if (!because.some((b) => b.person === member.id)) continue
            expect([key, told, stateOf(scorer, { members: [told] }, key)]).toEqual([key, told, 'lacking'])
            for (const answer of Object.keys(told).filter((k) => !['id', 'sex', 'birth'].includes(k))) {
              const { [answer as keyof Member]: _gone, ...less } = told
              expect([key, less, stateOf(scorer, { members: [less as Member] }, key)]).not.toEqual([
                key,
                less,
                'lacking',
              ])
            }
          }
        }
      }),
    )
  })

  it('never tell an age below nought', () => {
    const unborn = {
      members: [
        { id: 'p0', birth: { year: 2026 } },
        { id: 'p1', birth: { year: 2027 } },
      ],
    }
    for (const { because } of scorer.explain(unborn, day).indicators)
      for (const { path, value } of because)
        if (path === 'members[].age') expect(JSON.stringify(value)).not.toContain('-')
  })
})

/** Every way to answer what one person has left open, as far as any rule asks for it. */
const answers: readonly (readonly [keyof Member, readonly unknown[]])[] = [
  ['sex', sexes],
  ['birth', [1940, 1965, 1975, 1990, 2002, 2009, 2012, 2017, 2022, 2025].map((year) => ({ year, month: 1, day: 1 }))],
  ['job', jobs],
  ['contract', [true, false]],
  ['canWork', [true, false]],
  ['wantsWork', [true, false]],
  ['finished', ['none', 'primary', 'university']],
  ['studying', ['none', 'preschool', 'primary', 'lower_secondary', 'upper_secondary']],
  ['trainedOnJob', [true, false]],
  ['healthInsurance', [true, false]],
  ['socialAllowance', [true, false]],
  ['disability', ['none', 'severe']],
  ['nutrition', ['normal', 'low_both']],
  ['seriousIllness', [true, false]],
  ['soughtCare', [true, false]],
]
const askedBy: Readonly<Record<string, readonly string[]>> = {
  employment: ['sex', 'birth', 'job', 'contract', 'canWork', 'wantsWork'],
  dependentPerson: ['birth', 'socialAllowance', 'disability'],
  nutrition: ['birth', 'nutrition'],
  healthInsurance: ['birth', 'healthInsurance'],
  adultEducation: ['birth', 'finished', 'studying', 'trainedOnJob'],
  childSchoolAttendance: ['birth', 'studying'],
  healthServiceAccess: ['seriousIllness', 'soughtCare'],
}

function* completions(member: Member, keys: readonly string[]): Generator<Member> {
  const open = answers.find(([key]) => keys.includes(key) && member[key] === undefined)
  if (open === undefined) yield member
  else for (const value of open[1]) yield* completions({ ...member, [open[0]]: value }, keys)
}

const answerKeys = answers.map(([key]) => key)
/** Somebody of whom any of the answers is known, of a known day of birth or of none. */
const halfKnown = fc
  .tuple(wholeMember('p0'), fc.subarray(answerKeys))
  .map(([member, known]): Member => ({ ...pick(member, known), id: 'p0' }))
const pick = (member: Member, keys: readonly (keyof Member)[]): Partial<Member> =>
  Object.fromEntries(Object.entries(member).filter(([key]) => keys.includes(key as keyof Member)))

describe.each(scorers.slice(0, 2))('what is open by %s', (_id, scorer) => {
  it('of a person could become either: an answer makes it lack, another makes it not', () => {
    fc.assert(
      fc.property(halfKnown, (member) => {
        for (const { key, open } of scorer.explain({ members: [member] }, day).indicators) {
          if (open !== 'answers_missing' || askedBy[key] === undefined) continue
          const reached = new Set<unknown>()
          for (const one of completions(member, askedBy[key])) reached.add(stateOf(scorer, { members: [one] }, key))
          expect([key, member, [...reached].sort()]).toEqual([key, member, ['lacking', 'not_lacking']])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is no question where a contract is known and the person cannot work', () => {
    const member: Member = { id: 'p0', birth: { year: 1990 }, contract: true, canWork: false }
    expect(stateOf(scorer, { members: [member] }, 'employment')).not.toBe('not_assessable')
    expect(stateOf(scorer, { members: [{ ...member, wantsWork: false }] }, 'employment')).not.toBe('not_assessable')
  })
})

describe('a list of members that holds nobody', () => {
  it.each(scorers)('gives no class by %s, whatever else is answered', (_id, scorer) => {
    fc.assert(
      fc.property(factsWith(income), ({ members: _, ...facts }) => {
        const empty = { ...facts, members: [] }
        const verdict = scorer.explain(empty, day)
        expect([verdict.class, verdict.bounds.poor]).toEqual([null, 'depends'])
        expect(verdict.missing).toContain('members')
        expect(scorer.score(empty, day).bounds).toEqual(verdict.bounds)
        possibleSentences(verdict, scorer.standard, nameOf)
      }),
      { numRuns: 50 },
    )
  })
})
