/** The calls of turns: counted, by name, of one person. */
import { Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { SexSchema } from '#kernel/persons.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { Figure, OrganiserSchema, OwnTurn, TurnRow, TurnsBySchema } from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
/** Of the people of a unit and of all below it. */
const Filters = {
  areaId: IdOf<'area'>(),
  level: Type.Optional(OrganiserSchema),
  /** A post by its code; `none`: who held none that day. */
  post: Type.Optional(Type.String({ pattern: '^[a-z][a-z_]{1,39}$' })),
  topicId: Type.Optional(IdOf<'framework_topic'>()),
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  sex: Type.Optional(SexSchema),
  /** A group by its code, or all minorities. */
  ethnicity: Type.Optional(Type.String({ pattern: '^(minority|[0-5][0-9])$' })),
  /** Who held the class. */
  organiserId: Type.Optional(IdOf<'area'>()),
}

export const turnFigures = endpoint({
  name: 'turns.figures',
  ...reads,
  path: '/api/areas/:areaId/turns/figures',
  says: { vi: 'Lượt học theo đối tượng, chuyên đề, năm, đơn vị', en: 'Turns by audience, topic, year, unit' },
  input: Type.Object({ ...Filters, by: TurnsBySchema }),
  output: Type.Object({
    areaName: Type.String(),
    rows: Type.Array(Figure),
    /** Each turn and each person once: of what has several topics the rows add up to more. */
    total: Type.Omit(Figure, ['key', 'said']),
    posts: Type.Array(Type.Object({ post: Type.String(), said: SaidSchema })),
    topics: Type.Array(OpenTopic),
    years: Type.Array(Type.Integer()),
    /** Of the unit that was asked for. */
    organiserName: Nullable(Type.String()),
  }),
})
export const turnFiguresFile = listFile(turnFigures, {
  name: 'turns.figuresFile',
  path: '/api/areas/:areaId/turns/figures/file',
})

export const listTurns = endpoint({
  name: 'turns.list',
  ...reads,
  path: '/api/areas/:areaId/turns',
  says: { vi: 'Danh sách lượt học', en: 'Turns by name' },
  input: Type.Object({
    ...Filters,
    trainingClassId: Type.Optional(IdOf<'training_class'>()),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({ areaName: Type.String(), total: Count, rows: Type.Array(TurnRow) }),
})
export const turnsFile = listFile(listTurns, { name: 'turns.listFile', path: '/api/areas/:areaId/turns/file' })

export const officialTurns = endpoint({
  name: 'turns.ofOfficial',
  ...reads,
  path: '/api/officials/:officialId/turns',
  says: { vi: 'Lượt học của một cán bộ', en: 'Turns of an official' },
  input: Type.Object({ officialId: IdOf<'official'>() }),
  output: Type.Object({ name: Type.String(), turns: Type.Array(OwnTurn) }),
})
export const officialTurnsFile = listFile(officialTurns, {
  name: 'turns.ofOfficialFile',
  path: '/api/officials/:officialId/turns/file',
})
