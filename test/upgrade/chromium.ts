/** A phone of Mai's size at an address: a Chromium with a memory of its own. */
import { type BrowserContext, chromium, type Page } from 'playwright-core'

export type PhoneOpen = { readonly context: BrowserContext; readonly page: Page; readonly close: () => Promise<void> }

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

export async function openPhone(address: string): Promise<PhoneOpen> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: true,
  })
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage(), close: () => browser.close() }
}
