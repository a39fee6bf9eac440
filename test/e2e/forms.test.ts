/**
 * Nothing typed is lost: every form of the office by a link, Back, reload and an ended session. What is typed goes on
 * where the page stayed, and is offered again where it was left, until it is thrown away.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { type Answer, type OfficeForm, officeForms } from '../forms/list.ts'
import { findStory, type Story } from './demoPlaces.ts'
import { type House, oldPc, openHouse } from './house.ts'
import { signIn } from './steps.ts'

let house: House
let story: Story
let page: Page
/** What the form that is tried needs the server to say. */
let trying: OfficeForm | null = null
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
  page = (await house.visit(oldPc)).page
  page.setDefaultTimeout(6000)
  await signIn(page, 'hung')
  await page.route('**/api/**', async (route) => {
    const request = route.request()
    if (request.method() === 'POST' && trying?.asked && !request.url().includes('sign-')) return route.fulfill(sure)
    if (request.method() !== 'GET' || request.url().endsWith('/api/me')) return route.fallback()
    const response = await route.fetch()
    if (!response.headers()['content-type']?.includes('json') || !response.ok()) return route.fulfill({ response })
    const read = (await response.json()) as Answer
    offerAll(read)
    trying?.answer?.(read)
    return route.fulfill({ response, json: read })
  })
})
afterAll(() => house.close())

const sure = {
  status: 409,
  contentType: 'application/json',
  body: JSON.stringify({ code: 'rounds.sure', title: { vi: 'Vẫn làm?', en: 'All the same?' }, facts: {} }),
}

/** Every button that the answer could offer: what is asked here is what becomes of the typing. */
const everything =
  'accept assign cancel change check correct create draft draw enforce extend finish hand_over keep manage print redraft reopen request return reveal run skip submit unlist withdraw'
function offerAll(read: Answer): void {
  if (typeof read !== 'object' || read === null) return
  if (Array.isArray(read.can)) read.can = everything.split(' ')
  for (const part of Object.values(read)) offerAll(part)
}

/** By a link of the page, as a press on one does. */
async function walkTo(address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.body.append(link)
    link.click()
    link.remove()
  }, address)
  await page.waitForURL((url) => url.pathname + url.search === address)
}

const box = () => page.locator('dialog[open]').last().or(page.locator('main')).last()

async function openForm(form: OfficeForm): Promise<void> {
  await walkTo(form.at(story))
  for (const name of form.press) {
    const button = box()
      .getByRole('button', { name })
      .or(box().getByLabel(name, { exact: true }))
      .first()
    await (name === 'Chọn dòng này' ? button.check() : button.click())
  }
  if (form.asked === 'search') await askSure()
  await page.locator('form').last().waitFor()
}

/** Sends what was searched, where nothing was left to go on with. */
async function askSure(): Promise<void> {
  const search = page.locator('dialog[open] [role=combobox]')
  await search.waitFor()
  await page.waitForTimeout(100)
  if (await page.locator('dialog[open] [inert]').count()) return
  await search.fill('an')
  await page.locator('dialog[open] [role=option]').first().click()
  await page.locator('dialog[open] [type=submit]').click()
}

const text = 'Đang ghi dở'
const fieldOf = ({ type }: OfficeForm): Locator => {
  if ('text' in type) return box().getByLabel(type.text).last()
  if ('choice' in type) return box().locator('label.choice').filter({ hasText: type.choice }).locator('input').first()
  return box().locator('fieldset').filter({ hasText: type.day }).last().locator('input').last()
}

async function typeInto(form: OfficeForm): Promise<void> {
  const field = fieldOf(form)
  await field.waitFor({ state: 'attached' })
  if ('text' in form.type) return field.fill(text)
  if ('choice' in form.type) return field.check({ force: true })
  const boxes = box().locator('fieldset').filter({ hasText: form.type.day }).last().locator('input')
  for (const [at, part] of ['01', '02', '2026'].entries()) await boxes.nth(at).fill(part)
}

const reads = async (form: OfficeForm): Promise<boolean> => {
  const field = fieldOf(form)
  // A field that is asked for by what is typed goes with it.
  if ((await field.count()) === 0) return false
  if ('choice' in form.type) return field.isChecked()
  return (await field.inputValue()) === ('text' in form.type ? text : '2026')
}
const holdsIt = (form: OfficeForm) => expect.poll(() => reads(form)).toBe(true)

async function goOn(form: OfficeForm): Promise<void> {
  if (!form.resumes) await box().getByRole('button', { name: 'Tiếp tục', exact: true }).click()
  await holdsIt(form)
}

const stands = (form: OfficeForm) =>
  expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe(form.at(story))

async function losesNothing(form: OfficeForm): Promise<void> {
  if (await page.locator('dialog[open]').count()) await page.goto('/toi')
  await openForm(form)
  await typeInto(form)

  await page.context().clearCookies()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const over = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await over.getByLabel('Mật khẩu').fill(demoPassword)
  await over.getByRole('button', { name: 'Đăng nhập lại' }).click()
  await over.waitFor({ state: 'detached' })
  await holdsIt(form)

  await page.goBack()
  if (form.press.length > 0) {
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await stands(form)
  }
  await openForm(form)
  await goOn(form)

  await walkTo('/toi')
  await openForm(form)
  await goOn(form)

  await page.reload()
  await page.locator('h1').first().waitFor()
  await walkTo('/toi')
  await openForm(form)
  await goOn(form)

  await box().getByRole('button', { name: 'Bỏ bản nháp' }).click()
  await expect.poll(() => reads(form)).toBe(false)
  await walkTo('/toi')
  await openForm(form)
  await page.waitForTimeout(50)
  expect(await page.locator('.draft-note').count()).toBe(0)
  await page.goBack()
}

describe('what Hùng types', () => {
  it.each(Object.keys(officeForms))('into %s is not lost by a link, Back, reload or an ended session', async (kind) => {
    trying = officeForms[kind] as OfficeForm
    await losesNothing(trying)
  })
})
