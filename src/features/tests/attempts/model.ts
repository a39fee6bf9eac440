/** What one person answered once, and what that was worth. */
import { type Static, Type } from 'typebox'
import type { Instant } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { PassMarkSchema, SheetSchema, TestPurposeSchema, TestStateSchema } from '../drawn/model.ts'

export const attemptWays = {
  online: { vi: 'trên máy', en: 'on a screen' },
  paper: { vi: 'trên giấy', en: 'on paper' },
} as const satisfies Record<string, Said>
export type AttemptWay = keyof typeof attemptWays
const WaySchema = Type.Unsafe<AttemptWay>(Type.Enum(Object.keys(attemptWays) as AttemptWay[]))

const When = Type.Unsafe<Instant>(Type.String())

/** A place, places, yes or no, a number as written, a class; null: none. */
export const AnswerSchema = Type.Union([
  Type.Null(),
  Type.Boolean(),
  Type.Integer({ minimum: 0, maximum: 7 }),
  Type.Array(Type.Integer({ minimum: 0, maximum: 7 }), { maxItems: 8, uniqueItems: true }),
  Type.String({ maxLength: 40 }),
])
export type GivenAnswer = Static<typeof AnswerSchema>

/** `num` of `of` points of so many questions, a point each: `num / of` is never rounded. */
export const MarkSchema = Type.Object({
  num: Count,
  of: Type.Integer({ minimum: 1 }),
  questions: Type.Integer({ minimum: 1 }),
  /** Null: no mark is to be reached. */
  passed: Nullable(Type.Boolean()),
})
export type Mark = Static<typeof MarkSchema>

export const MyAttempt = Type.Object({
  testAttemptId: IdOf<'test_attempt'>(),
  number: Count,
  way: WaySchema,
  begunAt: When,
  sentAt: Nullable(When),
  mark: Nullable(MarkSchema),
})

/** Why a test cannot be begun now. */
export const notNow = {
  off: { vi: 'Lớp đã hủy.', en: 'The class was called off.' },
  closed: { vi: 'Bài kiểm tra đã đóng.', en: 'The test is closed.' },
  used: { vi: 'Đã làm đủ số lần được làm.', en: 'It was taken as often as it may be.' },
  passed: { vi: 'Đã đạt, không phải kiểm tra lại.', en: 'Passed already: no retake is needed.' },
  first: { vi: 'Kiểm tra lại sau khi đã làm bài cuối khóa.', en: 'A retake comes after the test at the end.' },
} as const satisfies Record<string, Said>
export type NotNow = keyof typeof notNow

/** A test of a class in which whoever asks has a seat. */
export const MyTest = Type.Object({
  classTestId: IdOf<'class_test'>(),
  classTitle: Type.String(),
  title: Type.String(),
  purpose: TestPurposeSchema,
  state: TestStateSchema,
  questions: Count,
  minutes: Nullable(Count),
  attempts: Count,
  pass: Nullable(PassMarkSchema),
  mine: Type.Array(MyAttempt),
  notNow: Nullable(Type.Unsafe<NotNow>(Type.Enum(Object.keys(notNow) as NotNow[]))),
})
export type MyTest = Static<typeof MyTest>

/** What is being answered: the questions in their order, without a key. */
export const Taking = Type.Object({
  testAttemptId: IdOf<'test_attempt'>(),
  classTestId: IdOf<'class_test'>(),
  classTitle: Type.String(),
  title: Type.String(),
  number: Count,
  way: WaySchema,
  items: Type.Array(
    Type.Object({
      number: Count,
      sheet: SheetSchema,
      answer: AnswerSchema,
      /** Once the test is closed and its class completed: whether it was wholly right; null where it counts no more, or is not told yet. */
      right: Nullable(Type.Boolean()),
    }),
  ),
  /** Until when answers are taken; null: as long as the test is open. */
  until: Nullable(When),
  now: When,
  sentAt: Nullable(When),
  closed: Type.Boolean(),
  /** It is told which answers were right: nobody takes it any more. */
  rightsTold: Type.Boolean(),
  /** It is being answered in another session, which goes on. */
  elsewhere: Type.Boolean(),
  mark: Nullable(MarkSchema),
  pass: Nullable(PassMarkSchema),
})
export type Taking = Static<typeof Taking>

/** A person with a seat, and what came of the test for them. */
export const ResultRow = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  unitName: Type.String(),
  /** The variant that is theirs. */
  variant: Count,
  attempts: Count,
  /** Of the best; null: not marked yet. */
  testAttemptId: Nullable(IdOf<'test_attempt'>()),
  way: Nullable(WaySchema),
  mark: Nullable(MarkSchema),
  sentAt: Nullable(When),
  /** One is being answered. */
  open: Type.Boolean(),
})
export type Result = Static<typeof ResultRow>

/** One person's first test before and first test after. */
export const GainRow = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  unitName: Type.String(),
  before: Nullable(MarkSchema),
  after: Nullable(MarkSchema),
})
export type Gain = Static<typeof GainRow>
