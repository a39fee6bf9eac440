/**
 * The phone in the village, in Chromium with processor and line slowed down: how long and how many bytes until the list
 * and a form can be used the first time, later, and without a line; taking 300 households home; the next screen of a
 * family of ten; a hundred surveys going out. JSON lines. Aims: first use 5 s and 2.5 s, later and offline 1.5 s, a
 * hundred surveys in 20 s on the slow line.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { migrate } from '#platform/server/database/migrate.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { addGround, type Case, sendingOf } from './api/ground.ts'
import { addHome } from './field/ground.ts'
import { lines, takePhone } from './field/phone.ts'
import type { Line } from './field/weakLine.ts'

const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 300)
const surveys = 100
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function startServer(url: string): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(join(import.meta.dirname, 'api', 'server.ts'), { env: { ...process.env, BENCH_URL: url } })
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve({ child, address: `http://127.0.0.1:${(told as { port: number }).port}` }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun)
}

const firstRow = (page: Page) => page.locator('.surveys-household').first().waitFor()
const firstThere = (page: Page) =>
  page.locator('.surveys-household').or(page.getByLabel('Mã PIN mới')).first().waitFor()
const atHome = (page: Page) => page.getByText(/^Đã có đủ /).waitFor()
const formAt = ({ householdId, caseId }: Case): string => `/phone/phieu/${householdId}/${caseId}`

const pin = '740281'

async function setPin(page: Page): Promise<void> {
  await page.getByLabel('Mã PIN mới').fill(pin)
  await page.getByLabel('Nhập lại mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
}

/** Closed as a cold start finds it; what a person takes to type is not counted. */
async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
}

/** `lock`: until the PIN is asked for; `list`: from the PIN to the households. */
async function startCold(page: Page): Promise<{ readonly lock: number; readonly list: number }> {
  const lock = await timed(() => page.goto('/phone').then(() => page.getByLabel('Mã PIN').waitFor()))
  await page.getByLabel('Mã PIN').fill(pin)
  const list = await timed(async () => {
    await page.getByRole('button', { name: 'Mở', exact: true }).click()
    await firstRow(page)
  })
  return { lock, list }
}

/** From the press in the list to the drawn form, as the page itself sees it: what drives the browser looks for long where to press. */
async function openForm(page: Page, one: Case): Promise<number> {
  const row = page.locator(`a[href="${formAt(one)}"]`).first()
  await row.waitFor()
  return row.evaluate(
    (link) =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        const drawn = new MutationObserver(() => {
          if (!document.querySelector('.standards-walk-place')) return
          drawn.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(Math.round(performance.now() - begun)), 0))
        })
        drawn.observe(document.body, { childList: true, subtree: true })
        ;(link as HTMLElement).click()
      }),
  )
}

/** From the press to the drawn screen, as the page itself sees it: the median of so many. */
async function nextScreen(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const took: number[] = []
    const button = () => document.querySelector<HTMLButtonElement>('.phone-filling .button.primary')
    for (let n = 0; n < 12; n++) {
      const press = button()
      if (!press) break
      const begun = performance.now()
      press.click()
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
      took.push(performance.now() - begun)
      await new Promise((done) => setTimeout(done, 300))
    }
    took.sort((a, b) => a - b)
    return Math.round(took[Math.floor(took.length / 2)] ?? Number.NaN)
  })
}

/** As if they had been finished in the hills: put into the store of the phone, bytes and all. */
const putWaiting = (page: Page, given: readonly object[]) =>
  page.evaluate(
    (commands) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('nangbuoc')
        asked.onsuccess = () => {
          const into = asked.result.transaction('command', 'readwrite')
          for (const command of commands) into.objectStore('command').add(command)
          into.oncomplete = () => resolve()
          into.onerror = () => reject(into.error)
        }
      }),
    given,
  )

const waitingOf = (accountId: string, formHash: string, cases: readonly Case[]) =>
  cases.map((one, n) => {
    const { path, headers, body } = sendingOf(formHash, one, n)
    const { householdId: _h, caseId: _c, ...rest } = JSON.parse(body)
    return {
      ...{ id: headers['x-command'], accountId, endpoint: 'surveys.submit', path, input: JSON.stringify(rest) },
      ...{ schemaVersion: 1, madeAt: Date.now(), label: `Phiếu ${n}`, state: 'waiting', settledAt: null },
      ...{ subject: { kind: 'case', id: one.caseId }, page: formAt(one) },
    }
  })

const account = '01920000-0000-7000-8000-0000000000aa'

async function measureOn(
  line: Line,
  { address, cases, formHash }: { address: string; cases: Case[]; formHash: string },
) {
  const phone = await takePhone(address, line)
  await phone.context.addCookies([{ name: 'nb_session', value: 'bench-token', url: phone.line.address }])
  const first = await phone.open()
  // On a quick line the phone asks for its PIN before the list is there.
  const list = await timed(() => first.page.goto('/phone').then(() => firstThere(first.page)))
  const toList = first.carried()
  await setPin(first.page)
  const home = await timed(() => atHome(first.page))
  const whole = first.carried()
  await first.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  print({
    bench: 'field',
    line: line.name,
    firstList: list,
    ...toList,
    householdsHome: home,
    of: cases.length,
    kBHome: whole.kB - toList.kB,
  })

  const later = await phone.open()
  const again = await startCold(later.page)
  const form = await openForm(later.page, cases[1] as Case)
  const screen = await nextScreen(later.page)
  print({ bench: 'field', line: line.name, later: again, laterForm: form, nextScreenMedian: screen })

  await phone.context.setOffline(true)
  const away = await phone.open()
  const offline = await startCold(away.page)
  const awayForm = await openForm(away.page, cases[2] as Case)
  await putWaiting(away.page, waitingOf(account, formHash, cases.slice(-surveys)))
  await away.page.goto('/phone/gui')
  await unlock(away.page)
  await away.page.getByText('Chưa có mạng.').first().waitFor()
  const before = away.carried()
  await phone.context.setOffline(false)
  const sent = await timed(async () => {
    await away.page.evaluate(() => dispatchEvent(new Event('online')))
    await away.page.getByText('Không có gì chờ gửi.').first().waitFor()
  })
  const after = away.carried()
  const carried = { requests: after.requests - before.requests, kB: after.kB - before.kB }
  print({
    bench: 'field',
    line: line.name,
    offline,
    offlineForm: awayForm,
    surveys,
    sentAfter: sent,
    ...carried,
  })
  await phone.close()
}

async function benchOn(url: string): Promise<void> {
  await migrate(url)
  const owner = openPool({ url, asApplication: false, max: 4 })
  const formHash = await addGround(owner)
  const cases = await addHome(owner, { first: 1, count: households, most: 10 })
  const { child, address } = await startServer(url)
  try {
    for (const [n, line] of lines.entries()) {
      if (n > 0)
        await owner.query(`update review_case set state = 'assigned', survey_id = null where state = 'submitted'`)
      await measureOn(line, { address, cases, formHash })
    }
  } finally {
    child.removeAllListeners('exit')
    child.kill()
    await owner.end()
  }
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-bench-field-'))
  const database = await startEmbedded({ dataDir, log: () => {} })
  try {
    await benchOn(database.ownerUrl)
  } finally {
    await database.stop()
    await discard(dataDir)
  }
}
