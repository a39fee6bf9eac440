/**
 * A whole commune on the phone, in Chromium with processor and line slowed down: how many bytes come and how long it takes,
 * asking what has changed, opening it without a line (until it can be searched, and until all of it is open), and 200
 * searches of different kinds from the key that is pressed to the drawn screen. JSON lines. Aims: 95 in a hundred searches
 * within 300 ms, no block of the screen beyond 100 ms of its own work while it is opened.
 *
 * BENCH_HOUSEHOLDS (30,600: of which one in fifty has ended; a hundred thousand members) sizes the commune.
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
import { newId } from '#platform/server/ids.ts'
import { lines, type Phone, takePhone } from './field/phone.ts'
import type { Line } from './field/weakLine.ts'
import { addGround } from './lists/ground.ts'
import { families, givens, middles } from './lists/names.ts'
import { firstVillage, idOf, type Size } from './lists/size.ts'

const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 30_600)
const [villages, searches, pin] = [150, 200, '740281']
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** The third commune is the one that is carried, by the official whom the lists call `commune7400`. */
const communes = [
  { province: 0, villages: 3, households: 60 },
  { province: 0, villages: 10, households: 300 },
  { province: 0, villages, households },
  { province: 1, villages: 5, households: 100 },
]
const size: Size = {
  households: communes.reduce((sum, one) => sum + one.households, 0),
  ...{ audit: 1_000, officials: 200, communes, judged: 3 },
}
const session = 'bench-commune7400'

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

/** What people type, letter by letter at the end: names with and without marks, numbers, lanes, and a first letter alone. */
function typedBy(count: number): string[] {
  const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
  const kinds: ((n: number) => string)[] = [
    (n) => `${at(families, n)} ${at(middles, n * 3)} ${at(givens, n * 7)}`,
    (n) => at(givens, n * 5).toLowerCase(),
    (n) => `${at(families, n * 2)} ${at(givens, n)}`.normalize('NFD').replace(/\p{M}/gu, ''),
    (n) => `00003-${String((n * 131) % households).padStart(4, '0')}`,
    (n) => `ngõ ${(n * 17) % 200}`,
    (n) => at(givens, n).slice(0, 1),
    (n) => `${at(givens, n * 11)} ngo ${n % 90}`,
    () => 'nguyen van',
  ]
  return Array.from({ length: count }, (_, n) => at(kinds, n)(n))
}

const allOpen = (page: Page) => page.getByText(/^Đang mở sổ/).waitFor({ state: 'hidden' })
const box = (page: Page) => page.getByLabel('Tìm theo tên, số hộ, ngõ xóm')

async function choosePin(page: Page): Promise<void> {
  await page.getByLabel('Mã PIN mới').fill(pin)
  await page.getByLabel('Nhập lại mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
}

/** From each word that is put there to the drawn screen, as the page itself sees it. */
const searched = (page: Page, words: readonly string[]): Promise<number[]> =>
  page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const took: number[] = []
    for (const word of all) {
      const begun = performance.now()
      set?.call(field, word)
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      took.push(performance.now() - begun)
      await new Promise((done) => setTimeout(done, 20))
    }
    return took
  }, words)

/** How long the page held the screen at once, each time since it was asked to forget those before. */
const watchBlocks = (phone: Phone) =>
  phone.context.addInitScript(() => {
    const seen: number[] = []
    Object.assign(globalThis, { blocks: seen })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
const blocksOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks)

const share = (took: readonly number[], of: number): number => {
  const sorted = [...took].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN)
}

async function measureOn(line: Line, address: string): Promise<void> {
  const phone = await takePhone(address, line)
  const told = { bench: 'carried', line: line.name }
  await watchBlocks(phone)
  await phone.context.addCookies([{ name: 'nb_session', value: session, url: phone.line.address }])
  const { page, carried } = await phone.open()
  await page.goto('/phone/ca-xa')
  await choosePin(page)
  const take = page.getByRole('button', { name: 'Lấy cả xã về máy' })
  await take.waitFor()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const before = carried()
  const whole = page.getByText(/^Đã lấy đủ /)
  const took = await timed(() => take.click().then(() => whole.waitFor()))
  const after = carried()
  print({ ...told, taken: took, requests: after.requests - before.requests, kB: after.kB - before.kB })
  await box(page).waitFor()
  await allOpen(page)
  const facts = await page.locator('.facts').innerText()
  const again = page.getByRole('button', { name: 'Lấy phần thay đổi' })
  const changes = await timed(async () => {
    await again.click()
    await page.getByText(/^Đang /).waitFor()
    await whole.waitFor()
  })
  const changed = carried()
  print({ ...told, nothingChanged: changes, requests: changed.requests - after.requests, kB: changed.kB - after.kB })
  print({ ...told, facts: facts.replace(/\n+/g, ' ') })

  await page.close()
  await phone.context.setOffline(true)
  const away = await phone.open()
  await away.page.goto('/phone/ca-xa')
  await away.page.getByLabel('Mã PIN').fill(pin)
  await away.page.evaluate(() => {
    ;(globalThis as unknown as { blocks: number[] }).blocks.length = 0
  })
  await away.page.getByRole('button', { name: 'Mở', exact: true }).click()
  const begun = performance.now()
  await box(away.page).waitFor()
  const open = Math.round(performance.now() - begun)
  await allOpen(away.page)
  const openedWhole = Math.round(performance.now() - begun)
  const blocks = await blocksOf(away.page)
  print({
    ...told,
    openedOffline: open,
    openedWhole,
    longestBlock: Math.round(Math.max(0, ...blocks)),
    blocks: blocks.length,
  })
  const times = await searched(away.page, typedBy(searches))
  print({ ...told, searches, p50: share(times, 0.5), p95: share(times, 0.95), longest: share(times, 1) })
  await phone.close()
}

/** What the server alone takes: the villages with their versions, and one of them. */
async function askServer(address: string): Promise<void> {
  const [commune, takingId] = [idOf('commune', 2), newId()]
  const headers = { cookie: `nb_session=${session}`, 'x-csrf': 'c', 'sec-fetch-site': 'same-origin' }
  const said = { ...headers, 'content-type': 'application/json', 'x-command': takingId }
  const begun = await fetch(`${address}/api/carried/${commune}`, { method: 'POST', headers: said, body: '{}' })
  if (!begun.ok) throw new Error(await begun.text())
  const ask = async (path: string): Promise<void> => {
    const reply = await fetch(`${address}/api/carried/${commune}/villages${path}`, { headers })
    if (!reply.ok) throw new Error(await reply.text())
    await reply.arrayBuffer()
  }
  const village = idOf('village', firstVillage(size, 2) + 7)
  const took = async (path: string) => {
    const times = []
    for (let n = 0; n < 5; n++) times.push(await timed(() => ask(path)))
    return Math.min(...times)
  }
  const versions = await took(`?takingId=${takingId}`)
  print({ bench: 'carried', server: { versions, part: await took(`/${village}?takingId=${takingId}&part=0`) } })
}

async function benchOn(url: string): Promise<void> {
  await migrate(url)
  const owner = openPool({ url, asApplication: false, max: 2 })
  await addGround(owner, size, new Date())
  const { child, address } = await startServer(url)
  try {
    await askServer(address)
    for (const line of lines) await measureOn(line, address)
  } finally {
    child.removeAllListeners('exit')
    child.kill()
    await owner.end()
  }
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-bench-carried-'))
  const database = await startEmbedded({ dataDir, log: () => {} })
  try {
    await benchOn(database.ownerUrl)
  } finally {
    await database.stop()
    await discard(dataDir)
  }
}
