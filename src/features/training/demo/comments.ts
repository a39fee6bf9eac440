/** Next year's plan of Phú Thọ is open for comment: Tam Hồng has said something, two other communes have not. Invented. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { reformDay } from '#features/areas/nation/days.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { demoPlanId } from './plans.ts'

const { phuTho, tamHongToday } = demoAreas

export async function writeComments(db: OwnerConnection, today: PlainDate): Promise<void> {
  const plan = demoPlanId('province', 'next')
  const sending = stableId('plan_sending', 'demo', plan)
  const { rows } = await db.query<{ id: string }>(
    `select v.area_id as id from area_version v join area_reach r on r.area_id = v.area_id and r.over_id = $1
      where v.level = 3 and v.valid_from = $3 order by v.area_id <> $2, v.name limit 3`,
    [phuTho, tamHongToday, reformDay],
  )
  await insertRows(db, {
    table: 'plan_sending',
    columns: columnsIn(
      'id:uuid plan_id:uuid area_id:uuid number:smallint due_on:date note:text edits:integer sent_by:uuid sent_name:text sent_on:date',
    ),
    rows: [
      [
        ...[sending, plan, phuTho, 1, addDays(today, 10), 'Đề nghị các xã góp ý về nơi mở lớp, thời gian', 3],
        ...[demoAccountId('dao'), 'Bùi Thị Đào', addDays(today, -5)],
      ],
    ],
  })
  await insertRows(db, {
    table: 'plan_asked',
    columns: columnsIn('sending_id:uuid unit_id:uuid plan_id:uuid area_id:uuid'),
    rows: rows.map(({ id }) => [sending, id, plan, phuTho]),
  })
  await insertRows(db, {
    table: 'plan_comment',
    columns: columnsIn(
      'id:uuid sending_id:uuid unit_id:uuid plan_id:uuid area_id:uuid agrees:boolean says:text made_by:uuid made_name:text made_on:date late:boolean',
    ),
    rows: [
      [
        ...[stableId('plan_comment', 'demo', 'tam-hong'), sending, tamHongToday, plan, phuTho, false],
        'Đề nghị mở một lớp ngay tại xã, tránh tuần thu hoạch lúa mùa',
        ...[demoAccountId('hung'), 'Lê Văn Hùng', addDays(today, -2), false],
      ],
    ],
  })
}
