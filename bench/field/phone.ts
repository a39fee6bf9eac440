/** A phone on a weak line: Chromium with its processor slowed down, and what its pages asked for. */
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Line, openWeakLine, type WeakLine } from './weakLine.ts'

/** The commune's far end, and a usual village. */
export const lines: readonly Line[] = [
  { name: '400 kbit/s, 400 ms, processor 6x slower', kbit: 400, latencyMs: 400, cpu: 6 },
  { name: '1.6 Mbit/s, 150 ms, processor 4x slower', kbit: 1600, latencyMs: 150, cpu: 4 },
]

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

export type Phone = {
  readonly context: BrowserContext
  readonly line: WeakLine
  readonly open: () => Promise<{ page: Page; carried: () => Carried }>
  readonly close: () => Promise<void>
}
/** Requests of the page, those that its service worker answers among them; kB over the line both ways, the worker's too. */
export type Carried = { readonly requests: number; readonly kB: number }

export async function takePhone(server: string, { cpu, ...how }: Line): Promise<Phone> {
  const line = await openWeakLine(server, { cpu, ...how })
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags })
  const context = await browser.newContext({
    baseURL: line.address,
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
  })
  context.setDefaultTimeout(180_000)
  const open = async () => {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
    await session.send('Network.enable')
    let requests = 0
    session.on('Network.requestWillBeSent', () => void requests++)
    const before = line.carried()
    return {
      page,
      carried: () => {
        const { up, down } = line.carried()
        return { requests, kB: Math.round((up + down - before.up - before.down) / 1000) }
      },
    }
  }
  return { context, line, open, close: () => browser.close().then(line.close) }
}
