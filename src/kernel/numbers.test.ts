import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inWriting, readFileNumber, readNumber, showNumber } from './numbers.ts'

describe('a number as Mai types it', () => {
  it.each([
    ['1500000', 0, 1_500_000],
    ['1.500.000', 0, 1_500_000],
    [' 1 500 000 ', 0, 1_500_000],
    ['2,1', 1, 2.1],
    ['1.234,56', 2, 1234.56],
    ['-5', 0, -5],
    ['0', 0, 0],
    ['0,125', 3, 0.125],
  ])('reads %j with %i decimals as %d', (text, decimals, value) => {
    expect(readNumber(text, decimals)).toBe(value)
  })

  it.each([
    ['', 0],
    ['1.5', 0],
    ['1,5', 0],
    ['1.50', 2],
    ['12a', 0],
    ['1.2345', 0],
    ['2,15', 1],
    ['--1', 0],
    ['1 5', 0],
    ['0.125', 3],
    ['1,', 1],
    ['1e6', 0],
    ['9'.repeat(400), 0],
  ])('refuses %j with %i decimals rather than guess', (text, decimals) => {
    expect(readNumber(text, decimals)).toBeNull()
  })

  it('reads back what was written for her', () => {
    for (const value of [0, 7, 1000, 1_234_567, 12.5]) expect(readNumber(showNumber(value), 2)).toBe(value)
  })
})

describe('a number in a file that somebody sent to Hùng', () => {
  it.each([
    ['800.000', 800_000],
    ['800,000', 800_000],
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['1 500 000', 1_500_000],
    ['1\u00a0500\u00a0000', 1_500_000],
    ['1500000', 1_500_000],
    ['0', 0],
  ])('%j in a column of whole numbers is %d', (text, value) => {
    expect(readFileNumber(text, 'whole')).toEqual({ value })
  })

  it.each([
    ['62,5', 62.5],
    ['62.5', 62.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1.234.567', 1_234_567],
    ['62.1250', 62.125],
  ])('%j in a column of areas is %d', (text, value) => {
    expect(readFileNumber(text, 'decimal')).toEqual({ value })
  })

  it('that may be two numbers is refused, and the sentence tells how each is written', () => {
    expect(readFileNumber('12.500', 'decimal')).toEqual({
      fault: {
        vi: '“12.500” có thể là 12,5 hoặc 12500; hãy ghi đúng một trong hai cách ấy',
        en: '“12.500” may be 12,5 or 12500; write one of these two',
      },
    })
    for (const written of ['12,5', '12500']) expect(readFileNumber(written, 'decimal')).toHaveProperty('value')
    const said = readFileNumber('62,125', 'decimal')
    expect('fault' in said && said.fault.vi).toContain('62,1250 hoặc 62125')
    expect(readFileNumber('62,1250', 'decimal')).toEqual({ value: 62.125 })
  })

  it.each([
    '1,5',
    '1.5',
    '800.00',
    '800.0',
    '80.00',
    '1.50.000',
    '1.500,000',
    '1,5 triệu',
    '1,5E+06',
    '800đ',
    '',
    '000',
    '-',
    '.5',
    '5.',
  ])('%j is no whole number, and the sentence tells how to write one', (text) => {
    const read = readFileNumber(text, 'whole')
    expect('fault' in read && read.fault).toMatchObject({
      vi: expect.stringMatching(/không phải một số nguyên; hãy ghi 1500000, 1\.500\.000 hoặc/),
      en: expect.stringContaining('is not a whole number'),
    })
  })

  it('is the number that was written, in every writing, or is refused; never another', () => {
    const groups = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark)
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), fc.constantFrom('', '.', ',', ' ', '\u202f'), (value, mark) => {
        expect(readFileNumber(groups(String(value), mark), 'whole')).toEqual({ value })
      }),
    )
    fc.assert(
      fc.property(
        fc.nat({ max: 10_000_000 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(['', ','], ['', '.'], ['.', ','], [',', '.'], [' ', ','], [' ', '.']),
        (whole, length, [mark = '', point = '']) => {
          const part = '314159'.slice(0, length)
          const text = `${groups(String(whole), mark)}${point}${part}`
          const read = readFileNumber(text, 'decimal')
          if ('value' in read) expect(read.value).toBe(Number(`${whole}.${part}`))
          else expect([text, length, whole < 1000]).toEqual([text, 3, true])
          expect(readFileNumber(text, 'whole')).not.toEqual({ value: whole })
        },
      ),
    )
  })
})

describe('a number in an English sentence', () => {
  it.each([
    ['1.500.000', '1,500,000'],
    ['48,5', '48.5'],
    ['1.234.567,25', '1,234,567.25'],
    ['<0,1%', '<0.1%'],
    ['1.500.000 đ', '1,500,000 đ'],
  ])('%s is written %s, and stays as it is in Vietnamese', (vi, en) => {
    expect([inWriting(vi, 'vi'), inWriting(vi, 'en')]).toEqual([vi, en])
  })
})
