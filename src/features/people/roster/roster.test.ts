/** The roster of a commune through its year: who is entered, appointed, deputises, leaves and comes back, and who is missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { plainDate } from '#kernel/dates.ts'
import { newId } from '#platform/server/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
const [thon1, thon2] = demoAreas.villages.tamHong

const seo = {
  name: 'Giàng A Seo',
  sex: 'male',
  birth: { year: 1984, month: 3, day: 9 },
  ethnicity: '08',
  languages: [],
  phone: '0912 345 678',
  personalNumber: '',
}
const post = (part: object = {}) => ({
  ...{ appointmentId: newId(), post: 'specialist', areaId: tamHong, standing: 'own', from: '2026-01-05', until: null },
  ...{ decisionNumber: '12/QĐ-UBND', decidedOn: '2026-01-02', also: true, ...part },
})
const add = (person: PersonName, part: object = {}) =>
  world.as(person).post('/api/officials', { officialId: newId(), unitId: tamHong, ...seo, holds: null, ...part })
async function entered(part: object = {}): Promise<string> {
  const reply = await add('hung', part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().officialId
}
const appoint = (person: PersonName, official: string, part: object = {}) =>
  world.as(person).post(`/api/officials/${official}/appointments`, post(part))
const end = (person: PersonName, appointment: string, body: object) =>
  world.as(person).post(`/api/appointments/${appointment}/end`, body)
const list = async (person: PersonName, query = '', area = tamHong) =>
  (await world.as(person).get(`/api/areas/${area}/officials?${query}`)).json()
const course = async (person: PersonName, official: string) =>
  (await world.as(person).get(`/api/officials/${official}`)).json()
const codeOf = async (reply: Promise<{ json: () => { code: string } }>) => (await reply).json().code

describe('a person of the programme', () => {
  it('is entered with a post, found by name without its marks, and listed with that post on its days alone', async () => {
    const official = await entered({ holds: post() })
    const { rows, total } = await list('hung', 'q=giang')
    expect(total).toBe(1)
    expect(rows).toMatchObject([
      { officialId: official, name: 'Giàng A Seo', birthYear: 1984, unitName: 'Xã Tam Hồng', hasAccount: false },
    ])
    expect(rows[0].posts).toMatchObject([{ post: 'specialist', areaName: 'Xã Tam Hồng', from: '2026-01-05' }])
    expect((await list('hung', 'q=giang&post=specialist&day=2026-01-04')).total).toBe(0)
    expect((await list('hung', 'q=giang&post=none&day=2026-01-04')).total).toBe(1)
    expect((await list('hung', 'q=giang&post=leader')).total).toBe(0)
    expect((await world.as('hung').get('/api/officials/search?q=Giàng')).json().officials).toMatchObject([
      { officialId: official },
    ])
  })

  it('is found by the personal number, whole, however it is typed', async () => {
    const official = await entered({ name: 'Giàng A Số', personalNumber: 'PT00917' })
    for (const q of ['PT00917', 'pt00917']) {
      expect((await list('hung', `q=${q}`)).rows).toMatchObject([{ officialId: official }])
      const { officials } = (await world.as('hung').get(`/api/officials/search?q=${q}`)).json()
      expect(officials).toMatchObject([{ officialId: official }])
    }
    expect((await list('hung', 'q=PT009')).total).toBe(0)
    expect((await list('son', 'q=PT00917', demoAreas.kyThuongToday)).total).toBe(0)
  })

  it('is told apart from a namesake where one of them is picked: by the post of today, else by how the phone ends', async () => {
    const who = { name: 'Giàng Thị Trùng', sex: 'female', birth: { year: 1990 } }
    const holder = await entered({ ...who, holds: post({ areaId: thon1, post: 'village_head', from: '2026-01-05' }) })
    const idle = await entered({ ...who, phone: '0912345678', sure: 'Hai người' })
    const ended = post({ from: '2025-07-05', until: '2026-01-05' })
    const gone = await entered({ ...who, phone: '', sure: 'Ba người', holds: ended })
    const { officials } = (await world.as('hung').get('/api/officials/search?q=Giàng Thị Trùng')).json()
    const told = new Map(officials.map((one: { officialId: string }) => [one.officialId, one]))
    const posts = { vi: 'Trưởng thôn, bản, tổ dân phố, Thôn 1', en: 'Village head, Thôn 1' }
    expect(told.get(holder)).toMatchObject({ birthYear: 1990, unitName: 'Xã Tam Hồng', posts, phoneEnd: null })
    expect(told.get(idle)).toMatchObject({ posts: null, phoneEnd: '678' })
    expect(told.get(gone)).toMatchObject({ posts: null, phoneEnd: null })
  })

  it('is found by sex, ethnic minority and account, in the list, its count and its file', async () => {
    const unit = { kind: 'create', unit: { name: 'Thôn Lọc', kind: 'thon', code: null, parentId: tamHong } }
    const told = { change: unit, day: '2026-01-02', legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
    const [areaId] = (await world.as('quantri').post('/api/area-events', told)).json().began
    const holds = () => post({ post: 'front_head', areaId, from: '2026-05-01' })
    const woman = await entered({ name: 'Lọc Thị Nữ', sex: 'female', ethnicity: '01', holds: holds() })
    const man = await entered({ name: 'Lọc Văn Nam', sex: 'male', ethnicity: '08', holds: holds() })
    await entered({ name: 'Lọc Văn Khách', sex: 'male', ethnicity: '55', holds: holds() })
    await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf('thang')])
    await world.owner.query('update official set account_id = $2 where id = $1', [man, world.idOf('thang')])
    for (const [query, names] of [
      ['sex=female', ['Lọc Thị Nữ']],
      ['sex=male', ['Lọc Văn Khách', 'Lọc Văn Nam']],
      ['minority=true', ['Lọc Văn Nam']],
      ['minority=false', ['Lọc Văn Khách', 'Lọc Thị Nữ']],
      ['account=true', ['Lọc Văn Nam']],
      ['account=false', ['Lọc Văn Khách', 'Lọc Thị Nữ']],
      ['sex=female&minority=true', []],
      ['sex=female&post=front_head', ['Lọc Thị Nữ']],
    ] as const) {
      const { rows, total } = await list('hung', query, areaId)
      expect([total, rows.map(({ name }: { name: string }) => name)], query).toEqual([names.length, names])
      const file = await world.as('hung').get(`/api/areas/${areaId}/officials/file?as=csv&${query}`)
      for (const name of ['Lọc Thị Nữ', 'Lọc Văn Nam', 'Lọc Văn Khách'] as const)
        expect(file.body.includes(name), `${query} ${name}`).toBe((names as readonly string[]).includes(name))
    }
    expect((await list('hung', 'sex=female', areaId)).rows[0].officialId).toBe(woman)
  })

  it('is asked about where one of the name and year stands already, and entered with a reason', async () => {
    const asked = (await add('hung', { name: 'giàng a seo' })).json()
    expect(asked).toMatchObject({ code: 'official.double' })
    expect(asked.title.vi).toContain('Giàng A Seo (1984, Xã Tam Hồng)')
    await entered({ name: 'Giàng A Séo', sure: 'Người khác, ở thôn khác' })
  })

  it('whom two enter in the same second is asked about as anybody is', async () => {
    const twice = () => add('hung', { name: 'Tẩn Láo Lở' })
    const replies = await meetingAt(world, 'official', [twice, twice])
    expect(answersIn(replies).sort()).toEqual(['official.double', 'ok'])
    expect((await list('hung', 'q=tan lao lo')).total).toBe(1)
  })

  it('has a name, a day of birth and a phone that there are', async () => {
    const fresh = { name: 'Sùng Thị Dợ' }
    for (const [part, code] of [
      [{ name: '12345' }, 'official.name_unfit'],
      [{ ...fresh, birth: { year: 2020 } }, 'official.birth_young'],
      [{ ...fresh, birth: { year: 2027 } }, 'official.birth_ahead'],
      [{ ...fresh, birth: { year: 1899, month: 2, day: 30 } }, 'official.birth_long_ago'],
      [{ ...fresh, birth: { year: 1990, month: 2, day: 30 } }, 'official.birth_no_day'],
      [{ ...fresh, birth: { year: 1990, day: 3 } }, 'official.birth_no_day'],
      [{ ...fresh, phone: 'gọi anh Tú' }, 'official.phone_unfit'],
    ] as const)
      expect(await codeOf(add('hung', part))).toBe(code)
    expect((await list('hung', 'q=sung thi do')).total).toBe(0)
  })

  it('is opened by who may, each time with a line of the audit, and by nobody else', async () => {
    const official = await entered({ name: 'Tráng A Pao', personalNumber: 'LC-0417' })
    const open = (person: PersonName) => world.as(person).post(`/api/officials/${official}/open`, {})
    expect((await open('hung')).json()).toMatchObject({ phone: '0912345678', personalNumber: 'LC-0417' })
    expect(await codeOf(open('kiem'))).toBe('access.denied')
    expect(await codeOf(open('son'))).toBe('official.not_found')
    const { rows } = await world.owner.query(
      `select account_id from audit_line where subject_id = $1 and what = 'official.opened'`,
      [official],
    )
    expect(rows).toEqual([{ account_id: world.idOf('hung') }])
    // What hides there is told nowhere else.
    for (const answer of [await course('bich', official), await list('bich', 'q=trang')])
      expect(JSON.stringify(answer)).not.toMatch(/LC-0417|0912/)
    expect(await codeOf(add('hung', { name: 'Vàng A Tủa', personalNumber: 'LC-0417' }))).toBe(
      'official.personal_number_taken',
    )
  })

  it('is changed by two at once: what touches is told, what does not is kept', async () => {
    const official = await entered({ name: 'Lý Thị Mẩy' })
    const was = { ...seo, name: 'Lý Thị Mẩy', phone: '0912345678' }
    const change = (body: object) => world.as('hung').post(`/api/officials/${official}/change`, body)
    expect((await change({ was, phone: '0987654321' })).statusCode).toBe(200)
    expect((await change({ was, ethnicity: '09' })).statusCode).toBe(200)
    const told = (await change({ was, phone: '0900000009' })).json()
    expect(told.code).toBe('record.changed_since')
    expect(told.facts.touching).toMatchObject([{ field: 'phone', theirs: '0987654321', yours: '0900000009' }])
    expect((await world.as('hung').post(`/api/officials/${official}/open`, {})).json()).toMatchObject({
      phone: '0987654321',
      ethnicity: '09',
    })
  })
})

describe('a post', () => {
  it('is held at a unit of its level that stands then, once at a time', async () => {
    const official = await entered({ name: 'Hờ A Chống' })
    for (const [part, code] of [
      [{ post: 'village_head' }, 'official.post_misplaced'],
      [{ post: 'king' }, 'official.post_unknown'],
      [{ from: '1900-01-01' }, 'official.day_far'],
      [{ from: '2025-06-30' }, 'official.unit_not_yet'],
      [{ from: '2026-03-01', until: '2026-02-01' }, 'official.post_period'],
    ] as const)
      expect(await codeOf(appoint('hung', official, part)), JSON.stringify(part)).toBe(code)
    expect((await course('hung', official)).appointments).toEqual([])
    expect((await appoint('hung', official)).statusCode).toBe(200)
    expect(await codeOf(appoint('hung', official))).toBe('official.post_held')
    // Beside it, another post and another unit.
    expect((await appoint('hung', official, { post: 'enumerator', areaId: thon1 })).statusCode).toBe(200)
    expect((await appoint('hung', official, { post: 'leader', standing: 'acting' })).statusCode).toBe(200)
    expect((await course('hung', official)).appointments).toHaveLength(3)
  })

  it('ends on its last day with a reason, is held again later, and answers for every day in between', async () => {
    const official = await entered({ name: 'Chảo Láo Tả' })
    const first = post({ post: 'village_head', areaId: thon2, from: '2026-01-01' })
    expect((await world.as('hung').post(`/api/officials/${official}/appointments`, first)).statusCode).toBe(200)
    const { appointmentId } = first
    expect(await codeOf(end('hung', appointmentId, { last: '2025-12-31', reason: 'left' }))).toBe('official.end_early')
    expect((await end('hung', appointmentId, { last: '2026-03-31', reason: 'left' })).statusCode).toBe(200)
    expect(await codeOf(end('hung', appointmentId, { last: '2026-04-30', reason: 'left' }))).toBe(
      'official.appointment_ended',
    )
    const again = await appoint('hung', official, { post: 'village_head', areaId: thon2, from: '2026-06-01' })
    expect(again.statusCode, again.body).toBe(200)
    const on = async (day: string) => (await list('kiem', `post=village_head&day=${day}`, thon2)).total
    expect(await Promise.all(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-06-01'].map(on))).toEqual([
      0, 1, 1, 0, 1,
    ])
    expect((await course('kiem', official)).appointments).toMatchObject([
      { from: '2026-06-01', until: null, because: null },
      { from: '2026-01-01', until: '2026-04-01', because: 'left' },
    ])
  })

  it('does not end in a year that nobody means, and an end that was wrong is put right', async () => {
    const held = post({ post: 'village_head', areaId: thon2, from: '2026-01-01' })
    const official = await entered({ name: 'Chảo Láo Sử', holds: held })
    expect(await codeOf(end('hung', held.appointmentId, { last: '2099-12-31', reason: 'left' }))).toBe(
      'official.end_far',
    )
    const correct = (person: PersonName, ends: object | null, seen: object, part: object = {}) =>
      world
        .as(person)
        .post(`/api/appointments/${held.appointmentId}/end/correct`, { ends, seen, because: 'Ghi nhầm năm', ...part })
    const wrong = { until: '2026-04-01', reason: 'left' }
    expect(await codeOf(correct('hung', null, wrong))).toBe('official.not_ended')
    expect((await end('hung', held.appointmentId, { last: '2026-03-31', reason: 'left' })).statusCode).toBe(200)
    const retired = { last: '2026-05-31', reason: 'retired' }
    expect(await codeOf(correct('kiem', retired, wrong))).toBe('access.denied')
    expect(await codeOf(correct('son', retired, wrong))).toBe('official.appointment_not_found')
    for (const [last, code] of [
      ['2099-05-31', 'official.end_far'],
      ['2025-12-31', 'official.end_early'],
    ])
      expect(await codeOf(correct('hung', { last, reason: 'left' }, wrong))).toBe(code)
    expect(await codeOf(correct('hung', retired, wrong))).toBe('official.end_later')
    expect((await correct('hung', retired, wrong, { longer: true })).statusCode).toBe(200)
    expect((await course('hung', official)).appointments).toMatchObject([{ until: '2026-06-01', because: 'retired' }])
    // Who saw the former end corrects nothing.
    expect(await codeOf(correct('hung', null, wrong))).toBe('official.end_changed')
    const seen = { until: '2026-06-01', reason: 'retired' }
    const later = { post: 'village_head', areaId: thon2, from: '2026-07-01', until: '2026-08-01' }
    expect((await appoint('hung', official, later)).statusCode).toBe(200)
    expect(await codeOf(correct('hung', null, seen))).toBe('official.post_held')
    const [again] = (await course('hung', official)).appointments
    await end('hung', again.appointmentId, { last: '2026-07-01', reason: 'entered_by_mistake' })
    expect((await correct('hung', null, seen)).statusCode).toBe(200)
    expect((await course('hung', official)).appointments).toContainEqual(
      expect.objectContaining({ appointmentId: held.appointmentId, until: null, because: null }),
    )
    const { rows } = await world.owner.query(
      `select facts ->> 'note' as note from audit_line where subject_id = $1 and what = 'official.end_corrected'`,
      [official],
    )
    expect(rows).toEqual([{ note: 'Ghi nhầm năm' }, { note: 'Ghi nhầm năm' }])
  })

  it('with a last day from the beginning has an end to correct once that day is over, and grows by an answer only', async () => {
    const held = post({ post: 'village_head', areaId: thon2, from: '2025-08-01', until: '2026-03-31' })
    const official = await entered({ name: 'Chảo Thị Hạn', holds: held })
    const longer = await end('hung', held.appointmentId, { last: '2026-11-20', reason: 'left' })
    expect(longer.json().code).toBe('official.end_later')
    expect(longer.json().title.vi).toContain('30/03/2026')
    const correct = (ends: object | null, part: object = {}) =>
      world.as('hung').post(`/api/appointments/${held.appointmentId}/end/correct`, {
        ...{ ends, seen: { until: '2026-03-31', reason: null }, because: 'Thực tế thôi muộn hơn', ...part },
      })
    const later = { last: '2026-04-30', reason: 'term_over' }
    expect(await codeOf(correct(later))).toBe('official.end_later')
    expect((await correct(later, { longer: true })).statusCode).toBe(200)
    expect((await course('hung', official)).appointments).toMatchObject([{ until: '2026-05-01', because: 'term_over' }])
    // Of one whose last day is still to come nothing has ended yet.
    const coming = post({ post: 'leader', areaId: tamHong, from: '2026-05-04', until: '2027-03-31' })
    expect((await appoint('hung', official, coming)).statusCode).toBe(200)
    const seen = { until: '2027-03-31', reason: null }
    expect(
      await codeOf(
        world
          .as('hung')
          .post(`/api/appointments/${coming.appointmentId}/end/correct`, { ends: null, seen, because: 'x' }),
      ),
    ).toBe('official.not_ended')
  })

  it('is given to nobody after their death, which can be put right where it was a mistake', async () => {
    const held = post({ from: '2026-01-05' })
    const official = await entered({ name: 'Lồ Văn Khởi', holds: held })
    expect((await end('hung', held.appointmentId, { last: '2026-03-31', reason: 'died' })).statusCode).toBe(200)
    const after = { post: 'leader', from: '2026-05-04' }
    const refused = (await appoint('hung', official, after)).json()
    expect(refused.code).toBe('official.died')
    expect(refused.title.vi).toContain('Lồ Văn Khởi đã qua đời')
    expect(refused.title.vi).toContain('31/03/2026')
    // What was held before is entered still.
    const before = { post: 'leader', from: '2026-01-05', until: '2026-02-01' }
    expect((await appoint('hung', official, before)).statusCode).toBe(200)
    const ends = { last: '2026-03-31', reason: 'left' }
    const seen = { until: '2026-04-01', reason: 'died' }
    const corrected = await world
      .as('hung')
      .post(`/api/appointments/${held.appointmentId}/end/correct`, { ends, seen, because: 'Ghi nhầm người' })
    expect(corrected.statusCode, corrected.body).toBe(200)
    expect((await appoint('hung', official, after)).statusCode).toBe(200)
  })

  it('that was entered by mistake was never held', async () => {
    const mistaken = post({ post: 'village_head', areaId: thon1 })
    const official = await entered({ name: 'Phàn A Sơn', holds: mistaken })
    const because = 'entered_by_mistake'
    expect((await end('hung', mistaken.appointmentId, { last: '2026-01-05', reason: because })).statusCode).toBe(200)
    expect((await list('hung', 'post=village_head&q=phan&day=2026-01-05')).total).toBe(0)
    expect((await course('hung', official)).appointments).toMatchObject([{ because }])
  })

  it('is given and ended by who works there: the neighbour sees nobody, the auditor and the chair change nothing', async () => {
    const held = post()
    const official = await entered({ name: 'Thào A Lử', holds: held })
    expect((await list('son', '', demoAreas.kyThuongToday)).total).toBe(0)
    expect(await codeOf(world.as('son').get(`/api/officials/${official}`) as never)).toBe('official.not_found')
    expect(await codeOf(appoint('son', official))).toBe('access.denied')
    expect(await codeOf(appoint('son', official, { areaId: demoAreas.kyThuongToday }))).toBe('official.not_found')
    expect(await codeOf(end('son', held.appointmentId, { last: '2026-05-01', reason: 'left' }))).toBe(
      'official.appointment_not_found',
    )
    for (const person of ['kiem', 'bich', 'mai'] as const)
      expect(await codeOf(appoint(person, official)), person).toBe('access.denied')
    expect((await course('kiem', official)).can).toEqual([])
  })
})

describe('the norm', () => {
  const norm = async (query = '') => (await world.as('hung').get(`/api/areas/${tamHong}/norm?${query}`)).json()

  it('says what each unit should have, what it has on the day, and who lacks somebody by name', async () => {
    const day = '2026-02-01'
    await entered({ name: 'Lò Văn Lãnh', holds: post({ post: 'leader', from: '2026-01-15' }) })
    const { lines, places } = await norm(`day=${day}`)
    const villages = demoAreas.villages.tamHong.length
    const of = (code: string) => lines.find((line: { post: string }) => line.post === code)
    expect(of('leader')).toMatchObject({ level: 'commune', units: 1, required: 1, filled: 1, mark: 'text' })
    expect(of('enumerator')).toMatchObject({ level: 'village', filled: 1 })
    expect(of('enumerator').units).toBeGreaterThanOrEqual(villages)
    const missing = lines.reduce(
      (sum: number, line: { required: number; filled: number }) => sum + line.required - line.filled,
      0,
    )
    expect(places).toHaveLength(missing)
    expect(places.map((gap: { areaId: string }) => gap.areaId)).toContain(thon2)
    expect(places.map((gap: { areaId: string }) => gap.areaId)).not.toContain(thon1)
    expect((await norm('day=2026-01-04')).lines.find((line: { post: string }) => line.post === 'leader')).toMatchObject(
      {
        filled: 0,
      },
    )
  })

  it('whose last place two give in the same second is given once, and asked about', async () => {
    const change = { kind: 'create', unit: { name: 'Thôn Cùng Giây', kind: 'thon', code: null, parentId: tamHong } }
    const told = { change, day: '2026-01-02', legalBasis: 'Nghị quyết 6/NQ-HĐND', mark: 'text' }
    const [areaId] = (await world.as('quantri').post('/api/area-events', told)).json().began
    const people = [await entered({ name: 'Lò Văn Giây' }), await entered({ name: 'Lò Văn Phút' })]
    const give = people.map(
      (one) => () => appoint('hung', one, { post: 'enumerator', areaId, from: '2026-03-01', also: false }),
    )
    expect(answersIn(await meetingAt(world, 'appointment', give)).sort()).toEqual(['official.norm_filled', 'ok'])
  })

  it('that is filled is asked about before one more is appointed, in whatever way, and takes deputies besides', async () => {
    const change = { kind: 'create', unit: { name: 'Thôn Định Mức', kind: 'thon', code: null, parentId: tamHong } }
    const told = { change, day: '2026-01-02', legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
    const [areaId] = (await world.as('quantri').post('/api/area-events', told)).json().began
    const one = { post: 'enumerator', areaId, from: '2026-03-01', also: false }
    await entered({ name: 'Lò Văn Đầy', holds: post(one) })
    const other = await entered({ name: 'Lò Văn Thêm' })
    const refused = (await appoint('hung', other, one)).json()
    expect(refused).toMatchObject({ code: 'official.norm_filled', facts: { at: 'also' } })
    expect(refused.title.vi).toContain('Định mức 1 người đã đủ, đang giữ: Lò Văn Đầy.')
    expect((await course('hung', other)).appointments).toEqual([])
    const third = { name: 'Lò Văn Nữa', holds: post(one) }
    expect(await codeOf(add('hung', third))).toBe('official.norm_filled')
    // Of a post that one holds at a unit at a time no norm speaks: it is asked about too.
    const head = { post: 'village_head', areaId, from: '2026-03-01', also: false }
    await entered({ name: 'Lò Văn Trưởng', holds: post(head) })
    const second = (await appoint('hung', other, head)).json()
    expect(second).toMatchObject({ code: 'official.sole_held', facts: { at: 'also' } })
    expect(second.title.vi).toContain('đang giữ: Lò Văn Trưởng.')
    expect((await appoint('hung', other, { ...head, standing: 'acting' })).statusCode).toBe(200)
    expect((await add('hung', { name: 'Lò Văn Hai', holds: post({ ...head, also: true }) })).statusCode).toBe(200)
    // A deputy is counted by no norm, and before the first day nobody was there.
    expect((await appoint('hung', other, { ...one, standing: 'deputy' })).statusCode).toBe(200)
    const before = { ...one, from: '2026-02-01', until: '2026-03-01' }
    expect((await add('hung', { name: 'Lò Văn Trước', holds: post(before) })).statusCode).toBe(200)
    // No norm speaks of mass organisations, and several have their officials.
    for (const name of ['Lò Văn Trận', 'Lò Văn Mặt'])
      await entered({ name, holds: post({ ...one, post: 'mass_organisation' }) })
    await entered({ ...third, holds: post({ ...one, also: true }) })
  })

  it('opens from every number a list of the same length', async () => {
    const day = '2026-02-02'
    const norm = async (query: string) =>
      (await world.as('hung').get(`/api/areas/${tamHong}/norm?day=${day}&${query}`)).json()
    // Two leaders where one is asked for, one of whom leads twice; and a front head at a village, not at the commune.
    const two = await entered({ name: 'Lò Văn Nhất', holds: post({ post: 'leader', from: '2026-02-01' }) })
    await appoint('hung', two, { post: 'enumerator', areaId: thon1, from: '2026-02-01' })
    await appoint('hung', two, { post: 'enumerator', areaId: thon2, from: '2026-02-01' })
    await entered({ name: 'Lò Văn Nhị', holds: post({ post: 'leader', from: '2026-02-01' }) })
    await entered({ name: 'Lò Văn Tam', holds: post({ post: 'front_head', areaId: thon1, from: '2026-02-01' }) })
    const { lines, places, sums } = await norm('')
    expect(lines.length).toBeGreaterThan(1)
    for (const { level, post: code, units, required, filled, people } of lines) {
      const of = (show: string) => norm(`level=${level}&post=${code}&show=${show}`)
      expect((await of('every')).sums, code).toEqual({ units, required, filled })
      expect((await of('held')).sums.filled).toBe(filled)
      const lacking = await of('lacking')
      expect(lacking.sums.required - lacking.sums.filled).toBe(required - filled)
      expect(lacking.places).toHaveLength(Math.min(lacking.sums.units, 50))
      expect((await list('hung', `day=${day}&post=${code}&level=${level}`)).total, code).toBe(people)
    }
    const leads = lines.find((line: { post: string }) => line.post === 'leader')
    expect(leads.people).toBeGreaterThan(leads.filled)
    expect(places.every((one: { required: number; there: number }) => one.there < one.required)).toBe(true)
    expect(sums.units).toBeGreaterThanOrEqual(places.length)
    const heads = (query: string) => list('hung', `day=${day}&post=front_head&${query}`)
    expect((await heads('level=commune')).total).toBe(0)
    expect((await heads('level=village')).total).toBe(1)
    expect((await heads('here=true')).total).toBe(0)
    expect((await list('hung', `day=${day}&post=front_head&here=true`, thon1)).rows).toMatchObject([
      { name: 'Lò Văn Tam' },
    ])
  })

  it('knows no norm on a day before there was one', async () => {
    expect((await norm(`day=${plainDate('2015-12-31')}`)).lines).toEqual([])
  })
})
