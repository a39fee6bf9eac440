/** What a proposal is made from, and what it is. */
import { type Static, Type } from 'typebox'
import type { PlainDate } from '#kernel/dates.ts'
import { type AreaId, type FrameworkTopicId, IdOf, type OfficialId } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { LimitKindSchema } from '../limits/model.ts'
import { ValueMarkSchema } from '../money/model.ts'
import { GoneSince, WeeksSchema } from '../plan/model.ts'

/** Somebody who needs a topic. */
export type Wanted = {
  readonly officialId: OfficialId
  readonly topicId: FrameworkTopicId
  /** The commune from which the person travels. */
  readonly homeId: AreaId
  /** Whose turn comes first where weeks are few: the smaller, the earlier. */
  readonly priority: number
}

/** How far it is from a commune to a place of classes, in the unit of the limit. A commune is at no distance from itself. */
export type Way = { readonly fromId: AreaId; readonly toId: AreaId; readonly far: number }

export type ProposalLimits = {
  readonly largestClass: number
  /** How many of one commune sit in a class at most, so that its office stays open. */
  readonly fromOnePlace: number
  /** How many days one is away in a row: what takes longer goes on in another week. */
  readonly daysInARow: number
  readonly furthest: number
  /** Days on which nobody is called to a class, [from, until). */
  readonly closed: readonly { readonly from: PlainDate; readonly until: PlainDate }[]
}

export type ProposalTopic = {
  readonly topicId: FrameworkTopicId
  /** Null: nobody says how long it is. */
  readonly days: number | null
  /** What comes before it, and before that. */
  readonly before: readonly FrameworkTopicId[]
}

/** A seat that somebody has in a plan already; no weeks: not said when. */
export type Taken = Pick<Wanted, 'officialId' | 'topicId'> & { readonly weeks: readonly PlainDate[] }

export type ProposalInput = {
  readonly wanted: readonly Wanted[]
  readonly topics: readonly ProposalTopic[]
  readonly taken: readonly Taken[]
  readonly placeIds: readonly AreaId[]
  readonly ways: readonly Way[]
  readonly limits: ProposalLimits
  /** The Mondays of the weeks in which classes may lie. */
  readonly weeks: readonly PlainDate[]
}

export type ProposedClass = {
  readonly topicId: FrameworkTopicId
  readonly placeId: AreaId
  readonly weeks: readonly PlainDate[]
  /** Whose turn is first, first. */
  readonly officialIds: readonly OfficialId[]
}

/** Why somebody gets no class. */
export const uncoveredReasons = {
  gone: { vi: 'đã nghỉ, thôi việc', en: 'has left the work' },
  no_length: { vi: 'khung chưa ghi số tiết của chuyên đề', en: 'the framework does not say how long the topic is' },
  no_way: { vi: 'chưa biết đường đi đến nơi mở lớp nào', en: 'no way to any place of classes is known' },
  too_far: { vi: 'mọi nơi mở lớp đều xa hơn giới hạn đi lại', en: 'every place of classes is beyond the travel limit' },
  no_week: { vi: 'không còn tuần nào mở được lớp', en: 'no week is left for a class' },
  not_first: {
    vi: 'chưa có lớp của chuyên đề phải học trước',
    en: 'no class of the topic that comes before',
  },
  busy: {
    vi: 'các tuần có lớp đều đã học lớp khác, hoặc đến trước lớp phải học trước',
    en: 'in another class in every week of such a class, or it comes before what comes first',
  },
} as const
export type UncoveredReason = keyof typeof uncoveredReasons

export type Uncovered = Pick<Wanted, 'officialId' | 'topicId' | 'homeId'> & { readonly because: UncoveredReason }

export type Proposal = { readonly classes: readonly ProposedClass[]; readonly uncovered: readonly Uncovered[] }

/** The sitting of a class as a person reads it. */
export const ClassRow = Type.Object({
  /** Names it as long as the proposal is the same. */
  key: Type.String(),
  number: Count,
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
  placeId: IdOf<'area'>(),
  placeName: Type.String(),
  weeks: WeeksSchema,
  people: Count,
  communes: Count,
  /** How far the furthest of them travels; null: nobody of whom the way is known travels. */
  km: Nullable(Count),
  /** From how many communes no way to the place is known. */
  wayless: Count,
  /** Whose turn is first, first. */
  officialIds: Type.Array(IdOf<'official'>()),
  /** Beside each of them the commune from which they travel. */
  homeIds: Type.Array(IdOf<'area'>()),
})
export type ClassOf = Static<typeof ClassRow>

export const TopicNeed = Type.Object({
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
  /** Days of a class; null: not said. */
  days: Nullable(Count),
  /** The codes of topics that come before it. */
  after: Type.Array(Type.String()),
  needed: Count,
  seated: Count,
  /** Who has a seat in a plan already, of the year or of another. */
  taken: Count,
  uncovered: Count,
  classes: Count,
  /** People by the largest class: fewer classes there cannot be. */
  least: Count,
})
export type TopicNeed = Static<typeof TopicNeed>

/** By what the proposal was made. */
export const LimitUsed = Type.Object({
  kind: LimitKindSchema,
  says: SaidSchema,
  legalReference: Type.String(),
  mark: ValueMarkSchema,
})
export type LimitUsed = Static<typeof LimitUsed>

/** Where the programme that is suggested for a plan comes from. */
export const programmeSuggested = {
  framework: { vi: 'Gợi ý theo khung đào tạo của các chuyên đề', en: 'Suggested by the framework of the topics' },
  own: { vi: 'Gợi ý theo kế hoạch gần nhất của đơn vị', en: 'Suggested by the latest plan of the unit' },
  above: { vi: 'Gợi ý theo kế hoạch của đơn vị cấp trên', en: 'Suggested by the plan of a unit above' },
} as const satisfies Record<string, Said>
export type ProgrammeSuggested = keyof typeof programmeSuggested
export const ProgrammeSuggestedSchema = Type.Unsafe<ProgrammeSuggested>(
  Type.Enum(Object.keys(programmeSuggested) as ProgrammeSuggested[]),
)

export const seatStates = {
  seated: { vi: 'Có lớp', en: 'In a class' },
  planned: { vi: 'Đã có chỗ trong kế hoạch của năm', en: 'Has a seat in a plan of the year' },
  covered: { vi: 'Đã có chỗ trong kế hoạch của năm khác', en: 'Has a seat in a plan of another year' },
  uncovered: { vi: 'Chưa có lớp', en: 'In no class' },
} as const satisfies Record<string, Said>
export type SeatState = keyof typeof seatStates
export const SeatStateSchema = Type.Unsafe<SeatState>(Type.Enum(Object.keys(seatStates) as SeatState[]))

export const SeatRow = Type.Object({
  officialId: IdOf<'official'>(),
  person: Type.String(),
  homeName: Type.String(),
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
  state: SeatStateSchema,
  /** Of a class: its number, place and weeks. */
  number: Nullable(Count),
  placeName: Nullable(Type.String()),
  weeks: WeeksSchema,
  because: Nullable(Type.Unsafe<UncoveredReason>(Type.Enum(Object.keys(uncoveredReasons) as UncoveredReason[]))),
  /** In which the seat is; of a plan that the actor may not read no name and no week is told. */
  plan: Nullable(
    Type.Object({
      drafted: Type.Boolean(),
      above: Type.Boolean(),
      read: Nullable(
        Type.Object({ trainingPlanId: IdOf<'training_plan'>(), name: Type.String(), areaName: Type.String() }),
      ),
    }),
  ),
  /** That the person is not to be called to a class any more. */
  gone: Nullable(GoneSince),
  /** Of which year the plan is in which the seat is. */
  planYear: Nullable(Type.Integer()),
})
export type SeatOf = Static<typeof SeatRow>
