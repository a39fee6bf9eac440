/** The edge: an input is bounded and every text put into its one form, then the contract is asked, then a handler. */
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { Endpoint } from '#kernel/endpoint.ts'
import { findUnprintable, printablePattern } from '#kernel/letters.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import { boundInput } from './edge/bounds.ts'

const compiled = new WeakMap<TSchema, Validator>()

export function validatorOf(schema: TSchema): Validator {
  const held = compiled.get(schema)
  if (held) return held
  const made = Compile(schema) as unknown as Validator
  compiled.set(schema, made)
  return made
}

type Fault = {
  readonly instancePath?: string
  readonly params?: { readonly requiredProperties?: readonly string[]; readonly pattern?: string }
}

/** The path of the field that is wrong or missing. What the checker says of it is English and stays here. */
function whereOf({ instancePath = '', params }: Fault): string {
  const [missing] = params?.requiredProperties ?? []
  return missing === undefined ? instancePath || '/' : `${instancePath}/${missing}`
}

/** A text that no paper could print, where that is what is wrong: its letters are named. */
function unprintable(value: unknown, faults: readonly Fault[]): Problem | null {
  for (const { instancePath = '', params } of faults) {
    if (!params?.pattern?.endsWith(printablePattern)) continue
    const text = Value.Pointer.Get(value, instancePath)
    const letters = typeof text === 'string' ? findUnprintable(text) : null
    if (letters) return problem('input.unprintable', { letters, text, where: instancePath })
  }
  return null
}

/** Checks an input against its contract; a query's texts are first read as the types the contract names. */
export function checkedInput(
  endpoint: Endpoint,
  input: Record<string, unknown>,
  fromText: boolean,
): Record<string, unknown> {
  boundInput(input)
  const value = (fromText ? Value.Convert(endpoint.input, input) : input) as Record<string, unknown>
  const validator = validatorOf(endpoint.input)
  if (validator.Check(value)) return value
  const faults = validator.Errors(value) as Fault[]
  throw unprintable(value, faults) ?? problem('input.invalid', { where: whereOf(faults[0] ?? {}) })
}
