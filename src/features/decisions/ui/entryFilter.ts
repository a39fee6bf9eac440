/** The filter of the list of a decision, kept in the address. */
import { useLocation } from 'preact-iso'
import { type AreaId, isId } from '#kernel/ids.ts'
import { usePageNumber, withQuery } from '#platform/web/address.ts'
import type { HouseholdClass } from '#platform/web/kit/ClassMark.tsx'
import { type Movement, movements } from '../model.ts'

export const entryNames = { class: 'dien', movement: 'bien-dong', villageId: 'thon' } as const
export type EntryFilterName = keyof typeof entryNames

const classNames: readonly HouseholdClass[] = ['poor', 'near_poor', 'average', 'not_poor']

export type EntryFilter = ReturnType<typeof useEntryFilter>

export function useEntryFilter() {
  const { url, query, route } = useLocation()
  const [page] = usePageNumber()
  const wanted = {
    class: classNames.find((one) => one === query[entryNames.class]),
    movement: movements.find((one): one is Movement => one === query[entryNames.movement]),
    villageId: isId(query[entryNames.villageId] ?? '') ? (query[entryNames.villageId] as AreaId) : undefined,
  }
  return {
    input: {
      ...(wanted.class && { class: wanted.class }),
      ...(wanted.movement && { movement: wanted.movement }),
      ...(wanted.villageId && { villageId: wanted.villageId }),
      ...(page > 1 && { page }),
    },
    any: Boolean(wanted.class || wanted.movement || wanted.villageId),
    set: (name: EntryFilterName, value: string | null) =>
      route(withQuery(url, { trang: null, [entryNames[name]]: value }), true),
    /** The address with this one filter set, for a number that opens what it counts. */
    address: (name: EntryFilterName, value: string) =>
      withQuery(url, {
        trang: null,
        ...Object.fromEntries(Object.values(entryNames).map((one) => [one, null])),
        [entryNames[name]]: value,
      }),
    clear: () =>
      route(
        withQuery(url, { trang: null, ...Object.fromEntries(Object.values(entryNames).map((one) => [one, null])) }),
      ),
  }
}
