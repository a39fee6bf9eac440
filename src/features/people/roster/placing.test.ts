/** Units end, merge and stand again under those who hold posts there: who works where is never guessed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { unasked } from '#test/unasked.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const commune = demoAreas.tamHongToday
const merged = '2026-11-10'

const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
  return reply.json()
}
const codeOf = async (reply: Promise<{ json: () => { code: string } }>) => (await reply).json().code

let made = 0
const unit = (parentId: AreaId = commune) => ({ name: `Thôn Bố Trí ${++made}`, kind: 'thon', code: null, parentId })
const recorded = (change: object, day: string) =>
  must('quantri', '/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
const village = async (): Promise<AreaId> =>
  (await recorded({ kind: 'create', unit: unit() }, '2025-09-01')).began[0] as AreaId

const post = (areaId: string, part: object = {}) => ({
  ...{ appointmentId: newId(), post: 'village_head', areaId, standing: 'own', from: '2026-01-05', until: null },
  ...{ decisionNumber: '', decidedOn: null, also: true, ...part },
})
const born = { sex: 'female', birth: { year: 1980 }, ethnicity: '01', languages: [], phone: '', personalNumber: '' }
async function head(name: string, areaId: string, part: object = {}) {
  const officialId = newId<'official'>()
  const holds = post(areaId, part)
  await must('hung', '/api/officials', { officialId, unitId: commune, name, ...born, holds })
  return { officialId, appointmentId: holds.appointmentId }
}

type Row = { officialId: OfficialId; name: string; posts: { areaName: string; unplacedFrom: string | null }[] }
const list = async (query: string, area: string = commune, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/areas/${area}/officials?${query}`)).json() as { total: number; rows: Row[] }
const norm = async (query = '', area: string = commune) =>
  (await world.as('hung').get(`/api/areas/${area}/norm?${query}`)).json()
const filled = async (area: string, query = '') =>
  (await norm(query, area)).lines.find((line: { post: string }) => line.post === 'enumerator')
const course = async (official: string) =>
  (await world.as('hung').get(`/api/officials/${official}`)).json().appointments

describe('two villages become one', () => {
  it('is told with the posts held there before it is recorded', async () => {
    const [a, b] = [await village(), await village()]
    await head('Vàng Thị Một', a)
    await head('Vàng Thị Hai', b, { from: '2026-12-01' })
    const held = async (area: string, day = merged) =>
      (await world.as('quantri').get(`/api/areas/${area}/touched?kind=merge&day=${day}`)).json().held
    const said = { vi: 'Người đang giữ chức danh ở đây', en: 'People who hold posts here' }
    expect(await held(a)).toContainEqual({ what: said, count: 1, opens: null })
    // The list that is opened has as many rows as were counted.
    expect((await list(`day=${merged}&post=any`, a)).total).toBe(1)
    expect((await list(`day=${merged}&post=any`, b)).total).toBe(0)
    expect(JSON.stringify(await held(b))).not.toContain(said.vi)
    expect(await held(b, '2026-12-01')).toContainEqual({ what: said, count: 1, opens: null })
  })

  it('leaves who worked there to be placed by a person: counted nowhere from that day, seen by whom it concerns, and still in the past', async () => {
    const [a, b] = [await village(), await village()]
    const [mo, pa] = [await head('Sùng Thị Mo', a, { post: 'enumerator' }), await head('Sùng Thị Pa', b)]
    const { began } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const [whole] = began as [AreaId]
    // The day before, all is as it was.
    expect((await list(`post=enumerator&q=mo&day=2026-11-09`)).total).toBe(1)
    expect(await filled(a, 'day=2026-11-09')).toMatchObject({ units: 1, filled: 1, people: 1 })
    // From then on nobody holds a post at the village that came of them.
    expect((await list('post=enumerator&q=mo')).total).toBe(0)
    expect((await list('post=none&q=mo')).total).toBe(0)
    expect(await filled(whole)).toMatchObject({ units: 1, filled: 0, people: 0 })
    for (const place of [whole, commune]) {
      const { rows } = await list('post=unplaced', place)
      const of = rows.filter(({ officialId }) => [mo.officialId, pa.officialId].includes(officialId))
      expect(of.map(({ name }) => name)).toEqual(['Sùng Thị Mo', 'Sùng Thị Pa'])
      expect(of.map(({ posts: [held] }) => held?.unplacedFrom)).toEqual([merged, merged])
      expect((await norm('', place)).unplaced).toBe((await list('post=unplaced', place)).total)
    }
    const csv = await world.as('hung').get(`/api/areas/${whole}/officials/file?as=csv&post=unplaced`)
    expect(csv.body).toContain('đơn vị đã hết từ 10/11/2026, chưa bố trí')
    expect((await list('', demoAreas.kyThuongToday, 'son')).rows.map(({ name }) => name)).not.toContain('Sùng Thị Mo')
    expect(await codeOf(world.as('son').get(`/api/officials/${mo.officialId}`) as never)).toBe('official.not_found')
  })

  it('one is placed in what came of it in one act, the other goes; each once', async () => {
    const [a, b] = [await village(), await village()]
    const [mi, su] = [await head('Lồ Thị Mỉ', a), await head('Lồ Thị Sủ', b)]
    const { began } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const renew = (of: typeof mi, part: object = {}, person: PersonName = 'hung') => {
      const { appointmentId: nextId, ...next } = post(began[0], { from: merged, ...part })
      return world.as(person).post(`/api/appointments/${of.appointmentId}/renew`, { ...next, nextId })
    }
    expect(await refusal(world, () => renew(mi, { from: '2026-11-09' }))).toBe('official.renewed_early')
    expect(await refusal(world, () => renew(mi, { areaId: a, from: merged }))).toBe('official.unit_ended')
    expect(await refusal(world, () => renew(mi, { areaId: demoAreas.kyThuongToday }))).toBe('access.denied')
    expect(await refusal(world, () => renew(mi, {}, 'son'))).toBe('official.appointment_not_found')
    for (const person of ['kiem', 'bich', 'mai'] as const)
      expect(await refusal(world, () => renew(mi, {}, person)), person).toBe('access.denied')
    const { successors } = (await world.as('hung').get(`/api/officials/${mi.officialId}`)).json()
    expect(successors).toMatchObject([{ of: a, areaId: began[0] }])
    expect((await renew(mi)).statusCode).toBe(200)
    expect(await refusal(world, () => renew(mi))).toBe('official.appointment_ended')
    expect(await course(mi.officialId)).toMatchObject([
      { areaId: began[0], from: merged, until: null, unplacedFrom: null },
      { areaId: a, until: merged, because: 'unit_ended', unplacedFrom: null },
    ])
    const end = (last: string) =>
      world.as('hung').post(`/api/appointments/${su.appointmentId}/end`, { last, reason: 'unit_ended' })
    expect(await refusal(world, () => end('2026-11-10'))).toBe('official.unit_ended')
    expect((await end('2026-11-09')).statusCode).toBe(200)
    const left = (await list('post=unplaced')).rows.map(({ name }) => name)
    expect(left).not.toContain('Lồ Thị Mỉ')
    expect(left).not.toContain('Lồ Thị Sủ')
    expect((await list('post=none&q=su')).rows.map(({ name }) => name)).toContain('Lồ Thị Sủ')
    expect(
      await refusal(world, () => {
        const { appointmentId: nextId, ...next } = post(a, { from: merged })
        return world.as('hung').post(`/api/appointments/${newId()}/renew`, { ...next, nextId })
      }),
    ).toBe('official.appointment_not_found')
  })

  it('that was a mistake is undone: they hold their posts again, unless somebody was appointed to what is no more', async () => {
    const [a, b] = [await village(), await village()]
    const kept = await head('Ma Thị Dung', a)
    const { began, eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const fresh = await head('Ma Thị Tươi', began[0], { from: '2026-11-12' })
    const undo = () => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    const refused = await undo()
    expect(refused.json()).toMatchObject({ code: 'official.unit_held' })
    expect(refused.json().title.vi).toContain('1 người đang giữ chức danh (Ma Thị Tươi)')
    await must('hung', `/api/appointments/${fresh.appointmentId}/end`, { last: merged, reason: 'entered_by_mistake' })
    expect((await undo()).statusCode).toBe(200)
    const [again] = await course(kept.officialId)
    expect(again).toMatchObject({ areaId: a, until: null, unplacedFrom: null })
    expect((await list('post=village_head&q=dung')).total).toBe(1)
  })
})

describe('two records that were joined after two villages became one', () => {
  const again = async (name: string, areaId: string, part: object) => {
    const officialId = newId<'official'>()
    const holds = post(areaId, part)
    const who = { ...born, unitId: areaId, sure: 'Ghi lần nữa' }
    await must('hung', '/api/officials', { officialId, name, ...who, holds })
    await unasked(world, officialId)
    return { officialId, appointmentId: holds.appointmentId }
  }
  const joined = (kept: string, former: string) =>
    must('hung', `/api/officials/${kept}/join`, { formerId: former, because: 'Cùng một người' })

  it('have the post of before, and that of the new village as far as somebody gave it; undoing asks for the latter first', async () => {
    const [a, b] = [await village(), await village()]
    const kept = await head('Ma Thị Gộp', a)
    const { began, eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const former = await again('Ma Thị Gộp', began[0], { from: '2026-11-12' })
    await joined(kept.officialId, former.officialId)
    const undo = () => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect((await undo()).json().code).toBe('official.unit_held')
    await must('hung', `/api/appointments/${former.appointmentId}/end`, { last: merged, reason: 'entered_by_mistake' })
    // The record that the new village kept is gone: it keeps nothing any more.
    expect((await undo()).statusCode).toBe(200)
    const open = (await course(kept.officialId)).filter((one: { until: string | null }) => one.until === null)
    expect(open).toMatchObject([{ areaId: a, unplacedFrom: null }])
    const [before] = (await world.as('hung').get(`/api/officials/${kept.officialId}/former-records`)).json().rows
    expect(before).toMatchObject({ formerId: former.officialId, because: 'Cùng một người' })
    expect(before.unitName).toMatch(/^Thôn Bố Trí/)
    const led = (await world.as('hung').get(`/api/officials/${former.officialId}`)).json()
    expect(led).toMatchObject({ code: 'official.went', facts: { into: kept.officialId } })
  })

  it('by the record that the new village keeps: it is handed over before the village is undone', async () => {
    const [a, b] = [await village(), await village()]
    const former = await head('Ma Thị Giữ', a)
    const { began, eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const officialId = newId<'official'>()
    const kept = { officialId, name: 'Ma Thị Giữ', ...born, unitId: began[0], holds: null, sure: 'Ghi lần nữa' }
    await must('hung', '/api/officials', kept)
    await unasked(world, officialId)
    await joined(officialId, former.officialId)
    const undo = () => world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect((await undo()).json().code).toBe('official.unit_keeps')
    const over = { officialIds: [officialId], toId: commune, because: 'Thôn ghi nhầm' }
    await must('hung', '/api/officials/hand-over', over)
    expect((await undo()).statusCode).toBe(200)
    expect(await course(officialId)).toMatchObject([{ areaId: a, until: null, unplacedFrom: null }])
  })

  it('of which one was placed again and the other not differ in the end of the post, which is put right first', async () => {
    const [a, b] = [await village(), await village()]
    const kept = await head('Ma Thị Xếp', a)
    const twice = await again('Ma Thị Xếp', a, {})
    const { began, eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const { appointmentId: nextId, ...next } = post(began[0], { from: merged })
    await must('hung', `/api/appointments/${kept.appointmentId}/renew`, { nextId, ...next })
    const faults = async () =>
      (await world.as('hung').get(`/api/officials/${kept.officialId}/join/${twice.officialId}`)).json().faults
    expect(await faults()).toMatchObject([{ code: 'ends' }])
    const last = '2026-11-09'
    await must('hung', `/api/appointments/${twice.appointmentId}/end`, { last, reason: 'unit_ended' })
    expect(await faults()).toEqual([])
    await joined(kept.officialId, twice.officialId)
    const posts = await course(kept.officialId)
    expect(posts.map((one: { areaId: string; until: string | null }) => [one.areaId, one.until])).toEqual([
      [began[0], null],
      [a, merged],
    ])
    // Undone: the post at the new village never was; that at the old one ended, and its end is taken back.
    await must('hung', `/api/appointments/${nextId}/end`, { last: merged, reason: 'entered_by_mistake' })
    const reply = await world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect(reply.statusCode, reply.body).toBe(200)
    const seen = { reason: 'unit_ended', until: merged }
    const back = { ends: null, because: 'Thôn không sáp nhập', seen }
    await must('hung', `/api/appointments/${kept.appointmentId}/end/correct`, back)
    const [one] = (await course(kept.officialId)).filter((post: { areaId: string }) => post.areaId === a)
    expect(one).toMatchObject({ until: null, unplacedFrom: null })
  })
})

describe('a village goes to another commune', () => {
  it('takes its posts along: who kept the record still reads the course, the other commune sees the person', async () => {
    const leaving = await village()
    const { officialId, appointmentId } = await head('Đèo Thị Xa', leaving)
    await recorded({ kind: 'move', areaId: leaving, parentId: demoAreas.kyThuongToday }, merged)
    expect((await list('q=xa', demoAreas.kyThuongToday, 'son')).rows).toMatchObject([{ officialId }])
    // Who keeps the record may end nothing there; who works there may.
    expect((await course(officialId))[0]).toMatchObject({ areaId: leaving, unplacedFrom: null, can: [] })
    const there = (await world.as('son').get(`/api/officials/${officialId}`)).json()
    expect(there).toMatchObject({ can: [], appointments: [{ can: expect.arrayContaining(['write']) }] })
    expect(
      await refusal(world, () => world.as('son').post(`/api/officials/${officialId}/change`, { name: 'Đèo Xa' })),
    ).toBe('access.denied')
    await must('son', `/api/appointments/${appointmentId}/end`, { last: '2026-11-15', reason: 'left' })
  })

  it('a standing unit leaves nobody to be placed again', async () => {
    const there = await village()
    const { appointmentId } = await head('Hà Thị Còn', there)
    const { appointmentId: nextId, ...next } = post(there, { from: merged })
    expect(
      await refusal(world, () =>
        world.as('hung').post(`/api/appointments/${appointmentId}/renew`, { ...next, nextId }),
      ),
    ).toBe('official.unit_stands')
  })
})
