/** Questions of the demo: what they ask is of the law, that they are asked is invented. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { findStandard, type Library } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { demoTopicId } from '#features/training/demo/frameworks.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { QuestionBody, QuestionPool } from './bank/model.ts'
import { askKeyOf } from './bank/rules.ts'
import { addDemoTests } from './drawn/demo.ts'

const standardId = 'vn-2022-2025'
export const demoQuestionId = (key: string): string => stableId('question', 'demo', key)

type Made = {
  readonly key: string
  readonly pool?: QuestionPool
  readonly area?: string
  readonly ask: string
  readonly body: QuestionBody
  readonly basis: string
  /** Its second version. */
  readonly anew?: { readonly body: QuestionBody; readonly because: string }
}

/** Two adults who work, a child at school, a sound house: nothing lacks, the income alone is below the line. */
const household: Facts = {
  settlement: 'rural',
  members: [
    {
      ...{
        id: 'a',
        sex: 'female',
        birth: { year: 1985 },
        finished: 'upper_secondary',
        studying: 'none',
        canWork: true,
      },
      ...{ job: 'farm', healthInsurance: true, socialAllowance: false, disability: 'none' },
    },
    {
      ...{ id: 'b', sex: 'male', birth: { year: 1983 }, finished: 'upper_secondary', studying: 'none', canWork: true },
      ...{ job: 'farm', healthInsurance: true, socialAllowance: false, disability: 'none' },
    },
    {
      ...{ id: 'c', sex: 'male', birth: { year: 2014 }, studying: 'lower_secondary', healthInsurance: true },
      ...{ nutrition: 'normal', socialAllowance: false, disability: 'none' },
    },
  ],
  housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: 60 },
  water: { source: 'tap' },
  sanitation: { toilet: 'septic', waste: 'collected' },
  information: { internet: true, phone: true, means: ['tv', 'smartphone'], loudspeaker: true },
  income: { perPersonMonth: vnd(1_400_000) },
}

const made = (standardHash: string): readonly Made[] => [
  {
    key: 'line-rural',
    ask: 'Theo chuẩn nghèo đa chiều giai đoạn 2022-2025, chuẩn thu nhập bình quân đầu người ở khu vực nông thôn là bao nhiêu đồng một tháng?',
    body: { kind: 'numeric', right: '1500000', tolerance: '0', unit: 'đồng' },
    basis: 'Nghị định 07/2021/NĐ-CP, Điều 3',
  },
  {
    key: 'poor',
    ask: 'Hộ ở nông thôn có thu nhập bình quân đầu người từ 1.500.000 đồng trở xuống là hộ nghèo khi thiếu hụt mấy chỉ số dịch vụ xã hội cơ bản?',
    body: {
      kind: 'single',
      options: ['Từ 1 chỉ số trở lên', 'Từ 2 chỉ số trở lên', 'Từ 3 chỉ số trở lên', 'Từ 4 chỉ số trở lên'],
      right: 2,
    },
    basis: 'Nghị định 07/2021/NĐ-CP, Điều 3',
  },
  {
    key: 'near-poor',
    ask: 'Thu nhập dưới chuẩn mà không thiếu hụt chỉ số nào thì hộ vẫn là hộ nghèo.',
    body: { kind: 'true_false', right: false },
    basis: 'Nghị định 07/2021/NĐ-CP, Điều 3',
  },
  {
    key: 'classify',
    ask: 'Hộ này thuộc loại nào?',
    body: { kind: 'household', standardId, standardHash, day: plainDate('2025-10-15'), facts: household },
    basis: 'Nghị định 07/2021/NĐ-CP, Điều 3',
  },
  {
    // Asked with this key in a test; it was written anew since.
    key: 'wrong-key',
    ask: 'Hộ ở nông thôn có thu nhập dưới chuẩn và thiếu hụt dưới 3 chỉ số là hộ cận nghèo.',
    body: { kind: 'true_false', right: false },
    basis: 'Nghị định 07/2021/NĐ-CP, Điều 3',
    anew: { body: { kind: 'true_false', right: true }, because: 'Đáp án ghi ngược' },
  },
  {
    key: 'tam-hong',
    area: demoAreas.tamHongToday,
    ask: 'Rà soát hộ nghèo định kỳ hằng năm bắt đầu từ ngày nào?',
    body: { kind: 'single', options: ['01 tháng 8', '01 tháng 9', '01 tháng 10', '15 tháng 11'], right: 1 },
    basis: 'Quyết định 24/2021/QĐ-TTg',
  },
  {
    key: 'practice',
    pool: 'practice',
    ask: 'Khi khảo sát một hộ, rà soát viên làm những việc nào?',
    body: {
      kind: 'multiple',
      options: [
        'Hỏi từng câu trong phiếu',
        'Tự điền theo phiếu năm trước',
        'Giải thích kết quả tạm tính cho hộ',
        'Quyết định hộ nghèo tại chỗ',
      ],
      rights: [0, 2],
      partial: true,
    },
    basis: '',
  },
]

export async function addDemoQuestions(db: OwnerConnection, library: Library, today: PlainDate): Promise<void> {
  const standard = findStandard(library, standardId)
  if (!standard) throw new Error(`the demo's questions are of ${standardId}, which is not there`)
  const questions = made(standard.hash)
  await insertRows(db, {
    table: 'question',
    columns: columnsIn('id:uuid area_id:uuid topic_id:uuid pool:text version:smallint ask_key:text'),
    rows: questions.map(({ key, pool = 'test', area = demoAreas.phuTho, ask, body, anew }) => [
      ...[demoQuestionId(key), area, demoTopicId('CĐ1'), pool, anew ? 2 : 1, askKeyOf(ask, body)],
    ]),
  })
  const versions = questions.flatMap(({ anew, ...one }) => [
    { ...one, version: 1, because: null },
    ...(anew ? [{ ...one, ...anew, version: 2 }] : []),
  ])
  await insertRows(db, {
    table: 'question_version',
    columns: columnsIn(
      'question_id:uuid version:smallint area_id:uuid kind:text ask:text body:jsonb basis:text because:text',
    ),
    rows: versions.map(({ key, version, area = demoAreas.phuTho, ask, body, basis, because }) => [
      ...[demoQuestionId(key), version, area, body.kind, ask, JSON.stringify(body), basis, because],
    ]),
  })
  const asked = questions
    .filter(({ pool = 'test' }) => pool === 'test')
    .map(({ key, area = demoAreas.phuTho, ask, body }) => ({ id: demoQuestionId(key), area, ask, body }))
  await addDemoTests(db, { library, asked, today })
}
