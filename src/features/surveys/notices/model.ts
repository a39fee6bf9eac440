/** What who surveys tells the commune of a round's list, and what the commune answers. */
import { type Static, Type } from 'typebox'
import { CaseStateSchema, LeftBecauseSchema, RoundStateSchema } from '#features/rounds/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableLine, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const noticeKinds = {
  unlisted: { vi: 'Hộ chưa có trong danh sách', en: 'Not on the list' },
  moved: { vi: 'Cả hộ đã chuyển đi', en: 'The household moved away' },
  refuses: { vi: 'Hộ từ chối trả lời', en: 'Refuses to answer' },
  absent: { vi: 'Đến nhiều lần không gặp ai', en: 'Nobody met' },
  double: { vi: 'Trùng với một hộ khác', en: 'The same as another household' },
  gone: { vi: 'Hộ không còn ai', en: 'Nobody is left of it' },
} as const satisfies Record<string, Said>
export type NoticeKind = keyof typeof noticeKinds
export const noticeKindNames = Object.keys(noticeKinds) as NoticeKind[]
export const NoticeKindSchema = Type.Unsafe<NoticeKind>(Type.Enum([...noticeKindNames]))

export const noticeStates = {
  open: { vi: 'Chờ xã xử lý', en: 'Waits for the commune' },
  settled: { vi: 'Xã đã trả lời', en: 'Answered' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Record<string, Said>
export type NoticeState = keyof typeof noticeStates
export const noticeStateNames = Object.keys(noticeStates) as NoticeState[]
export const NoticeStateSchema = Type.Unsafe<NoticeState>(Type.Enum([...noticeStateNames]))

/** What came of it, as the commune says. */
export const outcomes = {
  added: { vi: 'Đã thêm hộ vào danh sách', en: 'Added to the list' },
  listed_already: { vi: 'Hộ đã có trong danh sách', en: 'On the list already' },
  not_of_village: { vi: 'Không phải hộ của thôn', en: 'Not a household of the village' },
  departed: { vi: 'Đã ghi hộ chuyển đi', en: 'Departure recorded' },
  not_moved: { vi: 'Hộ không chuyển đi', en: 'It has not moved' },
  convinced: { vi: 'Hộ đã đồng ý, khảo sát tiếp', en: 'Convinced, the survey goes on' },
  again: { vi: 'Đến khảo sát lại', en: 'To be visited again' },
  other_person: { vi: 'Giao người khác khảo sát', en: 'Surveyed by another person' },
  stands: { vi: 'Ghi nhận, không khảo sát được', en: 'It stands: no survey' },
  merged: { vi: 'Đã nhập hai hộ làm một', en: 'Merged' },
  two: { vi: 'Là hai hộ khác nhau', en: 'Two households' },
  ended: { vi: 'Đã ghi hộ kết thúc', en: 'Its end is recorded' },
  not_gone: { vi: 'Hộ vẫn còn người', en: 'Somebody lives there still' },
} as const satisfies Record<string, Said>
export type Outcome = keyof typeof outcomes
export const OutcomeSchema = Type.Unsafe<Outcome>(Type.Enum(Object.keys(outcomes) as Outcome[]))

export const sexWords = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
} as const satisfies Record<string, Said>
export type Sex = keyof typeof sexWords

/** What is told of it; which of these a kind needs say the rules (`rules/kinds.ts`). */
export const DetailsSchema = Type.Object({
  birthYear: Type.Optional(Type.Integer({ minimum: 1890, maximum: 2100 })),
  sex: Type.Optional(Type.Unsafe<Sex>(Type.Enum(Object.keys(sexWords) as Sex[]))),
  /** Where the house stands. */
  address: Type.Optional(PrintableLine(200)),
  people: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
  phone: Type.Optional(PrintableLine(20)),
  /** Why it should be surveyed; the words said at the door; what else is known. */
  words: Type.Optional(PrintableLine(500)),
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
