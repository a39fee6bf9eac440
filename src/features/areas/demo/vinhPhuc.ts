/**
 * Vĩnh Phúc on the units of 2021: villages in every commune that has none of the demo yet. The communes are real, what became
 * of them is the register's; that the villages are so many and called so is invented, and so is the merger of two in 2026.
 */
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import { Book } from '../nation/book.ts'
import { eveOfReform, reformDay, snapshotDay } from '../nation/days.ts'
import { newCommuneId } from '../nation/reform.ts'
import { oldProvinceId } from '../nation/snapshot.ts'
import { stableId } from '../nation/stableIds.ts'
import type { Kind } from '../words.ts'

/** A commune of 2021, and which of today it is part of; null where it was gone before the reform. */
type OldCommune = {
  readonly areaId: AreaId
  readonly code: string
  readonly kind: Kind
  readonly after: { readonly areaId: AreaId; readonly kind: Kind } | null
}

const mergeDay = plainDate('2026-04-01')
const mergedWhere = { commune: newCommuneId('09025'), of: '09034' } as const

const villageId = (code: string, n: number): AreaId => stableId('area', 'demo-village', 'vinhPhuc', code, String(n + 1))

/** Two villages of xã Yên Lạc that became one in 2026, and that one. */
export const mergedVillages = {
  day: mergeDay,
  from: [villageId(mergedWhere.of, 0), villageId(mergedWhere.of, 1)],
  into: stableId('area', 'demo-village', 'vinhPhuc', mergedWhere.of, 'merged'),
  commune: mergedWhere.commune,
} as const

/** The communes of Vĩnh Phúc in 2021 by their codes, but those whose villages the demo has by themselves. */
async function oldCommunes(db: OwnerConnection, aside: readonly AreaId[]): Promise<OldCommune[]> {
  const { rows } = await db.query<{ id: AreaId; code: string; kind: Kind; after: AreaId | null; after_kind: Kind }>(
    `select v.area_id as id, v.code, v.kind, n.area_id as after, n.kind as after_kind
       from area_version v
       join area_version d on d.area_id = v.parent_id and d.parent_id = $1 and d.valid_from = $2
       left join (area_succession s join area_version n on n.area_id = s.to_id and n.valid_from = $3)
         on s.from_id = v.area_id
        and exists (select from area_version e where e.area_id = v.area_id and e.valid_until = $3)
      where v.level = 3 and v.valid_from = $2 and v.area_id <> all ($4)
      order by v.code`,
    [oldProvinceId('26'), snapshotDay, reformDay, aside],
  )
  return rows.map(({ id, code, kind, after, after_kind }) => ({
    ...{ areaId: id, code, kind, after: after && { areaId: after, kind: after_kind } },
  }))
}

/** Eight to twelve villages a commune. */
const villagesIn = (at: number): number => 8 + ((at * 7) % 5)
const villageOf = (kind: Kind): { kind: Kind; called: string } =>
  kind === 'xa' ? { kind: 'thon', called: 'Thôn' } : { kind: 'to_dan_pho', called: 'Tổ dân phố' }

/** Of a commune that was gone before the reform they end with it; the others are numbered on in the commune of today. */
export async function vinhPhucBook(db: OwnerConnection, aside: readonly AreaId[]): Promise<Book> {
  const book = new Book()
  const invented = { happenedOn: null, legalBasis: null, mark: 'invented' } as const
  const made = book.event(['demo', 'vinh-phuc'], {
    ...{ ...invented, kind: 'create', note: 'Thôn, tổ dân phố của bản trình diễn, không có thật.' },
  })
  const moved = book.event(['demo', 'vinh-phuc-moved'], {
    ...{ ...invented, kind: 'move', happenedOn: reformDay },
    note: 'Thôn, tổ dân phố của bản trình diễn theo xã mới; đánh số tiếp để không trùng tên.',
  })
  const gone = book.event(['demo', 'vinh-phuc-gone'], {
    ...{ ...invented, kind: 'abolish' },
    note: 'Thôn, tổ dân phố của bản trình diễn, hết cùng xã; ngày xã hết nguồn không ghi.',
  })
  const numbered = new Map<AreaId, number>()
  const communes = await oldCommunes(db, aside)
  communes.forEach(({ areaId: parentId, code, kind, after }, at) => {
    for (let n = 0; n < villagesIn(at); n += 1) {
      const areaId = villageId(code, n)
      const before = villageOf(kind)
      book.open({
        ...{ areaId, from: snapshotDay, level: 'village', kind: before.kind, code: null, parentId },
        ...{ name: `${before.called} ${n + 1}`, settlement: null, fromKnown: false, mark: 'invented', event: made },
      })
      if (after === null) {
        book.end(areaId, eveOfReform, gone)
        continue
      }
      const number = (numbered.get(after.areaId) ?? 0) + 1
      numbered.set(after.areaId, number)
      const now = villageOf(after.kind)
      book.amend(areaId, moved, {
        ...{ from: reformDay, parentId: after.areaId, kind: now.kind, name: `${now.called} ${number}` },
      })
    }
  })
  mergeTwo(book)
  return book
}

function mergeTwo(book: Book): void {
  const { from, into, day, commune } = mergedVillages
  const event = book.event(['demo', 'villages-merged', day], {
    ...{ kind: 'merge', happenedOn: day, legalBasis: null, mark: 'invented' },
    note: 'Sáp nhập thôn của bản trình diễn, không có thật.',
  })
  for (const areaId of from) {
    book.end(areaId, day, event)
    book.became(areaId, { toId: into, event }, { share: 1, mark: 'invented', note: null })
  }
  book.open({
    ...{ areaId: into, from: day, level: 'village', kind: 'thon', code: null, name: 'Thôn Bình Định' },
    ...{ parentId: commune, settlement: null, fromKnown: true, mark: 'invented', event },
  })
}
