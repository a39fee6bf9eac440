/** The lists of this room as texts. */
import { addDays, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import { apartSaid } from './rules/naming.ts'
import { kinds } from './words.ts'

type Declared = OutputOf<typeof contract.showArea>['declared'][number]
type Child = OutputOf<typeof contract.areaChildren>['areas'][number]

/** What a correction replaced, who had entered that, and why. */
export function corrected({ was, because }: Pick<Declared, 'was' | 'because'>): Said {
  if (!was) return { vi: because ?? '', en: because ?? '' }
  const by = was.by ? { vi: ` (${was.by} ghi)`, en: ` (entered by ${was.by})` } : { vi: '', en: '' }
  return {
    vi: `thay ${was.households} hộ${by.vi}: ${because ?? ''}`,
    en: `instead of ${was.households}${by.en}: ${because ?? ''}`,
  }
}

export const declaredColumns = columnsOf<Declared>()([
  { key: 'day', head: { vi: 'Tại ngày', en: 'As at' }, text: (row) => showDate(row.day) },
  { key: 'households', head: { vi: 'Số hộ', en: 'Households' }, number: true, text: (row) => row.households },
  { key: 'persons', head: { vi: 'Nhân khẩu', en: 'Persons' }, number: true, text: (row) => row.persons },
  { key: 'kinh', head: { vi: 'Hộ Kinh', en: 'Kinh households' }, number: true, text: (row) => row.kinhHouseholds },
  {
    key: 'dtts',
    head: { vi: 'Hộ DTTS', en: 'Ethnic minority households' },
    number: true,
    text: (row) => row.dttsHouseholds,
  },
  {
    key: 'source',
    head: { vi: 'Nguồn', en: 'Source' },
    text: ({ source, mark }) => withMark(source, mark),
  },
  { key: 'corrected', head: { vi: 'Đính chính', en: 'Corrected' }, text: corrected },
])

function span({ from, until, fromKnown, untilKnown }: Child): Said {
  const first = fromKnown ? { vi: 'từ', en: 'since' } : { vi: 'ghi nhận từ', en: 'attested from' }
  const last = untilKnown
    ? { vi: 'đến hết', en: 'to the end of' }
    : { vi: 'và chậm nhất đến', en: 'and at the latest to' }
  const end = until && showDate(addDays(until, -1))
  const said = (language: 'vi' | 'en') =>
    `${first[language]} ${showDate(from)}${end ? ` ${last[language]} ${end}` : ''}`
  return { vi: said('vi'), en: said('en') }
}

export const childColumns = columnsOf<Child>()([
  {
    key: 'name',
    head: { vi: 'Tên', en: 'Name' },
    text: ({ name, formerly }) => apartSaid(name, formerly),
  },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => kinds[row.kind] },
  { key: 'code', head: { vi: 'Mã', en: 'Code' }, text: (row) => row.code },
  { key: 'below', head: { vi: 'Số đơn vị trực thuộc', en: 'Units below' }, number: true, text: (row) => row.below },
  { key: 'since', head: { vi: 'Hiệu lực', en: 'Holds' }, off: true, text: span },
])
