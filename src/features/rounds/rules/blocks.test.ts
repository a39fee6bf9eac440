import { describe, expect, it } from 'vitest'
import type { HouseholdId, Id } from '#kernel/ids.ts'
import type { CaseState } from '../model.ts'
import { finishBlocks } from './blocks.ts'

const inState = (n: number, state: CaseState) => {
  const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  return {
    householdId: id as HouseholdId,
    caseId: id as Id<'review_case'>,
    headName: `Chủ hộ ${n}`,
    seen: true,
    here: true,
    state,
  }
}
const found = (step: string, ...states: CaseState[]) =>
  finishBlocks(
    step,
    states.map((state, at) => inState(at, state)),
  ).map((b) => [b.code, b.count])

describe('a step', () => {
  it('does not end before its work is done', () => {
    expect(found('listing')).toEqual([['no_household', 0]])
    expect(found('assigning', 'listed', 'assigned')).toEqual([['not_assigned', 1]])
    expect(found('surveying', 'assigned', 'returned')).toEqual([['not_submitted', 1]])
    expect(found('surveying', 'listed', 'assigned')).toEqual([
      ['not_assigned', 1],
      ['not_submitted', 1],
    ])
    expect(found('checking', 'assigned', 'returned', 'accepted')).toEqual([['not_accepted', 2]])
  })

  it('counts whom the actor may not see, and names none of them', () => {
    const cases = [1, 2, 3].map((n) => ({ ...inState(n, 'submitted'), seen: n === 1 }))
    const [block] = finishBlocks('checking', cases)
    expect([block?.count, block?.unseen, block?.households.map((one) => one.headName)]).toEqual([3, 2, ['Chủ hộ 1']])
    expect(block?.said.vi).toBe('3 hộ chưa được chấp nhận phiếu. Trong đó 2 hộ ở nơi khác bạn không xem được.')
  })

  it('waits for those that another commune has today', () => {
    const cases = [1, 2].map((n) => ({ ...inState(n, 'accepted'), here: n === 1 }))
    expect(finishBlocks('checking', cases).map((b) => [b.code, b.count])).toEqual([['elsewhere', 1]])
  })

  it('ends once it is done', () => {
    expect([found('listing', 'listed'), found('assigning', 'assigned'), found('checking', 'accepted')]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('names at most twenty of the households it waits for, and counts all', () => {
    const [block] = finishBlocks(
      'checking',
      Array.from({ length: 30 }, (_, n) => inState(n, 'submitted')),
    )
    expect([block?.count, block?.households.length, block?.said.vi]).toEqual([
      30,
      20,
      '30 hộ chưa được chấp nhận phiếu.',
    ])
  })
})
