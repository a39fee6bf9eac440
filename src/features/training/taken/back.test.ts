/** Drafts were carried over to what came of their units, which was a mistake: they go back as they were, with all that was added. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
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
  await must('lan', '/api/officials', {
    officialId,
    unitId: demoAreas.tamHongToday,
    name: 'Lò Thị Ngồi',
    ...born,
    holds: given,
  })
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

/** Hùng's commune was asked about the draft, and has spoken of its first line. */
async function commentOn(id: string) {
  const { lineList, areaId } = await show(id)
  const [by, sendingId] = [(await world.owner.query(`select id from account where login = 'hung'`)).rows[0].id, newId()]
  await world.owner.query(
    `insert into plan_sending (id, plan_id, area_id, number, due_on, edits, sent_by, sent_name, sent_on)
     values ($1, $2, $3, 1, '2026-12-01', 0, $4, 'Đào', '2026-11-01')`,
    [sendingId, id, areaId, by],
  )
  const asked = [sendingId, id, areaId, demoAreas.tamHongToday]
  await world.owner.query(
    'insert into plan_asked (sending_id, plan_id, area_id, unit_id) values ($1, $2, $3, $4)',
    asked,
  )
  const said = { planCommentId: newId(), unitId: demoAreas.tamHongToday, agrees: false, says: 'Nên mở sớm hơn' }
  const give = (planLineId: string | null) =>
    world.as('hung').post(`/api/plan-sendings/${sendingId}/comments`, { ...said, planCommentId: newId(), planLineId })
  expect((await give(lineList[0].planLineId)).statusCode).toBe(200)
  return give
}

it('a draft that units commented on goes there and back, and is counted once', async () => {
  const [a, b] = [await commune(), await commune()]
  const id = await draft(a, 'Góp Ý')
  const give = await commentOn(id)
  const all: string[] = [id]
  const sums = async () => {
    const { rows } = await world.owner.query(
      `select count(*)::int as lines, sum(l.people)::int as people, sum((select sum(m.amount) from plan_money m where m.plan_line_id = l.id))::text as dong
         from plan_line l join training_plan p on p.id = l.plan_id where p.id = any ($1)`,
      [all],
    )
    return rows[0]
  }
  const [before, lines] = [await sums(), particulars((await show(id)).lineList)]
  const { began } = await event({ kind: 'merge', areaIds: [a, b], into: unit() }, '2026-11-19')
  const { edits } = await show(id)
  const submit = () => world.as('dao').post(`/api/training-plans/${id}/submit`, { edits })
  expect(await refusal(world, submit)).toBe('plan.unit_ended')
  const into = await carry(id, began[0])
  all.push(into)
  expect(await sums()).toEqual(before)

  // What stays is done with: nothing of it is carried, changed, sent or commented on, and nobody is reminded of it.
  const left = await show(id)
  expect(left).toMatchObject({ lines: 0, people: 0, dong: 0, can: [], carriedInto: { trainingPlanId: into } })
  const again = { areaId: began[0], intoId: newId(), edits: left.edits }
  const acts = [
    () => world.as('dao').post(`/api/training-plans/${id}/carry-over`, again),
    () => world.as('dao').post(`/api/training-plans/${id}/lines`, { planLineId: newId(), topicId, ...lineSaid }),
    () => world.as('dao').post(`/api/training-plans/${id}/submit`, { edits: left.edits }),
  ]
  for (const act of acts) expect(await refusal(world, act)).toBe('plan.carried_away')
  expect(await refusal(world, () => give(null))).toBe('comments.closed')
  const { comments } = (await world.as('dao').get(`/api/training-plans/${id}/comments`)).json()
  expect(comments).toMatchObject([{ says: 'Nên mở sớm hơn', about: expect.stringMatching(/CĐ|\./) }])

  await carry(into, a, id)
  expect(await sums()).toEqual(before)
  expect((await world.as('dao').get(`/api/training-plans/${into}`)).json().code).toBe('plan.not_found')
  const back = await show(id)
  expect(back.carriedInto).toBeNull()
  expect(particulars(back.lineList)).toEqual(expect.arrayContaining(lines))
  expect(back.lineList).toHaveLength(lines.length)
  expect((await give(null)).statusCode).toBe(200)
})

it('of a draft that was carried over or dropped meanwhile nobody says that it was approved', async () => {
  const [a, b] = [await commune(), await commune()]
  const [id, other] = [await draft(a, 'Một Lần'), await draft(a, 'Bỏ Đi')]
  const { began } = await event({ kind: 'merge', areaIds: [a, b], into: unit() }, '2026-11-19')
  const { edits } = await show(id)
  const over = () =>
    world.as('dao').post(`/api/training-plans/${id}/carry-over`, { areaId: began[0], intoId: newId(), edits })
  expect(answersIn(await meetingAt(world, 'plan_line', [over, over]))).toEqual(['ok', 'plan.not_found'])
  const drop = () => world.as('dao').post(`/api/training-plans/${other}/drop`, { because: 'Thừa' })
  expect(answersIn(await meetingAt(world, 'plan_sending', [drop, drop]))).toEqual(['ok', 'plan.not_found'])
})
