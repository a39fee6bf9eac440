/** For tests: the answers of any household, with any of them missing. */

import fc from 'fast-check'
import type { Facts, Member } from '#features/standards/model/facts.ts'
import {
  causes,
  disabilities,
  informationMeans,
  jobs,
  nutritionStates,
  schoolLevels,
  settlements,
  structures,
  toilets,
  waterSources,
} from '#features/standards/model/words.ts'
import { vnd } from '#kernel/numbers.ts'
import { sexes } from '#kernel/persons.ts'

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 5 })
const oneOf = <T>(values: readonly T[]) => maybe(fc.constantFrom(...values))
const yesNo = maybe(fc.boolean())

/** Removes what is undefined, as answers that were never given are simply not there. */
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const birth = fc.record({
  year: fc.integer({ min: 1940, max: 2025 }),
  month: maybe(fc.integer({ min: 1, max: 12 })),
  day: maybe(fc.integer({ min: 1, max: 28 })),
})

const memberOf = (id: string): fc.Arbitrary<Member> =>
  fc
    .record({
      sex: oneOf(sexes),
      birth: maybe(birth.map((b) => (b.month === undefined ? { year: b.year } : b))),
      studying: oneOf(schoolLevels),
      finished: oneOf(schoolLevels),
      trainedOnJob: yesNo,
      canWork: yesNo,
      job: oneOf(jobs),
      contract: yesNo,
      wantsWork: yesNo,
      healthInsurance: yesNo,
      socialAllowance: yesNo,
      pension: yesNo,
      disability: oneOf(disabilities),
      nutrition: oneOf(nutritionStates),
      seriousIllness: yesNo,
      soughtCare: yesNo,
    })
    .map((m) => clean({ id, ...m }) as Member)

const members = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => memberOf(`p${i}`))))

/** Incomes near every line, and anywhere. */
const incomes = fc.oneof(
  fc.constantFrom(700_000, 700_001, 1_000_000, 1_300_000, 1_500_000, 1_500_001, 2_000_000, 2_200_000, 2_800_001),
  fc.integer({ min: 0, max: 4_000_000 }),
)

export const factsWith = (income: fc.Arbitrary<Facts['income'] | undefined>): fc.Arbitrary<Facts> =>
  fc
    .record({
      settlement: oneOf(settlements),
      members: maybe(members),
      housing: maybe(
        fc.record({
          wall: oneOf(structures),
          pillar: oneOf(structures),
          roof: oneOf(structures),
          areaM2: maybe(fc.integer({ min: 0, max: 80 })),
        }),
      ),
      water: maybe(fc.record({ source: oneOf(waterSources) })),
      sanitation: maybe(fc.record({ toilet: oneOf(toilets) })),
      information: maybe(
        fc.record({
          internet: yesNo,
          phone: yesNo,
          means: maybe(fc.uniqueArray(fc.constantFrom(...informationMeans), { maxLength: 3 })),
          loudspeaker: yesNo,
        }),
      ),
      income,
      causes: maybe(fc.uniqueArray(fc.constantFrom(...causes), { maxLength: 3 })),
    })
    .map((f) => clean(f) as Facts)

export const facts = factsWith(maybe(incomes.map((value) => ({ perPersonMonth: vnd(value) }))))
