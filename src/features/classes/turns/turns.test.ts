/** Turns: every number is the length of the list it opens, is its export, and counts each person once beside them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { aLearner, aRunningClass, closed, seated, slot } from '#test/classes.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { type Figure, type TurnsBy, turnViews } from './model.ts'

const { phuTho, tamHongToday, villages } = demoAreas
let world: World
let an: string
let binh: string
let topicId: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  an = await aLearner(world, 'Hà Văn An')
  binh = await aLearner(world, 'Lò Thị Bình', {
    ...{ sex: 'female', ethnicity: '03', post: 'enumerator', unit: villages.tamHong[1] ?? tamHongToday },
  })
  await completed('2026-11-18', [an, binh], { topicIds: [topicId] })
  await completed('2026-11-19', [an], {})
})
afterAll(() => world.close())

async function completed(day: string, people: string[], part: object) {
  const one = slot(day)
  const id = await aRunningClass(world, [one], part)
  await seated(world, id, people)
  const marks = people.map((officialId) => ({ officialId, seen: null, mark: 'present' }))
  await world.as('dao').post(`/api/class-sessions/${one.classSessionId}/marks`, { marks, how: 'paper' })
  await closed(world, one.classSessionId)
  const reply = await world.as('dao').post(`/api/training-classes/${id}/step`, { seen: 'running', to: 'completed' })
  expect(reply.statusCode, reply.body).toBe(200)
  return id
}

const figures = async (by: TurnsBy, query = '', area: string = phuTho, who: PersonName = 'dao') =>
  (await world.as(who).get(`/api/areas/${area}/turns/figures?by=${by}${query}`)).json()
const list = async (query = '', area: string = phuTho, who: PersonName = 'dao') =>
  (await world.as(who).get(`/api/areas/${area}/turns?${query}`)).json()
const said = ({ rows }: { rows: Figure[] }) => rows.map(({ said: { vi }, turns, persons }) => [vi, turns, persons])

describe('turns', () => {
  it('are counted by audience, topic, year, unit, sex and ethnicity, each with its persons', async () => {
    expect(said(await figures('post'))).toEqual([
      ['Trưởng thôn, bản, tổ dân phố', 2, 1],
      [expect.stringContaining('viên'), 1, 1],
    ])
    expect(said(await figures('topic'))).toEqual([
      [expect.stringContaining('CĐ1'), 2, 2],
      ['không theo chuyên đề', 1, 1],
    ])
    expect(said(await figures('year'))).toEqual([['2026', 3, 2]])
    expect(said(await figures('unit'))).toEqual([['Xã Tam Hồng', 3, 2]])
    expect((await figures('unit', '', tamHongToday)).rows.length).toBe(2)
    expect(said(await figures('sex'))).toEqual([
      ['Nam', 2, 1],
      ['Nữ', 1, 1],
    ])
    expect(said(await figures('ethnicity', '&ethnicity=minority'))).toEqual([['Thái', 1, 1]])
    expect((await figures('organiser')).rows).toMatchObject([{ said: { vi: 'Tỉnh Phú Thọ' }, province: 3, commune: 0 }])
    expect((await figures('post')).total).toEqual({ province: 3, district: 0, commune: 0, turns: 3, persons: 2 })
  })

  it('of a number are the list that it opens, and its export', async () => {
    for (const by of ['post', 'topic', 'year', 'sex', 'ethnicity', 'organiser'] as const) {
      const name = {
        organiser: 'organiserId',
        post: 'post',
        topic: 'topicId',
        year: 'year',
        sex: 'sex',
        ethnicity: 'ethnicity',
      }[by]
      for (const { key, turns, province } of (await figures(by)).rows as Figure[]) {
        if (key === null) continue
        expect((await list(`${name}=${key}`)).total, `${by} ${key}`).toBe(turns)
        expect((await list(`${name}=${key}&level=province`)).total).toBe(province)
        const narrowed = await figures('year', `&${name}=${key}`)
        expect(narrowed.total.turns).toBe(turns)
      }
    }
    for (const by of Object.keys(turnViews)) {
      const file = await world.as('dao').get(`/api/areas/${phuTho}/turns/figures/file?as=csv&by=${by}`)
      expect(file.statusCode, by).toBe(200)
      expect(file.body).toContain('Tổng cộng')
    }
    const names = await world.as('dao').get(`/api/areas/${phuTho}/turns/file?as=csv&sex=female`)
    expect(names.body).toContain('Lò Thị Bình')
    expect(names.body).not.toContain('Hà Văn An')
    expect((await list('q=lo thi')).total).toBe(1)
    expect((await list('post=none')).total).toBe(0)
  })

  it('tell who somebody was on that day, whatever they are today', async () => {
    await world.owner.query(
      `update appointment set valid_until = '2026-11-19', ended_because = 'left' where official_id = $1`,
      [an],
    )
    expect(said(await figures('post'))[0]).toEqual(['Trưởng thôn, bản, tổ dân phố', 2, 1])
  })

  it('of an official stand on their page', async () => {
    const { turns } = (await world.as('dao').get(`/api/officials/${an}/turns`)).json()
    expect(turns).toMatchObject([
      { completedOn: '2026-11-19', organiserName: 'Tỉnh Phú Thọ', topics: [] },
      {
        completedOn: '2026-11-18',
        post: { vi: 'Trưởng thôn, bản, tổ dân phố' },
        topics: [expect.stringContaining('CĐ1')],
      },
    ])
    const file = await world.as('dao').get(`/api/officials/${an}/turns/file?as=csv`)
    expect(file.body).toContain('18/11/2026')
  })

  it('are of the own people: a commune counts its own, and the neighbour nobody of them', async () => {
    expect((await figures('year', '', tamHongToday, 'hung')).total).toMatchObject({ turns: 3, persons: 2 })
    expect(await refusal(world, () => world.as('hung').get(`/api/areas/${phuTho}/turns/figures?by=year`))).toBe(
      'access.denied',
    )
    expect(await refusal(world, () => world.as('son').get(`/api/areas/${tamHongToday}/turns`))).toMatch(
      /denied|not_found/,
    )
  })
})
