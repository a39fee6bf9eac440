/** Below the browser floor, and without JavaScript: a sentence with what to do, never a white page. On it: plain ways. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, oldPc, openHouse, phone } from './house.ts'
import { signIn } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What a browser lacks, taken away before anything of ours runs. */
const lacks: readonly [string, () => void][] = [
  ['Chrome 60: no CSS.supports', () => Reflect.deleteProperty(CSS, 'supports')],
  ['Chrome 98: no cascade layers', () => Reflect.deleteProperty(globalThis, 'CSSLayerBlockRule')],
  [
    'Chrome 104: no :has()',
    () => {
      const asked = CSS.supports.bind(CSS)
      CSS.supports = (...of: [string, string?]) => !of[0].includes(':has') && asked(...(of as [string]))
    },
  ],
]

describe.each(['/', '/phone'])('%s', (path) => {
  it.each(lacks)('in %s', async (_name, take) => {
    const { page, complaints } = await house.visit(phone)
    await page.addInitScript(take)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('h1').allTextContents()).toEqual([
      'Trình duyệt này quá cũ nên chưa mở được Nâng Bước',
      'This browser is too old for Nâng Bước',
    ])
    expect(await page.locator('p').first().textContent()).toContain('bản 109')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(complaints()).toEqual([])
  })

  it('in a browser that is new enough opens the application', async () => {
    const { page } = await house.visit(phone)
    await page.goto(path)
    await page.locator('#app h1').first().waitFor()
    expect(await page.getByText('quá cũ').count()).toBe(0)
  })

  it('without JavaScript says how to switch it on', async () => {
    const text = await (await fetch(house.address + path)).text()
    expect(/<noscript>[\s\S]*bật JavaScript[\s\S]*Switch it on[\s\S]*<\/noscript>/.test(text)).toBe(true)
  })
})

it('Hùng opens the menu under his name, leaves it by Escape and by a press elsewhere, and signs out', async () => {
  const { page } = await house.visit(oldPc)
  await signIn(page, 'hung')
  const name = page.locator('.office-me summary')
  const leave = page.getByRole('button', { name: 'Đăng xuất' })
  await name.click()
  await leave.waitFor()
  await page.keyboard.press('Escape')
  expect(await leave.isVisible()).toBe(false)
  expect(await name.evaluate((summary) => summary === document.activeElement)).toBe(true)
  await name.click()
  await page.locator('h1').first().click()
  await leave.waitFor({ state: 'hidden' })
  await name.click()
  await leave.click()
  await page.getByLabel('Tên đăng nhập').waitFor()
})
