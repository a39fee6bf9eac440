/**
 * Quảng Ninh in 2018: the framework that the report of Programme 135 tells of, approved, and Plan 92 under it. What the report
 * does not say is left empty (hours, money, weeks) or said to be invented: numbers of people, classes a topic, two days, one number.
 */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'

const { quangNinh } = demoAreas

/** What every installation has: the sub-project of capacity, Plan 92, and the framework as the report tells it. */
const ready = {
  subProject: '75454459-b310-8bb2-b9f5-d9a2af11821a',
  plan92: 'a8f0e960-216a-82d1-9c96-7ca8ddfd4c4e',
  sourced: '956f5b4c-2839-80db-bfb9-9636f77d24eb',
} as const

const framework = stableId('framework', 'demo', 'quang-ninh')
const plan = stableId('training_plan', 'demo', 'quang-ninh', '2018')
const topicId = (code: string): string => stableId('framework_topic', 'demo', 'quang-ninh', code)
const issuer = 'UBND tỉnh Quảng Ninh'

async function writeFramework(db: OwnerConnection): Promise<void> {
  const note =
    'Chuyên đề theo báo cáo Chương trình 135 ngày 17/04/2019. Báo cáo không ghi số tiết, nên để trống; không ghi số, ngày phê duyệt: số KHUNG-2018 và ngày 15/01/2018 đặt ra cho bản mẫu.'
  await insertRows(db, {
    table: 'framework',
    columns: columnsIn(
      'id:uuid area_id:uuid programme_id:uuid line_id:uuid version:smallint name:text period_from:smallint period_until:smallint state:text note:text approved_number:text approved_on:date approved_issuer:text approved_at:timestamptz',
    ),
    rows: [
      [
        ...[framework, quangNinh, ready.subProject, framework, 1],
        ...['Khung đào tạo, bồi dưỡng Chương trình 135 tỉnh Quảng Ninh', 2018, 2020],
        ...['approved', note, 'KHUNG-2018', '2018-01-15', issuer, '2018-01-15T02:00:00Z'],
      ],
    ],
  })
  const { rows } = await db.query<{ code: string; title: string; posts: string; conditions: string }>(
    `select code, title, posts::text, area_conditions::text as conditions from framework_topic
      where framework_id = $1 order by code`,
    [ready.sourced],
  )
  await insertRows(db, {
    table: 'framework_topic',
    columns: columnsIn(
      'id:uuid framework_id:uuid state:text area_id:uuid code:text title:text posts:text[] area_conditions:text[]',
    ),
    rows: rows.map(({ code, title, posts, conditions }) => [
      ...[topicId(code), framework, 'approved', quangNinh, code, title, posts, conditions],
    ]),
  })
}

const managers = 'Cán bộ quản lý Chương trình 135 cấp tỉnh, huyện, xã'
const boards = 'Ban Giám sát cộng đồng các xã'
/** Nine classes: "gần 10 lớp" of the report. */
const lines = [
  ['CĐ1', managers, 80, 2],
  ['CĐ3', managers, 40, 1],
  ['CĐ5', managers, 80, 2],
  ['CĐ7', boards, 160, 4],
] as const

async function writePlan(db: OwnerConnection): Promise<void> {
  const note =
    'Báo cáo ngày 17/04/2019 ghi năm 2017-2018 mở gần 10 lớp cho cán bộ quản lý Chương trình 135 và Ban Giám sát cộng đồng. Chia lớp theo chuyên đề, số người và ngày phê duyệt đặt ra cho bản mẫu; kinh phí, tuần học báo cáo không ghi, nên để trống.'
  await insertRows(db, {
    table: 'training_plan',
    columns: columnsIn(
      'id:uuid area_id:uuid level:text year:smallint programme_id:uuid name:text note:text edits:integer state:text approved_number:text approved_on:date approved_issuer:text approved_at:timestamptz',
    ),
    rows: [
      [
        ...[plan, quangNinh, 'province', 2018, ready.plan92],
        ...['Nâng cao năng lực cho cộng đồng và cán bộ cơ sở năm 2018 (Kế hoạch 92)', note, lines.length],
        ...['approved', '92/KH-UBND', '2018-04-16', issuer, '2018-04-16T02:00:00Z'],
      ],
    ],
  })
  await insertRows(db, {
    table: 'plan_line',
    columns: columnsIn(
      'id:uuid plan_id:uuid area_id:uuid topic_id:uuid audience:text people:integer classes:integer state:text',
    ),
    rows: lines.map(([code, ...rest]) => [
      ...[stableId('plan_line', 'demo', 'quang-ninh', code), plan, quangNinh, topicId(code), ...rest, 'approved'],
    ]),
  })
}

export async function writeQuangNinh(db: OwnerConnection): Promise<void> {
  await writeFramework(db)
  await writePlan(db)
}
