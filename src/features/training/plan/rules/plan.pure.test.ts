/** Weeks of a year as people write them, least classes, the day whose norms count. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import type { PlanLineId } from '#kernel/ids.ts'
import { PlanLineFields } from '../contract.ts'
import type { Line } from '../model.ts'
import { carryingName, fieldsOf, leastClasses, lineSeen, partOf } from './lines.ts'
import { marksOf } from './marks.ts'
import { movedOf, pricedOn, staysAs } from './money.ts'
import { daysOfWeek, daysSaid, readWeeks, weeksIn, weeksSaid } from './weeks.ts'

describe('weeks', () => {
  it('are those of ISO 8601', () => {
    expect(daysOfWeek(2026, 1)).toEqual(['2025-12-29', '2026-01-04'])
    expect(daysOfWeek(2026, 53)).toEqual(['2026-12-28', '2027-01-03'])
    expect([2020, 2025, 2026, 2027].map(weeksIn)).toEqual([53, 52, 53, 52])
    expect(daysSaid(2027, [12, 13, 15])).toBe('22/03-04/04, 12/04-18/04')
  })

  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 53 })), (weeks) => {
        expect(readWeeks(weeksSaid(weeks))).toEqual([...weeks].sort((a, b) => a - b))
      }),
    )
    expect(readWeeks(' 12, 14 - 16,15')).toEqual([12, 14, 15, 16])
    for (const text of ['0', '54', '16-14', '12;13', 'tuần 3', '1,', '-3']) expect(readWeeks(text)).toBeNull()
  })
})

it('classes hold all people, and one fewer would not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 500 }), (people, largest) => {
      const least = leastClasses(people, largest)
      expect(least * largest).toBeGreaterThanOrEqual(people)
      expect((least - 1) * largest).toBeLessThan(people)
    }),
  )
})

it('a plan is computed by the norms of today, and of a year to come by those of its first day', () => {
  const today = plainDate('2026-11-20')
  expect([2025, 2026, 2027].map((year) => pricedOn(year, today))).toEqual([today, today, '2027-01-01'])
})

it('a line is seen with all that a change of it may say, and written with the figures that its money was for', () => {
  const money = { normId: 'n', what: 'Tiền ăn', amount: 1, countedBy: 'person', normNow: 2, normOn: '2026-11-20' }
  const figures = { source: 'central', quantity: 1, follows: null, times: null, dong: 1 }
  const line = { money: [{ ...money, ...figures, ofPeople: 9, ofClasses: 1 }] } as unknown as Line
  expect(Object.keys(lineSeen(line)).sort()).toEqual(Object.keys(PlanLineFields.properties).sort())
  expect(lineSeen(line).money).toEqual([{ ...figures, normId: 'n', what: '' }])
  expect(Object.keys(lineSeen(line).money[0] ?? {}).sort()).toEqual(
    Object.keys(PlanLineFields.properties.money.items.properties).sort(),
  )
  expect(fieldsOf(line).money).toEqual([{ ...figures, normId: 'n', what: '', ofPeople: 9, ofClasses: 1 }])
})

describe('where a line has other people, classes or weeks', () => {
  const was = { people: 90, classes: 3, weeks: [12] }
  const stays = (money: Parameters<typeof staysAs>[0], now: Partial<typeof was>) =>
    staysAs(money, movedOf(was, { ...was, ...now }))
  const others = [{ people: 120 }, { classes: 4 }, { weeks: [12, 13] }]
  it('a set sum and what is written by hand stay, by a norm or not', () => {
    for (const money of [
      { follows: 'nothing', countedBy: null },
      { follows: null, countedBy: 'set' },
      { follows: 'nothing', countedBy: 'class_day' },
    ] as const) {
      for (const now of others) expect(stays(money, now)).toBe(true)
      // Another week instead, or none typed yet, is no other number of days.
      expect(stays(money, { weeks: [20] })).toBe(false)
      expect(staysAs(money, movedOf(was, { ...was, people: null }))).toBe(false)
    }
  })
  it('what follows the line stays only by its days, where it is paid for days', () => {
    const meals = { follows: 'people', countedBy: 'person_day' } as const
    const hall = { follows: 'classes', countedBy: 'class_day' } as const
    const papers = { follows: 'people', countedBy: 'person' } as const
    expect([meals, hall, papers].map((one) => others.map((now) => stays(one, now)))).toEqual([
      [false, false, true],
      [false, false, true],
      [false, false, false],
    ])
  })
})

describe('lines that are to be looked at', () => {
  const line = (planLineId: string, part: Partial<Line> = {}) =>
    ({ planLineId: planLineId as PlanLineId, weeks: [20], dong: 1, money: [], people: 1, classes: 1, ...part }) as Line
  it('are counted by what is to be looked at, of a draft alone but for weeks that are kept free', () => {
    const lineList = [
      line('a'),
      line('b', { dong: 0 as Line['dong'] }),
      line('c', { weeks: [2], people: 41, classes: 2, superseded: true }),
    ]
    const harvest = { vi: 'Mùa gặt', en: 'Harvest' }
    const closed = ['a', 'b'].map((id) => ({ planLineId: id as PlanLineId, code: 'CĐ1', weeks: [20], what: harvest }))
    const clashes = [{ a: 'a' as PlanLineId, b: 'b' as PlanLineId }]
    const of = { state: 'drafted', year: 2027, lineList, closed, clashes, largestClass: 30, classLimit: 20 }
    const marks = (state: string) =>
      marksOf({ ...of, state }, plainDate('2027-03-01')).map(({ key, lines }) => [key, ...lines])
    expect(marks('drafted')).toEqual([
      ['ban-1', 'a', 'b'],
      ['chua-tien', 'b'],
      ['da-qua', 'c'],
      ['lop-dong', 'c'],
      ['khung-cu', 'c'],
      ['trung-tuan', 'a', 'b'],
    ])
    expect(marks('approved').map(([key]) => key)).toEqual(['ban-1', 'trung-tuan'])
    const larger = { ...of, classLimit: 21 }
    expect(marksOf(larger, plainDate('2027-03-01')).map(({ key }) => key)).not.toContain('lop-dong')
  })

  it('a part of a line has its share of classes, none larger than allowed', () => {
    const whole = { people: 100, classes: 4 }
    expect(partOf(whole, { people: 100, largest: 60 })).toEqual({ people: 100, classes: 4 })
    expect(partOf(whole, { people: 26, largest: 60 })).toEqual({ people: 26, classes: 2 })
    expect(partOf(whole, { people: 100, largest: 20 })).toEqual({ people: 100, classes: 5 })
    expect(partOf(whole, { people: 1, largest: 20 })).toEqual({ people: 1, classes: 1 })
    expect(partOf(whole, { people: 0, largest: 20 })).toBeNull()
    expect(carryingName('Kế hoạch 7')).toBe('Kế hoạch thực hiện “Kế hoạch 7”')
    expect(carryingName('x'.repeat(300))).toBe('')
  })
})
