/** A training framework of Phú Thọ: Đào drafts it, Lan records its approval, nobody alters it afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { newId } from '#platform/server/ids.ts'
import { addNeighbours } from '#test/strangers/neighbours.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { type AudiencePost, audiencePosts, levelsOfPost } from './model.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await addNeighbours(world)
  // Quảng Ninh has somebody who drafts and somebody who approves, too.
  for (const role of ['training_organiser', 'province'] as const)
    await world.owner.query('update access_grant set area_id = $1 where account_id = $2', [
      quangNinhId,
      demoAccountId(`ban_${role}`),
    ])
})
afterAll(() => world.close())

const reported = stableId('framework', 'quang-ninh-2019')
const particulars = {
  name: 'Khung bồi dưỡng cán bộ giảm nghèo',
  periodFrom: 2026,
  periodUntil: 2030,
  programmeId: null,
  note: '',
}

const begin = (part: object = {}, person: PersonName = 'dao') =>
  world
    .as(person)
    .post('/api/frameworks', { frameworkId: newId(), areaId: demoAreas.phuTho, copyOf: null, ...particulars, ...part })
async function begun(part: object = {}): Promise<string> {
  const reply = await begin(part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().frameworkId
}
const fields = {
  ...{ title: 'Nghiệp vụ rà soát hộ nghèo', objective: 'Rà soát đúng quy trình', contents: 'Phiếu, điểm, họp dân' },
  ...{ theoryHours: 4, practiceHours: 8, posts: ['enumerator', 'village_head'], levels: ['village'] },
  ...{ areaConditions: ['dbkk_commune'], requires: [] as string[], recursAfter: 12 },
}
const addTopic = (framework: string, part: object = {}, person: PersonName = 'dao') =>
  world
    .as(person)
    .post(`/api/frameworks/${framework}/topics`, { frameworkTopicId: newId(), code: 'CĐ1', ...fields, ...part })
const show = async (id: string, person: PersonName = 'dao') =>
  (await world.as(person).get(`/api/frameworks/${id}`)).json()
const topicOf = async (id: string, code = 'CĐ1') =>
  (await show(id)).topicList.find((topic: { code: string }) => topic.code === code).frameworkTopicId
const changeTopic = (topic: string, body: object, person: PersonName = 'dao') =>
  world.as(person).post(`/api/framework-topics/${topic}/change`, body)

let numbers = 0
async function approve(id: string, part: object = {}, person: PersonName = 'lan') {
  const { edits } = await show(id, 'lan')
  numbers += 1
  const said = { number: `${numbers}/QĐ-UBND`, decidedOn: '2026-11-10', issuer: 'UBND tỉnh Phú Thọ', edits }
  return world.as(person).post(`/api/frameworks/${id}/approve`, { ...said, ...part })
}
async function approved(part: object = {}): Promise<string> {
  const id = await begun(part)
  expect((await addTopic(id)).statusCode).toBe(200)
  const reply = await approve(id)
  expect(reply.statusCode, reply.body).toBe(200)
  return id
}

describe('what the two reports tell', () => {
  it('stands ready-made with its source: no hours, no period, no decision, and none are made up', async () => {
    const one = await show(reported, 'son')
    expect(one).toMatchObject({ state: 'sourced', areaId: null, hours: null, approved: null, mark: 'text', can: [] })
    expect(one).toMatchObject({ periodFrom: null, periodUntil: null })
    expect(one.topicList).toHaveLength(9)
    for (const topic of one.topicList) expect(topic).toMatchObject({ theoryHours: null, practiceHours: null })
    expect((await show(stableId('framework', 'vinh-phuc-2022'), 'hung')).topicList).toHaveLength(7)
  })

  it('is altered by nobody, and begins a draft of Phú Thọ with its topics', async () => {
    expect(await refusal(world, () => addTopic(reported))).toBe('framework.fixed')
    const id = await begun({ copyOf: reported, name: 'Từ báo cáo Quảng Ninh' })
    const one = await show(id)
    expect(one).toMatchObject({ state: 'drafted', version: 1, areaName: 'Tỉnh Phú Thọ', topics: 9, can: ['draft'] })
    expect(one.topicList[0]).toMatchObject({ title: 'Quy trình, kỹ năng làm chủ đầu tư' })
  })
})

describe('a draft', () => {
  it('is read by the province and by nobody of another, not in the list, not by search, not as a file', async () => {
    const id = await begun({ name: 'Khung chỉ tỉnh đọc' })
    for (const person of ['dao', 'lan', 'kiem'] as const)
      expect((await show(id, person)).name).toBe('Khung chỉ tỉnh đọc')
    for (const person of ['ban_training_organiser', 'ban_province', 'son', 'hung'] as const) {
      expect(await refusal(world, () => world.as(person).get(`/api/frameworks/${id}`)), person).toBe(
        'framework.not_found',
      )
      const { rows } = (await world.as(person).get('/api/frameworks?q=khung chi tinh')).json()
      expect(rows, person).toEqual([])
      const found = (await world.as(person).get('/api/frameworks/search?q=khung chi tinh')).json()
      expect(found.frameworks, person).toEqual([])
      expect((await world.as(person).get('/api/frameworks/file?as=csv')).body).not.toContain('Khung chỉ tỉnh đọc')
      const copied = { copyOf: id, areaId: quangNinhId }
      const code = await refusal(world, () => begin(copied, person))
      expect(code).toBe(person === 'ban_training_organiser' ? 'framework.not_found' : 'access.denied')
    }
  })

  it('takes topics with what comes before what, and says what it still lacks', async () => {
    const id = await begun({ periodFrom: null })
    expect((await show(id)).lacks).toHaveLength(2)
    await addTopic(id)
    expect((await addTopic(id, { code: 'CĐ2', title: 'Kiểm tra phiếu', requires: ['CĐ1'] })).statusCode).toBe(200)
    const one = await show(id)
    expect(one.topicList.map(({ code, requires }: { code: string; requires: string[] }) => [code, requires])).toEqual([
      ['CĐ1', []],
      ['CĐ2', ['CĐ1']],
    ])
    expect(one).toMatchObject({ hours: 24, topics: 2, edits: 2 })
    expect(one.lacks).toMatchObject([{ vi: 'Khung chưa ghi giai đoạn.' }])
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('dao').get(`/api/frameworks/${id}/topics/file?as=${as}`)).statusCode).toBe(200)
  })

  it('says of communes by their standing only what is recorded, and nothing where nothing is', async () => {
    const id = await begun()
    await addTopic(id, { areaConditions: ['dbkk_commune', 'border_commune'] })
    expect((await show(id)).places).toEqual([
      { condition: 'dbkk_commune', communes: null },
      { condition: 'border_commune', communes: null },
    ])
    await world.owner.query(
      `insert into area_status (id, area_id, status, valid_from, decision, mark) values ($1, $2, 'kv3', '2026-02-01', '60', 'invented')`,
      [newId(), demoAreas.tamHongToday],
    )
    expect((await show(id)).places[0]).toEqual({ condition: 'dbkk_commune', communes: 1 })
  })

  it('is changed by two at once: what touches is told, what does not is kept', async () => {
    const id = await begun()
    await addTopic(id)
    const topic = await topicOf(id)
    const was = { title: fields.title, theoryHours: 4, recursAfter: 12 }
    expect((await changeTopic(topic, { was, theoryHours: 6 })).statusCode).toBe(200)
    expect((await changeTopic(topic, { was, recursAfter: null })).statusCode).toBe(200)
    const told = (await changeTopic(topic, { was, theoryHours: 5 })).json()
    expect(told.code).toBe('record.changed_since')
    expect(told.facts.touching).toMatchObject([{ field: 'theoryHours', theirs: 6, yours: 5, by: 'Bùi Thị Đào' }])
    expect((await show(id)).topicList).toMatchObject([{ theoryHours: 6, recursAfter: null }])
    const change = (body: object) => world.as('dao').post(`/api/frameworks/${id}/change`, body)
    const seen = { name: particulars.name, periodUntil: 2030 }
    expect((await change({ was: seen, periodUntil: 2028 })).statusCode).toBe(200)
    expect((await change({ was: seen, periodUntil: 2029 })).json().code).toBe('record.changed_since')
  })

  it('refuses what cannot be', async () => {
    const id = await begun()
    await addTopic(id)
    await addTopic(id, { code: 'CĐ2', requires: ['CĐ1'] })
    const topic = await topicOf(id)
    for (const [act, code] of [
      [() => begin({ areaId: demoAreas.tamHongToday }), 'framework.not_province'],
      [() => begin({ periodFrom: 2030, periodUntil: 2026 }), 'framework.period'],
      [() => begin({ programmeId: newId() }), 'framework.programme_unknown'],
      [() => begin({ copyOf: newId() }), 'framework.not_found'],
      [() => addTopic(id), 'framework.code_taken'],
      [() => addTopic(id, { code: 'CĐ3', requires: ['CĐ9'] }), 'framework.topic_unknown'],
      [() => changeTopic(topic, { requires: ['CĐ1'] }), 'framework.before_itself'],
      [() => addTopic(id, { code: 'CĐ 3' }), 'input.invalid'],
      [() => addTopic(id, { code: 'CĐ3', theoryHours: -1 }), 'input.invalid'],
      [() => addTopic(id, { code: 'CĐ3', posts: ['minister'] }), 'input.invalid'],
      [() => world.as('dao').post(`/api/framework-topics/${topic}/drop`), 'framework.topic_needed'],
      [() => addTopic(newId()), 'framework.not_found'],
      [() => changeTopic(newId(), { title: 'x' }), 'framework.topic_not_found'],
      [() => world.as('dao').post(`/api/frameworks/${id}/versions`, { nextId: newId() }), 'framework.not_approved'],
    ] as const)
      expect(await refusal(world, act), code).toBe(code)
  })

  it('is written by nobody but who drafts for the province', async () => {
    const id = await begun()
    await addTopic(id)
    const topic = await topicOf(id)
    for (const person of ['kiem', 'lan', 'hung', 'bich', 'mai', 'xem', 'son'] as const) {
      expect(await refusal(world, () => begin({}, person)), person).toBe('access.denied')
      const code = await refusal(world, () => addTopic(id, { code: 'CĐ9' }, person))
      expect(code, person).toBe('access.denied')
      expect(await refusal(world, () => changeTopic(topic, { title: 'x' }, person)), person).toBe('access.denied')
    }
    expect(await refusal(world, () => addTopic(id, { code: 'CĐ9' }, 'ban_training_organiser'))).toBe(
      'framework.not_found',
    )
    expect((await addTopic(id, { code: 'CĐ9' }, 'kiem')).statusCode).toBe(403)
  })

  it('is dropped with a reason and leaves nothing', async () => {
    const id = await begun()
    await addTopic(id)
    expect((await world.as('dao').post(`/api/frameworks/${id}/drop`, { because: 'Lập nhầm' })).statusCode).toBe(200)
    expect(await refusal(world, () => world.as('dao').get(`/api/frameworks/${id}`))).toBe('framework.not_found')
    const { rows } = await world.owner.query('select 1 from framework_topic where framework_id = $1', [id])
    expect(rows).toEqual([])
  })
})

describe('an approval', () => {
  it('is recorded with number, day and issuer, and then everybody who reads training reads it', async () => {
    const id = await approved({ name: 'Khung đã phê duyệt' })
    for (const person of ['hung', 'son', 'ban_province'] as const)
      expect(await show(id, person)).toMatchObject({
        ...{ state: 'approved', approved: { day: '2026-11-10', issuer: 'UBND tỉnh Phú Thọ' }, can: [] },
        topicList: [{ code: 'CĐ1' }],
      })
    expect((await show(id)).can).toEqual(['version'])
    const { rows } = await world.owner.query(
      `select account_id from audit_line where subject_id = $1 and what = 'framework.approved'`,
      [id],
    )
    expect(rows).toEqual([{ account_id: world.idOf('lan') }])
  })

  it('is refused with a circle of what comes before what, naming it', async () => {
    const id = await begun()
    await addTopic(id)
    await addTopic(id, { code: 'CĐ2', requires: ['CĐ1'] })
    await addTopic(id, { code: 'CĐ3', requires: ['CĐ2'] })
    await changeTopic(await topicOf(id), { requires: ['CĐ3'] })
    expect(await refusal(world, () => approve(id))).toBe('framework.lacks')
    expect((await approve(id)).json().title.vi).toContain('CĐ1 → CĐ3 → CĐ2 → CĐ1')
  })

  it('is refused to who drafted, to the auditor, to the commune, to another province', async () => {
    const id = await begun()
    await addTopic(id)
    for (const person of ['dao', 'kiem', 'hung', 'bich'] as const)
      expect(await refusal(world, () => approve(id, {}, person)), person).toBe('access.denied')
    expect(await refusal(world, () => approve(id, {}, 'ban_province'))).toBe('framework.not_found')
    // Nobody approves what they drafted, by whichever role.
    await world.owner.query('update framework set worked_by = worked_by || $2::text where id = $1', [
      id,
      world.idOf('lan'),
    ])
    expect(await refusal(world, () => approve(id))).toBe('framework.own_draft')
  })

  it('is refused of what was changed since, of a day that cannot be, of an empty draft, of a number in use', async () => {
    const id = await begun()
    expect(await refusal(world, () => approve(id))).toBe('framework.lacks')
    await addTopic(id)
    const { edits } = await show(id)
    await addTopic(id, { code: 'CĐ2' })
    expect(await refusal(world, () => approve(id, { edits }))).toBe('framework.changed_since')
    for (const decidedOn of ['2026-11-30', '1999-12-31'])
      expect(await refusal(world, () => approve(id, { decidedOn }))).toBe('framework.day_far')
    const other = await approved()
    const { number } = (await show(other)).approved
    expect(await refusal(world, () => approve(id, { number: number.toLowerCase() }))).toBe('framework.number_taken')
  })

  it('is recorded once, also where two record it in the same second', async () => {
    const id = await begun()
    await addTopic(id)
    const replies = await Promise.all([approve(id), approve(id)])
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409])
    expect(await refusal(world, () => approve(id))).toBe('framework.fixed')
  })

  it('has its number once a year, also of two frameworks that are approved in the same second', async () => {
    const both = [await begun({ name: 'Khung một số' }), await begun({ name: 'Khung cùng số' })]
    for (const id of both) await addTopic(id)
    const acts = both.map((id, at) => () => approve(id, { number: 'MỘT/QĐ-UBND', decidedOn: `2026-11-0${at + 2}` }))
    const replies = await meetingAt(world, 'framework', acts)
    expect(replies.map((reply) => (reply.statusCode === 200 ? 'ok' : reply.json().code)).sort()).toEqual([
      'framework.number_taken',
      'ok',
    ])
  })
})

describe('what is approved', () => {
  it('is altered by nobody', async () => {
    const id = await approved()
    const topic = await topicOf(id)
    const at = `/api/frameworks/${id}`
    for (const act of [
      () => addTopic(id, { code: 'CĐ2' }),
      () => changeTopic(topic, { title: 'Khác' }),
      () => world.as('dao').post(`/api/framework-topics/${topic}/drop`),
      () => world.as('dao').post(`${at}/change`, { name: 'Khác' }),
      () => world.as('dao').post(`${at}/drop`, { because: 'x' }),
    ])
      expect(await refusal(world, act)).toBe('framework.fixed')
  })

  it('is refused by the database itself, as the application’s role and whoever acts, and a draft is not', async () => {
    const [fixed, draft] = [await approved(), await begun()]
    await addTopic(draft)
    const client = await world.owner.connect()
    /** How many rows it writes as each role, or by which constraint it is refused. */
    const written = async (statement: string, values: unknown[]) => {
      const said = []
      for (const role of ['nb_app', 'nb_wide', 'nb_nation']) {
        await client.query('begin')
        await client.query('select nb_begin($1, array[$2]::uuid[], null)', [world.idOf('dao'), demoAreas.phuTho])
        await client.query(`set local role ${role}`)
        const done = await client.query(statement, values).catch((error) => error.constraint ?? error.code)
        said.push(done.rowCount ?? done)
        await client.query('rollback')
      }
      return said
    }
    const adding = `insert into framework_topic (id, framework_id, area_id, code, title) values (gen_random_uuid(), $1, '${demoAreas.phuTho}', 'X', 'x')`
    try {
      for (const [statement, ofDraft] of [
        [`update framework_topic set title = 'Khác' where framework_id = $1`, 1],
        ['delete from framework_topic where framework_id = $1', 1],
        [`update framework set name = 'Khác' where id = $1`, 1],
        [`update framework set state = 'drafted', approved_number = null where id = $1`, 1],
      ] as const) {
        expect(await written(statement, [fixed]), statement).toEqual([0, 0, 0])
        expect(await written(statement, [draft]), statement).toEqual([ofDraft, ofDraft, ofDraft])
      }
      const key = 'framework_topic_fixed'
      expect(await written(adding, [fixed])).toEqual([key, key, key])
      expect(await written(adding, [draft])).toEqual([1, 1, 1])
      // Nor does a draft become approved, or a topic leave its draft, but by the one function.
      const skip = `update framework set state = 'approved', approved_number = '1', approved_on = current_date, approved_issuer = 'x', approved_at = now() where id = $1`
      expect(await written(skip, [draft])).toEqual(['42501', '42501', '42501'])
      const loose = `update framework_topic set state = 'approved' where framework_id = $1`
      expect(await written(loose, [draft])).toEqual(['42501', '42501', '42501'])
    } finally {
      client.release()
    }
    expect((await show(fixed)).topicList).toMatchObject([{ title: fields.title }])
  })

  it('is followed by a new version, a copy that is drafted anew: one draft at a time', async () => {
    const id = await approved({ name: 'Khung hai phiên bản' })
    const next = (nextId = newId()) => world.as('dao').post(`/api/frameworks/${id}/versions`, { nextId })
    const replies = await meetingAt(world, 'framework', [() => next(), () => next()])
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409])
    const second = replies.find((reply) => reply.statusCode === 200)?.json().frameworkId
    expect(await show(second)).toMatchObject({ state: 'drafted', version: 2, topicList: [{ code: 'CĐ1' }] })
    expect((await show(second)).versions).toHaveLength(2)
    expect((await show(second)).leftOut).toEqual([])
    const again = await next()
    expect(again.json()).toMatchObject({ code: 'framework.drafted_already', facts: { frameworkId: second } })
    expect(await refusal(world, () => next())).toBe('framework.drafted_already')
    await changeTopic(await topicOf(second), { theoryHours: 6 })
    expect((await show(id)).topicList).toMatchObject([{ theoryHours: 4 }])
    expect(await refusal(world, () => approve(second, { decidedOn: '2026-11-09' }))).toBe('framework.day_far')
    const period = async (from: number, until: number) => {
      const { periodFrom, periodUntil } = await show(second)
      const said = { periodFrom: from, periodUntil: until, was: { periodFrom, periodUntil } }
      expect((await world.as('dao').post(`/api/frameworks/${second}/change`, said)).statusCode).toBe(200)
    }
    await period(2021, 2025)
    expect(await refusal(world, () => approve(second, { decidedOn: '2026-11-18' }))).toBe('framework.over')
    await period(2026, 2030)
    expect((await approve(second, { decidedOn: '2026-11-18' })).statusCode).toBe(200)
    expect((await world.as('hung').get('/api/frameworks?q=khung hai phien ban')).json().rows).toMatchObject([
      { version: 2 },
      { version: 1 },
    ])
    // A copy of the first would leave out what the second changed.
    expect(await refusal(world, () => next())).toBe('framework.superseded')
    expect([(await show(id)).can, (await show(second)).can]).toEqual([[], ['version']])
  })
})

describe('whom a topic is for', () => {
  it('is every post of the register, by its own words, at the levels where it is', async () => {
    const { rows } = await world.owner.query('select id, vi, en, levels from post order by place')
    for (const { id, vi, en, levels } of rows) {
      expect(audiencePosts[id as AudiencePost], id).toEqual({ vi, en })
      expect([...(levelsOfPost[id as AudiencePost] ?? [])], id).toEqual(levels)
    }
  })

  it('is nobody where a post is held at none of the levels: refused, also when it is changed', async () => {
    const id = await begun()
    const part = { posts: ['village_head', 'office_head'], levels: ['commune'] }
    expect(await refusal(world, () => addTopic(id, part))).toBe('framework.post_not_there')
    expect((await addTopic(id, { ...part, posts: ['office_head'] })).statusCode).toBe(200)
    const topic = await topicOf(id)
    const was = { posts: ['office_head'] }
    const widened = () => changeTopic(topic, { posts: part.posts, was })
    expect(await refusal(world, widened)).toBe('framework.post_not_there')
    const both = { posts: part.posts, levels: ['commune', 'village'], was: { ...was, levels: ['commune'] } }
    expect((await changeTopic(topic, both)).statusCode).toBe(200)
  })
})

describe('a decision that was typed wrongly', () => {
  const show = async (id: string) => (await world.as('dao').get(`/api/frameworks/${id}`)).json()
  async function correct(id: string, part: object, person: PersonName = 'lan') {
    const { number, day: decidedOn, issuer } = (await show(id)).approved
    const was = { number, decidedOn, issuer }
    const sent = { ...was, because: 'Gõ nhầm ngày', was, ...part }
    return world.as(person).post(`/api/frameworks/${id}/correct-decision`, sent)
  }

  it('is corrected with its reason by who may approve, and by nobody else', async () => {
    const id = await approved({ name: 'Khung ghi nhầm ngày' })
    expect((await world.as('lan').get(`/api/frameworks/${id}`)).json().can).toContain('correct')
    expect(await refusal(world, () => correct(id, {}))).toBe('framework.decision_same')
    expect(await refusal(world, () => correct(id, { decidedOn: '2026-11-21' }))).toBe('framework.day_far')
    for (const person of ['dao', 'kiem', 'hung', 'son'] as const)
      expect((await correct(id, { number: '9/QĐ' }, person)).statusCode, person).not.toBe(200)
    expect((await correct(id, { number: '901/QĐ-UBND', decidedOn: '2026-11-08' })).statusCode).toBe(200)
    expect((await show(id)).approved).toMatchObject({ number: '901/QĐ-UBND', day: '2026-11-08' })
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'framework.decision_corrected'`,
      [id],
    )
    expect(rows).toMatchObject([{ facts: { because: 'Gõ nhầm ngày' } }])
    expect((await show(id)).earlier).toMatchObject([
      { day: '2026-11-10', until: '2026-11-20', because: 'Gõ nhầm ngày', issuer: 'UBND tỉnh Phú Thọ' },
    ])
    const was = { number: 'khác', decidedOn: '2026-11-08', issuer: 'UBND tỉnh Phú Thọ' }
    expect(await refusal(world, () => correct(id, { number: '902/QĐ', ...{ was } }))).toBe('record.changed_since')
    const again = await approved({ name: 'Khung khác số' })
    expect(await refusal(world, () => correct(again, { number: '901/QĐ-UBND' }))).toBe('framework.number_taken')
  })
})
