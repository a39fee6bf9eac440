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

  it('an approved plan of this year or the next waits for the units below, until one has begun a plan under it', async () => {
    const [id, draft] = [await approved(), await drafted()]
    const waits = async (person: PersonName): Promise<string[]> =>
      (await world.as(person).get('/api/training-plans?state=to_carry'))
        .json()
        .rows.map((row: { trainingPlanId: string }) => row.trainingPlanId)
    expect(await waits('hung')).toContain(id)
    expect(await waits('hung')).not.toContain(draft)
    for (const person of ['dao', 'son', 'bich', 'kiem'] as const) expect(await waits(person), person).not.toContain(id)
    expect((await begin({ areaId: xa.areaId, parentId: id }, 'hung')).statusCode).toBe(200)
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
  })
})
