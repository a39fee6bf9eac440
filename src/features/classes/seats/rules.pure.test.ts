/** What may be done with a seat, and who is seated: nobody sits where there is no seat, whatever comes in whatever order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { classStateNames } from '../list/model.ts'
import { type SeatDeed, seatDeeds, seatStateNames } from './model.ts'
import {
  busySaid,
  freeSeats,
  inTurn,
  mayDo,
  mayRunUntil,
  maySeat,
  overQuota,
  overSaid,
  proposedUntil,
  seatsFor,
  toldTogether,
} from './rules.ts'

const count = fc.integer({ min: 0, max: 200 })
const room = fc.record({
  seats: fc.option(count, { nil: null }),
  taken: count,
  offered: count,
  quota: fc.option(count, { nil: null }),
  sent: count,
})

describe('seats', () => {
  it('are never more than there are, nor than the unit may send', () => {
    fc.assert(
      fc.property(room, count, (of, people) => {
        const states = seatsFor(of, people)
        const seated = states.filter((state) => state === 'enrolled').length
        expect(states).toHaveLength(people)
        expect(seated).toBeLessThanOrEqual(freeSeats(of))
        if (of.quota !== null) expect(seated).toBeLessThanOrEqual(Math.max(0, of.quota - of.sent))
        // Who waits, waits because one of the two is at its end.
        if (seated < people)
          expect([freeSeats(of), of.quota === null ? -1 : Math.max(0, of.quota - of.sent)]).toContain(seated)
        expect(states.slice(0, seated).every((state) => state === 'enrolled')).toBe(true)
      }),
    )
  })

  it('are offered in a turn that is the same from whichever end one begins', () => {
    const waiting = fc.record({
      state: fc.constant('waiting' as const),
      needed: fc.boolean(),
      quotaLeft: fc.integer({ min: -2, max: 2 }),
      since: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    })
    fc.assert(
      fc.property(
        waiting,
        waiting,
        (a, b) => Math.sign(inTurn(a, b)) === -Math.sign(inTurn(b, a)) || inTurn(a, b) === 0,
      ),
    )
    fc.assert(fc.property(waiting, waiting, (a, b) => a.quotaLeft <= 0 || b.quotaLeft > 0 || inTurn(a, b) < 0))
  })
})

describe('what may be done', () => {
  const open = (deed: SeatDeed) =>
    classStateNames.flatMap((state) =>
      seatStateNames.filter((seat) => maySeat(deed, seat, { state, begun: false })).map((seat) => `${state} ${seat}`),
    )
  it('is in one table, and nothing once the first session has begun', () => {
    expect(open('approve')).toEqual(['enrolling nominated', 'confirmed nominated'])
    expect(open('substitute')).toEqual(['enrolling enrolled', 'confirmed enrolled', 'running enrolled'])
    expect(open('answer')).toEqual(['enrolling offered', 'confirmed offered', 'running offered'])
    for (const deed of Object.keys(seatDeeds) as SeatDeed[])
      for (const state of classStateNames)
        for (const seat of seatStateNames) expect(maySeat(deed, seat, { state, begun: true })).toBe(false)
  })
  it('people are named while the class enrols, quotas are set until it runs', () => {
    expect(classStateNames.filter((state) => mayDo('name', { state, begun: false }))).toEqual(['enrolling'])
    expect(classStateNames.filter((state) => mayDo('quotas', { state, begun: false }))).toEqual([
      ...['planned', 'announced', 'enrolling', 'confirmed'],
    ])
  })
})

describe('who cannot come', () => {
  const wanted = { day: plainDate('2026-11-20'), from: '08:00', until: '11:30' }
  const other = { ...wanted, wanted, code: '02', title: 'Lớp kia', areaName: 'Xã Tam Hồng' }

  it('is named once, with one class, however many of its hours meet', () => {
    expect(busySaid('Lò Thị A', [other]).vi).toBe(
      'Lò Thị A học hoặc dạy ở lớp “02 Lớp kia” (Xã Tam Hồng), 08:00-11:30 ngày 20/11/2026.',
    )
    expect(busySaid('Lò Thị A', [other, other, other]).vi).toMatch(/20\/11\/2026, và 2 buổi nữa\.$/)
  })

  it('all stand in what is said, up to what a page holds, and the rest are counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (n) => {
        const names = Array.from({ length: n }, (_, at) => `Người ${at}.`)
        const { vi } = toldTogether(names.map((said) => ({ vi: said, en: said })))
        const named = names.filter((said) => vi.includes(said)).length
        const rest = Number(/Và (\d+) người nữa\.$/.exec(vi)?.[1] ?? 0)
        expect(named + rest).toBe(n)
      }),
    )
  })
})

describe('an offer', () => {
  const on = (day: string) => day as PlainDate
  it('runs from today to the day of the first session, and what is proposed always may', () => {
    expect(mayRunUntil(on('2026-11-20'), { today: on('2026-11-20'), first: on('2026-11-20') })).toBe(true)
    expect(mayRunUntil(on('2026-11-21'), { today: on('2026-11-20'), first: on('2026-11-20') })).toBe(false)
    expect(mayRunUntil(on('2026-11-19'), { today: on('2026-11-20'), first: null })).toBe(false)
    const today = on('2026-11-20')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (days) => {
        const first = addDays(today, days)
        expect(mayRunUntil(proposedUntil(today, first), { today, first })).toBe(true)
      }),
    )
  })

  it('beyond what a unit may send is told with how many', () => {
    const [one, two] = ['a', 'b'] as unknown as [AreaId, AreaId]
    const quotas = [
      { areaId: one, areaName: 'Xã Một', seats: 3, enrolled: 2, offered: 1 },
      { areaId: two, areaName: 'Xã Hai', seats: 3, enrolled: 2, offered: 0 },
    ]
    expect(overSaid(overQuota([one, two], quotas))).toBe('Xã Một 4/3')
    expect(overQuota([two], quotas)).toEqual([])
    expect(overSaid(overQuota([two, two], quotas))).toBe('Xã Hai 4/3')
  })
})
