/** A slip of the office: Trị gives it in the browser and prints it, and Mai, who forgot her PIN, is in by it with her work. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { findStory } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed } from './form.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { axeFinds, sticksOut } from './look.ts'
import { choosePin, enterWithPin, unlock } from './pin.ts'
import { reads, signIn, title } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const commune = demoAreas.tamHongToday

it('is given, printed and used, and what she had begun is open again without the PIN', async () => {
  const { toSurvey } = await findStory(house.owner)
  const form = `/phone/phieu/${toSurvey.household}/${toSurvey.case}`
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await reads(page, /^Đã có đủ \d+ phiếu trên máy/)
  await page.goto(form)
  await unlock(page)
  await goOn(page)
  await answerScreen(page, { ...inNeed, [income]: '1000000' })
  await goOn(page)
  await reads(page, 'Đã lưu trên máy.')

  const { page: desk } = await house.visit(oldPc, 'asked')
  await signIn(desk, 'quantri', `/quyen/giay-vao-may?noi=${commune}`)
  await desk.getByRole('button', { name: 'Cấp giấy Nguyễn Thị Mai' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Cấp giấy', exact: true }).click()
  await desk.getByRole('link', { name: 'In giấy còn dùng được (1)' }).waitFor()
  const printed = await desk.request.get(`/api/areas/${commune}/slips/pdf`)
  const [sheet] = lookAt(await printed.body())
  const [code = ''] = /(\w{4}-){3}\w{4}/.exec(sheet?.text ?? '') ?? []
  expect(code).toHaveLength(19)

  await page.goto('/phone')
  await title(page, 'Máy đang khóa')
  await page.goto(`/phone/vao#${code.replaceAll('-', '')}`)
  await title(page, 'Vào bằng giấy của cơ quan')
  expect([...(await sticksOut(page)), ...(await axeFinds(page))]).toEqual([])
  // Her session has not ended: who is here goes out first.
  const out = page.getByRole('button', { name: 'Đăng xuất để vào bằng giấy' })
  if (await out.isVisible()) await out.click()
  expect(await page.getByLabel('Mã trên giấy').inputValue()).toBe(code)
  await page.getByRole('button', { name: 'Vào', exact: true }).click()
  // Who comes by a slip may not know the PIN: asked at once, while what was begun is open anyway.
  await title(page, 'Đặt mã PIN mới')
  await page.getByRole('button', { name: 'Tôi vẫn nhớ mã cũ' }).waitFor()
  expect([...(await sticksOut(page)), ...(await axeFinds(page))]).toEqual([])
  await choosePin(page, '902714')
  await title(page, 'Hộ của tôi')
  await reads(page, /Đang làm dở/)
  await page.goto('/phone')
  await unlock(page, '902714')
  await title(page, 'Hộ của tôi')

  // Whoever finds the paper is told, and not let in.
  const { page: finder } = await house.visit(phone, 'asked')
  await finder.goto(`/phone/vao#${code}`)
  await finder.getByRole('button', { name: 'Vào', exact: true }).click()
  await reads(finder, /^Giấy này đã dùng lúc/)
  const seen = finder.getByText(/^Giấy này đã dùng lúc/).and(finder.locator(':not(.only-heard)'))
  expect(await seen.filter({ visible: true }).count()).toBe(1)
})
