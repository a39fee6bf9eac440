/** What a contract accepts, made from the contract itself. */

export type Schema = {
  type?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minLength?: number
  maxLength?: number
  minimum?: number
  minItems?: number
}

/** Valid in form, names nothing. */
export const anyId = '01890000-0000-7000-8000-00000000abcd'

/** The least value a contract accepts; `known` gives values of life for the names it holds. */
export function least(schema: Schema, known: Readonly<Record<string, unknown>> = {}): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return least(schema.anyOf[0], known)
  if (schema.type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, known[name] ?? least(schema.properties?.[name] ?? {}, known)]),
    )
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items ?? {}, known))
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return leastText(schema)
}

function leastText(schema: Schema): string {
  const fits = (text: string) =>
    (!schema.pattern || new RegExp(schema.pattern).test(text)) &&
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? 1000)
  return [anyId, '2026-11-20', 'aaaaaaaaaaaa', '1', '2026', '01', 'a'.repeat(64)].find(fits) ?? 'x'
}
