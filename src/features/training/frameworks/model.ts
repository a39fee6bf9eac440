/** A training framework as it is read: its versions, its topics, and whom each topic is for. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { FactMarkSchema, type LevelName, LevelsSchema } from '../programmes/model.ts'

export const frameworkStates = {
  drafted: { vi: 'Bản thảo', en: 'Draft' },
  approved: { vi: 'Đã phê duyệt', en: 'Approved' },
  sourced: { vi: 'Theo báo cáo, chưa thấy quyết định', en: 'As reported, decision not seen' },
} as const satisfies Record<string, Said>
export type FrameworkState = keyof typeof frameworkStates
export const FrameworkStateSchema = Type.Unsafe<FrameworkState>(
  Type.Enum(Object.keys(frameworkStates) as FrameworkState[]),
)
/** By what a list is narrowed: the state, or drafts that wait for the approval of who asks. */
export const frameworkFilters = {
  ...frameworkStates,
  to_approve: { vi: 'Chờ tôi phê duyệt', en: 'For me to approve' },
} as const satisfies Record<string, Said>
export type FrameworkFilter = keyof typeof frameworkFilters
export const FrameworkFilterSchema = Type.Unsafe<FrameworkFilter>(
  Type.Enum(Object.keys(frameworkFilters) as FrameworkFilter[]),
)

/** Posts of the roster by their codes, as far as training is meant for them. */
export const audiencePosts = {
  leader: { vi: 'Lãnh đạo phụ trách giảm nghèo', en: 'Leader in charge of poverty reduction' },
  office_head: {
    vi: 'Trưởng, phó Phòng Kinh tế cấp xã',
    en: "Head or deputy head of the commune's Economic Office",
  },
  specialist: { vi: 'Công chức, cán bộ làm công tác giảm nghèo', en: 'Poverty-reduction specialist' },
  cell_secretary: { vi: 'Bí thư chi bộ', en: 'Party cell secretary' },
  village_head: { vi: 'Trưởng thôn, bản, tổ dân phố', en: 'Village head' },
  front_head: { vi: 'Trưởng ban công tác Mặt trận', en: 'Head of the Front committee' },
  mass_organisation: { vi: 'Cán bộ đoàn thể', en: 'Mass organisation' },
  enumerator: { vi: 'Điều tra viên, rà soát viên', en: 'Enumerator' },
  trainer: { vi: 'Giảng viên, báo cáo viên', en: 'Trainer' },
  community_member: { vi: 'Người dân trong cộng đồng', en: 'Member of the community' },
} as const satisfies Record<string, Said>
export type AudiencePost = keyof typeof audiencePosts
export const audiencePostNames = Object.keys(audiencePosts) as AudiencePost[]
/** At which levels the roster knows them; who holds no post of it is of any. */
export const levelsOfPost: Readonly<Record<AudiencePost, readonly LevelName[] | null>> = {
  leader: ['nation', 'province', 'district', 'commune'],
  office_head: ['commune'],
  specialist: ['nation', 'province', 'district', 'commune'],
  cell_secretary: ['village'],
  village_head: ['village'],
  front_head: ['commune', 'village'],
  mass_organisation: ['province', 'district', 'commune', 'village'],
  enumerator: ['village'],
  trainer: ['nation', 'province', 'district', 'commune'],
  community_member: null,
}
export const PostsSchema = Type.Array(Type.Unsafe<AudiencePost>(Type.Enum(audiencePostNames)), {
  maxItems: audiencePostNames.length,
  uniqueItems: true,
})

/** Which communes are meant, by what stands of them on the day. */
export const areaConditions = {
  dbkk_commune: { vi: 'xã đặc biệt khó khăn', en: 'especially difficult communes' },
  border_commune: { vi: 'xã biên giới', en: 'border communes' },
  dbkk_village_commune: { vi: 'xã có thôn đặc biệt khó khăn', en: 'communes with especially difficult villages' },
} as const satisfies Record<string, Said>
export type AreaCondition = keyof typeof areaConditions
export const areaConditionNames = Object.keys(areaConditions) as AreaCondition[]
export const ConditionsSchema = Type.Array(Type.Unsafe<AreaCondition>(Type.Enum(areaConditionNames)), {
  maxItems: areaConditionNames.length,
  uniqueItems: true,
})

export const codePattern = '^[^\\s,;]{1,20}$'
export const CodeSchema = Type.String({ pattern: codePattern })
export const HoursSchema = Type.Integer({ minimum: 0, maximum: 2000 })
export const MonthsSchema = Type.Integer({ minimum: 1, maximum: 240 })

export const TopicView = Type.Object({
  frameworkTopicId: IdOf<'framework_topic'>(),
  code: Type.String(),
  title: Type.String(),
  objective: Type.String(),
  contents: Type.String(),
  theoryHours: Nullable(Type.Integer()),
  practiceHours: Nullable(Type.Integer()),
  posts: PostsSchema,
  levels: LevelsSchema,
  areaConditions: ConditionsSchema,
  requires: Type.Array(Type.String()),
  recursAfter: Nullable(Type.Integer()),
})
export type Topic = Static<typeof TopicView>

export const FrameworkRow = Type.Object({
  frameworkId: IdOf<'framework'>(),
  name: Type.String(),
  areaId: Nullable(IdOf<'area'>()),
  areaName: Type.String(),
  version: Type.Integer(),
  state: FrameworkStateSchema,
  periodFrom: Nullable(Type.Integer()),
  periodUntil: Nullable(Type.Integer()),
  topics: Type.Integer(),
  /** Of all topics; null where one of them does not say. */
  hours: Nullable(Type.Integer()),
  approved: Nullable(Type.Object({ number: Type.String(), day: PlainDateSchema, issuer: Type.String() })),
  source: Nullable(Type.String()),
  mark: Nullable(FactMarkSchema),
})
export type Framework = Static<typeof FrameworkRow>
