import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsNumber } from './rules.ts'

/** Eleven figures that begin like the telephone of an office are one. */
const figures = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 12 })
  .map((all) => all.join(''))
  .filter((all) => !(all.length === 11 && all.startsWith('02')) && !/^1[89]00/.test(all))

describe('a number by which a person is known', () => {
  it('is found wherever it stands, written in groups too', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[^\d]*$/),
        figures,
        fc.constantFrom('', ' ', '.', '-'),
        (before, digits, between) => {
          expect(holdsNumber(`${before} x ${digits.match(/.{1,4}/g)?.join(between)} x`)).toBe(true)
        },
      ),
    )
  })

  it('is found where it is written like an amount', () => {
    for (const text of ['025.085.001.234', '091.234.567', 'bà A 001.185.000.017'])
      expect(holdsNumber(text), text).toBe(true)
  })

  it('is found in figures of other keyboards too', () => {
    for (const text of ['０２５０８５００１２３４', '025\u00a0085\u00a0001\u00a0234', '025\u2013085\u2013001\u2013234'])
      expect(holdsNumber(text), text).toBe(true)
  })

  it('is no telephone of an office', () => {
    for (const text of [
      'Điện thoại 0210 3846 647',
      '024.3736.5555',
      '02103846647',
      'tổng đài 1900 1234',
      '1800 599 920',
    ])
      expect(holdsNumber(text), text).toBe(false)
    for (const text of ['0912 345 678', '+84 912 345 678', '025 085 001 234'])
      expect(holdsNumber(text), text).toBe(true)
  })

  it('is no year, no amount of money, no number of a decree', () => {
    for (const text of [
      'năm 2026',
      '2021 2022 2023',
      'giai đoạn 2016-2020 2021-2025',
      'thu 1.500.000.000 đồng',
      '1.500.000',
      'Nghị định 07/2021/NĐ-CP',
      'ngày 20/11/2026',
    ])
      expect(holdsNumber(text), text).toBe(false)
  })
})
