import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { holds } from '#platform/web/session.ts'
import { searchHouseholds as findHouseholds } from './calls.ts'
import { pathOf, sayPlace } from './sayings.ts'

const shown = 8

/** Households by member, number or address. */
export const searchHouseholds: SearchProvider = {
  heading: { vi: 'Hộ', en: 'Household' },
  find: async (q, signal) => {
    if (!holds('household.read')) return []
    const { households } = await send(findHouseholds, { q }, { signal })
    return households
      .slice(0, shown)
      .map((found) => ({ href: pathOf(found.householdId), label: found.headName, detail: sayPlace(found) }))
  },
}
