/**
 * The survey form as a versioned data set. A section holds groups, a group is what a family answers in one breath (one
 * screen of the phone), a question is one answer with its path into the facts.
 */
import { type Static, Type } from 'typebox'
import type { Said } from '#kernel/text.ts'
import { CitationSchema, MarkSchema, SaidSchema, strict } from './marks.ts'

const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()])

/**
 * When a question is asked. `is`: the answer at a path is one of these (while that one is open, this waits). `from`, `below`: the
 * member's age may lie in `[from, below)`. Conditions stand side by side: all must hold.
 */
export const ConditionSchema = Type.Union([
  Type.Object({ path: Type.String(), is: Type.Array(scalar, { minItems: 1 }) }, strict),
  Type.Object(
    { age: Type.Object({ from: Type.Optional(Type.Integer()), below: Type.Optional(Type.Integer()) }, strict) },
    strict,
  ),
])
export type Condition = Static<typeof ConditionSchema>

export const questionKinds = ['yes_no', 'choice', 'many', 'number', 'money', 'birth', 'text'] as const

export const QuestionSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-zA-Z0-9.]{2,60}$' }),
    /** Into the facts: `housing.wall`, or `members[].job` in the member part. */
    path: Type.String({ pattern: '^(members\\[\\]\\.)?[a-zA-Z0-9]+(\\.[a-zA-Z0-9]+)?$' }),
    kind: Type.Enum([...questionKinds]),
    asks: SaidSchema,
    help: Type.Optional(SaidSchema),
    /** `m2`, `dong_month`, `dong_year`, `people`. */
    unit: Type.Optional(Type.String()),
    options: Type.Optional(
      Type.Array(Type.Object({ value: Type.String(), says: SaidSchema }, strict), { minItems: 2 }),
    ),
    /** Options come from a list held elsewhere: the 54 ethnic groups. */
    list: Type.Optional(Type.Enum(['ethnicity'])),
    askWhen: Type.Optional(Type.Array(ConditionSchema, { minItems: 1 })),
    /** Must be answered before the form is sent; others may stay open. */
    required: Type.Boolean(),
    /** Of the wording: `illustrative` is shown as "mẫu minh hoạ". */
    mark: MarkSchema,
    citation: Type.Optional(CitationSchema),
  },
  strict,
)
export type Question = Static<typeof QuestionSchema>

export const GroupSchema = Type.Object(
  {
    id: Type.String(),
    title: SaidSchema,
    questions: Type.Array(QuestionSchema, { minItems: 1 }),
  },
  strict,
)
export type Group = Static<typeof GroupSchema>

export const SectionSchema = Type.Object(
  {
    id: Type.String(),
    title: SaidSchema,
    /** `members`: the section is gone through once for each member. */
    repeat: Type.Optional(Type.Literal('members')),
    groups: Type.Array(GroupSchema, { minItems: 1 }),
  },
  strict,
)
export type Section = Static<typeof SectionSchema>

export const FormSchema = Type.Object(
  {
    schema: Type.Literal(1),
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{2,60}$' }),
    version: Type.Integer({ minimum: 1 }),
    name: SaidSchema,
    /** The standards whose answers it asks for. */
    serves: Type.Array(Type.String(), { minItems: 1 }),
    legal: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), mark: MarkSchema }, strict)),
    mark: MarkSchema,
    note: SaidSchema,
    sections: Type.Array(SectionSchema, { minItems: 1 }),
  },
  strict,
)
export type Form = Static<typeof FormSchema>

/** What a number of a form counts, as it is read beside it. */
export const formUnits: Readonly<Record<string, Said>> = {
  m2: { vi: 'm²', en: 'm²' },
  dong_month: { vi: 'đ một người một tháng', en: 'đ a person a month' },
  dong_year: { vi: 'đ một năm', en: 'đ a year' },
  people: { vi: 'người', en: 'people' },
}
