/** Money that follows its line: Đào changes people and classes; what follows them is computed, what was written by hand is told. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { aNorm, aProgramme, approvedTopics, lineSaid, planSaid } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'
import type { Line } from './model.ts'
import { isBehind } from './rules/money.ts'

let world: World
let topicId: string
let programmeId: string
let meals: string
let hall: string
beforeAll(async () => {
  world = await openWorld()
  ;[topicId] = await approvedTopics(world)
  programmeId = await aProgramme(world)
  meals = await aNorm(world, { item: 'Tiền ăn học viên' })
  hall = await aNorm(world, { item: 'Thuê hội trường', countedBy: 'class_day', dong: 2_000_000 })
})
afterAll(() => world.close())

async function must<T extends { statusCode: number; body: string }>(act: Promise<T>): Promise<T> {
  const reply = await act
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200)
  return reply
}
const url = (id: string, path = '') => `/api/training-plans/${id}${path}`
const show = async (id: string) => (await world.as('dao').get(url(id))).json()
const lineOf = async (id: string): Promise<Line> => (await show(id)).lineList[0]
const row = (part: object) => ({ source: 'central', normId: null, what: '', quantity: 1, dong: null, ...part })
const followed = () => [
  row({ normId: meals, follows: 'people', times: 2 }),
  row({ normId: hall, follows: 'classes', times: 2 }),
  row({ what: 'Thuê xe', dong: 3_000_000, follows: 'nothing', quantity: 4 }),
]
async function drafted(money: object[]): Promise<string> {
  const trainingPlanId = newId()
  const of = { trainingPlanId, areaId: demoAreas.phuTho, programmeId }
  await must(world.as('dao').post('/api/training-plans', { ...of, ...planSaid }))
  await must(addLine(trainingPlanId, money))
  return trainingPlanId
}
const addLine = (id: string, money: object[], part: object = {}) =>
  world.as('dao').post(url(id, '/lines'), { planLineId: newId(), topicId, ...lineSaid, money, ...part })
const change = async (id: string, body: object) =>
  world.as('dao').post(`/api/plan-lines/${(await lineOf(id)).planLineId}/change`, body)
const quantities = ({ money }: Line) => money.map(({ quantity }) => quantity)

describe('money that follows its line', () => {
  it('is so many for each of the people or classes, whatever quantity is sent', async () => {
    const id = await drafted(followed())
    expect(quantities(await lineOf(id))).toEqual([180, 6, 4])
  })

  it('follows when people or classes change, at the price that was written; page, list, file and annex agree', async () => {
    const id = await drafted(followed())
    await must(change(id, { people: 120, was: { people: 90 } }))
    await must(change(id, { classes: 4, was: { classes: 3 } }))
    const line = await lineOf(id)
    expect(quantities(line)).toEqual([240, 8, 4])
    const dong = 24_000_000 + 16_000_000 + 12_000_000
    expect(line.dong).toBe(dong)
    const { sums } = await show(id)
    expect(sums.dong).toBe(dong)
    const { rows } = await world.owner.query<{ dong: number }>(
      'select sum(m.amount)::float8 as dong from plan_line l join plan_money m on m.plan_line_id = l.id where l.plan_id = $1',
      [id],
    )
    expect(rows[0]?.dong).toBe(dong)
    const csv = (await world.as('dao').get(url(id, '/money/file?as=csv&columns=quantity'))).body
    expect(csv.trim().split(/\r?\n/).slice(1).map(Number)).toEqual([240, 8, 4])
    const book = new ExcelJS.Workbook()
    const { rawPayload } = await must(world.as('dao').get(url(id, '/phu-luc.xlsx')))
    await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
    const cells = book.worksheets.flatMap((sheet) =>
      (sheet.getSheetValues() as unknown[][]).flatMap((cellsOf) => (Array.isArray(cellsOf) ? cellsOf : [])),
    )
    for (const quantity of [240, 8]) expect(cells).toContain(quantity)
    expect(cells).not.toContain(180)
  })

  it('keeps following in an amendment', async () => {
    const id = await drafted(followed())
    const { edits } = await show(id)
    const decided = { number: '77/QĐ-UBND', decidedOn: '2026-11-05', issuer: 'UBND tỉnh Phú Thọ', edits }
    await must(world.as('lan').post(url(id, '/approve'), decided))
    const amendmentId = newId()
    await must(world.as('dao').post(url(id, '/amendments'), { amendmentId, reason: 'Thêm người' }))
    await must(change(amendmentId, { people: 100, was: { people: 90 } }))
    expect(quantities(await lineOf(amendmentId))).toEqual([200, 6, 4])
    expect(quantities(await lineOf(id))).toEqual([180, 6, 4])
  })

  it('is refused where nobody says how many for each, or more than there can be', async () => {
    const id = await drafted([])
    const post = (part: object, line: object = {}) => addLine(id, [row({ normId: meals, ...part })], line)
    expect(await refusal(world, () => post({ follows: 'people' }))).toBe('plan.times_unsaid')
    expect(await refusal(world, () => post({ follows: 'nothing', times: 2 }))).toBe('plan.times_unsaid')
    expect(await refusal(world, () => post({ follows: 'people', times: 1000 }, { people: 1001 }))).toBe(
      'plan.quantity_far',
    )
  })
})

describe('money written by hand', () => {
  const byHand = () => [row({ normId: hall, quantity: 6 }), row({ what: 'Thuê xe', dong: 3_000_000, quantity: 4 })]

  it('is never changed silently: it stays, and the page can tell for how many classes it is', async () => {
    const id = await drafted(byHand())
    const before = await lineOf(id)
    expect(before.money.map((money) => isBehind(money, before))).toEqual([null, null])
    await must(change(id, { classes: 4, was: { classes: 3 } }))
    const after = await lineOf(id)
    expect(quantities(after)).toEqual([6, 4])
    expect(after.dong).toBe(before.dong)
    expect(after.money.map((money) => isBehind(money, after))).toEqual([
      { base: 'classes', was: 3, now: 4, times: 2 },
      null,
    ])
  })

  it('is computed anew, or kept, when Đào says so, and is not told any more', async () => {
    const told = async (id: string) => {
      const line = await lineOf(id)
      return line.money.filter((money) => isBehind(money, line) !== null).length
    }
    for (const [part, quantity] of [
      [{ follows: 'classes', times: 2 }, 8],
      [{ follows: 'nothing' }, 6],
    ] as const) {
      const id = await drafted(byHand())
      await must(change(id, { classes: 4, was: { classes: 3 } }))
      expect(await told(id)).toBe(1)
      const [first, second] = byHand()
      // A page of before this was asked says nothing of what is followed: that is no conflict.
      await must(
        change(id, { money: [{ ...first, ...part }, second], was: { money: [{ ...first, dong: 2_000_000 }, second] } }),
      )
      expect(quantities(await lineOf(id))).toEqual([quantity, 4])
      expect(await told(id)).toBe(0)
    }
  })

  it('that comes out uneven for each is told without a way to compute it', () => {
    const money = { quantity: 7, follows: null, countedBy: 'class', ofPeople: 90, ofClasses: 3 } as const
    expect(isBehind(money, { people: 90, classes: 4 })).toEqual({ base: 'classes', was: 3, now: 4, times: null })
  })
})

describe('money by a norm that says another amount since', () => {
  const next = (dong: number) => ({ nextId: newId(), dong, from: '2027-01-01', legalReference: '50/NQ', mark: 'text' })
  /** A line with a trainer’s fee of 500.000, whose norm is then raised or ended. */
  async function stale(how: 'raised' | 'ended', part: object = {}) {
    const norm = await aNorm(world, { item: `Thù lao ${how} ${newId()}`, countedBy: 'trainer_half_day', dong: 500_000 })
    const id = await drafted([row({ normId: norm, quantity: 6, ...part })])
    const of = `/api/spending-norms/${norm}`
    if (how === 'raised') await must(world.as('lan').post(`${of}/next`, next(600_000)))
    else await must(world.as('lan').post(`${of}/end`, { last: '2026-12-31', because: 'Bãi bỏ' }))
    return { id, norm, seen: row({ normId: norm, quantity: 6, dong: 500_000, follows: null, times: null, ...part }) }
  }

  it('keeps its amount when Đào keeps what is written, changes its source, its quantity, or what it follows', async () => {
    for (const how of ['raised', 'ended'] as const) {
      for (const [part, quantity] of [
        [{ follows: 'nothing' }, 6],
        [{ source: 'province' }, 6],
        [{ quantity: 5 }, 5],
        [{ follows: 'classes', times: 2 }, 6],
      ] as const) {
        const { id, seen } = await stale(how)
        await must(change(id, { money: [{ ...seen, ...part }], was: { money: [seen] } }))
        const { money } = await lineOf(id)
        expect(money).toMatchObject([{ dong: 500_000, quantity, amount: quantity * 500_000 }])
      }
    }
  })

  it('keeps its amount beside a row that is new, and when rows change places', async () => {
    const { id, seen } = await stale('ended')
    const other = row({ normId: hall, source: 'other', quantity: 1 })
    await must(change(id, { money: [other, { ...seen, quantity: 7 }], was: { money: [seen] } }))
    expect((await lineOf(id)).money.map(({ dong, quantity }) => [dong, quantity])).toEqual([
      [2_000_000, 1],
      [500_000, 7],
    ])
  })

  it('is of the day’s amount where the norm is chosen anew, which is refused once it has ended', async () => {
    const raised = await stale('raised')
    const { rows } = (await world.as('dao').get(`/api/spending-norms?day=2027-01-01&q=Thù lao raised`)).json()
    const now = rows.find(({ dong }: { dong: number }) => dong === 600_000)
    const chosen = { ...raised.seen, normId: now.spendingNormId, dong: now.dong }
    await must(change(raised.id, { money: [chosen], was: { money: [raised.seen] } }))
    expect((await lineOf(raised.id)).money).toMatchObject([{ dong: 600_000, amount: 3_600_000 }])
    const { id, seen } = await stale('ended')
    const twice = { money: [seen, { ...seen, source: 'other' }], was: { money: [seen] } }
    expect(await refusal(world, () => change(id, twice))).toBe('plan.norm_not_then')
  })

  it('is offered by the values of the day that the plan is computed by', async () => {
    await stale('raised')
    const of = async (day: string) => {
      const { rows } = (await world.as('dao').get(`/api/spending-norms?day=${day}&q=Thù lao raised`)).json()
      return new Set(rows.map(({ dong }: { dong: number }) => dong))
    }
    expect(await of('2026-12-31')).toEqual(new Set([500_000]))
    expect(await of('2027-01-01')).toEqual(new Set([600_000]))
  })

  it('tells of people and classes as before while nobody says how many', async () => {
    const { id, seen } = await stale('raised')
    await must(change(id, { classes: 4, was: { classes: 3 } }))
    await must(change(id, { money: [{ ...seen, source: 'province' }], was: { money: [seen] } }))
    const line = await lineOf(id)
    expect(line.money.map((money) => isBehind(money, line)?.was)).toEqual([3])
  })
})
