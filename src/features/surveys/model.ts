/** The words of this room: a case (one household in one round), what became of it, what a checker said of it. */
import { type Static, type TSchema, Type } from 'typebox'
import { type Class, classes } from '#features/standards/model/verdict.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { type AreaId, type Id, IdOf } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'

export type CaseId = Id<'review_case'>

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const AreaIdSchema = IdOf<'area'>()
export const HouseholdIdSchema = IdOf<'household'>()
export const CaseIdSchema = IdOf<'review_case'>()
export const RoundIdSchema = IdOf<'round'>()
export const AccountIdSchema = IdOf<'account'>()
export const ClassNameSchema = Type.Unsafe<Class>(Type.Enum([...classes]))
export const Count = Type.Integer({ minimum: 0 })

export const caseStates = ['listed', 'assigned', 'submitted', 'returned', 'accepted', 'ended'] as const
export type CaseState = (typeof caseStates)[number]
export const CaseStateSchema = Type.Unsafe<CaseState>(Type.Enum([...caseStates]))
export const caseStateWords: Record<CaseState, Said> = {
  listed: { vi: 'Chưa giao', en: 'Not assigned' },
  assigned: { vi: 'Chờ khảo sát', en: 'To survey' },
  submitted: { vi: 'Chờ kiểm tra', en: 'To check' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
  ended: { vi: 'Hộ đã kết thúc', en: 'Household ended' },
}

export const caseReasons = ['current_poor', 'current_near_poor', 'request'] as const
export type CaseReason = (typeof caseReasons)[number]
export const CaseReasonSchema = Type.Unsafe<CaseReason>(Type.Enum([...caseReasons]))
export const caseReasonWords: Record<CaseReason, Said> = {
  current_poor: { vi: 'Đang là hộ nghèo', en: 'Poor now' },
  current_near_poor: { vi: 'Đang là hộ cận nghèo', en: 'Near-poor now' },
  request: { vi: 'Có giấy đề nghị', en: 'By request' },
}

/** What a verdict is for: the standard the classes will hold by, or the one whose last year it closes. */
export const purposes = ['opens', 'closes'] as const
export type Purpose = (typeof purposes)[number]
export const PurposeSchema = Type.Unsafe<Purpose>(Type.Enum([...purposes]))

/** Why a verdict cannot stand in a decision (`whyNotDecidable` of the standards room). */
export const undecidables = ['what_if', 'illustrative_table', 'table_not_confirmed', 'class_open'] as const
export type Undecidable = (typeof undecidables)[number]
export const UndecidableSchema = Type.Unsafe<Undecidable>(Type.Enum([...undecidables]))

/** A checker's words on one answer. `question` is a question id of the form; '' speaks of the whole survey. */
export const NoteSchema = Type.Object({
  question: Type.String({ maxLength: 60 }),
  person: Nullable(Type.String({ maxLength: 64 })),
  note: Type.String({ minLength: 1, maxLength: 1000 }),
})
export type Note = Static<typeof NoteSchema>
export const KeptNoteSchema = Type.Object({
  ...NoteSchema.properties,
  surveyId: IdOf<'survey'>(),
  by: Type.String(),
  at: Type.String(),
})

/** A verdict in one line, for lists and the result page. */
export const VerdictLineSchema = Type.Object({
  purpose: PurposeSchema,
  standardId: Type.String(),
  class: Nullable(ClassNameSchema),
  possible: Type.Array(ClassNameSchema),
  b1: Nullable(Type.Number()),
  b2: Nullable(Type.Integer()),
  lacking: Type.Array(Type.String()),
  undecidable: Nullable(UndecidableSchema),
})
export type VerdictLine = Static<typeof VerdictLineSchema>

export const CaseRowSchema = Type.Object({
  caseId: CaseIdSchema,
  householdId: HouseholdIdSchema,
  roundId: RoundIdSchema,
  villageId: AreaIdSchema,
  villageName: Type.String(),
  headName: Type.String(),
  number: Type.String(),
  address: Type.String(),
  reason: CaseReasonSchema,
  state: CaseStateSchema,
  enumeratorId: Nullable(AccountIdSchema),
  enumeratorName: Nullable(Type.String()),
  classBefore: Nullable(ClassNameSchema),
  surveyId: Nullable(IdOf<'survey'>()),
  surveyedOn: Nullable(PlainDateSchema),
  opens: Nullable(VerdictLineSchema),
  closes: Nullable(VerdictLineSchema),
  /** Comments of the checker on the latest survey. */
  notes: Count,
  changedAt: Type.String(),
})
export type CaseRow = Static<typeof CaseRowSchema>

/** A standard as a round uses it: pinned by hash, so that a later correction does not change what was asked. */
export const PinnedSchema = Type.Object({
  standardId: Type.String(),
  hash: Type.String(),
  name: Type.Object({ vi: Type.String(), en: Type.String() }),
  /** The points table with which B1 is counted from answers; null: only directly measured income counts. */
  points: Nullable(
    Type.Object({
      tableId: Type.String(),
      hash: Type.String(),
      illustrative: Type.Boolean(),
      decidable: Type.Boolean(),
    }),
  ),
})
export type Pinned = Static<typeof PinnedSchema>

export type VillageName = { readonly villageId: AreaId; readonly name: string }
