import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { type Asked, clashesOf, clashesSaid, isSlot, moved, overlap, slotSaid } from './rules.ts'

const day = plainDate('2026-11-24')
const morning = { day, from: '08:00', until: '11:30' }
const hall = { name: 'Hội trường', seats: 50, from: plainDate('2026-01-01'), until: null }
const teacher = { name: 'Hà Văn Giảng', topics: ['t1'], from: plainDate('2026-01-01'), until: null }
const asked: Asked = { ...morning, hall, teachers: [teacher], topicId: 't1', inHall: [], elsewhere: [], learning: [] }
const alone = { seats: 40, closed: [], standing: [] }
const kinds = (slots: readonly Asked[], around: Partial<Parameters<typeof clashesOf>[1]> = {}) =>
  clashesOf(slots, { ...alone, ...around }).map(({ kind }) => kind)

describe('sessions', () => {
  it('are apart or at the same time, seen from either', () => {
    const slot = fc
      .record({
        day: fc.constantFrom(day, plainDate('2026-11-25')),
        from: fc.nat(20),
        long: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ from, long, ...of }) => {
        const hour = (n: number) => `${String(n).padStart(2, '0')}:00`
        return { ...of, from: hour(from), until: hour(from + long) }
      })
    fc.assert(
      fc.property(slot, slot, fc.integer({ min: -400, max: 400 }), (a, b, days) => {
        expect(isSlot(a)).toBe(true)
        expect(overlap(a, b)).toBe(overlap(b, a))
        expect(overlap(a, a)).toBe(true)
        // All that moves by so many days is as far apart as before, and comes back.
        expect(overlap(moved(a, days), moved(b, days))).toBe(overlap(a, b))
        expect(moved(moved(a, days), -days)).toEqual(a)
      }),
    )
    // One may begin when the other ends.
    expect(overlap(morning, { day, from: '11:30', until: '12:00' })).toBe(false)
  })

  it('are said with day and hour', () => expect(slotSaid(morning).vi).toBe('08:00-11:30 ngày 24/11/2026'))
})

describe('what stands against a session', () => {
  it('is nothing where hall and trainer are free and fit', () => expect(kinds([asked])).toEqual([]))

  it('is another class in its hall or with its trainer, named with its day and hour', () => {
    const other = { ...morning, from: '10:00', code: '02', title: 'Lớp kia', areaName: 'Xã Tam Hồng' }
    const clashes = clashesOf([{ ...asked, inHall: [other], elsewhere: [{ name: teacher.name, other }] }], { ...alone })
    expect(clashes.map(({ kind, blocks }) => [kind, blocks])).toEqual([
      ['hall_taken', true],
      ['trainer_taken', true],
    ])
    expect(clashesSaid(clashes).vi).toBe(
      'Hội trường đã có lớp “02 Lớp kia” (Xã Tam Hồng), 10:00-11:30 ngày 24/11/2026. Hà Văn Giảng đã bận: lớp “02 Lớp kia” (Xã Tam Hồng), 10:00-11:30 ngày 24/11/2026.',
    )
  })

  it('is a session of its own class at the same time, one of those that come with it too', () => {
    expect(kinds([asked], { standing: [morning] })).toEqual(['own_session'])
    expect(kinds([asked, asked])).toEqual(['own_session'])
  })

  it('is, as a warning, a hall too small or out of use, a trainer who does not teach that, a day kept free', () => {
    expect(kinds([asked], { seats: 51 })).toEqual(['hall_small'])
    expect(kinds([{ ...asked, hall: { ...hall, until: day } }])).toEqual(['hall_out'])
    expect(kinds([{ ...asked, teachers: [{ ...teacher, topics: [] }] }])).toEqual(['trainer_topic'])
    expect(kinds([{ ...asked, teachers: [{ ...teacher, from: plainDate('2026-12-01') }] }])).toEqual(['trainer_out'])
    const closed = { from: day, until: plainDate('2026-11-25'), what: { vi: 'mùa gặt', en: 'harvest' } }
    expect(kinds([asked], { closed: [closed] })).toEqual(['closed'])
    expect(kinds([moved(asked, 1)], { closed: [closed] })).toEqual([])
  })

  it('is told by the first few, with how many more there are', () => {
    const seven = Array.from({ length: 7 }, (_, at) => moved({ ...asked, hall: { ...hall, until: day } }, at))
    expect(clashesSaid(clashesOf(seven, alone)).vi).toMatch(/ Và 4 chỗ vướng nữa\.$/)
    // The same of each of them is one.
    expect(kinds(seven, { seats: 99 }).filter((kind) => kind === 'hall_small')).toHaveLength(1)
  })
})
