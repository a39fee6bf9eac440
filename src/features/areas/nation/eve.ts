/**
 * Between the snapshot and the reform. The old-to-new table says how the old communes stood on 30/06/2025; it does not
 * say when they came to stand so. A commune under another name or kind gets a second state from that day, one that the
 * table no longer holds ends on that day, and both say that the true day is unknown.
 */
import type { AreaId } from '#kernel/ids.ts'
import type { AreaEvent } from '../model.ts'
import { kinds } from '../words.ts'
import type { Book } from './book.ts'
import { eveOfReform } from './days.ts'
import { bareSpelling, communeKind, spelling } from './names.ts'
import { oldCommuneId, oldDistrictId } from './snapshot.ts'
import type { Became, OldUnit, Sources } from './sources.ts'

const between = 'trong khoảng từ bản chụp (năm 2021) đến 30/06/2025, nguồn không ghi ngày'

const unknownDay = (book: Book, kind: AreaEvent['kind'], words: readonly string[], note: string): AreaEvent =>
  book.event(words, { kind, happenedOn: null, legalBasis: null, mark: 'secondary', note })

/** Old units by spelled name, district and province: for the rows that carry no code. */
export const placeKey = (name: string, district: string, province: string): string =>
  [spelling(name), spelling(district), bareSpelling(province)].join('|')

function changeOf(book: Book, unit: OldUnit, row: Became): void {
  const areaId = oldCommuneId(unit.code)
  const before = book.get(areaId)
  if (spelling(before.name) === spelling(row.oldName)) return
  const kind = communeKind(row.oldName)
  const what = kind === before.kind ? 'rename' : 'change_kind'
  const note = `"${before.name}" thành "${row.oldName}" ${between}; nguồn không nói ranh giới có đổi hay không.`
  const event = unknownDay(book, what, ['before-reform', unit.code], note)
  book.amend(areaId, event, {
    from: eveOfReform,
    fromKnown: false,
    name: row.oldName,
    kind,
    settlement: kinds[kind].settlement,
  })
}

/** A commune that the table holds and the snapshot does not: it came between the two. */
function openMissing(book: Book, code: string, row: Became, sources: Sources): AreaId | null {
  const province = sources.oldProvinces.find((p) => bareSpelling(p.name) === bareSpelling(row.oldProvince))
  const district = sources.oldDistricts.find(
    (d) => d.parentCode === province?.code && bareSpelling(d.name) === bareSpelling(row.oldDistrict),
  )
  if (!district) return null
  const kind = communeKind(row.oldName)
  const event = unknownDay(
    book,
    'create',
    ['before-reform', code],
    `Có trong danh mục ngày 30/06/2025, lập ${between}.`,
  )
  return book.open({
    areaId: oldCommuneId(code),
    from: eveOfReform,
    level: 'commune',
    kind,
    code,
    name: row.oldName,
    parentId: oldDistrictId(district.code),
    settlement: kinds[kind].settlement,
    fromKnown: false,
    mark: 'secondary',
    event,
  })
}

export type Gone = { readonly areaId: AreaId; readonly unit: OldUnit; readonly event: AreaEvent }

/** Writes the states of the eve; answers the communes of the snapshot that the table no longer holds. */
export function openEve(book: Book, sources: Sources): Gone[] {
  const held = new Set<string>()
  const units = new Map(sources.oldCommunes.map((u) => [u.code, u]))
  for (const row of sources.became) {
    if (!row.oldCode) continue
    const unit = units.get(row.oldCode)
    if (unit) changeOf(book, unit, row)
    else openMissing(book, row.oldCode, row, sources)
    held.add(row.oldCode)
  }
  const event = unknownDay(
    book,
    'merge',
    ['gone-before-reform'],
    `Không còn trong danh mục ngày 30/06/2025: sắp xếp ${between}.`,
  )
  return sources.oldCommunes
    .filter((unit) => !held.has(unit.code))
    .map((unit) => ({ areaId: book.end(oldCommuneId(unit.code), eveOfReform, event).areaId, unit, event }))
}
