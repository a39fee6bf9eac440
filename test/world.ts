/**
 * A small world with named people on a real database: Mai surveys Thôn 1-3, Hùng works for the commune, Bích chairs it,
 * Lan is the province's, Sơn works for another commune, Lạ was given nothing. `world.as('hung').post(...)`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import { buildApp } from '#apps/server/app.ts'
import { type OpenHost, openHost } from '#apps/server/host.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId, demoPassword } from '#features/people/demo/accounts.ts'
import { loadStandards } from '#features/standards/library.ts'
import type { Role } from '#kernel/access.ts'
import type { AccountId } from '#kernel/ids.ts'
import { clockAt } from '#platform/server/clock.ts'
import { openPool } from '#platform/server/database/open.ts'
import type { Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import type { WorkersOptions } from '#platform/server/workers/workers.ts'
import { cloneDatabase } from './database.ts'
import { testDay } from './day.ts'
import { mustFollowHouseholds, mustKeepCounts } from './homes.ts'

export type PersonName =
  | 'mai'
  | 'thang'
  | 'hung'
  | 'bich'
  | 'lan'
  | 'huyen'
  | 'dao'
  | 'kiem'
  | 'xem'
  | 'quantri'
  | 'son'
  | 'loi'
  | 'la'
  | Neighbour

/** Somebody with the role in the next commune (`strangers/neighbours.ts`). */
export type Neighbour = `ban_${Role}`

export type Visitor = {
  get(url: string): Promise<LightMyRequestResponse>
  /** Sends a change; `command` repeats an earlier one. */
  post(url: string, body?: object, command?: string): Promise<LightMyRequestResponse>
  /** Sends a form with a file. */
  upload(
    url: string,
    fields: Record<string, string>,
    file: { name: string; type: string; bytes: Buffer },
  ): Promise<LightMyRequestResponse>
}

export type World = {
  readonly app: FastifyInstance
  readonly host: OpenHost
  /** The owner of the tables: sees everything, for arranging and checking. */
  readonly owner: pg.Pool
  /** `app`: another application on the same database. */
  as(person: PersonName, app?: FastifyInstance): Visitor
  /** Nobody: no cookie. */
  readonly nobody: Visitor
  idOf(person: PersonName): AccountId
  close(): Promise<void>
}

type Signed = { cookie: string; csrf: string }

const base = { 'sec-fetch-site': 'same-origin' }

function formOf(fields: Record<string, string>, file: { name: string; type: string; bytes: Buffer }) {
  const boundary = `----nb${newId()}`
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`
  const payload = Buffer.concat([...parts, Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, type: `multipart/form-data; boundary=${boundary}` }
}

/** Families of the tests are called alike: what is asked about doubles is answered, but where a test leaves it open itself. */
const entering = /^\/api\/households(\/[^/]+\/(members(\/[^/]+\/change)?|residence|merge|events\/[^/]+\/undo))?$/

function visitor(app: FastifyInstance, signed: () => Promise<Signed | null>): Visitor {
  const headers = async (command?: string) => {
    const held = await signed()
    return {
      ...base,
      ...(held ? { cookie: held.cookie, 'x-csrf': held.csrf } : {}),
      'x-command': command ?? newId(),
    }
  }
  return {
    get: async (url) => app.inject({ method: 'GET', url, headers: await headers() }),
    post: async (url, body = {}, command) =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...(await headers(command)), 'content-type': 'application/json' },
        payload: JSON.stringify(entering.test(url) ? { sure: 'Sổ thử có người trùng tên', ...body } : body),
      }),
    upload: async (url, fields, file) => {
      const { payload, type } = formOf(fields, file)
      return app.inject({ method: 'POST', url, headers: { ...(await headers()), 'content-type': type }, payload })
    },
  }
}

async function signIn(app: FastifyInstance, login: string): Promise<Signed> {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers: { ...base, 'content-type': 'application/json' },
    payload: JSON.stringify({ login, password: demoPassword }),
  })
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
  const me = await app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
  return { cookie, csrf: me.json().account.csrf }
}

export type WorldOptions = {
  readonly env?: Record<string, string>
  /** How many connections all calls share. */
  readonly connections?: number
  /** Other bounds of the heavy work. */
  readonly workers?: Partial<WorkersOptions>
  readonly readers?: Partial<WorkersOptions>
  /** Calls beside those of the house. */
  readonly calls?: readonly Route[]
}

export async function openWorld({
  env = {},
  connections = 8,
  calls = [],
  ...heavy
}: WorldOptions = {}): Promise<World> {
  const database = await cloneDatabase('world')
  const folder = await mkdtemp(join(tmpdir(), 'nang-buoc-world-'))
  const owner = openPool({ url: database.url, asApplication: false, max: 4 })
  const settings = settingsFrom({ MODE: 'demo', DATA_DIR: folder, PUBLIC_URL: 'http://127.0.0.1:8080', ...env })
  const keys = createKeys(join(folder, 'keys', 'keys.json'))
  const host = openHost({ clock: clockAt(testDay), keys, settings }, { url: database.url, max: connections, ...heavy })
  const app = await buildApp(host, [...allRoutes({ library: loadStandards() }), ...calls])
  const signed = new Map<string, Promise<Signed>>()
  const idOf = (person: PersonName) => (person === 'la' ? stableId('account', 'test', 'la') : demoAccountId(person))
  return {
    app,
    host,
    owner,
    idOf,
    nobody: visitor(app, async () => null),
    as: (person, at = app) =>
      visitor(at, () => {
        const held = signed.get(person) ?? signIn(app, person)
        signed.set(person, held)
        return held
      }),
    close: async () => {
      await app.close()
      await host.close()
      await mustFollowHouseholds(owner)
      await mustKeepCounts(owner)
      await owner.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
