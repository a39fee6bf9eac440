/** The calls of the bank of questions: listed, read with the keys, entered, written anew, taken out of use and back. */
import { Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, seenOf, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  QuestionKindSchema,
  QuestionPoolSchema,
  QuestionRow,
  QuestionSaid,
  QuestionStateSchema,
  WholeQuestion,
} from './model.ts'

const reads = { method: 'GET', right: 'question.manage' } as const
const writes = { method: 'POST', right: 'question.manage' } as const
const path = { questionId: IdOf<'question'>() }
const Done = Type.Object(path)

export const listQuestions = endpoint({
  name: 'questions.list',
  ...reads,
  path: '/api/areas/:areaId/questions',
  says: { vi: 'Ngân hàng câu hỏi', en: 'The bank of questions' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    topicId: Type.Optional(IdOf<'framework_topic'>()),
    kind: Type.Optional(QuestionKindSchema),
    pool: Type.Optional(QuestionPoolSchema),
    state: Type.Optional(QuestionStateSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(QuestionRow),
    /** The topics of the frameworks in force, to choose one. */
    topics: Type.Array(OpenTopic),
    mayWrite: Type.Boolean(),
  }),
})
export const questionsFile = listFile(listQuestions, {
  name: 'questions.listFile',
  path: '/api/areas/:areaId/questions/file',
})

export const getQuestion = endpoint({
  name: 'questions.get',
  ...reads,
  path: '/api/questions/:questionId',
  says: { vi: 'Một câu hỏi với đáp án và các bản trước', en: 'A question with its key and earlier versions' },
  input: Type.Object(path),
  output: WholeQuestion,
})

export const enterQuestion = endpoint({
  name: 'questions.enter',
  ...writes,
  path: '/api/questions',
  says: { vi: 'Ghi một câu hỏi', en: 'Enter a question' },
  input: Type.Object({
    ...path,
    areaId: IdOf<'area'>(),
    topicId: IdOf<'framework_topic'>(),
    pool: QuestionPoolSchema,
    ...QuestionSaid.properties,
  }),
  output: Done,
})

export const changeQuestion = endpoint({
  name: 'questions.change',
  ...writes,
  path: '/api/questions/:questionId/change',
  says: { vi: 'Viết lại một câu hỏi thành bản mới', en: 'Write a question anew as its next version' },
  input: Type.Object({
    ...path,
    ...Type.Partial(QuestionSaid).properties,
    ...seenOf(QuestionSaid),
    because: Words(500),
  }),
  output: Done,
})

export const useQuestion = endpoint({
  name: 'questions.use',
  ...writes,
  path: '/api/questions/:questionId/use',
  says: { vi: 'Thôi dùng một câu hỏi, hoặc dùng lại', en: 'Take a question out of use, or back' },
  /** `state`: what is wanted; it was seen as the other. */
  input: Type.Object({ ...path, state: QuestionStateSchema, because: Words(500) }),
  output: Done,
})
