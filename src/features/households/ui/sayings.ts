/** How this room says places, births and counts in one line. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
import { spacedPhone } from '#kernel/phones.ts'
import { say } from '#platform/web/language.ts'

export const pathOf = (householdId: HouseholdId): string => `/ho/${householdId}`

/** Where what was recorded of it stands, and is undone. */
export const timelineOf = (householdId: HouseholdId): string => `${pathOf(householdId)}?the=dien-bien`

type Place = { readonly number: string; readonly address: string; readonly villageName: string }

const sayNumber = ({ number }: { readonly number: string }): string =>
  number && say({ vi: 'Số {number}', en: 'No. {number}' }, { number })

/** "Số 12, Ngõ Đình, Thôn 1" with what is known of it. */
export const sayPlace = ({ number, address, villageName }: Place): string =>
  [sayNumber({ number }), address, villageName].filter(Boolean).join(', ')

type Found = Place & {
  readonly within: string
  readonly born: number | null
  readonly member: string | null
  readonly phone: string | null
  readonly endedOn: PlainDate | null
}

/** Of a household that was found: what tells it from another of the same name. */
export const sayFound = (of: Found): string =>
  [
    of.member && say({ vi: 'có {member}', en: 'with {member}' }, { member: of.member }),
    sayNumber(of),
    of.born && say({ vi: 'chủ hộ sinh {year}', en: 'head born {year}' }, { year: of.born }),
    of.phone && say({ vi: 'điện thoại {phone}', en: 'phone {phone}' }, { phone: spacedPhone(of.phone) }),
    of.address,
    of.villageName,
    of.within,
    of.endedOn && say({ vi: 'kết thúc {day}', en: 'ended {day}' }, { day: showDate(of.endedOn) }),
  ]
    .filter(Boolean)
    .join(', ')

export const sayPeople = (n: number): string =>
  say({ vi: '{n} người', en: n === 1 ? '{n} person' : '{n} people' }, { n: showNumber(n) })
