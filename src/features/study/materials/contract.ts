/** The calls of the library: listed, read, kept in versions, taken out of use; and what people did with it. */
import { Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  About,
  KeeperSchema,
  MaterialBody,
  MaterialKindSchema,
  MaterialRow,
  MaterialStateSchema,
  materialBytes,
  ReaderRow,
  ReadingStateSchema,
  Readings,
  TopicRead,
  WholeMaterial,
  WrittenKindSchema,
} from './model.ts'

const reads = { method: 'GET', right: 'library.read' } as const
const keeps = { method: 'GET', right: 'library.manage' } as const
const writes = { method: 'POST', right: 'library.manage' } as const
const path = { materialId: IdOf<'material'>() }
const area = { areaId: IdOf<'area'>() }
const Done = Type.Object(path)
const q = Type.Optional(Type.String({ maxLength: 100 }))
const page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))
const topicId = Type.Optional(IdOf<'framework_topic'>())
const kind = Type.Optional(MaterialKindSchema)

export const listMaterials = endpoint({
  name: 'library.list',
  ...reads,
  path: '/api/areas/:areaId/library',
  says: { vi: 'Thư viện học tập', en: 'The library' },
  /** `state` left out: what is in use. `mine`: how far who asks came. */
  input: Type.Object({
    ...area,
    ...{ topicId, kind },
    state: Type.Optional(MaterialStateSchema),
    keeper: Type.Optional(KeeperSchema),
    mine: Type.Optional(ReadingStateSchema),
    ...{ q, page },
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(MaterialRow),
    /** The topics of the frameworks in force, to choose one. */
    topics: Type.Array(OpenTopic),
    mayWrite: Type.Boolean(),
  }),
})
export const materialsFile = listFile(listMaterials, {
  name: 'library.listFile',
  path: '/api/areas/:areaId/library/file',
})

export const searchMaterials = endpoint({
  name: 'library.search',
  ...reads,
  path: '/api/library/search',
  says: { vi: 'Tìm tài liệu, câu hỏi đã trả lời theo lời', en: 'Materials and answered questions by words' },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({ rows: Type.Array(MaterialRow) }),
})

export const getMaterial = endpoint({
  name: 'library.get',
  ...reads,
  path: '/api/library/:materialId',
  says: { vi: 'Một tài liệu với các bản và câu hỏi sau bài', en: 'A material with its versions and its question' },
  input: Type.Object(path),
  output: WholeMaterial,
})

export const materialFile = endpoint({
  name: 'library.file',
  ...reads,
  path: '/api/library/:materialId/tep/:version',
  says: { vi: 'Tệp của một bản tài liệu', en: 'The file of a version' },
  document: true,
  input: Type.Object({ ...path, version: Type.Integer({ minimum: 1, maximum: 30_000 }) }),
  output: Type.Unknown(),
})

const first = { ...path, ...area, topicId: IdOf<'framework_topic'>(), kind: WrittenKindSchema, ...About }
/** `seen`: the newest version as it was seen. */
const next = { ...path, seen: Type.Integer({ minimum: 1, maximum: 30_000 }), ...About, because: Words(500) }
const written = { text: MaterialBody, questionId: Type.Optional(Nullable(IdOf<'question'>())) }
const upload = { maxBytes: materialBytes }

export const addText = endpoint({
  name: 'library.addText',
  ...writes,
  path: '/api/library',
  says: { vi: 'Thêm một tài liệu, bài học viết tại đây', en: 'Add a material or lesson that is written here' },
  input: Type.Object({ ...first, ...written }),
  output: Done,
})

/** Multipart: `file`, at most 50 MB. */
export const addFile = endpoint({
  name: 'library.addFile',
  ...writes,
  path: '/api/library/files',
  says: { vi: 'Thêm một tài liệu là tệp', en: 'Add a material that is a file' },
  input: Type.Object(first),
  upload,
  output: Done,
})

export const nextText = endpoint({
  name: 'library.nextText',
  ...writes,
  path: '/api/library/:materialId/versions',
  says: { vi: 'Thêm bản mới viết tại đây', en: 'Add a version that is written here' },
  input: Type.Object({ ...next, ...written }),
  output: Done,
})

/** Multipart: `file`, at most 50 MB. */
export const nextFile = endpoint({
  name: 'library.nextFile',
  ...writes,
  path: '/api/library/:materialId/files',
  says: { vi: 'Thêm bản mới là tệp', en: 'Add a version that is a file' },
  input: Type.Object(next),
  upload,
  output: Done,
})

export const useMaterial = endpoint({
  name: 'library.use',
  ...writes,
  path: '/api/library/:materialId/use',
  says: { vi: 'Thôi dùng một tài liệu, hoặc dùng lại', en: 'Take a material out of use, or back' },
  /** `state`: what is wanted; it was seen as the other. */
  input: Type.Object({ ...path, state: MaterialStateSchema, because: Words(500) }),
  output: Done,
})

/** The questions of the practice pool of a unit's bank under a topic, to put one after a lesson. */
export const practiceQuestions = endpoint({
  name: 'library.questions',
  ...keeps,
  path: '/api/areas/:areaId/library/questions',
  says: { vi: 'Câu ôn luyện để đặt sau bài học', en: 'Practice questions to put after a lesson' },
  input: Type.Object({ ...area, topicId: IdOf<'framework_topic'>() }),
  output: Type.Object({ rows: Type.Array(Type.Object({ questionId: IdOf<'question'>(), ask: Type.String() })) }),
})

const mine = {
  ...path,
  ...area,
  version: Type.Integer({ minimum: 1, maximum: 30_000 }),
}
/** What a person says of themselves: that they open it, that they have read it, that they have not. */
export const tellReading = endpoint({
  name: 'library.tell',
  method: 'POST',
  right: 'library.read',
  path: '/api/library/:materialId/reading',
  says: { vi: 'Ghi tôi mở, tôi đã đọc một tài liệu', en: 'Record that I open or have read a material' },
  input: Type.Object({ ...mine, what: Type.Enum(['opened', 'read', 'unread']) }),
  output: Done,
})

/** Marked by the server; where it is not right nothing is written. */
export const answerQuestion = endpoint({
  name: 'library.answer',
  method: 'POST',
  right: 'library.read',
  path: '/api/library/:materialId/answer',
  says: { vi: 'Trả lời câu hỏi sau bài', en: 'Answer the question after a lesson' },
  input: Type.Object({
    ...mine,
    answer: Type.Union([
      Type.Integer({ minimum: 0, maximum: 100 }),
      Type.Array(Type.Integer({ minimum: 0, maximum: 100 }), { maxItems: 20 }),
      Type.Boolean(),
      Type.String({ maxLength: 40 }),
    ]),
  }),
  output: Done,
})

export const myReading = endpoint({
  name: 'library.mine',
  ...reads,
  path: '/api/areas/:areaId/library/mine',
  says: { vi: 'Tôi đã học gì, theo chuyên đề', en: 'What I have read, by topic' },
  input: Type.Object({ ...area, topicId }),
  output: Type.Object({ rows: Type.Array(TopicRead) }),
})
export const myReadingFile = listFile(myReading, {
  name: 'library.mineFile',
  path: '/api/areas/:areaId/library/mine/file',
})

export const listReadings = endpoint({
  name: 'library.readings',
  ...keeps,
  path: '/api/areas/:areaId/library/readings',
  says: { vi: 'Ai đã đọc gì trong thư viện', en: 'Who read what of the library' },
  input: Type.Object({ ...area, topicId, kind, keeper: Type.Optional(KeeperSchema), q, page }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(Readings),
    topics: Type.Array(OpenTopic),
  }),
})
export const readingsFile = listFile(listReadings, {
  name: 'library.readingsFile',
  path: '/api/areas/:areaId/library/readings/file',
})

export const listReaders = endpoint({
  name: 'library.readers',
  ...keeps,
  path: '/api/areas/:areaId/library/:materialId/readers',
  says: { vi: 'Người của đơn vị với một tài liệu', en: 'The people of a unit and a material' },
  /** `state`: who opened, said read, answered right; `unopened`: who did nothing. */
  input: Type.Object({ ...area, ...path, state: Type.Optional(ReadingStateSchema), q, page }),
  output: Type.Object({
    areaName: Type.String(),
    title: Type.String(),
    total: Count,
    rows: Type.Array(ReaderRow),
  }),
})
export const readersFile = listFile(listReaders, {
  name: 'library.readersFile',
  path: '/api/areas/:areaId/library/:materialId/readers/file',
})
