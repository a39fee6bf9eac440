/** Limits, places of classes and a way of the demo: invented, and said to be. One of the limits had another value last year. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'

const { phuTho, tamHongToday } = demoAreas
const legal = 'Giới hạn đặt ra cho bản mẫu, không theo văn bản nào'

const numbers = { largest_class: 60, days_in_a_row: 3, hours_a_day: 8, furthest_way: 50, newly_in_post: 12 } as const

export async function writeLimits(db: OwnerConnection, today: PlainDate): Promise<void> {
  const [lastYear, thisYear] = [-1, 0].map((years) => plainDate(`${yearOf(today) + years}-01-01`))
  const id = (...of: string[]) => stableId('training_limit', 'demo', ...of)
  const limit = (
    key: string,
    says: readonly unknown[],
    { from = thisYear, until = null as PlainDate | null, line = key } = {},
  ) => [...[id(key), phuTho, id(line), ...says, from, until, legal, 'illustrative']]
  await insertRows(db, {
    table: 'training_limit',
    columns: columnsIn(
      'id:uuid area_id:uuid line_id:uuid kind:text value:integer first_day:text last_day:text what:text turns:text[] valid_from:date valid_until:date legal_reference:text mark:text',
    ),
    rows: [
      limit('before', ['largest_class', 80, null, null, null, null], { from: lastYear, until: thisYear ?? null }),
      ...Object.entries(numbers).map(([kind, value]) =>
        limit(kind, [kind, value, null, null, null, null], kind === 'largest_class' ? { line: 'before' } : {}),
      ),
      limit('harvest', ['closed', null, '05-15', '06-15', 'Mùa gặt', null]),
      limit('review', ['closed', null, '10-01', '12-14', 'Kỳ rà soát cuối năm', null]),
      limit('first_turn', ['first_turn', null, null, null, null, '{newly_in_post,difficult_area}']),
    ],
  })
  await insertRows(db, {
    table: 'class_place',
    columns: columnsIn('id:uuid area_id:uuid hall:text valid_from:date'),
    rows: [
      [stableId('class_place', 'demo', 'tam-hong'), tamHongToday, 'Hội trường UBND xã', thisYear],
      [stableId('class_place', 'demo', 'phu-tho'), phuTho, 'Trung tâm hội nghị tỉnh', thisYear],
    ],
  })
  await insertRows(db, {
    table: 'training_way',
    columns: columnsIn('id:uuid area_id:uuid from_id:uuid to_id:uuid km:smallint'),
    rows: [[stableId('training_way', 'demo', 'tam-hong'), phuTho, tamHongToday, phuTho, 46]],
  })
}
