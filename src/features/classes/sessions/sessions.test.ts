/** Sessions: a hall and a person are in one place at a time, whoever saves last; a class moves whole; who teaches answers, or another does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass, aHall, asked, aTrainer, held, slot } from '#test/classes.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
let hallId: string
let trainerId: string
let topicId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  hallId = await aHall(world, { name: 'Hội trường lớn' })
  trainerId = await aTrainer(world, { name: 'Đinh Thị Giảng', topicIds: [topicId] })
})
afterAll(() => world.close())

const must = async (by: PersonName, url: string, body: object) => {
  const reply = await world.as(by).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
}
const show = async (id: string) => (await world.as('dao').get(`/api/training-classes/${id}`)).json()
const add = (id: string, sessions: object[], part: object = {}, by: PersonName = 'dao') =>
  world.as(by).post(`/api/training-classes/${id}/sessions`, { sessions, ...held, ...part })
const added = async (id: string, sessions: object[], part: object = {}) => {
  const reply = await add(id, sessions, part)
  expect(reply.statusCode, reply.body).toBe(200)
}
const move = (id: string, revision: number, days: number) =>
  world.as('dao').post(`/api/training-classes/${id}/move`, { revision, days, because: 'Bão' })
const change = (sessionId: string, body: object) =>
  world.as('dao').post(`/api/class-sessions/${sessionId}/change`, body)
const onTrainer = (id: string, what: 'answer' | 'replace', body: object) =>
  world.as('dao').post(`/api/class-trainers/${id}/${what}`, body)

/** Each test has days of its own. */
let month = 0
const days = () => {
  month += 1
  const of = `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  return (day: number) => `${of}-${String(day).padStart(2, '0')}`
}

describe('sessions', () => {
  it('are added many at once and shown by their time, with hall, topic and trainers', async () => {
    const on = days()
    const id = await aClass(world, { topicIds: [topicId] })
    const [{ topicId: first }] = (await show(id)).topics
    const teaches = await asked(world, id, trainerId)
    const two = [slot(on(6), '13:30', '17:00'), slot(on(6))]
    await added(id, two, { hallId, topicId: first, classTrainerIds: [teaches] })
    expect((await show(id)).sessionList).toMatchObject([
      {
        day: on(6),
        from: '08:00',
        until: '11:30',
        hallName: 'Hội trường lớn',
        topic: { code: 'CĐ1' },
        trainers: ['Đinh Thị Giảng'],
        begun: false,
      },
      { day: on(6), from: '13:30', until: '17:00' },
    ])
    const file = await world.as('dao').get(`/api/training-classes/${id}/sessions/file?as=csv`)
    expect(file.body).toContain('13:30-17:00')
  })

  it('have hours in their order, one place, a topic and trainers of their class', async () => {
    const on = days()
    const id = await aClass(world)
    const refused = (sessions: object[], part: object = {}) => refusal(world, () => add(id, sessions, part))
    expect(await refused([slot(on(1), '11:30', '08:00')])).toBe('session.hours')
    expect(await refused([slot(on(1), '08:00', '08:00')])).toBe('session.hours')
    expect(await refused([slot('2101-01-01')])).toBe('rule.day_far')
    expect(await refused([slot(on(1))], { hallId, place: 'Sân đình' })).toBe('session.place_twice')
    expect(await refused([slot(on(1))], { hallId: newId() })).toBe('session.hall')
    expect(await refused([slot(on(1))], { topicId })).toBe('session.topic')
    expect(await refused([slot(on(1))], { classTrainerIds: [newId()] })).toBe('session.trainer')
    expect(await refused([slot(on(1)), slot(on(1), '10:00', '12:00')])).toBe('session.clash')
    expect(await refusal(world, () => add(id, [slot(on(1))], {}, 'kiem'))).toBe('access.denied')
    expect(await refusal(world, () => add(id, [slot(on(1))], {}, 'son'))).toBe('class.not_found')
  })

  it('are dropped with a reason, while the class keeps one', async () => {
    const on = days()
    const id = await aClass(world, { kind: 'study_visit' })
    const [one, two] = [slot(on(1)), slot(on(2))]
    await added(id, [one, two], { place: 'Xã bạn' })
    await must('dao', `/api/training-classes/${id}/step`, { seen: 'planned', to: 'announced' })
    const drop = (of: { classSessionId: string }) =>
      world.as('dao').post(`/api/class-sessions/${of.classSessionId}/drop`, { because: 'Trùng lịch' })
    expect((await drop(one)).statusCode).toBe(200)
    expect(await refusal(world, () => drop(one))).toBe('session.not_found')
    expect(await refusal(world, () => drop(two))).toBe('class.would_lack')
  })

  it('are changed field by field; what both touched is asked', async () => {
    const on = days()
    const id = await aClass(world)
    const one = slot(on(1))
    await added(id, [one], { place: 'Sân đình' })
    expect((await change(one.classSessionId, { place: 'Nhà văn hóa', was: { place: 'Sân đình' } })).statusCode).toBe(
      200,
    )
    expect((await change(one.classSessionId, { day: on(2), was: { day: on(1) } })).statusCode).toBe(200)
    expect((await change(one.classSessionId, { day: on(3), was: { day: on(1) } })).json().code).toBe(
      'record.changed_since',
    )
    expect((await show(id)).sessionList).toMatchObject([{ day: on(2), place: 'Nhà văn hóa' }])
  })
})

describe('a hall', () => {
  it('that is taken is refused, told by which class, day and hour, also to a unit that reads nothing of it', async () => {
    const on = days()
    const ours = await aClass(world, { title: 'Lớp của tỉnh' })
    await added(ours, [slot(on(5))], { hallId })
    const theirs = newId()
    const said = {
      code: '',
      title: 'Lớp của xã',
      kind: 'short',
      year: 2027,
      seats: 40,
      topicIds: [],
      planLineId: null,
      note: '',
    }
    await must('hung', '/api/training-classes', { trainingClassId: theirs, areaId: tamHongToday, ...said })
    const reply = await add(theirs, [slot(on(5), '10:00', '12:00')], { hallId }, 'hung')
    expect(reply.json().code).toBe('session.clash')
    const [, , when] = on(5).split('-')
    expect(reply.json().title.vi).toContain('Hội trường lớn đã có lớp “Lớp của tỉnh” (Tỉnh Phú Thọ), 08:00-11:30 ngày')
    expect(reply.json().title.vi).toContain(`ngày ${when}/`)
    // One may begin when the other ends.
    expect((await add(theirs, [slot(on(5), '11:30', '12:00')], { hallId }, 'hung')).statusCode).toBe(200)
  })

  it('is won by one of two who save in the same second, and the other reads who has it', async () => {
    const on = days()
    const [one, two] = [await aClass(world, { title: 'Lớp một' }), await aClass(world, { title: 'Lớp hai' })]
    const replies = await meetingAt(world, 'class_session', [
      () => add(one, [slot(on(5))], { hallId }),
      () => add(two, [slot(on(5))], { hallId }),
    ])
    expect(answersIn(replies).sort()).toEqual(['ok', 'session.clash'])
    const lost = replies.findIndex(({ statusCode }) => statusCode !== 200)
    expect(replies[lost]?.json().title.vi).toContain(lost === 1 ? '“Lớp một”' : '“Lớp hai”')
  })

  it('is held by the database itself, whatever asks', async () => {
    const on = days()
    const [one, two] = [await aClass(world), await aClass(world)]
    await added(one, [slot(on(5))], { hallId })
    const insert = world.owner.query(
      `insert into class_session (id, class_id, area_id, during, hall_id) values ($1, $2, $3, $4, $5)`,
      [newId(), two, phuTho, `[${on(5)} 09:00,${on(5)} 10:00)`, hallId],
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'class_session_hall_once' })
    const overnight = world.owner.query(
      `insert into class_session (id, class_id, area_id, during) values ($1, $2, $3, $4)`,
      [newId(), two, phuTho, `[${on(5)} 22:00,${on(6)} 02:00)`],
    )
    await expect(overnight).rejects.toMatchObject({ constraint: 'class_session_day' })
  })

  it('too small, out of use, or a trainer who does not teach the topic, is warned of and not refused', async () => {
    const on = days()
    const small = await aHall(world, { name: 'Phòng nhỏ', seats: 10 })
    const id = await aClass(world, { topicIds: [topicId] })
    const [{ topicId: first }] = (await show(id)).topics
    const other = await aTrainer(world, { name: 'Lò Văn Khác' })
    const teaches = await asked(world, id, other)
    const wanted = { hallId: small, topicId: first, classTrainerIds: [teaches] }
    const ask = await world
      .as('dao')
      .post(`/api/training-classes/${id}/clashes`, { sessions: [slot(on(5))], ...wanted })
    const kinds = (clashes: { kind: string; blocks: boolean }[]) => clashes.map(({ kind, blocks }) => [kind, blocks])
    expect(kinds(ask.json().clashes)).toEqual([
      ['hall_small', false],
      ['trainer_topic', false],
    ])
    await added(id, [slot(on(5))], wanted)
    expect(kinds((await show(id)).clashes)).toEqual(kinds(ask.json().clashes))
    const denied = await world.as('kiem').post(`/api/training-classes/${id}/clashes`, { sessions: [slot(on(5))] })
    expect(denied.json().code).toBe('access.denied')
  })
})

describe('a trainer', () => {
  it('is in one class at a time: refused with the other class, and of two in the same second one wins', async () => {
    const on = days()
    const [one, two] = [await aClass(world, { title: 'Lớp đang giữ' }), await aClass(world)]
    const [first, second] = [await asked(world, one, trainerId), await asked(world, two, trainerId)]
    const sit = (id: string, as: string, day: number) =>
      add(id, [slot(on(day))], { place: 'Đâu đó', classTrainerIds: [as] })
    expect((await sit(one, first, 5)).statusCode).toBe(200)
    const reply = await sit(two, second, 5)
    expect(reply.json().code).toBe('session.clash')
    expect(reply.json().title.vi).toContain('Đinh Thị Giảng đã bận: lớp “Lớp đang giữ”')
    const both = await meetingAt(world, 'class_session', [() => sit(one, first, 6), () => sit(two, second, 6)])
    expect(answersIn(both).sort()).toEqual(['ok', 'session.clash'])
  })

  it('who is busy is told of as soon as they are chosen, before anybody is asked', async () => {
    const on = days()
    const [one, two] = [await aClass(world, { title: 'Lớp giữ giờ' }), await aClass(world)]
    await added(one, [slot(on(5))], { classTrainerIds: [await asked(world, one, trainerId)] })
    const [met, free] = [slot(on(5), '10:00', '12:00'), slot(on(6))]
    await added(two, [met, free])
    const ask = async (sessions: object[], by: PersonName = 'dao') =>
      world.as(by).post(`/api/training-classes/${two}/clashes`, { trainerId, sessions })
    const { clashes } = (await ask([met, free])).json()
    expect(clashes).toMatchObject([{ kind: 'trainer_taken', blocks: true, day: on(5) }])
    expect(clashes[0].said.vi).toContain('Lớp giữ giờ')
    expect((await ask([free])).json().clashes).toEqual([])
    expect((await ask([free], 'kiem')).statusCode).not.toBe(200)
    expect((await show(two)).trainerList).toEqual([])
  })

  it('who is an official of the roster is one person in the classes of two units', async () => {
    const on = days()
    const officialId = newId()
    const who = { name: 'Lò Thị Dạy', sex: 'female', birth: { year: 1984 }, ethnicity: '08', languages: [] }
    const official = { officialId, unitId: tamHongToday, ...who, phone: '', personalNumber: '', holds: null }
    await must('hung', '/api/officials', official)
    const [one, two] = [await aClass(world, { title: 'Ở tỉnh' }), await aClass(world)]
    const first = await asked(world, one, await aTrainer(world, { officialId, name: null }))
    const second = await asked(world, two, await aTrainer(world, { officialId, name: null, areaId: tamHongToday }))
    await added(one, [slot(on(5))], { classTrainerIds: [first] })
    expect((await add(two, [slot(on(5))], { classTrainerIds: [second] })).json().code).toBe('session.clash')
  })

  it('who declines leaves what is to come, says why, and may be asked again', async () => {
    const on = days()
    const id = await aClass(world)
    const teaches = await asked(world, id, trainerId, false)
    const past = slot('2026-10-05')
    await added(id, [past, slot(on(5))], { classTrainerIds: [teaches] })
    const answer = (seen: string, to: string, because: string | null = null) =>
      onTrainer(teaches, 'answer', { seen, answer: to, because })
    expect(await refusal(world, () => answer('asked', 'declined'))).toBe('class_trainer.because')
    expect(await refusal(world, () => answer('accepted', 'declined', 'Ốm'))).toBe('class_trainer.answered_since')
    expect((await answer('asked', 'declined', 'Ốm')).statusCode).toBe(200)
    const { trainerList, sessionList } = await show(id)
    expect(trainerList).toMatchObject([{ state: 'declined', because: 'Ốm', sessions: 1 }])
    expect(sessionList.map((one: { trainers: string[] }) => one.trainers.length)).toEqual([1, 0])
    expect(await refusal(world, () => add(id, [slot(on(6))], { classTrainerIds: [teaches] }))).toBe('session.trainer')
    expect((await answer('declined', 'asked')).statusCode).toBe(200)
    const again = { classTrainerId: newId(), trainerId, classSessionIds: [] }
    expect(await refusal(world, () => world.as('dao').post(`/api/training-classes/${id}/trainers`, again))).toBe(
      'class_trainer.asked_already',
    )
  })

  it('is replaced by another, who takes the sessions that have not begun; both names stay', async () => {
    const on = days()
    const id = await aClass(world)
    const teaches = await asked(world, id, trainerId)
    await added(id, [slot('2026-10-06'), slot(on(5))], { classTrainerIds: [teaches] })
    const other = await aTrainer(world, { name: 'Lò Văn Thay' })
    const busy = await aClass(world, { title: 'Lớp giữ người thay' })
    await added(busy, [slot(on(5), '10:00', '12:00')], { classTrainerIds: [await asked(world, busy, other)] })
    const follower = newId()
    const replace = (part: object = {}) =>
      onTrainer(teaches, 'replace', {
        seen: 'accepted',
        follower,
        trainerId: other,
        classSessionIds: [],
        because: 'Ốm',
        ...part,
      })
    expect(await refusal(world, replace)).toBe('session.clash')
    expect(await refusal(world, () => replace({ trainerId }))).toBe('class_trainer.himself')
    expect(await refusal(world, () => replace({ trainerId: newId() }))).toBe('class_trainer.unknown')
    await must('dao', `/api/training-classes/${busy}/step`, { seen: 'planned', to: 'cancelled', because: 'Hoãn' })
    const done = await replace()
    expect(done.statusCode, done.body).toBe(200)
    const { trainerList, sessionList } = await show(id)
    expect(trainerList).toMatchObject([
      { name: 'Đinh Thị Giảng', state: 'replaced', followedBy: 'Lò Văn Thay', sessions: 1 },
      { name: 'Lò Văn Thay', state: 'asked', sessions: 1 },
    ])
    expect(sessionList.map((one: { trainers: string[] }) => one.trainers)).toEqual([
      ['Đinh Thị Giảng'],
      ['Lò Văn Thay'],
    ])
    expect(await refusal(world, () => replace({ seen: 'replaced' }))).toBe('class_trainer.replaced')
  })
})

describe('a whole class', () => {
  it('moves over its own sessions, with its trainers, and back', async () => {
    const on = days()
    const id = await aClass(world)
    const teaches = await asked(world, id, trainerId)
    const three = [slot(on(5)), slot(on(6)), slot(on(7))]
    await added(id, three, { hallId, classTrainerIds: [teaches] })
    const { revision } = await show(id)
    const reply = await move(id, revision, 1)
    expect(reply.statusCode, reply.body).toBe(200)
    expect((await show(id)).sessionList.map((one: { day: string }) => one.day)).toEqual([on(6), on(7), on(8)])
    const { rows } = await world.owner.query(
      `select lower(p.during)::date::text as day from session_person p join class_session s on s.id = p.session_id
        where s.class_id = $1 order by 1`,
      [id],
    )
    expect(rows.map(({ day }) => day)).toEqual([on(6), on(7), on(8)])
    expect((await move(id, revision + 1, -1)).statusCode).toBe(200)
  })

  it('moves onto nothing that is taken, and two who move it do not move it twice', async () => {
    const on = days()
    const [id, other] = [await aClass(world), await aClass(world, { title: 'Lớp đứng yên' })]
    await added(id, [slot(on(5)), slot(on(6))], { hallId })
    await added(other, [slot(on(9))], { hallId })
    const { revision } = await show(id)
    const onto = await move(id, revision, 3)
    expect(onto.json().code).toBe('session.clash')
    expect(onto.json().title.vi).toContain('Lớp đứng yên')
    const told = await world.as('dao').post(`/api/training-classes/${id}/clashes`, { days: 3 })
    expect(told.json().clashes).toMatchObject([{ kind: 'hall_taken', blocks: true, day: on(9) }])
    const twice = await meetingAt(world, 'class_session', [() => move(id, revision, 7), () => move(id, revision, 7)])
    expect(answersIn(twice)).toEqual(['ok', 'class.changed_since'])
    expect(await refusal(world, () => move(id, revision + 1, 0))).toBe('session.same_day')
  })

  it('moves no session that has begun', async () => {
    const on = days()
    const id = await aClass(world)
    await added(id, [slot('2026-11-20')])
    const begun = await show(id)
    expect(begun.sessionList).toMatchObject([{ begun: true }])
    expect(await refusal(world, () => move(id, begun.revision, 7))).toBe('session.begun')
    await added(id, [slot(on(3))])
    expect((await move(id, begun.revision + 1, 1)).statusCode).toBe(200)
    expect((await show(id)).sessionList.map((one: { day: string }) => one.day)).toEqual(['2026-11-20', on(4)])
  })
})

describe('two records of one person', () => {
  it('that become one are in one place at a time from then on', async () => {
    const on = days()
    const person = async (name: string) => {
      const officialId = newId()
      const who = { name, sex: 'female', birth: { year: 1984 }, ethnicity: '08', languages: [] }
      await must('hung', '/api/officials', {
        officialId,
        unitId: tamHongToday,
        ...who,
        phone: '',
        personalNumber: '',
        holds: null,
      })
      return officialId
    }
    const [kept, former] = [await person('Lò Văn Một'), await person('Lò Văn Hai')]
    const [one, two] = [await aClass(world), await aClass(world)]
    const first = await asked(world, one, await aTrainer(world, { officialId: kept, name: null }))
    const second = await asked(world, two, await aTrainer(world, { officialId: former, name: null }))
    await added(one, [slot(on(5))], { classTrainerIds: [first] })
    await added(two, [slot(on(5)), slot(on(6))], { classTrainerIds: [second] })
    await world.owner.query('select trainers_joined($1, $2)', [kept, former])
    const { rows } = await world.owner.query(
      `select p.person = $1 as is_kept, count(*)::int as n from session_person p where p.person in ($1, $2) group by 1 order by 1`,
      [kept, former],
    )
    // Where both were at once each stays, as it was.
    expect(rows).toEqual([
      { is_kept: false, n: 1 },
      { is_kept: true, n: 2 },
    ])
  })
})
