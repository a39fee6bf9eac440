/** Norms of posts: the nation's and a province's own, followed and ended, and what the page of the norm counts by them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { tamHongToday: tamHong, phuTho } = demoAreas
const said = {
  ...{ areaId: phuTho, post: 'specialist', level: 'commune', required: 2, from: '2026-03-01' },
  ...{ legalBasis: '7/2026/NQ-HĐND', mark: 'text' },
}
const enter = (part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post('/api/post-norms', { postNormId: newId(), ...said, ...part })
async function entered(part: object = {}): Promise<string> {
  const reply = await enter(part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().postNormId
}
const next = { required: 3, from: '2026-09-01', legalBasis: '21/2026/NQ-HĐND', mark: 'text' }
const follow = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/post-norms/${id}/next`, { nextId: newId(), ...next, ...part })
const end = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/post-norms/${id}/end`, { last: '2026-10-31', because: 'Bãi bỏ', ...part })
const rules = async (query = '', person: PersonName = 'lan') =>
  (await world.as(person).get(`/api/post-norms?${query}`)).json()
type Line = { post: string; level: string; required: number; filled: number; legalBasis: string }
const line = async (post: string, day: string, area: string = tamHong): Promise<Line | undefined> =>
  (await world.as('kiem').get(`/api/areas/${area}/norm?day=${day}`)).json().lines.find((one: Line) => one.post === post)

describe('the norms', () => {
  it('come with the nation’s, ready-made, and are everybody’s to read and to take away as a file', async () => {
    const { rows, total } = await rules('level=commune&state=in_force')
    expect(rows).toMatchObject([
      { post: 'leader', required: 1, areaName: null, from: '2016-01-01', can: [] },
      { post: 'specialist', required: 1, areaName: null },
    ])
    expect(total).toBe(2)
    expect((await rules('state=ended', 'mai')).rows.map(({ level }: { level: string }) => level)).toEqual([
      'district',
      'district',
    ])
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('xem').get(`/api/post-norms/file?as=${as}`)).statusCode).toBe(200)
  })

  it('of a province stand before the nation’s there, from their day on; the nation’s stay elsewhere', async () => {
    const id = await entered()
    expect(await line('specialist', '2026-02-28')).toMatchObject({ required: 1 })
    expect(await line('specialist', '2026-03-01')).toMatchObject({ required: 2, legalBasis: '7/2026/NQ-HĐND' })
    expect((await follow(id)).statusCode).toBe(200)
    expect(await line('specialist', '2026-08-31')).toMatchObject({ required: 2 })
    expect(await line('specialist', '2026-09-01')).toMatchObject({ required: 3 })
    const reply = await world.as('son').get(`/api/areas/${demoAreas.kyThuongToday}/norm?day=2026-09-01`)
    expect(reply.json().lines.find((one: Line) => one.post === 'specialist')).toMatchObject({ required: 1 })
    const [last, before] = (await rules('post=specialist&level=commune')).rows.slice(1)
    expect(last).toMatchObject({ required: 3, areaName: 'Tỉnh Phú Thọ', until: null, can: ['follow', 'end'] })
    expect(before).toMatchObject({ required: 2, until: '2026-09-01', state: 'ended', can: [] })
    expect(await refusal(world, () => follow(id))).toBe('rule.overlaps')
    expect((await end(last.postNormId)).statusCode).toBe(200)
    // What the province says no more the nation says again.
    expect(await line('specialist', '2026-11-01')).toMatchObject({ required: 1 })
  })

  it('taken back as a mistake leave no day without: what they followed goes on', async () => {
    const of = { post: 'front_head', level: 'commune', from: '2026-03-01' }
    const id = await entered({ ...of, required: 2 })
    const mistake = (await follow(id, { required: 5, from: '2026-09-01' })).json().postNormId
    const listed = async () => (await rules('post=front_head&level=commune')).rows
    expect(await listed()).toMatchObject([{ follows: true }, { follows: false }])
    expect((await end(mistake, { last: null })).statusCode).toBe(200)
    expect(await listed()).toMatchObject([
      { postNormId: mistake, state: 'ended', can: [] },
      { postNormId: id, state: 'in_force', until: null, can: ['follow', 'end'] },
    ])
    for (const day of ['2026-08-31', '2026-09-01', '2026-11-20'])
      expect(await line('front_head', day)).toMatchObject({ required: 2 })
    // What ended by itself stays so: nothing took its place.
    expect((await end(id, { last: '2026-10-31' })).statusCode).toBe(200)
    const after = await entered({ ...of, required: 4, from: '2026-11-01' })
    expect((await end(after, { last: null })).statusCode).toBe(200)
    expect(await line('front_head', '2026-11-20')).toBeUndefined()
  })

  it('name who lacks somebody, as many as the lines say are missing, at every unit below', async () => {
    await entered({ post: 'cell_secretary', level: 'village', required: 1, from: '2026-01-01' })
    const norm = async (query = '') =>
      (await world.as('lan').get(`/api/areas/${tamHong}/norm?day=2026-04-01${query}`)).json()
    const { lines, sums } = await norm()
    const missing = lines.reduce((sum: number, one: Line) => sum + one.required - one.filled, 0)
    expect(sums.required - sums.filled).toBe(missing)
    expect((await norm('&post=cell_secretary')).places).toHaveLength(27)
  })

  it('that was entered by mistake never held', async () => {
    const id = await entered({ post: 'trainer', from: '2026-05-01' })
    expect(await refusal(world, () => end(id, { last: '2026-04-30' }))).toBe('rule.ends_before')
    expect((await end(id, { last: null, because: 'Nhầm chức danh' })).statusCode).toBe(200)
    expect(await line('trainer', '2026-05-01')).toBeUndefined()
    expect(await refusal(world, () => end(id))).toBe('rule.ended')
  })

  it('whose end was written wrongly end on another day, never held, or go on to what follows them', async () => {
    const id = await entered({ post: 'village_head', level: 'village', required: 1, from: '2026-05-01' })
    expect((await end(id, { last: '2031-12-31' })).statusCode).toBe(200)
    const shown = async () => (await rules('post=village_head&level=village', 'lan')).rows
    const [row] = (await shown()).filter((one: { postNormId: string }) => one.postNormId === id)
    expect(row).toMatchObject({ until: '2032-01-01', can: ['end'] })
    const again = (last: string | null, seen: string) => end(id, { last, seen, because: 'Gõ nhầm năm' })
    expect(await refusal(world, () => end(id))).toBe('rule.ended')
    expect(await refusal(world, () => again('2026-10-31', '2031-12-31'))).toBe('rule.ended')
    const replies = await meetingAt(world, 'norm', [
      () => again('2026-10-31', row.until),
      () => again('2026-09-30', row.until),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const second = { post: 'village_head', level: 'village', required: 2, from: '2026-11-01' }
    const next = await entered(second)
    const [{ until }] = (await shown()).filter((one: { postNormId: string }) => one.postNormId === id)
    expect(await refusal(world, () => again('2026-11-30', until))).toBe('rule.overlaps')
    expect((await again(null, until)).statusCode).toBe(200)
    expect(await line('village_head', '2026-06-01')).not.toMatchObject({ legalBasis: said.legalBasis })
    expect(await refusal(world, () => again(null, '2026-05-01'))).toBe('rule.ended')
    // What another value followed ended with it.
    expect((await follow(next, { from: '2026-12-01' })).statusCode).toBe(200)
    expect(await refusal(world, () => end(next, { last: '2026-11-15', seen: '2026-12-01' }))).toBe('rule.ended')
  })

  it('are written by who holds the right there, and are followed once where two follow in the same second', async () => {
    const [first] = (await rules('post=leader&level=commune')).rows
    expect(await refusal(world, () => follow(first.postNormId))).toBe('access.denied')
    const own = (await rules('post=leader&level=commune', 'quantri')).rows[0]
    expect(own.can).toEqual(['follow', 'end'])
    expect((await follow(own.postNormId, { required: 1 }, 'quantri')).statusCode).toBe(200)
    expect((await rules('', 'quantri')).mayEnterAt[0]).toMatchObject({ areaId: nationId })
    for (const person of ['dao', 'hung', 'bich', 'kiem', 'mai'] as const)
      expect(await refusal(world, () => enter({}, person)), person).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: nationId }))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: tamHong }))).toBe('rule.misplaced')
    expect(await refusal(world, () => enter({ post: 'enumerator' }))).toBe('rule.level_unfit')
    expect(await refusal(world, () => enter({ required: 51 }))).toBe('input.invalid')
    expect(await refusal(world, () => enter({ from: '2090-01-01' }))).toBe('rule.day_far')
    const id = await entered({ post: 'mass_organisation', from: '2026-02-01' })
    const replies = await meetingAt(world, 'norm', [() => follow(id), () => follow(id)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})
