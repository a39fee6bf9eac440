/** A question with a wrong key: Đào sees first whose mark changes, and marks it anew; nobody loses by it unless she says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { anOpenTest, inBank, single } from '#test/classTests.ts'
import { aRule, issuedNow } from '#test/credentials.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let topicId: string
let wrong: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  // The key says B; it is C.
  wrong = await inBank(world, topicId, single)
  await inBank(world, topicId, { kind: 'true_false', right: true })
})
afterAll(() => world.close())

const written = async (body: object) => {
  const was = (await world.as('dao').get(`/api/questions/${wrong}`)).json().versions[0].body
  const reply = await world
    .as('dao')
    .post(`/api/questions/${wrong}/change`, { body, was: { body: was }, because: 'Đáp án sai' })
  expect(reply.statusCode, reply.body).toBe(200)
  return (await world.as('dao').get(`/api/questions/${wrong}`)).json().version as number
}

/** Mai answers C, which is right and was marked wrong; the other answers B. Both need two of two. */
async function taken() {
  // As it was: the wrong key is the newest when the test is drawn.
  const now = (await world.as('dao').get(`/api/questions/${wrong}`)).json()
  if (JSON.stringify(now.versions[0].body) !== JSON.stringify(single)) await written(single)
  const test = await anOpenTest(world, topicId, {
    parts: [{ topicId, kind: null, count: 2 }],
    pass: { num: 1, of: 1, basis: 'Quy chế' },
  })
  const { orders, sheets } = (await world.as('dao').get(`/api/class-tests/${test.classTestId}/results`)).json()
  const kindOf = new Map(
    sheets.map(({ number, sheet }: { number: number; sheet: { kind: string } }) => [number, sheet.kind]),
  )
  const item = sheets.find(({ sheet }: { sheet: { kind: string } }) => sheet.kind === 'single').number as number
  for (const [officialId, letter] of [
    [test.mai, 'C'],
    [test.other, 'B'],
  ] as const) {
    const answers = orders[0].map((number: number) => (kindOf.get(number) === 'single' ? letter : 'Đ'))
    const reply = await world.as('dao').post(`/api/class-tests/${test.classTestId}/papers`, {
      testAttemptId: newId(),
      officialId,
      variant: 1,
      written: answers,
    })
    expect(reply.statusCode, reply.body).toBe(200)
  }
  return { ...test, item }
}
const preview = async (id: string, query: string) =>
  (await world.as('dao').get(`/api/class-tests/${id}/remark?${query}`)).json()
const remark = (id: string, body: object) =>
  world
    .as('dao')
    .post(`/api/class-tests/${id}/remark`, { testRemarkId: newId(), lowers: false, because: 'Đáp án sai', ...body })
const marks = async (id: string) => {
  const { rows } = (await world.as('dao').get(`/api/class-tests/${id}/results`)).json()
  return new Map(
    rows.map((one: { officialId: string; mark: { num: number; passed: boolean } }) => [one.officialId, one.mark]),
  )
}

describe('a question marked anew', () => {
  it('is shown first: whose mark changes, who passes now, who no longer', async () => {
    const { classTestId, item, mai, other } = await taken()
    const version = await written({ ...single, right: 2 })
    const soft = await preview(classTestId, `item=${item}&how=replace&version=${version}`)
    expect(soft).toMatchObject({
      attempts: 2,
      rows: [{ officialId: mai, before: { num: 1, passed: false }, after: { num: 2, passed: true } }],
    })
    const hard = await preview(classTestId, `item=${item}&how=replace&version=${version}&lowers=true`)
    expect(hard.rows.map((one: { officialId: string }) => one.officialId).sort()).toEqual([mai, other].sort())
    expect(hard.told).toEqual({ held: [], forbidden: null })
    // Nothing was written by looking.
    expect((await marks(classTestId)).get(mai)).toMatchObject({ passed: false })
    const file = await world
      .as('dao')
      .get(`/api/class-tests/${classTestId}/remark/file?as=csv&item=${item}&how=replace&version=${version}`)
    expect(file.statusCode, file.body).toBe(200)
  })

  it('lowers nobody by itself, keeps the mark before with the reason, and counts for whoever asks who has passed', async () => {
    const { classTestId, item, mai, other } = await taken()
    const version = await written({ ...single, right: 2 })
    const { seen } = await preview(classTestId, `item=${item}&how=replace&version=${version}`)
    expect((await remark(classTestId, { item, how: 'replace', version, seen })).json()).toMatchObject({ changed: 1 })
    const now = await marks(classTestId)
    expect(now.get(mai)).toMatchObject({ passed: true })
    expect(now.get(other)).toMatchObject({ passed: true })
    const { rows } = await world.owner.query(
      `select m.number, m.num, m.passed, m.because from attempt_mark m join test_attempt a on a.id = m.attempt_id
        where a.test_id = $1 and a.official_id = $2 order by m.number`,
      [classTestId, mai],
    )
    expect(rows).toMatchObject([
      { number: 1, num: 1, passed: false, because: null },
      { number: 2, num: 2, passed: true, because: 'Đáp án sai' },
    ])
    const shown = (await world.as('dao').get(`/api/class-tests/${classTestId}`)).json()
    expect(shown.remarks).toMatchObject([
      { item, how: 'replace', version, lowers: false, changed: 1, because: 'Đáp án sai' },
    ])
    expect(shown.items.find((one: { number: number }) => one.number === item)).toMatchObject({
      markedBy: [version],
      version: version - 1,
    })
  })

  it('takes a pass away where that is said, and is by both keys or by none', async () => {
    const { classTestId, item, mai, other } = await taken()
    const version = await written({ ...single, right: 2 })
    const seenNow = async () => (await world.as('dao').get(`/api/class-tests/${classTestId}`)).json().revision
    await remark(classTestId, { item, how: 'replace', version, seen: await seenNow(), lowers: true })
    expect((await marks(classTestId)).get(other)).toMatchObject({ passed: false })
    await remark(classTestId, { item, how: 'accept', version: version - 1, seen: await seenNow() })
    expect((await marks(classTestId)).get(other)).toMatchObject({ passed: true })
    expect((await marks(classTestId)).get(mai)).toMatchObject({ passed: true })
    await remark(classTestId, { item, how: 'drop', seen: await seenNow(), lowers: true })
    expect((await marks(classTestId)).get(mai)).toMatchObject({ num: 1, questions: 1, passed: true })
  })

  it('is refused by a version that asks otherwise, for the last question, and where it is so already', async () => {
    const { classTestId, item } = await taken()
    const version = await written({ ...single, options: ['Hai', 'Một', 'Ba'] })
    const seen = (await world.as('dao').get(`/api/class-tests/${classTestId}`)).json().revision
    const tried = (body: object) => refusal(world, () => remark(classTestId, { item, seen, ...body }))
    expect(await tried({ how: 'replace', version })).toBe('remark.not_alike')
    expect(await tried({ how: 'replace' })).toBe('remark.version')
    expect(await tried({ how: 'replace', version: version - 1 })).toBe('remark.same')
    // A version with other words and the same key marks nothing anew.
    await written(single)
    const alike = await written({ ...single, options: ['một ', 'Hai', 'Ba'] })
    expect(await tried({ how: 'replace', version: alike })).toBe('remark.same')
    expect(await tried({ how: 'drop', item: 9 })).toBe('remark.item')
    await remark(classTestId, { item, how: 'drop', seen })
    const next = (await world.as('dao').get(`/api/class-tests/${classTestId}`)).json()
    const other = next.items.find((one: { number: number }) => one.number !== item).number
    expect(await tried({ how: 'drop', item: other, seen: next.revision })).toBe('remark.last')
    expect((await world.as('hung').get(`/api/class-tests/${classTestId}/remark?item=1&how=drop`)).statusCode).toBe(404)
  })

  it('names who holds a credential because of it, where a mark is lowered or a paper is put right', async () => {
    const { classTestId, trainingClassId, item, mai, other } = await taken()
    const line = await aRule(world, [topicId], { name: `Cần kiểm tra ${newId().slice(-6)}`, needsTest: true })
    await world.owner.query(
      `insert into class_topic (class_id, area_id, topic_id) select id, area_id, topic_first($2) from training_class where id = $1`,
      [trainingClassId, topicId],
    )
    for (const official of [mai, other])
      await world.owner.query(
        `insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, sex, ethnicity, level)
         select gen_random_uuid(), c.id, c.area_id, $1, $2, '2026-11-18', 'female', '01', 1 from training_class c where c.id = $3`,
        [official, demoAreas.tamHongToday, trainingClassId],
      )
    await issuedNow(world)
    const held = async (query = '') =>
      (await world.as('dao').get(`/api/areas/${demoAreas.tamHongToday}/credentials?ruleId=${line}${query}`)).json().rows
    expect(await held()).toMatchObject([{ officialId: other, groundless: false }])
    const version = await written({ ...single, right: 2 })
    const { told } = await preview(classTestId, `item=${item}&how=replace&version=${version}&lowers=true`)
    expect(told.held).toMatchObject([{ count: 1, names: [expect.stringContaining('')] }])
    const { rows } = (await world.as('dao').get(`/api/class-tests/${classTestId}/results`)).json()
    const attempt = rows.find((one: { officialId: string }) => one.officialId === other).testAttemptId
    const shown = (await world.as('dao').get(`/api/test-attempts/${attempt}`)).json()
    const wrote = shown.items.map(({ written: was }: { written: string }) => (was === 'B' ? 'A' : was))
    const paper = { variant: 1, written: wrote, seen: 1, because: 'Đọc nhầm' }
    const answer = (await world.as('dao').post(`/api/test-attempts/${attempt}/correct`, paper)).json()
    expect(answer.mark.passed).toBe(false)
    expect(answer.told.held).toMatchObject([{ count: 1 }])
    expect(await held('&groundless=true')).toMatchObject([{ officialId: other, groundless: true, state: 'expiring' }])
  })

  it('by two at once is done by one, and the other is told', async () => {
    const { classTestId, item } = await taken()
    const version = await written({ ...single, right: 2 })
    const seen = (await world.as('dao').get(`/api/class-tests/${classTestId}`)).json().revision
    const acts = [{ how: 'replace', version }, { how: 'drop' }].map(
      (one) => () => remark(classTestId, { item, seen, ...one }),
    )
    expect(answersIn(await meetingAt(world, 'class_test', acts)).sort()).toEqual(['class_test.changed_since', 'ok'])
  })
})
