import { describe, expect, it } from 'vitest'
import { headsAlike, type KnownHead, likelyDoubles } from './doubles.ts'

const one = (householdId: string, headName: string, birthYear: number | null = null, address = ''): KnownHead => ({
  householdId,
  headName,
  birthYear,
  address,
})
const list = [
  one('a', 'H’Hen Niê', 1979),
  one('b', 'Quý Văn Tỵ', 1960, 'Ngõ 3, số 2'),
  one('c', 'Lò Thị Yên', 1985),
  one('d', 'Lò Thị Yên', 1991, 'Đầu bản'),
]
const alike = (headName: string, birthYear: number | null = null, address = '') =>
  headsAlike({ householdId: null, headName, birthYear, address }, list).map(({ of, likely }) => [
    of.householdId,
    likely,
  ])

describe('who of the list is spoken of', () => {
  it('is heard as the register hears names: tone marks, apostrophes, y and i', () => {
    expect(alike('h hen nie')).toEqual([['a', false]])
    expect(alike('Quí Văn Ti')).toEqual([['b', false]])
    expect(alike('Lò Văn Yên')).toEqual([])
    expect(alike('  ')).toEqual([])
  })

  it('is likely the same by the year of birth or by the place, and those come first', () => {
    expect(alike('Lò Thị Yên', 1991)).toEqual([
      ['d', true],
      ['c', false],
    ])
    expect(alike('quy van ty', null, 'NGÕ 3, số 2')).toEqual([['b', true]])
    // What is not known says nothing.
    expect(alike('Lò Thị Yên', null, '')).toEqual([
      ['c', false],
      ['d', false],
    ])
  })

  it('is never itself', () => {
    expect(headsAlike(list[2] as KnownHead, list).map(({ of }) => of.householdId)).toEqual(['d'])
  })
})

describe('a list with the same household twice', () => {
  it('says of each which other it may be; of a name alone it says nothing', () => {
    const twice = [...list, one('e', 'Lo Thi Yen', 1985), one('f', 'Hoàng Văn Páo'), one('g', 'Hoàng Văn Páo')]
    const found = likelyDoubles(twice)
    expect([...found].map(([id, others]) => [id, others.map((other) => other.householdId)])).toEqual([
      ['c', ['e']],
      ['e', ['c']],
    ])
  })
})
