import { send } from '#platform/web/calls.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { holds } from '#platform/web/session.ts'
import { searchOfficials as findOfficials } from './calls.ts'
import { pathOf } from './official.ts'
import { toldApart } from './told.ts'

/** Officials by name, with their unit. */
export const searchOfficials: SearchProvider = {
  heading: { vi: 'Cán bộ', en: 'Official' },
  find: async (q, signal) => {
    if (!holds('roster.read')) return []
    const { officials } = await send(findOfficials, { q }, { signal })
    return officials.map((one) => ({
      href: pathOf(one.officialId),
      label: one.name,
      detail: toldApart(one),
      exact: false,
    }))
  },
}
