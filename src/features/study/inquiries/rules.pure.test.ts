import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsNumber } from './rules.ts'

const figures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 12 }).map((all) => all.join(''))

describe('a number by which a person is known', () => {
  it('is found wherever it stands, written in groups too', () => {
    fc.assert(
      fc.property(fc.string(), figures, fc.constantFrom('', ' ', '.', '-'), (before, digits, between) => {
        expect(holdsNumber(`${before} x ${digits.match(/.{1,4}/g)?.join(between)} x`)).toBe(true)
      }),
    )
  })

  it('is found where it is written like an amount', () => {
    for (const text of ['025.085.001.234', '091.234.567', 'bà A 001.185.000.017'])
      expect(holdsNumber(text), text).toBe(true)
  })

  it('is no year, no amount of money, no number of a decree', () => {
    for (const text of [
      'năm 2026',
      'thu 1.500.000.000 đồng',
      '1.500.000',
      'Nghị định 07/2021/NĐ-CP',
      'ngày 20/11/2026',
    ])
      expect(holdsNumber(text), text).toBe(false)
  })
})
