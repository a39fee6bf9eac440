/** Bodies of the demo: the steering committee of Tam Hồng with two meetings and their tasks, and a board that supervises a road. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { reformDay } from '#features/areas/nation/days.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { writeSampleScan } from '#features/papers/demo.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { fingerprintOf, paperFrom } from './meetings/inputs.ts'

const { tamHongToday } = demoAreas
const steering = stableId('body', 'demo', 'steering')
const supervision = stableId('body', 'demo', 'supervision')
const signedMeeting = stableId('body_meeting', 'demo', 'steering 0')
const meeting = stableId('body_meeting', 'demo', 'steering 1')
const steeringName = 'Ban Chỉ đạo các chương trình mục tiêu quốc gia xã Tam Hồng'
const hall = 'Hội trường UBND xã Tam Hồng'

/** In the steering committee, as papers name them. */
const sitting = [
  ['bich', 'head'],
  ['mai', 'member'],
  ['hung', 'secretary'],
] as const

async function writeBodies(db: OwnerConnection): Promise<void> {
  await insertRows(db, {
    table: 'body',
    columns: columnsIn(
      'id:uuid unit_id:uuid kind:text name:text watches:text decision_number:text decided_on:date decided_by:text valid_from:date',
    ),
    rows: [
      [
        ...[steering, tamHongToday, 'steering', steeringName, null],
        ...['21/QĐ-UBND', reformDay, 'UBND xã Tam Hồng', reformDay],
      ],
      [
        ...[supervision, tamHongToday, 'supervision', 'Ban Giám sát đầu tư của cộng đồng: đường liên thôn'],
        ...['Đường liên thôn Tam Hồng', '04/QĐ-MTTQ', reformDay, 'Ủy ban MTTQ Việt Nam xã Tam Hồng', reformDay],
      ],
    ],
  })
  const members = [
    ...sitting.map(([key, role]) => [steering, key, role, null] as const),
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

/** What was given then is done, and the signed page is kept. */
async function writeSigned(db: OwnerConnection, today: PlainDate): Promise<void> {
  const [held, due] = [addDays(today, -60), addDays(today, -45)]
  const names = await db.query<{ officialId: OfficialId; name: string }>(
    'select id as "officialId", full_name as name from official where id = any ($1)',
    [sitting.map(([key]) => demoOfficialId(key))],
  )
  const nameOf = (key: string) => names.rows.find((one) => one.officialId === demoOfficialId(key))?.name ?? ''
  const minutes = {
    ...{ on: held, time: '08:00', place: hall, agenda: ['Kế hoạch rà soát hộ nghèo', 'Lập tổ rà soát các thôn'] },
    ...{ present: ['bich', 'hung'].map(demoOfficialId).toSorted(), guests: '', chairedBy: null },
    conclusions: ['Mỗi thôn một tổ rà soát, có trưởng thôn tham gia.'],
  }
  const what = 'Lập danh sách tổ rà soát các thôn'
  const paper = paperFrom({
    ...{ kind: 'minutes', meeting: minutes, body: steeringName, unit: 'Xã Tam Hồng', decidedBy: 'UBND xã Tam Hồng' },
    members: sitting.map(([key, role]) => ({ officialId: demoOfficialId(key), name: nameOf(key), role })),
    tasks: [{ name: nameOf('hung'), what, due }],
  })
  const scan = stableId('file', 'demo', 'steering 0')
  await writeSampleScan(db, {
    ...{ id: scan, area: tamHongToday, by: demoAccountId('hung'), name: 'bien-ban-mau.pdf' },
    ...{ title: `Bản quét mẫu: Biên bản họp ngày ${showDate(held)}`, subtitle: steeringName },
  })
  await db.query(
    `insert into body_meeting (id, body_id, held_on, at_time, place, agenda, conclusions, present, scan_id, paper)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[signedMeeting, steering, held, minutes.time, hall, minutes.agenda, minutes.conclusions, minutes.present],
      ...[scan, JSON.stringify({ paper, fingerprint: fingerprintOf(paper) })],
    ],
  )
  await db.query(
    `insert into body_task (id, meeting_id, body_id, official_id, what, due_on, done_on) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[stableId('body_task', 'demo', 'steering 0'), signedMeeting, steering, demoOfficialId('hung'), what, due],
      addDays(due, -1),
    ],
  )
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
        ...[meeting, steering, held, '08:00', hall],
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
  await writeSigned(db, today)
  await writeMeeting(db, today)
}
