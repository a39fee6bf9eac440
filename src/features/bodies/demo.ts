/** Bodies of the demo: the steering committee of Tam Hồng with a meeting and its tasks, and a board that supervises a road. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { reformDay } from '#features/areas/nation/days.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'

const { tamHongToday } = demoAreas
const steering = stableId('body', 'demo', 'steering')
const supervision = stableId('body', 'demo', 'supervision')
const meeting = stableId('body_meeting', 'demo', 'steering 1')

async function writeBodies(db: OwnerConnection): Promise<void> {
  await insertRows(db, {
    table: 'body',
    columns: columnsIn(
      'id:uuid unit_id:uuid kind:text name:text watches:text decision_number:text decided_on:date decided_by:text valid_from:date',
    ),
    rows: [
      [
        ...[steering, tamHongToday, 'steering', 'Ban Chỉ đạo các chương trình mục tiêu quốc gia xã Tam Hồng', null],
        ...['21/QĐ-UBND', reformDay, 'UBND xã Tam Hồng', reformDay],
      ],
      [
        ...[supervision, tamHongToday, 'supervision', 'Ban Giám sát đầu tư của cộng đồng: đường liên thôn'],
        ...['Đường liên thôn Tam Hồng', '04/QĐ-MTTQ', reformDay, 'Ủy ban MTTQ Việt Nam xã Tam Hồng', reformDay],
      ],
    ],
  })
  const members = [
    [steering, 'bich', 'head', null],
    [steering, 'hung', 'secretary', null],
    [steering, 'mai', 'member', null],
    [supervision, 'pham-van-mat-tran', 'head', 'front'],
    [supervision, 'mai', 'member', 'residents'],
  ] as const
  await insertRows(db, {
    table: 'body_member',
    columns: columnsIn('id:uuid body_id:uuid official_id:uuid role:text comes_from:text valid_from:date'),
    rows: members.map(([body, key, role, from]) => [
      ...[stableId('body_member', 'demo', body, key), body, demoOfficialId(key), role, from, reformDay],
    ]),
  })
}

/** One task is late, one is still to be done. */
async function writeMeeting(db: OwnerConnection, today: PlainDate): Promise<void> {
  const held = addDays(today, -20)
  await insertRows(db, {
    table: 'body_meeting',
    columns: columnsIn(
      'id:uuid body_id:uuid held_on:date at_time:text place:text agenda:text[] conclusions:text[] present:uuid[]',
    ),
    rows: [
      [
        ...[meeting, steering, held, '08:00', 'Hội trường UBND xã Tam Hồng'],
        ...[
          '{"Tiến độ rà soát hộ nghèo","Phân công thành viên"}',
          '{"Rà soát đúng thời gian, từng thôn báo cáo hằng tuần."}',
          `{${['bich', 'hung', 'mai'].map(demoOfficialId).toSorted().join(',')}}`,
        ],
      ],
    ],
  })
  const tasks = [
    ['mai', 'Báo cáo tiến độ rà soát Thôn 1', -5],
    ['hung', 'Tổng hợp danh sách hộ cần rà soát', 10],
  ] as const
  await insertRows(db, {
    table: 'body_task',
    columns: columnsIn('id:uuid meeting_id:uuid body_id:uuid official_id:uuid what:text due_on:date'),
    rows: tasks.map(([key, what, days]) => [
      ...[stableId('body_task', 'demo', key), meeting, steering, demoOfficialId(key), what, addDays(today, days)],
    ]),
  })
}

/** Writes them, after the roster. */
export async function addDemoBodies(db: OwnerConnection, today: PlainDate): Promise<void> {
  await writeBodies(db)
  await writeMeeting(db, today)
}
