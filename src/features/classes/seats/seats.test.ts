/** Seats: Đào gives Tam Hồng a number, Hùng names people of his roster, Bích approves; nobody sits twice, nor where there is no seat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass, aHall, anOpenClass, aPerson, held, slot } from '#test/classes.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { ClassSeat, SeatState } from './model.ts'

const { phuTho, tamHongToday, kyThuongToday } = demoAreas
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Person = { classSeatId: string; officialId: string }
const seatOf = (officialId: string): Person => ({ classSeatId: newId(), officialId })
const post = (by: PersonName, url: string, body: object) => world.as(by).post(url, body)
const must = async (by: PersonName, url: string, body: object) => {
  const reply = await post(by, url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}
const show = async (id: string, by: PersonName = 'dao', query = '') => {
  const reply = await world.as(by).get(`/api/training-classes/${id}/seats${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const rowOf = async (id: string, officialId: string, by: PersonName = 'dao'): Promise<ClassSeat> =>
  (await show(id, by)).rows.find((row: ClassSeat) => row.officialId === officialId)

const name = (url: string, people: readonly Person[], by: PersonName = 'hung', areaId: string = tamHongToday) =>
  post(by, `${url}/nominations`, { areaId, people })
const approve = (url: string, people: readonly Person[], by: PersonName = 'bich', seen: SeatState = 'nominated') =>
  post(by, `${url}/seats/approve`, { seats: people.map(({ classSeatId }) => ({ classSeatId, seen })) })
const add = (url: string, people: readonly Person[], by: PersonName = 'dao') => post(by, `${url}/learners`, { people })
const onSeat = ({ classSeatId }: Person, what: string, body: object, by: PersonName = 'hung') =>
  post(by, `/api/class-seats/${classSeatId}/${what}`, body)
const took = async (reply: ReturnType<typeof post>) => {
  const { statusCode, body } = await reply
  expect(statusCode, body).toBe(200)
}

/** So many people of Tam Hồng, named and approved. */
async function enrolled(url: string, many = 1): Promise<Person[]> {
  const people: Person[] = []
  for (let at = 0; at < many; at++) people.push(seatOf(await aPerson(world)))
  await took(name(url, people))
  await took(approve(url, people))
  return people
}
const inSessions = async (officialId: string): Promise<number> =>
  (
    await world.owner.query(`select count(*)::int as n from session_person where person = $1 and role = 'learner'`, [
      officialId,
    ])
  ).rows[0].n
const ofProvince = () => aPerson(world, { unitId: phuTho, by: 'lan' })

describe('a class', () => {
  it('is seen by the units below once it is announced, and named for once it enrols', async () => {
    const planned = await aClass(world, { kind: 'seminar' })
    expect((await world.as('hung').get(`/api/training-classes/${planned}`)).json().code).toBe('class.not_found')
    const { id } = await anOpenClass(world, { title: 'Lớp của tỉnh' })
    expect((await world.as('hung').get(`/api/training-classes/${id}`)).json()).toMatchObject({
      ...{ title: 'Lớp của tỉnh', state: 'enrolling', can: [] },
      sessionList: [{ place: 'Hội trường tỉnh' }],
    })
    expect((await world.as('son').get(`/api/training-classes/${id}`)).json().code).toBe('class.not_found')
    const { rows } = (await world.as('hung').get('/api/work/open-classes')).json()
    expect(rows.find((row: { trainingClassId: string }) => row.trainingClassId === id)).toMatchObject({
      ...{ organiser: 'Tỉnh Phú Thọ', areaName: 'Xã Tam Hồng', quota: 10, left: 10, open: true },
    })
    expect((await world.as('son').get('/api/work/open-classes')).json().rows).toEqual([])
    const found = (await world.as('hung').get('/api/training-classes/search?q=lop cua tinh')).json()
    expect(found.classes).toMatchObject([{ title: 'Lớp của tỉnh', areaName: 'Tỉnh Phú Thọ' }])
    expect((await world.as('son').get('/api/training-classes/search?q=lop cua tinh')).json().classes).toEqual([])
  })

  it('gives each unit a number, at or below its own, each once; the next who writes it has seen it', async () => {
    const id = await aClass(world, { kind: 'seminar' })
    const set = (revision: number, quotas: object[], by: PersonName = 'dao') =>
      post(by, `/api/training-classes/${id}/quotas`, { revision, quotas })
    const [one] = [{ areaId: tamHongToday, seats: 5 }]
    expect(await refusal(world, () => set(0, [one, one]))).toBe('seat.unit')
    expect(await refusal(world, () => set(0, [{ areaId: kyThuongToday, seats: 1 }]))).toBe('seat.unit')
    expect(await refusal(world, () => set(0, [{ areaId: demoAreas.tamHong2021, seats: 1 }]))).toBe('seat.unit')
    expect(await refusal(world, () => set(0, [one], 'hung'))).toBe('class.not_found')
    await took(set(0, [one, { areaId: phuTho, seats: 2 }]))
    expect(await refusal(world, () => set(0, []))).toBe('class.changed_since')
    expect((await show(id)).quotas).toMatchObject([{ areaName: 'Tỉnh Phú Thọ' }, { areaName: 'Xã Tam Hồng', seats: 5 }])
    const { units } = (await world.as('dao').get(`/api/training-classes/${id}/planned-quotas`)).json()
    expect(units.length).toBeGreaterThan(1)
  })
})

describe('people', () => {
  it('are named by their unit and approved by its leader: then they have a seat and are in the sessions', async () => {
    const { id, url } = await anOpenClass(world)
    const one = seatOf(await aPerson(world, { name: 'Lò Thị Có Chỗ' }))
    const { rows: candidates } = (
      await world.as('hung').get(`/api/training-classes/${id}/candidates?areaId=${tamHongToday}&q=co cho`)
    ).json()
    expect(candidates).toMatchObject([{ name: 'Lò Thị Có Chỗ', learntOn: null, state: null }])
    await took(name(url, [one]))
    expect(await rowOf(id, one.officialId, 'bich')).toMatchObject({ state: 'nominated', can: ['approve', 'refuse'] })
    expect(await inSessions(one.officialId)).toBe(0)
    expect(await refusal(world, () => approve(url, [one], 'hung'))).toBe('access.denied')
    await took(approve(url, [one]))
    expect(await rowOf(id, one.officialId, 'hung')).toMatchObject({
      state: 'enrolled',
      can: ['withdraw', 'substitute'],
    })
    expect(await inSessions(one.officialId)).toBe(1)
    expect((await show(id)).taken).toBe(1)
    expect(await refusal(world, () => approve(url, [one]))).toBe('seat.stepped_since')
    expect(await refusal(world, () => approve(url, [one], 'bich', 'enrolled'))).toBe('seat.no_step')
    const file = await world.as('dao').get(`/api/training-classes/${id}/seats/file?as=csv`)
    expect(file.body).toContain('Lò Thị Có Chỗ')
    const sheet = await world.as('dao').get(`/api/training-classes/${id}/seats/sheet?as=csv`)
    expect(sheet.body).toContain('Ký tên')
    for (const [as, starts] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ]) {
      const letter = await world.as('dao').get(`/api/training-classes/${id}/giay-moi.${as}`)
      expect(letter.statusCode, letter.body.slice(0, 300)).toBe(200)
      expect(letter.rawPayload.toString('latin1').startsWith(starts ?? '')).toBe(true)
    }
    expect((await world.as('dao').get(`/api/training-classes/${id}/giay-moi.pdf?fromId=${phuTho}`)).json().code).toBe(
      'seat.nobody',
    )
  })

  it('are refused where they are of another unit, named twice, in the list already, dead or retired', async () => {
    const { url } = await anOpenClass(world)
    const mine = seatOf(await aPerson(world))
    const other = seatOf(await ofProvince())
    expect(await refusal(world, () => name(url, [other]))).toBe('seat.not_of_unit')
    expect(await refusal(world, () => name(url, [mine, { ...mine, classSeatId: newId() }]))).toBe('seat.named_twice')
    await took(name(url, [mine]))
    expect(await refusal(world, () => name(url, [{ ...mine, classSeatId: newId() }]))).toBe('seat.named_already')
    expect(await refusal(world, () => name(url, [other], 'dao', phuTho))).toBe('seat.no_quota')
    expect(await refusal(world, () => name(url, [seatOf(newId())]))).toBe('seat.not_of_unit')
    expect(await refusal(world, () => name(url, [mine], 'kiem'))).toBe('access.denied')
    expect(await refusal(world, () => name(url, [mine], 'son'))).toBe('access.denied')
    const gone = seatOf(await aPerson(world))
    await world.owner.query(
      `insert into appointment (id, official_id, post, area_id, valid_from, valid_until, ended_because)
       values ($1, $2, 'specialist', $3, '2020-01-01', '2026-10-01', 'retired')`,
      [newId(), gone.officialId, tamHongToday],
    )
    expect(await refusal(world, () => name(url, [gone]))).toBe('seat.gone')
  })

  it('who were refused or withdrew may be named again; reasons stay with them', async () => {
    const { id, url } = await anOpenClass(world)
    const one = seatOf(await aPerson(world))
    await took(name(url, [one]))
    const refuse = (by: PersonName) =>
      post(by, `${url}/seats/refuse`, {
        seats: [{ classSeatId: one.classSeatId, seen: 'nominated' }],
        because: 'Bận vụ',
      })
    expect(await refusal(world, () => refuse('hung'))).toBe('access.denied')
    await took(refuse('bich'))
    expect(await rowOf(id, one.officialId)).toMatchObject({ state: 'refused', because: 'Bận vụ', can: [] })
    await took(name(url, [{ ...one, classSeatId: newId() }]))
    expect(await rowOf(id, one.officialId)).toMatchObject({
      state: 'nominated',
      because: '',
      classSeatId: one.classSeatId,
    })
    expect(await refusal(world, () => onSeat(one, 'withdraw', { seen: 'refused', because: 'x' }))).toBe(
      'seat.stepped_since',
    )
    await took(onSeat(one, 'withdraw', { seen: 'nominated', because: 'Ốm' }))
    expect(await rowOf(id, one.officialId)).toMatchObject({ state: 'withdrawn', because: 'Ốm' })
  })

  it('of the unit that holds the class are added by who holds it, and by nobody else', async () => {
    const { id, url } = await anOpenClass(world)
    const [own, other] = [seatOf(await ofProvince()), seatOf(await aPerson(world))]
    expect(await refusal(world, () => add(url, [other]))).toBe('seat.not_of_unit')
    expect(await refusal(world, () => add(url, [own], 'hung'))).toBe('access.denied')
    await took(add(url, [own]))
    expect(await rowOf(id, own.officialId)).toMatchObject({ state: 'enrolled', fromName: 'Tỉnh Phú Thọ' })
    // The unit below sees its own people only.
    expect((await show(id, 'hung')).rows).toEqual([])
    expect((await show(id, 'hung')).taken).toBe(1)
  })
})

describe('a seat', () => {
  it('is had by nobody beyond the seats and the number of the unit: the others wait', async () => {
    const few = await anOpenClass(world, { seats: 1 })
    const [first, second] = (await enrolled(few.url, 2)) as [Person, Person]
    expect(await rowOf(few.id, first.officialId)).toMatchObject({ state: 'enrolled' })
    expect(await rowOf(few.id, second.officialId)).toMatchObject({ state: 'waiting' })
    const small = await anOpenClass(world, { quota: 1 })
    await enrolled(small.url, 2)
    expect((await show(small.id)).quotas).toMatchObject([{ enrolled: 1, waiting: 1 }])
    expect((await show(small.id)).free).toBe(39)
  })

  it('the last one, is given once, whoever gives it in the same second', async () => {
    const { id, url } = await anOpenClass(world, { seats: 1 })
    const [named, own] = [seatOf(await aPerson(world)), seatOf(await ofProvince())]
    await took(name(url, [named]))
    const replies = await meetingAt(world, 'class_seat', [() => approve(url, [named]), () => add(url, [own])])
    expect(answersIn(replies)).toEqual(['ok', 'ok'])
    const { rows, taken } = await show(id)
    expect(taken).toBe(1)
    expect(rows.map(({ state }: ClassSeat) => state).sort()).toEqual(['enrolled', 'waiting'])
  })

  it('of one person in one class is one, whoever names them in the same second', async () => {
    const { id, url } = await anOpenClass(world)
    const officialId = await aPerson(world)
    const replies = await meetingAt(world, 'class_seat', [
      () => name(url, [seatOf(officialId)]),
      () => name(url, [seatOf(officialId)]),
    ])
    expect(answersIn(replies).sort()).toEqual(['ok', 'seat.named_already'])
    expect((await show(id)).rows).toHaveLength(1)
  })

  it('is refused to who is in another class then, with which and when; also in the same second', async () => {
    const one = await anOpenClass(world, { title: 'Lớp thứ nhất' })
    const two = await anOpenClass(world, { title: 'Lớp thứ hai', day: one.day })
    const [person] = (await enrolled(one.url)) as [Person]
    const there = { ...person, classSeatId: newId() }
    await took(name(two.url, [there]))
    const refused = (await approve(two.url, [there])).json()
    expect(refused.code).toBe('seat.nobody_can')
    expect(refused.title.vi).toContain('lớp “Lớp thứ nhất” (Tỉnh Phú Thọ), 08:00-11:30 ngày')
    const three = await anOpenClass(world)
    const four = await anOpenClass(world, { day: three.day })
    const both = await aPerson(world)
    const [a, b] = [seatOf(both), seatOf(both)]
    await took(name(three.url, [a]))
    await took(name(four.url, [b]))
    const replies = await meetingAt(world, 'class_seat', [() => approve(three.url, [a]), () => approve(four.url, [b])])
    expect(answersIn(replies).sort()).toEqual(['ok', 'seat.nobody_can'])
    expect(await inSessions(both)).toBe(1)
  })

  it('of who is in another class then is marked before it is decided, stands last, and keeps nobody else from a seat', async () => {
    const one = await anOpenClass(world, { title: 'Lớp đã có chỗ' })
    const two = await anOpenClass(world, { title: 'Lớp sau', day: one.day })
    const [a, b] = (await enrolled(one.url, 2)) as [Person, Person]
    const busy = { ...a, classSeatId: newId() }
    const too = { ...b, classSeatId: newId() }
    const { rows: candidates } = (
      await world.as('hung').get(`/api/training-classes/${two.id}/candidates?areaId=${tamHongToday}&q=lo van hoc`)
    ).json()
    const free = candidates.findIndex((row: { busy: unknown }) => row.busy === null)
    const taken = candidates.findIndex((row: { busy: unknown }) => row.busy !== null)
    expect(free).toBe(0)
    expect(candidates.slice(taken).every((row: { busy: unknown }) => row.busy !== null)).toBe(true)
    expect(
      candidates.find(({ officialId }: Person) => officialId === busy.officialId)?.busy ?? candidates[taken].busy,
    ).toMatchObject({ title: 'Lớp đã có chỗ', areaName: 'Tỉnh Phú Thọ' })
    const able = seatOf(await aPerson(world, { name: 'Lò Thị Rảnh' }))
    await took(name(two.url, [busy, too, able]))
    expect(await rowOf(two.id, busy.officialId, 'bich')).toMatchObject({
      ...{ state: 'nominated', can: ['refuse'], busy: { title: 'Lớp đã có chỗ' } },
    })
    expect(await rowOf(two.id, able.officialId, 'bich')).toMatchObject({ can: ['approve', 'refuse'], busy: null })
    // Both are named, not the first alone; and nothing is written where nobody can be.
    const nobody = (await approve(two.url, [busy, too])).json()
    expect(nobody.code).toBe('seat.nobody_can')
    expect(nobody.title.vi.match(/học hoặc dạy ở lớp “Lớp đã có chỗ”/g)).toHaveLength(2)
    const reply = await approve(two.url, [busy, able, too])
    expect(reply.statusCode, reply.body).toBe(200)
    expect(reply.json()).toMatchObject({ enrolled: 1, waiting: 0, left: [{ classSeatId: busy.classSeatId }, {}] })
    expect(await rowOf(two.id, able.officialId)).toMatchObject({ state: 'enrolled' })
    expect(await rowOf(two.id, too.officialId)).toMatchObject({ state: 'nominated' })
  })

  it('moves with the sessions of its class; a session at which somebody is elsewhere is refused, with who', async () => {
    const one = await anOpenClass(world, { title: 'Lớp dời' })
    const two = await anOpenClass(world)
    const [person] = (await enrolled(one.url)) as [Person]
    const there = { ...person, classSeatId: newId() }
    await took(name(two.url, [there]))
    await took(approve(two.url, [there]))
    const onto = { sessions: [slot(two.day, '10:00', '12:00')], ...held, place: 'Sân đình' }
    const refused = (await post('dao', `${one.url}/sessions`, onto)).json()
    expect(refused.code).toBe('session.clash')
    expect(refused.title.vi).toContain('Lò Văn Học học hoặc dạy ở lớp “Lớp mở”')
    await took(post('dao', `${one.url}/sessions`, { ...onto, sessions: [slot('2028-02-01')] }))
    expect(await inSessions(person.officialId)).toBe(3)
    expect(
      (
        await post('dao', `/api/class-sessions/${one.classSessionId}/change`, { day: two.day, was: { day: one.day } })
      ).json().code,
    ).toBe('session.clash')
  })

  it('is offered to who waits until a day, kept for them, accepted or declined, and lapses', async () => {
    const { id, url } = await anOpenClass(world, { seats: 1 })
    const [sits, next, last] = (await enrolled(url, 3)) as [Person, Person, Person]
    const offer = (to: readonly Person[], until = '2026-11-25', by: PersonName = 'dao') =>
      post(by, `${url}/seats/offer`, { seats: to.map(({ classSeatId }) => ({ classSeatId, seen: 'waiting' })), until })
    expect(await refusal(world, () => offer([next]))).toBe('seat.full')
    await took(onSeat(sits, 'withdraw', { seen: 'enrolled', because: 'Con ốm' }))
    expect(await inSessions(sits.officialId)).toBe(0)
    expect(await refusal(world, () => offer([next], '2026-11-19'))).toBe('seat.deadline')
    expect(await refusal(world, () => offer([next], '2029-01-01'))).toBe('seat.deadline')
    expect(await refusal(world, () => offer([next, last]))).toBe('seat.full')
    expect(await refusal(world, () => offer([next], '2026-11-25', 'hung'))).toBe('access.denied')
    await took(offer([next]))
    expect(await show(id)).toMatchObject({ taken: 0, free: 0 })
    // What is kept for an answer is given to nobody else.
    await took(add(url, [seatOf(await ofProvince())]))
    expect((await show(id)).taken).toBe(0)
    expect(await refusal(world, () => onSeat(next, 'answer', { seen: 'offered', accepts: false }))).toBe('seat.because')
    await took(onSeat(next, 'answer', { seen: 'offered', accepts: true }))
    expect(await show(id)).toMatchObject({ taken: 1, free: 0 })
    await took(onSeat(next, 'withdraw', { seen: 'enrolled', because: 'Bận' }))
    await took(offer([last]))
    await world.owner.query(`update class_seat set offer_until = '2026-11-19' where id = $1`, [last.classSeatId])
    expect(await rowOf(id, last.officialId)).toMatchObject({ state: 'offered', lapsed: true })
    expect(await refusal(world, () => onSeat(last, 'answer', { seen: 'offered', accepts: true }))).toBe('seat.lapsed')
    await took(onSeat(last, 'answer', { seen: 'offered', accepts: false, because: 'Muộn' }))
    expect(await rowOf(id, last.officialId)).toMatchObject({ state: 'declined', because: 'Muộn' })
  })

  it('is offered beyond what the unit may send only with a reason, which is kept', async () => {
    const { id, url } = await anOpenClass(world, { quota: 1 })
    const [, next] = (await enrolled(url, 2)) as [Person, Person]
    const offer = (more: object = {}) =>
      post('dao', `${url}/seats/offer`, {
        ...{ seats: [{ classSeatId: next.classSeatId, seen: 'waiting' }], until: '2026-11-25', ...more },
      })
    const refused = (await offer()).json()
    expect([refused.code, refused.title.vi]).toEqual(['seat.over_quota', expect.stringContaining('Xã Tam Hồng 2/1')])
    await took(offer({ because: 'Xã khác không cử' }))
    expect((await show(id)).quotas).toMatchObject([{ seats: 1, enrolled: 1, waiting: 1, offered: 1 }])
    const { rows } = await world.owner.query(
      `select facts from audit_line where what = 'class.offered' and subject_id = $1`,
      [next.officialId],
    )
    expect(rows).toMatchObject([{ facts: { because: 'Xã khác không cử' } }])
    // Offered anew to another day it is no more than before.
    await took(
      post('dao', `${url}/seats/offer`, {
        ...{ seats: [{ classSeatId: next.classSeatId, seen: 'offered' }], until: '2026-11-26', because: 'Thêm ngày' },
      }),
    )
  })

  it('that is kept for an answer is not taken out of the class', async () => {
    const { id, url } = await anOpenClass(world, { seats: 1 })
    const [sits, next] = (await enrolled(url, 2)) as [Person, Person]
    const change = (seats: number, was: number) => post('dao', `${url}/change`, { seats, was: { seats: was } })
    await took(change(2, 1))
    await took(
      post('dao', `${url}/seats/offer`, {
        ...{ seats: [{ classSeatId: next.classSeatId, seen: 'waiting' }], until: '2026-11-25' },
      }),
    )
    const refused = (await change(1, 2)).json()
    expect([refused.code, refused.title.vi]).toEqual([
      'class.seats_offered',
      expect.stringContaining('không thể ít hơn 2'),
    ])
    await took(onSeat(next, 'answer', { seen: 'offered', accepts: false, because: 'Bận' }))
    await took(change(1, 2))
    expect(await rowOf(id, sits.officialId)).toMatchObject({ state: 'enrolled' })
  })

  it('that is free while somebody waits is told on the home page, and offered also on the day itself, before it begins', async () => {
    const { id, url, classSessionId } = await anOpenClass(world, { seats: 1, title: 'Lớp còn chỗ' })
    const [sits, next] = (await enrolled(url, 2)) as [Person, Person]
    const told = async (by: PersonName) =>
      (await world.as(by).get('/api/work/open-classes'))
        .json()
        .toOffer.filter((one: { trainingClassId: string }) => one.trainingClassId === id)
    expect(await told('dao')).toEqual([])
    await took(onSeat(sits, 'withdraw', { seen: 'enrolled', because: 'Ốm' }))
    expect(await told('dao')).toEqual([{ trainingClassId: id, title: 'Lớp còn chỗ', free: 1, waiting: 1 }])
    expect(await told('hung')).toEqual([])
    await world.owner.query(`update class_session set during = '[2026-11-20 13:00,2026-11-20 17:00)' where id = $1`, [
      classSessionId,
    ])
    for (const [seen, to] of [
      ['enrolling', 'confirmed'],
      ['confirmed', 'running'],
    ])
      await must('dao', `${url}/step`, { seen, to })
    expect(await rowOf(id, next.officialId)).toMatchObject({ can: ['offer', 'withdraw'] })
    const offer = { seats: [{ classSeatId: next.classSeatId, seen: 'waiting' }], until: '2026-11-20' }
    await took(post('dao', `${url}/seats/offer`, offer))
    expect(await told('dao')).toEqual([])
    await took(onSeat(next, 'answer', { seen: 'offered', accepts: true }))
    expect(await inSessions(next.officialId)).toBe(1)
  })

  it('is taken by somebody else of the unit until the door closes; both names stay', async () => {
    const { id, url, classSessionId } = await anOpenClass(world)
    const [left] = (await enrolled(url)) as [Person]
    const officialId = await aPerson(world, { name: 'Lò Thị Thay' })
    const follower = newId()
    const by = { seen: 'enrolled', follower, officialId, because: 'Đi viện' }
    expect(await refusal(world, () => onSeat(left, 'substitute', { ...by, officialId: left.officialId }))).toBe(
      'seat.named_already',
    )
    expect(await refusal(world, () => onSeat(left, 'substitute', by, 'son'))).toBe('seat.not_found')
    await took(onSeat(left, 'substitute', by))
    expect(await rowOf(id, left.officialId)).toMatchObject({
      state: 'substituted',
      followedBy: 'Lò Thị Thay',
      because: 'Đi viện',
    })
    expect(await rowOf(id, officialId)).toMatchObject({ state: 'enrolled', follows: 'Lò Văn Học' })
    expect([await inSessions(left.officialId), await inSessions(officialId), (await show(id)).taken]).toEqual([0, 1, 1])
    await world.owner.query(`update class_session set during = '[2026-11-20 08:00,2026-11-20 17:00)' where id = $1`, [
      classSessionId,
    ])
    const late = { ...by, follower: newId(), officialId: left.officialId }
    expect(await refusal(world, () => onSeat({ classSeatId: follower, officialId }, 'substitute', late))).toBe(
      'seat.begun',
    )
    expect(await rowOf(id, officialId)).toMatchObject({ can: [] })
  })

  it('is the seat of one person when two records are joined', async () => {
    const { id, url } = await anOpenClass(world)
    const [sits] = (await enrolled(url)) as [Person]
    const twin = seatOf(await aPerson(world))
    await took(name(url, [twin]))
    await world.owner.query('select trainers_joined($1, $2)', [twin.officialId, sits.officialId])
    const { rows, taken } = await show(id)
    expect(rows).toMatchObject([{ officialId: twin.officialId, state: 'enrolled' }])
    expect([taken, await inSessions(twin.officialId), await inSessions(sits.officialId)]).toEqual([1, 1, 0])
  })
})

describe('a letter and a calendar file', () => {
  it('say the number of the class, and in which commune and at which address its hall is', async () => {
    const { id, url, day } = await anOpenClass(world, { title: 'Lớp đi xa' })
    const hallId = await aHall(world, { areaId: tamHongToday, name: 'Nhà văn hóa Thôn 9', address: 'cạnh chợ Lồ' })
    await must('dao', `${url}/sessions`, { sessions: [slot(day, '13:30', '17:00')], ...held, hallId })
    await world.owner.query(`update training_class set code = '17' where id = $1`, [id])
    const officialId = await aPerson(world)
    await world.owner.query('update official set account_id = $1 where id = $2', [world.idOf('thang'), officialId])
    const one = seatOf(officialId)
    await took(name(url, [one]))
    await took(approve(url, [one]))
    const where = 'Nhà văn hóa Thôn 9, cạnh chợ Lồ, Xã Tam Hồng'
    const letter = lookAt((await world.as('dao').get(`${url}/giay-moi.pdf`)).rawPayload)
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
    expect(letter).toContain('Kính gửi: Ủy ban nhân dân xã Tam Hồng')
    expect(letter).toContain('Học lớp: 17 Lớp đi xa')
    expect(letter).toContain(where)
    const [row] = (await world.as('thang').get('/api/work/my-classes')).json().rows
    expect(row.sessions.map(({ place }: { place: string }) => place)).toEqual(['Hội trường tỉnh', where])
    for (const file of [
      await world.as('dao').get(`${url}/lich.ics`),
      await world.as('thang').get(`/api/work/my-classes/${one.classSeatId}/lich.ics`),
    ]) {
      const text = file.body.replace(/\r\n /g, '').replaceAll('\\,', ',')
      expect(text).toContain('SUMMARY:17 Lớp đi xa')
      expect(text).toContain(`LOCATION:${where}`)
    }
    // Who withdrew has it taken out of their calendar again.
    await took(onSeat(one, 'withdraw', { seen: 'enrolled', because: 'Ốm' }))
    expect((await world.as('thang').get(`/api/work/my-classes/${one.classSeatId}/lich.ics`)).body).toContain(
      'STATUS:CANCELLED',
    )
    const own = await world.as('thang').get('/api/work/my-classes/file?as=csv')
    expect(own.body).toContain('tôi không học lớp này')
    await world.owner.query('update official set account_id = null where id = $1', [officialId])
  })

  it('a sheet to sign numbers who has a seat, has room for a hand, and ends with who signs for the class', async () => {
    const { url } = await anOpenClass(world, { title: 'Lớp ký tên' })
    await enrolled(url, 3)
    const [page] = lookAt((await world.as('dao').get(`${url}/seats/sheet?as=pdf`)).rawPayload)
    const text = page?.text.replace(/\s+/g, ' ') ?? ''
    for (const words of ['STT', 'Lớp ký tên', 'Ký tên', 'ĐƠN VỊ TỔ CHỨC LỚP', '(Ký, ghi rõ họ tên)'])
      expect(text).toContain(words)
    expect((await world.as('dao').get(`${url}/seats/sheet?as=csv`)).body).not.toContain('STT')
  })
})

describe('classes open to a unit', () => {
  it('are narrowed to what its leader has to approve, on the screen and in the file', async () => {
    const [waits, done] = [await anOpenClass(world, { title: 'Chờ duyệt' }), await anOpenClass(world)]
    await took(name(waits.url, [seatOf(await aPerson(world))]))
    const ids = async (query: string) =>
      (await world.as('bich').get(`/api/work/open-classes${query}`))
        .json()
        .rows.map(({ trainingClassId }: { trainingClassId: string }) => trainingClassId)
    expect(await ids('')).toEqual(expect.arrayContaining([waits.id, done.id]))
    expect(await ids('?waits=duyet')).toContain(waits.id)
    expect(await ids('?waits=duyet')).not.toContain(done.id)
    expect(await ids('?waits=cu')).not.toContain(waits.id)
    expect((await world.as('bich').get('/api/work/open-classes/file?as=csv&waits=duyet')).body).toContain('Chờ duyệt')
  })
})

describe('my classes', () => {
  it('are told to whoever has a seat, with when and where, whatever else they may read', async () => {
    const { id, url, day, classSessionId } = await anOpenClass(world, { title: 'Lớp của Mai' })
    expect((await world.as('mai').get('/api/work/my-classes')).json()).toEqual({ known: false, rows: [] })
    const officialId = await aPerson(world, { name: 'Nguyễn Thị Mai' })
    await world.owner.query('update official set account_id = $1 where id = $2', [world.idOf('mai'), officialId])
    const one = seatOf(officialId)
    await took(name(url, [one]))
    await took(approve(url, [one]))
    expect((await world.as('mai').get('/api/work/my-classes')).json()).toMatchObject({
      known: true,
      rows: [
        { trainingClassId: id, title: 'Lớp của Mai', state: 'enrolled', sessions: [{ day, place: 'Hội trường tỉnh' }] },
      ],
    })
    expect((await world.as('thang').get('/api/work/my-classes')).json().rows).toEqual([])
    const calendar = async (by: PersonName = 'mai') =>
      (await world.as(by).get(`/api/work/my-classes/${one.classSeatId}/lich.ics`)).body
    const [before, hour] = [await calendar(), `${day.replaceAll('-', '')}T010000Z`]
    expect(before).toContain(`UID:${classSessionId}@nang-buoc`)
    expect(before).toContain(`DTSTART:${hour}`)
    expect(before).toContain('STATUS:CONFIRMED')
    expect(JSON.parse(await calendar('thang')).code).toBe('seat.not_found')
    await must('dao', `${url}/step`, { seen: 'enrolling', to: 'cancelled', because: 'Bão' })
    expect((await world.as('mai').get('/api/work/my-classes')).json().rows).toMatchObject([{ classState: 'cancelled' }])
    const after = await calendar()
    expect(after).toContain('STATUS:CANCELLED')
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1] ?? 0)
    expect(sequence(after)).toBeGreaterThan(sequence(before))
    expect(after).toContain(`UID:${classSessionId}@nang-buoc`)
  })
})
