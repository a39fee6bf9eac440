/** Meetings and tasks as texts. */
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import type { BodyTask, MeetingLine, OwedTask } from './model.ts'

type Mine = OutputOf<typeof contract.myTasks>['tasks'][number]

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

export const myTaskColumns = columnsOf<Mine>()([
  { key: 'what', head: { vi: 'Việc', en: 'Task' }, text: (row) => row.what },
  { key: 'body', head: { vi: 'Ban giao', en: 'Given by' }, text: (row) => row.bodyName },
  { key: 'name', head: { vi: 'Người làm', en: 'Who' }, text: (row) => row.name },
  { key: 'due', head: { vi: 'Hạn', en: 'Due' }, text: (row) => showDate(row.due) },
  { key: 'meeting', head: { vi: 'Cuộc họp', en: 'Meeting' }, text: (row) => showDate(row.heldOn) },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: taskState,
  },
])

export const tasksGiven: Said = { vi: 'Việc đã giao', en: 'Tasks given' }

export const owedColumns = columnsOf<OwedTask>()([
  { key: 'what', head: { vi: 'Việc', en: 'Task' }, text: (row) => row.what },
  { key: 'body', head: { vi: 'Ban giao', en: 'Given by' }, text: (row) => row.bodyName },
  { key: 'due', head: { vi: 'Hạn', en: 'Due' }, text: (row) => showDate(row.due) },
  { key: 'meeting', head: { vi: 'Cuộc họp', en: 'Meeting' }, text: (row) => showDate(row.heldOn) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: taskState },
])
