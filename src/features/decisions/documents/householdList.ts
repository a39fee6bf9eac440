/**
 * Detailed lists of households, forms 15 (poor) and 14 (near-poor) as one province uses them: columns in their order,
 * a row for the commune or village, then the members under each household. Official numbering was not verified form by
 * form, and the column of local minorities is that province's addition (domain facts), so the lists carry that note.
 */
import { supports } from '#features/standards/model/words.ts'
import type { TableColumn } from '#platform/server/documents/types.ts'
import { uncheckedForm, yearText } from '#platform/server/documents/words.ts'
import { correctionNotes } from './decision.ts'
import { className } from './names.ts'
import type { HouseholdListInput, ListedClass, ListedHousehold, ListedMovement } from './types.ts'

export const listTitle = (input: HouseholdListInput): string =>
  `DANH SÁCH CHI TIẾT ${className[input.class].toUpperCase()} NĂM ${input.year}`
export const listFormNote = (listed: ListedClass): string =>
  `Bố cục theo biểu số ${listed === 'poor' ? 15 : 14} (danh sách chi tiết ${className[listed]}) của một tỉnh: ${uncheckedForm}.`

type ListColumn = TableColumn & { readonly group: string | null }
const movementTitles: Record<ListedClass, readonly [string, string, string]> = {
  poor: ['Nghèo mới', 'Tái nghèo', 'Nghèo cũ'],
  near_poor: ['Cận nghèo mới', 'Tái cận nghèo', 'Cận nghèo cũ'],
}
const supportTitles: Record<(typeof supports)[number], string> = {
  health: 'Y tế',
  education: 'Giáo dục',
  production: 'Sản xuất',
  credit: 'Vay vốn tín dụng',
  housing: 'Nhà ở',
  other: 'Khác',
}
const tick = (title: string, group: string | null = null, width = 8): ListColumn => ({
  title,
  width,
  align: 'center',
  group,
})

/** The nineteen columns; `group` is the heading that several share. */
export const listColumns = (listed: ListedClass): ListColumn[] => [
  { title: 'STT chủ hộ', width: 6, align: 'center', group: null },
  { title: 'STT thành viên hộ', width: 8, align: 'center', group: null },
  { title: 'Họ tên', width: 28, align: 'left', group: null },
  { title: 'Nam', width: 7, align: 'center', group: 'Năm sinh' },
  { title: 'Nữ', width: 7, align: 'center', group: 'Năm sinh' },
  { title: 'Dân tộc', width: 10, align: 'left', group: null },
  { title: 'Quan hệ với chủ hộ', width: 12, align: 'left', group: null },
  ...movementTitles[listed].map((title) => tick(title)),
  tick('Hộ chính sách có công', null, 9),
  tick('Hộ DTTS tại chỗ'),
  tick('Hộ không có khả năng lao động', null, 9),
  ...supports.map((support) => tick(supportTitles[support], 'Hỗ trợ')),
]

export type ListRow = { readonly kind: 'group' | 'head' | 'member'; readonly cells: readonly (string | boolean)[] }

/** Rows in printing order; households are numbered through the whole list. */
export function listRows(input: HouseholdListInput): ListRow[] {
  let number = 0
  return input.groups.flatMap((group) => [
    { kind: 'group' as const, cells: [`${group.name} (${group.households.length} hộ)`] },
    ...group.households.flatMap((household) => householdRows(household, ++number)),
  ])
}

const householdRows = (household: ListedHousehold, number: number): ListRow[] =>
  household.members.map((member, at) => {
    const year = yearText(member.birthYear)
    const person = [
      at === 0 ? String(number) : '',
      String(at + 1),
      member.name,
      // A year of birth whose sex is not recorded stands in neither column: the lack is seen, not guessed.
      member.sex === 'male' ? year : '',
      member.sex === 'female' ? year : '',
      member.ethnicity ?? '',
      member.relation,
    ]
    const kind = at === 0 ? ('head' as const) : ('member' as const)
    return { kind, cells: [...person, ...(at === 0 ? flags(household) : new Array<boolean>(12).fill(false))] }
  })

const flags = (household: ListedHousehold): boolean[] => [
  ...(['newly', 'fell_back', 'stays'] as const satisfies ListedMovement[]).map(
    (movement) => household.movement === movement,
  ),
  household.merit,
  household.localMinority,
  household.noLabour,
  ...supports.map((support) => household.supports.includes(support)),
]

/** `Tổng số: 96 hộ nghèo, 315 nhân khẩu.` */
export const listTotalWords = (
  listed: ListedClass,
  { households, persons }: { readonly households: number | string; readonly persons: number | string },
): string => `Tổng số: ${households} ${className[listed]}, ${persons} nhân khẩu.`

export const listTotal = (input: HouseholdListInput): string => {
  const households = input.groups.flatMap((group) => group.households)
  const persons = households.reduce((sum, household) => sum + household.members.length, 0)
  return listTotalWords(input.class, { households: households.length, persons })
}

/** What was put right since, by the number of the household in the list. */
export const listNotes = (input: HouseholdListInput): string[] =>
  correctionNotes(
    input.groups
      .flatMap((group) => group.households)
      .map(({ corrected, members }) => ({ corrected, head: members[0]?.name ?? '' })),
  )
