/** The library: Đào keeps the province's, Hùng that of Tam Hồng; Mai below reads both, Sơn beside reads neither. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { tinyPdf } from '#test/scans.ts'
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

const { phuTho, tamHongToday, kyThuongToday, villages } = demoAreas
const hamlet = villages.tamHong[0] as string
const said = { title: 'Hỏi thế nào', summary: 'Năm phút', basis: '', text: 'Hỏi lần lượt từng câu.' }
type Part = { by?: PersonName; areaId?: string; topicId?: string; kind?: string; questionId?: string } & Partial<
  typeof said
>
const add = ({ by = 'dao', ...part }: Part = {}, materialId = newId()) =>
  world.as(by).post('/api/library', { materialId, areaId: phuTho, topicId, kind: 'document', ...said, ...part })
const added = async (part: Part = {}) => {
  const materialId = newId()
  const reply = await add(part, materialId)
  expect(reply.statusCode, reply.body).toBe(200)
  return materialId
}
const send = (bytes: Buffer, { by = 'dao' as PersonName, kind = 'document', title = 'Tệp', name = 'a.pdf' } = {}) => {
  const fields = { materialId: newId(), areaId: by === 'hung' ? tamHongToday : phuTho, topicId, kind }
  const about = { title, summary: '', basis: '' }
  return world.as(by).upload('/api/library/files', { ...fields, ...about }, { name, type: 'application/pdf', bytes })
}
const whole = async (materialId: string, by: PersonName = 'dao') =>
  (await world.as(by).get(`/api/library/${materialId}`)).json()
const listed = async (by: PersonName, areaId: string, more = '') =>
  (await world.as(by).get(`/api/areas/${areaId}/library?${more}`)).json()
const tell = (materialId: string, by: PersonName, part: object = {}) =>
  world.as(by).post(`/api/library/${materialId}/reading`, { areaId: hamlet, version: 1, what: 'opened', ...part })
const counted = async (by: PersonName, areaId: string, materialId: string) =>
  (await world.as(by).get(`/api/areas/${areaId}/library/readings`))
    .json()
    .rows.find((row: { materialId: string }) => row.materialId === materialId)

describe('what is written in the library', () => {
  const id = '025 085 001 234'
  const office = 'Điện thoại Phòng Kinh tế: 0210 3846 647'
  it('holds no number by which a person is known, in no field; the telephone of an office may stand', async () => {
    for (const part of [{ title: `Hộ ${id}` }, { summary: id }, { basis: id }, { text: `Bà A, số ${id}` }])
      expect(await refusal(world, () => add(part)), JSON.stringify(part)).toBe('study.number')
    expect(await refusal(world, () => send(tinyPdf, { title: `Hộ ${id}` }))).toBe('study.number')
    const materialId = await added({ title: 'Liên hệ', text: office })
    const next = { ...said, title: 'Liên hệ', seen: 1, because: 'Sửa' }
    const bring = (part: object) => world.as('dao').post(`/api/library/${materialId}/versions`, { ...next, ...part })
    expect(await refusal(world, () => bring({ text: id }))).toBe('study.number')
    expect(await refusal(world, () => bring({ because: id }))).toBe('study.number')
    const use = { state: 'out', because: `Lộ số ${id}` }
    expect(await refusal(world, () => world.as('dao').post(`/api/library/${materialId}/use`, use))).toBe('study.number')
  })
})

describe('a material', () => {
  it('of a unit is read by all below it, an enumerator too, and by nobody beside', async () => {
    const [ofProvince, ofCommune] = [
      await added({ title: 'Của tỉnh' }),
      await added({ by: 'hung', areaId: tamHongToday, title: 'Của xã' }),
    ]
    for (const person of ['hung', 'bich', 'mai', 'lan', 'kiem'] as const)
      expect((await whole(ofProvince, person)).versions, person).toMatchObject([{ body: said.text }])
    expect((await whole(ofCommune, 'mai')).can).toEqual([])
    expect((await whole(ofCommune, 'dao')).can).toEqual(['change', 'use'])
    expect((await whole(ofProvince, 'hung')).can).toEqual([])
    for (const one of [ofProvince, ofCommune])
      for (const [person, status] of [
        ['son', 404],
        ['la', 403],
      ] as const)
        expect((await world.as(person).get(`/api/library/${one}`)).statusCode, person).toBe(status)
    const titles = async (by: PersonName, area: string, more = '') =>
      (await listed(by, area, more)).rows.map((row: { title: string }) => row.title)
    expect(await titles('mai', hamlet, 'q=cua%20')).toEqual(['Của tỉnh', 'Của xã'])
    expect(await titles('hung', tamHongToday, 'keeper=own&q=cua%20')).toEqual(['Của xã'])
    expect(await titles('hung', tamHongToday, 'keeper=above&q=cua%20')).toEqual(['Của tỉnh'])
    expect(await titles('dao', phuTho, 'keeper=below&q=cua%20')).toEqual(['Của xã'])
    expect(await titles('son', kyThuongToday)).toEqual([])
    expect((await world.as('son').get(`/api/areas/${tamHongToday}/library`)).statusCode).toBe(403)
    expect((await world.nobody.get(`/api/library/${ofProvince}`)).statusCode).toBe(401)
  })

  it('is kept by who keeps the library of that unit', async () => {
    for (const person of ['lan', 'bich', 'mai', 'kiem', 'xem', 'quantri'] as const)
      expect(await refusal(world, () => add({ by: person, title: 'Không được' })), person).toBe('access.denied')
    expect(await refusal(world, () => add({ by: 'hung' }))).toBe('access.denied')
    expect(await refusal(world, () => add({ by: 'son', areaId: tamHongToday }))).toBe('access.denied')
    expect(await refusal(world, () => add({ areaId: hamlet }))).toBe('library.no_unit')
    expect(await refusal(world, () => add({ topicId: newId() }))).toBe('library.topic')
    expect(await refusal(world, () => add({ kind: 'answer' }))).toBe('input.invalid')
  })

  it('stands once under its topic, until the former is out of use', async () => {
    const former = await added({ title: 'Một tên' })
    expect(await refusal(world, () => add({ title: ' một  TÊN' }))).toBe('library.there_already')
    await added({ title: 'Một ten' })
    const out = { state: 'out', because: 'Cũ' }
    expect((await world.as('dao').post(`/api/library/${former}/use`, out)).statusCode).toBe(200)
    expect(await refusal(world, () => world.as('dao').post(`/api/library/${former}/use`, out))).toBe(
      'library.use_changed',
    )
    await added({ title: 'Một tên' })
    expect((await listed('mai', hamlet, 'state=out')).rows).toMatchObject([{ materialId: former }])
    const back = { state: 'used', because: 'Nhầm' }
    expect(await refusal(world, () => world.as('dao').post(`/api/library/${former}/use`, back))).toBe(
      'library.there_already',
    )
  })

  it('comes out in a further version, which alters no earlier one', async () => {
    const materialId = await added({ title: 'Có hai bản' })
    const next = (part: object = {}) =>
      world.as('dao').post(`/api/library/${materialId}/versions`, {
        ...{ seen: 1, ...said, title: 'Có hai bản', text: 'Bản hai.', because: 'Thêm ví dụ', ...part },
      })
    expect(await refusal(world, () => next({ because: ' ' }))).toBe('input.invalid')
    expect((await next()).statusCode).toBe(200)
    expect(await refusal(world, () => next())).toBe('library.version_since')
    expect((await whole(materialId, 'mai')).versions).toMatchObject([
      { version: 2, body: 'Bản hai.', because: 'Thêm ví dụ' },
      { version: 1, body: said.text, because: null },
    ])
    const altered = world.owner.query('set role nb_app; update material_version set body = null')
    await expect(altered).rejects.toThrow()
    await world.owner.query('reset role')
  })

  it('that two bring out in the same second has one further version', async () => {
    const materialId = await added({ title: 'Hai người' })
    const next = (text: string) => () =>
      world.as('dao').post(`/api/library/${materialId}/versions`, {
        ...{ seen: 1, ...said, title: 'Hai người', text, because: 'Sửa' },
      })
    const answers = await meetingAt(world, 'material', [next('một'), next('hai')])
    expect(answersIn(answers).sort()).toEqual(['library.version_since', 'ok'])
    expect((await whole(materialId)).versions).toHaveLength(2)
  })
})

describe('a file of the library', () => {
  it('is saved under its title by who reads below, and never shown as a page of ours', async () => {
    const reply = await send(tinyPdf, { title: 'Các bước <rà soát>', name: 'x.html' })
    expect(reply.statusCode, reply.body).toBe(200)
    const { materialId } = reply.json()
    const file = await world.as('mai').get(`/api/library/${materialId}/tep/1`)
    expect(file.statusCode, file.body).toBe(200)
    expect(file.rawPayload.equals(tinyPdf)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="Cac buoc ra soat.pdf"/)
    expect((await world.as('son').get(`/api/library/${materialId}/tep/1`)).statusCode).toBe(404)
    expect((await world.as('mai').get(`/api/library/${materialId}/tep/2`)).statusCode).toBe(404)
    expect((await world.nobody.get(`/api/library/${materialId}/tep/1`)).statusCode).toBe(401)
  })

  it('of many pieces comes back whole', async () => {
    const bytes = Buffer.from('Dòng chữ dài. '.repeat(200_000))
    const reply = await send(bytes, { title: 'Dài', by: 'hung' })
    expect(reply.statusCode, reply.body).toBe(200)
    const file = await world.as('mai').get(`/api/library/${reply.json().materialId}/tep/1`)
    expect(file.rawPayload.equals(bytes)).toBe(true)
    expect(file.headers['content-type']).toBe('text/plain')
  })

  it('is refused by what it holds, before anything is written', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    expect(await refusal(world, () => send(page, { title: 'Trang' }))).toBe('library.file_markup')
    expect(await refusal(world, () => send(Buffer.alloc(0), { title: 'Trống' }))).toBe('library.file_missing')
    expect(await refusal(world, () => send(Buffer.alloc(51 * 1024 * 1024, 'a'), { title: 'To' }))).toBe(
      'input.too_large',
    )
    expect(await refusal(world, () => send(tinyPdf, { kind: 'lesson' }))).toBe('library.lesson_text')
    expect(await refusal(world, () => send(tinyPdf, { by: 'lan' }))).toBe('access.denied')
  })
})

describe('what was read', () => {
  it('is counted where somebody did it: opened, said, nothing that nobody did', async () => {
    const materialId = await added({ title: 'Đọc thử' })
    const before = await counted('hung', tamHongToday, materialId)
    expect(before).toMatchObject({ opened: 0, read: 0, done: 0 })
    expect(before.people).toBeGreaterThan(1)
    expect((await whole(materialId, 'mai')).mine).toBe('unopened')
    await tell(materialId, 'mai')
    await tell(materialId, 'mai')
    expect(await counted('hung', tamHongToday, materialId)).toMatchObject({ opened: 1, read: 0 })
    await tell(materialId, 'mai', { what: 'read' })
    await tell(materialId, 'lan', { areaId: phuTho, what: 'read' })
    expect(await counted('hung', tamHongToday, materialId)).toMatchObject({ opened: 1, read: 1, people: before.people })
    expect(await counted('dao', phuTho, materialId)).toMatchObject({ opened: 1, read: 2 })
    const names = async (state: string) =>
      (await world.as('dao').get(`/api/areas/${phuTho}/library/${materialId}/readers?state=${state}`))
        .json()
        .rows.map((row: { name: string }) => row.name)
    expect(await names('opened')).toHaveLength(1)
    expect(await names('read')).toHaveLength(2)
    const { people } = await counted('dao', phuTho, materialId)
    expect(await names('unopened')).toHaveLength(people - 2)
    await tell(materialId, 'mai', { what: 'unread' })
    expect(await counted('hung', tamHongToday, materialId)).toMatchObject({ opened: 1, read: 0 })
  })

  it('is of a version, and told to who keeps the library and nobody else', async () => {
    const materialId = await added({ title: 'Bản nào' })
    await tell(materialId, 'mai', { what: 'read' })
    await world.as('dao').post(`/api/library/${materialId}/versions`, {
      ...{ seen: 1, ...said, title: 'Bản nào', because: 'Mới' },
    })
    expect((await whole(materialId, 'mai')).versions).toMatchObject([{ saidAt: null }, { version: 1 }])
    const url = `/api/areas/${tamHongToday}/library/${materialId}/readers`
    const { rows } = (await world.as('hung').get(`${url}?state=read`)).json()
    expect(rows).toMatchObject([{ read: { version: 1 }, opened: null }])
    for (const person of ['mai', 'lan', 'bich', 'kiem'] as const)
      expect((await world.as(person).get(url)).statusCode, person).toBe(403)
    expect(await refusal(world, () => tell(materialId, 'mai', { version: 3 }))).toBe('library.no_version')
    expect(await refusal(world, () => tell(materialId, 'mai', { areaId: phuTho }))).toBe('access.denied')
    expect(await refusal(world, () => tell(materialId, 'son', { areaId: kyThuongToday }))).toBe('library.no_version')
    expect(await refusal(world, () => tell(newId(), 'mai'))).toBe('library.no_version')
  })

  it('of a lesson is done when its question is answered right, marked here', async () => {
    const question = async (pool: string, ask: string) => {
      const questionId = newId()
      const body = { kind: 'single', options: ['Một', 'Hai', 'Ba'], right: 1 }
      const reply = await world.as('dao').post('/api/questions', {
        ...{ questionId, areaId: phuTho, topicId, pool, ask, body, basis: '' },
      })
      expect(reply.statusCode, reply.body).toBe(200)
      return questionId
    }
    const [practice, test] = [await question('practice', 'Chọn hai?'), await question('test', 'Của đề?')]
    const lesson = { kind: 'lesson', title: 'Bài học' }
    expect(await refusal(world, () => add({ ...lesson, questionId: test }))).toBe('library.question')
    expect(await refusal(world, () => add({ ...lesson, questionId: newId() }))).toBe('library.question')
    const materialId = await added({ ...lesson, questionId: practice })
    const { question: asked } = await whole(materialId, 'mai')
    expect(asked).toMatchObject({ questionId: practice, body: { right: 1 } })
    const answer = (given: unknown, by: PersonName = 'mai') =>
      world.as(by).post(`/api/library/${materialId}/answer`, { areaId: hamlet, version: 1, answer: given })
    for (const wrong of [0, 2, true, 'Hai', [1]])
      expect(await refusal(world, () => answer(wrong))).toBe('library.not_right')
    expect(await counted('hung', tamHongToday, materialId)).toMatchObject({ done: 0 })
    expect((await answer(1)).statusCode).toBe(200)
    expect(await counted('hung', tamHongToday, materialId)).toMatchObject({ done: 1, opened: 0, read: 0 })
    const out = { state: 'out', because: 'Sai' }
    await world.as('dao').post(`/api/questions/${practice}/use`, out)
    expect((await whole(materialId, 'mai')).question).toBeNull()
    expect(await refusal(world, () => answer(1))).toBe('library.no_question')
  })

  it('is told by topic to who reads, each number as long as the list it opens', async () => {
    const { rows } = (await world.as('mai').get(`/api/areas/${hamlet}/library/mine`)).json()
    const [mine] = rows
    const total = async (state: string) => (await listed('mai', hamlet, `topicId=${mine.topicId}&mine=${state}`)).total
    expect(await total('opened')).toBe(mine.opened)
    expect(await total('read')).toBe(mine.read)
    expect(await total('done')).toBe(mine.done)
    expect(await total('unopened')).toBe(mine.materials - mine.opened - mine.read - mine.done)
  })
})
