/** The draft of Phú Thọ for next year, sent to communes for comment: one comment is answered, one waits, some communes are silent. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { carrierIds, demoPlanId, demoPlanLineId } from './plans.ts'

const { phuTho, tamHongToday } = demoAreas
const sending = stableId('plan_sending', 'demo')
const commentId = (key: string): string => stableId('plan_comment', 'demo', key)

async function writeSending(db: OwnerConnection, plan: string, today: PlainDate): Promise<void> {
  await insertRows(db, {
    table: 'plan_sending',
    columns: columnsIn(
      'id:uuid plan_id:uuid area_id:uuid number:smallint due_on:date note:text edits:integer sent_by:uuid sent_name:text sent_on:date',
    ),
    rows: [
      [
        ...[sending, plan, phuTho, 1, addDays(today, 8), 'Đề nghị các xã góp ý về số người, thời gian mở lớp.', 3],
        ...[demoAccountId('dao'), 'Bùi Thị Đào', addDays(today, -12)],
      ],
    ],
  })
  await insertRows(db, {
    table: 'plan_asked',
    columns: columnsIn('sending_id:uuid unit_id:uuid plan_id:uuid area_id:uuid'),
    rows: [tamHongToday, ...carrierIds].map((unit) => [sending, unit, plan, phuTho]),
  })
}

async function writeGiven(db: OwnerConnection, plan: string, today: PlainDate): Promise<void> {
  const given = [
    [
      ...['weeks', demoPlanLineId(plan, 'CĐ1'), 'CĐ1 Nghiệp vụ điều tra, rà soát hộ nghèo'],
      ...['Tuần 34 là đợt gặt của xã, đề nghị mở lớp trước tuần 33.', 'hung', 'Lê Văn Hùng', -9],
    ],
    [
      ...['people', null, '', 'Xã có thêm ba thôn chưa có rà soát viên, đề nghị tính thêm ba người.'],
      ...['bich', 'Phạm Thị Bích', -4],
    ],
  ] as const
  await insertRows(db, {
    table: 'plan_comment',
    columns: columnsIn(
      'id:uuid sending_id:uuid unit_id:uuid plan_id:uuid area_id:uuid line_id:uuid about:text agrees:boolean says:text made_by:uuid made_name:text made_on:date late:boolean',
    ),
    rows: given.map(([key, line, about, says, login, name, days]) => [
      ...[commentId(key), sending, tamHongToday, plan, phuTho, line, about, false, says],
      ...[demoAccountId(login), name, addDays(today, days), false],
    ]),
  })
  await insertRows(db, {
    table: 'plan_reply',
    columns: columnsIn(
      'id:uuid comment_id:uuid unit_id:uuid area_id:uuid number:smallint verdict:text says:text made_by:uuid made_name:text made_on:date',
    ),
    rows: [
      [
        ...[stableId('plan_reply', 'demo'), commentId('weeks'), tamHongToday, phuTho, 1, 'taken'],
        ...['Chuyển lớp của xã sang tuần 32.', demoAccountId('dao'), 'Bùi Thị Đào', addDays(today, -7)],
      ],
    ],
  })
}

/** After the plans, those of other communes too. */
export async function writeComments(db: OwnerConnection, today: PlainDate): Promise<void> {
  const plan = demoPlanId('province', 'next')
  await writeSending(db, plan, today)
  await writeGiven(db, plan, today)
}
