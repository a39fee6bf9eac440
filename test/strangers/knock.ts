/** One knock at a call's door, with the least its contract accepts and the ids of life that are known. */
import type { LightMyRequestResponse } from 'fastify'
import type { Endpoint } from '#kernel/endpoint.ts'
import { stored, toldOf } from '../brought.ts'
import { anyId, least, type Schema } from '../hostile/least.ts'
import type { Visitor } from '../world.ts'

export type Known = Readonly<Record<string, unknown>>

const tiny = { name: 'a.csv', type: 'text/csv', bytes: Buffer.from('a') }
const texts = (fields: Record<string, unknown>): [string, string][] =>
  Object.entries(fields).map(([name, value]) => [name, String(value)])

/** What is sent: required fields, and those that may be left out where they name something known. */
function inputOf(schema: Schema, known: Known): Record<string, unknown> {
  const required = least(schema, known) as Record<string, unknown>
  const optional = Object.keys(schema.properties ?? {}).filter((name) => !(name in required) && name in known)
  return { ...required, ...Object.fromEntries(optional.map((name) => [name, known[name]])) }
}

/** What is sent to a call: where, and the rest of its input. */
function knocking(endpoint: Endpoint, known: Known) {
  const input = inputOf(endpoint.input as Schema, known)
  const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name] ?? anyId)))
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !endpoint.path.includes(`:${name}`)))
  return { url, rest }
}

export function knock(endpoint: Endpoint, visitor: Visitor, known: Known = {}): Promise<LightMyRequestResponse> {
  const { url, rest } = knocking(endpoint, known)
  if (endpoint.upload) return visitor.upload(url, Object.fromEntries(texts(rest)), tiny)
  if (endpoint.method === 'POST') return visitor.post(url, rest)
  return visitor.get(`${url}?${new URLSearchParams(texts(rest))}`)
}

/** The same knock at changes among others in one request; the code of each refusal, 'answered' where there is none. */
export async function knockTogether(
  endpoints: readonly Endpoint[],
  visitor: Visitor,
  known: Known = {},
): Promise<string[]> {
  const items = endpoints.map((endpoint) => {
    const { url, rest } = knocking(endpoint, known)
    return stored(url, rest)
  })
  return (await toldOf(visitor, items)).map(({ problem }) => problem?.code ?? 'answered')
}

/** The names under which a contract asks for ids, wherever they stand in it. */
export function idsAsked(schema: Schema, name = ''): string[] {
  if (schema.pattern && new RegExp(schema.pattern).test(anyId) && !new RegExp(schema.pattern).test('mai')) return [name]
  const inside = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])]
  return [
    ...inside.flatMap((one) => idsAsked(one, name)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => idsAsked(one, key)),
  ]
}
