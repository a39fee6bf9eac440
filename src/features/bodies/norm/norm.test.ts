/** Which communes of Phú Thọ have a steering committee and which lack one, by the nation's norm and by the province's own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { bodyActs, steering, supervision } from '#test/bodies.ts'
import { meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
})
afterAll(() => world.close())

const { tamHongToday: tamHong, phuTho, kyThuongToday: kyThuong, quangNinh, tamHong2021, vinhPhuc } = demoAreas

type Line = { kind: string; level: string; units: number; required: number; held: number; missing: number }
type Unit = { areaId: AreaId; areaName: string; within: string; required: number; bodies: { bodyId: string }[] }
type Norm = {
  areaName: string
  lines: (Line & { bases: { legalBasis: string; mark: string }[] })[]
  units: Unit[]
  sums: { units: number; required: number; missing: number }
}
const norm = async (query = '', area: string = phuTho, person: PersonName = 'lan'): Promise<Norm> =>
  (await world.as(person).get(`/api/areas/${area}/body-norm?${query}`)).json()
const communes = 'kind=steering&level=commune'
const line = async (query: string, area?: string, person?: PersonName) => {
  const { lines } = await norm(query, area, person)
  return lines.find(({ kind, level }) => kind === 'steering' && level === 'commune')
}

const said = {
  ...{ areaId: phuTho, kind: 'steering', level: 'commune', required: 2, from: '2026-03-01' },
  ...{ legalBasis: '7/2026/NQ-HĐND', mark: 'text' },
}
const enter = (part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post('/api/body-norms', { bodyNormId: newId(), ...said, ...part })
async function entered(part: object = {}): Promise<string> {
  const reply = await enter(part)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().bodyNormId
}
const next = { required: 3, from: '2026-09-01', legalBasis: '21/2026/NQ-HĐND', mark: 'text' }
const follow = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/body-norms/${id}/next`, { nextId: newId(), ...next, ...part })
const end = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/body-norms/${id}/end`, { last: '2026-10-31', because: 'Bãi bỏ', ...part })
const rules = async (query = '', person: PersonName = 'lan') =>
  (await world.as(person).get(`/api/body-norms?${query}`)).json()

const recorded = async (change: object, day: string) =>
  acts.must('quantri', '/api/area-events', { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' })
let made = 0
const commune = async (): Promise<AreaId> => {
  const unit = { name: `Xã Có Ban ${++made}`, kind: 'xa', code: null, parentId: phuTho }
  return (await recorded({ kind: 'create', unit }, '2025-09-01')).began[0]
}

describe('the bodies that units should have', () => {
  it('are one steering committee a province and a commune, and what is only expected says so', async () => {
    const { lines, sums } = await norm()
    expect(lines.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'steering province',
      'steering commune',
      'supervision commune',
    ])
    expect(lines[0]).toMatchObject({ units: 1, required: 1, held: 0, missing: 1 })
    expect(lines.map(({ bases }) => bases.map(({ mark }) => mark))).toEqual([
      ['secondary'],
      ['secondary'],
      ['illustrative'],
    ])
    expect(sums.missing).toBe(lines.reduce((sum, { missing }) => sum + missing, 0))
    // Districts had theirs until they were abolished.
    expect((await norm('day=2021-12-31', vinhPhuc)).lines.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'steering province',
      'steering district',
      'steering commune',
    ])
  })

  it('are there, or are missing by name; each number is that of the list it opens', async () => {
    const before = await line('day=2026-01-05')
    const bodyId = await acts.founded({ ...steering(), name: 'Ban Chỉ đạo giảm nghèo xã Tam Hồng' })
    expect(await line('day=2026-01-04')).toMatchObject({ held: 0, units: before?.units })
    const now = await line('day=2026-01-05')
    expect(now).toMatchObject({ held: 1, missing: (before?.missing ?? 0) - 1 })
    const held = await norm(`day=2026-01-05&${communes}&show=held`)
    expect(held.sums).toMatchObject({ units: 1, missing: 0 })
    const name = 'Ban Chỉ đạo giảm nghèo xã Tam Hồng'
    expect(held.units).toMatchObject([{ areaId: tamHong, within: 'Tỉnh Phú Thọ', bodies: [{ bodyId, name }] }])
    const lacking = await norm(`day=2026-01-05&${communes}&page=2`)
    expect(lacking.sums).toMatchObject({ units: now?.missing, missing: now?.missing })
    expect(lacking.units).toHaveLength(50)
    expect(lacking.units.every(({ bodies }) => bodies.length === 0)).toBe(true)
    expect((await norm(`day=2026-01-05&${communes}&show=every`)).sums.units).toBe(now?.units)
    const file = async (of: string, as: string) =>
      world.as('kiem').get(`/api/areas/${tamHong}/body-norm/${of}?as=${as}&day=2026-01-05&show=held`)
    expect((await file('file', 'csv')).body).toContain(name)
    expect((await file('lines/file', 'csv')).body).toContain('mẫu minh hoạ')
    for (const as of ['xlsx', 'pdf'] as const) {
      expect((await file('file', as)).statusCode).toBe(200)
      expect((await file('lines/file', as)).statusCode).toBe(200)
    }
    // All that lack one leave in one file, beyond the page.
    const all = await world.as('lan').get(`/api/areas/${phuTho}/body-norm/file?as=csv&day=2026-01-05&${communes}`)
    expect(all.body.trim().split('\n').length).toBeGreaterThan(now?.missing as number)
  })

  it('a committee that was dissolved is there until its last day', async () => {
    const unitId = await commune()
    const bodyId = await acts.founded({ ...steering(), unitId }, 'lan')
    const dissolve = { last: '2026-10-31', because: 'Chương trình kết thúc' }
    await acts.must('lan', `/api/bodies/${bodyId}/dissolve`, dissolve)
    expect(await line('day=2026-10-31', unitId)).toMatchObject({ held: 1, missing: 0 })
    expect(await line('day=2026-11-01', unitId)).toMatchObject({ held: 0, missing: 1 })
  })

  it('that of a commune merged away is its successor’s no more: it is founded anew or lacking', async () => {
    const [a, b] = [await commune(), await commune()]
    await acts.founded({ ...steering(), unitId: a }, 'lan')
    const into = { name: `Xã Hợp Nhất ${++made}`, kind: 'xa', code: null, parentId: phuTho }
    const { began } = await recorded({ kind: 'merge', areaIds: [a, b], into }, '2026-11-10')
    const [whole] = began as [AreaId]
    expect(await line('day=2026-11-09', a)).toMatchObject({ units: 1, held: 1 })
    const units = async (day: string) => (await norm(`day=${day}&${communes}&show=every`)).units
    const found = async (day: string, id: AreaId) => {
      const { sums } = await norm(`day=${day}&${communes}&show=every`)
      for (let page = 1; page <= Math.ceil(sums.units / 50); page++) {
        const { units: shown } = await norm(`day=${day}&${communes}&show=every&page=${page}`)
        const one = shown.find(({ areaId }) => areaId === id)
        if (one) return one
      }
      return null
    }
    expect((await units('2026-11-10')).length).toBe(50)
    expect((await found('2026-11-09', a))?.bodies).toHaveLength(1)
    expect(await found('2026-11-10', a)).toBeNull()
    expect((await found('2026-11-10', whole))?.bodies).toEqual([])
    await acts.founded({ ...steering(), unitId: whole, decidedOn: '2026-11-11', from: '2026-11-12' }, 'lan')
    expect(await line('day=2026-11-11', whole)).toMatchObject({ held: 0 })
    expect(await line('day=2026-11-12', whole)).toMatchObject({ held: 1 })
  })

  it('of a day before the communes were joined are those of the communes of then', async () => {
    const was = { decidedOn: '2021-02-01', from: '2021-02-01', until: '2025-07-01' }
    await acts.founded({ ...steering(), unitId: tamHong2021, ...was }, 'lan')
    const then = await norm('day=2021-12-31&kind=steering&show=every', tamHong)
    expect(then.sums).toMatchObject({ units: 3, required: 3, missing: 2 })
    expect(then.units.find(({ areaId }) => areaId === tamHong2021)).toMatchObject({ bodies: [{}], required: 1 })
    expect((await norm('day=2021-12-31&kind=steering&show=held', vinhPhuc)).units).toMatchObject([
      { areaId: tamHong2021, within: 'Huyện Yên Lạc, Tỉnh Vĩnh Phúc' },
    ])
  })

  it('are seen of one’s own units: the next province’s stay unseen, and who reads no body reads no gap', async () => {
    await acts.founded({ ...steering(), unitId: kyThuong, name: 'Ban Chỉ đạo Kỳ Thượng' }, 'son')
    expect((await norm('kind=steering&show=held', kyThuong, 'son')).units).toMatchObject([{ areaId: kyThuong }])
    expect(JSON.stringify(await norm('show=held&kind=steering'))).not.toContain('Kỳ Thượng')
    const asked = (area: string, person: PersonName) => () => world.as(person).get(`/api/areas/${area}/body-norm`)
    for (const [area, person] of [
      [kyThuong, 'hung'],
      [kyThuong, 'lan'],
      [quangNinh, 'lan'],
      [phuTho, 'hung'],
      [tamHong, 'son'],
      [tamHong, 'mai'],
    ] as const)
      expect(await refusal(world, asked(area, person)), person).toBe('access.denied')
    const file = () => world.as('lan').get(`/api/areas/${quangNinh}/body-norm/file?as=csv`)
    expect(await refusal(world, file)).toBe('access.denied')
    expect(await line('', tamHong, 'kiem')).toMatchObject({ units: 1 })
  })
})

describe('the norms of bodies', () => {
  it('come with the nation’s, and are everybody’s to read and to take away', async () => {
    const { rows, total } = await rules('state=in_force')
    expect(rows).toMatchObject([
      { kind: 'steering', level: 'province', required: 1, areaName: null, mark: 'secondary', can: [] },
      { kind: 'steering', level: 'commune', required: 1, from: '2016-01-01' },
      { kind: 'supervision', level: 'commune', required: 1, mark: 'illustrative' },
    ])
    expect(total).toBe(3)
    expect((await rules('state=ended', 'mai')).rows).toMatchObject([{ level: 'district', until: '2025-07-01' }])
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('xem').get(`/api/body-norms/file?as=${as}`)).statusCode).toBe(200)
  })

  it('of a province stand before the nation’s there, from their day on; the nation’s stay elsewhere', async () => {
    const id = await entered()
    expect(await line('day=2026-02-28', tamHong)).toMatchObject({ required: 1, missing: 0 })
    expect(await line('day=2026-03-01', tamHong)).toMatchObject({
      ...{ required: 2, missing: 1, held: 0 },
      bases: [{ legalBasis: '7/2026/NQ-HĐND', mark: 'text' }],
    })
    // One of two is there: the unit still lacks one, and says which it has.
    expect((await norm(`day=2026-03-01&${communes}`, tamHong)).units).toMatchObject([{ required: 2, bodies: [{}] }])
    expect(await line('day=2026-03-01', kyThuong, 'son')).toMatchObject({ required: 1 })
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'auditor', $3, '2026-01-01')`,
      [newId(), world.idOf('thang'), nationId],
    )
    const all = await line('day=2026-03-01', nationId, 'thang')
    expect(all?.bases).toHaveLength(2)
    expect((await follow(id)).statusCode).toBe(200)
    expect(await line('day=2026-08-31', tamHong)).toMatchObject({ required: 2 })
    expect(await line('day=2026-09-01', tamHong)).toMatchObject({ required: 3 })
    const [last, before] = (await rules(communes)).rows.slice(1)
    expect(last).toMatchObject({ required: 3, areaName: 'Tỉnh Phú Thọ', until: null, can: ['follow', 'end'] })
    expect(before).toMatchObject({ required: 2, until: '2026-09-01', state: 'ended', can: [] })
    expect(await refusal(world, () => follow(id))).toBe('body_norm.overlaps')
    expect(await refusal(world, () => follow(last.bodyNormId, { from: '2026-09-01' }))).toBe('rule.not_later')
    expect((await end(last.bodyNormId)).statusCode).toBe(200)
    // What the province says no more the nation says again.
    expect(await line('day=2026-11-01', tamHong)).toMatchObject({ required: 1 })
  })

  it('may say that none is needed: nobody lacks it then, and nobody has it', async () => {
    const id = await entered({ kind: 'supervision', required: 0, from: '2026-01-01' })
    const { lines } = await norm('', tamHong)
    expect(lines.find(({ kind }) => kind === 'supervision')).toMatchObject({
      units: 1,
      required: 0,
      held: 0,
      missing: 0,
    })
    await acts.founded(supervision())
    expect((await norm('kind=supervision&show=held', tamHong)).sums.units).toBe(0)
    expect((await norm('kind=supervision&show=every', tamHong)).units).toMatchObject([{ bodies: [{}], required: 0 }])
    expect((await end(id, { last: null, because: 'Nhầm loại Ban' })).statusCode).toBe(200)
    expect((await norm('kind=supervision&show=held', tamHong)).sums.units).toBe(1)
  })

  it('that was entered by mistake never held, and ends no second time', async () => {
    const id = await entered({ level: 'province', from: '2026-05-01' })
    expect(await refusal(world, () => end(id, { last: '2026-04-30' }))).toBe('rule.ends_before')
    expect((await end(id, { last: null, because: 'Nhầm cấp' })).statusCode).toBe(200)
    expect((await norm('day=2026-05-01')).lines[0]).toMatchObject({ level: 'province', required: 1 })
    expect(await refusal(world, () => end(id))).toBe('rule.ended')
  })

  it('whose end was written wrongly end on another day', async () => {
    const id = await entered({ level: 'province', from: '2026-05-01' })
    expect((await end(id, { last: '2031-12-31' })).statusCode).toBe(200)
    expect((await end(id, { last: '2026-06-30', seen: '2032-01-01' })).statusCode).toBe(200)
    expect((await norm('day=2026-07-01')).lines[0]).toMatchObject({ level: 'province', required: 1 })
    expect(await refusal(world, () => end(id, { seen: '2032-01-01' }))).toBe('rule.ended')
    expect((await end(id, { last: null, seen: '2026-07-01' })).statusCode).toBe(200)
  })

  it('are written by who holds the right there, and are followed once where two follow in the same second', async () => {
    const [first] = (await rules(communes)).rows
    expect(await refusal(world, () => follow(first.bodyNormId))).toBe('access.denied')
    const own = (await rules(communes, 'quantri')).rows[0]
    expect(own.can).toEqual(['follow', 'end'])
    expect((await follow(own.bodyNormId, { required: 1 }, 'quantri')).statusCode).toBe(200)
    expect((await rules('', 'quantri')).mayEnterAt[0]).toMatchObject({ areaId: nationId })
    for (const person of ['dao', 'hung', 'bich', 'kiem', 'xem', 'mai'] as const)
      expect(await refusal(world, () => enter({}, person)), person).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: nationId }))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: quangNinh }))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: tamHong }))).toBe('rule.misplaced')
    expect(await refusal(world, () => enter({ kind: 'supervision', level: 'province' }))).toBe('body_norm.level_unfit')
    expect(await refusal(world, () => enter({ required: 51 }))).toBe('input.invalid')
    expect(await refusal(world, () => enter({ legalBasis: '' }))).toBe('input.invalid')
    expect(await refusal(world, () => enter({ from: '2090-01-01' }))).toBe('rule.day_far')
    expect(await refusal(world, () => end(newId()))).toBe('rule.not_found')
    const id = await entered({ level: 'district', from: '2026-02-01' })
    expect(await refusal(world, () => enter({ level: 'district', from: '2026-06-01' }))).toBe('body_norm.overlaps')
    const replies = await meetingAt(world, 'body_norm', [() => follow(id), () => follow(id)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('are told to the audit by what they say', async () => {
    const id = await entered({ level: 'province', from: '2026-06-01' })
    const { lines } = (await world.as('kiem').get(`/api/areas/${phuTho}/audit`)).json()
    const about = lines.find(({ what }: { what: string }) => what === 'body_norm.entered')
    expect(about.subject).toMatchObject({
      name: { vi: 'Ban Chỉ đạo – Cấp tỉnh: 2' },
      opens: '/ban/dinh-muc/cac-muc?loai=steering',
    })
    expect(about.subjectId ?? id).toBe(id)
  })
})
