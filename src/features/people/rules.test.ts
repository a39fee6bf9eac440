import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGuessed, remainingWait, waitSeconds } from './rules.ts'

const now = Date.parse('2026-11-20T08:00:00Z')

describe('waiting after wrong passwords', () => {
  it.each([
    [3, 0],
    [4, 2],
    [5, 4],
    [20, 900],
  ])('after %i in a row it is %i seconds', (failures, seconds) => {
    expect(remainingWait({ failures, lastMs: now }, now)).toBe(seconds)
  })

  it('is over when its time is over', () => {
    expect(remainingWait({ failures: 4, lastMs: now - 1_999 }, now)).toBe(1)
    expect(remainingWait({ failures: 4, lastMs: now - 2_000 }, now)).toBe(0)
  })

  it('makes nobody wait for a clock that was set back a day', () => {
    expect(remainingWait({ failures: 1, lastMs: now + 86_400_000 }, now)).toBe(0)
    expect(remainingWait({ failures: 9, lastMs: now + 86_400_000 }, now)).toBe(0)
  })

  it('is never longer than the wait for so many failures, whatever the clock did', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: -1e12, max: 1e12 }), (failures, shift) => {
        const seconds = remainingWait({ failures, lastMs: now + shift }, now)
        return seconds >= 0 && seconds <= waitSeconds(failures)
      }),
    )
  })
})

describe('a password that is tried first', () => {
  const hung = { login: 'hung', name: 'Lê Văn Hùng' }
  it.each([
    'aaaaaaaaaa',
    '1234567890',
    '0987654321',
    'abcabcabcabc',
    'QWERTYUIOP',
    'hung123456',
    'Lê Văn Hùng',
    'hunghunghung',
  ])('%s is refused', (password) => expect(isGuessed(password, hung)).toBe(true))
  it.each(['nang-buoc-demo', 'sông cạn đá mòn 26', 'mật khẩu đầu tiên', 'hung-trong-lua-nep'])(
    '%s may stand',
    (password) => expect(isGuessed(password, hung)).toBe(false),
  )
})
