/** Bodies, members and meetings as typed, and as sent. */
import { addDays, findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import type { BodyKind, MemberRole, Origin } from '../model.ts'

export type BodyAnswer = OutputOf<typeof contract.showBody>
export type MeetingAnswer = OutputOf<typeof contract.showMeeting>
export type Founded = Pick<
  BodyAnswer,
  'name' | 'watches' | 'watchesCode' | 'decisionNumber' | 'decidedOn' | 'decidedBy' | 'until'
>
export type Called = Pick<MeetingAnswer, 'on' | 'time' | 'place' | 'agenda'>

export const bodyPath = (bodyId: string) => `/ban/${bodyId}`
export const meetingPath = (meetingId: string) => `/ban/cuoc-hop/${meetingId}`

export type TypedBody = {
  readonly kind: BodyKind | null
  readonly unitId: AreaId | null
  readonly unitName: string
  readonly name: string
  readonly watches: string
  readonly watchesCode: string
  readonly decisionNumber: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly from: string | null
  /** The last day of the term. */
  readonly last: string | null
}
export const newBodyAt = (unitId: AreaId, unitName: string): TypedBody => ({
  ...{ kind: null, unitId, unitName, name: '', watches: '', watchesCode: '', decisionNumber: '', decidedOn: null },
  ...{ decidedBy: '', from: null, last: null },
})

export const lastOf = (until: PlainDate | null): PlainDate | null => until && addDays(until, -1)
const untilOf = (last: string | null): PlainDate | null => {
  const day = findPlainDate(last ?? '')
  return day && addDays(day, 1)
}

export const typedBody = (of: BodyAnswer): TypedBody => ({
  ...{ kind: of.kind, unitId: of.unitId, unitName: of.unitName, name: of.name, watches: of.watches },
  ...{ watchesCode: of.watchesCode, decisionNumber: of.decisionNumber, decidedOn: of.decidedOn },
  ...{ decidedBy: of.decidedBy, from: of.from, last: lastOf(of.until) },
})

/** Null where name or decision are missing. */
export function foundedOf(typed: TypedBody): Founded | null {
  const decidedOn = findPlainDate(typed.decidedOn ?? '')
  const { name, decisionNumber, decidedBy, watches } = typed
  const lacks = typed.kind === 'supervision' && !watches.trim()
  if (!name.trim() || !decisionNumber.trim() || !decidedBy.trim() || !decidedOn || lacks) return null
  const watched =
    typed.kind === 'supervision' ? { watches, watchesCode: typed.watchesCode } : { watches: '', watchesCode: '' }
  return { name, decisionNumber, decidedBy, decidedOn, ...watched, until: untilOf(typed.last) }
}

export type TypedMember = {
  readonly officialId: OfficialId | null
  readonly name: string
  readonly role: MemberRole | null
  readonly comesFrom: Origin | null
  readonly from: string | null
  readonly last: string | null
}

/** Null where somebody, the role or the first day are missing. */
export function joiningOf({ officialId, role, comesFrom, from, last }: TypedMember, kind: BodyKind) {
  const first = findPlainDate(from ?? '')
  if (!officialId || !role || !first || (kind === 'supervision' && !comesFrom)) return null
  return { officialId, role, comesFrom: kind === 'supervision' ? comesFrom : null, from: first, until: untilOf(last) }
}

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
  const items = agenda
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (!day || !place.trim() || items.length === 0 || timeFault(time)) return null
  return { on: day, time: timeFrom(time), place: place.trim(), agenda: items }
}

export const labels = {
  name: { vi: 'Tên Ban', en: 'Name' },
  watches: { vi: 'Giám sát chương trình, dự án', en: 'Programme or project' },
  watchesCode: { vi: 'Mã chương trình, dự án', en: 'Code of the programme or project' },
  decisionNumber: { vi: 'Số quyết định thành lập', en: 'Number of the founding decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  decidedBy: { vi: 'Cơ quan quyết định', en: 'Decided by' },
  until: { vi: 'Hoạt động đến hết ngày', en: 'To the end of' },
  on: { vi: 'Ngày họp', en: 'Day' },
  time: { vi: 'Giờ họp', en: 'Time' },
  place: { vi: 'Địa điểm', en: 'Place' },
  agenda: { vi: 'Nội dung họp', en: 'Agenda' },
  present: { vi: 'Thành viên có mặt', en: 'Members there' },
  guests: { vi: 'Người cùng dự', en: 'Others there' },
  chairedBy: { vi: 'Người chủ trì', en: 'Who chaired' },
  conclusions: { vi: 'Kết luận', en: 'Conclusions' },
} as const satisfies Readonly<Record<string, Words>>

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'until') return showDate(addDays(value as PlainDate, -1))
  if (field === 'on' || field === 'decidedOn') return showDate(value as PlainDate)
  return Array.isArray(value) ? value.join('; ') : String(value)
}

export const bodyWords: FieldWords = {
  label: (field) => labels[field as keyof typeof labels] ?? { vi: field, en: field },
  show: shownAs,
}

/** Members are sent by their ids and read by their names. */
export const minutesWords = ({ members }: MeetingAnswer): FieldWords => ({
  ...bodyWords,
  show: (field, value) => {
    if (field === 'chairedBy')
      return members.find((one) => one.officialId === value)?.name ?? say({ vi: 'Trưởng ban', en: 'the head' })
    if (field !== 'present') return shownAs(field, value)
    const ids = (value ?? []) as string[]
    const named = members.filter((one) => ids.includes(one.officialId)).map((one) => one.name)
    return named.join(', ') || say({ vi: 'không ai', en: 'nobody' })
  },
})
