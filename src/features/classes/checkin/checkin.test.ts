/** Checking in: a learner types the code on the screen; an old one, one of nobody, and one after another wrong are refused; who has no seat is a walk-in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** Mai's own record: whoever else of the roster is joined to her account is let go first. */
async function isLearner(person: PersonName, classId: string): Promise<string> {
  const { rows } = await world.owner.query('select id from official where account_id = $1', [world.idOf(person)])
  const id = rows[0]?.id ?? (await aLearner(world, `Hồ sơ của ${person}`))
  await world.owner.query('update official set account_id = $2 where id = $1', [id, world.idOf(person)])
  await seated(world, classId, [id])
  return id
}
let hour = 0
async function today() {
  hour += 1
  const one = slot('2026-11-20', `${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:30`)
  const id = await aRunningClass(world, [one])
  await seated(world, id, [an])
  return { id, session: one.classSessionId }
}
const codeOf = async (session: string, by: PersonName = 'dao') =>
  (await world.as(by).get(`/api/class-sessions/${session}/code`)).json()
const come = (by: PersonName, code: string) => world.as(by).post('/api/work/check-in', { sessionCode: code })
const sheet = async (session: string) => (await world.as('dao').get(`/api/class-sessions/${session}/attendance`)).json()
const walkIns = async (session: string) =>
  (await world.as('dao').get(`/api/class-sessions/${session}/walk-ins`)).json().rows
const on = (id: string, what: string, body: object = {}) => world.as('dao').post(`/api/walk-ins/${id}/${what}`, body)

describe('who learns', () => {
  it('types the code and is there, with when; typed again it says so', async () => {
    const { id, session } = await today()
    const mai = await isLearner('mai', id)
    const { code, title, milliseconds, session: told } = await codeOf(session)
    // Who sits in the last row reads of which class and session it is.
    expect(told).toMatchObject({ from: expect.stringMatching(/^\d\d:00$/), until: expect.stringMatching(/^\d\d:30$/) })
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
    expect((await on(classWalkInId, 'match', { officialId: binh })).statusCode).toBe(200)
    expect(await refusal(world, () => on(classWalkInId, 'match', { officialId: binh }))).toBe('checkin.settled')
    expect((await sheet(session)).learners).toMatchObject([
      { name: 'Hà Văn An' },
      { name: 'Lò Thị Bình', mark: 'present', how: 'code' },
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
    await closed(world, session)
    expect(await refusal(world, () => on(classWalkInId, 'match', { officialId: an }))).toBe('attendance.closed')
    expect((await on(classWalkInId, 'undo', { seen: 'taken', because: 'Vào nhầm lớp' })).statusCode).toBe(200)
    const file = await world.as('dao').get(`/api/class-sessions/${session}/walk-ins/file?as=csv`)
    expect(file.body).toContain('Giàng A Páo')
  })
})
