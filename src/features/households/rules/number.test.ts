import { describe, expect, it } from 'vitest'
import { bareNumber } from './number.ts'

describe('two numbers of households', () => {
  it.each([
    ['7809', '0007809'],
    ['7809', '07809'],
    ['2-1', '2-001'],
    ['2-1', '2 - 001'],
    ['2–01', '02-1'],
    ['HN 001', 'HN-001'],
    ['hn1', 'HN 001'],
    ['12A', '012 a'],
    ['1/02', '01 / 2'],
    ['2-001', '2/1'],
    ['2-001', '2.1'],
    ['2-001', '2 1'],
    ['2-001', '2./_1'],
    ['12/HN', '12HN'],
    ['12.', '12'],
    ['0', '000'],
  ])('%s and %s are one', (one, other) => expect(bareNumber(other)).toBe(bareNumber(one)))

  it.each([
    ['2-1', '21'],
    ['100', '10'],
    ['1-20', '12-0'],
    ['2/1', '21'],
    ['2.1', '2-10'],
    ['HN1', 'HM1'],
  ])('%s and %s are two', (one, other) => expect(bareNumber(other)).not.toBe(bareNumber(one)))

  it('of signs alone are none', () => expect(bareNumber(' -’- ')).toBe(''))
})
