/** What a standard says of one household, with the reasons that a letter of later years can still explain. */
import { type Static, type TSchema, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { CitationSchema, MarkSchema, strict } from './marks.ts'

/** Poorer first. */
export const classes = ['poor', 'near_poor', 'average', 'not_poor'] as const
export type Class = (typeof classes)[number]
export const ClassSchema = Type.Enum([...classes])

export const StateSchema = Type.Enum(['lacking', 'not_lacking', 'not_assessable'])
export type State = Static<typeof StateSchema>

/** A fact that spoke for a state: `members[].job` of person `p2` was `none`. `derived` marks what was counted from facts. */
export const BecauseSchema = Type.Object(
  {
    path: Type.String(),
    person: Type.Optional(Type.String()),
    value: Type.Unknown(),
    /** What it spoke for; absent on facts of income, and on what decides nothing and is only told. */
    state: Type.Optional(StateSchema),
    derived: Type.Optional(Type.Literal(true)),
  },
  strict,
)
export type Because = Static<typeof BecauseSchema>

export const IndicatorVerdictSchema = Type.Object(
  {
    key: Type.String(),
    state: StateSchema,
    /** Why it is not assessable. */
    open: Type.Optional(Type.Enum(['threshold_missing', 'answers_missing'])),
    because: Type.Array(BecauseSchema),
    missing: Type.Array(Type.String()),
    /** The state comes from a tick of an imported list, not from facts. */
    declared: Type.Optional(Type.Literal(true)),
    /** A tick says otherwise than the facts; the facts count. */
    contradicted: Type.Optional(Type.Literal(true)),
    mark: MarkSchema,
    citation: Type.Optional(CitationSchema),
  },
  strict,
)
export type IndicatorVerdict = Static<typeof IndicatorVerdictSchema>

export const BoundsSchema = Type.Object(
  { possible: Type.Array(ClassSchema), poor: Type.Enum(['surely', 'depends', 'surely_not']) },
  strict,
)
export type Bounds = Static<typeof BoundsSchema>

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const ScoreSchema = Type.Object(
  {
    standardId: Type.String(),
    standardHash: Type.String(),
    /** Set only when every possibility agrees. */
    class: nullable(ClassSchema),
    bounds: BoundsSchema,
    /** B1 points at least; null where income was measured or nothing is known. */
    b1: nullable(Type.Number()),
    /** B2 of the indicators that surely lack, and the most it can be; null where the scoring is not among the facts. */
    b2: nullable(Type.Integer()),
    b2Max: nullable(Type.Integer()),
    lacking: Type.Array(Type.String()),
    /** A points table with illustrative values was used: no round may decide by it. */
    illustrativeTable: Type.Boolean(),
  },
  strict,
)
/** A verdict without its reasons: what lists and counts need. */
export type Score = Static<typeof ScoreSchema>

export const VerdictSchema = Type.Object(
  {
    ...ScoreSchema.properties,
    day: PlainDateSchema,
    whatIf: Type.Boolean(),
    /** The table B1 was counted by; version and hash are null where the facts only name it. */
    pointsTable: nullable(
      Type.Object(
        {
          id: Type.String(),
          version: nullable(Type.String()),
          hash: nullable(Type.String()),
          decidable: Type.Boolean(),
        },
        strict,
      ),
    ),
    indicators: Type.Array(IndicatorVerdictSchema),
    income: Type.Object(
      {
        kind: Type.Enum(['measured', 'points', 'unknown']),
        /** đồng a person a month when measured, else B1 points; `usedMax` where missing answers leave a range. */
        used: nullable(Type.Number()),
        usedMax: nullable(Type.Number()),
        /** The lines in đồng and, for points, the cuts; null where the standard has none or the settlement is unknown. */
        line: nullable(Type.Integer()),
        nearPoorLine: nullable(Type.Integer()),
        averageLine: nullable(Type.Integer()),
        cut: nullable(Type.Number()),
        nearPoorCut: nullable(Type.Number()),
        because: Type.Array(BecauseSchema),
        mark: MarkSchema,
        citation: CitationSchema,
      },
      strict,
    ),
    missing: Type.Array(Type.String()),
    /** The weakest mark of the values that made the class, of the lacking thresholds, and of all together. */
    marks: Type.Object({ income: MarkSchema, indicators: MarkSchema, classes: MarkSchema, all: MarkSchema }, strict),
  },
  strict,
)
export type Verdict = Static<typeof VerdictSchema>
