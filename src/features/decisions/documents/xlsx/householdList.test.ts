import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { final } from '#platform/server/documents/samples.ts'
import { sampleList } from '../samples.ts'
import { householdListXlsx } from './householdList.ts'

it('form 15 has its nineteen columns under two headings, a row for the commune, then the members', async () => {
  const input = sampleList(96)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await householdListXlsx(input, final)) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  const row = (at: number) => Array.from({ length: 19 }, (_, n) => sheet.getCell(at, n + 1).text)
  expect(row(5).slice(0, 5)).toEqual(['STT chủ hộ', 'STT thành viên hộ', 'Họ tên', 'Nam', 'Nữ'])
  expect(row(5).slice(13)).toEqual(['Y tế', 'Giáo dục', 'Sản xuất', 'Vay vốn tín dụng', 'Nhà ở', 'Khác'])
  expect([sheet.getCell(4, 4).text, sheet.getCell(4, 14).text]).toEqual(['Năm sinh', 'Hỗ trợ'])
  expect(sheet.getCell(6, 1).text).toBe('Xã Tam Hồng (96 hộ)')
  const members = input.groups.flatMap((group) => group.households.flatMap((household) => household.members))
  expect(sheet.getCell(7, 3).value).toBe(members[0]?.name)
  expect(sheet.getCell(7, 5).value).toBe(members[0]?.birthYear)
  expect(sheet.getCell(7 + members.length, 1).text).toBe(`Tổng số: 96 hộ nghèo, ${members.length} nhân khẩu.`)
})
