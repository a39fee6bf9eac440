/** The demo works on whatever day it is made: its running rounds take surveys, and lie within a standard. */
import { describe, expect, it } from 'vitest'
import { daysBetween, plainDate } from '#kernel/dates.ts'
import { demoRounds } from './story.ts'

const running = (day: string) => {
  const today = plainDate(day)
  return demoRounds(today)
    .filter(({ state }) => state === 'surveying')
    .map((round) => ({ ...round, today }))
}

describe('the running rounds of the demo', () => {
  it.each(['2026-11-20', '2026-11-26', '2026-11-30', '2026-12-01', '2026-12-10', '2027-02-27', '2028-02-29'])(
    'made on %s can still be surveyed this month',
    (day) => {
      const [, month] = running(day)
      if (!month) throw new Error('no round of the month')
      expect(month.window[0] < month.today && month.today <= month.window[1]).toBe(true)
      expect(month.window[0] <= month.surveyedOn && month.surveyedOn <= month.today).toBe(true)
      expect(daysBetween(month.today, month.window[1])).toBeGreaterThanOrEqual(day.startsWith('2026-12-2') ? 0 : 10)
      expect(month.opens).toBe(day < '2027' ? 'vn-2022-2025' : 'vn-2027-2030')
    },
  )

  it.each(['2026-11-20', '2026-12-14', '2026-12-20', '2026-12-31'])('of the autumn too, on %s', (day) => {
    const [autumn] = running(day)
    expect(autumn && autumn.today <= autumn.window[1]).toBe(true)
    expect(autumn && autumn.window[1] <= '2026-12-31').toBe(true)
  })

  it('of the month before a standard ends run no further than it', () => {
    expect(running('2026-12-28').map(({ window }) => window[1])).toEqual(['2026-12-31', '2026-12-31'])
  })
})
