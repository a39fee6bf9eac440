/** Ctrl K puts first what was meant. */
import { expect, it } from 'vitest'
import { type Found, inRank } from './found.ts'

const one = (label: string, more: Partial<Found> = {}): Found => ({ href: label, label, ...more })
const order = (q: string, ...found: Found[]) => inRank(found, q).map(({ label }) => label)

it('what is spelled as it was typed, before what is so only without its marks', () => {
  expect(
    order(
      'họp',
      one('Tổng hợp nhu cầu đào tạo'),
      one('Xã Đức Hợp', { far: true }),
      one('Việc Ban giao', { spelled: true }),
    ),
  ).toEqual(['Việc Ban giao', 'Tổng hợp nhu cầu đào tạo', 'Xã Đức Hợp'])
  expect(order('trùng', one('Phường Bình Trưng', { far: true }), one('Hồ sơ trùng'))[0]).toBe('Hồ sơ trùng')
})

it('what is of the own units, before what is of others and is called the same', () => {
  expect(order('Thuận', one('Xã Hòa Thuận', { far: true }), one('Phạm Văn Thuận'))).toEqual([
    'Phạm Văn Thuận',
    'Xã Hòa Thuận',
  ])
  expect(order('thôn 1', one('Thôn 1', { exact: true, far: true }), one('Thôn 1 (nhà)'), one('Thôn 12'))[0]).toBe(
    'Thôn 1 (nhà)',
  )
})

it('a number or a whole name first of all; typed without marks, whole words before parts', () => {
  expect(order('88/KH-UBND', one('Kế hoạch 88'), one('Kế hoạch năm', { exact: true }))[0]).toBe('Kế hoạch năm')
  expect(order('hop', one('Chia sẻ hopper'), one('Cuộc họp'))).toEqual(['Cuộc họp', 'Chia sẻ hopper'])
})
