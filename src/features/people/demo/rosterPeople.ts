/**
 * Who stands in the roster of the demo: its accounts, invented heads of its villages, and posts that are vacant, by name.
 * Two who worked for communes that are no more wait to be placed again. People are invented.
 */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { reformDay } from '#features/areas/nation/days.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { MoveKind } from '../moves/model.ts'
import type { Ending, QualificationKind, StudyForm } from '../roster/model.ts'

export type Held = {
  readonly post: string
  readonly area: AreaId
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly because?: Ending
  readonly decision?: string
}
type Learnt = {
  readonly kind: QualificationKind
  readonly level: string
  readonly title: string
  readonly school: string
  readonly form: StudyForm
  readonly from: string
  readonly until: string | null
}
export type Person = {
  /** Of the account, or a word of its own. */
  readonly key: string
  readonly account?: true
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly born: number
  /** Kinh where nothing is said. */
  readonly ethnicity?: string
  readonly unit: AreaId
  readonly citizenId?: string
  readonly held: readonly Held[]
  readonly learnt?: readonly Learnt[]
  /** Away for a time, from the first post of `held` to the second. */
  readonly moved?: {
    readonly kind: MoveKind
    readonly why: string
    readonly plannedLast: PlainDate
    /** What came of it, once it is over. */
    readonly outcome?: string
  }
}

const { villages, tamHongToday, phuTho, kyThuongToday } = demoAreas
const days = {
  snapshot: plainDate('2021-01-01'),
  term: plainDate('2024-01-15'),
  start: plainDate('2026-01-01'),
  seconded: plainDate('2026-09-01'),
  rotated: plainDate('2025-11-03'),
}
const ofTamHong = [...villages.tamHong, ...villages.yenDong, ...villages.yenPhuong]

const from = (day: PlainDate, post: string, area: AreaId, decision?: string): Held => ({
  ...{ post, area, from: day, ...(decision && { decision }) },
})
/** Of the term before, which ended when that of today began. */
const inTermBefore = (post: string, area: AreaId): Held => ({
  ...{ post, area, from: days.snapshot, until: days.term, because: 'term_over' },
})
/** Held at a unit that ended with the reform, and recorded as ended with it. */
const toReform = (post: string, area: AreaId): Held => ({
  ...{ post, area, from: days.snapshot, until: reformDay, because: 'unit_ended' },
})

const law: Learnt = {
  ...{
    kind: 'professional',
    level: 'university',
    title: 'Đại học Luật',
    school: 'Trường Đại học Luật Hà Nội',
    form: 'in_service',
  },
  ...{ from: '2004-09', until: '2009-06' },
}
const theory: Learnt = {
  ...{
    kind: 'political_theory',
    level: 'intermediate',
    title: 'Trung cấp lý luận chính trị',
    school: 'Trường Chính trị tỉnh',
  },
  ...{ form: 'in_service', from: '2026-03', until: null },
}

const ofAccounts: readonly Person[] = [
  {
    ...{ key: 'hung', account: true, name: 'Lê Văn Hùng', sex: 'male', born: 1983, unit: tamHongToday },
    citizenId: '026083004127',
    held: [
      from(reformDay, 'specialist', tamHongToday, '15/QĐ-UBND'),
      from(days.seconded, 'trainer', phuTho, '31/QĐ-SNNMT'),
      toReform('specialist', demoAreas.tamHong2021),
    ],
    learnt: [law, theory],
    moved: {
      ...{ kind: 'secondment', why: 'Giúp tỉnh tập huấn rà soát viên' },
      plannedLast: plainDate('2026-12-31'),
    },
  },
  {
    ...{ key: 'bich', account: true, name: 'Phạm Thị Bích', sex: 'female', born: 1976, unit: tamHongToday },
    citizenId: '026176002915',
    held: [from(reformDay, 'leader', tamHongToday, '02/QĐ-UBND')],
    learnt: [{ ...theory, level: 'advanced', title: 'Cao cấp lý luận chính trị', from: '2016', until: '2018' }],
  },
  {
    ...{ key: 'mai', account: true, name: 'Nguyễn Thị Mai', sex: 'female', born: 1979, unit: tamHongToday },
    held: [
      from(days.term, 'village_head', villages.tamHong[0] as AreaId),
      ...villages.tamHong.slice(0, 3).map((village) => from(days.start, 'enumerator', village)),
    ],
  },
  {
    ...{ key: 'thang', account: true, name: 'Trần Văn Thắng', sex: 'male', born: 1988, unit: tamHongToday },
    // The last three villages have nobody yet.
    held: ofTamHong.slice(3, -3).map((village) => from(days.start, 'enumerator', village)),
  },
  {
    ...{ key: 'lan', account: true, name: 'Đỗ Thị Lan', sex: 'female', born: 1985, unit: phuTho },
    citizenId: '025185006318',
    held: [from(reformDay, 'specialist', phuTho, '128/QĐ-SNNMT')],
  },
  {
    ...{ key: 'dao', account: true, name: 'Bùi Thị Đào', sex: 'female', born: 1982, unit: phuTho },
    held: [from(days.start, 'trainer', phuTho)],
  },
  {
    ...{ key: 'huyen', account: true, name: 'Vũ Văn Huy', sex: 'male', born: 1974, unit: demoAreas.yenLac },
    held: [toReform('specialist', demoAreas.yenLac)],
  },
  {
    ...{ key: 'son', account: true, name: 'Triệu Văn Sơn', sex: 'male', born: 1987, unit: kyThuongToday },
    ethnicity: '09',
    held: [from(reformDay, 'specialist', kyThuongToday, '09/QĐ-UBND')],
  },
]

const beside: readonly Person[] = [
  {
    ...{ key: 'ha-thi-bang', name: 'Hà Thị Bằng', sex: 'female', born: 1971, unit: phuTho },
    held: [from(reformDay, 'leader', phuTho)],
  },
  {
    ...{ key: 'pham-van-mat-tran', name: 'Phạm Văn Thuận', sex: 'male', born: 1968, unit: tamHongToday },
    held: [from(reformDay, 'front_head', tamHongToday)],
  },
  // The same man once more, from when the commune was another: the two records are still to be joined.
  {
    ...{ key: 'pham-van-thuan-nua', name: 'Phạm Văn Thuận', sex: 'male', born: 1968, unit: tamHongToday },
    held: [toReform('mass_organisation', demoAreas.tamHong2021)],
  },
  {
    ...{ key: 'hoang-van-thong', name: 'Hoàng Văn Thống', sex: 'male', born: 1980, unit: demoAreas.thongNhat },
    held: [from(reformDay, 'leader', demoAreas.thongNhat)],
  },
  {
    ...{ key: 'ly-thi-nhat', name: 'Lý Thị Nhật', sex: 'female', born: 1990, unit: demoAreas.thongNhat },
    held: [from(reformDay, 'specialist', demoAreas.thongNhat)],
  },
  {
    ...{ key: 'dang-van-bo', name: 'Đặng Văn Bộ', sex: 'male', born: 1977, unit: demoAreas.hoanhBoWard },
    held: [from(reformDay, 'leader', demoAreas.hoanhBoWard)],
  },
  // The planned days are over, and nobody has said yet what came of it.
  {
    ...{ key: 'nguyen-van-toan', name: 'Nguyễn Văn Toản', sex: 'male', born: 1991, unit: phuTho },
    held: [from(reformDay, 'mass_organisation', phuTho), from(days.rotated, 'trainer', tamHongToday, '44/QĐ-SNNMT')],
    moved: {
      ...{ kind: 'rotation', why: 'Giúp xã mở lớp cho rà soát viên mới' },
      plannedLast: plainDate('2026-10-31'),
    },
  },
  // Their communes ended with the reform, and nobody has said yet where they work.
  {
    ...{ key: 'tran-van-yen', name: 'Trần Văn Yên', sex: 'male', born: 1973, unit: demoAreas.yenDong2021 },
    held: [from(days.snapshot, 'leader', demoAreas.yenDong2021)],
  },
  {
    ...{
      key: 'nguyen-thi-phuong',
      name: 'Nguyễn Thị Phương',
      sex: 'female',
      born: 1989,
      unit: demoAreas.yenPhuong2021,
    },
    held: [from(days.snapshot, 'specialist', demoAreas.yenPhuong2021)],
  },
]

const plain = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Bùi', 'Đỗ', 'Vũ', 'Hoàng', 'Đặng', 'Dương']
const dao = ['Triệu', 'Bàn', 'Đặng', 'Lý', 'Phùng', 'Chíu']
const given = {
  male: ['Bình', 'Cường', 'Dũng', 'Hải', 'Khánh', 'Lâm', 'Minh', 'Nam', 'Phong', 'Quân', 'Tài', 'Việt'],
  female: ['An', 'Chi', 'Dung', 'Hà', 'Hoa', 'Liên', 'Loan', 'Nga', 'Oanh', 'Thanh', 'Vân', 'Yến'],
}
const named = (n: number, families: readonly string[]): Pick<Person, 'name' | 'sex' | 'born'> => {
  const sex = n % 3 === 1 ? 'female' : 'male'
  const names = given[sex]
  const middle = sex === 'female' ? 'Thị' : 'Văn'
  const name = `${families[(n * 7) % families.length]} ${middle} ${names[(n * 5) % names.length]}`
  return { name, sex, born: 1962 + ((n * 11) % 30) }
}

/** `vacant`: villages, from 1, that have no head of these just now. */
type Heads = {
  readonly key: string
  readonly of: readonly AreaId[]
  readonly unit: AreaId
  readonly vacant: readonly number[]
}
const { thongNhat, hoanhBoWard } = demoAreas
const heads: readonly Heads[] = [
  { key: 'tam-hong', of: ofTamHong, unit: tamHongToday, vacant: [1, 9, 17, 25] },
  { key: 'ky-thuong', of: villages.kyThuong, unit: kyThuongToday, vacant: [4] },
  { key: 'thong-nhat', of: villages.dongLam.slice(0, 3), unit: thongNhat, vacant: [] },
  { key: 'hoanh-bo', of: villages.dongLam.slice(3), unit: hoanhBoWard, vacant: [2] },
]

/** One of them is the spouse in a household of another village of the commune: both records have her citizen id. */
export const atHome = { key: 'tam-hong 5', citizenId: '026176276344' } as const

/** Heads of villages beside Mai, who leads the first of Tam Hồng; in the mountains they enumerate too, as in the plain they did in the term before. */
const ofVillages: readonly Person[] = heads.flatMap(({ key, of, unit, vacant }, set) =>
  of.flatMap((village, at): Person[] => {
    if (vacant.includes(at + 1)) return []
    const inPlain = unit === tamHongToday
    const who = { ...named(set * 40 + at, inPlain ? plain : dao), ethnicity: inPlain ? '01' : '09' }
    const held = [
      from(days.term, 'village_head', village),
      ...(inPlain
        ? [inTermBefore('village_head', village), inTermBefore('enumerator', village)]
        : [from(days.start, 'enumerator', village)]),
    ]
    const person = { key: `${key} ${at + 1}`, ...who, unit, held }
    return [person.key === atHome.key ? { ...person, citizenId: atHome.citizenId } : person]
  }),
)

export const rosterPeople: readonly Person[] = [...ofAccounts, ...beside, ...ofVillages]
