/** Comments on a draft of a plan as they are read: what was sent to whom, who has answered, what became of each comment. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** What becomes of a comment. */
export const verdicts = {
  taken: { vi: 'Tiếp thu', en: 'Taken up' },
  partly: { vi: 'Tiếp thu một phần', en: 'Taken up in part' },
  explained: { vi: 'Giữ như dự thảo, giải trình', en: 'Kept as drafted, explained' },
} as const satisfies Record<string, Said>
export type Verdict = keyof typeof verdicts
export const VerdictSchema = Type.Unsafe<Verdict>(Type.Enum(Object.keys(verdicts) as Verdict[]))

/** How a unit that was asked stands. */
export const askedStates = {
  answered: { vi: 'Đã góp ý', en: 'Has commented' },
  late: { vi: 'Góp ý sau hạn', en: 'Commented late' },
  waits: { vi: 'Chưa góp ý', en: 'Not yet' },
  overdue: { vi: 'Quá hạn, chưa góp ý', en: 'Overdue' },
  gone: { vi: 'Đơn vị đã hết', en: 'The unit has ended' },
} as const satisfies Record<string, Said>
export type AskedState = keyof typeof askedStates
const AskedStateSchema = Type.Unsafe<AskedState>(Type.Enum(Object.keys(askedStates) as AskedState[]))

const ofSending = { planSendingId: IdOf<'plan_sending'>() }

export const SendingView = Type.Object({
  ...ofSending,
  number: Count,
  sentOn: PlainDateSchema,
  sentBy: Type.String(),
  due: PlainDateSchema,
  note: Type.String(),
  /** How often the draft had been changed by then. */
  edits: Count,
  units: Count,
  takenBack: Nullable(Type.Object({ on: PlainDateSchema, because: Type.String() })),
})
export type Sending = Static<typeof SendingView>

export const UnitView = Type.Object({ unitId: IdOf<'area'>(), unitName: Type.String() })
export type Unit = Static<typeof UnitView>

/** A unit that may be asked. */
export const UnitBelow = Type.Object({
  ...UnitView.properties,
  level: Type.Unsafe<'district' | 'commune'>(Type.Enum(['district', 'commune'])),
  /** Classes are held there, or its people are named for some. */
  named: Type.Boolean(),
})
export type UnitBelow = Static<typeof UnitBelow>

export const AskedView = Type.Object({
  unitId: IdOf<'area'>(),
  unitName: Type.String(),
  state: AskedStateSchema,
  comments: Count,
  answeredOn: Nullable(PlainDateSchema),
  /** Of a unit that has ended: what came of it and may be asked in its place. */
  heirs: Type.Array(UnitView),
})
export type Asked = Static<typeof AskedView>

export const ReplyView = Type.Object({
  verdict: VerdictSchema,
  says: Type.String(),
  by: Type.String(),
  on: PlainDateSchema,
})

export const CommentView = Type.Object({
  planCommentId: IdOf<'plan_comment'>(),
  ...ofSending,
  /** Which sending it answers. */
  number: Count,
  unitId: IdOf<'area'>(),
  unitName: Type.String(),
  planLineId: Nullable(IdOf<'plan_line'>()),
  /** The line as it was called; empty: the whole plan. */
  about: Type.String(),
  agrees: Type.Boolean(),
  says: Type.String(),
  by: Type.String(),
  on: PlainDateSchema,
  late: Type.Boolean(),
  withdrawn: Nullable(Type.Object({ on: PlainDateSchema, because: Type.String() })),
  /** In their order; the last one stands. */
  replies: Type.Array(ReplyView),
})
export type Comment = Static<typeof CommentView>

const ofPlan = { trainingPlanId: IdOf<'training_plan'>(), planName: Type.String(), planUnit: Type.String() }

/** A draft on which a unit of mine has not commented. */
export const OwedView = Type.Object({
  ...ofSending,
  ...ofPlan,
  unitId: IdOf<'area'>(),
  unitName: Type.String(),
  due: PlainDateSchema,
  overdue: Type.Boolean(),
})
export type Owed = Static<typeof OwedView>

/** A comment on a draft of mine that nobody has answered. */
export const OpenView = Type.Object({
  planCommentId: IdOf<'plan_comment'>(),
  ...ofPlan,
  unitName: Type.String(),
  about: Type.String(),
  says: Type.String(),
  on: PlainDateSchema,
})
export type Open = Static<typeof OpenView>
