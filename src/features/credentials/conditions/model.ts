/** By which rule of a province a credential is issued, from a day on, by which text. */
import { type Static, Type } from 'typebox'
import { ClassKindSchema } from '#features/classes/list/model.ts'
import { type Organiser, OrganiserSchema } from '#features/classes/turns/model.ts'
import { DayOfYearSchema, limitStates } from '#features/training/limits/model.ts'
import { ValueMarkSchema } from '#features/training/money/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableText, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** Until when a credential holds. */
export const validities = {
  completion: { vi: 'Số tháng từ ngày hoàn thành', en: 'Months from completion' },
  old_end: { vi: 'Số tháng nối tiếp chứng nhận cũ', en: 'Months from the end of the old one' },
  year_end: { vi: 'Đến hết năm của kỳ rà soát', en: 'Until the end of the year of the round' },
  window: { vi: 'Khoảng ngày cố định hằng năm', en: 'The same days each year' },
} as const satisfies Record<string, Said>
export type Validity = keyof typeof validities
export const ValiditySchema = Type.Unsafe<Validity>(Type.Enum(Object.keys(validities) as Validity[]))

export const ruleStates = limitStates
export type RuleState = keyof typeof ruleStates
export const RuleStateSchema = Type.Unsafe<RuleState>(Type.Enum(Object.keys(ruleStates) as RuleState[]))

export const ruleButtons = {
  follow: { right: 'credential.rule', open: true },
  end: { right: 'credential.rule', open: true },
  withdraw: { right: 'credential.rule', open: false },
} as const

/** Which level of units must have held the class. */
export const organisersAsked = {
  province: { vi: 'Tỉnh', en: 'The province' },
  district: { vi: 'Huyện trở lên', en: 'Districts or above' },
  commune: { vi: 'Xã trở lên', en: 'Communes or above' },
} as const satisfies Record<Organiser, Said>

/** Until when it holds: months, or the days of each year. */
const Lasting = {
  validity: ValiditySchema,
  months: Nullable(Type.Integer({ minimum: 1, maximum: 120 })),
  firstDay: Nullable(DayOfYearSchema),
  lastDay: Nullable(DayOfYearSchema),
}
const Lasts = Type.Object(Lasting)
export type Lasts = Static<typeof Lasts>

/** What a rule says besides what it is called and which text says it. */
const saysFields = {
  topicIds: Type.Array(IdOf<'framework_topic'>(), { minItems: 1, maxItems: 20, uniqueItems: true }),
  needsTest: Type.Boolean(),
  standardId: Nullable(Type.String({ minLength: 1, maxLength: 60 })),
  ...Lasting,
  renewMonths: Type.Integer({ minimum: 0, maximum: 24 }),
  carriesOver: Type.Boolean(),
}
/** Which classes count; nothing said: any. */
const countsFields = {
  classKinds: Type.Array(ClassKindSchema, { maxItems: 6, uniqueItems: true }),
  heldBy: Nullable(OrganiserSchema),
}
export const RuleSaid = Type.Object({
  name: PrintableText(200),
  ...saysFields,
  ...countsFields,
  from: PlainDateSchema,
  legalReference: PrintableText(300),
  mark: ValueMarkSchema,
})
export type RuleSaid = Static<typeof RuleSaid>

const Topic = Type.Object({ topicId: IdOf<'framework_topic'>(), code: Type.String(), title: Type.String() })

export const RuleRow = Type.Object({
  credentialRuleId: IdOf<'credential_rule'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  name: Type.String(),
  ...saysFields,
  ...countsFields,
  topics: Type.Array(Topic),
  /** What its standard is called. */
  standard: Nullable(SaidSchema),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  /** Why it ended, or why it was never so. */
  because: Nullable(Type.String()),
  legalReference: Type.String(),
  mark: ValueMarkSchema,
  state: RuleStateSchema,
  can: CanSchema(ruleButtons),
})
export type Rule = Static<typeof RuleRow>
