import { expect, it } from 'vitest'
import { carriedTo, withQuery } from './address.ts'

it('sets, changes and takes away values of an address', () => {
  expect(withQuery('/ho', { thon: 'Thôn 4', trang: 2 })).toBe('/ho?thon=Th%C3%B4n+4&trang=2')
  expect(withQuery('/ho?thon=4&trang=2', { trang: null })).toBe('/ho?thon=4')
  expect(withQuery('/ho?thon=4', { thon: '' })).toBe('/ho')
  expect(withQuery('/ho?ngay=2025-06-30', { trang: 3, ngay: undefined })).toBe('/ho?trang=3')
})

it('keeps the day and the area one looks at, unless the address names its own', () => {
  const now = { ngay: '2026-06-30', noi: 'a', trang: '3' }
  expect(carriedTo(now, '/ban')).toBe('/ban?ngay=2026-06-30&noi=a')
  expect(carriedTo(now, '/ban?noi=b')).toBe('/ban?noi=b&ngay=2026-06-30')
  expect(carriedTo({}, '/ban?noi=b&ngay=2026-11-10')).toBe('/ban?noi=b&ngay=2026-11-10')
  expect(carriedTo(now, '/ban', { noi: null })).toBe('/ban?ngay=2026-06-30')
})
