/** A record goes from one unit to another: asked for and taken, refused or withdrawn, at once by the province, and after a unit ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday: tamHong, kyThuongToday: kyThuong, phuTho } = demoAreas
async function entered(name: string, unitId: string = tamHong, by: PersonName = 'hung'): Promise<string> {
  const officialId = newId()
  const who = { sex: 'female', birth: { year: 1985 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
  const reply = await world.as(by).post('/api/officials', { officialId, unitId, name, ...who, holds: null })
  expect(reply.statusCode, reply.body).toBe(200)
  return officialId
}
const give = (officialIds: string[], toId: string = kyThuong, person: PersonName = 'hung') =>
  world.as(person).post('/api/officials/hand-over', { officialIds, toId, because: 'Chuyển công tác' })
type Row = { handoverId: string; name: string; state: string; can: string[] }
const list = async (person: PersonName, area: string, query = '') =>
  ((await world.as(person).get(`/api/areas/${area}/handovers?${query}`)).json().rows ?? []) as Row[]
const settle = (id: string, how: 'take' | 'refuse' | 'withdraw', person: PersonName) =>
  world.as(person).post(`/api/handovers/${id}/${how}`, how === 'take' ? {} : { because: 'Nhầm người' })
const keeper = async (official: string) =>
  (await world.owner.query('select unit_id from official where id = $1', [official])).rows[0].unit_id

/** Asked for by Hùng, seen by Sơn. */
async function asked(name: string): Promise<{ official: string; id: string }> {
  const official = await entered(name)
  expect((await give([official])).json()).toEqual({ taken: 0, asked: 1 })
  const row = (await list('son', kyThuong)).find((one) => one.name === name)
  expect(row).toMatchObject({ state: 'asked', askedBy: 'Lê Văn Hùng', can: ['take', 'refuse'] })
  return { official, id: row?.handoverId ?? '' }
}

describe('a record', () => {
  it('that is asked to be taken stays where it is until it is, and is then kept and changed there', async () => {
    const { official, id } = await asked('Lý Thị Giao')
    expect(await keeper(official)).toBe(tamHong)
    expect(await list('hung', tamHong, 'state=asked')).toMatchObject([{ name: 'Lý Thị Giao', can: ['withdraw'] }])
    expect(await refusal(world, () => settle(id, 'take', 'hung'))).toBe('access.denied')
    expect(await refusal(world, () => give([official]))).toBe('handover.open')
    expect((await settle(id, 'take', 'son')).statusCode).toBe(200)
    expect(await keeper(official)).toBe(kyThuong)
    expect((await world.as('son').get(`/api/officials/${official}`)).json().can).toContain('write')
    expect((await world.as('hung').get(`/api/officials/${official}`)).json().code).toBe('official.not_found')
    expect(await list('hung', tamHong, 'state=taken')).toMatchObject([{ name: 'Lý Thị Giao', can: [] }])
    for (const how of ['take', 'refuse'] as const)
      expect(await refusal(world, () => settle(id, how, 'son'))).toBe('handover.settled')
  })

  it('is refused or withdrawn with a reason, and stays; and is settled once where two settle it at once', async () => {
    const one = await asked('Lý Thị Một')
    expect((await settle(one.id, 'refuse', 'son')).statusCode).toBe(200)
    expect(await keeper(one.official)).toBe(tamHong)
    const two = await asked('Lý Thị Hai')
    expect(await refusal(world, () => settle(two.id, 'withdraw', 'son'))).toBe('access.denied')
    expect((await settle(two.id, 'withdraw', 'hung')).statusCode).toBe(200)
    const three = await asked('Lý Thị Ba')
    const replies = await meetingAt(world, 'official_handover', [
      () => settle(three.id, 'take', 'son'),
      () => settle(three.id, 'withdraw', 'hung'),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('hung').get(`/api/areas/${tamHong}/handovers/file?as=${as}`)).statusCode).toBe(200)
  })

  it('is handed over at once by who may at both, and not taken again by who was asked before', async () => {
    const one = await entered('Lý Thị Tỉnh')
    expect((await give([one], phuTho, 'lan')).json()).toEqual({ taken: 1, asked: 0 })
    expect(await keeper(one)).toBe(phuTho)
    expect(await refusal(world, () => give([one], phuTho, 'lan'))).toBe('handover.same')
    expect(await refusal(world, () => give([one]))).toBe('official.not_found')
  })

  it('of a unit that has ended waits for a person, and many go in one act', async () => {
    const ids = [await entered('Lý Thị Cũ'), await entered('Lý Thị Xưa')]
    await world.owner.query('update official set unit_id = $1 where id = any ($2::uuid[])', [
      demoAreas.yenDong2021,
      ids,
    ])
    const left = async () =>
      (await world.as('hung').get(`/api/areas/${tamHong}/records-left`)).json().rows.map(({ name }: Row) => name)
    expect(await left()).toEqual(['Lý Thị Cũ', 'Lý Thị Xưa'])
    expect((await give(ids, tamHong)).json()).toEqual({ taken: 2, asked: 0 })
    expect(await left()).toEqual([])
    const { rows } = await world.owner.query(
      `select subject_id from audit_line where what = 'official.handed_over' and subject_id = any ($1::uuid[])`,
      [ids],
    )
    expect(rows).toHaveLength(2)
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('hung').get(`/api/areas/${tamHong}/records-left/file?as=${as}`)).statusCode).toBe(200)
  })

  it('goes to a standing unit from the commune up, by who writes the roster', async () => {
    const official = await entered('Lý Thị Không')
    expect(await refusal(world, () => give([official], demoAreas.villages.tamHong[0]))).toBe('handover.place')
    expect(await refusal(world, () => give([official], demoAreas.yenLac))).toBe('handover.place')
    expect(await refusal(world, () => give([official], tamHong))).toBe('handover.same')
    for (const person of ['bich', 'kiem', 'mai', 'dao'] as const)
      expect(await refusal(world, () => give([official], kyThuong, person)), person).toBe('access.denied')
    expect(await refusal(world, () => give([official], kyThuong, 'son'))).toBe('official.not_found')
    expect(await refusal(world, () => settle(newId(), 'take', 'son'))).toBe('handover.not_found')
  })
})
