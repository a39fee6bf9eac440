/** Schooling of adults and children. */
import type { Member } from '../model/facts.ts'
import type { ThresholdOf } from '../model/threshold.ts'
import type { SchoolLevel } from '../model/words.ts'
import { type AnyMemberRule, type MemberRead, memberReads } from './rule.ts'
import { NO, type Tri, UNKNOWN, YES } from './tri.ts'

const among = (level: SchoolLevel | undefined, levels: readonly SchoolLevel[]): Tri =>
  level === undefined ? UNKNOWN : levels.includes(level) ? YES : NO

const finished = memberReads('finished')
const studying = memberReads('studying')
const trained = memberReads('trainedOnJob')
const finishedStudying = memberReads('finished', 'studying')
const finishedStudyingTrained = memberReads('finished', 'studying', 'trainedOnJob')
const atHome: readonly MemberRead[] = [...studying, ...finished.map((read) => ({ ...read, beside: true as const }))]

/** A child is judged by what it attends. One that has finished a level and is at home attends none: so it is told. */
const attendance = ({ studying: level, finished: has }: Member): readonly MemberRead[] =>
  level === 'none' && has !== undefined && has !== 'none' ? atHome : studying

/** Is an age in the span of the bands? They lie side by side, so the first and the last say it. */
function within(bands: readonly { from: number; below: number }[]): (age: number) => boolean {
  const from = Math.min(...bands.map((b) => b.from))
  const below = Math.max(...bands.map((b) => b.below))
  return (age) => age >= from && age < below
}

/** Somebody in an age band neither attends nor has finished a level that fits the band, nor was trained at work. */
export function adultSchoolingBands({ params }: ThresholdOf<'adult_schooling_bands'>): AnyMemberRule {
  const bands = params.bands.value
  const concerns = within(bands)
  const trainingCounts = params.trainedOnJobCounts.value
  return {
    kind: 'any_member',
    spoke: (m, from, to) => {
      const age = concerns(from) ? from : to
      const levels = bands.find((b) => age >= b.from && age < b.below)?.levels ?? []
      if (among(m.finished, levels) === YES) return finished
      if (among(m.studying, levels) === YES) return studying
      return trainingCounts ? (m.trainedOnJob === true ? trained : finishedStudyingTrained) : finishedStudying
    },
    concerns,
    test: (m, age, ask) => {
      if (!concerns(age)) return NO
      for (const band of bands) {
        if (age < band.from || age >= band.below) continue
        const has = among(m.finished, band.levels)
        const attends = among(m.studying, band.levels)
        if (has === YES || attends === YES || (trainingCounts && m.trainedOnJob === true)) return NO
        if (has === UNKNOWN) ask('finished')
        if (attends === UNKNOWN) ask('studying')
        if (trainingCounts && m.trainedOnJob === undefined) return ask('trainedOnJob')
        return has === UNKNOWN || attends === UNKNOWN ? UNKNOWN : YES
      }
      return NO
    },
  }
}

/** Was somebody born in the given year or later? */
const bornSince = (bornFrom: number, known: number | undefined): Tri =>
  known === undefined ? UNKNOWN : known >= bornFrom ? YES : NO

/** Somebody from an age on, born in a year or later, has not finished a level and attends no school. */
export function adultSchoolingCohort({ params }: ThresholdOf<'adult_schooling_cohort'>): AnyMemberRule {
  const fromAge = params.fromAge.value
  const bornFrom = params.bornFrom.value
  const levels = params.levels.value
  return {
    kind: 'any_member',
    spoke: (m) => {
      if (among(m.finished, levels) === YES) return finished
      return m.studying !== undefined && m.studying !== 'none' ? studying : finishedStudying
    },
    concerns: (age, m) => age >= fromAge && bornSince(bornFrom, m.birth?.year) !== NO,
    test: (m, age, ask) => {
      if (age < fromAge) return NO
      const born = bornSince(bornFrom, m.birth?.year)
      const has = among(m.finished, levels)
      if (born === NO || has === YES || (m.studying !== undefined && m.studying !== 'none')) return NO
      if (born === UNKNOWN) ask('birth')
      if (has === UNKNOWN) ask('finished')
      if (m.studying === undefined) ask('studying')
      return born === UNKNOWN || has === UNKNOWN || m.studying === undefined ? UNKNOWN : YES
    },
  }
}

/** A child in an age band does not attend a level that fits the band. */
export function childSchoolingBands({ params }: ThresholdOf<'child_schooling_bands'>): AnyMemberRule {
  const bands = params.bands.value
  const concerns = within(bands)
  return {
    kind: 'any_member',
    spoke: attendance,
    concerns,
    test: (m, age, ask) => {
      if (!concerns(age)) return NO
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
    spoke: attendance,
    concerns: (age) => age >= from && age < below,
    test: (m, age, ask) =>
      age < from || age >= below ? NO : m.studying === undefined ? ask('studying') : m.studying === 'none' ? YES : NO,
  }
}
