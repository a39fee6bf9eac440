/**
 * Mai's phone, a real Chromium on the old build's pages: forms sent, one refused, one whose reply was lost, one never
 * sent, one begun.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { answerScreen, goOn, income, inNeed, walkTo } from '../../e2e/form.ts'
import { openPhone, type PhoneOpen } from '../chromium.ts'
import type { Phone } from '../folder.ts'
import { readStore } from '../store.ts'
import { loseReply } from './sent.ts'

export type Case = { readonly householdId: string; readonly caseId: string; readonly headName: string }

const answers = { ...inNeed, [income]: '900000' }
const formOf = ({ householdId, caseId }: Case): string => `/phone/phieu/${householdId}/${caseId}`

export class MaisPhone {
  readonly page: Page
  readonly close: () => Promise<void>
  readonly #context: BrowserContext
  constructor({ page, context, close }: PhoneOpen) {
    this.page = page
    this.close = close
    this.#context = context
  }

  static async open(address: string, password: string): Promise<MaisPhone> {
    const opened = await openPhone(address)
    const { page } = opened
    await page.goto('/phone')
    await page.getByLabel('Tên đăng nhập').fill('mai')
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.locator('a.surveys-household').first().waitFor()
    return new MaisPhone(opened)
  }

  /** The cookie of her session, as `name=value`. */
  async cookie(): Promise<string> {
    const [session] = await this.#context.cookies()
    if (!session) throw new Error('nobody is signed in on the phone')
    return `${session.name}=${session.value}`
  }

  async #walk(one: Case): Promise<void> {
    await this.page.goto(formOf(one))
    await this.page.locator('.thumb-bar .button.primary').waitFor()
    await goOn(this.page)
    await walkTo(this.page, 'Kiểm tra lại câu trả lời', answers)
    await goOn(this.page)
  }

  async #send(line: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Gửi' }).waitFor()
    await this.page.getByText(line).first().waitFor()
  }

  async survey(one: Case): Promise<void> {
    await this.#walk(one)
    await this.#send('Không còn gì chờ gửi.')
  }

  /** Finishes a form that somebody else sends meanwhile: hers is refused, and stays with the reason. */
  async surveyRefused(one: Case, meanwhile: () => Promise<void>): Promise<void> {
    await this.#walk(one)
    await meanwhile()
    await this.#send('1 phiếu bị trả lại. Mở mục Gửi để xem lý do.')
  }

  /** Begins a form, types into one question, and leaves it so. */
  async begin(one: Case, question: string, typed: string): Promise<Phone['draft']> {
    const { page } = this
    await page.goto(formOf(one))
    await page.locator('.thumb-bar .button.primary').waitFor()
    await goOn(page)
    for (let screens = 0; screens < 120; screens++) {
      if ((await page.getByLabel(question).count()) > 0) break
      await answerScreen(page, answers)
      await goOn(page)
    }
    await page.getByLabel(question).first().fill(typed)
    await page.getByText('Đã lưu trên máy.').waitFor()
    const title = await page.locator('.standards-walk-screen h1').innerText()
    return { path: formOf(one), title, question, typed }
  }

  /** Sends a form that arrives, while its reply does not: from then on the server is out of reach. */
  async surveyUnheard(one: Case): Promise<Phone['lost']> {
    await this.#walk(one)
    const lost = loseReply(this.page, '**/api/households/*/cases/*/surveys')
    await this.#send('1 phiếu đang chờ gửi.')
    return lost
  }

  /** Finishes a form where there is no signal. */
  async surveyOffline(one: Case): Promise<void> {
    await this.#walk(one)
    await this.#context.setOffline(true)
    await this.#send('Chưa có mạng. 2 phiếu đang chờ gửi.')
  }

  async leave(): Promise<Pick<Phone, 'cookie' | 'localStorage' | 'store'>> {
    const kept = await this.page.evaluate(() => ({ ...localStorage }))
    return { cookie: await this.cookie(), localStorage: kept, store: await readStore(this.page, 'nangbuoc') }
  }
}
