/** Health: nutrition, insurance, and (2016-2020) care sought in illness. */
import type { ThresholdOf } from '../model/threshold.ts'
import { type AnyMemberRule, always, memberReads } from './rule.ts'
import { NO, YES } from './tri.ts'

export const childUndernourished = ({ params }: ThresholdOf<'child_undernourished'>): AnyMemberRule => {
  const below = params.below.value
  return {
    kind: 'any_member',
    spoke: always(memberReads('nutrition')),
    concerns: (age) => age < below,
    test: (m, age, ask) =>
      age >= below ? NO : m.nutrition === undefined ? ask('nutrition') : m.nutrition === 'normal' ? NO : YES,
  }
}

export const memberUninsured = ({ params }: ThresholdOf<'member_uninsured'>): AnyMemberRule => {
  const from = params.fromAge.value
  return {
    kind: 'any_member',
    spoke: always(memberReads('healthInsurance')),
    concerns: (age) => age >= from,
    test: (m, age, ask) =>
      age < from ? NO : m.healthInsurance === undefined ? ask('healthInsurance') : m.healthInsurance ? NO : YES,
  }
}

const illness = memberReads('seriousIllness')
const care = memberReads('soughtCare')
const illnessAndCare = memberReads('seriousIllness', 'soughtCare')

export const illWithoutCare = (): AnyMemberRule => ({
  kind: 'any_member',
  spoke: (m) => (m.seriousIllness === false ? illness : m.soughtCare === true ? care : illnessAndCare),
  concerns: () => true,
  test: (m, _age, ask) => {
    if (m.seriousIllness === false || m.soughtCare === true) return NO
    if (m.seriousIllness === undefined) return ask('seriousIllness')
    return m.soughtCare === undefined ? ask('soughtCare') : YES
  },
})
