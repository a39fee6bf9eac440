/** What training is due to a person is told on their page, as far as the reader may read the plans. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { aPlan, aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday: tamHong, phuTho } = demoAreas
type Plan = Awaited<ReturnType<typeof aPlan>>
const seated = (official: string, { planLineId, topicId }: Plan) =>
  world.owner.query(
    `insert into plan_seat (id, plan_id, plan_line_id, state, area_id, year, topic_id, official_id, from_id, stands)
     select $1, l.plan_id, l.id, l.state, l.area_id, 2027, $2, $3, $4, true from plan_line l where l.id = $5`,
    [newId(), topicId, official, tamHong, planLineId],
  )
const due = async (official: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/officials/${official}/training`)).json()

describe('what is due to a person', () => {
  it('is where they are named, in which week, in which plan of whom, and what they are nominated for', async () => {
    const official = await bodyActs(world).person('Vi Thị Sắp Học')
    const plan = await aPlan(world)
    expect(await due(official)).toMatchObject({ seats: [], wishes: [] })
    await seated(official, plan)
    const nomination = { nominations: [{ trainingWishId: newId(), officialId: official }], topicId: plan.topicId }
    const nominated = await world
      .as('hung')
      .post(`/api/areas/${tamHong}/nominations`, { ...nomination, reason: 'Mới nhận việc', also: true })
    expect(nominated.statusCode, nominated.body).toBe(200)
    const told = await due(official)
    expect(told.seats).toMatchObject([
      { planId: plan.trainingPlanId, unitName: 'Xã Tam Hồng', state: 'drafted', year: 2027, code: 'CĐ1', weeks: [12] },
    ])
    expect(told.wishes).toMatchObject([{ source: 'nominated', code: 'CĐ1', reason: 'Mới nhận việc' }])
    for (const file of ['training/file', 'training/wishes/file'])
      expect((await world.as('hung').get(`/api/officials/${official}/${file}?as=xlsx`)).statusCode).toBe(200)
  })

  it('leaves out a draft of above that was not sent to the unit, and says it once it is approved', async () => {
    const official = await bodyActs(world).person('Vi Thị Cấp Trên')
    const [topicId] = await approvedTopics(world)
    const plan = { trainingPlanId: newId(), planLineId: newId(), topicId }
    const draft = {
      ...planSaid,
      trainingPlanId: plan.trainingPlanId,
      areaId: phuTho,
      programmeId: await aProgramme(world),
    }
    const lines = `/api/training-plans/${plan.trainingPlanId}/lines`
    for (const [url, body] of [
      ['/api/training-plans', draft],
      [lines, { planLineId: plan.planLineId, topicId, ...lineSaid }],
    ] as const)
      expect((await world.as('dao').post(url, body)).statusCode).toBe(200)
    await seated(official, plan)
    expect((await due(official)).seats).toEqual([])
    expect((await due(official, 'lan')).seats).toHaveLength(1)
    const { edits } = (await world.as('lan').get(`/api/training-plans/${plan.trainingPlanId}`)).json()
    const decided = { number: '91/KH-UBND', decidedOn: '2026-11-10', issuer: 'UBND tỉnh Phú Thọ', edits }
    const done = await world.as('lan').post(`/api/training-plans/${plan.trainingPlanId}/approve`, decided)
    expect(done.statusCode, done.body).toBe(200)
    expect((await due(official)).seats).toMatchObject([{ unitName: 'Tỉnh Phú Thọ', state: 'approved' }])
  })

  it('is told of nobody to who does not see them', async () => {
    const official = await bodyActs(world).person('Vi Thị Lạ')
    expect((await due(official, 'son')).code).toBe('official.not_found')
  })
})

describe('who has a seat in a plan', () => {
  it('is told what, when and where once it is approved, whatever they may read; nobody else is', async () => {
    const official = await bodyActs(world).person('Nguyễn Thị Mai')
    await world.owner.query('update official set account_id = $2 where id = $1', [official, world.idOf('mai')])
    const plan = await aPlan(world)
    await seated(official, plan)
    const mine = async (person: PersonName) => (await world.as(person).get('/api/work/training')).json().seats
    expect(await mine('mai')).toEqual([])
    const { edits } = (await world.as('hung').get(`/api/training-plans/${plan.trainingPlanId}`)).json()
    const decided = { number: '92/KH-UBND', decidedOn: '2026-11-10', issuer: 'UBND xã Tam Hồng', edits }
    const done = await world.as('bich').post(`/api/training-plans/${plan.trainingPlanId}/approve`, decided)
    expect(done.statusCode, done.body).toBe(200)
    expect(await mine('mai')).toMatchObject([
      { code: 'CĐ1', year: 2027, weeks: [12], unitName: 'Xã Tam Hồng', amendment: 0, over: false },
    ])
    for (const person of ['hung', 'son', 'lan'] as const) expect(await mine(person)).toEqual([])
    expect((await world.app.inject({ url: '/api/work/training' })).statusCode).toBe(401)
  })
})
