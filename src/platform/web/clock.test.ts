import { beforeEach, describe, expect, it, vi } from 'vitest'

const stored = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
  removeItem: (key: string) => stored.delete(key),
})
const { seeTime, todayHere } = await import('./clock.ts')

beforeEach(() => stored.clear())
const at = (text: string) => Date.parse(text)

describe('the day without a line', () => {
  it('is that of the phone where nobody has said otherwise, in Vietnam', () => {
    expect(todayHere(at('2026-10-12T16:59:00Z'))).toBe('2026-10-12')
    expect(todayHere(at('2026-10-12T17:01:00Z'))).toBe('2026-10-13')
  })

  it('is put right where the phone stands in 1970 or two years ahead, also days later', () => {
    for (const wrong of ['1970-01-03T00:00:00Z', '2028-10-12T03:00:00Z']) {
      seeTime('Mon, 12 Oct 2026 03:00:00 GMT', at(wrong))
      expect(todayHere(at(wrong))).toBe('2026-10-12')
      expect(todayHere(at(wrong) + 3 * 86_400_000)).toBe('2026-10-15')
    }
  })

  it('follows a clock that is put right meanwhile, once the server is heard again', () => {
    seeTime('Mon, 12 Oct 2026 03:00:00 GMT', at('1970-01-03T00:00:00Z'))
    seeTime('Tue, 13 Oct 2026 03:00:00 GMT', at('2026-10-13T03:00:00Z'))
    expect(todayHere(at('2026-10-14T03:00:00Z'))).toBe('2026-10-14')
  })

  it('does not follow an answer without a time, and writes nothing for seconds', () => {
    seeTime(null)
    seeTime('soon')
    seeTime('Mon, 12 Oct 2026 03:00:00 GMT', at('2026-10-12T03:00:20Z'))
    expect(stored.size).toBe(0)
  })
})
