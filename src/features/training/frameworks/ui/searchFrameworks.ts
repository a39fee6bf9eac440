import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { holds } from '#platform/web/session.ts'
import { frameworkStates } from '../model.ts'
import { searchFrameworks as findFrameworks } from './calls.ts'
import { pathOf } from './framework.ts'

/** Training frameworks by name, or by the number of their decision. */
export const searchFrameworks: SearchProvider = {
  heading: { vi: 'Khung đào tạo', en: 'Training framework' },
  find: async (q, signal) => {
    if (!holds('training.read')) return []
    const { frameworks } = await send(findFrameworks, { q }, { signal })
    return frameworks.map(({ frameworkId, name, state, areaName }) => ({
      href: pathOf(frameworkId),
      label: name,
      detail: [say(frameworkStates[state]), areaName].filter(Boolean).join(', '),
      exact: false,
    }))
  },
}
