/** What Mai's phone brings home in one request: in order within a household, small first, and only what is confirmed. */
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MemoryTable, openPage } from '#test/web/page.ts'
import type { Together } from './together.ts'

const device = { command: new MemoryTable('seq') }
vi.mock('./device.ts', () => ({ device }))

const together: Together = { name: 'field.send', method: 'POST', path: '/api/field/commands', kind: 'change' }
type Item = { readonly id: string; readonly path: string; readonly schemaVersion: number; readonly body: string }
type Told = { status: number; hash?: string; answer?: unknown; code?: string }

let outbox: typeof import('./outbox.ts')
let session: typeof import('./session.ts')
beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  openPage()
  device.command.rows.clear()
  outbox = await import('./outbox.ts')
  session = await import('./session.ts')
  session.me.value = {
    account: {
      accountId: 'mai',
      name: 'Mai',
      login: 'mai',
      mustChangePassword: false,
      grants: [],
      ended: [],
      can: [],
      csrf: 't',
    },
    today: '2026-11-20',
    demo: false,
    setup: false,
  } as never
  outbox.startOutbox(together)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

let made = 0
/** A form of a household; `words` make it longer. */
async function finished(household: string, label = household, more: Record<string, unknown> = {}): Promise<number> {
  made += 1
  return device.command.add({
    id: `command-${made}`,
    accountId: 'mai',
    endpoint: 'surveys.submit',
    path: `/api/households/${household}/cases/${household}/surveys`,
    input: JSON.stringify({ label }),
    schemaVersion: 1,
    madeAt: made,
    label,
    subject: { kind: 'case', id: household },
    page: '/phone',
    state: 'waiting',
    settledAt: null,
    ...more,
  })
}
const states = () => Object.fromEntries([...device.command.rows.values()].map((row) => [row.label, row.state]))
const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')
const nameOf = ({ body }: Item): string => JSON.parse(body).label

type Heard = { readonly packed: boolean; readonly items: readonly Item[] }
type Alone = { readonly path: string; readonly body: string }

/** A server that takes many: `one` says what it does with each; `whole` what it does with the request. */
function server(
  one: (item: Item) => Told | null = () => ({ status: 200 }),
  whole: (times: number) => number | null = () => 200,
) {
  const heard: Heard[] = []
  const alone: Alone[] = []
  vi.stubGlobal('fetch', async (path: string, init: { body: string | ArrayBuffer; headers: Headers }) => {
    if (path !== together.path) {
      alone.push({ path, body: String(init.body) })
      return new Response('{}', { status: 200 })
    }
    const packed = init.headers.get('content-encoding') === 'gzip'
    const text = packed ? gunzipSync(Buffer.from(init.body as ArrayBuffer)).toString() : String(init.body)
    const { items } = JSON.parse(text) as { items: Item[] }
    heard.push({ packed, items })
    const status = whole(heard.length)
    if (status === null) throw new TypeError('fetch failed')
    const sentence = (code = 'x') => ({ code, title: { vi: `Câu của ${code}`, en: `Sentence of ${code}` }, facts: {} })
    if (status !== 200) return new Response(JSON.stringify(sentence('server.busy')), { status })
    const told = items.flatMap((item) => {
      const said = one(item)
      if (!said) return []
      const { code, ...rest } = said
      return [{ id: item.id, hash: hashOf(item.body), ...rest, ...(code && { problem: sentence(code) }) }]
    })
    return new Response(JSON.stringify({ items: told }), { status: 200 })
  })
  return { heard, alone }
}
const names = ({ heard }: { heard: readonly Heard[] }) => heard.map(({ items }) => items.map(nameOf))
const send = () => outbox.sendWaiting()

describe('what a phone sends together', () => {
  it('is packed, carries each its own id, version and bytes as written, and is gone from the count once confirmed', async () => {
    const input = '{"b":1,  "label":"Nguyễn"}'
    const seq = await finished('a', 'Nguyễn', { id: 'the-command', schemaVersion: 3, input })
    const at = server(() => ({ status: 200, answer: { told: { vi: 'Được giữ bên cạnh.', en: 'Kept beside.' } } }))
    await send()
    const path = '/api/households/a/cases/a/surveys'
    expect(at.heard).toEqual([{ packed: true, items: [{ id: 'the-command', path, schemaVersion: 3, body: input }] }])
    expect(await device.command.get(seq)).toMatchObject({ state: 'sent', input: null, told: { en: 'Kept beside.' } })
    expect([outbox.waiting.value, at.alone]).toEqual([0, []])
  })

  it('goes as it is where the browser packs nothing', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    await finished('a')
    const at = server()
    await send()
    expect(at.heard.map(({ packed }) => packed)).toEqual([false])
    expect(states()).toEqual({ a: 'sent' })
  })

  it('goes in the order it was made within a household, one of each at a time, small first among households', async () => {
    for (const [household, label] of [
      ['a', 'a1 rất dài'],
      ['b', 'b1'],
      ['a', 'a2'],
      ['c', 'c1 dài'],
      ['a', 'a3'],
    ] as const)
      await finished(household, label)
    const at = server()
    await send()
    expect(names(at)).toEqual([['b1', 'c1 dài', 'a1 rất dài'], ['a2'], ['a3']])
  })

  it('is a hundred or 256 KB at most; one that is larger goes by itself, last', async () => {
    for (let n = 0; n < 120; n++) await finished(`h${n}`)
    await finished('photo', 'x'.repeat(300 * 1024))
    await finished('large', 'y'.repeat(200 * 1024))
    await finished('larger', 'z'.repeat(210 * 1024))
    const at = server()
    await send()
    expect(at.heard.map(({ items }) => items.length)).toEqual([100, 21, 1, 1])
    expect(at.heard.at(-1)?.items[0]?.path).toContain('photo')
    expect(new Set(Object.values(states()))).toEqual(new Set(['sent']))
  })

  it('of somebody else on this phone stays', async () => {
    await finished('a', 'của Hùng', { accountId: 'hung' })
    await finished('b', 'của Mai')
    const at = server()
    await send()
    expect(names(at)).toEqual([['của Mai']])
    expect(states()).toEqual({ 'của Hùng': 'waiting', 'của Mai': 'sent' })
  })
})

describe('an answer that is not of these bytes', () => {
  it.each([
    ['another hash', { status: 200, hash: hashOf('something else') }],
    ['no hash', { status: 200, hash: '' }],
    ['a refusal of other bytes', { status: 409, code: 'x.y', hash: hashOf('') }],
    ['a refusal without its reason', { status: 409 }],
    ['no word', null],
  ] as [string, Told | null][])(
    '(%s) leaves the form waiting, says so, and holds up no other household',
    async (_, told) => {
      const seq = await finished('a', 'a1')
      await finished('a', 'a2')
      await finished('b')
      const before = await device.command.get(seq)
      const at = server((item) => (nameOf(item) === 'a1' ? told : { status: 200 }))
      await send()
      expect(states()).toEqual({ a1: 'waiting', a2: 'waiting', b: 'sent' })
      expect(await device.command.get(seq)).toEqual(before)
      expect([outbox.misheard.value, at.heard.length]).toEqual([true, 1])
      server()
      await send()
      expect([states(), outbox.misheard.value]).toEqual([{ a1: 'sent', a2: 'sent', b: 'sent' }, false])
    },
  )
})

describe('one that is refused', () => {
  it('keeps its reason and holds up what was made of its household before that was known, nothing else', async () => {
    const seq = await finished('a', 'a1')
    await finished('a', 'a2')
    await finished('b')
    server((item) => (nameOf(item) === 'a1' ? { status: 409, code: 'surveys.moved_on' } : { status: 200 }))
    await send()
    expect(states()).toEqual({ a1: 'refused', a2: 'waiting', b: 'sent' })
    expect(await device.command.get(seq)).toMatchObject({ problem: { code: 'surveys.moved_on' } })
    expect(outbox.held.value.map(({ label }) => label)).toEqual(['a2'])
    // Made knowing of it.
    await finished('b', 'b2')
    const at = server()
    await send()
    expect([names(at), states().a2]).toEqual([[['b2']], 'waiting'])
  })

  it('lets go what it held up once it is put away, or sent again and taken', async () => {
    const [one, other] = [await finished('a', 'a1'), await finished('b', 'b1')]
    await finished('a', 'a2')
    await finished('b', 'b2')
    server(() => ({ status: 409, code: 'surveys.moved_on' }))
    await send()
    expect(states()).toEqual({ a1: 'refused', b1: 'refused', a2: 'waiting', b2: 'waiting' })
    const at = server()
    await outbox.putAway(one)
    await send()
    expect(names(at)).toEqual([['a2']])
    await outbox.sendAgain(other)
    await vi.waitFor(() => expect(states()).toEqual({ b1: 'sent', a2: 'sent', b2: 'sent' }))
    expect(names(at)).toEqual([['a2'], ['b1'], ['b2']])
  })

  it('does not hold up what is made of its household afterwards', async () => {
    await finished('a', 'a1')
    server(() => ({ status: 409, code: 'surveys.moved_on' }))
    await send()
    await finished('a', 'a2')
    server()
    await send()
    expect(states()).toEqual({ a1: 'refused', a2: 'sent' })
  })

  it('because it must go alone goes alone', async () => {
    await finished('a')
    await finished('b')
    const at = server((item) => (nameOf(item) === 'a' ? { status: 409, code: 'input.alone' } : { status: 200 }))
    await send()
    expect(at.alone.map(({ path }) => path)).toEqual(['/api/households/a/cases/a/surveys'])
    expect(states()).toEqual({ a: 'sent', b: 'sent' })
  })
})

describe('one that is not taken now', () => {
  it.each([
    ['the server is busy', { status: 503, code: 'server.busy' }],
    ['it fails', { status: 500, code: 'server.fault' }],
    ['another is at it', { status: 503, code: 'command.running' }],
    ['a new password comes first', { status: 403, code: 'access.password_change_first' }],
    ['it was made by a newer version', { status: 503, code: 'input.newer' }],
  ])('(%s) waits, with all of its household; others go', async (_, told) => {
    await finished('a', 'a1')
    await finished('a', 'a2')
    await finished('b')
    const at = server((item) => (nameOf(item) === 'a1' ? told : { status: 200 }))
    await send()
    expect(states()).toEqual({ a1: 'waiting', a2: 'waiting', b: 'sent' })
    expect(at.heard).toHaveLength(1)
  })

  it('because the session ended stops the round: what was done before is sent, nothing is refused', async () => {
    await finished('a')
    await finished('b', 'b dài hơn')
    await finished('a', 'a2')
    const at = server((item) =>
      nameOf(item) === 'a' ? { status: 200 } : { status: 401, code: 'access.sign_in_needed' },
    )
    await send()
    expect(states()).toEqual({ a: 'sent', 'b dài hơn': 'waiting', a2: 'waiting' })
    expect(at.heard).toHaveLength(1)
  })
})

describe('a server that', () => {
  it.each([404, 405])('does not know the batch (%i) is sent to one by one, and is not asked again', async (status) => {
    for (const household of ['a', 'b']) await finished(household)
    const at = server(undefined, () => status)
    await send()
    expect([at.heard.length, at.alone.length]).toEqual([1, 2])
    await finished('c')
    await send()
    expect([at.heard.length, at.alone.length]).toEqual([1, 3])
    expect(states()).toEqual({ a: 'sent', b: 'sent', c: 'sent' })
  })

  it.each([400, 413, 415])('does not take it whole (%i) is sent to one by one for now', async (status) => {
    for (const household of ['a', 'b']) await finished(household)
    const at = server(undefined, (times) => (times === 1 ? status : 200))
    await send()
    expect([at.heard.length, at.alone.length]).toEqual([1, 2])
    await finished('c')
    await send()
    expect([at.heard.length, at.alone.length]).toEqual([2, 2])
  })

  it.each([null, 500, 503, 401])('gives no answer to the whole (%s) keeps all waiting', async (status) => {
    const seq = await finished('a')
    const before = await device.command.get(seq)
    const at = server(undefined, () => status)
    await send()
    expect([at.heard.length, at.alone.length, await device.command.get(seq)]).toEqual([1, 0, before])
  })
})

describe('a phone that is not heard', () => {
  it('tries again after two seconds, then twice as long, up to five minutes; at once when something is made', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999999)
    // In a pocket: while somebody looks, it is tried more often.
    vi.stubGlobal('document', { ...document, visibilityState: 'hidden' })
    await finished('a')
    const at = server(undefined, () => 503)
    await send()
    for (const seconds of [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      const times = at.heard.length
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 100)
      expect(at.heard.length, `before ${seconds} s`).toBe(times)
      await vi.advanceTimersByTimeAsync(200)
      await vi.waitFor(() => expect(at.heard.length, `after ${seconds} s`).toBe(times + 1))
      await vi.advanceTimersByTimeAsync(0)
    }
    const { send: take, ...call } = { ...together, path: '/api/toys', send: 0 }
    const taken = server()
    await outbox.queueCommand(call, { note: 'x' } as never, {
      label: 'mới',
      subject: { kind: 'toy', id: 'x' },
      page: '/',
    })
    await vi.waitFor(() => expect(states()).toEqual({ a: 'sent', mới: 'sent' }))
    expect([take, taken.heard.length]).toEqual([0, 1])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(taken.heard).toHaveLength(1)
  })
})
