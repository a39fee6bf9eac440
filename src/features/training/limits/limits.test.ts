/** Limits of classes of Phú Thọ: Lan enters them from a text, who reads training reads them, Đào does not write them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Limit } from './model.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const unsaid = { value: null, firstDay: null, lastDay: null, what: null, turns: null }
const basis = { from: '2026-01-01', legalReference: '7/QĐ-UBND', mark: 'text' }
const enter = (part: object, person: PersonName = 'lan') =>
  world.as(person).post('/api/training-limits', {
    ...{ trainingLimitId: newId(), areaId: demoAreas.phuTho, ...unsaid, ...basis },
    ...part,
  })
async function entered(part: object): Promise<string> {
  const reply = await enter(part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().trainingLimitId
}
const act = (id: string, deed: 'next' | 'end' | 'withdraw', part: object = {}, person: PersonName = 'lan') => {
  const said = {
    next: { nextId: newId(), ...unsaid, ...basis, from: '2026-07-01' },
    end: { last: '2026-12-31', because: 'Bãi bỏ' },
    withdraw: { because: 'Ghi nhầm' },
  }[deed]
  return world.as(person).post(`/api/training-limits/${id}/${deed}`, { ...said, ...part })
}
const list = async (query: string, person: PersonName = 'hung'): Promise<Limit[]> =>
  (await world.as(person).get(`/api/training-limits?${query}`)).json().rows
const harvest = { kind: 'closed', firstDay: '05-15', lastDay: '06-15', what: 'Mùa gặt' }

describe('a limit', () => {
  it('stands from its day on, by its text, and a further value ends the one before', async () => {
    const id = await entered({ kind: 'largest_class', value: 60 })
    const nextId = newId()
    expect((await act(id, 'next', { nextId, value: 45, legalReference: '9/QĐ-UBND' })).statusCode).toBe(200)
    expect(await list('kind=largest_class')).toMatchObject([
      { trainingLimitId: nextId, value: 45, state: 'in_force', until: null, can: [] },
      { trainingLimitId: id, value: 60, state: 'ended', until: '2026-07-01' },
    ])
    expect((await list('kind=largest_class&state=ended', 'lan'))[0]?.can).toEqual([])
    const [first] = await list('kind=largest_class&state=in_force', 'lan')
    expect(first).toMatchObject({ can: ['follow', 'end', 'withdraw'] })
    const file = await world.as('kiem').get('/api/training-limits/file?as=csv&kind=largest_class')
    expect(file.body.trim().split(/\r?\n/)).toHaveLength(3)
  })

  it('entered by mistake counts nowhere, and what it followed goes on; the last first', async () => {
    const id = await entered({ kind: 'days_in_a_row', value: 3 })
    const nextId = newId()
    expect((await act(id, 'next', { nextId, value: 30 })).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'withdraw'))).toBe('limit.followed')
    expect((await act(nextId, 'withdraw')).statusCode).toBe(200)
    expect(await list('kind=days_in_a_row')).toMatchObject([
      { value: 30, state: 'withdrawn', because: 'Ghi nhầm' },
      { value: 3, state: 'in_force', until: null },
    ])
    expect(await refusal(world, () => act(nextId, 'withdraw'))).toBe('limit.withdrawn')
    expect((await act(id, 'next', { value: 4 })).statusCode).toBe(200)
  })

  it('of one kind stands once a day, but closed days may be several', async () => {
    const id = await entered({ kind: 'furthest_way', value: 40 })
    expect(await refusal(world, () => enter({ kind: 'furthest_way', value: 50 }))).toBe('limit.stands')
    expect((await act(id, 'end')).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'end'))).toBe('limit.ended')
    expect(await refusal(world, () => act(id, 'next', { value: 5 }))).toBe('limit.ended')
    await entered({ kind: 'furthest_way', value: 50, from: '2027-01-01' })
    await entered(harvest)
    await entered({ ...harvest, firstDay: '12-20', lastDay: '01-10', what: 'Cuối năm' })
    expect(await list('kind=closed')).toHaveLength(2)
  })

  it('is followed once where two follow it in the same second', async () => {
    const id = await entered({ kind: 'hours_a_day', value: 8 })
    const follow = () => act(id, 'next', { value: 6 })
    const replies = await meetingAt(world, 'training_limit', [follow, follow])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('says what its kind is about, on days that there are', async () => {
    for (const part of [
      { kind: 'largest_class' },
      { kind: 'closed', value: 3 },
      { ...harvest, what: null },
      { kind: 'first_turn', turns: [] },
      { kind: 'newly_in_post', value: 12, turns: ['error'] },
    ])
      expect(await refusal(world, () => enter(part)), JSON.stringify(part)).toBe('limit.says')
    expect(await refusal(world, () => enter({ ...harvest, lastDay: '02-31' }))).toBe('limit.no_day')
    expect(await refusal(world, () => enter({ ...harvest, firstDay: '02-29' }))).toBe('limit.no_day')
    await entered({ kind: 'first_turn', turns: ['difficult_area', 'newly_in_post'] })
    for (const part of [{ from: '1899-12-31' }, { from: '2090-01-01' }])
      expect(await refusal(world, () => enter({ kind: 'newly_in_post', value: 12, ...part }))).toBe('rule.day_far')
    for (const part of [{ value: 0 }, { value: 1001 }, { legalReference: ' ' }, { mark: 'sure' }, { kind: 'mood' }])
      expect(await refusal(world, () => enter({ kind: 'newly_in_post', value: 12, ...part }))).toBe('input.invalid')
  })
})

describe('nobody else writes limits', () => {
  it.each(['dao', 'hung', 'bich', 'kiem', 'son', 'mai', 'quantri'] as const)('%s', async (person) => {
    const id = (await list('kind=largest_class&state=in_force'))[0]?.trainingLimitId ?? ''
    expect(await refusal(world, () => enter({ kind: 'from_one_place', value: 5 }, person))).toBe('access.denied')
    for (const deed of ['next', 'end', 'withdraw'] as const)
      expect(await refusal(world, () => act(id, deed, { value: 5 }, person))).toBe('access.denied')
  })

  it('nor Lan of a commune, or of nothing, or a value before the first', async () => {
    const of = { kind: 'from_one_place', value: 5 }
    expect(await refusal(world, () => enter({ ...of, areaId: demoAreas.tamHongToday }))).toBe('limit.not_province')
    expect(await refusal(world, () => act(newId(), 'end'))).toBe('limit.not_found')
    const id = await entered(of)
    expect(await refusal(world, () => act(id, 'next', { value: 4, from: '2025-12-31' }))).toBe('limit.not_later')
    expect(await refusal(world, () => act(id, 'end', { last: '2025-12-31' }))).toBe('limit.ends_before')
  })
})
