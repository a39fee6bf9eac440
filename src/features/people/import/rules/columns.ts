/** The template of officials: one post of one person a row; who holds two posts stands in two rows. */
import type { Columns } from '#kernel/imports.ts'
import { standingWords } from '../../roster/model.ts'

const day = { vi: 'Ngày/tháng/năm, như 15/01/2026', en: 'Day/month/year, as 15/01/2026' }

export const columns = {
  personalNumber: {
    title: { vi: 'Số hiệu cán bộ', en: 'Personal number' },
    required: false,
    atMost: 40,
    hint: {
      vi: 'Số của hệ thống nhân sự; theo số này người đã có trong sổ được cập nhật',
      en: 'Of the personnel system; by it who is in the roster already is brought up to date',
    },
    example: ['CB0001', ''],
    width: 14,
  },
  name: {
    title: { vi: 'Họ và tên', en: 'Full name' },
    required: true,
    atMost: 120,
    hint: { vi: 'Chữ có dấu, phông Unicode', en: 'With tone marks, in Unicode' },
    example: ['Nguyễn Thị Bình', 'Giàng A Páo'],
    width: 26,
  },
  sex: {
    title: { vi: 'Giới tính', en: 'Sex' },
    required: true,
    hint: { vi: 'Nam hoặc Nữ', en: 'Male or Female' },
    example: ['Nữ', 'Nam'],
    width: 10,
  },
  birth: {
    title: { vi: 'Ngày sinh', en: 'Birth' },
    required: true,
    hint: { vi: 'Ngày/tháng/năm, hoặc chỉ năm', en: 'Day/month/year, or the year alone' },
    example: ['05/11/1986', '1979'],
    width: 12,
  },
  ethnicity: {
    title: { vi: 'Dân tộc', en: 'Ethnic group' },
    required: true,
    hint: { vi: 'Tên hoặc mã 01-55', en: 'The name or the code 01-55' },
    example: ['Kinh', 'Mông'],
    width: 12,
  },
  languages: {
    title: { vi: 'Nói được tiếng dân tộc', en: 'Languages spoken' },
    required: false,
    hint: { vi: 'Tên hoặc mã dân tộc, cách nhau bằng dấu chấm phẩy', en: 'Groups, with semicolons between' },
    example: ['', 'Mông; Thái'],
    width: 20,
  },
  citizenId: {
    title: { vi: 'Số CCCD', en: 'Citizen id' },
    required: false,
    hint: { vi: '12 chữ số; để ô dạng văn bản để không mất số 0', en: '12 digits; keep the cell as text' },
    example: ['', ''],
    width: 16,
  },
  phone: {
    title: { vi: 'Số điện thoại', en: 'Phone' },
    required: false,
    hint: { vi: '9 đến 11 chữ số', en: '9 to 11 digits' },
    example: ['0912345678', ''],
    width: 14,
  },
  unit: {
    title: { vi: 'Đơn vị', en: 'Unit' },
    required: true,
    hint: { vi: 'Tên đơn vị nơi giữ chức danh, như trong hệ thống', en: 'The unit of the post, as it is named here' },
    example: ['Xã Tam Hồng', 'Thôn 1'],
    width: 24,
  },
  within: {
    title: { vi: 'Thuộc', en: 'Within' },
    required: false,
    hint: {
      vi: 'Đơn vị cấp trên; cần khi nhiều đơn vị cùng tên, như Thôn 1. Sau sáp nhập ghi xã trước đây, khi đó đơn vị ghi theo tên hôm nay hoặc tên trước đây đều được',
      en: 'The unit above; needed where several have one name. After a merge the former commune, with the name of today or of then',
    },
    example: ['', 'Xã Tam Hồng'],
    width: 24,
  },
  post: {
    title: { vi: 'Chức danh', en: 'Post' },
    required: false,
    hint: {
      vi: 'Như danh sách dưới đây, hoặc tên thường gọi ghi cạnh; trống là chưa giữ chức danh',
      en: 'As listed below, or a common name beside it; empty is none',
    },
    example: ['Công chức, cán bộ làm công tác giảm nghèo', 'Trưởng thôn, bản, tổ dân phố'],
    width: 36,
  },
  standing: {
    title: { vi: 'Cách giữ', en: 'Held' },
    required: false,
    hint: {
      vi: `${Object.values(standingWords)
        .map(({ vi }) => vi)
        .join('; ')}. Trống là ${standingWords.own.vi.toLowerCase()}`,
      en: `${Object.values(standingWords)
        .map(({ en }) => en)
        .join('; ')}. Empty is the first`,
    },
    example: ['', ''],
    width: 16,
  },
  from: {
    title: { vi: 'Từ ngày', en: 'From' },
    required: false,
    hint: { vi: `${day.vi}; cần khi có chức danh`, en: `${day.en}; needed with a post` },
    example: ['15/01/2026', '01/03/2024'],
    width: 12,
  },
  last: {
    title: { vi: 'Đến hết ngày', en: 'Last day' },
    required: false,
    hint: { vi: `${day.vi}; trống là đang giữ`, en: `${day.en}; empty while it is held` },
    example: ['', ''],
    width: 12,
  },
  decisionNumber: {
    title: { vi: 'Số quyết định', en: 'Decision' },
    required: false,
    atMost: 60,
    hint: { vi: 'Số, ký hiệu quyết định giao chức danh', en: 'Number of the decision' },
    example: ['12/QĐ-UBND', ''],
    width: 16,
  },
  decidedOn: {
    title: { vi: 'Ngày quyết định', en: 'Decided on' },
    required: false,
    hint: day,
    example: ['10/01/2026', ''],
    width: 14,
  },
} as const satisfies Columns

export type ColumnKey = keyof typeof columns
