/** Credentials of people of Tam Hồng: issued by rule and once, entered with a document, extended, revoked, reissued. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass, held, slot } from '#test/classes.ts'
import { anOpenTest, inBank } from '#test/classTests.ts'
import { aRule, aTurn, inRoster, issuedNow } from '#test/credentials.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import type { Credential, Whole } from './model.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
let topics: [string, string]
let ruleId: string
let mai: string
beforeAll(async () => {
  world = await openWorld()
  topics = await approvedTopics(world)
  ruleId = await aRule(world, topics)
  mai = await inRoster(world, 'mai', 'Nguyễn Thị Mai')
})
afterAll(() => world.close())

const list = async (query = '', person: PersonName = 'hung', area: string = tamHongToday): Promise<Credential[]> =>
  (await world.as(person).get(`/api/areas/${area}/credentials?${query}`)).json().rows
const show = async (id: string, person: PersonName = 'dao'): Promise<Whole> =>
  (await world.as(person).get(`/api/credentials/${id}`)).json()
const entering = (officialId: string, part: object = {}, person: PersonName = 'dao') =>
  world.as(person).post('/api/credentials', {
    ...{
      credentialId: newId(),
      ruleId,
      officialId,
      credentialBasis: 'equivalent',
      ...{ documentNumber: `GCN ${newId().slice(-6)}/2026`, issuer: 'Trường Chính trị' },
    },
    ...{ completedOn: '2026-05-10', ...part },
  })
async function entered(name: string, part: object = {}): Promise<string> {
  const reply = await entering(await inRoster(world, null, name), part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().credentialId
}
const post = (url: string, body: object, person: PersonName = 'dao') => world.as(person).post(url, body)
const revoke = (ids: readonly string[], person: PersonName = 'dao') =>
  post('/api/credentials/revoke', { credentialIds: ids, because: 'Cấp sai người' }, person)
let numbers = 0
const extension = (ids: readonly string[], part: object = {}) => {
  numbers += 1
  const decided = { number: `${numbers}/QĐ-SNNMT`, decidedOn: '2026-11-18', issuer: 'Sở Nông nghiệp và Môi trường' }
  const said = { last: '2027-03-31', because: 'Lớp dời vì bão', ...decided, ...part }
  return { credentialExtensionId: newId(), credentialIds: ids, ...said }
}
const extend = (ids: readonly string[], part: object = {}, person: PersonName = 'dao') =>
  post('/api/credential-extensions', extension(ids, part), person)

describe('a credential', () => {
  it('is issued when all topics of its rule are completed, once however often it is asked for', async () => {
    await aTurn(world, mai, { topicIds: [topics[0]], on: '2026-03-10' })
    expect(await issuedNow(world)).toBe(0)
    await aTurn(world, mai, { topicIds: [topics[1]], on: '2026-04-15' })
    expect(await issuedNow(world)).toBe(1)
    expect(await issuedNow(world)).toBe(0)
    const [one] = await list('q=mai')
    expect(one).toMatchObject({
      ...{ name: 'Nguyễn Thị Mai', basis: 'turn', completedOn: '2026-04-15', validFrom: '2026-04-15' },
      ...{ lastDay: '2026-12-31', state: 'expiring', standardId: 'vn-2022-2025', can: [] },
    })
    expect(await show(one?.credentialId ?? '')).toMatchObject({
      groundless: false,
      classes: [{ title: 'Nghiệp vụ rà soát' }, { title: 'Nghiệp vụ rà soát' }],
      issuedBy: 'Bùi Thị Đào',
    })
    expect((await world.as('mai').get('/api/own/credentials')).json().rows).toMatchObject([
      { credentialId: one?.credentialId },
    ])
    // Another class of both gives another one.
    await aTurn(world, mai, { topicIds: topics, on: '2026-10-01' })
    expect(await issuedNow(world)).toBe(1)
    expect(await list('q=mai')).toHaveLength(2)
  })

  it('is issued once where two ask in the same second', async () => {
    await aTurn(world, await inRoster(world, null, 'Bùi Văn Đôi'), { topicIds: topics, on: '2026-06-01' })
    const ask = () => post(`/api/areas/${phuTho}/credentials/issue`, {})
    const replies = await meetingAt(world, 'credential', [ask, ask])
    expect(replies.map((reply) => reply.json().issued).sort()).toEqual([0, 1])
    expect(await list('q=bui van doi')).toHaveLength(1)
  })

  it('is found by the class that gave it, as the page of the class leads there', async () => {
    const turn = await aTurn(world, await inRoster(world, null, 'Lù Thị Lớp'), { topicIds: topics, on: '2026-06-02' })
    await aTurn(world, await inRoster(world, null, 'Lù Thị Khác'), { topicIds: topics, on: '2026-06-02' })
    await issuedNow(world)
    const { rows } = await world.owner.query('select class_id from training_turn where id = $1', [turn])
    const found = await list(`trainingClassId=${rows[0].class_id}`)
    expect([...new Set(found.map(({ name }: { name: string }) => name))]).toEqual(['Lù Thị Lớp'])
  })

  it('is issued by the version of the rule that held when the class was completed', async () => {
    const late = await aRule(world, topics, {
      name: 'Từ tháng chín',
      from: '2026-09-01',
      validity: 'completion',
      months: 6,
    })
    const two = await inRoster(world, null, 'Vi Thị Hai')
    await aTurn(world, two, { topicIds: topics, on: '2026-08-31' })
    await aTurn(world, two, { topicIds: topics, on: '2026-09-01' })
    await issuedNow(world)
    expect(await list(`q=vi thi hai&ruleId=${late}`)).toMatchObject([
      { completedOn: '2026-09-01', lastDay: '2027-02-28' },
    ])
    expect(
      (await post(`/api/credential-rules/${late}/end`, { last: '2026-10-31', because: 'Thôi' }, 'lan')).statusCode,
    ).toBe(200)
  })

  it('where its rule needs a test, is issued to who passed that of the class, also later', async () => {
    const [topicId] = topics
    const tested = await aRule(world, [topicId], { name: 'Có kiểm tra', needsTest: true })
    for (const number of [1, 2, 3, 4])
      await inBank(world, topicId, { kind: 'true_false', right: true }, `Đúng ${number}?`)
    const part = { parts: [{ topicId, kind: 'true_false', count: 4 }], variants: 1, attempts: 2 }
    const { trainingClassId, classTestId, mai: learner, other } = await anOpenTest(world, topicId, part)
    await world.owner.query(
      `insert into class_topic (class_id, area_id, topic_id) select id, area_id, topic_first($2) from training_class where id = $1`,
      [trainingClassId, topicId],
    )
    for (const official of [learner, other])
      await world.owner.query(
        `insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, sex, ethnicity, level)
         select $1, c.id, c.area_id, $2, $3, '2026-11-18', 'female', '01', 1 from training_class c where c.id = $4`,
        [newId(), official, tamHongToday, trainingClassId],
      )
    const wrote = async (officialId: string, answer: string) => {
      const paper = { testAttemptId: newId(), officialId, variant: 1, written: [answer, answer, answer, answer] }
      expect((await post(`/api/class-tests/${classTestId}/papers`, paper)).statusCode).toBe(200)
    }
    const holders = async () => (await list(`ruleId=${tested}`)).map(({ officialId }) => officialId)
    await issuedNow(world)
    expect(await holders()).toEqual([])
    await wrote(learner, 'Đ')
    await wrote(other, 'S')
    await issuedNow(world)
    expect(await holders()).toEqual([learner])
    await wrote(other, 'Đ')
    await issuedNow(world)
    expect((await holders()).sort()).toEqual([learner, other].sort())
  })

  it('on another basis is entered by its document, counted apart, by nobody for themselves', async () => {
    const id = await entered('Hà Thị Tương')
    expect(await list('credentialBasis=equivalent')).toMatchObject([
      { credentialId: id, basis: 'equivalent', lastDay: '2026-12-31' },
    ])
    const official = (await list('credentialBasis=equivalent'))[0]?.officialId ?? ''
    expect(await refusal(world, () => entering(official))).toBe('credential.there_already')
    expect((await entering(official, { credentialBasis: 'taught' })).statusCode).toBe(200)
    const dao = await inRoster(world, 'dao', 'Bùi Thị Đào')
    expect(await refusal(world, () => entering(dao))).toBe('credential.own')
    expect(await refusal(world, () => entering(official, { completedOn: '2026-11-21' }))).toBe('credential.day')
    expect(await refusal(world, () => entering(official, { completedOn: '2025-12-31' }))).toBe('credential.rule')
    expect(await refusal(world, () => entering(newId()))).toBe('credential.person')
    for (const person of ['hung', 'bich', 'lan', 'mai', 'kiem', 'son', 'quantri'] as const)
      expect(await refusal(world, () => entering(official, { credentialBasis: 'taught' }, person)), person).toBe(
        'access.denied',
      )
  })

  it('revoked holds no more from that day, and can be given back', async () => {
    const id = await entered('Lò Văn Thu')
    expect((await revoke([id])).json()).toEqual({ revoked: 1 })
    expect(await show(id)).toMatchObject({ state: 'revoked', revoked: { on: '2026-11-20', because: 'Cấp sai người' } })
    expect(await refusal(world, () => revoke([id]))).toBe('credential.not_so')
    expect(await refusal(world, () => extend([id]))).toBe('credential.not_so')
    expect((await post(`/api/credentials/${id}/restore`, { because: 'Nhầm' })).statusCode).toBe(200)
    expect((await show(id)).state).toBe('expiring')
    expect(await refusal(world, () => post(`/api/credentials/${id}/restore`, { because: 'Nhầm' }))).toBe(
      'credential.not_so',
    )
    const replies = await meetingAt(world, 'credential', [() => revoke([id]), () => revoke([id])])
    expect(answersIn(replies).sort()).toEqual(['credential.not_so', 'ok'])
  })

  it('under a wrong name is issued anew, linked, with what extends it', async () => {
    const id = await entered('Nguyễn Thị Sai')
    expect((await extend([id])).statusCode).toBe(200)
    const nextId = newId()
    const anew = (part: object = {}) =>
      post(`/api/credentials/${id}/reissue`, { nextId, fullName: 'Nguyễn Thị Đúng', because: 'Sai tên', ...part })
    expect(await refusal(world, () => anew({ fullName: 'Nguyễn Thị Sai' }))).toBe('credential.same_name')
    expect((await anew()).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ state: 'reissued', replacedBy: { credentialId: nextId }, can: [] })
    expect(await show(nextId)).toMatchObject({
      name: 'Nguyễn Thị Đúng',
      lastDay: '2027-03-31',
      replaces: { credentialId: id },
    })
    expect(await refusal(world, () => anew({ nextId: newId() }))).toBe('credential.not_so')
  })
})

describe('one decision', () => {
  it('extends many, who stay as issued; put right and withdrawn it is as the house does it', async () => {
    const ids = [await entered('Đinh Thị Một'), await entered('Đinh Thị Hai')]
    const said = extension(ids)
    const id = said.credentialExtensionId
    expect((await post('/api/credential-extensions', said)).json()).toEqual({ credentialExtensionId: id, extended: 2 })
    expect(await list('q=dinh thi')).toMatchObject([
      { issuedLast: '2026-12-31', lastDay: '2027-03-31', state: 'valid' },
      { issuedLast: '2026-12-31', lastDay: '2027-03-31', state: 'valid' },
    ])
    expect(await refusal(world, () => extend(ids))).toBe('extension.not_longer')
    expect(await refusal(world, () => extend(ids, { number: said.number, last: '2027-06-30' }))).toBe(
      'extension.number_taken',
    )
    expect(await refusal(world, () => extend(ids, { decidedOn: '2026-11-21', last: '2027-06-30' }))).toBe(
      'extension.day',
    )
    expect(await refusal(world, () => extend(ids, { last: '2060-01-01' }))).toBe('extension.far')
    const was = { number: said.number, decidedOn: said.decidedOn, issuer: said.issuer }
    const correct = (part: object) =>
      post(`/api/credential-extensions/${id}/correct`, { ...was, was, because: 'Gõ sai', ...part })
    expect(await refusal(world, () => correct({}))).toBe('extension.same')
    const both = await meetingAt(world, 'credential_extension', [
      () => correct({ number: '90/QĐ-SNNMT' }),
      () => correct({ number: '91/QĐ-SNNMT' }),
    ])
    expect(answersIn(both).sort()).toEqual(['ok', 'record.changed_since'])
    const { rows } = (await world.as('hung').get('/api/credential-extensions')).json()
    expect(rows.find((row: { credentialExtensionId: string }) => row.credentialExtensionId === id)).toMatchObject({
      ...{ credentials: 2, earlier: [{ number: said.number, because: 'Gõ sai' }], can: [] },
    })
    const withdraw = () => post(`/api/credential-extensions/${id}/withdraw`, { because: 'Quyết định bị thu hồi' })
    expect((await withdraw()).statusCode).toBe(200)
    expect(await list('q=dinh thi')).toMatchObject([{ lastDay: '2026-12-31' }, { lastDay: '2026-12-31' }])
    expect(await refusal(world, withdraw)).toBe('extension.withdrawn')
  })

  it('is made by nobody below the organiser, nor by anybody for themselves', async () => {
    const id = await entered('Quách Văn Ba')
    for (const person of ['hung', 'bich', 'lan', 'mai', 'kiem', 'son'] as const)
      expect(await refusal(world, () => extend([id], {}, person)), person).toBe('access.denied')
    // She is joined to it later: to herself she would not issue it.
    await world.owner.query('update official set account_id = null where account_id = $1', [world.idOf('dao')])
    const dao = await inRoster(world, null, 'Bùi Thị Đào')
    await aTurn(world, dao, { topicIds: topics, on: '2026-02-02' })
    await issuedNow(world)
    await world.owner.query('update official set account_id = $2 where id = $1', [dao, world.idOf('dao')])
    const [own] = await list('q=dao', 'dao', phuTho)
    expect(await refusal(world, () => extend([own?.credentialId ?? '']))).toBe('credential.own')
  })
})

it('is seen where its people come from and above, nowhere else', async () => {
  const [one] = await list()
  expect(await refusal(world, () => world.as('son').get(`/api/credentials/${one?.credentialId}`))).toBe(
    'credential.not_found',
  )
  expect(await refusal(world, () => world.as('son').get(`/api/areas/${tamHongToday}/credentials`))).toBe(
    'access.denied',
  )
  const file = await world.as('kiem').get(`/api/areas/${phuTho}/credentials/file?as=csv`)
  const rows = await list('', 'kiem', phuTho)
  expect(file.body.trim().split(/\r?\n/)).toHaveLength(rows.length + 1)
})

describe('nobody issues to themselves', () => {
  /** A class of a minute of Tam Hồng, held by Hùng, that runs today. */
  let minutes = 0
  async function ofHung(topicId: string, part: object = {}) {
    minutes += 1
    const at = (minute: number) => `06:${String(minute).padStart(2, '0')}`
    const session = slot('2026-11-20', at(minutes), at(minutes + 1))
    const id = await aClass(world, { areaId: tamHongToday, kind: 'seminar', topicIds: [topicId], ...part }, 'hung')
    const url = `/api/training-classes/${id}`
    const made = { sessions: [session], ...held, place: 'Xã' }
    expect((await post(`${url}/sessions`, made, 'hung')).statusCode).toBe(200)
    const states = ['planned', 'announced', 'enrolling', 'confirmed', 'running']
    for (const [at, to] of states.slice(1).entries())
      expect((await post(`${url}/step`, { seen: states[at], to }, 'hung')).statusCode).toBe(200)
    return { id, url, session: session.classSessionId }
  }
  const walkedIn = async (session: string) => {
    const classWalkInId = newId()
    await post(`/api/class-sessions/${session}/walk-ins`, { classWalkInId, name: 'Lê Văn Hùng' }, 'hung')
    return `/api/walk-ins/${classWalkInId}/match`
  }
  const step = (url: string, by: PersonName) => post(`${url}/step`, { seen: 'running', to: 'completed' }, by)

  it('by matching, marking or completing a class of their own; another does', async () => {
    const own = await aRule(world, [topics[0]], { name: 'Tự cấp' })
    const hung = await inRoster(world, 'hung', 'Lê Văn Hùng')
    const { url, session } = await ofHung(topics[0])
    const match = await walkedIn(session)
    expect(await refusal(world, () => post(match, { officialId: hung }, 'hung'))).toBe('checkin.own')
    expect((await post(match, { officialId: hung })).statusCode).toBe(200)
    const marks = [{ officialId: hung, seen: 'present', mark: 'late' }]
    const marking = { marks, how: 'hand', because: 'Thử' }
    expect(await refusal(world, () => post(`/api/class-sessions/${session}/marks`, marking, 'hung'))).toBe(
      'attendance.own',
    )
    const { learners } = (await world.as('hung').get(`/api/class-sessions/${session}/attendance`)).json()
    expect(learners).toMatchObject([{ officialId: hung, own: true }])
    await post(`/api/class-sessions/${session}/count`, { heads: 1, seen: 1, closes: true }, 'hung')
    expect(await refusal(world, () => step(url, 'hung'))).toBe('class.lacks')
    expect((await step(url, 'dao')).statusCode).toBe(200)
    await issuedNow(world)
    expect(await list(`ruleId=${own}&q=hung`)).toMatchObject([{ officialId: hung, state: 'expiring' }])
  })

  it('and who completed it as it was before is left for another, who says why', async () => {
    const old = await aRule(world, [topics[1]], { name: 'Tự xong' })
    const hung = await inRoster(world, 'hung', 'Lê Văn Hùng')
    await aTurn(world, hung, { topicIds: [topics[1]], on: '2026-11-02' })
    await world.owner.query(
      `insert into class_step (class_id, area_id, number, to_state, made_by, made_name, made_on)
       select t.class_id, t.area_id, 90, 'completed', $2, 'Hùng', '2026-11-02' from training_turn t where t.official_id = $1 and t.completed_on = '2026-11-02'`,
      [hung, world.idOf('hung')],
    )
    const url = `/api/areas/${phuTho}/credentials/issue`
    const answer = (await post(url, {})).json()
    expect(answer.left).toContainEqual(expect.objectContaining({ officialId: hung, rule: 'Tự xong', why: 'own_hand' }))
    expect(await list(`ruleId=${old}&q=hung`)).toEqual([])
    expect(await refusal(world, () => post(url, { officialId: hung }))).toBe('credential.because')
    const dao = await inRoster(world, 'dao', 'Bùi Thị Đào')
    expect(await refusal(world, () => post(url, { officialId: dao, because: 'Tôi' }))).toBe('credential.own')
    expect((await post(url, { officialId: hung, because: 'Đã xem biên bản' })).statusCode).toBe(200)
    expect(await list(`ruleId=${old}&q=hung`)).toHaveLength(1)
    expect(await refusal(world, () => post(url, { officialId: hung, because: 'Nữa' }))).toBe('credential.nothing_due')
  })

  it('nor is one whose last was revoked issued another by itself', async () => {
    const line = await aRule(world, [topics[0]], { name: 'Sau thu hồi' })
    const one = await inRoster(world, null, 'Lường Văn Lại')
    await aTurn(world, one, { topicIds: [topics[0]], on: '2026-03-01' })
    await issuedNow(world)
    const [first] = await list(`ruleId=${line}&q=luong van lai`)
    expect((await revoke([first?.credentialId ?? ''])).statusCode).toBe(200)
    await aTurn(world, one, { topicIds: [topics[0]], on: '2026-11-10' })
    const { left } = (await post(`/api/areas/${phuTho}/credentials/issue`, {})).json()
    expect(left.filter((of: { officialId: string }) => of.officialId === one)).toContainEqual(
      expect.objectContaining({ rule: 'Sau thu hồi', why: 'revoked' }),
    )
    expect(await list(`ruleId=${line}&q=luong van lai`)).toHaveLength(1)
    const again = { officialId: one, because: 'Đã học lại' }
    expect((await post(`/api/areas/${phuTho}/credentials/issue`, again)).statusCode).toBe(200)
    expect(await list(`ruleId=${line}&state=expiring&q=luong van lai`)).toHaveLength(1)
  })

  it('by a class of another kind or level than the rule names', async () => {
    const narrow = { name: 'Chỉ lớp tỉnh', classKinds: ['short', 'refresher'], heldBy: 'province' }
    const line = await aRule(world, [topics[0]], narrow)
    const one = await inRoster(world, null, 'Cà Văn Hẹp')
    const turned = async (on: string, kind: string, level: number) => {
      const turn = await aTurn(world, one, { topicIds: [topics[0]], on })
      await world.owner.query('update training_turn set level = $2 where id = $1', [turn, level])
      await world.owner.query(
        'update training_class set kind = $2 where id = (select t.class_id from training_turn t where t.id = $1)',
        [turn, kind],
      )
    }
    await turned('2026-05-01', 'seminar', 1)
    await turned('2026-05-02', 'short', 3)
    await issuedNow(world)
    expect(await list(`ruleId=${line}&q=hep`)).toEqual([])
    await turned('2026-05-03', 'refresher', 1)
    await issuedNow(world)
    expect(await list(`ruleId=${line}&q=hep`)).toMatchObject([{ completedOn: '2026-05-03' }])
  })
})

describe('one paper', () => {
  it('is of one person, however it is written, and is asked about before it counts twice', async () => {
    const [one, other] = [await inRoster(world, null, 'Tòng Thị Một'), await inRoster(world, null, 'Tòng Thị Hai')]
    const paper = { documentNumber: '77/2026', issuer: 'Trường Chính trị' }
    expect((await entering(one, paper)).statusCode).toBe(200)
    const alike = { documentNumber: 'Số 77 / 2026', issuer: 'TRƯỜNG CHÍNH TRỊ' }
    expect(await refusal(world, () => entering(other, alike))).toBe('credential.paper_of_another')
    const later = { ...alike, completedOn: '2026-06-10' }
    expect(await refusal(world, () => entering(one, later))).toBe('credential.paper_again')
    expect((await entering(one, { ...later, again: true })).statusCode).toBe(200)
    const fresh = { documentNumber: '78/2026', issuer: 'Trường Chính trị' }
    const on = { ...fresh, completedOn: '2026-07-01' }
    const both = await meetingAt(world, 'credential', [() => entering(one, on), () => entering(other, on)])
    expect(answersIn(both).sort()).toEqual(['credential.paper_of_another', 'ok'])
  })
})

describe('what a credential rests on', () => {
  it('is said to be gone where its class is stepped back, to who does so and in the list; it holds until somebody revokes it', async () => {
    const line = await aRule(world, [topics[0]], { name: 'Lui lớp' })
    const one = await inRoster(world, null, 'Giàng Thị Lui')
    const turn = await aTurn(world, one, { topicIds: [topics[0]], on: '2026-11-03' })
    await issuedNow(world)
    const mine = (query = '') => list(`ruleId=${line}&q=giang thi lui${query}`)
    expect(await mine()).toMatchObject([{ groundless: false }])
    const { rows } = await world.owner.query(
      `update training_class set state = 'completed' where id = (select class_id from training_turn where id = $1) returning id`,
      [turn],
    )
    const url = `/api/training-classes/${rows[0].id}`
    const { told } = (await world.as('dao').get(url)).json()
    expect(told.held).toMatchObject([{ names: ['Giàng Thị Lui'], opens: expect.stringContaining('/chung-nhan') }])
    const back = { seen: 'completed', to: 'running', because: 'Điểm danh sai' }
    expect((await post(`${url}/step`, back)).statusCode).toBe(200)
    expect((await post(`${url}/step`, { seen: 'running', to: 'cancelled', because: 'Hủy' })).statusCode).toBe(200)
    expect(await mine('&groundless=true')).toMatchObject([{ groundless: true, state: 'expiring' }])
    const [held] = await mine()
    expect(await show(held?.credentialId ?? '')).toMatchObject({ groundless: true, classes: [{ classId: rows[0].id }] })
    await world.owner.query(
      `insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, sex, ethnicity, level)
       select $1, c.id, c.area_id, $2, $3, '2026-11-04', 'female', '01', 1 from training_class c where c.id = $4`,
      [newId(), one, tamHongToday, rows[0].id],
    )
    // Completed again it is none anew, and the one that was issued stands on it.
    await issuedNow(world)
    expect(await mine()).toMatchObject([{ groundless: false }])
    await world.owner.query('delete from training_turn where class_id = $1', [rows[0].id])
    expect((await revoke([held?.credentialId ?? ''])).statusCode).toBe(200)
    expect(await mine('&groundless=true')).toEqual([])
  })
})
