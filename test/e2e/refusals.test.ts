/** What people meet who may not: they see nothing of it, or read why a button does not work. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findStory, type Story } from './demoPlaces.ts'
import { type House, oldPc, openHouse } from './house.ts'
import { hides, type Login, open, reads, signIn, title } from './steps.ts'

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

const comeIn = async (login: Login) => {
  const { page } = await house.visit(oldPc)
  await signIn(page, login)
  return page
}

describe('Sơn of another commune', () => {
  it('finds no household of Tam Hồng in his list, nor by searching', async () => {
    const page = await comeIn('son')
    await open(page, '/ho')
    await reads(page, 'Xã Kỳ Thượng')
    await hides(page, story.waiting.head)
    await page.keyboard.press('Control+K')
    const box = page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').locator('input'))
    const answered = page.waitForResponse((answer) => answer.url().includes('/api/households'))
    await box.first().fill(story.waiting.head)
    expect((await answered).status()).toBe(200)
    expect(await page.getByRole('option', { name: story.waiting.head }).count()).toBe(0)
  })

  it('reads nothing at the addresses of Tam Hồng: household, round, form, decision, paper', async () => {
    const page = await comeIn('son')
    const { month, waiting, decision } = story
    const addresses = [
      `/ho/${waiting.household}`,
      `/ra-soat/${month}`,
      `/ra-soat/${month}/danh-sach`,
      `/ra-soat/${month}/ho/${waiting.household}/${waiting.case}`,
      `/quyet-dinh/${decision}`,
    ]
    for (const address of addresses) {
      await open(page, address)
      await page.locator('main .problem, main .empty').first().waitFor()
      await hides(page, waiting.head)
      await hides(page, 'Thôn 2')
    }
    for (const paper of ['quyet-dinh.pdf', 'quyet-dinh.docx', 'ban-quet', 'giay-chung-nhan.pdf']) {
      const answer = await page.request.get(`/api/decisions/${decision}/${paper}`)
      expect(answer.status(), paper).toBeGreaterThanOrEqual(403)
      expect(answer.status(), paper).toBeLessThan(500)
    }
  })
})

describe('Xuân, who looks at figures', () => {
  it('sees how many, and of nobody who', async () => {
    const page = await comeIn('xem')
    await open(page, `/so-lieu?noi=${story.commune}`)
    await reads(page, 'Thôn 1')
    await reads(page, /^49$/)
    const { rows } = await house.owner.query<{ head_name: string }>(
      'select distinct head_name from household limit 500',
    )
    const words = await page.locator('body').innerText()
    expect(rows.filter((row) => words.includes(row.head_name))).toEqual([])
    expect(await page.getByRole('link', { name: 'Hộ', exact: true }).count()).toBe(0)
    await open(page, `/ra-soat/${story.month}/danh-sach`)
    await reads(page, /Bạn chưa được giao quyền/)
    await hides(page, story.waiting.head)
    await open(page, `/ho/${story.waiting.household}`)
    await reads(page, /Bạn chưa được giao quyền/)
    await hides(page, story.waiting.head)
  })
})

describe('Kiểm, who audits', () => {
  it('reads a form, and each button says why it is not his', async () => {
    const page = await comeIn('kiem')
    await open(page, `/ra-soat/${story.month}/ho/${story.waiting.household}/${story.waiting.case}`)
    await title(page, story.waiting.head)
    for (const name of ['Trả lại phiếu', /^Chấp nhận/]) {
      const button = page.getByRole('button', { name }).first()
      expect(await button.getAttribute('aria-disabled')).toBe('true')
      const why = await button.getAttribute('aria-describedby')
      expect(await page.locator(`[id="${why}"]`).innerText()).toContain('Bạn chưa được giao quyền')
    }
    await page
      .getByRole('button', { name: /^Chấp nhận/ })
      .first()
      .click({ force: true })
    const { rows } = await house.owner.query('select state from review_case where id = $1', [story.waiting.case])
    expect(rows).toEqual([{ state: 'submitted' }])
  })
})

describe('the autumn round', () => {
  it('cannot come to a decision, and says that the thresholds of the new standard are not there', async () => {
    const page = await comeIn('hung')
    await open(page, `/ra-soat/${story.autumn}`)
    await reads(page, 'Với kết quả hiện nay, kỳ này chưa ra quyết định được:')
    await reads(page, /hộ chưa xác định được diện: chuẩn còn thiếu ngưỡng/)
    expect(await page.getByRole('button', { name: 'Lập dự thảo quyết định' }).count()).toBe(0)
    const answer = await page.request.get(`/api/rounds/${story.autumn}`)
    expect((await answer.json()).can).not.toContain('draft')
  })
})

describe('Huy of the former district', () => {
  it('enters, holds nothing any more, and is told whom to ask', async () => {
    const page = await comeIn('huyen')
    await title(page, 'Việc của tôi')
    await reads(page, /Vai trò Cán bộ huyện .*Huyện Yên Lạc, của bạn đã hết từ ngày 01\/07\/2025/)
    await reads(page, /Hãy hỏi người quản trị của đơn vị bạn/)
    expect(await page.getByRole('link', { name: 'Kỳ rà soát', exact: true }).count()).toBe(0)
    await open(page, `/ho/${story.waiting.household}`)
    await reads(page, /Bạn chưa được giao quyền/)
    await hides(page, story.waiting.head)
  })
})
