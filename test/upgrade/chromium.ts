/** A phone of Mai's size at an address: a Chromium with a memory of its own. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export type PhoneOpen = { readonly context: BrowserContext; readonly page: Page; readonly close: () => Promise<void> }

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })

/** `shared`: a browser that stays open when this phone is closed. */
export async function openPhone(address: string, shared?: Browser): Promise<PhoneOpen> {
  const browser = shared ?? (await openBrowser())
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: true,
  })
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage(), close: () => (shared ? context.close() : browser.close()) }
}
