/** Schooling of adults and children. */
import type { ThresholdOf } from '../model/threshold.ts'
import type { SchoolLevel } from '../model/words.ts'
import type { AnyMemberRule } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

const among = (level: SchoolLevel | undefined, levels: readonly SchoolLevel[]): Tri =>
  level === undefined ? UNKNOWN : levels.includes(level) ? YES : NO

/** Somebody in an age band neither attends nor has finished a level that fits the band, nor was trained at work. */
export function adultSchoolingBands({ params }: ThresholdOf<'adult_schooling_bands'>): AnyMemberRule {
  const bands = params.bands.value
  const trainingCounts = params.trainedOnJobCounts.value
  return {
    kind: 'any_member',
    reads: ['finished', 'studying', 'trainedOnJob'],
    concerns: (age) => bands.some((band) => age >= band.from && age < band.below),
    test: (m, age, _year, ask) => {
      for (const band of bands) {
        if (age < band.from || age >= band.below) continue
        const finished = among(m.finished, band.levels)
        const studying = among(m.studying, band.levels)
        if (finished === YES || studying === YES || (trainingCounts && m.trainedOnJob === true)) return NO
        if (finished === UNKNOWN) ask('finished')
        if (studying === UNKNOWN) ask('studying')
        if (trainingCounts && m.trainedOnJob === undefined) return ask('trainedOnJob')
        return finished === UNKNOWN || studying === UNKNOWN ? UNKNOWN : YES
      }
      return NO
    },
  }
}

/** Was somebody of this age, on a day of this year, born in the given year or later? */
function bornSince(year: number, bornFrom: number, known: number | undefined, age: number): Tri {
  if (known !== undefined) return known >= bornFrom ? YES : NO
  return year - age - 1 >= bornFrom ? YES : year - age < bornFrom ? NO : UNKNOWN
}

/** Somebody from an age on, born in a year or later, has not finished a level and attends no school. */
export function adultSchoolingCohort({ params }: ThresholdOf<'adult_schooling_cohort'>): AnyMemberRule {
  const fromAge = params.fromAge.value
  const bornFrom = params.bornFrom.value
  const levels = params.levels.value
  return {
    kind: 'any_member',
    reads: ['finished', 'studying'],
    concerns: (age, year, m) => age >= fromAge && bornSince(year, bornFrom, m.birth?.year, age) !== NO,
    test: (m, age, year, ask) => {
      if (age < fromAge) return NO
      const born = bornSince(year, bornFrom, m.birth?.year, age)
      const finished = among(m.finished, levels)
      if (born === NO || finished === YES || (m.studying !== undefined && m.studying !== 'none')) return NO
      if (born === UNKNOWN) ask('birth')
      if (finished === UNKNOWN) ask('finished')
      if (m.studying === undefined) ask('studying')
      return born === UNKNOWN || finished === UNKNOWN || m.studying === undefined ? UNKNOWN : YES
    },
  }
}

/** A child in an age band does not attend a level that fits the band. */
export function childSchoolingBands({ params }: ThresholdOf<'child_schooling_bands'>): AnyMemberRule {
  const bands = params.bands.value
  return {
    kind: 'any_member',
    reads: ['studying'],
    concerns: (age) => bands.some((band) => age >= band.from && age < band.below),
    test: (m, age, _year, ask) => {
      for (const band of bands) {
        if (age < band.from || age >= band.below) continue
        if (m.studying === undefined) return ask('studying')
        return band.levels.includes(m.studying) ? NO : YES
      }
      return NO
    },
  }
}

/** A child of school age attends no school. */
export function childNotAttending({ params }: ThresholdOf<'child_not_attending'>): AnyMemberRule {
  const from = params.from.value
  const below = params.below.value
  return {
    kind: 'any_member',
    reads: ['studying'],
    concerns: (age) => age >= from && age < below,
    test: (m, age, _year, ask) =>
      age < from || age >= below ? NO : m.studying === undefined ? ask('studying') : m.studying === 'none' ? YES : NO,
  }
}
