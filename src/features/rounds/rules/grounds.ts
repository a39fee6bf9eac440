/**
 * The documents that decisions of before name, whose grounds were not yet fixed with their draft; of others
 * `standards/rules/grounds.ts`.
 */
import type { Standard } from '#features/standards/model/standard.ts'
import { compareDays, type PlainDate } from '#kernel/dates.ts'

type Document = Standard['legal'][number]

/** From the highest to the lowest; "quyết định" here is the Prime Minister's. A consolidated text is no basis at all. */
const kinds = ['luật', 'nghị quyết', 'nghị định', 'quyết định', 'thông tư'] as const

const rankOf = ({ title }: Pick<Document, 'title'>): number =>
  kinds.findIndex((kind) => title.toLocaleLowerCase('vi').startsWith(kind))

/** Its title in full names what it is about, as a ground does; a standard's list has it in short. */
const procedure = {
  number: '24/2021/QĐ-TTg',
  title:
    'Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ quy định quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm',
  signed: '2021-07-16',
} as const

/**
 * Titles in the order of their force, then of their days, each once: the law on local government, the documents of the
 * standard and the procedure (QĐ 24/2021/QĐ-TTg; secondary). What was signed after `day` is no ground of that day.
 */
export function groundsOf(legal: readonly Document[], day: PlainDate): string[] {
  const others = legal.filter((one) => !one.title.includes(procedure.number))
  return [{ title: 'Luật Tổ chức chính quyền địa phương', signed: undefined }, ...others, procedure]
    .filter((one) => rankOf(one) >= 0 && (one.signed === undefined || one.signed <= day))
    .sort((a, b) => rankOf(a) - rankOf(b) || compareDays(a.signed ?? '', b.signed ?? ''))
    .map((one) => one.title)
}
