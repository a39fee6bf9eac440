/** Hùng's phone takes the register village by village: over a broken line, once more, and until he may no longer. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MemoryTable, openPage } from '#test/web/page.ts'

const device = { kept: new MemoryTable('accountId', 'address') }
vi.mock('#platform/web/device.ts', () => ({ device }))
const connected = { value: true, subscribe: () => () => {} }
vi.mock('#platform/web/outbox.ts', () => ({ connected }))

const commune = 'c1'
type Village = { villageId: string; version: string; parts: number }
type Reply = { status: number; body: unknown }
const ok = (body: unknown): Reply => ({ status: 200, body })
const refused = (status: number, code: string): Reply => ({ status, body: { code, title: { vi: code, en: code } } })

/** What the server has; `breaksAfter` so many parts no answer comes any more. */
const server = {
  day: '2026-11-21',
  villages: [] as Village[],
  begun: new Map<string, string>(),
  parts: [] as string[],
  breaksAfter: Number.POSITIVE_INFINITY,
  carriable: [commune],
}

function answerTo(path: string, headers: Headers): Reply | null {
  const { pathname, searchParams } = new URL(path, 'http://nb')
  if (pathname === '/api/carried') return ok({ communes: server.carriable.map((areaId) => ({ areaId })) })
  if (pathname === `/api/carried/${commune}`) {
    server.begun.set(headers.get('x-command') ?? '', server.day)
    return ok({ areaId: commune, day: server.day, households: 3 })
  }
  const isBegun = server.begun.get(searchParams.get('takingId') ?? '') === server.day
  if (!isBegun) return refused(409, 'surveys.carry_begin')
  const { villages, day } = server
  const told = villages.map((one) => ({ ...one, name: one.villageId, households: 1, persons: 1 }))
  if (pathname.endsWith('/villages')) return ok({ name: 'Xã Tam Hồng', day, villages: told })
  if (server.parts.length >= server.breaksAfter) return null
  const of = pathname.split('/').at(-1)
  const village = villages.find(({ villageId }) => villageId === of)
  if (!village) return refused(404, 'surveys.carry_elsewhere')
  server.parts.push(`${of} ${searchParams.get('part')}`)
  return ok({ day, version: village.version, households: [{ householdId: of, head: 'Hà Thị Mang', members: [] }] })
}

let take: typeof import('./take.ts')
let sheets: typeof import('./sheet.ts')
let session: typeof import('#platform/web/session.ts')
beforeEach(async () => {
  vi.resetModules()
  openPage()
  device.kept.rows.clear()
  Object.assign(server, { day: '2026-11-21', parts: [], breaksAfter: Number.POSITIVE_INFINITY, carriable: [commune] })
  server.begun.clear()
  server.villages = ['a', 'b', 'c', 'd', 'e', 'f'].map((villageId) => ({
    villageId,
    version: `${villageId}1`,
    parts: 1,
  }))
  vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Headers }) => {
    const answer = answerTo(path, headers)
    if (!answer) throw new TypeError('fetch failed')
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
  take = await import('./take.ts')
  sheets = await import('./sheet.ts')
  session = await import('#platform/web/session.ts')
  isHere(['household.carry'])
})
afterEach(() => vi.unstubAllGlobals())

const isHere = (can: readonly string[] | null) => {
  const account = can && { accountId: 'hung', can, csrf: 'c' }
  session.me.value = { account, today: '2026-11-21', demo: false, setup: false } as never
}
const taken = async () => {
  await take.takeCommune(commune as never)
  return take.taking.value?.state
}
const partsHere = () =>
  [...device.kept.rows.values()].map(({ address }) => String(address)).filter((address) => /\/\d+$/.test(address))
const sheet = () => sheets.sheetOf(commune as never)

it('all of it comes, and is of the day', async () => {
  expect(await taken()).toBe('whole')
  expect([server.begun.size, server.parts.length, partsHere().length]).toEqual([1, 6, 6])
  expect((await sheet())?.wholeAt).toBeGreaterThan(0)
  expect(sheets.daysOf((await sheet()) as never)).toEqual({ first: '2026-11-21', last: '2026-11-21', missing: 0 })
})

it('over a line that broke only the rest comes, under the same taking', async () => {
  server.breaksAfter = 3
  expect(await taken()).toBe('stopped')
  const first = [...server.parts]
  expect(sheets.daysOf((await sheet()) as never).missing).toBe(3)
  Object.assign(server, { parts: [], breaksAfter: Number.POSITIVE_INFINITY })
  expect(await taken()).toBe('whole')
  expect([...first, ...server.parts].toSorted()).toEqual(['a 0', 'b 0', 'c 0', 'd 0', 'e 0', 'f 0'])
  expect(server.begun.size).toBe(1)
})

it('of a line that broke near the end it says as many villages as lie here', async () => {
  server.breaksAfter = 5
  expect(await taken()).toBe('stopped')
  expect(sheets.daysOf((await sheet()) as never).missing).toBe(1)
  expect(take.taking.value).toMatchObject({ villages: 5, of: 6 })
})

it('on another day a new taking begins, and only what changed comes', async () => {
  await taken()
  Object.assign(server, { parts: [], day: '2026-11-25' })
  server.villages = server.villages.map((one) => (one.villageId === 'b' ? { ...one, version: 'b2' } : one))
  expect(await taken()).toBe('whole')
  expect([server.begun.size, server.parts]).toEqual([2, ['b 0']])
  expect(sheets.daysOf((await sheet()) as never).first).toBe('2026-11-25')
})

it('a village of another commune goes, and of one that became smaller no part is left', async () => {
  server.villages = server.villages.map((one) => (one.villageId === 'a' ? { ...one, parts: 2 } : one))
  await taken()
  expect(partsHere()).toHaveLength(7)
  server.villages = server.villages
    .filter(({ villageId }) => villageId !== 'f')
    .map((one) => (one.villageId === 'a' ? { ...one, parts: 1, version: 'a2' } : one))
  expect(await taken()).toBe('whole')
  expect(partsHere().map((address) => address.split('/').slice(-2).join(' '))).toEqual([
    'a 0',
    'b 0',
    'c 0',
    'd 0',
    'e 0',
  ])
})

it('what is lost on the phone comes again', async () => {
  await taken()
  server.parts = []
  await device.kept.delete(['hung', `/api/carried/${commune}/c/0`])
  expect(await taken()).toBe('whole')
  expect(server.parts).toEqual(['c 0'])
})

it('is all taken off by hand', async () => {
  await taken()
  await sheets.letGoOf(commune as never)
  expect(device.kept.rows.size).toBe(0)
})

const ends: Record<string, () => void> = {
  'his right has ended': () => isHere([]),
  'the commune is not his any more': () => {
    server.carriable = []
    isHere(['household.carry'])
  },
  'nobody is signed in': () => isHere(null),
}
it.each(Object.entries(ends))('goes at the next word of the server where %s', async (_what, happens) => {
  await taken()
  const { letGoEnded } = await import('./letGoEnded.ts')
  letGoEnded()
  await new Promise((done) => setTimeout(done, 20))
  expect(partsHere()).toHaveLength(6)
  happens()
  await vi.waitFor(() => expect(device.kept.rows.size).toBe(0))
})
