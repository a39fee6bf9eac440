/** The library of the demo: what it says of the law is the law's, everything else is made up for the demo and says so. */
import { createHash } from 'node:crypto'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoClassId } from '#features/classes/demo.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { demoQuestionId } from '#features/tests/demo.ts'
import { demoTopicId } from '#features/training/demo/frameworks.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import { tablePdf } from '#platform/server/documents/pdf/plainTable.ts'
import { titleKeyOf } from '../materials/rules.ts'
import { type DemoMaterial, demoMaterials } from './materials.ts'

export const demoMaterialId = (key: string): string => stableId('material', 'demo', key)

const areaOf = ({ of }: DemoMaterial): string => (of === 'province' ? demoAreas.phuTho : demoAreas.tamHongToday)
const keeperOf = ({ of }: DemoMaterial): string => demoAccountId(of === 'province' ? 'dao' : 'hung')

const makerOf = (one: DemoMaterial) => [keeperOf(one), one.of === 'province' ? 'Bùi Thị Đào' : 'Lê Văn Hùng']

/** A sheet with a line a row; its id where the material is a file. */
async function writeSheet(db: OwnerConnection, one: DemoMaterial): Promise<readonly [string, string, number] | null> {
  if (!one.sheet) return null
  const { lines, landscape } = one.sheet
  const sheet = {
    ...{ title: one.title, subtitle: 'Bản minh họa của phần mềm, không phải văn bản phát hành', landscape },
    columns: [{ title: 'Nội dung', width: 1 }],
    rows: lines.map((line) => [line]),
  }
  const content = await pdfBytes(tablePdf(sheet, { state: 'final', demo: true, publicUrl: null }))
  const id = stableId('file', 'demo', 'material', one.key)
  await db.query(
    `insert into file (id, area_id, name, media_type, byte_length, sha256, content, created_by)
     values ($1, $2, $3, 'application/pdf', $4, $5, $6, $7)`,
    [
      id,
      areaOf(one),
      `${one.key}.pdf`,
      content.length,
      createHash('sha256').update(content).digest(),
      content,
      keeperOf(one),
    ],
  )
  return [id, 'application/pdf', content.length]
}

export async function addDemoStudy(db: OwnerConnection, today: PlainDate): Promise<void> {
  await insertRows(db, {
    table: 'material',
    columns: columnsIn('id:uuid area_id:uuid topic_id:uuid kind:text version:smallint title_key:text made_by:uuid'),
    rows: demoMaterials.map((one) => [
      ...[demoMaterialId(one.key), areaOf(one), demoTopicId(one.topic), one.kind, one.next ? 2 : 1],
      ...[titleKeyOf(one.title), keeperOf(one)],
    ]),
  })
  const versions: (string | number | null)[][] = []
  for (const one of demoMaterials) {
    const [file, type, bytes] = (await writeSheet(db, one)) ?? [null, null, null]
    const head = [demoMaterialId(one.key), 1, areaOf(one), one.title, one.summary, one.basis ?? '']
    const question = one.question ? demoQuestionId(one.question) : null
    versions.push([...head, one.body ?? null, file, type, bytes, question, null, ...makerOf(one)])
    if (one.next) {
      const [id, , area, ...about] = head
      versions.push([
        ...[
          id ?? null,
          2,
          area ?? null,
          ...about,
          one.next.body,
          null,
          null,
          null,
          question,
          one.next.because,
          ...makerOf(one),
        ],
      ])
    }
  }
  await insertRows(db, {
    table: 'material_version',
    columns: columnsIn(
      'material_id:uuid version:smallint area_id:uuid title:text summary:text basis:text body:text file_id:uuid media_type:text byte_length:int question_id:uuid because:text made_by:uuid made_name:text',
    ),
    rows: versions,
  })
  await addReadings(db, today)
  await addHandouts(db, today)
  await addInquiries(db, today)
}

export const demoInquiryId = (key: string): string => stableId('inquiry', 'demo', key)

/** Mai asks: one waits, one is answered, one stands in the library, one belonged elsewhere. */
async function addInquiries(db: OwnerConnection, today: PlainDate): Promise<void> {
  const { tamHongToday, villages } = demoAreas
  const at = (days: number) => `${addDays(today, -days)}T03:10:00Z`
  const [mai, hung] = [demoAccountId('mai'), demoAccountId('hung')]
  const basis = 'Nghị định 07/2021/NĐ-CP, Điều 3'
  const shared = demoMaterialId('shared-answer')
  const answer =
    'Xét cả hai: thu nhập bình quân và số chỉ số thiếu hụt. Thu nhập trong chuẩn mà thiếu hụt dưới 3 chỉ số là hộ cận nghèo.'
  const about = { title: 'Thu nhập dưới chuẩn mà ít thiếu hụt thì hộ thuộc loại nào?', topic: demoTopicId('CĐ1') }
  await insertRows(db, {
    table: 'material',
    columns: columnsIn('id:uuid area_id:uuid topic_id:uuid kind:text version:smallint title_key:text made_by:uuid'),
    rows: [[shared, tamHongToday, about.topic, 'answer', 1, titleKeyOf(about.title), hung]],
  })
  await insertRows(db, {
    table: 'material_version',
    columns: columnsIn(
      'material_id:uuid version:smallint area_id:uuid title:text body:text basis:text made_by:uuid made_name:text',
    ),
    rows: [[shared, 1, tamHongToday, about.title, answer, basis, hung, 'Lê Văn Hùng']],
  })
  const asked = [villages.tamHong[0] ?? tamHongToday, mai, 'Nguyễn Thị Mai'] as const
  const rows = [
    ['open', null, 'housing', 'Nhà đang sửa, mái đã dỡ thì ghi mái loại gì?', at(1), 'open', null, 0, null],
    [
      'answered',
      null,
      'members',
      'Con đi làm xa, Tết mới về thì có ghi vào hộ không?',
      at(5),
      'answered',
      null,
      1,
      null,
    ],
    ['shared', about.topic, null, about.title, at(20), 'answered', null, 1, shared],
    [
      'refused',
      null,
      'whole_form',
      'Xin nghỉ phép thì nộp đơn ở đâu?',
      at(9),
      'refused',
      'Việc của văn phòng UBND xã',
      0,
      null,
    ],
  ] as const
  await insertRows(db, {
    table: 'inquiry',
    columns: columnsIn(
      'id:uuid area_id:uuid asked_by:uuid asked_name:text topic_id:uuid section:text ask:text asked_at:timestamptz state:text closed_because:text version:smallint material_id:uuid',
    ),
    rows: rows.map(([key, ...said]) => [demoInquiryId(key), ...asked, ...said]),
  })
  const members =
    'Hỏi ba điều: một năm ở nhà mấy tháng, có chung chi tiêu với hộ không, có tên ở hộ khác không. Ghi theo câu trả lời, đừng đoán.'
  await insertRows(db, {
    table: 'inquiry_answer',
    columns: columnsIn(
      'inquiry_id:uuid version:smallint area_id:uuid body:text basis:text made_by:uuid made_name:text made_at:timestamptz',
    ),
    rows: [
      [
        demoInquiryId('answered'),
        1,
        asked[0],
        members,
        'Tài liệu tập huấn minh họa của bản mẫu',
        hung,
        'Lê Văn Hùng',
        at(4),
      ],
      [demoInquiryId('shared'), 1, asked[0], answer, basis, hung, 'Lê Văn Hùng', at(18)],
    ],
  })
}

export const demoHandoutId = (key: string): string => stableId('handout', 'demo', key)

/** Sheets that went to villages and into a class; one that was recorded by mistake. */
async function addHandouts(db: OwnerConnection, today: PlainDate): Promise<void> {
  const { phuTho, tamHongToday } = demoAreas
  const [dao, hung] = [demoAccountId('dao'), demoAccountId('hung')]
  await insertRows(db, {
    table: 'handout',
    columns: columnsIn(
      'id:uuid area_id:uuid material_id:uuid version:smallint copies:int to_area_id:uuid to_class_id:uuid to_words:text given_on:date made_by:uuid made_name:text back_at:timestamptz back_because:text',
    ),
    rows: [
      [
        ...[demoHandoutId('communes'), phuTho, demoMaterialId('forms'), 1, 400, tamHongToday, null, null],
        ...[addDays(today, -30), dao, 'Bùi Thị Đào', null, null],
      ],
      [
        ...[demoHandoutId('class'), phuTho, demoMaterialId('members'), 1, 60, null, demoClassId('running'), null],
        ...[addDays(today, -1), dao, 'Bùi Thị Đào', null, null],
      ],
      [
        ...[demoHandoutId('meeting'), tamHongToday, demoMaterialId('forms'), 1, 24, null, null],
        ...['Trưởng thôn dự giao ban', addDays(today, -12), hung, 'Lê Văn Hùng', null, null],
      ],
      [
        ...[demoHandoutId('twice'), tamHongToday, demoMaterialId('forms'), 1, 24, null, null],
        ...['Trưởng thôn dự giao ban', addDays(today, -12), hung, 'Lê Văn Hùng'],
        ...[`${addDays(today, -11)}T02:00:00Z`, 'Ghi hai lần'],
      ],
    ],
  })
}

/** Who read what: Mai opened one and says that she has read it, Hùng one, Lan none. */
async function addReadings(db: OwnerConnection, today: PlainDate): Promise<void> {
  const { tamHongToday } = demoAreas
  const at = (days: number) => `${addDays(today, -days)}T02:30:00Z`
  await insertRows(db, {
    table: 'material_reading',
    columns: columnsIn(
      'material_id:uuid version:smallint account_id:uuid area_id:uuid opened_at:timestamptz said_at:timestamptz done_at:timestamptz',
    ),
    rows: [
      [demoMaterialId('forms'), 1, demoAccountId('mai'), tamHongToday, at(9), at(9), null],
      [demoMaterialId('water'), 1, demoAccountId('mai'), tamHongToday, at(6), null, null],
      [demoMaterialId('interview'), 1, demoAccountId('hung'), tamHongToday, at(4), at(4), at(4)],
    ],
  })
}
