import { describe, expect, it } from 'vitest'
import { boxesOf, dayOf, faultOf } from './dayBoxes.ts'

const boxes = (day: string, month: string, year: string) => ({ day, month, year })

describe('the three boxes of a day', () => {
  it('reads a day written with or without leading zeros', () => {
    expect(dayOf(boxes('5', '11', '2026'), false)).toBe('2026-11-05')
    expect(dayOf(boxes('05', '01', '2026'), false)).toBe('2026-01-05')
  })

  it('shows a stored day and a year alone', () => {
    expect(boxesOf('2026-11-05')).toEqual(boxes('05', '11', '2026'))
    expect(boxesOf('1958')).toEqual(boxes('', '', '1958'))
    expect(boxesOf(null)).toEqual(boxes('', '', ''))
  })

  it('takes a year alone only where that is allowed', () => {
    expect(dayOf(boxes('', '', '1958'), true)).toBe('1958')
    expect(dayOf(boxes('', '', '1958'), false)).toBeNull()
  })

  it.each([
    [boxes('30', '2', '2026')],
    [boxes('31', '4', '2026')],
    [boxes('29', '2', '2026')],
    [boxes('5', '13', '2026')],
    [boxes('5', '', '2026')],
    [boxes('5', '11', '26')],
  ])('refuses %j and says why', (wrong) => {
    expect(dayOf(wrong, true)).toBeNull()
    expect(faultOf(wrong, true)).not.toBeNull()
  })

  it('finds no fault in empty boxes: whether an answer is needed is not their matter', () => {
    expect(faultOf(boxes('', '', ''), false)).toBeNull()
  })

  it('names the day that does not exist', () => {
    expect(faultOf(boxes('30', '2', '2026'), false)?.vi).toBe('Không có ngày 30/02/2026.')
  })
})
