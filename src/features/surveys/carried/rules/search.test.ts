/** Hùng looks for a family in a hamlet without a line. */
import { describe, expect, it } from 'vitest'
import type { HouseholdClass, Relation } from '#features/households/model.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { CarriedHousehold } from '../model.ts'
import { type Entry, entryOf, type Filter, foldedWords, search, shownAtOnce } from './search.ts'

const [thon1, thon2] = ['v1', 'v2'] as unknown as [AreaId, AreaId]
type Person = readonly [name: string, relation: Relation, leftOn?: string]

function household(number: string, address: string, people: readonly Person[], of?: HouseholdClass): CarriedHousehold {
  return {
    householdId: number as HouseholdId,
    head: people[0]?.[0] ?? '',
    ...{ number, address, ...(of && { class: of }) },
    members: people.map(([name, relation, leftOn]) => ({
      ...{ name, relation, sex: 'male' as const, birth: '1980' },
      ...(leftOn && { leftOn: leftOn as PlainDate, why: 'moved_out' as const }),
    })),
  }
}

const families = [
  entryOf(
    household(
      '00001',
      'Ngõ 7',
      [
        ['Nguyễn Văn Hùng', 'head'],
        ['Trần Thị Hoà', 'spouse'],
      ],
      'poor',
    ),
    thon1,
  ),
  entryOf(
    household(
      'HN-0271',
      'Xóm Đồi',
      [
        ['Nguyễn Văn Hưng', 'head'],
        ['Nguyễn Văn Hùng', 'child'],
      ],
      'near_poor',
    ),
    thon1,
  ),
  entryOf(
    household('2-003', 'Ngõ 70', [
      ['Đặng Thị Phùng', 'head'],
      ['Lê Văn Đi', 'child', '2026-01-02'],
    ]),
    thon2,
  ),
  entryOf(
    household(
      '',
      'Ngõ 7',
      [
        ["H'Hen Niê", 'head'],
        ['Trần Văn Hùng', 'child'],
      ],
      'poor',
    ),
    thon2,
  ),
]
const found = (q: string, filter: Filter = {}) => search(families, q, filter).hits.map(({ entry: { of } }) => of.head)

describe('a household is found', () => {
  it('by a name without tone marks, of the head before the others', () => {
    expect(found('nguyen van hung')).toEqual(['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'])
    expect(found('hung')).toEqual(['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng', "H'Hen Niê"])
  })

  it('by a name with tone marks those that have them first, and the others after', () => {
    expect(found('Hưng')).toEqual(['Nguyễn Văn Hưng', 'Nguyễn Văn Hùng', "H'Hen Niê"])
    expect(found('Hòa')).toEqual(['Nguyễn Văn Hùng'])
    expect(found('đặng')).toEqual(['Đặng Thị Phùng'])
  })

  it('by the beginnings of words in any order, and not by what lies within one', () => {
    expect(found('hung ngu')).toEqual(['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'])
    expect(found('ung')).toEqual([])
  })

  it("by words of one person, not of several; without its apostrophe H'Hen too", () => {
    expect(found('tran hung')).toEqual(["H'Hen Niê"])
    expect(found('hhen nie')).toEqual(["H'Hen Niê"])
    expect(found('đặng đi')).toEqual([])
  })

  it('by its number however it is written, before all who only hold it', () => {
    expect(found('1')).toEqual(['Nguyễn Văn Hùng'])
    expect(found('hn 271')).toEqual(['Nguyễn Văn Hưng'])
    expect(found('2.3')).toEqual(['Đặng Thị Phùng'])
    expect(found('2-003')).toEqual(['Đặng Thị Phùng'])
  })

  it('by its telephone number or the end of it, after who has the figures as its number, before all who only hold them', () => {
    const called = { ...household('3-001', 'Ngõ 9', [['Lò Thị Gọi', 'head']]), phone: '0000567891' }
    const numbered = household('7891', 'Ngõ 9', [['Lò Thị Số', 'head']])
    const lane = household('3-003', 'Ngõ 7891', [['Lò Thị Ngõ', 'head']])
    const all = [lane, called, numbered].map((one) => entryOf(one, thon1))
    const heads = (q: string) => search(all, q).hits.map(({ entry: { of } }) => of.head)
    expect(heads('7891')).toEqual(['Lò Thị Số', 'Lò Thị Gọi', 'Lò Thị Ngõ'])
    for (const q of ['0000 567 891', '+84 000567891', '567891', '567 891']) expect(heads(q), q).toEqual(['Lò Thị Gọi'])
    for (const q of ['891', '5678', '567-891']) expect(heads(q), q).toEqual([])
    const many = [...Array.from({ length: 60 }, () => all[0] as Entry), ...all]
    expect([search(many, '7891').total, search(many, '7891').hits[1]?.entry.of.head]).toEqual([63, 'Lò Thị Gọi'])
  })

  it('by its lane, and by a name in a lane', () => {
    // Not the one in lane 70.
    expect(found('ngo 7')).toEqual(['Nguyễn Văn Hùng', "H'Hen Niê"])
    expect(found('ngõ 70')).toEqual(['Đặng Thị Phùng'])
    const inLanes = ['Ngõ 2, số 80', 'Ngõ 3, số 80', 'Ngõ 3, số 37', 'Xóm 37, ngõ 3, số 9'].map((address, n) =>
      entryOf(household(`1-${376 + n}`, address, [[`Chủ ${n}`, 'head']]), thon1),
    )
    const sought = (q: string) => search(inLanes, q).hits.map(({ entry }) => entry.of.address)
    expect(sought('ngo 3 so 37')).toEqual(['Ngõ 3, số 37', 'Xóm 37, ngõ 3, số 9'])
    expect(sought('ngõ 3')).toEqual(['Ngõ 3, số 80', 'Ngõ 3, số 37', 'Xóm 37, ngõ 3, số 9'])
    expect(found('hùng ngõ 7')).toEqual(['Nguyễn Văn Hùng', "H'Hen Niê"])
  })

  it('by who lives there no more, and says who it is', () => {
    const [hit] = search(families, 'le van di').hits
    expect(hit && [hit.entry.of.head, hit.entry.of.members[hit.member ?? -1]?.name]).toEqual([
      'Đặng Thị Phùng',
      'Lê Văn Đi',
    ])
  })

  it('within a village and a class; without words all of them', () => {
    expect(found('', { class: 'poor' })).toEqual(['Nguyễn Văn Hùng', "H'Hen Niê"])
    expect(found('', { class: 'none', villageId: thon2 })).toEqual(['Đặng Thị Phùng'])
    expect(found('hung', { villageId: thon2 })).toEqual(["H'Hen Niê"])
    expect(found('')).toHaveLength(4)
  })
})

it('shows the first fifty and says how many there are', () => {
  const many = Array.from({ length: 120 }, (_, n) => entryOf(household(`${n}`, '', [[`Vàng A ${n}`, 'head']]), thon1))
  const { hits, total } = search(many, 'vang')
  expect([hits.length, total]).toEqual([shownAtOnce, 120])
  expect(search(many, 'khong co ai')).toEqual({ hits: [], total: 0 })
})

it('of many the best stands first, wherever it lies, and all are counted as one by one', () => {
  const many = Array.from({ length: 200 }, (_, n) =>
    entryOf(
      household(`N-${n}`, n % 2 ? 'Ngõ 7' : '', [
        [`Vàng A ${n % 9 ? 'Sử' : 'Sứ'} ${n}`, 'head'],
        [`Lý Thị ${n}`, 'spouse'],
      ]),
      thon1,
    ),
  )
  const late = entryOf(
    household('N-999', '', [
      ['Lò Thị Mỷ', 'head'],
      ['Vàng A Sử', 'child'],
    ]),
    thon1,
  )
  const [first] = search([...many, late], 'vang a su').hits
  expect(first?.entry).toBe(late)
  for (const q of ['vang', 'vàng a sử', 'ly thi', 'vang ngo 7', 'su 7', 'n-7'])
    expect(search([...many, late], q).total).toBe([...many, late].filter((one) => search([one], q).total > 0).length)
})

it('folds word by word as a whole text is folded', () => {
  const texts = ['Nguyễn Văn Hùng', "H'Hen Niê", 'Ngõ 12-3', 'ĐẶNG THỊ Hoà', 'Ka - Sô', '', 'Đội 5 - xóm Đồi', 'Y Ƀêl']
  for (const text of texts) expect(foldedWords(text).trim()).toBe(fold(text))
})
