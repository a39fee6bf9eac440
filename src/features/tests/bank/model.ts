/** A question: what is asked, what can be chosen, what is right, and in which of its versions. */
import { type Static, Type } from 'typebox'
import { FactsSchema } from '#features/standards/model/facts.ts'
import { type Class, ClassSchema } from '#features/standards/model/verdict.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { type Instant, PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText, PrintableWords } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const questionKinds = {
  single: { vi: 'Chọn một ý', en: 'One of several' },
  multiple: { vi: 'Chọn nhiều ý', en: 'Several of several' },
  true_false: { vi: 'Đúng hay sai', en: 'Right or wrong' },
  numeric: { vi: 'Điền số', en: 'A number' },
  household: { vi: 'Xếp loại một hộ', en: 'A household to classify' },
} as const satisfies Record<string, Said>
export type QuestionKind = keyof typeof questionKinds
export const questionKindNames = Object.keys(questionKinds) as QuestionKind[]
export const QuestionKindSchema = Type.Unsafe<QuestionKind>(Type.Enum(questionKindNames))

export const questionPools = {
  test: { vi: 'Đề kiểm tra của lớp', en: 'Tests of classes' },
  practice: { vi: 'Ôn luyện (đáp án nằm trên điện thoại)', en: 'Practice (its key is on phones)' },
} as const satisfies Record<string, Said>
export type QuestionPool = keyof typeof questionPools
export const QuestionPoolSchema = Type.Unsafe<QuestionPool>(Type.Enum(Object.keys(questionPools) as QuestionPool[]))

export const questionStates = {
  used: { vi: 'Đang dùng', en: 'In use' },
  out: { vi: 'Không dùng nữa', en: 'Out of use' },
} as const satisfies Record<string, Said>
export type QuestionState = keyof typeof questionStates
export const QuestionStateSchema = Type.Unsafe<QuestionState>(Type.Enum(Object.keys(questionStates) as QuestionState[]))

export const mostOptions = 8
const Options = Type.Array(PrintableText(300), { minItems: 2, maxItems: mostOptions })
const Place = Type.Integer({ minimum: 0, maximum: mostOptions - 1 })
/** A number as it is written, with a point: no rounding lies between what is right and what is answered. */
export const decimalPattern = '^-?[0-9]{1,12}([.][0-9]{1,6})?$'
const Decimal = Type.String({ pattern: decimalPattern })
const strict = { additionalProperties: false } as const

const Single = Type.Object({ kind: Type.Literal('single'), options: Options, right: Place }, strict)
const Multiple = Type.Object(
  {
    kind: Type.Literal('multiple'),
    options: Options,
    rights: Type.Array(Place, { minItems: 1, maxItems: mostOptions, uniqueItems: true }),
    /** Each right choice counts and each wrong one takes it away again; else all or nothing. */
    partial: Type.Boolean(),
  },
  strict,
)
const TrueFalse = Type.Object({ kind: Type.Literal('true_false'), right: Type.Boolean() }, strict)
const Numeric = Type.Object(
  {
    kind: Type.Literal('numeric'),
    right: Decimal,
    /** How far an answer may lie from it, on either side. */
    tolerance: Decimal,
    unit: PrintableLine(30),
  },
  strict,
)
const ToClassify = Type.Object(
  {
    kind: Type.Literal('household'),
    standardId: Type.String({ maxLength: 61 }),
    /** The law as it was when the question was made. */
    standardHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** The day its answers speak of. */
    day: PlainDateSchema,
    facts: FactsSchema,
  },
  strict,
)
export const QuestionBody = Type.Union([Single, Multiple, TrueFalse, Numeric, ToClassify])
export type QuestionBody = Static<typeof QuestionBody>
export type BodyOf<K extends QuestionKind> = Extract<QuestionBody, { kind: K }>

/** What a learner answers: a place, places, yes or no, a number as written, a class. */
export type Answer = number | readonly number[] | boolean | string | Class | null

/** What is written of a question and can be written anew. */
export const QuestionSaid = Type.Object({
  ask: PrintableWords(1000),
  body: QuestionBody,
  basis: PrintableLine(300),
})
export type QuestionSaid = Static<typeof QuestionSaid>

export const questionButtons = { change: { right: 'question.manage' }, use: { right: 'question.manage' } } as const

const head = {
  questionId: IdOf<'question'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  /** As the version of the framework that is in force has it. */
  topicId: IdOf<'framework_topic'>(),
  topicCode: Type.String(),
  topicTitle: Type.String(),
  pool: QuestionPoolSchema,
  version: Count,
  kind: QuestionKindSchema,
  ask: Type.String(),
  basis: Type.String(),
  state: QuestionStateSchema,
  can: CanSchema(questionButtons),
}
export const QuestionRow = Type.Object(head)
export type Question = Static<typeof QuestionRow>

export const QuestionVersion = Type.Object({
  version: Count,
  ask: Type.String(),
  body: QuestionBody,
  basis: Type.String(),
  because: Nullable(Type.String()),
  madeAt: Type.Unsafe<Instant>(Type.String()),
  madeBy: Nullable(Type.String()),
  /** Of a household to classify: what the standard says. */
  class: Nullable(ClassSchema),
})
export type QuestionVersion = Static<typeof QuestionVersion>

export const WholeQuestion = Type.Object({
  ...head,
  out: Nullable(
    Type.Object({
      at: Type.Unsafe<Instant>(Type.String()),
      by: Nullable(Type.String()),
      because: Type.String(),
    }),
  ),
  /** Newest first. */
  versions: Type.Array(QuestionVersion),
})
export type WholeQuestion = Static<typeof WholeQuestion>
