/** A B1 points table: imported data with a version, its legal reference and two people who confirmed it. */
import { type Static, type TSchema, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { MarkSchema, SaidSchema, strict } from './marks.ts'
import { LevelsSchema } from './threshold.ts'
import { jobs, regions } from './words.ts'

const points = Type.Integer({ minimum: -500, maximum: 500 })
const PointsByRegion = Type.Object(
  Object.fromEntries(regions.map((r) => [r, points])) as Record<(typeof regions)[number], typeof points>,
  strict,
)
const count = Type.Integer({ minimum: 0, maximum: 100 })

const row = <P extends Record<string, TSchema>>(match: P) =>
  Type.Object({ says: SaidSchema, match: Type.Object(match, strict), points: PointsByRegion, mark: MarkSchema }, strict)
const CountRow = row({ from: count, to: Type.Optional(count) })

const base = { no: Type.Integer({ minimum: 1 }), name: SaidSchema }

export const PointsSectionSchema = Type.Union([
  Type.Object({ ...base, method: Type.Literal('household_size'), rows: Type.Array(CountRow) }, strict),
  Type.Object(
    {
      ...base,
      method: Type.Literal('dependants_count'),
      childBelow: Type.Integer({ minimum: 0 }),
      olderAbove: Type.Integer({ minimum: 0 }),
      rows: Type.Array(CountRow),
    },
    strict,
  ),
  Type.Object(
    { ...base, method: Type.Literal('best_schooling'), rows: Type.Array(row({ levels: LevelsSchema })) },
    strict,
  ),
  Type.Object(
    {
      ...base,
      method: Type.Literal('best_job'),
      rows: Type.Array(row({ jobs: Type.Array(Type.Enum([...jobs]), { minItems: 1 }) })),
    },
    strict,
  ),
  Type.Object({ ...base, method: Type.Literal('pensions_count'), rows: Type.Array(CountRow) }, strict),
])
export type PointsSection = Static<typeof PointsSectionSchema>

export const PointsTableSchema = Type.Object(
  {
    schema: Type.Literal(1),
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{2,60}$' }),
    standard: Type.String(),
    version: Type.String({ minLength: 1 }),
    name: SaidSchema,
    /** Said on every screen and paper that depends on the table. */
    warning: Type.Optional(SaidSchema),
    mark: MarkSchema,
    legal: Type.Object({ title: Type.String({ minLength: 1 }), article: Type.Optional(Type.String()) }, strict),
    confirmedBy: Type.Array(
      Type.Object({ accountId: Type.String(), name: Type.String(), on: PlainDateSchema }, strict),
    ),
    sections: Type.Array(PointsSectionSchema, { minItems: 1 }),
  },
  strict,
)
export type PointsTable = Static<typeof PointsTableSchema>
