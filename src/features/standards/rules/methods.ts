/** The table of methods: a threshold's tag to the rule that applies it. */
import type { Threshold } from '../model/threshold.ts'
import { areaBelow, houseNotDurable, noMeans, noService, toiletNotAmong, waterNotAmong } from './dwelling.ts'
import { childUndernourished, illWithoutCare, memberUninsured } from './health.ts'
import type { Rule } from './rule.ts'
import { adultSchoolingBands, adultSchoolingCohort, childNotAttending, childSchoolingBands } from './schooling.ts'
import { dependantsShare, memberWithoutJob } from './work.ts'

export function ruleOf(threshold: Threshold): Rule {
  switch (threshold.method) {
    case 'member_without_job':
      return memberWithoutJob(threshold)
    case 'dependants_share':
      return dependantsShare(threshold)
    case 'child_undernourished':
      return childUndernourished(threshold)
    case 'member_uninsured':
      return memberUninsured(threshold)
    case 'adult_schooling_bands':
      return adultSchoolingBands(threshold)
    case 'adult_schooling_cohort':
      return adultSchoolingCohort(threshold)
    case 'child_schooling_bands':
      return childSchoolingBands(threshold)
    case 'child_not_attending':
      return childNotAttending(threshold)
    case 'ill_without_care':
      return illWithoutCare()
    case 'house_not_durable':
      return houseNotDurable(threshold)
    case 'area_below':
      return areaBelow(threshold)
    case 'water_not_among':
      return waterNotAmong(threshold)
    case 'toilet_not_among':
      return toiletNotAmong(threshold)
    case 'no_service':
      return noService(threshold)
    case 'no_means':
      return noMeans(threshold)
  }
}
