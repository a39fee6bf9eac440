/** In the hills the connection goes while Mai fills in a form. Nothing is lost, and nothing alarms her. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findStory, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed, place, walkTo } from './form.ts'
import { type House, openHouse, phone } from './house.ts'
import { open, reads, signIn, title } from './steps.ts'

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

const answers = { ...inNeed, [income]: '1000000' }
const stateOfCase = async () => {
  const { rows } = await house.owner.query('select state from review_case where id = $1', [story.toSurvey.case])
  return rows[0].state
}

it('goes on without a connection, waits calmly, and is sent by itself when the connection is back', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  await open(page, `/phone/phieu/${story.toSurvey.household}/${story.toSurvey.case}`)
  await goOn(page)
  await answerScreen(page, answers)
  await page.context().setOffline(true)
  await walkTo(page, 'Kiểm tra lại câu trả lời', answers)
  await reads(page, 'Không còn câu nào thiếu.')
  await reads(page, 'Chưa có mạng. Không có gì chờ gửi.')
  await goOn(page)
  await page.locator('.standards-verdict').getByText('Hộ nghèo', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await title(page, 'Gửi')
  await reads(page, 'Chưa có mạng. 1 phiếu đang chờ gửi.')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await stateOfCase()).toBe('assigned')

  await page.context().setOffline(false)
  await reads(page, 'Không còn gì chờ gửi.')
  expect(await stateOfCase()).toBe('submitted')
})

it('keeps a form that was begun when the page is opened again without the server', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  const row = page.locator(`a[href="/phone/phieu/${story.toSurveyToo.household}/${story.toSurveyToo.case}"]`)
  await row.click()
  await goOn(page)
  await answerScreen(page, answers)
  await goOn(page)
  const before = await place(page)
  await reads(page, 'Đã lưu trên máy.')
  await page.route('**/api/households/**', (route) => route.abort('connectionfailed'))
  await page.getByRole('link', { name: /Hộ của tôi/ }).click()
  await title(page, 'Hộ của tôi')
  await row.getByText('Đang làm dở').waitFor()
  await row.click()
  await page.locator('.standards-walk-place').waitFor()
  expect(await place(page)).toBe(before)
})

it('starts without the server: who she is and her households as last read, with the time, until it is back', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  const row = page.locator(`a[href="/phone/phieu/${story.toSurveyToo.household}/${story.toSurveyToo.case}"]`)
  await row.waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionfailed'))
  await page.reload()
  await row.waitFor()
  const note = page.getByText(/bản đã lưu trên máy lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/)
  await note.waitFor()
  await page.unroute('**/api/**')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await note.waitFor({ state: 'detached' })
  await row.waitFor()

  await open(page, '/phone/gui')
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByLabel('Mật khẩu').waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionfailed'))
  await page.goto('/phone')
  await page.getByText('Chưa kết nối được máy chủ.').first().waitFor()
  expect(await row.count()).toBe(0)
})
