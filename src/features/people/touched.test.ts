/** What is asked beside every row that names an account must be answered by an index, however many places who asks holds. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/**
 * "Mine above theirs, or theirs above mine" as one condition: the planner may then go through the tree row by row and
 * unpack the places of who asks anew for each, half a second an account on a database of a real size.
 */
const eitherWay = /any \(nb_areas\(\)\)\)\s+or \(/

it('no function asks in one condition whether a place stands above or below those of who asks', async () => {
  const { rows } = await world.owner.query<{ name: string; body: string }>(
    `select p.proname as name, p.prosrc as body from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'`,
  )
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ body }) => eitherWay.test(body)).map(({ name }) => name)).toEqual([])
})
