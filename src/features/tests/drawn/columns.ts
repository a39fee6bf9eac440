import { columnsOf } from '#kernel/table.ts'
import { questionKinds } from '../bank/model.ts'
import { type ClassTest, type Item, testPurposes, testStates } from './model.ts'

export const testColumns = columnsOf<ClassTest>()([
  { key: 'title', head: { vi: 'Bài kiểm tra', en: 'Test' }, text: (row) => row.title },
  { key: 'class', head: { vi: 'Lớp', en: 'Class' }, text: (row) => row.classTitle },
  { key: 'purpose', head: { vi: 'Dùng cho', en: 'For' }, text: (row) => testPurposes[row.purpose] },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => testStates[row.state] },
  { key: 'questions', head: { vi: 'Số câu', en: 'Questions' }, number: true, text: (row) => row.questions },
  { key: 'enrolled', head: { vi: 'Có chỗ học', en: 'With a seat' }, number: true, text: (row) => row.enrolled },
  { key: 'answered', head: { vi: 'Đã làm', en: 'Answered' }, number: true, text: (row) => row.answered },
  {
    key: 'passed',
    head: { vi: 'Đạt', en: 'Passed' },
    number: true,
    text: (row) => (row.pass ? row.passed : { vi: 'không xét', en: 'not asked' }),
  },
  {
    key: 'pass',
    head: { vi: 'Mức đạt', en: 'To pass' },
    off: true,
    text: ({ pass }) => (pass ? `${pass.num}/${pass.of} (${pass.basis})` : { vi: 'không xét', en: 'not asked' }),
  },
  { key: 'area', head: { vi: 'Đơn vị tổ chức', en: 'Held by' }, off: true, text: (row) => row.areaName },
])

export const itemColumns = columnsOf<Item>()([
  { key: 'ask', head: { vi: 'Câu hỏi', en: 'Question' }, text: ({ number, sheet }) => `${number}. ${sheet.ask}` },
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.topicCode}. ${row.topicTitle}` },
  { key: 'kind', head: { vi: 'Loại câu', en: 'Kind' }, text: (row) => questionKinds[row.sheet.kind] },
  { key: 'version', head: { vi: 'Bản', en: 'Version' }, number: true, text: (row) => row.version },
  { key: 'answers', head: { vi: 'Lượt trả lời', en: 'Answered' }, number: true, text: (row) => row.answers },
  { key: 'right', head: { vi: 'Đúng hết', en: 'Wholly right' }, number: true, text: (row) => row.right },
  {
    key: 'counted',
    head: { vi: 'Cách chấm', en: 'Marked by' },
    text: ({ dropped, markedBy }) =>
      dropped
        ? { vi: 'không tính', en: 'not counted' }
        : { vi: `đáp án bản ${markedBy.join(', ')}`, en: `key of version ${markedBy.join(', ')}` },
  },
])
