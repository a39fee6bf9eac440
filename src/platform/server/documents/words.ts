/** Fixed words of the papers, said once for PDF, Word and spreadsheet. */
import { dayInWords, type PlainDate, showDate } from '#kernel/dates.ts'
import type { Issuer } from './types.ts'

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
/** The author of a file that no unit issues. */
export const product = 'Nâng Bước'
export const demoMark = 'BẢN MẪU - dữ liệu trình diễn'
export const draftMark = 'DỰ THẢO'
export const replacedMark = 'ĐÃ THAY THẾ'
export const endedMark = 'HẾT HIỆU LỰC'
/** Layout and wording of the forms of QĐ 24/2021 were not seen in the text: every paper made from memory says so. */
export const uncheckedForm = 'mẫu minh hoạ, chưa đối chiếu văn bản'

export const yearText = (year: number | null): string => (year === null ? '' : String(year))

/** `Tam Hồng, ngày 05 tháng 01 năm 2027`. Without a day the places stay open, to be filled by hand. */
export const placeAndDate = (place: string, day: PlainDate | null): string =>
  `${place}, ${day ? dayInWords(day) : 'ngày ..... tháng ..... năm .......'}`

export const numberAndDay = (number: string | null, day: PlainDate | null): string =>
  number && day ? `số ${number} ngày ${showDate(day)}` : 'số ........ ngày ....../....../......'

/** `A, B và C` */
export const inARow = (all: readonly string[]): string => {
  const [last = '', ...others] = all.toReversed()
  return others.length > 0 ? `${others.toReversed().join(', ')} và ${last}` : last
}

/** As a ground and an annex name a paper: `số 12/QĐ-UBND ngày 10 tháng 12 năm 2026`. */
export const numberAndDayInWords = (number: string | null, day: PlainDate | null): string =>
  number && day ? `số ${number} ${dayInWords(day)}` : 'số ........ ngày ..... tháng ..... năm .......'

/** `ỦY BAN NHÂN DÂN` over `XÃ TAM HỒNG`, the body above first: a place name is not cut in two. */
export const issuerLines = ({ superior, name }: Issuer): string[] => [
  ...(superior ? [superior.toUpperCase()] : []),
  ...name
    .toUpperCase()
    .replace(/^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) /, '$1\n')
    .split('\n'),
]
