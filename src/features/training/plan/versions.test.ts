/** A topic is one through the versions of its framework: nobody sits in it twice, and a draft says what was changed above it since. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Line } from './model.ts'

const { tamHongToday, phuTho } = demoAreas
let world: World
let former: string
let latest: string
let programmeId: string
let officialId: string
const must = async (person: PersonName, url: string, body: object = {}) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
const drafted = async () => {
  const trainingPlanId = newId()
  await must('dao', '/api/training-plans', { trainingPlanId, areaId: phuTho, programmeId, ...planSaid })
  return trainingPlanId
}
const take = (id: string, topicId: string) =>
  world.as('dao').post(`/api/training-plans/${id}/take-lines`, {
    lines: [{ topicId, placeAreaId: null, weeks: [12], people: 10, classes: 1, officialIds: [officialId] }],
  })
const show = async (id: string) => (await world.as('dao').get(`/api/training-plans/${id}`)).json()
/** The next version of the framework of a topic, with one word changed. */
async function nextVersion(topicId: string): Promise<string> {
  const { rows } = await world.owner.query('select framework_id as id from framework_topic where id = $1', [topicId])
  const nextId = newId()
  await must('dao', `/api/frameworks/${rows[0]?.id}/versions`, { nextId })
  const read = async () => (await world.as('dao').get(`/api/frameworks/${nextId}`)).json()
  const topic = (await read()).topicList.find(({ code }: { code: string }) => code === 'CĐ1')
  const edit = { theoryHours: 6, was: { theoryHours: topic.theoryHours } }
  await must('dao', `/api/framework-topics/${topic.frameworkTopicId}/change`, edit)
  const decided = { number: 'V2/QĐ', decidedOn: '2026-11-19', issuer: 'UBND', edits: (await read()).edits }
  await must('lan', `/api/frameworks/${nextId}/approve`, decided)
  return topic.frameworkTopicId
}

beforeAll(async () => {
  world = await openWorld()
  ;[former] = await approvedTopics(world)
  programmeId = await aProgramme(world)
  officialId = newId()
  const who = { name: 'Vi Hai Lần', sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [] }
  const record = { officialId, unitId: tamHongToday, ...who, phone: '', personalNumber: '', holds: null }
  await must('hung', '/api/officials', record)
})
afterAll(() => world.close())

describe('a topic with a later version', () => {
  it('gives nobody a second seat, neither in the plan nor in another of the year', async () => {
    const [id, other] = [await drafted(), await drafted()]
    expect((await take(id, former)).statusCode).toBe(200)
    expect((await show(id)).lineList).toMatchObject([{ superseded: false, named: 1 }])
    latest = await nextVersion(former)
    for (const plan of [id, other]) expect(await refusal(world, () => take(plan, latest))).toBe('plan.seat_taken')
    expect((await show(id)).lineList).toMatchObject([{ superseded: true, named: 1 }])
    const due = (await world.as('dao').get(`/api/officials/${officialId}/training`)).json()
    expect(due.seats).toMatchObject([{ planId: id, code: 'CĐ1' }])
  })

  it('and a limit made less since are said of the lines of a draft', async () => {
    const id = await drafted()
    const line = { planLineId: newId(), topicId: latest, ...lineSaid, people: 90, classes: 3 }
    await must('dao', `/api/training-plans/${id}/lines`, line)
    const says = { kind: 'largest_class', value: 20, firstDay: null, lastDay: null, what: null, turns: null }
    const by = { from: '2026-11-01', legalReference: '9/QĐ-UBND', mark: 'text' }
    await must('lan', '/api/training-limits', { trainingLimitId: newId(), areaId: phuTho, ...says, ...by })
    const { classLimit, lineList } = await show(id)
    expect(classLimit).toBe(20)
    expect(lineList.map(({ superseded, people, classes }: Line) => [superseded, people, classes])).toEqual([
      [false, 90, 3],
    ])
    const { body } = await world
      .as('dao')
      .get(`/api/training-plans/${id}/lines/file?as=csv&mark=lop-dong&columns=topic`)
    expect(body).toContain('CĐ1')
  })
})
