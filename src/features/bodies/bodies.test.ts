/** The steering committee of Tam Hồng and the board that supervises its road: founded, joined, left, dissolved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs, steering, supervision } from '#test/bodies.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
const list = async (person: PersonName, query = '', area: string = tamHong) =>
  (await world.as(person).get(`/api/areas/${area}/bodies?${query}`)).json()
const show = async (person: PersonName, bodyId: string, query = '') =>
  (await world.as(person).get(`/api/bodies/${bodyId}?${query}`)).json()
const codeOf = async (reply: Promise<{ json: () => { code: string } }>) => (await reply).json().code

describe('a body', () => {
  it('is founded by its decision, listed on its days with its head, and found by name without its marks', async () => {
    const head = await acts.person('Phạm Văn Chỉ')
    const bodyId = await acts.founded({ name: 'Ban Chỉ đạo giảm nghèo xã Tam Hồng', until: '2027-01-01' })
    expect((await list('hung', 'q=giam+ngheo+xa')).rows).toMatchObject([
      { bodyId, head: null, members: 0, unitEnded: null },
    ])
    await acts.joined(bodyId, head, { role: 'head', until: '2027-01-01' })
    expect((await list('bich', 'q=giam+ngheo+xa')).rows).toMatchObject([{ head: 'Phạm Văn Chỉ', members: 1 }])
    expect((await list('hung', 'q=giam+ngheo+xa&day=2025-12-31')).total).toBe(0)
    expect((await list('hung', 'q=giam+ngheo+xa&day=2027-01-01')).total).toBe(0)
    expect((await list('hung', 'q=giam+ngheo+xa&day=2027-01-01&all=true')).total).toBe(1)
    expect((await list('hung', 'kind=supervision')).total).toBe(0)
    const { bodies } = (await world.as('hung').get('/api/bodies/search?q=ban chi dao giam')).json()
    expect(bodies).toMatchObject([{ bodyId, unitName: 'Xã Tam Hồng' }])
  })

  it('is found by its meetings by who works at its unit, and stands before those of others', async () => {
    const found = async (person: PersonName, q: string) =>
      (await world.as(person).get(`/api/bodies/search?q=${encodeURIComponent(q)}`)).json().bodies as {
        unitName: string
      }[]
    for (const q of ['họp', 'hop', 'Biên bản']) {
      const bodies = await found('hung', q)
      expect(bodies.length, q).toBeGreaterThan(0)
      for (const { unitName } of bodies) expect(unitName).toBe('Xã Tam Hồng')
    }
    expect(await found('hung', 'hợp đồng')).toEqual([])
    expect(await found('son', 'họp')).toEqual([])
    const before = await acts.founded({ name: 'Ban An sinh xã Tam Hồng' })
    const units = (await found('hung', 'ban')).map(({ unitName }) => unitName)
    expect(units.slice(0, units.lastIndexOf('Xã Tam Hồng') + 1)).toEqual(
      units.filter((unitName) => unitName === 'Xã Tam Hồng'),
    )
    expect(before).toBeTruthy()
  })

  it('has a term that its unit and its decision allow', async () => {
    for (const [part, code] of [
      [{ until: '2025-12-01' }, 'bodies.term'],
      [{ decidedOn: '2026-01-06' }, 'bodies.decided_later'],
      [{ decidedOn: '2026-12-31', from: '2026-12-31' }, 'bodies.day_to_come'],
      [{ from: '2020-01-01', decidedOn: '2020-01-01' }, 'bodies.unit_not_then'],
      [{ watches: 'Đường liên thôn' }, 'bodies.watches_what'],
      [{ decidedOn: '1026-01-02' }, 'bodies.day_implausible'],
      [{ decidedOn: '1996-01-02' }, 'bodies.day_implausible'],
      [{ unitId: demoAreas.villages.tamHong[0] }, 'bodies.at_village'],
      [{ from: '1026-01-05', decidedOn: '1026-01-02' }, 'bodies.day_implausible'],
      [{ from: '9999-01-01' }, 'bodies.day_implausible'],
      [{ from: '2027-11-21' }, 'bodies.day_implausible'],
      [{ until: '2036-01-06' }, 'bodies.too_long'],
    ] as const)
      expect(await refusal(world, () => acts.found('hung', { ...steering(), ...part })), JSON.stringify(part)).toBe(
        code,
      )
    const once = steering()
    expect((await acts.found('hung', once)).statusCode).toBe(200)
    expect(await refusal(world, () => acts.found('hung', { ...once, bodyId: newId() }))).toBe('bodies.twice')
  })

  it('is asked about where its unit has one of this kind and name in the same time by another decision', async () => {
    const asked = (part: object = {}) => {
      const { also: _asked, ...body } = steering()
      return acts.found('hung', { ...body, name: 'Ban Chỉ đạo trùng tên', ...part })
    }
    const once = { decisionNumber: '70/QĐ-UBND', until: '2026-07-01' }
    expect((await asked(once)).statusCode).toBe(200)
    for (const part of [{}, { name: '  ban chỉ đạo  TRÙNG tên' }, { from: '2026-06-30', until: null }])
      expect(await refusal(world, () => asked(part)), JSON.stringify(part)).toBe('bodies.namesake')
    // The very same decision is no question.
    for (const also of [false, true]) expect(await refusal(world, () => asked({ ...once, also }))).toBe('bodies.twice')
    expect((await asked({ from: '2026-07-01', until: '2026-08-01' })).statusCode).toBe(200)
    expect((await asked({ also: true })).statusCode).toBe(200)
    const other = { ...supervision(), name: 'Ban Chỉ đạo trùng tên', also: false }
    expect((await acts.found('hung', other)).statusCode).toBe(200)
  })

  it('is entered once, when two enter it at a time without having been asked', async () => {
    const two = [1, 2].map(() => ({ ...steering(), name: 'Ban Chỉ đạo hai người ghi', also: false }))
    const replies = await Promise.all(two.map((body) => acts.found('hung', body)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('is of no unit whose coming to be was undone', async () => {
    const unit = { name: 'Xã Chưa Từng', kind: 'xa', code: null, parentId: demoAreas.phuTho }
    const said = { change: { kind: 'create', unit }, day: '2026-11-10', legalBasis: 'NQ 5/NQ-HĐND', mark: 'text' }
    const { eventId, began } = (await world.as('quantri').post('/api/area-events', said)).json()
    const because = 'Ghi nhầm'
    expect((await world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because })).statusCode).toBe(200)
    const there = () => acts.found('lan', { ...steering(), unitId: began[0] })
    expect(await refusal(world, there)).toBe('bodies.unit_never')
  })

  it('that supervises is of a commune and names what it watches', async () => {
    const elsewhere = { ...supervision(), unitId: demoAreas.phuTho }
    expect(await refusal(world, () => acts.found('lan', elsewhere))).toBe('bodies.misplaced')
    expect(await refusal(world, () => acts.found('hung', { ...supervision(), watches: '' }))).toBe(
      'bodies.watches_what',
    )
  })

  it('is founded by who works there: the neighbour sees nothing, the chair and the auditor read only', async () => {
    const bodyId = await acts.founded()
    for (const person of ['kiem', 'bich', 'mai', 'la'] as const)
      expect(await refusal(world, () => acts.found(person, steering())), person).toBe('access.denied')
    expect(await refusal(world, () => acts.found('son', steering()))).toBe('access.denied')
    expect(await codeOf(world.as('son').get(`/api/bodies/${bodyId}`) as never)).toBe('bodies.not_found')
    expect(await codeOf(world.as('son').get(`/api/areas/${tamHong}/bodies`) as never)).toBe('access.denied')
    expect(await codeOf(world.as('mai').get(`/api/bodies/${bodyId}`) as never)).toBe('access.denied')
    for (const person of ['kiem', 'bich'] as const) expect((await show(person, bodyId)).can, person).toEqual([])
    expect((await acts.found('lan', { ...steering(), unitId: demoAreas.phuTho })).statusCode).toBe(200)
    expect(await refusal(world, () => acts.found('hung', { ...steering(), unitId: demoAreas.phuTho }))).toBe(
      'access.denied',
    )
    expect(
      await refusal(world, () => world.as('son').post(`/api/bodies/${bodyId}/dissolve`, ended('2026-10-31'))),
    ).toBe('bodies.not_found')
  })

  it('is changed by two at once: what touches is told, what does not is kept', async () => {
    const bodyId = await acts.founded({ name: 'Ban Chỉ đạo nước sạch' })
    const was = { name: 'Ban Chỉ đạo nước sạch', decidedBy: 'UBND xã Tam Hồng', until: null }
    const change = (body: object) => world.as('hung').post(`/api/bodies/${bodyId}/change`, body)
    expect((await change({ was, name: 'Ban Chỉ đạo nước sạch nông thôn' })).statusCode).toBe(200)
    expect((await change({ was, decidedBy: 'Ủy ban nhân dân xã Tam Hồng' })).statusCode).toBe(200)
    const told = (await change({ was, name: 'Ban Chỉ đạo cấp nước' })).json()
    expect(told.code).toBe('record.changed_since')
    expect(told.facts.touching).toMatchObject([{ field: 'name', theirs: 'Ban Chỉ đạo nước sạch nông thôn' }])
    expect(await show('hung', bodyId)).toMatchObject({ decidedBy: 'Ủy ban nhân dân xã Tam Hồng' })
  })
})

const ended = (last: string) => ({ last, because: 'Chương trình kết thúc' })

describe('a member', () => {
  it('joins nothing and is given no task after their death', async () => {
    const gone = await acts.person('Đào Văn Khuất')
    await acts.died(gone, '2026-03-31')
    const bodyId = await acts.founded()
    const join = (part: object) => refusal(world, () => acts.join('hung', bodyId, gone, part))
    expect(await join({ from: '2026-05-04' })).toBe('official.died')
    expect(await join({ from: '2026-01-05' })).toBe('official.died')
    expect((await acts.join('hung', bodyId, gone, { from: '2026-01-05', until: '2026-03-01' })).statusCode).toBe(200)
    const meetingId = await acts.met(bodyId)
    const task = { taskId: newId(), officialId: gone, what: 'Rà soát lại', due: '2026-11-20' }
    expect(await refusal(world, () => world.as('hung').post(`/api/meetings/${meetingId}/tasks`, task))).toBe(
      'official.died',
    )
  })

  it('who has died sits there no more: left out of lists and invitations, told on the page and at home until it is ended', async () => {
    const [head, clerk] = [await acts.person('Lò Văn Đầu'), await acts.person('Lò Thị Còn')]
    const bodyId = await acts.founded({ name: 'Ban Chỉ đạo có người mất' })
    const seat = await acts.joined(bodyId, head, { role: 'head' })
    await acts.joined(bodyId, clerk)
    const before = await acts.met(bodyId, { on: '2026-10-01' })
    await acts.died(head, '2026-11-01')
    const body = await show('hung', bodyId)
    expect(body.members.map(({ name, died }: { name: string; died: string }) => [name, died])).toEqual([
      ['Lò Văn Đầu', '2026-11-02'],
      ['Lò Thị Còn', null],
    ])
    expect((await show('hung', bodyId, 'day=2026-11-01')).members).toMatchObject([{ died: null }, { died: null }])
    expect((await list('hung', 'q=co+nguoi+mat')).rows).toMatchObject([{ head: null, members: 1 }])
    const sitting = (await world.as('hung').get(`/api/areas/${tamHong}/body-members?q=co+nguoi+mat`)).json()
    expect(sitting.rows).toMatchObject([{ name: 'Lò Thị Còn' }])
    const invited = async (meeting: string) =>
      (await world.as('hung').get(`/api/meetings/${meeting}`)).json().members.map((one: { name: string }) => one.name)
    const after = await acts.met(bodyId, { on: '2026-12-05' })
    expect(await invited(before)).toEqual(['Lò Văn Đầu', 'Lò Thị Còn'])
    expect(await invited(after)).toEqual(['Lò Thị Còn'])
    const held = await acts.met(bodyId, { on: '2026-11-10' })
    const there = { present: [head], chairedBy: head }
    expect(await refusal(world, () => world.as('hung').post(`/api/meetings/${held}/change`, there))).toBe(
      'bodies.not_member',
    )
    const gone = async () => (await list('hung', 'gone=true&q=co+nguoi+mat')).total
    expect(await gone()).toBe(1)
    const end = { last: '2026-11-01', because: 'Qua đời' }
    expect((await world.as('hung').post(`/api/body-members/${seat}/end`, end)).statusCode).toBe(200)
    expect(await gone()).toBe(0)
    expect((await show('hung', bodyId)).members).toMatchObject([{ name: 'Lò Thị Còn' }])
  })

  it('sits within the term of the body, once at a time, and a body has one head at a time', async () => {
    const [van, thi] = [await acts.person('Đào Văn Nhất'), await acts.person('Đào Thị Nhì')]
    const bodyId = await acts.founded({ until: '2027-01-01' })
    const join = (official: string, part: object = {}) =>
      refusal(world, () => acts.join('hung', bodyId, official, part))
    expect(await join(van, { from: '2026-01-04' })).toBe('bodies.member_outside')
    expect(await join(van, { until: null })).toBe('bodies.member_outside')
    expect(await join(van, { until: '2027-01-02' })).toBe('bodies.member_outside')
    expect(await join(van, { from: '2026-06-01', until: '2026-05-01' })).toBe('bodies.term')
    expect(await join(van, { comesFrom: 'front', until: '2027-01-01' })).toBe('bodies.origin')
    expect(await join(newId(), { until: '2027-01-01' })).toBe('bodies.nobody')
    const bodyMemberId = await acts.joined(bodyId, van, { role: 'head', until: '2027-01-01' })
    expect(await join(van, { until: '2027-01-01' })).toBe('bodies.member_twice')
    expect(await join(thi, { role: 'head', from: '2026-12-31', until: '2027-01-01' })).toBe('bodies.head_twice')
    const end = (body: object) => world.as('hung').post(`/api/body-members/${bodyMemberId}/end`, body)
    const because = 'Chuyển công tác'
    expect(await refusal(world, () => end({ last: '2026-01-04', because }))).toBe('bodies.left_when')
    expect(await refusal(world, () => end({ last: '2027-01-01', because }))).toBe('bodies.left_when')
    expect((await end({ last: '2026-06-30', because })).statusCode).toBe(200)
    expect(await refusal(world, () => end({ last: '2026-05-30', because }))).toBe('bodies.member_left')
    await acts.joined(bodyId, thi, { role: 'head', from: '2026-07-01', until: '2027-01-01' })
    const headOn = async (day: string) =>
      (await show('kiem', bodyId, `day=${day}`)).members.map((one: { name: string }) => one.name)
    expect(await headOn('2026-06-30')).toEqual(['Đào Văn Nhất'])
    expect(await headOn('2026-07-01')).toEqual(['Đào Thị Nhì'])
  })

  it('who is of another commune is no official that Hùng sees', async () => {
    const sonOfficial = await acts.person('Bàn Văn Láng', null, 'son')
    const bodyId = await acts.founded()
    expect(await refusal(world, () => acts.join('hung', bodyId, sonOfficial))).toBe('bodies.nobody')
    expect(await refusal(world, () => acts.join('son', bodyId, sonOfficial))).toBe('bodies.not_found')
  })

  it('entered by mistake never sat there', async () => {
    const bodyId = await acts.founded()
    const bodyMemberId = await acts.joined(bodyId, await acts.person('Đào Văn Nhầm'), { role: 'head' })
    const mistake = { last: '2026-01-05', because: 'Ghi nhầm người', mistaken: true }
    expect((await world.as('hung').post(`/api/body-members/${bodyMemberId}/end`, mistake)).statusCode).toBe(200)
    await acts.joined(bodyId, await acts.person('Đào Thị Đúng'), { role: 'head' })
    expect((await show('hung', bodyId)).members).toMatchObject([{ name: 'Đào Thị Đúng', role: 'head' }])
  })
})

describe('an end that was entered wrongly', () => {
  const because = 'Ghi nhầm'
  const end = (place: string, part: object) =>
    world.as('hung').post(`/api/body-members/${place}/end`, { last: '2026-06-30', because, ...part })
  const correct = (place: string, part: object, person: PersonName = 'hung') =>
    world
      .as(person)
      .post(`/api/body-members/${place}/correct-end`, { last: null, because, seen: '2026-07-01', ...part })

  it('is corrected to another day, or goes on, with the reason in the audit', async () => {
    const bodyId = await acts.founded({ until: '2027-01-01' })
    const place = await acts.joined(bodyId, await acts.person('Đào Văn Sửa'), { until: '2027-01-01' })
    expect(await refusal(world, () => correct(place, {}))).toBe('bodies.still_member')
    expect((await end(place, {})).statusCode).toBe(200)
    expect(await refusal(world, () => correct(place, { last: '2026-01-04' }))).toBe('bodies.left_when')
    expect(await refusal(world, () => correct(place, { last: '2027-01-01' }))).toBe('bodies.member_outside')
    expect(await refusal(world, () => correct(place, { seen: '2026-06-01' }))).toBe('bodies.end_changed')
    expect(await refusal(world, () => correct(place, {}, 'kiem'))).toBe('access.denied')
    expect(await refusal(world, () => correct(place, {}, 'son'))).toBe('bodies.member_not_found')
    expect((await correct(place, { last: '2026-08-31' })).statusCode).toBe(200)
    expect((await show('hung', bodyId, 'day=2026-08-31')).members).toMatchObject([{ until: '2026-09-01', because }])
    expect((await show('hung', bodyId)).members).toEqual([])
    expect((await show('hung', bodyId, 'allMembers=true')).members).toMatchObject([{ bodyMemberId: place }])
    expect((await correct(place, { seen: '2026-09-01' })).statusCode).toBe(200)
    expect((await show('hung', bodyId)).members).toMatchObject([{ until: '2027-01-01', because: null }])
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'body.end_corrected' order by at desc limit 1`,
      [bodyId],
    )
    expect(rows[0]?.facts).toMatchObject({ wasLast: '2026-08-31', last: null, because })
  })

  it('of one who was said never to have sat there, too', async () => {
    const bodyId = await acts.founded()
    const place = await acts.joined(bodyId, await acts.person('Đào Thị Thật'))
    expect((await end(place, { mistaken: true })).statusCode).toBe(200)
    expect((await show('hung', bodyId)).members).toEqual([])
    expect((await correct(place, { seen: '2026-01-05' })).statusCode).toBe(200)
    expect((await show('hung', bodyId)).members).toMatchObject([{ bodyMemberId: place, until: null }])
  })

  it('gives way to the head that followed, to a later place of the same person, and to the end of the body', async () => {
    const [first, second] = [await acts.person('Đào Văn Trước'), await acts.person('Đào Văn Sau')]
    const bodyId = await acts.founded()
    const [head, member] = [await acts.joined(bodyId, first, { role: 'head' }), await acts.joined(bodyId, second)]
    for (const place of [head, member]) expect((await end(place, {})).statusCode).toBe(200)
    await acts.joined(bodyId, second, { role: 'head', from: '2026-07-01' })
    expect(await refusal(world, () => correct(head, {}))).toBe('bodies.head_twice')
    expect(await refusal(world, () => correct(member, {}))).toBe('bodies.member_twice')
    await world.as('hung').post(`/api/bodies/${bodyId}/dissolve`, ended('2026-10-31'))
    expect(await refusal(world, () => correct(head, {}))).toBe('bodies.dissolved')
  })

  it('is judged by the law as if it were entered now, without itself', async () => {
    const bodyId = await acts.founded(supervision())
    const deputy = { comesFrom: 'front', role: 'deputy' }
    const place = await acts.joined(bodyId, await acts.person('Tạ Văn Một'), deputy)
    await acts.joined(bodyId, await acts.person('Tạ Văn Hai'), deputy)
    expect((await end(place, {})).statusCode).toBe(200)
    expect((await correct(place, {})).statusCode).toBe(200)
    expect((await end(place, {})).statusCode).toBe(200)
    await acts.joined(bodyId, await acts.person('Tạ Văn Thay'), { ...deputy, from: '2026-07-01' })
    expect(await refusal(world, () => correct(place, {}))).toBe('bodies.too_many_deputies')
  })
})

describe('a supervision board', () => {
  it('shows what the law says of its members with its mark, and counts them', async () => {
    const bodyId = await acts.founded(supervision())
    const rule = async (name: string) =>
      (await show('hung', bodyId)).rules.find((one: { rule: string }) => one.rule === name)
    expect(await rule('least_members')).toMatchObject({ mark: 'text', broken: { vi: 'mới có 0, còn thiếu 5' } })
    expect((await rule('least_members')).legalBasis).toContain('Nghị định 59/2023/NĐ-CP')
    expect(await rule('notice')).toMatchObject({ mark: 'recalled', broken: null })
    for (const at of [1, 2, 3, 4, 5])
      await acts.joined(bodyId, await acts.person(`Tạ Văn Dân ${at}`), { comesFrom: 'residents' })
    expect(await rule('least_members')).toMatchObject({ broken: null })
    const sixth = await acts.person('Tạ Thị Sáu')
    const asked = { comesFrom: 'residents' }
    expect(await refusal(world, () => acts.join('hung', bodyId, sixth, asked))).toBe('bodies.too_many_residents')
    await acts.joined(bodyId, sixth, { comesFrom: 'front' })
  })

  it('has two deputies at most on any day, and nobody who is an official of the commune', async () => {
    const bodyId = await acts.founded(supervision())
    const front = { comesFrom: 'front', role: 'deputy' }
    const first = await acts.joined(bodyId, await acts.person('Tạ Văn Phó'), front)
    await acts.joined(bodyId, await acts.person('Tạ Thị Phó'), front)
    const third = await acts.person('Tạ Văn Ba')
    expect(await refusal(world, () => acts.join('hung', bodyId, third, front))).toBe('bodies.too_many_deputies')
    const left = await world.as('hung').post(`/api/body-members/${first}/end`, ended('2026-03-31'))
    expect(left.statusCode, left.body).toBe(200)
    expect(await refusal(world, () => acts.join('hung', bodyId, third, front))).toBe('bodies.too_many_deputies')
    await acts.joined(bodyId, third, { ...front, from: '2026-04-01' })
    const official = await acts.person('Tạ Văn Chức', { post: 'specialist', areaId: tamHong })
    const code = () => refusal(world, () => acts.join('hung', bodyId, official, { comesFrom: 'inspectorate' }))
    expect(await code()).toBe('bodies.holds_office')
    // Given afterwards, nothing forbids the post; the board's page says so from its day on.
    const second = (await show('hung', bodyId)).members.find(({ name }: { name: string }) => name === 'Tạ Thị Phó')
    const post = { appointmentId: newId(), post: 'specialist', areaId: tamHong, standing: 'own', from: '2026-06-01' }
    const given = await world.as('hung').post(`/api/officials/${second.officialId}/appointments`, {
      ...{ ...post, until: null, decisionNumber: '', decidedOn: null, also: true },
    })
    expect(given.statusCode, given.body).toBe(200)
    const apart = async (query: string) =>
      (await show('hung', bodyId, query)).rules.find((one: { rule: string }) => one.rule === 'no_official')?.broken
    expect(await apart('day=2026-05-31')).toBeNull()
    expect((await apart('day=2026-06-01'))?.vi).toContain('Tạ Thị Phó: ')
    // Of a steering committee the facts say nothing of the kind.
    await acts.joined(await acts.founded(), official)
    expect(await refusal(world, () => acts.join('hung', bodyId, official, { comesFrom: null }))).toBe('bodies.origin')
  })

  it('of a day before the law was in force is asked nothing', async () => {
    const bodyId = await acts.founded(
      {
        ...supervision(),
        unitId: demoAreas.tamHong2021,
        decidedOn: '2021-02-01',
        from: '2021-02-01',
        until: '2022-01-01',
      },
      'lan',
    )
    expect((await show('lan', bodyId, 'day=2021-05-01')).rules).toEqual([])
  })
})

describe('a dissolution that was entered wrongly', () => {
  const because = 'Đọc nhầm ngày trong quyết định'
  const dissolve = (bodyId: string, last: string, part: object = {}) =>
    world.as('hung').post(`/api/bodies/${bodyId}/dissolve`, { ...ended(last), ...part })
  const correct = (bodyId: string, part: object, person: PersonName = 'hung') =>
    world
      .as(person)
      .post(`/api/bodies/${bodyId}/dissolve/correct`, { last: null, because, seen: '2026-11-01', ...part })
  const untils = async (bodyId: string) =>
    Object.fromEntries(
      (await show('hung', bodyId, 'allMembers=true')).members.map(
        (one: { name: string; until: string | null; because: string | null }) => [one.name, [one.until, one.because]],
      ),
    )

  it('is put on another day, and who ended with it follows within the term they had', async () => {
    const bodyId = await acts.founded({ until: '2027-01-01' })
    await acts.joined(bodyId, await acts.person('Kim Văn Dài'), { until: '2027-01-01' })
    await acts.joined(bodyId, await acts.person('Kim Văn Ngắn'), { until: '2026-11-06' })
    const left = await acts.joined(bodyId, await acts.person('Kim Văn Thôi'), { until: '2027-01-01' })
    const leaves = { last: '2026-10-15', because: 'Nghỉ hưu' }
    expect((await world.as('hung').post(`/api/body-members/${left}/end`, leaves)).statusCode).toBe(200)
    expect((await dissolve(bodyId, '2026-10-31')).statusCode).toBe(200)
    expect((await show('hung', bodyId)).can).toEqual(['correct'])
    expect((await correct(bodyId, { last: '2026-11-10' })).statusCode).toBe(200)
    expect(await untils(bodyId)).toEqual({
      'Kim Văn Dài': ['2026-11-11', because],
      'Kim Văn Ngắn': ['2026-11-06', null],
      'Kim Văn Thôi': ['2026-10-16', 'Nghỉ hưu'],
    })
    // Earlier than somebody had left: they end with the body, and have their own end again when it goes on.
    expect((await correct(bodyId, { last: '2026-10-10', seen: '2026-11-11' })).statusCode).toBe(200)
    expect((await untils(bodyId))['Kim Văn Thôi']).toEqual(['2026-10-11', because])
    expect(await show('hung', bodyId)).toMatchObject({ until: '2026-10-11', dissolvedBecause: because })
    expect((await correct(bodyId, { seen: '2026-10-11' })).statusCode).toBe(200)
    expect(await show('hung', bodyId)).toMatchObject({ until: '2027-01-01', dissolvedBecause: null, can: ['write'] })
    expect(await untils(bodyId)).toEqual({
      'Kim Văn Dài': ['2027-01-01', null],
      'Kim Văn Ngắn': ['2026-11-06', null],
      'Kim Văn Thôi': ['2026-10-16', 'Nghỉ hưu'],
    })
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'body.dissolution_corrected' order by at desc limit 1`,
      [bodyId],
    )
    expect(rows[0]?.facts).toMatchObject({ wasLast: '2026-10-10', last: null, because })
  })

  it('is judged as if it were entered now, by who saw the day that stands', async () => {
    const bodyId = await acts.founded({ until: '2026-11-16' })
    expect(await refusal(world, () => correct(bodyId, {}))).toBe('bodies.not_dissolved')
    await acts.met(bodyId, { on: '2026-10-20' })
    await acts.joined(bodyId, await acts.person('Kim Thị Sau'), { from: '2026-10-05', until: '2026-11-16' })
    expect((await dissolve(bodyId, '2026-10-31')).statusCode).toBe(200)
    for (const last of ['2026-01-04', '2026-11-16', '2026-11-21'])
      expect(await refusal(world, () => correct(bodyId, { last })), last).toBe('bodies.dissolved_when')
    for (const last of ['2026-10-19', '2026-10-04'])
      expect(await refusal(world, () => correct(bodyId, { last })), last).toBe('bodies.held_after')
    expect(await refusal(world, () => correct(bodyId, { seen: '2026-11-02' }))).toBe('bodies.dissolution_changed')
    expect(await refusal(world, () => correct(bodyId, {}, 'kiem'))).toBe('access.denied')
    expect(await refusal(world, () => correct(bodyId, {}, 'son'))).toBe('bodies.not_found')
    expect((await correct(bodyId, { last: '2026-11-15' })).statusCode).toBe(200)
    expect(await refusal(world, () => correct(bodyId, {}))).toBe('bodies.dissolution_changed')
  })

  it('does not bring back what was entered by mistake: that is entered again', async () => {
    const bodyId = await acts.founded()
    expect((await dissolve(bodyId, '2026-01-05', { mistaken: true })).statusCode).toBe(200)
    expect((await show('hung', bodyId)).can).toEqual([])
    expect(await refusal(world, () => correct(bodyId, { seen: '2026-01-05' }))).toBe('bodies.never_was')
  })
})

describe('the end of a body', () => {
  it('ends its members with it, says why, and takes nothing more', async () => {
    const official = await acts.person('Lưu Văn Cuối')
    const bodyId = await acts.founded()
    await acts.joined(bodyId, official)
    const dissolve = (last: string) => world.as('hung').post(`/api/bodies/${bodyId}/dissolve`, ended(last))
    expect(await refusal(world, () => dissolve('2026-01-04'))).toBe('bodies.dissolved_when')
    expect(await refusal(world, () => dissolve('2027-01-04'))).toBe('bodies.dissolved_when')
    const late = await acts.joined(bodyId, await acts.person('Lưu Thị Muộn'), { from: '2026-11-01' })
    expect(await refusal(world, () => dissolve('2026-10-31'))).toBe('bodies.held_after')
    await world.as('hung').post(`/api/body-members/${late}/end`, { ...ended('2026-11-01'), mistaken: true })
    expect((await dissolve('2026-10-31')).statusCode).toBe(200)
    expect(await refusal(world, () => dissolve('2026-10-30'))).toBe('bodies.dissolved')
    expect(await show('hung', bodyId)).toMatchObject({
      dissolvedBecause: 'Chương trình kết thúc',
      members: [],
      can: ['correct'],
    })
    expect((await show('hung', bodyId, 'day=2026-10-31')).members).toMatchObject([{ name: 'Lưu Văn Cuối' }])
    expect(await refusal(world, () => acts.join('hung', bodyId, official))).toBe('bodies.dissolved')
  })

  it('was a mistake: it stood on no day, nobody sat in it, its decision can be entered again; not once it has met', async () => {
    const bodyId = await acts.founded({ decisionNumber: '99/QĐ-UBND' })
    const official = await acts.person('Lưu Thị Nhầm')
    await acts.joined(bodyId, official)
    const mistake = { ...ended('2026-01-01'), mistaken: true }
    const annul = () => world.as('hung').post(`/api/bodies/${bodyId}/dissolve`, mistake)
    const meeting = { meetingId: newId(), on: '2026-11-25', time: '08:00', place: 'Hội trường', agenda: ['Họp'] }
    expect((await world.as('hung').post(`/api/bodies/${bodyId}/meetings`, meeting)).statusCode).toBe(200)
    expect(await refusal(world, annul)).toBe('bodies.has_met')
    const off = { because: 'Mời nhầm Ban' }
    expect((await world.as('hung').post(`/api/meetings/${meeting.meetingId}/call-off`, off)).statusCode).toBe(200)
    expect((await annul()).statusCode).toBe(200)
    const shown = await show('hung', bodyId, 'allMembers=true')
    expect(shown.until).toBe(shown.from)
    expect(shown.members).toMatchObject([{ name: 'Lưu Thị Nhầm', because: mistake.because }])
    expect((await show('hung', bodyId)).members).toEqual([])
    const seats = (await world.as('hung').get(`/api/officials/${official}/bodies`)).json().seats
    expect(seats).toMatchObject([{ from: seats[0].until }])
    await acts.founded({ decisionNumber: '99/QĐ-UBND' })
    expect(await refusal(world, () => acts.found('hung', { ...steering(), decisionNumber: '99/QĐ-UBND' }))).toBe(
      'bodies.twice',
    )
  })

  it('is not that of its unit: a body of a unit that has ended stays there and says so', async () => {
    const bodyId = await acts.founded(
      {
        ...steering(),
        unitId: demoAreas.tamHong2021,
        decidedOn: '2021-02-01',
        from: '2021-02-01',
        until: '2025-07-01',
      },
      'lan',
    )
    await world.owner.query('update body set valid_until = null where id = $1', [bodyId])
    expect(await show('hung', bodyId)).toMatchObject({ unitEnded: '2025-07-01', until: null })
    // What was there before the end is recorded still, nothing from it on.
    const called = { time: null, place: 'Hội trường', agenda: ['Một việc'] }
    const call = async (on: string) =>
      (await world.as('lan').post(`/api/bodies/${bodyId}/meetings`, { meetingId: newId(), on, ...called })).json()
    const late = await call('2025-07-01')
    expect(late, JSON.stringify(late)).toMatchObject({
      code: 'bodies.unit_over',
      facts: { at: 'on', unit: 'Thị trấn Tam Hồng', day: '01/07/2025' },
    })
    const { meetingId } = await call('2025-06-30')
    const move = () => world.as('lan').post(`/api/meetings/${meetingId}/change`, { on: '2025-07-02', past: true })
    expect(await refusal(world, move)).toBe('bodies.unit_over')
    const official = await acts.person('Lưu Văn Muộn')
    const join = (from: string) => acts.join('lan', bodyId, official, { from })
    expect(await refusal(world, () => join('2025-07-01'))).toBe('bodies.unit_over')
    expect((await join('2025-06-01')).statusCode).toBe(200)
    const told = (await world.as('quantri').get(`/api/areas/${tamHong}/touched?kind=merge&day=2026-11-10`)).json()
    const held = told.held.filter((one: { what: { vi: string } }) => one.what.vi.includes('Ban Chỉ đạo'))
    expect(held).toMatchObject([{ opens: null }])
    expect(held[0].count).toBeGreaterThan(0)
  })
})
