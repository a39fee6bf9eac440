/**
 * The places of the demo: real communes with invented villages. Ids are the same in every installation, so the demo's
 * households and accounts name them without asking the database. Villages, and every total but one, are invented.
 */
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { mergedVillages, vinhPhucBook } from './demo/vinhPhuc.ts'
import { insertNation, refreshTree } from './load.ts'
import type { AreaEvent } from './model.ts'
import {
  dongLamOldId,
  dongSonOldId,
  haLongId,
  hoanhBoDistrictId,
  kyThuongOldId,
  quangNinhId,
  tanDanOldId,
} from './nation/additions.ts'
import { Book } from './nation/book.ts'
import { reformDay, snapshotDay } from './nation/days.ts'
import { newCommuneId } from './nation/reform.ts'
import { nationId, oldCommuneId, oldDistrictId, oldProvinceId } from './nation/snapshot.ts'
import { areaIdOf, stableId } from './nation/stableIds.ts'

type VillageSet = {
  readonly key: string
  readonly from: PlainDate
  readonly before: AreaId
  /** Households of each village; invented, but for their sum in Tam Hồng. */
  readonly households: readonly number[]
  /** Where village n (from 0) hangs from the reform on, and its number there. */
  readonly after: (n: number) => { readonly parentId: AreaId; readonly number: number }
}

const tamHongToday = newCommuneId('09043')
const early = plainDate('2017-07-17')

/** 4,571 households over twelve villages: the sum is the report's (96 poor are 2.1%), the parts are invented. */
const tamHongHouseholds = [412, 398, 365, 441, 377, 352, 389, 405, 334, 420, 347, 331]

const sets: readonly VillageSet[] = [
  {
    key: 'tamHong',
    from: snapshotDay,
    before: oldCommuneId('09043'),
    households: tamHongHouseholds,
    after: (n) => ({ parentId: tamHongToday, number: n + 1 }),
  },
  {
    key: 'yenDong',
    from: snapshotDay,
    before: oldCommuneId('09046'),
    households: [318, 296, 341, 287, 305, 322, 279, 310],
    after: (n) => ({ parentId: tamHongToday, number: n + 13 }),
  },
  {
    key: 'yenPhuong',
    from: snapshotDay,
    before: oldCommuneId('09055'),
    households: [302, 288, 315, 276, 299, 283, 291],
    after: (n) => ({ parentId: tamHongToday, number: n + 21 }),
  },
  {
    key: 'kyThuong',
    from: early,
    before: kyThuongOldId,
    households: [34, 29, 41, 26, 31],
    after: (n) => ({ parentId: newCommuneId('06979'), number: n + 1 }),
  },
  {
    key: 'dongLam',
    from: early,
    before: dongLamOldId,
    households: [128, 117, 139, 104, 122],
    after: (n) => ({ parentId: newCommuneId(n < 3 ? '07060' : '07030'), number: n + 1 }),
  },
]

const villageId = (key: string, n: number): AreaId => stableId('area', 'demo-village', key, String(n + 1))
const villagesOf = (key: string): AreaId[] =>
  (sets.find((s) => s.key === key)?.households ?? []).map((_, n) => villageId(key, n))

/** Ids of the demo's places. `villages.tamHong[0]` is "Thôn 1" of Tam Hồng. */
export const demoAreas = {
  nation: nationId,
  vinhPhuc: oldProvinceId('26'),
  yenLac: oldDistrictId('251'),
  tamHong2021: oldCommuneId('09043'),
  yenDong2021: oldCommuneId('09046'),
  yenPhuong2021: oldCommuneId('09055'),
  phuTho: areaIdOf('province', '25', reformDay),
  tamHongToday,
  quangNinh: quangNinhId,
  hoanhBoDistrict: hoanhBoDistrictId,
  haLong: haLongId,
  kyThuong2021: kyThuongOldId,
  dongLam2021: dongLamOldId,
  dongSon2021: dongSonOldId,
  tanDan2021: tanDanOldId,
  kyThuongToday: newCommuneId('06979'),
  thongNhat: newCommuneId('07060'),
  hoanhBoWard: newCommuneId('07030'),
  villages: {
    tamHong: villagesOf('tamHong'),
    yenDong: villagesOf('yenDong'),
    yenPhuong: villagesOf('yenPhuong'),
    kyThuong: villagesOf('kyThuong'),
    dongLam: villagesOf('dongLam'),
  },
  merged: mergedVillages,
} as const

function writeVillages(book: Book): void {
  const invented = (words: string, told: Pick<AreaEvent, 'kind' | 'happenedOn' | 'note'>) =>
    book.event(['demo', words], { ...told, legalBasis: null, mark: 'invented' })
  const made = invented('villages', {
    kind: 'create',
    happenedOn: null,
    note: 'Thôn của bản trình diễn, không có thật.',
  })
  const note = 'Thôn của bản trình diễn theo xã mới; đánh số tiếp để không trùng tên.'
  const moved = invented('villages-moved', { kind: 'move', happenedOn: reformDay, note })
  for (const { key, from, before, households, after } of sets)
    households.forEach((_, n) => {
      const areaId = book.open({
        areaId: villageId(key, n),
        from,
        level: 'village',
        kind: 'thon',
        code: null,
        name: `Thôn ${n + 1}`,
        parentId: before,
        settlement: null,
        fromKnown: false,
        mark: 'invented',
        event: made,
      })
      const { parentId, number } = after(n)
      book.amend(areaId, moved, { from: reformDay, parentId, name: `Thôn ${number}` })
    })
}

type Total = {
  areaId: AreaId
  day: PlainDate
  households: number
  persons: number
  dtts: number
  source: string
  mark: 'illustrative' | 'invented'
}

const inventedSource = 'Số liệu bản trình diễn, không có thật'
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
/** Invented: four persons a household and a little; nearly all DTTS in the two mountain communes, none in the plain. */
const personsOf = (households: number): number => Math.round(households * 3.6)
const dttsOf = (key: string, households: number): number =>
  ['kyThuong', 'dongLam'].includes(key) ? Math.round(households * 0.95) : 0

function totals(): Total[] {
  const one = (key: string, areaId: AreaId, households: number): Omit<Total, 'day'> => ({
    areaId,
    households,
    persons: personsOf(households),
    dtts: dttsOf(key, households),
    source: inventedSource,
    mark: 'invented',
  })
  const villages = sets.flatMap(({ key, households }) => households.map((h, n) => one(key, villageId(key, n), h)))
  const communes2021 = sets.map(({ key, before, households }) => one(key, before, sum(households)))
  const named = communes2021.map(
    (total): Omit<Total, 'day'> =>
      total.areaId === demoAreas.tamHong2021
        ? {
            ...total,
            source: 'Suy từ báo cáo ngày 10/01/2022: 96 hộ nghèo là 2,1% số hộ; số người không có thật',
            mark: 'illustrative',
          }
        : total,
  )
  const merged = sets.filter((set) => set.after(0).parentId === tamHongToday).map((set) => sum(set.households))
  const today = [one('tamHong', tamHongToday, sum(merged)), one('kyThuong', demoAreas.kyThuongToday, 1312)]
  return [
    ...[...villages, ...named].map((t) => ({ ...t, day: plainDate('2021-09-01') })),
    ...[...villages, ...today].map((t) => ({ ...t, day: plainDate('2026-09-01') })),
  ]
}

async function insertTotals(db: OwnerConnection): Promise<void> {
  const rows = totals().map((t) => [
    stableId('declared_total', t.areaId, t.day),
    t.areaId,
    t.day,
    t.households,
    t.persons,
    t.households - t.dtts,
    t.dtts,
    t.source,
    t.mark,
  ])
  const columns = [
    ['id', 'uuid'],
    ['area_id', 'uuid'],
    ['day', 'date'],
    ['households', 'integer'],
    ['persons', 'integer'],
    ['kinh_households', 'integer'],
    ['dtts_households', 'integer'],
    ['source', 'text'],
    ['mark', 'text'],
  ] as const
  await insertRows(db, { table: 'declared_total', columns, rows })
}

/** Two communes stand in a Programme 135 report of 2019, two do not; that the list of 2017 names all four is from memory. */
async function insertStatuses(db: OwnerConnection): Promise<void> {
  const finished =
    'Hoàn thành Chương trình 135 đến hết năm 2019 theo báo chí; ngày quyết định công nhận chưa rõ. Chưa đối chiếu danh sách.'
  const unnamed = `Báo cáo không nêu tên xã này; ghi theo trí nhớ. ${finished}`
  const communes = [
    [kyThuongOldId, finished],
    [dongLamOldId, finished],
    [dongSonOldId, unnamed],
    [tanDanOldId, unnamed],
  ] as const
  const rows = communes.map(([areaId, note]) => [
    stableId('area_status', areaId, 'dbkk'),
    areaId,
    'dbkk',
    early,
    '2020-01-01',
    'Quyết định 582/QĐ-TTg (28/4/2017)',
    'recalled',
    note,
  ])
  const columns = [
    ['id', 'uuid'],
    ['area_id', 'uuid'],
    ['status', 'text'],
    ['valid_from', 'date'],
    ['valid_until', 'date'],
    ['decision', 'text'],
    ['mark', 'text'],
    ['note', 'text'],
  ] as const
  await insertRows(db, { table: 'area_status', columns, rows })
}

/**
 * Adds the demo's villages, statuses and totals to a loaded nation, once; answers whether it did. Runs inside the
 * caller's transaction or alone, on a connection of the owner.
 */
export async function loadDemoPlaces(db: OwnerConnection, today: PlainDate): Promise<boolean> {
  const held = await db.query('select 1 from area where id = $1', [demoAreas.villages.tamHong[0]])
  if (held.rows.length > 0) return false
  const book = new Book()
  writeVillages(book)
  await insertNation(db, book.rows())
  await insertTotals(db)
  await insertStatuses(db)
  await refreshTree(db, today)
  return true
}

/** Villages of all other communes of Vĩnh Phúc, after these and on the same terms. */
export async function loadDemoVinhPhuc(db: OwnerConnection, today: PlainDate): Promise<void> {
  const book = await vinhPhucBook(db, [demoAreas.tamHong2021, demoAreas.yenDong2021, demoAreas.yenPhuong2021])
  await insertNation(db, book.rows())
  await refreshTree(db, today)
}
