/** Who needs which topic, and how that is known. */
import { type Static, Type } from 'typebox'
import { qualificationKinds, qualificationWords } from '#features/people/roster/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { GoneSince } from '../plan/model.ts'

export const needSources = {
  nominated: { vi: 'Đơn vị cử', en: 'Nominated by the unit' },
  requested: { vi: 'Cá nhân đề nghị', en: 'Asked for by the person' },
  error: { vi: 'Sai sót trong công việc', en: 'Errors in the work' },
  asked: { vi: 'Hỏi nghiệp vụ', en: 'Asked about' },
  requirement: { vi: 'Yêu cầu của chức danh chưa đạt', en: 'Requirements of a post not met' },
} as const satisfies Record<string, Said>
export type NeedSource = keyof typeof needSources
export const needSourceNames = Object.keys(needSources) as NeedSource[]
export const NeedSourceSchema = Type.Unsafe<NeedSource>(Type.Enum(needSourceNames))

/** What a need could come from besides, of which there is no data: it is not counted as nothing. */
export const sourcesToCome = {
  round: { vi: 'Yêu cầu của kỳ rà soát sắp tới', en: 'Requirements of a coming round' },
  running_out: { vi: 'Chứng nhận sắp hết hạn', en: 'Credentials that run out' },
} as const satisfies Record<string, Said>

/** The sections of the forms by their codes, and the kinds of qualifications that posts require. */
const errorWords: Readonly<Record<string, Said>> = {
  place: { vi: 'Nơi ở và sinh kế', en: 'Place and livelihood' },
  members: { vi: 'Thành viên hộ', en: 'Members' },
  housing: { vi: 'Nhà ở', en: 'Housing' },
  living: { vi: 'Nước, vệ sinh, thông tin', en: 'Water, sanitation, information' },
  income: { vi: 'Thu nhập', en: 'Income' },
  needs: { vi: 'Nguyên nhân và nguyện vọng', en: 'Causes and wishes' },
  whole_form: { vi: 'Cả phiếu', en: 'The whole form' },
  ...Object.fromEntries(
    qualificationKinds.map((kind) => {
      const { vi, en } = qualificationWords[kind]
      return [`required_${kind}`, { vi: `Trình độ ${vi.toLowerCase()}`, en: `Required: ${en}` }]
    }),
  ),
}
/** What no section says may still be a step of the procedure. */
export const isErrorCode = (code: string): boolean => code in errorWords
export const errorSaid = (code: string): Said => errorWords[code] ?? { vi: code, en: code }

export const countings = {
  topic: { vi: 'Chuyên đề', en: 'Topic' },
  source: { vi: 'Nguồn', en: 'Source' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  post: { vi: 'Đối tượng', en: 'Audience' },
} as const satisfies Record<string, Said>
export type Counting = keyof typeof countings
export const CountingSchema = Type.Unsafe<Counting>(Type.Enum(Object.keys(countings) as Counting[]))

/** In one sending. */
export const mostNominated = 200

export const ErrorCodeSchema = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z][a-z_]*$' })

/** A topic of a framework in force. */
export const OpenTopic = Type.Object({
  topicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
  /** With its years; said where one is to be chosen. */
  framework: Type.Optional(Type.String()),
})
export type OpenTopic = Static<typeof OpenTopic>

export const NeedRow = Type.Object({
  source: NeedSourceSchema,
  trainingWishId: Nullable(IdOf<'training_wish'>()),
  /** What kind of error or requirement; null of a wish. */
  error: Nullable(Type.String()),
  officialId: Nullable(IdOf<'official'>()),
  /** Null where nobody knows who made the error. */
  person: Nullable(Type.String()),
  unitId: IdOf<'area'>(),
  unitName: Type.String(),
  /** Null where no topic stands against the error, or the framework has it no more. */
  topic: Nullable(OpenTopic),
  /** Of a requirement: `none`, nothing is recorded, or `lower`, less than the post asks. */
  reason: Nullable(Type.String()),
  times: Count,
  day: PlainDateSchema,
  /** That the person is not to be called to a class any more. */
  gone: Nullable(GoneSince),
  /** Where a seat for the topic stands, in a plan of this year or the next; `plan` where the actor may read it. */
  seat: Nullable(
    Type.Object({
      ...{ year: Type.Integer(), drafted: Type.Boolean() },
      plan: Nullable(Type.Object({ trainingPlanId: IdOf<'training_plan'>(), name: Type.String() })),
    }),
  ),
})
export type Need = Static<typeof NeedRow>

export const NeedCount = Type.Object({
  /** A topic, a unit or a post; null: no topic, or no post. */
  key: Nullable(Type.String()),
  label: Nullable(SaidSchema),
  /** Null: no data. */
  needs: Nullable(Count),
  people: Nullable(Count),
})
export type NeedCount = Static<typeof NeedCount>

/** A request of the actor's own. */
export const RequestRow = Type.Object({
  trainingWishId: IdOf<'training_wish'>(),
  topicCode: Type.String(),
  topicTitle: Type.String(),
  reason: Type.String(),
  day: PlainDateSchema,
  withdrawnOn: Nullable(PlainDateSchema),
  because: Nullable(Type.String()),
  /** Whether the unit nominates the person for the same topic. */
  nominated: Type.Boolean(),
  /** The seat that the person has for it in an approved plan of this year or later. */
  seat: Nullable(
    Type.Object({
      year: Type.Integer(),
      plan: Type.String(),
      trainingPlanId: IdOf<'training_plan'>(),
    }),
  ),
})
export type TrainingRequest = Static<typeof RequestRow>

export const ErrorKind = Type.Object({
  code: Type.String(),
  /** How often a form was returned; null of a requirement. */
  times: Nullable(Count),
  people: Count,
  link: Nullable(Type.Object({ errorTopicId: IdOf<'error_topic'>(), code: Type.String(), title: Type.String() })),
})
export type ErrorKind = Static<typeof ErrorKind>
