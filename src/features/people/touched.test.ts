/** Whether an account is of somebody's places is asked beside every row that names one: it may not read the tree of the nation. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('who holds many villages looks at no more of the tree than the places of both, also for an account that is elsewhere', async () => {
  const { rows } = await world.owner.query<{ areas: string[] }>(
    'select array_agg(r.area_id) as areas from (select area_id from area_reach where over_id = $1 limit 40) r',
    [demoAreas.tamHongToday],
  )
  const [who, elsewhere] = [world.idOf('thang'), world.idOf('son')]
  const client = await world.owner.connect()
  try {
    await client.query('begin')
    await client.query('select nb_stand($1, $2)', [who, rows[0]?.areas])
    const ask = 'select account_touches($1)'
    // Once before, so that nothing of the catalogue is counted.
    await client.query(ask, [elsewhere])
    const plan = await client.query(`explain (analyze, buffers, format json) ${ask}`, [elsewhere])
    const read = plan.rows[0]['QUERY PLAN'][0].Plan['Shared Hit Blocks']
    expect(read).toBeLessThan(200)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
