/** What two officials give a round in one hour: nothing that the other gave is written over unseen. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRound, settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('a last day given since it was seen is told beside the own one', async () => {
  const round = await openRound(world, 'annual')
  const { windowUntil } = (await round.show()).round
  const extend = (day: string, was: string) => () =>
    world.as('hung').post(`/api/rounds/${round.roundId}/extend`, {
      ...{ windowUntil: day, because: 'Mưa lũ', was: { windowUntil: was } },
    })
  expect((await extend('2026-12-20', windowUntil)()).statusCode).toBe(200)
  expect(await refusal(world, extend('2026-12-22', windowUntil))).toBe('record.changed_since')
  expect((await extend('2026-12-22', windowUntil)()).json().facts.touching).toMatchObject([
    { field: 'windowUntil', yours: '2026-12-22', theirs: '2026-12-20' },
  ])
  expect((await extend('2026-12-22', '2026-12-20')()).statusCode).toBe(200)
})

it('a village and households given to somebody since they were seen stay there', async () => {
  const family = await settle(world, thon1, 'Lò Thị Giao')
  const round = await openRound(world, 'ad_hoc', [thon1])
  await round.list([family])
  await round.finish('listing')
  const assign = (body: object) => () => world.as('hung').post(`/api/rounds/${round.roundId}/assign`, body)
  const mai = { accountId: world.idOf('mai') }
  const nobody = { accountIds: [null] }
  const village = { ...mai, villageId: thon1, was: nobody }
  expect((await assign(village)()).statusCode).toBe(200)
  // The same once more says what stands already; somebody else's choice would have been written over.
  expect((await assign(village)()).statusCode).toBe(200)
  await world.owner.query('update round_village set account_id = $1 where round_id = $2', [
    world.idOf('hung'),
    round.roundId,
  ])
  await world.owner.query('update review_case set account_id = $1 where round_id = $2', [
    world.idOf('hung'),
    round.roundId,
  ])
  expect(await refusal(world, assign(village))).toBe('rounds.given_since')
  const households = { ...mai, householdIds: [family.householdId], was: nobody }
  expect(await refusal(world, assign(households))).toBe('rounds.given_since')
  expect((await assign({ ...village, was: { accountIds: [world.idOf('hung')] } })()).statusCode).toBe(200)
})
