/** The calls of questions about the work: asked, given to somebody, answered, put into the library, refused, withdrawn. */
import { Type } from 'typebox'
import { OpenTopic } from '#features/training/needs/model.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  AnswerSaid,
  AskText,
  FormSectionSchema,
  GivenSchema,
  InquiryRow,
  InquiryStateSchema,
  WholeInquiry,
} from './model.ts'

const reads = { method: 'GET', right: 'library.read' } as const
const answers = { method: 'POST', right: 'library.manage' } as const
const path = { inquiryId: IdOf<'inquiry'>() }
const area = { areaId: IdOf<'area'>() }
const Done = Type.Object(path)
const seen = { seen: Count }
const state = Type.Optional(InquiryStateSchema)
const page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))

export const listInquiries = endpoint({
  name: 'inquiries.list',
  method: 'GET',
  right: 'library.manage',
  path: '/api/areas/:areaId/inquiries',
  says: { vi: 'Câu hỏi nghiệp vụ của đơn vị', en: 'Questions about the work of a unit' },
  input: Type.Object({
    ...area,
    topicId: Type.Optional(IdOf<'framework_topic'>()),
    section: Type.Optional(FormSectionSchema),
    state,
    given: Type.Optional(GivenSchema),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page,
  }),
  output: Type.Object({
    areaName: Type.String(),
    total: Count,
    rows: Type.Array(InquiryRow),
    topics: Type.Array(OpenTopic),
  }),
})
export const inquiriesFile = listFile(listInquiries, {
  name: 'inquiries.listFile',
  path: '/api/areas/:areaId/inquiries/file',
})

export const myInquiries = endpoint({
  name: 'inquiries.mine',
  ...reads,
  path: '/api/inquiries/mine',
  says: { vi: 'Câu hỏi nghiệp vụ của tôi', en: 'My questions about the work' },
  input: Type.Object({ state, page }),
  output: Type.Object({ total: Count, rows: Type.Array(InquiryRow) }),
})
export const myInquiriesFile = listFile(myInquiries, { name: 'inquiries.mineFile', path: '/api/inquiries/mine/file' })

/** What a home page says: what I asked and was answered these days, what waits for an answer of mine. */
export const inquiryNews = endpoint({
  name: 'inquiries.news',
  ...reads,
  path: '/api/inquiries/news',
  says: { vi: 'Hỏi đáp nghiệp vụ: có gì mới với tôi', en: 'Questions: what is new for me' },
  input: Type.Object({}),
  output: Type.Object({ answered: Count, waiting: Count }),
})

export const getInquiry = endpoint({
  name: 'inquiries.get',
  ...reads,
  path: '/api/inquiries/:inquiryId',
  says: { vi: 'Một câu hỏi nghiệp vụ với các trả lời', en: 'A question with its answers' },
  input: Type.Object(path),
  output: WholeInquiry,
})

/** About what can be asked at a unit, and who answers there. */
export const askingChoices = endpoint({
  name: 'inquiries.choices',
  ...reads,
  path: '/api/areas/:areaId/inquiries/choices',
  says: { vi: 'Hỏi về chuyên đề nào, ai trả lời', en: 'About what can be asked, and who answers' },
  input: Type.Object(area),
  output: Type.Object({ topics: Type.Array(OpenTopic), specialists: Type.Array(Type.String()) }),
})

export const askInquiry = endpoint({
  name: 'inquiries.ask',
  method: 'POST',
  right: 'library.read',
  path: '/api/inquiries',
  says: { vi: 'Hỏi nghiệp vụ', en: 'Ask about the work' },
  /** One of topic and section. */
  input: Type.Object({
    ...path,
    ...area,
    topicId: Nullable(IdOf<'framework_topic'>()),
    section: Nullable(FormSectionSchema),
    ask: AskText,
  }),
  output: Done,
})

export const assignInquiry = endpoint({
  name: 'inquiries.assign',
  ...answers,
  path: '/api/inquiries/:inquiryId/assign',
  says: { vi: 'Giao câu hỏi cho người trả lời', en: 'Name who is to answer' },
  input: Type.Object({ ...path, ...seen, accountId: IdOf<'account'>() }),
  output: Done,
})

export const answerInquiry = endpoint({
  name: 'inquiries.answer',
  ...answers,
  path: '/api/inquiries/:inquiryId/answer',
  says: { vi: 'Trả lời, hoặc trả lời lại với lý do', en: 'Answer, or answer anew with the reason' },
  input: Type.Object({ ...path, ...seen, ...AnswerSaid, because: Nullable(Words(500)) }),
  output: Done,
})

export const refuseInquiry = endpoint({
  name: 'inquiries.refuse',
  ...answers,
  path: '/api/inquiries/:inquiryId/refuse',
  says: { vi: 'Báo là không trả lời, với lý do', en: 'Say that it is not answered, and why' },
  input: Type.Object({ ...path, ...seen, because: Words(500) }),
  output: Done,
})

export const shareInquiry = endpoint({
  name: 'inquiries.share',
  ...answers,
  path: '/api/inquiries/:inquiryId/share',
  says: { vi: 'Đưa câu trả lời vào thư viện', en: 'Put the answer into the library' },
  /** `title`: what is asked, in words for everybody; what was typed by who asked stays with the question. */
  input: Type.Object({ ...path, ...seen, ...area, topicId: IdOf<'framework_topic'>(), title: PrintableText(200) }),
  output: Type.Object({ ...path, materialId: IdOf<'material'>() }),
})

export const withdrawInquiry = endpoint({
  name: 'inquiries.withdraw',
  method: 'POST',
  right: 'library.read',
  path: '/api/inquiries/:inquiryId/withdraw',
  says: { vi: 'Rút câu hỏi của mình', en: 'Withdraw a question of mine' },
  input: Type.Object({ ...path, ...seen, because: Words(500) }),
  output: Done,
})
