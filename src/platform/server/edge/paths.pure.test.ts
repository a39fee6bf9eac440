/** What an old address says is read under today's names, or the server does not start. */
import fastify from 'fastify'
import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { endpoint } from '#kernel/endpoint.ts'
import type { Route } from '../handle.ts'
import { doorsOf, findChange, pathInput } from './paths.ts'

const path = '/api/rounds/:roundId/households/:householdId'
const spec = {
  name: 'test.case',
  method: 'GET' as const,
  path,
  right: 'public' as const,
  says: { vi: 'Thử', en: 'Try' },
  input: Type.Object({}),
  output: Type.Object({}),
}
const route = { endpoint: endpoint(spec), run: async () => ({}) } as unknown as Route
const doors = (old: string) => doorsOf([route], { calls: {}, events: {}, paths: { [old]: path } })

it('another word for a gap is read in its place', () => {
  const door = doors('/api/reviews/:reviewId/households/:householdId')[1]
  const params = { reviewId: 'kỳ', householdId: 'hộ' }
  expect(pathInput(door?.gaps ?? [], params)).toEqual({ roundId: 'kỳ', householdId: 'hộ' })
})

it.each([
  ['other gaps', '/api/reviews/:reviewId'],
  ['the same in another order', '/api/households/:householdId/rounds/:roundId'],
  ['one of them in the place of the other', '/api/households/:householdId/reviews/:reviewId'],
])('%s cannot stand for today’s address', (_, old) => {
  expect(() => doors(old)).toThrow(`${old} cannot stand for ${path}`)
})

it('a change is found by its address as the router finds it, and what the address says is read alike', async () => {
  const urls = ['/api/a', '/api/a/:x', '/api/a/:x/b', '/api/a/list/b', '/api/:y/list/:z', '/api/a/:x/c']
  const app = fastify({ routerOptions: { maxParamLength: 300 } })
  for (const url of urls) app.post(url, async ({ params }) => ({ url, params }))
  const find = findChange(urls.map((url) => ({ url, endpoint: { ...route.endpoint, method: 'POST' as const } })))
  const asked = [
    ...['/api/a', '/api/a/', '/api/A', '/api/a/1', '/api/a/list/b', '/api/a/list/c', '/api/a/list/d', '/api/b/list/x'],
    ...['/api/a/%E1%BB%99/b', '/api/a/x%2Fy/b', '/api/a/x%20y%3F/b', '/api/%61/1/b', '/api/a//b', '/api', '/'],
    ...[
      '/api/a/1/b/',
      '//api/a',
      '/api/a/1%2Fb',

      `/api/a/${'x'.repeat(300)}`,
      `/api/a/${'x'.repeat(301)}`,
    ],
  ]
  for (const address of asked) {
    const reply = await app.inject({ method: 'POST', url: address })
    const found = find(address)
    const mine = found && { url: found.door.url, params: found.params }
    expect(mine, address).toEqual(reply.statusCode === 200 ? reply.json() : null)
  }
})
