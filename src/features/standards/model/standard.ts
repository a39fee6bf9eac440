/**
 * A poverty standard as data: when it holds, its lines, its indicators, its cuts, the articles, a mark on every value.
 * What the sources do not say is absent, and what is absent is never guessed.
 */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { VndSchema } from '#kernel/numbers.ts'
import { CitationSchema, Marked, MarkSchema, SaidSchema, strict } from './marks.ts'
import { ThresholdSchema } from './threshold.ts'

const key = Type.String({ pattern: '^[a-zA-Z]{3,40}$' })
const words = Type.Object({ vi: Type.String(), en: Type.String(), mark: MarkSchema }, strict)

export const IndicatorSchema = Type.Object(
  {
    key,
    no: Type.Integer({ minimum: 1 }),
    name: words,
    /** Absent where the threshold is not among the facts: the indicator is then not assessable. */
    threshold: Type.Optional(ThresholdSchema),
  },
  strict,
)
export type Indicator = Static<typeof IndicatorSchema>

/** đồng a person a month; a household on a line is below it. `nearPoor` only where a standard has two lines. */
const Lines = Type.Object(
  {
    poor: Marked(VndSchema),
    nearPoor: Type.Optional(Marked(VndSchema)),
    average: Type.Optional(Marked(VndSchema)),
  },
  strict,
)
const points = Type.Number({ minimum: 0, maximum: 1000 })
/** B1 points; a household on a cut is below it. */
const Cuts = Type.Object({ poor: Marked(points), nearPoor: Type.Optional(Marked(points)) }, strict)

export const StandardSchema = Type.Object(
  {
    schema: Type.Literal(1),
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{2,60}$' }),
    name: SaidSchema,
    /** Half-open: the last day it holds is the day before `until`. */
    validity: Type.Object(
      { from: PlainDateSchema, until: PlainDateSchema, mark: MarkSchema, note: SaidSchema },
      strict,
    ),
    /** A provincial standard names the national one it stands above, and the province. */
    above: Type.Optional(Type.String()),
    area: Type.Optional(
      Type.Object({ provinceCode: Type.String({ pattern: '^[0-9]{2}$' }), name: Type.String() }, strict),
    ),
    /** Only on a standard made by `borrowThresholds`: an exercise that no round may use. */
    whatIf: Type.Optional(SaidSchema),
    legal: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          signed: Type.Optional(PlainDateSchema),
          inForce: Type.Optional(PlainDateSchema),
          mark: MarkSchema,
          note: Type.Optional(Type.String()),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    lines: Type.Object({ rural: Lines, urban: Lines, citation: CitationSchema }, strict),
    /**
     * `line_and_lacking`: at or below the line; poor with enough lacking indicators, else near-poor.
     * `two_lines`: poor below the first line, or between the lines with enough lacking indicators.
     */
    classes: Type.Object(
      {
        rule: Marked(Type.Enum(['line_and_lacking', 'two_lines'])),
        lackingForPoor: Marked(Type.Integer({ minimum: 1, maximum: 20 })),
        says: SaidSchema,
        citation: CitationSchema,
      },
      strict,
    ),
    /** Absent where the scoring circular is not among the facts. */
    scoring: Type.Optional(
      Type.Object(
        {
          pointsPerLacking: Marked(Type.Integer({ minimum: 1, maximum: 100 })),
          cuts: Type.Optional(Type.Object({ rural: Cuts, urban: Cuts }, strict)),
          citation: CitationSchema,
        },
        strict,
      ),
    ),
    dimensions: Type.Array(
      Type.Object(
        { code: Type.String(), name: words, indicators: Type.Array(IndicatorSchema, { minItems: 1 }) },
        strict,
      ),
      { minItems: 1 },
    ),
    /** What the sources leave open, in words. */
    missing: Type.Array(SaidSchema),
  },
  strict,
)
export type Standard = Static<typeof StandardSchema>
