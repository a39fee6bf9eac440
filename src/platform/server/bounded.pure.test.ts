import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { bounded } from './bounded.ts'

it('runs so many at once, the next in order, and tells the rest to come again', async () => {
  const inTurn = bounded({ atOnce: 2, waiting: 3 })
  let running = 0
  let most = 0
  const done: number[] = []
  const work = (n: number) =>
    inTurn(async () => {
      running += 1
      most = Math.max(most, running)
      await sleep(1)
      running -= 1
      done.push(n)
    })
  const all = [0, 1, 2, 3, 4].map(work)
  await expect(work(5)).rejects.toMatchObject({ code: 'server.busy', facts: { retryAfterSeconds: 5 } })
  await Promise.all(all)
  expect(most).toBe(2)
  expect(done).toEqual([0, 1, 2, 3, 4])
})

it('gives its place on when the work fails', async () => {
  const inTurn = bounded({ atOnce: 1, waiting: 1 })
  const failing = inTurn(() => Promise.reject(new Error('no')))
  const next = inTurn(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
  expect(await inTurn(async () => 'again')).toBe('again')
})
