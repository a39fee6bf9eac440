/** A limit as typed, and as sent; what may be filled in as an illustration. */
import { findPlainDate, type PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { ValueMark } from '../../money/model.ts'
import type * as contract from '../contract.ts'
import type { Limit, LimitKind, LimitSays, Turn } from '../model.ts'
import { dayOfYearSaid, readDayOfYear, saysItsKind } from '../rules.ts'

export type LimitsAnswer = OutputOf<typeof contract.listLimits>

export type TypedLimit = {
  readonly value: number | null
  readonly first: string
  readonly last: string
  readonly what: string
  readonly turns: readonly Turn[]
  readonly from: string | null
  readonly legalReference: string
  readonly mark: ValueMark | null
}
export const nothing: TypedLimit = {
  ...{ value: null, first: '', last: '', what: '', turns: [], from: null, legalReference: '', mark: null },
}

type Sent = Omit<LimitSays, 'turns'> & {
  readonly turns: Turn[] | null
  readonly from: PlainDate
  readonly legalReference: string
  readonly mark: ValueMark
}

/** Null where it does not say what its kind is about, its first day, its text or how sure it is are missing. */
export function sentOf(kind: LimitKind, typed: TypedLimit): Sent | null {
  const from = findPlainDate(typed.from ?? '')
  const closed = kind === 'closed'
  const says = {
    value: closed || kind === 'first_turn' ? null : typed.value,
    firstDay: closed ? readDayOfYear(typed.first) : null,
    lastDay: closed ? readDayOfYear(typed.last) : null,
    what: closed ? typed.what.trim() : null,
    turns: kind === 'first_turn' ? [...typed.turns] : null,
  }
  if (!from || !typed.mark || !typed.legalReference.trim() || !saysItsKind(kind, says)) return null
  return { ...says, from, legalReference: typed.legalReference.trim(), mark: typed.mark }
}

/** What stands, to begin the next value from. */
export const typedOf = ({ value, firstDay, lastDay, what, turns }: Limit): TypedLimit => ({
  ...nothing,
  ...{ value, what: what ?? '', turns: turns ?? [] },
  first: firstDay ? dayOfYearSaid(firstDay) : '',
  last: lastDay ? dayOfYearSaid(lastDay) : '',
})

const illustrated: Partial<TypedLimit> = {
  mark: 'illustrative',
  legalReference: 'Mẫu minh hoạ của phần mềm, không theo văn bản nào',
}
/** Offered, never filled in by itself. */
export const illustrations: Readonly<Record<LimitKind, Partial<TypedLimit>>> = {
  largest_class: { ...illustrated, value: 60 },
  from_one_place: { ...illustrated, value: 5 },
  days_in_a_row: { ...illustrated, value: 3 },
  hours_a_day: { ...illustrated, value: 8 },
  furthest_way: { ...illustrated, value: 40 },
  newly_in_post: { ...illustrated, value: 12 },
  attended_share: { ...illustrated, value: 80 },
  closed: { ...illustrated, first: '15/05', last: '15/06', what: 'Mùa gặt' },
  first_turn: { ...illustrated, turns: ['newly_in_post', 'difficult_area'] },
}
