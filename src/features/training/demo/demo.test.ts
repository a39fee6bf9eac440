/** The plans of the demo add up, and that of 2018 says what the report says and no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { addDemoOfficials } from '#features/people/demo/officials.ts'
import { testDay } from '#test/day.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { addDemoTraining, addDemoTrainingAround } from './demo.ts'
import { demoPlanId } from './plans.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  const client = await world.owner.connect()
  await addDemoOfficials(client, world.host.services.keys)
  await addDemoTraining(client, testDay)
  await addDemoTrainingAround(client, testDay)
  client.release()
})
afterAll(() => world.close())

const get = async (url: string, by: PersonName = 'lan') => (await world.as(by).get(url)).json()

describe('Quảng Ninh in 2018', () => {
  it('has the framework of nine topics with no hours, and Plan 92 with nine classes and no money', async () => {
    const { rows: plans } = await get('/api/training-plans?year=2018', 'loi')
    expect(plans).toMatchObject([{ state: 'approved', classes: 9, dong: 0, areaName: 'Tỉnh Quảng Ninh' }])
    const plan = await get(`/api/training-plans/${plans[0].trainingPlanId}`, 'loi')
    expect(plan.note).toContain('đặt ra cho bản mẫu')
    expect(plan.programme.name).toContain('Kế hoạch 92')
    expect(plan.sums).toMatchObject({ hours: null, bySource: [] })
    const { rows } = await get('/api/frameworks?q=quang ninh', 'loi')
    const approved = rows.find(({ state }: { state: string }) => state === 'approved')
    const framework = await get(`/api/frameworks/${approved.frameworkId}`, 'loi')
    expect(framework.topicList).toHaveLength(9)
    expect(framework.topicList.every(({ theoryHours }: { theoryHours: null }) => theoryHours === null)).toBe(true)
  })

  it('is nothing to Phú Thọ', async () => {
    expect((await get('/api/training-plans?year=2018')).rows).toEqual([])
  })
})

describe('this year in Phú Thọ', () => {
  it('the plan of the province is approved, carried down by communes, one of which has still to decide', async () => {
    const plan = await get(`/api/training-plans/${demoPlanId('province', 'this')}`)
    expect(plan).toMatchObject({ state: 'approved', areaName: 'Tỉnh Phú Thọ' })
    const { rows } = await get(`/api/training-plans?parentId=${plan.trainingPlanId}`)
    expect(
      rows.map(({ areaName, state }: { areaName: string; state: string }) => `${areaName} ${state}`).sort(),
    ).toEqual([...['Xã Lập Thạch drafted', 'Xã Tam Hồng approved', 'Xã Vĩnh Tường approved', 'Xã Yên Lạc approved']])
    const of = (key: 'dong' | 'people' | 'classes') =>
      rows.reduce((sum: number, row: Record<string, number>) => sum + (row[key] ?? 0), 0)
    expect(plan.below).toMatchObject({ approved: { plans: 3 }, drafted: { plans: 1 } })
    const { rows: sums } = await world.owner.query(
      `select (select sum(l.people)::int from plan_line l join training_plan p on p.id = l.plan_id where p.parent_id = $1) as people,
              (select sum(m.amount)::int from plan_money m join plan_line l on l.id = m.plan_line_id
                 join training_plan p on p.id = l.plan_id where p.parent_id = $1) as dong`,
      [plan.trainingPlanId],
    )
    expect(sums[0]).toEqual({ people: of('people'), dong: of('dong') })
    // Below are topics of the plan itself, and no more of any than it has.
    for (const { name, whole, below } of plan.below.topics) {
      expect(below.people, name).toBeLessThanOrEqual(whole.people)
      expect(below.classes, name).toBeLessThanOrEqual(whole.classes)
    }
    expect(plan.below.topics.map(({ below }: { below: { people: number } }) => below.people)).toEqual([480, 0, 60])
  })

  it('pays for as many days as the lessons take, at eight a day', async () => {
    const { rows } = await get('/api/training-plans')
    for (const { trainingPlanId } of rows)
      for (const { code, hours, money } of (await get(`/api/training-plans/${trainingPlanId}`)).lineList) {
        const times = (what: string) => money.find((one: { what: string }) => one.what === what)?.times
        const days = Math.ceil(hours / 8)
        expect(['Hỗ trợ tiền ăn học viên', 'Thuê hội trường, thiết bị', 'Thù lao giảng viên'].map(times), code).toEqual(
          [days, days, days * 2],
        )
      }
  })

  it('names people of Tam Hồng, and its money follows its people and classes', async () => {
    for (const [of, names] of [
      ['this', 3],
      ['next', 2],
    ] as const) {
      const plan = await get(`/api/training-plans/${demoPlanId('province', of)}`)
      const { total, rows } = await get(`/api/training-plans/${plan.trainingPlanId}/seats`)
      expect(total).toBe(names)
      for (const { person, homeName } of rows) expect([person === null, homeName]).toEqual([false, 'Xã Tam Hồng'])
      for (const { people, classes, money } of plan.lineList)
        for (const { quantity, follows, times } of money)
          expect(quantity).toBe(times * (follows === 'people' ? people : classes))
    }
  })

  it('next year is in draft', async () => {
    const { rows } = await get(`/api/training-plans?year=${Number(testDay.slice(0, 4)) + 1}`)
    expect(rows.map(({ state }: { state: string }) => state)).toEqual(['drafted', 'drafted'])
  })

  it('next year’s was sent to communes, with a comment answered and one waiting', async () => {
    const said = await get(`/api/training-plans/${demoPlanId('province', 'next')}/comments`, 'dao')
    expect(said).toMatchObject({ open: true, changedSince: false, unanswered: 1, silent: 3 })
    expect(said.comments).toHaveLength(2)
    const mine = await get(`/api/training-plans/${demoPlanId('province', 'next')}/comments`, 'hung')
    expect(mine.asked.map(({ unitName }: { unitName: string }) => unitName)).toEqual(['Xã Tam Hồng'])
  })

  it('needs open the people they count', async () => {
    const needs = await get(`/api/areas/${demoAreas.tamHongToday}/needs`, 'hung')
    expect(needs.total).toBeGreaterThan(8)
  })
})
