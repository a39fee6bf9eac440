import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import { library, standardCalled } from '#test/law.ts'
import { scorerOf } from './library.ts'
import { borrowThresholds } from './rules/borrow.ts'
import { compileStandard } from './rules/compile.ts'
import { whyNotDecidable } from './rules/faults.ts'
import { indicatorsOf } from './rules/indicators.ts'
import { isDecidable } from './rules/tables.ts'

describe('what may be decided', () => {
  const [shipped] = library.points
  if (!shipped) throw new Error('no table is shipped')
  const table = shipped.value
  const day = plainDate('2026-10-15')
  const known = { settlement: 'rural', region: 'NT_DBSH' } as const

  it('the only table shipped is illustrative, holds the 17 rows read and cannot decide', () => {
    expect(library.points).toHaveLength(1)
    expect(table.sections.reduce((rows, s) => rows + s.rows.length, 0)).toBe(17)
    const verdict = scorerOf(library, 'vn-2022-2025', table.id).explain(known, day)
    expect(verdict.illustrativeTable).toBe(true)
    expect(verdict.income.mark).toBe('illustrative')
    expect(whyNotDecidable(verdict)).toBe('illustrative_table')
  })

  it('counts B1 of one retired person living alone by the rows read', () => {
    const alone = {
      ...known,
      members: [
        {
          id: 'p1',
          birth: { year: 1955 },
          finished: 'college' as const,
          job: 'none' as const,
          canWork: true,
          pension: true,
        },
      ],
    }
    const verdict = scorerOf(library, 'vn-2022-2025', table.id).explain(alone, day)
    // one person 75, one older than 60 5, college 10, no job 0, one pension 20
    expect(verdict).toMatchObject({ b1: 110, income: { kind: 'points', used: 110, usedMax: null, cut: 140 } })
  })

  it('a table needs two different people, and no illustrative value', () => {
    const by = (accountId: string) => ({ accountId, name: accountId, on: day })
    const official = structuredClone({ ...table, mark: 'secondary' as const })
    for (const s of official.sections) for (const r of s.rows) r.mark = 'secondary'
    expect(isDecidable(official)).toBe(false)
    expect(isDecidable({ ...official, confirmedBy: [by('lan'), by('lan')] })).toBe(false)
    expect(isDecidable({ ...official, confirmedBy: [by('lan'), by('bich')] })).toBe(true)
    expect(isDecidable({ ...table, confirmedBy: [by('lan'), by('bich')] })).toBe(false)
  })

  it('an exercise, a table nobody holds and an open class cannot be decided', () => {
    const whatIf = compileStandard(borrowThresholds(standardCalled('vn-2027-2030'), standardCalled('vn-2022-2025')))
    expect(whyNotDecidable(whatIf.explain(known, day))).toBe('what_if')
    const named = { ...known, income: { b1: { table: 'bang-la', points: 200 } } }
    expect(whyNotDecidable(scorerOf(library, 'vn-2022-2025').explain(named, day))).toBe('table_not_confirmed')
    expect(whyNotDecidable(scorerOf(library, 'vn-2022-2025').explain(known, day))).toBe('class_open')
    const rich = { ...known, income: { perPersonMonth: vnd(9_000_000) } }
    expect(whyNotDecidable(scorerOf(library, 'vn-2022-2025').explain(rich, day))).toBeNull()
  })

  it("refuses to count by another standard's table", () => {
    expect(() => compileStandard(standardCalled('vn-2027-2030'), table)).toThrow(/not for vn-2027-2030/)
    expect(() => scorerOf(library, 'vn-2022-2025', 'bang-la')).toThrow(/no points table bang-la/)
  })

  it('borrowed thresholds are said to be borrowed, make indicators assessable and leave waste open', () => {
    const whatIf = borrowThresholds(standardCalled('vn-2027-2030'), standardCalled('vn-2022-2025'))
    expect(whatIf.whatIf?.vi).toContain('không dùng cho kỳ rà soát')
    expect(
      indicatorsOf(whatIf)
        .filter((i) => !i.threshold)
        .map((i) => i.key),
    ).toEqual(['wasteTreatment'])
    expect(whatIf.lines).toEqual(standardCalled('vn-2027-2030').lines)
  })
})
