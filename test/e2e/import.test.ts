/** Hùng brings a list of households as a file: told what is wrong by its cells, shown what it holds, written once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type House, oldPc, openHouse } from './house.ts'
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
})
