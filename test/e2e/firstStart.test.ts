import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, oldPc, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse('fresh')
})
afterAll(() => house.close())

const password = 'mot mat khau that dai'

it('gives the first visitor with the token of the console the whole house, and nobody after', async () => {
  const { page } = await house.visit(oldPc)
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Tạo người quản trị đầu tiên' }).waitFor()
  const fill = async (token: string) => {
    await page.getByLabel('Mã dùng một lần').fill(token)
    await page.getByLabel('Họ và tên').fill('Ngô Quang Trị')
    await page.getByLabel('Tên đăng nhập').fill('quantri')
    for (const box of await page.locator('input[type=password]').all()) await box.fill(password)
    await page.getByRole('button', { name: 'Tạo và đăng nhập' }).click()
  }
  await fill('khong-phai-ma-nay-dau-nhe-000000')
  // Read out as well as shown at its field: the first of the two.
  await page.getByText('Mã khởi tạo không đúng hoặc đã dùng.').first().waitFor()
  await fill(house.setupToken ?? '')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await page.getByText('Quản trị').first().waitFor()

  const second = await house.visit(oldPc)
  await second.page.goto('/')
  await second.page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
  expect(await second.page.getByLabel('Mã dùng một lần').count()).toBe(0)
  expect(await second.page.getByText('Tài khoản trình diễn').count()).toBe(0)
  await second.page.getByLabel('Tên đăng nhập').fill('quantri')
  await second.page.getByLabel('Mật khẩu').fill(password)
  await second.page.getByRole('button', { name: 'Đăng nhập' }).click()
  await second.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
})
