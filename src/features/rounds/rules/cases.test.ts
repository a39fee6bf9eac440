import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notKnownYet } from '#kernel/text.ts'
import { caseStates } from '../model.ts'
import { caseActions, caseActionsFrom, notSurveyedSaid, roundLets, roundStatesFor, stepCase } from './cases.ts'

describe('a case', () => {
  it('goes from the list to accepted, and back to Mai when Hùng returns it', () => {
    const states: (string | null)[] = ['listed']
    for (const action of ['assign', 'submit', 'return', 'submit', 'accept'] as const)
      states.push(stepCase(states.at(-1) as 'listed', action))
    expect(states).toEqual(['listed', 'assigned', 'submitted', 'returned', 'submitted', 'accepted'])
  })

  it('forbids what the table does not name', () => {
    expect(stepCase('listed', 'submit')).toBeNull()
    expect(stepCase('accepted', 'submit')).toBeNull()
    expect(stepCase('submitted', 'submit')).toBeNull()
    expect(stepCase('assigned', 'unlist')).toBeNull()
    expect(stepCase('submitted', 'assign')).toBeNull()
    expect(caseActionsFrom('ended')).toEqual([])
  })

  it('never reaches submitted or accepted without a survey sent, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...caseActions), { maxLength: 30 }), (tried) => {
        let state: (typeof caseStates)[number] | 'gone' = 'listed'
        let sent = false
        for (const action of tried) {
          if (state === 'gone') return
          const next = stepCase(state, action)
          if (next === null) continue
          sent ||= action === 'submit'
          state = next
        }
        if (state === 'submitted' || state === 'accepted' || state === 'returned') expect(sent).toBe(true)
      }),
    )
  })

  it('lists exactly the actions it allows', () => {
    for (const state of caseStates)
      expect(caseActionsFrom(state)).toEqual(caseActions.filter((a) => stepCase(state, a)).sort(byTable(state)))
  })

  it('takes no survey while the list is drawn, nor after the checking', () => {
    expect(roundStatesFor('submit')).toEqual(['surveying', 'checking'])
    for (const closed of ['listing', 'assigning', 'deciding', 'completed', 'cancelled', 'nonsense'])
      expect(roundLets(closed, 'submit')).toBe(false)
  })
})

const byTable = (state: (typeof caseStates)[number]) => (a: string, b: string) => {
  const order: string[] = caseActionsFrom(state)
  return order.indexOf(a) - order.indexOf(b)
}

it('why a household could not be surveyed is told with its words, also by a page that is older than the reason', () => {
  const told = notSurveyedSaid({ kind: 'hibernating' as 'refuses', because: 'Đi làm xa', number: '12' })
  expect(told.vi).toBe(`${notKnownYet.vi}: Đi làm xa. Biên bản số 12.`)
})
