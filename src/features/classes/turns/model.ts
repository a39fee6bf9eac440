/** Turns (lượt): one person who completed one class; counted, and by name. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** What turns are counted by. */
export const turnViews = {
  post: { vi: 'Đối tượng', en: 'Audience' },
  topic: { vi: 'Chuyên đề', en: 'Topic' },
  year: { vi: 'Năm', en: 'Year' },
  unit: { vi: 'Đơn vị của người học', en: 'Unit of the learners' },
  organiser: { vi: 'Đơn vị mở lớp', en: 'Who held the class' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
} as const satisfies Record<string, Said>
export type TurnsBy = keyof typeof turnViews
export const TurnsBySchema = Type.Unsafe<TurnsBy>(Type.Enum(Object.keys(turnViews) as TurnsBy[]))

/** Levels that hold classes. */
export const organisers = {
  province: { vi: 'Tỉnh mở', en: 'By the province' },
  district: { vi: 'Huyện mở', en: 'By districts' },
  commune: { vi: 'Xã mở', en: 'By communes' },
} as const satisfies Record<string, Said>
export type Organiser = keyof typeof organisers
export const OrganiserSchema = Type.Unsafe<Organiser>(Type.Enum(Object.keys(organisers) as Organiser[]))

export const Figure = Type.Object({
  /** Null: of none, as who holds no post or learnt what has no topic. */
  key: Nullable(Type.String()),
  said: SaidSchema,
  province: Count,
  district: Count,
  commune: Count,
  turns: Count,
  /** Each person once, however many classes. */
  persons: Count,
})
export type Figure = Static<typeof Figure>

const Turn = {
  trainingClassId: IdOf<'training_class'>(),
  title: Type.String(),
  organiserName: Type.String(),
  post: SaidSchema,
  fromName: Type.String(),
  completedOn: PlainDateSchema,
}
export const TurnRow = Type.Object({
  trainingTurnId: IdOf<'training_turn'>(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  sex: Type.Unsafe<'male' | 'female'>(Type.Enum(['male', 'female'])),
  ethnicity: Type.String(),
  topics: Type.Array(Type.String()),
  ...Turn,
})
export type TurnRow = Static<typeof TurnRow>

export const OwnTurn = Type.Object({ ...Turn, topics: Type.Array(Type.String()) })
export type OwnTurn = Static<typeof OwnTurn>
