import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { draft, final } from '#platform/server/documents/samples.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { textsIn } from '#test/zip.ts'
import { sampleList } from '../samples.ts'
import { householdListXlsx } from './householdList.ts'

const paper: PaperFrame = { ...final, demo: false }
const input = sampleList(96)
const members = input.groups.flatMap((group) => group.households.flatMap((household) => household.members))

async function sheetOf(given = input, frame = paper): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await householdListXlsx(given, frame)) as unknown as ArrayBuffer)
  return book.worksheets[0] as ExcelJS.Worksheet
}
const rowOf = (sheet: ExcelJS.Worksheet, at: number) =>
  Array.from({ length: 19 }, (_, n) => sheet.getCell(at, n + 1).text)
const total = 8 + members.length

describe('form 15 as a spreadsheet', () => {
  it('has its nineteen columns under two headings, a row for the commune, then the members', async () => {
    const sheet = await sheetOf()
    expect(rowOf(sheet, 6).slice(0, 5)).toEqual(['STT chủ hộ', 'STT thành viên hộ', 'Họ tên', 'Nam', 'Nữ'])
    expect(rowOf(sheet, 6).slice(13)).toEqual(['Y tế', 'Giáo dục', 'Sản xuất', 'Vay vốn tín dụng', 'Nhà ở', 'Khác'])
    expect([sheet.getCell(5, 4).text, sheet.getCell(5, 14).text]).toEqual(['Năm sinh', 'Hỗ trợ'])
    expect(sheet.getCell(7, 1).text).toBe('Xã Tam Hồng (96 hộ)')
    expect(sheet.getCell(8, 3).value).toBe(members[0]?.name)
    expect(sheet.getCell(8, 5).value).toBe(members[0]?.birthYear)
  })

  it('begins as a paper of its commune does: issuer, nation, place and day, title', async () => {
    const sheet = await sheetOf()
    const halves = (row: number) => [sheet.getCell(row, 1).text, sheet.getCell(row, 8).text]
    expect(halves(1)).toEqual(['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
    expect(halves(2)).toEqual(['XÃ TAM HỒNG', 'Độc lập - Tự do - Hạnh phúc'])
    expect(halves(3)[1]).toBe('Tam Hồng, ngày 10 tháng 12 năm 2026')
    expect(sheet.getCell(4, 1).text).toBe('DANH SÁCH CHI TIẾT HỘ NGHÈO NĂM 2027')
    const marked = await sheetOf(input, draft)
    expect([4, 5, 6].map((row) => marked.getCell(row, 1).text)).toEqual([
      'BẢN MẪU - dữ liệu trình diễn',
      'DỰ THẢO',
      'DANH SÁCH CHI TIẾT HỘ NGHÈO NĂM 2027',
    ])
  })

  it('counts every column by a formula, and says the same without one', async () => {
    const sheet = await sheetOf()
    const cell = (column: number) => {
      const { formula, result } = sheet.getCell(total, column)
      return [formula, result]
    }
    const ticks = (column: number) =>
      Array.from({ length: members.length }, (_, at) => sheet.getCell(8 + at, column).value).filter((v) => v === 'x')
        .length
    const born = (sex: string) => members.filter((member) => member.sex === sex).length
    const last = total - 1
    expect(sheet.getCell(total, 3).text).toBe('Tổng cộng')
    expect(cell(1)).toEqual([`COUNT(A7:A${last})`, 96])
    expect(cell(2)).toEqual([`COUNT(B7:B${last})`, members.length])
    expect(cell(4)).toEqual([`COUNT(D7:D${last})`, born('male')])
    expect(cell(5)).toEqual([`COUNT(E7:E${last})`, born('female')])
    for (const column of [8, 9, 10, 11, 12, 13, 14, 19])
      expect(cell(column)).toEqual([
        `COUNTIF(${String.fromCharCode(64 + column)}7:${String.fromCharCode(64 + column)}${last},"x")`,
        ticks(column),
      ])
    const words = sheet.getCell(total + 1, 1)
    expect(words.text).toBe(`Tổng số: 96 hộ nghèo, ${members.length} nhân khẩu.`)
    expect(words.formula).toBe(`"Tổng số: "&A${total}&" hộ nghèo, "&B${total}&" nhân khẩu."`)
  })

  it('of nobody counts nothing, and no sum takes in its own cell', async () => {
    const sheet = await sheetOf({ ...input, groups: [] })
    const formulas = Array.from({ length: 19 }, (_, at) => [7, 8, 9].map((row) => sheet.getCell(row, at + 1).formula))
    expect(formulas.flat().filter((formula) => /COUNT/.test(formula ?? ''))).toEqual([])
    expect(formulas.flat()).toContain('0')
  })

  it('ends with the signature, or without where nobody signs', async () => {
    const sheet = await sheetOf()
    const right = Array.from({ length: 7 }, (_, at) => sheet.getCell(total + 2 + at, 8).text)
    expect(right.filter((text) => text !== '')).toEqual(['CHỦ TỊCH', 'Nguyễn Thị Bích'])
    const unsigned = await sheetOf({ ...input, signer: null })
    expect(unsigned.getCell(total + 2, 1).text).toContain('biểu số 15')
  })

  it('makes room for the longest names, prints its headings on every page and its number at the foot', async () => {
    const name = 'Nguyễn Hoàng Thị Phương Khánh Ngọc Bảo Trân Công Tằng Tôn Nữ'
    const [group] = input.groups
    const [first, ...others] = group?.households ?? []
    if (!group || !first) throw new Error('no household')
    const renamed = { ...first, members: first.members.map((member, at) => (at === 0 ? { ...member, name } : member)) }
    const sheet = await sheetOf({ ...input, groups: [{ ...group, households: [renamed, ...others] }] })
    expect(sheet.getRow(8).height).toBe(30)
    // A name of usual length leaves its row as it is.
    expect(sheet.getRow(9).height).toBeFalsy()
    expect((sheet.getRow(5).height ?? 15) + (sheet.getRow(6).height ?? 15)).toBeGreaterThanOrEqual(60)
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0 })
    const book = (await textsIn(await householdListXlsx(input, paper))).get('xl/workbook.xml')
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Hộ nghèo'!$5:$6</definedName>`)
  })

  it('names its title and its issuer', async () => {
    const core = (await textsIn(await householdListXlsx(input, paper))).get('docProps/core.xml')
    expect(core).toContain('<dc:title>DANH SÁCH CHI TIẾT HỘ NGHÈO NĂM 2027</dc:title>')
    expect(core).toContain('<dc:creator>Ủy ban nhân dân xã Tam Hồng</dc:creator>')
  })
})
