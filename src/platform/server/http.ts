/** HTTP: the routes on Fastify, problems as `application/problem+json`, cookies, uploads, and nothing else. */
import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type RequestPayload } from 'fastify'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { OldNames } from '#kernel/oldNames.ts'
import { type Admitted, admit, done } from './edge/admit.ts'
import { sendProblem } from './edge/answers.ts'
import { bounds } from './edge/bounds.ts'
import { eachBy } from './edge/brought.ts'
import type { Body } from './edge/came.ts'
import { answerClientError, edgeServer } from './edge/connections.ts'
import { contentDisposition } from './edge/disposition.ts'
import { readForm } from './edge/form.ts'
import { inflated } from './edge/inflated.ts'
import { fieldsOfJson } from './edge/json.ts'
import { usualWaits } from './edge/pace.ts'
import { packed } from './edge/packed.ts'
import { doorsOf, findChange } from './edge/paths.ts'
import { edgeProblem } from './edge/problems.ts'
import { paperTurns, uploadTurns } from './edge/turns.ts'
import type { Paper, Request, Route } from './handle.ts'
import { checkedAnswer } from './input.ts'
import type { Host } from './services.ts'
import { sessionCookie, sessionDays } from './session.ts'
import type { Settings } from './settings.ts'

export async function httpServer(settings: Settings): Promise<FastifyInstance> {
  const tls = settings.tls && { cert: readFileSync(settings.tls.cert), key: readFileSync(settings.tls.key) }
  const app = fastify({
    serverFactory: (handler) => edgeServer(handler, tls),
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => sendProblem(reply, error),
    bodyLimit: bounds.publicJson,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance
  await app.register(cookie)
  await app.register(multipart)
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
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  // Who sends half a request and stays would keep the program from stopping.
  app.addHook(
    'preClose',
    async () => void setTimeout(() => app.server.closeAllConnections(), usualWaits.closingMs).unref(),
  )
  return app
}

function cookieSetter(reply: FastifyReply, secure: boolean): Request['setSession'] {
  return (token) => {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
    if (token === null) reply.clearCookie(sessionCookie, options)
    else reply.setCookie(sessionCookie, token, { ...options, maxAge: sessionDays * 86_400 })
  }
}

async function bodyOf(endpoint: Endpoint, request: FastifyRequest): Promise<Body> {
  if (endpoint.method === 'GET')
    return { fields: request.query as Record<string, unknown>, file: null, bytes: Buffer.alloc(0) }
  if (endpoint.upload) {
    const { fields, file, hash, hashBefore } = await readForm(request, endpoint.upload.maxBytes)
    return { fields, file, bytes: hash, bytesBefore: hashBefore }
  }
  if (request.isMultipart()) throw edgeProblem('input.unreadable', { what: 'content-type' })
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return { fields: fieldsOfJson(bytes), file: null, bytes }
}

/** What never changes under its address is asked once. */
const lasting = 'private, max-age=31536000, immutable'

async function answer(
  endpoint: Endpoint,
  [request, reply]: [FastifyRequest, FastifyReply],
  result: unknown,
): Promise<FastifyReply> {
  reply.header('cache-control', endpoint.lasting ? lasting : 'no-store')
  if (endpoint.document) {
    const { name, mediaType, body, fromOutside } = result as Paper
    reply.header('content-disposition', contentDisposition(name, fromOutside ? 'attachment' : 'inline'))
    // In a sandbox browsers show no PDF: a scan is saved, and shown by what the person opens it with.
    if (fromOutside) reply.header('content-security-policy', "default-src 'none'; sandbox")
    return reply.type(mediaType).send(body)
  }
  const text = JSON.stringify(checkedAnswer(endpoint, result))
  const { body, encoding } = await packed(text, String(request.headers['accept-encoding'] ?? ''))
  reply.header('vary', 'accept-encoding')
  if (encoding) reply.header('content-encoding', encoding)
  return reply.type('application/json; charset=utf-8').send(body)
}

/** `oldNames`: under which a call goes on answering what was made for an earlier version. */
export function mount(app: FastifyInstance, host: Host, routes: readonly Route[], oldNames: OldNames): void {
  // By the clock that the rules are asked with: a phone without a line goes on from it.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('date', new Date(host.services.clock.now()).toUTCString())
  })
  const known = new WeakMap<FastifyRequest, Admitted>()
  const [uploads, papers] = [uploadTurns(), paperTurns()]
  const doors = doorsOf(routes, oldNames)
  const find = findChange(doors)
  for (const door of doors) {
    const { url, endpoint } = door
    const turn = endpoint.upload ? uploads(endpoint.upload.maxBytes) : endpoint.document ? papers : null
    // What is brought proves itself: whoever brings it may be signed in no more.
    const small = endpoint.upload || (endpoint.right === 'public' && !endpoint.brings)
    const bodyLimit = small ? bounds.publicJson : bounds.json
    app.route({
      method: endpoint.method,
      url,
      bodyLimit,
      ...(endpoint.method === 'GET' ? { exposeHeadRoute: false } : {}),
      onRequest: async (request, reply) => {
        known.set(request, await admit(host, endpoint, [request, reply]))
      },
      ...(endpoint.brings && {
        preParsing: async ({ headers }: FastifyRequest, _reply: FastifyReply, body: RequestPayload) =>
          inflated(headers, body as Readable, bodyLimit),
      }),
      handler: async (request, reply) => {
        const standing = known.get(request) ?? { session: null, denied: null }
        const from = {
          address: request.ip,
          device: request.headers['user-agent'],
          setSession: cookieSetter(reply, request.protocol === 'https'),
        }
        const { 'x-command': command, 'x-schema-version': version } = request.headers
        const who = () => host.whoIs(request.cookies[sessionCookie])
        const each = endpoint.brings && eachBy(host, find, { ...from, who })
        const work = () =>
          done(host, door, standing, async () => {
            const body = await bodyOf(endpoint, request)
            return { ...from, params: request.params, body, command, version, ...(each && { each }) }
          })
        const result = turn ? turn(standing.session?.actor.accountId ?? request.ip, work) : work()
        return answer(endpoint, [request, reply], await result)
      },
    })
  }
}
