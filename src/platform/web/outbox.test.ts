/** Commands on their way from a phone: in order, once, never lost, and none of them for another account. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, MemoryTable, ok, openPage, problem, serverThat } from '#test/web/page.ts'

const device = { command: new MemoryTable('seq') }
vi.mock('./device.ts', () => ({ device }))

const account = (login: string, more: object = {}) => ({
  accountId: login,
  name: login,
  login,
  mustChangePassword: false,
  grants: [],
  ended: [],
  can: [],
  csrf: 'token',
  ...more,
})
const meOf = (login: string | null, more: object = {}) => ({
  account: login ? account(login, more) : null,
  today: '2026-11-20',
  demo: false,
  setup: false,
})

let outbox: typeof import('./outbox.ts')
let session: typeof import('./session.ts')
beforeEach(async () => {
  vi.resetModules()
  openPage()
  device.command.rows.clear()
  outbox = await import('./outbox.ts')
  session = await import('./session.ts')
  session.me.value = meOf('mai') as never
})
afterEach(() => vi.unstubAllGlobals())

let made = 0
async function stored(label: string, more: Record<string, unknown> = {}): Promise<number> {
  made += 1
  return device.command.add({
    id: `command-${made}`,
    accountId: 'mai',
    endpoint: 'surveys.submit',
    path: `/api/households/${label}/surveys`,
    input: JSON.stringify({ label }),
    schemaVersion: 1,
    madeAt: made,
    label,
    state: 'waiting',
    settledAt: null,
    ...more,
  })
}
const states = () => Object.fromEntries([...device.command.rows.values()].map((row) => [row.label, row.state]))
const row = async (seq: number) => (await device.command.get(seq)) as Record<string, unknown>
const send = async (...answers: Answer[]) => {
  const asked = serverThat(...answers)
  await outbox.sendWaiting()
  return asked
}

describe('commands that wait', () => {
  it('are sent in the order they were made, one after the other, and are gone from the count', async () => {
    for (const label of ['Nhẫn', 'Ước', 'Ánh']) await stored(label)
    const asked = await send(ok())
    expect(asked.map((one) => JSON.parse(String(one.init.body)).label)).toEqual(['Nhẫn', 'Ước', 'Ánh'])
    expect(states()).toEqual({ Nhẫn: 'sent', Ước: 'sent', Ánh: 'sent' })
    expect([outbox.waiting.value, outbox.refused.value]).toEqual([0, 0])
  })

  it('carry all that was written down with them, until they are refused or somebody goes on writing', async () => {
    const madeAt = 1_000_000
    const about = (id: string) => ({ subject: { kind: 'case', id }, madeAt })
    await stored('Nhẫn', about('waits'))
    await stored('Ước', { ...about('came'), state: 'sent' })
    await stored('Ánh', { ...about('refused'), state: 'refused' })
    await outbox.sendWaiting()
    const written = (id: string, after: number) => outbox.isOnItsWay({ id, savedAt: madeAt + after })
    expect(['waits', 'came', 'refused', 'other'].map((id) => written(id, 16))).toEqual([true, true, false, false])
    expect(written('waits', 60_000)).toBe(false)
  })

  it('keep what the server said of one that it took, and nothing where it said nothing', async () => {
    const told = { vi: 'Được giữ bên cạnh.', en: 'Kept beside.' }
    const [one, other] = [await stored('Nhẫn'), await stored('Ước')]
    await send(ok({ told }), ok({ told: null }))
    expect(await row(one)).toMatchObject({ state: 'sent', input: null, told })
    expect(await row(other)).not.toHaveProperty('told')
  })

  it('carry their own id, the version they were made with, the session’s token and the bytes as written', async () => {
    const input = '{"b":1,  "a":"Nguyễn"}'
    await stored('Nhẫn', { id: 'the-command', schemaVersion: 3, input })
    const { wire } = await import('./wire.ts')
    wire.csrf = 'token'
    const [asked] = await send(ok())
    const headers = asked?.init.headers
    expect([headers?.get('x-command'), headers?.get('x-schema-version'), headers?.get('x-csrf')]).toEqual([
      'the-command',
      '3',
      'token',
    ])
    expect(asked?.init.body).toBe(input)
  })

  it('keep their bytes until the server has answered, and let them go then', async () => {
    const seq = await stored('Nhẫn')
    await send(null)
    expect((await row(seq)).input).not.toBeNull()
    await send(ok())
    expect(await row(seq)).toMatchObject({ state: 'sent', input: null })
  })

  it('of another account on this phone are neither shown nor sent', async () => {
    await stored('của Hùng', { accountId: 'hung' })
    await stored('của Mai')
    const asked = await send(ok())
    expect(asked).toHaveLength(1)
    expect(states()).toEqual({ 'của Hùng': 'waiting', 'của Mai': 'sent' })
    expect(outbox.outbox.value.map((one) => one.label)).toEqual(['của Mai'])
  })

  it('wait for somebody to sign in, and for the first password to be changed', async () => {
    await stored('Nhẫn')
    session.me.value = meOf(null) as never
    expect(await send(ok())).toHaveLength(0)
    session.me.value = meOf('mai', { mustChangePassword: true }) as never
    expect(await send(ok())).toHaveLength(0)
    expect(states()).toEqual({ Nhẫn: 'waiting' })
  })
})

describe('a command that the server', () => {
  it('refuses keeps its reason in both languages, and lets the next one go', async () => {
    const seq = await stored('Nhẫn')
    await stored('Ước')
    await send(problem(409, 'surveys.moved_on'), ok())
    expect(states()).toEqual({ Nhẫn: 'refused', Ước: 'sent' })
    expect((await row(seq)).problem).toEqual({
      code: 'surveys.moved_on',
      title: { vi: 'Câu của surveys.moved_on', en: 'Sentence of surveys.moved_on' },
    })
    expect(outbox.refused.value).toBe(1)
  })

  it.each([
    ['cannot be reached', null],
    ['is down', { status: 502, body: '<html>' }],
    ['fails', problem(500, 'server.fault')],
    ['is busy', problem(503, 'server.busy')],
    ['asks to wait', problem(429, 'edge.too_many')],
    ['timed out', problem(408, 'edge.too_slow')],
    ['asks to sign in', problem(401, 'access.sign_in_needed')],
    ['has another token of the session', problem(403, 'access.csrf')],
    ['asks for a new password first', problem(403, 'access.password_change_first')],
  ] as [string, Answer][])('%s stays as it is, and so do all behind it', async (_why, answer) => {
    const seq = await stored('Nhẫn')
    await stored('Ước')
    const before = await row(seq)
    const asked = await send(answer)
    expect(asked.filter((one) => one.init.method === 'POST')).toHaveLength(1)
    expect(states()).toEqual({ Nhẫn: 'waiting', Ước: 'waiting' })
    expect(await row(seq)).toEqual(before)
  })

  it('is sent again with the same id and the same bytes after its answer was lost', async () => {
    await stored('Nhẫn')
    const [first] = await send(null)
    const [second] = await send(ok())
    expect(second?.init.body).toBe(first?.init.body)
    expect(second?.init.headers.get('x-command')).toBe(first?.init.headers.get('x-command'))
  })

  it('refused is sent once more only when Mai asks, the same bytes under the same id', async () => {
    const seq = await stored('Nhẫn')
    const [first] = await send(problem(409, 'surveys.step_not_allowed'))
    expect(await send(ok())).toHaveLength(0)
    const asked = serverThat(ok())
    await outbox.sendAgain(seq)
    await vi.waitFor(() => expect(states()).toEqual({ Nhẫn: 'sent' }))
    expect(asked[0]?.init.body).toBe(first?.init.body)
    expect(asked[0]?.init.headers.get('x-command')).toBe(first?.init.headers.get('x-command'))
  })
})

describe('putting away', () => {
  it('takes what is settled off the phone, never what waits', async () => {
    const [waits, sent] = [await stored('Nhẫn'), await stored('Ước', { state: 'sent' })]
    const refused = await stored('Ánh', { state: 'refused' })
    for (const seq of [waits, sent, refused, 99]) await outbox.putAway(seq)
    expect(states()).toEqual({ Nhẫn: 'waiting' })
  })
})

describe('a line that is back', () => {
  it('takes what waits at once, whoever finds it: the pause that grew meanwhile is not waited for', async () => {
    vi.useFakeTimers()
    try {
      outbox.startOutbox()
      await stored('Nhẫn')
      serverThat(null)
      for (let n = 0; n < 6; n++) await outbox.sendWaiting()
      expect([outbox.connected.value, states()]).toEqual([false, { Nhẫn: 'waiting' }])
      const asked = serverThat(ok())
      const { call, send: ask } = await import('./calls.ts')
      await ask(call('people.roles', 'GET', '/api/roles'), {})
      // No time has passed.
      vi.useRealTimers()
      await vi.waitFor(() => expect(states()).toEqual({ Nhẫn: 'sent' }), { timeout: 500 })
      expect(asked.length).toBeGreaterThan(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('that nobody tells of is found within a quarter of a minute while somebody looks, however often it was tried in vain', async () => {
    vi.useFakeTimers()
    try {
      outbox.startOutbox()
      await stored('Nhẫn')
      serverThat(null)
      // Each form that is finished in the hills is an attempt.
      for (let n = 0; n < 12; n++) await outbox.sendWaiting()
      const asked = serverThat(ok(meOf('mai')), ok())
      await vi.advanceTimersByTimeAsync(15_000)
      expect(asked.length).toBeGreaterThan(0)
      vi.useRealTimers()
      await vi.waitFor(() => expect(states()).toEqual({ Nhẫn: 'sent' }), { timeout: 500 })
    } finally {
      vi.useRealTimers()
    }
  })

  it('that carries nothing and breaks off nothing is given up, and what waits goes the next time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await stored('Nhẫn')
      const given: AbortSignal[] = []
      vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
        const signal = init.signal as AbortSignal
        given.push(signal)
        return new Promise((_done, fail) => {
          signal.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')))
        })
      })
      const sending = outbox.sendWaiting()
      await vi.waitFor(() => expect(given).toHaveLength(1))
      await vi.advanceTimersByTimeAsync(89_000)
      expect(given[0]?.aborted).toBe(false)
      await vi.advanceTimersByTimeAsync(2_000)
      await sending
      expect(states()).toEqual({ Nhẫn: 'waiting' })
    } finally {
      vi.useRealTimers()
    }
    await send(ok())
    expect(states()).toEqual({ Nhẫn: 'sent' })
  })
})
