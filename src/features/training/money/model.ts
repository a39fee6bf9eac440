/** What is paid for one of an item, from a day on, by which decision. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { type ValueMark, valueMarks } from '#kernel/marks.ts'
import { type Vnd, VndSchema } from '#kernel/numbers.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** What the quantity of an item counts. */
export const countedBys = {
  person: { vi: 'người', en: 'person' },
  person_day: { vi: 'người/ngày', en: 'person and day' },
  class: { vi: 'lớp', en: 'class' },
  class_day: { vi: 'lớp/ngày', en: 'class and day' },
  trainer_half_day: { vi: 'giảng viên/buổi', en: 'trainer and half day' },
  group: { vi: 'đoàn', en: 'group' },
  set: { vi: 'bộ', en: 'set' },
} as const satisfies Record<string, Said>
export type CountedBy = keyof typeof countedBys
export const countedByNames = Object.keys(countedBys) as CountedBy[]
export const CountedBySchema = Type.Unsafe<CountedBy>(Type.Enum(countedByNames))

export { type ValueMark, valueMarks }
export const ValueMarkSchema = Type.Unsafe<ValueMark>(Type.Enum(Object.keys(valueMarks) as ValueMark[]))

export const normStates = {
  in_force: { vi: 'Đang áp dụng', en: 'In force' },
  coming: { vi: 'Sắp áp dụng', en: 'Coming' },
  ended: { vi: 'Đã hết', en: 'Ended' },
} as const satisfies Record<string, Said>
export type NormState = keyof typeof normStates
export const NormStateSchema = Type.Unsafe<NormState>(Type.Enum(Object.keys(normStates) as NormState[]))

export const mostDong = 1_000_000_000_000
export const DongSchema = Type.Unsafe<Vnd>(Type.Integer({ minimum: 1, maximum: mostDong }))

export const NormRow = Type.Object({
  spendingNormId: IdOf<'spending_norm'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  item: Type.String(),
  countedBy: CountedBySchema,
  dong: VndSchema,
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  endedBecause: Nullable(Type.String()),
  legalReference: Type.String(),
  mark: ValueMarkSchema,
  state: NormStateSchema,
})
export type Norm = Static<typeof NormRow>
