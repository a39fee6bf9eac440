/** A week in the hills: Mai took her households home, and neither the page nor the server is to be had. */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findStory, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed, place, walkTo } from './form.ts'
import { type House, openHouse, phone } from './house.ts'
import { enterWithPin, unlock } from './pin.ts'
import { open, reads, signIn, title } from './steps.ts'

let house: House
let story: Story
/** The pages of this house alone, so that another release can be put in their place. */
let pages: string
const pagesOfAll = process.env.WEB_PAGES
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'nang-buoc-pages-'))
  await cp(pagesOfAll ?? 'dist/web', pages, { recursive: true })
  process.env.WEB_PAGES = pages
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(async () => {
  if (pagesOfAll === undefined) delete process.env.WEB_PAGES
  else process.env.WEB_PAGES = pagesOfAll
  await house.close()
  await rm(pages, { recursive: true, force: true })
})

const answers = { ...inNeed, [income]: '1000000' }
type Case = Story['toSurvey']
const formOf = ({ household, case: id }: Case): string => `/phone/phieu/${household}/${id}`
const stateOf = async ({ case: id }: Case): Promise<string> =>
  (await house.owner.query('select state from review_case where id = $1', [id])).rows[0].state

/** Until all of it is here: the pages with the worker that keeps them, and the forms. */
async function takenHome(page: Page): Promise<void> {
  await reads(page, /^Đã có đủ \d+ phiếu trên máy/)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** The browser is closed and opened again where there is no line. */
async function coldStart(page: Page, path: string): Promise<Page> {
  const context = page.context()
  await context.setOffline(true)
  await page.close()
  const next = await context.newPage()
  await next.goto(path)
  await unlock(next)
  await next.getByLabel('Mã PIN').waitFor({ state: 'detached' })
  await next.waitForFunction(() => document.querySelector('#main *') && !document.querySelector('.skeleton'))
  return next
}

async function fillIn(page: Page): Promise<void> {
  await walkTo(page, 'Kiểm tra lại câu trả lời', answers)
  await reads(page, 'Không còn câu nào thiếu.')
  await goOn(page)
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await title(page, 'Gửi')
}

it('opens far from any line a household that was never opened, is closed in the middle, and all of it arrives once', async () => {
  const { page: atHome } = await house.visit(phone, 'asked')
  await enterWithPin(atHome, 'mai')
  await takenHome(atHome)
  let page = await coldStart(atHome, '/phone')
  await reads(page, /bản đã lưu trên máy lúc/)

  await page.locator(`a[href="${formOf(story.toSurvey)}"]`).click()
  await goOn(page)
  await fillIn(page)
  await reads(page, 'Chưa có mạng. 1 phiếu đang chờ gửi.')

  // Closed in the middle of the second.
  await page.goto(formOf(story.toSurveyToo))
  await unlock(page)
  await goOn(page)
  await answerScreen(page, answers)
  await goOn(page)
  const before = await place(page)
  await reads(page, 'Đã lưu trên máy.')
  page = await coldStart(page, formOf(story.toSurveyToo))
  await page.locator('.standards-walk-place').waitFor()
  expect(await place(page)).toBe(before)
  await fillIn(page)
  await reads(page, 'Chưa có mạng. 2 phiếu đang chờ gửi.')
  expect([await stateOf(story.toSurvey), await stateOf(story.toSurveyToo)]).toEqual(['assigned', 'assigned'])

  await page.context().setOffline(false)
  await reads(page, 'Không còn gì chờ gửi.')
  for (const one of [story.toSurvey, story.toSurveyToo]) {
    expect(await stateOf(one)).toBe('submitted')
    const { rows } = await house.owner.query(
      'select count(*)::int as n from survey s join review_case c on c.household_id = s.household_id and c.round_id = s.round_id where c.id = $1',
      [one.case],
    )
    expect(rows[0].n).toBe(1)
  }
})

it('says what is true of a household whose form is not on the phone, and what the phone can do', async () => {
  const { page: atHome } = await house.visit(phone, 'asked')
  await enterWithPin(atHome, 'mai')
  await takenHome(atHome)
  const page = await coldStart(atHome, `/phone/phieu/${crypto.randomUUID()}/${crypto.randomUUID()}`)
  await reads(page, /Chưa có mạng, và phiếu của hộ này chưa tải về máy/)
  await page.goto('/phone/gui')
  await unlock(page)
  await reads(page, 'mở được khi không có mạng')
})

it('takes a newer release only when no page of the old one is open, and an open page needs nothing that is gone', async () => {
  const { page } = await house.visit(phone)
  await signIn(page, 'mai', '/phone')
  await takenHome(page)
  const build = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('nb-phone-')))
  const [first] = await build()
  // The next release: the same files under another name.
  const script = join(pages, 'phone-worker.js')
  const next = (await readFile(script, 'utf8')).replace(
    String(first).slice('nb-phone-'.length),
    () => 'f00dfeedf00dfeed',
  )
  await writeFile(script, next)
  for (const packed of ['br', 'gz']) await rm(`${script}.${packed}`)
  await page.evaluate(async () => {
    const held = await navigator.serviceWorker.getRegistration('/phone')
    await held?.update()
  })
  await page.waitForFunction(async () => {
    const held = await navigator.serviceWorker.getRegistration('/phone')
    return Boolean(held?.waiting)
  })
  expect((await build()).sort()).toEqual([first, 'nb-phone-f00dfeedf00dfeed'].sort())
  // What the old one was made of is not served any more.
  await rename(join(pages, 'assets'), join(pages, 'gone'))
  await page.locator(`a[href^="/phone/phieu/"]`).first().click()
  await page.locator('.standards-walk-place, .surveys-form').first().waitFor()
  // On a slow phone the first start may still be the old one's: the next tries again.
  await expect
    .poll(async () => {
      await open(page, '/phone')
      return build()
    })
    .toEqual(['nb-phone-f00dfeedf00dfeed'])
})
