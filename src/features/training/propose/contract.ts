/** The calls of a proposal: classes from the needs of an area, and who sits where or nowhere. Taken into a plan: `plans.takeLines`. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { OpenTopic } from '../needs/model.ts'
import { PlanYearSchema } from '../plan/model.ts'
import { ClassRow, LimitUsed, ProgrammeSuggestedSchema, SeatRow, SeatStateSchema, TopicNeed } from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** What a proposal is asked of: without topics all that are needed, without weeks all that are to come in the year. */
const Asked = {
  areaId: IdOf<'area'>(),
  day: Type.Optional(PlainDateSchema),
  year: PlanYearSchema,
  /** `12, 14-16` */
  weeks: Type.Optional(Type.String({ maxLength: 200 })),
  /** Ids with commas between. */
  topics: Type.Optional(Type.String({ maxLength: 4000, pattern: `^${uuid}(,${uuid})*$` })),
  /** Proposes those too who have a seat in a plan of another year, drafted or approved. */
  coveredToo: Type.Optional(Type.Boolean()),
  /** How long a topic is taken to be whose hours the framework does not say. */
  unsaidDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
}

export const proposalButtons = { take: { right: 'training.plan' } } as const satisfies Buttons

export const showProposal = endpoint({
  name: 'proposals.show',
  ...reads,
  path: '/api/areas/:areaId/proposal',
  says: { vi: 'Đề xuất mở lớp từ nhu cầu đào tạo', en: 'Classes proposed from training needs' },
  input: Type.Object(Asked),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    /** Why nothing can be proposed. */
    lacks: Type.Array(SaidSchema),
    limits: Type.Array(LimitUsed),
    /** Needs of a topic and a person, counted once. */
    needed: Count,
    people: Count,
    seated: Count,
    planned: Count,
    /** Not proposed, as plans of other years have them already. */
    covered: Count,
    uncovered: Count,
    /** Needs of no topic, and of nobody whom the roster knows: no class is proposed for them. */
    outside: Type.Object({ topicless: Count, nameless: Count }),
    /** Whom plans of the year count in these topics without naming them: they may be the same people. */
    unnamed: Type.Array(
      Type.Object({ trainingPlanId: IdOf<'training_plan'>(), name: Type.String(), code: Type.String(), people: Count }),
    ),
    /** How many the province lets into a class; null: nobody laid that down. */
    largestClass: Nullable(Count),
    /** How far it may be to a class, in km; null: nobody laid that down. */
    furthestWay: Nullable(Count),
    /** From the communes of its people to all places, as far as the ways are known. */
    ways: Type.Array(Type.Object({ fromId: IdOf<'area'>(), toId: IdOf<'area'>(), far: Count })),
    /** Weeks of the year in which the province holds no classes, and why. */
    closed: Type.Array(Type.Object({ week: Count, what: SaidSchema })),
    least: Count,
    topics: Type.Array(TopicNeed),
    classes: Type.Array(ClassRow),
    /** All topics of the frameworks in force, to choose from. */
    open: Type.Array(OpenTopic),
    places: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
    /** Drafts of the area for the year that the actor may work on. */
    drafts: Type.Array(Type.Object({ trainingPlanId: IdOf<'training_plan'>(), name: Type.String() })),
    /** What a plan made from it is likely under, and by what: its frameworks, or the plans of the unit or of one above it. */
    programme: Nullable(
      Type.Object({ programmeId: IdOf<'programme'>(), name: Type.String(), by: ProgrammeSuggestedSchema }),
    ),
    can: CanSchema(proposalButtons),
  }),
})
export const classesFile = listFile(showProposal, {
  name: 'proposals.classesFile',
  path: '/api/areas/:areaId/proposal/file',
})
export const topicsFile = listFile(showProposal, {
  name: 'proposals.topicsFile',
  path: '/api/areas/:areaId/proposal/topics/file',
})

export const listSeats = endpoint({
  name: 'proposals.people',
  ...reads,
  path: '/api/areas/:areaId/proposal/people',
  says: {
    vi: 'Ai học lớp nào trong đề xuất, ai chưa có lớp, vì sao',
    en: 'Who sits in which class of a proposal, who in none, why',
  },
  input: Type.Object({
    ...Asked,
    state: Type.Optional(SeatStateSchema),
    topic: Type.Optional(IdOf<'framework_topic'>()),
    /** The number of a class. */
    class: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(SeatRow),
    topics: Type.Array(OpenTopic),
  }),
})
export const seatsFile = listFile(listSeats, {
  name: 'proposals.peopleFile',
  path: '/api/areas/:areaId/proposal/people/file',
})
