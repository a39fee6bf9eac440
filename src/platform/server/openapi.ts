/** The OpenAPI 3.1 description, printed from the contracts: there is no second truth. */
import type { Endpoint } from '#kernel/endpoint.ts'
import { placeholders } from './edge/paths.ts'

type Schema = { readonly properties?: Record<string, unknown>; readonly required?: readonly string[] }

function parametersOf(endpoint: Endpoint): unknown[] {
  const schema = endpoint.input as Schema
  const inPath = new Set(placeholders(endpoint.path))
  const names = Object.keys(schema.properties ?? {}).filter((name) => inPath.has(name) || endpoint.method === 'GET')
  return names.map((name) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: inPath.has(name) || Boolean(schema.required?.includes(name)),
    schema: schema.properties?.[name],
  }))
}

function bodyOf(endpoint: Endpoint): unknown {
  const schema = endpoint.input as Schema
  const inPath = new Set(placeholders(endpoint.path))
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !inPath.has(name)))
  const required = (schema.required ?? []).filter((name) => !inPath.has(name))
  const file = endpoint.upload ? { file: { type: 'string', format: 'binary' } } : {}
  const type = endpoint.upload ? 'multipart/form-data' : 'application/json'
  return {
    required: true,
    content: { [type]: { schema: { type: 'object', properties: { ...properties, ...file }, required } } },
  }
}

function operationOf(endpoint: Endpoint): unknown {
  const ok = endpoint.document
    ? { description: endpoint.says.en, content: { 'application/octet-stream': {} } }
    : { description: endpoint.says.en, content: { 'application/json': { schema: endpoint.output } } }
  const changes = endpoint.method === 'POST' && endpoint.right !== 'public'
  const headers = changes ? [{ $ref: '#/components/parameters/csrf' }, { $ref: '#/components/parameters/command' }] : []
  return {
    operationId: endpoint.name,
    summary: endpoint.says.en,
    description: `${endpoint.says.vi}. Right: ${endpoint.right}`,
    ...(endpoint.right === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [...parametersOf(endpoint), ...headers],
    ...(endpoint.method === 'POST' ? { requestBody: bodyOf(endpoint) } : {}),
    responses: { 200: ok, default: { $ref: '#/components/responses/problem' } },
  }
}

const said = { type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } }, required: ['vi', 'en'] }

export function openApi(endpoints: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  const problemSchema = {
    type: 'object',
    properties: {
      type: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      title: said,
      facts: { type: 'object' },
    },
    required: ['status', 'code', 'title'],
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Nâng Bước', version, description: "The working system of Vietnam's poverty-reduction staff" },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'nb_session' } },
      parameters: {
        csrf: header('x-csrf', 'The word of the session, from /api/me'),
        command: header('x-command', 'UUID made by the client for this change; a resend with the same id is harmless'),
      },
      responses: {
        problem: {
          description: 'What was refused and why',
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      },
    },
  }
}
