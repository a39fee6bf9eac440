/**
 * What a recognition decision says, for PDF and Word alike. Mẫu số 02 of QĐ 24/2021 is known by name only (recalled):
 * title, grounds, articles and annex follow the general habit of a decision, and the paper says so at its foot.
 */
import { tidy } from '#kernel/text.ts'
import { inARow, numberAndDay, numberAndDayInWords, uncheckedForm, yearText } from '#platform/server/documents/words.ts'
import { className, sexName } from './names.ts'
import type { AnnexHousehold, Corrected, CorrectionInput, DecisionInput, ListedClass } from './types.ts'

export const decisionTitle = 'QUYẾT ĐỊNH'
export const decisionNumber = (input: Pick<DecisionInput, 'number'>): string =>
  `Số: ${input.number ?? '........'}${input.number ? '' : '/QĐ-UBND'}`
export const decisionSubject = (input: Pick<DecisionInput, 'subject'>): string => `Về việc ${input.subject}`
export const decisionFormNote = `Bố cục theo Mẫu số 02 Quyết định 24/2021/QĐ-TTg: ${uncheckedForm}.`
/** Which form a correction has (NĐ 30/2020/NĐ-CP, recalled) was not seen in the text. */
export const correctionFormNote = `Quyết định đính chính theo thể thức chung của quyết định: ${uncheckedForm}.`
export const auditLine = (root: string): string => `Dấu niêm phong nhật ký gần nhất: ${root}`

/** Each ground ends with a semicolon, the last with a full stop. */
export const decisionGrounds = (input: Pick<DecisionInput, 'grounds'>): string[] =>
  input.grounds.map(
    (ground, at) => `${tidy(ground).replace(/[.;,]$/, '')}${at + 1 === input.grounds.length ? '.' : ';'}`,
  )

export type AnnexSection = {
  readonly class: ListedClass
  /** `Phụ lục`, or `Phụ lục I` and `Phụ lục II` of two. */
  readonly name: string
  readonly title: string
  readonly households: readonly AnnexHousehold[]
}

/** One list a class, the poor first; a class without households has no list. */
export const annexSections = (input: DecisionInput): AnnexSection[] =>
  (['poor', 'near_poor'] as const)
    .map((listed) => {
      const households = input.households.filter((household) => household.class === listed)
      return { class: listed, title: `DANH SÁCH ${className[listed].toUpperCase()}`, households }
    })
    .filter((section) => section.households.length > 0)
    .map((section, at, { length }) => ({
      ...section,
      name: length === 1 ? 'Phụ lục' : `Phụ lục ${'I'.repeat(at + 1)}`,
    }))

export const annexUnder = (input: DecisionInput): string =>
  `(Kèm theo Quyết định ${numberAndDayInWords(input.number, input.day)} của ${input.authority})`

export const annexColumns = [
  { title: 'STT', width: 8, align: 'center' },
  { title: 'Họ và tên chủ hộ', width: 30, align: 'left' },
  { title: 'Năm sinh', width: 10, align: 'center' },
  { title: 'Giới tính', width: 9, align: 'center' },
  { title: 'Dân tộc', width: 13, align: 'left' },
  { title: 'Địa chỉ (thôn, tổ dân phố)', width: 24, align: 'left' },
  { title: 'Số nhân khẩu', width: 11, align: 'right' },
] as const

export const annexRow = (household: AnnexHousehold, at: number): string[] => [
  String(at + 1),
  household.head,
  yearText(household.birthYear),
  sexName(household.sex),
  household.ethnicity ?? '',
  household.village,
  String(household.members),
]

/** What was put right since of a household of the list, in a line under it. */
export const correctionNotes = (
  households: readonly { readonly corrected: readonly Corrected[]; readonly head: string }[],
) =>
  households.flatMap(({ corrected, head }, at) =>
    corrected.length > 0 ? [`STT ${at + 1} (${head}): đã đính chính theo ${inARow(corrected.map(correctedIn))}.`] : [],
  )

const correctedIn = ({ number, day, by }: Corrected): string =>
  `Quyết định ${numberAndDay(number, day)}${by ? ` của ${by}` : ''}`

export const annexTotal = (section: AnnexSection): string => {
  const people = section.households.reduce((sum, household) => sum + household.members, 0)
  return `Tổng số: ${section.households.length} ${className[section.class]}, ${people} nhân khẩu.`
}

export const correctionColumns = [
  { title: 'Nội dung', width: 22, align: 'left' },
  { title: 'Đã ghi', width: 39, align: 'left' },
  { title: 'Đính chính thành', width: 39, align: 'left' },
] as const

export const correctionRows = ({ differences }: CorrectionInput): string[][] =>
  differences.map(({ what, was, is }) => [what, was || '(không ghi)', is || '(bỏ)'])
