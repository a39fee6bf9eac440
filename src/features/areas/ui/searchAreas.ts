import { send } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { account } from '#platform/web/session.ts'
import { searchAreas as findAreas } from './calls.ts'

const shown = 6

/** Units of today by name or code. */
export const searchAreas: SearchProvider = {
  heading: { vi: 'Đơn vị', en: 'Unit' },
  find: async (q, signal) => {
    if (!account.value) return []
    const { areas } = await send(findAreas, { q, day: today() }, { signal })
    return areas
      .slice(0, shown)
      .map((area) => ({ href: `/don-vi/${area.areaId}`, label: area.name, detail: area.within }))
  },
}
