/** A plan of training of a year as it is read: its lines, and their money by source. */
import { type Static, Type } from 'typebox'
import type { levels } from '#features/areas/words.ts'
import { type Authority, authorityNames } from '#kernel/access.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { VndSchema } from '#kernel/numbers.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { CountedBySchema, DongSchema } from '../money/model.ts'
import type { LevelName } from '../programmes/model.ts'

export const planStates = {
  drafted: { vi: 'Bản thảo', en: 'Draft' },
  approved: { vi: 'Đã phê duyệt', en: 'Approved' },
} as const satisfies Record<string, Said>
export type PlanState = keyof typeof planStates
/** Whether nobody works on a draft any more: its lines went on, or it was given up. */
export const isClosed = ({
  carriedInto,
  givenUp,
}: {
  readonly carriedInto: object | null
  readonly givenUp: object | null
}) => carriedInto !== null || givenUp !== null
/** By what a list is narrowed: the state, or drafts that wait for the approval of who asks. */
export const planFilters = {
  ...planStates,
  to_approve: { vi: 'Chờ tôi phê duyệt', en: 'For me to approve' },
  to_carry: {
    vi: 'Của cấp trên, đơn vị tôi chưa có kế hoạch thực hiện',
    en: 'From above, not carried out by mine yet',
  },
  given_up: { vi: 'Đã bỏ, còn ý kiến góp ý', en: 'Given up, with comments' },
  given_up_asked: {
    vi: 'Đã bỏ trong 30 ngày qua, đơn vị tôi đã được hỏi ý kiến',
    en: 'Given up in the last 30 days, on which my unit was asked',
  },
  above_less: {
    vi: 'Của đơn vị tôi, nhiều hơn kế hoạch cấp trên đã điều chỉnh',
    en: 'Of mine, with more than the plan above since that was amended',
  },
} as const satisfies Record<string, Said>
export type PlanFilter = keyof typeof planFilters
export const PlanFilterSchema = Type.Unsafe<PlanFilter>(Type.Enum(Object.keys(planFilters) as PlanFilter[]))
export const PlanStateSchema = Type.Unsafe<PlanState>(Type.Enum(Object.keys(planStates) as PlanState[]))

/** At which levels a unit plans. */
export const planLevels = ['province', 'district', 'commune'] as const satisfies readonly LevelName[]
export type PlanLevel = (typeof planLevels)[number]
export const isPlanLevel = (level: (typeof levels)[number] | undefined): level is PlanLevel =>
  planLevels.includes(level as PlanLevel)
export const PlanLevelSchema = Type.Unsafe<PlanLevel>(Type.Enum([...planLevels]))

/** Whose money. */
export const moneySources = {
  central: { vi: 'Ngân sách trung ương', en: 'Central budget' },
  province: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' },
  district: { vi: 'Ngân sách huyện', en: 'District budget' },
  commune: { vi: 'Ngân sách xã', en: 'Communal budget' },
  other: { vi: 'Nguồn khác', en: 'Other sources' },
} as const satisfies Record<string, Said>
export type MoneySource = keyof typeof moneySources
export const moneySourceNames = Object.keys(moneySources) as MoneySource[]
export const MoneySourceSchema = Type.Unsafe<MoneySource>(Type.Enum(moneySourceNames))

/** By what authority the paper of a plan was signed. */
export const AuthoritySchema = Type.Unsafe<Authority>(Type.Enum(authorityNames))

export const PlanYearSchema = Type.Integer({ minimum: 2000, maximum: 2100 })
export const WeeksSchema = Type.Array(Type.Integer({ minimum: 1, maximum: 53 }), { maxItems: 53, uniqueItems: true })
export const PeopleSchema = Type.Integer({ minimum: 1, maximum: 1_000_000 })
export const ClassesSchema = Type.Integer({ minimum: 1, maximum: 10_000 })
export const QuantitySchema = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** What a quantity goes by: so many for each of the people or classes of its line, or nothing. */
export const followed = {
  people: { vi: 'Số người của dòng', en: 'People of the line' },
  classes: { vi: 'Số lớp của dòng', en: 'Classes of the line' },
  nothing: { vi: 'Số tự ghi, không đổi theo dòng', en: 'Nothing: as written' },
} as const satisfies Record<string, Said>
export type Follows = keyof typeof followed
export const FollowsSchema = Type.Unsafe<Follows>(Type.Enum(Object.keys(followed) as Follows[]))
export const TimesSchema = Type.Integer({ minimum: 1, maximum: 1000 })

export const MoneyView = Type.Object({
  source: MoneySourceSchema,
  /** The value of a norm; null: of no norm. */
  normId: Nullable(IdOf<'spending_norm'>()),
  /** What it is for. */
  what: Type.String(),
  countedBy: Nullable(CountedBySchema),
  quantity: Count,
  /** What the quantity follows; null: that was not said. */
  follows: Nullable(FollowsSchema),
  /** How many for each of what it follows. */
  times: Nullable(Count),
  /** How many people and classes the line had when the quantity was written. */
  ofPeople: Count,
  ofClasses: Count,
  dong: DongSchema,
  amount: VndSchema,
  /** What the norm says for the plan on the day, where that is another amount; 0: it says none. */
  normNow: Nullable(VndSchema),
  /** The day whose norms are meant; null where none are asked: what is approved is as it was. */
  normOn: Nullable(PlainDateSchema),
})
export type Money = Static<typeof MoneyView>

/** With the topic that it pays for. */
export type MoneyOfLine = Money & { readonly code: string; readonly title: string }

export const LineView = Type.Object({
  planLineId: IdOf<'plan_line'>(),
  /** The line as it was first entered: the same through all amendments. */
  firstId: IdOf<'plan_line'>(),
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  /** By what the framework of its topic is told from others, where the plan has the code of several; else empty. */
  framework: Type.String(),
  title: Type.String(),
  /** Theory and practice of one class; null where the framework does not say both. */
  hours: Nullable(Count),
  /** Whether a later version of the framework is approved. */
  superseded: Type.Boolean(),
  audience: Type.String(),
  people: Count,
  /** How many of them are known by name, as far as the actor sees them. */
  named: Count,
  classes: Count,
  placeId: Nullable(IdOf<'area'>()),
  placeName: Nullable(Type.String()),
  place: Type.String(),
  weeks: WeeksSchema,
  note: Type.String(),
  money: Type.Array(MoneyView),
  dong: VndSchema,
})
export type Line = Static<typeof LineView>

/** A line of the plan above, as the unit that carries it out takes it over. */
export const LineAbove = Type.Object({
  ...Type.Pick(LineView, ['planLineId', 'code', 'title', 'placeName', 'place', 'weeks']).properties,
  /** How many of the line are the unit's. */
  people: Count,
  classes: Count,
  /** Who of them is known by name and of the unit still. */
  named: Count,
  /** Whether the draft has a line of the topic, the place and the weeks already. */
  there: Type.Boolean(),
})

/** The classes of a proposal, as a draft takes them. */
export const ProposedLines = Type.Array(
  Type.Object({
    topicId: IdOf<'framework_topic'>(),
    placeAreaId: Nullable(IdOf<'area'>()),
    weeks: WeeksSchema,
    people: PeopleSchema,
    classes: ClassesSchema,
    /** Who is to sit there, as far as it is known by name. */
    officialIds: Type.Array(IdOf<'official'>(), { maxItems: 5000, uniqueItems: true }),
  }),
  { minItems: 1, maxItems: 2000 },
)
export type ProposedLine = Static<typeof ProposedLines>[number]

/** Why somebody who is named in a draft is not to be called to a class any more. */
export const goneWords = {
  died: { vi: 'đã qua đời', en: 'has died' },
  retired: { vi: 'đã nghỉ hưu', en: 'has retired' },
  left: { vi: 'đã thôi việc', en: 'has left' },
  postless: { vi: 'không còn giữ chức danh', en: 'holds no post any more' },
} as const satisfies Record<string, Said>
export type Gone = keyof typeof goneWords
const GoneSchema = Type.Unsafe<Gone>(Type.Enum(Object.keys(goneWords) as Gone[]))
/** Why, and the first day without them. */
export const GoneSince = Type.Object({ why: GoneSchema, since: PlainDateSchema })
export type GoneSince = Static<typeof GoneSince>

/** Of a draft: somebody named for a line who is gone. */
export const GoneView = Type.Object({
  planSeatId: IdOf<'plan_seat'>(),
  planLineId: IdOf<'plan_line'>(),
  person: Nullable(Type.String()),
  birthYear: Nullable(Type.Integer()),
  ...GoneSince.properties,
})

/** Who is to sit in a line. */
export const PlanSeatView = Type.Object({
  planSeatId: IdOf<'plan_seat'>(),
  officialId: IdOf<'official'>(),
  /** Null where the record is kept elsewhere by now. */
  person: Nullable(Type.String()),
  /** Tells namesakes apart. */
  birthYear: Nullable(Type.Integer()),
  /** Of a draft: that they are to be called no more. */
  gone: Nullable(GoneSince),
  homeName: Type.String(),
  planLineId: IdOf<'plan_line'>(),
  code: Type.String(),
  title: Type.String(),
  weeks: WeeksSchema,
  placeName: Nullable(Type.String()),
  place: Type.String(),
})
export type PlanSeat = Static<typeof PlanSeatView>

export const PlanRow = Type.Object({
  trainingPlanId: IdOf<'training_plan'>(),
  name: Type.String(),
  year: Type.Integer(),
  /** Which amendment of a plan a draft is; 0: a plan. */
  amendment: Count,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  level: PlanLevelSchema,
  programme: Type.Object({ programmeId: IdOf<'programme'>(), name: Type.String(), partOf: Nullable(Type.String()) }),
  state: PlanStateSchema,
  lines: Count,
  people: Count,
  classes: Count,
  /** Of how many topics it is for more people than the plan above that it carries out. */
  beyond: Count,
  dong: VndSchema,
  approved: Nullable(Type.Object({ number: Type.String(), day: PlainDateSchema, issuer: Type.String() })),
  /** Of a draft that units commented on and that was dropped. */
  givenUp: Nullable(Type.Object({ on: PlainDateSchema, because: Type.String() })),
})
export type Plan = Static<typeof PlanRow>

/** A topic of which a plan is for more people than the one above. */
export const TopicBeyond = Type.Object({ name: Type.String(), here: Count, above: Count })
export type TopicBeyond = Static<typeof TopicBeyond>
/** A plan below that an amendment would leave with more than the plan above. */
export const PlanBeyond = Type.Object({
  ...{ trainingPlanId: IdOf<'training_plan'>(), name: Type.String(), areaName: Type.String() },
  topics: Type.Array(TopicBeyond),
})
export type PlanBeyond = Static<typeof PlanBeyond>

/** Weeks of a line in which the province holds no classes, and why. */
export const ClosedLine = Type.Object({
  ...{ planLineId: IdOf<'plan_line'>(), code: Type.String() },
  weeks: WeeksSchema,
  what: SaidSchema,
})

/** People who are named for two lines that hold a class in the same week. */
export const ClashView = Type.Object({ a: IdOf<'plan_line'>(), b: IdOf<'plan_line'>(), people: Count })

export const SumsView = Type.Object({
  people: Count,
  classes: Count,
  /** Hours of all classes; null where the framework does not say those of a topic. */
  hours: Nullable(Count),
  dong: VndSchema,
  bySource: Type.Array(Type.Object({ source: MoneySourceSchema, dong: VndSchema })),
})
export type Sums = Static<typeof SumsView>

/** What the plans made under a plan add up to. */
const Added = Type.Object({ plans: Count, people: Count, classes: Count, dong: VndSchema })
export const BelowView = Type.Object({
  approved: Added,
  drafted: Added,
  /** Of each topic here or below, what this plan has and what approved plans below have of it. */
  topics: Type.Array(
    Type.Object({
      topicId: IdOf<'framework_topic'>(),
      name: Type.String(),
      whole: Type.Object({ people: Count, classes: Count }),
      below: Type.Object({ people: Count, classes: Count }),
    }),
  ),
})
export type Below = Static<typeof BelowView>
