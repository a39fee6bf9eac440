import { expect, it } from 'vitest'
import { type LongWork, secondsLeft } from './tray.ts'

const work = (done: number, total: number | null): LongWork => ({
  id: 1,
  title: 'In 96 giấy chứng nhận',
  startedAt: 0,
  progress: { done, total, finished: false },
  problem: null,
  href: null,
})

it('tells the time left by the pace so far', () => {
  expect(secondsLeft(work(24, 96), 10_000)).toBe(30)
  expect(secondsLeft(work(96, 96), 10_000)).toBe(0)
})

it('says nothing while nothing can be said', () => {
  expect(secondsLeft(work(0, 96), 10_000)).toBeNull()
  expect(secondsLeft(work(24, null), 10_000)).toBeNull()
})
