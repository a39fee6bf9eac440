/** The lists of bodies as texts. */
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import {
  type BodyMember,
  type BodyTask,
  bodyKindWords,
  type MeetingLine,
  memberRoleWords,
  originWords,
} from './model.ts'

type Body = OutputOf<typeof contract.listBodies>['rows'][number]
type Mine = OutputOf<typeof contract.myTasks>['tasks'][number]

const lastDay = (until: PlainDate | null): Said | string =>
  until ? showDate(addDays(until, -1)) : { vi: 'nay', en: 'now' }

/** "đơn vị đã hết từ 01/07/2026". */
export const unitEndedSaid = (day: PlainDate): Said => ({
  vi: `đơn vị đã hết từ ${showDate(day)}`,
  en: `the unit ended on ${showDate(day)}`,
})

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
  { key: 'until', head: { vi: 'Đến hết ngày', en: 'To the end of' }, text: (row) => lastDay(row.until) },
  { key: 'open', head: { vi: 'Việc chưa xong', en: 'Open tasks' }, number: true, text: (row) => row.open },
  { key: 'late', head: { vi: 'Quá hạn', en: 'Late' }, number: true, text: (row) => row.late },
])

export const memberColumns = columnsOf<BodyMember>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'role', head: { vi: 'Vai trò', en: 'Role' }, text: (row) => memberRoleWords[row.role] },
  {
    key: 'comesFrom',
    head: { vi: 'Đại diện cho', en: 'Stands for' },
    text: (row) => row.comesFrom && originWords[row.comesFrom],
  },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  { key: 'until', head: { vi: 'Đến hết ngày', en: 'To the end of' }, text: (row) => lastDay(row.until) },
  { key: 'because', head: { vi: 'Lý do thôi', en: 'Why it ended' }, text: (row) => row.because },
])

/** "đã hủy", "đã mời", "có biên bản", "đã ký". */
export function meetingState({ calledOff, isSigned, hasMinutes }: MeetingLine): Said {
  if (calledOff !== null) return { vi: `đã hủy: ${calledOff}`, en: `called off: ${calledOff}` }
  if (isSigned) return { vi: 'biên bản đã ký', en: 'minutes signed' }
  return hasMinutes ? { vi: 'có biên bản, chưa lưu bản ký', en: 'minutes, not signed' } : { vi: 'đã mời', en: 'called' }
}

export const meetingColumns = columnsOf<MeetingLine>()([
  {
    key: 'on',
    head: { vi: 'Ngày họp', en: 'Day' },
    text: ({ on, time }) => [showDate(on), time].filter(Boolean).join(', '),
  },
  { key: 'place', head: { vi: 'Địa điểm', en: 'Place' }, text: (row) => row.place },
  { key: 'agenda', head: { vi: 'Nội dung', en: 'Agenda' }, text: (row) => row.agenda.join('; ') },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: meetingState },
])

/** "xong 05/11/2026, quá hạn". */
export function taskState({ doneOn, takenBack, late }: Pick<BodyTask, 'doneOn' | 'takenBack' | 'late'>): Said {
  if (takenBack !== null) return { vi: `đã rút: ${takenBack}`, en: `taken back: ${takenBack}` }
  if (doneOn) {
    const day = showDate(doneOn)
    return late ? { vi: `xong ${day}, quá hạn`, en: `done ${day}, late` } : { vi: `xong ${day}`, en: `done ${day}` }
  }
  return late ? { vi: 'quá hạn', en: 'late' } : { vi: 'chưa xong', en: 'open' }
}

export const taskColumns = columnsOf<BodyTask>()([
  { key: 'what', head: { vi: 'Việc', en: 'Task' }, text: (row) => row.what },
  { key: 'name', head: { vi: 'Người làm', en: 'Who' }, text: (row) => row.name },
  { key: 'due', head: { vi: 'Hạn', en: 'Due' }, text: (row) => showDate(row.due) },
  { key: 'meeting', head: { vi: 'Cuộc họp', en: 'Meeting' }, text: (row) => showDate(row.heldOn) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: taskState },
])

/** Of a task that is open. */
export const openState = ({ late }: Pick<Mine, 'late'>): Said =>
  late ? { vi: 'quá hạn', en: 'late' } : { vi: 'chưa xong', en: 'open' }

export const myTaskColumns = columnsOf<Mine>()([
  { key: 'what', head: { vi: 'Việc', en: 'Task' }, text: (row) => row.what },
  { key: 'body', head: { vi: 'Ban giao', en: 'Given by' }, text: (row) => row.bodyName },
  { key: 'name', head: { vi: 'Người làm', en: 'Who' }, text: (row) => row.name },
  { key: 'due', head: { vi: 'Hạn', en: 'Due' }, text: (row) => showDate(row.due) },
  { key: 'meeting', head: { vi: 'Cuộc họp', en: 'Meeting' }, text: (row) => showDate(row.heldOn) },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: openState,
  },
])
