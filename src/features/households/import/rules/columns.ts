/** The fixed template of the import: one member a row, the household number groups them. Columns stand in any order. */
import { type Columns, keysOf } from '#kernel/imports.ts'

export const columns = {
  village: {
    title: { vi: 'Thôn', en: 'Village' },
    required: true,
    hint: { vi: 'Tên thôn, bản, tổ dân phố đúng như trong xã', en: 'The village as it is called in the commune' },
    example: ['Thôn 1', 'Thôn 1'],
    width: 16,
  },
  number: {
    title: { vi: 'Số hộ', en: 'Household number' },
    required: true,
    atMost: 40,
    hint: { vi: 'Các dòng cùng thôn, cùng số là một hộ', en: 'Rows of one village with one number are one household' },
    example: ['001', '001'],
    width: 10,
  },
  address: {
    title: { vi: 'Địa chỉ', en: 'Address' },
    required: false,
    atMost: 300,
    hint: { vi: 'Số nhà, ngõ, xóm; ghi ở một dòng là đủ', en: 'One row of the household is enough' },
    example: ['Ngõ 5', ''],
    width: 24,
  },
  phone: {
    title: { vi: 'Số điện thoại liên hệ', en: 'Phone of the household' },
    required: false,
    atMost: 40,
    hint: {
      vi: '9 đến 11 chữ số, mỗi hộ một số; ghi ở một dòng là đủ; để ô dạng văn bản để không mất số 0',
      en: '9 to 11 digits, one for a household; one row is enough; keep the cell as text',
    },
    example: ['0912345678', ''],
    width: 16,
  },
  relation: {
    title: { vi: 'Quan hệ với chủ hộ', en: 'Relation to the head' },
    required: true,
    hint: {
      vi: 'Chủ hộ, Vợ/chồng, Con, Con dâu/rể, Cha/mẹ, Cha/mẹ vợ/chồng, Cháu, Ông/bà, Anh/chị/em, Khác',
      en: 'Head, Spouse, Child, Child-in-law, Parent, Parent-in-law, Grandchild, Grandparent, Sibling, Other',
    },
    example: ['Chủ hộ', 'Con'],
    width: 18,
  },
  name: {
    title: { vi: 'Họ và tên', en: 'Full name' },
    required: true,
    atMost: 120,
    hint: { vi: 'Chữ có dấu, phông Unicode', en: 'With tone marks, in Unicode' },
    example: ['Nguyễn Văn Mẫu', 'Nguyễn Thị Thử'],
    width: 26,
  },
  sex: {
    title: { vi: 'Giới tính', en: 'Sex' },
    required: true,
    hint: { vi: 'Nam hoặc Nữ', en: 'Male or Female' },
    example: ['Nam', 'Nữ'],
    width: 9,
  },
  birth: {
    title: { vi: 'Ngày sinh', en: 'Birth' },
    required: true,
    hint: { vi: '05/11/1976, hoặc 11/1976, hoặc 1976', en: '05/11/1976, or 11/1976, or 1976' },
    example: ['05/11/1976', '2004'],
    width: 12,
  },
  ethnicity: {
    title: { vi: 'Dân tộc', en: 'Ethnic group' },
    required: true,
    hint: { vi: 'Tên hoặc mã 01-55', en: 'The name or the code 01-55' },
    example: ['Kinh', 'Kinh'],
    width: 12,
  },
  citizenId: {
    title: { vi: 'Số CCCD', en: 'Citizen id' },
    required: false,
    hint: { vi: '12 chữ số; để ô dạng văn bản để không mất số 0', en: '12 digits; keep the cell as text' },
    example: ['', ''],
    width: 16,
  },
  insuranceNo: {
    title: { vi: 'Số BHXH/BHYT', en: 'Insurance number' },
    required: false,
    hint: { vi: '10 chữ số, hoặc 15 ký tự của thẻ cũ', en: '10 digits, or the 15 characters of an old card' },
    example: ['', ''],
    width: 18,
  },
  disability: {
    title: { vi: 'Khuyết tật', en: 'Disability' },
    required: false,
    hint: { vi: 'Không, Nhẹ, Nặng, Đặc biệt nặng; trống là chưa biết', en: 'None, Mild, Severe, Extremely severe' },
    example: ['Không', 'Không'],
    width: 14,
  },
  studying: {
    title: { vi: 'Đang học', en: 'Attends' },
    required: false,
    hint: {
      vi: 'Không, Mầm non, Tiểu học, Trung học cơ sở, Trung học phổ thông, Sơ cấp nghề, Trung cấp, Cao đẳng, Đại học trở lên',
      en: 'None, Preschool, Primary, Lower secondary, Upper secondary, ... as in the Vietnamese list',
    },
    example: ['Không', 'Cao đẳng'],
    width: 20,
  },
  finished: {
    title: { vi: 'Trình độ cao nhất', en: 'Highest level' },
    required: false,
    hint: { vi: 'Cấp học cao nhất đã tốt nghiệp, ghi như cột trước', en: 'The highest level finished' },
    example: ['Trung học cơ sở', 'Trung học phổ thông'],
    width: 20,
  },
  job: {
    title: { vi: 'Việc làm', en: 'Work' },
    required: false,
    hint: {
      vi: 'Không có việc làm; Nông, lâm, ngư nghiệp của hộ; Tự làm phi nông nghiệp; Làm công ăn lương; Cơ quan, doanh nghiệp nhà nước',
      en: 'No work; Own farming, forestry, fishing; Own non-farm work; Wage work; Official or employee of the state',
    },
    example: ['Nông, lâm, ngư nghiệp của hộ', ''],
    width: 26,
  },
  healthInsurance: {
    title: { vi: 'Có thẻ BHYT', en: 'Health insurance' },
    required: false,
    hint: { vi: 'Có hoặc Không; trống là chưa biết', en: 'Yes or No; empty is unknown' },
    example: ['Có', 'Có'],
    width: 10,
  },
  pension: {
    title: { vi: 'Lương hưu', en: 'Pension' },
    required: false,
    hint: { vi: 'Có hoặc Không', en: 'Yes or No' },
    example: ['Không', ''],
    width: 10,
  },
  socialAllowance: {
    title: { vi: 'Trợ cấp xã hội', en: 'Social allowance' },
    required: false,
    hint: { vi: 'Trợ cấp xã hội hằng tháng: Có hoặc Không', en: 'Monthly: Yes or No' },
    example: ['Không', ''],
    width: 12,
  },
  merit: {
    title: { vi: 'Người có công', en: 'Person of merit' },
    required: false,
    hint: { vi: 'Có hoặc Không', en: 'Yes or No' },
    example: ['Không', ''],
    width: 12,
  },
  canWork: {
    title: { vi: 'Có khả năng lao động', en: 'Able to work' },
    required: false,
    hint: { vi: 'Có hoặc Không', en: 'Yes or No' },
    example: ['Có', 'Có'],
    width: 14,
  },
} as const satisfies Columns

export type ColumnKey = keyof typeof columns
export const columnKeys = keysOf<ColumnKey>(columns)
