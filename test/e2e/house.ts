/**
 * The whole system as people meet it: the server with its pages on a port of its own, a database of its own, and a real
 * Chromium. `const mai = await house.visit(phone)`; each visit is a separate machine with its own memory.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { openHost } from '#apps/server/host.ts'
import { allJobs } from '#apps/server/jobs.ts'
import { keyPath } from '#apps/server/keys.ts'
import { setupTokenFor } from '#apps/server/prepare.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { loadStandards } from '#features/standards/library.ts'
import { clockAt } from '#platform/server/clock.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startJobs } from '#platform/server/jobs/worker.ts'
import { openKeys } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { cloneOf } from '../database.ts'
import { journeyDay } from './day.ts'

export type Machine = { readonly width: number; readonly height: number }
/** A village head's phone, a smaller one, and the commune's old PC. */
export const phone: Machine = { width: 360, height: 740 }
export const smallPhone: Machine = { width: 320, height: 640 }
export const oldPc: Machine = { width: 1366, height: 768 }

export type House = {
  readonly address: string
  /** The owner of the tables: for finding out which household a story is about. */
  readonly owner: pg.Pool
  /** Of a house without people: what the console would print. */
  readonly setupToken: string | null
  /** `asked`: also what a phone asks of who is there for the first time, a PIN. */
  readonly visit: (machine: Machine, asked?: 'asked') => Promise<Visit>
  readonly close: () => Promise<void>
}

export type Visit = {
  readonly page: Page
  /** What the browser complained of since the last question: console errors, faults of scripts, failed loads. */
  readonly complaints: () => string[]
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const launch = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, ...more] })

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** A certificate of one's own: the files, and the hash of its public key by which a browser is made to trust it. */
export type Certificate = { readonly cert: string; readonly key: string; readonly spki: string }

/** Opens a house with the demo's people in it, or one that nobody has entered yet; behind TLS where it has a certificate. */
export async function openHouse(kind: 'demo' | 'fresh' = 'demo', secure: Certificate | null = null): Promise<House> {
  const houses = inject('houses')
  const database = await cloneOf(houses[kind])
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-house-'))
  const port = await freePort()
  const address = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`
  const settings = settingsFrom({
    MODE: kind === 'demo' ? 'demo' : 'start',
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: address,
    ...(secure && { TLS_CERT: secure.cert, TLS_KEY: secure.key }),
  })
  const owner = openPool({ url: database.url, asApplication: false, max: 2 })
  const keys = openKeys(keyPath(houses.dataDir))
  const setupToken = await setupTokenFor(owner)
  const host = openHost({ clock: clockAt(journeyDay), keys, settings }, { url: database.url, max: 8 })
  const routes = allRoutes({ library: loadStandards() })
  const app = await buildApp(host, routes, { pages: process.env.WEB_PAGES })
  await app.listen({ host: '127.0.0.1', port })
  // What a change asks for; nothing comes by the clock, which stands still here, nor by the hour of the machine.
  await owner.query('delete from pgboss.schedule')
  const asked = allJobs.filter(({ spec }) => !spec.schedule)
  const pace = { look: 0.5, supervise: 5, stop: 1 }
  const jobs = await startJobs(host, { url: database.url, jobs: asked, nation: nationId, pace })
  const browser = await launch(secure ? [`--ignore-certificate-errors-spki-list=${secure.spki}`] : [])
  return {
    address,
    owner,
    setupToken,
    visit: (machine, asked) => visit(browser, { address, machine, asked: asked !== undefined }),
    close: async () => {
      await browser.close()
      await app.close()
      await jobs.stop()
      await host.close()
      await owner.end()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

type Visiting = { address: string; machine: Machine; asked: boolean }

async function visit(browser: Browser, { address, machine, asked }: Visiting): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: machine,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: machine.width < 600,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  if (!asked) await context.addInitScript(() => localStorage.setItem('nangbuoc.pin.later', String(Date.now())))
  const page = await context.newPage()
  let heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (fault) => heard.push(String(fault.stack ?? fault)))
  return {
    page,
    complaints: () => {
      const all = heard
      heard = []
      return all
    },
  }
}
