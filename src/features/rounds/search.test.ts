/** A round is found by its name, as a commune is known: with or without tone marks, by who sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const open = async (person: PersonName, areaId: string, name: string, from = '2026-11-01') => {
  const roundId = newId()
  const body = { roundId, areaId, kind: 'ad_hoc', name, windowFrom: from, windowUntil: '2026-12-10', villages: [] }
  const reply = await world.as(person).post('/api/rounds', { ...body, because: 'Kỳ thử' })
  expect(reply.statusCode, reply.body).toBe(200)
  return roundId
}
const search = (person: PersonName, q: string) =>
  world.as(person).get(`/api/rounds/search?${new URLSearchParams({ q })}`)
const found = async (person: PersonName, q: string): Promise<string[]> =>
  (await search(person, q)).json().rounds.map((one: { roundId: string }) => one.roundId)

let [late, early, ended, elsewhere] = ['', '', '', '']
beforeAll(async () => {
  world = await openWorld()
  early = await open('hung', demoAreas.tamHongToday, 'Rà soát sau lũ đợt 1', '2026-10-01')
  late = await open('hung', demoAreas.tamHongToday, 'Rà soát sau lũ đợt 2')
  ended = await open('hung', demoAreas.tamHongToday, 'Rà soát sau lũ đợt 3')
  await world.as('hung').post(`/api/rounds/${ended}/cancel`, { because: 'Mở nhầm' })
  elsewhere = await open('son', demoAreas.kyThuongToday, 'Rà soát sau lũ đợt 1')
})
afterAll(() => world.close())

it('without tone marks, those under way first, then the newest; with the name of the commune', async () => {
  expect(await found('hung', 'ra soat sau lu')).toEqual([late, early, ended])
  expect(await found('hung', 'lũ 1')).toEqual([early])
  expect(await found('hung', 'Tam Hồng đợt 2')).toEqual([late])
  expect((await search('hung', 'đợt 2')).json().rounds).toMatchObject([
    { name: 'Rà soát sau lũ đợt 2', areaName: 'Xã Tam Hồng', state: 'listing' },
  ])
})

it('by who sees it, and by nobody else', async () => {
  expect(await found('son', 'sau lu')).toEqual([elsewhere])
  expect(await found('mai', 'lu dot 2')).toEqual([late])
  expect(await found('lan', 'lu dot 1')).toContain(early)
  expect(await refusal(world, () => search('la', 'lu'))).toBe('access.denied')
})

it('takes signs of patterns for what they are, and finds nothing by nothing', async () => {
  for (const q of ['%', '_', '\\', '   ', 'không có kỳ này']) expect(await found('hung', q), q).toEqual([])
  expect(await refusal(world, () => search('hung', 'x'.repeat(101)))).toBe('input.invalid')
})
