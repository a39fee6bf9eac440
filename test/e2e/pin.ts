/** A phone with a PIN, as Mai has it. */
import type { Page } from 'playwright-core'
import { signIn, title } from './steps.ts'

export const pin = '740281'

/** Signs in on a phone for the first time, and sets a PIN. The visit is one that is `asked`. */
export async function enterWithPin(page: Page, login: 'mai' | 'thang', chosen = pin): Promise<void> {
  await signIn(page, login, '/phone')
  await choosePin(page, chosen)
  await title(page, 'Hộ của tôi')
}

export async function choosePin(page: Page, chosen = pin): Promise<void> {
  await title(page, 'Đặt mã PIN')
  await page.getByLabel('Mã PIN mới').fill(chosen)
  await page.getByLabel('Nhập lại mã PIN').fill(chosen)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
}

export async function unlock(page: Page, typed = pin): Promise<void> {
  await title(page, 'Máy đang khóa')
  await page.getByLabel('Mã PIN').fill(typed)
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
}
