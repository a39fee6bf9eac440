import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { holds } from '#platform/web/session.ts'
import { bareNumber } from '../rules/number.ts'
import { searchHouseholds as findHouseholds } from './calls.ts'
import { pathOf, sayFound } from './sayings.ts'

const shown = 8

/** Households by member, number or address; whoever has the very number comes before all else that was found. */
export const searchHouseholds: SearchProvider = {
  heading: { vi: 'Hộ', en: 'Household' },
  find: async (q, signal) => {
    if (!holds('household.read')) return []
    const { households } = await send(findHouseholds, { q }, { signal })
    return households.slice(0, shown).map((found) => ({
      href: pathOf(found.householdId),
      label: found.headName,
      detail: sayFound(found),
      exact: found.number !== '' && bareNumber(found.number) === bareNumber(q),
    }))
  },
}
