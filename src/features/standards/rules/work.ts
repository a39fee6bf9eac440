/** Work, dependants: the indicators of the dimension "việc làm". */
import type { ThresholdOf } from '../model/threshold.ts'
import { type AnyMemberRule, memberReads, type ShareRule } from './rule.ts'
import { NO, UNKNOWN, YES } from './tri.ts'

/**
 * Somebody of working age, able and willing, has no job; or does wage work without a contract. Whoever does wage work
 * is able and willing by that fact, so only the jobless are asked about it.
 */
export function memberWithoutJob({ params }: ThresholdOf<'member_without_job'>): AnyMemberRule {
  const from = params.fromAge.value
  const { male, female } = params.untilAge.value
  const [earlier, later] = male < female ? [male, female] : [female, male]
  return {
    kind: 'any_member',
    reads: memberReads('job', 'contract', 'wantsWork', 'canWork'),
    concerns: (age) => age >= from && age < later,
    test: (m, age, ask) => {
      if (age < from || age >= later) return NO
      if (age >= earlier && m.sex !== undefined && age >= (m.sex === 'male' ? male : female)) return NO
      const surely = age < earlier || m.sex !== undefined
      if (m.job === undefined) return ask('job')
      if (m.job === 'wage') {
        if (m.contract === undefined) return ask('contract')
        return m.contract ? NO : surely ? YES : ask('sex')
      }
      if (m.job !== 'none' || m.canWork === false || m.wantsWork === false) return NO
      if (m.canWork === undefined) ask('canWork')
      if (m.wantsWork === undefined) ask('wantsWork')
      if (m.canWork === undefined || m.wantsWork === undefined) return UNKNOWN
      return surely ? YES : ask('sex')
    },
  }
}

/** More than a share of the members depend on the others: children, and older or disabled people on an allowance. */
export function dependantsShare({ params }: ThresholdOf<'dependants_share'>): ShareRule {
  const child = params.childBelow.value
  const older = params.olderFrom.value
  const above = params.above.value
  return {
    kind: 'share',
    reads: memberReads('socialAllowance', 'disability'),
    test: (m, age, ask) => {
      if (age < child) return YES
      const disabled = m.disability === undefined ? UNKNOWN : m.disability === 'none' ? NO : YES
      const eligible = age >= older ? YES : disabled
      if (eligible === NO || m.socialAllowance === false) return NO
      if (m.socialAllowance === undefined) ask('socialAllowance')
      if (eligible === UNKNOWN) ask('disability')
      return m.socialAllowance === undefined || eligible === UNKNOWN ? UNKNOWN : YES
    },
    decide: (yes, maybe, size) => (yes * 100 > above * size ? YES : (yes + maybe) * 100 <= above * size ? NO : UNKNOWN),
  }
}
