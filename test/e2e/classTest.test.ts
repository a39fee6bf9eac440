/** A test of a class on a phone: what Mai answers is there again, however she leaves the page. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse, phone } from './house.ts'
import { signIn } from './steps.ts'

/** Of the test that she takes. */
let address: string
let house: House
let page: Page
beforeAll(async () => {
  house = await openHouse()
  page = (await house.visit(phone)).page
  await signIn(page, 'mai')
  await page.goto('/bai-kiem-tra')
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).first().click()
  await page.locator('.tests-places').waitFor()
  address = new URL(page.url()).pathname
})
afterAll(() => house.close())

const choices = () => page.locator('main').locator('input[type=radio], input[type=checkbox]')
const first = () => choices().first()
const saved = () => page.getByText(/đã lưu/).waitFor()

async function open(place: number): Promise<void> {
  await page.goto(`${address}?cau=${place}`)
  await choices().first().waitFor()
}

/** The questions that are answered by a press, by their places. */
async function pressed(): Promise<number[]> {
  const found: number[] = []
  await page.goto(address)
  await page.locator('.tests-places').waitFor()
  const many = await page.locator('.tests-places button').count()
  for (let place = 1; place <= many; place++) {
    await page.goto(`${address}?cau=${place}`)
    await page.locator('.tests-ask').waitFor()
    if ((await choices().count()) > 0) found.push(place)
  }
  return found
}

it('an answer that had not gone out is there after a reload and after Back, and goes out by itself', async () => {
  const [place = 1] = await pressed()
  await page.route('**/api/work/test-attempts/*/answers', (route) => route.abort())
  await open(place)
  await first().check()
  // Sooner than a person can: the device takes a moment to keep it.
  await page.waitForTimeout(250)
  await page.reload()
  await expect.poll(() => first().isChecked()).toBe(true)
  await page.goBack()
  await page.goForward()
  await expect.poll(() => first().isChecked()).toBe(true)
  await page.unroute('**/api/work/test-attempts/*/answers')
  await page.reload()
  await saved()
  await page.reload()
  await expect.poll(() => first().isChecked()).toBe(true)
})

it('what is answered while an earlier answer is on its way goes out after it', async () => {
  const [one = 1, other = 2] = await pressed()
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/work/test-attempts/*/answers', async (route) => {
    await held
    await route.continue()
  })
  await open(one)
  const sent = page.waitForRequest('**/api/work/test-attempts/*/answers')
  await choices().nth(1).check()
  await sent
  await page
    .locator('.tests-places button')
    .nth(other - 1)
    .click()
  await choices().nth(1).check()
  letGo()
  await saved()
  await open(other)
  await expect.poll(() => choices().nth(1).isChecked()).toBe(true)
})
