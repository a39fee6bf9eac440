/** One browser, the phone's page and the office's: whose kept answers a page may open with. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPage } from '#test/web/page.ts'

let keeping: typeof import('./keep.ts')
let memory: string
let session: typeof import('./session.ts')
beforeEach(async () => {
  vi.resetModules()
  openPage()
  const held = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => held.set(name, value),
    removeItem: (name: string) => held.delete(name),
  })
  const { forgetOthers, memory: name } = await import('./keptAccount.ts')
  keeping = await import('./keep.ts')
  session = await import('./session.ts')
  memory = name
  forgetOthers()
  keeping.keep(memory, 'mai')
})
afterEach(() => vi.unstubAllGlobals())

const isHere = (accountId: string | null) => {
  session.me.value = { account: accountId && { accountId }, today: '2026-11-20', demo: false, setup: false } as never
}

it.each([
  ['stays while the same person works at the desk', 'mai', 'mai'],
  ['is let go where she signed out at the desk', null, null],
  ['is let go where Hùng signs in at the desk', 'hung', null],
])('what the phone remembers of Mai %s', (_, who, remembered) => {
  isHere(who)
  expect(keeping.kept(memory)).toBe(remembered)
})
