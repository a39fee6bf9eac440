/** Drafts where it is hard: two windows, an answer that never came, what cannot be read, a shared computer, old age. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findStory, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed, place } from './form.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { open, reads, settled, signIn } from './steps.ts'

const answers = { ...inNeed, [income]: '1000000' }

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

const shot = async (page: Page, name: string) => {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** The drafts of a device as they lie there. */
const keptOn = (on: Page): Promise<string> =>
  on.evaluate(async () => {
    const open = indexedDB.open('nangbuoc')
    await new Promise((done) => open.addEventListener('success', done))
    const all = open.result.transaction('drafts').objectStore('drafts').getAll()
    await new Promise((done) => all.addEventListener('success', done))
    open.result.close()
    return JSON.stringify(all.result)
  })

/** A window that hears nothing of the others while it is `deaf`, as one that the browser has put to sleep. */
const mayBeDeaf = () => {
  const Real = BroadcastChannel
  globalThis.BroadcastChannel = class extends Real {
    override set onmessage(hear: ((event: MessageEvent) => void) | null) {
      super.onmessage = (event) => {
        if (!('deaf' in globalThis)) hear?.(event)
      }
    }
  }
}

async function twoWindows(): Promise<[Page, Page]> {
  const { page } = await house.visit(oldPc)
  await page.context().addInitScript(mayBeDeaf)
  await signIn(page, 'hung')
  return [page, await page.context().newPage()]
}

const dialog = (page: Page) => page.getByRole('dialog').first()
async function extending(page: Page) {
  await open(page, `/ra-soat/${story.month}`)
  await page.getByRole('button', { name: 'Gia hạn' }).click()
  await dialog(page).getByLabel('Lý do').waitFor()
}
const because = (page: Page) => dialog(page).getByLabel('Lý do')
const day = (page: Page) => dialog(page).locator('fieldset input')
const goOnWith = (page: Page) => page.getByRole('button', { name: 'Tiếp tục', exact: true })

describe('one form open in two windows', () => {
  it('is told at once, comes together where both go on with it, and is told when it was sent from the other', async () => {
    const [one, two] = await twoWindows()
    await extending(one)
    await extending(two)
    await because(one).fill('Mưa lũ')
    await goOnWith(two).click()
    await expect.poll(() => because(two).inputValue()).toBe('Mưa lũ')
    for (const [at, part] of ['18', '12', '2026'].entries()) await day(two).nth(at).fill(part)
    await expect.poll(() => day(one).nth(2).inputValue()).toBe('2026')
    await reads(one, 'Bản nháp này còn mở ở cửa sổ khác')
    await shot(one, 'together')
    await because(one).fill('Mưa lũ lớn')
    await expect.poll(() => because(two).inputValue()).toBe('Mưa lũ lớn')
    await dialog(two).getByRole('button', { name: 'Gia hạn' }).click()
    await dialog(two).waitFor({ state: 'detached' })
    await reads(one, 'Bản nháp này đã được gửi hoặc bỏ ở cửa sổ khác')
    expect(await keptOn(one)).toBe('[]')
    await one.context().close()
  })

  it('shows both side by side where they differ, keeps both until one is chosen, and lets neither go without a word', async () => {
    const [one, two] = await twoWindows()
    await extending(one)
    await because(one).fill('Mưa')
    await extending(two)
    await goOnWith(two).click()
    await two.evaluate(() => Object.assign(globalThis, { deaf: true }))
    await because(one).fill('Mưa lũ')
    await expect.poll(() => keptOn(one)).toContain('"Mưa lũ"')
    await because(two).fill('Mưa đá')
    const asked = two.getByRole('dialog', { name: 'Hai cửa sổ nhập khác nhau' })
    await asked.getByText('Mưa lũ', { exact: false }).waitFor()
    expect(await asked.locator('fieldset legend').first().innerText()).toBe('Lý do')
    for (const text of ['"Mưa lũ"', '"Mưa đá"']) expect(await keptOn(two)).toContain(text)
    for (const { width, height } of [phone, oldPc]) {
      await two.setViewportSize({ width, height })
      await shot(two, `differ-${width}`)
    }
    await asked.getByText('nhập ở cửa sổ này').click()
    await asked.getByRole('button', { name: 'Giữ theo lựa chọn' }).click()
    await asked.waitFor({ state: 'detached' })
    expect(await because(two).inputValue()).toBe('Mưa đá')
    await expect.poll(() => because(one).inputValue()).toBe('Mưa đá')
    await expect.poll(() => keptOn(two)).not.toContain('"Mưa lũ"')
    await dialog(two).getByRole('button', { name: 'Bỏ bản nháp' }).click()
    await expect.poll(() => keptOn(one)).toBe('[]')
    await one.context().close()
  })

  it('is two drafts where a person begins anew beside one, and both are offered again', async () => {
    const [one, two] = await twoWindows()
    await open(one, '/ho/moi')
    await open(two, '/ho/moi')
    await one.getByLabel('Địa chỉ').fill('Ngõ của nhà Pao')
    await two.getByRole('button', { name: 'Để sau, nhập mới' }).click()
    await two.getByLabel('Địa chỉ').fill('Ngõ của nhà Bé')
    await expect.poll(() => keptOn(two)).toContain('Bé')
    expect(await one.getByLabel('Địa chỉ').inputValue()).toBe('Ngõ của nhà Pao')
    await open(one, '/ho/moi')
    await one.getByRole('button', { name: 'Để sau, nhập mới' }).click()
    await goOnWith(one).click()
    await expect.poll(() => one.getByLabel('Địa chỉ').inputValue()).toBe('Ngõ của nhà Pao')
    await one.context().close()
  })
})

/** A household of one, typed in full. */
async function typeHousehold(page: Page, name: string): Promise<void> {
  await page.getByLabel('Địa chỉ').fill('Ngõ 5')
  await page.getByLabel('Họ và tên').fill(name)
  await page.locator('label.choice').filter({ hasText: 'Nam' }).first().click()
  await page.getByLabel('Năm').first().fill('1961')
  for (const [label, value] of [
    ['Ngày', '19'],
    ['Tháng', '11'],
    ['Năm', '2026'],
  ] as const)
    await page.getByLabel(label, { exact: true }).last().fill(value)
  const village = page.getByLabel('Thôn', { exact: true })
  await village.selectOption({ index: 1 })
}

const record = (page: Page) => page.getByRole('button', { name: 'Ghi', exact: true })
const householdsOf = async (name: string) =>
  (await house.owner.query('select household_id from member where full_name = $1', [name])).rows.length

/** The server does it; its answer never comes. */
async function loseAnswers(page: Page): Promise<void> {
  await page.route('**/api/households', async (route) => {
    if (route.request().method() === 'POST') await route.fetch()
    await route.abort()
  })
}

describe('a new household whose answer never came', () => {
  it('is the same household when it is sent again after a reload', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, '/ho/moi')
    await typeHousehold(page, 'Lò Văn Mất Sóng')
    await loseAnswers(page)
    await record(page).click()
    await reads(page, 'Chưa kết nối được máy chủ')
    expect(await householdsOf('Lò Văn Mất Sóng')).toBe(1)
    await page.unroute('**/api/households')
    await open(page, '/ho/moi')
    await goOnWith(page).click()
    await record(page).click()
    await page.waitForURL(/\/ho\/(?!moi)/)
    expect(await householdsOf('Lò Văn Mất Sóng')).toBe(1)
    // The page does not wait for the device to let go of it.
    await expect.poll(() => keptOn(page)).toBe('[]')
    await page.context().close()
  })

  it('is told in words where it was changed before it was sent again: nothing is written twice', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, '/ho/moi')
    await typeHousehold(page, 'Lò Văn Sửa Lại')
    await loseAnswers(page)
    await record(page).click()
    await reads(page, 'Chưa kết nối được máy chủ')
    await page.unroute('**/api/households')
    await page.getByLabel('Họ và tên').fill('Lò Văn Đã Sửa')
    await record(page).click()
    await page.locator('.problem').waitFor()
    await shot(page, 'reused')
    expect([await householdsOf('Lò Văn Sửa Lại'), await householdsOf('Lò Văn Đã Sửa')]).toEqual([1, 0])
    await record(page).click()
    await settled(page)
    expect(await householdsOf('Lò Văn Đã Sửa')).toBe(0)
    await page.context().close()
  })
})

describe('what cannot be read', () => {
  it('stands there again after a reload, as it was typed and with what is wrong', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, '/ho/moi')
    await page.getByLabel('Năm').first().fill('19')
    await expect.poll(() => keptOn(page)).toContain('"19"')
    await open(page, '/ho/moi')
    await goOnWith(page).click()
    await expect.poll(() => page.getByLabel('Năm').first().inputValue()).toBe('19')
    await reads(page, 'Năm gồm bốn chữ số.')
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click()
    await expect.poll(() => page.getByLabel('Năm').first().inputValue()).toBe('')
    await page.context().close()
  })

  it('is not lost by Back in the survey of a phone, and is not sent as if it were nothing', async () => {
    const { page } = await house.visit(phone)
    await signIn(page, 'mai', '/phone')
    await open(page, `/phone/phieu/${story.toSurvey.household}/${story.toSurvey.case}`)
    const area = page.getByLabel('Tổng diện tích nhà ở')
    for (let screens = 0; screens < 60 && !(await area.count()); screens++) {
      await answerScreen(page, answers)
      await goOn(page)
    }
    const here = await place(page)
    await area.fill('hai tư')
    await page.goBack()
    await expect.poll(() => place(page)).not.toBe(here)
    await page.reload()
    await page.locator('.standards-walk-place').waitFor()
    await goOn(page)
    expect(await place(page)).toBe(here)
    expect(await area.inputValue()).toBe('hai tư')
    await reads(page, 'Hãy nhập một số')
    await shot(page, 'unread-phone')
    await page.goBack()
    await page.getByRole('button', { name: 'Các phần' }).click()
    await page.getByRole('dialog').getByText('Kiểm tra', { exact: false }).first().click()
    await reads(page, /Tổng diện tích nhà ở: chưa đọc được số hoặc ngày đã nhập/)
    await shot(page, 'unread-check')
    await page.context().close()
  })
})

describe('on a shared computer', () => {
  const leaveBy = async (page: Page, answer: RegExp) => {
    await page.getByText('Lê Văn Hùng', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
    const asked = page.getByRole('dialog', { name: 'Còn bản nháp chưa gửi' })
    await asked.waitFor()
    await shot(page, 'sign-out')
    await asked.getByRole('button', { name: answer }).click()
    await page.getByLabel('Mật khẩu').waitFor()
  }

  it('citizen numbers are not kept, which is said, and who signs out says what becomes of drafts', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, '/ho/moi')
    await page.getByLabel('Họ và tên').fill('Lò Văn Chung')
    await page.getByLabel('Số CCCD').fill('026075000999')
    await expect.poll(() => keptOn(page)).toContain('Lò Văn Chung')
    expect(await keptOn(page)).not.toContain('026075000')
    await leaveBy(page, /^Giữ/)
    await signIn(page, 'hung')
    await open(page, '/ho/moi')
    await goOnWith(page).click()
    await reads(page, 'Số CCCD, số BHXH đã nhập không lưu trong bản nháp')
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lò Văn Chung')
    await shot(page, 'without-number')
    await leaveBy(page, /^Xóa/)
    expect(await keptOn(page)).toBe('[]')
    await page.context().close()
  })

  it('what nobody went on with for a month is dropped, and numbers that earlier builds kept are taken out', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, '/ho/moi')
    await page.getByLabel('Họ và tên').fill('Lò Văn Cũ')
    await expect.poll(() => keptOn(page)).toContain('Lò Văn Cũ')
    await addDrafts(page.context())
    await open(page, '/chuan')
    await expect.poll(() => keptOn(page)).not.toContain('long ago')
    const kept = await keptOn(page)
    for (const text of ['Lò Văn Cũ', 'a survey of spring', 'Lò Văn Hai']) expect(kept).toContain(text)
    await expect.poll(() => keptOn(page)).not.toContain('026075000888')
    await page.context().close()
  })
})

/** As an earlier build left them: one of 31 days, a survey as old, and a number in clear. */
async function addDrafts(context: BrowserContext): Promise<void> {
  await context.pages()[0]?.evaluate(async () => {
    const open = indexedDB.open('nangbuoc')
    await new Promise((done) => open.addEventListener('success', done))
    const writing = open.result.transaction('drafts', 'readwrite')
    const old = Date.now() - 31 * 86_400_000
    const put = (kind: string, savedAt: number, value: unknown) =>
      writing
        .objectStore('drafts')
        .put({ accountId: 'x', kind, id: 'y', savedAt, data: { because: { value, before: '' } } })
    put('rounds.extend', old, 'long ago')
    put('survey', old, 'a survey of spring')
    put('households.member_new', Date.now(), { name: 'Lò Văn Hai', citizenId: '026075000888' })
    await new Promise((done) => writing.addEventListener('complete', done))
    open.result.close()
  })
}
