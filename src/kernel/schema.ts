/** Shapes that every contract needs. */
import { type TSchema, Type } from 'typebox'

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Count = Type.Integer({ minimum: 0 })
