/** The numbers of a village in one act: each is answered, what is odd is refused, what stands twice is asked about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type Family, kyThuong, settle, thon1, thon2 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Pair = readonly [Family, string]
const phonesOf = (pairs: readonly Pair[]) => pairs.map(([{ householdId }, phone]) => ({ householdId, phone }))
const post = (pairs: readonly Pair[], more: object = {}, person: PersonName = 'hung') =>
  world.as(person).post('/api/households/phones', { phones: phonesOf(pairs), ...more })
async function written(pairs: readonly Pair[], more: object = {}) {
  const reply = await post(pairs, more)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const show = async ({ householdId }: Family) => (await world.as('hung').get(`/api/households/${householdId}`)).json()
const listed = async (villageId: string, person: PersonName = 'hung') =>
  world.as(person).get(`/api/households/phones?villageId=${villageId}`)

describe('the numbers of a village', () => {
  it('are written down in one act, as they are dialled, each in its timeline and the audit, each undone by itself', async () => {
    const one = await settle(world, thon1, 'Quàng Thị Một')
    const two = await settle(world, thon1, 'Quàng Thị Hai')
    const told = await written([
      [one, '+84 000 100-001'],
      [two, '0000 100 002'],
    ])
    expect(told).toEqual({ written: [one.householdId, two.householdId].toSorted(), left: [] })
    expect([(await show(one)).phone, (await show(two)).phone]).toEqual(['0000100001', '0000100002'])
    const { timeline } = await show(one)
    expect(timeline[0]).toMatchObject({
      ...{ kind: 'address_changed', on: '2026-11-20' },
      facts: { from: { phone: '' }, to: { phone: '0000100001' } },
    })
    const audit = await world
      .as('kiem')
      .get(`/api/areas/${demoAreas.tamHongToday}/audit?householdId=${one.householdId}`)
    const line = audit.json().lines.find((row: { what: string }) => row.what === 'household.moved')
    expect(line.detail.vi).toContain('0000100001')
    const undo = { because: 'Nhầm hộ' }
    const undone = await world
      .as('hung')
      .post(`/api/households/${one.householdId}/events/${timeline[0].actId}/undo`, undo)
    expect(undone.statusCode, undone.body).toBe(200)
    expect([(await show(one)).phone, (await show(two)).phone]).toEqual(['', '0000100002'])
  })

  it('are listed in the order of names, with those that are empty, to who writes there and nobody else', async () => {
    const without = await settle(world, thon2, 'Quàng Thị Trống')
    const has = await settle(world, thon2, 'Quàng Thị Có')
    await written([[has, '0000100003']])
    const rows: { householdId: string; phone: string }[] = (await listed(thon2)).json().households
    const mine = rows.filter((row) => [without, has].some((one) => one.householdId === row.householdId))
    expect(mine.map(({ householdId, phone }) => [householdId, phone])).toEqual([
      [has.householdId, '0000100003'],
      [without.householdId, ''],
    ])
    for (const person of ['son', 'mai', 'kiem'] as const)
      expect((await listed(thon2, person)).json(), person).toMatchObject({ code: 'access.denied' })
  })

  it('that are too short, or none, or the one that stands, are left with the reason, and the others are written', async () => {
    const names = ['Ngắn', 'Chữ', 'Đúng', 'Như Cũ', 'Đi Rồi']
    const [short, words, right, same, gone] = (await Promise.all(
      names.map((name) => settle(world, thon1, `Tòng Thị ${name}`)),
    )) as [Family, Family, Family, Family, Family]
    await written([[same, '0000200001']])
    const end = { on: '2026-11-01', reason: 'moved_away' }
    expect((await world.as('hung').post(`/api/households/${gone.householdId}/end`, end)).statusCode).toBe(200)
    const pairs: Pair[] = [
      ...([
        [short, '091234567'],
        [words, 'gọi anh Tú'],
        [right, '0000200002'],
      ] as const),
      ...([
        [same, '0000 200 001'],
        [gone, '0000200003'],
      ] as const),
    ]
    const { written: done, left } = await written(pairs)
    expect(done).toEqual([right.householdId])
    const why = new Map(
      left.map((one: { householdId: string; said: { vi: string } }) => [one.householdId, one.said.vi]),
    )
    expect(why.get(short.householdId)).toMatch(/di động: 10/)
    expect(why.get(words.householdId)).toMatch(/9 đến 11 chữ số/)
    expect(why.get(same.householdId)).toMatch(/đã có đúng số này/)
    expect(why.get(gone.householdId)).toMatch(/đã kết thúc/)
    // Nothing at all: the whole is refused, with the reasons.
    const none: Pair[] = [[short, '09123']]
    expect(await refusal(world, () => post(none))).toBe('household.no_phone_written')
    expect((await post(none)).json().facts.left).toMatchObject([{ householdId: short.householdId, withReason: false }])
  })

  it('are taken away by an empty one', async () => {
    const one = await settle(world, thon1, 'Tòng Thị Thôi')
    await written([[one, '0000200009']])
    await written([[one, '']])
    expect((await show(one)).phone).toBe('')
  })
})

describe('a number that stands twice', () => {
  it('is asked about, within what is typed and with the register, and is written with a reason', async () => {
    const [a, b] = [await settle(world, thon1, 'Lường Thị An'), await settle(world, thon1, 'Lường Thị Bình')]
    const known = await settle(world, thon2, 'Lường Văn Chung')
    await written([[known, '0000300001']])
    const pairs: Pair[] = [
      [a, '0000300002'],
      [b, '0000 300 002'],
    ]
    expect(await refusal(world, () => post(pairs))).toBe('household.no_phone_written')
    const { left } = (await post(pairs)).json().facts
    expect(left.map((one: { withReason: boolean }) => one.withReason)).toEqual([true, true])
    expect(JSON.stringify(left)).toContain('cũng là của hộ Lường Thị An')
    // Another village of the commune counts too.
    const shared: Pair[] = [[a, '0000300001']]
    expect((await post(shared)).json().facts.left[0].said.vi).toContain('Lường Văn Chung')
    await written(shared, { sure: 'Hai nhà dùng chung máy của bố' })
    expect((await show(a)).timeline[0].facts).toMatchObject({ sure: 'Hai nhà dùng chung máy của bố' })
  })

  it('is not asked about where the other gets another number in the same act', async () => {
    const [a, b] = [await settle(world, thon1, 'Lường Thị Đổi'), await settle(world, thon1, 'Lường Thị Nhận')]
    await written([[a, '0000300007']])
    const { left } = await written([
      [a, '0000300008'],
      [b, '0000300007'],
    ])
    expect(left).toEqual([])
  })
})

describe('two who write at once', () => {
  it('do not write over each other: the second is told what stands there now', async () => {
    const one = await settle(world, thon1, 'Cà Thị Hai')
    const was = { phones: phonesOf([[one, '']]) }
    const two = ['0000400001', '0000400002'].map((phone) => () => post([[one, phone]], { was }))
    const answers = await meetingAt(world, 'household', two as never)
    expect(answersIn(answers).toSorted()).toEqual(['household.no_phone_written', 'ok'])
    const { phone } = await show(one)
    const refused = answers.find(({ statusCode }) => statusCode !== 200)?.json()
    expect(refused.facts.left[0].said.vi).toContain(`Số của hộ nay là ${phone}, do người khác vừa ghi`)
  })
})

it('nobody of elsewhere writes one, and who writes is refused for all where one is not theirs', async () => {
  const mine = await settle(world, thon1, 'Vì Thị Đây')
  const theirs = await settle(world, kyThuong, 'Vì Thị Đó')
  expect(await refusal(world, () => post([[mine, '0000500001']], {}, 'son'))).toBe('household.not_found')
  const both: Pair[] = [
    [mine, '0000500001'],
    [theirs, '0000500002'],
  ]
  expect(await refusal(world, () => post(both))).toBe('household.not_found')
  expect(await refusal(world, () => post([[mine, '0000500001']], {}, 'mai'))).toBe('access.denied')
})
