import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
const path = `/api/areas/${demoAreas.tamHongToday}/audit`
beforeAll(async () => {
  world = await openWorld()
  for (const role of ['viewer', 'auditor'])
    await world.as('quantri').post(`/api/accounts/${world.idOf('dao')}/grants`, {
      role,
      areaId: demoAreas.tamHongToday,
      from: '2026-11-01',
      until: null,
    })
})
afterAll(() => world.close())

it('tells the auditor who gave which role in the commune, newest first, without personal data', async () => {
  const { lines, total } = (await world.as('kiem').get(path)).json()
  expect(total).toBe(2)
  expect(lines.map((l: { detail: { vi: string } }) => l.detail.vi)).toEqual([
    'vai trò: Kiểm tra, giám sát; người: Bùi Thị Đào',
    'vai trò: Xem số liệu; người: Bùi Thị Đào',
  ])
  expect(lines[0]).toMatchObject({
    by: 'Ngô Quang Trị',
    what: 'grant.given',
    said: { vi: 'Giao quyền' },
    subject: { name: { vi: 'Kiểm tra, giám sát của Bùi Thị Đào' }, opens: `/quyen?noi=${demoAreas.tamHongToday}` },
    areaName: 'Xã Tam Hồng',
  })
})

it('finds by room and by day', async () => {
  const count = async (query: string) => (await world.as('kiem').get(`${path}?${query}`)).json().total
  expect(await count('what=grant')).toBe(2)
  expect(await count('what=household')).toBe(0)
  expect(await count('until=2020-01-01')).toBe(0)
})

it('refuses a last day before the first at its field, on the page and in the file', async () => {
  const ask = (query: string) => world.as('kiem').get(`${path}${query}`)
  for (const query of ['?from=2026-11-05&until=2026-11-04', '/file?from=2026-11-05&until=2026-11-04&as=csv'])
    expect((await ask(query)).json()).toMatchObject({
      code: 'people.audit_days',
      facts: { at: 'until' },
      title: { vi: 'Ngày cuối phải từ ngày 05/11/2026 trở đi. Hãy chọn lại.' },
    })
  expect((await ask('?from=2026-11-05&until=2026-11-05')).statusCode).toBe(200)
})

it('finds by the person, and says who that is', async () => {
  const of = async (person: 'quantri' | 'hung') =>
    (await world.as('kiem').get(`${path}?accountId=${world.idOf(person)}`)).json()
  expect(await of('quantri')).toMatchObject({ total: 2, person: 'Ngô Quang Trị', household: null })
  expect(await of('hung')).toMatchObject({ total: 0, person: 'Lê Văn Hùng' })
})

it('offers whom one may ask about as one types, with what tells two alike apart', async () => {
  const people = async (q: string, person: 'kiem' | 'hung' | 'son' = 'kiem') =>
    (await world.as(person).get(`${path}/people?q=${encodeURIComponent(q)}`)).json()
  expect((await people('van hung')).people).toEqual([
    { accountId: world.idOf('hung'), name: 'Lê Văn Hùng', login: expect.any(String), areaName: 'Xã Tam Hồng' },
  ])
  expect((await people('%')).people).toEqual([])
  expect((await people('khong co ai')).people).toEqual([])
  expect(await people('hung', 'hung')).toMatchObject({ code: 'access.denied' })
  expect(await people('hung', 'son')).toMatchObject({ code: 'access.denied' })
})

it('is not read by Hùng, whose role does not read it, nor by Sơn for his neighbour', async () => {
  expect((await world.as('hung').get(path)).json()).toMatchObject({ code: 'access.denied' })
  expect((await world.as('son').get(path)).json()).toMatchObject({ code: 'access.denied' })
})

it('tells an event of a unit in words, alone or with its kind, and lists what may be asked for', async () => {
  const [village] = demoAreas.villages.tamHong
  const change = { kind: 'rename', areaId: village, name: 'Thôn Đình' }
  const told = { change, day: '2026-11-01', legalBasis: 'Nghị quyết 12/NQ-HĐND', mark: 'text' }
  expect((await world.as('quantri').post('/api/area-events', told)).statusCode).toBe(200)
  const of = async (what: string) => (await world.as('kiem').get(`${path}?what=${what}`)).json()
  expect(await of('area.rename')).toMatchObject({
    total: 1,
    lines: [{ said: { vi: 'Đổi tên đơn vị', en: 'Unit renamed' } }],
  })
  expect((await of('area')).total).toBe(1)
  expect((await of('area.merge')).total).toBe(0)
  expect((await of('are')).total).toBe(0)
  const { kinds } = (await world.as('kiem').get('/api/audit/words')).json()
  expect(kinds[0]).toMatchObject({ kind: 'area', said: { vi: 'Đơn vị hành chính' } })
  expect(kinds[0].events).toContainEqual({ what: 'area.rename', said: { vi: 'Đổi tên đơn vị', en: 'Unit renamed' } })
})

/** Every line of a commune, as a list without pages would have it. */
async function plainLines(world: World): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select l.id from audit_line l
      where exists (select from area_reach r where r.area_id = l.area_id and r.over_id = $1) order by l.at desc, l.id`,
    [demoAreas.tamHongToday],
  )
  return rows.map((row) => row.id)
}

it('is turned page by page, as if all of it lay on one, and counted only some way beyond the page', async () => {
  await world.owner.query(
    `insert into audit_line (id, at, account_id, what, subject_id, area_id)
     select gen_random_uuid(), now() - line / 7 * interval '1 day', $1, 'household.created', gen_random_uuid(),
            ($2::uuid[])[1 + line % cardinality($2::uuid[])]
       from generate_series(1, 1100) line`,
    [world.idOf('hung'), [...demoAreas.villages.tamHong, demoAreas.tamHongToday]],
  )
  const plain = await plainLines(world)
  expect(plain.length).toBeGreaterThan(1100)
  const last = Math.ceil(plain.length / 50)
  for (const [person, pages] of [
    ['kiem', [1, 2, 7, last, last + 1]],
    ['quantri', [1, 3]],
  ] as const)
    for (const page of pages) {
      const { lines, total, more } = (await world.as(person).get(`${path}?page=${page}`)).json()
      expect(lines.map((l: { id: string }) => l.id)).toEqual(plain.slice((page - 1) * 50, page * 50))
      const counted = page * 50 + 500
      expect([total, more]).toEqual([Math.min(counted, plain.length), plain.length > counted])
    }
  const [nation] = (await world.owner.query('select over_id from area_within where area_ids is null')).rows
  const whole = (await world.as('quantri').get(`/api/areas/${nation.over_id}/audit`)).json()
  const { rows } = await world.owner.query(
    `select id from audit_line where area_id is not null order by at desc, id limit 50`,
  )
  expect(whole.lines.map((l: { id: string }) => l.id)).toEqual(rows.map((row) => row.id))
  expect(whole.more).toBe(true)
})

it('tells each unit of a split once, and why the split was undone', async () => {
  const post = async (url: string, body: object) => {
    const reply = await world.as('quantri').post(url, body)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json()
  }
  const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId: demoAreas.tamHongToday })
  const recorded = (change: object, day: string) =>
    post('/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
  const { began } = await recorded({ kind: 'create', unit: unit('Thôn Chia Đôi') }, '2026-10-01')
  const parts = ['Thôn Chia Trên', 'Thôn Chia Dưới'].map((name) => ({ unit: unit(name), share: 0.5, children: [] }))
  const { eventId } = await recorded({ kind: 'split', areaId: began[0], parts }, '2026-11-10')
  await post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm nghị quyết' })
  const { lines } = (await world.as('kiem').get(`${path}?what=area`)).json()
  const said = (what: string) => lines.find((line: { what: string }) => line.what === what)?.detail.vi
  expect(said('area.split')).toMatch(/đơn vị: Thôn Chia Đôi, Xã Tam Hồng$/)
  expect(said('area.undone')).toContain('lý do: Ghi nhầm nghị quyết')
})
