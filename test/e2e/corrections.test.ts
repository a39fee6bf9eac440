/** A decision that was typed wrongly is put right by two at once; a form says what is missing, that it works, and of what a refusal was. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPlanId } from '#features/training/demo/plans.ts'
import { type House, oldPc, openHouse } from './house.ts'
import { open, reads, signIn } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const planId = demoPlanId('province', 'this')
const asLan = async (): Promise<Page> => {
  const { page } = await house.visit(oldPc)
  await signIn(page, 'lan')
  await open(page, `/ke-hoach-dao-tao/${planId}`)
  await page.getByRole('button', { name: 'Đính chính quyết định' }).click()
  return page
}
const dialogOf = (page: Page) => page.getByRole('dialog').first()
const correct = (page: Page) => dialogOf(page).getByRole('button', { name: 'Ghi đính chính' })
async function type(page: Page, number: string, because: string): Promise<void> {
  await dialogOf(page).getByLabel('Số quyết định').fill(number)
  await dialogOf(page).getByLabel('Vì sao sửa').fill(because)
}

it('a grey button names what is missing, a long act says that it works, a refusal of what was sent says so once that is changed', async () => {
  const page = await asLan()
  await dialogOf(page).getByLabel('Số quyết định').fill('46/KH-UBND')
  expect(await dialogOf(page).innerText()).toContain('Còn thiếu: Vì sao sửa.')
  await dialogOf(page).getByLabel('Vì sao sửa').fill('Gõ nhầm số')
  expect(await dialogOf(page).innerText()).not.toContain('Còn thiếu')
  await page.route('**/correct-decision', async (route) => {
    await new Promise((done) => setTimeout(done, 3_000))
    const title = { vi: 'Chưa ghi được lần này.', en: 'Not this time.' }
    const problem = { type: '/problems/plan.not_decided', status: 409, code: 'plan.not_decided', title, facts: {} }
    await route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) })
  })
  await correct(page).click()
  await reads(page, /Đang làm\. Việc lớn có thể mất đến một phút/)
  await reads(page, 'Chưa ghi được lần này.')
  expect(await dialogOf(page).innerText()).not.toContain('Nói về lần gửi trước')
  await dialogOf(page).getByLabel('Vì sao sửa').fill('Gõ nhầm số của quyết định')
  await reads(page, /Nói về lần gửi trước/)
  await page.context().close()
})

it('two who correct one number are shown both, choose, and the page tells what stood there before', async () => {
  const [first, second] = [await asLan(), await asLan()]
  await type(first, '46/KH-UBND', 'Gõ nhầm số')
  await type(second, '47/KH-UBND', 'Xem lại bản giấy')
  await correct(first).click()
  await dialogOf(first).waitFor({ state: 'detached' })
  await correct(second).click()
  const asked = second.getByRole('dialog', { name: 'Hai người cùng sửa' })
  expect(await asked.innerText()).toContain('46/KH-UBND')
  await asked.getByRole('radio', { name: /47\/KH-UBND/ }).check()
  await asked.getByRole('button', { name: 'Ghi theo lựa chọn' }).click()
  await reads(second, /^47\/KH-UBND, /)
  const told = await second.locator('main').innerText()
  expect(told).toMatch(/ghi là: 46\/KH-UBND, .* Lý do sửa: Xem lại bản giấy/)
  expect(told).toMatch(/ghi là: 45\/KH-UBND, .* Lý do sửa: Gõ nhầm số/)
})
