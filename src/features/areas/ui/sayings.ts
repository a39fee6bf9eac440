/** How this room says days, shares and places in one line. */
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { showShare } from '#kernel/numbers.ts'
import { say } from '#platform/web/language.ts'
import type { Settlement } from '../words.ts'

type Span = {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly fromKnown: boolean
  readonly untilKnown: boolean
}

/** "từ 01/07/2025 đến hết 30/06/2026"; a first or last day that the sources do not say is said so. */
export function saySpan({ from, until, fromKnown, untilKnown }: Span): string {
  const first = fromKnown
    ? say({ vi: 'từ {day}', en: 'since {day}' }, { day: showDate(from) })
    : say(
        { vi: 'ghi nhận từ {day} (chưa rõ ngày bắt đầu)', en: 'attested from {day} (first day not known)' },
        { day: showDate(from) },
      )
  if (!until) return first
  const end = untilKnown
    ? { vi: 'đến hết {day}', en: 'to the end of {day}' }
    : { vi: 'và chậm nhất đến {day} (chưa rõ ngày kết thúc)', en: 'and at the latest to {day} (last day not known)' }
  return `${first} ${say(end, { day: showDate(addDays(until, -1)) })}`
}

export const sayShare = (share: number | null): string =>
  share === null
    ? say({ vi: 'không rõ tỷ lệ', en: 'share not known' })
    : say({ vi: '{share} số hộ', en: '{share} of the households' }, { share: showShare(share, 1) ?? '' })

const settlements = { rural: { vi: 'Nông thôn', en: 'Rural' }, urban: { vi: 'Thành thị', en: 'Urban' } } as const

export const saySettlement = (settlement: Settlement | null): string =>
  settlement ? say(settlements[settlement]) : say({ vi: 'chưa xác định trong nguồn', en: 'not said by the sources' })

export const pathOf = (areaId: AreaId): string => `/don-vi/${areaId}`

type Placed = {
  readonly otherwise: string | null
  readonly lay: string | null
  readonly within: string
  readonly formerly: string | null
}

/** Where a unit that was found lies; found by a name of another day or by a former district, those first. */
export const placeOf = ({ otherwise, lay, within, formerly }: Placed): string =>
  [
    otherwise && say({ vi: 'có tên khác: {names}', en: 'other names: {names}' }, { names: otherwise }),
    lay && say({ vi: 'trước đây thuộc {names}', en: 'formerly of {names}' }, { names: lay }),
    formerly && say({ vi: 'trước đây thuộc {names}', en: 'formerly of {names}' }, { names: formerly }),
    within,
  ]
    .filter(Boolean)
    .join('; ')
