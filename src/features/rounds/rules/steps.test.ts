import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { type RoundState, roundStates, stepNames } from '../model.ts'
import {
  actionsFrom,
  isUnbuilt,
  type Procedure,
  reopenedBy,
  roundActions,
  type StepLine,
  standingOf,
  step,
  stepsOf,
} from './steps.ts'

const autumn2026: Procedure = { kind: 'annual', windowUntil: plainDate('2026-12-14') }
const autumn2021: Procedure = { kind: 'annual', windowUntil: plainDate('2021-12-14') }
const november: Procedure = { kind: 'ad_hoc', windowUntil: plainDate('2021-11-30') }

/** From the list to the end by finishing what is built and recording what is not. */
function walk(procedure: Procedure): RoundState[] {
  const seen: RoundState[] = ['listing']
  for (let state = seen[0]; state && state !== 'completed'; state = seen.at(-1)) {
    const next = step(state, 'finish', procedure) ?? step(state, 'skip', procedure) ?? step(state, 'enforce', procedure)
    if (!next) return seen
    seen.push(next)
  }
  return seen
}

describe('the steps of a round', () => {
  it('ask the district only in annual rounds that end before the districts did', () => {
    expect(walk(autumn2021)).toEqual([...stepNames, 'completed'])
    expect(walk(autumn2026)).toEqual([...stepNames.filter((s) => s !== 'district_opinion'), 'completed'])
    expect(walk(november)).not.toContain('district_opinion')
    const asks = (day: string) => stepsOf({ kind: 'annual', windowUntil: plainDate(day) }).includes('district_opinion')
    expect([asks('2025-06-30'), asks('2025-07-01')]).toEqual([true, false])
    expect(step('district_opinion', 'skip', autumn2026)).toBeNull()
  })

  it('pass what is not built only by a recorded skip, and skip nothing that is built', () => {
    for (const state of roundStates) {
      const skips = step(state, 'skip', autumn2021) !== null
      expect([state, skips]).toEqual([state, isUnbuilt(state)])
      if (skips) expect(step(state, 'finish', autumn2021)).toBeNull()
    }
  })

  it('come into force only from the decision, and nothing leaves the end', () => {
    for (const state of roundStates)
      expect([state, step(state, 'enforce', autumn2026) !== null]).toEqual([state, state === 'deciding'])
    expect(actionsFrom('completed', autumn2026)).toEqual({})
    expect(actionsFrom('cancelled', autumn2026)).toEqual({})
    expect(step('surveying', 'cancel', autumn2026)).toBeNull()
  })

  it('never reach certificates without passing every earlier step, whatever is tried', () => {
    const procedure = fc.constantFrom(autumn2021, autumn2026, november)
    fc.assert(
      fc.property(procedure, fc.array(fc.constantFrom(...roundActions), { maxLength: 60 }), (of, tried) => {
        let state: RoundState = 'listing'
        const passed = new Set<RoundState>()
        for (const action of tried) {
          const next = step(state, action, of)
          if (next === null) continue
          if (next !== state) passed.add(state)
          state = next
        }
        if (state === 'certificates' || state === 'completed')
          for (const earlier of stepsOf(of).slice(0, stepsOf(of).indexOf('certificates')))
            expect(passed).toContain(earlier)
        expect(state === 'completed' || state === 'cancelled' || stepsOf(of).includes(state)).toBe(true)
      }),
    )
  })
})

describe('what is shown of the steps', () => {
  const lines: StepLine[] = [
    { step: 'listing', outcome: 'done' },
    { step: 'assigning', outcome: 'done' },
    { step: 'surveying', outcome: 'done' },
    { step: 'checking', outcome: 'done' },
    { step: 'village_meeting', outcome: 'skipped' },
  ]

  it('names the unbuilt ones and tells done from skipped', () => {
    const shown = standingOf('posting', autumn2026, lines)
    expect(shown.map((s) => s.state)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'skipped',
      'now',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(shown.filter((s) => !s.built).map((s) => s.step)).toEqual(['village_meeting', 'posting', 'objections'])
  })

  it('opens again what is reopened, and only that', () => {
    const opened = reopenedBy(autumn2026, lines)
    expect(opened).toEqual(['checking', 'village_meeting'])
    const after = [...lines, ...opened.map((s) => ({ step: s, outcome: 'reopened' as const }))]
    expect(
      standingOf('checking', autumn2026, after)
        .map((s) => s.state)
        .slice(0, 5),
    ).toEqual(['done', 'done', 'done', 'now', 'ahead'])
    expect(reopenedBy(autumn2026, after)).toEqual([])
  })
})
