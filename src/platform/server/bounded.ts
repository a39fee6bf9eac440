/** So many at a time, so many waiting, and a sentence for who comes after. */
import { problem } from '#kernel/problem.ts'

const secondsToCome = 5

type Bounds = {
  readonly atOnce: number
  readonly waiting: number
  /** Seconds that one waits at most. */
  readonly patience?: number
}

/** Wraps heavy work: at most `atOnce` run, at most `waiting` wait their turn in order. Throws `server.busy` beyond. */
export function bounded({ atOnce, waiting, patience }: Bounds) {
  const queue: (() => void)[] = []
  let running = 0
  const turn = () =>
    new Promise<void>((resolve, reject) => {
      const busy = () => reject(problem('server.busy', { retryAfterSeconds: secondsToCome }))
      if (queue.length >= waiting) return busy()
      // Whoever ends hands its place on.
      const come = () => {
        clearTimeout(tired)
        resolve()
      }
      const leave = () => {
        queue.splice(queue.indexOf(come), 1)
        busy()
      }
      const tired = patience === undefined ? undefined : setTimeout(leave, patience * 1000)
      queue.push(come)
    })
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1
    else await turn()
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
