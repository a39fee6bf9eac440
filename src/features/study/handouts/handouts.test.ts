/** Copies on paper: Hùng hands out what the province keeps; what was recorded by mistake is taken back and counts no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { aClassOfTamHong, aHallAndTrainer, approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday, kyThuongToday, villages } = demoAreas
let world: World
let materialId: string
let toClassId: string
beforeAll(async () => {
  world = await openWorld()
  const [topicId] = await approvedTopics(world)
  materialId = newId()
  const said = { kind: 'document', title: 'Tờ rơi', summary: '', basis: '', text: 'Một trang.' }
  await world.as('dao').post('/api/library', { materialId, areaId: phuTho, topicId, ...said })
  const { trainerId } = await aHallAndTrainer(world)
  toClassId = (await aClassOfTamHong(world, trainerId)).trainingClassId
})
afterAll(() => world.close())

const nobody = { toAreaId: null, toClassId: null, toWords: null }
const record = (part: object = {}, by: PersonName = 'hung', handoutId = newId()) =>
  world.as(by).post('/api/handouts', {
    ...{ handoutId, areaId: tamHongToday, materialId, version: 1, copies: 20, on: '2026-11-18' },
    ...{ ...nobody, toWords: 'Giao ban', ...part },
  })
const recorded = async (part: object = {}, by: PersonName = 'hung') => {
  const handoutId = newId()
  const reply = await record(part, by, handoutId)
  expect(reply.statusCode, reply.body).toBe(200)
  return handoutId
}
const list = async (more = '', by: PersonName = 'hung', area: string = tamHongToday) =>
  (await world.as(by).get(`/api/areas/${area}/handouts?${more}`)).json()

describe('copies on paper', () => {
  it('go to a unit, a class, or whom words name, and each sum is as long as the list it opens', async () => {
    await recorded()
    await recorded({ ...nobody, toAreaId: villages.tamHong[0], copies: 5 })
    await recorded({ ...nobody, toClassId, copies: 40 })
    await recorded({ areaId: phuTho, copies: 100 }, 'dao')
    const { rows, copies, total } = await list()
    expect({ copies, total }).toEqual({ copies: 65, total: 3 })
    expect(rows.map((row: { toClass: unknown }) => row.toClass).filter(Boolean)).toHaveLength(1)
    const sums = async (by: PersonName, area: string) =>
      (await world.as(by).get(`/api/areas/${area}/handouts/sums`)).json().rows
    expect(await sums('hung', tamHongToday)).toMatchObject([{ times: 3, copies: 65, title: 'Tờ rơi' }])
    for (const { areaId, copies: sum, times } of await sums('dao', phuTho)) {
      const opened = await list(`materialId=${materialId}&here=true&state=stands`, 'dao', areaId)
      expect(opened).toMatchObject({ copies: sum, total: times })
    }
    expect(await sums('son', kyThuongToday)).toEqual([])
  })

  it('are recorded of what there is, to one receiver of the unit, on a day that has come', async () => {
    expect(await refusal(world, () => record({ version: 2 }))).toBe('handout.version')
    expect(await refusal(world, () => record({ materialId: newId() }))).toBe('handout.version')
    expect(await refusal(world, () => record(nobody))).toBe('handout.to')
    expect(await refusal(world, () => record({ toAreaId: tamHongToday }))).toBe('handout.to')
    expect(await refusal(world, () => record({ ...nobody, toAreaId: kyThuongToday }))).toBe('handout.to_unit')
    expect(await refusal(world, () => record({ ...nobody, toClassId: newId() }))).toBe('handout.to_class')
    expect(await refusal(world, () => record({ on: '2026-11-21' }))).toBe('handout.day')
    expect(await refusal(world, () => record({ copies: 0 }))).toBe('input.invalid')
    for (const person of ['lan', 'mai', 'bich', 'son'] as const)
      expect(await refusal(world, () => record({}, person)), person).toBe('access.denied')
    expect(await refusal(world, () => record({ areaId: kyThuongToday }, 'son'))).toBe('handout.version')
  })

  it('that were recorded by mistake are taken back with a reason, once, by who records there', async () => {
    const handoutId = await recorded({ copies: 7, toWords: 'Nhầm' })
    const back =
      (by: PersonName = 'hung') =>
      () =>
        world.as(by).post(`/api/handouts/${handoutId}/take-back`, { because: 'Ghi hai lần' })
    expect(await refusal(world, back('son'))).toBe('handout.not_found')
    const before = (await list()).copies
    expect(answersIn(await meetingAt(world, 'handout', [back(), back()])).sort()).toEqual([
      'handout.back_already',
      'ok',
    ])
    expect((await list()).copies).toBe(before - 7)
    expect((await list('state=back')).rows).toMatchObject([{ back: { because: 'Ghi hai lần' }, can: [] }])
  })
})
