/** Until when a credential holds: both days counted, months that end early, windows over the year, and what completes a rule. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayInVietnam, plainDate, yearOf } from '#kernel/dates.ts'
import type { Lasts } from './model.ts'
import { completing, heldBy, lastOfMonths, mayRenew } from './rules.ts'

const lasts = (part: Partial<Lasts>): Lasts => ({
  validity: 'year_end',
  months: null,
  firstDay: null,
  lastDay: null,
  ...part,
})
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(plainDate('2000-01-01'), days))
const months = fc.integer({ min: 1, max: 60 })
const alone = { before: null, renewMonths: 0 }

describe('months', () => {
  it.each([
    ['2026-03-15', 12, '2027-03-14'],
    ['2026-01-01', 12, '2026-12-31'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-09-01', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('from %s, %i of them, end with %s', (from, many, last) => {
    expect(lastOfMonths(plainDate(from), many)).toBe(last)
  })

  it('begin never after they end, and who completes later holds no shorter', () => {
    fc.assert(
      fc.property(day, months, (from, many) => {
        expect(lastOfMonths(from, many) > from).toBe(true)
        expect(lastOfMonths(addDays(from, 1), many) >= lastOfMonths(from, many)).toBe(true)
      }),
    )
  })

  it('one after the other leave no day between and share none', () => {
    fc.assert(
      fc.property(day, months, (from, many) => {
        const last = lastOfMonths(from, many)
        expect(lastOfMonths(addDays(last, 1), many) > last).toBe(true)
      }),
    )
  })
})

describe('a credential', () => {
  it('until the end of the year ends with it, in Vietnam', () => {
    fc.assert(
      fc.property(day, (on) => {
        expect(heldBy(lasts({}), { on, ...alone })).toEqual({ validFrom: on, lastDay: `${yearOf(on)}-12-31` })
      }),
    )
    // A minute before midnight of New Year's Eve in Vietnam is the old year, a minute after it the new one.
    const midnight = Date.UTC(2026, 11, 31, 17)
    expect(heldBy(lasts({}), { on: dayInVietnam(midnight - 60_000), ...alone }).lastDay).toBe('2026-12-31')
    expect(heldBy(lasts({}), { on: dayInVietnam(midnight), ...alone }).lastDay).toBe('2027-12-31')
  })

  it('that goes on from the old one gains nothing and loses nothing by the day on which it is renewed', () => {
    const said = lasts({ validity: 'old_end', months: 12 })
    const before = { validFrom: plainDate('2025-03-01'), lastDay: plainDate('2026-02-28') }
    for (const on of ['2025-12-01', '2026-02-28', '2026-04-30'].map(plainDate))
      expect(heldBy(said, { on, before, renewMonths: 3 }), on).toEqual({ validFrom: on, lastDay: '2027-02-28' })
    // Too late: it begins anew.
    const late = plainDate('2026-06-01')
    expect(heldBy(said, { on: late, before, renewMonths: 3 })).toEqual({ validFrom: late, lastDay: '2027-05-31' })
  })

  it('may be renewed to the last day of the months of its rule, that day included', () => {
    const last = plainDate('2026-02-28')
    expect(
      ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((on) => mayRenew(last, plainDate(on), 3)),
    ).toEqual([true, true, true, false])
    expect(mayRenew(last, plainDate('2026-03-01'), 0)).toBe(false)
  })

  it('of a yearly window holds within one window, over the end of the year too', () => {
    const autumn = lasts({ validity: 'window', firstDay: '08-01', lastDay: '12-14' })
    expect(heldBy(autumn, { on: plainDate('2026-06-10'), ...alone })).toEqual({
      validFrom: '2026-08-01',
      lastDay: '2026-12-14',
    })
    expect(heldBy(autumn, { on: plainDate('2026-12-14'), ...alone })).toEqual({
      validFrom: '2026-12-14',
      lastDay: '2026-12-14',
    })
    expect(heldBy(autumn, { on: plainDate('2026-12-15'), ...alone }).validFrom).toBe('2027-08-01')
    const winter = lasts({ validity: 'window', firstDay: '11-01', lastDay: '02-28' })
    expect(heldBy(winter, { on: plainDate('2027-01-05'), ...alone })).toEqual({
      validFrom: '2027-01-05',
      lastDay: '2027-02-28',
    })
    fc.assert(
      fc.property(day, fc.constantFrom(autumn, winter), (on, said) => {
        const held = heldBy(said, { on, ...alone })
        expect(held.validFrom >= on && held.lastDay >= held.validFrom).toBe(true)
        expect(held.lastDay.slice(5)).toBe(said.lastDay)
      }),
    )
  })

  it('ends never before it begins, whatever its rule says', () => {
    const any = fc.constantFrom(
      lasts({}),
      lasts({ validity: 'completion', months: 1 }),
      lasts({ validity: 'old_end', months: 1 }),
      lasts({ validity: 'window', firstDay: '12-20', lastDay: '01-10' }),
    )
    fc.assert(
      fc.property(any, day, day, fc.integer({ min: 0, max: 24 }), (said, on, ended, renewMonths) => {
        const before = { validFrom: addDays(ended, -30), lastDay: ended }
        const held = heldBy(said, { on, before, renewMonths })
        expect(held.lastDay >= held.validFrom && held.validFrom >= on).toBe(true)
      }),
    )
  })
})

describe('what a rule asks', () => {
  const turn = (...topics: string[]) => ({ topics })
  it('is complete with the turn that brings the last of its topics, and then asked for anew', () => {
    const turns = [turn('a'), turn('a'), turn('b'), turn('b'), turn('a'), turn('c')]
    expect(completing(['a', 'b'], turns)).toEqual([
      [turns[2], turns[0]],
      [turns[4], turns[3]],
    ])
    expect(completing(['a'], turns)).toEqual([[turns[0]], [turns[1]], [turns[4]]])
    expect(completing(['d'], turns)).toEqual([])
  })

  it('is never complete without each of its topics, and once at most for a turn', () => {
    const topics = fc.subarray(['a', 'b', 'c', 'd'])
    fc.assert(
      fc.property(fc.array(topics), fc.subarray(['a', 'b', 'c'], { minLength: 1 }), (all, asked) => {
        const turns = all.map((of) => turn(...of))
        const done = completing(asked, turns)
        for (const of of done)
          expect(asked.every((one) => of.some(({ topics: brought }) => brought.includes(one)))).toBe(true)
        const used = done.flat()
        expect(new Set(used).size).toBe(used.length)
        for (const one of asked) expect(turns.filter((of) => of.topics.includes(one)).length >= done.length).toBe(true)
      }),
    )
  })
})
