/**
 * Rows of an office's table that are no row of its list: sums, signatures, headings said again, the numbers of the
 * columns, the name of a part. Pure. A row is left out only where all that stands in it says so; what could be a row of
 * the list is read, and what is wrong with it said.
 */
import { isName } from './names.ts'
import { oldFontOf, readIn } from './oldFonts.ts'
import { type Said, tidy } from './text.ts'

/** What of a row's text says that it is none of the list's. Lower case, one writing of the tone marks. */
const plain = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replace(/oà(?!\p{L})/gu, 'òa')
    .replace(/uỷ(?!\p{L})/gu, 'ủy')
    .replace(/uỹ(?!\p{L})/gu, 'ũy')

const places =
  '(?:thôn|bản|xóm|làng|ấp|buôn|bon|plei|plây|sóc|phum|khóm|khu|tổ|đội|tiểu khu|xã|phường|thị trấn|huyện|tỉnh)'
const number = '(?:[ivx]{1,5}|[a-z]|\\d{1,3})'
const lead = `^(?:[-–*+•]\\s*|${number}[.)/]\\s*|\\(?${number}\\)\\s*)?`

/** A sum by words that nobody is called. */
const sums = new RegExp(
  `${lead}(?:tổng cộng|tổng số|tổng hợp|cộng dồn|lũy kế|grand total|total|tổng (?:hộ|số|nhân khẩu|toàn|${places})|cộng (?:hộ|số|trang|toàn|${places})|(?:tổng|cộng)\\s*:|toàn (?:xã|thôn|bản|phường)\\s*:?\\s*$)`,
)
/** A sum where nothing beside it says otherwise: a person may be called Cộng. */
const sumAlone = new RegExp(`${lead}(?:tổng|cộng|tong cong|cong|tong so.*)\\s*:?$`)

const signs = new RegExp(
  [
    '^(?:tm|kt|tl|tuq|q)\\s*\\.',
    '^(?:người|nguoi) (?:lập|lap|ghi|kiểm|tổng hợp|báo cáo|viết)',
    '^(?:phó |q\\. ?)?(?:chủ tịch|giám đốc|trưởng phòng|trưởng ban)(?:$| )',
    '^(?:phó )?trưởng (?:thôn|bản|xóm|ấp|khu|khóm|buôn|làng|ban)(?:$| )',
    '^(?:cán bộ|công chức|kế toán|thủ trưởng|thư ký|bí thư|văn thư)(?:$| )',
    '^(?:ủy ban nhân dân|ubnd|ban chỉ đạo|xác nhận|phê duyệt|duyệt|nơi nhận|như trên|lưu)(?:$|[ :;,])',
    '^[-–]\\s*(?:như trên|lưu|ubnd|phòng|ban|đảng ủy)',
    '^\\(?(?:đã ký|ký|họ và tên|họ tên|chữ ký|đóng dấu)(?:[,:; ()]|$)',
    '^(?:.{0,40}, ?)?(?:ngày|ngay)\\s*[\\d.…_]*\\s*(?:tháng|thang)\\s*[\\d.…_]*\\s*(?:năm|nam)',
  ].join('|'),
)
const notes = /^(?:\(?ghi chú|\(?bằng chữ|ấn định|\(?danh sách (?:này|có|gồm|trên)|\(?(?:bảng|biểu) này)(?:[ :.]|$)/
const place = new RegExp(`^(?:${number}\\s*[.)/:-]?\\s+)?${places}(?:[ .:]|$)`)

/** A count, or a sign for none: nothing that a list is of. */
const count = /^(?:[\d.,\s%()/–-]+(?:hộ|người|khẩu|nhân khẩu|đồng|đ)?|x|[-–]+)$/
const roman = /^(?:[ivx]{1,5}|[a-z])[.)]?$/

/** A text typed in an old font is known by what it says. */
const saying = (cell: string): string => {
  const font = oldFontOf(cell)
  return plain(font ? readIn(font, cell) : cell)
}

/** Whether a cell says that its row is a sum, though it may be a name. */
export const saysSum = (cell: string): boolean => sums.test(saying(cell)) || sumAlone.test(saying(cell))

export type LeftKind = 'empty' | 'heading' | 'numbers' | 'sum' | 'signature' | 'name' | 'part' | 'note'

export const leftWords: Readonly<Record<LeftKind, Said>> = {
  empty: { vi: 'không có chữ dưới tiêu đề nào của mẫu', en: 'nothing under a heading of the template' },
  heading: { vi: 'tiêu đề cột ghi lại', en: 'the headings again' },
  numbers: { vi: 'số thứ tự của các cột', en: 'the numbers of the columns' },
  sum: { vi: 'dòng tổng', en: 'a sum' },
  signature: { vi: 'phần ký và ngày tháng', en: 'signatures and day' },
  name: { vi: 'tên người ký ở cuối bảng', en: 'a signer’s name at the foot' },
  part: { vi: 'tên thôn hoặc phần của bảng', en: 'the name of a village or part' },
  note: { vi: 'lời ghi chú của bảng', en: 'a note of the table' },
}

/** What stands in the cells of one row, empty ones left out. `at`: where, from 0. */
export type Standing = readonly { readonly at: number; readonly text: string }[]

/** `A B 1 2 3` or `(1) (2) (3)`: each the next of the one before. */
function areNumbers(cells: Standing): boolean {
  const labels = cells.map(({ text }) => /^\(?([A-Z]|\d{1,2})\)?(?:\s*=.*)?$/.exec(text)?.[1])
  const order = labels.map((label) =>
    label === undefined ? Number.NaN : /\d/.test(label) ? Number(label) : label.charCodeAt(0),
  )
  const follows = order.slice(1).filter((one, before) => one === (order[before] ?? 0) + 1).length
  const turns = labels.filter((label, at) => /\d/.test(label ?? '') && /[A-Z]/.test(labels[at - 1] ?? '')).length
  return cells.length >= 3 && !order.some(Number.isNaN) && follows + turns >= cells.length - 1
}

const isSigner = (text: string): boolean => isName(tidy(text)) && tidy(text).split(' ').length > 1

/** What a whole row says; null where it may be one of the list. `foot`: signatures stand above it, and no row since. */
function kindOf(cells: Standing, foot: boolean, isPart: (text: string) => boolean): LeftKind | null {
  const says = cells.map(({ text }) => saying(text))
  const rest = (known: (text: string, at: number) => boolean): boolean =>
    says.every((text, at) => known(text, at) || count.test(text) || roman.test(text))
  const isSum = (text: string): boolean => sums.test(text) || sumAlone.test(text)
  if (areNumbers(cells)) return 'numbers'
  if (says.some(isSum) && rest(isSum)) return 'sum'
  const signed = (text: string, at: number): boolean => signs.test(text) || isSigner(cells[at]?.text ?? '')
  if (says.some((text) => signs.test(text)) && says.every(signed)) return 'signature'
  if (foot && cells.every(({ text }) => isSigner(text))) return 'name'
  if (cells.length === 1 && notes.test(says[0] ?? '')) return 'note'
  const parts = says.filter((text, at) => place.test(text) || isPart(cells[at]?.text ?? ''))
  return parts.length === 1 && rest((text) => text === parts[0]) ? 'part' : null
}

/** Cells that surely say what is no row of a list are blank to who asks whether the row may be one. */
export const withoutSayings = <K extends string>(cells: Readonly<Record<K, string>>): Record<K, string> =>
  Object.fromEntries(
    Object.entries<string>(cells).map(([key, text]) => {
      const says = text && saying(text)
      return [key, sums.test(says) || signs.test(says) || notes.test(says) ? '' : text]
    }),
  ) as Record<K, string>

type Asked<K extends string> = {
  readonly standing: Standing
  readonly cells: Readonly<Record<K, string>>
  /** Whether these cells may be a row of the list, however badly it is written. */
  readonly mayBe: (cells: Readonly<Record<K, string>>) => boolean
  /** Whether a text names a part of the list: a village. */
  readonly isPart: (text: string) => boolean
  readonly foot: boolean
}

/** Why a row is left out; null where it is read. Headings said again are known by who knows the headings. */
export function whyLeftOut<K extends string>({ standing, cells, mayBe, isPart, foot }: Asked<K>): LeftKind | null {
  if (Object.values<string>(cells).every((cell) => cell === '')) return kindOf(standing, foot, isPart) ?? 'empty'
  const kind = kindOf(standing, foot, isPart)
  if (kind === null || kind === 'numbers') return kind
  return mayBe(withoutSayings(cells)) ? null : kind
}
