import { expect, it } from 'vitest'
import { listedPages } from '#test/pages.ts'
import { isCalled, nearness } from './called.ts'

const found = (q: string) =>
  listedPages()
    .filter((page) => isCalled(page, q))
    .map(({ path }) => path)

it.each([
  ['Định mức và thực có', '/can-bo/dinh-muc'],
  ['Các định mức', '/can-bo/dinh-muc/cac-muc'],
  ['biên chế', '/can-bo/dinh-muc/cac-muc'],
  ['Đạt chuẩn', '/can-bo/dat-chuan'],
  ['Tiêu chuẩn', '/can-bo/dat-chuan/tieu-chuan'],
  ['Luân chuyển', '/can-bo/luan-chuyen'],
  ['điều động', '/can-bo/luan-chuyen'],
  ['Chỉ tiêu', '/can-bo/luan-chuyen/chi-tieu'],
  ['Bàn giao', '/can-bo/ban-giao'],
  ['Thành viên các Ban', '/ban/thanh-vien'],
  ['Việc Ban giao', '/ban/viec'],
  ['thiếu Ban Chỉ đạo', '/ban/dinh-muc'],
  ['Ban cần có', '/ban/dinh-muc'],
  ['Định mức của các Ban', '/ban/dinh-muc/cac-muc'],
  ['Tôi đề nghị học', '/nhu-cau-dao-tao/cua-toi'],
  ['góp ý kế hoạch', '/ke-hoach-dao-tao/gop-y'],
  ['norms of posts', '/can-bo/dinh-muc/cac-muc'],
])('“%s” finds %s, with its marks and without', (q, path) => {
  expect(found(q)).toContain(path)
  expect(
    found(
      q
        .toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
    ),
  ).toContain(path)
})

it.each([
  ['họp', '/ban'],
  ['hop', '/ban'],
  ['Họp', '/ban'],
  ['tổng hợp nhu cầu', '/nhu-cau-dao-tao/tong-hop'],
])('“%s” finds %s first, not what only holds the letters', (q, path) => {
  const near = listedPages()
    .filter((page) => isCalled(page, q))
    .sort((a, b) => nearness(a, q) - nearness(b, q))
  expect(near[0]?.path).toBe(path)
})

it('every page of a fixed address is found by its title, none of another, and nothing finds none', () => {
  for (const { path, title } of listedPages()) expect(found(title.vi).includes(path), path).toBe(!path.includes(':'))
  expect(found('')).toEqual([])
  expect(found('  ')).toEqual([])
})
