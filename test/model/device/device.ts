/** A phone and who holds it: what the store keeps from page to page, its line, and the page that is open now. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Script } from 'node:vm'
import type { Chance } from '../chance.ts'
import { password } from '../ground.ts'
import type { Ledger } from '../ledger.ts'
import { fetchOver, type Line, type Wire } from '../network.ts'
import { type Body, openPage, type Page, type Phone } from './page.ts'

export type Key = { readonly householdId: string; readonly caseId: string }

export type Device = {
  readonly n: number
  readonly chance: Chance
  readonly line: Line
  readonly body: Body
  readonly ledger: Ledger
  /** Who holds it. */
  readonly login: string
  readonly pin: string | null
  readonly outside: { readonly fetch: typeof fetch; readonly haste: number }
  /** The households to fill in, as they were last shown. */
  open: readonly Key[] | null
  /** Forms begun and not finished, by case: all that was typed of each, the last of it surely kept. */
  readonly begun: Map<string, readonly string[]>
  /** The files that a cold start loads. */
  script: Script
  page: Page
  /** Resolves when the page that is open now is killed. */
  died: Promise<'died'>
  kill: () => void
}

export type Making = Pick<Device, 'n' | 'chance' | 'line' | 'body' | 'ledger' | 'login' | 'pin' | 'script'> & {
  readonly wire: Wire
  readonly haste: number
}

export function newDevice({ wire, haste, ...made }: Making): Device {
  const device = {
    ...made,
    open: null,
    begun: new Map(),
    outside: { fetch: fetchOver(made.line, wire), haste },
  } as Device
  coldStart(device)
  return device
}

/** Opens the page anew over what the device keeps; a page that is still open ends before. */
export function coldStart(device: Device): void {
  if (device.page?.isAlive()) device.kill()
  device.page = openPage(device.body, { ...device.outside, script: device.script })
  device.died = new Promise((resolve) => {
    device.kill = () => {
      device.page.kill()
      resolve('died')
    }
  })
}

/** What a page tells a person: a problem with its sentence, or that the device is closed. All else is a fault of ours. */
const isSaid = (fault: unknown): boolean => {
  const { code, constructor: kind } = fault as {
    readonly code?: unknown
    readonly constructor?: { readonly name: string }
  }
  return typeof code === 'string' || kind?.name === 'StoreClosed' || kind?.name === 'StoreFull'
}

/** Longer than every wait of the phone's own. */
const patienceMs = 180_000

/** Does something on the page; null where it was refused, or the phone died meanwhile. */
export async function on<T>(device: Device, work: (phone: Phone) => Promise<T>): Promise<T | null> {
  const { page } = device
  const tried = work(page.phone).catch((fault: unknown) => {
    // What a dead page complains of is nobody's business.
    if (page.isAlive() && !isSaid(fault))
      device.ledger.odd.push(`device ${device.n}: ${(fault as Error)?.stack ?? fault}`)
    return null
  })
  const over = new AbortController()
  const hangs = sleep(patienceMs, 'hangs' as const, { signal: over.signal }).catch(() => 'hangs' as const)
  void signInOver(device, over.signal).catch(() => {})
  const met = await Promise.race([tried, device.died, hangs])
  over.abort()
  if (met === 'hangs')
    device.ledger.odd.push(
      `device ${device.n} hangs: ${work}, waits for ${[...device.line.asking].join(', ') || 'nobody'}: ${JSON.stringify(device.page.phone.stand())}`,
    )
  return met === 'died' || met === 'hangs' ? null : met
}

/** A session that ended holds a page until its person gives the password over it. */
async function signInOver({ page, login }: Device, signal: AbortSignal): Promise<void> {
  while (page.isAlive()) {
    await sleep(200, null, { signal })
    if (page.phone.stand().ended) await page.phone.enter(login, password).catch(() => {})
  }
}

const isOpen = ({ page, login: own }: Device): boolean => {
  const { lock, login, ended } = page.phone.stand()
  return lock === 'open' && login === own && !ended
}

/** Has the device open for who holds it, as that person would go about it. Answers whether it is. */
export async function wake(device: Device): Promise<boolean> {
  for (let tries = 0; tries < 6 && device.page.isAlive() && !isOpen(device); tries++) {
    const { lock, login, ended, said } = device.page.phone.stand()
    if (lock === 'locked' && device.pin) await on(device, (phone) => phone.openWithPin(device.pin ?? ''))
    else if (!device.line.on && tries > 1) break
    // "Thử lại" is a start of the page.
    else if (lock === 'shut') coldStart(device)
    else if (ended || (said && login === null)) await on(device, (phone) => phone.enter(device.login, password))
    else if (!said && tries > 1) await on(device, (phone) => phone.refreshMe())
    await Promise.race([sleep(20 + 40 * tries), device.died])
  }
  return device.page.isAlive() && isOpen(device)
}
