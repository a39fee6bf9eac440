/** A framework and its topics as typed, and as sent. */
import { levelWords } from '#features/areas/words.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { FrameworkId, ProgrammeId } from '#kernel/ids.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { LevelName } from '../../programmes/model.ts'
import { yearOf } from '../../programmes/ui/programme.ts'
import type * as contract from '../contract.ts'
import {
  type AreaCondition,
  type AudiencePost,
  areaConditions,
  audiencePosts,
  codePattern,
  type Topic,
} from '../model.ts'

export type FrameworkAnswer = OutputOf<typeof contract.showFramework>
export type Particulars = {
  readonly name: string
  readonly periodFrom: number | null
  readonly periodUntil: number | null
  readonly programmeId: ProgrammeId | null
  readonly note: string
}

export const pathOf = (frameworkId: FrameworkId): string => `/khung-dao-tao/${frameworkId}`

export type Typed = {
  readonly name: string
  readonly periodFrom: string
  readonly periodUntil: string
  readonly programmeId: ProgrammeId | null
  readonly programmeName: string
  readonly note: string
}
export const nothing: Typed = {
  ...{ name: '', periodFrom: '', periodUntil: '', programmeId: null, programmeName: '', note: '' },
}

export const seenOf = ({ name, periodFrom, periodUntil, programme, note }: FrameworkAnswer): Particulars => ({
  ...{ name, periodFrom, periodUntil, programmeId: programme?.programmeId ?? null, note },
})
const asText = (year: number | null) => (year === null ? '' : String(year))
export const typedOf = (of: FrameworkAnswer): Typed => ({
  ...seenOf(of),
  periodFrom: asText(of.periodFrom),
  periodUntil: asText(of.periodUntil),
  programmeName: of.programme?.name ?? '',
})

/** Null where the name is missing or a year cannot be read. */
export function sentOf({ name, note, programmeId, ...typed }: Typed): Particulars | null {
  const [periodFrom, periodUntil] = [yearOf(typed.periodFrom), yearOf(typed.periodUntil)]
  if (!name.trim() || periodFrom === 'unread' || periodUntil === 'unread') return null
  return { name: name.trim(), periodFrom, periodUntil, programmeId, note }
}

export type TopicFields = Omit<Topic, 'frameworkTopicId' | 'code'>
export const emptyTopic: TopicFields = {
  ...{ title: '', objective: '', contents: '', theoryHours: null, practiceHours: null },
  ...{ posts: [], levels: [], areaConditions: [], requires: [], recursAfter: null },
}
export const fieldsOf = ({ frameworkTopicId: _id, code: _code, ...fields }: Topic): TopicFields => fields

export const codeFault = (code: string): Words | null =>
  code.trim() === '' || new RegExp(codePattern).test(code.trim())
    ? null
    : { vi: 'Mã không có dấu cách, dấu phẩy, dài nhất 20 ký tự.', en: 'No spaces or commas, 20 letters at most.' }

const labels: Readonly<Record<string, Words>> = {
  name: { vi: 'Tên khung', en: 'Name' },
  periodFrom: { vi: 'Năm đầu', en: 'First year' },
  periodUntil: { vi: 'Năm cuối', en: 'Last year' },
  programmeId: { vi: 'Thuộc chương trình', en: 'Programme' },
  note: { vi: 'Ghi chú', en: 'Note' },
  title: { vi: 'Tên chuyên đề', en: 'Title' },
  objective: { vi: 'Mục tiêu', en: 'Objective' },
  contents: { vi: 'Nội dung', en: 'Contents' },
  theoryHours: { vi: 'Số tiết lý thuyết', en: 'Hours of theory' },
  practiceHours: { vi: 'Số tiết thực hành', en: 'Hours of practice' },
  posts: { vi: 'Chức danh', en: 'Posts' },
  levels: { vi: 'Cấp', en: 'Levels' },
  areaConditions: { vi: 'Loại xã', en: 'Communes' },
  requires: { vi: 'Học trước', en: 'Needs first' },
  recursAfter: { vi: 'Học lại sau (tháng)', en: 'Again after (months)' },
}

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'posts') return (value as AudiencePost[]).map((post) => say(audiencePosts[post])).join(', ')
  if (field === 'levels') return (value as LevelName[]).map((level) => say(levelWords[level])).join(', ')
  if (field === 'areaConditions') return (value as AreaCondition[]).map((one) => say(areaConditions[one])).join(', ')
  if (field === 'programmeId') return say({ vi: 'chương trình khác', en: 'another programme' })
  return Array.isArray(value) ? value.join(', ') : String(value)
}

export const frameworkWords: FieldWords = {
  label: (field) => labels[field] ?? { vi: 'Mục khác', en: 'Other' },
  show: shownAs,
}
