/**
 * The documents on which decisions stand, as their "Căn cứ" lines name them (NĐ 30/2020/NĐ-CP, recalled): kind, number,
 * day, who issued it, what it is about; of a law neither number nor issuer. A file of the nation, and one a province.
 */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { MarkSchema, strict } from './marks.ts'

const kinds = ['Luật', 'Nghị quyết', 'Nghị định', 'Quyết định', 'Thông tư'] as const
const text = Type.String({ minLength: 1, maxLength: 600 })

const GroundSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{2,60}$' }),
    kind: Type.Enum([...kinds]),
    number: Type.Optional(text),
    /** A document whose day was not seen names none; `from` says then since when it is a ground. */
    signed: Type.Optional(PlainDateSchema),
    from: Type.Optional(PlainDateSchema),
    /** The first day on which it is a ground no more. */
    until: Type.Optional(PlainDateSchema),
    issuer: Type.Optional(text),
    /** What it is about, as it goes on after the issuer: `quy định chuẩn nghèo đa chiều`; of a law its name. */
    about: text,
    /** Decisions by these standards alone, and by what stands above them. */
    standards: Type.Optional(Type.Array(Type.String())),
    mark: MarkSchema,
    note: Type.Optional(Type.String()),
  },
  strict,
)
export type Ground = Static<typeof GroundSchema>

export const GroundsSchema = Type.Object(
  {
    schema: Type.Literal(1),
    /** Grounds of the decisions of one province, beside those of the nation. */
    provinceCode: Type.Optional(Type.String({ pattern: '^[0-9]{2}$' })),
    note: Type.Optional(Type.String()),
    grounds: Type.Array(GroundSchema, { minItems: 1 }),
  },
  strict,
)
export type Grounds = Static<typeof GroundsSchema>
