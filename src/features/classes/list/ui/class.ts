/** What the pages and dialogs of classes share. */
import { findDay } from '#kernel/cells.ts'
import { showDate } from '#kernel/dates.ts'
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { FrameworkTopicId, PlanLineId } from '#kernel/ids.ts'
import type { BadgeLook } from '#platform/web/kit/Badge.tsx'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'
import { type ClassKind, type ClassState, classKinds, type PlannedLine, type TopicOfClass } from '../model.ts'

export type ClassAnswer = OutputOf<typeof contract.showClass>
export const classPath = (id: string) => `/lop-hoc/${id}`

export const stateLooks: Readonly<Record<ClassState, BadgeLook>> = {
  ...{ planned: 'plain', announced: 'waits', enrolling: 'waits', confirmed: 'waits' },
  ...{ running: 'done', completed: 'done', cancelled: 'late' },
}

/** "20/11/2026", "20/11/2026 - 24/11/2026"; null where it has no session. */
export const daysOf = ({ firstDay, lastDay }: Pick<ClassAnswer, 'firstDay' | 'lastDay'>): string | null => {
  if (!firstDay || !lastDay) return null
  return firstDay === lastDay ? showDate(firstDay) : `${showDate(firstDay)} - ${showDate(lastDay)}`
}

export const dayFault = (text: string): Words | null =>
  text.trim() === '' || findDay(text) ? null : { vi: 'Gõ ngày, ví dụ 05/03/2026.', en: 'Type a day, as 05/03/2026.' }

export type TypedClass = {
  readonly code: string
  readonly title: string
  readonly kind: ClassKind
  /** As it is typed. */
  readonly year: string
  readonly seats: number | null
  readonly topicIds: readonly FrameworkTopicId[]
  readonly planLineId: PlanLineId | null
  readonly note: string
}
export const noClass = (year: number): TypedClass => ({
  ...{ code: '', title: '', kind: 'short', year: String(year), seats: null, topicIds: [], planLineId: null, note: '' },
})

/** A class as a line of a plan has it: its topic, and as many seats as its people need in so many classes. */
export const asPlanned = (typed: TypedClass, line: PlannedLine): TypedClass => ({
  ...typed,
  title: line.title,
  seats: Math.min(2000, Math.ceil(line.people / line.classes)),
  topicIds: [line.topicId],
  planLineId: line.planLineId,
})

export const classSeen = ({ code, title, kind, year, seats, topics, line, note }: ClassAnswer) => ({
  ...{ code, title, kind, year, seats, note, planLineId: line?.planLineId ?? null },
  topicIds: topics.map(({ topicId }) => topicId).sort(),
})

/** The year that is typed; null of what is none. */
export const yearIn = (text: string): number | null => (/^20\d\d$|^2100$/.test(text.trim()) ? Number(text) : null)
export const yearFault = (text: string): Words | null =>
  text.trim() === '' || yearIn(text) ? null : { vi: 'Năm gồm 4 chữ số, từ 2000.', en: 'A year from 2000.' }

/** What stood, as it is typed. */
export const classTyped = ({ year, ...seen }: ReturnType<typeof classSeen>): TypedClass => ({
  ...{ ...seen, year: String(year) },
})

type Sent = Omit<InputOf<typeof contract.planClass>, 'trainingClassId' | 'areaId'>
/** As it is sent; null while something is missing. */
export function classSent({ code, title, year: typed, topicIds, note, ...of }: TypedClass): Sent | null {
  const year = yearIn(typed)
  if (!title.trim() || !year) return null
  return { ...of, year, code: code.trim(), title: title.trim(), topicIds: [...topicIds].sort(), note: note.trim() }
}

export const classLacks = { vi: 'Cần tên lớp, loại lớp và năm.', en: 'Title, kind and year are needed.' }

export const classLabels = {
  code: { vi: 'Số hiệu', en: 'Number' },
  title: { vi: 'Tên lớp', en: 'Title' },
  kind: { vi: 'Loại lớp', en: 'Kind' },
  year: { vi: 'Của năm', en: 'Of the year' },
  seats: { vi: 'Số chỗ', en: 'Seats' },
  topicIds: { vi: 'Chuyên đề', en: 'Topics' },
  planLineId: { vi: 'Theo dòng kế hoạch', en: 'Line of the plan' },
  note: { vi: 'Ghi chú', en: 'Note' },
}
export const topicSaid = ({ code, title }: Pick<TopicOfClass, 'code' | 'title'>): string => `${code}. ${title}`

export const classWords: FieldWords = {
  label: (field) => classLabels[field as keyof typeof classLabels],
  show: (field, value) => {
    if (field === 'kind') return say(classKinds[value as ClassKind])
    if (field === 'planLineId') return say(value ? { vi: 'một dòng', en: 'a line' } : { vi: 'không', en: 'none' })
    return Array.isArray(value) ? String(value.length) : String(value ?? '')
  },
}
