import { send } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { account } from '#platform/web/session.ts'
import { isWhole } from '../rules/naming.ts'
import { searchAreas as findAreas } from './calls.ts'
import { pathOf, placeOf } from './sayings.ts'

const shown = 8
/** Of them, found by a former name: one at least. */
const othersShown = 3

/** Units of today by name or code, also by those they had or came from. */
export const searchAreas: SearchProvider = {
  heading: { vi: 'Đơn vị', en: 'Unit' },
  find: async (q, signal) => {
    if (!account.value) return []
    const { areas } = await send(findAreas, { q, day: today() }, { signal })
    const isOther = ({ otherwise, lay }: (typeof areas)[number]) => otherwise !== null || lay !== null
    const named = areas.filter((area) => !isOther(area))
    const room = Math.max(1, Math.min(othersShown, shown - named.length))
    const others = areas.filter(isOther).slice(0, room)
    return [...named.slice(0, shown - others.length), ...others].map((area) => ({
      ...{ href: pathOf(area.areaId), label: area.name, detail: placeOf(area) },
      exact: isWhole(area.name, q),
      far: !area.own || isOther(area),
    }))
  },
}
