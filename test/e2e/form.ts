/** Filling in a survey as an enumerator does: what a screen still asks is answered, and on to the next. */
import type { Page } from 'playwright-core'

/** Answers by the words of the question. What is not named here is left as it stands. */
export type Answers = Readonly<Record<string, string>>

/** A family short of much: house, water, toilet, insurance; the question of income is answered by each story. */
export const inNeed: Answers = {
  'Khu vực': 'Nông thôn',
  'Nguồn sống chính của hộ': 'Nông, lâm, ngư, diêm nghiệp',
  'Giới tính': 'Nữ',
  'Hiện đang học cấp nào?': 'Tiểu học',
  'Cấp học cao nhất đã tốt nghiệp?': 'Tiểu học',
  'Được tuyển dụng, đào tạo tại nơi làm việc và có chứng nhận?': 'Không',
  'Có khả năng lao động không?': 'Có',
  'Công việc chính trong 12 tháng qua?': 'Nông, lâm, ngư nghiệp của hộ',
  'Có hợp đồng lao động không?': 'Không',
  'Có muốn và sẵn sàng làm việc không?': 'Có',
  'Có thẻ bảo hiểm y tế còn hạn không?': 'Không',
  'Dinh dưỡng của trẻ (theo sổ theo dõi sức khoẻ)': 'Bình thường',
  'Khuyết tật': 'Không',
  'Đang hưởng trợ cấp xã hội hằng tháng?': 'Không',
  'Đang hưởng lương hưu?': 'Không',
  'Là người có công?': 'Không',
  Tường: 'Không bền chắc',
  Cột: 'Không bền chắc',
  Mái: 'Bền chắc',
  'Tổng diện tích nhà ở': '24',
  'Nguồn nước sinh hoạt chính': 'Giếng đào không được bảo vệ',
  'Loại nhà tiêu đang dùng': 'Hố đào đơn giản',
  'Rác của hộ được xử lý thế nào?': 'Đốt',
  'Có thành viên nào sử dụng internet không?': 'Không',
  'Hộ có những phương tiện nào?': 'Tivi',
  'Những nguyên nhân nào làm hộ khó khăn?': 'Thiếu vốn',
  'Hộ mong được hỗ trợ gì?': 'Hỗ trợ vay vốn tín dụng',
}

/** A family that lacks nothing. */
export const wellOff: Answers = {
  ...inNeed,
  'Có thẻ bảo hiểm y tế còn hạn không?': 'Có',
  Tường: 'Bền chắc',
  Cột: 'Bền chắc',
  'Tổng diện tích nhà ở': '90',
  'Nguồn nước sinh hoạt chính': 'Nước máy',
  'Loại nhà tiêu đang dùng': 'Tự hoại, bán tự hoại',
  'Rác của hộ được xử lý thế nào?': 'Được thu gom',
  'Có thành viên nào sử dụng internet không?': 'Có',
}

export const income = 'Thu nhập bình quân một người một tháng trong 12 tháng qua'

type Open = { readonly at: number; readonly asks: string; readonly how: 'press' | 'choose' | 'type' }

/** Questions of this screen without an answer, in their order. */
const openQuestions = (page: Page): Promise<Open[]> =>
  page.locator('.standards-question .field').evaluateAll((fields) =>
    fields.flatMap((field, at): Open[] => {
      const words = field.querySelector('legend, label')?.firstChild?.textContent?.trim() ?? ''
      const select = field.querySelector('select')
      const boxes = [...field.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')]
      const typed = [...field.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox]), textarea')]
      if (select) return select.value === '' ? [{ at, asks: words, how: 'choose' }] : []
      if (boxes.length > 0) return boxes.some((box) => box.checked) ? [] : [{ at, asks: words, how: 'press' }]
      return typed.every((box) => box.value === '') ? [{ at, asks: words, how: 'type' }] : []
    }),
  )

/** Answers what this screen still asks, and says how many questions stood answered already. */
export async function answerScreen(page: Page, answers: Answers): Promise<{ filledBefore: number }> {
  const open = await openQuestions(page)
  const all = await page.locator('.standards-question .field').count()
  for (const { at, asks, how } of open) {
    const answer = answers[asks]
    if (answer === undefined) continue
    const field = page.locator('.standards-question .field').nth(at)
    if (how === 'choose') await field.locator('select').selectOption({ label: answer })
    else if (how === 'type') await field.locator('input, textarea').first().fill(answer)
    else
      await field
        .locator('label.choice')
        .filter({ hasText: new RegExp(`^${answer.replace(/[()]/g, '.')}$`) })
        .click()
  }
  return { filledBefore: all - open.length }
}

export const place = (page: Page): Promise<string> => page.locator('.standards-walk-place').innerText()

/** The one button within the thumb's reach. Waits until another screen stands. */
export async function goOn(page: Page): Promise<void> {
  const before = await place(page)
  await page.locator('.thumb-bar .button.primary').click()
  await page.waitForFunction(
    (was) => document.querySelector<HTMLElement>('.standards-walk-place')?.innerText !== was,
    before,
  )
}

/** Answers screen after screen until the title of one fits. */
export async function walkTo(page: Page, titled: string, answers: Answers): Promise<void> {
  const title = page.locator('.standards-walk-screen h1')
  for (let screens = 0; screens < 120; screens++) {
    if ((await title.innerText()).startsWith(titled)) return
    await answerScreen(page, answers)
    await goOn(page)
  }
  throw new Error(`no screen "${titled}" within 120 screens`)
}
