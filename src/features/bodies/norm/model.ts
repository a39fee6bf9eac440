/** How many bodies of a kind a unit of a level should have, from a day on and by which text; and which units are named. */
import { type Static, Type } from 'typebox'
import { levelWords } from '#features/areas/words.ts'
import { DatedRule, RequiredSchema } from '#features/people/norms/model.ts'
import { IdOf } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { type BodyKind, BodyKindSchema, bodyKindWords } from '../model.ts'

/** Units of these found bodies. */
export const bodyLevels = ['province', 'district', 'commune'] as const
export type BodyLevel = (typeof bodyLevels)[number]
export const BodyLevelSchema = Type.Unsafe<BodyLevel>(Type.Enum([...bodyLevels]))

/** A supervision board is founded by the Front of a commune. */
export const levelsOf: Readonly<Record<BodyKind, readonly BodyLevel[]>> = {
  steering: bodyLevels,
  supervision: ['commune'],
}

export const BodyNormRow = Type.Object({
  bodyNormId: IdOf<'body_norm'>(),
  ...DatedRule,
  kind: BodyKindSchema,
  level: BodyLevelSchema,
  required: RequiredSchema,
})
export type BodyNormRule = Static<typeof BodyNormRow>

/** "Ban Chỉ đạo – Cấp xã: 1". */
export const normSaid = ({ kind, level, required }: Pick<BodyNormRule, 'kind' | 'level' | 'required'>): Said => ({
  vi: `${bodyKindWords[kind].vi} – ${levelWords[level].vi}: ${required}`,
  en: `${bodyKindWords[kind].en} – ${levelWords[level].en}: ${required}`,
})

/** Which units are named: that lack a body, that have as many as they should, or every one that has a norm. */
export const unitsShown = ['lacking', 'held', 'every'] as const
export type UnitsShown = (typeof unitsShown)[number]
export const unitsWords: Readonly<Record<UnitsShown, Said>> = {
  lacking: { vi: 'Đơn vị còn thiếu Ban', en: 'Units that lack a body' },
  held: { vi: 'Đơn vị đã có đủ Ban', en: 'Units that have what they should' },
  every: { vi: 'Mọi đơn vị có định mức', en: 'All units with a norm' },
}

export const bodiesNeeded: Said = { vi: 'Ban cần có và đã có', en: 'Bodies needed and there' }
export const normsOfBodies: Said = { vi: 'Định mức của các Ban', en: 'Norms of bodies' }
