/** Drafts were carried over to what came of their units, which was a mistake: they go back as they were, with all that was added. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
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

const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
const show = async (id: string) => (await world.as('dao').get(`/api/training-plans/${id}`)).json()
let made = 0
const unit = () => ({
  name: `Xã Trả Về ${++made}`,
  kind: 'xa',
  code: String(96_000 + made),
  parentId: demoAreas.phuTho,
})
const event = (change: object, day: string) =>
  must('quantri', '/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
const commune = async (): Promise<string> => (await event({ kind: 'create', unit: unit() }, '2026-01-05')).began[0]
const money = [{ source: 'central', normId: null, what: 'Trọn gói', quantity: 1, dong: 9_000_000 }]
const addLine = (id: string, part: object = {}) =>
  must('dao', `/api/training-plans/${id}/lines`, { planLineId: newId(), topicId, ...lineSaid, money, ...part })

/** A draft of the unit with a line taught there and one that names somebody of it. */
async function draft(areaId: string, name: string) {
  const id = newId()
  const texts = { note: `Ghi chú của ${name}`, purpose: `Mục đích của ${name}`, execution: `Thực hiện của ${name}` }
  const said = { ...planSaid, ...texts, year: 2026, name }
  await must('dao', '/api/training-plans', { trainingPlanId: id, areaId, programmeId, ...said })
  await addLine(id, { weeks: [50], placeId: areaId })
  const officialId = newId()
  const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  const record = { officialId, unitId: demoAreas.tamHongToday, name: `Lò Văn ${name}`, ...who, holds: null }
  await must('hung', '/api/officials', record)
  await world.owner.query('update official set unit_id = $2 where id = $1', [officialId, areaId])
  const taken = { topicId, placeAreaId: null, weeks: [51], people: 1, classes: 1, officialIds: [officialId] }
  await must('dao', `/api/training-plans/${id}/take-lines`, { lines: [taken] })
  return id
}
type Line = { planLineId: string; firstId: string }
const particulars = (lines: Line[]) => lines.map(({ planLineId: _, firstId: __, ...said }) => said)
async function carry(id: string, areaId: string, intoId: string = newId()) {
  const { edits } = await show(id)
  await must('dao', `/api/training-plans/${id}/carry-over`, { areaId, intoId, edits })
  return intoId
}

it('each to its unit, and the merger is undone', async () => {
  const [a, b] = [await commune(), await commune()]
  const [ofA, ofB] = [await draft(a, 'An'), await draft(b, 'Bình')]
  const before = [(await show(ofA)).lineList, (await show(ofB)).lineList].map(particulars)
  const { began, eventId } = await event({ kind: 'merge', areaIds: [a, b], into: unit() }, '2026-11-19')
  const [whole] = began as [string]
  const into = await carry(ofA, whole)
  await carry(ofB, whole, into)
  expect((await show(into)).lineList).toHaveLength(4)
  await addLine(into, { weeks: [48], people: 7, classes: 1 })
  const undoing = async () => (await world.as('quantri').get(`/api/area-events/${eventId}/undoing`)).json()
  const undo = () => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
  // All that stands against it is said at once: the plan, and a post.
  const officialId = newId()
  const holds = { appointmentId: newId(), post: 'specialist', areaId: whole, standing: 'own', from: '2026-11-19' }
  const given = { ...holds, until: null, decisionNumber: '', decidedOn: null }
  const born = { sex: 'female', birth: { year: 1980 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
  await must('lan', '/api/officials', { officialId, unitId: a, name: 'Lò Thị Ngồi', ...born, holds: given })
  const { forbids } = await undoing()
  expect(forbids).toHaveLength(2)
  expect(JSON.stringify(forbids)).toMatch(/Trả dòng về đơn vị trước.*|Lò Thị Ngồi/)
  const refused = (await undo()).json()
  expect(refused).toMatchObject({ code: 'area.undo_rests', facts: { n: 2 } })
  for (const { vi } of forbids) expect(refused.title.vi).toContain(vi.replace(' Chưa có gì được ghi.', ''))
  const mistake = { last: '2026-11-19', reason: 'entered_by_mistake' }
  await must('lan', `/api/appointments/${holds.appointmentId}/end`, mistake)
  expect(await refusal(world, undo)).toBe('plan.unit_held')

  expect((await show(into)).before.map(({ areaId }: { areaId: string }) => areaId).toSorted()).toEqual(
    [a, b].toSorted(),
  )
  const { edits } = await show(into)
  const elsewhere = { areaId: demoAreas.tamHongToday, intoId: newId(), edits }
  const wrongly = () => world.as('dao').post(`/api/training-plans/${into}/carry-over`, elsewhere)
  expect(await refusal(world, wrongly)).toBe('plan.not_successor')
  const backA = await carry(into, a)
  expect((await show(into)).lineList).toHaveLength(3)
  const backB = await carry(into, b)
  expect((await world.as('dao').get(`/api/training-plans/${into}`)).json().code).toBe('plan.not_found')
  expect((await undo()).statusCode).toBe(200)

  // As they were, the line that was added with the last of them.
  expect(particulars((await show(backA)).lineList)).toEqual(before[0])
  const ofLast = particulars((await show(backB)).lineList)
  expect(ofLast).toHaveLength(3)
  expect(ofLast).toEqual(expect.arrayContaining(before[1] ?? []))
  expect(await show(backA)).toMatchObject({
    ended: null,
    before: [],
    name: 'An',
    areaName: expect.stringMatching(/^Xã Trả Về/),
  })
  // Each with what it said itself, though both were in one draft.
  for (const [id, name] of [
    [backA, 'An'],
    [backB, 'Bình'],
  ] as const)
    expect(await show(id)).toMatchObject({ name, note: `Ghi chú của ${name}`, execution: `Thực hiện của ${name}` })
  const seats = (await world.as('dao').get(`/api/training-plans/${backA}/seats`)).json()
  expect(seats.rows).toMatchObject([{ person: 'Lò Văn An' }])
})

it('not into a draft whose classes are smaller than theirs', async () => {
  const [a, b] = [await commune(), await commune()]
  const ofA = await draft(a, 'Đông')
  const { began } = await event({ kind: 'merge', areaIds: [a, b], into: unit() }, '2026-11-19')
  const into = newId()
  const small = { ...planSaid, largestClass: 5, largestClassBy: 'Quyết định 5/QĐ-UBND', year: 2026, name: 'Lớp nhỏ' }
  await must('dao', '/api/training-plans', { trainingPlanId: into, areaId: began[0], programmeId, ...small })
  const { edits } = await show(ofA)
  const carried = () =>
    world.as('dao').post(`/api/training-plans/${ofA}/carry-over`, { areaId: began[0], intoId: into, edits })
  expect(await refusal(world, carried)).toBe('plan.class_too_large')
})
