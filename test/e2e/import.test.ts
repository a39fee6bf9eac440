/** Hùng brings a list of households as a file: told what is wrong by its cells, shown what it holds, written once. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { axeFinds, sticksOut } from './look.ts'
import { open, reads, signIn } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const head = 'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc'
const listOf = (...rows: string[]) => ({
  name: 'danh-sach.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${[head, ...rows].join('\r\n')}\r\n`),
})
const count = async () =>
  (await house.owner.query(`select count(*)::int as n from household where number = '9001'`)).rows

describe('a list of households from a file', () => {
  it('is corrected by the cells that are named, checked again, and only then written', async () => {
    const { page, complaints } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, `/ho/nhap?noi=${demoAreas.tamHongToday}`)
    const file = page.getByLabel('Tệp danh sách (.xlsx hoặc .csv)')
    const check = page.getByRole('button', { name: 'Kiểm tra' })

    await file.setInputFiles(listOf('Thôn 77,9001,Chủ hộ,Đỗ Thị Ước,Nữ,1970,Kinh'))
    await check.click()
    await reads(page, 'Tệp có 1 lỗi. Chưa có gì được ghi.')
    await reads(page, 'Thôn (A2)')
    expect(await page.getByRole('button', { name: /^Ghi / }).count()).toBe(0)

    await file.setInputFiles(
      listOf('Thôn 2,9001,Chủ hộ,Đỗ Thị Ước,Nữ,1970,Kinh', 'Thôn 2,9001,Con,Đỗ Văn Ân,Nam,2001,Kinh'),
    )
    await check.click()
    await reads(page, 'Không có lỗi: 1 hộ, 2 thành viên, 1 thôn. Chưa có gì được ghi.')
    expect(await count()).toEqual([{ n: 0 }])
    // Another day is another question: what was found before no longer stands.
    await page.getByLabel('Ngày', { exact: true }).fill('1')
    expect(await page.getByRole('button', { name: /^Ghi / }).count()).toBe(0)
    await check.click()
    await page.getByRole('button', { name: 'Ghi 1 hộ vào sổ' }).click()
    await reads(page, 'Đã ghi 1 hộ, 2 thành viên.')
    expect(await count()).toEqual([{ n: 1 }])
    expect(complaints()).toEqual([])
  })

  it('as a workbook with a sheet for each village: told which one was read and what is hidden, and chooses', async () => {
    const { page, complaints } = await house.visit(phone)
    await signIn(page, 'hung')
    await open(page, `/ho/nhap?noi=${demoAreas.tamHongToday}`)
    const rows = (village: string, number: string) => [
      head.split(','),
      [village, number, 'Chủ hộ', 'Đỗ Thị Ước', 'Nữ', '1970', 'Kinh'],
      [village, number, 'Con', 'Đỗ Văn Ân', 'Nam', '2001', 'Kinh'],
    ]
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Hướng dẫn').addRow(['Mỗi thôn một trang'])
    book.addWorksheet('Thôn 2').addRows(rows('Thôn 2', '9002'))
    book.addWorksheet('Thôn 3').addRows(rows('Thôn 3', '9003'))
    for (const sheet of book.worksheets) sheet.getRow(3).hidden = true
    const buffer = Buffer.from(await book.xlsx.writeBuffer())
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.getByLabel('Tệp danh sách (.xlsx hoặc .csv)').setInputFiles({ name: 'xa.xlsx', mimeType, buffer })
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await reads(page, 'Chỉ đọc trang tính “Thôn 2”. Không đọc: “Hướng dẫn”, “Thôn 3”.')
    await reads(page, 'Đã đọc cả 1 dòng đang ẩn trong Excel (dòng 3).')
    await page.getByLabel('Trang tính cần đọc').selectOption('Thôn 3')
    await reads(page, 'Chỉ đọc trang tính “Thôn 3”. Không đọc: “Hướng dẫn”, “Thôn 2”.')
    expect(await sticksOut(page)).toEqual([])
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole('button', { name: 'Ghi 1 hộ vào sổ' }).click()
    await reads(page, 'Đã ghi 1 hộ, 2 thành viên.')
    const { rows: written } = await house.owner.query(
      `select number from household where number like '900_' order by 1`,
    )
    expect(written.map(({ number }) => number)).toEqual(['9001', '9003'])
    expect(complaints()).toEqual([])
  })
})
