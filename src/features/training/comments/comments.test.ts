/** Đào sends the draft of the province to communes; Hùng of Tam Hồng comments, Đào answers; each side sees what is its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let topicId: string
let programmeId: string
let neighbour: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  programmeId = await aProgramme(world)
  neighbour = (await unitsOf(await drafted())).find((unit) => unit !== demoAreas.tamHongToday) as string
})
afterAll(() => world.close())

async function must<T extends { statusCode: number; body: string }>(act: Promise<T>): Promise<T> {
  const reply = await act
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
}
const addLine = (id: string, part: object = {}) =>
  must(world.as('dao').post(`/api/training-plans/${id}/lines`, { planLineId: newId(), topicId, ...lineSaid, ...part }))

async function drafted(part: object = {}): Promise<string> {
  const trainingPlanId = newId()
  const said = { trainingPlanId, areaId: demoAreas.phuTho, programmeId, ...planSaid, ...part }
  await must(world.as('dao').post('/api/training-plans', said))
  await addLine(trainingPlanId)
  return trainingPlanId
}
const unitsOf = async (id: string): Promise<string[]> =>
  (await world.as('dao').get(`/api/training-plans/${id}/units-below`))
    .json()
    .units.map(({ unitId }: { unitId: string }) => unitId)

const send = (id: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post(`/api/training-plans/${id}/sendings`, {
    ...{ planSendingId: newId(), unitIds: [demoAreas.tamHongToday, neighbour], due: '2026-12-01', note: '', edits: 1 },
    ...{ sent: 0, ...part },
  })
const show = async (id: string, person: PersonName = 'dao') =>
  (await world.as(person).get(`/api/training-plans/${id}/comments`)).json()
const sendingOf = async (id: string): Promise<string> => (await show(id)).sendings[0].planSendingId
async function sent(part: object = {}): Promise<{ id: string; sending: string }> {
  const id = await drafted()
  await must(send(id, part))
  return { id, sending: await sendingOf(id) }
}
const give = (sending: string, part: object = {}, person: PersonName = 'hung') =>
  world.as(person).post(`/api/plan-sendings/${sending}/comments`, {
    ...{ planCommentId: newId(), unitId: demoAreas.tamHongToday, planLineId: null, agrees: false, says: 'Mở lớp ở xã' },
    ...part,
  })
async function commented(sending: string, part: object = {}): Promise<string> {
  const planCommentId = newId()
  await must(give(sending, { planCommentId, ...part }))
  return planCommentId
}
const reply = (comment: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post(`/api/plan-comments/${comment}/replies`, {
    ...{ planReplyId: newId(), verdict: 'explained', says: 'Xã không đủ phòng', seen: 0 },
    ...part,
  })
const withdraw = (comment: string, person: PersonName = 'hung') =>
  world.as(person).post(`/api/plan-comments/${comment}/withdraw`, { because: 'Góp nhầm kế hoạch' })
const dueOn = (sending: string, day: string) =>
  world.owner.query(`update plan_sending set sent_on = '2026-11-01', due_on = $2 where id = $1`, [sending, day])

describe('a draft that is sent', () => {
  it('may go to the communes that it names', async () => {
    const id = await drafted()
    await addLine(id, { placeId: demoAreas.tamHongToday, weeks: [30] })
    const { units } = (await world.as('dao').get(`/api/training-plans/${id}/units-below`)).json()
    const named = units.filter((unit: { named: boolean }) => unit.named)
    expect(new Set(units.map(({ level }: { level: string }) => level))).toEqual(new Set(['commune']))
    expect(named.map(({ unitId }: { unitId: string }) => unitId)).toEqual([demoAreas.tamHongToday])
  })

  it('is read by the units it was sent to, and by no other', async () => {
    const id = await drafted()
    const read = (person: PersonName) => world.as(person).get(`/api/training-plans/${id}`)
    expect(await refusal(world, () => read('hung'))).toBe('plan.not_found')
    await must(send(id, { unitIds: [demoAreas.tamHongToday] }))
    const plan = (await must(read('hung'))).json()
    expect(plan).toMatchObject({ state: 'drafted', can: [], lineList: [{ people: 90 }] })
    expect(await refusal(world, () => read('son'))).toBe('plan.not_found')
    const back = `/api/plan-sendings/${await sendingOf(id)}/take-back`
    await must(world.as('dao').post(back, { because: 'Gửi nhầm bản' }))
    expect(await refusal(world, () => read('hung'))).toBe('plan.not_found')
    expect(await refusal(world, () => world.as('dao').post(back, { because: 'Lại' }))).toBe('comments.taken_back')
  })

  it('goes to districts and communes below it alone, as it was seen, until a day that can be, with lines', async () => {
    const id = await drafted()
    const [village] = demoAreas.villages.tamHong
    for (const unit of [demoAreas.kyThuongToday, demoAreas.phuTho, village])
      expect(await refusal(world, () => send(id, { unitIds: [unit] }))).toBe('comments.units_elsewhere')
    for (const due of ['2026-11-19', '2027-08-01'])
      expect(await refusal(world, () => send(id, { due }))).toBe('comments.due_far')
    expect(await refusal(world, () => send(id, { edits: 0 }))).toBe('plan.changed_since')
    for (const person of ['hung', 'lan', 'kiem', 'son'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => send(id, {}, person)))
    await world.owner.query('delete from plan_line where plan_id = $1', [id])
    expect(await refusal(world, () => send(id))).toBe('comments.no_lines')
  })

  it('offers what came of a unit that has ended, which is then asked before the day is over, once', async () => {
    const id = await drafted()
    const [first, second] = (await unitsOf(id)).filter((unit) => unit !== demoAreas.tamHongToday && unit !== neighbour)
    await must(send(id, { unitIds: [first, demoAreas.tamHongToday] }))
    const sending = await sendingOf(id)
    const ask = (unitId: unknown, person: PersonName = 'dao') =>
      world.as(person).post(`/api/plan-sendings/${sending}/units`, { unitId })
    const heirsOf = async (person: PersonName = 'dao') =>
      (await show(id, person)).asked.flatMap(({ heirs }: { heirs: object[] }) => heirs)
    expect(await heirsOf()).toEqual([])
    const into = { name: 'Xã Hợp Nhất', kind: 'xa', code: '99902', parentId: demoAreas.phuTho }
    const change = { kind: 'merge', areaIds: [first, second], into }
    const told = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const [unitId] = (await must(world.as('quantri').post('/api/area-events', told))).json().began
    expect((await show(id)).asked.find((one: { unitId: string }) => one.unitId === first).state).toBe('gone')
    expect(await heirsOf()).toEqual([{ unitId, unitName: 'Xã Hợp Nhất' }])
    expect(await heirsOf('hung')).toEqual([])

    for (const unit of [demoAreas.kyThuongToday, first, demoAreas.villages.tamHong[0]])
      expect(await refusal(world, () => ask(unit))).toBe('comments.units_elsewhere')
    for (const person of ['hung', 'lan', 'son'] as const)
      expect(['access.denied', 'comments.sending_not_found']).toContain(await refusal(world, () => ask(unitId, person)))
    await dueOn(sending, '2026-11-19')
    expect([await heirsOf(), await refusal(world, () => ask(unitId))]).toEqual([[], 'comments.due_over'])
    await dueOn(sending, '2026-12-01')
    await must(ask(unitId))
    expect(await heirsOf()).toEqual([])
    expect(await refusal(world, () => ask(unitId))).toBe('comments.asked_already')
    await must(world.as('dao').post(`/api/plan-sendings/${sending}/take-back`, { because: 'Chưa cần' }))
    expect(await refusal(world, () => ask(unitId))).toBe('comments.closed')
  })

  it('is sent once by two in the same second', async () => {
    const id = await drafted()
    const replies = await meetingAt(world, 'training_plan', [() => send(id), () => send(id)])
    expect(replies.map(({ statusCode }) => statusCode)).toContain(200)
    const { sendings } = await show(id)
    expect(sendings.map(({ number }: { number: number }) => number)).toEqual(sendings.length === 2 ? [2, 1] : [1])
  })
})

describe('a comment', () => {
  it('is about the whole plan or a line, says who made it and when, and keeps the name of a line that goes', async () => {
    const { id, sending } = await sent()
    const { lineList } = (await world.as('hung').get(`/api/training-plans/${id}`)).json()
    await commented(sending, { planLineId: lineList[0].planLineId, says: '  Tăng lên 4 lớp ' })
    await must(world.as('dao').post(`/api/plan-lines/${lineList[0].planLineId}/drop`, { because: 'Chuyển năm sau' }))
    const { comments, asked, unanswered, silent, changedSince } = await show(id)
    expect(comments).toMatchObject([{ about: 'CĐ1 Rà soát hộ', says: 'Tăng lên 4 lớp', on: '2026-11-20', late: false }])
    expect(asked.map(({ state }: { state: string }) => state).sort()).toEqual(['answered', 'waits'])
    expect({ unanswered, silent, changedSince }).toEqual({ unanswered: 1, silent: 1, changedSince: true })
    // Who approves is told the same; a unit below does not know of the others.
    expect(await show(id, 'lan')).toMatchObject({ unanswered: 1, silent: 1 })
    expect((await show(id, 'hung')).silent).toBeNull()
    expect(await refusal(world, () => give(sending, { planLineId: lineList[0].planLineId }))).toBe(
      'comments.line_unknown',
    )
  })

  it('that comes after the day is taken and marked late', async () => {
    const { id, sending } = await sent()
    await dueOn(sending, '2026-11-10')
    expect((await show(id)).asked[0].state).toBe('overdue')
    await commented(sending)
    const { asked, comments } = await show(id, 'hung')
    expect([asked[0].state, comments[0].late]).toEqual(['late', true])
  })

  it('is given for a unit that was asked, by who may comment there, while the draft is asked about', async () => {
    const { id, sending } = await sent({ unitIds: [demoAreas.tamHongToday] })
    expect(await refusal(world, () => give(sending, { says: ' ' }))).toBe('comments.says_missing')
    expect(await refusal(world, () => give(sending, { unitId: neighbour }))).toBe('access.denied')
    for (const person of ['dao', 'lan', 'kiem', 'mai', 'xem'] as const)
      expect(await refusal(world, () => give(sending, {}, person)), person).toBe('access.denied')
    const own = { unitId: demoAreas.kyThuongToday }
    expect(await refusal(world, () => give(sending, own, 'son'))).toBe('comments.sending_not_found')
    await must(give(sending, {}, 'bich'))
    expect(await refusal(world, () => send(id))).toBe('comments.sent_already')
    await must(send(id, { unitIds: [demoAreas.tamHongToday], sent: 1 }))
    expect(await refusal(world, () => give(sending))).toBe('comments.closed')
  })

  it('that there is none is said once, and needs no answer', async () => {
    const { id, sending } = await sent({ unitIds: [demoAreas.tamHongToday] })
    const comment = await commented(sending, { agrees: true, says: '' })
    const agrees = { agrees: true, says: '' }
    expect(await refusal(world, () => give(sending, agrees))).toBe('comments.agreed_already')
    expect(await refusal(world, () => give(sending, { agrees: true, says: 'Thêm' }))).toBe('comments.agrees_and_says')
    expect(await refusal(world, () => reply(comment))).toBe('comments.nothing_to_answer')
    expect(await show(id)).toMatchObject({ unanswered: 0, silent: 0, comments: [{ agrees: true, says: '' }] })
  })

  it('and that there is none exclude each other, until one is withdrawn; two at once too', async () => {
    const { sending } = await sent({ unitIds: [demoAreas.tamHongToday] })
    const agrees = { agrees: true, says: '' }
    const first = await commented(sending)
    expect(await refusal(world, () => give(sending, agrees))).toBe('comments.says_already')
    await must(world.as('hung').post(`/api/plan-comments/${first}/withdraw`, { because: 'Nhầm' }))
    const replies = await Promise.all([give(sending, agrees), give(sending, {}, 'bich')])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('is seen by its unit and by the unit of the plan; another unit sees neither it nor its answer', async () => {
    const { id, sending } = await sent()
    const comment = await commented(sending)
    await must(reply(comment))
    const { comments } = await show(id)
    expect(comments[0].replies).toMatchObject([{ verdict: 'explained', says: 'Xã không đủ phòng', on: '2026-11-20' }])
    expect((await show(id, 'hung')).comments).toHaveLength(1)
    await world.owner.query(
      `update access_grant set area_id = $2 where account_id = $1 and role = 'commune_official'`,
      [world.idOf('son'), neighbour],
    )
    const other = await show(id, 'son')
    await world.owner.query(
      `update access_grant set area_id = $2 where account_id = $1 and role = 'commune_official'`,
      [world.idOf('son'), demoAreas.kyThuongToday],
    )
    expect(other.comments).toEqual([])
    expect(other.asked).toMatchObject([{ unitId: neighbour, comments: 0 }])
  })
})

describe('an answer', () => {
  it('explains what is not wholly taken, and a further one stands beside the first', async () => {
    const { id, sending } = await sent()
    const comment = await commented(sending)
    expect(await refusal(world, () => reply(comment, { says: '' }))).toBe('comments.explain')
    await must(reply(comment))
    expect(await refusal(world, () => reply(comment))).toBe('comments.replied_since')
    await must(reply(comment, { verdict: 'taken', says: '', seen: 1 }))
    const { replies } = (await show(id)).comments[0]
    expect(replies.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['explained', 'taken'])
    expect((await show(id)).unanswered).toBe(0)
  })

  it('and a withdrawal in the same second exclude each other', async () => {
    const { sending } = await sent()
    const comment = await commented(sending)
    const replies = await meetingAt(world, 'plan_comment', [() => reply(comment), () => withdraw(comment)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const gone = await commented(sending)
    await must(withdraw(gone))
    expect(await refusal(world, () => reply(gone))).toBe('comments.withdrawn')
    expect(await refusal(world, () => withdraw(gone))).toBe('comments.withdrawn')
  })

  it('is given by who drafts, not by who comments or approves', async () => {
    const { sending } = await sent()
    const comment = await commented(sending)
    for (const person of ['hung', 'bich', 'lan', 'kiem'] as const)
      expect(['access.denied', 'plan.not_found']).toContain(await refusal(world, () => reply(comment, {}, person)))
  })
})

describe('what waits', () => {
  type Row = { trainingPlanId: string; overdue: boolean }
  const of = async (path: 'owed' | 'unanswered', person: PersonName) =>
    (await world.as(person).get(`/api/plan-comments/${path}`)).json().rows as Row[]
  const about = (rows: readonly Row[], id: string) => rows.filter((row) => row.trainingPlanId === id)

  it('for a unit is each draft on which it has not commented, late ones first; for the drafter each comment', async () => {
    const { id, sending } = await sent({ unitIds: [demoAreas.tamHongToday] })
    for (const person of ['hung', 'bich'] as const) expect(about(await of('owed', person), id)).toHaveLength(1)
    expect(about(await of('owed', 'son'), id)).toEqual([])
    await dueOn(sending, '2026-11-10')
    expect((await of('owed', 'hung'))[0]).toMatchObject({ overdue: true })
    const comment = await commented(sending)
    expect(about(await of('owed', 'bich'), id)).toEqual([])
    expect(about(await of('unanswered', 'dao'), id)).toMatchObject([{ planCommentId: comment, says: 'Mở lớp ở xã' }])
    expect(about(await of('unanswered', 'hung'), id)).toEqual([])
    await must(reply(comment))
    expect(about(await of('unanswered', 'dao'), id)).toEqual([])
  })

  it('waits no more when the plan is approved or taken back; what was said stays', async () => {
    const { id, sending } = await sent({ unitIds: [demoAreas.tamHongToday] })
    const comment = await commented(sending)
    const decided = { number: `${id.slice(0, 8)}/KH`, decidedOn: '2026-11-20', issuer: 'UBND tỉnh Phú Thọ', edits: 1 }
    const early = { ...decided, decidedOn: '2026-11-19' }
    expect(await refusal(world, () => world.as('lan').post(`/api/training-plans/${id}/approve`, early))).toBe(
      'plan.before_sent',
    )
    await must(world.as('lan').post(`/api/training-plans/${id}/approve`, decided))
    expect(about(await of('unanswered', 'dao'), id)).toEqual([])
    expect(await refusal(world, () => give(sending))).toBe('comments.closed')
    await must(reply(comment))
    const back = () => world.as('dao').post(`/api/plan-sendings/${sending}/take-back`, { because: 'Thôi' })
    expect(await refusal(world, back)).toBe('plan.fixed')
    expect(await show(id, 'hung')).toMatchObject({
      open: false,
      can: [],
      mine: [],
      comments: [{ says: 'Mở lớp ở xã' }],
    })
  })
})

describe('a draft with comments', () => {
  const drop = (plan: string) => world.as('dao').post(`/api/training-plans/${plan}/drop`, { because: 'Hết kinh phí' })
  const listed = async (person: PersonName, state: string, of: string) =>
    (await world.as(person).get(`/api/training-plans?state=${state}`))
      .json()
      .rows.find(({ trainingPlanId }: { trainingPlanId: string }) => trainingPlanId === of)
  const left = async (id: string) =>
    (
      await world.owner.query(
        `select (select count(*)::int from training_plan where id = $1) as plans, (select count(*)::int from plan_line where plan_id = $1) as lines`,
        [id],
      )
    ).rows[0]

  it('is given up with its reason: what units said stays, and they are told; one that nobody has commented on is deleted', async () => {
    const { id, sending } = await sent()
    const comment = await commented(sending)
    await must(drop(id))
    expect(await left(id)).toEqual({ plans: 1, lines: 0 })
    const givenUp = { on: '2026-11-20', because: 'Hết kinh phí' }
    for (const person of ['dao', 'hung'] as const) {
      const plan = (await must(world.as(person).get(`/api/training-plans/${id}`))).json()
      expect(plan).toMatchObject({ state: 'drafted', givenUp, can: [] })
      expect(await show(id, person)).toMatchObject({ open: false, mine: [], comments: [{ says: 'Mở lớp ở xã' }] })
    }
    expect(await listed('hung', 'given_up_asked', id)).toMatchObject({ givenUp })
    expect(await listed('dao', 'given_up_asked', id)).toBeUndefined()
    expect(await listed('dao', 'given_up', id)).toMatchObject({ givenUp })
    expect(await listed('dao', 'drafted', id)).toBeUndefined()
    expect(await refusal(world, () => give(sending))).toBe('comments.closed')
    expect(await refusal(world, () => drop(id))).toBe('plan.given_up')
    const line = { planLineId: newId(), topicId, ...lineSaid }
    expect(await refusal(world, () => world.as('dao').post(`/api/training-plans/${id}/lines`, line))).toBe(
      'plan.given_up',
    )
    await must(reply(comment))

    const unheard = (await sent()).id
    await must(drop(unheard))
    expect(await left(unheard)).toEqual({ plans: 0, lines: 0 })
  })

  it('that amends a plan gives way to the next amendment, under the same number', async () => {
    const plan = await drafted()
    const decided = { number: 'B32/KH', decidedOn: '2026-11-19', issuer: 'UBND tỉnh Phú Thọ', edits: 1 }
    await must(world.as('lan').post(`/api/training-plans/${plan}/approve`, decided))
    const begin = async () => {
      const said = { amendmentId: newId(), reason: 'Thêm lớp' }
      return (await must(world.as('dao').post(`/api/training-plans/${plan}/amendments`, said))).json().trainingPlanId
    }
    const first = await begin()
    await must(send(first, { edits: 0 }))
    await commented(await sendingOf(first))
    await must(drop(first))
    const amendments = async () => (await world.as('dao').get(`/api/training-plans/${plan}/amendments`)).json()
    expect(await amendments()).toMatchObject({
      ...{ drafting: null, can: ['amend'] },
      givenUp: [{ trainingPlanId: first, amendment: 1, because: 'Hết kinh phí' }],
    })
    const second = await begin()
    expect(await amendments()).toMatchObject({ drafting: { trainingPlanId: second, amendment: 1 } })
    expect(await listed('dao', 'drafted', second)).toMatchObject({ amendment: 1 })
    const { changes } = (await world.as('dao').get(`/api/training-plans/${first}/amendments`)).json()
    expect(changes).toEqual([])
  })

  it('goes out as a list: comments with their answers, units with who has commented', async () => {
    const { id, sending } = await sent()
    await must(reply(await commented(sending)))
    for (const path of ['comments', 'asked-units'])
      for (const as of ['xlsx', 'csv', 'pdf'])
        await must(world.as('dao').get(`/api/training-plans/${id}/${path}/file?as=${as}`))
    const { body } = await world.as('dao').get(`/api/training-plans/${id}/comments/file?as=csv`)
    expect(body).toContain('Giữ như dự thảo, giải trình. Xã không đủ phòng')
  })
})

describe('before a unit goes into another', () => {
  const name = 'Kế hoạch hỏi trước khi nhập xã'
  type Held = { count: number; what: { vi: string } }[]
  const owed = async (day = '2026-11-20') => {
    const url = `/api/areas/${demoAreas.tamHongToday}/touched?kind=merge&day=${day}`
    const held: Held = (await world.as('quantri').get(url)).json().held
    return held.filter(({ what }) => what.vi.includes(`góp ý “${name}”`))
  }

  it('is said on which drafts it may still comment and until when; not once it has, nor when the day is over', async () => {
    const id = await drafted({ name })
    await must(send(id))
    expect(await owed()).toMatchObject([{ count: 1, what: { vi: expect.stringContaining('đến 01/12/2026') } }])
    expect(await owed('2026-12-02')).toEqual([])
    const comment = await commented(await sendingOf(id))
    expect(await owed()).toEqual([])
    await must(withdraw(comment))
    expect(await owed()).toHaveLength(1)
  })
})
