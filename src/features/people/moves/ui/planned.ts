/** A move as typed, and as sent. */
import { findPlainDate, type PlainDate, showDate } from '#kernel/dates.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { type Move, type MoveKind, moveWords } from '../model.ts'

export type Planned = { readonly kind: MoveKind; readonly why: string; readonly plannedLast: PlainDate | null }
export type TypedPlan = {
  readonly kind: MoveKind | null
  readonly why: string
  readonly plannedLast: string | null
}

export const nothingPlanned: TypedPlan = { kind: null, why: '', plannedLast: null }
export const plannedIn = ({ kind, why, plannedLast }: Move): Planned => ({ kind, why, plannedLast })

/** Null where kind or reason are missing. */
export const planOf = ({ kind, why, plannedLast }: TypedPlan): Planned | null =>
  kind && why.trim() ? { kind, why: why.trim(), plannedLast: findPlainDate(plannedLast ?? '') } : null

const labels: Readonly<Record<keyof Planned, Words>> = {
  kind: { vi: 'Hình thức', en: 'Kind' },
  why: { vi: 'Lý do', en: 'Why' },
  plannedLast: { vi: 'Dự kiến đến hết ngày', en: 'Planned until the end of' },
}

export const plannedWords: FieldWords = {
  label: (field) => labels[field as keyof Planned] ?? { vi: field, en: field },
  show: (field, value) => {
    if (value === null || value === undefined) return ''
    if (field === 'kind') return say(moveWords[value as MoveKind])
    return field === 'plannedLast' ? showDate(value as PlainDate) : String(value)
  },
}
