import { describe, expect, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import { plainDate as day } from '#kernel/dates.ts'
import { namedDay, standardsFor } from './standards.ts'

describe('the standards of a round', () => {
  const standards = loadStandards().standards.map((s) => s.value)
  const chosen = (on: string) => {
    const found = standardsFor(standards, { day: day(on), provinceCode: null })
    return found && [found.opens.id, found.closes?.id ?? null]
  }

  it('are those of the day the classes hold from: autumn 2021 and 2026 read by two', () => {
    expect(namedDay('annual', day('2021-12-14'))).toBe('2022-01-01')
    expect(namedDay('ad_hoc', day('2021-12-14'))).toBeNull()
    expect(chosen('2022-01-01')).toEqual(['vn-2022-2025', 'vn-2016-2020'])
    expect(chosen('2027-01-01')).toEqual(['vn-2027-2030', 'vn-2022-2025'])
    expect(chosen('2026-01-01')).toEqual(['vn-2022-2025', null])
    expect(chosen('2026-11-20')).toEqual(['vn-2022-2025', null])
    expect(chosen('2031-01-01')).toBeNull()
  })
})
