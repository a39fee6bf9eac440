/** A plan above that is made less tells the units that carry it out: in the list, among what waits, before it is approved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let topicId: string
let programmeId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  programmeId = await aProgramme(world)
})
afterAll(() => world.close())

async function post(person: PersonName, path: string, body: object) {
  const reply = await world.as(person).post(`/api/training-plans${path}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().trainingPlanId as string
}
const get = async (person: PersonName, path: string) =>
  (await world.as(person).get(`/api/training-plans${path}`)).json()
const show = (person: PersonName, id: string) => get(person, `/${id}`)

let numbers = 0
async function approve(person: PersonName, id: string) {
  numbers += 1
  const { edits } = await show(person, id)
  const said = { number: `${numbers}/CD`, decidedOn: '2026-11-19', issuer: 'UBND', edits }
  await post(person, `/${id}/approve`, said)
}
async function approved(people: number, part: object, [drafter, decider]: readonly [PersonName, PersonName]) {
  const of = { trainingPlanId: newId(), areaId: demoAreas.phuTho, programmeId, ...planSaid, ...part }
  const id = await post(drafter, '', of)
  await post(drafter, `/${id}/lines`, { planLineId: newId(), topicId, ...lineSaid, people })
  await approve(decider, id)
  return id
}
const ofProvince = ['dao', 'lan'] as const
const ofCommune = ['hung', 'bich'] as const
async function amended(id: string, [drafter]: readonly [PersonName, PersonName], people: number) {
  const draft = await post(drafter, `/${id}/amendments`, { amendmentId: newId(), reason: 'Ít kinh phí' })
  const [line] = (await show(drafter, draft)).lineList
  const reply = await world
    .as(drafter)
    .post(`/api/plan-lines/${line.planLineId}/change`, { people, was: { people: line.people } })
  expect(reply.statusCode, reply.body).toBe(200)
  return draft
}
const waits = async (person: PersonName) =>
  (await get(person, '?state=above_less')).rows.map((row: { trainingPlanId: string }) => row.trainingPlanId)

describe('a plan above that is amended to less', () => {
  it('names the plans below before it is approved, and their units are told until they amend theirs', async () => {
    const above = await approved(90, {}, ofProvince)
    const under = await approved(60, { areaId: demoAreas.tamHongToday, parentId: above }, ofCommune)
    const rowOf = async () =>
      (await get('hung', `?parentId=${above}`)).rows.find(
        (row: { trainingPlanId: string }) => row.trainingPlanId === under,
      )
    expect(await rowOf()).toMatchObject({ beyond: 0 })
    // Under no plan there is nothing to have more than.
    expect(await show('dao', above)).toMatchObject({ beyond: 0, parent: null })

    const draft = await amended(above, ofProvince, 40)
    expect((await show('dao', draft)).leftBeyond).toMatchObject([
      { trainingPlanId: under, areaName: 'Xã Tam Hồng', topics: [{ here: 60, above: 40 }] },
    ])
    expect(await waits('hung')).toEqual([])

    await approve('lan', draft)
    expect(await rowOf()).toMatchObject({ beyond: 1 })
    expect(await waits('hung')).toEqual([under])
    const { body } = await world.as('hung').get(`/api/training-plans/file?as=csv&columns=state&parentId=${above}`)
    expect(body).toContain('Đã phê duyệt; nhiều hơn kế hoạch cấp trên ở 1 chuyên đề')
    // Whoever drafts for the province has nothing of the commune's to amend.
    expect(await waits('dao')).toEqual([])

    await approve('bich', await amended(under, ofCommune, 40))
    expect(await rowOf()).toMatchObject({ beyond: 0 })
    expect(await waits('hung')).toEqual([])
  })

  it('of a plan that had more from the first nobody is reminded every day', async () => {
    const above = await approved(30, {}, ofProvince)
    const under = await approved(50, { areaId: demoAreas.tamHongToday, parentId: above }, ofCommune)
    expect(await show('hung', under)).toMatchObject({ beyond: 1, parent: { beyond: [{ here: 50, above: 30 }] } })
    expect(await waits('hung')).toEqual([])
  })
})
