/** Questions about the work: Mai asks, Hùng of her commune answers with the article, and what is approved stands in the library. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const { phuTho, tamHongToday, kyThuongToday, villages } = demoAreas
const hamlet = villages.tamHong[0] as string
let world: World
let topicId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
})
afterAll(() => world.close())

const ask = (part: object = {}, by: PersonName = 'mai', inquiryId = newId()) =>
  world.as(by).post('/api/inquiries', {
    ...{ inquiryId, areaId: hamlet, topicId: null, section: 'housing', ask: 'Nhà đang sửa thì ghi thế nào?', ...part },
  })
const asked = async (part: object = {}, by: PersonName = 'mai') => {
  const inquiryId = newId()
  const reply = await ask(part, by, inquiryId)
  expect(reply.statusCode, reply.body).toBe(200)
  return inquiryId
}
const whole = async (id: string, by: PersonName = 'hung') => (await world.as(by).get(`/api/inquiries/${id}`)).json()
const act = (
  id: string,
  what: string,
  { by = 'hung' as PersonName, ...part }: { by?: PersonName; [k: string]: unknown },
) => world.as(by).post(`/api/inquiries/${id}/${what}`, part)
const said = { text: 'Ghi như thấy hôm đến.', basis: 'Thông tư 07/2021/TT-BLĐTBXH', because: null }
const answer = (id: string, part: { by?: PersonName; seen?: number; [k: string]: unknown } = {}) =>
  act(id, 'answer', { seen: 0, ...said, ...part })
const answered = async (part: object = {}) => {
  const id = await asked(part)
  const reply = await answer(id)
  expect(reply.statusCode, reply.body).toBe(200)
  return id
}
const news = async (by: PersonName) => (await world.as(by).get('/api/inquiries/news')).json()
const list = async (by: PersonName, area: string, more = '') =>
  (await world.as(by).get(`/api/areas/${area}/inquiries?${more}`)).json()

describe('an answer', () => {
  it('names nobody by a number, nor does its reason or its title in the library', async () => {
    const number = '0912 345 678'
    const id = await asked()
    for (const part of [{ text: `Gọi ông B, ${number}` }, { basis: number }])
      expect(await refusal(world, () => answer(id, part))).toBe('study.number')
    for (const what of ['refuse'] as const)
      expect(await refusal(world, () => act(id, what, { seen: 0, because: number }))).toBe('study.number')
    const withdraw = () => act(id, 'withdraw', { by: 'mai', seen: 0, because: number })
    expect(await refusal(world, withdraw)).toBe('study.number')
    expect((await answer(id, { text: 'Hỏi Phòng Kinh tế, 024 3736 5555.' })).statusCode).toBe(200)
    const share = { seen: 1, areaId: tamHongToday, topicId, title: `Hộ ${number}` }
    expect(await refusal(world, () => act(id, 'share', share))).toBe('study.number')
  })
})

describe('a question about the work', () => {
  it('is asked by whoever works there, and seen by who asked and who answers for that unit, nobody beside', async () => {
    const id = await asked({ ask: 'Ai thấy câu này?' })
    for (const person of ['mai', 'hung', 'dao'] as const)
      expect(await whole(id, person), person).toMatchObject({ section: 'housing', state: 'open' })
    expect((await whole(id, 'mai')).can).toEqual(['withdraw'])
    expect((await whole(id, 'hung')).can).toEqual(['assign', 'answer', 'refuse'])
    for (const person of ['bich', 'lan', 'kiem', 'xem'] as const)
      expect((await world.as(person).get(`/api/inquiries/${id}`)).json(), person).toMatchObject({
        code: 'inquiry.between',
      })
    expect((await world.as('son').get(`/api/inquiries/${id}`)).statusCode).toBe(404)
    expect((await list('son', kyThuongToday)).rows).toEqual([])
    expect((await world.as('mai').get(`/api/areas/${hamlet}/inquiries`)).statusCode).toBe(403)
    const mine = (await world.as('mai').get('/api/inquiries/mine')).json()
    expect(mine.rows.map((row: { inquiryId: string }) => row.inquiryId)).toContain(id)
  })

  it('is about one thing there is, and names no person', async () => {
    expect(await refusal(world, () => ask({ section: null }))).toBe('inquiry.about')
    expect(await refusal(world, () => ask({ topicId }))).toBe('inquiry.about')
    expect(await refusal(world, () => ask({ section: null, topicId: newId() }))).toBe('inquiry.topic')
    expect(await refusal(world, () => ask({ section: 'vuon' }))).toBe('input.invalid')
    expect(await refusal(world, () => ask({ ask: 'Bà có số 025 188 000 123 thì sao?' }))).toBe('inquiry.number')
    expect(await refusal(world, () => ask({ areaId: kyThuongToday }))).toBe('access.denied')
    expect(await refusal(world, () => ask({}, 'quantri'))).toBe('access.denied')
  })

  it('is given to somebody who answers for that unit', async () => {
    const id = await asked({ ask: 'Giao cho ai?' })
    const { specialists } = await whole(id)
    expect(specialists.map((one: { name: string }) => one.name)).toEqual(
      expect.arrayContaining(['Lê Văn Hùng', 'Bùi Thị Đào']),
    )
    const give = (person: PersonName, seen = 0) => act(id, 'assign', { seen, accountId: world.idOf(person) })
    for (const person of ['mai', 'bich', 'son', 'lan'] as const)
      expect(await refusal(world, () => give(person)), person).toBe('inquiry.no_specialist')
    const before = await news('hung')
    expect((await give('dao')).statusCode).toBe(200)
    expect(await news('hung')).toMatchObject({ waiting: before.waiting - 1 })
    expect((await list('hung', tamHongToday, 'state=open&given=mine')).total).toBe(before.waiting - 1)
    expect((await list('dao', phuTho, 'given=me')).rows).toMatchObject([{ inquiryId: id, assigned: 'Bùi Thị Đào' }])
    expect(await refusal(world, () => give('hung'))).toBe('inquiry.moved_on')
  })

  it('is answered with the article; another version says why, and the former stays', async () => {
    const id = await asked({ ask: 'Trả lời?' })
    expect(await refusal(world, () => answer(id, { basis: ' ' }))).toBe('input.invalid')
    expect(await refusal(world, () => answer(id, { by: 'mai' }))).toBe('access.denied')
    expect(await refusal(world, () => answer(id, { by: 'son' }))).toBe('inquiry.not_found')
    const before = (await news('mai')).answered
    expect((await answer(id)).statusCode).toBe(200)
    expect(await news('mai')).toMatchObject({ answered: before + 1 })
    expect(await refusal(world, () => answer(id))).toBe('inquiry.moved_on')
    expect(await refusal(world, () => answer(id, { seen: 1 }))).toBe('inquiry.because')
    expect((await answer(id, { seen: 1, text: 'Bản hai', because: 'Thiếu ý' })).statusCode).toBe(200)
    expect((await whole(id, 'mai')).answers).toMatchObject([
      { version: 2, body: 'Bản hai', because: 'Thiếu ý' },
      { version: 1, body: said.text },
    ])
    const close = { seen: 2, because: 'Thôi' }
    expect(await refusal(world, () => act(id, 'refuse', close))).toBe('inquiry.answered')
    expect(await refusal(world, () => act(id, 'withdraw', { by: 'mai', ...close }))).toBe('inquiry.answered')
  })

  it('that two answer in the same second has one answer', async () => {
    const id = await asked({ ask: 'Hai người trả lời?' })
    const by = (person: PersonName) => () => answer(id, { by: person })
    const replies = await meetingAt(world, 'inquiry_answer', [by('hung'), by('dao')])
    expect(answersIn(replies).sort()).toEqual(['inquiry.moved_on', 'ok'])
    expect((await whole(id)).answers).toHaveLength(1)
  })

  it('ends with a reason: refused by who answers, withdrawn by who asked', async () => {
    const [one, two] = [await asked({ ask: 'Không thuộc nghiệp vụ' }), await asked({ ask: 'Tự hiểu rồi' })]
    const because = { seen: 0, because: 'Hỏi bên y tế' }
    expect(await refusal(world, () => act(two, 'withdraw', { by: 'hung', ...because }))).toBe('inquiry.not_mine')
    expect((await act(one, 'refuse', because)).statusCode).toBe(200)
    expect((await act(two, 'withdraw', { by: 'mai', ...because })).statusCode).toBe(200)
    expect(await whole(one, 'mai')).toMatchObject({ state: 'refused', because: 'Hỏi bên y tế', can: [] })
    expect(await whole(two)).toMatchObject({ state: 'withdrawn', can: [] })
    expect(await refusal(world, () => answer(one, { seen: 1 }))).toBe('inquiry.closed')
  })
})

describe('an answer that is approved', () => {
  const share = (id: string, part: { by?: PersonName; [k: string]: unknown } = {}) =>
    act(id, 'share', { seen: 1, areaId: tamHongToday, topicId, title: 'Nhà đang sửa ghi thế nào?', ...part })

  it('stands in the library of the unit, read by all below, without the words of who asked', async () => {
    const id = await answered({ ask: 'Nhà bà Tư đang sửa thì sao?' })
    const reply = await share(id)
    expect(reply.statusCode, reply.body).toBe(200)
    const { materialId } = reply.json()
    const material = (await world.as('bich').get(`/api/library/${materialId}`)).json()
    expect(material).toMatchObject({ kind: 'answer', title: 'Nhà đang sửa ghi thế nào?', can: [] })
    expect(material.versions).toMatchObject([{ body: said.text, basis: said.basis }])
    expect(JSON.stringify(material)).not.toContain('bà Tư')
    const found = (await world.as('mai').get('/api/library/search?q=hom%20den')).json().rows
    expect(found.map((row: { materialId: string }) => row.materialId)).toContain(materialId)
    expect((await world.as('son').get(`/api/library/${materialId}`)).statusCode).toBe(404)
    expect(await refusal(world, () => share(id, { seen: 2 }))).toBe('inquiry.shared')
    expect((await answer(id, { seen: 2, text: 'Bản hai', because: 'Rõ hơn' })).statusCode).toBe(200)
    const { versions } = (await world.as('bich').get(`/api/library/${materialId}`)).json()
    expect(versions).toMatchObject([{ version: 2, body: 'Bản hai', because: 'Rõ hơn' }, { version: 1 }])
    const by = { seen: 2, title: 'Khác', summary: '', basis: '', text: 'x', because: 'y' }
    expect(await refusal(world, () => world.as('hung').post(`/api/library/${materialId}/versions`, by))).toBe(
      'library.answers_elsewhere',
    )
  })

  it('of the province is written anew by who keeps that library', async () => {
    const id = await answered({ ask: 'Vào thư viện tỉnh?' })
    expect(await refusal(world, () => share(id, { areaId: phuTho }))).toBe('access.denied')
    expect(await refusal(world, () => share(id, { by: 'dao', areaId: kyThuongToday }))).toBe('access.denied')
    expect((await share(id, { by: 'dao', areaId: phuTho, title: 'Của tỉnh?' })).statusCode).toBe(200)
    const anew = { seen: 2, text: 'Bản xã', because: 'Rõ hơn' }
    expect(await refusal(world, () => answer(id, anew))).toBe('inquiry.shared_above')
    expect((await answer(id, { by: 'dao', ...anew })).statusCode).toBe(200)
  })

  it('is one that there is', async () => {
    const id = await asked({ ask: 'Chưa trả lời' })
    expect(await refusal(world, () => share(id, { seen: 0 }))).toBe('inquiry.no_answer')
  })
})

it('what was answered is a need of who asked, under its topic or section, and no error', async () => {
  await world.owner.query('delete from training_need')
  await answered({ ask: 'Về chuyên đề?', section: null, topicId })
  await answered({ ask: 'Về mục?' })
  const { rows } = (await world.as('hung').get(`/api/areas/${tamHongToday}/needs?source=asked`)).json()
  expect(rows).toHaveLength(2)
  expect(
    rows
      .map((row: { topic: { topicId: string } | null; error: string | null }) => [
        row.topic?.topicId ?? null,
        row.error,
      ])
      .sort(),
  ).toEqual(
    [
      [null, 'housing'],
      [topicId, null],
    ].sort(),
  )
  const errors = (await world.as('hung').get(`/api/areas/${tamHongToday}/needs?source=error`)).json()
  expect(errors.total).toBe(0)
})
