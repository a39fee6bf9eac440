import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import type { Facts, Member } from '../model/facts.ts'
import { oddAnswers } from './odd.ts'
import { oddPeople } from './oddPeople.ts'

const day = plainDate('2026-11-20')
const member = (id: string, more: Partial<Member>): Member => ({ id, name: `Người ${id}`, ...more })
const mai: Facts = {
  members: [
    member('1', { relation: 'head', birth: { year: 1985 } }),
    member('2', { relation: 'spouse', birth: { year: 1983 } }),
    member('3', { relation: 'child', birth: { year: 2014 } }),
    member('4', { relation: 'parent', birth: { year: 1955 } }),
  ],
  housing: { areaM2: 48 },
  income: { perPersonMonth: vnd(1_200_000) },
}
const asked = (facts: Facts) => oddAnswers({ ...mai, ...facts }, day).map(({ said }) => said.vi)

it('asks nothing of a family as families are', () => expect(oddAnswers(mai, day)).toEqual([]))

describe('an amount', () => {
  const month = (amount: number) => asked({ income: { perPersonMonth: vnd(amount) } })
  const year = (amount: number) => asked({ income: { total12Months: vnd(amount) } })
  it.each([
    [1_200, ['1.200 đồng một người một tháng? Có phải 1.200.000 đồng?']],
    [800, ['800 đồng một người một tháng? Có phải 800.000 đồng?']],
    [49_999, ['49.999 đồng một người một tháng?']],
    [50_000, []],
    [30_000_000, []],
    [1_200_000_000, ['1.200.000.000 đồng một người một tháng?']],
    [0, ['0 đồng một người một tháng?']],
  ])('%i a month', (amount, sentences) => expect(month(amount)).toEqual(sentences))
  it.each([
    [38_400, ['38.400 đồng một năm cho 4 người? Có phải 38.400.000 đồng?']],
    [38_400_000, []],
    [9_000_000_000, ['9.000.000.000 đồng một năm cho 4 người?']],
  ])('%i a year', (amount, sentences) => expect(year(amount)).toEqual(sentences))
  const both = (month: number, year: number) =>
    asked({ income: { perPersonMonth: vnd(month), total12Months: vnd(year) } })
  it('of a month that says another thing than that of the year is asked about, beside it', () => {
    expect(both(1_200_000, 500_000_000)).toEqual([
      '1.200.000 đồng một người một tháng, mà cả năm 500.000.000 đồng, tức 10.416.667 đồng một người một tháng?',
    ])
    expect(both(9_000_000, 57_600_000)).toHaveLength(1)
    expect(both(1_200_000, 57_600_000)).toEqual([])
    expect(both(1_200_000, 120_000_000)).toEqual([])
  })
  it('of one person is asked where nobody is listed yet', () =>
    expect(oddAnswers({ income: { total12Months: vnd(38_400) } }, day).map(({ said }) => said.vi)).toEqual([
      '38.400 đồng một năm cho 1 người? Có phải 38.400.000 đồng?',
    ]))
})

it('asks about a home of one square metre, and of a thousand', () => {
  expect(asked({ housing: { areaM2: 1 } })).toEqual(['Cả nhà ở rộng 1 m²?'])
  expect(asked({ housing: { areaM2: 1_000 } })).toEqual(['Cả nhà ở rộng 1.000 m²?'])
})

describe('people', () => {
  const with3 = (more: Partial<Member>) =>
    asked({ members: (mai.members ?? []).map((one) => (one.id === '3' ? { ...one, ...more } : one)) })
  it.each([
    [{ birth: { year: 1880 } }, 'Người 3 146 tuổi?'],
    [{ birth: { year: 1980 } }, 'Người 3 là con mà lớn hơn chủ hộ 5 tuổi?'],
    [{ birth: { year: 1995 } }, 'Người 3 là con mà chỉ kém chủ hộ 10 tuổi?'],
    [{ relation: 'parent' }, 'Người 3 là cha, mẹ mà kém chủ hộ 29 tuổi?'],
    [{ relation: 'grandparent' }, 'Người 3 là ông, bà mà kém chủ hộ 29 tuổi?'],
    [{ relation: 'grandparent', birth: { year: 1970 } }, 'Người 3 là ông, bà mà chỉ hơn chủ hộ 15 tuổi?'],
    [{ relation: 'grandchild', birth: { year: 1980 } }, 'Người 3 là cháu mà lớn hơn chủ hộ 5 tuổi?'],
    [{ relation: 'parent', birth: { year: 1980 } }, 'Người 3 là cha, mẹ mà chỉ hơn chủ hộ 5 tuổi?'],
    [{ relation: 'child_in_law' }, 'Người 3 là con dâu, con rể, mới 12 tuổi?'],
    [{ relation: 'child_in_law', birth: { year: 1982 } }, 'Người 3 là con dâu, con rể mà lớn hơn chủ hộ 3 tuổi?'],
    [{ relation: 'parent_in_law' }, 'Người 3 là cha, mẹ vợ (chồng) mà kém chủ hộ 29 tuổi?'],
    [{ relation: 'spouse' }, 'Người 3 là vợ, chồng, mới 12 tuổi?'],
  ] as const)('%o', (more, sentence) => expect(with3(more)).toContain(sentence))
  it.each([
    { birth: { year: 1998 } },
    { relation: 'parent', birth: { year: 1972 } },
    { relation: 'grandparent', birth: { year: 1959 } },
    { relation: 'grandchild', birth: { year: 1985 } },
  ] as const)('%o is just as far apart as may be', (more) => expect(with3(more)).toEqual([]))
  it('who married in as a child is asked about, whatever the relation', () => {
    const baby = { ...member('9', { relation: 'other', birth: { year: 2026, month: 11, day: 19 } }), married: true }
    expect(oddPeople([baby], day).map(({ said }) => said.vi)).toEqual(['Người 9 kết hôn về, mới 0 tuổi?'])
  })
  it('whose birth or relation is open are not asked about', () => {
    expect(asked({ members: [member('1', { relation: 'head' }), member('2', { birth: { year: 1983 } })] })).toEqual([])
  })
  it('so many that two households may stand on one list', () => {
    const many = Array.from({ length: 16 }, (_, n) => member(String(n), {}))
    expect(asked({ members: many })).toEqual(['Hộ có 16 người?'])
  })
})
