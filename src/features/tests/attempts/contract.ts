/** The calls of attempts: what a learner may take, answering and sending it; results, gain, papers entered by the organiser. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, ToldSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { mostQuestions, PassMarkSchema, SheetSchema, TestStateSchema } from '../drawn/model.ts'
import { AnswerSchema, attemptWays, GainRow, MarkSchema, MyTest, ResultRow, Taking } from './model.ts'

/** Whoever has a seat takes the tests of the class, whatever else they may see. */
const mine = { right: 'signed_in' } as const
const ofTest = { classTestId: IdOf<'class_test'>() }
const ofAttempt = { testAttemptId: IdOf<'test_attempt'>() }

export const myTests = endpoint({
  name: 'attempts.mine',
  ...mine,
  method: 'GET',
  path: '/api/work/class-tests',
  says: { vi: 'Bài kiểm tra của tôi', en: 'My tests' },
  input: Type.Object({}),
  output: Type.Object({
    /** Whether the account is joined to an official. */
    known: Type.Boolean(),
    rows: Type.Array(MyTest),
  }),
})
export const myTestsFile = listFile(myTests, { name: 'attempts.mineFile', path: '/api/work/class-tests/file' })

export const beginTest = endpoint({
  name: 'attempts.begin',
  ...mine,
  method: 'POST',
  path: '/api/work/class-tests/:classTestId/begin',
  says: { vi: 'Bắt đầu làm bài kiểm tra', en: 'Begin a test' },
  input: Type.Object({ ...ofTest, ...ofAttempt }),
  output: Type.Object(ofAttempt),
})

export const takeTest = endpoint({
  name: 'attempts.take',
  ...mine,
  method: 'GET',
  path: '/api/work/test-attempts/:testAttemptId',
  says: { vi: 'Bài kiểm tra tôi đang làm, hoặc đã làm', en: 'A test that I am taking, or took' },
  input: Type.Object(ofAttempt),
  output: Taking,
})

export const answerTest = endpoint({
  name: 'attempts.answer',
  ...mine,
  method: 'POST',
  path: '/api/work/test-attempts/:testAttemptId/answers',
  says: { vi: 'Lưu câu trả lời', en: 'Save answers' },
  input: Type.Object({
    ...ofAttempt,
    answers: Type.Array(Type.Object({ number: Count, answer: AnswerSchema }), { minItems: 1, maxItems: mostQuestions }),
  }),
  output: Type.Object(ofAttempt),
})

export const sendTest = endpoint({
  name: 'attempts.send',
  ...mine,
  method: 'POST',
  path: '/api/work/test-attempts/:testAttemptId/send',
  says: { vi: 'Nộp bài kiểm tra', en: 'Send a test' },
  input: Type.Object(ofAttempt),
  output: Type.Object({ ...ofAttempt, mark: MarkSchema }),
})

const reads = { method: 'GET', right: 'class.manage' } as const
const writes = { method: 'POST', right: 'class.manage' } as const

export const listResults = endpoint({
  name: 'attempts.results',
  ...reads,
  path: '/api/class-tests/:classTestId/results',
  says: { vi: 'Kết quả một bài kiểm tra, từng người', en: 'Results of a test, person by person' },
  input: Type.Object(ofTest),
  output: Type.Object({
    title: Type.String(),
    state: TestStateSchema,
    pass: Nullable(PassMarkSchema),
    attempts: Count,
    variants: Count,
    rows: Type.Array(ResultRow),
    /** The questions by their numbers, and the order of each variant, to enter papers by. */
    sheets: Type.Array(Type.Object({ number: Count, sheet: SheetSchema })),
    orders: Type.Array(Type.Array(Count)),
  }),
})
export const resultsFile = listFile(listResults, {
  name: 'attempts.resultsFile',
  path: '/api/class-tests/:classTestId/results/file',
})

export const listGain = endpoint({
  name: 'attempts.gain',
  ...reads,
  path: '/api/training-classes/:trainingClassId/test-gain',
  says: { vi: 'Đầu khóa và cuối khóa của một lớp, từng người', en: 'Before and after a class, person by person' },
  input: Type.Object({ trainingClassId: IdOf<'training_class'>() }),
  output: Type.Object({ title: Type.String(), rows: Type.Array(GainRow) }),
})
export const gainFile = listFile(listGain, {
  name: 'attempts.gainFile',
  path: '/api/training-classes/:trainingClassId/test-gain/file',
})

export const showAttempt = endpoint({
  name: 'attempts.show',
  ...reads,
  path: '/api/test-attempts/:testAttemptId',
  says: {
    vi: 'Một lượt làm bài: đã trả lời gì, được chấm thế nào',
    en: 'An attempt: what was answered and how it was marked',
  },
  input: Type.Object(ofAttempt),
  output: Type.Object({
    ...ofTest,
    number: Count,
    way: Type.Unsafe<keyof typeof attemptWays>(Type.Enum(Object.keys(attemptWays) as (keyof typeof attemptWays)[])),
    variant: Count,
    /** In the order in which they were asked. */
    items: Type.Array(
      Type.Object({
        number: Count,
        written: Type.String(),
        sheet: SheetSchema,
        num: Nullable(Count),
        of: Nullable(Count),
      }),
    ),
    marks: Type.Array(
      Type.Object({
        ...MarkSchema.properties,
        because: Nullable(Type.String()),
        by: Nullable(Type.String()),
        at: Type.String(),
      }),
    ),
  }),
})

/** As it stands on the sheet, in the order of the variant: letters, Đ or S, numbers; empty: not answered. */
const Written = Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: mostQuestions })
const Variant = Type.Integer({ minimum: 1, maximum: 8 })

export const enterPaper = endpoint({
  name: 'attempts.enterPaper',
  ...writes,
  path: '/api/class-tests/:classTestId/papers',
  says: { vi: 'Nhập một bài làm trên giấy', en: 'Enter a paper' },
  input: Type.Object({ ...ofTest, ...ofAttempt, officialId: IdOf<'official'>(), variant: Variant, written: Written }),
  output: Type.Object({ ...ofAttempt, mark: MarkSchema }),
})

export const correctPaper = endpoint({
  name: 'attempts.correctPaper',
  ...writes,
  path: '/api/test-attempts/:testAttemptId/correct',
  says: { vi: 'Nhập lại một bài giấy đã nhập sai', en: 'Enter anew a paper that was entered wrongly' },
  /** `seen`: how often it was marked when it was seen. */
  input: Type.Object({ ...ofAttempt, variant: Variant, written: Written, seen: Count, because: Words(500) }),
  /** `told`: what rests on a test that is passed no more. */
  output: Type.Object({ ...ofAttempt, mark: MarkSchema, told: ToldSchema }),
})
