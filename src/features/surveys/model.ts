/** The words of this room: what a survey's verdicts are for, a case with its verdicts in one row, a checker's comments. */
import { type Static, Type } from 'typebox'
import { CaseReasonSchema, CaseStateSchema, LeftBecauseSchema } from '#features/rounds/model.ts'
import { type Class, classes } from '#features/standards/model/verdict.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, Words } from '#kernel/schema.ts'

export const ClassNameSchema = Type.Unsafe<Class>(Type.Enum([...classes]))

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
  note: Words(1000),
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
  caseId: IdOf<'review_case'>(),
  householdId: IdOf<'household'>(),
  roundId: IdOf<'round'>(),
  villageId: IdOf<'area'>(),
  villageName: Type.String(),
  headName: Type.String(),
  number: Type.String(),
  address: Type.String(),
  reason: CaseReasonSchema,
  state: CaseStateSchema,
  enumeratorId: Nullable(IdOf<'account'>()),
  enumeratorName: Nullable(Type.String()),
  classBefore: Nullable(ClassNameSchema),
  surveyId: Nullable(IdOf<'survey'>()),
  surveyedOn: Nullable(PlainDateSchema),
  opens: Nullable(VerdictLineSchema),
  closes: Nullable(VerdictLineSchema),
  /** Where the case left the round before that was decided: why, and from when. */
  leftBecause: Nullable(LeftBecauseSchema),
  leftOn: Nullable(PlainDateSchema),
  /** Since when it is in these hands, because its household moved here. */
  handedOn: Nullable(PlainDateSchema),
  /** Comments of the checker on the latest survey. */
  notes: Count,
  changedAt: Type.String(),
})
export type CaseRow = Static<typeof CaseRowSchema>
