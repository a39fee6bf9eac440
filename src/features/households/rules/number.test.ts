import { describe, expect, it } from 'vitest'
import { bareNumber, mayBeNumber } from './number.ts'

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

describe('the number of a household', () => {
  it.each(['12', '', '12A/3-2', 'Tổ 4 (lẻ)', 'Lô 5, số 7', 'HN–001', '#12 & 13', 'nhà 3:2'])('may be %j', (number) => {
    expect(mayBeNumber(number)).toBe(true)
  })
  it.each(['<b>1</b>', '1"', '3;4', '{5}', '7?', '8*', '9\n1', '🏠'])('is not %j', (number) => {
    expect(mayBeNumber(number)).toBe(false)
  })
})
