/** Norms of spending of the demo: invented, and said to be. The first item had another value last year. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { CountedBy } from '../money/model.ts'

const legal = 'Mức đặt ra cho bản mẫu, không theo văn bản nào'

const items = {
  food: ['Hỗ trợ tiền ăn học viên', 'person_day', 120_000],
  water: ['Nước uống học viên', 'person_day', 20_000],
  trainer: ['Thù lao giảng viên', 'trainer_half_day', 500_000],
  hall: ['Thuê hội trường, thiết bị', 'class_day', 2_000_000],
  papers: ['In tài liệu học viên', 'set', 40_000],
} as const satisfies Record<string, readonly [string, CountedBy, number]>
export type DemoItem = keyof typeof items

export const demoNormId = (item: DemoItem): string => stableId('spending_norm', 'demo', item)

/** As it is on the first day of this year and of the next. */
export const dongOf = (item: DemoItem): number => items[item][2]

export async function writeNorms(db: OwnerConnection, today: PlainDate): Promise<void> {
  const [lastYear, thisYear] = [-1, 0].map((years) => plainDate(`${yearOf(today) + years}-01-01`))
  const before = stableId('spending_norm', 'demo', 'food', 'before')
  await insertRows(db, {
    table: 'spending_norm',
    columns: columnsIn(
      'id:uuid area_id:uuid line_id:uuid item:text counted_by:text dong:bigint valid_from:date valid_until:date legal_reference:text mark:text',
    ),
    rows: [
      [before, demoAreas.phuTho, before, ...items.food.slice(0, 2), 100_000, lastYear, thisYear, legal, 'illustrative'],
      ...(Object.keys(items) as DemoItem[]).map((key) => [
        ...[demoNormId(key), demoAreas.phuTho, key === 'food' ? before : demoNormId(key)],
        ...[...items[key], thisYear, null, legal, 'illustrative'],
      ]),
    ],
  })
}
