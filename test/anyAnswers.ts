/** Answers at random: whole, in part, or none. */
import fc from 'fast-check'
import {
  disabilities,
  informationMeans,
  jobs,
  nutritionStates,
  schoolLevels,
  structures,
  toilets,
  waterSources,
} from '#features/standards/model/words.ts'

const asked = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const yesNo = asked([true, false])

const answersOfOne = fc.record({
  finished: asked(schoolLevels),
  studying: asked(schoolLevels),
  canWork: yesNo,
  job: asked(jobs),
  healthInsurance: yesNo,
  disability: asked(disabilities),
  nutrition: asked(nutritionStates),
})
/** Whatever a family of three may have answered; `each`: of its people. */
export const anyAnswers = fc.record({
  settlement: fc.constantFrom('rural', 'urban'),
  each: fc.tuple(answersOfOne, answersOfOne, answersOfOne),
  housing: fc.record({
    wall: asked(structures),
    pillar: asked(structures),
    roof: asked(structures),
    areaM2: fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined }),
  }),
  water: fc.record({ source: asked(waterSources) }),
  sanitation: fc.record({ toilet: asked(toilets) }),
  information: fc.record({ internet: yesNo, means: fc.option(fc.subarray([...informationMeans]), { nil: undefined }) }),
  income: fc.option(
    fc.record({ perPersonMonth: fc.constantFrom(900_000, 1_500_000, 1_500_001, 2_000_000, 3_000_000) }),
    {
      nil: undefined,
    },
  ),
})
