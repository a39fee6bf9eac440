/** A phone on a weak line: Chromium with its processor and its network slowed down, and what it carried. */
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'

export type Line = { readonly name: string; readonly kbit: number; readonly latencyMs: number; readonly cpu: number }
/** The commune's far end, and a usual village. */
export const lines: readonly Line[] = [
  { name: '400 kbit/s, 400 ms, processor 6x slower', kbit: 400, latencyMs: 400, cpu: 6 },
  { name: '1.6 Mbit/s, 150 ms, processor 4x slower', kbit: 1600, latencyMs: 150, cpu: 4 },
]

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

export type Phone = {
  readonly context: BrowserContext
  readonly open: () => Promise<{ page: Page; carried: () => Carried }>
  readonly close: () => Promise<void>
}
export type Carried = { readonly requests: number; readonly kB: number }

async function slow(session: CDPSession, { kbit, latencyMs, cpu }: Line): Promise<void> {
  const throughput = (kbit * 1000) / 8
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: latencyMs, downloadThroughput: throughput, uploadThroughput: throughput },
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
}

export async function takePhone(address: string, line: Line): Promise<Phone> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags })
  const context = await browser.newContext({ baseURL: address, viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
  context.setDefaultTimeout(180_000)
  const open = async () => {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await slow(session, line)
    let [requests, bytes] = [0, 0]
    session.on('Network.requestWillBeSent', () => void requests++)
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    return { page, carried: () => ({ requests, kB: Math.round(bytes / 1000) }) }
  }
  return { context, open, close: () => browser.close() }
}
