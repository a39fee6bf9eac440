/** The register in the middle of a round: a wrong death is undone in the browser, and what moved is seen by both. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { findStory, type Household, type Story } from './demoPlaces.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { axeFinds, sticksOut } from './look.ts'
import { open, reads, settled, signIn } from './steps.ts'

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

/** A change as the page's own account makes it. */
const post = (page: Page, url: string, body: object) =>
  page.evaluate(
    async ([to, sent, command]) => {
      const { account } = await (await fetch('/api/me')).json()
      const headers = { 'content-type': 'application/json', 'x-csrf': account.csrf, 'x-command': command }
      const reply = await fetch(to, { method: 'POST', headers, body: sent })
      if (!reply.ok) throw new Error(await reply.text())
    },
    [url, JSON.stringify(body), newId()] as const,
  )
const looked = async (page: Page) => [...(await axeFinds(page)), ...(await sticksOut(page))]
const memberOf = async ({ household }: Household) =>
  (
    await house.owner.query<{ id: string; name: string }>(
      `select id, full_name as name from member where household_id = $1 and left_on is null and relation <> 'head' limit 1`,
      [household],
    )
  ).rows[0] as { id: string; name: string }

describe('an answer that seldom is so', () => {
  it('is asked about once, and then taken', async () => {
    const { page } = await house.visit(phone)
    await signIn(page, 'mai', '/phone')
    await open(page, `/phone/phieu/${story.toSurvey.household}/${story.toSurvey.case}?man=income/income`)
    const field = page.getByLabel('Thu nhập bình quân một người một tháng')
    await field.fill('800')
    const onward = page.locator('.thumb-bar .button.primary')
    const place = page.locator('.standards-walk-place')
    const here = await place.innerText()
    await onward.click()
    const question = '800 đồng một người một tháng? Có phải 800.000 đồng?'
    await page.locator('.remark').filter({ hasText: question }).waitFor()
    expect(await place.innerText()).toBe(here)
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await looked(page)).toEqual([])
    await shot(page, 'odd-phone')
    await onward.click()
    await expect.poll(() => place.innerText()).not.toBe(here)
    await page.goto(page.url().replace(/man=[^&]*/, 'man=check'))
    await page
      .getByRole('region', { name: 'Xin xem lại' })
      .getByRole('button', { name: `Sửa: ${question}` })
      .waitFor()
    await shot(page, 'odd-check')
  })
})

describe('Hùng', () => {
  it('undoes a death typed by mistake, with the reason; both stay in the timeline', async () => {
    const { page, complaints } = await house.visit(oldPc)
    await signIn(page, 'hung')
    const { household } = story.waiting
    const member = await memberOf(story.waiting)
    await post(page, `/api/households/${household}/members/${member.id}/leave`, { on: '2026-11-18', reason: 'died' })
    await open(page, `/ho/${household}`)
    await page
      .getByRole('tab', { name: 'Diễn biến' })
      .or(page.getByRole('link', { name: 'Diễn biến' }))
      .click()
    await settled(page)
    await page.getByRole('button', { name: /^Hoàn tác.*Qua đời/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`${member.name} trở lại hộ`).first().waitFor()
    await dialog.getByLabel('Lý do').fill('Ghi nhầm người')
    for (const { width, height } of [oldPc, phone]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `undo-${width}`)
    }
    await dialog.getByRole('button', { name: 'Hoàn tác' }).click()
    await reads(page, 'Đã hoàn tác')
    await reads(page, 'Lý do: Ghi nhầm người')
    for (const { width, height } of [phone, oldPc]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `timeline-${width}`)
    }
    expect(complaints()).toEqual([])
  })

  it('sees at the survey what the register changed, and at the round who arrived', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    const { household, case: caseId } = story.waiting
    const member = await memberOf(story.waiting)
    await post(page, `/api/households/${household}/members/${member.id}/leave`, {
      on: '2026-11-10',
      reason: 'moved_out',
    })
    const born = { name: 'Lê Thị Út', sex: 'female', birth: { year: 2026, month: 11, day: 19 }, ethnicity: '01' }
    await post(page, `/api/households/${household}/members`, {
      ...{ memberId: newId(), on: '2026-11-19', reason: 'born', relation: 'child', person: born },
    })
    await open(page, `/ra-soat/${story.month}/ho/${household}/${caseId}`)
    await reads(page, 'Phiếu và sổ hộ')
    // Who left by the register comes back by undoing that, not as another person.
    await reads(page, 'mở hộ để hoàn tác việc ấy')
    expect(await page.getByRole('button', { name: 'Ghi vào hộ' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Để khác, nêu lý do' }).first().click()
    await page.getByRole('dialog').waitFor()
    await settled(page)
    await shot(page, 'explain-dialog')
    await page.keyboard.press('Escape')
    for (const { width, height } of [phone, oldPc]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `case-${width}`)
    }
    await post(page, `/api/households/${story.toSurvey.household}/residence`, {
      ...{ on: '2026-11-20', villageId: demoAreas.villages.tamHong[3], address: '', number: '' },
    })
    const head = { name: 'Vũ Thị Mới', sex: 'female', birth: { year: 1990 }, ethnicity: '01' }
    await post(page, '/api/households', {
      ...{ householdId: newId(), villageId: demoAreas.villages.tamHong[0], number: '', address: '', on: '2026-11-20' },
      ...{ reason: 'moved_in', members: [{ memberId: newId(), relation: 'head', person: head }] },
    })
    await open(page, `/ra-soat/${story.month}`)
    await reads(page, 'Hộ mới đến hoặc trở lại các thôn của kỳ')
    for (const { width, height } of [phone, oldPc]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `round-${width}`)
    }
    await page.getByRole('button', { name: /^Thêm vào danh sách.*Vũ Thị Mới/ }).click()
    await page.getByRole('button', { name: /Vũ Thị Mới/ }).waitFor({ state: 'detached' })
  })
})

describe('Mai, whose household moved to another village', () => {
  it('reads on her phone that it went, and where', async () => {
    const { page } = await house.visit(phone)
    await signIn(page, 'mai', '/phone')
    await reads(page, 'Không còn trong danh sách của bạn vì hộ đã chuyển đi:')
    await reads(page, new RegExp(`${story.toSurvey.head}: đến Thôn 4`))
    expect(await looked(page)).toEqual([])
    await shot(page, 'phone')
  })
})

const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

describe('the rate of a place', () => {
  it('is told by the same wholes on the page of figures and on that of a round', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    const wholes = async () => {
      const text = await page.locator('main').innerText()
      const found = text.matchAll(/[\d.]+ hộ (?:khai báo|trong sổ) ngày \d\d\/\d\d\/\d{4}/g)
      return [...new Set([...found].map(([one]) => one))].slice(0, 2)
    }
    await open(page, '/so-lieu')
    await reads(page, /% của [\d.]+ hộ khai báo ngày/)
    const figures = await wholes()
    await shot(page, 'figures')
    await page.setViewportSize(phone)
    await shot(page, 'figures-phone')
    await page.setViewportSize(oldPc)
    await open(page, `/ra-soat/${story.autumn}?the=so-lieu`)
    await reads(page, /Tỷ lệ của [\d.]+ hộ khai báo ngày/)
    await shot(page, 'round-figures')
    expect(figures).toHaveLength(2)
    expect(await wholes()).toEqual(figures)
  })
})

describe('many households at once', () => {
  it('go to another village from their list, and each tells of it in its timeline', async () => {
    const { page, complaints } = await house.visit(oldPc)
    await signIn(page, 'hung')
    const [from, to] = demoAreas.villages.tamHong
    await open(page, `/ho?thon=${from}`)
    const boxes = page.getByRole('checkbox', { name: 'Chọn dòng này' })
    for (const at of [0, 1]) await boxes.nth(at).check()
    await page.getByRole('button', { name: 'Chuyển sang thôn khác' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Thôn đã chia tách, sáp nhập; hộ thuộc thôn này').check()
    await dialog.getByLabel('Sang thôn').selectOption(to as string)
    await dialog.getByLabel('Ngày', { exact: true }).fill('19')
    await dialog.getByLabel('Tháng').fill('11')
    await dialog.getByLabel('Năm').fill('2026')
    await dialog.getByLabel('Căn cứ, lý do').fill('Nghị quyết 5/NQ-HĐND')
    for (const { width, height } of [phone, oldPc]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `move-many-${width}`)
    }
    await dialog.getByRole('button', { name: 'Chuyển 2 hộ' }).click()
    const done = dialog.getByText('Đã chuyển 2 hộ: ')
    await done.waitFor()
    expect(await done.evaluate((note) => note === document.activeElement)).toBe(true)
    const { rows } = await house.owner.query<{ id: string }>(
      "select subject_id as id from audit_line where what = 'household.placed'",
    )
    expect(rows).toHaveLength(2)
    await open(page, `/ho/${rows[0]?.id}?the=dien-bien`)
    await reads(page, 'Thôn đã chia tách, sáp nhập; hộ thuộc thôn này')
    await reads(page, 'Lý do: Nghị quyết 5/NQ-HĐND')
    expect(complaints()).toEqual([])
  })

  it('are added to a round by the keyboard alone: the focus is never lost', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, `/ra-soat/${story.month}/danh-sach`)
    await page.getByRole('button', { name: 'Thêm hộ có giấy đề nghị' }).press('Enter')
    const dialog = page.getByRole('dialog')
    const field = dialog.getByLabel('Số hộ, tên chủ hộ hoặc thành viên')
    const isThere = () => field.evaluate((input) => input === document.activeElement)
    await field.focus()
    await page.keyboard.type('ng')
    const open1 = dialog.locator('.surveys-found input:not([disabled])').first()
    await open1.waitFor()
    expect(await isThere()).toBe(true)
    await open1.focus()
    await page.keyboard.press('Space')
    await field.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('zzzz')
    await dialog.getByText('Đã chọn từ trước:').waitFor()
    const before = dialog.getByRole('checkbox').first()
    await before.focus()
    await page.keyboard.press('Space')
    await dialog.getByText('Đã chọn từ trước:').waitFor({ state: 'detached' })
    expect(await isThere()).toBe(true)
    await page.keyboard.type('ng')
    await open1.waitFor()
    await open1.focus()
    await page.keyboard.press('Space')
    await dialog.getByRole('button', { name: 'Thêm vào danh sách' }).press('Enter')
    await dialog.getByText('Đã thêm 1 hộ.').waitFor()
    await expect.poll(isThere).toBe(true)
    await shot(page, 'added')
    await dialog.getByRole('button', { name: 'Đóng' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const opener = page.getByRole('button', { name: 'Thêm hộ có giấy đề nghị' })
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
  })
})
