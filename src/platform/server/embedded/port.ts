import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Whether nobody listens on this port of 127.0.0.1 right now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/**
 * A free port of 127.0.0.1 below those that machines give to outgoing connections: while the database is away, no other
 * program's connection may happen to sit on its port, nor one of ours that tries to reach it.
 */
export async function findFreePort(): Promise<number> {
  for (let round = 0; round < 1000; round++) {
    const port = randomInt(15_000, 32_000)
    if (await isFree(port)) return port
  }
  throw new Error('no free port between 15000 and 32000')
}
