/** The province moves an official for a time: from where, to where, until when, what came of it; wrong ones fall. */
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

const { tamHongToday: tamHong, phuTho, kyThuongToday: kyThuong } = demoAreas
const [thon1] = demoAreas.villages.tamHong

async function must(person: PersonName, url: string, body: object) {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
}
const held = (areaId: string, from = '2026-01-05') => ({
  ...{ appointmentId: newId(), post: 'specialist', areaId, standing: 'own', from },
  ...{ decisionNumber: '', decidedOn: null, also: true },
})
/** An official with a post at the commune. */
async function official(name: string) {
  const officialId = newId()
  const post = held(tamHong)
  const who = { sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
  await must('hung', '/api/officials', {
    ...{ officialId, unitId: tamHong, name, ...who, holds: { ...post, until: null } },
  })
  return { officialId, leftId: post.appointmentId }
}
type Moved = { officialId: string; leftId: string }
const plan = (of: Moved, part: object = {}) => ({
  ...{ moveId: newId(), leftId: of.leftId, kind: 'rotation', why: 'Tăng cường cho tỉnh', plannedLast: '2026-10-31' },
  ...held(phuTho, '2026-03-01'),
  ...part,
})
const move = (person: PersonName, of: Moved, part: object = {}) =>
  world.as(person).post(`/api/officials/${of.officialId}/moves`, plan(of, part))
async function moved(name: string, part: object = {}) {
  const of = await official(name)
  const said = plan(of, part)
  await must('lan', `/api/officials/${of.officialId}/moves`, said)
  return { ...of, moveId: said.moveId, toId: said.appointmentId }
}
const ofOne = async (id: string, person: PersonName = 'lan') =>
  (await world.as(person).get(`/api/officials/${id}/moves`)).json()
const list = async (query = '', person: PersonName = 'lan', area: string = phuTho) =>
  (await world.as(person).get(`/api/areas/${area}/moves?${query}`)).json()
const posts = async (id: string) => (await world.as('lan').get(`/api/officials/${id}`)).json().appointments

describe('a move to a unit whose posts the one who left behind does not see', () => {
  const who = {
    ...{ sex: 'male', birth: { year: 1984 }, ethnicity: '08', languages: [], phone: '' },
    personalNumber: '',
  }
  /** Kept by the province, with a post at the commune. */
  async function ofProvince(name: string) {
    const [officialId, post] = [newId(), held(tamHong)]
    await must('lan', '/api/officials', {
      ...{ officialId, unitId: phuTho, name, ...who, holds: { ...post, until: null } },
    })
    return { officialId, leftId: post.appointmentId }
  }

  it('lets nobody there have left before it', async () => {
    const of = await ofProvince('Giàng A Tỉnh')
    await must('lan', `/api/officials/${of.officialId}/moves`, plan(of))
    const end = { last: '2026-02-01', reason: 'left' }
    const leave = () => world.as('hung').post(`/api/appointments/${of.leftId}/end`, end)
    expect(await refusal(world, leave)).toBe('official.moved_later')
  })

  it('lets nobody there move them again in its days', async () => {
    const of = await ofProvince('Giàng A Nơi Khác')
    const over = { over: { last: '2026-08-31', outcome: 'Hoàn thành' } }
    await must('lan', `/api/officials/${of.officialId}/moves`, plan(of, over))
    const there = { ...held(thon1 as string, '2026-05-01'), post: 'village_head', ...over, plannedLast: null }
    expect(await refusal(world, () => move('hung', of, there))).toBe('move.overlaps')
  })
})

describe('a rotation', () => {
  it('gives the post there, keeps the one that is left, and is due when its planned day has come', async () => {
    const { officialId, moveId } = await moved('Giàng A Lử')
    expect((await ofOne(officialId)).moves).toMatchObject([
      {
        moveId,
        kind: 'rotation',
        since: '2026-03-01',
        plannedLast: '2026-10-31',
        last: null,
        state: 'due',
        outcome: null,
      },
    ])
    expect((await posts(officialId)).map((one: { areaId: string }) => one.areaId)).toEqual([phuTho, tamHong])
    expect((await list('q=lử&state=due')).rows).toMatchObject([
      { moveId, name: 'Giàng A Lử', from: { areaId: tamHong } },
    ])
    expect((await list('q=lử&state=away&day=2026-06-01')).rows).toMatchObject([{ moveId, state: 'away' }])
    expect((await list('q=lử&day=2026-02-28')).total).toBe(0)
    expect((await list('q=lử&kind=secondment')).total).toBe(0)
    expect((await list('q=lử', 'hung', tamHong)).rows).toMatchObject([{ moveId }])
  })

  it('ends with the post there and what came of it, once', async () => {
    const { officialId, moveId } = await moved('Vàng A Dế')
    await must('lan', `/api/moves/${moveId}/end`, { last: '2026-10-15', outcome: 'Về xã cũ' })
    expect((await ofOne(officialId)).moves).toMatchObject([{ state: 'back', last: '2026-10-15', outcome: 'Về xã cũ' }])
    expect((await posts(officialId))[0]).toMatchObject({ areaId: phuTho, until: '2026-10-16', because: 'moved' })
    const again = () => world.as('lan').post(`/api/moves/${moveId}/end`, { last: '2026-10-15', outcome: 'Lần nữa' })
    expect(await refusal(world, again)).toBe('move.over')
    expect((await list('q=dế&state=back')).total).toBe(1)
    expect((await list('q=dế&state=due')).total).toBe(0)
  })

  it('is one at a time: of two recorded at once one stands, and the next waits for what came of it', async () => {
    const of = await official('Giàng A Páo')
    const both = await Promise.all([
      move('lan', of),
      move('lan', of, { areaId: thon1, post: 'village_head', from: '2026-04-01' }),
    ])
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 409])
    expect(both.find((one) => one.statusCode === 409)?.json().code).toBe('move.open')
    const [{ moveId, since }] = (await ofOne(of.officialId)).moves
    expect((await posts(of.officialId)).length).toBe(2)
    const next = () => move('lan', of, { areaId: thon1, post: 'front_head', from: '2026-11-02', plannedLast: null })
    expect(await refusal(world, next)).toBe('move.open')
    await must('lan', `/api/moves/${moveId}/end`, { last: since, outcome: 'Về xã cũ' })
    expect((await next()).statusCode).toBe(200)
  })

  it('of whom stays is over, and the post there goes on', async () => {
    const { officialId, moveId, toId } = await moved('Sùng A Lềnh')
    const stay = () =>
      world.as('lan').post(`/api/moves/${moveId}/end`, { last: '2026-10-15', outcome: 'Ở lại', stays: true })
    expect((await stay()).statusCode).toBe(200)
    expect((await ofOne(officialId)).moves).toMatchObject([{ state: 'back', last: '2026-10-15', outcome: 'Ở lại' }])
    expect((await list('q=lềnh&state=back')).rows).toMatchObject([{ moveId, last: '2026-10-15' }])
    expect((await list('q=lềnh&state=due')).total).toBe(0)
    expect((await posts(officialId))[0]).toMatchObject({ appointmentId: toId, until: null, because: null })
    // The post is its own now.
    await must('lan', `/api/appointments/${toId}/end`, { last: '2026-11-01', reason: 'left' })
    expect((await ofOne(officialId)).moves).toMatchObject([{ last: '2026-10-15' }])
    const gone = await moved('Sùng A Lình')
    await must('lan', `/api/appointments/${gone.toId}/end`, { last: '2026-09-30', reason: 'moved' })
    const late = { last: '2026-09-30', outcome: 'Ở lại', stays: true }
    expect(await refusal(world, () => world.as('lan').post(`/api/moves/${gone.moveId}/end`, late))).toBe('move.gone')
  })

  it('whose post there was ended already takes that day and no other', async () => {
    const { moveId, toId } = await moved('Sùng A Chà')
    await must('lan', `/api/appointments/${toId}/end`, { last: '2026-09-30', reason: 'moved' })
    const end = (last: string) => world.as('lan').post(`/api/moves/${moveId}/end`, { last, outcome: 'Về sớm' })
    expect(await refusal(world, () => end('2026-10-15'))).toBe('move.ended_otherwise')
    expect((await end('2026-09-30')).statusCode).toBe(200)
  })

  it('is changed by who saw what stands', async () => {
    const { officialId, moveId } = await moved('Lò Văn Ún')
    const change = (body: object) => world.as('lan').post(`/api/moves/${moveId}/change`, body)
    const was = { kind: 'rotation', why: 'Tăng cường cho tỉnh', plannedLast: '2026-10-31' }
    expect((await change({ plannedLast: '2027-02-28', was })).statusCode).toBe(200)
    expect((await ofOne(officialId)).moves).toMatchObject([{ plannedLast: '2027-02-28', state: 'away' }])
    expect(await refusal(world, () => change({ plannedLast: '2026-12-31', was }))).toBe('record.changed_since')
    const early = { plannedLast: '2026-02-01', was: { ...was, plannedLast: '2027-02-28' } }
    expect(await refusal(world, () => change(early))).toBe('move.planned_early')
  })

  it('that was a mistake never was, nor the post there', async () => {
    const { officialId, moveId } = await moved('Hà Văn Tỏ')
    await must('lan', `/api/moves/${moveId}/take-away`, { because: 'Ghi nhầm người' })
    expect((await ofOne(officialId)).moves).toEqual([])
    expect((await posts(officialId)).find((one: { areaId: string }) => one.areaId === phuTho)).toMatchObject({
      because: 'entered_by_mistake',
    })
    const again = () => world.as('lan').post(`/api/moves/${moveId}/take-away`, { because: 'Lần nữa' })
    expect(await refusal(world, again)).toBe('move.taken')
  })

  it('ends when it is over, is planned for years that come, and takes its post along wherever it is wrong', async () => {
    const { officialId, moveId, toId, leftId } = await moved('Giàng A Sình')
    const over = (last: string) => world.as('lan').post(`/api/moves/${moveId}/end`, { last, outcome: 'Đã xong' })
    expect(await refusal(world, () => over('2026-12-31'))).toBe('move.not_over')
    const far = { was: { plannedLast: '2026-10-31' }, plannedLast: '2999-12-31' }
    expect(await refusal(world, () => world.as('lan').post(`/api/moves/${moveId}/change`, far))).toBe(
      'move.planned_far',
    )
    const mistaken = { last: '2026-05-01', reason: 'entered_by_mistake' }
    for (const [person, post] of [
      ['lan', toId],
      ['hung', leftId],
    ] as const)
      expect(await refusal(world, () => world.as(person).post(`/api/appointments/${post}/end`, mistaken))).toBe(
        'official.move_rests',
      )
    expect((await over('2026-11-01')).statusCode).toBe(200)
    await must('lan', `/api/moves/${moveId}/take-away`, { because: 'Ghi nhầm người' })
    expect((await ofOne(officialId)).moves).toEqual([])
    expect((await posts(officialId)).find((one: { areaId: string }) => one.areaId === phuTho)).toMatchObject({
      because: 'entered_by_mistake',
      from: '2026-03-01',
      until: '2026-03-01',
    })
  })

  it('says whether the unit was especially difficult on its first day, as far as that is recorded', async () => {
    const at = (areaId: string, from: string) => ({ ...held(areaId, from), post: 'village_head' })
    const before = await moved('Lường Văn Pó', at(thon1 as string, '2026-03-01'))
    expect((await ofOne(before.officialId)).moves[0].difficult).toBe(false)
    await world.owner.query(
      `insert into area_status (id, area_id, status, valid_from, decision, mark) values ($1, $2, 'dbkk', '2026-04-01', '60', 'invented')`,
      [newId(), thon1],
    )
    const after = await moved('Lường Văn Pi', at(thon1 as string, '2026-05-01'))
    expect((await ofOne(after.officialId)).moves[0].difficult).toBe(true)
    expect((await ofOne(before.officialId)).moves[0].difficult).toBe(false)
  })

  it('goes on where the person is placed again after a merge: still away since the first day, into a unit that was difficult then', async () => {
    const yenDong = demoAreas.yenDong2021 as string
    const { officialId, moveId, toId } = await moved('Hoàng Seo Phin', { plannedLast: null })
    // As if it had led to a commune that ended with the reform.
    await world.owner.query(`update appointment set area_id = $2, valid_from = '2025-01-06' where id = $1`, [
      toId,
      yenDong,
    ])
    await world.owner.query(
      `insert into area_status (id, area_id, status, valid_from, valid_until, decision, mark) values ($1, $2, 'kv3', '2024-01-01', '2025-06-01', '9', 'invented')`,
      [newId(), yenDong],
    )
    const { appointmentId: nextId, ...next } = held(tamHong, '2025-07-01')
    await must('hung', `/api/appointments/${toId}/renew`, { ...next, post: 'front_head', nextId, until: null })
    const [after] = (await ofOne(officialId)).moves
    expect(after).toMatchObject({ moveId, since: '2025-01-06', last: null, state: 'away', difficult: true })
    expect(after).toMatchObject({ to: { areaId: tamHong }, firstTo: 'Xã Yên Đồng' })
    expect((await list('q=phin&difficult=true&year=2025')).rows).toMatchObject([{ moveId, since: '2025-01-06' }])
    expect((await list('q=phin&difficult=true&year=2026')).total).toBe(0)
    expect((await list('q=phin', 'hung', tamHong)).total).toBe(1)
    const early = { plannedLast: '2025-02-01', was: { plannedLast: null } }
    expect((await world.as('hung').post(`/api/moves/${moveId}/change`, early)).statusCode).toBe(200)
    await must('hung', `/api/moves/${moveId}/take-away`, { because: 'Ghi nhầm người' })
    expect(await posts(officialId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ areaId: yenDong, because: 'entered_by_mistake' }),
        expect.objectContaining({ post: 'front_head', because: 'entered_by_mistake' }),
      ]),
    )
  })

  it('that begins later is coming, on the list once it was decided', async () => {
    const later = {
      ...held(phuTho, '2026-12-15'),
      decidedOn: '2026-11-02',
      decisionNumber: '7/QĐ-SNV',
      plannedLast: null,
    }
    const { officialId } = await moved('Thào A Vừ', later)
    expect((await ofOne(officialId)).moves).toMatchObject([{ state: 'coming', since: '2026-12-15' }])
    expect((await list('q=vừ&state=coming')).rows).toMatchObject([{ name: 'Thào A Vừ' }])
    expect((await list('q=vừ&state=away')).total).toBe(0)
    expect((await list('q=vừ&day=2026-11-01')).total).toBe(0)
    expect((await list('q=vừ&day=2026-12-20')).rows).toMatchObject([{ state: 'away' }])
  })

  it('is refused from a post that is not held, to the same post, and to who may not give either', async () => {
    const of = await official('Quàng Văn Nọi')
    const other = await official('Quàng Văn Hai')
    expect(await refusal(world, () => move('lan', of, { from: '2026-01-01' }))).toBe('move.not_held')
    expect(await refusal(world, () => move('lan', of, { areaId: tamHong }))).toBe('move.nowhere')
    expect(await refusal(world, () => move('lan', of, { plannedLast: '2026-02-01' }))).toBe('move.planned_early')
    expect(await refusal(world, () => move('lan', of, { leftId: other.leftId }))).toBe('official.appointment_not_found')
    for (const person of ['hung', 'kiem', 'son'] as const)
      expect((await move(person, of)).statusCode, person).not.toBe(200)
    expect(await refusal(world, () => move('lan', of, { areaId: kyThuong }))).toBe('access.denied')
  })

  it('is seen by neither neighbour nor changed by them', async () => {
    const { officialId, moveId } = await moved('Bàn Văn Cả')
    expect((await world.as('son').get(`/api/officials/${officialId}/moves`)).statusCode).toBe(404)
    expect((await world.as('son').get(`/api/areas/${phuTho}/moves`)).statusCode).toBe(403)
    const end = () => world.as('son').post(`/api/moves/${moveId}/end`, { last: '2026-10-15', outcome: 'x' })
    expect(await refusal(world, end)).toBe('move.not_found')
    const mine = () => world.as('hung').post(`/api/moves/${moveId}/end`, { last: '2026-10-15', outcome: 'x' })
    expect(await refusal(world, mine)).toBe('access.denied')
  })
})

describe('a rotation that is over', () => {
  const over = { last: '2026-09-30', outcome: 'Về xã cũ' }
  it('is entered into a unit that has ended since, with its last day and what came of it', async () => {
    const sent = { legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
    const event = async (change: object, day: string) => {
      const reply = await world.as('quantri').post('/api/area-events', { change, day, ...sent })
      expect(reply.statusCode, reply.body).toBe(200)
      return reply.json().began[0] as string
    }
    const unit = (name: string, code: string) => ({ name, kind: 'xa', code, parentId: phuTho })
    const [ended, other] = [
      await event({ kind: 'create', unit: unit('Xã Đã Hết', '99811') }, '2025-10-01'),
      await event({ kind: 'create', unit: unit('Xã Bên', '99812') }, '2025-10-01'),
    ]
    await event({ kind: 'merge', areaIds: [ended, other], into: unit('Xã Mới Nhập', '99813') }, '2026-10-10')
    const of = await official('Luân Văn Thử')
    const there = held(ended, '2026-03-01')
    expect(await refusal(world, () => move('lan', of, there))).toBe('official.unit_ended')
    const late = { ...there, over: { ...over, last: '2026-10-10' } }
    expect(await refusal(world, () => move('lan', of, late))).toBe('official.unit_ended')
    const done = await move('lan', of, { ...there, over })
    expect(done.statusCode, done.body).toBe(200)
    expect((await ofOne(of.officialId)).moves).toMatchObject([
      { state: 'back', last: '2026-09-30', outcome: 'Về xã cũ', to: { areaName: 'Xã Đã Hết' } },
    ])
    expect((await posts(of.officialId)).find((one: { areaId: string }) => one.areaId === ended)).toMatchObject({
      ...{ until: '2026-10-01', because: 'moved' },
    })
  })

  it('stands beside one that goes on; its last day has come and is not before the first', async () => {
    const of = await moved('Mùa A Chống')
    const past = { ...held(phuTho, '2026-01-10'), over: { last: '2026-02-20', outcome: 'Về' } }
    expect((await move('lan', of, past)).statusCode).toBe(200)
    expect((await ofOne(of.officialId)).moves.map((one: { state: string }) => one.state)).toEqual(['due', 'back'])
    const said = (last: string) => ({ ...held(phuTho, '2026-01-10'), over: { ...over, last } })
    expect(await refusal(world, () => move('lan', of, said('2026-11-21')))).toBe('move.not_over')
    expect(await refusal(world, () => move('lan', of, said('2026-01-09')))).toBe('official.end_early')
  })
})

describe('a move on the page of whoever it led to', () => {
  it('is seen where they came to, and where they came from, by who keeps the roster there', async () => {
    const [officialId, post] = [newId(), held(phuTho)]
    const who = { sex: 'male', birth: { year: 1981 }, ethnicity: '08', languages: [], phone: '', personalNumber: '' }
    await must('lan', '/api/officials', {
      ...{ officialId, unitId: phuTho, name: 'Giàng A Đến', ...who, holds: { ...post, until: null } },
    })
    expect((await world.as('hung').get(`/api/officials/${officialId}/moves`)).statusCode).toBe(404)
    const of = { officialId, leftId: post.appointmentId }
    expect((await move('lan', of, held(tamHong, '2026-03-01'))).statusCode).toBe(200)
    for (const person of ['lan', 'hung'] as const) {
      const [one] = (await ofOne(officialId, person)).moves
      expect(one, person).toMatchObject({ since: '2026-03-01', to: { areaId: tamHong }, from: { areaId: phuTho } })
    }
    expect((await list('q=đến', 'hung', tamHong)).rows).toMatchObject([{ name: 'Giàng A Đến' }])
  })
})

describe('an end that was written wrongly', () => {
  type One = { last: string | null; outcome: string | null; stays?: boolean }
  const correct = async (moveId: string, of: One, part: object = {}, person: PersonName = 'lan') =>
    world.as(person).post(`/api/moves/${moveId}/correct-end`, {
      ...{ last: '2026-09-30', outcome: 'Về đơn vị cũ', stays: false, because: 'Ghi nhầm ngày' },
      ...{ was: { last: of.last, outcome: of.outcome, stays: of.stays ?? false }, ...part },
    })
  async function ended(name: string, stays = false) {
    const of = await moved(name)
    await must('lan', `/api/moves/${of.moveId}/end`, { last: '2026-10-15', outcome: 'Hoàn thành', stays })
    const [one] = (await ofOne(of.officialId)).moves
    return { ...of, one }
  }
  const there = async ({ officialId, toId }: { officialId: string; toId: string }) =>
    (await posts(officialId)).find((one: { appointmentId: string }) => one.appointmentId === toId)

  it('is put right with its day and what came of it, and the post there follows', async () => {
    const of = await ended('Sùng A Sửa')
    expect(await refusal(world, () => correct(of.moveId, of.one, { because: '' }))).toBe('input.invalid')
    expect((await correct(of.moveId, of.one)).statusCode).toBe(200)
    expect((await ofOne(of.officialId)).moves).toMatchObject([
      { last: '2026-09-30', outcome: 'Về đơn vị cũ', state: 'back', stays: false },
    ])
    expect(await there(of)).toMatchObject({ until: '2026-10-01', because: 'moved' })
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'official.move_end_corrected'`,
      [of.officialId],
    )
    expect(rows).toMatchObject([{ facts: { note: 'Ghi nhầm ngày' } }])
    // Who saw the end as it was before, and has another, is shown both.
    const late = () => correct(of.moveId, of.one, { last: '2026-09-29' })
    expect(await refusal(world, late)).toBe('record.changed_since')
    const [now] = (await ofOne(of.officialId)).moves
    expect(await refusal(world, () => correct(of.moveId, now))).toBe('move.end_same')
  })

  it('was seen with whether the person stays: another who changed that alone is not written over', async () => {
    const of = await ended('Sùng A Hai Người')
    const asWas = { last: of.one.last, outcome: of.one.outcome }
    expect((await correct(of.moveId, of.one, { ...asWas, stays: true })).statusCode).toBe(200)
    expect((await correct(of.moveId, of.one, { ...asWas, outcome: 'Khác' })).statusCode).toBe(200)
    expect((await ofOne(of.officialId)).moves).toMatchObject([{ last: '2026-10-15', outcome: 'Khác', stays: true }])
    expect(await there(of)).toMatchObject({ until: null, because: null })
  })

  it('is not before what rests on the post there: a further move from it', async () => {
    const of = await ended('Sùng A Đi Tiếp', true)
    const next = { ...held(tamHong, '2026-11-05'), post: 'trainer', leftId: of.toId, plannedLast: null }
    expect((await move('lan', of, next)).statusCode).toBe(200)
    const leaves = () => correct(of.moveId, of.one, { last: '2026-10-15' })
    expect(await refusal(world, leaves)).toBe('official.moved_later')
    expect(await there(of)).toMatchObject({ until: null, because: null })
  })

  it('stands while a further move leads from it: what never was cannot be left', async () => {
    const of = await ended('Sùng A Bỏ', true)
    const next = plan(
      { officialId: of.officialId, leftId: of.toId },
      { ...held(tamHong, '2026-11-05'), post: 'trainer' },
    )
    await must('lan', `/api/officials/${of.officialId}/moves`, { ...next, plannedLast: null })
    const take = (moveId: string) => world.as('lan').post(`/api/moves/${moveId}/take-away`, { because: 'Ghi nhầm' })
    expect(await refusal(world, () => take(of.moveId))).toBe('official.move_rests')
    for (const one of [next.moveId, of.moveId]) expect((await take(one)).statusCode).toBe(200)
  })

  it('reopens no post that the person has taken up again since', async () => {
    const of = await ended('Sùng A Về Lại')
    const again = held(phuTho, '2026-11-01')
    await must('lan', `/api/officials/${of.officialId}/appointments`, { ...again, until: null })
    const stays = () => correct(of.moveId, of.one, { stays: true, last: '2026-10-15' })
    expect(await refusal(world, stays)).toBe('official.post_held')
  })

  it('may say that the person stayed, and that they did not', async () => {
    const of = await ended('Sùng A Ở')
    expect((await correct(of.moveId, of.one, { last: '2026-10-15', stays: true })).statusCode).toBe(200)
    expect(await there(of)).toMatchObject({ until: null, because: null })
    const [one] = (await ofOne(of.officialId)).moves
    expect(one).toMatchObject({ last: '2026-10-15', stays: true })
    expect((await correct(of.moveId, one, { last: '2026-10-20' })).statusCode).toBe(200)
    expect(await there(of)).toMatchObject({ until: '2026-10-21', because: 'moved' })
  })

  it('is on no day to come, before it began, or within another move; nor one that is not over, or of others', async () => {
    const of = await ended('Sùng A Ngày')
    const at = (last: string) => () => correct(of.moveId, of.one, { last })
    expect(await refusal(world, at('2026-11-21'))).toBe('move.not_over')
    expect(await refusal(world, at('2026-02-01'))).toBe('official.end_early')
    const over = { over: { last: '2026-11-10', outcome: 'Về' }, plannedLast: null }
    const next = { ...held(tamHong, '2026-10-20'), post: 'trainer', leftId: of.leftId, ...over }
    expect((await move('lan', of, next)).statusCode).toBe(200)
    expect(await refusal(world, at('2026-10-25'))).toBe('move.overlaps')
    const open = await moved('Sùng A Chưa')
    const none = { last: null, outcome: null }
    expect(await refusal(world, () => correct(open.moveId, none))).toBe('move.not_ended')
    for (const person of ['hung', 'kiem', 'son'] as const)
      expect((await correct(of.moveId, of.one, {}, person)).statusCode, person).not.toBe(200)
  })

  it('goes by the post there where that ended by something else', async () => {
    const of = await ended('Sùng A Nghỉ', true)
    await must('lan', `/api/appointments/${of.toId}/end`, { last: '2026-11-10', reason: 'retired' })
    const leaves = () => correct(of.moveId, of.one, { last: '2026-10-20' })
    expect(await refusal(world, leaves)).toBe('move.ended_otherwise')
    expect((await correct(of.moveId, of.one, { last: '2026-10-31', stays: true })).statusCode).toBe(200)
    expect(await there(of)).toMatchObject({ until: '2026-11-11', because: 'retired' })
  })
})
