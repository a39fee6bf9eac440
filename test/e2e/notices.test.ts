/** Mai stands where there is no line: one household is not on her list, another refuses. Hùng answers, and she reads it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findStory, type Story } from './demoPlaces.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { enterWithPin } from './pin.ts'
import { open, reads, settled, signIn, title } from './steps.ts'

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

const kept = async (): Promise<{ kind: string; head_name: string; state: string }[]> =>
  (
    await house.owner.query('select kind, head_name, state from survey_notice where round_id = $1 order by kind', [
      story.month,
    ])
  ).rows

/** The pages are kept by their worker, and the list with its forms is here. */
async function takenHome(page: Page): Promise<void> {
  await reads(page, /^Đã có đủ \d+ phiếu trên máy/)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.waitForLoadState('networkidle')
}
const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click()

async function tellOfUnlisted(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Báo hộ chưa có' }).click()
  await title(page, 'Hộ chưa có trong danh sách')
  const name = page.getByLabel('Họ tên chủ hộ')
  // Called as one of her list is: the phone says so by itself.
  await name.fill(story.toSurvey.head.toUpperCase())
  await reads(page, /Danh sách của bạn đã có hộ tên này/)
  await name.fill('Giàng Thị Mỷ')
  await page.getByText(/Danh sách của bạn đã có hộ tên này/).waitFor({ state: 'detached' })
  const places = page.getByLabel('Thôn, kỳ rà soát')
  await places.selectOption({
    label: (await places.locator('option', { hasText: 'Thôn 1' }).first().innerText()).trim(),
  })
  await page.getByLabel('Nhà ở chỗ nào').fill('Sau đồi, cuối đường bê tông')
  await reads(page, 'Còn thiếu: vì sao cần khảo sát.')
  expect((await page.locator('.why-not').innerText()).match(/Còn thiếu/g)).toHaveLength(1)
  await page.getByLabel('Vì sao cần khảo sát').fill('Mới về ở, nhà tạm')
  await page.getByRole('button', { name: 'Báo xã' }).click()
  await title(page, 'Tin báo của tôi')
}

async function tellOfRefusal(page: Page): Promise<void> {
  await place(page, 'Hộ')
  await page.locator(`a[href="/phone/phieu/${story.toSurvey.household}/${story.toSurvey.case}"]`).click()
  await page.getByRole('link', { name: 'Không khảo sát được hộ này' }).click()
  await title(page, 'Không khảo sát được hộ này')
  await page.getByLabel('Hộ từ chối trả lời').check()
  await page.getByLabel('Hộ nói thế nào').fill('Không tiếp, hẹn khi khác')
  await page.getByRole('button', { name: 'Báo xã' }).click()
  await title(page, 'Tin báo của tôi')
}

it('tells of both without a line; each arrives once, is answered by the commune, and the answer stands on the phone', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  await page.context().setOffline(true)
  await tellOfUnlisted(page)
  await tellOfRefusal(page)
  await reads(page, /Chưa có mạng\. 2 tin báo đang chờ gửi/)
  await place(page, 'Hộ')
  await reads(page, /Tin báo chờ gửi: Hộ từ chối trả lời/)
  expect(await kept()).toEqual([])

  await page.context().setOffline(false)
  await reads(page, 'Không còn gì chờ gửi.')
  const rows = await kept()
  expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
    ['refuses', 'open'],
    ['unlisted', 'open'],
  ])

  const { page: office } = await house.visit(oldPc)
  await signIn(office, 'hung')
  await open(office, `/ra-soat/${story.month}`)
  await reads(office, /2 tin báo từ thôn chờ xử lý/)
  await office.getByRole('link', { name: 'Xem từng tin' }).click()
  await settled(office)
  await office.getByRole('link', { name: story.toSurvey.head }).click()
  await settled(office)
  await office.getByRole('button', { name: 'Trả lời thôn' }).click()
  await office.getByLabel('Hộ đã đồng ý, khảo sát tiếp').check()
  await office.getByLabel('Nhắn người báo').fill('Đã gọi điện, sáng thứ bảy chị đến lại')
  await office.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await reads(office, /sáng thứ bảy chị đến lại/)

  // The other one comes into the register as it was told.
  await open(office, `/ra-soat/${story.month}/tin-bao?loai=unlisted`)
  await office.getByRole('link', { name: 'Giàng Thị Mỷ' }).click()
  await office.getByRole('link', { name: 'Ghi hộ mới theo tin này' }).click()
  await title(office, 'Ghi hộ mới theo tin báo')
  expect(await office.getByLabel('Họ và tên').inputValue()).toBe('Giàng Thị Mỷ')
  expect(await office.getByLabel('Địa chỉ').inputValue()).toBe('Sau đồi, cuối đường bê tông')

  await page.getByRole('link', { name: /^Tin báo của tôi/ }).click()
  await title(page, 'Tin báo của tôi')
  await reads(page, /Đã gọi điện, sáng thứ bảy chị đến lại/)
  await page.getByRole('button', { name: 'Rút tin này' }).first().click()
  await reads(page, 'Đã rút')
  expect((await kept()).map(({ kind, state }) => [kind, state])).toEqual([
    ['refuses', 'settled'],
    ['unlisted', 'withdrawn'],
  ])
})

it('a withdrawal of what the commune has answered meanwhile is refused, and leads to the answer', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  await page.locator(`a[href="/phone/phieu/${story.toSurveyToo.household}/${story.toSurveyToo.case}"]`).click()
  await page.getByRole('link', { name: 'Không khảo sát được hộ này' }).click()
  await page.getByLabel('Hộ từ chối trả lời').check()
  await page.getByLabel('Hộ nói thế nào').fill('Bận việc đồng')
  await page.getByRole('button', { name: 'Báo xã' }).click()
  await title(page, 'Tin báo của tôi')
  await reads(page, 'Không còn gì chờ gửi.')
  const told = page.getByRole('listitem').filter({ hasText: story.toSurveyToo.head })
  const withdraw = told.filter({ hasText: 'Chờ xã xử lý' }).getByRole('button', { name: 'Rút tin này' })
  await withdraw.waitFor()
  await page.context().setOffline(true)
  await withdraw.click()
  await reads(page, /1 tin báo đang chờ gửi/)

  const { page: office } = await house.visit(oldPc)
  await signIn(office, 'hung')
  await open(office, `/ra-soat/${story.month}`)
  // The count of the village in the table of its progress opens just these.
  const table = office.getByRole('table', { name: 'Các thôn của kỳ' })
  const at = (await table.getByRole('columnheader').allInnerTexts()).findIndex((head) => head.startsWith('Tin báo chờ'))
  const waiting = table.locator(`tbody tr > :nth-child(${at + 1}) a`)
  expect(await waiting.allInnerTexts()).toEqual(['1'])
  const columns = await office.locator('a[href*="/villages/file?"]').first().getAttribute('href')
  expect(new URL(columns ?? '', 'http://x').searchParams.get('columns')?.split(',')).toContain('notices')
  await waiting.click()
  await title(office, 'Tin báo từ thôn')
  await settled(office)
  expect(await office.getByRole('table').locator('tbody tr').count()).toBe(1)
  await office.getByRole('link', { name: story.toSurveyToo.head }).click()
  await settled(office)
  await office.getByRole('button', { name: 'Trả lời thôn' }).click()
  await office.getByLabel('Hộ đã đồng ý, khảo sát tiếp').check()
  await office.getByLabel('Nhắn người báo').fill('Chiều mai đến lại')
  await office.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await reads(office, /Chiều mai đến lại/)

  await page.context().setOffline(false)
  await place(page, 'Gửi')
  await reads(page, 'bị trả lại')
  expect(await page.getByRole('button', { name: 'Gửi lại' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Xem câu trả lời của xã' }).click()
  await title(page, 'Tin báo của tôi')
  await reads(page, /Chiều mai đến lại/)
})
