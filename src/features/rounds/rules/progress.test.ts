import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import type { RoundState } from '../model.ts'
import { byPace, type Counts, daysLeft, isBehind, paceOf, villageStanding } from './progress.ts'

const none: Counts = { listed: 0, assigned: 0, submitted: 0, returned: 0, accepted: 0, ended: 0, total: 0 }
const counts = (given: Partial<Counts>): Counts => {
  const all = { ...none, ...given }
  return { ...all, total: all.listed + all.assigned + all.submitted + all.returned + all.accepted + all.ended }
}
/** Ten days, the first to the tenth of November. */
const round = (state: RoundState = 'surveying') => ({
  state,
  windowFrom: plainDate('2026-11-01'),
  windowUntil: plainDate('2026-11-10'),
})
const day = (n: number) => plainDate(`2026-11-${String(n).padStart(2, '0')}`)

describe('how far a round is', () => {
  it('counts the last day in', () => {
    expect([1, 10, 11].map((n) => daysLeft(round(), day(n)))).toEqual([9, 0, -1])
  })

  it('is behind where less than half of what the passed time asks for is in', () => {
    const slow = counts({ assigned: 16, submitted: 4 })
    expect([1, 5, 6].map((n) => isBehind(round(), slow, day(n)))).toEqual([false, false, true])
    expect(isBehind(round(), counts({ accepted: 20 }), day(10))).toBe(false)
  })

  it('is late after the last day, behind only where a survey is missing', () => {
    const sent = counts({ submitted: 3 })
    expect([paceOf(round(), sent, day(10)), paceOf(round(), sent, day(11))]).toEqual(['fine', 'late'])
    expect(isBehind(round(), sent, day(11))).toBe(false)
    expect(isBehind(round(), counts({ submitted: 3, returned: 1 }), day(11))).toBe(true)
    expect(paceOf(round('completed'), sent, day(30))).toBe('fine')
  })

  it('asks nothing of whoever left the round, and nothing at all of a round of nobody', () => {
    expect(isBehind(round(), counts({ ended: 5 }), day(20))).toBe(false)
    expect(paceOf(round(), none, day(9))).toBe('fine')
    expect(villageStanding(counts({ ended: 2 }), true)).toBe('none')
    expect(villageStanding(counts({ ended: 2, accepted: 1 }), true)).toBe('done')
  })

  it('puts what is late first, then what is slow, then what ends sooner', () => {
    const rows = [
      { pace: 'fine', daysLeft: 1 },
      { pace: 'slow', daysLeft: 9 },
      { pace: 'late', daysLeft: -1 },
      { pace: 'late', daysLeft: -7 },
    ] as const
    expect([...rows].sort(byPace).map((row) => row.daysLeft)).toEqual([-7, -1, 9, 1])
  })
})
