/** The calls of needs: who needs which topic and why, counted; nominations by units; which topic helps against which error. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import {
  CountingSchema,
  ErrorCodeSchema,
  ErrorKind,
  mostNominated,
  NeedCount,
  NeedRow,
  NeedSourceSchema,
  OpenTopic,
  RequestRow,
} from './model.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const ofWish = { trainingWishId: IdOf<'training_wish'>() }
const reason = PrintableText(500)

export const needButtons = {
  nominate: { right: 'training.nominate', at: 'commune' },
  link: { right: 'training.manage', at: 'province' },
} as const satisfies Buttons<{ at: string }>

const Asked = {
  areaId: IdOf<'area'>(),
  day: Type.Optional(PlainDateSchema),
  source: Type.Optional(NeedSourceSchema),
  /** `none`: needs of no topic. */
  topic: Type.Optional(Type.Union([Type.Literal('none'), IdOf<'framework_topic'>()])),
  /** The post of the person, by its code; `none`: they hold none. */
  post: Type.Optional(Type.String({ pattern: '^[a-z][a-z_]{1,39}$' })),
  /** Of the area itself, without what lies below it. */
  here: Type.Optional(Type.Boolean()),
  /** What went wrong, or is not met. */
  error: Type.Optional(ErrorCodeSchema),
  q: Type.Optional(Type.String({ maxLength: 100 })),
}

export const listNeeds = endpoint({
  name: 'needs.list',
  ...reads,
  path: '/api/areas/:areaId/needs',
  says: { vi: 'Nhu cầu đào tạo: ai, chuyên đề nào, vì sao', en: 'Training needs: who, which topic, why' },
  input: Type.Object({
    ...Asked,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    day: PlainDateSchema,
    areaName: Type.String(),
    total: Count,
    people: Count,
    rows: Type.Array(NeedRow),
    /** Of the frameworks in force over the area. */
    topics: Type.Array(OpenTopic),
    can: CanSchema(needButtons),
  }),
})
export const needsFile = listFile(listNeeds, { name: 'needs.listFile', path: '/api/areas/:areaId/needs/file' })

export const countNeeds = endpoint({
  name: 'needs.count',
  ...reads,
  path: '/api/areas/:areaId/needs/counts',
  says: {
    vi: 'Nhu cầu đào tạo theo chuyên đề, đơn vị, đối tượng',
    en: 'Training needs by topic, unit, audience',
  },
  input: Type.Object({ areaId: IdOf<'area'>(), day: Type.Optional(PlainDateSchema), by: CountingSchema }),
  output: Type.Object({ areaName: Type.String(), rows: Type.Array(NeedCount) }),
})
export const countsFile = listFile(countNeeds, {
  name: 'needs.countFile',
  path: '/api/areas/:areaId/needs/counts/file',
})

export const listErrors = endpoint({
  name: 'needs.errors',
  ...reads,
  path: '/api/areas/:areaId/needs/errors',
  says: { vi: 'Sai sót gặp trong năm và chuyên đề khắc phục', en: 'Errors of the year and the topics against them' },
  input: Type.Object({ areaId: IdOf<'area'>(), day: Type.Optional(PlainDateSchema) }),
  output: Type.Object({ areaName: Type.String(), rows: Type.Array(ErrorKind) }),
})
export const errorsFile = listFile(listErrors, {
  name: 'needs.errorsFile',
  path: '/api/areas/:areaId/needs/errors/file',
})

export const nominate = endpoint({
  name: 'needs.nominate',
  method: 'POST',
  right: 'training.nominate',
  path: '/api/areas/:areaId/nominations',
  says: { vi: 'Cử người của đơn vị đi học một chuyên đề', en: 'Nominate people of the unit for a topic' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    nominations: Type.Array(Type.Object({ ...ofWish, officialId: IdOf<'official'>() }), {
      minItems: 1,
      maxItems: mostNominated,
    }),
    topicId: IdOf<'framework_topic'>(),
    reason,
    /** Though somebody has a seat already, has left, or is not whom the topic is for. */
    also: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ trainingWishIds: Type.Array(IdOf<'training_wish'>()) }),
})

export const withdrawNomination = endpoint({
  name: 'needs.withdraw',
  method: 'POST',
  right: 'training.nominate',
  path: '/api/nominations/:trainingWishId/withdraw',
  says: { vi: 'Rút một người đã cử', en: 'Withdraw a nomination' },
  input: Type.Object({ ...ofWish, because: reason }),
  output: Type.Object(ofWish),
})

export const linkError = endpoint({
  name: 'needs.linkError',
  method: 'POST',
  right: 'training.manage',
  path: '/api/areas/:areaId/error-topics',
  says: { vi: 'Gắn chuyên đề cho một loại sai sót', en: 'Say which topic helps against an error' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    errorTopicId: IdOf<'error_topic'>(),
    code: ErrorCodeSchema,
    topicId: IdOf<'framework_topic'>(),
  }),
  output: Type.Object({ errorTopicId: IdOf<'error_topic'>() }),
})

export const unlinkError = endpoint({
  name: 'needs.unlinkError',
  method: 'POST',
  right: 'training.manage',
  path: '/api/error-topics/:errorTopicId/drop',
  says: { vi: 'Bỏ gắn chuyên đề cho một loại sai sót', en: 'Say no more that a topic helps against an error' },
  input: Type.Object({ errorTopicId: IdOf<'error_topic'>() }),
  output: Type.Object({ errorTopicId: IdOf<'error_topic'>() }),
})

/** Whoever is an official asks for themselves, whatever else they may see or write. */
const mine = { right: 'signed_in' } as const

export const myRequests = endpoint({
  name: 'needs.myRequests',
  ...mine,
  method: 'GET',
  path: '/api/work/training-requests',
  says: { vi: 'Chuyên đề tôi đề nghị được học', en: 'Topics I asked to learn' },
  input: Type.Object({}),
  output: Type.Object({
    /** Null: the account is joined to no official. */
    unitName: Nullable(Type.String()),
    rows: Type.Array(RequestRow),
    topics: Type.Array(OpenTopic),
  }),
})
export const myRequestsFile = listFile(myRequests, {
  name: 'needs.myRequestsFile',
  path: '/api/work/training-requests/file',
})

export const requestTopic = endpoint({
  name: 'needs.request',
  ...mine,
  method: 'POST',
  path: '/api/work/training-requests',
  says: { vi: 'Đề nghị được học một chuyên đề', en: 'Ask to learn a topic' },
  input: Type.Object({ ...ofWish, topicId: IdOf<'framework_topic'>(), reason }),
  output: Type.Object(ofWish),
})

export const withdrawRequest = endpoint({
  name: 'needs.withdrawRequest',
  ...mine,
  method: 'POST',
  path: '/api/work/training-requests/:trainingWishId/withdraw',
  says: { vi: 'Rút đề nghị của tôi', en: 'Withdraw a request of mine' },
  input: Type.Object({ ...ofWish, because: reason }),
  output: Type.Object(ofWish),
})
