/** Places of classes and ways in Phú Thọ: Đào enters them, who reads training reads them, nobody else writes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday, kyThuongToday } = demoAreas
let world: World
let others: string[]
beforeAll(async () => {
  world = await openWorld()
  const { rows } = await world.owner.query<{ id: string }>(
    `select v.area_id as id from area_version v join area_reach r on r.area_id = v.area_id
      where r.over_id = $1 and v.level = 3 and v.valid_until is null and v.area_id <> $2 order by v.area_id limit 6`,
    [phuTho, tamHongToday],
  )
  others = rows.map(({ id }) => id)
})
afterAll(() => world.close())

const openPlace = (areaId: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post('/api/class-places', { classPlaceId: newId(), areaId, hall: '', from: '2026-01-01', ...part })
async function opened(areaId: string, part: object = {}): Promise<string> {
  const reply = await openPlace(areaId, part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().classPlaceId
}
const close = (id: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post(`/api/class-places/${id}/close`, { last: '2026-10-31', because: 'Sửa hội trường', ...part })
const places = async (query = '', person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/areas/${tamHongToday}/class-places${query}`)).json()
const enter = (fromId: string, toId: string, km = 12, person: PersonName = 'dao') =>
  world.as(person).post('/api/training-ways', { trainingWayId: newId(), fromId, toId, km })
async function entered(fromId: string, toId: string, km = 12): Promise<string> {
  const reply = await enter(fromId, toId, km)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().trainingWayId
}
const ways = async (query = '', person: PersonName = 'lan', areaId: string = phuTho) =>
  (await world.as(person).get(`/api/areas/${areaId}/training-ways${query}`)).json()

describe('a place of classes', () => {
  it('stands from a day until it is closed with a reason, and may open again after', async () => {
    const id = await opened(tamHongToday, { hall: 'Hội trường UBND' })
    expect((await places()).rows).toMatchObject([{ areaName: 'Xã Tam Hồng', hall: 'Hội trường UBND', can: [] }])
    expect(await refusal(world, () => openPlace(tamHongToday))).toBe('place.open_already')
    expect(await refusal(world, () => close(id, { last: '2025-12-31' }))).toBe('place.day_far')
    expect((await close(id)).statusCode).toBe(200)
    expect(await refusal(world, () => close(id))).toBe('place.closed')
    expect((await places('?state=ended')).rows).toMatchObject([{ until: '2026-11-01', endedBecause: 'Sửa hội trường' }])
    await opened(tamHongToday, { from: '2026-11-01' })
    expect((await places('?state=in_force', 'dao')).rows).toMatchObject([{ until: null, can: ['close'] }])
  })

  it('that was entered by mistake never was one; an end that was written wrongly is put right', async () => {
    const [unit = ''] = others
    const id = await opened(unit, { from: '2031-06-01' })
    expect(await refusal(world, () => openPlace(unit))).toBe('place.open_already')
    expect((await close(id, { last: null, because: 'Gõ nhầm năm' })).statusCode).toBe(200)
    expect(await refusal(world, () => close(id, { last: null, seen: '2031-06-01' }))).toBe('place.closed')
    const right = await opened(unit)
    expect((await close(right, { last: '2031-12-31' })).statusCode).toBe(200)
    expect(await refusal(world, () => close(right, { last: '2026-12-31', seen: '2031-12-31' }))).toBe('place.closed')
    expect((await close(right, { last: '2026-12-31', seen: '2032-01-01' })).statusCode).toBe(200)
    const all = async (query: string) =>
      (await world.as('dao').get(`/api/areas/${unit}/class-places${query}`)).json().rows
    expect(await all('?state=ended')).toMatchObject([{ from: '2031-06-01', until: '2031-06-01', can: [] }])
    expect(await all('?state=coming')).toEqual([])
    expect(await all('?state=in_force')).toMatchObject([{ until: '2027-01-01', can: ['close'] }])
  })

  it('is a commune, a district or a province that stands, of who enters it', async () => {
    for (const part of [demoAreas.villages.tamHong[0], demoAreas.yenLac] as string[])
      expect(await refusal(world, () => openPlace(part))).toMatch(/place.level|access.denied/)
    for (const person of ['lan', 'hung', 'bich', 'kiem', 'mai', 'son'] as const)
      expect(await refusal(world, () => openPlace(others[0] ?? '', {}, person)), person).toBe('access.denied')
    expect(await refusal(world, () => openPlace(quangNinhId))).toBe('access.denied')
    expect(await refusal(world, () => close(newId()))).toBe('place.not_found')
    expect(await refusal(world, () => openPlace(others[0] ?? '', { from: '1899-01-01' }))).toBe('place.day_far')
  })
})

it('a place whose unit has ended says so, and nobody proposes a class there', async () => {
  const event = async (change: object, day: string): Promise<string> => {
    const said = { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
    const reply = await world.as('quantri').post('/api/area-events', said)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json().began[0]
  }
  const unit = (n: number) => ({ name: `Xã Nơi Lớp ${n}`, kind: 'xa', code: String(97_000 + n), parentId: phuTho })
  const areaIds = [
    await event({ kind: 'create', unit: unit(1) }, '2026-01-05'),
    await event({ kind: 'create', unit: unit(2) }, '2026-01-05'),
  ]
  const [place = ''] = areaIds
  await opened(place)
  const proposed = async () =>
    (await world.as('dao').get(`/api/areas/${phuTho}/proposal?year=2027`))
      .json()
      .places.map(({ areaId }: { areaId: string }) => areaId)
  expect(await proposed()).toContain(place)
  await event({ kind: 'merge', areaIds, into: unit(3) }, '2026-11-10')
  expect(await proposed()).not.toContain(place)
  const listed = (await world.as('dao').get(`/api/areas/${place}/class-places`)).json()
  expect(listed.rows).toMatchObject([{ unitEnded: '2026-11-10', can: ['close'] }])
  const file = await world.as('dao').get(`/api/areas/${place}/class-places/file?as=csv`)
  expect(file.body).toContain('Xã Nơi Lớp 1 (đơn vị đã hết từ 10/11/2026)')
})

describe('a way', () => {
  it('is the same there and back, and known once', async () => {
    const [from = '', to = ''] = others
    await entered(from, to, 15)
    expect(await refusal(world, () => enter(to, from, 16))).toBe('way.known')
    expect((await ways(`?placeId=${to}`)).rows).toMatchObject([{ km: 15, fromId: from, toId: to, can: [] }])
    expect((await ways(`?placeId=${to}`, 'dao')).rows[0].can).toEqual(['change', 'drop'])
    expect((await ways('', 'lan', from)).total).toBe(1)
  })

  it('says which communes have none to a place of today', async () => {
    const [, , , from = '', to = ''] = others
    await opened(to)
    const { missing } = await ways()
    expect((await ways('', 'lan', from)).missing).toHaveLength(1)
    expect((await ways('', 'lan', to)).missing).toEqual([])
    await entered(to, from)
    expect((await ways()).missing).toHaveLength(missing.length - 1)
  })

  it('is changed as it was seen, and dropped with a reason', async () => {
    const [, , one = '', , , other = ''] = others
    const id = await entered(one, other, 20)
    const change = (km: number, was: number, person: PersonName = 'dao') =>
      world.as(person).post(`/api/training-ways/${id}/change`, { km, was: { km: was } })
    expect((await change(22, 20)).statusCode).toBe(200)
    expect(await refusal(world, () => change(25, 20))).toBe('record.changed_since')
    expect(await refusal(world, () => change(25, 22, 'lan'))).toBe('access.denied')
    const drop = (person: PersonName = 'dao') =>
      world.as(person).post(`/api/training-ways/${id}/drop`, { because: 'Nhầm' })
    expect(await refusal(world, () => drop('hung'))).toBe('access.denied')
    expect((await drop()).statusCode).toBe(200)
    expect(await refusal(world, () => drop())).toBe('way.not_found')
  })

  it('joins two different units of one province, entered by its organiser', async () => {
    const [one = '', other = ''] = others
    for (const [from, to] of [
      [one, one],
      [one, quangNinhId],
      [one, demoAreas.villages.tamHong[0] ?? ''],
      [one, kyThuongToday],
    ] as const)
      expect(await refusal(world, () => enter(from, to))).toBe('way.elsewhere')
    for (const person of ['lan', 'hung', 'kiem', 'son', 'mai'] as const)
      expect(await refusal(world, () => enter(one, other, 5, person)), person).toBe('access.denied')
    for (const km of [0, 1001, 1.5]) expect(await refusal(world, () => enter(one, other, km))).toBe('input.invalid')
  })
})

describe('before a unit goes into another', () => {
  it('its ways are told by name and length, with what becomes of them', async () => {
    const [, from = '', , , , to = ''] = others
    await entered(from, to, 37)
    const { held } = (await world.as('quantri').get(`/api/areas/${from}/touched?kind=merge`)).json()
    const told = held.find((one: { what: { vi: string } }) => one.what.vi.startsWith('Đường đến nơi mở lớp'))
    expect(told).toMatchObject({ names: expect.arrayContaining([expect.stringMatching(/ - .* 37 km$/)]) })
    expect(told.what.vi).toContain('cần ghi đường mới')
  })
})
