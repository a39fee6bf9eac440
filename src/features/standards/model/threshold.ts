/**
 * When an indicator counts as lacking: a method named by its tag, and the values it works with. Each tag is one small
 * function in `rules/`; nothing here is a formula.
 */
import { type Static, type TObject, type TProperties, Type } from 'typebox'
import { CitationSchema, Marked, MarkSchema, SaidSchema, strict } from './marks.ts'
import { informationMeans, schoolLevels, services, toilets, waterSources } from './words.ts'

export const LevelsSchema = Type.Array(Type.Enum([...schoolLevels]), { minItems: 1 })
const age = Type.Integer({ minimum: 0, maximum: 130 })
/** Ages `[from, below)` and the levels of schooling that fit them. */
const Bands = Type.Array(Type.Object({ from: age, below: age, levels: LevelsSchema }, strict), { minItems: 1 })

const method = <const Tag extends string, P extends TProperties>(tag: Tag, params: P) =>
  Type.Object(
    {
      method: Type.Literal(tag),
      params: Type.Object(params, strict) as TObject<P>,
      /** The threshold in words, as the source gives it. */
      says: SaidSchema,
      mark: MarkSchema,
      note: Type.Optional(Type.String()),
      citation: CitationSchema,
    },
    strict,
  )

export const ThresholdSchema = Type.Union([
  method('member_without_job', {
    fromAge: Marked(age),
    untilAge: Marked(Type.Object({ male: age, female: age }, strict)),
  }),
  method('dependants_share', {
    childBelow: Marked(age),
    olderFrom: Marked(age),
    /** Percent of the members; lacking above it, not on it. */
    above: Marked(Type.Number({ minimum: 0, maximum: 100 })),
  }),
  method('child_undernourished', { below: Marked(age) }),
  method('member_uninsured', { fromAge: Marked(age) }),
  method('adult_schooling_bands', { bands: Marked(Bands), trainedOnJobCounts: Marked(Type.Boolean()) }),
  method('adult_schooling_cohort', {
    fromAge: Marked(age),
    bornFrom: Marked(Type.Integer({ minimum: 1890, maximum: 2100 })),
    levels: Marked(LevelsSchema),
  }),
  method('child_schooling_bands', { bands: Marked(Bands) }),
  method('child_not_attending', { from: Marked(age), below: Marked(age) }),
  method('ill_without_care', {}),
  method('house_not_durable', { structuresFrom: Marked(Type.Integer({ minimum: 1, maximum: 3 })) }),
  /** Square metres a person; lacking below it, not on it. */
  method('area_below', { perPerson: Marked(Type.Number({ minimum: 0 })) }),
  method('water_not_among', { sources: Marked(Type.Array(Type.Enum([...waterSources]))) }),
  method('toilet_not_among', { toilets: Marked(Type.Array(Type.Enum([...toilets]))) }),
  method('no_service', { services: Marked(Type.Array(Type.Enum([...services]), { minItems: 1 })) }),
  method('no_means', {
    means: Marked(Type.Array(Type.Enum([...informationMeans]), { minItems: 1 })),
    loudspeakerCounts: Marked(Type.Boolean()),
  }),
])
export type Threshold = Static<typeof ThresholdSchema>
export type Method = Threshold['method']
export type ThresholdOf<M extends Method> = Extract<Threshold, { method: M }>
