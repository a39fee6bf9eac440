import { expect, it } from 'vitest'
import type { Work, Worklist } from '#platform/web/work.ts'
import { joinWork, waiting, waitingIn } from './worklist.ts'

const work = (key: string, state: Work['state'], count: number | null, group: Work['group'] = 'review'): Work => ({
  key,
  group,
  label: key,
  count,
  href: '/',
  state,
})
const list = (...items: Work[]): Worklist => ({ work: items, loading: false, problem: null })

it('puts what is late first, what others do behind what waits, news last, and drops what is done', () => {
  const joined = joinWork([
    list(work('news', 'changed', 3), work('to come', 'elsewhere', 4), work('to check', 'waits', 12)),
    list(work('done', 'waits', 0), work('unsent', 'late', 2), work('counting', 'waits', null)),
  ])
  expect(joined.work.map((one) => one.key)).toEqual(['unsent', 'to check', 'counting', 'to come', 'news'])
})

it('is loading while any room still counts', () => {
  expect(joinWork([list(), { ...list(), loading: true }]).loading).toBe(true)
  expect(joinWork([list()]).loading).toBe(false)
})

it('counts for a room what waits there, not what others do or what is only news', () => {
  const mine = [work('a', 'waits', 12), work('b', 'late', 2), work('d', 'waits', 7, 'skills')]
  const all = [...mine, work('c', 'changed', 5), work('e', 'elsewhere', 4)]
  expect(waitingIn('review', all)).toBe(14)
  expect(waitingIn('skills', all)).toBe(7)
  expect(waitingIn('support', all)).toBe(0)
  expect(waiting(all)).toBe(14 + 7)
})
