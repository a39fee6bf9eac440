/** Where a nomination stands: the person is gone since, has a seat, or is not whom the topic is for; whoever asked is told of their seat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aProgramme, approvedTopics, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Need } from './model.ts'

const { tamHongToday, phuTho } = demoAreas
let world: World
/** For enumerators. */
let topicId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
})
afterAll(() => world.close())

const must = async (person: PersonName, url: string, body: object = {}) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
async function person(name: string, post: string | null): Promise<{ officialId: string; appointmentId: string }> {
  const [officialId, appointmentId] = [newId(), newId()]
  const who = {
    name,
    sex: 'male',
    birth: { year: 1984 },
    ethnicity: '08',
    languages: [],
    phone: '',
    personalNumber: '',
  }
  await must('hung', '/api/officials', { officialId, unitId: tamHongToday, ...who, holds: null })
  if (post)
    await must('hung', `/api/officials/${officialId}/appointments`, {
      ...{ appointmentId, post, areaId: post === 'enumerator' ? demoAreas.villages.tamHong[0] : tamHongToday },
      ...{ standing: 'own', from: '2026-01-05', until: null, decisionNumber: '', decidedOn: null, also: true },
    })
  return { officialId, appointmentId }
}
const nominate = (officialIds: readonly string[], part: object = {}) =>
  world.as('hung').post(`/api/areas/${tamHongToday}/nominations`, {
    nominations: officialIds.map((officialId) => ({ trainingWishId: newId(), officialId })),
    ...{ topicId, reason: 'Mới nhận việc', ...part },
  })
const needOf = async (officialId: string): Promise<Need | undefined> =>
  (await world.as('hung').get(`/api/areas/${tamHongToday}/needs?source=nominated`))
    .json()
    .rows.find((row: Need) => row.officialId === officialId)
/** A plan of the province with a seat for somebody. */
async function seated(officialId: string) {
  const trainingPlanId = newId()
  const of = { trainingPlanId, areaId: phuTho, programmeId: await aProgramme(world), ...planSaid, name: 'Kế hoạch học' }
  await must('dao', '/api/training-plans', of)
  const line = { topicId, placeAreaId: null, weeks: [12], people: 10, classes: 1, officialIds: [officialId] }
  await must('dao', `/api/training-plans/${trainingPlanId}/take-lines`, { lines: [line] })
  const approve = async () => {
    const { edits } = (await world.as('dao').get(`/api/training-plans/${trainingPlanId}`)).json()
    const decided = {
      number: `${trainingPlanId.slice(-6)}/KH`,
      decidedOn: '2026-11-20',
      issuer: 'UBND tỉnh Phú Thọ',
      edits,
    }
    await must('lan', `/api/training-plans/${trainingPlanId}/approve`, decided)
  }
  return { trainingPlanId, approve }
}

describe('a nomination', () => {
  it('of whom the topic is not for is asked about, with all else that is asked, and made where it is meant', async () => {
    const { officialId: enumerator } = await person('Giàng Điều Tra', 'enumerator')
    const { officialId: specialist } = await person('Giàng Công Chức', 'specialist')
    const { officialId: retired, appointmentId } = await person('Giàng Nghỉ Hưu', 'enumerator')
    await must('hung', `/api/appointments/${appointmentId}/end`, { last: '2026-10-31', reason: 'retired' })
    const asked = await nominate([enumerator, specialist])
    expect(asked.json()).toMatchObject({
      code: 'need.not_audience',
      facts: { officialIds: [specialist] },
      title: {
        vi: 'Không thuộc đối tượng của chuyên đề (Điều tra viên, rà soát viên): Giàng Công Chức. Bỏ ra khỏi danh sách, hoặc trả lời vẫn cử. Chưa có gì được ghi.',
      },
    })
    expect(await refusal(world, () => nominate([enumerator, specialist]))).toBe('need.not_audience')
    const several = (await nominate([specialist, retired])).json()
    expect(several).toMatchObject({ code: 'need.several', facts: { officialIds: [retired, specialist] } })
    expect(several.title.vi).toContain('đã nghỉ hưu hoặc thôi việc: Giàng Nghỉ Hưu; không thuộc đối tượng')
    expect(await refusal(world, () => nominate([specialist, retired]))).toBe('need.several')
    expect((await nominate([enumerator])).statusCode).toBe(200)
    expect((await nominate([specialist], { also: true })).statusCode).toBe(200)
  })

  it('from a commune that is not one of those meant is asked about, once any is known to be', async () => {
    const { officialId: enumerator } = await person('Giàng Vùng Khó', 'enumerator')
    const part = { name: 'Khung cho xã khó khăn' }
    const [meant] = await approvedTopics(world, part, { areaConditions: ['dbkk_commune'] })
    const statuses = `/api/areas/${tamHongToday}/statuses`
    const status = { status: 'dbkk', from: '2025-07-01', until: '2026-01-01', decision: 'Quyết định 1/QĐ-TTg' }
    const nominated = () => nominate([enumerator], { topicId: meant })
    const { officialId: before } = await person('Giàng Chưa Biết', 'enumerator')
    expect((await nominate([before], { topicId: meant })).statusCode).toBe(200)
    await must('quantri', statuses, status)
    expect((await nominated()).json()).toMatchObject({
      code: 'need.not_audience',
      title: { vi: expect.stringContaining('(Điều tra viên, rà soát viên; xã đặc biệt khó khăn): Giàng Vùng Khó') },
    })
    expect(await refusal(world, nominated)).toBe('need.not_audience')
    await must('quantri', statuses, { ...status, from: '2026-02-01', until: null })
    expect((await nominated()).statusCode).toBe(200)
  })

  it('of somebody who has died since says so with the day, and nobody proposes a seat for them', async () => {
    const { officialId, appointmentId } = await person('Giàng Qua Đời', 'enumerator')
    expect((await nominate([officialId])).statusCode).toBe(200)
    expect(await needOf(officialId)).toMatchObject({ gone: null, seat: null })
    await must('hung', `/api/appointments/${appointmentId}/end`, { last: '2026-11-12', reason: 'died' })
    expect(await needOf(officialId)).toMatchObject({ gone: { why: 'died', since: '2026-11-13' } })
    const { body } = await world.as('hung').get(`/api/areas/${tamHongToday}/needs/file?as=csv&columns=person,seat`)
    expect(body).toContain('Giàng Qua Đời (đã qua đời 12/11/2026),chưa có chỗ')
    const { rows } = (await world.as('dao').get(`/api/areas/${tamHongToday}/proposal/people?year=2027`)).json()
    const proposed = rows.filter((row: { officialId: string }) => row.officialId === officialId)
    expect(proposed).toMatchObject([{ state: 'uncovered', because: 'gone', gone: { why: 'died' } }])
  })

  it('says where it stands: no seat yet, in a draft, in an approved plan', async () => {
    const { officialId } = await person('Giàng Có Chỗ', 'enumerator')
    expect((await nominate([officialId])).statusCode).toBe(200)
    const { trainingPlanId, approve } = await seated(officialId)
    // The draft of the province is not the commune's to read.
    expect(await needOf(officialId)).toMatchObject({ seat: { drafted: true, year: 2027, plan: null } })
    await approve()
    expect(await needOf(officialId)).toMatchObject({
      seat: { drafted: false, plan: { trainingPlanId, name: 'Kế hoạch học' } },
    })
    const { body } = await world.as('hung').get(`/api/areas/${tamHongToday}/needs/file?as=csv&columns=person,seat`)
    expect(body).toContain('có chỗ trong kế hoạch “Kế hoạch học”, năm 2027')
  })
})

describe('a request', () => {
  it('is answered by a seat in an approved plan, by its name and with the way to it', async () => {
    const { officialId } = await person('Trần Xin Học', 'enumerator')
    await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf('hung')])
    await world.owner.query('update official set account_id = $2 where id = $1', [officialId, world.idOf('hung')])
    await must('hung', '/api/work/training-requests', { trainingWishId: newId(), topicId, reason: 'Cần' })
    const mine = async () => (await world.as('hung').get('/api/work/training-requests')).json().rows
    const { trainingPlanId, approve } = await seated(officialId)
    expect(await mine()).toMatchObject([{ seat: null }])
    await approve()
    expect(await mine()).toMatchObject([{ seat: { year: 2027, plan: 'Kế hoạch học', trainingPlanId } }])
    const { body } = await world.as('hung').get('/api/work/training-requests/file?as=csv&columns=state')
    expect(body).toContain('đã có chỗ trong kế hoạch học, năm 2027')
  })
})
