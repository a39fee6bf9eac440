/** What the phone keeps for where there is no line: of whom it was read, and of nobody else. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MemoryTable, ok, openPage, serverThat } from '#test/web/page.ts'

const device = { kept: new MemoryTable('accountId', 'address') }
vi.mock('./device.ts', () => ({ device }))

let kept: typeof import('./keptReads.ts')
let session: typeof import('./session.ts')
let mine: ReturnType<typeof import('./calls.ts')['call']>
beforeEach(async () => {
  vi.resetModules()
  openPage()
  device.kept.rows.clear()
  kept = await import('./keptReads.ts')
  session = await import('./session.ts')
  mine = (await import('./calls.ts')).call('surveys.mine', 'GET', '/api/my-households')
  isHere('mai')
})
afterEach(() => vi.unstubAllGlobals())

const meOf = (accountId: string) => ({ account: { accountId }, today: '2026-11-20', demo: false, setup: false })
const isHere = (accountId: string) => {
  session.me.value = meOf(accountId) as never
}

it('her households stay for Mai, and Thắng is shown none of them', async () => {
  serverThat(ok({ households: 12 }, 'mai'), null)
  await kept.readKept(mine as never, {})
  expect(await kept.readKept(mine as never, {})).toMatchObject({ data: { households: 12 } })
  isHere('thang')
  await expect(kept.readKept(mine as never, {})).rejects.toMatchObject({ code: 'web.unreached' })
})

it('what Thắng’s cookie answers to the window of Mai is neither shown nor kept', async () => {
  serverThat(ok({ households: 135 }, 'thang'), ok(meOf('thang')))
  await expect(kept.readKept(mine as never, {})).rejects.toMatchObject({ code: 'web.another_account' })
  expect(device.kept.rows.size).toBe(0)
  await vi.waitFor(() => expect(session.account.value?.accountId).toBe('thang'))
})

it('a server that has not answered soon is not waited for where the phone has the answer, and what it says later is told and kept', async () => {
  serverThat(ok({ households: 12 }, 'mai'))
  await kept.readKept(mine as never, {})
  vi.useFakeTimers()
  let answer: (said: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise((resolve) => (answer = resolve)))
  const read = kept.readKeptSoon(mine as never, {})
  await vi.advanceTimersByTimeAsync(150)
  const { later, ...first } = await read
  expect(first).toMatchObject({ data: { households: 12 }, keptAt: expect.any(Number) })
  answer(new Response(JSON.stringify({ households: 13 })))
  vi.useRealTimers()
  expect(await later).toMatchObject({ data: { households: 13 }, keptAt: null })
  expect(await kept.getKept({ accountId: 'mai' as never, address: '/api/my-households' })).toMatchObject({
    data: { households: 13 },
  })
  // Where the phone has nothing, the server alone can say it.
  device.kept.rows.clear()
  vi.useFakeTimers()
  const alone = kept.readKeptSoon(mine as never, {})
  await vi.advanceTimersByTimeAsync(5_000)
  answer(new Response(JSON.stringify({ households: 14 })))
  vi.useRealTimers()
  expect(await alone).toMatchObject({ data: { households: 14 }, keptAt: null })
})

it('a server that answers at once is waited for, so that nothing is shown twice', async () => {
  serverThat(ok({ households: 12 }, 'mai'), ok({ households: 13 }, 'mai'))
  await kept.readKept(mine as never, {})
  const said = await kept.readKeptSoon(mine as never, {})
  expect(said).toEqual({ data: { households: 13 }, keptAt: null })
})
