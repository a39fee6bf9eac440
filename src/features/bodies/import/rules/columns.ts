/** The template of members of bodies: one person in one body a row. The list of members has the same headings. */
import type { Columns } from '#kernel/imports.ts'
import { memberRoleWords, originWords } from '../../model.ts'

const day = { vi: 'Ngày/tháng/năm, như 15/01/2026', en: 'Day/month/year, as 15/01/2026' }
const joined = (words: Readonly<Record<string, { vi: string; en: string }>>, of: 'vi' | 'en') =>
  Object.values(words)
    .map((one) => one[of])
    .join('; ')

export const columns = {
  body: {
    title: { vi: 'Tên Ban', en: 'Body' },
    required: true,
    atMost: 200,
    hint: { vi: 'Như ở trang Ban Chỉ đạo, Ban Giám sát', en: 'As the page of bodies has it' },
    example: ['Ban Chỉ đạo giảm nghèo xã Tam Hồng', 'Ban Giám sát đường liên thôn'],
    width: 36,
  },
  unit: {
    title: { vi: 'Đơn vị của Ban', en: 'Unit of the body' },
    required: false,
    hint: { vi: 'Cần khi nhiều Ban cùng tên', en: 'Needed where several bodies have one name' },
    example: ['Xã Tam Hồng', ''],
    width: 22,
  },
  personalNumber: {
    title: { vi: 'Số hiệu cán bộ', en: 'Personal number' },
    required: false,
    atMost: 40,
    hint: { vi: 'Như sổ cán bộ; có thì tìm theo số này', en: 'As the roster has it; by it the person is found' },
    example: ['CB0001', ''],
    width: 14,
  },
  citizenId: {
    title: { vi: 'Số CCCD', en: 'Citizen id' },
    required: false,
    hint: { vi: '12 chữ số; để ô dạng văn bản để không mất số 0', en: '12 digits; keep the cell as text' },
    example: ['', ''],
    width: 16,
  },
  name: {
    title: { vi: 'Họ tên', en: 'Name' },
    required: true,
    atMost: 120,
    hint: { vi: 'Người đã có trong sổ cán bộ, có thể không giữ chức danh', en: 'Of somebody in the roster' },
    example: ['Nguyễn Thị Bình', 'Giàng A Páo'],
    width: 26,
  },
  birth: {
    title: { vi: 'Năm sinh', en: 'Born' },
    required: false,
    hint: {
      vi: 'Năm, hoặc ngày/tháng/năm; cần khi nhiều người cùng tên',
      en: 'The year or the day, where several have the name',
    },
    example: ['1986', '03/04/1979'],
    width: 12,
  },
  keptBy: {
    title: { vi: 'Đơn vị giữ hồ sơ', en: 'Record kept by' },
    required: false,
    hint: { vi: 'Của người ấy; cần khi nhiều người cùng tên', en: 'Of the person, where several have the name' },
    example: ['', 'Xã Tam Hồng'],
    width: 22,
  },
  role: {
    title: { vi: 'Vai trò', en: 'Role' },
    required: true,
    hint: { vi: joined(memberRoleWords, 'vi'), en: joined(memberRoleWords, 'en') },
    example: ['Trưởng ban', 'Thành viên'],
    width: 18,
  },
  comesFrom: {
    title: { vi: 'Đại diện cho', en: 'Stands for' },
    required: false,
    hint: {
      vi: `Chỉ với Ban Giám sát: ${joined(originWords, 'vi')}`,
      en: `Of a supervision board alone: ${joined(originWords, 'en')}`,
    },
    example: ['', 'Đại diện người dân'],
    width: 22,
  },
  from: {
    title: { vi: 'Từ ngày', en: 'From' },
    required: true,
    hint: day,
    example: ['15/01/2026', '01/03/2026'],
    width: 12,
  },
  last: {
    title: { vi: 'Đến hết ngày', en: 'To the end of' },
    required: false,
    hint: { vi: `${day.vi}; trống là đến khi Ban hết`, en: `${day.en}; empty: as long as the body` },
    example: ['', ''],
    width: 12,
  },
} as const satisfies Columns

export type ColumnKey = keyof typeof columns
