import { expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { shareOf, shareSaid, wholeSaid, wholesOf } from './totals.ts'

const declared = (households: number) => ({ households, day: plainDate('2026-09-01') })
const register = (households: number) => ({ households, day: plainDate('2026-11-20') })

it('is told of what the commune declared, with the register beside it where it counts another', () => {
  expect(shareSaid(96, { declared: declared(4571), register: register(4571) })?.vi).toBe(
    '2,1% của 4.571 hộ khai báo ngày 01/09/2026',
  )
  expect(shareSaid(96, { declared: declared(4571), register: register(1200) })?.vi).toBe(
    '2,1% của 4.571 hộ khai báo ngày 01/09/2026; 8,0% của 1.200 hộ trong sổ ngày 20/11/2026',
  )
})

it('is told of the register where nothing was declared', () => {
  expect(shareSaid(96, { declared: null, register: register(1200) })).toEqual({
    vi: '8,0% của 1.200 hộ trong sổ ngày 20/11/2026',
    en: '8,0% of 1.200 households in the register on 20/11/2026',
  })
})

it('is of nobody none, and none where fewer were declared than counted', () => {
  expect(shareSaid(0, { declared: null, register: register(0) })).toBeNull()
  expect(shareSaid(5, { declared: declared(4), register: register(9) })?.vi).toBe(
    '55,6% của 9 hộ trong sổ ngày 20/11/2026',
  )
  expect(shareSaid(0, { declared: null, register: register(9) })?.vi).toBe('0% của 9 hộ trong sổ ngày 20/11/2026')
})

it('names each whole with its day', () => {
  const wholes = wholesOf({ declared: declared(100), register: register(90) })
  expect(wholes.map((whole) => [shareOf(9, whole), wholeSaid(whole).vi])).toEqual([
    ['9,0%', '100 hộ khai báo ngày 01/09/2026'],
    ['10,0%', '90 hộ trong sổ ngày 20/11/2026'],
  ])
})
