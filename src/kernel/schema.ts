/** Shapes that every contract needs. */
import { type TSchema, Type } from 'typebox'

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Count = Type.Integer({ minimum: 0 })

/** What a person must say in words: spaces alone say nothing. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
