/**
 * A call, as data: method, path, the right it asks for, what goes in and what comes out. The server checks by it, the
 * browser types by it, the API description is printed from it. A call without a right does not compile.
 */
import type { Static, TSchema } from 'typebox'
import type { Right } from './access.ts'
import type { Said } from './text.ts'

export type Method = 'GET' | 'POST'

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
  /** A GET that answers with a document (PDF, spreadsheet) in place of JSON. */
  readonly document?: true
}

export type Endpoint<I extends TSchema = TSchema, O extends TSchema = TSchema> = EndpointSpec<I, O>

export const endpoint = <I extends TSchema, O extends TSchema>(spec: EndpointSpec<I, O>): Endpoint<I, O> => spec

export type InputOf<E> = E extends Endpoint<infer I, infer _O> ? Static<I> : never
export type OutputOf<E> = E extends Endpoint<infer _I, infer O> ? Static<O> : never
