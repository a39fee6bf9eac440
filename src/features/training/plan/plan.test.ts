/** The plan of a year: Đào drafts the province's, Hùng his commune's; lines of approved topics, money by norms, sums that add up. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { aNorm, aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { isOutside } from './rules/lines.ts'
import { repriced } from './rules/money.ts'

let world: World
let topicId: string
let unsaidHours: string
let programmeId: string
let food: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId, unsaidHours] = await approvedTopics(world)
  programmeId = await aProgramme(world)
  food = await aNorm(world, { item: 'Tiền ăn học viên' })
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
const changeLine = (line: string, body: object, person: PersonName = 'dao') =>
  world.as(person).post(`/api/plan-lines/${line}/change`, body)
const lineOf = async (id: string) => (await show(id)).lineList[0].planLineId

async function must<T extends { statusCode: number; body: string }>(act: Promise<T>): Promise<T> {
  const reply = await act
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
}
const begun = async (part: object = {}, person: PersonName = 'dao'): Promise<string> =>
  (await must(begin(part, person))).json().trainingPlanId

const byNorm = { source: 'central', normId: '', what: '', quantity: 180, dong: null }
const lumpSum = { source: 'province', normId: null, what: 'Thuê xe', quantity: 2, dong: 3_000_000 }

describe('a draft', () => {
  it('has lines with their money by source; what is computed by a norm is the norm’s, whatever was typed', async () => {
    const id = await begun()
    await must(addLine(id, { money: [{ ...byNorm, normId: food, dong: 1 }, lumpSum] }))
    const plan = await show(id)
    expect(plan).toMatchObject({ state: 'drafted', level: 'province', lines: 1, can: ['submit', 'draft'] })
    expect(plan.lineList[0]).toMatchObject({ code: 'CĐ1', hours: 8, dong: 24_000_000 })
    expect(plan.lineList[0].money).toMatchObject([
      { what: 'Tiền ăn học viên', countedBy: 'person_day', dong: 100_000, amount: 18_000_000, normNow: null },
      { what: 'Thuê xe', countedBy: null, normId: null, amount: 6_000_000 },
    ])
  })

  it('is named once for a unit, a year and a programme, whoever presses first', async () => {
    const said = { name: 'Kế hoạch Thu', year: 2028 }
    const replies = await Promise.all([begin(said), begin({ ...said, name: 'kế hoạch  thu' })])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await refusal(world, () => begin(said))).toBe('plan.same_name')
    const other = await begun({ ...said, name: 'Kế hoạch Đông' })
    const named = (name: string) => world.as('dao').post(`/api/training-plans/${other}/change`, { name })
    expect(await refusal(world, () => named('Kế hoạch thu'))).toBe('plan.same_name')
    await must(named('KẾ HOẠCH ĐÔNG'))
    await must(begin({ ...said, year: 2029 }))
    await must(begin({ ...said, areaId: demoAreas.tamHongToday }, 'hung'))
  })

  it('adds up alike on its page, in the list, in the files and in the database', async () => {
    const id = await begun({ name: 'Kế hoạch cộng đúng' })
    await must(addLine(id, { money: [{ ...byNorm, normId: food }, lumpSum] }))
    await must(
      addLine(id, { people: 31, classes: 1, money: [lumpSum, { ...lumpSum, source: 'other', what: 'In ấn' }] }),
    )
    const { sums, lineList } = await show(id)
    expect(sums).toEqual({
      ...{ people: 121, classes: 4, hours: 32, dong: 36_000_000 },
      bySource: [
        { source: 'central', dong: 18_000_000 },
        { source: 'province', dong: 12_000_000 },
        { source: 'other', dong: 6_000_000 },
      ],
    })
    const { rows } = await world.owner.query<{ dong: number }>(
      'select sum(m.amount)::float8 as dong from plan_line l join plan_money m on m.plan_line_id = l.id where l.plan_id = $1',
      [id],
    )
    expect(rows[0]?.dong).toBe(sums.dong)
    const listed = (await world.as('dao').get('/api/training-plans?q=ke hoach cong dung')).json().rows[0]
    expect(listed).toMatchObject({ dong: sums.dong, people: 121, classes: 4 })
    const ofUnit = async (area: string) => (await world.as('dao').get(`/api/training-plans?areaId=${area}`)).json()
    const own = await ofUnit(demoAreas.phuTho)
    expect(own.rows.some((row: { trainingPlanId: string }) => row.trainingPlanId === id)).toBe(true)
    expect(own.rows.every((row: { areaId: string }) => row.areaId === demoAreas.phuTho)).toBe(true)
    expect(
      (await ofUnit(demoAreas.tamHongToday)).rows.map((row: { trainingPlanId: string }) => row.trainingPlanId),
    ).not.toContain(id)
    const file = async (path: string, column: string) => {
      const { body } = await world.as('dao').get(`/api/training-plans/${id}/${path}/file?as=csv&columns=${column}`)
      return body
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .reduce((sum, cell) => sum + Number(cell), 0)
    }
    expect(await file('lines', 'dong')).toBe(sums.dong)
    expect(await file('money', 'amount')).toBe(sums.dong)
    expect(lineList).toHaveLength(2)
  })

  it('adds up to what somebody could spend: more is refused, and every list still reads', async () => {
    const id = await begun()
    const large = (quantity: number) => ({
      source: 'other',
      normId: null,
      what: 'Nhầm',
      quantity,
      dong: 1_000_000_000_000,
    })
    expect((await addLine(id, { money: [large(5)] })).statusCode).toBe(200)
    expect(await refusal(world, () => addLine(id, { money: [large(5)] }))).toBe('plan.too_much')
    expect(await refusal(world, () => addLine(id, { money: [large(1_000_000)] }))).toBe('plan.too_much')
    expect(await refusal(world, () => addLine(id, { people: 1_000_000, classes: 10_000 }))).toBe('plan.too_much')
    const line = (await show(id)).lineList[0]
    const written = [{ source: 'other', normId: null, what: 'Nhầm', quantity: 5, dong: 1_000_000_000_000 }]
    const more = { was: { money: written }, money: [large(1_000_000)] }
    expect(await refusal(world, () => changeLine(line.planLineId, more))).toBe('plan.too_much')
    expect((await world.as('dao').get('/api/training-plans')).statusCode).toBe(200)
    for (const year of [2000, 2099]) expect(await refusal(world, () => begin({ year }))).toBe('plan.year_far')
  })

  it('says that hours are not known where the framework does not say those of a topic', async () => {
    const id = await begun()
    await must(addLine(id, { topicId: unsaidHours }))
    expect((await show(id)).sums).toMatchObject({ hours: null, classes: 3 })
  })

  it('finds topics of approved frameworks by name, and says whom they are for', async () => {
    const id = await begun()
    const { topics } = (await world.as('dao').get(`/api/training-plans/${id}/topics?q=ra soat`)).json()
    expect(topics[0]).toMatchObject({ code: 'CĐ1', hours: 8, audience: 'Điều tra viên, rà soát viên' })
  })

  it('offers topics of frameworks for its year first, and marks the others', async () => {
    const id = await begun({ year: 2027 })
    await world.owner.query(
      `update framework set period_from = 2016, period_until = 2020 where id = (select framework_id from framework_topic where id = $1)`,
      [topicId],
    )
    const [now] = await approvedTopics(world)
    const { topics } = (await world.as('dao').get(`/api/training-plans/${id}/topics?q=ra soat`)).json()
    expect(topics[0]).toMatchObject({ outside: false, period: { from: 2026, until: 2030 } })
    expect(topics.map((one: { topicId: string }) => one.topicId)).toContain(now)
    const old = topics.find((one: { topicId: string }) => one.topicId === topicId)
    expect(old).toMatchObject({ outside: true, period: { from: 2016, until: 2020 } })
    expect(topics.indexOf(old)).toBeGreaterThan(topics.findIndex((one: { topicId: string }) => one.topicId === now))
    await world.owner.query(
      `update framework set period_from = 2026, period_until = 2030 where id = (select framework_id from framework_topic where id = $1)`,
      [topicId],
    )
  })

  it('takes a line and a plan of the same id once, and says so', async () => {
    const [id, planLineId] = [await begun(), newId()]
    await must(addLine(id, { planLineId }))
    expect(await refusal(world, () => addLine(id, { planLineId, people: 91 }))).toBe('plan.line_repeated')
    expect(await refusal(world, () => begin({ trainingPlanId: id, name: 'Tên khác' }))).toBe('plan.repeated')
  })

  it('is dropped with its lines', async () => {
    const id = await begun()
    await must(addLine(id, { money: [lumpSum] }))
    await must(world.as('dao').post(`/api/training-plans/${id}/drop`, { because: 'Lập nhầm' }))
    expect(await refusal(world, () => world.as('dao').get(`/api/training-plans/${id}`))).toBe('plan.not_found')
  })

  it('is drafted by a commune too, and by whom above it', async () => {
    const id = await begun({ areaId: demoAreas.tamHongToday }, 'hung')
    await must(addLine(id, { placeId: demoAreas.villages.tamHong[0] }, 'hung'))
    expect(await show(id, 'hung')).toMatchObject({
      level: 'commune',
      areaName: 'Xã Tam Hồng',
      can: ['submit', 'draft'],
    })
    expect(await show(id, 'lan')).toMatchObject({ can: ['approve'] })
    expect((await show(id, 'hung')).lineList[0]).toMatchObject({ placeName: 'Thôn 1' })
  })
})

describe('the programme of a plan', () => {
  it('is told where the year of the plan lies outside its years, which the plan says', async () => {
    const id = await begun()
    const { year, period } = await show(id)
    expect(period).toEqual({ from: 2026, until: 2030 })
    expect([2025, 2026, year, 2030, 2031].map((one) => isOutside(one, period))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    expect(isOutside(2027, { from: null, until: null })).toBe(false)
  })
})

describe('norms that change', () => {
  it('leave what was written, are told, and are followed when the drafter says so', async () => {
    const norm = await aNorm(world, { item: 'Nước uống' })
    const id = await begun({ year: 2026 })
    await must(addLine(id, { weeks: [50], money: [{ ...byNorm, normId: norm, quantity: 10 }, lumpSum] }))
    const next = { nextId: newId(), dong: 130_000, from: '2026-11-15', legalReference: '40/2026/NQ-HĐND', mark: 'text' }
    await must(world.as('lan').post(`/api/spending-norms/${norm}/next`, next))
    const before = await show(id)
    expect(before.lineList[0].money[0]).toMatchObject({ dong: 100_000, normNow: 130_000, normOn: '2026-11-20' })
    const earlier = (await world.as('dao').get(`/api/training-plans/${id}?day=2026-11-01`)).json()
    expect(earlier.lineList[0].money[0]).toMatchObject({ normNow: null, normOn: null })
    const { body } = await world.as('dao').get(`/api/training-plans/${id}/money/file?as=csv&columns=norm`)
    expect(body).toContain('định mức ngày 20/11/2026 là 130.000')
    const reprice = (edits: number) => world.as('dao').post(`/api/training-plans/${id}/reprice`, { edits })
    expect(await refusal(world, () => reprice(0))).toBe('plan.changed_since')
    await must(reprice(before.edits))
    const { lineList, sums } = await show(id)
    expect(lineList[0].money[0]).toMatchObject({ normId: next.nextId, dong: 130_000, normNow: null })
    expect(sums.dong).toBe(7_300_000)
    expect(repriced(before.lineList)).toMatchObject({
      rows: [{ what: 'Nước uống', dong: 100_000, normNow: 130_000 }],
      ...{ was: before.sums.dong, is: sums.dong },
    })
    expect(await refusal(world, () => reprice(before.edits + 1))).toBe('plan.nothing_to_price')
  })

  it('that have ended by the year to come are refused, and told where they stand in a plan', async () => {
    const norm = await aNorm(world, { item: 'Thuê máy chiếu', countedBy: 'class_day' })
    const id = await begun()
    await must(addLine(id, { money: [{ ...byNorm, normId: norm }] }))
    await must(world.as('lan').post(`/api/spending-norms/${norm}/end`, { last: '2026-12-31', because: 'Bãi bỏ' }))
    expect((await show(id)).lineList[0].money[0]).toMatchObject({ dong: 100_000, normNow: 0 })
    const { body } = await world.as('dao').get(`/api/training-plans/${id}/money/file?as=csv&columns=norm`)
    expect(body).toContain('ngày 01/01/2027 không còn định mức')
    const again = { money: [{ ...byNorm, normId: norm }] }
    expect(await refusal(world, () => addLine(id, again))).toBe('plan.norm_not_then')
    // What is not touched stays as it was computed.
    await must(changeLine(await lineOf(id), { note: 'Hai buổi', was: { note: '' } }))
    expect((await show(id)).lineList[0]).toMatchObject({ note: 'Hai buổi', dong: 18_000_000 })
  })
})

describe('classes', () => {
  it('are as many as the people need, where the plan says how large one may be', async () => {
    const id = await begun({ largestClass: 40, largestClassBy: '5/QĐ-UBND' })
    expect(await refusal(world, () => addLine(id, { classes: 2 }))).toBe('plan.class_too_large')
    await must(addLine(id))
    const smaller = { largestClass: 20, was: { largestClass: 40 } }
    const change = () => world.as('dao').post(`/api/training-plans/${id}/change`, smaller)
    expect(await refusal(world, change)).toBe('plan.lines_too_large')
    expect(await refusal(world, () => addLine(id, { people: 2, classes: 3 }))).toBe('plan.too_many_classes')
    expect(await refusal(world, () => begin({ largestClass: 40 }))).toBe('plan.largest_by')
  })
})

const take = (id: string, lines: object[], person: PersonName = 'dao') =>
  world.as(person).post(`/api/training-plans/${id}/take-lines`, { lines })
const of = (part: object = {}) => ({
  ...{ topicId, placeAreaId: demoAreas.tamHongToday, weeks: [10, 11], people: 60, classes: 2, officialIds: [] },
  ...part,
})

describe('a proposal', () => {
  it('comes in whole, for whom the framework says, or not at all', async () => {
    const id = await begun()
    await must(take(id, [of(), of({ people: 30, classes: 1, placeAreaId: null })]))
    const { lineList, sums } = await show(id)
    expect(sums).toMatchObject({ people: 90, classes: 3, dong: 0 })
    expect(lineList[0]).toMatchObject({
      placeName: 'Xã Tam Hồng',
      weeks: [10, 11],
      audience: 'Điều tra viên, rà soát viên',
    })
    expect(await refusal(world, () => take(id, [of(), of({ topicId: newId() })]))).toBe('plan.topic_not_approved')
    expect(await refusal(world, () => take(id, [of(), of({ placeAreaId: quangNinhId })]))).toBe('plan.place_elsewhere')
    expect(await refusal(world, () => take(id, [of()], 'hung'))).toBe('plan.not_found')
  })
})

describe('people by name', () => {
  it('who have died, retired or hold no post any more are told in a draft, on its page and in its list', async () => {
    const id = await begun()
    const who = { sex: 'male', birth: { year: 1971 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
    const ends = { 'Vi Mất': 'died', 'Vi Hưu': 'retired', 'Vi Hết': 'term_over', 'Vi Còn': null, 'Vi Chưa': undefined }
    const officialIds: string[] = []
    const ended: [string, string][] = []
    for (const [name, reason] of Object.entries(ends)) {
      const officialId = newId()
      officialIds.push(officialId)
      const record = { officialId, unitId: demoAreas.tamHongToday, name, ...who, holds: null }
      await must(world.as('hung').post('/api/officials', record))
      if (reason === undefined) continue
      const post = { appointmentId: newId(), post: 'specialist', areaId: demoAreas.tamHongToday, standing: 'own' }
      const from = { from: '2026-01-05', until: null, decisionNumber: '', decidedOn: null, also: true }
      await must(world.as('hung').post(`/api/officials/${officialId}/appointments`, { ...post, ...from }))
      if (reason) ended.push([post.appointmentId, reason])
    }
    await must(take(id, [of({ people: 30, officialIds })]))
    expect((await show(id)).gone).toEqual([])
    for (const [appointmentId, reason] of ended)
      await must(world.as('hung').post(`/api/appointments/${appointmentId}/end`, { last: '2026-11-18', reason }))
    const told = [
      { person: 'Vi Hết', why: 'postless', birthYear: 1971 },
      { person: 'Vi Hưu', why: 'retired' },
      { person: 'Vi Mất', why: 'died' },
    ]
    expect((await show(id)).gone).toMatchObject(told)
    const { rows } = (await world.as('dao').get(`/api/training-plans/${id}/seats`)).json()
    const marked = rows.filter(({ gone }: { gone: object | null }) => gone !== null)
    expect(
      marked.map(({ person, gone }: { person: string; gone: { why: string } }) => ({ person, why: gone.why })),
    ).toEqual(told.map(({ person, why }) => ({ person, why })))
    const file = await world.as('dao').get(`/api/training-plans/${id}/seats/file?as=csv&columns=person,gone`)
    expect(file.body).toContain('đã qua đời')
    const { edits } = await show(id)
    const by = { number: '90/KH-UBND', decidedOn: '2026-11-20', issuer: 'UBND tỉnh Phú Thọ', edits }
    await must(world.as('lan').post(`/api/training-plans/${id}/approve`, by))
    expect((await show(id)).gone).toEqual([])
  })

  it('in two classes of one week are told; in a class of several weeks nobody can tell', async () => {
    const [first, second] = [topicId, unsaidHours]
    let people = 0
    const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
    const person = async (given: string) => {
      const officialId = newId()
      people += 1
      const name = `${given} ${'ABCDEFGHIJKLMN'[people]}`
      const of = { officialId, unitId: demoAreas.tamHongToday, name, ...who, holds: null }
      await must(world.as('hung').post('/api/officials', of))
      return officialId
    }
    const plan = async (weeks: readonly number[], classes: number) => {
      const id = await begun()
      const officialIds = [await person('Lý Đua'), await person('Lý Thàng')]
      const line = { placeAreaId: null, people: 20, officialIds }
      const lines = [
        { ...line, topicId: first, weeks: [50], classes: 1 },
        { ...line, topicId: second, weeks, classes },
      ]
      await must(world.as('dao').post(`/api/training-plans/${id}/take-lines`, { lines }))
      return (await show(id)).clashes.map(({ people }: { people: number }) => people)
    }
    expect(await plan([50], 1)).toEqual([2])
    expect(await plan([49, 50], 1)).toEqual([2])
    expect(await plan([50], 2)).toEqual([2])
    expect(await plan([49, 50], 2)).toEqual([])
    expect(await plan([51], 1)).toEqual([])
  })
})

describe('two at one draft', () => {
  it('change what the other did not; of the same the second is told', async () => {
    const id = await begun()
    await must(addLine(id, { money: [lumpSum] }))
    const line = await lineOf(id)
    await must(changeLine(line, { people: 80, was: { people: 90 } }))
    await must(changeLine(line, { place: 'Hội trường', was: { place: '' } }))
    expect((await show(id)).lineList[0]).toMatchObject({ people: 80, place: 'Hội trường', dong: 6_000_000 })
    const second = () => changeLine(line, { people: 70, was: { people: 90 } })
    expect(await refusal(world, second)).toBe('record.changed_since')
  })

  it('of money only what somebody changed: what follows the people of the line is nothing to choose between', async () => {
    const id = await begun()
    const each = { ...lumpSum, what: 'Nước uống', quantity: 90, follows: 'people', times: 1, dong: 10_000 }
    await must(addLine(id, { money: [each, lumpSum] }))
    const line = await lineOf(id)
    const was = { people: 90, money: [each, lumpSum] }
    await must(changeLine(line, { people: 80, money: [{ ...each, quantity: 80 }, lumpSum], was }))
    const second = { people: 70, money: [{ ...each, quantity: 70 }, lumpSum], was }
    const reply = await changeLine(line, second)
    expect(reply.json().code).toBe('record.changed_since')
    expect(reply.json().facts.touching).toMatchObject([{ field: 'people', yours: 70, theirs: 80 }])
    await must(changeLine(line, { ...second, was: { people: 80, money: [{ ...each, quantity: 80 }, lumpSum] } }))
    expect((await show(id)).lineList[0]).toMatchObject({ people: 70, dong: 70 * 10_000 + 6_000_000 })
    // Of what somebody else priced anew the second is told, with how many it will be.
    await must(changeLine(line, { money: [{ ...each, dong: 12_000 }, lumpSum], was: { money: [each, lumpSum] } }))
    const third = {
      people: 60,
      money: [{ ...each, dong: 11_000 }, lumpSum],
      was: { people: 70, money: [each, lumpSum] },
    }
    expect((await changeLine(line, third)).json().facts.touching).toMatchObject([
      { field: 'money', yours: [{ quantity: 60, dong: 11_000 }, {}], theirs: [{ quantity: 60, dong: 12_000 }, {}] },
    ])
  })

  it('in the same second: a line that is dropped does not come back by a change', async () => {
    const id = await begun()
    await must(addLine(id))
    const line = await lineOf(id)
    const drop = () => world.as('dao').post(`/api/plan-lines/${line}/drop`, { because: 'Thừa' })
    const change = () => changeLine(line, { people: 80, was: { people: 90 } })
    const [dropped, changed] = await meetingAt(world, 'training_plan', [drop, change])
    // Whoever came first: the line is gone, and who came too late is told so.
    expect(dropped?.statusCode).toBe(200)
    expect([200, 404]).toContain(changed?.statusCode)
    expect((await show(id)).lineList).toEqual([])
  })
})

describe('what is refused', () => {
  let id: string
  beforeEach(async () => {
    id = await begun()
  })

  it.each(['kiem', 'lan', 'bich', 'mai', 'quantri', 'son', 'hung'] as const)(
    '%s drafts no plan of the province',
    async (person) => {
      expect(await refusal(world, () => begin({}, person))).toBe('access.denied')
      expect(['plan.not_found', 'access.denied']).toContain(await refusal(world, () => addLine(id, {}, person)))
    },
  )

  it('a plan of the nation, of a village, of a district that has ended, of no programme', async () => {
    expect(await refusal(world, () => begin({ areaId: demoAreas.villages.tamHong[0] }))).toBe('plan.not_of_unit')
    expect(await refusal(world, () => begin({ areaId: demoAreas.yenLac }))).toMatch(/plan.not_of_unit|access.denied/)
    expect(await refusal(world, () => begin({ programmeId: newId() }))).toBe('plan.programme_unknown')
    const { rows } = await world.owner.query(
      'insert into programme (id, area_id, kind, name, source, mark) values ($1, $2, $3, $4, $5, $6) returning id',
      [...[newId(), quangNinhId, 'plan', 'Kế hoạch của tỉnh khác', 'Văn bản', 'text']],
    )
    expect(await refusal(world, () => begin({ programmeId: rows[0].id }))).toBe('plan.programme_elsewhere')
    expect(await refusal(world, () => begin({ year: 1999 }))).toBe('input.invalid')
  })

  it('a line of a topic that is not approved, elsewhere, in no week, with money for nothing', async () => {
    const drafted = newId()
    const framework = { frameworkId: newId(), areaId: demoAreas.phuTho, name: 'Chưa duyệt', copyOf: null, note: '' }
    await must(
      world.as('dao').post('/api/frameworks', { ...framework, periodFrom: 2026, periodUntil: 2030, programmeId: null }),
    )
    const topic = { frameworkTopicId: drafted, code: 'CĐ9', title: 'Nháp', objective: '', contents: '', theoryHours: 1 }
    const lists = { practiceHours: 1, posts: [], levels: [], areaConditions: [], requires: [], recursAfter: null }
    await must(world.as('dao').post(`/api/frameworks/${framework.frameworkId}/topics`, { ...topic, ...lists }))
    expect(await refusal(world, () => addLine(id, { topicId: drafted }))).toBe('plan.topic_not_approved')
    expect(await refusal(world, () => addLine(id, { placeId: quangNinhId }))).toBe('plan.place_elsewhere')
    expect(await refusal(world, () => addLine(id, { weeks: [53] }))).toBe('plan.week')
    expect(await refusal(world, () => addLine(id, { money: [{ ...lumpSum, dong: null }] }))).toBe('plan.money_unsaid')
    expect(await refusal(world, () => addLine(id, { money: [{ ...byNorm, normId: newId() }] }))).toBe(
      'plan.norm_not_then',
    )
    for (const part of [
      { people: 0 },
      { classes: 0 },
      { weeks: [0] },
      { weeks: [12, 12] },
      { money: [{ ...lumpSum, quantity: 0 }] },
    ])
      expect(await refusal(world, () => addLine(id, part))).toBe('input.invalid')
  })

  it('is found by words of its name in any order, and its year', async () => {
    const named = await begun({ name: 'Bồi dưỡng trưởng thôn vùng cao' })
    const { year } = await show(named)
    const found = async (q: string) =>
      (await world.as('dao').get(`/api/training-plans/search?q=${encodeURIComponent(q)}`))
        .json()
        .plans.map((one: { trainingPlanId: string }) => one.trainingPlanId)
    for (const q of [`trưởng thôn ${year}`, `vung cao boi duong`, `${year} thôn bồi dưỡng`])
      expect(await found(q), q).toEqual([named])
    for (const q of [`trưởng thôn ${year + 7}`, 'trưởng thôn vùng thấp']) expect(await found(q), q).toEqual([])
  })

  it('the neighbour, who sees nothing of it: not the plan, not in the list, not by search, not as a file', async () => {
    await must(addLine(id))
    for (const person of ['son', 'hung'] as const) {
      for (const path of ['', '/lines/file?as=csv', '/money/file?as=csv', '/topics?q=ra'])
        expect(await refusal(world, () => world.as(person).get(`/api/training-plans/${id}${path}`))).toBe(
          'plan.not_found',
        )
      const { rows } = (await world.as(person).get('/api/training-plans')).json()
      expect(rows.map((row: { trainingPlanId: string }) => row.trainingPlanId)).not.toContain(id)
      const found = (await world.as(person).get('/api/training-plans/search?q=ke hoach')).json().plans
      expect(found.map((row: { trainingPlanId: string }) => row.trainingPlanId)).not.toContain(id)
    }
  })
})
