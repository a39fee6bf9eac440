/** What a province lays down for its classes, from a day on, by which text. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { normStates, ValueMarkSchema } from '../money/model.ts'

export const limitKinds = {
  largest_class: { vi: 'Sĩ số lớn nhất một lớp', en: 'Largest class', unit: { vi: 'người', en: 'people' } },
  from_one_place: {
    vi: 'Số người nhiều nhất của một xã trong một lớp',
    en: 'Most people of one commune in a class',
    unit: { vi: 'người', en: 'people' },
  },
  days_in_a_row: { vi: 'Số ngày học liền nhiều nhất', en: 'Most days in a row', unit: { vi: 'ngày', en: 'days' } },
  hours_a_day: { vi: 'Số tiết một ngày', en: 'Hours a day', unit: { vi: 'tiết', en: 'hours' } },
  furthest_way: { vi: 'Quãng đường đi học xa nhất', en: 'Furthest way to a class', unit: { vi: 'km', en: 'km' } },
  newly_in_post: {
    vi: 'Coi là mới nhận việc trong thời gian',
    en: 'Newly in post for so long',
    unit: { vi: 'tháng', en: 'months' },
  },
  attended_share: {
    vi: 'Tỷ lệ buổi phải dự để được tính một lượt',
    en: 'Share of sessions to attend for a turn',
    unit: { vi: '%', en: '%' },
  },
  closed: { vi: 'Thời gian không mở lớp', en: 'Days without classes', unit: null },
  first_turn: { vi: 'Thứ tự ưu tiên', en: 'Whose turn is first', unit: null },
} as const satisfies Record<string, Said & { readonly unit: Said | null }>
export type LimitKind = keyof typeof limitKinds
export const limitKindNames = Object.keys(limitKinds) as LimitKind[]
export const LimitKindSchema = Type.Unsafe<LimitKind>(Type.Enum(limitKindNames))

export const turns = {
  newly_in_post: { vi: 'người mới được bầu, mới nhận việc', en: 'newly elected or in post' },
  difficult_area: { vi: 'xã, thôn đặc biệt khó khăn', en: 'especially difficult areas' },
  border_area: { vi: 'xã biên giới', en: 'border communes' },
  nominated: { vi: 'đơn vị cử', en: 'nominated by the unit' },
  error: { vi: 'có sai sót trong công việc', en: 'errors in the work' },
  requested: { vi: 'cá nhân đề nghị', en: 'asked for by the person' },
} as const satisfies Record<string, Said>
export type Turn = keyof typeof turns
export const turnNames = Object.keys(turns) as Turn[]
export const TurnsSchema = Type.Array(Type.Unsafe<Turn>(Type.Enum(turnNames)), {
  maxItems: turnNames.length,
  uniqueItems: true,
})

export const limitStates = {
  ...normStates,
  withdrawn: { vi: 'Ghi nhầm, đã rút', en: 'Entered by mistake, withdrawn' },
} as const satisfies Record<string, Said>
export type LimitState = keyof typeof limitStates
export const LimitStateSchema = Type.Unsafe<LimitState>(Type.Enum(Object.keys(limitStates) as LimitState[]))

/** Month and day: `09-01`. */
export const DayOfYearSchema = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' })

export const limitButtons = {
  follow: { right: 'training.norm', open: true },
  end: { right: 'training.norm', open: true },
  withdraw: { right: 'training.norm', open: false },
} as const

/** What it says, by its kind: a number, days of each year with why, or an order. */
export const LimitSaysFields = {
  value: Nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
  firstDay: Nullable(DayOfYearSchema),
  lastDay: Nullable(DayOfYearSchema),
  what: Nullable(Type.String()),
  turns: Nullable(TurnsSchema),
}
const Says = Type.Object(LimitSaysFields)
export type LimitSays = Static<typeof Says>

export const LimitRow = Type.Object({
  trainingLimitId: IdOf<'training_limit'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  kind: LimitKindSchema,
  ...LimitSaysFields,
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  /** Why it ended, or why it was never so. */
  because: Nullable(Type.String()),
  legalReference: Type.String(),
  mark: ValueMarkSchema,
  state: LimitStateSchema,
  can: CanSchema(limitButtons),
})
export type Limit = Static<typeof LimitRow>
