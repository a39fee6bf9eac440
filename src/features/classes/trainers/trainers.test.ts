/** Trainers: Đào keeps the province's, Hùng the commune's; the communes find those of the province; nobody else's phone is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
let topicId: string
let sourcedTopic: string
let official: string
beforeAll(async () => {
  world = await openWorld()
  topicId = await approvedTopic()
  const { rows } = await world.owner.query<{ id: string }>(
    `select t.id from framework_topic t where t.state = 'sourced' limit 1`,
  )
  sourcedTopic = rows[0]?.id ?? ''
  official = await person('Lò Thị Dạy')
})
afterAll(() => world.close())

const must = async (by: PersonName, url: string, body: object) => {
  const reply = await world.as(by).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
}
async function approvedTopic(): Promise<string> {
  const [frameworkId, frameworkTopicId] = [newId(), newId()]
  const period = { programmeId: null, periodFrom: 2026, periodUntil: 2030, note: '', copyOf: null }
  await must('dao', '/api/frameworks', { frameworkId, areaId: phuTho, name: 'Khung lớp', ...period })
  await must('dao', `/api/frameworks/${frameworkId}/topics`, {
    ...{ frameworkTopicId, code: 'CĐ1', title: 'Nghiệp vụ rà soát', objective: '', contents: '', theoryHours: 4 },
    ...{ practiceHours: null, posts: [], levels: [], areaConditions: [], requires: [], recursAfter: null },
  })
  const { edits } = (await world.as('lan').get(`/api/frameworks/${frameworkId}`)).json()
  const decided = { number: '1/QĐ-LH', decidedOn: '2026-11-03', issuer: 'UBND tỉnh Phú Thọ', edits }
  await must('lan', `/api/frameworks/${frameworkId}/approve`, decided)
  return frameworkTopicId
}
async function person(name: string): Promise<string> {
  const officialId = newId()
  const who = {
    name,
    sex: 'female',
    birth: { year: 1984 },
    ethnicity: '08',
    languages: [],
    phone: '',
    personalNumber: '',
  }
  await must('hung', '/api/officials', { officialId, unitId: tamHongToday, ...who, holds: null })
  return officialId
}

const said = { organisation: 'Sở Nội vụ', phone: null, email: null, topicIds: [], note: '' }
const enter = (part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post('/api/trainers', {
    ...{ trainerId: newId(), areaId: phuTho, officialId: null, name: 'Nguyễn Văn Giảng', from: '2026-01-01' },
    ...{ ...said, ...part },
  })
async function entered(part: object = {}, person: PersonName = 'dao'): Promise<string> {
  const reply = await enter(part, person)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().trainerId
}
const act = (id: string, what: 'change' | 'end', body: object, person: PersonName = 'dao') =>
  world.as(person).post(`/api/trainers/${id}/${what}`, body)
const list = async (query = '', person: PersonName = 'dao', area: string = phuTho) =>
  (await world.as(person).get(`/api/areas/${area}/trainers${query}`)).json()

describe('a trainer', () => {
  it('from elsewhere is kept by name, with what they teach, and read by the units below', async () => {
    await entered({ phone: '+84 912.345.678', email: 'giang@so.vn', topicIds: [topicId] })
    expect((await list()).rows).toMatchObject([
      {
        ...{ name: 'Nguyễn Văn Giảng', organisation: 'Sở Nội vụ', phone: '0912345678', officialId: null },
        ...{ state: 'teaching', topics: [{ code: 'CĐ1' }], can: ['change', 'end'] },
      },
    ])
    expect((await list('', 'hung', tamHongToday)).rows).toEqual([])
    expect((await list('?above=true', 'hung', tamHongToday)).rows).toMatchObject([{ phone: '0912345678', can: [] }])
    expect((await list(`?topicId=${topicId}`)).total).toBe(1)
    expect((await list('?q=van giang')).total).toBe(1)
    expect((await list('?q=so noi vu')).total).toBe(1)
    expect((await list('?q=khong co')).total).toBe(0)
  })

  it('is told to nobody of the next province, nor to a village', async () => {
    for (const [by, area] of [
      ['son', phuTho],
      ['mai', tamHongToday],
      ['hung', phuTho],
    ] as const)
      expect((await world.as(by).get(`/api/areas/${area}/trainers`)).json(), by).toMatchObject({
        code: 'access.denied',
      })
  })

  it('of the roster is one person: once in a unit at a time, under the name of the roster', async () => {
    const id = await entered({ officialId: official, name: null, areaId: tamHongToday }, 'hung')
    const again = { officialId: official, name: null, areaId: tamHongToday }
    expect(await refusal(world, () => enter(again, 'hung'))).toBe('trainer.there_already')
    // Another unit may ask the same person.
    await entered({ officialId: official, name: null })
    await world.owner.query(`update official set full_name = 'Lò Thị Đổi Tên' where id = $1`, [official])
    expect((await list('?q=doi ten', 'hung', tamHongToday)).rows).toMatchObject([
      { trainerId: id, name: 'Lò Thị Đổi Tên' },
    ])
  })

  it('is somebody: of the roster or by name, not both, not neither, not the dead', async () => {
    expect(await refusal(world, () => enter({ name: null }))).toBe('trainer.who')
    expect(await refusal(world, () => enter({ officialId: official }))).toBe('trainer.who')
    expect(await refusal(world, () => enter({ officialId: newId(), name: null }))).toBe('trainer.official_gone')
    const dead = { officialId: await person('Hà Văn Mất'), name: null, areaId: tamHongToday }
    await world.owner.query(
      `insert into appointment (id, official_id, post, area_id, valid_from, valid_until, ended_because)
       select $1, $2, p.id, $3, '2025-01-01', '2026-10-01', 'died' from post p limit 1`,
      [newId(), dead.officialId, tamHongToday],
    )
    expect(await refusal(world, () => enter(dead, 'hung'))).toBe('trainer.official_gone')
  })

  it('who has died since is said to have, in the list and in its file', async () => {
    const officialId = await person('Vàng A Mất')
    await entered({ officialId, name: null, areaId: tamHongToday }, 'hung')
    await world.owner.query(
      `insert into appointment (id, official_id, post, area_id, valid_from, valid_until, ended_because)
       select $1, $2, p.id, $3, '2025-01-01', '2026-11-01', 'died' from post p limit 1`,
      [newId(), officialId, tamHongToday],
    )
    expect((await list('?q=vang a', 'hung', tamHongToday)).rows).toMatchObject([
      { name: 'Vàng A Mất', gone: { why: 'died', since: '2026-11-01' } },
    ])
    const file = await world.as('hung').get(`/api/areas/${tamHongToday}/trainers/file?as=csv&q=vang%20a`)
    expect(file.body).toContain('Vàng A Mất (')
  })

  it('teaches topics of a framework in force, and has a number and an address that are ones', async () => {
    expect(await refusal(world, () => enter({ topicIds: [newId()] }))).toBe('trainer.topic')
    expect(await refusal(world, () => enter({ topicIds: [sourcedTopic] }))).toBe('trainer.topic')
    expect(await refusal(world, () => enter({ phone: '12' }))).toBe('trainer.phone')
    expect(await refusal(world, () => enter({ email: 'giang' }))).toBe('trainer.email')
  })

  it('is put right field by field, and keeps the topics that he had', async () => {
    const id = await entered({ name: 'Hà Thị Sửa', topicIds: [topicId] })
    const [row] = (await list('?q=thi sua')).rows
    const topicIds = row.topics.map((one: { topicId: string }) => one.topicId)
    expect((await act(id, 'change', { note: 'dạy buổi sáng', was: { note: '' } })).statusCode).toBe(200)
    const touched = await act(id, 'change', { note: 'dạy buổi chiều', was: { note: '' } })
    expect(touched.json()).toMatchObject({ code: 'record.changed_since' })
    expect((await act(id, 'change', { topicIds: [], was: { topicIds } })).statusCode).toBe(200)
    expect((await list('?q=thi sua')).rows).toMatchObject([{ note: 'dạy buổi sáng', topics: [] }])
    expect(await refusal(world, () => act(id, 'change', { topicIds: [newId()], was: { topicIds: [] } }))).toBe(
      'trainer.topic',
    )
    expect(await refusal(world, () => act(id, 'change', { note: 'x' }, 'hung'))).toBe('access.denied')
  })

  it('ends with a reason, put right where that was written wrongly', async () => {
    const id = await entered({ name: 'Bế Văn Thôi' })
    const because = 'Nghỉ hưu'
    expect(await refusal(world, () => act(id, 'end', { last: '2025-01-01', because }))).toBe('trainer.ends_before')
    expect((await act(id, 'end', { last: '2027-06-30', because })).statusCode).toBe(200)
    expect(await refusal(world, () => act(id, 'end', { last: '2026-06-30', because }))).toBe('trainer.ended')
    expect((await act(id, 'end', { seen: '2027-07-01', last: '2026-06-30', because })).statusCode).toBe(200)
    expect((await list('?state=ended')).rows).toMatchObject([{ name: 'Bế Văn Thôi', endedBecause: because }])
  })

  it('is entered by who holds classes there, at a unit that keeps trainers', async () => {
    for (const person of ['lan', 'bich', 'kiem', 'mai', 'son', 'xem', 'quantri', 'la', 'hung'] as const)
      expect(await refusal(world, () => enter({}, person)), person).toBe('access.denied')
    const village = demoAreas.villages.tamHong[0]
    expect(await refusal(world, () => enter({ areaId: village }))).toBe('trainer.no_unit')
    expect(await refusal(world, () => enter({ from: '2101-01-01' }))).toBe('rule.day_far')
    expect(await refusal(world, () => act(newId(), 'end', { last: null, because: 'x' }))).toBe('trainer.not_found')
  })
})

describe('two records of one person', () => {
  it('that become one teach once in a unit', async () => {
    const [kept, former] = [await person('Lò Văn Một'), await person('Lò Văn Hai')]
    await entered({ officialId: kept, name: null, areaId: tamHongToday }, 'hung')
    await entered({ officialId: former, name: null, areaId: tamHongToday }, 'hung')
    await entered({ officialId: former, name: null })
    await world.owner.query('select trainers_joined($1, $2)', [kept, former])
    const { rows: after } = await world.owner.query(
      'select area_id, count(*)::int from trainer where official_id = $1 group by 1 order by 2',
      [kept],
    )
    expect(after.map(({ count }) => count)).toEqual([1, 1])
    expect((await world.owner.query('select from trainer where official_id = $1', [former])).rowCount).toBe(0)
  })
})
