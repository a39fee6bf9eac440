import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { closedIn, limitSaid, readDayOfYear } from './rules.ts'

const always = { from: plainDate('2020-01-01'), until: null }
const unsaid = { value: null, firstDay: null, lastDay: null, what: null, turns: null }

describe('days without classes', () => {
  it('come each year while they are laid down, over the end of the year too', () => {
    const harvest = { firstDay: '05-15', lastDay: '06-15' }
    expect(closedIn(2027, { ...harvest, ...always })).toContainEqual({ from: '2027-05-15', until: '2027-06-16' })
    expect(closedIn(2027, { firstDay: '12-20', lastDay: '01-10', ...always })).toEqual([
      { from: '2026-12-20', until: '2027-01-11' },
      { from: '2027-12-20', until: '2028-01-11' },
      { from: '2028-12-20', until: '2029-01-11' },
    ])
    const ending = { from: plainDate('2027-06-01'), until: plainDate('2027-06-10') }
    expect(closedIn(2027, { ...harvest, ...ending })).toEqual([{ from: '2027-06-01', until: '2027-06-10' }])
  })

  it('are read and said as people write them', () => {
    expect(['15/5', ' 1-9 ', '31/02', '29/2', '15', 'x'].map(readDayOfYear)).toEqual([
      '05-15',
      '09-01',
      null,
      null,
      null,
      null,
    ])
    expect(limitSaid('closed', { ...unsaid, firstDay: '05-15', lastDay: '06-15', what: 'Mùa gặt' })).toEqual({
      vi: '15/05 đến 15/06 hằng năm: Mùa gặt',
      en: '15/05 to 15/06 each year: Mùa gặt',
    })
    expect(limitSaid('furthest_way', { ...unsaid, value: 40 })).toEqual({ vi: '40 km', en: '40 km' })
  })
})
