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
  expect(await count('what=grant')).toBe(2)
  expect(await count('what=household')).toBe(0)
  expect(await count('until=2020-01-01')).toBe(0)
})

it('is not read by Hùng, whose role does not read it, nor by Sơn for his neighbour', async () => {
  expect((await world.as('hung').get(path)).json()).toMatchObject({ code: 'access.denied' })
  expect((await world.as('son').get(path)).json()).toMatchObject({ code: 'access.denied' })
})

it('tells an event of a unit in words, alone or with its kind, and lists what may be asked for', async () => {
  const [village] = demoAreas.villages.tamHong
  const change = { kind: 'rename', areaId: village, name: 'Thôn Đình' }
  const told = { change, day: '2026-11-01', legalBasis: 'Nghị quyết 12/NQ-HĐND', mark: 'text' }
  expect((await world.as('quantri').post('/api/area-events', told)).statusCode).toBe(200)
  const of = async (what: string) => (await world.as('kiem').get(`${path}?what=${what}`)).json()
  expect(await of('area.rename')).toMatchObject({
    total: 1,
    lines: [{ said: { vi: 'Đổi tên đơn vị', en: 'Unit renamed' } }],
  })
  expect((await of('area')).total).toBe(1)
  expect((await of('area.merge')).total).toBe(0)
  expect((await of('are')).total).toBe(0)
  const { kinds } = (await world.as('kiem').get('/api/audit/words')).json()
  expect(kinds[0]).toMatchObject({ kind: 'area', said: { vi: 'Đơn vị hành chính' } })
  expect(kinds[0].events).toContainEqual({ what: 'area.rename', said: { vi: 'Đổi tên đơn vị', en: 'Unit renamed' } })
})
