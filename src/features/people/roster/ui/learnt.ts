/** A qualification as typed, and as sent. */
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import {
  type QualificationKind,
  type QualificationView,
  qualificationWords,
  type StudyForm,
  studyFormWords,
} from '../model.ts'
import { monthFrom, showMonth } from '../rules.ts'

export type Learnt = Omit<QualificationView, 'qualificationId'>
export type TypedLearnt = Omit<Learnt, 'kind' | 'from' | 'until'> & {
  readonly kind: QualificationKind | null
  /** `09/2019` or `2019`. */
  readonly from: string
  readonly until: string
}

export const nothingLearnt: TypedLearnt = {
  ...{ kind: null, title: '', school: '', form: null, from: '', until: '', number: '', issuedBy: '' },
}
export const typedLearnt = ({ from, until, ...rest }: Learnt): TypedLearnt => ({
  ...{ ...rest, from: from ? showMonth(from) : '', until: until ? showMonth(until) : '' },
})

export const monthFault = (text: string): Words | null =>
  text.trim() === '' || monthFrom(text)
    ? null
    : { vi: 'Ghi tháng/năm (09/2019) hoặc năm (2019).', en: 'Month and year (09/2019), or the year (2019).' }

/** Null where kind or title are missing, or a month cannot be read. */
export function learntOf({ kind, title, from, until, ...rest }: TypedLearnt): Learnt | null {
  if (!kind || !title.trim() || monthFault(from) || monthFault(until)) return null
  return { kind, title: title.trim(), ...rest, from: monthFrom(from), until: monthFrom(until) }
}

const labels: Readonly<Record<keyof Learnt, Words>> = {
  kind: { vi: 'Loại', en: 'Kind' },
  title: { vi: 'Trình độ, chuyên ngành', en: 'Degree, subject' },
  school: { vi: 'Nơi học', en: 'School' },
  form: { vi: 'Hình thức', en: 'Form' },
  from: { vi: 'Từ', en: 'From' },
  until: { vi: 'Đến', en: 'To' },
  number: { vi: 'Số văn bằng', en: 'Number' },
  issuedBy: { vi: 'Nơi cấp', en: 'Issued by' },
}

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'kind') return say(qualificationWords[value as QualificationKind])
  if (field === 'form') return say(studyFormWords[value as StudyForm])
  return field === 'from' || field === 'until' ? showMonth(String(value)) : String(value)
}

export const learntWords: FieldWords = {
  label: (field) => labels[field as keyof Learnt] ?? { vi: field, en: field },
  show: shownAs,
}
