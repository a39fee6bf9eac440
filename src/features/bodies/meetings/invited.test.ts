/** Who is invited reads it on the home page, whatever unit the body is of, until the meeting's day is over; what was decided from its signature on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { scan } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
let bodyId: string
let mai: string
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
  bodyId = await acts.founded()
  mai = await acts.person('Nguyễn Thị Mai')
  const head = await acts.person('Phạm Văn Trưởng')
  await acts.joined(bodyId, head, { role: 'head' })
  await acts.joined(bodyId, mai)
  await world.owner.query('update official set account_id = $2 where id = $1', [mai, world.idOf('mai')])
})
afterAll(() => world.close())

const invited = async (person: PersonName = 'mai') => (await world.as(person).get('/api/work/meetings')).json().meetings
const ids = async (person?: PersonName) => (await invited(person)).map((one: { meetingId: string }) => one.meetingId)
const must = (url: string, body: object) => acts.must('hung', url, body)

it('says when, where and what for, without a way to a page that she may not open; nobody else is told', async () => {
  const meeting = await acts.met(bodyId, { on: '2026-11-25', time: '14:00', agenda: ['Tiến độ', 'Phân công'] })
  expect(await invited()).toEqual([
    {
      ...{ meetingId: meeting, bodyName: 'Ban Chỉ đạo chương trình mục tiêu', on: '2026-11-25', time: '14:00' },
      ...{ place: 'Hội trường UBND xã', agenda: ['Tiến độ', 'Phân công'], opens: false },
      ...{ moves: [], calledOff: null },
    },
  ])
  for (const person of ['hung', 'lan', 'son', 'kiem'] as const) expect(await ids(person)).toEqual([])
  expect((await world.app.inject({ url: '/api/work/meetings' })).statusCode).toBe(401)
})

it('stands on the day itself, and not when that is over, or once its minutes are signed', async () => {
  const today = await acts.met(bodyId, { on: '2026-11-20' })
  await acts.met(bodyId, { on: '2026-11-19' })
  expect(await ids()).toContain(today)
  expect(await ids()).toHaveLength(2)
  await must(`/api/meetings/${today}/change`, { present: [mai], chairedBy: mai, conclusions: ['Xong trước 30/11.'] })
  expect(await ids()).toContain(today)
  const { minutes } = (await world.as('hung').get(`/api/meetings/${today}`)).json()
  const kept = await world
    .as('hung')
    .upload(`/api/meetings/${today}/signed`, { fingerprint: minutes.fingerprint }, scan())
  expect(kept.statusCode, kept.body).toBe(200)
  expect(await ids()).not.toContain(today)
})

it('is for who sits in the body on that day: not before she came, not after she left', async () => {
  const other = await acts.founded({ name: 'Ban Chỉ đạo phòng chống thiên tai' })
  const seat = await acts.joined(other, mai, { from: '2026-12-05', until: '2026-12-20' })
  const [before, during, after] = [
    await acts.met(other, { on: '2026-12-04' }),
    await acts.met(other, { on: '2026-12-10' }),
    await acts.met(other, { on: '2026-12-20' }),
  ]
  expect(await ids()).toContain(during)
  for (const one of [before, after]) expect(await ids()).not.toContain(one)
  await must(`/api/body-members/${seat}/end`, { last: '2026-12-08', because: 'Chuyển công tác', mistaken: false })
  expect(await ids()).not.toContain(during)
})

const one = async (meeting: string, person: PersonName = 'mai') =>
  (await invited(person)).find((row: { meetingId: string }) => row.meetingId === meeting)
const calling = { on: '2026-12-02', time: '14:30', place: 'Hội trường', agenda: ['Tiến độ'] }
const write = (meeting: string, set: object) => world.as('hung').post(`/api/meetings/${meeting}/change`, set)

it('tells that it was called off, and why, until its day is over', async () => {
  const off = await acts.met(bodyId, calling)
  await must(`/api/meetings/${off}/call-off`, { because: 'Mưa lũ' })
  expect(await one(off)).toMatchObject({ on: '2026-12-02', calledOff: 'Mưa lũ' })
  const over = await acts.met(bodyId, { on: '2026-11-10' })
  await must(`/api/meetings/${over}/call-off`, { because: 'Mưa lũ' })
  expect(await ids()).not.toContain(over)
})

it('tells from when and where it was moved, each time, to nobody else', async () => {
  const moved = await acts.met(bodyId, calling)
  await must(`/api/meetings/${moved}/change`, { on: '2026-12-05' })
  await must(`/api/meetings/${moved}/change`, { time: '08:00', place: 'Nhà văn hoá Thôn 1' })
  await must(`/api/meetings/${moved}/change`, { agenda: ['Tiến độ', 'Phân công'] })
  const moves = [
    { on: '2026-12-02', time: '14:30', place: 'Hội trường' },
    { on: '2026-12-05', time: '14:30', place: 'Hội trường' },
  ]
  expect(await one(moved)).toMatchObject({ on: '2026-12-05', time: '08:00', place: 'Nhà văn hoá Thôn 1', moves })
  expect((await world.as('hung').get(`/api/meetings/${moved}`)).json()).toMatchObject({ moves })
  expect(await one(moved, 'son')).toBeUndefined()
})

it('is asked about when it is moved to a time that is over, and tells of it while the first day is to come', async () => {
  const back = await acts.met(bodyId, calling)
  for (const set of [{ on: '2026-11-19' }, { on: '2026-11-20', time: '11:00' }]) {
    const refused = await write(back, set)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'bodies.meeting_past'])
  }
  expect((await write(back, { on: '2026-11-20', time: '15:00' })).statusCode).toBe(200)
  expect((await write(back, { on: '2026-11-19', past: true })).statusCode).toBe(200)
  expect(await one(back)).toMatchObject({ on: '2026-11-19', moves: [{ on: '2026-12-02' }, { on: '2026-11-20' }] })
})

it('is read and printed by who is invited, with everybody who is, and by nobody else', async () => {
  const meeting = await acts.met(bodyId, calling)
  const at = `/api/work/meetings/${meeting}`
  expect((await world.as('mai').get(at)).json()).toMatchObject({
    ...calling,
    unitName: 'Xã Tam Hồng',
    members: [
      { name: 'Phạm Văn Trưởng', role: 'head' },
      { name: 'Nguyễn Thị Mai', role: 'member' },
    ],
  })
  for (const [file, type] of [
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ] as const) {
    const paper = await world.as('mai').get(`${at}/giay-moi.${file}`)
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, type])
    expect((await world.as('son').get(`${at}/giay-moi.${file}`)).json().code).toBe('bodies.not_invited')
  }
  expect((await world.as('hung').get(at)).json().code).toBe('bodies.not_invited')
  await must(`/api/meetings/${meeting}/call-off`, { because: 'Mưa lũ' })
  expect((await world.as('mai').get(`${at}/giay-moi.pdf`)).json().code).toBe('bodies.meeting_off')
  expect((await world.as('mai').get(at)).json().calledOff).toBe('Mưa lũ')
})

describe('what was decided', () => {
  const decided = async (person: PersonName = 'mai') =>
    (await world.as(person).get('/api/work/minutes')).json().meetings.map((row: { meetingId: string }) => row.meetingId)
  /** Mai was there, got something to do, and the page was signed. */
  async function signed(): Promise<string> {
    const meeting = await acts.met(bodyId, { on: '2026-11-18' })
    await must(`/api/meetings/${meeting}/change`, {
      present: [mai],
      chairedBy: mai,
      guests: 'Ông Tư',
      conclusions: ['Xong trước 30/11.'],
    })
    await must(`/api/meetings/${meeting}/tasks`, {
      ...{ taskId: newId(), officialId: mai, what: `Lập danh sách ${meeting.slice(-4)}`, due: '2026-11-25' },
    })
    const at = `/api/work/meetings/${meeting}`
    expect((await world.as('mai').get(at)).json().minutes).toBeNull()
    expect((await world.as('mai').get(`${at}/bien-ban.pdf`)).json().code).toBe('bodies.minutes_missing')
    expect((await world.as('mai').get(`${at}/ban-ky`)).json().code).toBe('bodies.no_scan')
    expect(await decided()).not.toContain(meeting)
    const { minutes } = (await world.as('hung').get(`/api/meetings/${meeting}`)).json()
    const kept = await world
      .as('hung')
      .upload(`/api/meetings/${meeting}/signed`, { fingerprint: minutes.fingerprint }, scan())
    expect(kept.statusCode, kept.body).toBe(200)
    return meeting
  }
  const said = (meeting: string) => ({
    ...{ present: ['Nguyễn Thị Mai'], absent: ['Phạm Văn Trưởng'], guests: 'Ông Tư' },
    ...{ conclusions: ['Xong trước 30/11.'] },
    tasks: [{ name: 'Nguyễn Thị Mai', what: `Lập danh sách ${meeting.slice(-4)}`, due: '2026-11-25' }],
  })

  it('is read by who was invited once the minutes are signed: text, tasks, signed page', async () => {
    const meeting = await signed()
    const at = `/api/work/meetings/${meeting}`
    expect((await world.as('mai').get(at)).json().minutes).toMatchObject(said(meeting))
    expect(await decided()).toContain(meeting)
    const pdf = await world.as('mai').get(`${at}/bien-ban.pdf`)
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    const page = await world.as('mai').get(`${at}/ban-ky`)
    expect(page.statusCode).toBe(200)
    expect(page.rawPayload.equals(scan().bytes)).toBe(true)
  })

  it('is told as the rows say it where the page was kept before its text was', async () => {
    const meeting = await signed()
    await world.owner.query('update body_meeting set paper = null where id = $1', [meeting])
    const { minutes } = (await world.as('mai').get(`/api/work/meetings/${meeting}`)).json()
    expect(minutes).toMatchObject({ ...said(meeting), fingerprint: null })
    expect((await world.as('mai').get(`/api/work/meetings/${meeting}/bien-ban.pdf`)).statusCode).toBe(200)
  })

  it('of no other meeting, by no stranger, and by no member who came afterwards', async () => {
    const meeting = await signed()
    await world.owner.query('update official set account_id = $2 where id = $1', [
      ...[await acts.person('Lê Thị Sau'), world.idOf('thang')],
    ])
    const { rows } = await world.owner.query<{ id: string }>('select id from official where account_id = $1', [
      world.idOf('thang'),
    ])
    await acts.joined(bodyId, rows[0]?.id ?? '', { from: '2026-11-19' })
    for (const person of ['son', 'thang', 'lan'] as const) {
      for (const path of ['', '/bien-ban.pdf', '/ban-ky'])
        expect((await world.as(person).get(`/api/work/meetings/${meeting}${path}`)).json().code, person).toBe(
          'bodies.not_invited',
        )
      expect(await decided(person)).not.toContain(meeting)
    }
    const unsigned = await acts.met(bodyId, { on: '2026-11-17' })
    expect((await world.as('mai').get(`/api/work/meetings/${unsigned}`)).json().minutes).toBeNull()
  })
})
