/** Who needs what: Hưng nominates for Tam Hồng, Đào says which topic helps against an error, the neighbour sees nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { thon1 } from '#test/rounds.ts'
import { addNeighbours } from '#test/strangers/neighbours.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Need } from './model.ts'

const { tamHongToday, phuTho, kyThuongToday } = demoAreas
let world: World
let topicId: string
let draftTopic: string
let line: string

const must = async (person: PersonName, url: string, body: object = {}) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200)
  return reply.json()
}

const topicFields = {
  ...{ title: 'Nghiệp vụ rà soát', objective: '', contents: '', theoryHours: 4, practiceHours: null },
  ...{ posts: [], levels: [], areaConditions: [], requires: [], recursAfter: null },
}
const period = { programmeId: null, periodFrom: 2026, periodUntil: 2030, note: '', copyOf: null }
async function framework(code: string) {
  const [frameworkId, frameworkTopicId] = [newId(), newId()]
  await must('dao', '/api/frameworks', { frameworkId, areaId: phuTho, name: `Khung ${code}`, ...period })
  await must('dao', `/api/frameworks/${frameworkId}/topics`, { frameworkTopicId, code, ...topicFields })
  return { frameworkId, frameworkTopicId }
}
let numbers = 0
async function approve(frameworkId: string, decidedOn: string) {
  numbers += 1
  const { edits } = (await world.as('lan').get(`/api/frameworks/${frameworkId}`)).json()
  const said = { number: `${numbers}/QĐ-NC`, decidedOn, issuer: 'UBND tỉnh Phú Thọ', edits }
  await must('lan', `/api/frameworks/${frameworkId}/approve`, said)
}

beforeAll(async () => {
  world = await openWorld()
  await addNeighbours(world)
  const made = await framework('CĐ1')
  await approve(made.frameworkId, '2026-11-03')
  ;[line, topicId] = [made.frameworkId, made.frameworkTopicId]
  draftTopic = (await framework('CĐ9')).frameworkTopicId
})
afterAll(() => world.close())

const openOf = async (): Promise<{ code: string; framework: string }[]> =>
  (await world.as('hung').get(`/api/areas/${tamHongToday}/needs`)).json().topics

it('who nominates chooses among topics with their framework and its years', async () => {
  expect((await openOf()).find(({ code }) => code === 'CĐ1')?.framework).toBe('Khung CĐ1 (2026-2030)')
})

async function person(name: string, unitId = tamHongToday): Promise<string> {
  const officialId = newId()
  const who = {
    name,
    sex: 'male',
    birth: { year: 1984 },
    ethnicity: '08',
    languages: [],
    phone: '',
    personalNumber: '',
  }
  await must('hung', '/api/officials', { officialId, unitId, ...who, holds: null })
  return officialId
}
const nominate = (officialId: string, part: object = {}, by: PersonName = 'hung', areaId = tamHongToday) =>
  world.as(by).post(`/api/areas/${areaId}/nominations`, {
    ...{ nominations: [{ trainingWishId: newId(), officialId }], topicId, reason: 'Mới nhận việc', ...part },
  })
async function nominated(name: string) {
  const officialId = await person(name)
  const reply = await nominate(officialId)
  expect(reply.statusCode, reply.body).toBe(200)
  return { officialId, wish: reply.json().trainingWishIds[0] as string }
}
const list = async (query = '', by: PersonName = 'hung', areaId = tamHongToday) => {
  const reply = await world.as(by).get(`/api/areas/${areaId}/needs${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json() as { total: number; people: number; rows: Need[]; topics: { topicId: string }[]; can: string[] }
}
const counts = async (by: string, reader: PersonName = 'hung', areaId = tamHongToday) =>
  (await world.as(reader).get(`/api/areas/${areaId}/needs/counts?by=${by}`)).json().rows
const names = ({ rows }: { rows: Need[] }) => rows.map((row) => row.person)
const erred = (who: PersonName | null, topic: string, on = '2026-11-10', area = thon1) =>
  world.owner.query(
    `insert into training_need (id, area_id, account_id, topic, cause, source_id, found_on) values ($1, $2, $3, $4, 'returned_form', $5, $6)`,
    [newId(), area, who && world.idOf(who), topic, newId(), on],
  )

describe('a nomination', () => {
  it('is a need with its topic, person, unit and reason, seen by who reads training over the unit', async () => {
    await nominated('Giàng A Cử')
    for (const [reader, area] of [
      ['hung', tamHongToday],
      ['lan', phuTho],
      ['dao', phuTho],
      ['kiem', phuTho],
    ] as const)
      expect((await list('?q=giang a cu', reader, area)).rows).toMatchObject([
        { source: 'nominated', person: 'Giàng A Cử', reason: 'Mới nhận việc', topic: { topicId, code: 'CĐ1' } },
      ])
  })

  it('is given for nobody who has died', async () => {
    const officialId = await person('Giàng A Khuất')
    await bodyActs(world).died(officialId, '2026-03-31')
    expect(await refusal(world, () => nominate(officialId))).toBe('official.died')
  })

  it('is given by the commune alone, for its own people and a topic in force', async () => {
    const officialId = await person('Giàng A Khác')
    for (const by of ['bich', 'lan', 'dao', 'kiem', 'mai', 'son', 'ban_commune_official'] as const)
      expect(await refusal(world, () => nominate(officialId, {}, by)), by).toBe('access.denied')
    expect(await refusal(world, () => nominate(officialId, {}, 'hung', kyThuongToday))).toBe('access.denied')
    expect(await refusal(world, () => nominate(officialId, { topicId: draftTopic }))).toBe('need.topic_not_open')
    expect(await refusal(world, () => nominate(officialId, { topicId: newId() }))).toBe('need.topic_not_open')
    expect(await refusal(world, () => nominate(newId()))).toBe('need.not_of_area')
  })

  it('stands once for a person and topic, also when two press at once', async () => {
    const { officialId } = await nominated('Giàng A Lần')
    expect(await refusal(world, () => nominate(officialId))).toBe('need.nominated_already')
    const other = await person('Giàng A Hai')
    const replies = await Promise.all([nominate(other), nominate(other)])
    expect(replies.map((one) => one.statusCode).sort()).toEqual([200, 409])
  })

  it('is given to several at once, or to nobody, with a sentence that names who is nominated already', async () => {
    const people: string[] = []
    for (const name of ['Giàng A Nhóm', 'Giàng A Nhì', 'Giàng A Ba']) people.push(await person(name))
    const [first = '', second = '', third = ''] = people
    const together = (officials: readonly string[]) =>
      nominate('', { nominations: officials.map((officialId) => ({ trainingWishId: newId(), officialId })) })
    expect((await nominate(second)).statusCode).toBe(200)
    const refused = await together([first, second, third])
    expect(refused.json()).toMatchObject({ code: 'need.nominated_already', facts: { officialIds: [second] } })
    expect(refused.json().title.vi).toContain('Đã được cử học chuyên đề này: Giàng A Nhì.')
    for (const name of ['giang a nhom', 'giang a ba']) expect((await list(`?q=${name}`)).total, name).toBe(0)
    expect(await refusal(world, () => together([first, first]))).toBe('need.named_twice')
    expect((await together([first, newId()])).json().title.vi).toContain('1 người khác')
    const many = Array.from({ length: 201 }, () => newId())
    expect((await together(many)).statusCode).toBe(400)
    expect((await together([first, third])).json().trainingWishIds).toHaveLength(2)
    const { rows } = await world.owner.query(
      `select subject_id from audit_line where what = 'need.nominated' and subject_id = any ($1)`,
      [[first, third]],
    )
    expect(rows).toHaveLength(2)
  })

  it('is withdrawn with a reason, once, by the unit; then it may be given again', async () => {
    const { officialId, wish } = await nominated('Giàng A Rút')
    const withdraw = (by: PersonName = 'hung', id = wish) =>
      world.as(by).post(`/api/nominations/${id}/withdraw`, { because: 'Chuyển công tác' })
    for (const by of ['bich', 'lan', 'dao', 'mai'] as const)
      expect(await refusal(world, () => withdraw(by)), by).toBe('access.denied')
    expect(await refusal(world, () => withdraw('ban_commune_official'))).toBe('need.not_found')
    expect((await withdraw()).statusCode).toBe(200)
    expect((await list('?q=giang a rut')).rows).toEqual([])
    expect(await refusal(world, () => withdraw())).toBe('need.withdrawn')
    expect(await refusal(world, () => withdraw('hung', newId()))).toBe('need.not_found')
    expect((await nominate(officialId)).statusCode).toBe(200)
  })

  it('stands from the day it was given, not on the day before', async () => {
    await nominated('Giàng A Ngày')
    expect(names(await list('?q=giang a ngay'))).toEqual(['Giàng A Ngày'])
    expect(names(await list('?q=giang a ngay&day=2026-11-19'))).toEqual([])
  })
})

describe('needs', () => {
  it('are counted by topic and unit; every count is the length of its list', async () => {
    await nominated('Giàng A Đếm')
    const all = await list()
    for (const { key, needs, people } of await counts('topic')) {
      const of = await list(`?topic=${key ?? 'none'}`)
      expect([of.total, of.people]).toEqual([needs, people])
    }
    const [first] = await counts('unit')
    expect((await list('', 'hung', first.key)).total).toBe(first.needs)
    expect((await counts('post')).find((one: { key: string | null }) => one.key === null).needs).toBeGreaterThan(0)
    const ofSources = await Promise.all(
      ['nominated', 'requested', 'error', 'asked', 'requirement'].map(
        async (source) => (await list(`?source=${source}`)).total,
      ),
    )
    expect(ofSources.reduce((sum, one) => sum + one, 0)).toBe(all.total)
  })

  it('are nobody’s next door: neither list nor count nor file, and nothing of them under the own unit', async () => {
    await nominated('Giàng A Kín')
    for (const path of ['', '/counts?by=topic', '/errors', '/file?as=csv'])
      expect(
        await refusal(world, () => world.as('ban_commune_official').get(`/api/areas/${tamHongToday}/needs${path}`)),
      ).toBe('access.denied')
    expect((await list('', 'ban_commune_official', kyThuongToday)).rows).toEqual([])
  })

  it('offer nominating to the commune at the commune, and setting topics to the organiser at the province', async () => {
    expect((await list()).can).toEqual(['nominate'])
    expect((await list('', 'hung', thon1)).can).toEqual([])
    expect((await list('', 'dao', phuTho)).can).toEqual(['link'])
    expect((await list('', 'dao', tamHongToday)).can).toEqual([])
    expect((await list('', 'lan', phuTho)).can).toEqual([])
  })
})

describe('a request', () => {
  const ask = (person: PersonName = 'thang', part: object = {}) =>
    world.as(person).post('/api/work/training-requests', {
      ...{ trainingWishId: newId(), topicId, reason: 'Cần cho việc ở thôn', ...part },
    })
  const mine = async (person: PersonName = 'thang') =>
    (await world.as(person).get('/api/work/training-requests')).json()
  const withdraw = (id: string, person: PersonName = 'thang') =>
    world.as(person).post(`/api/work/training-requests/${id}/withdraw`, { because: 'Đã học' })

  it('is made by whoever is in the roster for themselves, seen by their unit, once, and taken back', async () => {
    const officialId = await person('Trần Hồ Sơ')
    await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf('thang')])
    expect(await mine()).toEqual({ unitName: null, rows: [], topics: [] })
    expect(await refusal(world, () => ask())).toBe('need.no_official')
    await world.owner.query('update official set account_id = $2 where id = $1', [officialId, world.idOf('thang')])
    const { trainingWishId } = (await ask()).json()
    expect(await mine()).toMatchObject({ unitName: 'Xã Tam Hồng', rows: [{ trainingWishId, nominated: false }] })
    expect(await refusal(world, () => ask())).toBe('need.requested_already')
    expect(await refusal(world, () => ask('thang', { topicId: draftTopic }))).toBe('need.topic_not_open')
    expect((await list('?source=requested')).rows).toMatchObject([{ officialId, reason: 'Cần cho việc ở thôn' }])
    const file = await world.as('thang').get('/api/work/training-requests/file?as=csv')
    expect(file.body).toContain('đang chờ')

    // Who is nominated for what they ask for needs it once; when that is taken back, they still ask.
    const wish = (await nominate(officialId)).json().trainingWishIds[0]
    const of = async () => (await list('?q=tran ho so')).rows.map(({ source }) => source)
    expect(await of()).toEqual(['nominated'])
    expect((await mine()).rows).toMatchObject([{ nominated: true }])
    await must('hung', `/api/nominations/${wish}/withdraw`, { because: 'Nhầm' })
    expect(await of()).toEqual(['requested'])

    for (const other of ['hung', 'bich', 'mai', 'ban_commune_official'] as const)
      expect(['need.no_official', 'need.request_not_found']).toContain(
        await refusal(world, () => withdraw(trainingWishId, other)),
      )
    expect(
      await refusal(world, () =>
        world.as('hung').post(`/api/nominations/${trainingWishId}/withdraw`, { because: 'x' }),
      ),
    ).toBe('need.not_found')
    expect((await withdraw(trainingWishId)).statusCode).toBe(200)
    expect(await refusal(world, () => withdraw(trainingWishId))).toBe('need.request_withdrawn')
    expect(await of()).toEqual([])
  })

  it('is counted so that each number opens exactly its people, also of who holds no post', async () => {
    await person('Vàng Ở Thôn', thon1)
    await must('hung', `/api/areas/${tamHongToday}/nominations`, {
      ...{
        nominations: [{ trainingWishId: newId(), officialId: await person('Lý Không Chức') }],
        topicId,
        reason: 'Cần',
      },
    })
    await erred('mai', 'income', '2026-11-02', thon1)
    for (const [by, opens] of [
      ['unit', (key: string | null) => `/api/areas/${key}/needs?here=true`],
      ['post', (key: string | null) => `/api/areas/${tamHongToday}/needs?post=${key ?? 'none'}`],
      ['topic', (key: string | null) => `/api/areas/${tamHongToday}/needs?topic=${key ?? 'none'}`],
    ] as const) {
      const rows: { key: string | null; needs: number; people: number }[] = await counts(by)
      if (by === 'unit') expect(rows.length).toBeGreaterThan(1)
      if (by === 'post') expect(rows.map(({ key }) => key)).toContain(null)
      for (const { key, needs, people } of rows) {
        const { total, people: opened } = (await world.as('hung').get(opens(key))).json()
        expect({ by, key, needs: total, people: opened }).toEqual({ by, key, needs, people })
      }
    }
    const errors = (await world.as('hung').get(`/api/areas/${tamHongToday}/needs/errors`)).json().rows
    expect(errors.length).toBeGreaterThan(0)
    for (const { code, people } of errors) expect(await list(`?error=${code}`)).toMatchObject({ people })
    await world.owner.query('delete from training_need')
  })

  it('is one of the sources, each with its row; of what is not kept there is no data, which is not 0', async () => {
    const rows = await counts('source')
    expect(rows.map(({ key }: { key: string }) => key)).toEqual([
      ...['nominated', 'requested', 'error', 'asked', 'requirement', 'round', 'running_out'],
    ])
    for (const { key, needs } of rows.slice(0, 5)) expect((await list(`?source=${key}`)).total).toBe(needs)
    expect(rows.slice(5)).toMatchObject([{ needs: null, people: null }, { needs: null }])
    const file = await world.as('hung').get(`/api/areas/${tamHongToday}/needs/counts/file?as=csv&by=source`)
    expect(file.body).toContain('chưa có dữ liệu')
  })
})

describe('what a post requires', () => {
  const required = async (q = '') => (await list(`?source=requirement${q}`)).rows
  it('is a need of whoever holds it and has not learnt it, of the topic that the province sets, until they have', async () => {
    const officialId = await person('Hà Thiếu Bằng')
    await must('hung', `/api/officials/${officialId}/appointments`, {
      ...{ appointmentId: newId(), post: 'specialist', areaId: tamHongToday, standing: 'own', from: '2026-02-01' },
      ...{ until: null, decisionNumber: '', decidedOn: null, also: true },
    })
    const of = async () =>
      (await required('&q=ha thieu bang')).map(({ error, topic }) => [error, topic?.topicId ?? null])
    expect(await of()).toEqual([['required_professional', null]])
    expect(await required('&q=ha thieu bang')).toMatchObject([{ reason: 'none' }])
    const csv = await world.as('hung').get(`/api/areas/${tamHongToday}/needs/file?as=csv&q=ha thieu bang`)
    expect(csv.body).toContain('chuyên môn: chưa ghi')
    const { rows } = (await world.as('hung').get(`/api/areas/${tamHongToday}/unmet-requirements`)).json()
    const unmet = rows.filter(({ why }: { why: string }) => why === 'none' || why === 'lower')
    const persons = unmet.map(({ officialId, kind }: { officialId: string; kind: string }) => `${officialId} ${kind}`)
    expect((await required()).length).toBe(new Set(persons).size)

    const errorTopicId = newId()
    await must('dao', `/api/areas/${phuTho}/error-topics`, { errorTopicId, code: 'required_professional', topicId })
    expect(await of()).toEqual([['required_professional', topicId]])
    await must('dao', `/api/error-topics/${errorTopicId}/drop`, {})
    expect(await of()).toEqual([['required_professional', null]])

    await must('hung', `/api/officials/${officialId}/qualifications`, {
      ...{ qualificationId: newId(), kind: 'professional', level: 'university', title: 'Đại học Luật', school: '' },
      ...{ form: null, from: '2004-09', until: '2008-06', number: '', issuedBy: '' },
    })
    expect(await of()).toEqual([])
  })
})

describe('an error in the work', () => {
  const link = (part: object = {}, by: PersonName = 'dao', areaId = phuTho) =>
    world.as(by).post(`/api/areas/${areaId}/error-topics`, { errorTopicId: newId(), code: 'income', topicId, ...part })

  it('is a need of no topic until the province says which helps, and again when it takes that back', async () => {
    await erred('mai', 'income')
    await erred('mai', 'income')
    await erred(null, 'income')
    const found = async () => (await list('?source=error')).rows.filter(({ error }) => error === 'income')
    expect(await found()).toMatchObject([
      { person: 'Nguyễn Thị Mai', times: 2, topic: null },
      { person: null, times: 1, topic: null },
    ])
    const { errorTopicId } = (await link()).json()
    expect(await found()).toMatchObject([{ topic: { code: 'CĐ1' } }, { topic: { code: 'CĐ1' } }])
    const errors = (await world.as('lan').get(`/api/areas/${phuTho}/needs/errors`)).json().rows
    expect(errors).toMatchObject([{ code: 'income', times: 3, link: { errorTopicId, code: 'CĐ1' } }])
    await must('dao', `/api/error-topics/${errorTopicId}/drop`)
    expect(await found()).toMatchObject([{ topic: null }, { topic: null }])
  })

  it('counts in the year it was found in', async () => {
    await erred('thang', 'place', '2025-12-31')
    expect((await list('?source=error')).rows.filter(({ error }) => error === 'place')).toEqual([])
    const before = await list('?source=error&day=2025-12-31')
    expect(before.rows.filter(({ error }) => error === 'place')).toHaveLength(1)
  })

  it('has one topic, set by the organiser of the province', async () => {
    for (const by of ['hung', 'lan', 'kiem', 'ban_training_organiser'] as const)
      expect(await refusal(world, () => link({}, by)), by).toBe('access.denied')
    expect(await refusal(world, () => link({}, 'dao', tamHongToday))).toBe('need.not_province')
    expect(await refusal(world, () => link({ topicId: draftTopic }))).toBe('need.topic_not_open')
    expect(await refusal(world, () => link({ code: 'nobody_has_it' }))).toBe('need.error_unknown')
    const { errorTopicId } = (await link({ code: 'living' })).json()
    expect(await refusal(world, () => link({ code: 'living' }))).toBe('need.error_linked')
    expect(await refusal(world, () => world.as('hung').post(`/api/error-topics/${errorTopicId}/drop`, {}))).toBe(
      'access.denied',
    )
    expect(await refusal(world, () => world.as('dao').post(`/api/error-topics/${newId()}/drop`, {}))).toBe(
      'need.link_not_found',
    )
  })
})

describe('a topic', () => {
  it('is called as in the version in force on the day, and one of an older version is not to be wished for', async () => {
    await nominated('Giàng A Khung')
    const nextId = newId()
    await must('dao', `/api/frameworks/${line}/versions`, { nextId })
    const [topic] = (await world.as('dao').get(`/api/frameworks/${nextId}`)).json().topicList
    const was = { title: topicFields.title }
    await must('dao', `/api/framework-topics/${topic.frameworkTopicId}/change`, { title: 'Tên mới', was })
    await approve(nextId, '2026-11-18')
    const of = async (day: string) => (await list(`?q=giang a khung&day=${day}`)).rows[0]?.topic
    expect(await of('2026-11-20')).toMatchObject({ topicId: topic.frameworkTopicId, title: 'Tên mới' })
    const later = await person('Giàng A Sau')
    expect(await refusal(world, () => nominate(later))).toBe('need.topic_not_open')
  })
})

it('a unit that stands no more nominates nobody', async () => {
  const event = (change: object, day: string) =>
    must('quantri', '/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
  const unit = (n: number) => ({ name: `Xã Cử ${n}`, kind: 'xa', code: String(95_100 + n), parentId: phuTho })
  const a = (await event({ kind: 'create', unit: unit(1) }, '2026-01-05')).began[0]
  const b = (await event({ kind: 'create', unit: unit(2) }, '2026-01-05')).began[0]
  await event({ kind: 'merge', areaIds: [a, b], into: unit(3) }, '2026-11-19')
  await world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from)
     select gen_random_uuid(), account_id, role, $1, valid_from from access_grant where area_id = $2 and account_id = $3`,
    [a, tamHongToday, world.idOf('hung')],
  )
  const nomination = { trainingWishId: newId(), officialId: newId() }
  const act = () =>
    world.as('hung').post(`/api/areas/${a}/nominations`, { nominations: [nomination], topicId, reason: 'Cần' })
  expect(await refusal(world, act)).toBe('need.unit_ended')
})
