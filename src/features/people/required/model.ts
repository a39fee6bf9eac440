/** What who holds a post must have learnt, and why somebody does not meet it. */
import { type Static, Type } from 'typebox'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { Rule, RuleMarkSchema } from '../norms/model.ts'
import { LevelCode, LevelSchema, PostCode, type QualificationKind, qualificationKinds } from '../roster/model.ts'

export const QualificationKindSchema = Type.Unsafe<QualificationKind>(Type.Enum([...qualificationKinds]))

/** `level`: of which units; null for those of every level. */
export const RequirementRow = Type.Object({
  requirementId: IdOf<'post_requirement'>(),
  ...Rule,
  level: Nullable(LevelSchema),
  kind: QualificationKindSchema,
  minimum: LevelCode,
  minimumSaid: SaidSchema,
})
export type Requirement = Static<typeof RequirementRow>

export const whys = {
  none: { vi: 'Chưa ghi trình độ loại này', en: 'None of this kind is recorded' },
  lower: { vi: 'Thấp hơn mức yêu cầu', en: 'Lower than what is asked' },
  unsaid: { vi: 'Chưa ghi bậc của trình độ', en: 'The level of the qualification is not recorded' },
  under_way: { vi: 'Đang học', en: 'Under way' },
} as const satisfies Record<string, Said>
export type Why = keyof typeof whys
export const whyNames = Object.keys(whys) as Why[]
export const WhySchema = Type.Unsafe<Why>(Type.Enum(whyNames))

/** Of a post and kind: of how many people it is asked, how many meet it, and the others by why. */
export const AskedLine = Type.Object({
  post: PostCode,
  said: SaidSchema,
  kind: QualificationKindSchema,
  asked: Count,
  met: Count,
  none: Count,
  lower: Count,
  unsaid: Count,
  under_way: Count,
})
export type Asked = Static<typeof AskedLine>

/** One post of a person and a kind that it asks. */
export const UnmetRow = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  post: PostCode,
  said: SaidSchema,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  kind: QualificationKindSchema,
  minimumSaid: SaidSchema,
  why: WhySchema,
  legalBasis: Type.String(),
  mark: RuleMarkSchema,
})
export type Unmet = Static<typeof UnmetRow>

/** The same of one person, met or not. */
export const JudgedRow = Type.Object({ ...UnmetRow.properties, why: Nullable(WhySchema) })
export type Judged = Static<typeof JudgedRow>
