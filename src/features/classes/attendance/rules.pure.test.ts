import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mark, markNames, marks } from './model.ts'
import {
  asClosed,
  earlyMinutes,
  fulfils,
  isLate,
  markOfKey,
  mayClose,
  mayDo,
  mayMark,
  takesCode,
  takesPeople,
} from './rules.ts'

const some = fc.constantFrom(...markNames)
const all = fc.array(some, { minLength: 1, maxLength: 12 })
const share = fc.integer({ min: 1, max: 100 })
const by = (value: number) => ({ value, legalReference: 'một văn bản' })
const better: Readonly<Record<Mark, Mark>> = {
  ...{ unexcused: 'half', half: 'present', late: 'present', present: 'present', excused: 'present' },
}

describe('a turn', () => {
  it('needs every session of which one was not excused where nothing is laid down', () => {
    expect(fulfils(['present', 'late', 'excused'], null)).toBe(true)
    for (const mark of ['half', 'unexcused'] as const) expect(fulfils(['present', mark], null)).toBe(false)
    expect(fulfils(['excused', 'excused'], null)).toBe(false)
    expect(fulfils([], null)).toBe(false)
  })

  it('counts half sessions by half, and leave as absence, where a share is laid down', () => {
    expect(fulfils(['present', 'present', 'present', 'present', 'unexcused'], by(80))).toBe(true)
    expect(fulfils(['present', 'present', 'present', 'present', 'excused'], by(81))).toBe(false)
    // 79.5 of 80 is not enough, exactly: no rounding.
    expect(fulfils(['present', 'half', 'half', 'unexcused'], by(50))).toBe(true)
    expect(fulfils(['present', 'half', 'half', 'unexcused'], by(51))).toBe(false)
    expect(fulfils([], by(1))).toBe(false)
  })

  it('is not lost by attending more, whatever is laid down', () =>
    fc.assert(
      fc.property(all, fc.nat(11), fc.option(share), (of, place, value) => {
        const at = place % of.length
        const more = of.map((mark, i) => (i === at ? better[mark] : mark))
        const rule = value === null ? null : by(value)
        if (fulfils(of, rule)) expect(fulfils(more, rule)).toBe(true)
      }),
    ))

  it('does not ask in which order, and a smaller share never takes one away', () =>
    fc.assert(
      fc.property(all, share, share, (of, a, b) => {
        expect(fulfils(of.toReversed(), by(a))).toBe(fulfils(of, by(a)))
        if (fulfils(of, by(Math.max(a, b)))) expect(fulfils(of, by(Math.min(a, b)))).toBe(true)
      }),
    ))
})

describe('a session', () => {
  it('closes where heads and marks agree, or it is said why not', () =>
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.constantFrom('', 'hai người về sớm'), (heads, there, because) => {
        expect(mayClose(heads, there, because)).toBe(heads === there || because !== '')
      }),
    ))

  it('takes leave alone before its day', () => {
    expect(markNames.filter((mark) => mayMark(mark, false))).toEqual(['excused'])
    expect(markNames.every((mark) => mayMark(mark, true))).toBe(true)
  })

  const slot = { day: '2026-11-20' as never, from: '08:00', until: '11:30' }
  it('takes people from a little before it begins, the code until it ends; who comes after the minute of its beginning is late', () => {
    const at = (time: string) => `2026-11-20T${time}`
    expect(earlyMinutes).toBe(30)
    expect(['07:29', '07:30', '11:29', '11:30'].map((time) => takesPeople(slot, at(time)))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(['07:29', '07:30', '11:29', '11:30'].map((time) => takesCode(slot, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(['07:59', '08:00', '08:01'].map((time) => isLate(slot, at(time)))).toEqual([false, false, true])
    // Just after midnight, for the first session of a day.
    expect(takesPeople({ ...slot, from: '00:10' }, '2026-11-19T23:40')).toBe(true)
  })

  it('is marked, counted and opened again as its class and its closing allow', () => {
    const of = (closed: boolean, state: 'confirmed' | 'running' | 'completed', moment = '2026-11-20T09:00') =>
      (['mark', 'count', 'code', 'reopen'] as const).filter((deed) =>
        mayDo(deed, { ...slot, closed }, { state, moment }),
      )
    expect(of(false, 'running')).toEqual(['mark', 'count', 'code'])
    expect(of(false, 'running', '2026-11-20T12:00')).toEqual(['mark', 'count'])
    expect(of(false, 'running', '2026-11-20T07:00')).toEqual(['mark'])
    expect(of(false, 'confirmed')).toEqual(['mark'])
    expect(of(true, 'running')).toEqual(['reopen'])
    expect(of(true, 'completed')).toEqual([])
  })

  it('that was missed is missed, whatever it is called', () => {
    expect(fulfils(['present', asClosed(null)], null)).toBe(false)
    expect(fulfils(['present', asClosed(null)], by(50))).toBe(true)
    expect(fulfils(['present', asClosed(null)], by(51))).toBe(false)
  })

  it('has a key of its own for each mark', () => {
    for (const mark of markNames) expect(markOfKey(marks[mark].key.toUpperCase())).toBe(mark)
    expect(markOfKey('x')).toBeNull()
  })
})
