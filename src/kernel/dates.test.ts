import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, contains, dayInVietnam, daysBetween, findPlainDate, plainDate, showDate, weekday } from './dates.ts'
import { isId, uuidV7 } from './ids.ts'
import { showNumber, showShare, vnd } from './numbers.ts'
import { fold, tidy } from './text.ts'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => plainDate(d.toISOString().slice(0, 10)))

describe('days', () => {
  it('knows which texts name a day', () => {
    expect(findPlainDate('2026-02-30')).toBeNull()
    expect(findPlainDate('2026-2-3')).toBeNull()
    expect(findPlainDate('2024-02-29')).toBe('2024-02-29')
    expect(() => plainDate('hôm nay')).toThrow(RangeError)
  })

  it('counts there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    )
  })

  it('ends a period before its last day, half-open', () => {
    const period = { from: plainDate('2021-01-01'), until: plainDate('2022-01-01') }
    expect(contains(period, plainDate('2021-12-31'))).toBe(true)
    expect(contains(period, plainDate('2022-01-01'))).toBe(false)
  })

  it('says the day of Vietnam, wherever the machine stands', () => {
    expect(dayInVietnam(Date.parse('2026-11-20T17:00:00Z'))).toBe('2026-11-21')
    expect(dayInVietnam(Date.parse('2026-11-20T16:59:59Z'))).toBe('2026-11-20')
  })

  it('writes days and weekdays as Vietnam does', () => {
    expect(showDate(plainDate('2026-11-05'))).toBe('05/11/2026')
    expect(weekday(plainDate('2026-11-22'))).toBe(7)
  })
})

describe('numbers', () => {
  it('are written with dots and a comma', () => {
    expect(showNumber(1234567)).toBe('1.234.567')
    expect(showShare(96, 4571)).toBe('2,1%')
    expect(showShare(1, 0)).toBeNull()
    expect(showShare(1, 9083)).toBe('<0,1%')
    expect(showShare(0, 9083)).toBe('0%')
    // The same figure is never `2%` here and `1,9%` there for want of a decimal.
    expect([showShare(2, 100), showShare(19, 1000), showShare(1, 10)]).toEqual(['2,0%', '1,9%', '10,0%'])
    expect([showShare(9083, 9083), showShare(9082, 9083), showShare(0.25, 1)]).toEqual(['100%', '>99,9%', '25,0%'])
  })

  it('refuses half a đồng', () => {
    expect(() => vnd(0.5)).toThrow(RangeError)
  })
})

describe('text', () => {
  it('finds Hòa, Hoà and hoa alike, whatever the Unicode form', () => {
    for (const text of ['Hòa', 'Hoà', 'HÒA', 'Hòa'.normalize('NFD'), ' hoa ']) expect(fold(text)).toBe('hoa')
    expect(fold('Đồng  Lâm')).toBe('dong lam')
    expect(tidy('  Nguyễn   Thị '.normalize('NFD'))).toBe('Nguyễn Thị')
  })
})

describe('ids', () => {
  it('are in the order of their making, and are ids', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 45 }),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        (ms, random) => {
          const [earlier, later] = [uuidV7(ms, random), uuidV7(ms + 1, random)]
          expect(isId(earlier)).toBe(true)
          expect(earlier < later).toBe(true)
          expect(earlier[14]).toBe('7')
        },
      ),
    )
  })
})
