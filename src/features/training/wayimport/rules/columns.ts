/** The template of ways: one way a row. The list of ways has the same headings. */
import type { Columns } from '#kernel/imports.ts'

export const columns = {
  from: {
    title: { vi: 'Từ', en: 'From' },
    required: true,
    atMost: 200,
    hint: {
      vi: 'Xã, huyện hoặc tỉnh, tên như ở trang Đơn vị; nhiều đơn vị cùng tên thì ghi thêm đơn vị cấp trên: Xã A, Huyện B',
      en: 'As the page of units has it; of several with one name with the unit above: A, B',
    },
    example: ['Xã Tam Hồng', 'Xã Yên Lạc'],
    width: 28,
  },
  to: {
    title: { vi: 'Đến', en: 'To' },
    required: true,
    atMost: 200,
    hint: {
      vi: 'Nơi mở lớp; đường đi và đường về như nhau',
      en: 'The place of classes; it is the same there and back',
    },
    example: ['Tỉnh Phú Thọ', 'Xã Tam Hồng'],
    width: 28,
  },
  km: {
    title: { vi: 'Km', en: 'Km' },
    required: true,
    hint: { vi: 'Số nguyên từ 1 đến 1000, theo đường bộ', en: 'A whole number from 1 to 1000, by road' },
    example: ['46', '9'],
    width: 10,
  },
} as const satisfies Columns

export type ColumnKey = keyof typeof columns
