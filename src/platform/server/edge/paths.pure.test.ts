/** What an old address says is read under today's names, or the server does not start. */
import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { endpoint } from '#kernel/endpoint.ts'
import type { Route } from '../handle.ts'
import { doorsOf, pathInput } from './paths.ts'

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
