import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oldNames } from '#apps/server/oldNames.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { makeRoute } from '#platform/server/doors/route.ts'
import { httpServer, mount } from '#platform/server/http.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('an answer that fails on its way', () => {
  const paper = endpoint({
    name: 'test.paper',
    method: 'GET',
    path: '/api/test-paper',
    right: 'public',
    says: { vi: 'Giấy thử', en: 'A paper for trying' },
    input: Type.Object({}),
    output: Type.Any(),
    document: true,
  })
  const breaking = () =>
    Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000, 'x')
        throw new Error('the paper cannot be finished')
      })(),
    )

  it('is cut off and not passed for whole, and the server goes on', async () => {
    const app = await httpServer(world.host.services.settings)
    const run = async () => ({ name: 'giấy.pdf', mediaType: 'application/pdf', body: breaking() })
    mount(app, world.host, [makeRoute(paper, run)], oldNames)
    app.get('/healthz', async () => ({ alive: true }))
    await app.listen({ host: '127.0.0.1', port: 0 })
    try {
      const { port } = app.server.address() as AddressInfo
      for (let n = 0; n < 3; n++) {
        const reply = await fetch(`http://127.0.0.1:${port}${paper.path}`)
        await expect(reply.arrayBuffer()).rejects.toThrow()
      }
      expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()).toEqual({ alive: true })
    } finally {
      await app.close()
    }
  })
})
