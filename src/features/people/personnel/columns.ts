/** The sheets of the files for the personnel system: each row begins with whom it is of, by personal number. */
import { columnsOf, type TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { ownMoveColumns } from '../moves/columns.ts'
import type { Move } from '../moves/model.ts'
import { appointmentColumns, qualificationColumns } from '../roster/columns.ts'
import type { Appointment, QualificationView } from '../roster/model.ts'
import type { Person } from './model.ts'

type Of<R> = { readonly of: Person; readonly row: R }

const whom: readonly TextColumn<{ readonly of: Person }>[] = [
  { key: 'personalNumber', head: { vi: 'Số hiệu cán bộ', en: 'Personal number' }, text: ({ of }) => of.personalNumber },
  { key: 'name', head: { vi: 'Họ và tên', en: 'Full name' }, text: ({ of }) => of.name },
  { key: 'born', head: { vi: 'Năm sinh', en: 'Born' }, text: ({ of }) => String(of.birthYear) },
  { key: 'keptBy', head: { vi: 'Đơn vị giữ hồ sơ', en: 'Record kept by' }, text: ({ of }) => of.unitName },
]

const withWhom = <R>(columns: readonly TextColumn<R>[]): readonly TextColumn<Of<R>>[] => [
  ...whom,
  ...columns.map(({ key, head, text, ...rest }) => ({ key, head, ...rest, text: ({ row }: Of<R>) => text(row) })),
]

export const sheets = {
  posts: { title: { vi: 'Chức danh', en: 'Posts' }, columns: withWhom<Appointment>(appointmentColumns) },
  learnt: {
    title: { vi: 'Trình độ đào tạo', en: 'Qualifications' },
    columns: withWhom<QualificationView>(qualificationColumns),
  },
  moves: { title: { vi: 'Luân chuyển, biệt phái', en: 'Moves' }, columns: withWhom<Move>(ownMoveColumns) },
} as const

const nothingYet: Said = {
  vi: 'chưa có dữ liệu: phần mềm chưa tổ chức lớp học, chưa cấp chứng nhận',
  en: 'no data yet: no classes are held and no certificates are given here yet',
}
/** Turns of training and certificates: there are none yet, and the sheet says so instead of nothing. */
export const turnColumns = columnsOf<{ readonly of: Person }>()([
  ...whom,
  { key: 'turns', head: { vi: 'Lượt học, chứng nhận', en: 'Turns, certificates' }, text: () => nothingYet },
])
export const turnsTitle: Said = { vi: 'Lượt học, chứng nhận', en: 'Turns, certificates' }
