/** Sessions as they are typed, and as they are sent. */
import { addDays, findPlainDate, type PlainDate, showDate, weekday } from '#kernel/dates.ts'
import type { ClassHallId, ClassTrainerId, FrameworkTopicId } from '#kernel/ids.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import type { Words } from '#platform/web/language.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import type { ClassSession, Slot } from '../model.ts'
import { halves } from '../rules.ts'

const timePattern = /^([01]?[0-9]|2[0-3])[:hg.]\s?([0-5][0-9])$/
export const hourFrom = (text: string): string | null => {
  const found = timePattern.exec(text.trim())
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : null
}
export const hourFault = (text: string): Words | null =>
  text.trim() === '' || hourFrom(text)
    ? null
    : { vi: 'Ghi giờ và phút, ví dụ 08:00.', en: 'Hours and minutes, as 08:00.' }

/** What a session holds besides its time. */
export type TypedHolds = {
  readonly hallId: ClassHallId | null
  readonly place: string
  readonly topicId: FrameworkTopicId | null
  readonly classTrainerIds: readonly ClassTrainerId[]
}
export const holdsSent = ({ hallId, place, topicId, classTrainerIds }: TypedHolds) => ({
  ...{ hallId, place: hallId ? '' : place.trim(), topicId, classTrainerIds: [...classTrainerIds].sort() },
})

/** The next sessions most often are as the last ones were. */
export function holdsOf({ sessionList, topics }: ClassAnswer): TypedHolds {
  const last = sessionList.at(-1)
  const [only, ...more] = topics
  const topicId = last?.topicId ?? (only && more.length === 0 ? only.topicId : null)
  return {
    hallId: last?.hallId ?? null,
    place: last?.place ?? '',
    topicId,
    classTrainerIds: last?.classTrainerIds ?? [],
  }
}

export const parts = {
  morning: { vi: 'Buổi sáng', en: 'Mornings' },
  afternoon: { vi: 'Buổi chiều', en: 'Afternoons' },
  both: { vi: 'Cả ngày: sáng và chiều', en: 'Whole days: mornings and afternoons' },
  hours: { vi: 'Giờ khác', en: 'Other hours' },
} as const
export type Part = keyof typeof parts

export type TypedDays = {
  readonly first: string | null
  readonly last: string | null
  readonly part: Part
  readonly from: string
  readonly until: string
  readonly weekends: boolean
}
export const noDays: TypedDays = { first: null, last: null, part: 'both', from: '', until: '', weekends: false }

export const mostDays = 50
const spansOf = ({ part, from, until }: TypedDays): { from: string; until: string }[] => {
  if (part === 'both') return [halves.morning, halves.afternoon]
  if (part !== 'hours') return [halves[part]]
  const [begins, ends] = [hourFrom(from), hourFrom(until)]
  return begins && ends && begins < ends ? [{ from: begins, until: ends }] : []
}

/** The sessions of these days; none while something is missing. A weekend is left out where others are meant. */
export function slotsOf(typed: TypedDays): Slot[] {
  const first = findPlainDate(typed.first ?? '')
  const last = typed.last ? findPlainDate(typed.last) : first
  if (!first || !last || last < first) return []
  const days: PlainDate[] = []
  for (let day = first; day <= last && days.length <= mostDays; day = addDays(day, 1))
    if (typed.weekends || first === last || weekday(day) < 6) days.push(day)
  return days.length > mostDays ? [] : days.flatMap((day) => spansOf(typed).map((span) => ({ day, ...span })))
}

export const sessionSeen = ({ day, from, until, hallId, place, topicId, classTrainerIds }: ClassSession) => ({
  ...{ day, from, until, hallId, place, topicId, classTrainerIds },
})

export const sessionLabels = {
  day: { vi: 'Ngày', en: 'Day' },
  from: { vi: 'Từ giờ', en: 'From' },
  until: { vi: 'Đến giờ', en: 'Until' },
  hallId: { vi: 'Hội trường', en: 'Hall' },
  place: { vi: 'Nơi khác', en: 'Another place' },
  topicId: { vi: 'Chuyên đề', en: 'Topic' },
  classTrainerIds: { vi: 'Giảng viên', en: 'Trainers' },
}
export const sessionWords: FieldWords = {
  label: (field) => sessionLabels[field as keyof typeof sessionLabels],
  show: (field, value) => {
    if (field === 'day') return showDate(value as PlainDate)
    return Array.isArray(value) ? String(value.length) : String(value ?? '')
  },
}
