/** What is counted of a proposal while a person changes its classes. */
import { describe, expect, it } from 'vitest'
import type { OfficialId } from '#kernel/ids.ts'
import { kmSaid } from '../columns.ts'
import type { ClassOf } from '../model.ts'
import { clashesOf, countsOf, editedOf, isOfOne, isTooFar, isTooLarge, type ProposalAnswer } from './proposal.ts'

const home = { homeIds: ['x', 'y', 'z'], km: 12, wayless: 0, communes: 3 }
const class1 = { key: 'a', number: 1, placeId: 'x', placeName: 'Tam Hồng', weeks: [12], people: 3, ...home }
const officialIds = ['Một', 'Hai', 'Ba'] as unknown as OfficialId[]
const classes = [
  { ...class1, officialIds },
  { ...class1, key: 'b', number: 2, people: 2, officialIds: officialIds.slice(0, 2) },
] as unknown as ClassOf[]
const ways = [
  { fromId: 'y', toId: 'x', far: 9 },
  { fromId: 'z', toId: 'x', far: 12 },
  { fromId: 'x', toId: 'y', far: 30 },
]
const proposal = { classes, places: [], ways, seated: 5, uncovered: 4 } as unknown as ProposalAnswer
const typed = { left: false, placeId: 'x' as ClassOf['placeId'], weeks: '12', people: 3 }
const counts = (edits: Parameters<typeof editedOf>[1]) => countsOf(proposal, editedOf(proposal, edits))

describe('the numbers of a proposal', () => {
  it('are its own while nothing is changed', () => {
    expect(counts({})).toEqual({ classes: 2, seated: 5, uncovered: 4 })
  })

  it('follow a class that is left out or made smaller: who loses a seat is in no class', () => {
    expect(counts({ a: { ...typed, left: true } })).toEqual({ classes: 1, seated: 2, uncovered: 7 })
    expect(counts({ a: { ...typed, people: 1 } })).toEqual({ classes: 2, seated: 3, uncovered: 6 })
  })

  it('say of a class that it has more people than the province lets into one', () => {
    const large = (part: object) => editedOf(proposal, { a: { ...typed, ...part } }).map((one) => isTooLarge(one, 3))
    expect(large({ people: 3 })).toEqual([false, false])
    expect(large({ people: 4 })).toEqual([true, false])
    expect(large({ people: 4, left: true })).toEqual([false, false])
  })

  it('take nobody for seated by a seat without a name', () => {
    expect(counts({ a: { ...typed, people: 9 } })).toEqual({ classes: 2, seated: 5, uncovered: 4 })
  })

  it('say how far a class that is moved by hand is, and from where no way is known', () => {
    const travel = (edit: object) => {
      const [moved] = editedOf(proposal, { a: { ...typed, ...edit } })
      return moved && { said: kmSaid(moved), far: isTooFar(moved, 20) }
    }
    expect(travel({})).toEqual({ said: 12, far: false })
    expect(travel({ people: 2 })).toEqual({ said: 9, far: false })
    expect(travel({ people: 1 })).toEqual({ said: { vi: 'tại chỗ', en: 'at home' }, far: false })
    const toY = travel({ placeId: 'y' })
    expect(toY).toMatchObject({ said: { vi: '30, chưa biết đường từ 1 xã' }, far: true })
    expect(travel({ placeId: 'nowhere' })).toMatchObject({ said: { vi: 'chưa biết đường từ 3 xã' }, far: false })
  })

  it('have those pointed out who would be in two classes in one week', () => {
    const clashes = (edits: Parameters<typeof editedOf>[1]) => clashesOf(editedOf(proposal, edits))
    expect(clashes({})).toEqual([{ one: 1, other: 2, people: 2 }])
    expect(clashes({ a: { ...typed, weeks: '13' } })).toEqual([])
    expect(clashes({ a: { ...typed, weeks: '11-12', people: 1 } })).toEqual([{ one: 1, other: 2, people: 1 }])
    expect(clashes({ a: { ...typed, left: true } })).toEqual([])
  })

  it('have a class of one person pointed out, unless it is left out', () => {
    const of = (left: boolean) => editedOf(proposal, { a: { ...typed, left, people: 1 } }).map(isOfOne)
    expect([of(false), of(true)]).toEqual([
      [true, false],
      [false, false],
    ])
  })
})
