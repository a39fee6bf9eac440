/**
 * 01/07/2025: districts end, provinces merge, every commune begins anew. A province that no other joined keeps its id;
 * a merged one is another area even where it keeps an old code. Every commune of the reform is another area: nearly
 * all took over the code of an older unit with other borders, and the source cannot tell the few that did not change.
 */
import type { AreaId } from '#kernel/ids.ts'
import type { AreaEvent } from '../model.ts'
import { type Kind, kinds } from '../words.ts'
import type { Book } from './book.ts'
import { reformDay } from './days.ts'
import { type Gone, placeKey } from './eve.ts'
import { grouped } from './groups.ts'
import { bareSpelling, communeKind, spelling } from './names.ts'
import { nationId, oldCommuneId, oldDistrictId, oldProvinceId } from './snapshot.ts'
import type { Became, NewUnit, Sources } from './sources.ts'
import { areaIdOf } from './stableIds.ts'

export const newCommuneId = (code: string): AreaId => areaIdOf('commune', code, reformDay)

const told = { happenedOn: reformDay, mark: 'secondary' } as const
const provinceBasis = 'Nghị quyết 202/2025/QH15 về sắp xếp đơn vị hành chính cấp tỉnh'
const communeBasis =
  'Nghị quyết của Ủy ban Thường vụ Quốc hội năm 2025 về sắp xếp đơn vị hành chính cấp xã của tỉnh, thành phố'
const oneTarget =
  'Nguồn ghi một đơn vị kế thừa; nếu đơn vị cũ bị chia cho nhiều đơn vị, nguồn không nêu và tỷ lệ chưa rõ.'

/** The new commune a row means: by code, or by name where the row's code is not a commune's, names another or one of another province. */
function targetFinder(sources: Sources): (row: Became) => NewUnit | null {
  const byCode = new Map(sources.communes.map((u) => [u.code, u]))
  const provinces = new Map(sources.provinces.map((p) => [bareSpelling(p.name), p.code]))
  const byName = grouped(sources.communes, (u) => `${u.parentCode}|${spelling(u.name)}`)
  return (row) => {
    const province = provinces.get(bareSpelling(row.newProvince))
    const coded = byCode.get(row.newCode)
    if (coded && coded.parentCode === province && spelling(coded.name) === spelling(row.newName)) return coded
    const named = byName.get(`${province}|${spelling(row.newName)}`) ?? []
    return named.length === 1 ? (named[0] ?? null) : null
  }
}

/** Codes of the old provinces whose communes the new province took over. */
function oldProvincesOf(sources: Sources, find: (row: Became) => NewUnit | null): Map<string, Set<string>> {
  const province = new Map(sources.oldDistricts.map((d) => [d.code, d.parentCode]))
  const ofCommune = new Map(sources.oldCommunes.map((c) => [c.code, province.get(c.parentCode)]))
  const result = new Map<string, Set<string>>()
  for (const row of sources.became) {
    const from = row.oldCode && ofCommune.get(row.oldCode)
    const to = find(row)?.parentCode
    if (!from || !to) continue
    result.set(to, (result.get(to) ?? new Set()).add(from))
  }
  return result
}

type Begun = { readonly areaId: AreaId; readonly kind: Kind; readonly parentId: AreaId; readonly event: AreaEvent }

const openNew = (book: Book, unit: NewUnit, { areaId, kind, parentId, event }: Begun) =>
  book.open({
    areaId,
    kind,
    parentId,
    event,
    from: reformDay,
    level: kinds[kind].level,
    code: unit.code,
    name: unit.name,
    settlement: kinds[kind].settlement,
    fromKnown: true,
    mark: 'secondary',
  })

/** Opens the 34 provinces; answers the area of each code. */
function openProvinces(book: Book, sources: Sources, find: (row: Became) => NewUnit | null): Map<string, AreaId> {
  const old = oldProvincesOf(sources, find)
  const areas = new Map<string, AreaId>()
  for (const unit of sources.provinces) {
    const from = [...(old.get(unit.code) ?? [])].sort()
    if (from.length === 1 && from[0] === unit.code) {
      areas.set(unit.code, oldProvinceId(unit.code))
      continue
    }
    const areaId = areaIdOf('province', unit.code, reformDay)
    const event = book.event(['reform', 'province', unit.code], {
      ...told,
      kind: 'merge',
      legalBasis: provinceBasis,
      note: null,
    })
    for (const code of from) {
      book.end(oldProvinceId(code), reformDay, event)
      book.became(oldProvinceId(code), { toId: areaId, event }, { share: 1, mark: 'secondary', note: null })
    }
    const kind = unit.name.startsWith('Thành phố') ? 'thanh_pho_tw' : 'tinh'
    areas.set(unit.code, openNew(book, unit, { areaId, kind, parentId: nationId, event }))
  }
  return areas
}

function openCommunes(
  book: Book,
  sources: Sources,
  { provinces, froms }: { provinces: Map<string, AreaId>; froms: Map<string, string[]> },
): void {
  for (const unit of sources.communes) {
    const from = froms.get(unit.code) ?? []
    const parentId = provinces.get(unit.parentCode)
    if (!parentId) throw new RangeError(`commune ${unit.code} hangs under no province`)
    const areaId = newCommuneId(unit.code)
    const event = book.event(['reform', 'commune', unit.code], {
      ...told,
      kind: from.length === 0 ? 'create' : 'merge',
      legalBasis: communeBasis,
      note: from.length === 0 ? 'Nguồn không nêu đơn vị trước đó.' : null,
    })
    for (const code of from) {
      book.end(oldCommuneId(code), reformDay, event)
      book.became(oldCommuneId(code), { toId: areaId, event }, { share: null, mark: 'secondary', note: oneTarget })
    }
    openNew(book, unit, { areaId, kind: communeKind(unit.name), parentId, event })
  }
}

/** Units gone before the reform: the table names some of them, without a code, beside what they are part of today. */
function linkGone(
  book: Book,
  sources: Sources,
  { gone, find }: { gone: readonly Gone[]; find: (row: Became) => NewUnit | null },
): void {
  const districts = new Map(sources.oldDistricts.map((d) => [d.code, d]))
  const provinces = new Map(sources.oldProvinces.map((p) => [p.code, p.name]))
  const byPlace = grouped(
    sources.became.filter((row) => !row.oldCode && row.oldName),
    (row) => placeKey(row.oldName, row.oldDistrict, row.oldProvince),
  )
  for (const { areaId, unit, event } of gone) {
    const district = districts.get(unit.parentCode)
    const key = placeKey(unit.name, district?.name ?? '', provinces.get(district?.parentCode ?? '') ?? '')
    for (const row of byPlace.get(key) ?? []) {
      const target = find(row)
      const note = `Nguồn chỉ nêu đơn vị ngày nay, không nêu đơn vị ở giữa; nhận theo tên. ${oneTarget}`
      if (target)
        book.became(areaId, { toId: newCommuneId(target.code), event }, { share: null, mark: 'secondary', note })
    }
  }
}

/** Writes the reform over what stood on its eve. */
export function openReform(book: Book, sources: Sources, gone: readonly Gone[]): void {
  const find = targetFinder(sources)
  const froms = new Map<string, string[]>()
  for (const row of sources.became) {
    const to = row.oldCode ? find(row) : null
    if (row.oldCode && to) froms.set(to.code, [...(froms.get(to.code) ?? []), row.oldCode])
  }
  const provinces = openProvinces(book, sources, find)
  openCommunes(book, sources, { provinces, froms })
  linkGone(book, sources, { gone, find })
  const event = book.event(['reform', 'district'], {
    ...told,
    kind: 'abolish_level',
    mark: 'recalled',
    legalBasis: 'Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị quyết 203/2025/QH15',
    note: 'Kết thúc hoạt động cấp huyện; tên văn bản ghi theo trí nhớ, chưa đối chiếu.',
  })
  for (const unit of sources.oldDistricts) book.end(oldDistrictId(unit.code), reformDay, event)
}
