/** Lists as offices make them: what is no household is left out and said, and nothing that may be one ever is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { read } from './read.ts'
import { columnKeys, columns } from './rules/columns.ts'

const villages = ['Thôn 1', 'Thôn Đông', 'Bản Nà Hin', 'Cộng Hòa'].map((name, at) => ({
  areaId: `a${at}` as never,
  name,
}))
const against = { villages, listedOn: plainDate('2026-11-01') }
const head = ['STT', 'Thôn', 'Số hộ', 'Quan hệ với chủ hộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Ghi chú']
const cellOf = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** As Excel saves it: every row as wide as the widest. */
const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(
    `\ufeff${[head, ...rows].map((row) => head.map((_, at) => cellOf(row[at] ?? '')).join(',')).join('\r\n')}\r\n`,
  )
const check = (...rows: readonly (readonly string[])[]) => read({ bytes: csv(...rows), sheet: null }, against)
const an = ['1', 'Thôn 1', '1', 'Chủ hộ', 'Nguyễn Văn An', 'Nam', '1970', 'Kinh']
const binh = ['2', 'Thôn Đông', '2', 'Chủ hộ', 'Lò Thị Bình', 'Nữ', '02/1965', 'Thái']

/** What stands between and below the households of an office's list, and why it is none. */
const none: readonly (readonly [string, readonly string[]])[] = [
  ['dòng tổng', ['', 'Tổng cộng', '27', '', '', '', '', '']],
  ['dòng tổng', ['', 'Cộng', '27']],
  ['dòng tổng', ['Tổng số hộ: 27']],
  ['dòng tổng', ['', '', '', '', 'Tổng cộng', '14', '13', '27']],
  ['dòng tổng', ['', '', '27', '', 'TỔNG CỘNG:']],
  ['dòng tổng', ['II', 'Cộng thôn Đông', '12', '', '40 người']],
  ['dòng tổng', ['', 'Toàn xã', '1.234']],
  ['phần ký và ngày tháng', ['', '', '', '', '', 'Tam Hồng, ngày 05 tháng 11 năm 2026']],
  ['phần ký và ngày tháng', ['', '', '', '', '', 'Ngày ... tháng ... năm ...']],
  ['phần ký và ngày tháng', ['', 'Người lập biểu', '', '', 'TM. UBND XÃ']],
  ['phần ký và ngày tháng', ['', 'NGƯỜI LẬP', '', '', 'TM. ỦY BAN NHÂN DÂN']],
  ['phần ký và ngày tháng', ['', '(Ký, ghi rõ họ tên)', '', '', 'KT. CHỦ TỊCH']],
  ['phần ký và ngày tháng', ['', 'Trưởng thôn', '', '', 'PHÓ CHỦ TỊCH']],
  ['phần ký và ngày tháng', ['', 'Nơi nhận:']],
  ['phần ký và ngày tháng', ['- Như trên;']],
  ['tiêu đề cột ghi lại', head],
  ['số thứ tự của các cột', ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)']],
  ['số thứ tự của các cột', ['A', 'B', '1', '2', '3', '4', '5', '6']],
  ['số thứ tự của các cột', ['1', '2', '3', '4', '5', '6', '7', '8']],
  ['tên thôn hoặc phần của bảng', ['I', 'Thôn 1']],
  ['tên thôn hoặc phần của bảng', ['THÔN ĐÔNG']],
  ['tên thôn hoặc phần của bảng', ['', '', '', '', 'Bản Nà Hin']],
  ['tên thôn hoặc phần của bảng', ['II. Tổ dân phố số 5']],
  ['lời ghi chú của bảng', ['Ghi chú: danh sách lập theo mẫu']],
  ['lời ghi chú của bảng', ['Danh sách này có 27 hộ./.']],
  ['không có chữ dưới tiêu đề nào của mẫu', ['28']],
  ['phần ký và ngày tháng', ['', 'Ng\u00ad\u00eai lËp biÓu']],
]

describe('a row of an office’s list', () => {
  it.each(none)('is left out as %s: %j', async (why, row) => {
    const { faults, counts, source } = await check(an, row, binh)
    expect(faults).toEqual({ faults: [], faultCount: 0 })
    expect(counts).toMatchObject({ households: 2, members: 2 })
    expect(source).toMatchObject({ leftOut: [{ row: 3, vi: why }], leftOutCount: 1 })
  })

  it('is left out as a signer’s name below the signatures, and read as a row that lacks much above them', async () => {
    const foot = [['', 'Người lập biểu', '', '', 'TM. UBND XÃ'], [], ['', 'Lê Thị Hoa', '', '', 'Trần Văn Bích']]
    expect((await check(an, ...foot)).source.leftOut.map(({ row, vi }) => [row, vi])).toEqual([
      [3, 'phần ký và ngày tháng'],
      [5, 'tên người ký ở cuối bảng'],
    ])
    const alone = ['', '', '', '', 'Trần Văn Bích']
    const above = await check(alone, an, ...foot)
    expect(above.source.leftOut.map(({ row }) => row)).toEqual([4, 6])
    expect(above.faults.faults.map(({ row }) => row)).toEqual([2, 2, 2, 2, 2, 2])
  })

  it.each([
    ['a household that lacks its name', ['', 'Thôn 1', '12']],
    ['a household of a village called Cộng Hòa', ['', 'Cộng Hòa', '27']],
    ['somebody who may be called Cộng', ['', '', '27', '', 'Cộng']],
    ['a relation alone', ['', '', '', 'Chủ hộ']],
    ['a name beside a village', ['', 'Thôn Đông', '', 'Trưởng thôn', 'Nguyễn Văn A']],
    ['a name with a number among sums', ['', 'Tổng cộng', '27', '', 'Nguyễn Văn A', '', '', '']],
    ['a name with a year among signatures', ['', 'Người lập biểu', '', '', 'Nguyễn Văn A', '', '1970']],
    ['a name alone', ['', '', '', '', 'Nguyễn Văn A']],
  ])('is read, with what it lacks said, as %s', async (_what, row) => {
    const { faults, source } = await check(an, row, binh)
    expect(source.leftOutCount).toBe(0)
    expect(faults.faultCount).toBeGreaterThan(0)
    expect(new Set(faults.faults.map((fault) => fault.row))).toEqual(new Set([3]))
  })

  it('under headings in another order is not read under the first ones', async () => {
    const other = ['STT', 'Số hộ', 'Thôn', 'Quan hệ với chủ hộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc']
    const { faults, counts } = await check(an, other, binh)
    expect(counts.households).toBe(0)
    expect(faults.faults).toMatchObject([{ row: 3, vi: expect.stringContaining('xếp khác dòng 1') }])
  })

  it('of a whole file, as it comes from an office, gives no error', async () => {
    const rows = none.map(([, row]) => row)
    const { faults, counts, source } = await check(
      ['(1)', '(2)', '(3)', '(4)'],
      ['I', 'Thôn 1'],
      an,
      ...rows,
      binh,
      ...rows,
    )
    expect(faults.faultCount).toBe(0)
    expect(counts.households).toBe(2)
    expect(source.leftOutCount).toBe(2 + 2 * rows.length)
  })
})

const sayings = fc.constantFrom<string>(
  '',
  '',
  '27',
  'Tổng cộng',
  'Cộng',
  'TM. UBND XÃ',
  'Người lập biểu',
  'Thôn 1',
  'I',
  '(3)',
  'Ghi chú: x',
  'Trần Văn B',
  'Ngày 5 tháng 11 năm 2026',
  ...columnKeys.map((key) => columns[key].title.vi),
)
const names = fc.constantFrom<string>(
  'Nguyễn Văn An',
  'Tống Công Hải',
  'Cộng',
  'Tổng',
  'Lò Thị Ký',
  'Bàn Văn Thôn',
  'Y Bhiăk Niê',
  'Trưởng',
  'Toàn',
  'Lưu Thị Tổ',
)

describe('a row with a name and a year of birth or the number of a household', () => {
  it('is never left out, whatever else stands in it and around it', async () => {
    const person = fc.tuple(
      fc.array(sayings, { minLength: 9, maxLength: 9 }),
      names,
      fc.integer({ min: 1900, max: 2026 }),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(person, fc.subarray(none.map(([, row]) => row)), async ([cells, name, year, byYear], around) => {
        const row = cells.with(4, name)
        row[byYear ? 6 : 2] = String(byYear ? year : year % 300)
        const { source } = await check(...around, row, ...around, an)
        expect(source.leftOut.map((one) => one.row)).not.toContain(around.length + 2)
      }),
      { numRuns: 300 },
    )
  })
})
