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
    const said = {
      vi: 'Người giữ chức danh ở chính đơn vị này, phải bố trí lại',
      en: 'People who hold posts at the unit itself and have to be placed again',
    }
    expect(await held(a)).toContainEqual({ what: said, count: 1, opens: null, seenBy: 'roster.read' })
    // The list that is opened has as many rows as were counted.
    expect((await list(`day=${merged}&post=any`, a)).total).toBe(1)
    expect((await list(`day=${merged}&post=any`, b)).total).toBe(0)
    expect(JSON.stringify(await held(b))).not.toContain(said.vi)
    expect(await held(b, '2026-12-01')).toContainEqual({ what: said, count: 1, opens: null, seenBy: 'roster.read' })
  })

  it('told are those who have to be placed again, by name, as the norm counts them afterwards; and who is away for a time', async () => {
    const communeOf = async () => {
      const unit = { name: `Xã Bố Trí ${++made}`, kind: 'xa', code: String(97_000 + made), parentId: demoAreas.phuTho }
      return (await recorded({ kind: 'create', unit }, '2025-09-01')).began[0] as AreaId
    }
    const [a, b] = [await communeOf(), await communeOf()]
    const below = (await recorded({ kind: 'create', unit: unit(a) }, '2025-09-01')).began[0] as AreaId
    const enter = async (name: string, areaId: AreaId, code: string) => {
      const officialId = newId<'official'>()
      const holds = post(areaId, { post: code })
      await must('lan', '/api/officials', { officialId, unitId: a, name, ...born, holds })
      return { officialId, leftId: holds.appointmentId }
    }
    await enter('Lèng Thị Trưởng Thôn', below, 'village_head')
    const gone = await enter('Lèng Thị Biệt Phái', b, 'specialist')
    await enter('Lèng Thị Ở Lại', a, 'specialist')
    const { appointmentId, ...there } = post(a, { post: 'leader', from: '2026-11-01' })
    const why = { kind: 'rotation', why: 'Tăng cường', plannedLast: '2027-10-31' }
    await must('lan', `/api/officials/${gone.officialId}/moves`, {
      ...{ moveId: newId(), leftId: gone.leftId, appointmentId, ...there, ...why },
    })
    const told = async (area: AreaId, kind = 'merge') =>
      (await world.as('quantri').get(`/api/areas/${area}/touched?kind=${kind}&day=${merged}`)).json().held as Told[]
    type Told = { what: { vi: string }; count: number; names?: string[]; opens: string | null }
    const placed = (held: Told[]) => held.find(({ what }) => what.vi.includes('phải bố trí lại'))
    const moved = (held: Told[]) => held.find(({ what }) => what.vi.startsWith('Lượt luân chuyển'))
    // Who records changes of units reads no roster: a number, and no name.
    expect(placed(await told(a))).toEqual({ what: expect.anything(), count: 2, opens: null, seenBy: 'roster.read' })
    expect(moved(await told(a))).toEqual({ what: expect.anything(), count: 1, opens: null, seenBy: 'roster.read' })
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'auditor', $3, '2026-01-01')`,
      [newId(), world.idOf('quantri'), demoAreas.phuTho],
    )
    expect(placed(await told(a))).toMatchObject({ count: 2, names: ['Lèng Thị Ở Lại', 'Lèng Thị Biệt Phái'] })
    for (const area of [a, b])
      expect(moved(await told(area))).toMatchObject({ count: 1, names: ['Lèng Thị Biệt Phái 31/10/2027'] })
    // The pages that are opened have as many rows.
    const rowsOf = async (opens: string | null, api: string, names: Record<string, string>) => {
      const { searchParams } = new URL(opens ?? '', 'http://here')
      const asked = new URLSearchParams()
      for (const [mine, its] of Object.entries(names)) asked.set(its, searchParams.get(mine) ?? '')
      return (await world.as('lan').get(`/api/areas/${searchParams.get('noi')}/${api}?${asked}`)).json().total
    }
    const before: number[] = []
    for (const area of [a, b]) {
      const held = await told(area)
      const listed = await rowsOf(placed(held)?.opens ?? null, 'officials', {
        ngay: 'day',
        'chuc-danh': 'post',
        cap: 'level',
      })
      expect(listed).toBe(placed(held)?.count)
      expect(await rowsOf(moved(held)?.opens ?? null, 'moves', { ngay: 'day', 'tinh-trang': 'state' })).toBe(1)
      before.push(listed)
    }
    expect(before).toEqual([2, 1])
    // A unit that only goes elsewhere takes everybody along.
    expect(placed(await told(a, 'move'))).toBeUndefined()
    const into = { name: `Xã Bố Trí ${++made}`, kind: 'xa', code: String(97_000 + made), parentId: demoAreas.phuTho }
    const { began } = await recorded({ kind: 'merge', areaIds: [a, b], into }, merged)
    const counted = async (area: AreaId) =>
      (await world.as('lan').get(`/api/areas/${area}/norm?day=${merged}`)).json().unplaced
    expect([await counted(a), await counted(b)]).toEqual(before)
    // Who holds a post at both is one person.
    expect(await counted(began[0])).toBe(2)
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
    expect(refused.json().title.vi).toContain(
      '1 người giữ hoặc đã giữ chức danh ở đơn vị coi như chưa từng lập này (Ma Thị Tươi)',
    )
    await must('hung', `/api/appointments/${fresh.appointmentId}/end`, { last: merged, reason: 'entered_by_mistake' })
    expect((await undo()).statusCode).toBe(200)
    const [again] = await course(kept.officialId)
    expect(again).toMatchObject({ areaId: a, until: null, unplacedFrom: null })
    expect((await list('post=village_head&q=dung')).total).toBe(1)
  })
})

describe('who was placed again in what never was', () => {
  const undo = (eventId: string) =>
    world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
  const undone = async (eventId: string) => {
    const reply = await undo(eventId)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const mistake = { last: merged, reason: 'entered_by_mistake' }
  const moved = async (official: string) =>
    (await world.as('hung').get(`/api/officials/${official}/moves`)).json().moves[0]
  /** Away in a village that is merged with another and placed again in what came of them. */
  async function placed(name: string) {
    const [home, a, b] = [await village(), await village(), await village()]
    const { officialId, appointmentId: leftId } = await head(name, home, { post: 'enumerator' })
    const { appointmentId, ...there } = post(a, { post: 'enumerator', from: '2026-11-01' })
    const why = { kind: 'rotation', why: 'Tăng cường', plannedLast: '2027-10-31' }
    const moveId = newId()
    await must('hung', `/api/officials/${officialId}/moves`, { moveId, leftId, appointmentId, ...there, ...why })
    // It was to end some day.
    await world.owner.query(`update appointment set valid_until = '2027-11-01' where id = $1`, [appointmentId])
    const before = [await course(officialId), await moved(officialId)]
    const { began, eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const { appointmentId: nextId, ...next } = post(began[0], { post: 'enumerator', from: merged })
    await must('hung', `/api/appointments/${appointmentId}/renew`, { nextId, ...next })
    return { officialId, appointmentId, nextId, moveId, a, before, eventId }
  }
  const asBefore = async ({ officialId, nextId, before }: Awaited<ReturnType<typeof placed>>) => {
    const posts = await course(officialId)
    expect([
      posts.filter((one: { appointmentId: string }) => one.appointmentId !== nextId),
      await moved(officialId),
    ]).toEqual(before)
  }

  it('holds the post before, and is away, as before once the placing alone is taken back', async () => {
    const one = await placed('Hờ Thị Bố')
    const shown = (await course(one.officialId)).find(
      (of: { appointmentId: string }) => of.appointmentId === one.nextId,
    )
    expect(shown.placedFrom).toMatch(/^Thôn Bố Trí/)
    await must('hung', `/api/appointments/${one.nextId}/end`, mistake)
    // Taken back alone, while the merger stands: to be placed again.
    expect((await course(one.officialId)).find((of: { areaId: string }) => of.areaId === one.a)).toMatchObject({
      ...{ until: '2027-11-01', because: null, unplacedFrom: merged },
    })
    const seen = { reason: 'entered_by_mistake', until: merged }
    const again = { ends: null, because: 'Không nhầm', seen }
    const correct = () => world.as('hung').post(`/api/appointments/${one.nextId}/end/correct`, again)
    expect(await refusal(world, correct)).toBe('official.placing_taken')
    await undone(one.eventId)
    await asBefore(one)
    const { rows } = await world.owner.query(
      `select facts from audit_line where what = 'official.appointment_ended' and subject_id = $1`,
      [one.officialId],
    )
    expect(rows).toMatchObject([{ facts: { back: one.a, because: 'entered_by_mistake' } }])
  })

  it('holds it again by the undoing itself, which says so before and in the audit', async () => {
    const one = await placed('Hờ Thị Tự')
    const told = async (person: PersonName) => {
      const { back } = (await world.as(person).get(`/api/area-events/${one.eventId}/undoing`)).json()
      const of = back.find(({ areaId }: { areaId: string }) => areaId === one.a)
      return of.held.find(({ what }: { what: { en: string } }) =>
        what.en.startsWith('People who were placed elsewhere'),
      )
    }
    expect(await told('quantri')).toMatchObject({ count: 1 })
    await undone(one.eventId)
    await asBefore(one)
    const { rows } = await world.owner.query(
      `select facts, account_id from audit_line where what = 'official.appointment_ended' and subject_id = $1`,
      [one.officialId],
    )
    expect(rows).toMatchObject([{ facts: { back: one.a, post: 'enumerator', because: 'entered_by_mistake' } }])
  })

  it('also a post that was said to end with the unit, unless who held it has died', async () => {
    const [a, b] = [await village(), await village()]
    const lives = await head('Hờ Thị Sống', a)
    const died = await head('Hờ Thị Khuất', b, { post: 'enumerator' })
    const { eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const end = (id: string, reason: string, last: string) =>
      must('hung', `/api/appointments/${id}/end`, { last, reason })
    await end(lives.appointmentId, 'unit_ended', '2026-11-09')
    await end(died.appointmentId, 'died', '2026-11-08')
    await undone(eventId)
    expect(await course(lives.officialId)).toMatchObject([{ areaId: a, until: null, because: null }])
    expect(await course(died.officialId)).toMatchObject([{ areaId: b, until: '2026-11-09', because: 'died' }])
    const { rows } = await world.owner.query(
      `select facts -> 'changes' as changes from audit_line where what = 'official.end_corrected' and subject_id = $1`,
      [lives.officialId],
    )
    expect(rows).toMatchObject([{ changes: [{ field: 'because', was: 'unit_ended', is: null }] }])
  })

  it('not who was placed elsewhere on purpose and has been placed on from there', async () => {
    const [a, b, c, d] = [await village(), await village(), await village(), await village()]
    const { officialId, appointmentId } = await head('Hờ Thị Tiếp', a)
    const first = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const { appointmentId: atC, ...there } = post(c, { from: merged })
    await must('hung', `/api/appointments/${appointmentId}/renew`, { nextId: atC, ...there })
    const { began } = await recorded({ kind: 'merge', areaIds: [c, d], into: unit() }, '2026-11-12')
    const { appointmentId: nextId, ...next } = post(began[0], { from: '2026-11-12' })
    await must('hung', `/api/appointments/${atC}/renew`, { nextId, ...next })
    const before = await course(officialId)
    await undone(first.eventId)
    expect((await course(officialId)).map((one: { until: string | null }) => one.until)).toEqual(
      before.map((one: { until: string | null }) => one.until),
    )
  })

  it('also where the post there has ended by now: its end is that of the post before', async () => {
    const one = await placed('Hờ Thị Hết')
    await must('hung', `/api/appointments/${one.nextId}/end`, { last: '2026-11-15', reason: 'retired' })
    await undone(one.eventId)
    const posts = await course(one.officialId)
    expect(posts.find((of: { areaId: string }) => of.areaId === one.a)).toMatchObject({
      until: '2026-11-16',
      because: 'retired',
    })
    // On no day is anybody at a unit that never stood.
    expect((await list('day=2026-11-12&post=unplaced&q=het')).total).toBe(0)
    expect((await list('day=2026-11-12&post=enumerator&q=het')).total).toBe(1)
  })

  it('and where the rotation is over, which stays as it was', async () => {
    const one = await placed('Hờ Thị Về')
    await must('hung', `/api/moves/${one.moveId}/end`, { last: '2026-11-18', outcome: 'Xong' })
    await undone(one.eventId)
    expect(await moved(one.officialId)).toMatchObject({
      outcome: 'Xong',
      last: '2026-11-18',
      to: { areaId: one.a },
      firstTo: null,
    })
  })

  it('a move from the post there was one from the post before', async () => {
    const one = await placed('Hờ Thị Đi')
    await must('hung', `/api/moves/${one.moveId}/end`, { last: '2026-11-18', outcome: 'Ở lại', stays: true })
    const { appointmentId, ...there } = post(await village(), { post: 'enumerator', from: '2026-11-19' })
    const moveId = newId()
    const why = { kind: 'secondment', why: 'Khác', plannedLast: '2027-10-31' }
    await must('hung', `/api/officials/${one.officialId}/moves`, {
      moveId,
      leftId: one.nextId,
      appointmentId,
      ...there,
      ...why,
    })
    await undone(one.eventId)
    const { moves } = (await world.as('hung').get(`/api/officials/${one.officialId}/moves`)).json()
    expect(moves.find((move: { moveId: string }) => move.moveId === moveId)).toMatchObject({ from: { areaId: one.a } })
    const [, , at] = await course(one.officialId)
    expect(at).toBeDefined()
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
  /** As a build of before let it be. */
  const keptBy = (areaId: string | undefined, official: string) =>
    world.owner.query('update official set unit_id = $2 where id = $1', [official, areaId])
  const joined = (kept: string, former: string) =>
    must('hung', `/api/officials/${kept}/join`, { formerId: former, because: 'Cùng một người' })

  it('have the post of before, and that of the new village as far as somebody gave it; undoing asks for the latter first', async () => {
    const [a, b] = [await village(), await village()]
    const kept = await head('Ma Thị Gộp', a)
    const { began, eventId } = await recorded({ kind: 'merge', areaIds: [a, b], into: unit() }, merged)
    const former = await again('Ma Thị Gộp', began[0], { from: '2026-11-12' })
    await keptBy(began[0], former.officialId)
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
    await keptBy(began[0], officialId)
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
    // Undone: the post at the new village never was; that at the old one goes on as before the placing.
    const reply = await world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect(reply.statusCode, reply.body).toBe(200)
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

  it('a post is named by what its village is called now, with the commune, and by what it was when it was given', async () => {
    const there = await village()
    const { officialId } = await head('Hà Thị Đổi Tên', there)
    const [before] = await course(officialId)
    expect(before).toMatchObject({ place: expect.stringMatching(/^Thôn Bố Trí \d+, Xã Tam Hồng$/), began: null })
    await recorded({ kind: 'rename', areaId: there, name: 'Thôn Tên Mới' }, merged)
    expect(await course(officialId)).toMatchObject([
      { areaName: 'Thôn Tên Mới', place: 'Thôn Tên Mới, Xã Tam Hồng', began: before.place },
    ])
    const file = await world.as('hung').get(`/api/officials/${officialId}/appointments/file?as=csv`)
    expect(file.body).toContain(`Thôn Tên Mới, Xã Tam Hồng (khi giao: ${before.place})`)
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
