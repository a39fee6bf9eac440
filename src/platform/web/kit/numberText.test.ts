import { describe, expect, it } from 'vitest'
import { readNumber, writeNumber } from './numberText.ts'

describe('a number as Mai types it', () => {
  it.each([
    ['1500000', 0, 1_500_000],
    ['1.500.000', 0, 1_500_000],
    [' 1 500 000 ', 0, 1_500_000],
    ['2,1', 1, 2.1],
    ['1.234,56', 2, 1234.56],
    ['-5', 0, -5],
    ['0', 0, 0],
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
  ])('refuses %j with %i decimals rather than guess', (text, decimals) => {
    expect(readNumber(text, decimals)).toBeNull()
  })

  it('writes what it reads', () => {
    for (const value of [0, 7, 1000, 1_234_567, 12.5]) expect(readNumber(writeNumber(value), 2)).toBe(value)
    expect(writeNumber(null)).toBe('')
  })
})
