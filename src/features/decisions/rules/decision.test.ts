import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, Id, VerdictId } from '#kernel/ids.ts'
import { classRows, decisionEntries, draftBlocks, eveOf, type Judged, listHash } from './decision.ts'
import { classOn, type HeldClass, movementOf, succession } from './movement.ts'

const day = plainDate
const held = (of: HeldClass['class'], from: string, until: string | null): HeldClass => ({
  class: of,
  from: day(from),
  until: until === null ? null : day(until),
})
const eve = day('2026-12-31')

describe('what moved', () => {
  const once = [held('poor', '2022-01-01', '2024-01-01')]
  it.each([
    ['poor', [held('poor', '2025-01-01', null)], 'stays'],
    ['poor', [held('near_poor', '2025-01-01', null)], 'near_to_poor'],
    ['near_poor', [held('poor', '2025-01-01', null)], 'poor_to_near'],
    ['not_poor', [held('near_poor', '2025-01-01', null)], 'escaped'],
    ['average', [held('poor', '2025-01-01', null)], 'escaped'],
    ['poor', [], 'newly'],
    ['poor', [...once, held('not_poor', '2024-01-01', null)], 'fell_back'],
    ['near_poor', [...once, held('not_poor', '2024-01-01', null)], 'newly'],
    ['not_poor', [held('not_poor', '2024-01-01', null)], 'other'],
    ['not_poor', [], 'other'],
  ] as const)('now %s, before %j: %s', (now, history, movement) => {
    expect(movementOf(now, history, eve)).toBe(movement)
  })

  it('looks at no class that begins later', () => {
    expect(movementOf('poor', [held('poor', '2027-06-01', null)], eve)).toBe('newly')
  })
})

describe('the succession of classes', () => {
  it('ends the running one and lets a later decision stand', () => {
    const history = [held('poor', '2026-01-01', '2027-01-01'), held('near_poor', '2027-01-01', null)]
    const { ends, until, taken } = succession(history, day('2026-11-20'))
    expect([ends?.from, until, taken]).toEqual(['2026-01-01', '2027-01-01', false])
    expect(succession(history, day('2027-01-01')).taken).toBe(true)
  })

  it('leaves one class a day, whatever the order of decisions', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(days, (offsets) => {
        let history: HeldClass[] = []
        for (const offset of offsets) {
          const from = addDays(day('2022-01-01'), offset)
          const { ends, until } = succession(history, from)
          history = history.map((h) => (h === ends ? { ...h, until: from } : h))
          history = [...history, { class: 'poor' as const, from, until }]
        }
        const covers = (on: PlainDate) =>
          history.filter((h) => h.from <= on && (h.until === null || on < h.until)).length
        const first = Math.min(...offsets)
        for (const offset of [0, first, 500, 1000, 1999, 2500])
          expect(covers(addDays(day('2022-01-01'), offset))).toBe(offset < first ? 0 : 1)
      }),
    )
  })
})

const household = (n: number) => `0192f5a0-0000-7000-8000-00000000000${n}` as HouseholdId
const judged = (n: number, more: Partial<Judged> = {}): Judged => ({
  householdId: household(n),
  caseId: household(n) as string as Id<'review_case'>,
  villageId: 'v' as AreaId,
  headName: `Chủ hộ ${n}`,
  seen: true,
  here: true,
  state: 'accepted',
  verdictId: household(n) as string as VerdictId,
  class: 'poor',
  undecidable: null,
  members: 3,
  ...more,
})

describe('a decision', () => {
  it('takes each household with what it held before', () => {
    const histories = new Map([[household(1), [held('near_poor', '2026-01-01', null)]]])
    const entries = decisionEntries([judged(1), judged(2, { class: 'not_poor' })], histories, eve)
    expect(entries.map((e) => [e.class, e.classBefore, e.movement])).toEqual([
      ['poor', 'near_poor', 'near_to_poor'],
      ['not_poor', null, 'other'],
    ])
    const { rows, taken } = classRows(entries, histories, day('2027-01-01'))
    expect(rows.map((r) => [r.ends, r.from, r.until])).toEqual([
      ['2026-01-01', '2027-01-01', null],
      [null, '2027-01-01', null],
    ])
    expect(taken).toEqual([])
    expect(classOn(histories.get(household(1)) ?? [], eve)).toBe('near_poor')
  })

  it('is not made of a household whose class is open', () => {
    expect(() => decisionEntries([judged(1, { class: null })], new Map(), eve)).toThrow(RangeError)
  })

  it('has one hash for one list, whatever its order, and another for another', () => {
    const entries = decisionEntries([judged(1), judged(2)], new Map(), eve)
    expect(listHash('r', entries)).toBe(listHash('r', [...entries].reverse()))
    const [first, ...rest] = entries
    if (!first) throw new Error('no entry')
    expect(listHash('r', [{ ...first, class: 'near_poor' }, ...rest])).not.toBe(listHash('r', entries))
    expect(listHash('other', entries)).not.toBe(listHash('r', entries))
  })

  it('names every reason that stands against it', () => {
    const cases = [
      judged(1),
      judged(2, { state: 'submitted' }),
      judged(3, { undecidable: 'illustrative_table' }),
      judged(4, { undecidable: 'class_open', class: null }),
    ]
    const blocks = draftBlocks('checking', cases)
    expect(blocks.map((b) => [b.code, b.count])).toEqual([
      ['step_open', 0],
      ['not_accepted', 1],
      ['illustrative_table', 1],
      ['class_open', 1],
    ])
    expect(blocks[2]?.households).toEqual([{ householdId: household(3), caseId: household(3), headName: 'Chủ hộ 3' }])
    expect(draftBlocks('deciding', [judged(1)])).toEqual([])
  })
})

it('classes begin on the eve of the named day, or of the day a decision is drafted', () => {
  expect(eveOf(null, day('2026-11-20'))).toBe('2026-11-19')
  expect(eveOf(day('2027-01-01'), day('2026-11-20'))).toBe('2026-12-31')
})
