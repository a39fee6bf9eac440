/** The area I look at: `?noi=` in the address, else the one I looked at last, else the area of my first grant. */
import { useLocation } from 'preact-iso'
import { type AreaId, isId } from '#kernel/ids.ts'
import { withQuery } from './address.ts'
import { keep, kept } from './keep.ts'
import { account } from './session.ts'

export type LookedAtArea = {
  /** Null only where the account has no grant at all. */
  readonly areaId: AreaId | null
  readonly set: (areaId: AreaId) => void
}

export function useArea(): LookedAtArea {
  const { url, query, route } = useLocation()
  const who = account.value
  const memory = `area.${who?.accountId ?? ''}`
  const named = [query.noi, kept(memory)].find((text) => text && isId(text))
  return {
    areaId: (named as AreaId | undefined) ?? who?.grants[0]?.areaId ?? null,
    set: (areaId) => {
      keep(memory, areaId)
      route(withQuery(url, { noi: areaId, trang: null }))
    },
  }
}
