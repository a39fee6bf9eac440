/** What lies on a phone in the village: closed to who picks it up, lost to nobody whose work it is. */
import { copyFile, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { findStory, type Story } from './demoPlaces.ts'
import { answerScreen, goOn, income, inNeed, walkTo } from './form.ts'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { enterWithPin, pin, unlock } from './pin.ts'
import { hides, reads, settled, signIn, title } from './steps.ts'

let house: House
let story: Story
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
})
afterAll(() => house.close())

const answers = { ...inNeed, [income]: '1000000' }
type Case = Story['toSurvey']
const formOf = ({ household, case: id }: Case): string => `/phone/phieu/${household}/${id}`

async function takenHome(page: Page): Promise<void> {
  await reads(page, /^Đã có đủ \d+ phiếu trên máy/)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Everything that this browser keeps of us, as one text: who takes the phone apart reads this. */
const everythingOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const told: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    const asText = (value: unknown): string =>
      value instanceof Uint8Array
        ? new TextDecoder().decode(value)
        : typeof value === 'object' && value !== null
          ? Object.values(value).map(asText).join(' ')
          : String(value)
    for (const { name = '' } of await indexedDB.databases()) {
      const store = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
      })
      for (const table of store.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const asked = store.transaction(table).objectStore(table).getAll()
          asked.onsuccess = () => resolve(asked.result)
        })
        told.push(`${table}: ${all.map(asText).join('\n')}`)
      }
      store.close()
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) told.push(request.url)
    return told.join('\n')
  })

/** Names of people, as the register has them. */
const namesOf = async ({ household }: Case): Promise<string[]> => {
  const { rows } = await house.owner.query<{ name: string }>(
    `select full_name as name from member where household_id = $1
      union select full_name from account where login = 'mai'`,
    [household],
  )
  return rows.map(({ name }) => name)
}

async function fillIn(page: Page): Promise<void> {
  await walkTo(page, 'Kiểm tra lại câu trả lời', answers)
  await goOn(page)
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await title(page, 'Gửi')
}

const surveysOf = async ({ household, case: id }: Case) =>
  (
    await house.owner.query(
      `select a.login from survey s join account a on a.id = s.account_id
         join review_case c on c.household_id = s.household_id and c.round_id = s.round_id where c.id = $2 and s.household_id = $1`,
      [household, id],
    )
  ).rows.map(({ login }) => login)

it('a form begun and one finished lie there sealed, while she works, closed, and signed out', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  const names = [...(await namesOf(story.toSurvey)), ...(await namesOf(story.toSurveyToo))]
  expect(names.length).toBeGreaterThan(3)
  const unnamed = async () => {
    const found = await everythingOn(page)
    expect(found).toContain('drafts:')
    expect(names.filter((name) => found.includes(name))).toEqual([])
    return found
  }
  await unnamed()
  await page.context().setOffline(true)
  await page.goto(formOf(story.toSurveyToo))
  await unlock(page)
  await goOn(page)
  await answerScreen(page, answers)
  await goOn(page)
  await reads(page, 'Đã lưu trên máy.')
  await page.goto(formOf(story.toSurvey))
  await unlock(page)
  await goOn(page)
  await fillIn(page)
  await reads(page, 'Chưa có mạng. 1 phiếu đang chờ gửi.')
  expect(await unnamed()).not.toContain('1000000')

  // The session ends, and nobody signs in: what is finished goes home all the same.
  await house.owner.query(
    `update session set ended_at = now() where account_id = (select id from account where login = 'mai')`,
  )
  await page.reload()
  await title(page, 'Máy đang khóa')
  await reads(page, /1 phiếu đã xong vẫn còn trên máy này/)
  expect(await surveysOf(story.toSurvey)).toEqual([])
  await page.context().setOffline(false)
  await page.reload()
  await expect.poll(() => surveysOf(story.toSurvey)).toEqual(['mai'])
  await unnamed()

  // The password brings the begun one back, and the PIN is as it was.
  await signIn(page, 'mai', formOf(story.toSurveyToo))
  await page.locator('.standards-walk-place').waitFor()
  await fillIn(page)
  await expect.poll(() => surveysOf(story.toSurveyToo)).toEqual(['mai'])
  await page.goto('/phone')
  await unlock(page)
  await title(page, 'Hộ của tôi')
})

it('wrong PINs wait longer and longer and take nothing; a new one is set after the password', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  await page.goto('/phone')
  for (let n = 0; n < 4; n += 1) {
    await unlock(page, '111222')
    await reads(page, /Mã PIN không đúng/)
  }
  // Told at once, and not only to who tries again.
  await reads(page, /Chờ \d+ giây rồi thử lại/)
  // A page that is loaded anew waits on.
  await page.reload()
  await reads(page, /Chờ \d+ giây rồi thử lại/)
  // Another window tried meanwhile: what was not tried here is not called wrong, and stands there for later.
  await page
    .getByText(/Chờ \d+ giây/)
    .first()
    .waitFor({ state: 'detached' })
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const asked = indexedDB.open('nangbuoc')
        asked.onsuccess = () => {
          const into = asked.result.transaction('vault', 'readwrite').objectStore('vault')
          const all = into.getAll()
          all.onsuccess = () => {
            for (const row of all.result) into.put({ ...row, wrongs: 6, wrongAt: Date.now() })
          }
          into.transaction.oncomplete = () => resolve()
        }
      }),
  )
  await page.getByLabel('Mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
  await reads(page, /Chờ \d+ giây rồi thử lại/)
  expect(await page.getByText('Mã PIN không đúng').count()).toBe(0)
  expect(await page.getByLabel('Mã PIN').inputValue()).toBe(pin)
  await page.getByRole('button', { name: 'Đăng nhập bằng mật khẩu' }).click()
  await title(page, 'Đăng nhập')
  await signIn(page, 'mai', '/phone/gui')
  // Nobody has to know where a PIN is changed.
  await title(page, 'Đặt mã PIN mới')
  await page.getByLabel('Mã PIN mới').fill('123456')
  await page.getByLabel('Nhập lại mã PIN').focus()
  await reads(page, /Dãy này dễ đoán/)
  await page.getByLabel('Mã PIN mới').fill('580316')
  await page.getByLabel('Nhập lại mã PIN').fill('580316')
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
  await title(page, 'Gửi')
  await page.goto('/phone')
  await unlock(page, pin)
  await reads(page, /Mã PIN không đúng/)
  await unlock(page, '580316')
  await title(page, 'Hộ của tôi')
})

it('what waits leaves a phone as a file; the office brings it in, twice, and the phone is told when it comes home itself', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  const form = (await page.locator('a[href^="/phone/phieu/"]').first().getAttribute('href')) ?? ''
  const [household = '', id = ''] = form.split('/').slice(3)
  const one = { household, case: id, head: '' }
  await page.context().setOffline(true)
  await page.goto(form)
  await unlock(page)
  await goOn(page)
  await fillIn(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lưu tệp phiếu' }).click()
  const file = await (await download).path()
  expect((await download).suggestedFilename()).toMatch(/^phieu-mai-\d{8}\.nangbuoc$/)
  const text = await readFile(file, 'utf8')
  expect(text.split('\n').filter(Boolean)).toHaveLength(2)
  for (const name of await namesOf(one)) expect(text).not.toContain(name)

  const { page: desk } = await house.visit(oldPc)
  await signIn(desk, 'hung', '/dien-thoai')
  const bring = async (said: RegExp, content = text) => {
    await desk.locator('input[type=file]').setInputFiles({
      name: 'phieu-mai.nangbuoc',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })
    await desk.getByRole('button', { name: 'Nộp phiếu trong tệp' }).click()
    await reads(desk, said)
  }
  await bring(/Máy chủ đã nhận 1 phiếu/)
  expect(await surveysOf(one)).toEqual(['mai'])
  // Wholly taken, the file is let go: the next one is chosen at once, and nobody wonders whether this one went.
  await reads(desk, 'Chọn tệp trước.')
  await hides(desk, 'phieu-mai.nangbuoc')
  // The very same file once more, as a person chooses it: a field that still held it would hear of no change.
  const lying = `${file}.nangbuoc`
  await copyFile(file, lying)
  for (let times = 0; times < 2; times++) {
    await desk.locator('input[type=file]').setInputFiles(lying)
    await desk.getByRole('button', { name: 'Nộp phiếu trong tệp' }).click()
    await reads(desk, /Máy chủ đã nhận 1 phiếu/)
    await reads(desk, 'Chọn tệp trước.')
  }
  await desk.reload()
  await bring(/1 phiếu trong tệp bị cắt hỏng/, text.slice(0, 150))
  // What was not wholly taken stays in hand.
  await reads(desk, 'phieu-mai.nangbuoc')
  await desk.locator('input[type=file]').setInputFiles({
    name: 'khac.nangbuoc',
    mimeType: 'text/plain',
    buffer: Buffer.from('khác'),
  })
  await reads(desk, /không phải tệp phiếu/)
  await page.context().setOffline(false)
  await reads(page, /Máy chủ đã nhận lúc/)
  expect(await surveysOf(one)).toEqual(['mai'])
})

it('of two people on one phone each opens the own, and what Mai finished goes out under her name while Thắng is here', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  await page.goto('/phone/gui')
  await unlock(page)
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await title(page, 'Đăng nhập')
  // The next person begins at the list, and not where Mai stood.
  await page.waitForURL('**/phone')
  await enterWithPin(page, 'thang', '905173')
  const mine = await namesOf(story.toSurvey)
  for (const name of mine) expect(await page.getByText(name).count()).toBe(0)
  await page.goto('/phone')
  await unlock(page, pin)
  await reads(page, /Mã PIN không đúng/)
  await unlock(page, '905173')
  await title(page, 'Hộ của tôi')
})

it('a phone that the office reported lost is empty once it is heard of', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  const form = (await page.locator('a[href^="/phone/phieu/"]').first().getAttribute('href')) ?? ''
  await page.getByRole('link', { name: 'Gửi', exact: true }).click()
  const mark = await page.locator('dt', { hasText: 'Số máy' }).locator('+ dd').innerText()
  expect(mark).toMatch(/^[0-9A-F]{4}$/)
  await page.context().setOffline(true)
  await page.goto(form)
  await unlock(page)
  await goOn(page)
  await reads(page, 'Đã lưu trên máy.')
  const here = /drafts:[^\n]*survey/
  expect(await everythingOn(page)).toMatch(here)

  const { page: desk } = await house.visit(oldPc)
  await signIn(desk, 'hung', '/dien-thoai')
  await settled(desk)
  // Of her phones the office knows which it is by what stands on it.
  expect(await desk.getByRole('row').filter({ hasText: mark }).count()).toBe(1)
  await desk.getByRole('button', { name: 'Báo mất' }).first().click()
  await desk.getByLabel('Lý do').fill('Rơi dưới suối')
  await desk.getByRole('dialog').getByRole('button', { name: 'Báo mất' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await reads(desk, /Mất máy/)
  await house.owner.query(
    `update field_device set state = 'lost', stated_by = account_id, stated_at = now() where state = 'in_use'`,
  )
  await page.context().setOffline(false)
  await page.reload()
  // It empties itself and opens anew: in between it cannot be asked.
  const left = () => everythingOn(page).catch(() => 'drafts: survey')
  await expect.poll(left, { timeout: 20_000 }).not.toMatch(here)
  await title(page, 'Đăng nhập')
  await settled(page)
  expect(await left()).toMatch(/vault: $/m)
})

it('what was begun on a phone given back is found on the next one, with what was typed, and the first is empty', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  const form = (await page.locator('a[href^="/phone/phieu/"]').nth(1).getAttribute('href')) ?? ''
  await page.context().setOffline(true)
  await page.goto(form)
  await unlock(page)
  await goOn(page)
  await answerScreen(page, answers)
  await goOn(page)
  await reads(page, 'Đã lưu trên máy.')
  await house.owner.query(
    `update field_device set state = 'returned', stated_by = account_id, stated_at = now()
      where state = 'in_use' and account_id = (select id from account where login = 'mai')`,
  )
  // Closed, and nobody is signed in.
  await house.owner.query(
    `update session set ended_at = now() where account_id = (select id from account where login = 'mai')`,
  )
  await page.context().setOffline(false)
  await page.goto('/phone')
  const here = /drafts:[^\n]*survey/
  const left = () => everythingOn(page).catch(() => 'drafts: survey')
  await expect.poll(left, { timeout: 20_000 }).not.toMatch(here)
  const kept = async () =>
    (await house.owner.query<{ n: number }>('select count(*)::int as n from field_draft')).rows[0]?.n
  expect(await kept()).toBe(1)

  const { page: next } = await house.visit(phone, 'asked')
  await enterWithPin(next, 'mai')
  await expect.poll(kept, { timeout: 20_000 }).toBe(0)
  await next.goto(form)
  await unlock(next)
  // Where she had come to, not the first screen.
  await next.locator('.standards-walk-place').waitFor()
  expect(await everythingOn(next)).toMatch(here)
})

it('a phone given back while she is signed in signs her out, says why, and keeps nothing of it for itself', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  await house.owner.query(
    `update field_device set state = 'returned', stated_by = account_id, stated_at = now()
      where state = 'in_use' and account_id = (select id from account where login = 'mai')`,
  )
  await page.reload()
  await unlock(page)
  await title(page, 'Đăng nhập')
  await reads(page, /Xã đã ghi là máy này đã trả/)
  const { rows } = await house.owner.query(
    `select from field_device d join account a on a.id = d.account_id where a.login = 'mai' and d.state = 'in_use'`,
  )
  expect(rows).toEqual([])
})

it('who signs out and in again opens the phone without a line by the PIN, with all that lies there', async () => {
  const { page } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await takenHome(page)
  await page.goto('/phone/gui')
  await unlock(page)
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await title(page, 'Đăng nhập')
  await signIn(page, 'mai', '/phone')
  await title(page, 'Hộ của tôi')
  await takenHome(page)
  await page.context().setOffline(true)
  await page.goto('/phone')
  await unlock(page)
  await title(page, 'Hộ của tôi')
  expect(await page.locator('a[href^="/phone/phieu/"]').count()).toBeGreaterThan(0)
})

it('a phone hears how long the province lets it lie open without a touch, and asks for the PIN after that', async () => {
  const { page } = await house.visit(phone, 'asked')
  await page.clock.install()
  await enterWithPin(page, 'mai')
  await page.goto('/phone/gui')
  await unlock(page)
  await reads(page, /sau 15 phút không chạm/)
  await house.owner.query(
    `insert into phone_idle_time (id, area_id, minutes, valid_from, legal_reference, mark)
     values (gen_random_uuid(), $1, 2, '2026-11-01', '12/HD-SNNMT', 'recalled')`,
    [demoAreas.phuTho],
  )
  // It asks every five minutes, and whenever what waits on it changes.
  await page.reload()
  await unlock(page)
  await reads(page, /sau 2 phút không chạm/)
  await page.clock.fastForward('01:30')
  await title(page, 'Gửi')
  await page.clock.fastForward('01:30')
  await title(page, 'Máy đang khóa')
  await unlock(page)
  await title(page, 'Gửi')
})
