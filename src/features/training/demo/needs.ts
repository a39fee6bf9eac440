/** Needs of the demo: those whom Tam Hồng nominates, errors in the work with a topic against one kind of them. Invented. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { demoTopicId } from './frameworks.ts'

const { phuTho, tamHongToday, villages } = demoAreas

/** Writes them, after the roster and the framework. */
export async function writeNeeds(db: OwnerConnection, today: PlainDate): Promise<void> {
  const wishes = [
    ['mai', 'CĐ3', 'Mới nhận thêm việc vận động ở thôn'],
    ['pham-van-mat-tran', 'CĐ2', 'Tham gia lập kế hoạch giảm nghèo của xã'],
    ['thang', 'CĐ1', 'Phụ trách nhiều thôn mới nhập về'],
    ...[2, 3, 4, 5, 6].map((n) => [`tam-hong ${n}`, 'CĐ3', 'Trưởng thôn, chưa học chuyên đề này'] as const),
  ] as const
  await insertRows(db, {
    table: 'training_wish',
    columns: columnsIn(
      'id:uuid source:text official_id:uuid area_id:uuid topic_id:uuid reason:text made_by:uuid made_on:date',
    ),
    rows: wishes.map(([key, code, reason]) => [
      ...[stableId('training_wish', 'demo', key, code), 'nominated', demoOfficialId(key), tamHongToday],
      ...[demoTopicId(code), reason, demoAccountId('hung'), addDays(today, -10)],
    ]),
  })
  await insertRows(db, {
    table: 'error_topic',
    columns: columnsIn('id:uuid area_id:uuid code:text topic_id:uuid'),
    rows: [[stableId('error_topic', 'demo', 'housing'), phuTho, 'housing', demoTopicId('CĐ1')]],
  })
  await insertRows(db, {
    table: 'training_need',
    columns: columnsIn('id:uuid area_id:uuid account_id:uuid topic:text cause:text source_id:uuid found_on:date'),
    rows: ['housing', 'housing', 'income'].map((code, at) => [
      ...[stableId('training_need', 'demo', String(at)), villages.tamHong[0], demoAccountId('mai'), code],
      ...['returned_form', stableId('training_need', 'demo', 'source', String(at)), addDays(today, -at)],
    ]),
  })
}
