/** What posts ask of who holds them: the nation's and a province's rules over time, and who does not meet them, with the reason. */
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
const [thon1] = demoAreas.villages.tamHong

const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
const born = { sex: 'male', birth: { year: 1984 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
async function holder(name: string, post: string, areaId: string = tamHong, from = '2026-01-05') {
  const officialId = newId()
  const held = { appointmentId: newId(), post, areaId, standing: 'own', from, until: null }
  const holds = { ...held, decisionNumber: '', decidedOn: null, also: true }
  await must('hung', '/api/officials', { officialId, unitId: tamHong, name, ...born, holds })
  return officialId
}
const learnt = { kind: 'it', level: 'basic', title: 'Tin học', school: '', form: null, from: null, until: '2015' }
const learn = (officialId: string, part: object) =>
  world.as('hung').post(`/api/officials/${officialId}/qualifications`, {
    ...{ qualificationId: newId(), ...learnt, number: '', issuedBy: '', ...part },
  })
const said = {
  ...{ areaId: phuTho, post: 'village_head', level: null, kind: 'it', minimum: 'basic', from: '2026-02-01' },
  ...{ legalBasis: '18/2025/QĐ-UBND', mark: 'text' },
}
const enter = (part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post('/api/post-requirements', { requirementId: newId(), ...said, ...part })
async function entered(part: object = {}): Promise<string> {
  const reply = await enter(part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().requirementId
}
const next = { minimum: 'advanced', from: '2026-07-01', legalBasis: '30/2026/QĐ-UBND', mark: 'text' }
const follow = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/post-requirements/${id}/next`, { nextId: newId(), ...next, ...part })
const end = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/post-requirements/${id}/end`, { last: '2026-10-31', because: 'Bãi bỏ', ...part })
const rules = async (query = '', person: PersonName = 'lan') =>
  (await world.as(person).get(`/api/post-requirements?${query}`)).json()
type Row = { officialId: string; post: string; kind: string; why: string }
const unmet = async (query = '', area: string = tamHong, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/areas/${area}/unmet-requirements?${query}`)).json() as {
    total: number
    rows: Row[]
    lines: { post: string; kind: string; asked: number; met: number; none: number }[]
  }
const whyOf = async (official: string, query = '') =>
  (await unmet(query)).rows.filter(({ officialId }) => officialId === official).map(({ kind, why }) => `${kind} ${why}`)

describe('who does not meet what a post asks', () => {
  it('is told with the reason: nothing recorded, no level, too low, under way; and not once it is met', async () => {
    const official = await holder('Tẩn A Chuẩn', 'specialist')
    expect(await whyOf(official)).toEqual(['professional none'])
    const degree = { kind: 'professional', title: 'Luật', until: '2010' }
    expect((await learn(official, { ...degree, level: null })).statusCode).toBe(200)
    expect(await whyOf(official)).toEqual(['professional unsaid'])
    const other = await holder('Tẩn A Thấp', 'specialist')
    await learn(other, { ...degree, level: 'college' })
    expect(await whyOf(other)).toEqual(['professional lower'])
    await learn(other, { ...degree, level: 'university', from: '2025-09', until: null })
    expect(await whyOf(other)).toEqual(['professional under_way'])
    expect(await whyOf(other, 'day=2026-01-10')).toEqual(['professional under_way'])
    await learn(official, { ...degree, level: 'master', until: '2026-03' })
    expect(await whyOf(official)).toEqual([])
    // On a day before the degree was held, and before the post was.
    expect(await whyOf(official, 'day=2026-02-28')).toEqual(['professional under_way'])
    expect(await whyOf(official, 'day=2026-01-04')).toEqual([])
    const own = (await world.as('kiem').get(`/api/officials/${other}/requirements`)).json()
    expect(own.rows).toMatchObject([{ kind: 'professional', why: 'under_way', minimumSaid: { vi: 'Đại học' } }])
  })

  it('is counted by post and kind, each number the list that it opens, and goes out as it is filtered', async () => {
    await holder('Vàng Thị Lãnh', 'leader')
    const { lines } = await unmet()
    for (const line of lines) {
      const of = await unmet(`post=${line.post}&kind=${line.kind}`)
      expect(of.total).toBe(line.asked - line.met)
      expect((await unmet(`post=${line.post}&kind=${line.kind}&why=none`)).total).toBe(line.none)
    }
    expect(lines.map(({ post, kind }) => `${post} ${kind}`)).toContain('leader political_theory')
    for (const path of ['file', 'lines/file'])
      for (const as of ['xlsx', 'csv', 'pdf'])
        expect(
          (await world.as('hung').get(`/api/areas/${tamHong}/unmet-requirements/${path}?as=${as}`)).statusCode,
        ).toBe(200)
    const csv = await world.as('hung').get(`/api/areas/${tamHong}/unmet-requirements/file?as=csv&why=none&post=leader`)
    expect(csv.body).toContain('Vàng Thị Lãnh')
    expect(csv.body).toContain('chưa đối chiếu văn bản')
  })

  it('is read by who reads the roster there: the neighbour sees nobody', async () => {
    expect((await unmet('', demoAreas.kyThuongToday, 'son')).total).toBe(0)
    expect(await refusal(world, () => world.as('son').get(`/api/areas/${tamHong}/unmet-requirements`))).toBe(
      'access.denied',
    )
    const { rows } = await world.owner.query('select * from unmet_requirements($1, $2)', [tamHong, '2026-06-01'])
    expect(rows).toEqual([])
  })
})

describe('a rule', () => {
  it('of a province stands before that of the nation there, from its day on, and its end brings that back', async () => {
    const official = await holder('Hạng A Tỉnh', 'specialist')
    await learn(official, { kind: 'professional', level: 'university', title: 'Kinh tế', until: '2012' })
    expect(await whyOf(official)).toEqual([])
    const own = { post: 'specialist', level: 'commune', kind: 'professional', minimum: 'master', from: '2026-03-01' }
    const id = await entered(own)
    expect(await whyOf(official, 'day=2026-02-28')).toEqual([])
    expect(await whyOf(official, 'day=2026-03-01')).toEqual(['professional lower'])
    expect((await end(id, { last: '2026-03-31' })).statusCode).toBe(200)
    expect(await whyOf(official, 'day=2026-04-01')).toEqual([])
  })

  it('is followed by another from a day on, and both stay; the one before ends that day', async () => {
    const official = await holder('Hạng A Thôn', 'village_head', thon1)
    await learn(official, {})
    const id = await entered()
    expect(await refusal(world, () => follow(id, { from: '2026-02-01' }))).toBe('rule.not_later')
    expect((await follow(id)).statusCode).toBe(200)
    expect(await whyOf(official, 'day=2026-06-30')).toEqual([])
    expect(await whyOf(official, 'day=2026-07-01')).toEqual(['it lower'])
    const { rows } = await rules('post=village_head')
    expect(rows).toMatchObject([
      { minimum: 'advanced', from: '2026-07-01', until: null, areaName: 'Tỉnh Phú Thọ', can: ['follow', 'end'] },
      { minimum: 'basic', from: '2026-02-01', until: '2026-07-01', state: 'ended', can: [] },
    ])
    expect(await refusal(world, () => enter({ from: '2026-08-01' }))).toBe('rule.overlaps')
    expect(await refusal(world, () => follow(id))).toBe('rule.overlaps')
    expect((await rules('', 'hung')).rows.every(({ can }: { can: string[] }) => can.length === 0)).toBe(true)
  })

  it('that was entered by mistake never held, and stands there with the reason', async () => {
    const id = await entered({ post: 'front_head', from: '2026-04-01' })
    expect(await refusal(world, () => end(id, { last: '2026-03-01' }))).toBe('rule.ends_before')
    expect((await end(id, { last: null, because: 'Ghi nhầm chức danh' })).statusCode).toBe(200)
    expect(await refusal(world, () => end(id))).toBe('rule.ended')
    expect(await refusal(world, () => follow(id))).toBe('rule.ended')
    expect((await rules('post=front_head')).rows).toMatchObject([
      { from: '2026-04-01', until: '2026-04-01', endedBecause: 'Ghi nhầm chức danh', state: 'ended' },
    ])
    await entered({ post: 'front_head', from: '2026-04-01' })
  })

  it('whose end was written wrongly ends on another day', async () => {
    const id = await entered({ post: 'cell_secretary', from: '2026-04-01' })
    expect((await end(id, { last: '2031-12-31' })).statusCode).toBe(200)
    expect((await rules('post=cell_secretary')).rows).toMatchObject([{ until: '2032-01-01', can: ['end'] }])
    expect((await end(id, { last: '2026-06-30', seen: '2032-01-01' })).statusCode).toBe(200)
    const next = await entered({ post: 'cell_secretary', from: '2026-07-01' })
    for (const [one, seen] of [
      [next, null],
      [id, '2026-07-01'],
    ] as const)
      expect((await end(one, { last: null, seen })).statusCode).toBe(200)
  })

  it('of the nation is entered by who works for all of it, of a province by its own', async () => {
    expect((await rules('', 'quantri')).mayEnterAt[0]).toEqual({ areaId: nationId, name: 'Việt Nam' })
    expect((await rules()).mayEnterAt).toEqual([{ areaId: phuTho, name: 'Tỉnh Phú Thọ' }])
    expect((await rules('', 'hung')).mayEnterAt).toEqual([])
    const of = { areaId: nationId, post: 'trainer', kind: 'state_management', minimum: 'expert' }
    expect((await enter(of, 'quantri')).statusCode).toBe(200)
    const [row] = (await rules('post=trainer')).rows
    expect(row).toMatchObject({ areaName: null, can: [] })
    expect(await refusal(world, () => end(row.requirementId))).toBe('access.denied')
    expect((await end(row.requirementId, {}, 'quantri')).statusCode).toBe(200)
    for (const person of ['dao', 'hung', 'bich', 'kiem', 'mai'] as const)
      expect(await refusal(world, () => enter({}, person)), person).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: nationId }))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: demoAreas.quangNinh }))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: tamHong }))).toBe('rule.misplaced')
  })

  it('says a level that its kind has, of a post that is there, from a day that somebody means, by a text', async () => {
    const of = { post: 'cell_secretary' }
    expect(await refusal(world, () => enter({ ...of, minimum: 'doctor' }))).toBe('rule.minimum_unknown')
    expect(await refusal(world, () => enter({ ...of, level: 'commune' }))).toBe('rule.level_unfit')
    expect(await refusal(world, () => enter({ post: 'king' }))).toBe('official.post_unknown')
    for (const from of ['1899-12-31', '2090-01-01'])
      expect(await refusal(world, () => enter({ ...of, from }))).toBe('rule.day_far')
    expect(await refusal(world, () => enter({ ...of, legalBasis: ' ' }))).toBe('input.invalid')
    expect(await refusal(world, () => follow(newId()))).toBe('rule.not_found')
    const official = await holder('Hạng A Bậc', 'cell_secretary', thon1)
    expect(await refusal(world, () => learn(official, { kind: 'it', level: 'doctor' }))).toBe('official.level_unknown')
  })

  it('is followed once where two follow it in the same second', async () => {
    const id = await entered({ post: 'mass_organisation', level: 'village' })
    const replies = await meetingAt(world, 'post_requirement', [() => follow(id), () => follow(id)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})
