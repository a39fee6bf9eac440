/** What is read to learn: a material in its versions, and what a person did with it. */
import { type Static, Type } from 'typebox'
import { ClassSchema } from '#features/standards/model/verdict.ts'
import { QuestionBody } from '#features/tests/bank/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import type { Instant } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableLines, PrintableText, PrintableWords } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const materialKinds = {
  document: { vi: 'Tài liệu', en: 'Document' },
  newspaper: { vi: 'Báo, tạp chí', en: 'Newspaper' },
  slides: { vi: 'Bản trình chiếu', en: 'Slides' },
  picture: { vi: 'Tranh, ảnh', en: 'Picture' },
  lesson: { vi: 'Bài học ngắn', en: 'Short lesson' },
  answer: { vi: 'Hỏi đáp nghiệp vụ', en: 'Answered question' },
} as const satisfies Record<string, Said>
export type MaterialKind = keyof typeof materialKinds
export const MaterialKindSchema = Type.Unsafe<MaterialKind>(Type.Enum(Object.keys(materialKinds) as MaterialKind[]))
/** What is written by hand; an answered question comes in by its approval. */
export const writtenKinds = ['document', 'newspaper', 'slides', 'picture', 'lesson'] as const
export const WrittenKindSchema = Type.Unsafe<(typeof writtenKinds)[number]>(Type.Enum([...writtenKinds]))

export const materialStates = {
  used: { vi: 'Đang dùng', en: 'In use' },
  out: { vi: 'Không dùng nữa', en: 'Out of use' },
} as const satisfies Record<string, Said>
export type MaterialState = keyof typeof materialStates
export const MaterialStateSchema = Type.Unsafe<MaterialState>(Type.Enum(Object.keys(materialStates) as MaterialState[]))

/** Whose a material is, seen from a unit. */
export const keepers = {
  own: { vi: 'Của đơn vị này', en: 'Of this unit' },
  above: { vi: 'Của cấp trên', en: 'Of the units above' },
  below: { vi: 'Của cấp dưới', en: 'Of the units below' },
} as const satisfies Record<string, Said>
export type Keeper = keyof typeof keepers
export const KeeperSchema = Type.Unsafe<Keeper>(Type.Enum(Object.keys(keepers) as Keeper[]))

/** How far a person came with a material: what they did, and nothing that nobody did. */
export const readingStates = {
  unopened: { vi: 'Chưa mở', en: 'Not opened' },
  opened: { vi: 'Đã mở', en: 'Opened' },
  read: { vi: 'Nói đã đọc', en: 'Said to be read' },
  done: { vi: 'Làm đúng câu hỏi', en: 'Question answered right' },
} as const satisfies Record<string, Said>
export type ReadingState = keyof typeof readingStates
export const ReadingStateSchema = Type.Unsafe<ReadingState>(Type.Enum(Object.keys(readingStates) as ReadingState[]))

/** Fifty megabytes: an hour of a recorded talk, a book of pictures. */
export const materialBytes = 50 * 1024 * 1024

/** What a file may be, by its bytes. */
export const fileTypes = {
  'application/pdf': { ending: 'pdf', vi: 'PDF', en: 'PDF' },
  'image/jpeg': { ending: 'jpg', vi: 'ảnh JPEG', en: 'JPEG' },
  'image/png': { ending: 'png', vi: 'ảnh PNG', en: 'PNG' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', vi: 'Word', en: 'Word' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', vi: 'Excel', en: 'Excel' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    ...{ ending: 'pptx', vi: 'PowerPoint', en: 'PowerPoint' },
  },
  'video/mp4': { ending: 'mp4', vi: 'MP4', en: 'MP4' },
  'audio/mpeg': { ending: 'mp3', vi: 'MP3', en: 'MP3' },
  'text/plain': { ending: 'txt', vi: 'chữ', en: 'text' },
} as const satisfies Record<string, Said & { readonly ending: string }>
export type FileType = keyof typeof fileTypes
export const FileTypeSchema = Type.Unsafe<FileType>(Type.Enum(Object.keys(fileTypes) as FileType[]))

/** What is written of a version besides what is read. */
export const About = {
  title: PrintableText(200),
  summary: PrintableLines(1000),
  basis: PrintableLine(300),
}
export const bodyLetters = 15_000
export const MaterialBody = PrintableWords(bodyLetters)

export const materialButtons = { change: { right: 'library.manage' }, use: { right: 'library.manage' } } as const

const When = Type.Unsafe<Instant>(Type.String())
const head = {
  materialId: IdOf<'material'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  /** As the version of the framework that is in force has it. */
  topicId: IdOf<'framework_topic'>(),
  topicCode: Type.String(),
  topicTitle: Type.String(),
  kind: MaterialKindSchema,
  version: Count,
  title: Type.String(),
  summary: Type.String(),
  basis: Type.String(),
  /** Null: it is read on the page. */
  file: Nullable(Type.Object({ type: FileTypeSchema, bytes: Count })),
  /** Whether a question is asked after it. */
  asks: Type.Boolean(),
  state: MaterialStateSchema,
  addedAt: When,
  /** What who asks did with it, in any version. */
  mine: ReadingStateSchema,
  can: CanSchema(materialButtons),
}
export const MaterialRow = Type.Object(head)
export type Material = Static<typeof MaterialRow>

export const MaterialVersion = Type.Object({
  version: Count,
  title: Type.String(),
  summary: Type.String(),
  basis: Type.String(),
  body: Nullable(Type.String()),
  file: Nullable(Type.Object({ type: FileTypeSchema, bytes: Count })),
  questionId: Nullable(IdOf<'question'>()),
  because: Nullable(Type.String()),
  madeAt: When,
  madeBy: Nullable(Type.String()),
  /** What who asks did with this version. */
  openedAt: Nullable(When),
  saidAt: Nullable(When),
  doneAt: Nullable(When),
})
export type MaterialVersion = Static<typeof MaterialVersion>

/** The question after a lesson, with its key: of the practice pool. */
export const PracticeQuestion = Type.Object({
  questionId: IdOf<'question'>(),
  version: Count,
  ask: Type.String(),
  body: QuestionBody,
  basis: Type.String(),
  /** Of a household to classify: what the standard says. */
  class: Nullable(ClassSchema),
})
export type PracticeQuestion = Static<typeof PracticeQuestion>

export const WholeMaterial = Type.Object({
  ...head,
  out: Nullable(Type.Object({ at: When, because: Type.String() })),
  /** Newest first. */
  versions: Type.Array(MaterialVersion),
  question: Nullable(PracticeQuestion),
})
export type WholeMaterial = Static<typeof WholeMaterial>

/** How many of those who work under a unit did what with a material. */
export const Readings = Type.Object({
  materialId: IdOf<'material'>(),
  title: Type.String(),
  areaName: Type.String(),
  topicCode: Type.String(),
  topicTitle: Type.String(),
  kind: MaterialKindSchema,
  asks: Type.Boolean(),
  people: Count,
  opened: Count,
  read: Count,
  done: Count,
})
export type Readings = Static<typeof Readings>

const Did = Nullable(Type.Object({ at: When, version: Count }))
export const ReaderRow = Type.Object({
  accountId: IdOf<'account'>(),
  name: Type.String(),
  unitName: Type.String(),
  opened: Did,
  read: Did,
  done: Did,
})
export type Reader = Static<typeof ReaderRow>

/** How much of a topic a person has read. */
export const TopicRead = Type.Object({
  topicId: IdOf<'framework_topic'>(),
  topicCode: Type.String(),
  topicTitle: Type.String(),
  materials: Count,
  opened: Count,
  read: Count,
  done: Count,
  /** How many of them have a question. */
  asking: Count,
})
export type TopicRead = Static<typeof TopicRead>
