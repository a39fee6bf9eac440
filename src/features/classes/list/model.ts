/** A class: what a unit holds for its people, how far it is, and what led there. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const classKinds = {
  short: { vi: 'Tập huấn', en: 'Short class' },
  refresher: { vi: 'Bồi dưỡng', en: 'Refresher' },
  long: { vi: 'Khóa dài hạn', en: 'Long course' },
  study_visit: { vi: 'Tham quan học tập', en: 'Study visit' },
  seminar: { vi: 'Hội thảo', en: 'Seminar' },
  briefing: { vi: 'Giao ban chuyên đề', en: 'Thematic briefing' },
} as const satisfies Record<string, Said>
export type ClassKind = keyof typeof classKinds
export const ClassKindSchema = Type.Unsafe<ClassKind>(Type.Enum(Object.keys(classKinds) as ClassKind[]))

export const classStates = {
  planned: { vi: 'Dự kiến', en: 'Planned' },
  announced: { vi: 'Đã thông báo', en: 'Announced' },
  enrolling: { vi: 'Đang ghi danh', en: 'Enrolling' },
  confirmed: { vi: 'Đã chốt', en: 'Confirmed' },
  running: { vi: 'Đang học', en: 'Running' },
  completed: { vi: 'Đã xong', en: 'Completed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
} as const satisfies Record<string, Said>
export type ClassState = keyof typeof classStates
export const classStateNames = Object.keys(classStates) as ClassState[]
export const ClassStateSchema = Type.Unsafe<ClassState>(Type.Enum(classStateNames))

export const ClassYearSchema = Type.Integer({ minimum: 2000, maximum: 2100 })
export const ClassSeatsSchema = Type.Integer({ minimum: 1, maximum: 2000 })
export const mostClassTopics = 30

/** `when`: in which states it may be done. */
export const classButtons = {
  change: { right: 'class.manage' },
  step: { right: 'class.manage' },
} as const

export const TopicOfClass = Type.Object({
  /** As the first version of its framework has it. */
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
})
export type TopicOfClass = Static<typeof TopicOfClass>

const Facts = {
  trainingClassId: IdOf<'training_class'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  year: Type.Integer(),
  code: Type.String(),
  title: Type.String(),
  kind: ClassKindSchema,
  state: ClassStateSchema,
  seats: Nullable(Count),
  taken: Count,
  topics: Type.Array(TopicOfClass),
  sessions: Count,
  /** Of its sessions; null where it has none. */
  firstDay: Nullable(PlainDateSchema),
  lastDay: Nullable(PlainDateSchema),
}

export const ClassRow = Type.Object({
  ...Facts,
  /** Halls and places of its sessions. */
  places: Type.Array(Type.String()),
  /** Who was asked to teach and has not declined. */
  trainers: Type.Array(Type.String()),
})
export type TrainingClass = Static<typeof ClassRow>

export const FoundClass = Type.Pick(ClassRow, ['trainingClassId', 'code', 'title', 'areaName', 'year', 'state'])
export type FoundClass = Static<typeof FoundClass>

/** A line of an approved plan, of which classes are made. */
export const PlannedLine = Type.Object({
  planLineId: IdOf<'plan_line'>(),
  trainingPlanId: IdOf<'training_plan'>(),
  planName: Type.String(),
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
  hours: Nullable(Count),
  people: Count,
  classes: Count,
  place: Type.String(),
  weeks: Type.Array(Type.Integer()),
  /** Classes of the line that stand. */
  made: Count,
})
export type PlannedLine = Static<typeof PlannedLine>

export const StepView = Type.Object({
  from: Nullable(ClassStateSchema),
  to: ClassStateSchema,
  back: Type.Boolean(),
  because: Type.String(),
  by: Type.String(),
  on: PlainDateSchema,
})
export type ClassStep = Static<typeof StepView>

/** What a class still lacks for a state, and of how many of its sessions. */
export const lackWords = {
  seats: { vi: 'chưa ghi số chỗ', en: 'the number of seats is not written' },
  topics: { vi: 'chưa có chuyên đề', en: 'it has no topic' },
  sessions: { vi: 'chưa có buổi học nào', en: 'it has no session' },
  places: { vi: 'buổi chưa có hội trường hoặc nơi học', en: 'sessions without a hall or place' },
  trainers: { vi: 'buổi chưa có giảng viên nhận lời', en: 'sessions without a trainer who has accepted' },
  not_begun: { vi: 'chưa đến ngày của buổi đầu', en: 'the day of the first session has not come' },
  not_over: { vi: 'buổi cuối chưa hết giờ', en: 'the last session is not over' },
  not_closed: { vi: 'buổi chưa chốt điểm danh', en: 'sessions that are not closed' },
  own_turn: {
    vi: 'bạn có lượt học trong lớp này: người khác ghi lớp đã xong',
    en: 'you have a turn in it: somebody else completes it',
  },
} as const satisfies Record<string, Said>
export type LackKind = keyof typeof lackWords
export const LackView = Type.Object({
  kind: Type.Unsafe<LackKind>(Type.Enum(Object.keys(lackWords) as LackKind[])),
  /** Which sessions, by their place in the order of the class; empty: it is of the whole. */
  sessions: Type.Array(Count),
})
export type Lack = Static<typeof LackView>

/** A step that may follow now. */
export const NextStep = Type.Object({
  to: ClassStateSchema,
  how: Type.Unsafe<StepHow>(Type.Enum(['on', 'back', 'cancel'])),
  lacks: Type.Array(LackView),
})
export type StepHow = 'on' | 'back' | 'cancel'
export type NextStep = Static<typeof NextStep>

export const ClassView = Type.Object({
  ...Facts,
  note: Type.String(),
  revision: Count,
  /** The line of an approved plan that it fulfils. */
  line: Nullable(Type.Omit(PlannedLine, ['made'])),
  steps: Type.Array(StepView),
  next: Type.Array(NextStep),
  can: CanSchema(classButtons),
})
