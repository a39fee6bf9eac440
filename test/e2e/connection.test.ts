/** In the hills the connection goes while Mai fills in a form. Nothing is lost, and nothing alarms her. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { findStory, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed, place, walkTo } from './form.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { enterWithPin, unlock } from './pin.ts'
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
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  const row = page.locator(`a[href="/phone/phieu/${story.toSurveyToo.household}/${story.toSurveyToo.case}"]`)
  await row.waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionfailed'))
  await page.reload()
  await unlock(page)
  await row.waitFor()
  const note = page.getByText(/bản đã lưu trên máy lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/)
  await note.waitFor()
  await page.unroute('**/api/**')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await note.waitFor({ state: 'detached' })
  await row.waitFor()

  await page.getByRole('link', { name: 'Gửi', exact: true }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByLabel('Mật khẩu').waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionfailed'))
  await page.goto('/phone')
  await page.getByText('Chưa kết nối được máy chủ.').first().waitFor()
  expect(await row.count()).toBe(0)
})

it('says on a phone without a PIN that the key takes a line, and opens when she tries again with one, or by itself', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  const row = page.locator(`a[href="/phone/phieu/${story.toSurveyToo.household}/${story.toSurveyToo.case}"]`)
  await row.waitFor()
  await page.route('**/api/**', (route) => route.abort('connectionfailed'))
  await page.reload()
  await title(page, 'Chưa mở được dữ liệu trên máy')
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await row.waitFor()

  await page.route('**/api/**', (route) => route.abort('connectionfailed'))
  await page.reload()
  await title(page, 'Chưa mở được dữ liệu trên máy')
  await page.unroute('**/api/**')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await row.waitFor()
})

/** A household of Thôn 1 that Mai is to survey in this autumn's round, with last year's answers. */
async function ofAutumn(skip: number) {
  const { rows } = await house.owner.query(
    `select c.household_id as household, c.id as "case" from review_case c
      where c.round_id = $1 and c.state = 'assigned' and c.village_id = $2 order by c.id limit 1 offset $3`,
    [story.autumn, demoAreas.villages.tamHong[0], skip],
  )
  return rows[0] as { household: string; case: string }
}

/** Hùng moves it to Thôn 4, which is Thắng's; his page stays open. */
async function movedToThang({ household }: { household: string }) {
  const { page } = await house.visit(oldPc)
  await signIn(page, 'hung')
  const { account } = await (await page.request.get('/api/me')).json()
  const moved = await page.request.post(`/api/households/${household}/residence`, {
    headers: { 'x-csrf': account.csrf, 'x-command': newId() },
    data: { on: '2026-11-19', villageId: demoAreas.villages.tamHong[3], address: '', number: '', sure: 'Đã hỏi' },
  })
  expect(moved.status(), await moved.text()).toBe(200)
  return page
}

it('takes a form whose household moved to another village meanwhile: Mai is told, Hùng sees from where it came', async () => {
  const one = await ofAutumn(0)
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  await open(page, `/phone/phieu/${one.household}/${one.case}`)
  await walkTo(page, 'Kết quả', { ...inNeed, [income]: '1000000' })
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await title(page, 'Gửi')
  const desk = await movedToThang(one)

  await page.context().setOffline(false)
  await reads(page, 'Không còn gì chờ gửi.')
  await reads(page, /Máy chủ đã nhận. Hộ này nay giao cho người khác/)
  await open(desk, `/ra-soat/${story.autumn}/ho/${one.household}/${one.case}`)
  await reads(desk, /do Nguyễn Thị Mai nhận khi hộ ở Thôn 1, Xã Tam Hồng/)
  await reads(desk, /Thôn 4, giao cho Trần Văn Thắng/)
  await desk
    .getByRole('button', { name: /^Chấp nhận/ })
    .first()
    .waitFor()
})

it('names what stands against sending, leads there, and forgets what was mended', async () => {
  const one = await ofAutumn(0)
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  const form = `/phone/phieu/${one.household}/${one.case}`
  await open(page, `${form}?man=members`)
  await page.getByRole('button', { name: '+ Thêm người' }).click()
  await page.getByLabel('Họ và tên').waitFor()
  await reads(page, 'Đã lưu trên máy.')
  await open(page, `${form}?man=result`)
  const send = page.getByRole('button', { name: 'Gửi phiếu' })
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await reads(page, /^Chưa gửi được: .*: Họ và tên; .*và \d+ chỗ nữa\.$/)
  await page
    .getByRole('region', { name: 'Vì sao chưa gửi được' })
    .getByRole('button', { name: /Họ và tên/ })
    .click()
  await page.getByLabel('Họ và tên').fill('Hồ Thị Mới')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

  const heard = page.getByRole('alert')
  await page.getByLabel('Tháng').fill('5')
  await page.locator('.thumb-bar .button.primary').click()
  await expect.poll(() => heard.allInnerTexts()).toEqual([expect.stringMatching(/^Cần xem lại: Ngày sinh/)])
  await page.getByLabel('Năm sinh').fill('1990')
  await expect.poll(() => heard.allInnerTexts()).toEqual([''])
})

it('lets a form that was begun be finished and sent although its household has moved', async () => {
  const one = await ofAutumn(0)
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  await open(page, `/phone/phieu/${one.household}/${one.case}`)
  await goOn(page)
  await reads(page, 'Đã lưu trên máy.')
  await movedToThang(one)
  await open(page, '/phone')
  await page.getByRole('link', { name: 'Làm tiếp phiếu dở, gửi vẫn được' }).click()
  await page.locator('.standards-walk-place').waitFor()
  await walkTo(page, 'Kết quả', { ...inNeed, [income]: '1000000' })
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await title(page, 'Gửi')
  await reads(page, /Máy chủ đã nhận. Hộ này nay giao cho người khác/)
  await open(page, '/phone')
  await page.getByText('Không còn trong danh sách của bạn').waitFor()
  expect(await page.getByRole('link', { name: /Làm tiếp phiếu dở/ }).count()).toBe(0)
})
