import { expect, it } from 'vitest'
import { withQuery } from './address.ts'

it('sets, changes and takes away values of an address', () => {
  expect(withQuery('/ho', { thon: 'Thôn 4', trang: 2 })).toBe('/ho?thon=Th%C3%B4n+4&trang=2')
  expect(withQuery('/ho?thon=4&trang=2', { trang: null })).toBe('/ho?thon=4')
  expect(withQuery('/ho?thon=4', { thon: '' })).toBe('/ho')
  expect(withQuery('/ho?ngay=2025-06-30', { trang: 3, ngay: undefined })).toBe('/ho?trang=3')
})
