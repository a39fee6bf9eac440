/** The calls of trainers: listed, entered, put right, ended. */
import { Type } from 'typebox'
import { SeenEnd } from '#features/people/norms/model.ts'
import { OpenTopic } from '#features/training/needs/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { mostTopics, TrainerRow, TrainerStateSchema } from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const writes = { method: 'POST', right: 'class.manage' } as const
const path = { trainerId: IdOf<'trainer'>() }
const Done = Type.Object(path)

const Said = {
  organisation: PrintableLine(200),
  phone: Nullable(Type.String({ minLength: 1, maxLength: 30 })),
  email: Nullable(Type.String({ minLength: 3, maxLength: 200 })),
  topicIds: Type.Array(IdOf<'framework_topic'>(), { maxItems: mostTopics, uniqueItems: true }),
  note: PrintableLine(500),
}
export const TrainerParticulars = Type.Object(Said)

export const listTrainers = endpoint({
  name: 'trainers.list',
  ...reads,
  path: '/api/areas/:areaId/trainers',
  says: { vi: 'Giảng viên', en: 'Trainers' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    /** Those whom the units above keep, too. */
    above: Type.Optional(Type.Boolean()),
    state: Type.Optional(TrainerStateSchema),
    topicId: Type.Optional(IdOf<'framework_topic'>()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(TrainerRow),
    /** The topics of the frameworks in force, to choose one. */
    topics: Type.Array(OpenTopic),
    /** Whether the actor may enter trainers here. */
    mayWrite: Type.Boolean(),
  }),
})
export const trainersFile = listFile(listTrainers, {
  name: 'trainers.listFile',
  path: '/api/areas/:areaId/trainers/file',
})

export const enterTrainer = endpoint({
  name: 'trainers.enter',
  ...writes,
  path: '/api/trainers',
  says: { vi: 'Ghi một giảng viên', en: 'Enter a trainer' },
  /** Of the roster, or by name from elsewhere. */
  input: Type.Object({
    ...path,
    areaId: IdOf<'area'>(),
    officialId: Nullable(IdOf<'official'>()),
    name: Nullable(PrintableText(200)),
    ...Said,
    from: PlainDateSchema,
  }),
  output: Done,
})

export const changeTrainer = endpoint({
  name: 'trainers.change',
  ...writes,
  path: '/api/trainers/:trainerId/change',
  says: { vi: 'Sửa thông tin giảng viên', en: 'Change a trainer' },
  input: Type.Object({ ...path, ...Type.Partial(TrainerParticulars).properties, ...seenOf(TrainerParticulars) }),
  output: Done,
})

export const endTrainer = endpoint({
  name: 'trainers.end',
  ...writes,
  path: '/api/trainers/:trainerId/end',
  says: { vi: 'Ghi giảng viên thôi giảng', en: 'Record that a trainer teaches no more' },
  /** Without a last day they were entered by mistake. `seen`: the first day without them, where that was written wrongly. */
  input: Type.Object({ ...path, last: Nullable(PlainDateSchema), seen: SeenEnd, because: Words(500) }),
  output: Done,
})
