/** Meetings as typed, and as sent. */
import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { linesOf } from '#platform/web/kit/lengths.ts'
import { say, type Words } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'

export type MeetingAnswer = OutputOf<typeof contract.showMeeting>
export type Mine = OutputOf<typeof contract.myMeetings>['meetings'][number]
export type Called = Pick<MeetingAnswer, 'on' | 'time' | 'place' | 'agenda'>

/** "14:00 25/11/2026" */
export const whenSaid = ({ on, time }: Pick<Called, 'on' | 'time'>): string =>
  [time, showDate(on)].filter(Boolean).join(' ')
export const whereSaid = (of: Pick<Called, 'on' | 'time' | 'place'>): string => `${whenSaid(of)}, ${of.place}`

export const invitationPath = (meetingId: string) => `/ban/giay-moi/${meetingId}`
export const meetingPath = (meetingId: string) => `/ban/cuoc-hop/${meetingId}`

export type TypedCalling = {
  readonly on: string | null
  readonly time: string
  readonly place: string
  /** A line each. */
  readonly agenda: string
}
export const nothingCalled: TypedCalling = { on: null, time: '', place: '', agenda: '' }
export const typedCalling = ({ on, time, place, agenda }: Called): TypedCalling => ({
  ...{ on, time: time ?? '', place, agenda: agenda.join('\n') },
})

const timePattern = /^([01]?[0-9]|2[0-3])[:hg.]\s?([0-5][0-9])$/
export const timeFrom = (text: string): string | null => {
  const found = timePattern.exec(text.trim())
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : null
}
export const timeFault = (text: string): Words | null =>
  text.trim() === '' || timeFrom(text)
    ? null
    : { vi: 'Ghi giờ và phút, ví dụ 08:00.', en: 'Hours and minutes, as 08:00.' }

/** Null where day, place or agenda are missing, or the time cannot be read. */
export function calledOf({ on, time, place, agenda }: TypedCalling): Called | null {
  const day = findPlainDate(on ?? '')
  const items = linesOf(agenda)
  if (!day || !place.trim() || items.length === 0 || timeFault(time)) return null
  return { on: day, time: timeFrom(time), place: place.trim(), agenda: items }
}

export const labels = {
  on: { vi: 'Ngày họp', en: 'Day' },
  time: { vi: 'Giờ họp', en: 'Time' },
  place: { vi: 'Địa điểm', en: 'Place' },
  agenda: { vi: 'Nội dung họp', en: 'Agenda' },
  present: { vi: 'Thành viên có mặt', en: 'Members there' },
  guests: { vi: 'Người cùng dự', en: 'Others there' },
  chairedBy: { vi: 'Người chủ trì', en: 'Who chaired' },
  conclusions: { vi: 'Kết luận', en: 'Conclusions' },
  absent: { vi: 'Thành viên vắng mặt', en: 'Members absent' },
  tasks: { vi: 'Giao việc trong biên bản', en: 'Tasks in the minutes' },
  code: { vi: 'Mã văn bản', en: 'Code of the text' },
} as const satisfies Readonly<Record<string, Words>>

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'on') return showDate(value as PlainDate)
  return Array.isArray(value) ? value.join('; ') : String(value)
}

export const meetingWords: FieldWords = {
  label: (field) => labels[field as keyof typeof labels] ?? { vi: field, en: field },
  show: shownAs,
}

/** Members are sent by their ids and read by their names. */
export const minutesWords = ({ members }: MeetingAnswer): FieldWords => ({
  ...meetingWords,
  show: (field, value) => {
    if (field === 'chairedBy')
      return members.find((one) => one.officialId === value)?.name ?? say({ vi: 'Trưởng ban', en: 'the head' })
    if (field !== 'present') return shownAs(field, value)
    const ids = (value ?? []) as string[]
    const named = members.filter((one) => ids.includes(one.officialId)).map((one) => one.name)
    return named.join(', ')
  },
})
