import { expect, it } from 'vitest'
import { isWhole, twinNames } from './naming.ts'

it.each([
  ['Xã Tam Hồng', 'tam hong', true],
  ['Xã Tam Hồng', ' Xã  Tam Hồng', true],
  ['Tỉnh Phú Thọ', 'phú thọ', true],
  ['Thành phố Hà Nội', 'ha noi', true],
  ['Thôn Tam Hồng Đông', 'tam hong', false],
  ['Xã Tam Hồng', 'hong', false],
  ['Xã Tam Hồng', '', false],
  ['Phường Quy Nhơn', 'Qui Nhơn', true],
  ['Phường Quy Nhơn', 'phường qui nhơn', true],
  ['Thành phố Hồ Chí Minh', 'TP HCM', true],
  ['Thành phố Hồ Chí Minh', 'TP. HCM', true],
  ['Thành phố Hồ Chí Minh', 'TP.HCM', true],
  ['Thành phố Hồ Chí Minh', 'TPHCM', true],
  ['Thành phố Hồ Chí Minh', 'Tp Hồ Chí Minh', true],
  ['Xã Mỹ Lý', 'Mĩ Lí', true],
  ['Xã Mĩ Lí', 'Mỹ Lý', true],
  ['Xã Thái Bình', 'Tháy Bình', false],
  ['Xã Thụy Lôi', 'Thụi Lôi', false],
])('%s is wholly named by “%s”: %s', (name, q, whole) => expect(isWhole(name, q)).toBe(whole))

it('tells which names of villages stand twice after a merge, marks making another name', () => {
  expect(twinNames(['Thôn 1', 'Thôn Hoà', 'thôn 1', 'Thôn Hoa', 'Thôn 1', 'Thôn 2', 'Thôn 2'])).toEqual([
    'Thôn 1',
    'Thôn 2',
  ])
  expect(twinNames(['Thôn 1'])).toEqual([])
})
