/** What is counted of a proposal while a person changes its classes. */
import { describe, expect, it } from 'vitest'
import type { OfficialId } from '#kernel/ids.ts'
import type { ClassOf } from '../model.ts'
import { clashesOf, countsOf, editedOf, isOfOne, isTooLarge, type ProposalAnswer } from './proposal.ts'

const class1 = { key: 'a', number: 1, placeId: 'x', placeName: 'Tam Hồng', weeks: [12], people: 3 }
const officialIds = ['Một', 'Hai', 'Ba'] as unknown as OfficialId[]
const classes = [
  { ...class1, officialIds },
  { ...class1, key: 'b', number: 2, people: 2, officialIds: officialIds.slice(0, 2) },
] as unknown as ClassOf[]
const proposal = { classes, places: [], seated: 5, uncovered: 4 } as unknown as ProposalAnswer
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
