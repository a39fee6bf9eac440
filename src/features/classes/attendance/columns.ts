import { showDate, showInstant } from '#kernel/dates.ts'
import { columnsOf, type TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type ClassLearner, type Learner, marks, type SessionStanding, ways } from './model.ts'

const unmarked = { vi: 'chưa điểm danh', en: 'not marked' }
const notYet = { vi: 'chưa vào lớp', en: 'not yet in the class' }

export const learnerColumns = columnsOf<Learner>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'from', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.fromName },
  {
    key: 'mark',
    head: { vi: 'Điểm danh', en: 'Attendance' },
    text: (row) => (row.mark ? marks[row.mark] : row.notYet ? notYet : unmarked),
  },
  {
    key: 'told',
    head: { vi: 'Ai ghi, lúc nào', en: 'By whom, when' },
    text: ({ by, at, how, afterCount }): Said => {
      if (!by || !at || !how) return { vi: '', en: '' }
      return {
        vi: `${by}, ${showInstant(at)}, ${ways[how].vi}${afterCount ? '; sau khi đếm' : ''}`,
        en: `${by}, ${showInstant(at)}, ${ways[how].en}${afterCount ? '; after the count' : ''}`,
      }
    },
  },
  {
    key: 'earlier',
    head: { vi: 'Đã sửa', en: 'Changed' },
    text: ({ earlier, because }): Said => {
      const [first] = earlier
      if (!first) return { vi: '', en: '' }
      const was = first.mark ? marks[first.mark] : unmarked
      return {
        vi: `lúc đầu: ${was.vi.toLowerCase()} (${first.by}); lý do sửa: ${because}`,
        en: `first: ${was.en.toLowerCase()} (${first.by}); changed because: ${because}`,
      }
    },
  },
])

const turnSaid = (fulfils: boolean | null): Said =>
  fulfils === null ? { vi: '', en: '' } : fulfils ? { vi: 'đạt', en: 'enough' } : { vi: 'không đạt', en: 'not enough' }

/** Who signs under a sheet that learners have signed. */
export const sheetSigners: readonly [Said, Said] = [
  { vi: 'NGƯỜI ĐIỂM DANH', en: 'WHO CALLED THE ROLL' },
  { vi: 'ĐƠN VỊ TỔ CHỨC LỚP', en: 'WHO HOLDS THE CLASS' },
]

/** Learners by sessions: a cell says what stands; of whom nothing is said it is free to sign in. */
export const sheetColumns = (sessions: readonly SessionStanding[]): readonly TextColumn<ClassLearner>[] => [
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'from', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.fromName },
  ...sessions.map(
    (session, at): TextColumn<ClassLearner> => ({
      key: `s${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${'_'.repeat(Math.floor(at / 26))}`,
      head: { vi: `${showDate(session.day)} ${session.from}`, en: `${showDate(session.day)} ${session.from}` },
      text: ({ marks: row, since }) => {
        const mark = row[at]
        if (mark) return marks[mark]
        if (since > at) return notYet
        return session.closed ? marks.unexcused : '…………'
      },
    }),
  ),
  { key: 'turn', head: { vi: 'Tính lượt', en: 'A turn' }, text: (row) => turnSaid(row.fulfils) },
]
