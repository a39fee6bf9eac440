/**
 * A server that still runs when a newer one has upgraded the database: it answers nothing any more, in words, so that no
 * half of a change is done by yesterday's rules, and ends, so that whoever starts it again starts the newer one.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { migrate, migrationOf, readMigrations } from '#platform/server/database/migrate.ts'
import { newId } from '#platform/server/ids.ts'
import { lackingAnswers, roundAtSurveying, settle, thon1 } from './rounds.ts'
import { refusal } from './untouched.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ready = () => world.app.inject({ method: 'GET', url: '/readyz' })

it('refuses every kind of call once the schema is newer than its own, and writes nothing', async () => {
  const family = await settle(world, thon1, 'Bùi Thị Mẵn')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases
  if (!one) throw new Error('no case')
  const survey = await round.surveyOf(one, lackingAnswers(family, 1_000_000))
  await world.as('hung').get('/api/me')
  expect((await ready()).statusCode).toBe(200)

  const later = migrationOf('9999_later.sql', 'alter table household add column hamlet text')
  await migrate(world.host.pool.options.connectionString as string, {
    migrations: [...(await readMigrations()), later],
  })
  const calls = [
    () => world.as('hung').get(`/api/households/${family.householdId}`),
    () =>
      world.as('hung').post(`/api/households/${family.householdId}/end`, { on: '2026-11-19', reason: 'moved_away' }),
    () => world.as('mai').post(`/api/households/${one.householdId}/cases/${one.caseId}/surveys`, survey),
    () => world.as('hung').get(`/api/rounds/${round.roundId}/report.xlsx`),
    () => world.nobody.post('/api/sign-in', { login: 'hung', password: demoPassword }),
    () => world.nobody.get(`/api/papers/${newId()}`),
  ]
  for (const call of calls.slice(0, 3)) expect(await refusal(world, call)).toBe('server.outdated')
  const replies = await Promise.all(calls.map((call) => call()))
  for (const reply of [...replies.slice(0, 3), replies[4]])
    expect([reply?.statusCode, reply?.headers['retry-after']], reply?.body).toEqual([503, '15'])
  expect((await ready()).json()).toMatchObject({ code: 'server.outdated', status: 503 })
})
