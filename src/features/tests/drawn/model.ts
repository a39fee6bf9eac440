/** A test of a class: what is drawn from the bank for it, and what a learner is given of that. */
import { type Static, Type } from 'typebox'
import { FactsSchema } from '#features/standards/model/facts.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableText } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { QuestionKindSchema } from '../bank/model.ts'

export const testPurposes = {
  before: { vi: 'Đầu khóa', en: 'Before the class' },
  after: { vi: 'Cuối khóa', en: 'After the class' },
  retake: { vi: 'Kiểm tra lại', en: 'Retake' },
} as const satisfies Record<string, Said>
export type TestPurpose = keyof typeof testPurposes
export const TestPurposeSchema = Type.Unsafe<TestPurpose>(Type.Enum(Object.keys(testPurposes) as TestPurpose[]))

export const testStates = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  fixed: { vi: 'Đã chốt đề', en: 'Fixed' },
  open: { vi: 'Đang mở', en: 'Open' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
} as const satisfies Record<string, Said>
export type TestState = keyof typeof testStates
export const testStateNames = Object.keys(testStates) as TestState[]
export const TestStateSchema = Type.Unsafe<TestState>(Type.Enum(testStateNames))

export const mostParts = 30
export const mostQuestions = 200
/** How many of a topic, as the first version of its framework has it; of one kind or of any. */
export const PartSchema = Type.Object({
  topicId: IdOf<'framework_topic'>(),
  kind: Nullable(QuestionKindSchema),
  count: Type.Integer({ minimum: 1, maximum: 100 }),
})
export type Part = Static<typeof PartSchema>

/** The share of the points from which on it is passed, and who laid that down. */
export const PassMarkSchema = Type.Object({
  num: Type.Integer({ minimum: 1, maximum: 1000 }),
  of: Type.Integer({ minimum: 1, maximum: 1000 }),
  basis: PrintableText(300),
})
export type PassMark = Static<typeof PassMarkSchema>

/** What is written of a test while it is a draft. */
export const TestSaid = Type.Object({
  title: PrintableText(200),
  purpose: TestPurposeSchema,
  parts: Type.Array(PartSchema, { minItems: 1, maxItems: mostParts }),
  seed: PrintableText(40),
  variants: Type.Integer({ minimum: 1, maximum: 8 }),
  pass: Nullable(PassMarkSchema),
  attempts: Type.Integer({ minimum: 1, maximum: 5 }),
  minutes: Nullable(Type.Integer({ minimum: 1, maximum: 600 })),
})
export type TestSaid = Static<typeof TestSaid>

/** A question as a learner is given it: nothing of it says what is right. */
export const SheetSchema = Type.Object({
  ask: Type.String(),
  kind: QuestionKindSchema,
  /** What can be chosen, in its order. */
  options: Type.Optional(Type.Array(Type.String())),
  unit: Type.Optional(PrintableLine(30)),
  /** Who is to be classified, by which standard and as at which day. */
  household: Type.Optional(
    Type.Object(
      { standardId: Type.String(), day: PlainDateSchema, facts: FactsSchema },
      { additionalProperties: false },
    ),
  ),
})
export type Sheet = Static<typeof SheetSchema>

export const testButtons = {
  change: { right: 'class.manage' },
  step: { right: 'class.manage' },
  paper: { right: 'class.manage' },
  remark: { right: 'question.manage' },
} as const

const head = {
  classTestId: IdOf<'class_test'>(),
  trainingClassId: IdOf<'training_class'>(),
  classTitle: Type.String(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  title: Type.String(),
  purpose: TestPurposeSchema,
  state: TestStateSchema,
  /** How many were drawn; of a draft how many are to be. */
  questions: Count,
  pass: Nullable(PassMarkSchema),
  /** How many people have a seat, have answered, and have passed. */
  enrolled: Count,
  answered: Count,
  passed: Count,
}
export const TestRow = Type.Object(head)
export type ClassTest = Static<typeof TestRow>

export const ItemRow = Type.Object({
  number: Count,
  questionId: IdOf<'question'>(),
  topicId: IdOf<'framework_topic'>(),
  topicCode: Type.String(),
  topicTitle: Type.String(),
  version: Count,
  /** The newest of the bank. */
  newest: Count,
  sheet: SheetSchema,
  dropped: Type.Boolean(),
  /** The versions by whose keys it is marked. */
  markedBy: Type.Array(Count),
  /** How many answered it, and how many were wholly right. */
  answers: Count,
  right: Count,
})
export type Item = Static<typeof ItemRow>

/** What the bank lacks for a part of the blueprint. */
export const LackRow = Type.Object({
  topicId: IdOf<'framework_topic'>(),
  kind: Nullable(QuestionKindSchema),
  lacks: Count,
})
export type Lack = Static<typeof LackRow>

/** As the first version of its framework has it, called as the version in force calls it. */
export const TopicNamed = Type.Object({ topicId: IdOf<'framework_topic'>(), code: Type.String(), title: Type.String() })
export type NamedTopic = Static<typeof TopicNamed>

export const RemarkRow = Type.Object({
  item: Count,
  how: Type.Unsafe<RemarkHow>(Type.Enum(['drop', 'accept', 'replace'])),
  version: Nullable(Count),
  lowers: Type.Boolean(),
  because: Type.String(),
  changed: Count,
  by: Type.String(),
  at: Type.String(),
})
export type RemarkHow = 'drop' | 'accept' | 'replace'
export type Remark = Static<typeof RemarkRow>

export const WholeTest = Type.Object({
  ...head,
  ...TestSaid.properties,
  revision: Count,
  items: Type.Array(ItemRow),
  lacks: Type.Array(LackRow),
  topics: Type.Array(TopicNamed),
  /** The states that may follow, and those before. */
  next: Type.Array(TestStateSchema),
  remarks: Type.Array(RemarkRow),
  can: CanSchema(testButtons),
})
export type WholeTest = Static<typeof WholeTest>
