/** Invented families: common names, plausible ages, no real person. */

import { stableId } from '#features/areas/nation/stableIds.ts'
import type { AreaId, HouseholdId, PersonId } from '#kernel/ids.ts'
import { type Chance, chanceOf } from './chance.ts'

export type DemoPerson = {
  readonly personId: PersonId
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly birth: { readonly year: number; readonly month: number; readonly day: number }
  readonly relation: 'head' | 'spouse' | 'child' | 'parent' | 'grandchild'
  readonly ethnicity: string
  readonly citizenId: string | null
}
export type DemoHousehold = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  /** Invented: no number begins with four zeros. Null where none is known. */
  readonly phone: string | null
  readonly members: readonly DemoPerson[]
}

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Kim',
  'Tạ',
]
const highland = ['Triệu', 'Đặng', 'Bàn', 'Lý', 'Chíu', 'Hoàng', 'Linh', 'Dương']
const maleMiddle = ['Văn', 'Đức', 'Hữu', 'Quang', 'Xuân', 'Minh', 'Công', 'Đình']
const femaleMiddle = ['Thị', 'Thị', 'Thị', 'Ngọc', 'Thu', 'Kim', 'Thanh']
const maleNames = [
  'An',
  'Bình',
  'Chiến',
  'Cường',
  'Dũng',
  'Đạt',
  'Hải',
  'Hậu',
  'Hiếu',
  'Hoà',
  'Hưng',
  'Khánh',
  'Long',
  'Lực',
  'Nam',
  'Nghĩa',
  'Phúc',
  'Quân',
  'Sơn',
  'Tài',
  'Thắng',
  'Toàn',
  'Trường',
  'Tuấn',
  'Việt',
]
const femaleNames = [
  'Ánh',
  'Bích',
  'Chi',
  'Dung',
  'Duyên',
  'Hạnh',
  'Hằng',
  'Hiền',
  'Hoa',
  'Huệ',
  'Hương',
  'Lan',
  'Liên',
  'Loan',
  'Mai',
  'Nga',
  'Nhung',
  'Oanh',
  'Phượng',
  'Quyên',
  'Thảo',
  'Thủy',
  'Tuyết',
  'Vân',
  'Yến',
]

export type Where = {
  readonly villageId: AreaId
  readonly village: string
  /** Of citizen ids: where births were registered (old code of the province). */
  readonly provinceDigits: string
  readonly ethnicity: string
}

type Draft = { sex: 'male' | 'female'; born: number; relation: DemoPerson['relation']; family: string }

const fullName = (chance: Chance, { sex, family }: Draft): string =>
  sex === 'male'
    ? `${family} ${chance.pick(maleMiddle)} ${chance.pick(maleNames)}`
    : `${family} ${chance.pick(femaleMiddle)} ${chance.pick(femaleNames)}`

/** Twelve digits of the right structure: province, century and sex, year, six digits of chance. */
function citizenIdOf(chance: Chance, { sex, born }: Draft, provinceDigits: string): string {
  const century = (born >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
  const tail = String(chance.between(0, 999_999)).padStart(6, '0')
  return `0${provinceDigits}${century}${String(born % 100).padStart(2, '0')}${tail}`
}

function adultsOf(chance: Chance, family: string, names: readonly string[]): Draft[] {
  const headSex = chance.happens(0.72) ? 'male' : 'female'
  const born = chance.between(1948, 1992)
  const head: Draft = { sex: headSex, born, relation: 'head', family }
  const alone = born < 1960 ? chance.happens(0.45) : chance.happens(0.12)
  if (alone) return [head]
  const spouse: Draft = {
    sex: headSex === 'male' ? 'female' : 'male',
    born: born + chance.between(-2, 5),
    relation: 'spouse',
    family: chance.pick(names),
  }
  return [head, spouse]
}

function childrenOf(chance: Chance, parents: readonly Draft[], family: string): Draft[] {
  const mother = Math.max(...parents.map((p) => p.born))
  const count = parents.length === 1 ? chance.between(0, 1) : chance.pick([0, 1, 1, 2, 2, 2, 3])
  return Array.from({ length: count }, (_, n) => ({
    sex: chance.happens(0.51) ? ('male' as const) : ('female' as const),
    born: mother + 22 + n * chance.between(2, 4) + chance.between(0, 2),
    relation: 'child' as const,
    family,
  })).filter((c) => c.born <= 2020)
}

function draftFamily(chance: Chance, names: readonly string[]): Draft[] {
  const family = chance.pick(names)
  const adults = adultsOf(chance, family, names)
  const children = childrenOf(chance, adults, family)
  const withParent = (adults[0]?.born ?? 0) > 1970 && chance.happens(0.3)
  const parent: Draft = {
    sex: 'female',
    born: (adults[0]?.born ?? 1970) - chance.between(20, 27),
    relation: 'parent',
    family: chance.pick(names),
  }
  return [...adults, ...children, ...(withParent ? [parent] : [])]
}

/** Household number `n` (from 1) of a village; the same at every load. */
export function demoHousehold(where: Where, n: number): DemoHousehold {
  const seed = `${where.village} ${n}`
  const chance = chanceOf(seed)
  const drafts = draftFamily(chance, where.ethnicity === '01' ? families : highland)
  const members = drafts.map(
    (draft, at): DemoPerson => ({
      personId: stableId('person', 'demo', seed, String(at)),
      name: fullName(chance, draft),
      sex: draft.sex,
      birth: { year: draft.born, month: chance.between(1, 12), day: chance.between(1, 28) },
      relation: draft.relation,
      ethnicity: where.ethnicity,
      citizenId: draft.born <= 2006 ? citizenIdOf(chance, draft, where.provinceDigits) : null,
    }),
  )
  return {
    householdId: stableId('household', 'demo', seed),
    villageId: where.villageId,
    number: `${where.village.replace(/\D+/g, '')}-${String(n).padStart(3, '0')}`,
    address: `Ngõ ${chance.between(1, 9)}, số ${chance.between(1, 90)}`,
    // (số ví dụ)
    phone: chance.happens(0.7) ? `0000${String(chance.between(0, 999_999)).padStart(6, '0')}` : null,
    members,
  }
}
