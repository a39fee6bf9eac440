/** The edge: every text in NFC, every input checked by the contract before a handler sees it. */
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { Endpoint } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import { nfc } from '#kernel/text.ts'

const compiled = new WeakMap<TSchema, Validator>()

export function validatorOf(schema: TSchema): Validator {
  const held = compiled.get(schema)
  if (held) return held
  const made = Compile(schema) as unknown as Validator
  compiled.set(schema, made)
  return made
}

/** The same value with every text, keys too, in NFC. Refuses U+0000, which PostgreSQL cannot hold. */
export function normalised(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw problem('input.invalid', { where: 'U+0000' })
    return nfc(value)
  }
  if (Array.isArray(value)) return value.map(normalised)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [nfc(key), normalised(inner)]))
  return value
}

/** Checks an input against its contract; a query's texts are first read as the types the contract names. */
export function checkedInput(
  endpoint: Endpoint,
  raw: Record<string, unknown>,
  fromText: boolean,
): Record<string, unknown> {
  const clean = normalised(raw) as Record<string, unknown>
  const value = (fromText ? Value.Convert(endpoint.input, clean) : clean) as Record<string, unknown>
  const validator = validatorOf(endpoint.input)
  if (validator.Check(value)) return value
  const first = validator.Errors(value)[0] as { instancePath?: string; message?: string } | undefined
  throw problem('input.invalid', { where: `${first?.instancePath || '/'} ${first?.message ?? ''}`.trim() })
}
