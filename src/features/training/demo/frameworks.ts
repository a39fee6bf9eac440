/** A training framework of Phú Thọ for the demo, approved by an invented decision: its topics are those of the report, its hours invented. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'

const topics = {
  CĐ1: ['Nghiệp vụ điều tra, rà soát hộ nghèo', 4, 8, '{enumerator,village_head}'],
  CĐ2: ['Kiểm tra, giám sát chương trình, dự án giảm nghèo; lập báo cáo', 8, 4, '{leader,specialist}'],
  CĐ3: ['Phổ biến chủ trương, chính sách mới về giảm nghèo', 8, 0, '{cell_secretary,village_head,mass_organisation}'],
  CĐ4: ['Kỹ năng phát triển cộng đồng', 6, 6, '{community_member}'],
} as const
export type DemoTopic = keyof typeof topics

const framework = stableId('framework', 'demo', 'phu-tho')
/** How many days a class takes, at eight hours a day. */
export const demoDaysOf = (code: DemoTopic): number => Math.ceil((topics[code][1] + topics[code][2]) / 8)

export const demoTopicId = (code: DemoTopic): string => stableId('framework_topic', 'demo', code)

export async function writeFrameworks(db: OwnerConnection, today: PlainDate): Promise<void> {
  const year = yearOf(today)
  const on = plainDate(`${year}-01-05`)
  await insertRows(db, {
    table: 'framework',
    columns: columnsIn(
      'id:uuid area_id:uuid line_id:uuid version:smallint name:text period_from:smallint period_until:smallint state:text note:text approved_number:text approved_on:date approved_issuer:text approved_at:timestamptz',
    ),
    rows: [
      [
        ...[
          framework,
          demoAreas.phuTho,
          framework,
          1,
          'Khung bồi dưỡng cán bộ giảm nghèo tỉnh Phú Thọ',
          year,
          year + 4,
        ],
        ...['approved', 'Số tiết đặt ra cho bản mẫu.', '15/QĐ-UBND', on, 'UBND tỉnh Phú Thọ', `${on}T02:00:00Z`],
      ],
    ],
  })
  await insertRows(db, {
    table: 'framework_topic',
    columns: columnsIn(
      'id:uuid framework_id:uuid state:text area_id:uuid code:text title:text theory_hours:smallint practice_hours:smallint posts:text[]',
    ),
    rows: (Object.keys(topics) as DemoTopic[]).map((code) => [
      ...[demoTopicId(code), framework, 'approved', demoAreas.phuTho, code, ...topics[code]],
    ]),
  })
}
