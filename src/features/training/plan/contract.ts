/** The calls of the plan of the year: begun by a unit, filled with lines and their money, read, submitted and approved. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableLines, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { DecisionCorrected, EarlierDecision } from '../model.ts'
import { DongSchema } from '../money/model.ts'
import {
  AuthoritySchema,
  BelowView,
  ClashView,
  ClassesSchema,
  ClosedLine,
  FollowsSchema,
  GoneView,
  LineView,
  MoneySourceSchema,
  PeopleSchema,
  PlanBeyond,
  PlanFilterSchema,
  PlanLevelSchema,
  PlanRow,
  PlanSeatView,
  PlanYearSchema,
  ProposedLines,
  QuantitySchema,
  SumsView,
  TimesSchema,
  TopicBeyond,
  WeeksSchema,
} from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'training.plan' } as const
const path = { trainingPlanId: IdOf<'training_plan'>() }
const linePath = { planLineId: IdOf<'plan_line'>() }
const Done = Type.Object(path)

export const planButtons = {
  submit: { right: 'training.plan', when: 'drafted' },
  draft: { right: 'training.plan', when: 'drafted' },
  approve: { right: 'training.decide', when: 'drafted' },
  correct: { right: 'training.decide', when: 'approved' },
} as const satisfies Buttons<{ when: string }>

export const listPlans = endpoint({
  name: 'plans.list',
  ...reads,
  path: '/api/training-plans',
  says: { vi: 'Kế hoạch đào tạo, bồi dưỡng của năm', en: 'Plans of training of a year' },
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    year: Type.Optional(PlanYearSchema),
    level: Type.Optional(PlanLevelSchema),
    state: Type.Optional(PlanFilterSchema),
    /** Those of this unit itself. */
    areaId: Type.Optional(IdOf<'area'>()),
    /** Those made under this one. */
    parentId: Type.Optional(IdOf<'training_plan'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({ total: Count, rows: Type.Array(PlanRow), years: Type.Array(Type.Integer()) }),
})
export const plansFile = listFile(listPlans, { name: 'plans.listFile', path: '/api/training-plans/file' })

export const searchPlans = endpoint({
  name: 'plans.search',
  ...reads,
  path: '/api/training-plans/search',
  says: { vi: 'Tìm kế hoạch đào tạo theo tên', en: 'Find plans of training by name' },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({ plans: Type.Array(PlanRow) }),
})

export const showPlan = endpoint({
  name: 'plans.show',
  ...reads,
  path: '/api/training-plans/:trainingPlanId',
  says: { vi: 'Một kế hoạch: chuyên đề, lớp, kinh phí', en: 'One plan: topics, classes, money' },
  /** A plan is read as it is amended by the day; an amendment as it is itself. */
  input: Type.Object({
    ...path,
    day: Type.Optional(PlainDateSchema),
    /** Of the file of its lines: only those with this mark. */
    mark: Type.Optional(Type.String({ pattern: '^[a-z]{2,8}-[a-z0-9]{1,6}$' })),
  }),
  output: Type.Object({
    ...PlanRow.properties,
    largestClass: Nullable(Count),
    largestClassBy: Type.String(),
    /** The years of its programme, as far as they are known. */
    period: Type.Object({ from: Nullable(Type.Integer()), until: Nullable(Type.Integer()) }),
    note: Type.String(),
    reason: Type.String(),
    purpose: Type.String(),
    execution: Type.String(),
    /** The plan that it amends. */
    amends: Nullable(Type.Object({ trainingPlanId: IdOf<'training_plan'>(), name: Type.String() })),
    day: PlainDateSchema,
    /** By which amendment it reads as it does on the day; 0: as it was first approved, or drafted. */
    inForce: Count,
    /** What a change of the whole says was seen. */
    edits: Type.Integer(),
    /** When the draft was submitted for approval as it is now; null: it was not, or was changed since. */
    submitted: Nullable(PlainDateSchema),
    /** Of a draft that was submitted and changed since: when it was submitted. */
    changedSince: Nullable(PlainDateSchema),
    /** Lines in weeks in which the province holds no classes. */
    closed: Type.Array(ClosedLine),
    clashes: Type.Array(ClashView),
    gone: Type.Array(GoneView),
    /** Of a plan whose unit has ended: from which day it stands no more, and what came of it. */
    ended: Nullable(
      Type.Object({
        from: PlainDateSchema,
        name: Type.String(),
        after: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
      }),
    ),
    /** Of a draft whose lines all went into another plan: which, by its name where the actor sees it. */
    carriedInto: Nullable(Type.Object({ trainingPlanId: IdOf<'training_plan'>(), name: Nullable(Type.String()) })),
    /** What its decision said before it was corrected, the first first. */
    earlier: Type.Array(EarlierDecision),
    /** Of a draft: the units from whose drafts lines were carried over, to which they may go back. */
    before: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
    /** The largest class that its province allows then. */
    classLimit: Nullable(Count),
    lineList: Type.Array(LineView),
    sums: SumsView,
    parent: Nullable(
      Type.Object({
        trainingPlanId: IdOf<'training_plan'>(),
        name: Type.String(),
        /** By the day an amendment has left it no line. */
        calledOff: Type.Boolean(),
        /** Topics of which this plan is for more people than that one by the day. */
        beyond: Type.Array(TopicBeyond),
      }),
    ),
    /** Of a draft that amends a plan: plans below that it would leave with more people of a topic. */
    leftBeyond: Type.Array(PlanBeyond),
    /** Of the plans under it; null for who does not see them all. */
    below: Nullable(BelowView),
    /** Whether its paper bears a code: not a draft’s, nor of what was approved before papers were kept. */
    coded: Type.Boolean(),
    can: CanSchema(planButtons),
  }),
})
export const linesFile = listFile(showPlan, {
  name: 'plans.linesFile',
  path: '/api/training-plans/:trainingPlanId/lines/file',
})

export const moneyFile = listFile(showPlan, {
  name: 'plans.moneyFile',
  path: '/api/training-plans/:trainingPlanId/money/file',
})

export const seatButtons = { drop: { right: 'training.plan' } } as const satisfies Buttons
export const listSeats = endpoint({
  name: 'plans.seats',
  ...reads,
  path: '/api/training-plans/:trainingPlanId/seats',
  says: { vi: 'Ai có tên trong các lớp của kế hoạch', en: 'Who is named for the classes of a plan' },
  input: Type.Object({
    ...path,
    day: Type.Optional(PlainDateSchema),
    line: Type.Optional(IdOf<'plan_line'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    name: Type.String(),
    amendment: Count,
    total: Count,
    rows: Type.Array(PlanSeatView),
    /** To choose one. */
    lines: Type.Array(Type.Object({ ...linePath, code: Type.String(), title: Type.String(), weeks: WeeksSchema })),
    can: CanSchema(seatButtons),
  }),
})
export const seatsFile = listFile(listSeats, {
  name: 'plans.seatsFile',
  path: '/api/training-plans/:trainingPlanId/seats/file',
})

export const searchTopics = endpoint({
  name: 'plans.topics',
  ...reads,
  path: '/api/training-plans/:trainingPlanId/topics',
  says: { vi: 'Tìm chuyên đề của khung đã phê duyệt', en: 'Find topics of approved frameworks' },
  input: Type.Object({ ...path, q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({
    topics: Type.Array(
      Type.Object({
        topicId: IdOf<'framework_topic'>(),
        code: Type.String(),
        title: Type.String(),
        framework: Type.String(),
        hours: Nullable(Count),
        audience: Type.String(),
        /** The years of the framework, and whether the plan is of another year. */
        period: Type.Object({ from: Nullable(Type.Integer()), until: Nullable(Type.Integer()) }),
        outside: Type.Boolean(),
      }),
    ),
  }),
})

const Particulars = {
  name: PrintableText(300),
  programmeId: IdOf<'programme'>(),
  largestClass: Nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
  largestClassBy: PrintableLine(300),
  note: PrintableLines(2000),
  /** Of an amendment: why. */
  reason: PrintableLines(1000),
  /** What the paper says besides the lines: what it is for and what is asked, and who does what. */
  purpose: PrintableLines(4000),
  execution: PrintableLines(4000),
}
export const PlanParticulars = Type.Object(Particulars)

export const beginPlan = endpoint({
  name: 'plans.begin',
  ...writes,
  path: '/api/training-plans',
  says: { vi: 'Bắt đầu lập kế hoạch của năm', en: 'Begin a plan of a year' },
  input: Type.Object({
    ...path,
    areaId: IdOf<'area'>(),
    year: PlanYearSchema,
    /** The approved plan of a unit above, which it is to carry out here. */
    parentId: Nullable(IdOf<'training_plan'>()),
    name: Particulars.name,
    programmeId: Particulars.programmeId,
    largestClass: Particulars.largestClass,
    largestClassBy: Particulars.largestClassBy,
    note: Particulars.note,
    purpose: Type.Optional(Particulars.purpose),
    execution: Type.Optional(Particulars.execution),
    /** The classes of a proposal, from which it is begun. */
    lines: Type.Optional(ProposedLines),
  }),
  output: Done,
})

export const changePlan = endpoint({
  name: 'plans.change',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/change',
  says: { vi: 'Sửa tên, chương trình, sĩ số của kế hoạch', en: 'Change name, programme, size of classes of a plan' },
  input: Type.Object({ ...path, ...Type.Partial(PlanParticulars).properties, ...seenOf(PlanParticulars) }),
  output: Done,
})

export const dropPlan = endpoint({
  name: 'plans.drop',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/drop',
  says: { vi: 'Bỏ bản thảo kế hoạch', en: 'Drop a draft' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})

const LineFields = {
  topicId: IdOf<'framework_topic'>(),
  audience: PrintableLine(300),
  people: PeopleSchema,
  classes: ClassesSchema,
  placeId: Nullable(IdOf<'area'>()),
  place: PrintableLine(200),
  weeks: WeeksSchema,
  note: PrintableLines(1000),
  /** By a norm the amount is the norm's; of no norm it says for what and how much. */
  money: Type.Array(
    Type.Object({
      source: MoneySourceSchema,
      normId: Nullable(IdOf<'spending_norm'>()),
      what: PrintableLine(200),
      /** Where it follows people or classes it is computed, whatever is said. */
      quantity: QuantitySchema,
      follows: Type.Optional(Nullable(FollowsSchema)),
      times: Type.Optional(Nullable(TimesSchema)),
      dong: Nullable(DongSchema),
    }),
    { maxItems: 50 },
  ),
}
export const PlanLineFields = Type.Object(LineFields)

export const addLine = endpoint({
  name: 'plans.addLine',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/lines',
  says: { vi: 'Thêm dòng vào kế hoạch', en: 'Add a line to a plan' },
  input: Type.Object({ ...path, ...linePath, ...LineFields }),
  output: Done,
})

export const changeLine = endpoint({
  name: 'plans.changeLine',
  ...writes,
  path: '/api/plan-lines/:planLineId/change',
  says: { vi: 'Sửa dòng của kế hoạch', en: 'Change a line of a plan' },
  input: Type.Object({ ...linePath, ...Type.Partial(PlanLineFields).properties, ...seenOf(PlanLineFields) }),
  output: Done,
})

export const dropLine = endpoint({
  name: 'plans.dropLine',
  ...writes,
  path: '/api/plan-lines/:planLineId/drop',
  says: { vi: 'Bỏ dòng khỏi kế hoạch', en: 'Take a line out of a plan' },
  input: Type.Object({ ...linePath, because: Words(500) }),
  output: Done,
})

export const dropSeat = endpoint({
  name: 'plans.dropSeat',
  ...writes,
  path: '/api/plan-seats/:planSeatId/drop',
  says: { vi: 'Bỏ tên một người khỏi bản thảo kế hoạch', en: 'Take a name out of a draft of a plan' },
  input: Type.Object({ planSeatId: IdOf<'plan_seat'>(), because: Words(500) }),
  output: Done,
})

export const repricePlan = endpoint({
  name: 'plans.reprice',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/reprice',
  says: { vi: 'Tính lại kinh phí theo định mức hiện hành', en: 'Compute the money anew by the norms of now' },
  input: Type.Object({ ...path, edits: Type.Integer({ minimum: 0 }) }),
  output: Done,
})

export const submitPlan = endpoint({
  name: 'plans.submit',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/submit',
  says: { vi: 'Trình phê duyệt bản thảo kế hoạch', en: 'Submit a draft of a plan for approval' },
  input: Type.Object({ ...path, edits: Type.Integer({ minimum: 0 }) }),
  output: Done,
})

export const recallPlan = endpoint({
  name: 'plans.recall',
  ...writes,
  path: '/api/training-plans/:trainingPlanId/recall',
  says: { vi: 'Rút trình phê duyệt', en: 'Recall a draft that was submitted' },
  input: Type.Object({ ...path, edits: Type.Integer({ minimum: 0 }) }),
  output: Done,
})

export const approvePlan = endpoint({
  name: 'plans.approve',
  method: 'POST',
  right: 'training.decide',
  path: '/api/training-plans/:trainingPlanId/approve',
  says: { vi: 'Ghi quyết định phê duyệt kế hoạch', en: 'Record the decision that approves a plan' },
  input: Type.Object({
    ...path,
    number: PrintableText(60),
    decidedOn: PlainDateSchema,
    issuer: PrintableText(200),
    /** Who signed the paper, where that is said. */
    signer: Type.Optional(Type.Object({ name: PrintableText(120), authority: AuthoritySchema })),
    /** As the draft was when it was looked at. */
    edits: Type.Integer({ minimum: 0 }),
  }),
  output: Done,
})

export const correctPlanDecision = endpoint({
  name: 'plans.correctDecision',
  method: 'POST',
  right: 'training.decide',
  path: '/api/training-plans/:trainingPlanId/correct-decision',
  says: {
    vi: 'Đính chính số, ngày, cơ quan ban hành đã ghi sai của kế hoạch',
    en: 'Correct number, day and issuer of an approved plan that were typed wrongly',
  },
  input: Type.Object({ ...path, ...DecisionCorrected }),
  output: Done,
})
