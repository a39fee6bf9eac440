/**
 * What the packages do not hold and our facts do: each with its mark. Hoành Bồ district until 2019, Huế from 2025,
 * the shares of the communes of the two reports, and Đồng Nai's ten wards of April 2026.
 */
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { kinds } from '../words.ts'
import type { Book } from './book.ts'
import { reformDay } from './days.ts'
import { newCommuneId } from './reform.ts'
import { oldCommuneId, oldDistrictId, oldProvinceId } from './snapshot.ts'
import { areaIdOf, stableId } from './stableIds.ts'

/** Đề án 196 of this day names communes under Hoành Bồ; from it on they are read so: two by the report, two recalled. */
const project196 = plainDate('2017-07-17')
const hoanhBoEnds = plainDate('2020-01-01')
const hueCityDay = plainDate('2025-01-01')
/** The source says "April 2026" and no day: read from the last of that month. */
const dongNaiRead = plainDate('2026-04-30')

export const hoanhBoDistrictId: AreaId = stableId('area', 'district', 'Hoành Bồ', project196)
export const quangNinhId = oldProvinceId('22')
export const haLongId = oldDistrictId('193')
export const kyThuongOldId = oldCommuneId('07033')
export const dongLamOldId = oldCommuneId('07042')
export const dongSonOldId = oldCommuneId('07036')
export const tanDanOldId = oldCommuneId('07039')

/** Before the reform is written: what stood before the snapshot, and the province that changed on its own. */
export function addBeforeReform(book: Book): void {
  addHoanhBo(book)
  const hue = book.event(['hue', hueCityDay], {
    kind: 'change_kind',
    happenedOn: hueCityDay,
    legalBasis: 'Nghị quyết 175/2024/QH15',
    mark: 'recalled',
    note: 'Tỉnh Thừa Thiên Huế thành thành phố Huế trực thuộc trung ương; ghi theo trí nhớ, chưa đối chiếu văn bản.',
  })
  book.amend(oldProvinceId('46'), hue, {
    from: hueCityDay,
    kind: 'thanh_pho_tw',
    name: 'Thành phố Huế',
    mark: 'recalled',
  })
}

function addHoanhBo(book: Book): void {
  const loaded = book.event(['hoanh-bo', project196], {
    kind: 'load',
    happenedOn: null,
    legalBasis: 'Đề án 196 (Quyết định 196/QĐ-UBND ngày 17/7/2017)',
    mark: 'recalled',
    note: 'Đọc từ ngày của đề án cho các nơi có trong báo cáo Chương trình 135 của Quảng Ninh.',
  })
  const merged = book.event(['hoanh-bo', hoanhBoEnds], {
    kind: 'merge',
    happenedOn: hoanhBoEnds,
    legalBasis: null,
    mark: 'recalled',
    note: 'Huyện Hoành Bồ nhập vào thành phố Hạ Long; ghi theo trí nhớ, chưa đối chiếu văn bản. Chỉ nhập bốn xã đặc biệt khó khăn: Kỳ Thượng, Đồng Lâm có trong báo cáo; Đồng Sơn, Tân Dân ghi theo trí nhớ.',
  })
  for (const areaId of [quangNinhId, haLongId])
    book.beginOn(areaId, project196, { event: loaded, mark: 'secondary', fromKnown: false })
  const district = {
    from: project196,
    level: 'district',
    kind: 'huyen',
    code: null,
    parentId: quangNinhId,
    settlement: null,
    fromKnown: false,
    mark: 'recalled',
    event: loaded,
  } as const
  book.open({ ...district, areaId: hoanhBoDistrictId, name: 'Huyện Hoành Bồ' })
  book.end(hoanhBoDistrictId, hoanhBoEnds, merged)
  book.became(hoanhBoDistrictId, { toId: haLongId, event: merged }, { share: 1, mark: 'recalled', note: null })
  for (const areaId of [kyThuongOldId, dongLamOldId, dongSonOldId, tanDanOldId]) {
    const { kind, code, name, settlement } = book.get(areaId)
    book.beginOn(areaId, hoanhBoEnds, { event: merged, mark: 'recalled', fromKnown: true })
    const before = { kind, code, name, settlement, from: project196, until: hoanhBoEnds, event: loaded, ended: merged }
    book.prepend(areaId, { ...before, parentId: hoanhBoDistrictId, mark: 'recalled' })
  }
}

/** After the reform is written. */
export function addAfterReform(book: Book): void {
  const whole = {
    share: 1,
    mark: 'secondary',
    note: 'Toàn bộ đơn vị cũ; đối chiếu bảng lập từ nghị quyết của tỉnh.',
  } as const
  for (const [to, froms] of [
    ['09043', ['09043', '09046', '09055']],
    ['06979', ['07033']],
  ] as const)
    for (const from of froms)
      book.became(oldCommuneId(from), { toId: newCommuneId(to), event: book.beganBy(newCommuneId(to)) }, whole)
  const note = 'Xã Đồng Lâm bị chia cho xã Thống Nhất và phường Hoành Bồ; tỷ lệ hộ chưa rõ.'
  for (const to of ['07060', '07030'])
    book.became(
      dongLamOldId,
      { toId: newCommuneId(to), event: book.beganBy(newCommuneId(to)) },
      { share: null, mark: 'text', note },
    )
  linkSpecialZones(book)
  addDongNai(book)
}

/** Communes of Đồng Nai that are wards in the list of 2026. */
const dongNaiWards = ['25270', '25357', '25363', '26116', '26170', '26248', '26326', '26368', '26425', '26485']

function addDongNai(book: Book): void {
  const event = (words: string, note: string) =>
    book.event(['dong-nai-2026', words], {
      kind: 'change_kind',
      happenedOn: null,
      legalBasis: null,
      mark: 'secondary',
      note,
    })
  const read = { from: dongNaiRead, fromKnown: false, mark: 'secondary' } as const
  const city = event(
    'city',
    'Tỉnh Đồng Nai thành thành phố trực thuộc trung ương trong tháng 4/2026; nguồn không ghi ngày.',
  )
  book.amend(areaIdOf('province', '75', reformDay), city, { ...read, kind: 'thanh_pho_tw', name: 'Thành phố Đồng Nai' })
  const wards = event('wards', 'Mười xã của Đồng Nai thành phường trong tháng 4/2026; nguồn không ghi ngày.')
  for (const code of dongNaiWards) {
    const areaId = newCommuneId(code)
    const name = book.get(areaId).name.replace(/^Xã /, 'Phường ')
    book.amend(areaId, wards, { ...read, kind: 'phuong', name, settlement: kinds.phuong.settlement })
  }
}

/** Zones for which the table names no unit before, with the district of the same name. */
const specialZones: readonly (readonly [zone: string, district: string])[] = [
  ['11948', '318'],
  ['19742', '471'],
  ['20333', '498'],
  ['21548', '536'],
  ['26732', '755'],
]

function linkSpecialZones(book: Book): void {
  const note = 'Huyện đảo cùng tên; ghi theo trí nhớ, bảng chuyển đổi không nêu đơn vị trước đó.'
  for (const [zone, district] of specialZones) {
    const toId = newCommuneId(zone)
    book.became(oldDistrictId(district), { toId, event: book.beganBy(toId) }, { share: 1, mark: 'recalled', note })
  }
}
