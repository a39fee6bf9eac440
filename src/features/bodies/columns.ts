/** The lists of bodies as texts. */
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import {
  type BodyMember,
  bodyKindWords,
  memberRoleWords,
  originWords,
  type SeatLine,
  type SittingLine,
} from './model.ts'

type Body = OutputOf<typeof contract.listBodies>['rows'][number]

const lastDay = (until: PlainDate | null): Said | string =>
  until ? showDate(addDays(until, -1)) : { vi: 'nay', en: 'now' }

export const enteredWrongly: Said = { vi: 'ghi nhầm', en: 'entered by mistake' }
const lastOfPlace = ({ from, until }: Pick<BodyMember, 'from' | 'until'>) =>
  until === from ? enteredWrongly : lastDay(until)

/** "đơn vị đã hết từ 01/07/2026". */
export const unitEndedSaid = (day: PlainDate): Said => ({
  vi: `đơn vị đã hết từ ${showDate(day)}`,
  en: `the unit ended on ${showDate(day)}`,
})

export const memberGone: Said = {
  vi: 'có thành viên đã qua đời, chưa ghi thôi',
  en: 'a member has died, no end recorded',
}

export const bodyColumns = columnsOf<Body>()([
  { key: 'name', head: { vi: 'Tên Ban', en: 'Body' }, text: (row) => row.name },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => bodyKindWords[row.kind] },
  {
    key: 'unit',
    head: { vi: 'Đơn vị', en: 'Unit' },
    text: ({ unitName, unitEnded }) => {
      const ended = unitEnded && unitEndedSaid(unitEnded)
      return ended ? { vi: `${unitName} (${ended.vi})`, en: `${unitName} (${ended.en})` } : unitName
    },
  },
  {
    key: 'head',
    head: { vi: 'Trưởng ban', en: 'Head' },
    text: ({ head }) => head ?? { vi: 'chưa có', en: 'none yet' },
  },
  { key: 'members', head: { vi: 'Thành viên', en: 'Members' }, number: true, text: (row) => row.members },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  { key: 'until', head: { vi: 'Đến hết ngày', en: 'To the end of' }, text: lastOfPlace },
  { key: 'open', head: { vi: 'Việc chưa xong', en: 'Open tasks' }, number: true, text: (row) => row.open },
  { key: 'late', head: { vi: 'Quá hạn', en: 'Late' }, number: true, text: (row) => row.late },
])

export const memberColumns = columnsOf<BodyMember>()([
  {
    key: 'name',
    head: { vi: 'Họ tên', en: 'Name' },
    text: ({ name, died }) => (died ? { vi: `${name} (đã qua đời)`, en: `${name} (has died)` } : name),
  },
  { key: 'role', head: { vi: 'Vai trò', en: 'Role' }, text: (row) => memberRoleWords[row.role] },
  {
    key: 'comesFrom',
    head: { vi: 'Đại diện cho', en: 'Stands for' },
    text: (row) => row.comesFrom && originWords[row.comesFrom],
  },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  { key: 'until', head: { vi: 'Đến hết ngày', en: 'To the end of' }, text: lastOfPlace },
  { key: 'because', head: { vi: 'Lý do thôi', en: 'Why it ended' }, text: (row) => row.because },
])

/** The headings of the template of members, in its order. */
export const sittingColumns = columnsOf<SittingLine>()([
  { key: 'body', head: { vi: 'Tên Ban', en: 'Body' }, text: (row) => row.bodyName },
  { key: 'unit', head: { vi: 'Đơn vị của Ban', en: 'Unit of the body' }, text: (row) => row.unitName },
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row) => String(row.birthYear) },
  { key: 'keptBy', head: { vi: 'Đơn vị giữ hồ sơ', en: 'Record kept by' }, text: (row) => row.keptBy },
  { key: 'role', head: { vi: 'Vai trò', en: 'Role' }, text: (row) => memberRoleWords[row.role] },
  {
    key: 'comesFrom',
    head: { vi: 'Đại diện cho', en: 'Stands for' },
    text: (row) => row.comesFrom && originWords[row.comesFrom],
  },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'To the end of' },
    text: ({ until }) => until && showDate(addDays(until, -1)),
  },
])

export const seatColumns = columnsOf<SeatLine>()([
  { key: 'body', head: { vi: 'Tên Ban', en: 'Body' }, text: (row) => row.bodyName },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'role', head: { vi: 'Vai trò', en: 'Role' }, text: (row) => memberRoleWords[row.role] },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  { key: 'until', head: { vi: 'Đến hết ngày', en: 'To the end of' }, text: lastOfPlace },
  { key: 'because', head: { vi: 'Lý do thôi', en: 'Why it ended' }, text: (row) => row.because },
])
