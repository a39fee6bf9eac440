/** HTTP: the routes on Fastify, problems as `application/problem+json`, cookies, uploads, and nothing else. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type CommandId, isId } from '#kernel/ids.ts'
import { Problem, problem } from '#kernel/problem.ts'
import { nfc } from '#kernel/text.ts'
import { problemOfDatabase } from './database/constraints.ts'
import type { Paper, Request, Route, UploadedFile } from './handle.ts'
import { checkedInput, validatorOf } from './input.ts'
import type { Host } from './services.ts'
import { type Session, sessionCookie, sessionDays } from './session.ts'
import type { Settings } from './settings.ts'

const maxJsonBytes = 2 * 1024 * 1024

export async function httpServer(settings: Settings): Promise<FastifyInstance> {
  const { tls } = settings
  const app = fastify({
    bodyLimit: maxJsonBytes,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    ...(tls ? { https: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } } : {}),
  }) as unknown as FastifyInstance
  await app.register(cookie)
  await app.register(multipart, { limits: { files: 1, fields: 20, fileSize: 50 * 1024 * 1024 } })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: tls ? undefined : false,
    referrerPolicy: { policy: 'same-origin' },
  } as Parameters<typeof helmet>[1])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  return app
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const ofDatabase = problemOfDatabase(error)
  if (ofDatabase) return ofDatabase
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return problem('input.too_large')
  if (status && status >= 400 && status < 500) return problem('input.invalid', { where: (error as Error).message })
  const trace = randomUUID().slice(0, 8)
  // Query parameters may be personal data: the message and the stack alone go to the log.
  console.error(`[fault ${trace}] ${(error as Error)?.stack ?? String(error)}`)
  return problem('server.fault', { trace })
}

function sendProblem(reply: FastifyReply, error: unknown): void {
  const { code, status, said, facts } = asProblem(error)
  if (typeof facts.retryAfterSeconds === 'number') reply.header('retry-after', String(facts.retryAfterSeconds))
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: `/problems/${code}`, status, code, title: said, facts }))
}

type Body = { readonly fields: Record<string, unknown>; readonly bytes: Buffer; readonly file: UploadedFile | null }

function jsonBody(request: FastifyRequest): Body {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  if (bytes.length === 0) return { fields: {}, bytes, file: null }
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw problem('input.invalid', { where: 'JSON' })
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw problem('input.invalid', { where: 'JSON' })
  return { fields: value as Record<string, unknown>, bytes, file: null }
}

async function formBody(request: FastifyRequest, maxBytes: number): Promise<Body> {
  if (!request.isMultipart()) throw problem('input.invalid', { where: 'multipart/form-data' })
  const fields: Record<string, unknown> = {}
  const hash = createHash('sha256')
  let file: UploadedFile | null = null
  for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value
      hash.update(`${part.fieldname}=${String(part.value)};`)
    } else {
      const bytes = await part.toBuffer()
      file = { name: nfc(part.filename).slice(0, 200), mediaType: part.mimetype, bytes }
      hash.update(bytes)
    }
  }
  return { fields, bytes: hash.digest(), file }
}

/** A change must come from a page of ours: same origin where the browser says it, and the session's own word. */
function guardAgainstForgery(request: FastifyRequest, session: Session | null): void {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw problem('access.csrf')
  const origin = request.headers.origin
  if (origin && URL.parse(origin)?.host !== request.host) throw problem('access.csrf')
  if (session && request.headers['x-csrf'] !== session.csrf) throw problem('access.csrf')
}

function cookieSetter(reply: FastifyReply, secure: boolean): Request['setSession'] {
  return (token) => {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
    if (token === null) reply.clearCookie(sessionCookie, options)
    else reply.setCookie(sessionCookie, token, { ...options, maxAge: sessionDays * 86_400 })
  }
}

async function requestOf(
  host: Host,
  endpoint: Endpoint,
  [request, reply]: [FastifyRequest, FastifyReply],
): Promise<Request> {
  const session = await host.whoIs(request.cookies[sessionCookie])
  const isGet = endpoint.method === 'GET'
  if (!isGet) guardAgainstForgery(request, endpoint.right === 'public' ? null : session)
  const body: Body = isGet
    ? { fields: request.query as Record<string, unknown>, bytes: Buffer.alloc(0), file: null }
    : endpoint.upload
      ? await formBody(request, endpoint.upload.maxBytes)
      : jsonBody(request)
  const path = request.params as Record<string, unknown>
  const command = request.headers['x-command']
  // Commands kept on a device carry the version of their shape; older ones will be upgraded by numbered steps here.
  if ((request.headers['x-schema-version'] ?? '1') !== '1')
    throw problem('input.invalid', { where: 'x-schema-version' })
  return {
    input: checkedInput(endpoint, { ...body.fields, ...path }, isGet || Boolean(endpoint.upload)),
    session,
    commandId: typeof command === 'string' && isId(command) ? (command as CommandId) : null,
    contentHash: createHash('sha256').update(endpoint.name).update(JSON.stringify(path)).update(body.bytes).digest(),
    address: request.ip,
    device: nfc(String(request.headers['user-agent'] ?? '')).slice(0, 200),
    file: body.file,
    setSession: cookieSetter(reply, request.protocol === 'https'),
  }
}

function answer(endpoint: Endpoint, reply: FastifyReply, result: unknown): unknown {
  reply.header('cache-control', 'no-store')
  if (endpoint.document) {
    const { name, mediaType, body } = result as Paper
    const ascii = name
      .normalize('NFD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\]/g, '')
    reply.header('content-disposition', `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    return reply.type(mediaType).send(body)
  }
  const validator = validatorOf(endpoint.output)
  if (!validator.Check(result))
    throw new Error(`${endpoint.name} answered against its contract: ${JSON.stringify(validator.Errors(result)[0])}`)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(result))
}

export function mount(app: FastifyInstance, host: Host, routes: readonly Route[]): void {
  for (const { endpoint, run } of routes)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.method === 'GET' ? { exposeHeadRoute: false } : {}),
      handler: async (request, reply) =>
        answer(endpoint, reply, await run(host, await requestOf(host, endpoint, [request, reply]))),
    })
}
