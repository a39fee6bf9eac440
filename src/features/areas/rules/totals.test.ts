import { expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { denominator } from './totals.ts'

const declared = { households: 4571, day: plainDate('2021-09-01'), source: 'báo cáo', mark: 'illustrative' } as const

it('divides by what the commune declared and names it', () => {
  expect(denominator(declared, 4571)).toEqual({ by: 'declared', households: 4571, of: declared, contradicts: null })
})

it.each([
  [4600, 'register_more'],
  [96, 'register_fewer'],
])('says that a register of %i households is %s', (registered, contradicts) => {
  expect(denominator(declared, registered)).toMatchObject({ households: 4571, contradicts })
})

it('falls back on the register where nothing was declared', () => {
  expect(denominator(null, 96)).toEqual({ by: 'register', households: 96 })
})
