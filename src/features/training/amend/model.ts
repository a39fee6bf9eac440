/** Amendments of a plan as they are read: each as it was approved, and what it changed line by line. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf, type PlanLineId } from '#kernel/ids.ts'
import { VndSchema } from '#kernel/numbers.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const changeKinds = {
  added: { vi: 'Thêm', en: 'Added' },
  changed: { vi: 'Sửa', en: 'Changed' },
  dropped: { vi: 'Bỏ', en: 'Dropped' },
} as const satisfies Record<string, Said>
export type ChangeKind = keyof typeof changeKinds
const ChangeKindSchema = Type.Unsafe<ChangeKind>(Type.Enum(Object.keys(changeKinds) as ChangeKind[]))

/** The figures of a plan from a day on. */
export const VersionView = Type.Object({
  trainingPlanId: IdOf<'training_plan'>(),
  /** 0: as it was first approved. */
  amendment: Count,
  number: Type.String(),
  day: PlainDateSchema,
  issuer: Type.String(),
  reason: Type.String(),
  lines: Count,
  people: Count,
  classes: Count,
  dong: VndSchema,
})
export type Version = Static<typeof VersionView>

export const GivenUpView = Type.Object({
  trainingPlanId: IdOf<'training_plan'>(),
  amendment: Count,
  on: PlainDateSchema,
  because: Type.String(),
})
export type GivenUp = Static<typeof GivenUpView>

/** A line that an amendment has dropped, and why. */
export type Dropped = { readonly firstId: PlanLineId; readonly because: string }

/** One side of a change; null where there was no line, or is none. */
const SideView = Nullable(Type.Object({ people: Count, classes: Count, dong: VndSchema }))
export type Side = Static<typeof SideView>

export const ChangeView = Type.Object({
  amendment: Count,
  /** The first day of it; null of a draft. */
  day: Nullable(PlainDateSchema),
  firstId: IdOf<'plan_line'>(),
  kind: ChangeKindSchema,
  topic: Type.String(),
  was: SideView,
  is: SideView,
  /** Of a line that is dropped: why, where it was said. */
  because: Type.String(),
  /** What else of the line is another, from what to what. */
  said: Type.Array(Type.Object({ field: SaidSchema, was: SaidSchema, is: SaidSchema })),
})
export type Change = Static<typeof ChangeView>
