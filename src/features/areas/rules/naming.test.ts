import { expect, it } from 'vitest'
import { isWhole } from './naming.ts'

it.each([
  ['Xã Tam Hồng', 'tam hong', true],
  ['Xã Tam Hồng', ' Xã  Tam Hồng', true],
  ['Tỉnh Phú Thọ', 'phú thọ', true],
  ['Thành phố Hà Nội', 'ha noi', true],
  ['Thôn Tam Hồng Đông', 'tam hong', false],
  ['Xã Tam Hồng', 'hong', false],
  ['Xã Tam Hồng', '', false],
])('%s is wholly named by “%s”: %s', (name, q, whole) => expect(isWhole(name, q)).toBe(whole))
