/** A test of a class: Đào drafts it, it is drawn from the bank when it is fixed, and nobody below the province sees it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aClass } from '#test/classes.ts'
import { anOpenTest, drafted, inBank, single, step, testSaid } from '#test/classTests.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday } = demoAreas
let world: World
let topicId: string
let classId: string
const bank: string[] = []
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  classId = await aClass(world)
  for (let at = 0; at < 5; at += 1) bank.push(await inBank(world, topicId, single))
  bank.push(await inBank(world, topicId, { kind: 'true_false', right: true }))
})
afterAll(() => world.close())

const show = async (id: string) => (await world.as('dao').get(`/api/class-tests/${id}`)).json()
const draft = (part: object = {}, by: PersonName = 'dao', classTestId = newId()) =>
  world.as(by).post('/api/class-tests', { classTestId, trainingClassId: classId, ...testSaid(topicId, part) })
const stepped = (id: string, seen: string, to: string, more: object = {}) =>
  world.as('dao').post(`/api/class-tests/${id}/step`, { seen, to, ...more })
const drawnIn = ({ items }: { items: { questionId: string }[] }) => items.map(({ questionId }) => questionId)

describe('a draft', () => {
  it('stands in the list of its class, and is seen by nobody below or beside', async () => {
    const id = await drafted(world, classId, topicId, { title: 'Bài của tỉnh' })
    const list = (await world.as('dao').get(`/api/areas/${phuTho}/class-tests?q=bai%20cua%20tinh`)).json()
    expect(list.rows).toMatchObject([{ classTestId: id, state: 'draft', questions: 4, enrolled: 0 }])
    expect((await world.as('hung').get(`/api/class-tests/${id}`)).statusCode).toBe(404)
    expect((await world.as('mai').get(`/api/areas/${tamHongToday}/class-tests`)).statusCode).toBe(403)
    expect(await refusal(world, () => draft({}, 'hung'))).toBe('class_test.not_found')
  })

  it('says which questions the bank lacks, and is not fixed without them or without the mark to pass', async () => {
    const parts = [{ topicId, kind: 'numeric', count: 2 }]
    const id = await drafted(world, classId, topicId, { parts })
    expect(await show(id)).toMatchObject({ lacks: [{ kind: 'numeric', lacks: 2 }] })
    expect(await refusal(world, () => stepped(id, 'draft', 'fixed'))).toBe('class_test.bank_lacks')
    const bare = await drafted(world, classId, topicId, { pass: null })
    expect(await refusal(world, () => stepped(bare, 'draft', 'fixed'))).toBe('class_test.no_pass')
    const before = await drafted(world, classId, topicId, { purpose: 'before', pass: null })
    expect((await stepped(before, 'draft', 'fixed')).statusCode).toBe(200)
  })

  it('takes no mark over the whole, no mark without its basis, no topic of no framework', async () => {
    const pass = { num: 5, of: 4, basis: 'Quy chế' }
    expect(await refusal(world, () => draft({ pass }))).toBe('class_test.pass')
    expect(await refusal(world, () => draft({ pass: { ...pass, basis: ' ' } }))).toBe('input.invalid')
    expect(await refusal(world, () => draft({ parts: [{ topicId: newId(), kind: null, count: 1 }] }))).toBe(
      'class_test.topic',
    )
    const parts = Array.from({ length: 3 }, () => ({ topicId, kind: null, count: 100 }))
    expect(await refusal(world, () => draft({ parts }))).toBe('class_test.too_long')
  })

  it('is changed by two at once field by field, and dropped with its reason', async () => {
    const id = await drafted(world, classId, topicId, { title: 'Hai người sửa' })
    const change = (more: object) => world.as('dao').post(`/api/class-tests/${id}/change`, more)
    const to = (minutes: number) => () => change({ minutes, was: { minutes: null } })
    expect(answersIn(await meetingAt(world, 'class_test', [to(30), to(45)])).sort()).toEqual([
      'ok',
      'record.changed_since',
    ])
    expect((await change({ title: 'Một tên khác', was: { title: 'Hai người sửa' } })).statusCode).toBe(200)
    const dropped = await world.as('dao').post(`/api/class-tests/${id}/drop`, { because: 'Lập nhầm lớp' })
    expect(dropped.statusCode, dropped.body).toBe(200)
    expect((await world.as('dao').get(`/api/class-tests/${id}`)).statusCode).toBe(404)
  })
})

describe('a test that is fixed', () => {
  it('is drawn from what is in use for tests, in the version of that day; the same seed draws the same', async () => {
    const ids = [await drafted(world, classId, topicId), await drafted(world, classId, topicId)]
    await inBank(world, topicId, single, 'Câu ôn luyện?')
    await world.owner.query(`update question set pool = 'practice' where id not in (select unnest($1::uuid[]))`, [bank])
    for (const id of ids) await step(world, id, 'draft', 'fixed')
    const [one, other] = [await show(ids[0] as string), await show(ids[1] as string)]
    expect(drawnIn(one)).toHaveLength(4)
    expect(drawnIn(other)).toEqual(drawnIn(one))
    for (const drawn of drawnIn(one)) expect(bank).toContain(drawn)
    const { rows } = await world.owner.query('select sheet::text from test_item')
    expect(JSON.stringify(rows)).not.toContain('right')
  })

  it('is not changed any more, and goes back to a draft with a reason while nobody has begun', async () => {
    const id = await drafted(world, classId, topicId)
    await step(world, id, 'draft', 'fixed')
    const change = () => world.as('dao').post(`/api/class-tests/${id}/change`, { minutes: 30, was: { minutes: null } })
    expect(await refusal(world, change)).toBe('class_test.not_draft')
    expect(await refusal(world, () => stepped(id, 'fixed', 'closed'))).toBe('class_test.no_step')
    expect(await refusal(world, () => stepped(id, 'draft', 'fixed'))).toBe('class_test.changed_since')
    expect(await refusal(world, () => stepped(id, 'fixed', 'draft'))).toBe('class_test.because')
    await step(world, id, 'fixed', 'draft', { because: 'Thiếu một chuyên đề' })
    expect(await show(id)).toMatchObject({ state: 'draft', items: [] })
  })

  it('somebody began is not taken back, but one closed too early is opened again', async () => {
    const { classTestId: id } = await anOpenTest(world, topicId)
    await world.as('mai').post(`/api/work/class-tests/${id}/begin`, { testAttemptId: newId() })
    expect(await refusal(world, () => stepped(id, 'open', 'fixed', { because: 'Nhầm' }))).toBe('class_test.begun')
    await step(world, id, 'open', 'closed')
    await step(world, id, 'closed', 'open', { because: 'Còn người chưa làm' })
    expect(await show(id)).toMatchObject({ state: 'open', next: ['closed'] })
  })

  it('is fixed once by two at the same time', async () => {
    const id = await drafted(world, classId, topicId)
    const fix = () => stepped(id, 'draft', 'fixed')
    expect(answersIn(await meetingAt(world, 'class_test', [fix, fix])).sort()).toEqual([
      'class_test.changed_since',
      'ok',
    ])
  })

  it('and its list are taken out as files', async () => {
    const id = await drafted(world, classId, topicId)
    await step(world, id, 'draft', 'fixed')
    for (const path of [`/api/areas/${phuTho}/class-tests/file?as=csv`, `/api/class-tests/${id}/questions/file?as=csv`])
      expect((await world.as('dao').get(path)).statusCode, path).toBe(200)
  })
})
