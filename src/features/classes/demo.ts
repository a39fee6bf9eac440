/** Halls and trainers of the demo: invented, and said to be. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { demoTopicId } from '#features/training/demo/frameworks.ts'
import { type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'

const { phuTho, tamHongToday } = demoAreas
const invented = 'đặt ra cho bản mẫu'

export const demoHallId = (key: string): string => stableId('class_hall', 'demo', key)
export const demoTrainerId = (key: string): string => stableId('trainer', 'demo', key)

export async function addDemoClasses(db: OwnerConnection, today: PlainDate): Promise<void> {
  const from = plainDate(`${yearOf(today)}-01-01`)
  await insertRows(db, {
    table: 'class_hall',
    columns: columnsIn('id:uuid area_id:uuid name:text address:text seats:smallint equipment:text valid_from:date'),
    rows: [
      [demoHallId('tam-hong'), tamHongToday, 'Hội trường UBND xã', 'Trụ sở UBND xã', 120, 'máy chiếu, loa', from],
      [demoHallId('thon-2'), tamHongToday, 'Nhà văn hóa Thôn 2', 'cạnh trạm y tế', 50, '', from],
      [demoHallId('phu-tho'), phuTho, 'Trung tâm hội nghị tỉnh', 'Phòng 201', 300, 'máy chiếu, loa, mạng', from],
    ],
  })
  await insertRows(db, {
    table: 'trainer',
    columns: columnsIn(
      'id:uuid area_id:uuid official_id:uuid full_name:text organisation:text topics:uuid[] note:text valid_from:date',
    ),
    rows: [
      [
        ...[demoTrainerId('elsewhere'), phuTho, null, 'Đinh Thị Giảng', 'Trường Chính trị tỉnh'],
        ...[`{${demoTopicId('CĐ1')}}`, invented, from],
      ],
      [
        ...[demoTrainerId('hung'), tamHongToday, demoOfficialId('hung'), 'Lê Văn Hùng', 'UBND xã Tam Hồng'],
        ...[`{${demoTopicId('CĐ1')}}`, invented, from],
      ],
    ],
  })
}
