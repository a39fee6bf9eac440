/** By which number a household is called: said with it, changed like its address, found by its end, taken along and back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { decided, type Touching } from '#kernel/revisions.ts'
import { newId } from '#platform/server/ids.ts'
import { kyThuong, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const show = async (id: string) => (await world.as('hung').get(`/api/households/${id}`)).json()
const post = (id: string, path: string, body: object) => world.as('hung').post(`/api/households/${id}${path}`, body)
async function must(id: string, path: string, body: object) {
  const reply = await post(id, path, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const place = { villageId: thon1, address: '', number: '' }
const say = (id: string, phone: string, on = '2026-11-01') => must(id, '/residence', { ...place, on, phone })
const undoLast = async (id: string) => {
  const [last] = (await show(id)).timeline
  return post(id, `/events/${last.actId}/undo`, { because: 'Ghi nhầm' })
}
const found = async (q: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/households/search?q=${encodeURIComponent(q)}`)).json().households
const listed = async (q: string, areaId: string = demoAreas.tamHongToday) =>
  (await world.as('hung').get(`/api/households?areaId=${areaId}&q=${encodeURIComponent(q)}`)).json().rows

const entering = (phone: string) => ({
  ...{ householdId: newId<'household'>(), ...place, phone, on: '2026-01-01', reason: 'listed' },
  members: [
    {
      ...{ memberId: newId(), relation: 'head' },
      person: { name: 'Lò Thị Gọi', sex: 'female', birth: { year: 1970 }, ethnicity: '01' },
    },
  ],
})

describe('a telephone number', () => {
  it('comes with a household that is entered, as it is dialled, and its timeline says so', async () => {
    const body = entering('+84 000 012-34.56')
    expect((await world.as('hung').post('/api/households', { ...body, sure: 'Hộ mới' })).statusCode).toBe(200)
    const { phone, timeline } = await show(body.householdId)
    expect(phone).toBe('0000012345 6'.replace(' ', ''))
    expect(timeline[0]).toMatchObject({ kind: 'listed', facts: { phone } })
  })

  it.each(['12345678', '091234567890', 'gọi anh Tú', '0912345678, 0912345679', '=1+1'])(
    'that is none (%s) is refused at its field, and nothing is written',
    async (phone) => {
      const enter = () => world.as('hung').post('/api/households', entering(phone))
      expect(await refusal(world, enter)).toBe('household.phone_unfit')
      expect((await enter()).json().facts.at).toBe('phone')
      const { householdId } = await settle(world, thon1, 'Lò Thị Sai')
      const change = () => post(householdId, '/residence', { ...place, on: '2026-11-01', phone })
      expect(await refusal(world, change)).toBe('household.phone_unfit')
      expect((await show(householdId)).phone).toBe('')
    },
  )

  it('is changed with its day, kept in the timeline from and to, told in the audit, and taken away again', async () => {
    const { householdId: id } = await settle(world, thon1, 'Lò Thị Đổi')
    await say(id, '0000 111 111', '2026-10-05')
    await say(id, '0000 222 222', '2026-11-02')
    const { phone, residences, timeline } = await show(id)
    expect([phone, residences.length]).toEqual(['0000222222', 1])
    expect(timeline[0]).toMatchObject({
      ...{ kind: 'address_changed', on: '2026-11-02' },
      facts: { from: { phone: '0000111111' }, to: { phone: '0000222222' } },
    })
    const audit = await world.as('kiem').get(`/api/areas/${demoAreas.tamHongToday}/audit?householdId=${id}`)
    const told = audit.json().lines.find((row: { what: string }) => row.what === 'household.moved')
    expect(told.detail.vi).toBe('số điện thoại: 0000111111 → 0000222222')
    // Who does not speak of it leaves it as it is.
    await must(id, '/residence', { ...place, number: 'G-1', on: '2026-11-03' })
    expect(await show(id)).toMatchObject({ phone: '0000222222', number: 'G-1' })
    await must(id, '/residence', { ...place, number: 'G-1', on: '2026-11-04', phone: '' })
    expect((await show(id)).phone).toBe('')
  })

  it('merges with what another editor changed; where both changed it, both are shown', async () => {
    const { householdId: id } = await settle(world, thon1, 'Lò Thị Hai')
    const was = { ...place, phone: '' }
    await must(id, '/residence', { ...place, address: 'Ngõ 3', phone: '', on: '2026-11-01', was })
    await must(id, '/residence', { ...place, phone: '0000 333 333', on: '2026-11-02', was })
    expect(await show(id)).toMatchObject({ address: 'Ngõ 3', phone: '0000333333' })
    const mine = {
      ...place,
      address: 'Ngõ 3',
      phone: '0000444444',
      on: '2026-11-03',
      was: { ...was, address: 'Ngõ 3' },
    }
    expect(await refusal(world, () => post(id, '/residence', mine))).toBe('record.changed_since')
    const { touching } = (await post(id, '/residence', mine)).json().facts as { touching: Touching[] }
    expect(touching).toMatchObject([
      { field: 'phone', yours: '0000444444', theirs: '0000333333', by: 'Lê Văn Hùng', at: expect.any(String) },
    ])
    await must(
      id,
      '/residence',
      decided(mine, touching, () => true),
    )
    expect((await show(id)).phone).toBe('0000444444')
  })
})

describe('is found', () => {
  it('whole or by its last figures, with or without spaces, in the search and in the list', async () => {
    const { householdId: id } = await settle(world, thon1, 'Lò Thị Tìm')
    await say(id, '0000 567 891')
    for (const q of ['0000567891', '0000 567 891', '+84 000567891', '0000.567.891', '567891', '567 891', '7891']) {
      expect(await found(q), q).toMatchObject([{ householdId: id, phone: '0000567891' }])
      expect(await listed(q), q).toMatchObject([{ householdId: id, phone: '0000567891' }])
    }
    // Neither three figures, nor such from its middle, nor a number of a household.
    for (const q of ['891', '5678', '567-891', '78.91']) expect([await found(q), await listed(q)], q).toEqual([[], []])
    expect((await found('Lò Thị Tìm'))[0]).toMatchObject({ householdId: id, phone: null })
    expect(await listed('567891', thon2)).toEqual([])
  })

  it('after who has it as the number of the household', async () => {
    const numbered = await settle(world, thon1, 'Lò Thị Số')
    await must(numbered.householdId, '/residence', { ...place, number: '6677', on: '2026-11-01' })
    const called = await settle(world, thon1, 'Lò Thị Máy')
    await say(called.householdId, '0000996677')
    const both = [numbered.householdId, called.householdId]
    expect((await found('6677')).map((one: { householdId: string }) => one.householdId)).toEqual(both)
    expect((await listed('6677')).map((one: { householdId: string }) => one.householdId)).toEqual(both)
  })

  it('by nobody of elsewhere', async () => {
    const { householdId: id } = await settle(world, kyThuong, 'Lò Thị Xa')
    const there = { villageId: kyThuong, address: '', number: '', on: '2026-11-01', phone: '0000314159' }
    expect((await world.as('son').post(`/api/households/${id}/residence`, there)).statusCode).toBe(200)
    expect(await found('0000314159', 'son')).toHaveLength(1)
    expect([await found('0000314159'), await listed('314159')]).toEqual([[], []])
    expect((await world.as('hung').get(`/api/households/${id}`)).statusCode).toBe(404)
  })

  it('in the file of the list, where a household has one', async () => {
    const url = `/api/households/file?areaId=${demoAreas.tamHongToday}&q=${encodeURIComponent('0000567891')}&as=csv`
    const file = await world.as('hung').get(url)
    expect(file.statusCode, file.body).toBe(200)
    expect(file.body).toContain('Điện thoại')
    expect(file.body).toContain('0000567891')
  })
})

describe('goes along', () => {
  it('to another village, and comes back where that is undone', async () => {
    const { householdId: id } = await settle(world, thon1, 'Lò Thị Dời')
    await say(id, '0000121212')
    await must(id, '/residence', { ...place, villageId: thon2, on: '2026-11-05' })
    expect((await show(id)).phone).toBe('0000121212')
    expect((await undoLast(id)).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ phone: '0000121212', village: { areaId: thon1 } })
    const before = (await show(id)).timeline.find(
      (one: { kind: string; undone: boolean }) => one.kind === 'address_changed' && !one.undone,
    )
    const undoing = (await world.as('hung').get(`/api/households/${id}/events/${before.actId}/undoing`)).json()
    expect(undoing.back.map(({ vi }: { vi: string }) => vi)).toEqual(['Số điện thoại liên hệ trở lại như trước.'])
    expect((await post(id, `/events/${before.actId}/undo`, { because: 'Ghi nhầm' })).statusCode).toBe(200)
    expect((await show(id)).phone).toBe('')
  })

  it('to who takes a household in and has none; and stays where each has its own', async () => {
    const [into, from] = [await settle(world, thon1, 'Lò Thị Nhận'), await settle(world, thon1, 'Lò Thị Vào')]
    await say(from.householdId, '0000131313')
    const { members } = await show(from.householdId)
    const relations = members.map(({ memberId }: { memberId: string }) => ({ memberId, relation: 'other' }))
    const merge = { intoHouseholdId: into.householdId, on: '2026-11-06', relations }
    await must(from.householdId, '/merge', { ...merge, sure: 'Về ở chung' })
    const { phone, timeline } = await show(into.householdId)
    expect([phone, timeline[0].facts.phone]).toEqual(['0000131313', '0000131313'])
    expect((await undoLast(into.householdId)).statusCode).toBe(200)
    expect([(await show(into.householdId)).phone, (await show(from.householdId)).phone]).toEqual(['', '0000131313'])
    await say(into.householdId, '0000141414', '2026-11-02')
    await must(from.householdId, '/merge', { ...merge, sure: 'Về ở chung' })
    expect((await show(into.householdId)).phone).toBe('0000141414')
  })

  it('not to a household that splits off: it says its own', async () => {
    const { householdId: id } = await settle(world, thon1, 'Lò Thị Tách')
    await say(id, '0000151515')
    const father = (await show(id)).members.find((one: { relation: string }) => one.relation === 'spouse')
    const members = [{ memberId: father.memberId, relation: 'head' }]
    const newHouseholdId = newId()
    await must(id, '/split', {
      ...place,
      on: '2026-11-06',
      newHouseholdId,
      members,
      phone: '0000 161 616',
      sure: 'Ra riêng',
    })
    expect([(await show(id)).phone, (await show(newHouseholdId)).phone]).toEqual(['0000151515', '0000161616'])
  })
})

it('is not lost where an act is undone that was kept before there were such numbers, and does not stand in its way', async () => {
  const { householdId: id } = await settle(world, thon1, 'Lò Thị Xưa')
  await must(id, '/residence', { ...place, villageId: thon2, on: '2026-10-01' })
  await world.owner.query(
    `update household_event set before = before #- '{household,contact_phone}' where household_id = $1 and before is not null`,
    [id],
  )
  const moved = (await show(id)).timeline[0]
  await must(id, '/residence', { ...place, villageId: thon2, on: '2026-11-01', phone: '0000171717' })
  const reply = await post(id, `/events/${moved.actId}/undo`, { because: 'Ghi nhầm' })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(await show(id)).toMatchObject({ phone: '0000171717', village: { areaId: thon1 } })
})
