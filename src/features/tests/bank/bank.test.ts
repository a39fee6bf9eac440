/** The bank of questions: Đào keeps the province's, Hùng that of Tam Hồng; who may be tested sees no key. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { loadStandards } from '#features/standards/library.ts'
import { newId } from '#platform/server/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let topicId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
})
afterAll(() => world.close())

const { phuTho, tamHongToday } = demoAreas
const single = { kind: 'single', options: ['Từ 1 chỉ số', 'Từ 2 chỉ số', 'Từ 3 chỉ số'], right: 2 }
const asked = { ask: 'Thiếu hụt từ mấy chỉ số?', body: single as object, basis: 'NĐ 07/2021/NĐ-CP, Điều 3' }
type Asked = { by?: PersonName; areaId?: string; topicId?: string; pool?: string } & Partial<typeof asked>
const enter = ({ by = 'dao', ...part }: Asked = {}, questionId = newId()) =>
  world.as(by).post('/api/questions', { questionId, areaId: phuTho, topicId, pool: 'test', ...asked, ...part })
const entered = async (part: Asked = {}) => {
  const questionId = newId()
  const reply = await enter(part, questionId)
  expect(reply.statusCode, reply.body).toBe(200)
  return questionId
}
const whole = async (questionId: string, by: PersonName = 'dao') =>
  (await world.as(by).get(`/api/questions/${questionId}`)).json()
const listed = async (by: PersonName, areaId: string, more = '') =>
  (await world.as(by).get(`/api/areas/${areaId}/questions?${more}`)).json()
const facts = (perPersonMonth: number) => ({ settlement: 'rural', income: { perPersonMonth } })
const standard = loadStandards().standards.find(({ value }) => value.id === 'vn-2022-2025')
const household = (perPersonMonth: number) => ({
  ...{ kind: 'household', standardId: 'vn-2022-2025', standardHash: standard?.hash, day: '2025-10-15' },
  facts: facts(perPersonMonth),
})

describe('a question of the bank', () => {
  it('stands under its topic, with its key for whoever keeps the bank and in no list', async () => {
    const questionId = await entered({ ask: 'Câu của tỉnh?' })
    expect(await whole(questionId)).toMatchObject({
      ...{ topicCode: 'CĐ1', kind: 'single', state: 'used', version: 1, can: ['change', 'use'] },
      versions: [{ version: 1, body: single, because: null, class: null }],
    })
    const { rows } = await listed('dao', phuTho, 'q=cau%20cua%20tinh')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('right')
  })

  it('is not seen by who works below or beside, nor by who only reads training', async () => {
    const questionId = await entered({ ask: 'Ai xem được?' })
    expect((await world.as('hung').get(`/api/questions/${questionId}`)).statusCode).toBe(404)
    expect((await world.as('hung').get(`/api/areas/${phuTho}/questions`)).statusCode).toBe(403)
    for (const person of ['mai', 'bich', 'kiem'] as const)
      expect((await world.as(person).get(`/api/areas/${tamHongToday}/questions`)).statusCode, person).toBe(403)
    expect(await refusal(world, () => enter({ by: 'hung' }))).toBe('access.denied')
  })

  it('of a commune is the commune’s, and the province finds it there', async () => {
    await entered({ by: 'hung', areaId: tamHongToday, ask: 'Câu của xã?' })
    expect((await listed('dao', phuTho, 'q=cau%20cua%20xa')).rows).toMatchObject([{ areaId: tamHongToday }])
  })

  it('that nobody could answer is refused', async () => {
    const tried = (body: object) => refusal(world, () => enter({ body, ask: 'Không trả lời được?' }))
    expect(await tried({ ...single, right: 3 })).toBe('question.right_nowhere')
    expect(await tried({ ...single, options: ['Một', 'một', 'hai'] })).toBe('question.options_alike')
    expect(await tried({ ...single, options: ['Một'] })).toBe('input.invalid')
    expect(await tried({ kind: 'numeric', right: '1', tolerance: '-0.5', unit: '' })).toBe('question.tolerance')
    expect(await tried({ kind: 'numeric', right: 'một', tolerance: '0', unit: '' })).toBe('input.invalid')
    expect(await tried(household(1_400_000))).toBe('question.household_open')
    expect(await refusal(world, () => enter({ topicId: newId(), ask: 'Chuyên đề nào?' }))).toBe('question.topic')
  })

  it('about a household keeps no key: the standard says it', async () => {
    const questionId = await entered({ body: household(9_000_000), ask: 'Hộ này thuộc loại nào?' })
    const { versions } = await whole(questionId)
    expect(versions).toMatchObject([{ class: 'not_poor' }])
    const { rows } = await world.owner.query('select body::text from question_version where question_id = $1', [
      questionId,
    ])
    expect(rows[0].body).not.toContain('not_poor')
    // The same words ask about another household.
    await entered({ body: household(8_000_000), ask: 'Hộ này thuộc loại nào?' })
  })

  it('stands once for a topic, however its choices are turned', async () => {
    await entered({ ask: 'Câu nào hai lần?' })
    const turned = { ...single, options: ['từ 3 chỉ số', 'Từ 1 chỉ số', 'Từ 2 chỉ số'], right: 0 }
    expect(await refusal(world, () => enter({ ask: 'câu nào  hai lần?', body: turned }))).toBe('question.there_already')
    const same = () => enter({ ask: 'Hai người cùng ghi?' })
    expect(answersIn(await meetingAt(world, 'question', [same, same])).sort()).toEqual(['ok', 'question.there_already'])
  })
})

describe('a wrong key', () => {
  it('is written anew with its reason; what stood before stays and is never altered', async () => {
    const questionId = await entered({ ask: 'Đáp án sai?', body: { ...single, right: 0 } })
    const was = { body: { ...single, right: 0 } }
    const change = (more: object) => world.as('dao').post(`/api/questions/${questionId}/change`, more)
    expect(await refusal(world, () => change({ body: single, was, because: ' ' }))).toBe('input.invalid')
    expect((await change({ body: single, was, because: 'Nhầm đáp án' })).statusCode).toBe(200)
    const { version, versions } = await whole(questionId)
    expect(version).toBe(2)
    expect(versions).toMatchObject([
      { version: 2, body: single, because: 'Nhầm đáp án' },
      { version: 1, body: { right: 0 }, because: null },
    ])
    const { rows } = await world.owner.query(
      `select r.role from unnest(array['nb_app', 'nb_wide', 'nb_nation']) r (role)
        where has_table_privilege(r.role, 'question_version', 'update')
           or has_any_column_privilege(r.role, 'question_version', 'update') or has_table_privilege(r.role, 'question_version', 'delete')`,
    )
    expect(rows).toEqual([])
  })

  it('that two write anew from what they saw is put side by side', async () => {
    const questionId = await entered({ ask: 'Hai người sửa?' })
    const to = (right: number) => () =>
      world.as('dao').post(`/api/questions/${questionId}/change`, {
        body: { ...single, right },
        was: { body: single },
        because: 'Sửa',
      })
    const replies = await meetingAt(world, 'question', [to(0), to(1)])
    expect(answersIn(replies).sort()).toEqual(['ok', 'record.changed_since'])
  })
})

describe('a question out of use', () => {
  it('is not written anew, may be entered again, and comes back once', async () => {
    const questionId = await entered({ ask: 'Thôi dùng?' })
    const use = (state: string) =>
      world.as('dao').post(`/api/questions/${questionId}/use`, { state, because: 'Luật đã đổi' })
    expect(await refusal(world, () => use('used'))).toBe('question.use_changed')
    expect((await use('out')).statusCode).toBe(200)
    expect(await refusal(world, () => use('out'))).toBe('question.use_changed')
    expect(await whole(questionId)).toMatchObject({ state: 'out', can: ['use'], out: { because: 'Luật đã đổi' } })
    const change = () =>
      world.as('dao').post(`/api/questions/${questionId}/change`, { basis: 'Khác', was: {}, because: 'Sửa' })
    expect(await refusal(world, change)).toBe('question.is_out')
    const again = await entered({ ask: 'Thôi dùng?' })
    expect(await refusal(world, () => use('used'))).toBe('question.there_already')
    expect(
      (await world.as('dao').post(`/api/questions/${again}/use`, { state: 'out', because: 'Trùng' })).statusCode,
    ).toBe(200)
    expect((await use('used')).statusCode).toBe(200)
  })
})
