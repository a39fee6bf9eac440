/** Work, dependants: the indicators of the dimension "việc làm". */
import type { Member } from '../model/facts.ts'
import type { ThresholdOf } from '../model/threshold.ts'
import { type AnyMemberRule, type MemberRead, memberReads, type ShareRule } from './rule.ts'
import { NO, UNKNOWN, YES } from './tri.ts'

const job = memberReads('job')
const wage = memberReads('job', 'contract')
const none = memberReads('job', 'wantsWork', 'canWork')
const unable = memberReads('job', 'contract', 'canWork')
const unwilling = memberReads('job', 'contract', 'wantsWork')
/** A contract tells nothing of who has no job: it is a fact only where the job is not known. */
const noneUnable = memberReads('job', 'canWork')
const noneUnwilling = memberReads('job', 'wantsWork')

/** Which answers about work spoke for what the rule says. */
function workSpoke({ job: does, canWork, wantsWork }: Member): readonly MemberRead[] {
  if (does === 'wage') return wage
  if (does !== 'none' && does !== undefined) return job
  const jobless = does === 'none'
  if (canWork === false) return jobless ? noneUnable : unable
  if (wantsWork === false) return jobless ? noneUnwilling : unwilling
  return none
}

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
    spoke: workSpoke,
    concerns: (age, { sex }) => age >= from && age < (sex === undefined ? later : sex === 'male' ? male : female),
    test: (m, age, ask) => {
      if (age < from || age >= later) return NO
      if (age >= earlier && m.sex !== undefined && age >= (m.sex === 'male' ? male : female)) return NO
      const surely = age < earlier || m.sex !== undefined
      // No job at all would not lack, and wage work would have its contract: the job need not be known.
      if (m.job === undefined)
        return m.contract === true && (m.canWork === false || m.wantsWork === false) ? NO : ask('job')
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

const byAge: readonly MemberRead[] = []
const allowance = memberReads('socialAllowance')
const allowanceAndDisability = memberReads('socialAllowance', 'disability')

/** More than a share of the members depend on the others: children, and older or disabled people on an allowance. */
export function dependantsShare({ params }: ThresholdOf<'dependants_share'>): ShareRule {
  const child = params.childBelow.value
  const older = params.olderFrom.value
  const above = params.above.value
  return {
    kind: 'share',
    spoke: (_m, from, to) => (to < child ? byAge : from >= older ? allowance : allowanceAndDisability),
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
