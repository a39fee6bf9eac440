/** The words of this room: what a survey's verdicts are for, a case with its verdicts in one row, a checker's comments. */
import { type Static, Type } from 'typebox'
import { type LeaveReason, leaveReasons } from '#features/households/model.ts'
import {
  CaseReasonSchema,
  CaseStateSchema,
  LeftBecauseSchema,
  LeftToldSchema,
  RoundStateSchema,
} from '#features/rounds/model.ts'
import type { CaseAction } from '#features/rounds/rules/cases.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { type Class, classes, StateSchema, type Verdict } from '#features/standards/model/verdict.ts'
import type { Buttons } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema, Words } from '#kernel/schema.ts'
import { marksPattern, mostMarks } from './rules/marks.ts'

export const ClassNameSchema = Type.Unsafe<Class>(Type.Enum([...classes]))

/** How somebody of the register left the household, as who surveyed it heard it; the register records it by its own act. */
export const LeftSchema = Type.Object({
  person: Type.String({ minLength: 1, maxLength: 64 }),
  reason: Type.Unsafe<LeaveReason>(Type.Enum([...leaveReasons])),
  on: Type.Optional(PlainDateSchema),
})
export type LeftMember = Static<typeof LeftSchema>

/** What a survey says beside its answers. Those of before say nothing. */
export const AsideSchema = Type.Object({
  /** How each answer came about (`rules/marks.ts`). */
  marks: Type.Optional(Type.String({ maxLength: mostMarks, pattern: marksPattern })),
  left: Type.Optional(Type.Array(LeftSchema, { maxItems: 100 })),
})
export type Aside = Static<typeof AsideSchema>

/** A day that a phone said and that could not be; `settled`: who checks has said of which day the answers are. */
export const OddDaySchema = Type.Object({
  said: PlainDateSchema,
  settled: Type.Optional(Type.Object({ by: Type.String(), at: Type.String() })),
})
export type KeptAside = Aside & { readonly day?: Static<typeof OddDaySchema> }

/** Of all answers that were given, those kept as the form had filled them in. */
export const ShareSchema = Type.Object({ kept: Count, all: Count })

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

/** What a sent survey is answered. */
export const SentSurvey = Type.Object({
  surveyId: IdOf<'survey'>(),
  caseId: IdOf<'review_case'>(),
  state: CaseStateSchema,
  /** What became of it, where it is not simply the survey of a household of the sender's. Answers of before have none. */
  told: Type.Optional(Nullable(SaidSchema)),
  verdicts: Type.Array(VerdictLineSchema),
})
export type SentSurvey = Static<typeof SentSurvey>

export const CaseRowSchema = Type.Object({
  caseId: IdOf<'review_case'>(),
  householdId: IdOf<'household'>(),
  roundId: IdOf<'round'>(),
  villageId: IdOf<'area'>(),
  villageName: Type.String(),
  headName: Type.String(),
  number: Type.String(),
  address: Type.String(),
  /** By which the household is called; null where none is known. */
  phone: Nullable(Type.String()),
  reason: CaseReasonSchema,
  state: CaseStateSchema,
  enumeratorId: Nullable(IdOf<'account'>()),
  enumeratorName: Nullable(Type.String()),
  /** Held on the day it is shown. */
  classBefore: Nullable(ClassNameSchema),
  surveyId: Nullable(IdOf<'survey'>()),
  surveyedOn: Nullable(PlainDateSchema),
  opens: Nullable(VerdictLineSchema),
  closes: Nullable(VerdictLineSchema),
  /** Where the case left the round before that was decided: why, and from when. */
  leftBecause: Nullable(LeftBecauseSchema),
  leftOn: Nullable(PlainDateSchema),
  /** Of one that left since it could not be surveyed: what was told. */
  leftTold: Nullable(LeftToldSchema),
  /** Since when it is in these hands, because its household moved here. */
  handedOn: Nullable(PlainDateSchema),
  /** Comments of the checker on the latest survey. */
  notes: Count,
  changedAt: Type.String(),
})
export type CaseRow = Static<typeof CaseRowSchema>

export const CaseKey = { householdId: IdOf<'household'>(), caseId: IdOf<'review_case'>() }

/** A round as beside a case of it. */
export const RoundLine = Type.Object({
  roundId: IdOf<'round'>(),
  name: Type.String(),
  communeId: IdOf<'area'>(),
  communeName: Type.String(),
  windowFrom: PlainDateSchema,
  windowUntil: PlainDateSchema,
  /** Annual: from when its classes hold; null of an ad hoc round that is not decided. */
  classesHoldFrom: Nullable(PlainDateSchema),
  /** State of the round; surveys are taken while it is `surveying` or `checking`. */
  state: RoundStateSchema,
  takesSurveys: Type.Boolean(),
})

/** Kept ones are read as they were written: a later schema must not make an old survey unreadable. */
export const KeptFacts = Type.Unsafe<Facts>(Type.Object({}))
const KeptVerdict = Type.Unsafe<Verdict>(Type.Object({}))

/** A verdict of a survey with its reasons, as they can be told now. */
export const ToldVerdict = {
  purpose: PurposeSchema,
  /** With every reason; null where they cannot be told as they were. */
  verdict: Nullable(KeptVerdict),
  /** What was kept in any case. `states`: of each indicator; empty where the standard cannot be read. */
  kept: Type.Object({
    standardHash: Type.String(),
    line: VerdictLineSchema,
    states: Type.Array(Type.Object({ key: Type.String(), state: StateSchema })),
  }),
  /** In plain words, where the reasons are not simply those of the day it was made. */
  said: Nullable(SaidSchema),
}

/** What the register says of a person otherwise than a survey. */
export const ChangedSchema = Type.Object({
  what: Type.Unsafe<'joined' | 'left' | 'corrected'>(Type.Enum(['joined', 'left', 'corrected'])),
  person: Type.String(),
  name: Type.String(),
  paths: Type.Array(Type.String()),
})

/** What is offered at a case, each with its action of the table of cases. */
export const caseButtons = {
  submit: { right: 'survey.fill', action: 'submit' },
  return: { right: 'survey.check', action: 'return' },
  accept: { right: 'survey.check', action: 'accept' },
  explain: { right: 'survey.check', action: 'explain' },
  leave: { right: 'round.manage', action: 'leave' },
  /** Of one that left since it could not be surveyed. */
  ask_again: { right: 'round.manage', action: 'leave' },
} as const satisfies Buttons<{ readonly action: CaseAction }>
