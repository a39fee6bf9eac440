/** What a letter that calls people to a class says: the same in PDF and Word. Its form was not seen in a text of law. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Issuer } from '#platform/server/documents/types.ts'
import { uncheckedForm } from '#platform/server/documents/words.ts'

/** One letter: to a unit, with the people whom it sends. */
export type Letter = {
  readonly unit: string
  readonly people: readonly { readonly name: string; readonly post: string }[]
}
export type CallingPaper = {
  readonly issuer: Issuer
  readonly title: string
  readonly on: PlainDate
  readonly letters: readonly Letter[]
  /** "08:00-11:30 ngày 21/11/2026, Hội trường tỉnh" */
  readonly sessions: readonly string[]
  readonly topics: readonly string[]
  readonly trainers: readonly string[]
}

export const heading = 'GIẤY MỜI'
export const aboutOf = ({ title }: CallingPaper): string => `Học lớp: ${title}`
export const formNote = `Giấy mời theo thể thức chung: ${uncheckedForm}.`
export const recipients = ['Như trên;', 'Lưu: hồ sơ lớp.']
export const signing = { title: 'THỦ TRƯỞNG ĐƠN VỊ', note: '(Ký, đóng dấu, ghi rõ họ tên)' }

export type Piece = { readonly head?: string; readonly text: string }
const numbered = (all: readonly string[]): Piece[] => all.map((text, at) => ({ text: `${at + 1}. ${text}` }))
const list = (head: string, all: readonly string[]): Piece[] => {
  if (all.length === 0) return []
  return all.length === 1
    ? [{ head: `${head}: `, text: all[0] ?? '' }]
    : [{ head: `${head}:`, text: '' }, ...numbered(all)]
}

export const piecesOf = (of: CallingPaper, { unit, people }: Letter): Piece[] => [
  { head: 'Kính gửi: ', text: unit },
  { text: 'Kính mời các ông, bà có tên dưới đây đến học:' },
  ...numbered(people.map(({ name, post }) => (post ? `${name}, ${post}` : name))),
  ...list('Thời gian, địa điểm', of.sessions),
  ...list('Nội dung', of.topics),
  ...list('Giảng viên', of.trainers),
  { text: 'Ai không đến được, đề nghị đơn vị báo trước để cử người thay.' },
]
