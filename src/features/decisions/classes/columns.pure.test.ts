import { expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { type FigureRow, figureColumns, rateSaid } from './columns.ts'

const today = plainDate('2026-11-20')
const row = (given: Partial<FigureRow>): FigureRow =>
  ({ poor: 0, nearPoor: 0, average: 0, notPoor: 0, register: 0, declared: null, ...given }) as FigureRow
const declared = (households: number) =>
  ({ households, day: '2026-09-01', source: 'Báo cáo', mark: 'text' }) as FigureRow['declared']

it('tells each unit by what it declared, and all of them by the register, by which they compare', () => {
  const share = figureColumns(today).find(({ key }) => key === 'poorShare')
  const units = [row({ poor: 9, register: 90, declared: declared(100) }), row({ poor: 9, register: 80 })]
  expect(units.map((unit) => (share?.text(unit) as { vi: string } | undefined)?.vi)).toEqual([
    '9,0% của 100 hộ khai báo ngày 01/09/2026; 10,0% của 90 hộ trong sổ ngày 20/11/2026',
    '11,3% của 80 hộ trong sổ ngày 20/11/2026',
  ])
})

it('says no share where nothing is known, though something was declared', () => {
  expect(rateSaid(0, row({ declared: declared(100) }), today)).toBeNull()
  expect(rateSaid(0, row({ register: 9 }), today)?.vi).toBe('0% của 9 hộ trong sổ ngày 20/11/2026')
})
