/** A qualification as typed, and as sent. */
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import {
  type QualificationKind,
  type QualificationLevel,
  type QualificationView,
  qualificationWords,
  type StudyForm,
  studyFormWords,
} from '../model.ts'
import { monthFrom, showMonth } from '../rules.ts'
import { listLevels } from './calls.ts'

export const useLevels = (): readonly QualificationLevel[] => useRead(listLevels, {}).data?.levels ?? []

export type Learnt = Omit<QualificationView, 'qualificationId' | 'levelSaid'>
export type TypedLearnt = Omit<Learnt, 'kind' | 'from' | 'until'> & {
  readonly kind: QualificationKind | null
  /** `09/2019` or `2019`. */
  readonly from: string
  readonly until: string
}

export const nothingLearnt: TypedLearnt = {
  ...{ kind: null, level: null, title: '', school: '', form: null, from: '', until: '', number: '', issuedBy: '' },
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
  level: { vi: 'Bậc', en: 'Level' },
  title: { vi: 'Trình độ, chuyên ngành', en: 'Degree, subject' },
  school: { vi: 'Nơi học', en: 'School' },
  form: { vi: 'Hình thức', en: 'Form' },
  from: { vi: 'Từ', en: 'From' },
  until: { vi: 'Đến', en: 'To' },
  number: { vi: 'Số văn bằng', en: 'Number' },
  issuedBy: { vi: 'Nơi cấp', en: 'Issued by' },
}

export const labelOf = (field: keyof Learnt): Words => labels[field]

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'kind') return say(qualificationWords[value as QualificationKind])
  if (field === 'form') return say(studyFormWords[value as StudyForm])
  return field === 'from' || field === 'until' ? showMonth(String(value)) : String(value)
}

export const learntWords = (levels: readonly QualificationLevel[]): FieldWords => ({
  label: (field) => labels[field as keyof Learnt] ?? { vi: field, en: field },
  show: (field, value) => {
    const level = field === 'level' && levels.find((one) => one.level === value)
    return level ? say(level.said) : shownAs(field, value)
  },
})
