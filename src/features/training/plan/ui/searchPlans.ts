import { fold } from '#kernel/text.ts'
import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { planNamed } from '../columns.ts'
import { planStates } from '../model.ts'
import { searchPlans as findPlans } from './calls.ts'
import { pathOf } from './plan.ts'

/** Plans of training by name, or by the number of their approval. */
export const searchPlans: SearchProvider = {
  heading: { vi: 'Kế hoạch đào tạo', en: 'Plan of training' },
  find: async (q, signal) => {
    if (!holds('training.read')) return []
    const { plans } = await send(findPlans, { q }, { signal })
    return plans.map(({ trainingPlanId, areaName, year, state, approved, ...plan }) => ({
      href: pathOf(trainingPlanId),
      label: say(planNamed(plan)),
      detail: `${areaName}, ${year}. ${say(planStates[state])}`,
      exact: approved !== null && fold(approved.number) === fold(q),
    }))
  },
}
