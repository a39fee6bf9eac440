/** A norm as typed, and as sent. */
import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { SpendingNormId } from '#kernel/ids.ts'
import type { Vnd } from '#kernel/numbers.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showMoney } from '#platform/web/numbers.ts'
import type * as contract from '../contract.ts'
import { type CountedBy, countedBys, type ValueMark, valueMarks } from '../model.ts'

export type NormAnswer = OutputOf<typeof contract.showNorm>
export type Value = {
  readonly dong: Vnd
  readonly from: PlainDate
  readonly legalReference: string
  readonly mark: ValueMark
}
export type Particulars = Value & { readonly item: string; readonly countedBy: CountedBy; readonly note: string }

export const pathOf = (spendingNormId: SpendingNormId): string => `/dinh-muc-chi/${spendingNormId}`

export type TypedValue = {
  readonly dong: Vnd | null
  readonly from: string | null
  readonly legalReference: string
  readonly mark: ValueMark | null
}
export type TypedNorm = TypedValue & {
  readonly item: string
  readonly countedBy: CountedBy | null
  readonly note: string
}
export const noValue: TypedValue = { dong: null, from: null, legalReference: '', mark: null }
export const nothing: TypedNorm = { ...noValue, item: '', countedBy: null, note: '' }

export const seenOf = ({ item, countedBy, dong, from, legalReference, mark, note }: NormAnswer): Particulars => ({
  ...{ item, countedBy, dong, from, legalReference, mark, note },
})

/** Null where the amount, the first day, the reference or how sure it is are missing. */
export function readValue({ dong, from, legalReference, mark }: TypedValue): Value | null {
  const day = findPlainDate(from ?? '')
  if (!dong || !day || !mark || !legalReference.trim()) return null
  return { dong, from: day, legalReference: legalReference.trim(), mark }
}

export function sentOf({ item, countedBy, note, ...typed }: TypedNorm): Particulars | null {
  const value = readValue(typed)
  return value && countedBy && item.trim() ? { ...value, item: item.trim(), countedBy, note } : null
}

export const markChoices = Object.entries(valueMarks).map(([value, label]) => ({ value: value as ValueMark, label }))

const labels: Readonly<Record<string, Words>> = {
  item: { vi: 'Nội dung chi', en: 'Item' },
  countedBy: { vi: 'Tính cho', en: 'Per' },
  dong: { vi: 'Mức', en: 'Amount' },
  from: { vi: 'Áp dụng từ ngày', en: 'From' },
  legalReference: { vi: 'Căn cứ', en: 'Legal basis' },
  mark: { vi: 'Độ tin cậy', en: 'How sure' },
  note: { vi: 'Ghi chú', en: 'Note' },
}

function shownAs(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'countedBy') return say(countedBys[value as CountedBy])
  if (field === 'mark') return say(valueMarks[value as ValueMark])
  if (field === 'dong') return showMoney(value as Vnd)
  if (field === 'from') return showDate(value as PlainDate)
  return String(value)
}

export const normWords: FieldWords = {
  label: (field) => labels[field] ?? { vi: 'Mục khác', en: 'Other' },
  show: shownAs,
}
