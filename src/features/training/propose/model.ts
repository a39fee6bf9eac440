/** What a proposal is made from, and what it is. */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'

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
  /** How many days one is away in a row: what takes longer goes on in another week. */
  readonly daysInARow: number
  readonly furthest: number
  /** Days on which nobody is called to a class, [from, until). */
  readonly closed: readonly { readonly from: PlainDate; readonly until: PlainDate }[]
}

export type ProposalInput = {
  readonly wanted: readonly Wanted[]
  readonly topics: readonly { readonly topicId: FrameworkTopicId; readonly days: number }[]
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
  readonly officialIds: readonly OfficialId[]
}

/** Why somebody gets no class. */
export const uncoveredReasons = {
  no_way: { vi: 'chưa biết đường đi đến nơi mở lớp nào', en: 'no way to any place of classes is known' },
  too_far: { vi: 'mọi nơi mở lớp đều xa hơn giới hạn đi lại', en: 'every place of classes is beyond the travel limit' },
  no_week: { vi: 'không còn tuần nào mở được lớp', en: 'no week is left for a class' },
  busy: { vi: 'các tuần có lớp đều đã học lớp khác', en: 'in another class in every week of such a class' },
} as const
export type UncoveredReason = keyof typeof uncoveredReasons

export type Uncovered = Pick<Wanted, 'officialId' | 'topicId' | 'homeId'> & { readonly because: UncoveredReason }

export type Proposal = { readonly classes: readonly ProposedClass[]; readonly uncovered: readonly Uncovered[] }

/** A line as a plan takes it: all classes of one topic at one place. */
export type ProposedLine = {
  readonly topicId: FrameworkTopicId
  readonly placeAreaId: AreaId
  readonly weeks: readonly PlainDate[]
  readonly classes: number
  readonly peopleCount: number
  readonly officialIds: readonly OfficialId[]
}
