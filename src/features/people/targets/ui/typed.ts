/** A target as typed, and as sent. */
import { type ValueMark, valueMarks } from '#kernel/marks.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { MoveKind } from '../../moves/model.ts'
import { kindSaid, type TargetLine, type TargetParticulars } from '../model.ts'

export type TypedTarget = {
  readonly year: number | null
  /** `both`: moves of either kind count. */
  readonly kind: MoveKind | 'both'
  readonly people: number | null
  readonly legalReference: string
  readonly mark: ValueMark | null
}
export const targetOf = (year: number): TypedTarget => ({
  ...{ year, kind: 'both', people: null, legalReference: '', mark: null },
})

/** A line that has a target. */
export type SetLine = TargetLine &
  TargetParticulars & { readonly moveTargetId: NonNullable<TargetLine['moveTargetId']> }
export const isSet = (line: TargetLine): line is SetLine => line.moveTargetId !== null

export const seenIn = ({ year, kind, people, legalReference, mark }: SetLine): TargetParticulars => ({
  ...{ year, kind, people, legalReference, mark },
})
export const typedOf = (seen: TargetParticulars): TypedTarget => ({ ...seen, kind: seen.kind ?? 'both' })

/** Null where year, number, reference or how sure it is are missing. */
export const sentOf = ({ year, kind, people, legalReference, mark }: TypedTarget): TargetParticulars | null =>
  year && people && mark && legalReference.trim()
    ? { year, kind: kind === 'both' ? null : kind, people, legalReference: legalReference.trim(), mark }
    : null

const labels: Readonly<Record<keyof TargetParticulars, Words>> = {
  year: { vi: 'Năm', en: 'Year' },
  kind: { vi: 'Hình thức được tính', en: 'What counts' },
  people: { vi: 'Số người', en: 'People' },
  legalReference: { vi: 'Căn cứ', en: 'Legal basis' },
  mark: { vi: 'Độ tin cậy', en: 'How sure' },
}
export const targetWords: FieldWords & { label: (field: string) => Words } = {
  label: (field) => labels[field as keyof TargetParticulars] ?? { vi: field, en: field },
  show: (field, value) => {
    if (field === 'kind') return say(kindSaid((value ?? null) as MoveKind | null))
    if (value === null || value === undefined) return ''
    return field === 'mark' ? say(valueMarks[value as ValueMark]) : String(value)
  },
}
