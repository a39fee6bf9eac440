import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
const path = `/api/areas/${demoAreas.tamHongToday}/audit`
beforeAll(async () => {
  world = await openWorld()
  for (const role of ['viewer', 'auditor'])
    await world.as('quantri').post(`/api/accounts/${world.idOf('dao')}/grants`, {
      role,
      areaId: demoAreas.tamHongToday,
      from: '2026-11-01',
      until: null,
    })
})
afterAll(() => world.close())

it('tells the auditor who gave which role in the commune, newest first, without personal data', async () => {
  const { lines, total } = (await world.as('kiem').get(path)).json()
  expect(total).toBe(2)
  expect(lines.map((l: { facts: { role: string } }) => l.facts.role)).toEqual(['auditor', 'viewer'])
  expect(lines[0]).toMatchObject({
    by: 'Ngô Quang Trị',
    what: 'grant.given',
    said: { vi: 'Giao quyền' },
    areaName: 'Xã Tam Hồng',
  })
})

it('finds by room and by day', async () => {
  const count = async (query: string) => (await world.as('kiem').get(`${path}?${query}`)).json().total
  expect(await count('room=grant')).toBe(2)
  expect(await count('room=household')).toBe(0)
  expect(await count('until=2020-01-01')).toBe(0)
})

it('is not read by Hùng, whose role does not read it, nor by Sơn for his neighbour', async () => {
  expect((await world.as('hung').get(path)).json()).toMatchObject({ code: 'access.denied' })
  expect((await world.as('son').get(path)).json()).toMatchObject({ code: 'access.denied' })
})
