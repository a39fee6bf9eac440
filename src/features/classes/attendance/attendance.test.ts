/** Attendance: Đào marks a session from paper, counts heads, closes it; who is unmarked then was absent; who did enough has a turn. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass, aLearner, aRunningClass, closed, seated, slot } from '#test/classes.ts'
import { jpeg } from '#test/scans.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Mark } from './model.ts'

const { phuTho } = demoAreas
let world: World
let people: string[]
beforeAll(async () => {
  world = await openWorld()
  people = await Promise.all(['Hà Văn An', 'Lò Thị Bình', 'Sùng A Chơ'].map((name) => aLearner(world, name)))
})
afterAll(() => world.close())

const sheet = async (id: string, by: PersonName = 'dao') =>
  (await world.as(by).get(`/api/class-sessions/${id}/attendance`)).json()
type Given = readonly [officialId: string | undefined, mark: Mark | null, seen?: Mark | null]
const mark = (id: string, given: readonly Given[], more: object = {}, by: PersonName = 'dao') =>
  world.as(by).post(`/api/class-sessions/${id}/marks`, {
    ...{ marks: given.map(([officialId, is, seen = null]) => ({ officialId, mark: is, seen })), how: 'paper' },
    ...more,
  })
const marked = async (id: string, given: readonly Given[], more: object = {}) => {
  const reply = await mark(id, given, more)
  expect(reply.statusCode, reply.body).toBe(200)
}
const count = (id: string, heads: number, seen: number, more: object = {}, by: PersonName = 'dao') =>
  world.as(by).post(`/api/class-sessions/${id}/count`, { heads, seen, closes: true, ...more })
const reopen = (id: string, because = 'Đếm nhầm') =>
  world.as('dao').post(`/api/class-sessions/${id}/reopen`, { because })
const step = (id: string, seen: string, to: string, because?: string) =>
  world.as('dao').post(`/api/training-classes/${id}/step`, { seen, to, ...(because && { because }) })
const turns = async (id: string) =>
  (
    await world.owner.query(
      `select o.full_name as name, t.completed_on::text as "on", t.post, t.level from training_turn t join official o on o.id = t.official_id
        where t.class_id = $1 order by 1`,
      [id],
    )
  ).rows

let day = 1
/** A class of three that had a session yesterday and one today: each test at an hour of its own. */
async function running(...at: string[]) {
  day += 1
  const hour = String(Math.floor(day / 2)).padStart(2, '0')
  const slots = (at.length > 0 ? at : ['2026-11-19', '2026-11-20']).map((on) =>
    day % 2 === 0 ? slot(on, `${hour}:00`, `${hour}:30`) : slot(on, `${hour}:30`, `${hour}:59`),
  )
  const id = await aRunningClass(world, slots)
  await seated(world, id, people)
  return { id, slots: slots.map(({ classSessionId }) => classSessionId) as [string, string] }
}

describe('a session', () => {
  it('is marked whole at once, with who and when and from what; who is not marked is said', async () => {
    const { slots } = await running()
    const [first] = slots
    await marked(first, [
      [people[0], 'present'],
      [people[1], 'excused'],
    ])
    expect(await sheet(first)).toMatchObject({
      ...{ there: 1, unmarked: 1, closed: false, heads: null, can: ['mark', 'count'] },
      learners: [
        { name: 'Hà Văn An', mark: 'present', how: 'paper', by: 'Bùi Thị Đào', earlier: [], afterCount: false },
        { name: 'Lò Thị Bình', mark: 'excused' },
        { name: 'Sùng A Chơ', mark: null, by: null },
      ],
    })
    const file = await world.as('dao').get(`/api/class-sessions/${first}/attendance/file?as=csv`)
    expect(file.body).toContain('Vắng có phép')
  })

  it('keeps the first mark where it changes, and asks why', async () => {
    const { slots } = await running()
    const [first] = slots
    await marked(first, [[people[0], 'unexcused']])
    expect(await refusal(world, () => mark(first, [[people[0], 'present', 'unexcused']]))).toBe('attendance.because')
    await marked(first, [[people[0], 'late', 'unexcused']], { because: 'Đến lúc 8 giờ 20', how: 'hand' })
    const [one] = (await sheet(first)).learners
    expect(one).toMatchObject({
      ...{ mark: 'late', how: 'hand', because: 'Đến lúc 8 giờ 20' },
      earlier: [{ mark: 'unexcused', how: 'paper', by: 'Bùi Thị Đào' }],
    })
  })

  it('is marked by who saw what stands: what another marked meanwhile is named', async () => {
    const { slots } = await running()
    const [first] = slots
    await marked(first, [[people[0], 'present']])
    expect(await refusal(world, () => mark(first, [[people[0], 'unexcused', null]]))).toBe('attendance.marked_since')
    // The same again is no change.
    await marked(first, [[people[0], 'present', null]])
    const both = await meetingAt(world, 'attendance_mark', [
      () => mark(first, [[people[1], 'present']]),
      () => mark(first, [[people[1], 'unexcused']]),
    ])
    expect(answersIn(both).sort()).toEqual(['attendance.marked_since', 'ok'])
  })

  it('has its day: before it only leave is given, and only in a class that runs', async () => {
    const { slots } = await running('2026-11-20', '2026-11-25')
    const [, later] = slots
    await marked(later, [[people[0], 'excused']])
    expect(await refusal(world, () => mark(later, [[people[1], 'present']]))).toBe('attendance.not_begun')
    expect(await refusal(world, () => count(later, 0, 0))).toBe('attendance.not_begun')
    const planned = await aClass(world, { kind: 'study_visit' })
    const one = slot('2026-11-20', '18:00', '19:00')
    await world.as('dao').post(`/api/training-classes/${planned}/sessions`, {
      ...{ sessions: [one], hallId: null, place: 'Sân đình', topicId: null, classTrainerIds: [] },
    })
    await seated(world, planned, [people[0] as string])
    expect(await refusal(world, () => mark(one.classSessionId, [[people[0], 'present']]))).toBe(
      'attendance.not_running',
    )
    expect(await refusal(world, () => count(one.classSessionId, 0, 0))).toBe('attendance.not_running')
  })

  it('is of its learners, and of who may hold the class', async () => {
    const { slots } = await running()
    const [first] = slots
    expect(await refusal(world, () => mark(first, [[newId(), 'present']]))).toBe('attendance.not_learner')
    expect(await refusal(world, () => mark(newId(), [[people[0], 'present']]))).toBe('session.not_found')
    expect(await refusal(world, () => mark(first, [[people[0], 'present']], {}, 'kiem'))).toBe('access.denied')
    expect(await refusal(world, () => mark(first, [[people[0], 'present']], {}, 'son'))).toBe('session.not_found')
    expect((await sheet(first, 'kiem')).can).toEqual([])
  })

  it('closes where heads and marks agree, or it is said why they do not', async () => {
    const { slots } = await running()
    const [first, second] = slots
    await marked(first, [[people[0], 'present']])
    expect(await refusal(world, () => count(first, 2, 1))).toBe('attendance.heads_differ')
    expect(await refusal(world, () => count(first, 1, 0))).toBe('attendance.counted_since')
    expect((await count(first, 2, 1, { closes: false })).statusCode).toBe(200)
    expect(await sheet(first)).toMatchObject({ heads: 2, there: 1, closed: false })
    expect((await count(first, 2, 1, { because: 'Một người dự thính' })).statusCode).toBe(200)
    expect(await sheet(first)).toMatchObject({ closed: true, because: 'Một người dự thính', can: ['reopen'] })
    await marked(second, [[people[0], 'half']])
    expect((await count(second, 1, 1)).statusCode).toBe(200)
    expect(await refusal(world, () => count(second, 1, 1))).toBe('attendance.closed')
    expect(await refusal(world, () => mark(second, [[people[1], 'present']]))).toBe('attendance.closed')
  })

  it('opens again with a reason, and is counted anew', async () => {
    const { slots } = await running()
    const [first] = slots
    expect(await refusal(world, () => reopen(first))).toBe('attendance.not_closed')
    await closed(world, first)
    expect((await reopen(first)).statusCode).toBe(200)
    expect(await sheet(first)).toMatchObject({
      heads: null,
      closed: false,
      because: 'Đếm nhầm',
      can: ['mark', 'count'],
    })
    await marked(first, [[people[2], 'present']])
    await closed(world, first)
    expect(await sheet(first)).toMatchObject({ heads: 1, closed: true })
  })

  it('is closed by one of two who count at once', async () => {
    const { slots } = await running()
    const both = await meetingAt(world, 'session_count', [() => count(slots[0], 0, 0), () => count(slots[0], 0, 0)])
    expect(answersIn(both).sort()).toEqual(['attendance.closed', 'ok'])
  })

  it('is not dropped once somebody was marked in it', async () => {
    const { slots } = await running()
    await marked(slots[0], [[people[0], 'present']])
    const drop = () => world.as('dao').post(`/api/class-sessions/${slots[0]}/drop`, { because: 'Nhầm' })
    expect(await refusal(world, drop)).toBe('attendance.session_used')
  })

  it('is not moved once people were marked in it but to put its hours right, with a reason; closed it is opened first', async () => {
    const { id, slots } = await running('2026-11-18', '2026-11-20', '2026-11-26')
    const [first, second] = slots
    const session = async (of: string) =>
      (await world.as('dao').get(`/api/training-classes/${id}`))
        .json()
        .sessionList.find((one: { classSessionId: string }) => one.classSessionId === of)
    const change = (of: string, day: string, was: string, more: object = {}) =>
      world.as('dao').post(`/api/class-sessions/${of}/change`, { day, was: { day: was }, ...more })
    await marked(first, [[people[0], 'present']])
    await closed(world, first)
    expect(await session(first)).toMatchObject({ used: true, held: true, closed: true })
    expect(await refusal(world, () => change(first, '2026-11-17', '2026-11-18'))).toBe('session.closed')
    await reopen(first)
    expect(await refusal(world, () => change(first, '2026-11-17', '2026-11-18'))).toBe('session.because')
    const why = { because: 'Ghi nhầm ngày' }
    expect(await refusal(world, () => change(first, '2026-12-18', '2026-11-18', why))).toBe('session.held')
    expect((await change(first, '2026-11-17', '2026-11-18', why)).statusCode).toBe(200)
    // Leave that was given before moves with its session; a session of today with people in it stays when the class moves.
    const third = (slots as string[])[2] ?? ''
    await marked(third, [[people[1], 'excused']])
    expect(await session(third)).toMatchObject({ used: true, held: false })
    expect((await change(third, '2026-11-27', '2026-11-26')).statusCode).toBe(200)
    await marked(second, [[people[0], 'present']])
    const { revision } = (await world.as('dao').get(`/api/training-classes/${id}`)).json()
    await world.as('dao').post(`/api/training-classes/${id}/move`, { revision, days: 7, because: 'Bão' })
    expect([(await session(second)).day, (await session(third)).day]).toEqual(['2026-11-20', '2026-12-04'])
  })
})

describe('the end of a class', () => {
  it('waits for every session to be closed; who did enough has a turn, who did not has none', async () => {
    const { id, slots } = await running()
    const [first, second] = slots
    await marked(
      first,
      people.map((one) => [one, 'present']),
    )
    await closed(world, first)
    const early = await step(id, 'running', 'completed')
    expect(early.json().title.vi).toContain('buổi chưa chốt điểm danh: 2')
    await marked(second, [
      [people[0], 'late'],
      [people[1], 'excused'],
    ])
    await closed(world, second)
    expect((await step(id, 'running', 'completed')).statusCode).toBe(200)
    // Sùng A Chơ was not marked in the second: absent by rule.
    expect(await turns(id)).toEqual([
      { name: 'Hà Văn An', on: '2026-11-20', post: 'village_head', level: 1 },
      { name: 'Lò Thị Bình', on: '2026-11-20', post: 'village_head', level: 1 },
    ])
    const { learners, share } = (await world.as('dao').get(`/api/training-classes/${id}/attendance`)).json()
    expect([share, learners.map((one: { fulfils: boolean }) => one.fulfils)]).toEqual([null, [true, true, false]])
    expect(await refusal(world, () => reopen(first))).toBe('class.over')
    const audit = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'class.stepped' order by at desc, id desc limit 1`,
      [id],
    )
    expect(audit.rows[0].facts).toMatchObject({ to: 'completed', turns: 2 })
  })

  it('taken back takes the turns back; completed anew it gives those who are due then', async () => {
    const { id, slots } = await running()
    for (const one of slots) {
      await marked(one, [[people[2], 'present']])
      await closed(world, one)
    }
    expect((await step(id, 'running', 'completed')).statusCode).toBe(200)
    expect((await turns(id)).length).toBe(1)
    expect((await step(id, 'completed', 'running', 'Điểm danh nhầm người')).statusCode).toBe(200)
    expect(await turns(id)).toEqual([])
    expect((await reopen(slots[0])).statusCode).toBe(200)
    await marked(slots[0], [[people[2], 'unexcused', 'present']], { because: 'Người khác ký thay' })
    await closed(world, slots[0])
    expect((await step(id, 'running', 'completed')).statusCode).toBe(200)
    expect(await turns(id)).toEqual([])
  })

  it('goes by the share that the province lays down for the day of the last session', async () => {
    const { id, slots } = await running()
    await marked(slots[0], [[people[0], 'present']])
    await marked(slots[1], [[people[0], 'unexcused']])
    for (const one of slots) await closed(world, one)
    await world.owner.query(
      `insert into training_limit (id, area_id, line_id, kind, value, valid_from, valid_until, legal_reference, mark)
       values ($1, $2, $1, 'attended_share', 50, '2026-11-20', '2026-11-21', 'Quyết định 5', 'illustrative')`,
      [newId(), phuTho],
    )
    const { share } = (await world.as('dao').get(`/api/training-classes/${id}/attendance`)).json()
    expect(share).toEqual({ value: 50, legalReference: 'Quyết định 5' })
    expect((await step(id, 'running', 'completed')).statusCode).toBe(200)
    expect((await turns(id)).map(({ name }) => name)).toEqual(['Hà Văn An'])
  })

  it('is on paper as a sheet of learners and sessions', async () => {
    const { id, slots } = await running()
    await marked(slots[0], [[people[0], 'present']])
    const csv = await world.as('dao').get(`/api/training-classes/${id}/attendance/file?as=csv`)
    expect(csv.body).toContain('Hà Văn An')
    expect(csv.body).toContain('…………')
    const pdf = await world.as('dao').get(`/api/training-classes/${id}/attendance/file?as=pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
  })
})

describe('the signed sheet', () => {
  const photo = { name: 'trang-1.jpg', type: 'image/jpeg', bytes: jpeg }
  it('is kept page by page as a photograph, also when the class is over, and a wrong one is said to be', async () => {
    const { id } = await running()
    const url = `/api/training-classes/${id}/signed-sheets`
    const text = { ...photo, bytes: Buffer.from('không phải ảnh') }
    expect(await refusal(world, () => world.as('dao').upload(url, { note: '' }, text))).toContain('papers.')
    expect(await refusal(world, () => world.as('kiem').upload(url, { note: '' }, photo))).toBe('access.denied')
    expect((await world.as('dao').upload(url, { note: 'Trang 1' }, photo)).statusCode).toBe(200)
    expect(await refusal(world, () => world.as('dao').upload(url, { note: '' }, photo))).toBe('attendance.page_kept')
    const [page] = (await world.as('kiem').get(`/api/training-classes/${id}/attendance`)).json().pages
    expect(page).toMatchObject({ note: 'Trang 1', by: 'Bùi Thị Đào', outBecause: null })
    expect((await world.as('kiem').get(`${url}/${page.fileId}`)).headers['content-type']).toBe('image/jpeg')
    const drop = () => world.as('dao').post(`${url}/${page.fileId}/drop`, { because: 'Ảnh mờ' })
    expect((await drop()).statusCode).toBe(200)
    expect(await refusal(world, drop)).toBe('attendance.no_page')
  })
})

describe('two records of one person', () => {
  it('have their turns and marks joined: what the record that stays says stands last', async () => {
    const { id, slots } = await running()
    const [kept, former] = [people[0] as string, people[1] as string]
    await marked(slots[0], [
      [kept, 'late'],
      [former, 'present'],
    ])
    await marked(slots[1], [[former, 'present']])
    await world.owner.query('select attendance_joined($1, $2, $3)', [kept, former, 'một người'])
    const { rows } = await world.owner.query(
      'select session_id = $2 as first, number, mark, because from attendance_mark where class_id = $1 and official_id = $3 order by 1 desc, 2',
      [id, slots[0], kept],
    )
    expect(rows).toEqual([
      { first: true, number: 1, mark: 'present', because: '' },
      { first: true, number: 2, mark: 'late', because: 'một người' },
      { first: false, number: 1, mark: 'present', because: '' },
    ])
  })
})
