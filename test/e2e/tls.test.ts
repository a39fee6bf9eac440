/** An office with a certificate of its own: a phone that trusts it works without a line; one that was only clicked through does not, and says so. */
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Certificate, type House, oldPc, openHouse, phone } from './house.ts'
import { enterWithPin, unlock } from './pin.ts'
import { reads, signIn, title } from './steps.ts'

let house: House
let folder: string
async function ownCertificate(): Promise<Certificate> {
  const here = { altNames: [{ type: 7 as const, ip: '127.0.0.1' }], name: 'subjectAltName' as const }
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [here],
    notBeforeDate: new Date(Date.now() - 86_400_000),
  })
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  await writeFile(files.cert, made.cert)
  await writeFile(files.key, made.private)
  const point = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' })
  return { ...files, spki: createHash('sha256').update(point).digest('base64') }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nang-buoc-tls-'))
  house = await openHouse('demo', await ownCertificate())
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

it('a phone that trusts it keeps the pages, is closed by a PIN, and starts cold where there is no line', async () => {
  expect(house.address).toMatch(/^https:/)
  const { page, complaints } = await house.visit(phone, 'asked')
  await enterWithPin(page, 'mai')
  await reads(page, /^Đã có đủ \d+ phiếu trên máy/)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const cookies = await page.context().cookies()
  expect(cookies.length).toBeGreaterThan(0)
  expect(cookies.filter(({ secure, httpOnly }) => !(secure && httpOnly))).toEqual([])
  expect(complaints()).toEqual([])
  await page.context().setOffline(true)
  await page.close()
  const cold = await page.context().newPage()
  await cold.goto('/phone/gui')
  await unlock(cold)
  await title(cold, 'Gửi')
  await reads(cold, 'mở được khi không có mạng')
})

it('the office works over it as well', async () => {
  const { page, complaints } = await house.visit(oldPc)
  await signIn(page, 'hung', '/ra-soat')
  await title(page, 'Rà soát hộ nghèo, hộ cận nghèo')
  expect(complaints()).toEqual([])
})

it('a phone on which somebody clicked the warning away is told that nothing opens there without a line', async () => {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    const context = await browser.newContext({ baseURL: house.address, ignoreHTTPSErrors: true, locale: 'vi-VN' })
    const page = await context.newPage()
    await enterWithPin(page, 'mai')
    await page.goto('/phone/gui')
    await unlock(page)
    await reads(page, /chưa: trình duyệt không cho giữ trang trên máy/)
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  } finally {
    await browser.close()
  }
})
