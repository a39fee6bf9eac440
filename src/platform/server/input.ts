/** The edge: an input is bounded and every text put into its one form, then the contract is asked, then a handler. */
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Value } from 'typebox/value'
import { type Endpoint, versionOf } from '#kernel/endpoint.ts'
import { findUnprintable, printableLinesPattern, printablePattern } from '#kernel/letters.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import { boundInput } from './edge/bounds.ts'
import { edgeProblem } from './edge/problems.ts'

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
  readonly params?: {
    readonly requiredProperties?: readonly string[]
    readonly pattern?: string
    readonly limit?: number
  }
  readonly keyword?: string
}

/** The path of the field that is wrong or missing. What the checker says of it is English and stays here. */
function whereOf({ instancePath = '', params }: Fault): string {
  const [missing] = params?.requiredProperties ?? []
  return missing === undefined ? instancePath || '/' : `${instancePath}/${missing}`
}

/** A text that no paper could print, where that is what is wrong: its letters are named. */
function unprintable(value: unknown, faults: readonly Fault[]): Problem | null {
  for (const { instancePath = '', params } of faults) {
    const isLines = params?.pattern?.endsWith(printableLinesPattern)
    if (!isLines && !params?.pattern?.endsWith(printablePattern)) continue
    const text = Value.Pointer.Get(value, instancePath)
    if (typeof text !== 'string') continue
    for (const line of isLines ? text.split('\n') : [text]) {
      const letters = findUnprintable(line)
      if (letters) return problem('input.unprintable', { letters, text: line, where: instancePath })
    }
  }
  return null
}

/** Which text of a list is too long, and by how much. */
function tooLong(value: unknown, faults: readonly Fault[]): Problem | null {
  for (const { instancePath = '', keyword, params } of faults) {
    const item = /\/(\d+)$/.exec(instancePath)?.[1]
    const text = item && keyword === 'maxLength' ? Value.Pointer.Get(value, instancePath) : null
    if (typeof text !== 'string') continue
    const facts = { item: Number(item) + 1, length: [...text].length, most: params?.limit ?? 0 }
    return problem('input.item_too_long', { ...facts, where: instancePath })
  }
  return null
}

function checked(schema: TSchema, value: Record<string, unknown>): Record<string, unknown> {
  const validator = validatorOf(schema)
  if (validator.Check(value)) return value
  const faults = validator.Errors(value) as Fault[]
  throw (
    unprintable(value, faults) ??
    tooLong(value, faults) ??
    problem('input.invalid', { where: whereOf(faults[0] ?? {}) })
  )
}

export type Shape = {
  /** A query or a form: its texts are first read as the types the contract names. */
  readonly fromText: boolean
  /** The version of the contract by which it was made. */
  readonly version: number
}

/** Checks an input against the contract it was made by, and brings it step by step to that of today. */
export function checkedInput(
  endpoint: Endpoint,
  input: Record<string, unknown>,
  { fromText, version }: Shape,
): Record<string, unknown> {
  boundInput(input, endpoint.brings)
  const steps = (endpoint.earlier ?? []).slice(version - 1)
  const made = steps[0]?.input ?? endpoint.input
  let value = fromText ? (Value.Convert(made, input) as Record<string, unknown>) : input
  for (const { input: schema, next } of steps) value = next(checked(schema, value) as never)
  return checked(endpoint.input, value)
}

/** What a call answers, where it is what its contract says. */
export function checkedAnswer({ name, output }: Endpoint, result: unknown): unknown {
  const validator = validatorOf(output)
  if (validator.Check(result)) return result
  throw new Error(`${name} answered against its contract: ${JSON.stringify(validator.Errors(result)[0])}`)
}

/** The version of a stored change; of a page that says none the first. Throws where this server is too old for it. */
export function madeBy(endpoint: Endpoint, said: unknown): number {
  const version = said === undefined ? 1 : /^[1-9]\d{0,4}$/.test(String(said)) ? Number(said) : null
  if (version === null) throw problem('input.invalid', { where: 'x-schema-version' })
  if (version > versionOf(endpoint)) throw edgeProblem('input.newer')
  return version
}
