/** The province says how many officials it moves into especially difficult units in a year; what was reached is counted from the moves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { phuTho, tamHongToday: tamHong } = demoAreas
const [, , , thon4, thon5] = demoAreas.villages.tamHong
const target = (part: object = {}) => ({
  ...{ moveTargetId: newId(), year: 2025, kind: null, people: 3, legalReference: 'Kế hoạch 12/KH-UBND', mark: 'text' },
  ...{ from: '2025-01-01', ...part },
})
const set = (person: PersonName, part: object = {}, area: string = phuTho) =>
  world.as(person).post(`/api/areas/${area}/move-targets`, target(part))
const list = async (query = '', person: PersonName = 'lan', area: string = phuTho) =>
  (await world.as(person).get(`/api/areas/${area}/move-targets?${query}`)).json()
const ofYear = async (year: number, query = '') =>
  (await list(query)).rows.filter((row: { year: number }) => row.year === year)

/** Somebody moved to a village from the day on. */
async function moved(name: string, { to, from, kind = 'rotation' }: { to: string; from: string; kind?: string }) {
  const officialId = await bodyActs(world).person(name, { post: 'specialist', areaId: tamHong })
  const { appointments } = (await world.as('lan').get(`/api/officials/${officialId}`)).json()
  // Posts of the helper begin in 2026.
  await world.owner.query(`update appointment set valid_from = '2025-07-01' where official_id = $1`, [officialId])
  const reply = await world.as('lan').post(`/api/officials/${officialId}/moves`, {
    ...{ moveId: newId(), leftId: appointments[0].appointmentId, kind, why: 'Tăng cường', plannedLast: null },
    ...{ appointmentId: newId(), post: 'village_head', areaId: to, standing: 'own', from, decisionNumber: '' },
    decidedOn: null,
    also: true,
  })
  expect(reply.statusCode, reply.body).toBe(200)
  return officialId
}

describe('a target of moves', () => {
  it('is set, counted against whom it moved, and opens as many people as it says', async () => {
    await world.owner.query(
      `insert into area_status (id, area_id, status, valid_from, decision, mark) values ($1, $2, 'dbkk', '2025-01-01', '60', 'invented')`,
      [newId(), thon4],
    )
    expect(await ofYear(2025)).toEqual([])
    const who = await moved('Vàng A Một', { to: thon4 as string, from: '2025-08-01' })
    await moved('Vàng A Hai', { to: thon4 as string, from: '2025-09-01', kind: 'secondment' })
    await moved('Vàng A Ba', { to: thon5 as string, from: '2025-09-01' })
    expect(await ofYear(2025)).toMatchObject([{ moveTargetId: null, people: null, moved: 2 }])
    expect((await set('lan', { people: 4 })).statusCode).toBe(200)
    expect((await set('lan', { kind: 'rotation', people: 2 })).statusCode).toBe(200)
    expect(await ofYear(2025)).toMatchObject([
      { kind: null, people: 4, moved: 2 },
      { kind: 'rotation', people: 2, moved: 1 },
    ])
    expect((await ofYear(2025, 'day=2025-08-15')).map((row: { moved: number }) => row.moved)).toEqual([1, 1])
    const opened = (await world.as('lan').get(`/api/areas/${phuTho}/moves?difficult=true&year=2025`)).json()
    expect(opened).toMatchObject({ total: 2, people: 2 })
    const file = await world.as('lan').get(`/api/areas/${phuTho}/move-targets/file?as=csv`)
    expect(file.body).toContain('Kế hoạch 12/KH-UBND')
    // Who is still to go is not counted, nor in the list that the number opens.
    const to = await moved('Vàng A Sắp', { to: thon4 as string, from: '2026-12-01' })
    await world.owner.query(
      `update appointment set decided_on = '2026-11-01' where official_id = $1 and valid_from = '2026-12-01'`,
      [to],
    )
    const ofList = async (query: string) =>
      (await world.as('lan').get(`/api/areas/${phuTho}/moves?difficult=true&year=2026${query}`)).json().people
    expect([(await ofYear(2026))[0]?.moved ?? 0, await ofList('&state=begun'), await ofList('')]).toEqual([0, 0, 1])
    // The same person moved twice in a year is one.
    const [{ moveId }] = (await world.as('lan').get(`/api/officials/${who}/moves`)).json().moves
    const end = { last: '2025-10-01', outcome: 'Về xã' }
    expect((await world.as('lan').post(`/api/moves/${moveId}/end`, end)).statusCode).toBe(200)
    expect((await ofYear(2025))[0]).toMatchObject({ moved: 2 })
    expect((await list('', 'hung', tamHong)).rows.filter((row: { year: number }) => row.year === 2025)).toMatchObject([
      { moveTargetId: null, people: null, moved: 2 },
    ])
  })

  it('that changes is another from its day on; the one before stands on its days', async () => {
    expect((await set('lan', { year: 2027, from: '2026-10-01', people: 5 })).statusCode).toBe(200)
    expect((await set('lan', { year: 2027, from: '2026-11-01', people: 8 })).statusCode).toBe(200)
    expect(await ofYear(2027)).toMatchObject([{ people: 8, until: null }])
    expect(await ofYear(2027, 'day=2026-10-15')).toMatchObject([{ people: 5, until: '2026-11-01' }])
    expect(await ofYear(2027, 'all=true')).toMatchObject([{ people: 8 }, { people: 5 }])
    expect(await refusal(world, () => set('lan', { year: 2027, from: '2026-11-01' }))).toBe('target.not_later')
    const [{ moveTargetId }] = await ofYear(2027)
    const end = (last: string) =>
      world.as('lan').post(`/api/move-targets/${moveTargetId}/end`, { last, because: 'Bãi bỏ' })
    expect(await refusal(world, () => end('2026-10-31'))).toBe('target.period')
    expect(await refusal(world, () => end('2999-10-31'))).toBe('target.period')
    expect((await end('2026-11-30')).statusCode).toBe(200)
    expect(await refusal(world, () => end('2026-12-01'))).toBe('target.ended')
    expect(await refusal(world, () => set('lan', { year: 2027, from: '2026-11-15' }))).toBe('target.twice')
  })

  it('begins in its year at the latest; one entered by mistake never held, and what it followed goes on', async () => {
    expect(await refusal(world, () => set('lan', { year: 2023, from: '2024-01-01' }))).toBe('target.day_far')
    expect((await set('lan', { year: 2023, from: '2023-01-01', people: 2 })).statusCode).toBe(200)
    expect((await set('lan', { year: 2023, from: '2023-12-01', people: 20 })).statusCode).toBe(200)
    const [wrong] = await ofYear(2023)
    expect(wrong).toMatchObject({ people: 20, follows: true })
    const end = (part: object) =>
      world.as('lan').post(`/api/move-targets/${wrong.moveTargetId}/end`, { because: 'Gõ nhầm', ...part })
    expect((await end({ last: '2031-12-31' })).statusCode).toBe(200)
    expect(await refusal(world, () => end({ last: null }))).toBe('target.ended')
    expect((await end({ last: null, seen: '2032-01-01' })).statusCode).toBe(200)
    expect(await refusal(world, () => end({ last: '2023-12-31', seen: '2023-12-01' }))).toBe('target.ended')
    expect(await ofYear(2023)).toMatchObject([{ people: 2, until: null }])
    expect(await ofYear(2023, 'all=true')).toMatchObject([
      { people: 20, from: '2023-12-01', until: '2023-12-01', endedBecause: 'Gõ nhầm' },
      { people: 2 },
    ])
    const file = await world.as('lan').get(`/api/areas/${phuTho}/move-targets/file?as=csv&all=true`)
    expect(file.body).toContain('ghi nhầm: Gõ nhầm')
    const change = () =>
      world.as('lan').post(`/api/move-targets/${wrong.moveTargetId}/change`, { year: 2022, was: { year: 2023 } })
    expect(await refusal(world, change)).toBe('target.day_far')
  })

  it('to come is found before its day, without the years of others', async () => {
    expect((await set('lan', { year: 2029, from: '2026-12-01', people: 7 })).statusCode).toBe(200)
    expect(await ofYear(2029)).toEqual([])
    const { rows } = await list('coming=true')
    expect(rows.map(({ year, people }: { year: number; people: number }) => [year, people])).toEqual([[2029, 7]])
    expect((await list('coming=true&day=2026-12-01')).rows).toEqual([])
    const file = await world.as('lan').get(`/api/areas/${phuTho}/move-targets/file?as=csv&coming=true`)
    expect(file.body).toContain('01/12/2026')
  })

  it('is counted against nobody where no unit is recorded as especially difficult in its year: no data, not 0', async () => {
    expect((await set('lan', { year: 2024, from: '2024-01-01', people: 2 })).statusCode).toBe(200)
    expect(await ofYear(2024)).toMatchObject([{ people: 2, moved: null }])
    const file = await world.as('lan').get(`/api/areas/${phuTho}/move-targets/file?as=csv`)
    expect(file.body).toContain('chưa có dữ liệu')
    await world.owner.query(
      `insert into area_status (id, area_id, status, valid_from, valid_until, decision, mark) values ($1, $2, 'kv3', '2024-01-01', '2025-01-01', '1', 'invented')`,
      [newId(), tamHong],
    )
    expect(await ofYear(2024)).toMatchObject([{ people: 2, moved: 0 }])
  })

  it('is put right by who saw what stands', async () => {
    const said = target({ year: 2028 })
    expect((await world.as('lan').post(`/api/areas/${phuTho}/move-targets`, said)).statusCode).toBe(200)
    const change = (body: object) => world.as('lan').post(`/api/move-targets/${said.moveTargetId}/change`, body)
    const was = { people: 3, legalReference: 'Kế hoạch 12/KH-UBND' }
    expect((await change({ people: 6, was })).statusCode).toBe(200)
    expect((await change({ legalReference: 'Kế hoạch 13/KH-UBND', was })).statusCode).toBe(200)
    expect(await ofYear(2028)).toMatchObject([{ people: 6, legalReference: 'Kế hoạch 13/KH-UBND' }])
    expect(await refusal(world, () => change({ people: 7, was }))).toBe('record.changed_since')
    expect(await refusal(world, () => change({ year: 2099, was: { year: 2028 } }))).toBe('target.year_far')
  })

  it('is a province’s own, set by who keeps its roster, for days that somebody means', async () => {
    expect(await refusal(world, () => set('lan', {}, tamHong))).toBe('target.not_province')
    expect(await refusal(world, () => set('hung', {}, tamHong))).toBe('access.denied')
    for (const person of ['hung', 'kiem', 'dao', 'son'] as const)
      expect(await refusal(world, () => set(person)), person).toBe('access.denied')
    expect(await refusal(world, () => set('lan', { from: '2999-01-01' }))).toBe('target.day_far')
    expect(await refusal(world, () => set('lan', { year: 2090 }))).toBe('target.year_far')
    expect((await list()).can).toEqual(['write'])
    expect((await list('', 'kiem')).can).toEqual([])
    expect((await list('', 'hung', tamHong)).can).toEqual([])
    const [{ moveTargetId }] = await ofYear(2025)
    const change = () => world.as('son').post(`/api/move-targets/${moveTargetId}/change`, { people: 1 })
    expect(await refusal(world, change)).toBe('access.denied')
  })
})
