/** A plan is approved by another than who drafted it, read by the units below, and carried out by plans under it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { aLimit, aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
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

const begin = (part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post('/api/training-plans', {
    ...{ trainingPlanId: newId(), areaId: demoAreas.phuTho, programmeId, ...planSaid },
    ...part,
  })
const show = async (id: string, person: PersonName = 'dao') =>
  (await world.as(person).get(`/api/training-plans/${id}`)).json()
const addLine = (id: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post(`/api/training-plans/${id}/lines`, { planLineId: newId(), topicId, ...lineSaid, ...part })
const money = [{ source: 'central', normId: null, what: 'Trọn gói', quantity: 1, dong: 90_000_000 }]

async function drafted(part: object = {}, person: PersonName = 'dao'): Promise<string> {
  const reply = await begin(part, person)
  expect(reply.statusCode, reply.body).toBe(200)
  const id = reply.json().trainingPlanId
  const line = await addLine(id, { money }, person)
  expect(line.statusCode, line.body).toBe(200)
  return id
}
let numbers = 0
function approve(id: string, part: object = {}, person: PersonName = 'lan') {
  numbers += 1
  const said = { number: `${numbers}/KH-UBND`, decidedOn: '2026-11-18', issuer: 'UBND tỉnh Phú Thọ', edits: 1 }
  return world.as(person).post(`/api/training-plans/${id}/approve`, { ...said, ...part })
}
async function approved(part: object = {}): Promise<string> {
  const id = await drafted(part)
  const reply = await approve(id)
  expect(reply.statusCode, reply.body).toBe(200)
  return id
}

describe('a plan that has its number', () => {
  it('is found by its number, with any spelling of it', async () => {
    const id = await drafted()
    expect((await approve(id, { number: '88/KH-UBND-ĐT' })).statusCode).toBe(200)
    for (const q of ['88/KH-UBND-ĐT', '88/kh-ubnd-dt']) {
      const { plans } = (await world.as('dao').get(`/api/training-plans/search?q=${encodeURIComponent(q)}`)).json()
      expect(plans.map((one: { trainingPlanId: string }) => one.trainingPlanId)).toEqual([id])
    }
  })
})

describe('an approved plan', () => {
  it('says its decision, and nobody alters it: no line, no money, not the plan', async () => {
    const id = await approved()
    const plan = await show(id)
    expect(plan).toMatchObject({ state: 'approved', can: [], approved: { day: '2026-11-18' } })
    const line = plan.lineList[0].planLineId
    for (const [url, body] of [
      [`/api/training-plans/${id}/change`, { note: 'Khác', was: { note: '' } }],
      [`/api/training-plans/${id}/drop`, { because: 'Thừa' }],
      [`/api/training-plans/${id}/reprice`, { edits: 1 }],
      [`/api/plan-lines/${line}/change`, { people: 80, was: { people: 90 } }],
      [`/api/plan-lines/${line}/drop`, { because: 'Thừa' }],
    ] as const)
      expect(await refusal(world, () => world.as('dao').post(url, body)), url).toBe('plan.fixed')
    expect(await refusal(world, () => addLine(id))).toBe('plan.fixed')
    expect(await refusal(world, () => approve(id))).toBe('plan.fixed')
  })

  it('says for what money was planned, whatever becomes of the norm', async () => {
    const norm = {
      ...{ spendingNormId: newId(), areaId: demoAreas.phuTho, item: 'Tiền ăn', countedBy: 'person_day', dong: 100_000 },
      ...{ from: '2026-01-01', legalReference: '12/2025/NQ-HĐND', mark: 'text', note: '' },
    }
    expect((await world.as('lan').post('/api/spending-norms', norm)).statusCode).toBe(200)
    const id = await drafted()
    const byNorm = { source: 'central', normId: norm.spendingNormId, what: '', quantity: 180, dong: null }
    expect((await addLine(id, { money: [byNorm] })).statusCode).toBe(200)
    expect((await approve(id, { edits: 2 })).statusCode).toBe(200)
    const renamed = { was: { item: 'Tiền ăn', countedBy: 'person_day' }, item: 'Thuê xe', countedBy: 'class' }
    const change = () => world.as('lan').post(`/api/spending-norms/${norm.spendingNormId}/change`, renamed)
    expect(await refusal(world, change)).toBe('norm.rested_on')
  })

  it('is approved by another than who worked on it, as it was seen, on a day that can be, with lines', async () => {
    const id = await drafted()
    for (const person of ['dao', 'hung', 'kiem', 'mai', 'son'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => approve(id, {}, person)))
    expect(await refusal(world, () => approve(id, { edits: 0 }))).toBe('plan.changed_since')
    for (const decidedOn of ['2025-12-31', '2026-11-21'])
      expect(await refusal(world, () => approve(id, { decidedOn }))).toBe('plan.day_far')
    const afar = await drafted({ year: 2028, name: 'Kế hoạch năm kia' })
    const early = await approve(afar, { decidedOn: '2026-11-20' })
    expect(early.json()).toMatchObject({ code: 'plan.not_yet', facts: { year: '2028', first: '01/01/2027' } })
    const empty = (await begin()).json().trainingPlanId
    expect(await refusal(world, () => approve(empty, { edits: 0 }))).toBe('plan.no_lines')
    await world.owner.query('update training_plan set worked_by = worked_by || $2::text where id = $1', [
      id,
      world.idOf('lan'),
    ])
    expect(await refusal(world, () => approve(id))).toBe('plan.own_draft')
  })

  it('names its programme as it was called on the day, whatever the register says later', async () => {
    const [id, draft] = [await approved(), await drafted()]
    const renamed = { was: { name: 'Tiểu dự án nâng cao năng lực' }, name: 'Tiểu dự án đổi tên' }
    expect((await world.as('dao').post(`/api/programmes/${programmeId}/change`, renamed)).statusCode).toBe(200)
    expect((await show(id)).programme.name).toBe('Tiểu dự án nâng cao năng lực')
    expect((await show(draft)).programme.name).toBe('Tiểu dự án đổi tên')
  })

  it('waits on the list of who may approve it at its own unit, and of nobody else', async () => {
    const [own, empty] = [await drafted({ name: 'Chờ Lan duyệt' }), (await begin()).json().trainingPlanId]
    const communes = await drafted({ areaId: demoAreas.tamHongToday, name: 'Chờ Bích duyệt' }, 'hung')
    const waiting = async (person: PersonName) =>
      (await world.as(person).get('/api/training-plans?state=to_approve'))
        .json()
        .rows.map((row: { trainingPlanId: string }) => row.trainingPlanId)
    expect(await waiting('lan')).not.toContain(own)
    const submit = (id: string, person: PersonName, edits: number) =>
      world.as(person).post(`/api/training-plans/${id}/submit`, { edits })
    expect(await refusal(world, () => submit(own, 'dao', 0))).toBe('plan.changed_since')
    expect(await refusal(world, () => submit(empty, 'dao', 0))).toBe('plan.no_lines')
    for (const who of ['lan', 'kiem', 'son'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => submit(own, who, 1)))
    for (const [id, person] of [
      [own, 'dao'],
      [communes, 'hung'],
    ] as const)
      expect((await submit(id, person, 1)).statusCode).toBe(200)
    expect((await show(own)).submitted).toBe('2026-11-20')
    expect(await waiting('lan')).toContain(own)
    expect(await waiting('lan')).not.toContain(communes)
    expect(await waiting('lan')).not.toContain(empty)
    expect(await waiting('bich')).toEqual([communes])
    expect(await waiting('dao')).toEqual([])
    // What is changed after it was submitted waits no more until it is submitted again.
    expect((await addLine(own, { people: 5, classes: 1 })).statusCode).toBe(200)
    expect(await waiting('lan')).not.toContain(own)
    expect((await submit(own, 'dao', 2)).statusCode).toBe(200)
    expect(await waiting('lan')).toContain(own)
    // Who submitted it takes it back, once, and only while it is as it was submitted.
    const recall = (person: PersonName, edits: number) =>
      world.as(person).post(`/api/training-plans/${own}/recall`, { edits })
    for (const who of ['lan', 'kiem', 'son'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => recall(who, 2)))
    expect(await refusal(world, () => recall('dao', 1))).toBe('plan.not_submitted')
    expect((await recall('dao', 2)).statusCode).toBe(200)
    expect([(await show(own)).submitted, await waiting('lan')]).toEqual([null, expect.not.arrayContaining([own])])
    expect(await refusal(world, () => recall('dao', 2))).toBe('plan.not_submitted')
    expect((await submit(own, 'dao', 2)).statusCode).toBe(200)
    await world.owner.query('update training_plan set worked_by = worked_by || $2::text where id = $1', [
      own,
      world.idOf('lan'),
    ])
    expect(await waiting('lan')).not.toContain(own)
  })

  it('has a decision of its own', async () => {
    const [one, other] = [await drafted(), await drafted()]
    expect((await approve(one, { number: '500/KH-UBND' })).statusCode).toBe(200)
    expect(await refusal(world, () => approve(other, { number: '500/kh-ubnd' }))).toBe('plan.number_taken')
  })

  it('does not take in a line that comes in the same second', async () => {
    const id = await drafted()
    const replies = await meetingAt(world, 'training_plan', [() => approve(id), () => addLine(id)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const { lineList, state } = await show(id)
    expect(lineList).toHaveLength(state === 'approved' ? 1 : 2)
  })
})

/** Somebody whose record a unit keeps. */
async function ofUnit(unitId: string | undefined): Promise<string> {
  const officialId = newId()
  const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  const record = { officialId, unitId: demoAreas.tamHongToday, name: 'Lò Văn Chuyển', ...who, holds: null }
  const reply = await world.as('hung').post('/api/officials', record)
  expect(reply.statusCode, reply.body).toBe(200)
  await world.owner.query('update official set unit_id = $2 where id = $1', [officialId, unitId])
  return officialId
}

/** The draft of a unit that was merged goes over to the new one, once, with its lines, money and names. */
async function carriedOver({ id, into, neighbour }: { id: string; into: string; neighbour: string }): Promise<void> {
  const before = await show(id)
  const carry = (part: object = {}, person: PersonName = 'dao') =>
    world.as(person).post(`/api/training-plans/${id}/carry-over`, {
      ...{ areaId: into, intoId: newId(), edits: before.edits, ...part },
    })
  expect(await refusal(world, () => carry({ edits: 0 }))).toBe('plan.changed_since')
  expect(await refusal(world, () => carry({ areaId: demoAreas.tamHongToday }))).toBe('plan.not_successor')
  expect(await refusal(world, () => carry({ areaId: neighbour }))).toMatch(/access.denied|plan.not_successor/)
  const elsewhere = (await begin({ areaId: demoAreas.tamHongToday, year: 2026 })).json().trainingPlanId
  expect(await refusal(world, () => carry({ intoId: elsewhere }))).toBe('plan.into_other')
  for (const who of ['hung', 'son', 'kiem'] as const)
    expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => carry({}, who)))
  const intoId = newId()
  const done = await carry({ intoId })
  expect(done.statusCode, done.body).toBe(200)
  const after = await show(intoId)
  expect(after).toMatchObject({ areaName: 'Xã Nhập Rồi', year: 2026, name: before.name, ended: null })
  expect(after.sums).toEqual(before.sums)
  expect(after.lineList.map(({ named }: { named: number }) => named).sort()).toEqual([0, 1])
  expect(after.lineList.find(({ weeks }: { weeks: number[] }) => weeks[0] === 51)).toMatchObject({
    ...{ placeId: null, place: 'Xã Sẽ Nhập', dong: before.lineList.find((one: { dong: number }) => one.dong > 0).dong },
  })
  expect(await refusal(world, () => world.as('dao').get(`/api/training-plans/${id}`))).toBe('plan.not_found')
  const again = { areaId: into, intoId: newId(), edits: after.edits }
  const twice = () => world.as('dao').post(`/api/training-plans/${intoId}/carry-over`, again)
  expect(await refusal(world, twice)).toBe('plan.not_successor')
}

describe('the units below', () => {
  it('read what is approved, and no draft; the neighbour reads neither', async () => {
    const [draft, id] = [await drafted(), await approved({ name: 'Kế hoạch cho xã đọc' })]
    for (const person of ['hung', 'bich'] as const) {
      expect(await show(id, person)).toMatchObject({ state: 'approved', below: null, lineList: [{ people: 90 }] })
      expect(await refusal(world, () => world.as(person).get(`/api/training-plans/${draft}`))).toBe('plan.not_found')
    }
    expect(await refusal(world, () => world.as('son').get(`/api/training-plans/${id}`))).toBe('plan.not_found')
    expect((await world.as('son').get('/api/training-plans?q=ke hoach cho xa doc')).json().rows).toEqual([])
  })

  it('carry it out by plans of their own, which add up beside it', async () => {
    const parentId = await approved()
    const under = { parentId, areaId: demoAreas.tamHongToday, name: 'Tam Hồng thực hiện' }
    const id = await drafted(under, 'hung')
    const { parent } = await show(id, 'hung')
    expect(parent.trainingPlanId).toBe(parentId)
    const small = [{ ...money[0], dong: 5_000_000 }]
    expect((await addLine(id, { people: 10, classes: 1, money: small }, 'hung')).statusCode).toBe(200)
    expect(await show(parentId)).toMatchObject({
      ...{ sums: { people: 90, classes: 3, dong: 90_000_000 } },
      below: {
        approved: { plans: 0, people: 0, classes: 0, dong: 0 },
        drafted: { plans: 1, people: 100, classes: 4, dong: 95_000_000 },
      },
    })
    const { rows, total } = (await world.as('dao').get(`/api/training-plans?parentId=${parentId}`)).json()
    expect([total, rows[0].trainingPlanId]).toEqual([1, id])
    const approvedBy = await approve(id, { edits: 2, issuer: 'UBND xã Tam Hồng' }, 'bich')
    expect(approvedBy.statusCode, approvedBy.body).toBe(200)
    expect((await show(parentId)).below).toMatchObject({
      approved: { plans: 1, people: 100, dong: 95_000_000 },
      drafted: { plans: 0, dong: 0 },
      topics: [{ whole: { people: 90, classes: 3 }, below: { people: 100, classes: 4 } }],
    })
  })

  it('are told at once that the unit of a draft has ended, and what it is now; its lines are still changed', async () => {
    const event = async (change: object, day: string) => {
      const reply = await world
        .as('quantri')
        .post('/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
      expect(reply.statusCode, reply.body).toBe(200)
      return reply.json().began[0]
    }
    const unit = (name: string) => ({
      name,
      kind: 'xa',
      code: String(95_000 + name.length),
      parentId: demoAreas.phuTho,
    })
    const create = (name: string) => event({ kind: 'create', unit: unit(name) }, '2026-01-05')
    const areaIds = [await create('Xã Sẽ Nhập'), await create('Xã Cùng Nhập')]
    const id = newId()
    expect((await begin({ areaId: areaIds[0], trainingPlanId: id, year: 2026 })).statusCode).toBe(200)
    const line = { money, weeks: [51], placeId: areaIds[0] }
    expect((await addLine(id, line)).statusCode).toBe(200)
    const taken = {
      topicId,
      placeAreaId: null,
      weeks: [50],
      people: 1,
      classes: 1,
      officialIds: [await ofUnit(areaIds[0])],
    }
    const named = await world.as('dao').post(`/api/training-plans/${id}/take-lines`, { lines: [taken] })
    expect(named.statusCode, named.body).toBe(200)
    expect((await show(id)).ended).toBeNull()
    const into = await event({ kind: 'merge', areaIds, into: unit('Xã Nhập Rồi') }, '2026-11-19')
    const { ended, lineList } = await show(id)
    const after = [{ areaId: into, name: 'Xã Nhập Rồi' }]
    expect(ended).toEqual({ from: '2026-11-19', name: 'Xã Sẽ Nhập', after })
    const of = `/api/plan-lines/${lineList[0].planLineId}/change`
    const changed = await world.as('dao').post(of, { people: 80, was: { people: 90 } })
    expect(changed.statusCode, changed.body).toBe(200)
    await carriedOver({ id, into, neighbour: areaIds[1] ?? '' })
  })

  it('count as approved from the day of their decision on', async () => {
    const parentId = await drafted()
    expect((await approve(parentId, { decidedOn: '2026-11-10' })).statusCode).toBe(200)
    const id = await drafted({ parentId, areaId: demoAreas.tamHongToday }, 'hung')
    const by = { decidedOn: '2026-11-15', issuer: 'UBND xã Tam Hồng' }
    expect((await approve(id, by, 'bich')).statusCode).toBe(200)
    const on = async (day: string) =>
      (await world.as('dao').get(`/api/training-plans/${parentId}?day=${day}`)).json().below
    expect(await on('2026-11-14')).toMatchObject({
      approved: { plans: 0, people: 0, dong: 0 },
      drafted: { plans: 1, people: 90 },
      topics: [{ whole: { people: 90 }, below: { people: 0 } }],
    })
    expect(await on('2026-11-15')).toMatchObject({
      approved: { plans: 1, people: 90 },
      drafted: { plans: 0 },
      topics: [{ below: { people: 90 } }],
    })
  })

  it('not of a draft, of another year, of the own unit, or of nothing', async () => {
    const areaId = demoAreas.tamHongToday
    const [draft, id] = [await drafted(), await approved()]
    for (const part of [{ parentId: draft }, { parentId: id, year: 2026 }, { parentId: newId() }])
      expect(await refusal(world, () => begin({ areaId, ...part }, 'hung'))).toBe('plan.parent')
    expect(await refusal(world, () => begin({ parentId: id }))).toBe('plan.parent')
  })
})

describe('the order of acts', () => {
  const xa = { areaId: demoAreas.tamHongToday, issuer: 'UBND xã Tam Hồng' }
  it('a unit carries a plan out by one plan of its own, though two begin it at once', async () => {
    const parentId = await approved()
    const replies = await Promise.all([
      begin({ areaId: xa.areaId, parentId }, 'hung'),
      begin({ areaId: xa.areaId, parentId }, 'hung'),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await refusal(world, () => begin({ areaId: xa.areaId, parentId }, 'dao'))).toBe('plan.carried_out')
  })

  it('an approved plan of this year or the next waits for the units below, until one has a plan with lines under it', async () => {
    const [id, draft] = [await approved(), await drafted()]
    const waits = async (person: PersonName): Promise<string[]> =>
      (await world.as(person).get('/api/training-plans?state=to_carry'))
        .json()
        .rows.map((row: { trainingPlanId: string }) => row.trainingPlanId)
    expect(await waits('hung')).toContain(id)
    expect(await waits('hung')).not.toContain(draft)
    for (const person of ['dao', 'son', 'bich', 'kiem'] as const) expect(await waits(person), person).not.toContain(id)
    const under = (await begin({ areaId: xa.areaId, parentId: id }, 'hung')).json().trainingPlanId
    // Without a line nothing is carried out.
    expect(await waits('hung')).toContain(id)
    expect((await addLine(under, {}, 'hung')).statusCode).toBe(200)
    expect(await waits('hung')).not.toContain(id)
  })

  it('it is not approved before the plan above was', async () => {
    const parentId = await approved()
    const under = await drafted({ areaId: xa.areaId, parentId }, 'hung')
    expect(await refusal(world, () => approve(under, { decidedOn: '2026-11-17' }, 'bich'))).toBe('plan.before_parent')
    expect((await approve(under, {}, 'bich')).statusCode).toBe(200)
  })

  it('a number is a unit’s once a year', async () => {
    const [one, other] = [await drafted(), await drafted()]
    expect((await approve(one, { number: '77/KH-UBND' })).statusCode).toBe(200)
    const again = { number: '77/kh-ubnd', decidedOn: '2026-11-17' }
    expect(await refusal(world, () => approve(other, again))).toBe('plan.number_taken')
  })

  it('that has more people than the plan above says so, topic by topic', async () => {
    const above = await approved()
    const under = await drafted({ areaId: demoAreas.tamHongToday, parentId: above }, 'hung')
    expect((await show(under, 'hung')).parent).toMatchObject({ calledOff: false, beyond: [] })
    expect((await addLine(under, { people: 10, classes: 1, weeks: [14] }, 'hung')).statusCode).toBe(200)
    expect((await show(under, 'hung')).parent.beyond).toMatchObject([{ here: 100, above: 90 }])
  })

  it('also of two that are approved in one second', async () => {
    const [one, other] = [await drafted(), await drafted()]
    const replies = await Promise.all([
      approve(one, { number: '78/KH-UBND' }),
      approve(other, { number: '78/KH-UBND', decidedOn: '2026-11-17' }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})

describe('what the province lays down', () => {
  it('bounds the classes of every plan, said or not', async () => {
    await aLimit(world)
    expect(await refusal(world, () => begin({ largestClass: 61, largestClassBy: 'Quy chế' }))).toBe('plan.above_limit')
    const id = await drafted()
    const crowd = { people: 61, classes: 1 }
    // A plan that allowed more before the limit was laid down keeps its lines; what is added from now on keeps to it.
    await world.owner.query('update training_plan set largest_class = 80, largest_class_by = $2 where id = $1', [
      id,
      '-',
    ])
    expect(await refusal(world, () => addLine(id, crowd))).toBe('plan.class_too_large')
    await world.owner.query(`update training_plan set largest_class = null, largest_class_by = '' where id = $1`, [id])
    expect(await refusal(world, () => addLine(id, crowd))).toBe('plan.class_too_large')
    const change = { largestClass: 70, largestClassBy: 'Quy chế', was: { largestClass: null, largestClassBy: '' } }
    expect(await refusal(world, () => world.as('dao').post(`/api/training-plans/${id}/change`, change))).toBe(
      'plan.above_limit',
    )
  })

  it('warns of weeks without classes, and does not decide', async () => {
    const says = { kind: 'closed', value: null, firstDay: '05-15', lastDay: '06-15', what: 'Mùa gặt', turns: null }
    const by = { from: '2026-01-01', legalReference: '7/QĐ-UBND', mark: 'text' }
    const closed = { trainingLimitId: newId(), areaId: demoAreas.phuTho, ...says, ...by }
    expect((await world.as('lan').post('/api/training-limits', closed)).statusCode).toBe(200)
    const id = await drafted({ name: 'Kế hoạch mùa gặt' })
    expect((await show(id)).closed).toEqual([])
    expect((await addLine(id, { weeks: [18, 22] })).statusCode).toBe(200)
    expect((await show(id)).closed).toMatchObject([
      { code: 'CĐ1', weeks: [22], what: { vi: expect.stringContaining('Mùa gặt') } },
    ])
    // The file of its lines is narrowed as the list is.
    const rows = async (query: string) =>
      (await world.as('dao').get(`/api/training-plans/${id}/lines/file?as=csv${query}`)).body.trim().split(/\r?\n/)
        .length
    expect([await rows(''), await rows('&mark=ban-1')]).toEqual([3, 2])
  })
})
