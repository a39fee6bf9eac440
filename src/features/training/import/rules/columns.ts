/** The template of topics: one topic a row. Columns stand in any order. */
import type { Columns } from '#kernel/imports.ts'
import { areaConditions, audiencePosts } from '../../frameworks/model.ts'

const listed = (words: Readonly<Record<string, { vi: string; en: string }>>) => ({
  vi: `${Object.values(words)
    .map(({ vi }) => vi)
    .join('; ')}. Cách nhau bằng dấu chấm phẩy; trống là chưa ghi`,
  en: `${Object.values(words)
    .map(({ en }) => en)
    .join('; ')}. With semicolons between; empty is not said`,
})

export const columns = {
  code: {
    title: { vi: 'Mã chuyên đề', en: 'Topic code' },
    required: true,
    atMost: 20,
    hint: {
      vi: 'Không có dấu cách, dấu phẩy; mã đã có thì chuyên đề ấy được sửa theo tệp',
      en: 'Without spaces; a known code is changed',
    },
    example: ['CĐ1', 'CĐ2'],
    width: 12,
  },
  title: {
    title: { vi: 'Tên chuyên đề', en: 'Title' },
    required: true,
    atMost: 300,
    hint: { vi: 'Chữ có dấu, phông Unicode', en: 'With tone marks, in Unicode' },
    example: ['Quy trình lập kế hoạch', 'Nghiệp vụ rà soát hộ nghèo'],
    width: 36,
  },
  objective: {
    title: { vi: 'Mục tiêu', en: 'Objective' },
    required: false,
    atMost: 2000,
    hint: { vi: 'Người học làm được gì', en: 'What a learner can do' },
    example: ['', ''],
    width: 30,
  },
  contents: {
    title: { vi: 'Nội dung', en: 'Contents' },
    required: false,
    atMost: 4000,
    hint: { vi: 'Các nội dung chính', en: 'The main contents' },
    example: ['', ''],
    width: 36,
  },
  theory: {
    title: { vi: 'Số tiết lý thuyết', en: 'Hours of theory' },
    required: false,
    hint: { vi: 'Số nguyên từ 0 đến 2000; trống là chưa ghi', en: 'A whole number from 0 to 2000; empty is not said' },
    example: ['4', ''],
    width: 12,
  },
  practice: {
    title: { vi: 'Số tiết thực hành', en: 'Hours of practice' },
    required: false,
    hint: { vi: 'Số nguyên từ 0 đến 2000; trống là chưa ghi', en: 'A whole number from 0 to 2000; empty is not said' },
    example: ['4', ''],
    width: 12,
  },
  posts: {
    title: { vi: 'Chức danh', en: 'Posts' },
    required: false,
    hint: listed(audiencePosts),
    example: ['Trưởng thôn, bản, tổ dân phố; Bí thư chi bộ', ''],
    width: 36,
  },
  levels: {
    title: { vi: 'Cấp', en: 'Levels' },
    required: false,
    hint: {
      vi: 'Cả nước; tỉnh; huyện; xã; thôn. Cách nhau bằng dấu chấm phẩy',
      en: 'nation; province; district; commune; village',
    },
    example: ['xã; thôn', ''],
    width: 14,
  },
  areas: {
    title: { vi: 'Loại xã', en: 'Communes' },
    required: false,
    hint: listed(areaConditions),
    example: ['', ''],
    width: 30,
  },
  requires: {
    title: { vi: 'Học trước', en: 'Needs first' },
    required: false,
    hint: {
      vi: 'Mã các chuyên đề cần học trước, cách nhau bằng dấu chấm phẩy',
      en: 'Codes of topics that come before, with semicolons',
    },
    example: ['', 'CĐ1'],
    width: 14,
  },
  recurs: {
    title: { vi: 'Học lại sau (tháng)', en: 'Again after (months)' },
    required: false,
    hint: { vi: 'Số tháng, từ 1 đến 240; trống là chưa ghi', en: 'Months, from 1 to 240; empty is not said' },
    example: ['', '12'],
    width: 12,
  },
} as const satisfies Columns

export type ColumnKey = keyof typeof columns
