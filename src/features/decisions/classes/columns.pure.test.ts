import { expect, it } from 'vitest'
import { type FigureRow, shareSaid, wholeOf } from './columns.ts'

const row = (given: Partial<FigureRow>): FigureRow =>
  ({ poor: 0, nearPoor: 0, average: 0, notPoor: 0, register: 0, declared: null, ...given }) as FigureRow
const declared = (households: number) =>
  ({ households, day: '2026-09-01', source: 'Báo cáo', mark: 'text' }) as FigureRow['declared']

it('compares the units of one table by one whole: the declared where all have it, else the register', () => {
  const [a, b, empty] = [row({ register: 90, declared: declared(100) }), row({ register: 80 }), row({})]
  expect(wholeOf([a, row({ register: 10, declared: declared(12) }), empty])).toBe('declared')
  expect(wholeOf([a, b])).toBe('register')
  expect([a, b].map((one) => shareSaid(9, one, wholeOf([a, b]))?.vi)).toEqual([
    '10% của 90 hộ trong sổ',
    '11,3% của 80 hộ trong sổ',
  ])
  expect(shareSaid(9, a, 'declared')?.vi).toBe('9% của 100 hộ khai báo')
})

it('says no share of nobody, and none over a hundred', () => {
  expect(shareSaid(0, row({}), 'register')).toBeNull()
  expect(shareSaid(5, row({ register: 9, poor: 5, declared: declared(4) }), 'declared')).toBeNull()
  expect(shareSaid(0, row({ register: 9 }), 'register')?.vi).toBe('0% của 9 hộ trong sổ')
})
