/** Meetings of a steering committee: called, written down by two, printed, signed; what they gave to do, and who owes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { scan } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
let bodyId: string
let head: string
let clerk: string
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
  head = await acts.person('Phạm Văn Chỉ')
  clerk = await acts.person('Lưu Thị Ký')
  bodyId = await acts.founded({ until: '2027-01-01' })
  await acts.joined(bodyId, head, { role: 'head', until: '2027-01-01' })
  await acts.joined(bodyId, clerk, { role: 'secretary', until: '2027-01-01' })
})
afterAll(() => world.close())

const show = async (meeting: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/meetings/${meeting}`)).json()
const write = (meeting: string, body: object, person: PersonName = 'hung') =>
  world.as(person).post(`/api/meetings/${meeting}/change`, body)
const written = async (part: object = {}): Promise<string> => {
  const meeting = await acts.met(bodyId, part)
  const reply = await write(meeting, {
    present: [head],
    guests: 'Ông Tư',
    conclusions: ['Rà soát xong trước 20/11.', 'Giao việc.'],
  })
  expect(reply.statusCode, reply.body).toBe(200)
  return meeting
}
const give = (meeting: string, part: object = {}, person: PersonName = 'hung') =>
  world.as(person).post(`/api/meetings/${meeting}/tasks`, {
    ...{ taskId: newId(), officialId: clerk, what: 'Lập danh sách hộ', due: '2026-11-10', ...part },
  })
async function given(meeting: string, part: object = {}): Promise<string> {
  const taskId = newId()
  const reply = await give(meeting, { taskId, also: true, ...part })
  expect(reply.statusCode, reply.body).toBe(200)
  return taskId
}
/** Somebody of the roster who signs in. */
async function withAccount(name: string, person: PersonName): Promise<string> {
  const official = await acts.person(name)
  await world.owner.query('update official set account_id = $2 where id = $1', [official, world.idOf(person)])
  return official
}
/** As its page is looked at; where nothing is written yet, of no text. */
async function keepSigned(meeting: string, person: PersonName = 'hung') {
  const { minutes } = await show(meeting)
  const fingerprint = minutes?.fingerprint ?? '0'.repeat(64)
  return world.as(person).upload(`/api/meetings/${meeting}/signed`, { fingerprint }, scan())
}
const mine = async (person: PersonName) => (await world.as(person).get('/api/work/body-tasks')).json().tasks

describe('a meeting', () => {
  it('is called within the term of the body, and has minutes from its day on', async () => {
    const call = (part: object, person: PersonName = 'hung') =>
      refusal(world, () =>
        world.as(person).post(`/api/bodies/${bodyId}/meetings`, {
          ...{ meetingId: newId(), on: '2026-11-02', time: null, place: 'Hội trường', agenda: ['Một việc'], ...part },
        }),
      )
    expect(await call({ on: '2026-01-04' })).toBe('bodies.meeting_outside')
    expect(await call({ on: '2027-01-01' })).toBe('bodies.meeting_outside')
    const endless = await acts.founded({ name: 'Ban Chỉ đạo chưa định ngày hết' })
    const far = { meetingId: newId(), time: null, place: 'Hội trường', agenda: ['Một việc'], on: '2027-11-21' }
    expect((await world.as('hung').post(`/api/bodies/${endless}/meetings`, far)).json()).toMatchObject({
      code: 'bodies.day_implausible',
      facts: { at: 'on', last: '20/11/2027' },
    })
    expect(await call({}, 'son')).toBe('bodies.not_found')
    for (const person of ['kiem', 'bich'] as const) expect(await call({}, person)).toBe('access.denied')
    const soon = await acts.met(bodyId, { on: '2026-12-01' })
    expect(await refusal(world, () => write(soon, { conclusions: ['Đã họp'] }))).toBe('bodies.minutes_early')
    expect(await refusal(world, () => write(soon, { present: [head] }))).toBe('bodies.minutes_early')
    expect((await write(soon, { place: 'Nhà văn hóa Thôn 1', on: '2026-12-03' })).statusCode).toBe(200)
    expect(await show(soon)).toMatchObject({ place: 'Nhà văn hóa Thôn 1', on: '2026-12-03', conclusions: [] })
  })

  it('is called once for a day and an hour, until it is called off', async () => {
    const bodyId = await acts.founded()
    const on = { on: '2026-12-02', time: '08:00', place: 'Hội trường', agenda: ['Tiến độ'] }
    const call = (part: object = {}) =>
      world.as('hung').post(`/api/bodies/${bodyId}/meetings`, { meetingId: newId(), ...on, ...part })
    const first = await acts.met(bodyId, on)
    expect(await refusal(world, () => call())).toBe('bodies.meeting_twice')
    const later = await call({ time: '14:00' })
    expect(later.statusCode, later.body).toBe(200)
    const moved = () =>
      world.as('hung').post(`/api/meetings/${later.json().meetingId}/change`, { time: '08:00', was: { time: '14:00' } })
    expect(await refusal(world, moved)).toBe('bodies.meeting_twice')
    await acts.must('hung', `/api/meetings/${first}/call-off`, { because: 'Bận' })
    expect((await moved()).statusCode).toBe(200)
  })

  it('was attended by members of its day, and others by name', async () => {
    const meeting = await acts.met(bodyId)
    const stranger = await acts.person('Lưu Văn Khách')
    expect(await refusal(world, () => write(meeting, { present: [head, stranger] }))).toBe('bodies.not_member')
    expect((await write(meeting, { present: [head, clerk], guests: 'Lưu Văn Khách' })).statusCode).toBe(200)
    expect(await show(meeting, 'kiem')).toMatchObject({ guests: 'Lưu Văn Khách', can: [] })
    expect((await show(meeting)).present.toSorted()).toEqual([head, clerk].toSorted())
  })

  it('is written down by two editors: what touches is told, what does not is kept', async () => {
    const meeting = await acts.met(bodyId)
    const was = { conclusions: [], guests: '' }
    expect((await write(meeting, { was, conclusions: ['Hoàn thành trước 20/11.'] })).statusCode).toBe(200)
    expect((await write(meeting, { was, guests: 'Bà Năm' }, 'lan')).statusCode).toBe(200)
    const told = (await write(meeting, { was, conclusions: ['Hoàn thành trước 25/11.'] }, 'lan')).json()
    expect(told.code).toBe('record.changed_since')
    expect(told.facts.touching).toMatchObject([
      {
        field: 'conclusions',
        theirs: ['Hoàn thành trước 20/11.'],
        yours: ['Hoàn thành trước 25/11.'],
        by: 'Lê Văn Hùng',
      },
    ])
    expect(await show(meeting)).toMatchObject({ conclusions: ['Hoàn thành trước 20/11.'], guests: 'Bà Năm' })
  })

  it('is called off where nothing came of it', async () => {
    const because = 'Mưa bão'
    const off = (meeting: string) => world.as('hung').post(`/api/meetings/${meeting}/call-off`, { because })
    const held = await written()
    expect(await refusal(world, () => off(held))).toBe('bodies.meeting_held')
    const meeting = await acts.met(bodyId)
    expect((await off(meeting)).statusCode).toBe(200)
    expect(await refusal(world, () => off(meeting))).toBe('bodies.meeting_off')
    expect(await refusal(world, () => write(meeting, { place: 'Nơi khác' }))).toBe('bodies.meeting_off')
    expect(await refusal(world, () => give(meeting))).toBe('bodies.meeting_off')
    expect(await show(meeting)).toMatchObject({ calledOff: because })
  })

  it('is printed as invitation and as minutes in two copies, and keeps its signed page once', async () => {
    const soon = await acts.met(bodyId, { on: '2026-12-01' })
    const get = (meeting: string, name: string, person: PersonName = 'hung') =>
      world.as(person).get(`/api/meetings/${meeting}/${name}`)
    for (const name of ['giay-moi.pdf', 'giay-moi.docx']) expect((await get(soon, name)).statusCode, name).toBe(200)
    expect((await get(soon, 'bien-ban.pdf')).json().code).toBe('bodies.minutes_missing')
    expect(await refusal(world, () => keepSigned(soon))).toBe('bodies.minutes_missing')
    const alone = await acts.met(bodyId)
    expect((await write(alone, { conclusions: ['Đã kết luận.'] })).statusCode).toBe(200)
    expect((await show(alone)).present).toEqual([])
    for (const name of ['bien-ban.pdf', 'bien-ban.docx'])
      expect((await get(alone, name)).json().code, name).toBe('bodies.minutes_missing')
    expect(await refusal(world, () => keepSigned(alone))).toBe('bodies.minutes_missing')
    const meeting = await written()
    await given(meeting)
    const pdf = await get(meeting, 'bien-ban.pdf')
    expect(pdf.statusCode, pdf.body.slice(0, 300)).toBe(200)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.rawPayload.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
    expect((await get(meeting, 'bien-ban.docx')).statusCode).toBe(200)
    expect((await get(meeting, 'bien-ban.pdf', 'son')).json().code).toBe('bodies.meeting_not_found')
    expect((await get(meeting, 'ban-ky')).json().code).toBe('bodies.no_scan')
    expect(await refusal(world, () => keepSigned(meeting, 'kiem'))).toBe('access.denied')
    expect((await keepSigned(meeting)).statusCode).toBe(200)
    expect((await get(meeting, 'ban-ky', 'kiem')).statusCode).toBe(200)
    expect(await refusal(world, () => keepSigned(meeting))).toBe('bodies.meeting_signed')
    expect(await refusal(world, () => write(meeting, { conclusions: ['Khác'] }))).toBe('bodies.meeting_signed')
  })
})

describe('who was there by the minutes', () => {
  it('was a member on that day: a membership ends no earlier, and none that was there is a mistake', async () => {
    const there = await acts.person('Lưu Văn Có Mặt')
    const place = await acts.joined(bodyId, there, { until: '2027-01-01' })
    const meeting = await acts.met(bodyId)
    expect((await write(meeting, { present: [there], chairedBy: there, conclusions: ['Xong.'] })).statusCode).toBe(200)
    const end = (body: object) =>
      world
        .as('hung')
        .post(`/api/body-members/${place}/end`, { last: '2026-11-01', because: 'Chuyển công tác', ...body })
    const refused = (await end({})).json()
    expect(refused).toMatchObject({ code: 'bodies.was_present', facts: { days: '02/11/2026' } })
    expect(await refusal(world, () => end({ mistaken: true }))).toBe('bodies.was_present')
    expect((await end({ last: '2026-11-02' })).statusCode).toBe(200)
    const correct = { last: '2026-10-31', because: 'Ghi nhầm ngày', seen: '2026-11-03' }
    const corrected = (body: object) => world.as('hung').post(`/api/body-members/${place}/correct-end`, body)
    expect(await refusal(world, () => corrected(correct))).toBe('bodies.was_present')
    // The minutes are put right: the person was not there.
    expect((await write(meeting, { present: [head], chairedBy: null })).statusCode).toBe(200)
    expect((await corrected(correct)).statusCode).toBe(200)
  })
})

describe('a task of a meeting', () => {
  it('is owed by somebody of the roster, due after the meeting that gave it', async () => {
    const meeting = await written()
    const refused = (part: object, person: PersonName = 'hung') => refusal(world, () => give(meeting, part, person))
    expect(await refused({ officialId: newId() })).toBe('bodies.nobody')
    expect(await refused({ officialId: await acts.person('Bàn Văn Láng', null, 'son') })).toBe('bodies.nobody')
    expect(await refused({ due: '2026-11-01' })).toBe('bodies.task_early')
    expect(await refused({ due: '2028-11-21' })).toBe('bodies.day_implausible')
    expect((await give(meeting, { due: '2028-11-20', also: true })).statusCode).toBe(200)
    expect(await refused({}, 'kiem')).toBe('access.denied')
    expect(await refused({}, 'son')).toBe('bodies.meeting_not_found')
    const soon = await acts.met(bodyId, { on: '2026-12-01' })
    expect(await refusal(world, () => give(soon, { due: '2026-12-31' }))).toBe('bodies.task_before')
  })

  it('that somebody has to do already is asked about, in the same words, from any meeting of the body', async () => {
    const [first, later] = [await written({ on: '2026-03-02' }), await written({ on: '2026-04-02' })]
    const task = { what: 'Rà soát lại thôn Một' }
    const taskId = await given(first, task)
    for (const [meeting, what] of [
      [first, '  rà soát lại  Thôn Một '],
      [later, 'Rà soát lại  thôn Một.'],
      [later, 'Rà soát lại: thôn Một…'],
    ] as const) {
      const refused = await give(meeting, { what })
      expect(refused.json()).toMatchObject({ code: 'bodies.task_twice', facts: { at: 'also' } })
      expect(refused.json().title.vi).toContain('giao ở cuộc họp ngày 02/03/2026, hạn 10/11/2026')
    }
    expect((await give(later, { ...task, officialId: head })).statusCode).toBe(200)
    expect((await give(later, { ...task, also: true })).statusCode).toBe(200)
    const { tasks } = (await world.as('hung').get(`/api/meetings/${later}`)).json()
    for (const one of [taskId, ...tasks.map((one: { taskId: string }) => one.taskId)])
      await world.as('hung').post(`/api/body-tasks/${one}/take-back`, { because: 'Giao nhầm' })
    // What is not to be done any more is no double.
    expect((await give(first, task)).statusCode).toBe(200)
  })

  it('is done in time or late, never on a day to come, and once', async () => {
    const meeting = await written()
    const [first, second] = [await given(meeting), await given(meeting, { what: 'Báo cáo', due: '2026-11-19' })]
    const done = (task: string, on: string) => world.as('hung').post(`/api/body-tasks/${task}/done`, { on })
    expect(await refusal(world, () => done(first, '2026-11-21'))).toBe('bodies.done_when')
    expect(await refusal(world, () => done(first, '2026-11-01'))).toBe('bodies.done_when')
    expect((await show(meeting)).tasks).toMatchObject([
      { taskId: first, late: true, doneOn: null },
      { taskId: second, late: true },
    ])
    expect((await done(first, '2026-11-12')).statusCode).toBe(200)
    expect((await done(second, '2026-11-18')).statusCode).toBe(200)
    expect(await refusal(world, () => done(second, '2026-11-18'))).toBe('bodies.task_ended')
    const lateOf = new Map(
      (await show(meeting)).tasks.map((one: { taskId: string; late: boolean }) => [one.taskId, one.late]),
    )
    expect([lateOf.get(first), lateOf.get(second)]).toEqual([true, false])
    const third = await given(meeting)
    const back = (task: string) => world.as('hung').post(`/api/body-tasks/${task}/take-back`, { because: 'Giao nhầm' })
    expect((await back(third)).statusCode).toBe(200)
    expect(await refusal(world, () => back(third))).toBe('bodies.task_ended')
    expect(
      await refusal(world, () => world.as('son').post(`/api/body-tasks/${third}/done`, { on: '2026-11-12' })),
    ).toBe('bodies.task_not_found')
  })

  it('waits for whoever owes it and for the head of the body, and for nobody else', async () => {
    const theirs = await acts.founded({ name: 'Ban Chỉ đạo của Bích' })
    const [bich, mai] = [await withAccount('Phạm Thị Bích', 'bich'), await withAccount('Nguyễn Thị Mai', 'mai')]
    await acts.joined(theirs, bich, { role: 'head' })
    const meeting = await acts.met(theirs)
    // Mai enumerates and reads no body: she sees what she owes, and opens nothing.
    const late = await given(meeting, { officialId: mai, due: '2026-11-05' })
    const later = await given(meeting, { officialId: mai, due: '2026-11-30' })
    expect(await mine('mai')).toMatchObject([
      { taskId: late, late: true, mine: true, heads: false, opens: false, bodyName: 'Ban Chỉ đạo của Bích' },
      { taskId: later, late: false },
    ])
    expect(await mine('bich')).toMatchObject([
      { taskId: late, mine: false, heads: true, opens: true, name: 'Nguyễn Thị Mai' },
      { taskId: later },
    ])
    for (const person of ['hung', 'son', 'kiem', 'lan', 'la'] as const) expect(await mine(person), person).toEqual([])
    await world.as('hung').post(`/api/body-tasks/${late}/done`, { on: '2026-11-06' })
    expect(await mine('mai')).toMatchObject([{ taskId: later }])
    // What is done can be looked up: on which day, and whether that was late.
    const over = { taskId: late, late: true, doneOn: '2026-11-06', takenBack: null }
    for (const person of ['mai', 'bich'] as const)
      expect((await world.as(person).get('/api/work/body-tasks?over=true')).json().tasks, person).toMatchObject([over])
    expect((await world.as('son').get('/api/work/body-tasks?over=true')).json().tasks).toEqual([])
    const file = await world.as('mai').get('/api/work/body-tasks/file?as=csv&over=true')
    expect(file.body).toContain('xong 06/11/2026, quá hạn')
  })
})

describe('a task that was recorded as done by mistake', () => {
  it('is opened again with a reason, and waits for whoever owes it', async () => {
    const theirs = await acts.founded({ name: 'Ban Chỉ đạo mở lại việc' })
    const son = await withAccount('Lý Văn Mở', 'kiem')
    const task = await given(await acts.met(theirs), { officialId: son, due: '2026-11-15' })
    const because = 'Ghi nhầm sang việc khác'
    const reopen = (part: object = {}, person: PersonName = 'hung') =>
      world.as(person).post(`/api/body-tasks/${task}/reopen`, { because, seen: '2026-11-12', ...part })
    expect(await refusal(world, () => reopen())).toBe('bodies.task_not_done')
    // By who keeps the body, or by whoever owes it: either can have been mistaken.
    for (const url of [`/api/body-tasks/${task}/done`, `/api/work/body-tasks/${task}/done`]) {
      const person = url.includes('work') ? 'kiem' : 'hung'
      expect((await world.as(person).post(url, { on: '2026-11-12' })).statusCode).toBe(200)
      expect(await mine('kiem')).toEqual([])
      expect(await refusal(world, () => reopen({ seen: '2026-11-11' }))).toBe('bodies.task_done_changed')
      expect(await refusal(world, () => reopen({ because: '' }))).toBe('input.invalid')
      expect(await refusal(world, () => reopen({}, 'kiem'))).toBe('access.denied')
      expect(await refusal(world, () => reopen({}, 'son'))).toBe('bodies.task_not_found')
      expect((await reopen()).statusCode).toBe(200)
      expect(await mine('kiem')).toMatchObject([{ taskId: task, late: true, doneOn: null }])
    }
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'body.task_reopened' order by at desc limit 1`,
      [theirs],
    )
    expect(rows[0]?.facts).toMatchObject({ task, wasDone: '2026-11-12', because })
    const back = { because: 'Giao nhầm' }
    expect((await world.as('hung').post(`/api/body-tasks/${task}/take-back`, back)).statusCode).toBe(200)
    expect(await refusal(world, () => reopen())).toBe('bodies.task_not_done')
  })
})

describe('a task, recorded as done by who owes it', () => {
  it('is done once, on a day that has come, by nobody else', async () => {
    const theirs = await acts.founded({ name: 'Ban Chỉ đạo giao việc cho Na' })
    const na = await withAccount('Giàng Thị Na', 'la')
    const meeting = await acts.met(theirs)
    const task = await given(meeting, { officialId: na, due: '2026-11-05' })
    const done = (on: string, person: PersonName = 'la') =>
      world.as(person).post(`/api/work/body-tasks/${task}/done`, { on })
    for (const person of ['hung', 'son', 'kiem', 'mai'] as const)
      expect(await refusal(world, () => done('2026-11-06', person)), person).toBe('bodies.task_not_found')
    expect(await refusal(world, () => done('2026-11-01'))).toBe('bodies.done_when')
    expect(await refusal(world, () => done('2026-11-21'))).toBe('bodies.done_when')
    expect((await done('2026-11-06')).statusCode).toBe(200)
    expect(await refusal(world, () => done('2026-11-06'))).toBe('bodies.task_ended')
    expect((await show(meeting)).tasks).toMatchObject([{ taskId: task, doneOn: '2026-11-06', late: true }])
    expect(await mine('la')).toEqual([])
  })
})

describe('who chaired in the place of the head', () => {
  it('is one of those who were there', async () => {
    const meeting = await written()
    expect(await refusal(world, () => write(meeting, { chairedBy: clerk }))).toBe('bodies.chair_absent')
    expect((await write(meeting, { present: [clerk], chairedBy: clerk })).statusCode).toBe(200)
    expect(await show(meeting)).toMatchObject({ chairedBy: clerk })
    expect(await refusal(world, () => write(meeting, { present: [head] }))).toBe('bodies.chair_absent')
  })

  it('is asked where the head was away, and there is no paper without one', async () => {
    const meeting = await acts.met(bodyId)
    const away = { present: [clerk], conclusions: ['Xong.'] }
    expect(await refusal(world, () => write(meeting, away))).toBe('bodies.chair_missing')
    // As it was written before this was asked.
    await world.owner.query('update body_meeting set present = $2, conclusions = $3 where id = $1', [
      ...[meeting, away.present, away.conclusions],
    ])
    expect((await show(meeting)).minutes).toBeNull()
    const paper = await world.as('hung').get(`/api/meetings/${meeting}/bien-ban.pdf`)
    expect(paper.json().code).toBe('bodies.minutes_missing')
    expect(await refusal(world, () => keepSigned(meeting))).toBe('bodies.minutes_missing')
    expect((await write(meeting, { chairedBy: clerk })).statusCode).toBe(200)
    expect((await show(meeting)).minutes).toMatchObject({ chair: 'Lưu Thị Ký' })
  })
})

describe('a line of a list that is too long', () => {
  it('is named with its length and the most', async () => {
    const called = { meetingId: newId(), on: '2026-11-02', time: null, place: 'Hội trường' }
    const agenda = ['Tiến độ', 'Nội dung dài '.repeat(50).trim()]
    const reply = await world.as('hung').post(`/api/bodies/${bodyId}/meetings`, { ...called, agenda })
    expect(reply.json()).toMatchObject({
      code: 'input.item_too_long',
      facts: { item: 2, length: 649, most: 300, where: '/agenda/1' },
    })
  })
})

describe('who sees meetings', () => {
  it('is who sees the body', async () => {
    const meeting = await acts.met(bodyId)
    expect((await show(meeting, 'son')).code).toBe('bodies.meeting_not_found')
    expect((await show(meeting, 'mai')).code).toBe('access.denied')
    expect((await show(meeting, 'lan')).bodyId).toBe(bodyId)
  })
})
