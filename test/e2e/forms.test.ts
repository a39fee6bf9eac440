/**
 * Nothing typed is lost: every form of the office by a reload, and by a link, Back or an ended session. What is typed goes on
 * where the page stayed, and is offered again where it was left, until it is thrown away.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { newId } from '#platform/server/ids.ts'
import { type Answer, type OfficeForm, officeForms } from '../forms/list.ts'
import { findStory, type Story } from './demoPlaces.ts'
import { answerScreen, goOn as goOnTo, income, inNeed, place, walkTo as walkOn } from './form.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { axeFinds, sticksOut } from './look.ts'
import { signIn } from './steps.ts'

const answers = { ...inNeed, [income]: '1000000' }

let house: House
let story: Story
let page: Page
/** What the form that is tried needs the server to say. */
let trying: OfficeForm | null = null
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
  page = (await house.visit(oldPc)).page
  await signIn(page, 'hung')
  await page.route('**/api/**', async (route) => {
    const request = route.request()
    if (request.method() === 'POST' && trying?.asked && !request.url().includes('sign-')) return route.fulfill(sure)
    // What one may do everywhere is put into only where a form needs it.
    const isMe = request.url().endsWith('/api/me')
    if (request.method() !== 'GET' || (isMe && !trying?.answer)) return route.fallback()
    const response = await route.fetch()
    if (!response.headers()['content-type']?.includes('json') || !response.ok()) return route.fulfill({ response })
    const read = (await response.json()) as Answer
    if (!isMe) offerAll(read)
    trying?.answer?.(read, new URL(request.url()).pathname)
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
  'accept add amend answer approve assign back cancel change check close correct create draft draw drop end enforce explain extend finish follow hand_over keep link manage nominate not_surveyed open print quotas redraft refuse reissue reopen reply request restore return reveal revoke run send settle share skip step submit take take_back unlist use version withdraw write'
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

const buttonOf = (name: string | RegExp): Locator =>
  box()
    .getByRole('button', { name })
    .or(box().getByLabel(name, { exact: true }))
    .first()

async function openForm(form: OfficeForm): Promise<void> {
  await walkTo(form.at(story))
  for (const [at, name] of form.press.entries()) {
    const button = buttonOf(name)
    // What was opened before stays open: the next button stands there already.
    const next = form.press[at + 1]
    if (next && (await button.count()) === 0 && (await buttonOf(next).count()) > 0) continue
    await (name === 'Chọn dòng này' ? button.check() : button.click())
  }
  await page.locator('form').last().waitFor()
}

const text = 'Đang ghi dở'
const number = '12'
const day = '01/02/2026'
/** Of a date: its day, month and year. */
const boxesOf = (type: { readonly day: string }): Locator =>
  box().locator('fieldset').filter({ hasText: type.day }).last().locator('input')
const fieldOf = ({ type }: OfficeForm): Locator => {
  if ('text' in type) return box().getByLabel(type.text).last()
  if ('number' in type) return box().getByLabel(type.number).last()
  if ('pick' in type) return box().getByLabel(type.pick).first()
  if ('find' in type) return box().getByRole('combobox', { name: type.find })
  if ('choice' in type) return box().locator('label.choice').filter({ hasText: type.choice }).locator('input').first()
  return boxesOf(type).last()
}

async function typeInto(form: OfficeForm): Promise<void> {
  const field = fieldOf(form)
  await field.waitFor({ state: 'attached' })
  if ('text' in form.type) return field.fill(text)
  if ('number' in form.type) return field.fill(number)
  // Its words are pressed once they stand still: what hangs on the household comes in above them.
  if ('choice' in form.type) return box().locator('label.choice').filter({ hasText: form.type.choice }).first().click()
  if ('pick' in form.type) return void (await field.selectOption({ index: 1 }))
  if ('find' in form.type) {
    await field.fill('n')
    return box().getByRole('option').first().click()
  }
  for (const [at, part] of day.split('/').entries()) await boxesOf(form.type).nth(at).fill(part)
}

const reads = async (form: OfficeForm): Promise<boolean> => {
  const field = fieldOf(form)
  // A field that is asked for by what is typed goes with it.
  if ((await field.count()) === 0) return false
  if ('choice' in form.type) return field.isChecked()
  if ('pick' in form.type) return (await field.inputValue()) !== ''
  // One who was found stands in the box, or is the first of those chosen below it.
  if ('find' in form.type)
    return (await field.inputValue()) !== '' || (await box().getByRole('checkbox', { checked: true }).count()) > 0
  if ('text' in form.type) return (await field.inputValue()) === text
  if ('number' in form.type) return (await field.inputValue()) === number
  return (await Promise.all((await boxesOf(form.type).all()).map((box) => box.inputValue()))).join('/') === day
}
const holdsIt = (form: OfficeForm) => expect.poll(() => reads(form)).toBe(true)

async function goOn(form: OfficeForm): Promise<void> {
  if (!form.resumes) await box().getByRole('button', { name: 'Tiếp tục', exact: true }).click()
  await holdsIt(form)
}

const stands = (form: OfficeForm) =>
  expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe(form.at(story))

/** For a page without deeds, until it stands: nothing of the page before is pressed. `anew`: all that was read is read again. */
async function leave(anew = false): Promise<void> {
  await (anew ? page.goto('/chuan') : walkTo('/chuan'))
  await page.getByRole('heading', { level: 1, name: /^Chuẩn/ }).waitFor()
}

/** Back takes one step: from a form that was chosen in a dialog to what may be chosen there, then out of the dialog. */
async function goBackFrom(form: OfficeForm): Promise<void> {
  await page.goBack()
  if (form.press.length === 0) return
  await expect.poll(() => page.locator('dialog[open] form').count()).toBe(0)
  if (form.chosen) {
    expect(await page.locator('dialog[open]').count()).toBe(1)
    await page.goBack()
  }
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await stands(form)
}

/** Open, on a phone's width: what axe finds of it, and what sticks out. */
async function lookAt(form: OfficeForm): Promise<void> {
  await page.setViewportSize(phone)
  expect([...(await sticksOut(page)), ...(await axeFinds(page))], form.call).toEqual([])
  await page.setViewportSize(oldPc)
}

async function endSession(): Promise<void> {
  await page.context().clearCookies()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const over = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await over.getByLabel('Mật khẩu').fill(demoPassword)
  await over.getByRole('button', { name: 'Đăng nhập lại' }).click()
  await over.waitFor({ state: 'detached' })
}
async function goBack(form: OfficeForm): Promise<void> {
  await goBackFrom(form)
  await openForm(form)
  await goOn(form)
}
async function goElsewhere(form: OfficeForm): Promise<void> {
  await leave()
  await openForm(form)
  await goOn(form)
}
/** All forms keep their typing by one means: each is reloaded, and tried by one of these in turn. */
const ways = [endSession, goBack, goElsewhere]

let here: 'hung' | 'quantri' = 'hung'
async function comeAs(who: typeof here): Promise<void> {
  if (who === here) return
  await page.context().clearCookies()
  await signIn(page, who)
  here = who
}

async function losesNothing(form: OfficeForm, way: (form: OfficeForm) => Promise<void>): Promise<void> {
  await comeAs(form.by ?? 'hung')
  // What the server is made to say is read anew, rights too.
  await leave(form.answer !== undefined || (await page.locator('dialog[open]').count()) > 0)
  await openForm(form)
  await lookAt(form)
  await typeInto(form)

  await way(form)
  await holdsIt(form)

  await page.reload()
  await page.locator('h1').first().waitFor()
  await openForm(form)
  await goOn(form)

  await box().getByRole('button', { name: 'Bỏ bản nháp' }).click()
  await expect.poll(() => reads(form)).toBe(false)
  await expect.poll(() => keptOn(page)).toBe('[]')
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

describe('what Hùng types', () => {
  it.each(Object.keys(officeForms).map((kind, at) => [kind, ways[at % ways.length] ?? goBack] as const))(
    'into %s is not lost by a reload, nor by a link, Back or an ended session',
    async (kind, way) => {
      trying = officeForms[kind] as OfficeForm
      await losesNothing(trying, way)
    },
  )
})

const ended = () => page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
const extend = officeForms['rounds.extend'] as OfficeForm

describe('a session that ended', () => {
  it('lets what was pressed go on after the password, once', async () => {
    trying = extend
    await openForm(extend)
    for (const [at, part] of ['20', '12', '2026'].entries()) await box().locator('fieldset input').nth(at).fill(part)
    await box().getByLabel('Lý do').fill('Mưa lũ')
    await page.context().clearCookies()
    await box().getByRole('button', { name: 'Gia hạn' }).click()
    await ended().getByLabel('Mật khẩu').fill('không phải mật khẩu này')
    await ended().getByRole('button', { name: 'Đăng nhập lại' }).click()
    await ended().getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor()
    await ended().getByLabel('Mật khẩu').fill(demoPassword)
    await ended().getByRole('button', { name: 'Đăng nhập lại' }).click()
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
    const { rows } = await house.owner.query('select window_until::text as until from round where id = $1', [
      story.month,
    ])
    expect(rows).toEqual([{ until: '2026-12-20' }])
    await openForm(extend)
    await page.waitForTimeout(100)
    expect(await page.locator('.draft-note').count()).toBe(0)
    await page.goBack()
  })

  it('shows nothing of what Hùng typed to Bích, who comes in there, and all of it to him', async () => {
    await openForm(extend)
    await typeInto(extend)
    await page.context().clearCookies()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await ended().getByRole('button', { name: 'Dùng tài khoản khác' }).click()
    for (const [login, offered] of [
      ['bich', 0],
      ['hung', 1],
    ] as const) {
      await signIn(page, login)
      await openForm(extend)
      await page.waitForTimeout(200)
      expect(await page.locator('.draft-note').count()).toBe(offered)
      expect(await box().getByLabel('Lý do').inputValue()).toBe('')
      await page.context().clearCookies()
    }
  })
})

/** Past the form that stands open, as a second editor does: the answer of the server, or its refusal. */
const meanwhile = (path: string, sent: object) =>
  page.evaluate(
    async ([url, body, command]) => {
      const { account } = await (await fetch('/api/me')).json()
      const headers = { 'content-type': 'application/json', 'x-csrf': account.csrf, 'x-command': command }
      const reply = await fetch(url, { method: 'POST', headers, body })
      if (!reply.ok) throw new Error(await reply.text())
    },
    [path, JSON.stringify(sent), newId()] as const,
  )

async function fillDay(question: string, day: string): Promise<void> {
  const boxes = box().locator('fieldset').filter({ hasText: question }).last().locator('input')
  for (const [at, part] of day.split('/').entries()) await boxes.nth(at).fill(part)
}

const asked = () => page.getByRole('dialog', { name: 'Hai người cùng sửa' })
async function choose(side: RegExp | 'bạn vừa nhập'): Promise<void> {
  await asked().getByText(side).first().click()
  await asked().getByRole('button', { name: 'Ghi theo lựa chọn' }).click()
  await asked().waitFor({ state: 'detached' })
  // Where the form closes with it, it does so by a step back in the history: what walks on before that is led back.
  await page.waitForTimeout(500)
}

/** A household of the round with at least four at home. */
async function findLarge() {
  const { rows } = await house.owner.query<{ id: string; village: string; others: string[] }>(
    `select m.household_id as id, h.village_id as village,
            array_agg(m.id order by m.birth_year) filter (where m.relation <> 'head') as others
       from member m join household h using (household_id) join review_case c using (household_id)
      where c.round_id = $1 and m.left_on is null
      group by 1, 2 having count(*) >= 4 order by 1 limit 1`,
    [story.month],
  )
  if (!rows[0]) throw new Error('no household of four')
  return rows[0]
}

/**
 * Forms of fields that stand: what both touched is shown side by side, what only one touched stands. A member: together.test.ts; a
 * village: src/features/rounds/assigning.
 */
describe('a second editor who comes first', () => {
  beforeAll(() => signIn(page, 'hung'))
  const open = async (kind: string) => {
    const form = officeForms[kind] as OfficeForm
    trying = null
    await leave()
    await openForm(form)
    // What an earlier story left is offered a moment later.
    await page.waitForTimeout(300)
    const offered = page.getByRole('button', { name: 'Bỏ', exact: true })
    if (await offered.count()) await offered.click()
  }

  it('gave the round another last day: both days are shown, and the one that is chosen stands', async () => {
    await open('rounds.extend')
    await fillDay('Hạn mới', '28/12/2026')
    await box().getByLabel('Lý do').fill('Mưa lũ')
    await meanwhile(`/api/rounds/${story.month}/extend`, { windowUntil: '2026-12-24', because: 'Nghỉ lễ' })
    await box().getByRole('button', { name: 'Gia hạn' }).click()
    await asked().getByText('24/12/2026').waitFor()
    await asked().getByText('28/12/2026').waitFor()
    await choose('bạn vừa nhập')
    const { rows } = await house.owner.query('select window_until::text as day from round where id = $1', [story.month])
    expect(rows).toEqual([{ day: '2026-12-28' }])
  })

  it('moved the household elsewhere: the address is chosen, the number that only one touched stands', async () => {
    const { id, village } = await findLarge()
    story = { ...story, waiting: { ...story.waiting, household: id } }
    await open('households.move')
    await box().getByLabel('Địa chỉ').fill('Ngõ của Hùng')
    await fillDay('Từ ngày', '20/11/2026')
    const first = { villageId: village, address: 'Ngõ người kia', number: '977', on: '2026-11-18' }
    await meanwhile(`/api/households/${id}/residence`, first)
    await box().getByRole('button', { name: 'Ghi', exact: true }).click()
    await asked().getByText('Ngõ người kia').waitFor()
    await asked().getByText('Ngõ của Hùng').waitFor()
    expect(await asked().locator('fieldset').count()).toBe(1)
    await choose('bạn vừa nhập')
    const { rows } = await house.owner.query('select address, number from household where household_id = $1', [id])
    expect(rows).toEqual([{ address: 'Ngõ của Hùng', number: '977' }])
  })

  it('made another the head: both are named, and the one that is chosen heads the household', async () => {
    const { id, others } = await findLarge()
    await open('households.head')
    const choices = box().locator('fieldset').filter({ hasText: 'Chủ hộ mới' }).first().locator('input')
    await choices.first().check()
    const mine = await choices.first().inputValue()
    // Drawn once a head is chosen.
    await box().getByLabel('là gì của chủ hộ?').first().waitFor()
    for (const relation of await box().getByLabel('là gì của chủ hộ?').all())
      if ((await relation.inputValue()) === '') await relation.selectOption('other')
    await fillDay('Làm chủ hộ từ ngày', '20/11/2026')
    const other = others.find((one) => one !== mine)
    await meanwhile(`/api/households/${id}/head`, { newHeadId: other, on: '2026-11-19' })
    await box().getByRole('button', { name: 'Ghi', exact: true }).click()
    await asked().waitFor()
    expect(await asked().locator('label.choice').count()).toBe(2)
    await choose(/^Lê Văn Hùng .* ghi/)
    const { rows } = await house.owner.query(
      `select id from member where household_id = $1 and left_on is null and relation = 'head'`,
      [id],
    )
    expect(rows).toEqual([{ id: other }])
  })
})

/** A device whose store takes nothing. */
const full = () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse })
}

describe('a device whose store is full', () => {
  it('says so in the form, and asks before the form is closed', async () => {
    const visit = await house.visit(oldPc)
    await visit.page.addInitScript(full)
    await signIn(visit.page, 'hung')
    await visit.page.goto(`/ra-soat/${story.month}`)
    await visit.page.getByRole('button', { name: 'Gia hạn' }).click()
    const dialog = visit.page.getByRole('dialog')
    await dialog.getByLabel('Lý do').fill('Mưa lũ')
    await dialog.getByRole('alert').filter({ hasText: 'Máy này không lưu được bản nháp' }).waitFor()
    const asked: string[] = []
    const leave = [false, false, true]
    visit.page.on('dialog', (question) => {
      asked.push(question.message())
      void (leave[asked.length - 1] ? question.accept() : question.dismiss())
    })
    await dialog.getByRole('button', { name: 'Đóng' }).click()
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Mưa lũ')
    await visit.page.goBack()
    await expect.poll(() => asked.length).toBe(2)
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Mưa lũ')
    await visit.page.goBack()
    await dialog.waitFor({ state: 'detached' })
    expect(new URL(visit.page.url()).pathname).toBe(`/ra-soat/${story.month}`)
  })

  it('lets Mai send her form straight to the server; a number that cannot be read stops her before', async () => {
    const visit = await house.visit(phone)
    await visit.page.addInitScript(full)
    await signIn(visit.page, 'mai', '/phone')
    await visit.page.goto(`/phone/phieu/${story.toSurvey.household}/${story.toSurvey.case}`)
    await visit.page.locator('.standards-walk-place').waitFor()
    const area = visit.page.getByLabel('Tổng diện tích nhà ở')
    for (let screens = 0; screens < 60 && !(await area.count()); screens++) {
      await answerScreen(visit.page, answers)
      await goOnTo(visit.page)
    }
    await answerScreen(visit.page, answers)
    await area.fill('hai tư')
    const before = await place(visit.page)
    await visit.page.locator('.thumb-bar .button.primary').click()
    await visit.page.getByRole('alert').filter({ hasText: 'Cần xem lại: Tổng diện tích nhà ở' }).waitFor()
    expect(await place(visit.page)).toBe(before)
    expect(await area.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await area.inputValue()).toBe('hai tư')
    await area.fill('24')
    await walkOn(visit.page, 'Kết quả', answers)
    await visit.page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await visit.page.getByRole('alert').filter({ hasText: 'Máy này không lưu được phiếu' }).waitFor()
    await visit.page.getByRole('button', { name: 'Gửi thẳng lên máy chủ' }).click()
    await visit.page.waitForURL((url) => url.pathname === '/phone')
    const { rows } = await house.owner.query('select state from review_case where id = $1', [story.toSurvey.case])
    expect(rows).toEqual([{ state: 'submitted' }])
  })
})

describe('what is wrong', () => {
  it('is said at its field, the first takes the focus and all are named; what the server says too', async () => {
    const visit = await house.visit(oldPc)
    await signIn(visit.page, 'quantri')
    await visit.page.goto('/quyen')
    await visit.page.getByRole('button', { name: 'Tạo tài khoản' }).click()
    const dialog = visit.page.getByRole('dialog')
    const focused = (label: string) => dialog.getByLabel(label).evaluate((box) => box === document.activeElement)
    await dialog.getByLabel('Họ và tên').fill('Lò Văn Pao')
    await dialog.getByLabel('Tên đăng nhập').fill('Pao Lò')
    await dialog.getByLabel('Tên đăng nhập').press('Enter')
    const named = 'Cần xem lại: Tên đăng nhập; Mật khẩu giao lần đầu; Vai trò.'
    await expect.poll(() => dialog.locator('form > div > [role=alert].only-heard').textContent()).toBe(named)
    await expect.poll(() => focused('Tên đăng nhập')).toBe(true)
    expect(await dialog.locator('[aria-invalid=true]').count()).toBe(3)
    await dialog.getByLabel('Tên đăng nhập').fill('hung')
    await dialog.getByLabel('Mật khẩu giao lần đầu').fill('mot cau dai de nho')
    await dialog.getByLabel('Vai trò').selectOption({ label: 'Rà soát viên' })
    await dialog.getByRole('button', { name: 'Tạo và giao quyền' }).click()
    await dialog.locator('.field').filter({ hasText: 'Tên đăng nhập "hung" đã có người dùng.' }).waitFor()
    await expect.poll(() => focused('Tên đăng nhập')).toBe(true)
    const kept = await keptOn(visit.page)
    expect(kept).toContain('Lò Văn Pao')
    expect(kept).not.toContain('mot cau dai')
  })
})
