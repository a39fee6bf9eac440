/** So many at a time, so many waiting, and a sentence for who comes after. */
import { problem } from '#kernel/problem.ts'

const secondsToCome = 5

/** Wraps heavy work: at most `atOnce` run, at most `waiting` wait their turn in order. Throws `server.busy` beyond. */
export function bounded({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1
    else {
      if (queue.length >= waiting) throw problem('server.busy', { retryAfterSeconds: secondsToCome })
      // Whoever ends hands its place on.
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
