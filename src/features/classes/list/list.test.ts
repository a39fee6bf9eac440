/** Classes: Đào plans those of the province, Hùng the commune's; each step needs what it needs, and back goes with a reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass, aHall, asked, aTrainer, classSaid, closed, held, slot } from '#test/classes.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { aPlan, approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { type ClassState, classStateNames } from './model.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
let topicId: string
let hallId: string
let trainerId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  hallId = await aHall(world)
  trainerId = await aTrainer(world, { topicIds: [topicId] })
})
afterAll(() => world.close())

const must = async (by: PersonName, url: string, body: object) => {
  const reply = await world.as(by).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
}
const show = async (id: string, by: PersonName = 'dao') =>
  (await world.as(by).get(`/api/training-classes/${id}`)).json()
const list = async (query = '', by: PersonName = 'dao', area: string = phuTho) =>
  (await world.as(by).get(`/api/areas/${area}/training-classes${query}`)).json()
const act = (id: string, what: string, body: object, by: PersonName = 'dao') =>
  world.as(by).post(`/api/training-classes/${id}/${what}`, body)
const step = (id: string, seen: ClassState, to: ClassState, more: object = {}, by: PersonName = 'dao') =>
  act(id, 'step', { seen, to, ...more }, by)
const stepped = async (id: string, ...states: ClassState[]) => {
  for (const [at, to] of states.slice(1).entries()) {
    const reply = await step(id, states[at] as ClassState, to)
    expect(reply.statusCode, reply.body).toBe(200)
  }
}
let day = 0
/** A class with a session of its own day, from 1 October on, taught by a trainer who accepted. */
async function ready(from = '2026-10-01') {
  const id = await aClass(world, { topicIds: [topicId] })
  const first = (await show(id)).topics[0].topicId
  const teaches = await asked(world, id, trainerId)
  day += 1
  const date = new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10)
  await must('dao', `/api/training-classes/${id}/sessions`, {
    ...{ sessions: [slot(date)], ...held, hallId, topicId: first, classTrainerIds: [teaches] },
  })
  return id
}

describe('a class', () => {
  it('is planned with what it is about, and found by words, kind, year, topic, state and day', async () => {
    const id = await aClass(world, { code: '01', title: 'Lớp tìm được', topicIds: [topicId] })
    expect(await show(id)).toMatchObject({
      ...{ code: '01', title: 'Lớp tìm được', state: 'planned', seats: 40, taken: 0, topics: [{ code: 'CĐ1' }] },
      ...{
        can: ['change', 'step'],
        line: null,
        sessionList: [],
        steps: [{ from: null, to: 'planned', by: 'Bùi Thị Đào' }],
      },
    })
    for (const query of ['q=lop tim', 'q=01 lop', 'kind=short', 'year=2026', `topicId=${topicId}`, 'state=planned'])
      expect((await list(`?${query}`)).rows.map((row: { title: string }) => row.title)).toContain('Lớp tìm được')
    for (const query of ['q=khong co', 'kind=long', 'year=2025', 'state=running', 'from=2026-05-01&until=2026-05-31'])
      expect((await list(`?${query}`)).total, query).toBe(0)
    const one = { sessions: [slot('2026-05-12')], ...held, place: 'Sân đình' }
    await must('dao', `/api/training-classes/${id}/sessions`, one)
    expect((await list('?from=2026-05-01&until=2026-05-31')).rows).toMatchObject([
      { firstDay: '2026-05-12', lastDay: '2026-05-12', places: ['Sân đình'], sessions: 1 },
    ])
    const file = await world.as('dao').get(`/api/areas/${phuTho}/training-classes/file?as=csv&q=tim`)
    expect(file.body).toContain('01 Lớp tìm được')
  })

  it('has a number once in a unit and a year, whoever is first', async () => {
    const plan = (code: string) => () =>
      world.as('dao').post('/api/training-classes', { trainingClassId: newId(), areaId: phuTho, ...classSaid, code })
    await aClass(world, { code: 'L7' })
    expect(await refusal(world, plan('l7'))).toBe('class.code_taken')
    expect(answersIn(await meetingAt(world, 'training_class', [plan('L8'), plan('L8')])).sort()).toEqual([
      'class.code_taken',
      'ok',
    ])
  })

  it('is of a topic in force, a unit that plans, and the rest is refused', async () => {
    const plan =
      (part: object, by: PersonName = 'dao') =>
      () =>
        world.as(by).post('/api/training-classes', { trainingClassId: newId(), areaId: phuTho, ...classSaid, ...part })
    expect(await refusal(world, plan({ topicIds: [newId()] }))).toBe('class.topic')
    expect(await refusal(world, plan({ planLineId: newId() }))).toBe('class.line')
    expect(await refusal(world, plan({ areaId: demoAreas.villages.tamHong[0] }))).toBe('class.no_unit')
    for (const by of ['lan', 'bich', 'kiem', 'mai', 'son', 'xem', 'quantri', 'la', 'hung'] as const)
      expect(await refusal(world, plan({}, by)), by).toBe('access.denied')
  })

  it('is put right field by field: two people keep both what they wrote', async () => {
    const id = await aClass(world, { title: 'Lớp sửa' })
    expect((await act(id, 'change', { note: 'mang sổ', was: { note: '' } })).statusCode).toBe(200)
    expect((await act(id, 'change', { seats: 50, was: { seats: 40 } })).statusCode).toBe(200)
    expect((await act(id, 'change', { seats: 60, was: { seats: 40 } })).json()).toMatchObject({
      code: 'record.changed_since',
    })
    expect(await show(id)).toMatchObject({ note: 'mang sổ', seats: 50, revision: 2 })
    expect(await refusal(world, () => act(id, 'change', { note: 'x', was: { note: 'mang sổ' } }, 'kiem'))).toBe(
      'access.denied',
    )
    expect(await refusal(world, () => act(newId(), 'change', { note: 'x' }))).toBe('class.not_found')
  })

  it('fulfils a line of an approved plan of its own unit, which says how many classes were made of it', async () => {
    const { trainingPlanId, planLineId } = await aPlan(world)
    const of = { areaId: tamHongToday, planLineId, year: 2027 }
    const plan = (part: object = {}) =>
      world.as('hung').post('/api/training-classes', { trainingClassId: newId(), ...classSaid, ...of, ...part })
    // A draft is nobody's word yet.
    expect(await refusal(world, plan)).toBe('class.line')
    const signed = { number: '21/KH-UBND', decidedOn: '2026-11-10', issuer: 'UBND xã Tam Hồng', edits: 1 }
    await must('bich', `/api/training-plans/${trainingPlanId}/approve`, signed)
    expect(await refusal(world, () => plan({ year: 2026 }))).toBe('class.line')
    const made = await plan()
    expect(made.statusCode, made.body).toBe(200)
    const { lines } = (await world.as('hung').get(`/api/areas/${tamHongToday}/planned-classes?year=2027`)).json()
    expect(lines).toMatchObject([{ planLineId, code: 'CĐ1', hours: 8, people: 90, classes: 3, weeks: [12], made: 1 }])
    const shown = await show(made.json().trainingClassId, 'hung')
    expect(shown).toMatchObject({ line: { planLineId, trainingPlanId, code: 'CĐ1' } })
    expect((await list(`?planLineId=${planLineId}`, 'hung', tamHongToday)).total).toBe(1)
    const ofProvince = { ...of, areaId: phuTho }
    const other = () =>
      world.as('dao').post('/api/training-classes', { trainingClassId: newId(), ...classSaid, ...ofProvince })
    expect(await refusal(world, other)).toBe('class.line')
  })
})

describe('who sees a class', () => {
  it('is of its unit and above; a neighbour and the unit below do not, and the auditor changes nothing', async () => {
    const id = await ready()
    for (const by of ['dao', 'lan', 'kiem'] as const) expect((await show(id, by)).title, by).toBe('Nghiệp vụ rà soát')
    for (const by of ['son', 'hung', 'mai'] as const)
      expect((await world.as(by).get(`/api/training-classes/${id}`)).statusCode, by).toBeGreaterThanOrEqual(403)
    for (const by of ['son', 'mai'] as const) expect(await list('', by), by).toMatchObject({ code: 'access.denied' })
    expect((await show(id, 'kiem')).can).toEqual([])
    expect(await refusal(world, () => step(id, 'planned', 'announced', {}, 'kiem'))).toBe('access.denied')
    expect(await refusal(world, () => step(id, 'planned', 'announced', {}, 'son'))).toBe('class.not_found')
  })
})

describe('the course of a class', () => {
  it('goes step by step to its end, each told with who and when', async () => {
    const id = await ready()
    await stepped(id, 'planned', 'announced', 'enrolling', 'confirmed', 'running')
    for (const { classSessionId } of (await show(id)).sessionList) await closed(world, classSessionId)
    await stepped(id, 'running', 'completed')
    const { state, steps, next, can } = await show(id)
    expect([state, steps.length, can]).toEqual(['completed', 6, ['step']])
    expect(next).toEqual([{ to: 'running', how: 'back', lacks: [] }])
    expect(await refusal(world, () => act(id, 'change', { note: 'x', was: { note: '' } }))).toBe('class.over')
    expect(await refusal(world, () => act(id, 'sessions', { sessions: [slot('2026-12-01')], ...held }))).toBe(
      'class.over',
    )
    expect((await step(id, 'completed', 'running', { because: 'Còn một buổi bù' })).statusCode).toBe(200)
    expect((await show(id)).steps.at(-1)).toMatchObject({ back: true, because: 'Còn một buổi bù' })
  })

  it('takes no step that is absent', async () => {
    const id = await ready()
    const reached: ClassState[] = ['planned', 'announced', 'enrolling', 'confirmed', 'running', 'completed']
    for (const [at, state] of reached.entries()) {
      const { next } = await show(id)
      const may = next.map((one: { to: ClassState }) => one.to)
      for (const to of classStateNames.filter((one) => !may.includes(one)))
        expect(await refusal(world, () => step(id, state, to, { because: 'x' })), `${state} ${to}`).toBe(
          'class.no_step',
        )
      const onward = reached[at + 1]
      if (onward === 'completed')
        for (const { classSessionId } of (await show(id)).sessionList) await closed(world, classSessionId)
      if (onward) await stepped(id, state, onward)
    }
  })

  it('is announced with topics, seats, sessions and places; confirmed with trainers who accepted', async () => {
    const id = await aClass(world, { seats: null })
    const reply = await step(id, 'planned', 'announced')
    expect(reply.json()).toMatchObject({ code: 'class.lacks' })
    expect(reply.json().title.vi).toContain('chưa ghi số chỗ; chưa có chuyên đề; chưa có buổi học nào')
    await must('dao', `/api/training-classes/${id}/change`, {
      seats: 20,
      topicIds: [topicId],
      was: { seats: null, topicIds: [] },
    })
    const first = (await show(id)).topics[0].topicId
    const add = { sessions: [slot('2026-09-01')], ...held, place: 'Nhà văn hóa Khu 3', topicId: first }
    await must('dao', `/api/training-classes/${id}/sessions`, add)
    await stepped(id, 'planned', 'announced', 'enrolling')
    expect((await step(id, 'enrolling', 'confirmed')).json().title.vi).toContain('chưa có giảng viên nhận lời: 1')
    // What is announced keeps what it needs.
    expect(await refusal(world, () => act(id, 'change', { seats: null, was: { seats: 20 } }))).toBe('class.would_lack')
    const taken = { topicIds: [], was: { topicIds: [first] } }
    expect(await refusal(world, () => act(id, 'change', taken))).toBe('class.topic_used')
  })

  it('runs from the day of its first session, and is completed after the last hour', async () => {
    // The clock of tests says noon of 20 November.
    const id = await aClass(world, { topicIds: [topicId] })
    const first = (await show(id)).topics[0].topicId
    const teaches = await asked(world, id, trainerId)
    const add = { ...held, place: 'Sân đình', topicId: first, classTrainerIds: [teaches] }
    const one = slot('2026-11-21')
    await must('dao', `/api/training-classes/${id}/sessions`, { sessions: [one], ...add })
    await stepped(id, 'planned', 'announced', 'enrolling', 'confirmed')
    expect((await step(id, 'confirmed', 'running')).json().title.vi).toContain('chưa đến ngày của buổi đầu')
    const move = {
      day: '2026-11-20',
      from: '13:30',
      until: '17:00',
      was: { day: '2026-11-21', from: '08:00', until: '11:30' },
    }
    await must('dao', `/api/class-sessions/${one.classSessionId}/change`, move)
    await stepped(id, 'confirmed', 'running')
    expect((await step(id, 'running', 'completed')).json().title.vi).toContain('buổi cuối chưa hết giờ')
  })

  it('goes back, or is called off, with a reason only', async () => {
    const id = await ready()
    await stepped(id, 'planned', 'announced')
    expect(await refusal(world, () => step(id, 'announced', 'planned'))).toBe('class.because')
    expect(await refusal(world, () => step(id, 'announced', 'cancelled'))).toBe('class.because')
    expect((await step(id, 'announced', 'planned', { because: 'Nhầm ngày' })).statusCode).toBe(200)
    expect((await step(id, 'planned', 'cancelled', { because: 'Bão' })).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'change', { note: 'x', was: { note: '' } }))).toBe('class.over')
  })

  it('of two who step in the same second one is told what stands now', async () => {
    const id = await ready()
    const on = () => step(id, 'planned', 'announced')
    const off = () => step(id, 'planned', 'cancelled', { because: 'Bão' })
    expect(answersIn(await meetingAt(world, 'class_step', [on, off]))).toEqual(['ok', 'class.stepped_since'])
  })

  it('called off, lets its hall go; taken up again it asks whether that is free', async () => {
    const id = await ready('2026-12-01')
    const { sessionList } = await show(id)
    const { day: on, from, until } = sessionList[0]
    await must('dao', `/api/training-classes/${id}/step`, { seen: 'planned', to: 'cancelled', because: 'Bão' })
    const other = await aClass(world, { title: 'Lớp thế chỗ' })
    await must('dao', `/api/training-classes/${other}/sessions`, { sessions: [slot(on, from, until)], ...held, hallId })
    const back = await step(id, 'cancelled', 'planned', { because: 'Bão đã qua' })
    expect(back.json().code).toBe('session.clash')
    expect(back.json().title.vi).toContain('Lớp thế chỗ')
    await must('dao', `/api/training-classes/${other}/step`, { seen: 'planned', to: 'cancelled', because: 'Trùng' })
    expect((await step(id, 'cancelled', 'planned', { because: 'Bão đã qua' })).statusCode).toBe(200)
    expect((await world.owner.query('select stands from class_session where class_id = $1', [id])).rows).toEqual([
      { stands: true },
    ])
    expect(
      (
        await world.owner.query(
          'select p.stands from session_person p join class_session s on s.id = p.session_id where s.class_id = $1',
          [id],
        )
      ).rows,
    ).toEqual([{ stands: true }])
  })
})
