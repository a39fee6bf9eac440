/** The straight line: from a household on Mai's list to a certificate whose QR is checked by anybody. */
import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tinyPdf } from '../scans.ts'
import { findStory, type Household, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed, place, walkTo, wellOff } from './form.ts'
import { type House, oldPc, openHouse, phone, type Visit } from './house.ts'
import { open, reads, settled, signIn, title } from './steps.ts'

let house: House
let story: Story
let mai: Visit
let hung: Visit
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
  mai = await house.visit(phone)
  hung = await house.visit(oldPc)
})
afterAll(() => house.close())

const onPhone = ({ household, case: one }: Household) => `/phone/phieu/${household}/${one}`
const atDesk = ({ household, case: one }: Household) => `/ra-soat/${story.month}/ho/${household}/${one}`
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

/** Presses a link that brings a file, and reads the file. */
async function bring(page: Page, row: string, link: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.locator('.decisions-papers > div').filter({ hasText: row }).getByRole('link', { name: link }).click()
  return bytesOf(await coming)
}
const isPdf = (bytes: Buffer) => expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
const isOffice = (bytes: Buffer) => expect(bytes.subarray(0, 2).toString()).toBe('PK')

async function send(page: Page): Promise<void> {
  await press(page, 'Gửi phiếu')
  await title(page, 'Gửi')
  await reads(page, 'Không còn gì chờ gửi.')
}

describe('Mai on her phone', () => {
  it('opens a household, is interrupted, and goes on where she was', async () => {
    const { page } = mai
    await signIn(page, 'mai', '/phone')
    await title(page, 'Hộ của tôi')
    await page.locator(`a[href="${onPhone(story.toSurvey)}"]`).click()
    await title(page, story.toSurvey.head)
    await reads(page, 'Đã điền sẵn')
    await goOn(page)
    const answers = { ...inNeed, [income]: '900000' }
    await walkTo(page, 'Thành viên hộ', answers)
    await goOn(page)
    // What stands from last time is read back in one breath.
    const readBack = await page.locator('.standards-recap dd').allInnerTexts()
    expect(readBack.filter((text) => !text.startsWith('chưa trả lời')).length).toBeGreaterThanOrEqual(4)
    for (let screens = 0; screens < 4; screens++) {
      await goOn(page)
      await answerScreen(page, answers)
    }
    const before = await place(page)
    const chosen = await page.locator('.standards-question input:checked').count()
    await reads(page, 'Đã lưu trên máy.')
    await page.reload()
    await settled(page)
    expect(await place(page)).toBe(before)
    expect(await page.locator('.standards-question input:checked').count()).toBe(chosen)
  })

  it('shows the family what comes out and why, and sends', async () => {
    const { page } = mai
    const answers = { ...inNeed, [income]: '900000' }
    await walkTo(page, 'Kiểm tra lại câu trả lời', answers)
    await reads(page, 'Không còn câu nào thiếu.')
    await goOn(page)
    await title(page, /Kết quả/)
    await page.locator('.standards-verdict').getByText('Hộ nghèo', { exact: true }).waitFor()
    await reads(page, 'Vì sao?')
    await reads(page, /Thu nhập 900\.000 đ một người một tháng, không quá chuẩn 1\.500\.000 đ/)
    await reads(page, 'Điều gì sẽ làm thay đổi kết quả?')
    await send(page)
    await reads(page, `Phiếu hộ ${story.toSurvey.head}`)
  })

  it('surveys the other household of the round, which comes out otherwise', async () => {
    const { page } = mai
    await open(page, onPhone(story.toSurveyToo))
    await walkTo(page, 'Kiểm tra lại câu trả lời', { ...wellOff, [income]: '2000000' })
    await goOn(page)
    await page.locator('.standards-verdict').getByText('Hộ có mức sống trung bình', { exact: true }).waitFor()
    await send(page)
  })
})

describe('Hùng at his desk', () => {
  it('signs in and opens what waits by the keyboard alone', async () => {
    const { page } = hung
    await page.goto('/')
    await page.getByLabel('Tên đăng nhập').waitFor()
    const inFocus = () => page.evaluate(() => document.activeElement?.id ?? '')
    const tabTo = async (id: string | null) => {
      expect(id).toBeTruthy()
      for (let presses = 0; presses < 40 && (await inFocus()) !== id; presses++) await page.keyboard.press('Tab')
      expect(await inFocus()).toBe(id)
    }
    await tabTo(await page.getByLabel('Tên đăng nhập').getAttribute('id'))
    await page.keyboard.type('hung')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nang-buoc-demo')
    await page.keyboard.press('Enter')
    await title(page, 'Việc của tôi')
    await reads(page, /Rà soát thường xuyên tháng 11\/2026, hạn \d\d\/1[12]\/2026/)
    await settled(page)
    await tabToText(page, /^3$/m)
    await page.keyboard.press('Enter')
    await page.waitForURL(/danh-sach/)
    await settled(page)
    await tabToText(page, new RegExp(`^${story.waiting.head}`))
    await page.keyboard.press('Enter')
    await title(page, story.waiting.head)
  })

  it('accepts a form by the keyboard and is led to the next', async () => {
    const { page } = hung
    await settled(page)
    await tabToText(page, /^Chấp nhận, mở hộ tiếp$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: story.waiting.head }).waitFor({ state: 'detached' })
    await settled(page)
    await reads(page, 'Tất cả câu trả lời')
  })

  it('compares with last year side by side', async () => {
    const { page } = hung
    await open(page, `/ra-soat/${story.autumn}/danh-sach?tinh-trang=submitted`)
    await page.locator('td a, th a').first().click()
    await settled(page)
    await reads(page, /Khác lần trước: \d+/)
    await reads(page, /Lần trước, \d\d\/\d\d\/2025/)
  })

  it('returns a form with a comment on one answer', async () => {
    const { page } = hung
    await open(page, atDesk(story.toSurvey))
    await page.getByRole('button', { name: 'Nhận xét Tổng diện tích nhà ở' }).click()
    await page.getByLabel('Nhận xét: Tổng diện tích nhà ở').fill('Sổ địa chính ghi 42 m², đo lại giúp.')
    await reads(page, 'Bạn đang ghi nhận xét: trả lại phiếu, hoặc xóa nhận xét.')
    await press(page, 'Trả lại (1 nhận xét)')
    await page.getByRole('dialog').getByText('Sổ địa chính ghi 42 m²').waitFor()
    await press(page, 'Trả lại cho rà soát viên')
    await reads(page, 'Đã trả lại phiếu kèm nhận xét.')
  })
})

describe('the form that came back', () => {
  it('brings Mai to the question with what was said of it, and goes out again', async () => {
    const { page } = mai
    await open(page, '/phone')
    const row = page.locator(`a[href="${onPhone(story.toSurvey)}"]`)
    await row.getByText('Trả lại').waitFor()
    await row.getByText('Sổ địa chính ghi 42 m²').waitFor()
    await row.click()
    await reads(page, 'Phiếu được trả lại để sửa')
    await press(page, 'Đến câu này')
    await title(page, 'Diện tích')
    await reads(page, /Lê Văn Hùng:.*Sổ địa chính ghi 42 m²/)
    await page.getByLabel('Tổng diện tích nhà ở').fill('42')
    await goOn(page)
    await title(page, 'Kiểm tra lại câu trả lời')
    const space = page
      .getByRole('region', { name: 'Diện tích' })
      .locator('dl > div')
      .filter({ hasText: 'Tổng diện tích nhà ở' })
    expect(await space.locator('dd').innerText()).toMatch(/^42/)
    await goOn(page)
    await send(page)
  })

  it('is accepted with the other one', async () => {
    const { page } = hung
    for (const one of [story.toSurvey, story.toSurveyToo]) {
      await open(page, atDesk(one))
      await page
        .getByRole('button', { name: /^Chấp nhận/ })
        .last()
        .click()
      await page.waitForFunction(
        (name) =>
          document.querySelector('h1')?.textContent !== name || document.body.innerText.includes('Đã chấp nhận phiếu.'),
        one.head,
      )
    }
  })

  it('tells Mai, who opens it once more, that it is surveyed, before the first question', async () => {
    const { page } = mai
    await open(page, onPhone(story.toSurvey))
    await reads(page, 'Hộ này đã có phiếu. Muốn sửa, hãy nhờ công chức xã trả lại.')
  })
})

describe('the decision', () => {
  it('waits for the steps, and those done on paper are recorded as such', async () => {
    const { page } = hung
    await open(page, `/ra-soat/${story.month}`)
    for (const deed of ['Kết thúc khảo sát, sang kiểm tra', 'Kết thúc kiểm tra phiếu']) {
      await press(page, deed)
      await page.getByRole('dialog').getByRole('button', { name: deed }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    for (const step of ['họp dân', 'niêm yết', 'khiếu nại, phúc tra']) {
      await press(page, `Ghi ${step} đã làm trên giấy`)
      await page.getByRole('dialog').getByLabel('Nội dung biên bản').fill(`Biên bản ${step} ngày 20/11/2026`)
      const hasty = page.getByRole('dialog').getByLabel('Vì sao cùng ngày với bước trước')
      if (await hasty.isVisible()) await hasty.fill('Ba việc làm trong một ngày')
      await press(page, 'Ghi và sang bước sau')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await reads(page, 'Đủ điều kiện lập quyết định.')
    await reads(page, /Biên bản họp dân ngày 20\/11\/2026/)
  })

  it('is drafted, brought as PDF and Word, and every draft says so', async () => {
    const { page } = hung
    await press(page, 'Lập dự thảo quyết định')
    await title(page, /Quyết định công nhận/)
    await reads(page, 'Công nhận 2 hộ nghèo, 1 hộ cận nghèo.')
    await reads(page, 'Bản chính thức có sau khi chốt bản in trình ký.')
    isPdf(await bring(page, 'Quyết định kèm danh sách', 'PDF'))
    isOffice(await bring(page, 'Quyết định kèm danh sách', 'Word'))
  })

  it('comes into force only with number, day, signer and scan', async () => {
    const { page } = hung
    await page.getByText('Đang in thử mọi giấy tờ').waitFor({ state: 'detached' })
    // Who holds the role of the chair today is proposed before anything is printed.
    await reads(page, 'Chủ tịch Phạm Thị Bích')
    await press(page, 'Chốt bản in trình ký')
    await press(page, 'Nhập quyết định đã ký')
    await reads(page, 'Cần số và ngày ký.')
    await page.getByLabel('Số quyết định').fill('231/QĐ-UBND')
    for (const [box, text] of [
      ['Ngày', '21'],
      ['Tháng', '11'],
      ['Năm', '2026'],
    ] as const)
      await page.getByRole('dialog').getByLabel(box, { exact: true }).fill(text)
    // Who was printed, and nobody else.
    await reads(page, 'Người ký theo bản in: Phạm Thị Bích.')
    await reads(page, /Thể thức đề ký: CHỦ TỊCH/)
    await reads(page, 'Chọn bản quét trang đã ký.')
    const scan = { name: 'trang-ky.pdf', mimeType: 'application/pdf', buffer: tinyPdf }
    const field = page.getByLabel('Bản quét trang đã ký')
    // What is no scan is refused where it is chosen, not in the question at the end.
    for (const [junk, said] of [
      [Buffer.from('Quyết định'), 'Nội dung tệp “trang-ky.pdf” không phải PDF, ảnh JPEG hay ảnh PNG.'],
      [tinyPdf.subarray(0, tinyPdf.length / 2), 'Tệp quét bị cắt ngang hoặc hỏng, không mở được.'],
    ] as const) {
      await field.setInputFiles({ ...scan, buffer: junk })
      await reads(page, said)
      await reads(page, 'Chọn bản quét trang đã ký.')
      expect(await field.evaluate((box) => box === document.activeElement)).toBe(true)
    }
    await field.setInputFiles(scan)
    await reads(page, /trang-ky\.pdf, 1 kB/)
    await press(page, 'Ban hành...')
    await title2(page, 'Ban hành quyết định công nhận 2 hộ nghèo, 1 hộ cận nghèo?')
    await press(page, 'Ban hành quyết định')
    await title(page, 'Quyết định số 231/QĐ-UBND')
    await reads(page, /Có hiệu lực, kết quả tính từ 21\/11\/2026/)
  })

  it('brings the lists and all certificates', async () => {
    const { page } = hung
    for (const list of ['Danh sách hộ nghèo', 'Danh sách hộ cận nghèo']) {
      isPdf(await bring(page, list, 'Bản in'))
      isOffice(await bring(page, list, 'Excel'))
    }
    const coming = page.waitForEvent('download')
    await press(page, 'In 3 giấy')
    isPdf(await bytesOf(await coming))
  })
})

describe('anybody with the paper', () => {
  const openPaper = async (signed: string) => {
    const { page } = await house.visit(phone)
    await open(page, `/kiem-tra#${signed}`)
    return page
  }
  const signedText = async () => {
    const { rows } = await house.owner.query<{ signed: string }>(
      'select c.signed from certificate c join decision d on d.id = c.decision_id where d.round_id = $1 and household_id = $2',
      [story.month, story.toSurvey.household],
    )
    return rows[0]?.signed ?? ''
  }

  it('learns that the certificate is genuine and in force', async () => {
    const page = await openPaper(await signedText())
    await reads(page, 'Giấy thật, đang có hiệu lực')
    await reads(page, story.toSurvey.head)
  })

  it('is warned where a letter was changed', async () => {
    const [key = '', payload = '', signature = ''] = (await signedText()).split('.')
    const text = Buffer.from(payload, 'base64url').toString().replace('Hộ nghèo', 'Hộ nghẻo').replace('2026', '2027')
    const page = await openPaper([key, Buffer.from(text).toString('base64url'), signature].join('.'))
    await reads(page, 'Giấy đã bị sửa')
  })
})

/** The question of a confirmation. */
const title2 = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()

/** Presses Tab until what has the focus reads so. */
async function tabToText(page: Page, text: RegExp): Promise<void> {
  const words = () => page.locator('a:focus, button:focus').evaluateAll(([e]) => (e as HTMLElement)?.innerText ?? '')
  for (let presses = 0; presses < 150; presses++) {
    if (text.test((await words()).trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${text}`)
}
