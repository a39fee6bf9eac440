/** Names of the demo's many people, by a number: invented, the same in every installation. */
import type { Sex } from '#kernel/persons.ts'

const families =
  'Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Vũ Đỗ Bùi Đặng Phan Dương Lưu Tạ Kim Khổng Phùng Đào Trương'.split(
    ' ',
  )
const middle: Readonly<Record<Sex, readonly string[]>> = {
  male: ['Văn', 'Văn', 'Đức', 'Hữu', 'Xuân', 'Quang', 'Ngọc', 'Đình', 'Công'],
  female: ['Thị', 'Thị', 'Thị Thu', 'Thị Minh', 'Thị Ngọc', 'Thị Hồng', 'Thị Kim', 'Thị Bích'],
}
const given: Readonly<Record<Sex, readonly string[]>> = {
  male: 'An Bách Bảo Chiến Cương Đạt Đông Giang Hiệp Hòa Hoàn Huấn Hưởng Khoa Kiên Lập Lộc Luân Mạnh Nghĩa Nhân Phúc Quyết Sáng Sinh Tâm Thành Thịnh Toàn Trung Tuấn Vinh'.split(
    ' ',
  ),
  female:
    'Ánh Bình Cúc Diệp Duyên Hạnh Hậu Hằng Hiền Hương Huệ Lành Lan Linh Lụa Mến Mơ Ngân Nguyệt Nhung Phượng Quyên Sen Tâm Thảo Thơm Thu Thủy Tuyết Xuyến'.split(
      ' ',
    ),
}

/** Its bits scattered, so that neighbours are unlike. */
function scattered(n: number): number {
  const once = Math.imul(n ^ (n >>> 16), 0x45d9f3b)
  const twice = Math.imul(once ^ (once >>> 16), 0x45d9f3b)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** `women`: how many of a hundred. */
export function inventedPerson(n: number, { women }: { readonly women: number }) {
  const draw = (salt: number, of: number) => scattered(n * 8 + salt + 1) % of
  const sex: Sex = draw(0, 100) < women ? 'female' : 'male'
  const one = (list: readonly string[], salt: number) => list[draw(salt, list.length)] ?? ''
  const name = `${one(families, 1)} ${one(middle[sex], 2)} ${one(given[sex], 3)}`
  return { name, sex, born: 1961 + draw(4, 31) }
}
