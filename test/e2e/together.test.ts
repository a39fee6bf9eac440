/** Two at one thing: what both touched is chosen side by side, a double is asked about, two windows keep one draft. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { findStory, type Household, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, inNeed } from './form.ts'
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

const looked = async (page: Page) => [...(await axeFinds(page)), ...(await sticksOut(page))]
const shot = async (page: Page, name: string) => {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

/** The form of a member, open at the side. */
async function changing(page: Page, { household }: Household, name: string) {
  await open(page, `/ho/${household}`)
  await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click()
  await page.getByRole('button', { name: 'Sửa thông tin' }).click()
  return page.getByRole('dialog').first()
}

describe('two officials at one member', () => {
  it('are shown both values, and the one who chooses is the one who came second', async () => {
    const { rows } = await house.owner.query<{ name: string }>(
      `select full_name as name from member where household_id = $1 and left_on is null and relation <> 'head' limit 1`,
      [story.waiting.household],
    )
    const name = rows[0]?.name ?? ''
    const [one, two] = [await house.visit(oldPc), await house.visit(oldPc)]
    for (const { page } of [one, two]) await signIn(page, 'hung')
    const first = await changing(one.page, story.waiting, name)
    const second = await changing(two.page, story.waiting, name)
    await first.getByLabel('Họ và tên').fill(`${name} Ba`)
    await first.getByRole('button', { name: 'Ghi', exact: true }).click()
    await reads(one.page, `${name} Ba`)
    await second.getByLabel('Họ và tên').fill(`${name} Tư`)
    await second.getByLabel('Dân tộc').selectOption({ label: 'Tày' })
    await second.getByRole('button', { name: 'Ghi', exact: true }).click()
    const asked = two.page.getByRole('dialog', { name: 'Hai người cùng sửa' })
    await asked.getByText(/^Lê Văn Hùng .* ghi lúc/).waitFor()
    expect(await asked.getByRole('button', { name: 'Ghi theo lựa chọn' }).count()).toBe(1)
    for (const { width, height } of [phone, oldPc]) {
      await two.page.setViewportSize({ width, height })
      expect(await looked(two.page)).toEqual([])
      await shot(two.page, `choose-${width}`)
    }
    await asked.getByText(`${name} Ba`, { exact: false }).click()
    await asked.getByRole('button', { name: 'Ghi theo lựa chọn' }).click()
    await asked.waitFor({ state: 'detached' })
    await settled(two.page)
    const after = await house.owner.query(
      'select full_name, ethnicity from member where household_id = $1 and full_name like $2',
      [story.waiting.household, `${name} %`],
    )
    expect(after.rows).toEqual([{ full_name: `${name} Ba`, ethnicity: '02' }])
    expect(two.complaints().filter((line) => !line.includes('409'))).toEqual([])
  })
})

describe('a person who is in the register', () => {
  it('is asked about before being entered again, and entered with a reason', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    await open(page, `/ho/${story.toSurveyToo.household}`)
    const { rows } = await house.owner.query<{ name: string; sex: string; year: number }>(
      `select full_name as name, sex, birth_year as year from member where household_id = $1 and left_on is null
        and relation = 'head'`,
      [story.toSurvey.household],
    )
    const known = rows[0] as { name: string; sex: string; year: number }
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click()
    const dialog = page.getByRole('dialog').first()
    await dialog.getByRole('button', { name: /^Thêm thành viên/ }).click()
    await dialog.getByText('Chuyển đến', { exact: true }).click()
    await dialog.getByLabel('Họ và tên').fill(known.name)
    await dialog.getByText(known.sex === 'male' ? 'Nam' : 'Nữ', { exact: true }).click()
    const years = dialog.getByLabel('Năm')
    await years.first().fill(String(known.year))
    await dialog.getByLabel('Quan hệ với chủ hộ').selectOption({ label: 'Khác' })
    for (const [label, value] of [
      ['Ngày', '19'],
      ['Tháng', '11'],
      ['Năm', '2026'],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).last().fill(value)
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
    const asked = page.getByRole('dialog', { name: 'Có phải cùng một người, một hộ?' })
    await asked.getByText(known.name).first().waitFor()
    for (const { width, height } of [phone, oldPc]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `double-${width}`)
    }
    await asked.getByLabel('Vì sao là người khác, hộ khác?').fill('Hai người trùng tên')
    await asked.getByRole('button', { name: 'Không phải, ghi tiếp' }).click()
    await asked.waitFor({ state: 'detached' })
    await settled(page)
    const kept = await house.owner.query(`select 1 from household_event where facts ->> 'sure' = 'Hai người trùng tên'`)
    expect(kept.rowCount).toBe(1)
  })
})

describe('two surveys of one household', () => {
  it('stand side by side on the checking page until one is chosen', async () => {
    const { page } = await house.visit(oldPc)
    await signIn(page, 'hung')
    const { household, case: caseId } = story.waiting
    const ids = [newId(), newId()] as const
    await page.evaluate(
      async ([url, surveyId, command]) => {
        const { account } = await (await fetch('/api/me')).json()
        const { survey } = await (await fetch(url)).json()
        const facts = { ...survey.facts, income: { perPersonMonth: 7_000_000 } }
        const body = JSON.stringify({ surveyId, formHash: survey.formHash, surveyedOn: survey.surveyedOn, facts })
        const headers = { 'content-type': 'application/json', 'x-csrf': account.csrf, 'x-command': command }
        const reply = await fetch(`${url}/surveys`, { method: 'POST', headers, body })
        if (!reply.ok) throw new Error(await reply.text())
      },
      [`/api/households/${household}/cases/${caseId}`, ...ids] as const,
    )
    await open(page, `/ra-soat/${story.month}/ho/${household}/${caseId}`)
    await reads(page, 'Hộ này có hai phiếu: chọn phiếu đúng')
    for (const { width, height } of [phone, oldPc]) {
      await page.setViewportSize({ width, height })
      expect(await looked(page)).toEqual([])
      await shot(page, `beside-${width}`)
    }
    await page.getByRole('button', { name: 'Lấy phiếu đến sau' }).click()
    const asked = page.getByRole('dialog')
    await asked.getByLabel('Lý do').fill('Đã hỏi lại gia đình')
    await asked.getByRole('button', { name: 'Lấy phiếu đến sau' }).click()
    await page.getByText('Hộ này có hai phiếu').waitFor({ state: 'detached' })
    await reads(page, 'Lý do: Đã hỏi lại gia đình')
    const { rows } = await house.owner.query('select survey_id from review_case where id = $1', [caseId])
    expect(rows).toEqual([{ survey_id: ids[0] }])
  })
})

describe('one form open in two windows of a phone', () => {
  it('keeps what both were told', async () => {
    const { page: one } = await house.visit(phone)
    await signIn(one, 'mai', '/phone')
    const at = `/phone/phieu/${story.toSurvey.household}/${story.toSurvey.case}`
    await open(one, at)
    const two = await one.context().newPage()
    await open(two, at)
    await goOn(one)
    await answerScreen(one, inNeed)
    await reads(one, 'Đã lưu trên máy.')
    await goOn(two)
    await reads(two, 'đã gộp câu trả lời của cả hai')
    await shot(two, 'windows')
    await two.reload()
    await two.locator('.standards-walk-place').waitFor()
    expect(await two.getByLabel('Nông, lâm, ngư, diêm nghiệp', { exact: true }).isChecked()).toBe(true)
  })
})
