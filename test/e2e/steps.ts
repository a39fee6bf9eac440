/** What people do everywhere: come in, read the title, wait until a page has its data. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '#features/people/demo/accounts.ts'

export type Login = 'mai' | 'thang' | 'hung' | 'bich' | 'lan' | 'huyen' | 'dao' | 'kiem' | 'xem' | 'quantri' | 'son'

/** Signs in at the address and waits for the first page. */
export async function signIn(page: Page, login: Login, at = '/'): Promise<void> {
  // A page that is being left may break off the first attempt.
  await page.goto(at).catch(() => page.goto(at))
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu').fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Mật khẩu').waitFor({ state: 'detached' })
  await settled(page)
}

/** Until the title stands and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy=true]'))
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

export const title = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The page says this, somewhere a person can see. */
export const reads = async (page: Page, text: string | RegExp): Promise<void> => {
  await page.getByText(text).filter({ visible: true }).first().waitFor()
}

/** The page, with everything on it, does not name this. */
export const hides = async (page: Page, text: string): Promise<void> => {
  expect(await page.locator('body').innerText()).not.toContain(text)
}
