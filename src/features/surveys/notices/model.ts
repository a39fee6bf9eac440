/** What who surveys tells the commune of a round's list, and what the commune answers. */
import { type Static, Type } from 'typebox'
import { CaseStateSchema, LeftBecauseSchema, RoundStateSchema } from '#features/rounds/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableLine, PrintableLines, SaidSchema } from '#kernel/schema.ts'
import {
  type NoticeKind,
  type NoticeState,
  noticeKindNames,
  noticeStateNames,
  type Outcome,
  outcomes,
  type Sex,
  sexWords,
} from './words.ts'

export const NoticeKindSchema = Type.Unsafe<NoticeKind>(Type.Enum([...noticeKindNames]))

export const NoticeStateSchema = Type.Unsafe<NoticeState>(Type.Enum([...noticeStateNames]))

export const OutcomeSchema = Type.Unsafe<Outcome>(Type.Enum(Object.keys(outcomes) as Outcome[]))

/** What is told of it; which of these a kind needs say the rules (`rules/kinds.ts`). */
export const DetailsSchema = Type.Object({
  birthYear: Type.Optional(Type.Integer({ minimum: 1890, maximum: 2100 })),
  sex: Type.Optional(Type.Unsafe<Sex>(Type.Enum(Object.keys(sexWords) as Sex[]))),
  /** Where the house stands. */
  address: Type.Optional(PrintableLine(200)),
  people: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
  phone: Type.Optional(PrintableLine(20)),
  /** Why it should be surveyed; the words said at the door; what else is known. */
  words: Type.Optional(PrintableLines(500)),
  /** When they left, or the last of them died. */
  on: Type.Optional(PlainDateSchema),
  to: Type.Optional(PrintableLine(300)),
  /** Who was met. */
  met: Type.Optional(PrintableLine(120)),
  /** The days on which somebody went there. */
  days: Type.Optional(Type.Array(PlainDateSchema, { minItems: 1, maxItems: 6 })),
  otherId: Type.Optional(IdOf<'household'>()),
  otherName: Type.Optional(PrintableLine(120)),
})
export type Details = Static<typeof DetailsSchema>

export const AnswerSchema = Type.Object({
  outcome: OutcomeSchema,
  /** To who surveys. */
  words: Type.String(),
  by: Type.String(),
  at: Type.String(),
})
export type Answer = Static<typeof AnswerSchema>

export const NoticeSchema = Type.Object({
  surveyNoticeId: IdOf<'survey_notice'>(),
  roundId: IdOf<'round'>(),
  roundName: Type.String(),
  roundState: RoundStateSchema,
  villageId: IdOf<'area'>(),
  villageName: Type.String(),
  kind: NoticeKindSchema,
  headName: Type.String(),
  details: DetailsSchema,
  madeOn: PlainDateSchema,
  /** As the phone said, where that day cannot be. */
  saidOn: Nullable(PlainDateSchema),
  receivedAt: Type.String(),
  state: NoticeStateSchema,
  withdrawnAt: Nullable(Type.String()),
  /** The first first; the last one holds. */
  answers: Type.Array(AnswerSchema),
  householdId: Nullable(IdOf<'household'>()),
  caseId: Nullable(IdOf<'review_case'>()),
  /** Of one that is on the list: how it stands in the round now. */
  number: Nullable(Type.String()),
  caseState: Nullable(CaseStateSchema),
  surveyedOn: Nullable(PlainDateSchema),
  leftBecause: Nullable(LeftBecauseSchema),
  leftOn: Nullable(PlainDateSchema),
})
export type Notice = Static<typeof NoticeSchema>

/** With who made it, as the office sees it. */
export const OfficeNoticeSchema = Type.Object({
  ...NoticeSchema.properties,
  makerId: IdOf<'account'>(),
  makerName: Nullable(Type.String()),
})
export type OfficeNotice = Static<typeof OfficeNoticeSchema>

/** Where somebody may tell of a household that is not on the list. */
export const NoticePlaceSchema = Type.Object({
  roundId: IdOf<'round'>(),
  roundName: Type.String(),
  villageId: IdOf<'area'>(),
  villageName: Type.String(),
  /** Given to who asks. */
  mine: Type.Boolean(),
})
export type NoticePlace = Static<typeof NoticePlaceSchema>

export const ToldSchema = Nullable(SaidSchema)
