/** What a unit should have of a post, from a day on and by which text; and what every dated rule of the roster says. */
import { type Static, Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableText, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { PostCode } from '../roster/model.ts'

export const ruleStates = {
  in_force: { vi: 'Đang áp dụng', en: 'In force' },
  coming: { vi: 'Sắp áp dụng', en: 'Coming' },
  ended: { vi: 'Đã hết', en: 'Ended' },
} as const satisfies Record<string, Said>
export type RuleState = keyof typeof ruleStates
export const ruleStateNames = Object.keys(ruleStates) as RuleState[]
export const RuleStateSchema = Type.Unsafe<RuleState>(Type.Enum(ruleStateNames))

/** How what a rule says came here. */
export const ruleMarks = {
  text: { vi: 'đã đọc trong văn bản', en: 'read in the text' },
  secondary: { vi: 'theo nguồn khác kể lại', en: 'told by another source' },
  recalled: { vi: 'theo trí nhớ, chưa đối chiếu văn bản', en: 'recalled, not checked against the text' },
  illustrative: { vi: 'mẫu minh hoạ', en: 'illustrative' },
} as const satisfies Record<string, Said>
export type RuleMark = keyof typeof ruleMarks
export const ruleMarkNames = Object.keys(ruleMarks) as RuleMark[]
export const RuleMarkSchema = Type.Unsafe<RuleMark>(Type.Enum(ruleMarkNames))

/** A rule that goes on is followed by another from a day on, or ends; an end that was written wrongly is put right. */
export const ruleButtons = {
  follow: { right: 'roster.rules', open: true },
  end: { right: 'roster.rules', open: false },
} as const satisfies Buttons<{ open: boolean }>

/** The first day without it, as it was seen by who puts it right. */
export const SeenEnd = Type.Optional(Nullable(PlainDateSchema))

/** What all of them say, those of other rooms too. `areaName` is null of those that hold everywhere. */
export const DatedRule = {
  areaName: Nullable(Type.String()),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  endedBecause: Nullable(Type.String()),
  /** Whether it took the place of another on its first day, which goes on where this one was a mistake. */
  follows: Type.Boolean(),
  legalBasis: Type.String(),
  mark: RuleMarkSchema,
  state: RuleStateSchema,
  can: CanSchema(ruleButtons),
}
const DatedRuleRow = Type.Object(DatedRule)
export type DatedRule = Static<typeof DatedRuleRow>

/** What those of a post say. */
export const Rule = { ...DatedRule, post: PostCode, said: SaidSchema }

export const mostRequired = 50
export const RequiredSchema = Type.Integer({ minimum: 0, maximum: mostRequired })

/** What each value of a norm says. */
export const NormValue = {
  required: RequiredSchema,
  from: PlainDateSchema,
  legalBasis: PrintableText(300),
  mark: RuleMarkSchema,
}

/** The nation and the provinces for which somebody may enter one. */
export const PlacesOfRules = Type.Array(Type.Object({ areaId: IdOf<'area'>(), name: Type.String() }))

/** Units of these have norms; the nation is no unit that somebody works at. */
export const normLevels = ['province', 'district', 'commune', 'village'] as const
export type NormLevel = (typeof normLevels)[number]
export const NormLevelSchema = Type.Unsafe<NormLevel>(Type.Enum([...normLevels]))

export const NormRow = Type.Object({
  postNormId: IdOf<'norm'>(),
  ...Rule,
  level: NormLevelSchema,
  required: RequiredSchema,
})
export type NormRule = Static<typeof NormRow>

export const everywhere: Said = { vi: 'Cả nước', en: 'Everywhere' }
