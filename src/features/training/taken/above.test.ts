/** A plan carried out by another: Hùng takes over what of the province's plan is of Tam Hồng, with its people; one seat is one seat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aLimit, aPlace, aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday } = demoAreas
const year = 2027
let world: World
let topicId: string
let other: string
let programmeId: string
/** Mỷ, Dua and Chứ are of Tam Hồng, Sính is of another unit of the province. */
let [my, dua, chu, sinh] = ['', '', '', '']

async function must(person: PersonName, path: string, body: object = {}) {
  const reply = await world.as(person).post(path, body)
  expect(reply.statusCode, `${path}: ${reply.body}`).toBe(200)
  return reply.json()
}
const get = async (person: PersonName, path: string) => {
  const reply = await world.as(person).get(path)
  expect(reply.statusCode, `${path}: ${reply.body}`).toBe(200)
  return reply.json()
}
const url = (id: string, path = '') => `/api/training-plans/${id}${path}`
async function person(name: string): Promise<string> {
  const officialId = newId()
  const who = { sex: 'female', birth: { year: 1988 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  await must('hung', '/api/officials', { officialId, unitId: tamHongToday, name, ...who, holds: null })
  return officialId
}
beforeAll(async () => {
  world = await openWorld()
  ;[topicId, other] = await approvedTopics(world)
  programmeId = await aProgramme(world)
  await aLimit(world)
  await aPlace(world)
  my = await person('Giàng Thị Mỷ')
  dua = await person('Giàng Thị Dua')
  chu = await person('Giàng Thị Chứ')
  sinh = await person('Giàng Thị Sính')
  await world.owner.query('update official set unit_id = $2 where id = $1', [sinh, phuTho])
})
afterAll(() => world.close())

const begin = async (by: PersonName, part: object): Promise<string> => {
  const trainingPlanId = newId()
  await must(by, '/api/training-plans', { trainingPlanId, programmeId, ...planSaid, year, ...part })
  return trainingPlanId
}
let numbers = 0
async function approve(by: PersonName, id: string, issuer = 'UBND tỉnh Phú Thọ') {
  numbers += 1
  const { edits } = await get(by, url(id))
  await must(by, url(id, '/approve'), { number: `TREN${numbers}/KH`, decidedOn: '2026-11-20', issuer, edits })
}
type Taken = { topicId: string; placeAreaId: string | null; people: number; officialIds: string[] }
const taken = (id: string, lines: Taken[]) =>
  must('dao', url(id, '/take-lines'), { lines: lines.map((line) => ({ weeks: [12], classes: 1, ...line })) })

/** Of the province: a class at Tam Hồng that Sính attends too, one without a place, one at the province, one without names. */
async function provincePlan(): Promise<string> {
  const id = await begin('dao', { areaId: phuTho, name: 'Kế hoạch của tỉnh' })
  await taken(id, [
    { topicId, placeAreaId: tamHongToday, people: 10, officialIds: [my, dua, sinh] },
    { topicId: other, placeAreaId: null, people: 40, officialIds: [my, sinh] },
    { topicId: other, placeAreaId: phuTho, people: 20, officialIds: [dua] },
  ])
  await must('dao', url(id, '/lines'), { planLineId: newId(), topicId, ...lineSaid, placeId: null })
  await approve('lan', id)
  return id
}
type Above = { planLineId: string; people: number; named: number; classes: number; there: boolean }
const above = async (id: string, by: PersonName = 'hung'): Promise<Above[]> => (await get(by, url(id, '/above'))).lines
const take = (id: string, lines: readonly Above[], by: PersonName = 'hung') =>
  world.as(by).post(url(id, '/take-above'), { planLineIds: lines.map(({ planLineId }) => planLineId) })
const standing = async (ids: readonly string[]) =>
  (
    await world.owner.query<{ plan: string }>(
      'select s.plan_id as plan from plan_seat s where s.stands and s.year = $1 and s.official_id = any ($2::uuid[]) order by s.plan_id',
      [year, ids],
    )
  ).rows.map(({ plan }) => plan)
const due = async (who: string) =>
  (await get('hung', `/api/officials/${who}/training`)).seats.map(({ planId }: { planId: string }) => planId)

describe('a plan that carries out one above', () => {
  let parentId: string
  let id: string
  beforeAll(async () => {
    parentId = await provincePlan()
    id = await begin('hung', { areaId: tamHongToday, parentId })
  })

  it('is offered the lines in its area and those that name its people, with its own part of them', async () => {
    expect(await above(id)).toMatchObject([
      // Nine of ten are Tam Hồng's: Sính is not.
      { code: 'CĐ1', people: 9, named: 2, classes: 1, weeks: [12], placeName: 'Xã Tam Hồng', there: false },
      { code: 'CĐ2', people: 1, named: 1, classes: 1, placeName: null, there: false },
    ])
  })

  it('takes them with its people; both plans add up, and nobody has two seats', async () => {
    await must('hung', `/api/areas/${tamHongToday}/nominations`, {
      ...{ nominations: [{ trainingWishId: newId(), officialId: my }], topicId, reason: 'Mới nhận việc', also: true },
    })
    const before = await standing([my, dua, sinh])
    expect(before).toHaveLength(6)
    expect((await take(id, await above(id))).statusCode).toBe(200)
    const { lineList, sums } = await get('hung', url(id))
    expect(lineList).toMatchObject([
      { code: 'CĐ1', people: 9, named: 2, placeName: 'Xã Tam Hồng', weeks: [12], money: [] },
      { code: 'CĐ2', people: 1, named: 1 },
    ])
    expect(sums).toMatchObject({ people: 10, classes: 2 })
    const { rows } = await get('hung', url(id, '/seats'))
    expect(rows.map((row: { officialId: string }) => row.officialId).sort()).toEqual([my, my, dua].sort())
    // A draft changes nothing of who has a seat.
    expect(await standing([my, dua, sinh])).toEqual(before)
    const { rows: planned } = await get(
      'dao',
      `/api/areas/${phuTho}/proposal/people?year=${year}&state=planned&topics=${topicId}`,
    )
    const ofMy = planned.filter((row: { officialId: string }) => row.officialId === my)
    expect(ofMy).toHaveLength(1)
    await approve('bich', id, 'UBND xã Tam Hồng')
    expect((await get('dao', url(parentId))).below).toMatchObject({
      approved: { plans: 1, people: 10, classes: 2 },
      topics: [
        { whole: { people: 100 }, below: { people: 9, classes: 1 } },
        { whole: { people: 60 }, below: { people: 1, classes: 1 } },
      ],
    })
    // The seat is the commune's now, which says the very class; Dua's at the province and Sính's are the province's.
    expect(await standing([my])).toEqual([id, id])
    expect(await standing([dua])).toEqual([id, parentId].sort())
    expect(await standing([sinh])).toEqual([parentId, parentId])
    expect((await due(my)).sort()).toEqual([id, id])
    const own = await get('hung', `/api/areas/${tamHongToday}/proposal?year=${year}&topics=${topicId}`)
    expect(own).toMatchObject({ planned: 1, uncovered: 0 })
  })

  it('gives the seat back to the plan above where an amendment leaves somebody out, and the other way round', async () => {
    const amendmentId = newId()
    await must('hung', url(id, '/amendments'), { amendmentId, reason: 'Mỷ học lớp của tỉnh' })
    const { rows } = await get('hung', url(amendmentId, '/seats'))
    for (const seat of rows.filter((row: { officialId: string }) => row.officialId === my))
      await must('hung', `/api/plan-seats/${seat.planSeatId}/drop`, { because: 'Học lớp của tỉnh' })
    await approve('bich', amendmentId, 'UBND xã Tam Hồng')
    expect(await standing([my])).toEqual([parentId, parentId])
    expect(await standing([dua])).toEqual([amendmentId, parentId].sort())
    // What the amendment of the plan below may take is again what is not there.
    const again = newId()
    await must('hung', url(id, '/amendments'), { amendmentId: again, reason: 'Mỷ học ở xã' })
    expect((await get('hung', url(again))).parent.trainingPlanId).toBe(parentId)
    expect(await above(again)).toMatchObject([{ there: true }, { there: true }])
    await must('hung', url(again, '/drop'), { because: 'Thôi' })
    // The province leaves Dua out of the class at Tam Hồng, which its own plan names her for still.
    const ofProvince = newId()
    await must('dao', url(parentId, '/amendments'), { amendmentId: ofProvince, reason: 'Bớt người' })
    const seats = (await get('dao', url(ofProvince, '/seats'))).rows
    for (const seat of seats.filter((row: { officialId: string }) => row.officialId === dua))
      await must('dao', `/api/plan-seats/${seat.planSeatId}/drop`, { because: 'Bớt' })
    await approve('lan', ofProvince)
    expect(await standing([dua])).toEqual([amendmentId])
  })
})

describe('a nomination', () => {
  const nominate = (officialId: string, part: object = {}) =>
    world.as('hung').post(`/api/areas/${tamHongToday}/nominations`, {
      ...{ nominations: [{ trainingWishId: newId(), officialId }], topicId, reason: 'Mới nhận việc', ...part },
    })
  it('of who has a seat for the topic in an approved plan is asked about, and so is one of who has left', async () => {
    const asked = await nominate(dua)
    expect(asked.json()).toMatchObject({ code: 'need.several', facts: { officialIds: [dua] } })
    expect(asked.json().title.vi).toContain('đã có chỗ học chuyên đề này: Giàng Thị Dua; không thuộc đối tượng')
    expect((await nominate(dua, { also: true })).statusCode).toBe(200)
    const [gone, appointmentId] = [await person('Giàng Thị Nghỉ'), newId()]
    await must('hung', `/api/officials/${gone}/appointments`, {
      ...{ appointmentId, post: 'mass_organisation', areaId: tamHongToday, from: '2026-10-01' },
      ...{ until: null, standing: 'own', decisionNumber: '', decidedOn: null },
    })
    await must('hung', `/api/appointments/${appointmentId}/end`, { last: '2026-11-10', reason: 'retired' })
    expect((await nominate(gone)).json()).toMatchObject({ code: 'need.gone', facts: { officialIds: [gone] } })
    expect((await nominate(gone, { also: true })).statusCode).toBe(200)
  })
})

describe('what is taken', () => {
  it('is of the plan above and the own unit, and not there already', async () => {
    const parentId = await begin('dao', { areaId: phuTho, name: 'Kế hoạch thứ hai' })
    await taken(parentId, [
      { topicId, placeAreaId: tamHongToday, people: 5, officialIds: [chu] },
      { topicId, placeAreaId: phuTho, people: 5, officialIds: [] },
    ])
    await approve('lan', parentId)
    const id = await begin('hung', { areaId: tamHongToday, parentId })
    const [line] = await above(id)
    const elsewhere = (await get('hung', url(parentId))).lineList.find(
      (one: { planLineId: string }) => one.planLineId !== line?.planLineId,
    )
    expect(await refusal(world, () => take(id, [elsewhere]))).toBe('plan.not_above')
    for (const who of ['bich', 'son', 'kiem'] as const)
      expect(['access.denied', 'plan.not_found'], who).toContain(
        await refusal(world, () => take(id, line ? [line] : [], who)),
      )
    expect((await take(id, line ? [line] : [])).statusCode).toBe(200)
    expect(await above(id)).toMatchObject([{ there: true, named: 0 }])
    expect(await refusal(world, () => take(id, line ? [line] : []))).toBe('plan.above_there')
    // Of nobody's plan nothing is offered, and the draft of another cannot be read.
    const alone = await begin('hung', { areaId: tamHongToday })
    expect(await above(alone)).toEqual([])
    expect(await refusal(world, () => world.as('son').get(url(id, '/above')))).toBe('plan.not_found')
    // Who has a seat in a plan that this one does not carry out is still refused.
    const said = { topicId, placeAreaId: null, weeks: [12], people: 1, classes: 1, officialIds: [chu] }
    expect(await refusal(world, () => world.as('hung').post(url(alone, '/take-lines'), { lines: [said] }))).toBe(
      'plan.seat_taken',
    )
  })

  it('keeps to the size of class of the draft: more classes where they are smaller', async () => {
    const parentId = await begin('dao', { areaId: phuTho, name: 'Kế hoạch thứ ba' })
    await taken(parentId, [{ topicId: other, placeAreaId: tamHongToday, people: 60, officialIds: [] }])
    await approve('lan', parentId)
    const by = { largestClass: 25, largestClassBy: 'Quy chế của xã' }
    const id = await begin('hung', { areaId: tamHongToday, parentId, ...by })
    expect(await above(id)).toMatchObject([{ people: 60, classes: 3 }])
    expect((await take(id, await above(id))).statusCode).toBe(200)
  })
})
