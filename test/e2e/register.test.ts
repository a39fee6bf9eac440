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
    await page.getByRole('button', { name: 'Ghi vào hộ' }).first().click()
    await page.getByRole('dialog').waitFor()
    await settled(page)
    await shot(page, 'learned-dialog')
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
    await reads(page, 'Hộ mới đến các thôn của kỳ')
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
