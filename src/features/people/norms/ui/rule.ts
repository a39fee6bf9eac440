/** A dated rule of the roster as typed, and as sent. */
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { RuleMark } from '../model.ts'

/** What every further value says: from when, and by which text. */
export type TypedText = { readonly from: string | null; readonly legalBasis: string; readonly mark: RuleMark | null }
export const noText: TypedText = { from: null, legalBasis: '', mark: null }

export type SentText = { readonly from: PlainDate; readonly legalBasis: string; readonly mark: RuleMark }

/** Null where the first day, the text or how sure it is are missing. */
export function textOf({ from, legalBasis, mark }: TypedText): SentText | null {
  const day = findPlainDate(from ?? '')
  return day && mark && legalBasis.trim() ? { from: day, legalBasis: legalBasis.trim(), mark } : null
}

/** How a rule ends: on a day, or it was entered by mistake. */
export type TypedEnd = { readonly how: 'ends' | 'mistake'; readonly last: string | null; readonly because: string }
export const noEnd: TypedEnd = { how: 'ends', last: null, because: '' }

export type SentEnd = { readonly last: PlainDate | null; readonly because: string }

/** Null where the day or the reason are missing. */
export function endOf({ how, last, because }: TypedEnd): SentEnd | null {
  const day = how === 'mistake' ? null : findPlainDate(last ?? '')
  return because.trim() && (how === 'mistake' || day) ? { last: day, because: because.trim() } : null
}
