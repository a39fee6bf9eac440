/** Checking in: a learner types the code on the screen; an old one, one of nobody, and one after another wrong are refused; who has no seat is a walk-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aLearner, aRunningClass, closed, seated, slot } from '#test/classes.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { codeNow } from './hash.ts'

let world: World
let an: string
beforeAll(async () => {
  world = await openWorld()
  an = await aLearner(world, 'Hà Văn An')
})
afterAll(() => world.close())

/** Their own record, a new one each time: nobody is in two classes at one hour. */
async function isLearner(person: PersonName, classId: string): Promise<string> {
  const id = await aLearner(world, `Hồ sơ của ${person}`)
  await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf(person)])
  await world.owner.query('update official set account_id = $2 where id = $1', [id, world.idOf(person)])
  await seated(world, classId, [id])
  return id
}
/** A class with a session of today; it is noon. */
async function today(from = '12:00', until = '13:00', ...more: ReturnType<typeof slot>[]) {
  const one = slot('2026-11-20', from, until)
  const id = await aRunningClass(world, [one, ...more])
  await seated(world, id, [an])
  return { id, session: one.classSessionId }
}
const codeOf = async (session: string, by: PersonName = 'dao') =>
  (await world.as(by).get(`/api/class-sessions/${session}/code`)).json()
const come = (by: PersonName, code: string) => world.as(by).post('/api/work/check-in', { sessionCode: code })
const sheet = async (session: string) => (await world.as('dao').get(`/api/class-sessions/${session}/attendance`)).json()
const walkIns = async (session: string) =>
  (await world.as('dao').get(`/api/class-sessions/${session}/walk-ins`)).json().rows
/** Written down by hand; matched to somebody. */
const written = async (session: string) => {
  const classWalkInId = newId()
  await world.as('dao').post(`/api/class-sessions/${session}/walk-ins`, { classWalkInId, name: 'Ai đó' })
  return classWalkInId
}
const walkedIn = async (session: string, officialId: string) => {
  const reply = await on(await written(session), 'match', { officialId })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
}
const on = (id: string, what: string, body: object = {}) => world.as('dao').post(`/api/walk-ins/${id}/${what}`, body)

describe('who learns', () => {
  it('types the code and is there, with when; typed again it says so', async () => {
    const { id, session } = await today()
    const mai = await isLearner('mai', id)
    const { code, title, milliseconds, session: told } = await codeOf(session)
    // Who sits in the last row reads of which class and session it is.
    expect(told).toMatchObject({ from: '12:00', until: '13:00' })
    expect([code, title]).toEqual([expect.stringMatching(/^\d{8}$/), 'Nghiệp vụ rà soát'])
    expect(milliseconds).toBeLessThanOrEqual(5000)
    expect((await come('mai', code)).json()).toEqual({ outcome: 'in', title, classWalkInId: null })
    const row = (await sheet(session)).learners.find((one: { officialId: string }) => one.officialId === mai)
    expect(row).toMatchObject({ mark: 'present', how: 'code', afterCount: false, at: '2026-11-20T05:00:00.000Z' })
    expect((await come('mai', code)).json().outcome).toBe('already')
    const mine = (await world.as('mai').get('/api/work/class-sessions')).json().sessions
    expect(mine.find((one: { classSessionId: string }) => one.classSessionId === session)).toMatchObject({
      ...{ role: 'learner', mark: 'present', closed: false },
    })
  })

  it('is refused with a code that is older than 15 seconds, of another day or of nobody', async () => {
    const { id, session } = await today()
    await isLearner('mai', id)
    const { keys, clock } = world.host.services
    const ago = (ms: number) => codeNow(keys, session as never, clock.now() - ms)
    expect((await come('mai', ago(9_000))).statusCode).toBe(200)
    const old = await come('mai', ago(15_000))
    expect(old.json().code).toBe('checkin.code')
    expect(old.json().title.vi).toContain('quá 15 giây')
    expect((await come('mai', codeNow(keys, newId() as never, clock.now()))).json().code).toBe('checkin.code')
    await world.owner.query('delete from sign_in_failure')
  })

  it('waits after some wrong codes, and nobody else does', async () => {
    const { id, session } = await today()
    await isLearner('mai', id)
    for (const code of ['11111111', '22222222', '33333333', '44444444']) await come('mai', code)
    const { code } = await codeOf(session)
    expect((await come('mai', code)).json().code).toBe('checkin.wait')
    expect((await come('hung', code)).statusCode).toBe(200)
    await world.owner.query('delete from sign_in_failure')
    expect((await come('mai', code)).json().outcome).toBe('in')
  })

  it('is flagged when the heads were counted before, and turned away when the session is closed', async () => {
    const { id, session } = await today()
    const mai = await isLearner('mai', id)
    await world.as('dao').post(`/api/class-sessions/${session}/count`, { heads: 1, seen: 0, closes: false })
    const { code } = await codeOf(session)
    expect((await come('mai', code)).json().outcome).toBe('in')
    const row = (await sheet(session)).learners.find((one: { officialId: string }) => one.officialId === mai)
    expect(row.afterCount).toBe(true)
    await closed(world, session)
    expect((await come('hung', code)).json().code).toBe('checkin.closed')
    await world.owner.query('delete from sign_in_failure')
  })

  it('who was marked absent and came all the same is there; both are kept', async () => {
    const { id, session } = await today()
    const mai = await isLearner('mai', id)
    const marks = [{ officialId: mai, seen: null, mark: 'unexcused' }]
    await world.as('dao').post(`/api/class-sessions/${session}/marks`, { marks, how: 'hand' })
    await come('mai', (await codeOf(session)).code)
    const row = (await sheet(session)).learners.find((one: { officialId: string }) => one.officialId === mai)
    expect(row).toMatchObject({ mark: 'present', how: 'code', earlier: [{ mark: 'unexcused', how: 'hand' }] })
  })

  it('comes from half an hour before the session until it ends, and is late after it began', async () => {
    const over = await today('10:00', '12:00')
    const { keys, clock } = world.host.services
    const code = (session: string) => codeNow(keys, session as never, clock.now())
    await isLearner('mai', over.id)
    expect((await come('mai', code(over.session))).json().code).toBe('checkin.code')
    const far = await today('12:31', '13:00')
    await isLearner('mai', far.id)
    expect((await come('mai', code(far.session))).json().code).toBe('checkin.code')
    for (const { session } of [over, far]) {
      const show = () => world.as('dao').get(`/api/class-sessions/${session}/code`)
      expect(await refusal(world, show)).toBe('checkin.not_now')
      expect((await sheet(session)).can).not.toContain('code')
    }
    await world.owner.query('delete from sign_in_failure')
    const near = await today('12:30', '13:00')
    await isLearner('mai', near.id)
    expect((await come('mai', code(near.session))).json().outcome).toBe('in')
    const begun = await today('11:59', '13:00')
    const mai = await isLearner('mai', begun.id)
    expect((await come('mai', code(begun.session))).json().outcome).toBe('late')
    const row = (await sheet(begun.session)).learners.find((one: { officialId: string }) => one.officialId === mai)
    expect(row).toMatchObject({ mark: 'late', how: 'code' })
  })

  it('is there in one class at an hour, by code or by hand, whatever class has them in its list', async () => {
    const one = await today()
    const two = await today('12:20', '13:00')
    const mai = await isLearner('mai', one.id)
    await seated(world, two.id, [mai])
    expect((await come('mai', (await codeOf(one.session)).code)).json().outcome).toBe('in')
    const second = (await come('mai', (await codeOf(two.session)).code)).json()
    expect([second.code, second.title.vi]).toEqual(['checkin.elsewhere', expect.stringContaining('Nghiệp vụ rà soát')])
    const mark = (session: string, marked: string, seen: string | null = null) =>
      world.as('dao').post(`/api/class-sessions/${session}/marks`, {
        ...{ marks: [{ officialId: mai, seen, mark: marked }], how: 'hand', because: 'Gọi tên' },
      })
    expect(await refusal(world, () => mark(two.session, 'present'))).toBe('attendance.elsewhere')
    expect((await mark(two.session, 'unexcused')).statusCode).toBe(200)
    // Who was not there after all may have been in the other.
    expect((await mark(one.session, 'unexcused', 'present')).statusCode).toBe(200)
    expect((await mark(two.session, 'half', 'unexcused')).statusCode).toBe(200)
    expect(await refusal(world, () => mark(one.session, 'late', 'unexcused'))).toBe('attendance.elsewhere')
  })

  it('is there in one of two classes in the same second', async () => {
    const [one, two] = [await today(), await today()]
    const mai = await isLearner('mai', one.id)
    await seated(world, two.id, [mai])
    const both = await meetingAt(
      world,
      'attendance_mark',
      [one, two].map(
        ({ session }) =>
          () =>
            world.as('dao').post(`/api/class-sessions/${session}/marks`, {
              ...{ marks: [{ officialId: mai, seen: null, mark: 'present' }], how: 'hand' },
            }),
      ),
    )
    const answers = answersIn(both)
    expect(answers.filter((one) => one === 'ok')).toHaveLength(1)
    expect(answers.find((one) => one !== 'ok')).toMatch(/attendance.elsewhere|session.person_taken/)
  })

  it('is once there of two commands in the same second', async () => {
    const { id, session } = await today()
    await isLearner('mai', id)
    const { code } = await codeOf(session)
    const both = await meetingAt(world, 'attendance_mark', [() => come('mai', code), () => come('mai', code)])
    expect(answersIn(both)).toEqual(['ok', 'ok'])
    const { rows } = await world.owner.query('select count(*)::int as n from attendance_mark where session_id = $1', [
      session,
    ])
    expect(rows[0].n).toBe(1)
  })
})

describe('the code', () => {
  it('is shown to who holds the class and to who teaches the session, and to nobody else', async () => {
    const { session } = await today()
    for (const by of ['kiem', 'mai', 'lan'] as const)
      expect(await refusal(world, () => world.as(by).get(`/api/class-sessions/${session}/code`)), by).toMatch(/denied/)
    const taught = () => world.as('mai').get(`/api/work/class-sessions/${session}/code`)
    expect(await refusal(world, taught)).toBe('session.not_found')
  })
})

describe('who has no seat', () => {
  it('is asked whether they came all the same; who holds the class matches them, and they have seat and mark', async () => {
    const { session } = await today()
    const { code } = await codeOf(session)
    const { outcome, classWalkInId } = (await come('hung', code)).json()
    expect(outcome).toBe('walk_in')
    expect(await walkIns(session)).toEqual([])
    const take = (by: PersonName) => world.as(by).post(`/api/work/walk-ins/${classWalkInId}/take`)
    expect(await refusal(world, () => take('mai'))).toBe('checkin.no_walk_in')
    expect((await take('hung')).statusCode).toBe(200)
    expect(await refusal(world, () => take('hung'))).toBe('checkin.settled')
    expect(await walkIns(session)).toMatchObject([{ name: 'Lê Văn Hùng', state: 'taken', byCode: true }])
    const binh = await aLearner(world, 'Lò Thị Bình')
    const matched = await on(classWalkInId, 'match', { officialId: binh })
    expect(matched.json(), matched.body).toEqual({ classWalkInId, clashes: [] })
    expect(await refusal(world, () => on(classWalkInId, 'match', { officialId: binh }))).toBe('checkin.settled')
    expect((await sheet(session)).learners).toMatchObject([
      { name: 'Hà Văn An' },
      { name: 'Lò Thị Bình', mark: 'present', how: 'match', by: 'Bùi Thị Đào' },
    ])
    expect((await on(classWalkInId, 'undo', { seen: 'matched', because: 'Ghép nhầm người' })).statusCode).toBe(200)
    expect((await sheet(session)).learners).toMatchObject([{ name: 'Hà Văn An' }])
    expect(await walkIns(session)).toMatchObject([{ state: 'undone', because: 'Ghép nhầm người' }])
  })

  it('and no telephone is written down by name', async () => {
    const { session } = await today()
    const classWalkInId = newId()
    const add = (by: PersonName) =>
      world.as(by).post(`/api/class-sessions/${session}/walk-ins`, { classWalkInId, name: 'Giàng A Páo' })
    expect(await refusal(world, () => add('kiem'))).toBe('access.denied')
    expect((await add('dao')).statusCode).toBe(200)
    expect(await refusal(world, () => on(classWalkInId, 'match', { officialId: newId() }))).toBe('official.not_found')
    expect(await refusal(world, () => on(classWalkInId, 'undo', { seen: 'matched', because: 'x' }))).toBe(
      'checkin.settled',
    )
    expect(await refusal(world, () => add('dao'))).toBe('checkin.written')
    await closed(world, session)
    const other = { classWalkInId: newId(), name: 'Người đến sau' }
    expect(await refusal(world, () => world.as('dao').post(`/api/class-sessions/${session}/walk-ins`, other))).toBe(
      'attendance.closed',
    )
    expect(await refusal(world, () => on(classWalkInId, 'match', { officialId: an }))).toBe('attendance.closed')
    expect((await on(classWalkInId, 'undo', { seen: 'taken', because: 'Vào nhầm lớp' })).statusCode).toBe(200)
    const file = await world.as('dao').get(`/api/class-sessions/${session}/walk-ins/file?as=csv`)
    expect(file.body).toContain('Giàng A Páo')
  })

  it('is present in no two classes at one hour by a match; who only had a seat elsewhere came here', async () => {
    const [one, two] = [await today(), await today('12:10', '12:40')]
    const binh = await aLearner(world, 'Lò Thị Hai Nơi')
    await walkedIn(one.session, binh)
    const refused = await on(await written(two.session), 'match', { officialId: binh })
    expect(refused.json().code).toBe('attendance.elsewhere')
    expect(refused.json().title.vi).toContain('Lò Thị Hai Nơi học hoặc dạy ở lớp “Nghiệp vụ rà soát”')
    expect((await sheet(two.session)).learners).toMatchObject([{ name: 'Hà Văn An' }])
    const chi = await aLearner(world, 'Lò Thị Có Chỗ')
    await seated(world, one.id, [chi])
    await walkedIn(two.session, chi)
    const mark = { marks: [{ officialId: chi, seen: null, mark: 'present' }], how: 'hand' }
    expect(await refusal(world, () => world.as('dao').post(`/api/class-sessions/${one.session}/marks`, mark))).toBe(
      'attendance.elsewhere',
    )
  })

  it('is marked today and has a seat, also where they are in another class tomorrow: that is said', async () => {
    const tomorrow = () => slot('2026-11-21', '08:00', '10:00')
    const other = await today('14:00', '15:00', tomorrow())
    const one = await today('12:00', '13:00', tomorrow(), slot('2026-11-22'))
    const binh = await aLearner(world, 'Lò Thị Ngày Mai')
    await seated(world, other.id, [binh])
    await world.owner.query(`select class_seated($1, '2026-11-20 12:00')`, [other.id]).catch(() => undefined)
    await world.owner.query(
      `insert into session_person (session_id, area_id, during, stands, person, role)
       select s.id, s.area_id, s.during, s.stands, $2, 'learner' from class_session s where s.class_id = $1 on conflict do nothing`,
      [other.id, binh],
    )
    const { clashes } = (await walkedIn(one.session, binh)).json()
    expect(clashes.map(({ day, said }: { day: string; said: { vi: string } }) => [day, said.vi])).toEqual([
      ['2026-11-21', expect.stringContaining('Lò Thị Ngày Mai học hoặc dạy ở lớp')],
    ])
    const { rows } = await world.owner.query(
      `select lower(s.during)::date::text as day from session_person p join class_session s on s.id = p.session_id
        where s.class_id = $1 and p.person = $2 order by 1`,
      [one.id, binh],
    )
    expect(rows).toEqual([{ day: '2026-11-20' }, { day: '2026-11-22' }])
    expect((await sheet(one.session)).learners).toMatchObject([{}, { name: 'Lò Thị Ngày Mai', mark: 'present' }])
  })

  it('undone is what they were before: the mark of who had a seat, who waited, who was elsewhere in the list', async () => {
    const { id, session } = await today()
    const undo = (walkIn: string) => on(walkIn, 'undo', { seen: 'matched', because: 'Ghép nhầm' })
    const markOf = async (official: string) =>
      (await sheet(session)).learners.find((one: { officialId: string }) => one.officialId === official)
    // An had a seat: the mark goes, the seat stays.
    const first = (await walkedIn(session, an)).json().classWalkInId
    expect(await markOf(an)).toMatchObject({ mark: 'present', how: 'match' })
    expect((await undo(first)).statusCode).toBe(200)
    expect(await markOf(an)).toMatchObject({ mark: null, because: 'Ghép nhầm' })
    // Matched anew they are there anew; what is said since stays.
    const second = (await walkedIn(session, an)).json().classWalkInId
    expect(await markOf(an)).toMatchObject({ mark: 'present' })
    const half = { marks: [{ officialId: an, seen: 'present', mark: 'half' }], how: 'hand', because: 'Về sớm' }
    expect((await world.as('dao').post(`/api/class-sessions/${session}/marks`, half)).statusCode).toBe(200)
    expect((await undo(second)).statusCode).toBe(200)
    expect(await markOf(an)).toMatchObject({ mark: 'half' })
    const waits = await aLearner(world, 'Lò Thị Chờ')
    await seated(world, id, [waits])
    await world.owner.query(`update class_seat set state = 'waiting' where class_id = $1 and official_id = $2`, [
      id,
      waits,
    ])
    expect((await undo((await walkedIn(session, waits)).json().classWalkInId)).statusCode).toBe(200)
    const { rows } = await world.owner.query('select state from class_seat where class_id = $1 and official_id = $2', [
      id,
      waits,
    ])
    expect(rows).toEqual([{ state: 'waiting' }])
  })

  it('undone in one session stays in the class by the other', async () => {
    const later = slot('2026-11-20', '12:15', '12:45')
    const { id, session } = await today('12:00', '12:15', later)
    const binh = await aLearner(world, 'Lò Thị Hai Buổi')
    const first = (await walkedIn(session, binh)).json().classWalkInId
    const second = (await walkedIn(later.classSessionId, binh)).json().classWalkInId
    const standing = async () => {
      const { learners } = (await world.as('dao').get(`/api/training-classes/${id}/attendance`)).json()
      return learners.filter((one: { officialId: string }) => one.officialId === binh)
    }
    expect((await on(first, 'undo', { seen: 'matched', because: 'Buổi đầu là người khác' })).statusCode).toBe(200)
    expect(await standing()).toMatchObject([{ marks: [null, 'present'], since: 1 }])
    expect((await on(second, 'undo', { seen: 'matched', because: 'Cả hai' })).statusCode).toBe(200)
    expect(await standing()).toEqual([])
  })

  it('and was undone may come again; who answers when the session is closed is turned away', async () => {
    const { session } = await today()
    await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf('hung')])
    const offered = async () => (await come('hung', (await codeOf(session)).code)).json()
    const first = await offered()
    const take = (id: string) => world.as('hung').post(`/api/work/walk-ins/${id}/take`)
    expect((await take(first.classWalkInId)).statusCode).toBe(200)
    expect((await offered()).outcome).toBe('already')
    await on(first.classWalkInId, 'undo', { seen: 'taken', because: 'Vào nhầm lớp' })
    const again = await offered()
    expect([again.outcome, again.classWalkInId === first.classWalkInId]).toEqual(['walk_in', false])
    await closed(world, session)
    expect(await refusal(world, () => take(again.classWalkInId))).toBe('checkin.closed')
  })

  it('counts for the unit that sends people, not for their hamlet', async () => {
    const { id, session } = await today()
    const binh = await aLearner(world, 'Lò Thị Ở Thôn')
    await walkedIn(session, binh)
    const { rows } = await world.owner.query(
      'select from_id from class_seat where class_id = $1 and official_id = $2',
      [id, binh],
    )
    expect(rows).toEqual([{ from_id: demoAreas.tamHongToday }])
  })

  it('is in the class from then on: sessions before are not absence without leave, and no turn either', async () => {
    const before = slot('2026-11-19')
    const { id, session } = await today('11:00', '12:00', before)
    await closed(world, before.classSessionId)
    const binh = await aLearner(world, 'Lò Thị Đến Sau')
    await walkedIn(session, binh)
    expect(await sheet(before.classSessionId)).toMatchObject({ unmarked: 1 })
    await closed(world, session)
    const { learners } = (await world.as('dao').get(`/api/training-classes/${id}/attendance`)).json()
    expect(learners[1]).toMatchObject({ name: 'Lò Thị Đến Sau', since: 1, marks: [null, 'present'], fulfils: false })
    const csv = (await world.as('dao').get(`/api/training-classes/${id}/attendance/file?as=csv`)).body
    expect(csv.split('\n').find((line) => line.includes('Lò Thị Đến Sau'))).toMatch(/chưa vào lớp/)
  })
})
