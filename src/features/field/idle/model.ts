/** After how long without a touch the phones of a province ask for the PIN. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { type ValueMark, valueMarks } from '#kernel/marks.ts'
import { Nullable, PrintableText } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** Of the program, where a province laid nothing down; in minutes. */
export const idleMinutes = 15
export const leastMinutes = 1
export const mostMinutes = 240

/** What a province lays down. */
export const Laid = {
  minutes: Type.Integer({ minimum: leastMinutes, maximum: mostMinutes }),
  from: PlainDateSchema,
  legalReference: PrintableText(300),
  mark: Type.Unsafe<ValueMark>(Type.Enum(Object.keys(valueMarks) as ValueMark[])),
}

export const idleStates = {
  in_force: { vi: 'Đang áp dụng', en: 'In force' },
  coming: { vi: 'Sắp áp dụng', en: 'To come' },
  over: { vi: 'Đã hết', en: 'Over' },
  withdrawn: { vi: 'Ghi nhầm, đã bỏ', en: 'Entered by mistake' },
} as const satisfies Record<string, Said>
export type IdleState = keyof typeof idleStates

export const IdleRow = Type.Object({
  phoneIdleTimeId: IdOf<'phone_idle_time'>(),
  areaName: Type.String(),
  ...Laid,
  state: Type.Unsafe<IdleState>(Type.Enum(Object.keys(idleStates) as IdleState[])),
  withdrawnBecause: Nullable(Type.String()),
})
export type IdleRow = Static<typeof IdleRow>
