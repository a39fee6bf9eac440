/** The calls of training frameworks: drafted in versions, approved by another, then read and never altered. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, SaidSchema, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { DecisionCorrected, EarlierDecision } from '../model.ts'
import { LevelsSchema, YearSchema } from '../programmes/model.ts'
import {
  type AreaCondition,
  areaConditionNames,
  CodeSchema,
  ConditionsSchema,
  FrameworkFilterSchema,
  FrameworkRow,
  HoursSchema,
  MonthsSchema,
  PostsSchema,
  TopicView,
} from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'training.manage' } as const
const path = { frameworkId: IdOf<'framework'>() }
const topicPath = { frameworkTopicId: IdOf<'framework_topic'>() }
const Done = Type.Object(path)

export const frameworkButtons = {
  draft: { right: 'training.manage', when: 'drafted' },
  version: { right: 'training.manage', when: 'approved' },
  approve: { right: 'training.approve', when: 'drafted' },
  correct: { right: 'training.approve', when: 'approved' },
} as const satisfies Buttons<{ when: string }>

export const listFrameworks = endpoint({
  name: 'frameworks.list',
  ...reads,
  path: '/api/frameworks',
  says: { vi: 'Khung chương trình đào tạo, bồi dưỡng', en: 'Training frameworks' },
  input: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(FrameworkFilterSchema),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    rows: Type.Array(FrameworkRow),
    /** The provinces for which the actor may begin one. */
    mayBeginAt: Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() })),
  }),
})
export const frameworksFile = listFile(listFrameworks, { name: 'frameworks.listFile', path: '/api/frameworks/file' })

export const searchFrameworks = endpoint({
  name: 'frameworks.search',
  ...reads,
  path: '/api/frameworks/search',
  says: { vi: 'Tìm khung đào tạo theo tên', en: 'Find training frameworks by name' },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({ frameworks: Type.Array(FrameworkRow) }),
})

export const showFramework = endpoint({
  name: 'frameworks.show',
  ...reads,
  path: '/api/frameworks/:frameworkId',
  says: { vi: 'Một khung đào tạo: chuyên đề, phiên bản', en: 'One training framework: topics, versions' },
  input: Type.Object(path),
  output: Type.Object({
    ...FrameworkRow.properties,
    programme: Nullable(Type.Object({ programmeId: IdOf<'programme'>(), name: Type.String() })),
    note: Type.String(),
    /** What its decision said before it was corrected, the first first. */
    earlier: Type.Array(EarlierDecision),
    /** What an approval says was seen. */
    edits: Type.Integer(),
    topicList: Type.Array(TopicView),
    /** What keeps a draft from being approved. */
    lacks: Type.Array(SaidSchema),
    /** Of a draft: topics of the version in force that it leaves out, and how many are nominated for them. */
    leftOut: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), people: Count })),
    versions: Type.Array(FrameworkRow),
    /** Communes of the province that meet a condition today; null where nothing is recorded of it there. */
    places: Type.Array(
      Type.Object({
        condition: Type.Unsafe<AreaCondition>(Type.Enum(areaConditionNames)),
        communes: Nullable(Count),
      }),
    ),
    can: CanSchema(frameworkButtons),
  }),
})
export const topicsFile = listFile(showFramework, {
  name: 'frameworks.topicsFile',
  path: '/api/frameworks/:frameworkId/topics/file',
})

const Particulars = {
  name: PrintableText(300),
  periodFrom: Nullable(YearSchema),
  periodUntil: Nullable(YearSchema),
  programmeId: Nullable(IdOf<'programme'>()),
  note: PrintableLine(2000),
}
export const FrameworkParticulars = Type.Object(Particulars)

export const beginFramework = endpoint({
  name: 'frameworks.begin',
  ...writes,
  path: '/api/frameworks',
  says: {
    vi: 'Bắt đầu soạn khung, trống hoặc từ một khung đã có',
    en: 'Begin a draft, empty or from another framework',
  },
  input: Type.Object({
    ...path,
    areaId: IdOf<'area'>(),
    ...Particulars,
    /** Whose topics it begins with. */
    copyOf: Nullable(IdOf<'framework'>()),
  }),
  output: Done,
})

export const newVersion = endpoint({
  name: 'frameworks.newVersion',
  ...writes,
  path: '/api/frameworks/:frameworkId/versions',
  says: { vi: 'Lập phiên bản mới của khung đã phê duyệt', en: 'Begin a new version of an approved framework' },
  input: Type.Object({ ...path, nextId: IdOf<'framework'>() }),
  output: Done,
})

export const changeFramework = endpoint({
  name: 'frameworks.change',
  ...writes,
  path: '/api/frameworks/:frameworkId/change',
  says: { vi: 'Sửa tên, giai đoạn của bản thảo khung', en: 'Change name and period of a draft' },
  input: Type.Object({
    ...path,
    ...Type.Partial(FrameworkParticulars).properties,
    ...seenOf(FrameworkParticulars),
  }),
  output: Done,
})

export const dropFramework = endpoint({
  name: 'frameworks.drop',
  ...writes,
  path: '/api/frameworks/:frameworkId/drop',
  says: { vi: 'Bỏ bản thảo khung', en: 'Drop a draft' },
  input: Type.Object({ ...path, because: Words(500) }),
  output: Done,
})

export const approveFramework = endpoint({
  name: 'frameworks.approve',
  method: 'POST',
  right: 'training.approve',
  path: '/api/frameworks/:frameworkId/approve',
  says: { vi: 'Ghi quyết định phê duyệt khung', en: 'Record the decision that approves a framework' },
  input: Type.Object({
    ...path,
    number: PrintableText(60),
    decidedOn: PlainDateSchema,
    issuer: PrintableText(200),
    /** As the draft was when it was looked at. */
    edits: Type.Integer({ minimum: 0 }),
  }),
  output: Done,
})

const TopicParticulars = {
  title: PrintableText(300),
  objective: PrintableLine(2000),
  contents: PrintableLine(4000),
  theoryHours: Nullable(HoursSchema),
  practiceHours: Nullable(HoursSchema),
  posts: PostsSchema,
  levels: LevelsSchema,
  areaConditions: ConditionsSchema,
  requires: Type.Array(CodeSchema, { maxItems: 50, uniqueItems: true }),
  recursAfter: Nullable(MonthsSchema),
}
export const TopicFields = Type.Object(TopicParticulars)

export const addTopic = endpoint({
  name: 'frameworks.addTopic',
  ...writes,
  path: '/api/frameworks/:frameworkId/topics',
  says: { vi: 'Thêm chuyên đề vào bản thảo', en: 'Add a topic to a draft' },
  input: Type.Object({ ...path, ...topicPath, code: CodeSchema, ...TopicParticulars }),
  output: Done,
})

export const changeTopic = endpoint({
  name: 'frameworks.changeTopic',
  ...writes,
  path: '/api/framework-topics/:frameworkTopicId/change',
  says: { vi: 'Sửa chuyên đề của bản thảo', en: 'Change a topic of a draft' },
  input: Type.Object({ ...topicPath, ...Type.Partial(TopicFields).properties, ...seenOf(TopicFields) }),
  output: Done,
})

export const dropTopic = endpoint({
  name: 'frameworks.dropTopic',
  ...writes,
  path: '/api/framework-topics/:frameworkTopicId/drop',
  says: { vi: 'Bỏ chuyên đề khỏi bản thảo', en: 'Take a topic out of a draft' },
  input: Type.Object(topicPath),
  output: Done,
})

export const correctFrameworkDecision = endpoint({
  name: 'frameworks.correctDecision',
  method: 'POST',
  right: 'training.approve',
  path: '/api/frameworks/:frameworkId/correct-decision',
  says: {
    vi: 'Đính chính số, ngày, cơ quan ban hành đã ghi sai của khung',
    en: 'Correct number, day and issuer of an approved framework that were typed wrongly',
  },
  input: Type.Object({ ...path, ...DecisionCorrected }),
  output: Done,
})
