/**
 * A call, as data: method, path, the right it asks for, what goes in and what comes out. The server checks by it, the
 * browser types by it, the API description is printed from it. A call without a right does not compile.
 */
import type { Static, TSchema } from 'typebox'
import type { Right } from './access.ts'
import type { Said } from './text.ts'

export type Method = 'GET' | 'POST'

/** A shape the call had before, and the step to the one after it. */
export type Earlier = {
  readonly input: TSchema
  readonly next: (input: never) => Record<string, unknown>
}

/**
 * How an answer is kept with its command: shorter than it was given. Who sends the command once more brings the same input
 * and is given the same answer, byte for byte. An answer that was kept as it was given stays as it is.
 */
export type KeptShort = {
  readonly short: (answer: never, input: never) => unknown
  readonly whole: (kept: unknown, input: never) => unknown
}

export const keptShort = <A, I>(
  short: (answer: A, input: I) => unknown,
  whole: (kept: unknown, input: I) => unknown,
): KeptShort => ({
  short,
  whole,
})

export const earlier = <I extends TSchema>(input: I, next: (input: Static<I>) => Record<string, unknown>): Earlier => ({
  input,
  next,
})

export type EndpointSpec<I extends TSchema, O extends TSchema> = {
  /** Room and verb: `households.find`. Unique. */
  readonly name: string
  /** GET reads; POST changes (or is a reading whose input must not stand in an address: `reads: true`). */
  readonly method: Method
  /** `/api/households/:householdId`; names after a colon are taken from `input`. */
  readonly path: string
  readonly right: Right
  readonly says: Said
  /** One flat object: path names, then the query (GET) or the JSON body (POST). */
  readonly input: I
  readonly output: O
  /** A POST that changes nothing. */
  readonly reads?: true
  /** A POST that takes files: the input's other fields come as form fields, the file by `ctx.file`. */
  readonly upload?: { readonly maxBytes: number }
  /** A POST that brings other changes as they were stored: the texts of this name are theirs, and taken letter by letter. */
  readonly brings?: string
  /** A change that is made where there is no line: sealed on its phone, it is taken from whoever brings it. */
  readonly afield?: true
  /**
   * The shapes it had before, oldest first: devices may still hold what was made in them. Today's version is one more
   * than there are; a line is never taken away, and path names are of no shape (`oldNames`).
   */
  readonly earlier?: readonly Earlier[]
  readonly kept?: KeptShort
  /** A GET that answers with a document (PDF, spreadsheet) in place of JSON. */
  readonly document?: true
  /** A GET whose answer never changes under its address: the browser keeps it and asks no more. */
  readonly lasting?: true
}

export type Endpoint<I extends TSchema = TSchema, O extends TSchema = TSchema> = EndpointSpec<I, O>

export const endpoint = <I extends TSchema, O extends TSchema>(spec: EndpointSpec<I, O>): Endpoint<I, O> => spec

/** The number of a call's shape of today. */
export const versionOf = ({ earlier = [] }: Pick<Endpoint, 'earlier'>): number => earlier.length + 1

export type InputOf<E> = E extends Endpoint<infer I, infer _O> ? Static<I> : never
export type OutputOf<E> = E extends Endpoint<infer _I, infer O> ? Static<O> : never
