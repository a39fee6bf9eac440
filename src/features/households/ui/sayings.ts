/** How this room says places, births and counts in one line. */
import type { HouseholdId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { say } from '#platform/web/language.ts'

export const pathOf = (householdId: HouseholdId): string => `/ho/${householdId}`

type Place = { readonly number: string; readonly address: string; readonly villageName: string }

/** "Số 12, Ngõ Đình, Thôn 1" with what is known of it. */
export const sayPlace = ({ number, address, villageName }: Place): string =>
  [number && say({ vi: 'Số {number}', en: 'No. {number}' }, { number }), address, villageName]
    .filter(Boolean)
    .join(', ')

export const sayPeople = (n: number): string =>
  say({ vi: '{n} người', en: n === 1 ? '{n} person' : '{n} people' }, { n: showNumber(n) })
