/** What two officials give a round in one hour: nothing that the other gave is written over unseen. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeEnumerator, openRound, settle, thon1 } from '#test/rounds.ts'
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
    {
      ...{ field: 'windowUntil', yours: '2026-12-22', theirs: '2026-12-20', by: 'Lê Văn Hùng' },
      where: { vi: expect.stringMatching(/^Công chức xã, .*Tam Hồng/) },
    },
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
  await makeEnumerator(world, 'dao', thon1)
  const dao = world.idOf('dao')
  expect((await assign({ villageId: thon1, accountId: dao })()).statusCode).toBe(200)
  expect(await refusal(world, assign(village))).toBe('record.changed_since')
  const given = {
    ...{ yours: world.idOf('mai'), theirs: dao, by: 'Lê Văn Hùng', at: expect.stringMatching(/^20/) },
    said: { yours: await nameOf('mai'), theirs: await nameOf('dao') },
    where: { vi: expect.stringMatching(/^Công chức xã, .*Tam Hồng/) },
  }
  expect((await assign(village)()).json().facts.touching).toMatchObject([{ field: thon1, ...given }])
  const one = { ...mai, householdIds: [family.householdId] }
  for (const was of [nobody, { holders: [{ householdId: family.householdId, accountId: null }] }]) {
    expect(await refusal(world, assign({ ...one, was }))).toBe('record.changed_since')
    const { touching } = (await assign({ ...one, was })()).json().facts
    expect(touching).toMatchObject([{ field: family.householdId, ...given }])
  }
  const seenNow = { holders: [{ householdId: family.householdId, accountId: dao }] }
  expect((await assign({ ...one, was: seenNow })()).statusCode).toBe(200)
  expect((await assign({ ...village, was: { accountIds: [dao] } })()).statusCode).toBe(200)
})

const nameOf = async (person: 'mai' | 'dao') =>
  (await world.owner.query('select full_name from account where id = $1', [world.idOf(person)])).rows[0].full_name

it('what a round is led to rests on the step that was seen', async () => {
  const round = await openRound(world, 'ad_hoc', [thon1])
  await round.list([await settle(world, thon1, 'Lò Thị Bước')])
  await round.finish('listing')
  const act = (name: string, state: string) => () =>
    world.as('hung').post(`/api/rounds/${round.roundId}/${name}`, { because: 'Kỳ thử', was: { state } })
  expect(await refusal(world, act('cancel', 'listing'))).toBe('rounds.moved_on')
  expect(await refusal(world, act('hand-over', 'listing'))).toBe('rounds.moved_on')
  expect((await act('cancel', 'assigning')()).statusCode).toBe(200)
})
