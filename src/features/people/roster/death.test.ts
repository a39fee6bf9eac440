/** Who dies leaves every post at once, nothing is held after it, and a death written by mistake gives back what it took. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const tamHong = demoAreas.tamHongToday
const { phuTho } = demoAreas
const [thon1] = demoAreas.villages.tamHong as unknown as [string]
const post = (part: object = {}) => ({
  ...{ appointmentId: newId(), post: 'specialist', areaId: tamHong, standing: 'own', from: '2026-01-15', until: null },
  ...{ decisionNumber: '', decidedOn: null, also: true, ...part },
})
const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
const born = { sex: 'male', ethnicity: '01', languages: [], phone: '', personalNumber: '' }
async function holding(name: string, ...parts: object[]) {
  const officialId = newId()
  const [first, ...more] = parts.map(post)
  const who = { officialId, unitId: tamHong, name, ...born, birth: { year: 1980 } }
  await must('hung', '/api/officials', { ...who, holds: first ?? null })
  for (const one of more) await must('hung', `/api/officials/${officialId}/appointments`, one)
  return { officialId, posts: [first, ...more].map((one) => one?.appointmentId ?? '') }
}
const end = (id: string | undefined, last: string, reason: string, part: object = {}) =>
  world.as('hung').post(`/api/appointments/${id}/end`, { last, reason, ...part })
const correct = (id: string | undefined, ends: object | null, seen: object) =>
  world.as('hung').post(`/api/appointments/${id}/end/correct`, { ends, because: 'Ghi nhầm', seen })
type Row = { appointmentId: string; until: string | null; because: string | null }
const course = async (official: string): Promise<Map<string, Row>> =>
  new Map(
    (await world.as('hung').get(`/api/officials/${official}`))
      .json()
      .appointments.map((one: Row) => [one.appointmentId, one]),
  )
const died = { until: '2026-06-02', reason: 'died' }

describe('a death', () => {
  it('is no day to come', async () => {
    const { posts } = await holding('Lò Văn Mai Sau', {})
    expect(await refusal(world, () => end(posts[0], '2026-11-21', 'died'))).toBe('official.death_to_come')
    expect((await end(posts[0], '2026-11-20', 'died')).statusCode).toBe(200)
  })

  it('ends every post that is held, and each is told', async () => {
    const { officialId, posts } = await holding(
      'Lò Văn Mất',
      {},
      { post: 'trainer' },
      { post: 'enumerator', areaId: thon1, until: '2026-03-01' },
    )
    expect((await end(posts[0], '2026-06-01', 'died')).statusCode).toBe(200)
    const all = await course(officialId)
    for (const at of [0, 1]) expect(all.get(posts[at] ?? '')).toMatchObject({ until: '2026-06-02', because: 'died' })
    expect(all.get(posts[2] ?? '')).toMatchObject({ until: '2026-03-01', because: null })
    const { rows } = await world.owner.query(
      `select count(*)::int as n from audit_line where subject_id = $1 and what = 'official.appointment_ended'`,
      [officialId],
    )
    expect(rows).toEqual([{ n: 2 }])
    const again = () => world.as('hung').post(`/api/officials/${officialId}/appointments`, post({ from: '2026-07-01' }))
    expect(await refusal(world, again)).toBe('official.died')
    const follows = () => correct(posts[1], null, died)
    expect(await refusal(world, follows)).toBe('official.ended_with')
    const later = () =>
      correct(posts[2], { last: '2026-09-01', reason: 'retired' }, { until: '2026-03-01', reason: null })
    expect(await refusal(world, later)).toBe('official.died')
  })

  it('that is put right takes the other posts to its day, or gives them back with the end that they were to have', async () => {
    const { officialId, posts } = await holding('Lò Văn Sống', {}, { post: 'trainer', until: '2027-01-01' })
    expect((await end(posts[0], '2026-06-01', 'died')).statusCode).toBe(200)
    expect((await correct(posts[0], { last: '2026-05-20', reason: 'died' }, died)).statusCode).toBe(200)
    for (const one of (await course(officialId)).values())
      expect(one).toMatchObject({ until: '2026-05-21', because: 'died' })
    expect((await correct(posts[0], null, { until: '2026-05-21', reason: 'died' })).statusCode).toBe(200)
    const all = await course(officialId)
    expect(all.get(posts[0] ?? '')).toMatchObject({ until: null, because: null })
    expect(all.get(posts[1] ?? '')).toMatchObject({ until: '2027-01-01', because: null })
  })

  it('that was later leaves a post that was to end before it with its own end', async () => {
    const { officialId, posts } = await holding('Lò Văn Muộn', {}, { post: 'trainer', until: '2026-06-10' })
    expect((await end(posts[0], '2026-06-01', 'died')).statusCode).toBe(200)
    expect((await correct(posts[0], { last: '2026-07-01', reason: 'died' }, died)).statusCode).toBe(409)
    const later = { ends: { last: '2026-07-01', reason: 'died' }, because: 'Ghi nhầm', seen: died, longer: true }
    const put = await world.as('hung').post(`/api/appointments/${posts[0]}/end/correct`, later)
    expect(put.statusCode, put.body).toBe(200)
    const all = await course(officialId)
    expect(all.get(posts[0] ?? '')).toMatchObject({ until: '2026-07-02', because: 'died' })
    expect(all.get(posts[1] ?? '')).toMatchObject({ until: '2026-06-10', because: null })
  })

  it('recorded by one commune is put before who keeps the post in another, until it is ended there', async () => {
    const { officialId, posts } = await holding('Lò Văn Hai Xã', {})
    const elsewhere = post({ areaId: phuTho, post: 'trainer' })
    await must('lan', `/api/officials/${officialId}/appointments`, elsewhere)
    const left = async (person: PersonName, area: string, day = '2026-11-20') =>
      (await world.as(person).get(`/api/areas/${area}/officials?post=died&day=${day}`))
        .json()
        .rows.filter((row: { officialId: string }) => row.officialId === officialId)
    expect((await end(posts[0], '2026-06-01', 'died')).statusCode).toBe(200)
    expect(await left('hung', tamHong)).toEqual([])
    expect(await left('lan', phuTho)).toMatchObject([{ died: '2026-06-01', posts: [{ areaId: phuTho }] }])
    expect(await left('lan', phuTho, '2026-06-01')).toEqual([])
    const listed = async (day: string) =>
      JSON.stringify((await world.as('lan').get(`/api/areas/${phuTho}/officials?post=trainer&day=${day}`)).json())
    expect(await listed('2026-06-01')).toContain(officialId)
    expect(await listed('2026-06-02')).not.toContain(officialId)
    const answers = async (day: string) =>
      JSON.stringify((await world.as('lan').get(`/api/areas/${phuTho}/responsible?day=${day}`)).json())
    expect(await answers('2026-06-01')).toContain(officialId)
    expect(await answers('2026-06-02')).not.toContain(officialId)
    expect((await world.as('lan').get(`/api/officials/${officialId}`)).json().died).toBe('2026-06-01')
    await must('lan', `/api/appointments/${elsewhere.appointmentId}/end`, { last: '2026-06-01', reason: 'died' })
    expect(await left('lan', phuTho)).toEqual([])
  })

  it('is refused before what the roster has of a later time', async () => {
    const { posts } = await holding('Lò Văn Còn', {}, { post: 'trainer', from: '2026-07-01' })
    expect(await refusal(world, () => end(posts[0], '2026-06-01', 'died'))).toBe('official.held_after_death')
    const over = await holding('Lò Văn Đã', {}, { post: 'trainer' })
    expect((await end(over.posts[1], '2026-08-01', 'left')).statusCode).toBe(200)
    expect(await refusal(world, () => end(over.posts[0], '2026-06-01', 'died'))).toBe('official.held_after_death')
  })
})

describe('what rests on a post', () => {
  const move = (officialId: string, leftId: string | undefined, part: object) => {
    const { until: _none, ...there } = post({ areaId: demoAreas.phuTho, from: '2026-03-01', ...part })
    const why = { moveId: newId(), leftId, kind: 'rotation', why: 'Tăng cường', plannedLast: null }
    return world.as('lan').post(`/api/officials/${officialId}/moves`, { ...why, ...there })
  }
  it('keeps its end: nobody left before the day on which they were moved', async () => {
    const { officialId, posts } = await holding('Lò Văn Đi', {})
    const moved = await move(officialId, posts[0], { over: { last: '2026-05-31', outcome: 'Xong' } })
    expect(moved.statusCode, moved.body).toBe(200)
    expect(await refusal(world, () => end(posts[0], '2026-02-01', 'left'))).toBe('official.moved_later')
    expect((await end(posts[0], '2026-02-28', 'left')).statusCode).toBe(200)
  })

  it('nobody is away at two places at once', async () => {
    const { officialId, posts } = await holding('Lò Văn Hai Nơi', {})
    const first = await move(officialId, posts[0], { over: { last: '2026-05-31', outcome: 'Xong' } })
    expect(first.statusCode, first.body).toBe(200)
    const other = (from: string) => () =>
      move(officialId, posts[0], {
        areaId: tamHong,
        post: 'leader',
        from,
        over: { last: '2026-08-31', outcome: 'Xong' },
      })
    expect(await refusal(world, other('2026-05-31'))).toBe('move.overlaps')
    expect((await other('2026-06-01')()).statusCode).toBe(200)
  })
})

describe('who was a child', () => {
  it('held no post then, by hand or after the birth was changed, and learnt nothing before it', async () => {
    const who = { officialId: newId(), unitId: tamHong, name: 'Lò Thị Trẻ', ...born, birth: { year: 2011 } }
    const enter = (from: string) => () => world.as('hung').post('/api/officials', { ...who, holds: post({ from }) })
    expect(await refusal(world, enter('2025-08-01'))).toBe('official.too_young')
    const decided = () => world.as('hung').post('/api/officials', { ...who, holds: post({ decidedOn: '2010-01-01' }) })
    expect(await refusal(world, decided)).toBe('official.too_young')
    const { officialId } = await holding('Lò Thị Lớn', { from: '2025-08-01' })
    const change = (year: number) => world.as('hung').post(`/api/officials/${officialId}/change`, { birth: { year } })
    expect(await refusal(world, () => change(2011))).toBe('official.born_after')
    expect((await change(2010)).statusCode).toBe(200)
    const learnt = (from: string) => () =>
      world.as('hung').post(`/api/officials/${officialId}/qualifications`, {
        ...{ qualificationId: newId(), kind: 'it', level: null, title: 'Tin học', school: '', form: null },
        ...{ from, until: null, number: '', issuedBy: '' },
      })
    expect(await refusal(world, learnt('2010-09'))).toBe('official.learnt_before_birth')
  })
})

describe('a unit that ends', () => {
  it('lets nobody leave because of it while it stands', async () => {
    const { posts } = await holding('Lò Văn Đứng', {})
    expect(await refusal(world, () => end(posts[0], '2026-10-01', 'unit_ended'))).toBe('official.unit_goes_on')
  })

  it('takes along who was to begin later, and whose end is announced: both are placed again', async () => {
    const recorded = async (change: object, day: string) => {
      const body = { change, day, legalBasis: 'NQ 5/NQ-HĐND', mark: 'text' }
      return (await must('quantri', '/api/area-events', body)).began as string[]
    }
    const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId: tamHong })
    const [a] = await recorded({ kind: 'create', unit: unit('Thôn Sắp Hết Một') }, '2025-09-01')
    const [b] = await recorded({ kind: 'create', unit: unit('Thôn Sắp Hết Hai') }, '2025-09-01')
    const head = { post: 'village_head', areaId: a }
    const later = await holding('Lò Văn Sắp Đến', { ...head, from: '2026-11-15' })
    const leaving = await holding('Lò Văn Sắp Nghỉ', { ...head, from: '2026-01-05' })
    expect((await end(leaving.posts[0], '2026-12-31', 'retired')).statusCode).toBe(200)
    const told = (await world.as('quantri').get(`/api/areas/${a}/touched?kind=merge&day=2026-11-10`)).json().held
    expect(JSON.stringify(told)).toContain('được giao chức danh ở đây từ sau ngày này')
    const [into] = await recorded({ kind: 'merge', areaIds: [a, b], into: unit('Thôn Đã Nhập') }, '2026-11-10')
    for (const { officialId, posts } of [later, leaving]) {
      expect((await course(officialId)).get(posts[0] ?? '')).toMatchObject({ unplacedFrom: '2026-11-10' })
      const { appointmentId: nextId, ...next } = post({ post: 'village_head', areaId: into, from: '2026-11-16' })
      const placed = await world.as('hung').post(`/api/appointments/${posts[0]}/renew`, { ...next, nextId })
      expect(placed.statusCode, placed.body).toBe(200)
      const all = await course(officialId)
      expect(all.get(posts[0] ?? '')).toMatchObject({ because: 'unit_ended', unplacedFrom: null })
      expect(all.get(nextId)).toMatchObject({ areaId: into, until: null })
    }
  })
})

describe('the decision of a post', () => {
  it('is written once it comes, and by one of two who write it at once', async () => {
    const { officialId, posts } = await holding('Lò Văn Giấy', {})
    const write = (body: object) => world.as('hung').post(`/api/appointments/${posts[0]}/decision`, body)
    const was = { decisionNumber: '', decidedOn: null }
    expect((await write({ decisionNumber: '7/QĐ-UBND', decidedOn: '2026-01-12', was })).statusCode).toBe(200)
    const said = (await course(officialId)).get(posts[0] ?? '')
    expect(said).toMatchObject({ decisionNumber: '7/QĐ-UBND', decidedOn: '2026-01-12', until: null })
    const second = await write({ decisionNumber: '8/QĐ-UBND', was })
    expect(second.json()).toMatchObject({ code: 'record.changed_since', facts: { count: 1 } })
    expect(await refusal(world, () => write({ decidedOn: '2026-11-21' }))).toBe('official.decided_far')
    expect(await refusal(world, () => write({ decidedOn: '1985-01-01' }))).toBe('official.too_young')
    expect((await write({ decisionNumber: '', decidedOn: null })).statusCode).toBe(200)
    expect(
      (await world.as('son').post(`/api/appointments/${posts[0]}/decision`, { decisionNumber: '9' })).statusCode,
    ).toBe(404)
    expect((await end(posts[0], '2026-01-15', 'entered_by_mistake')).statusCode).toBe(200)
    expect(await refusal(world, () => write({ decisionNumber: '7' }))).toBe('official.appointment_ended')
  })
})

describe('a record', () => {
  it('entered at a village is kept by its commune; at a unit that has ended by nobody', async () => {
    const at = (unitId: string) => ({
      officialId: newId(),
      unitId,
      name: 'Lò Thị Giữ',
      ...born,
      birth: { year: 1990 },
      holds: null,
    })
    const said = at(thon1)
    await must('hung', '/api/officials', said)
    expect((await world.as('hung').get(`/api/officials/${said.officialId}`)).json()).toMatchObject({ unitId: tamHong })
    const { rows } = await world.owner.query(
      `select v.area_id as id from area_version v join area_reach r using (area_id)
        where r.over_id = $1 and v.level = 3 and v.valid_until < '2026-01-01' limit 1`,
      [demoAreas.phuTho],
    )
    expect(await refusal(world, () => world.as('lan').post('/api/officials', at(rows[0].id)))).toBe(
      'official.keeper_ended',
    )
  })

  it('has one number however it is written', async () => {
    const said = { ...born, birth: { year: 1990 }, unitId: tamHong, holds: null }
    await must('hung', '/api/officials', { ...said, officialId: newId(), name: 'Lò Thị Số', personalNumber: 'num 777' })
    for (const personalNumber of ['NUM777', 'num\u00a0777', 'Num 77 7'])
      expect(
        await refusal(world, () =>
          world.as('hung').post('/api/officials', { ...said, officialId: newId(), name: 'Lò Thị Hai', personalNumber }),
        ),
      ).toBe('official.personal_number_taken')
  })

  it('whose particulars are told by a refusal was opened, and the log says so', async () => {
    const said = {
      ...born,
      birth: { year: 1990 },
      unitId: tamHong,
      holds: null,
      officialId: newId(),
      name: 'Lò Thị Lộ',
    }
    await must('hung', '/api/officials', { ...said, phone: '0911222333' })
    const lines = async () =>
      (
        await world.owner.query(`select 1 from audit_line where subject_id = $1 and what = 'official.opened'`, [
          said.officialId,
        ])
      ).rowCount
    const change = { phone: '0900000000', was: { phone: '0999999999' } }
    const reply = await world.as('lan').post(`/api/officials/${said.officialId}/change`, change)
    expect(reply.json()).toMatchObject({ code: 'record.changed_since' })
    expect(reply.body).toContain('0911222333')
    expect(await lines()).toBe(1)
  })

  it('takes them from the roster of the days after it, where a search by name still finds them and says so', async () => {
    const { officialId, posts } = await holding('Lò Văn Khuất', {})
    expect((await end(posts[0], '2026-06-01', 'died')).statusCode).toBe(200)
    const listed = async (day: string, part: Record<string, string> = {}) => {
      const asked = new URLSearchParams({ day, ...part })
      const reply = await world.as('hung').get(`/api/areas/${tamHong}/officials?${asked}`)
      const rows: { officialId: string; died: string | null }[] = reply.json().rows
      return rows.find((one) => one.officialId === officialId)?.died
    }
    expect(await listed('2026-06-01')).toBe(null)
    expect(await listed('2026-06-02')).toBe(undefined)
    expect(await listed('2026-06-02', { post: 'none' })).toBe(undefined)
    expect(await listed('2026-06-02', { q: 'Lò Văn Khuất' })).toBe('2026-06-01')
  })
})
