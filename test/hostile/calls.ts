/** Malformed calls, made from the contracts: right in all but one thing. */
import type { Chance } from '#features/households/demo/chance.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#platform/server/ids.ts'
import { anyId, least, type Schema } from './least.ts'
import { asText, type Hostile, hostileValues } from './values.ts'

/** A request that any HTTP client can send. */
export type Shot = {
  readonly name: string
  readonly endpoint: Endpoint
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

/** Ids and words of what is really there, by the name of the field, so that a call reaches as far as it can. */
export type Known = Readonly<Record<string, unknown>>

export type Making = { readonly endpoints: readonly Endpoint[]; readonly known: Known }

export const propertiesOf = ({ input }: Endpoint): string[] => Object.keys((input as Schema).properties ?? {})

/** Every byte of the UTF-8 as `%xx`: `encodeURIComponent` refuses half a pair. */
export const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

const pathOf = (endpoint: Endpoint, partOf: (name: string) => string): string =>
  endpoint.path.replace(/:(\w+)/g, (_, name: string) => partOf(name))

type Parts = { readonly fields: Readonly<Record<string, string>>; readonly inPath: (name: string) => boolean }

/** The right input as JSON texts by field. */
function partsOf(endpoint: Endpoint, known: Known): Parts {
  const input = least(endpoint.input as Schema, known) as Record<string, unknown>
  const names = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  return {
    fields: Object.fromEntries(Object.entries(input).map(([name, value]) => [name, JSON.stringify(value)])),
    inPath: (name) => names.has(name),
  }
}

export const jsonHeaders = { 'content-type': 'application/json' } as const

/** The call with one field in place of what is right. Addresses longer than a head may be are cut. */
export function withField(endpoint: Endpoint, known: Known, [field, value]: [string, Hostile]): Shot {
  const { fields, inPath } = partsOf(endpoint, known)
  const wrong = { ...fields, [field]: value.json }
  const textOf = (json: string) => percent(asText({ kind: '', json }).slice(0, 1_200))
  const url = pathOf(endpoint, (name) => textOf(wrong[name] ?? JSON.stringify(anyId)))
  const rest = Object.entries(wrong).filter(([name]) => !inPath(name))
  const name = `${endpoint.name} ${field}: ${value.kind}`
  if (endpoint.method === 'GET')
    return { name, endpoint, url: `${url}?${rest.map(([n, json]) => `${n}=${textOf(json)}`).join('&')}`, ...bare }
  if (endpoint.upload) {
    const parts = rest.map(([n, json]) => formField(n, asText({ kind: '', json })))
    return { name, endpoint, url, ...formOf([...parts, formFile]) }
  }
  const json = `{${rest.map(([n, value]) => `"${n}":${value}`).join(',')}}`
  return { name, endpoint, url, headers: jsonHeaders, body: Buffer.from(json) }
}

const bare = { headers: {}, body: undefined } as const

const boundary = '----hostile'
export const formField = (name: string, value: string): string =>
  `content-disposition: form-data; name="${name}"\r\n\r\n${value}`
export const formFile =
  'content-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\na;b'

export function formOf(parts: readonly string[], end = `\r\n--${boundary}--\r\n`): Pick<Shot, 'headers' | 'body'> {
  const body = parts.map((part) => `--${boundary}\r\n${part}`).join('\r\n')
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(`${body}${end}`),
  }
}

/** One field of one call, by chance. */
export function fieldShot(chance: Chance, { endpoints, known }: Making): Shot {
  const endpoint = chance.pick(endpoints.filter((e) => propertiesOf(e).length > 0))
  return withField(endpoint, known, [chance.pick(propertiesOf(endpoint)), chance.pick(hostileValues)])
}

/** The headers of who asks: what a page of ours sends. */
export const signedHeaders = (signed: { cookie: string; csrf: string } | null): Record<string, string> => ({
  'sec-fetch-site': 'same-origin',
  'x-command': newId(),
  ...(signed ? { cookie: signed.cookie, 'x-csrf': signed.csrf } : {}),
})
