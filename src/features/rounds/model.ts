/** The words of this room: a round and its steps, a case (one household in one round) and how far it is. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const roundKinds = ['annual', 'ad_hoc'] as const
export type RoundKind = (typeof roundKinds)[number]
export const RoundKindSchema = Type.Unsafe<RoundKind>(Type.Enum([...roundKinds]))

export const roundKindWords: Record<RoundKind, Said> = {
  annual: { vi: 'Định kỳ hằng năm', en: 'Annual' },
  ad_hoc: { vi: 'Thường xuyên trong năm', en: 'Ad hoc' },
}

/** Every step of the procedure (QĐ 24/2021/QĐ-TTg; secondary), in order. */
export const stepNames = [
  'listing',
  'assigning',
  'surveying',
  'checking',
  'village_meeting',
  'posting',
  'objections',
  'district_opinion',
  'deciding',
  'certificates',
] as const
export type StepName = (typeof stepNames)[number]
export const StepSchema = Type.Unsafe<StepName>(Type.Enum([...stepNames]))

/** A round stands at a step, or has come to its end. */
export const roundStates = [...stepNames, 'completed', 'cancelled'] as const
export type RoundState = (typeof roundStates)[number]
export const RoundStateSchema = Type.Unsafe<RoundState>(Type.Enum([...roundStates]))

export const roundStateWords: Record<RoundState, Said> = {
  listing: { vi: 'Lập danh sách', en: 'Listing' },
  assigning: { vi: 'Giao rà soát viên', en: 'Assigning' },
  surveying: { vi: 'Khảo sát', en: 'Surveying' },
  checking: { vi: 'Kiểm tra phiếu', en: 'Checking' },
  village_meeting: { vi: 'Họp dân', en: 'Village meeting' },
  posting: { vi: 'Niêm yết', en: 'Public posting' },
  objections: { vi: 'Khiếu nại, phúc tra', en: 'Objections' },
  district_opinion: { vi: 'Ý kiến cấp huyện', en: 'District opinion' },
  deciding: { vi: 'Quyết định', en: 'Decision' },
  certificates: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

export const caseStates = ['listed', 'assigned', 'submitted', 'returned', 'accepted', 'ended'] as const
export type CaseState = (typeof caseStates)[number]
export const CaseStateSchema = Type.Unsafe<CaseState>(Type.Enum([...caseStates]))
export const caseStateWords: Record<CaseState, Said> = {
  listed: { vi: 'Chưa giao', en: 'Not assigned' },
  assigned: { vi: 'Chờ khảo sát', en: 'To survey' },
  submitted: { vi: 'Chờ kiểm tra', en: 'To check' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
  ended: { vi: 'Ra khỏi kỳ', en: 'Left the round' },
}

/**
 * Of a list: in one state; or `open`: in any from which the round still waits for something; `not_surveyed`: out of the round
 * since they could not be surveyed; `came_since`: those of them of which a survey has come since.
 */
export const askedStates = [...caseStates, 'open', 'not_surveyed', 'came_since'] as const
export type AskedState = (typeof askedStates)[number]
export const AskedStateSchema = Type.Unsafe<AskedState>(Type.Enum([...askedStates]))
export const askedStateWords: Record<AskedState, Said> = {
  ...caseStateWords,
  open: { vi: 'Chưa xong', en: 'Not finished' },
  not_surveyed: { vi: 'Không khảo sát được', en: 'Not surveyed' },
  came_since: { vi: 'Không khảo sát được, nay có phiếu', en: 'Not surveyed, a survey came since' },
}

/** Late: its last day has passed. Slow: behind the time that has passed. */
export const paces = ['late', 'slow', 'fine'] as const
export type Pace = (typeof paces)[number]
export const PaceSchema = Type.Unsafe<Pace>(Type.Enum([...paces]))
export const paceWords: Record<Pace, Said> = {
  late: { vi: 'Trễ hạn', en: 'Late' },
  slow: { vi: 'Chậm', en: 'Slow' },
  fine: { vi: 'Đúng tiến độ', en: 'On time' },
}

/** Why a case left its round before that was decided. */
export const leftBecause = ['moved', 'household', 'handed_over', 'class_given', 'not_surveyed'] as const
export type LeftBecause = (typeof leftBecause)[number]
export const LeftBecauseSchema = Type.Unsafe<LeftBecause>(Type.Enum([...leftBecause]))

/** Why a household could not be surveyed. */
export const notSurveyedKinds = ['refuses', 'absent'] as const
export type NotSurveyedKind = (typeof notSurveyedKinds)[number]
export const NotSurveyedKindSchema = Type.Unsafe<NotSurveyedKind>(Type.Enum([...notSurveyedKinds]))
export const notSurveyedWords: Record<NotSurveyedKind, Said> = {
  refuses: { vi: 'Hộ từ chối', en: 'It refuses' },
  absent: { vi: 'Đến nhiều lần không gặp', en: 'Nobody met on several visits' },
}
/** What is told of a household that left since it could not be surveyed. `number`, `day`: of the minutes, where there are any. */
export const LeftToldSchema = Type.Object({
  kind: NotSurveyedKindSchema,
  because: Type.String(),
  number: Type.Optional(Type.String()),
  day: Type.Optional(PlainDateSchema),
  by: Type.String(),
  at: Type.String(),
  /** A survey has come of it since; where it is taken back, that is checked as any. */
  surveyCame: Type.Boolean(),
})
export type LeftTold = Static<typeof LeftToldSchema>
export const caseReasons = ['current_poor', 'current_near_poor', 'request'] as const
export type CaseReason = (typeof caseReasons)[number]
export const CaseReasonSchema = Type.Unsafe<CaseReason>(Type.Enum([...caseReasons]))
export const caseReasonWords: Record<CaseReason, Said> = {
  current_poor: { vi: 'Đang là hộ nghèo', en: 'Poor now' },
  current_near_poor: { vi: 'Đang là hộ cận nghèo', en: 'Near-poor now' },
  request: { vi: 'Có giấy đề nghị', en: 'By request' },
}

export const CaseCountsSchema = Type.Object({
  listed: Count,
  assigned: Count,
  submitted: Count,
  returned: Count,
  accepted: Count,
  /** Left the round before it was decided: moved out of its villages, ended, handed over, given a class by another, not surveyed. A part of `total` of its own. */
  ended: Count,
  total: Count,
})

/** A round as every list of rounds tells it. */
export const RoundBody = {
  roundId: IdOf<'round'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  kind: RoundKindSchema,
  name: Type.String(),
  /** Annual: named at the start. Ad hoc: the day the decision is signed, null until then. */
  classesHoldFrom: Nullable(PlainDateSchema),
  windowFrom: PlainDateSchema,
  windowUntil: PlainDateSchema,
  state: RoundStateSchema,
  /** The window is over and the round is not. */
  late: Type.Boolean(),
  counts: CaseCountsSchema,
}

/** Why something cannot be done yet: the sentence, how many households it concerns, and up to 20 of them to open. */
export const BlockSchema = Type.Object({
  code: Type.String(),
  said: Type.Object({ vi: Type.String(), en: Type.String() }),
  /** All of them, whoever asks. */
  count: Count,
  /** Those among them that the actor may not see. */
  unseen: Count,
  households: Type.Array(
    Type.Object({
      householdId: IdOf<'household'>(),
      caseId: IdOf<'review_case'>(),
      headName: Type.String(),
      /** Where it is known: its number and village, and in short words what is said of it. */
      number: Type.Optional(Type.String()),
      villageName: Type.Optional(Type.String()),
      differs: Type.Optional(SaidSchema),
    }),
  ),
})
export type Block = Static<typeof BlockSchema>

/** What of a round another commune has: households, or villages of which nobody is asked; to be handed over, or to come. */
export const apartKinds = ['to_give', 'villages_to_give', 'to_take', 'villages_to_take'] as const

/** What waits in a round for whoever asks, a line a round and kind of work. Of the kinds of the room that tells it. */
export const WaitingOf = <K extends string>(kinds: readonly K[]) =>
  Type.Object({
    kind: Type.Unsafe<K>(Type.Enum([...kinds])),
    roundId: IdOf<'round'>(),
    roundName: Type.String(),
    areaId: IdOf<'area'>(),
    areaName: Type.String(),
    count: Count,
    until: PlainDateSchema,
    late: Type.Boolean(),
  })
