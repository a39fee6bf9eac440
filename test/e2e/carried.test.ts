/** Hùng goes to a hamlet without a line, with the register of the whole commune on his phone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type House, openHouse, phone } from './house.ts'
import { choosePin, unlock } from './pin.ts'
import { reads, signIn, title } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const place = '/phone/ca-xa'
const box = (page: Page) => page.getByLabel('Tìm theo tên, số hộ, ngõ xóm, điện thoại')

/** A family of the commune with somebody beside its head, and what its page says. */
async function someFamily() {
  const { rows } = await house.owner.query<{ head: string; number: string; member: string; village: string }>(
    `select h.head_name as head, h.number, m.full_name as member, v.name as village
       from household h join member m on m.household_id = h.household_id and m.left_on is null and m.relation = 'spouse'
       join area_version v on v.area_id = h.village_id and v.valid_until is null
      where h.village_id = $1 and h.number <> '' and h.ended_on is null order by h.household_id limit 1`,
    [demoAreas.villages.tamHong[0]],
  )
  return rows[0] as (typeof rows)[number]
}

/** How much of the commune lies in the store of this browser, sealed or not. */
const carriedOn = (page: Page): Promise<{ records: number; readable: number }> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('nangbuoc')
        asked.onsuccess = () => {
          const all = asked.result.transaction('kept').objectStore('kept').getAll()
          all.onsuccess = () => {
            const mine = all.result.filter(({ address }) => address.startsWith('/api/carried/'))
            asked.result.close()
            resolve({ records: mine.length, readable: mine.filter(({ answer }) => answer !== null).length })
          }
        }
      }),
  )

it('he takes it, looks somebody up after a cold start, and when his role has ended nothing of it is left', async () => {
  const family = await someFamily()
  const { page } = await house.visit(phone, 'asked')
  await signIn(page, 'hung', '/phone')
  await choosePin(page)
  await title(page, 'Hộ của tôi')
  await page.getByRole('link', { name: 'Tra sổ hộ cả xã' }).click()
  await title(page, 'Cả xã trên máy này')
  await page.getByRole('button', { name: 'Lấy cả xã về máy' }).click()
  await reads(page, /^Đã lấy đủ \d+ thôn\.$/)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const { records, readable } = await carriedOn(page)
  expect([records > 10, readable]).toEqual([true, 0])

  const context = page.context()
  await context.setOffline(true)
  await page.close()
  const away = await context.newPage()
  await away.goto(place)
  await unlock(away)
  await reads(away, /^Sổ hộ của ngày 21\/11\/2026\.$/)
  await box(away).fill(family.number)
  const first = away.locator('.surveys-carried-row').first()
  await expect.poll(() => first.innerText()).toContain(family.head)
  await box(away).fill(family.member.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd'))
  await expect.poll(() => first.innerText()).toContain(family.member)
  await first.click()
  const card = away.getByRole('dialog')
  await card.getByText(family.head).first().waitFor()
  await card.getByText(family.member).first().waitFor()
  expect(await card.innerText()).toContain(family.village)
  await card.getByRole('button', { name: 'Đóng' }).click()
  await box(away).fill('khong co ai ten nhu vay')
  await reads(away, 'Không có hộ nào như vậy trong bản trên máy.')
  // Nothing can be taken there, and the button says why.
  await reads(away, 'Chưa có mạng. Có mạng mới lấy được.')

  await house.owner.query(
    `update access_grant set valid_until = '2026-11-21' where account_id = (select id from account where login = 'hung')`,
  )
  await context.setOffline(false)
  await away.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => carriedOn(away)).toEqual({ records: 0, readable: 0 })
  await away.goto(place)
  await unlock(away)
  await reads(away, 'Bạn chưa được giao quyền ở đây.')
})

it('Mai is offered none of it, and what a signed-out official carried is gone', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  await title(page, 'Hộ của tôi')
  expect(await page.getByRole('link', { name: 'Tra sổ hộ cả xã' }).count()).toBe(0)
  await page.goto(place)
  await reads(page, 'Bạn chưa được giao quyền ở đây.')

  const { page: sons } = await house.visit(phone, 'asked')
  await signIn(sons, 'son', place)
  await choosePin(sons)
  await sons.getByRole('button', { name: 'Lấy cả xã về máy' }).click()
  await reads(sons, /^Đã lấy đủ \d+ thôn\.$/)
  expect((await carriedOn(sons)).records).toBeGreaterThan(1)
  await sons.goto('/phone/gui')
  await unlock(sons)
  await sons.getByRole('button', { name: 'Đăng xuất' }).click()
  await title(sons, 'Đăng nhập')
  await expect.poll(() => carriedOn(sons)).toEqual({ records: 0, readable: 0 })
})

it('without a PIN a whole commune is not kept, and the page says so', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'son', place)
  await reads(page, 'Máy chưa có mã PIN. Cả xã chỉ được giữ trên máy có mã PIN.')
  await page.getByRole('button', { name: 'Lấy cả xã về máy' }).click({ force: true })
  expect((await carriedOn(page)).records).toBe(0)
})
