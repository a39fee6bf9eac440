/** The calls of classes: listed, read, planned, put right, stepped on and back. */
import { Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, seenOf, ToldSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ClashView, ClassTrainerView, SessionView } from '../sessions/model.ts'
import {
  ClassKindSchema,
  ClassRow,
  ClassSeatsSchema,
  ClassStateSchema,
  ClassView,
  ClassYearSchema,
  FoundClass,
  mostClassTopics,
  PlannedLine,
} from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'class.manage' } as const
const path = { trainingClassId: IdOf<'training_class'>() }
const Done = Type.Object(path)

export const listClasses = endpoint({
  name: 'classes.list',
  ...reads,
  path: '/api/areas/:areaId/training-classes',
  says: { vi: 'Lớp học', en: 'Classes' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    state: Type.Optional(ClassStateSchema),
    kind: Type.Optional(ClassKindSchema),
    year: Type.Optional(ClassYearSchema),
    topicId: Type.Optional(IdOf<'framework_topic'>()),
    /** Of one line of an approved plan. */
    planLineId: Type.Optional(IdOf<'plan_line'>()),
    /** With a session within these days. */
    from: Type.Optional(PlainDateSchema),
    until: Type.Optional(PlainDateSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(ClassRow),
    years: Type.Array(Type.Integer()),
    topics: Type.Array(OpenTopic),
    /** Whether the actor may plan classes here. */
    mayWrite: Type.Boolean(),
  }),
})
export const classesFile = listFile(listClasses, {
  name: 'classes.listFile',
  path: '/api/areas/:areaId/training-classes/file',
})

export const searchClasses = endpoint({
  name: 'classes.search',
  ...reads,
  path: '/api/training-classes/search',
  says: { vi: 'Tìm lớp học theo số hiệu, tên', en: 'Find classes by number or title' },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({ classes: Type.Array(FoundClass) }),
})

export const plannedLines = endpoint({
  name: 'classes.plannedLines',
  ...reads,
  path: '/api/areas/:areaId/planned-classes',
  says: { vi: 'Các dòng kế hoạch đã phê duyệt để mở lớp', en: 'Lines of approved plans to make classes of' },
  input: Type.Object({ areaId: IdOf<'area'>(), year: ClassYearSchema }),
  output: Type.Object({ lines: Type.Array(PlannedLine), topics: Type.Array(OpenTopic) }),
})

export const showClass = endpoint({
  name: 'classes.show',
  ...reads,
  path: '/api/training-classes/:trainingClassId',
  says: { vi: 'Một lớp: buổi học, giảng viên, các bước', en: 'One class: sessions, trainers, steps' },
  input: Type.Object(path),
  output: Type.Object({
    ...ClassView.properties,
    sessionList: Type.Array(SessionView),
    trainerList: Type.Array(ClassTrainerView),
    clashes: Type.Array(ClashView),
    /** What rests on its completion, to be looked at before it is stepped back or called off. */
    told: ToldSchema,
  }),
})
export const classSessionsFile = listFile(showClass, {
  name: 'classes.sessionsFile',
  path: '/api/training-classes/:trainingClassId/sessions/file',
})
export const classTrainersFile = listFile(showClass, {
  name: 'classes.trainersFile',
  path: '/api/training-classes/:trainingClassId/trainers/file',
})

const Said = {
  code: PrintableLine(30),
  title: PrintableText(300),
  kind: ClassKindSchema,
  year: ClassYearSchema,
  seats: Nullable(ClassSeatsSchema),
  topicIds: Type.Array(IdOf<'framework_topic'>(), { maxItems: mostClassTopics, uniqueItems: true }),
  planLineId: Nullable(IdOf<'plan_line'>()),
  note: PrintableLine(1000),
}
const ClassParticulars = Type.Object(Said)

export const planClass = endpoint({
  name: 'classes.plan',
  ...writes,
  path: '/api/training-classes',
  says: { vi: 'Lập lớp', en: 'Plan a class' },
  input: Type.Object({ ...path, areaId: IdOf<'area'>(), ...Said }),
  output: Done,
})

export const changeClass = endpoint({
  name: 'classes.change',
  ...writes,
  path: '/api/training-classes/:trainingClassId/change',
  says: { vi: 'Sửa thông tin lớp', en: 'Change a class' },
  input: Type.Object({ ...path, ...Type.Partial(ClassParticulars).properties, ...seenOf(ClassParticulars) }),
  output: Done,
})

export const stepClass = endpoint({
  name: 'classes.step',
  ...writes,
  path: '/api/training-classes/:trainingClassId/step',
  says: { vi: 'Chuyển lớp sang bước khác, lui lại, hủy lớp', en: 'Step a class on or back, call it off' },
  /** `seen`: the state in which it was seen. Who steps back or calls off says why. */
  input: Type.Object({ ...path, seen: ClassStateSchema, to: ClassStateSchema, because: Type.Optional(Words(500)) }),
  output: Done,
})
