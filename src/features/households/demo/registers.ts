/** Which households the demo holds, village by village, and how each lived in the years of its reviews. */

import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Lot } from './answers.ts'
import { chanceOf } from './chance.ts'
import { type DemoHousehold, demoHousehold } from './families.ts'

/** Households of Tam Hồng's twelve villages: the sum, 4,571, is the report's; the parts are invented. */
const tamHong = [412, 398, 365, 441, 377, 352, 389, 405, 334, 420, 347, 331]

const villageOf = (
  key: string,
  ids: readonly AreaId[],
  counts: readonly number[],
  { digits, ethnicity }: { digits: string; ethnicity: string },
) =>
  ids.flatMap((villageId, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, n) =>
      demoHousehold({ villageId, village: `${key} ${at + 1}`, provinceDigits: digits, ethnicity }, n + 1),
    ),
  )

const plain = { digits: '26', ethnicity: '01' }
const { villages } = demoAreas

/** Every household of Tam Hồng; of its two neighbours only those reviewed; of the two mountain communes a few. */
const registers = {
  tamHong: () => villageOf('Tam Hồng', villages.tamHong, tamHong, plain),
  yenDong: () =>
    villageOf(
      'Yên Đồng',
      villages.yenDong,
      villages.yenDong.map(() => 11),
      plain,
    ),
  yenPhuong: () =>
    villageOf(
      'Yên Phương',
      villages.yenPhuong,
      villages.yenPhuong.map(() => 10),
      plain,
    ),
  kyThuong: () =>
    villageOf(
      'Kỳ Thượng',
      villages.kyThuong,
      villages.kyThuong.map(() => 12),
      { digits: '22', ethnicity: '09' },
    ),
  dongLam: () =>
    villageOf(
      'Đồng Lâm',
      villages.dongLam,
      villages.dongLam.map(() => 9),
      { digits: '22', ethnicity: '09' },
    ),
}

export type DemoRegister = Record<keyof typeof registers, readonly DemoHousehold[]>

/** Every household of the demo by its commune. */
export const demoRegister = (): DemoRegister =>
  Object.fromEntries(Object.entries(registers).map(([key, make]) => [key, make()])) as unknown as DemoRegister

/** `count` of them, the same at every load, spread over the villages. */
export function chosen(words: string, of: readonly DemoHousehold[], count: number): DemoHousehold[] {
  const chance = chanceOf(words)
  return of
    .map((household) => ({ household, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ household }) => household)
}

/** How many households of a review live how. */
export type Lots = Readonly<Record<Lot, number>>

/** Gives each household its lot, in the order in which they were chosen. */
export function withLots(households: readonly DemoHousehold[], lots: Lots): { household: DemoHousehold; lot: Lot }[] {
  const order = (Object.entries(lots) as [Lot, number][]).flatMap(([lot, count]) =>
    Array.from({ length: count }, () => lot),
  )
  return households.map((household, at) => ({ household, lot: order[at] ?? 'not_poor' }))
}
