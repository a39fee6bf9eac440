/** HTTP: the routes on Fastify, problems as `application/problem+json`, cookies, uploads, and nothing else. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type CommandId, isId } from '#kernel/ids.ts'
import type { OldNames } from '#kernel/oldNames.ts'
import { Problem, problem } from '#kernel/problem.ts'
import { keptOr, standingFor } from './doors/standing.ts'
import { sendProblem } from './edge/answers.ts'
import { bounds, keptLine } from './edge/bounds.ts'
import { answerClientError, edgeServer } from './edge/connections.ts'
import { contentDisposition } from './edge/disposition.ts'
import { readForm } from './edge/form.ts'
import { fieldsOfJson } from './edge/json.ts'
import { usualWaits } from './edge/pace.ts'
import { type Door, doorsOf, pathInput } from './edge/paths.ts'
import { edgeProblem } from './edge/problems.ts'
import { paperTurns, uploadTurns } from './edge/turns.ts'
import type { Paper, Request, Route, UploadedFile } from './handle.ts'
import { checkedInput, validatorOf } from './input.ts'
import type { Host } from './services.ts'
import { type Session, sessionCookie, sessionDays } from './session.ts'
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

/** `denied`: the right is not held now. */
type Admitted = { readonly session: Session | null; readonly denied: Problem | null }
const isDenial = (refusal: unknown): refusal is Problem =>
  refusal instanceof Problem && refusal.code === 'access.denied'

/** Who asks, before a byte of the body is read: an upload is not taken from whom it would be refused. */
async function admit(
  host: Host,
  endpoint: Endpoint,
  [request, reply]: [FastifyRequest, FastifyReply],
): Promise<Admitted> {
  const session = await host.whoIs(request.cookies[sessionCookie])
  // A browser has one cookie for all its windows: each sees for whom it was answered.
  if (session) reply.header('x-account', session.actor.accountId)
  const isPublic = endpoint.right === 'public'
  if (endpoint.method !== 'GET') guardAgainstForgery(request, isPublic ? null : session)
  try {
    if (!isPublic) standingFor(endpoint, session)
  } catch (refusal) {
    // It may have been taken while the right still stood, and only the reply was lost: the command is looked for first.
    const mayBeKept = endpoint.method !== 'GET' && !endpoint.upload && request.headers['x-command'] !== undefined
    if (session && mayBeKept && isDenial(refusal)) return { session, denied: refusal }
    throw refusal
  }
  return { session, denied: null }
}

type Body = {
  readonly fields: Record<string, unknown>
  readonly file: UploadedFile | null
  /** What the content hash is taken over: of a JSON body the bytes as they came. */
  readonly bytes: Buffer
  /** Of a form also what the builds before took. */
  readonly bytesBefore?: Buffer
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

/** A resend is known by the name of its call, its address as it came, and the bytes that were sent. */
const checkOver = (name: string, request: FastifyRequest, bytes: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(name + JSON.stringify(request.params)), bytes]), 'buffer')

async function requestOf(
  { endpoint, names, gaps }: Door,
  session: Session | null,
  [request, reply]: [FastifyRequest, FastifyReply],
): Promise<Request> {
  const body = await bodyOf(endpoint, request)
  const command = request.headers['x-command']
  // Commands kept on a device carry the version of their shape; older ones will be upgraded by numbered steps here.
  if ((request.headers['x-schema-version'] ?? '1') !== '1')
    throw problem('input.invalid', { where: 'x-schema-version' })
  const fromText = endpoint.method === 'GET' || Boolean(endpoint.upload)
  return {
    // Before the input is put into its form.
    contentHash: checkOver(endpoint.name, request, body.bytes),
    formerly: () =>
      [body.bytes, ...(body.bytesBefore ? [body.bytesBefore] : [])].flatMap((bytes) =>
        [endpoint.name, ...names].map((name) => ({ endpoint: name, contentHash: checkOver(name, request, bytes) })),
      ),
    input: checkedInput(endpoint, { ...body.fields, ...pathInput(gaps, request.params) }, fromText),
    session,
    commandId: typeof command === 'string' && isId(command) ? (command as CommandId) : null,
    address: request.ip,
    device: keptLine(String(request.headers['user-agent'] ?? ''), 200),
    file: body.file,
    setSession: cookieSetter(reply, request.protocol === 'https'),
  }
}

function answer(endpoint: Endpoint, reply: FastifyReply, result: unknown): unknown {
  reply.header('cache-control', 'no-store')
  if (endpoint.document) {
    const { name, mediaType, body, fromOutside } = result as Paper
    reply.header('content-disposition', contentDisposition(name, fromOutside ? 'attachment' : 'inline'))
    // In a sandbox browsers show no PDF: a scan is saved, and shown by what the person opens it with.
    if (fromOutside) reply.header('content-security-policy', "default-src 'none'; sandbox")
    return reply.type(mediaType).send(body)
  }
  const validator = validatorOf(endpoint.output)
  if (!validator.Check(result))
    throw new Error(`${endpoint.name} answered against its contract: ${JSON.stringify(validator.Errors(result)[0])}`)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(result))
}

/** `oldNames`: under which a call goes on answering what was made for an earlier version. */
export function mount(app: FastifyInstance, host: Host, routes: readonly Route[], oldNames: OldNames): void {
  const admitted = new WeakMap<FastifyRequest, Admitted>()
  const [uploads, papers] = [uploadTurns(), paperTurns()]
  for (const { url, endpoint, run, names, gaps } of doorsOf(routes, oldNames)) {
    const turn = endpoint.upload ? uploads : endpoint.document ? papers : null
    app.route({
      method: endpoint.method,
      url,
      bodyLimit: endpoint.right === 'public' || endpoint.upload ? bounds.publicJson : bounds.json,
      ...(endpoint.method === 'GET' ? { exposeHeadRoute: false } : {}),
      onRequest: async (request, reply) => {
        admitted.set(request, await admit(host, endpoint, [request, reply]))
      },
      handler: async (request, reply) => {
        const { session, denied } = admitted.get(request) ?? { session: null, denied: null }
        const work = async () => {
          const asked = await requestOf({ endpoint, names, gaps }, session, [request, reply]).catch((fault) => {
            throw denied ?? fault
          })
          return denied ? keptOr(host, { endpoint, request: asked }, denied) : run(host, asked)
        }
        const result = turn ? turn(session?.actor.accountId ?? request.ip, work) : work()
        return answer(endpoint, reply, await result)
      },
    })
  }
}
