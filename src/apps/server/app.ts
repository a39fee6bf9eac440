/** The application: routes, pages, health, the description of the calls. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { OldNames } from '#kernel/oldNames.ts'
import { problem } from '#kernel/problem.ts'
import type { Route } from '#platform/server/handle.ts'
import { httpServer, mount } from '#platform/server/http.ts'
import { openApi } from '#platform/server/openapi.ts'
import type { Host } from '#platform/server/services.ts'
import { oldNames } from './oldNames.ts'
import { version } from './version.ts'

const pagesFolder = fileURLToPath(new URL('../../../dist/web/', import.meta.url))

export type AppOptions = {
  /** The folder of the built pages; without one there are the calls alone. */
  readonly pages?: string | undefined
  readonly names?: OldNames
}

export async function buildApp(
  host: Host,
  routes: readonly Route[],
  { pages = pagesFolder, names = oldNames }: AppOptions = {},
): Promise<FastifyInstance> {
  const app = await httpServer(host.services.settings)
  // Whoever waits for a paper or a file is told at once, and does not hold up the end.
  app.addHook('preClose', host.services.workers.stop)
  app.addHook('preClose', host.services.readers.stop)
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async () => {
    const refusal = await host.refusal()
    if (refusal) throw refusal
    return { ready: true, version }
  })
  const description = JSON.stringify(
    openApi(
      routes.map((r) => r.endpoint),
      version,
    ),
  )
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json').send(description))
  mount(app, host, routes, names)
  app.all('/api/*', async () => {
    throw problem('record.not_found')
  })
  if (existsSync(pages)) await servePages(app, pages)
  return app
}

/** Hashed files are kept for a year, the pages are asked again each time; any other address is a page. */
async function servePages(app: FastifyInstance, pages: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: pages,
    index: ['index.html'],
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.header('cache-control', lasting)
    },
  })
  app.get('/kiem-tra', (_request, reply) => reply.sendFile('check.html'))
  app.get('/phone', (_request, reply) => reply.sendFile('phone.html'))
  app.get('/phone/*', (_request, reply) => reply.sendFile('phone.html'))
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/assets/')) throw problem('record.not_found')
    return reply.sendFile('index.html')
  })
}
