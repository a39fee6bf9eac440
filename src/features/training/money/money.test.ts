/** Norms of spending of Phú Thọ: Lan enters them from a text, everybody who reads training reads them, Đào does not write them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { quangNinhId } from '#features/areas/nation/additions.ts'
import { newId } from '#platform/server/ids.ts'
import { meetingAt } from '#test/together.ts'
import { aPlan } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const said = {
  ...{ item: 'Tiền ăn học viên', countedBy: 'person_day', dong: 100_000, from: '2026-01-01' },
  ...{ legalReference: '12/2025/NQ-HĐND', mark: 'text', note: '' },
}
const enter = (part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post('/api/spending-norms', { spendingNormId: newId(), areaId: demoAreas.phuTho, ...said, ...part })
let items = 0
/** Of an item of its own. */
async function entered(part: object = {}): Promise<string> {
  items += 1
  const reply = await enter({ item: items === 1 ? said.item : `${said.item} (${items})`, ...part })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().spendingNormId
}
const show = async (id: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/spending-norms/${id}`)).json()
const list = async (query: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/spending-norms?${query}`)).json()
const next = { dong: 120_000, from: '2026-07-01', legalReference: '30/2026/NQ-HĐND', mark: 'text' }
const raise = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/spending-norms/${id}/next`, { nextId: newId(), ...next, ...part })
const end = (id: string, part: object = {}, person: PersonName = 'lan') =>
  world.as(person).post(`/api/spending-norms/${id}/end`, { last: '2026-10-31', because: 'Bãi bỏ', ...part })
const change = (id: string, body: object, person: PersonName = 'lan') =>
  world.as(person).post(`/api/spending-norms/${id}/change`, body)

describe('a value that was a mistake', () => {
  it('gives the one before it its days again, unless a plan is written by it', async () => {
    const id = await entered()
    const { spendingNormId: mistake } = (await raise(id)).json()
    expect(await show(mistake)).toMatchObject({ follows: true })
    expect((await end(mistake, { last: null })).statusCode).toBe(200)
    expect(await show(mistake, 'lan')).toMatchObject({ state: 'ended', from: '2026-07-01', until: '2026-07-01' })
    expect(await show(id, 'lan')).toMatchObject({ state: 'in_force', until: null, can: ['change', 'raise', 'end'] })

    const { spendingNormId: used } = (await raise(id, { from: '2026-08-01' })).json()
    const { planLineId } = await aPlan(world)
    const money = [{ source: 'commune', normId: used, what: '', quantity: 1, dong: null }]
    const changed = await world.as('hung').post(`/api/plan-lines/${planLineId}/change`, { money, was: { money: [] } })
    expect(changed.statusCode, changed.body).toBe(200)
    expect(await refusal(world, () => end(used, { last: null }))).toBe('norm.used')
    expect(await show(id)).toMatchObject({ until: '2026-08-01' })
    await world.owner.query('delete from plan_money')
    await world.owner.query('delete from spending_norm')
  })
})

describe('the list', () => {
  it('comes empty: no level is ready-made', async () => {
    const { rows } = await world.owner.query('select from spending_norm')
    expect(rows).toEqual([])
  })

  it('finds by item without marks and by the text, and filters by state, by what is counted, by province', async () => {
    const id = await entered({ item: 'Thuê hội trường', countedBy: 'class_day', legalReference: '77/QĐ-UBND' })
    const coming = await entered({ item: 'Tiền nước uống', from: '2027-01-01' })
    const of = async (query: string) =>
      (await list(query)).rows.map((row: { spendingNormId: string }) => row.spendingNormId)
    expect(await of('q=thue hoi truong')).toEqual([id])
    expect(await of(`q=${encodeURIComponent('77/QĐ')}`)).toEqual([id])
    expect(await of('countedBy=class_day')).toEqual([id])
    expect(await of('state=coming')).toEqual([coming])
    expect(await of(`areaId=${quangNinhId}`)).toEqual([])
    expect(await of(`areaId=${demoAreas.phuTho}&state=in_force`)).toContain(id)
  })

  it('goes out as it is filtered, as a spreadsheet, as text and on paper', async () => {
    const id = await entered({ item: 'In tài liệu', countedBy: 'set' })
    for (const as of ['xlsx', 'csv', 'pdf'])
      for (const path of ['/api/spending-norms/file', `/api/spending-norms/${id}/values/file`])
        expect((await world.as('hung').get(`${path}?as=${as}`)).statusCode).toBe(200)
    const { body } = await world.as('hung').get('/api/spending-norms/file?as=csv&q=in tai lieu')
    expect(body.trim().split('\n')).toHaveLength(2)
  })

  it('offers to enter one to Lan, at her province, and to nobody else', async () => {
    expect((await list('', 'lan')).mayEnterAt).toEqual([{ areaId: demoAreas.phuTho, name: 'Tỉnh Phú Thọ' }])
    for (const person of ['dao', 'hung', 'bich', 'kiem'] as const)
      expect((await list('', person)).mayEnterAt, person).toEqual([])
  })
})

describe('a value', () => {
  it('holds until the next one begins, and both stay', async () => {
    const id = await entered({ item: 'Thù lao giảng viên', countedBy: 'trainer_half_day' })
    const reply = await raise(id)
    expect(reply.statusCode, reply.body).toBe(200)
    const after = await show(reply.json().spendingNormId, 'lan')
    expect(after).toMatchObject({ dong: 120_000, state: 'in_force', can: ['change', 'raise', 'end'] })
    expect(after.values.map(({ dong, until }: { dong: number; until: string }) => [dong, until])).toEqual([
      [120_000, null],
      [100_000, '2026-07-01'],
    ])
    expect(await show(id, 'lan')).toMatchObject({ state: 'ended', can: ['change'] })
    expect(await show(id, 'dao')).toMatchObject({ can: [] })
  })

  it('does not begin before the one that it follows, nor twice, nor after the item has ended', async () => {
    const id = await entered({ item: 'Hỗ trợ đi lại' })
    expect(await refusal(world, () => raise(id, { from: '2026-01-01' }))).toBe('norm.not_later')
    expect((await raise(id)).statusCode).toBe(200)
    expect(await refusal(world, () => raise(id))).toBe('norm.overlaps')
    expect(await refusal(world, () => raise(id, { from: '2026-09-01' }))).toBe('norm.ended')
  })

  it('ends on the day that is said, once, and not before it began', async () => {
    const id = await entered({ item: 'Chè nước' })
    expect(await refusal(world, () => end(id, { last: '2025-12-31' }))).toBe('norm.ends_before')
    expect((await end(id)).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ until: '2026-11-01', endedBecause: 'Bãi bỏ', state: 'ended' })
    expect(await refusal(world, () => end(id))).toBe('norm.ended')
  })

  it('whose end was written wrongly ends on another day, or never held', async () => {
    const id = await entered({ item: 'Thuê hội trường' })
    expect((await end(id, { last: '2031-12-31' })).statusCode).toBe(200)
    expect(await show(id, 'lan')).toMatchObject({ can: ['change', 'end'], until: '2032-01-01' })
    const again = (last: string | null, seen: string) => end(id, { last, seen, because: 'Gõ nhầm năm' })
    expect(await refusal(world, () => again('2026-12-31', '2031-12-31'))).toBe('norm.ended')
    expect((await again('2026-12-31', '2032-01-01')).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ until: '2027-01-01', endedBecause: 'Gõ nhầm năm', state: 'in_force' })
    expect((await again(null, '2027-01-01')).statusCode).toBe(200)
    expect(await refusal(world, () => again(null, '2026-01-01'))).toBe('norm.ended')
    expect(await show(id, 'lan')).toMatchObject({ state: 'ended', can: ['change'] })
    await entered({ item: 'Thuê hội trường' })
  })

  it('that was entered wrongly is put right; of two who change the same the second is told', async () => {
    const id = await entered({ item: 'Tiền thuê xe', countedBy: 'group' })
    expect((await change(id, { dong: 90_000, was: { dong: 100_000 } })).statusCode).toBe(200)
    expect((await change(id, { note: 'Theo xã', was: { note: '' } })).statusCode).toBe(200)
    expect(await show(id)).toMatchObject({ dong: 90_000, note: 'Theo xã' })
    expect(await refusal(world, () => change(id, { dong: 95_000, was: { dong: 100_000 } }))).toBe(
      'record.changed_since',
    )
  })

  it('keeps its name and what it counts once it has several values, and is not followed once it was ended', async () => {
    const id = await entered({ item: 'Tiền nghỉ trọ' })
    const seen = { item: 'Tiền nghỉ trọ', countedBy: 'person_day' }
    expect((await change(id, { was: seen, countedBy: 'person' })).statusCode).toBe(200)
    const later = newId()
    expect((await raise(id, { nextId: later })).statusCode).toBe(200)
    for (const one of [id, later])
      expect(await refusal(world, () => change(one, { was: { item: 'Tiền nghỉ trọ' }, item: 'Khác' }))).toBe(
        'norm.rested_on',
      )
    expect((await end(later, { last: '2026-12-31' })).statusCode).toBe(200)
    expect(await refusal(world, () => raise(later, { from: '2026-09-01' }))).toBe('norm.ended')
  })

  it('is followed once where two follow it in the same second', async () => {
    const id = await entered({ item: 'Văn phòng phẩm', countedBy: 'set' })
    const replies = await meetingAt(world, 'spending_norm', [() => raise(id), () => raise(id)])
    const codes = replies.map(({ statusCode }) => statusCode).sort()
    expect(codes).toEqual([200, 422])
  })
})

describe('nobody else writes', () => {
  it.each(['dao', 'hung', 'bich', 'kiem', 'son', 'mai', 'quantri'] as const)('%s', async (person) => {
    const id = (await list('q=tien', 'lan')).rows[0].spendingNormId
    expect(await refusal(world, () => enter({}, person))).toBe('access.denied')
    expect(await refusal(world, () => change(id, { dong: 1, was: {} }, person))).toBe('access.denied')
    expect(await refusal(world, () => raise(id, {}, person))).toBe('access.denied')
    expect(await refusal(world, () => end(id, {}, person))).toBe('access.denied')
  })

  it('not Lan, of another province, of a commune, of a far day, of nothing, without a text', async () => {
    expect(await refusal(world, () => enter({ areaId: quangNinhId }))).toBe('access.denied')
    expect(await refusal(world, () => enter({ areaId: demoAreas.tamHongToday }))).toBe('norm.not_province')
    for (const from of ['1899-12-31', '2090-01-01'])
      expect(await refusal(world, () => enter({ from }))).toBe('rule.day_far')
    for (const part of [
      { dong: 0 },
      { dong: -5 },
      { dong: 1.5 },
      { legalReference: ' ' },
      { item: '' },
      { mark: 'sure' },
    ])
      expect(await refusal(world, () => enter(part))).toBe('input.invalid')
    expect(await refusal(world, () => raise(newId()))).toBe('norm.not_found')
  })
})

describe('an item of a province', () => {
  const fuel = { item: 'Tiền xăng xe', countedBy: 'class' }

  it('has one norm on a day: the same name without marks is the same item', async () => {
    const id = await entered(fuel)
    for (const part of [{}, { item: 'tiền XĂNG xe' }, { from: '2027-05-01' }])
      expect(await refusal(world, () => enter({ ...fuel, ...part }))).toBe('norm.same_item')
    expect((await end(id, { last: '2026-10-31' })).statusCode).toBe(200)
    expect((await enter({ ...fuel, from: '2026-11-01' })).statusCode).toBe(200)
  })

  it('may be counted in two ways, and another province has its own', async () => {
    await entered({ ...fuel, item: 'Thuê máy chiếu' })
    expect((await enter({ item: 'Thuê máy chiếu', countedBy: 'class_day' })).statusCode).toBe(200)
    const other = await entered({ item: 'Thuê loa', countedBy: 'class' })
    const wrong = { was: { item: 'Thuê loa' }, item: 'Thuê máy chiếu' }
    expect(await refusal(world, () => change(other, wrong))).toBe('norm.same_item')
  })

  it('of two entered in the same second one is refused', async () => {
    const replies = await Promise.all([enter({ item: 'Tiền tàu' }), enter({ item: 'Tiền tàu' })])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422])
  })
})
