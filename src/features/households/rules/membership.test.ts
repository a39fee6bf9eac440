import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { relationNames } from '../model/words.ts'
import {
  isPresent,
  mustBeBornBy,
  mustFollow,
  mustHaveOneHead,
  mustJoin,
  mustLeave,
  type Standing,
} from './membership.ts'
import { relationTo } from './relations.ts'

const today = plainDate('2026-11-20')
const code = (deed: () => void): string | null => {
  try {
    deed()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}
const mai: Standing = {
  memberId: 'm' as never,
  name: 'Mai',
  relation: 'head',
  joinedOn: plainDate('2021-09-01'),
  leftOn: null,
}

describe('who is a member on a day', () => {
  it.each([
    ['2021-08-31', false],
    ['2021-09-01', true],
    ['2024-03-04', true],
    ['2024-03-05', false],
  ])('a stay from 01/09/2021 that ended on 05/03/2024 holds on %s: %s', (day, holds) => {
    expect(isPresent({ joinedOn: mai.joinedOn, leftOn: plainDate('2024-03-05') }, plainDate(day))).toBe(holds)
  })

  it('a stay that never held a day holds on none', () => {
    expect(isPresent({ joinedOn: mai.joinedOn, leftOn: mai.joinedOn }, mai.joinedOn)).toBe(false)
  })
})

describe('joining', () => {
  const joining = (birth: object, reason: 'born' | 'moved_in', on: string) =>
    code(() =>
      mustJoin({ birth: birth as { year: number }, reason, on: plainDate(on) }, plainDate('2021-09-01'), today),
    )

  it('a newborn joins on the day of birth, on no other', () => {
    expect(joining({ year: 2026, month: 3, day: 4 }, 'born', '2026-03-04')).toBeNull()
    expect(joining({ year: 2026, month: 3, day: 4 }, 'born', '2026-03-05')).toBe('household.born_on_birth')
    expect(joining({ year: 2026 }, 'born', '2026-03-05')).toBeNull()
  })
  it('nobody joins before being born, before the household began, or on a day to come', () => {
    expect(joining({ year: 2026, month: 3, day: 4 }, 'moved_in', '2026-03-03')).toBe('household.birth_after')
    expect(joining({ year: 1980 }, 'moved_in', '2021-08-31')).toBe('household.day_too_early')
    expect(joining({ year: 1980 }, 'moved_in', '2026-11-21')).toBe('household.day_ahead')
  })
  it('a birth stands in the calendar', () => {
    expect(code(() => mustBeBornBy({ year: 2001, month: 2, day: 29 }, today))).toBe('household.birth_not_a_day')
    expect(code(() => mustBeBornBy({ year: 2000, month: 2, day: 29 }, today))).toBeNull()
    expect(code(() => mustBeBornBy({ year: 2000, day: 29 }, today))).toBe('household.birth_not_a_day')
  })
})

describe('leaving', () => {
  it('nobody leaves twice, before joining, or on a day to come', () => {
    expect(code(() => mustLeave(mai, plainDate('2024-03-05'), today))).toBeNull()
    expect(code(() => mustLeave({ ...mai, leftOn: plainDate('2024-01-01') }, plainDate('2024-03-05'), today))).toBe(
      'household.member_left',
    )
    expect(code(() => mustLeave(mai, plainDate('2021-08-31'), today))).toBe('household.day_too_early')
    expect(code(() => mustLeave(mai, plainDate('2026-11-21'), today))).toBe('household.day_ahead')
  })
  it('says the reason of a day too early in both languages', () => {
    try {
      mustFollow(plainDate('2021-01-01'), plainDate('2021-09-01'), 'household')
      expect.unreachable()
    } catch (error) {
      const { said } = error as { said: { vi: string; en: string } }
      expect(said.vi).toContain('01/09/2021 trở đi (ngày lập hộ)')
      expect(said.en).toContain('01/09/2021 or later (the household began)')
    }
  })
})

describe('the head', () => {
  it('is one, neither none nor two', () => {
    expect(code(() => mustHaveOneHead([{ relation: 'head' }, { relation: 'child' }], 'members'))).toBeNull()
    expect(code(() => mustHaveOneHead([{ relation: 'child' }], 'members'))).toBe('household.one_head')
    expect(code(() => mustHaveOneHead([{ relation: 'head' }, { relation: 'head' }], 'members'))).toBe(
      'household.one_head',
    )
  })
  it('a widow who becomes head keeps her children and gains a mother-in-law', () => {
    expect(relationTo('spouse', 'child')).toBe('child')
    expect(relationTo('spouse', 'parent')).toBe('parent_in_law')
  })
  it('a change of head never proposes a second head', () => {
    const one = fc.constantFrom(...relationNames)
    fc.assert(fc.property(one, one, (newHeadWas, memberWas) => relationTo(newHeadWas, memberWas) !== 'head'))
  })
})
