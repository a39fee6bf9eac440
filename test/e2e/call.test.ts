/** Hùng writes down by which number a household is called; Mai calls it from the village, where there is no line to us. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findStory, type Story } from './demoPlaces.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { sticksOut } from './look.ts'
import { enterWithPin, unlock } from './pin.ts'
import { open, reads, signIn, title } from './steps.ts'

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

const number = '0000246813'

/** What is kept of answers on this phone, as it lies there. */
const keptOn = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('nangbuoc')
        asked.onsuccess = () => {
          const all = asked.result.transaction('kept').objectStore('kept').getAll()
          all.onsuccess = () => {
            asked.result.close()
            resolve(
              JSON.stringify(all.result, (_, value) =>
                value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
              ),
            )
          }
        }
      }),
  )

it('the number is written down at the office, and stands with its day on the page of the household', async () => {
  const { page } = await house.visit(oldPc)
  await signIn(page, 'hung')
  await open(page, `/ho/${story.toSurvey.household}`)
  await page.getByRole('button', { name: 'Ghi thay đổi' }).click()
  await page.getByRole('button', { name: /Đổi nơi ở, số hộ, số điện thoại/ }).click()
  const dialog = page.getByRole('dialog')
  const field = dialog.getByLabel('Số điện thoại liên hệ của hộ')
  await field.fill('12 34')
  await dialog.getByLabel('Ngày', { exact: true }).fill('20')
  await dialog.getByLabel('Tháng').fill('11')
  await dialog.getByLabel('Năm').fill('2026')
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
  await reads(page, /Số điện thoại gồm 9 đến 11 chữ số/)
  await field.fill('0000 246-813')
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await reads(page, '0000 246 813')
  await reads(page, 'ghi ngày 20/11/2026')
  await open(page, `/ho?q=${encodeURIComponent('246 813')}`)
  await page.getByRole('link', { name: story.toSurvey.head }).waitFor()
})

it('Mai finds the household by the end of the number and calls it without a line; her phone keeps it sealed', async () => {
  const { page: atHome } = await house.visit(phone, 'asked')
  await enterWithPin(atHome, 'mai')
  await reads(atHome, /^Đã có đủ \d+ phiếu trên máy/)
  await atHome.waitForFunction(() => navigator.serviceWorker.controller !== null)
  expect(await keptOn(atHome)).not.toContain(number)

  const context = atHome.context()
  await context.setOffline(true)
  await atHome.close()
  const page = await context.newPage()
  await page.goto('/phone')
  await unlock(page)
  await title(page, 'Hộ của tôi')
  const official = page.getByRole('link', { name: /^Gọi Lê Văn Hùng, Xã Tam Hồng, / })
  expect(await official.getAttribute('href')).toMatch(/^tel:0000900\d{3}$/)
  await page.getByLabel('Tìm hộ').fill('6813')
  const call = page.getByRole('link', { name: `Gọi ${story.toSurvey.head}, 0000 246 813` })
  expect(await call.getAttribute('href')).toBe(`tel:${number}`)
  expect(await page.locator('.surveys-household').count()).toBe(1)
  const { width = 0, height = 0 } = (await call.boundingBox()) ?? {}
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  expect(await sticksOut(page)).toEqual([])
  await page.locator('.surveys-household').click()
  await page.getByRole('heading', { name: story.toSurvey.head }).waitFor()
  expect(await page.getByRole('link', { name: /^Gọi / }).getAttribute('href')).toBe(`tel:${number}`)
})
