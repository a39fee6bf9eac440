/** Many households get another village in one act: those of a village that was split, or that moved together. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { type Family, openRound, settle, tamHong, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const commune = demoAreas.tamHongToday
const on = '2026-11-10'
type To = { readonly villageId: string; readonly [more: string]: unknown }
const move = (of: readonly Family[], to: To, person: PersonName = 'hung') =>
  world.as(person).post('/api/households/residence', {
    householdIds: of.map((one) => one.householdId),
    ...{ on, why: 'unit_changed', because: 'Nghị quyết 5/NQ-HĐND', ...to },
  })
const moved = async (of: readonly Family[], to: To) => {
  const reply = await move(of, to)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const shown = async ({ householdId }: Family) => (await world.as('hung').get(`/api/households/${householdId}`)).json()
const homesOf = async (of: readonly Family[]): Promise<string[]> => {
  const homes = []
  for (const one of of) homes.push((await shown(one)).village.areaId)
  return homes
}
const listed = async (areaId: string, day: string) =>
  (await world.as('hung').get(`/api/households?areaId=${areaId}&day=${day}&count=all`)).json().total

async function splitVillage(areaId: string, day: string): Promise<[string, string]> {
  const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId: commune })
  const parts = [
    { unit: unit('Thôn Thượng'), share: 0.6, children: [] },
    { unit: unit('Thôn Hạ'), share: 0.4, children: [] },
  ]
  const reply = await world.as('quantri').post('/api/area-events', {
    ...{ change: { kind: 'split', areaId, parts }, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' },
  })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().began
}

describe('a village that was split', () => {
  it('gives the other part its households in one act, told as no moving house, each in the audit, each undone by itself', async () => {
    const village = tamHong[5] as string
    const all = []
    for (const name of ['Lý Thị Một', 'Lý Thị Hai', 'Lý Thị Ba']) all.push(await settle(world, village as never, name))
    const [one, two, three] = all as [Family, Family, Family]
    const [upper, lower] = await splitVillage(village, on)
    expect(await homesOf(all)).toEqual([upper, upper, upper])
    const homes = [one, two].map(({ householdId }) => ({ householdId, villageId: upper }))
    const told = await moved([one, two], { villageId: lower, was: { homes } })
    expect(told).toEqual({ moved: [one.householdId, two.householdId].toSorted(), left: [] })
    expect(await homesOf(all)).toEqual([lower, lower, upper])
    expect(await listed(lower, on)).toBe(2)
    expect(await listed(upper, on)).toBe(1)
    const { timeline } = await shown(one)
    expect(timeline.map((event: { kind: string; facts: object }) => event.facts)).toContainEqual(
      expect.objectContaining({ why: 'unit_changed', because: 'Nghị quyết 5/NQ-HĐND' }),
    )
    const { rows } = await world.owner.query(
      "select subject_id, area_id from audit_line where what = 'household.placed' order by subject_id",
    )
    expect(rows).toEqual(
      [one, two]
        .map((of) => ({ subject_id: of.householdId, area_id: upper }))
        .toSorted((a, b) => (a.subject_id < b.subject_id ? -1 : 1)),
    )
    const acts = timeline.map((event: { actId: string | null }) => event.actId ?? '').toSorted()
    const undo = await world
      .as('hung')
      .post(`/api/households/${one.householdId}/events/${acts.at(-1)}/undo`, { because: 'Nhầm hộ' })
    expect(undo.statusCode, undo.body).toBe(200)
    expect(await homesOf([one, two, three])).toEqual([upper, lower, upper])
  })
})

describe('who cannot be moved', () => {
  it('is told with the reason, and the others go', async () => {
    const stays = await settle(world, thon1, 'Hà Thị Ở')
    const there = await settle(world, thon2, 'Hà Thị Đó')
    const goes = await settle(world, thon1, 'Hà Thị Đi')
    const gone = await settle(world, thon1, 'Hà Thị Hết')
    const late = await settle(world, thon1, 'Hà Thị Muộn')
    const end = { on: '2026-11-01', reason: 'moved_away' }
    await world.as('hung').post(`/api/households/${gone.householdId}/end`, end)
    const elsewhere = { on: '2026-11-15', villageId: tamHong[2], address: '', number: '' }
    await world.as('hung').post(`/api/households/${late.householdId}/residence`, elsewhere)
    const homes = [{ householdId: stays.householdId, villageId: tamHong[3] }]
    const { moved: went, left } = await moved([stays, there, goes, gone, late], { villageId: thon2, was: { homes } })
    expect(went).toEqual([goes.householdId])
    const why = new Map(
      left.map((one: { householdId: string; said: { vi: string } }) => [one.householdId, one.said.vi]),
    )
    // In the order of lists: by village, then by the given name.
    expect([...why.keys()]).toEqual([gone, stays, there, late].map((one) => one.householdId))
    expect(why.get(stays.householdId)).toMatch(/^Hộ nay ở Thôn 1, do người khác vừa ghi/)
    expect(why.get(there.householdId)).toMatch(/đang ở thôn này/)
    expect(why.get(gone.householdId)).toMatch(/đã kết thúc/)
    expect(why.get(late.householdId)).toMatch(/Ngày phải từ 15\/11\/2026/)
    expect(await homesOf([stays, there, goes])).toEqual([thon1, thon2, thon2])
  })

  it('has a number that another household has, and goes with a reason', async () => {
    const [one, other] = [await settle(world, thon1, 'Hà Thị Trùng'), await settle(world, thon2, 'Hà Thị Trước')]
    for (const [of, villageId] of [
      [one, thon1],
      [other, thon2],
    ] as const)
      await world.as('hung').post(`/api/households/${of.householdId}/residence`, {
        ...{ on: '2026-11-01', villageId, address: '', number: '4711' },
      })
    const to = { villageId: thon2, why: 'moved' }
    const reply = await move([one], to)
    expect(reply.json()).toMatchObject({ code: 'household.none_moved', facts: { left: [{ withReason: true }] } })
    expect(await moved([one], { ...to, sure: 'Hai sổ cũ trùng số' })).toMatchObject({ moved: [one.householdId] })
    const { rows } = await world.owner.query(
      'select what from audit_line where subject_id = $1 order by id desc limit 1',
      [one.householdId],
    )
    expect(rows).toEqual([{ what: 'household.moved' }])
  })
})

describe('nobody is moved', () => {
  it('by who may not write there, to what is no village of theirs, on a day to come, or twice', async () => {
    const family = await settle(world, thon1, 'Hà Thị Yên')
    const code = (to: To, person?: PersonName) => refusal(world, () => move([family], to, person))
    expect(await code({ villageId: thon2 }, 'son')).toMatch(/household\.not_found|access\.denied/)
    expect(await code({ villageId: thon2 }, 'mai')).toBe('access.denied')
    expect(await code({ villageId: demoAreas.villages.kyThuong[0] as string })).toBe('access.denied')
    expect(await code({ villageId: commune })).toBe('household.not_a_village')
    expect(await code({ villageId: thon2, on: '2026-12-01' })).toBe('household.day_ahead')
    expect(await code({ villageId: thon1 })).toBe('household.none_moved')
    expect(await code({ villageId: thon2, because: '  ' })).toBe('input.invalid')
    expect(await code({ villageId: thon2, householdIds: [newId()] })).toBe('household.not_found')
  })
})

it('takes the cases of an open round along', async () => {
  const families = [await settle(world, thon1, 'Hà Thị Xuân'), await settle(world, thon1, 'Hà Thị Thu')]
  const hand = await openRound(world, 'ad_hoc', [thon1, thon2])
  await hand.must('hung', `/api/rounds/${hand.roundId}/list/many`, {
    householdIds: families.map((one) => one.householdId),
  })
  await moved(families, { villageId: thon2, why: 'moved' })
  const { rows } = await world.owner.query('select distinct village_id from review_case where round_id = $1', [
    hand.roundId,
  ])
  expect(rows).toEqual([{ village_id: thon2 }])
})
