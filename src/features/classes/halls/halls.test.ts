/** Halls of Tam Hồng and of the province: Hùng enters his commune's, Đào all of the province's, who reads training finds them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const hall = { name: 'Hội trường UBND', address: 'Khu 3', seats: 80, equipment: 'máy chiếu', from: '2026-01-01' }
const enter = (part: object = {}, person: PersonName = 'hung') =>
  world.as(person).post('/api/class-halls', { classHallId: newId(), areaId: tamHongToday, ...hall, ...part })
async function entered(part: object = {}, person: PersonName = 'hung'): Promise<string> {
  const reply = await enter(part, person)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().classHallId
}
const act = (id: string, what: 'change' | 'close', body: object, person: PersonName = 'hung') =>
  world.as(person).post(`/api/class-halls/${id}/${what}`, body)
const halls = async (query = '', person: PersonName = 'hung', area: string = tamHongToday) =>
  (await world.as(person).get(`/api/areas/${area}/class-halls${query}`)).json()

describe('a hall', () => {
  it('stands in a unit from a day on, is found by its name and by how many it seats', async () => {
    await entered()
    await entered({ name: 'Nhà văn hóa Thôn 2', address: 'cạnh trạm y tế', seats: 40, equipment: '' })
    expect((await halls()).rows).toMatchObject([
      { name: 'Hội trường UBND', areaName: 'Xã Tam Hồng', seats: 80, state: 'in_use', can: ['change', 'close'] },
      { name: 'Nhà văn hóa Thôn 2', equipment: '' },
    ])
    expect((await halls('?q=tram y te')).rows).toMatchObject([{ name: 'Nhà văn hóa Thôn 2' }])
    expect((await halls('?seats=41')).rows).toMatchObject([{ seats: 80 }])
    expect((await halls('?seats=81')).total).toBe(0)
    // The province sees it, who is above enters one too.
    expect((await halls('', 'lan', phuTho)).rows).toHaveLength(2)
    expect((await halls('', 'bich')).rows[0]).toMatchObject({ can: [] })
    expect((await halls('', 'bich')).mayWrite).toBe(false)
  })

  it('is there once by its name, however it is written', async () => {
    expect(await refusal(world, () => enter({ name: ' hoi  truong UBND' }))).toBe('hall.there_already')
    await entered({ areaId: phuTho, name: 'Hội trường UBND' }, 'dao')
  })

  it('is put right field by field; whoever changes the same meanwhile is asked', async () => {
    const id = await entered({ name: 'Phòng họp' })
    expect((await act(id, 'change', { seats: 60, was: { seats: 80 } })).statusCode).toBe(200)
    expect((await act(id, 'change', { address: 'Tầng 2', was: { address: 'Khu 3' } }, 'dao')).statusCode).toBe(200)
    const touched = await act(id, 'change', { seats: 70, was: { seats: 80 } }, 'dao')
    expect(touched.json()).toMatchObject({ code: 'record.changed_since', facts: { touching: [{ field: 'seats' }] } })
    expect(await refusal(world, () => act(id, 'change', { name: 'Hội trường UBND', was: { name: 'Phòng họp' } }))).toBe(
      'hall.there_already',
    )
    expect((await halls('?q=phong hop')).rows).toMatchObject([{ seats: 60, address: 'Tầng 2' }])
  })

  it('is given up with a reason, put right where that was written wrongly, and may be entered anew after', async () => {
    const id = await entered({ name: 'Hội trường cũ' })
    const because = 'Xuống cấp'
    expect(await refusal(world, () => act(id, 'close', { last: '2025-12-31', because }))).toBe('hall.ends_before')
    expect((await act(id, 'close', { last: '2027-10-31', because })).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'close', { last: '2026-10-31', because }))).toBe('hall.closed')
    const seen = { seen: '2027-11-01', last: '2026-10-31', because }
    expect((await act(id, 'close', seen)).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'close', seen))).toBe('hall.closed')
    expect((await halls('?state=ended')).rows).toMatchObject([{ until: '2026-11-01', endedBecause: because }])
    expect(await refusal(world, () => enter({ name: 'Hội trường cũ' }))).toBe('hall.there_already')
    await entered({ name: 'Hội trường cũ', from: '2026-11-01' })
  })

  it('that was entered by mistake takes nobody’s name', async () => {
    const id = await entered({ name: 'Gõ nhầm', from: '2030-01-01' })
    expect((await halls('?state=coming')).rows).toMatchObject([{ name: 'Gõ nhầm' }])
    expect((await act(id, 'close', { last: null, because: 'Ghi nhầm xã' })).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'close', { last: null, seen: '2030-01-01', because: 'x' }))).toBe(
      'hall.closed',
    )
    await entered({ name: 'Gõ nhầm' })
  })

  it('is entered by who holds classes there, at a unit that stands, on a day of this life', async () => {
    for (const person of ['lan', 'bich', 'kiem', 'mai', 'son', 'xem', 'quantri', 'la'] as const)
      expect(await refusal(world, () => enter({ name: person }, person)), person).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: quangNinhId }, 'dao'))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: demoAreas.yenLac }, 'dao'))).toMatch(/hall.no_unit|access.denied/)
    expect(await refusal(world, () => enter({ from: '1899-01-01' }))).toBe('rule.day_far')
    expect(await refusal(world, () => enter({ from: '2101-01-01' }))).toBe('rule.day_far')
    for (const wrong of [{ seats: 0 }, { seats: 2001 }, { name: '  ' }, { name: 'a\u202eb' }])
      expect((await enter(wrong)).statusCode, JSON.stringify(wrong)).toBeOneOf([400, 422])
    expect(await refusal(world, () => act(newId(), 'close', { last: null, because: 'x' }))).toBe('hall.not_found')
    const ofProvince = (await halls('', 'lan', phuTho)).rows.find((row: { areaId: string }) => row.areaId === phuTho)
    expect(await refusal(world, () => act(ofProvince.classHallId, 'change', { seats: 5 }))).toBe('access.denied')
  })
})
