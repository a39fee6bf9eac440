import { describe, expect, it } from 'vitest'
import { joinedFigures, plainFigures } from './figures.ts'
import { readFileNumber, readNumber } from './numbers.ts'

describe('figures pasted from elsewhere', () => {
  it.each([
    '026176000123',
    '026 176 000 123',
    '026.176.000.123',
    '026-176-000-123',
    '026\u2013176\u2013000\u2013123',
    '026\u00a0176\u00a0000\u00a0123',
    '\u202f026\u2009176\u3000000 123 ',
    '026\u200b176000123\ufeff',
    '０２６１７６０００１２３',
    '０２６．１７６．０００．１２３',
    "'026176000123",
    '\u2019026176000123',
    '0 2 6 1 7 6 0 0 0 1 2 3',
  ])('are one citizen id: %j', (text) => expect(joinedFigures(text)).toBe('026176000123'))

  it.each(['26176000123', '2.6176E+10', '026176000l23', 'O26176000123', '026,176,000,123', '026176000123/4'])(
    'are none where they cannot be read for certain: %j',
    (text) => expect(joinedFigures(text)).not.toMatch(/^\d{12}$/),
  )

  it.each([
    ['1.500.000', 1_500_000],
    ['1 500 000', 1_500_000],
    ['1\u00a0500\u00a0000', 1_500_000],
    ['1\u202f500\u202f000', 1_500_000],
    ['１５０００００', 1_500_000],
    ['１．５００．０００', 1_500_000],
    ["'1500000", 1_500_000],
    [' 1500000\u200b', 1_500_000],
    ['1.500', 1_500],
    ['1,5', null],
    ['1.5', null],
    ['15O0', null],
    ['1.500 000', null],
    ["1'500'000", null],
  ] as const)('are money in a form: %j', (text, value) => expect(readNumber(text, 0)).toBe(value))

  it('are numbers of a file by the same reading', () => {
    for (const text of ['1.500.000', '1,500,000', '1\u00a0500\u00a0000', '１５０００００', "'1500000"])
      expect(readFileNumber(text, 'whole'), text).toEqual({ value: 1_500_000 })
  })

  it('leave what is no figure as it is', () => {
    expect(plainFigures(' 12A  bis ')).toBe('12A bis')
    expect(plainFigures('’Ngõ')).toBe('’Ngõ')
  })
})
