/** The template of questions: one a row. Columns stand in any order. */
import type { Columns } from '#kernel/imports.ts'

const option = (letter: string, examples: readonly [string, string, string, string]) => ({
  title: { vi: `Ý ${letter}`, en: `Choice ${letter}` },
  required: false,
  atMost: 300,
  hint: {
    vi: 'Câu chọn một hoặc nhiều ý: ít nhất ý A và B; câu đúng sai, điền số: để trống',
    en: 'Of one or several choices: A and B at least; of right or wrong and of numbers: empty',
  },
  example: examples,
  width: 24,
})

export const columns = {
  topic: {
    title: { vi: 'Mã chuyên đề', en: 'Topic code' },
    required: true,
    atMost: 20,
    hint: { vi: 'Của khung đào tạo đang áp dụng', en: 'Of the framework in force' },
    example: ['CĐ1', 'CĐ1', 'CĐ1', 'CĐ1'],
    width: 12,
  },
  kind: {
    title: { vi: 'Loại câu', en: 'Kind' },
    required: true,
    hint: {
      vi: 'Chọn một ý; Chọn nhiều ý; Đúng hay sai; Điền số. Câu xếp loại một hộ được lập ở trang Tính thử',
      en: 'One of several; Several of several; Right or wrong; A number',
    },
    example: ['Chọn một ý', 'Chọn nhiều ý', 'Đúng hay sai', 'Điền số'],
    width: 16,
  },
  ask: {
    title: { vi: 'Câu hỏi', en: 'Question' },
    required: true,
    atMost: 1000,
    hint: { vi: 'Chữ có dấu, phông Unicode', en: 'With tone marks, in Unicode' },
    example: [
      'Rà soát định kỳ bắt đầu từ ngày nào?',
      'Rà soát viên làm những việc nào?',
      'Hộ có thể khiếu nại kết quả rà soát.',
      'Chuẩn thu nhập một người một tháng ở nông thôn, giai đoạn 2022-2025?',
    ],
    width: 48,
  },
  a: option('A', ['01 tháng 8', 'Hỏi từng câu trong phiếu', '', '']),
  b: option('B', ['01 tháng 9', 'Điền theo phiếu năm trước', '', '']),
  c: option('C', ['01 tháng 10', 'Giải thích kết quả cho hộ', '', '']),
  d: option('D', ['', '', '', '']),
  e: option('E', ['', '', '', '']),
  f: option('F', ['', '', '', '']),
  right: {
    title: { vi: 'Đáp án', en: 'Key' },
    required: true,
    atMost: 60,
    hint: {
      vi: 'Chữ của ý đúng (B), nhiều ý cách nhau bằng dấu chấm phẩy (A; C); Đúng hoặc Sai; số đúng',
      en: 'The letter of what is right (B), several with semicolons (A; C); Right or Wrong; the number',
    },
    example: ['B', 'A; C', 'Đúng', '1500000'],
    width: 12,
  },
  parts: {
    title: { vi: 'Chấm từng phần', en: 'Marked in parts' },
    required: false,
    hint: { vi: 'Câu chọn nhiều ý: có hoặc không; trống là không', en: 'Of several choices: yes or no; empty is no' },
    example: ['', 'có', '', ''],
    width: 12,
  },
  tolerance: {
    title: { vi: 'Được lệch', en: 'Tolerance' },
    required: false,
    hint: { vi: 'Câu điền số; trống là 0', en: 'Of numbers; empty is 0' },
    example: ['', '', '', '0'],
    width: 10,
  },
  unit: {
    title: { vi: 'Đơn vị tính', en: 'Unit' },
    required: false,
    atMost: 30,
    hint: { vi: 'Câu điền số: đồng, ngày, điểm', en: 'Of numbers: days, points' },
    example: ['', '', '', 'đồng'],
    width: 12,
  },
  basis: {
    title: { vi: 'Căn cứ', en: 'Source' },
    required: false,
    atMost: 300,
    hint: { vi: 'Văn bản, điều, trang', en: 'Document, article, page' },
    example: ['Quyết định 24/2021/QĐ-TTg', '', '', 'Nghị định 07/2021/NĐ-CP, Điều 3'],
    width: 28,
  },
  pool: {
    title: { vi: 'Dùng cho', en: 'For' },
    required: false,
    hint: {
      vi: 'Kiểm tra hoặc Ôn luyện; trống là Kiểm tra',
      en: 'Test or Practice; empty is Test',
    },
    example: ['Kiểm tra', 'Ôn luyện', '', ''],
    width: 12,
  },
} as const satisfies Columns

export type ColumnKey = keyof typeof columns
