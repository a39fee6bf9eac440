/** Lists as offices keep them in Excel: what a workbook says beside the text of its cells is told as it is. */
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { read } from './read.ts'

const villages = ['Thôn 1', 'Thôn 2'].map((name, at) => ({ areaId: `a${at}` as never, name }))
const against = { villages, listedOn: plainDate('2026-11-01') }
const head = ['Thôn', 'Số hộ', 'Quan hệ với chủ hộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Số CCCD']
const people = [
  ['Thôn 1', '1', 'Chủ hộ', 'Nguyễn Văn An', 'Nam', '1970', 'Kinh'],
  ['Thôn 1', '1', 'Vợ/chồng', 'Lò Thị Bình', 'Nữ', '1972', 'Thái'],
  ['Thôn 1', '1', 'Con', 'Nguyễn Thị Chi', 'Nữ', '2003', 'Kinh'],
]
type Rows = readonly (readonly unknown[])[]

async function check(rows: Rows, more: (sheet: ExcelJS.Worksheet) => void = () => {}) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Hộ')
  sheet.addRows(rows as unknown[][])
  more(sheet)
  return read({ bytes: new Uint8Array(await book.xlsx.writeBuffer()), sheet: null }, against)
}
const checkText = (...rows: string[]) => read({ bytes: Buffer.from(rows.join('\r\n')), sheet: null }, against)
type Answer = Awaited<ReturnType<typeof check>>
const told = ({ faults }: Answer) => faults.faults.map(({ row, cell, vi }) => [cell || row, vi])

describe('a cell that is blank to a reader', () => {
  it('says that it lies in merged cells, and in which', async () => {
    const answer = await check([head, ...people], (sheet) => {
      sheet.mergeCells('A2:A4')
      sheet.mergeCells('G3:G4')
      sheet.getCell('E3').value = ''
    })
    const merged = (name: string) => `Ô này thuộc ô gộp ${name}. Hãy bỏ gộp và ghi giá trị cho từng dòng.`
    expect(told(answer)).toEqual([
      ['A3', merged('A2:A4')],
      ['E3', 'Ô này không được để trống.'],
      ['A4', merged('A2:A4')],
      ['G4', merged('G3:G4')],
    ])
  })

  it('says that its formula has no result in the file, needed or not', async () => {
    const answer = await check([head, ...people], (sheet) => {
      sheet.getCell('B4').value = { formula: '0+1' } as ExcelJS.CellFormulaValue
      sheet.getCell('H3').value = { formula: 'H2' } as ExcelJS.CellFormulaValue
      sheet.getCell('B3').value = { formula: '0+1', result: 1 }
    })
    const said = expect.stringMatching(/^Ô này có công thức nhưng tệp không lưu kết quả của nó/)
    expect(told(answer)).toEqual([
      ['H3', said],
      ['B4', said],
    ])
  })
})

describe('headings', () => {
  const top = ['Thôn', 'Số hộ', 'Thông tin thành viên']
  const under = ['', '', ...head.slice(2)]

  it('over two rows, some of them merged, are told where they stand, and none is called missing', async () => {
    const answer = await check([top, under, ...people], (sheet) => {
      for (const range of ['A1:A2', 'B1:B2', 'C1:H1']) sheet.mergeCells(range)
    })
    expect(told(answer)).toEqual([
      [
        2,
        'Tiêu đề nằm trên nhiều dòng: “Thôn” ở ô gộp A1:A2, “Số hộ” ở ô gộp B1:B2, các tiêu đề khác ở dòng 2. Hãy bỏ gộp và ghi mọi tiêu đề trên cùng một dòng.',
      ],
    ])
    expect(answer.source.titleRowCount).toBe(0)
  })

  it('under other names are named beside the ones that are missing', async () => {
    const named = ['Thôn', 'Số hộ', 'Quan hệ chủ hộ', 'Họ tên', 'Giới tính', 'Năm sinh', 'Dân tộc', 'Ghi chú']
    expect(told(await check([named, ...people]))).toEqual([
      [
        1,
        'Thiếu cột: Quan hệ với chủ hộ, Họ và tên, Ngày sinh. “Quan hệ chủ hộ” có phải là “Quan hệ với chủ hộ”? “Họ tên” có phải là “Họ và tên”? “Năm sinh” có phải là “Ngày sinh”? Hãy dùng tệp mẫu.',
      ],
    ])
  })

  it('that are too few to be known as such are named where they stand', async () => {
    const [[, vi] = []] = told(await check([['DANH SÁCH HỘ'], ['Thôn', 'Số hộ', 'Họ và tên'], ['Thôn 1', '1', 'An']]))
    expect(vi).toMatch(
      /^Chưa đủ tiêu đề trên cùng một dòng .* Đã thấy: “Thôn” ở ô A2, “Số hộ” ở ô B2, “Họ và tên” ở ô C2. Thiếu cột: Quan hệ/,
    )
  })
})

describe('a row', () => {
  it('with struck letters is read, and said', async () => {
    const answer = await check([head, ...people], (sheet) => {
      sheet.getCell('D3').font = { strike: true }
      sheet.getCell('H4').font = { strike: true }
    })
    expect(answer).toMatchObject({ counts: { members: 3 }, source: { struckRows: [3], struckRowCount: 1 } })
    expect((await check([head, ...people])).source).toMatchObject({ struckRows: [], struckRowCount: 0 })
  })

  it('with a cell too many is told together with cells that another one lacks', async () => {
    const [first, second, third] = people.map((cells) => cells.join(','))
    const answer = await checkText(head.slice(0, 7).join(','), `${first},x`, `${second}`, `${third?.replace('Nữ', '')}`)
    expect(told(answer)).toEqual([
      ['H2', expect.stringContaining('Dòng có 8 ô mà bảng chỉ có 7 cột')],
      ['E4', 'Ô này không được để trống.'],
    ])
  })

  it('whose household number is below nothing is told so, and asked about where it is no whole number', async () => {
    const numbered = (number: unknown) => check([head, ...people.map((cells) => cells.with(1, number as string))])
    expect(told(await numbered(-5))).toContainEqual([
      'B2',
      '“-5” là số âm; cột này không có số âm. Hãy xem lại và ghi lại.',
    ])
    const broken = await numbered(1.5)
    expect(told(broken)).toEqual([])
    expect(broken.doubts.faults).toMatchObject([
      { row: 2, cell: 'B2', vi: 'Số hộ “1.5” là số lẻ. Có đúng là số của hộ này không?' },
    ])
    for (const number of [15, '1-5', 'HN 1.5']) expect((await numbered(number)).doubts.faultCount).toBe(0)
  })
})
