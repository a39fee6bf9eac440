import { expect, it } from 'vitest'
import { isMisaddressed, listOf } from './misaddressed.ts'

it('tells an address that names no record from one that may', () => {
  expect(isMisaddressed({ officialId: 'nhap' })).toBe(true)
  expect(isMisaddressed({ officialId: '01a22629-7834-7a65-91ac-d4c0687949e7' })).toBe(false)
  expect(isMisaddressed({ standardId: 'vn-2022-2025' })).toBe(false)
  expect(isMisaddressed({})).toBe(false)
})

it('leads to the list from which such a record is opened', () => {
  expect(listOf('/can-bo/:officialId/gop')).toBe('/can-bo')
})
