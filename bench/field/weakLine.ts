/**
 * A weak line before a server: all connections of a phone share so many bits a second each way, and what is sent takes half
 * of the time there and back. Between browser and server, since what a browser slows down by itself is the requests of the
 * page alone: those of its service worker went past it. A connection is open at once, as there.
 */
import { connect, createServer, type Socket } from 'node:net'

export type Line = { readonly name: string; readonly kbit: number; readonly latencyMs: number; readonly cpu: number }
export type WeakLine = {
  readonly address: string
  /** Bytes since the beginning, to the server and from it. */
  readonly carried: () => { readonly up: number; readonly down: number }
  readonly close: () => Promise<void>
}

/** One way of the line. Resolves when the last byte of a piece has arrived. */
function way({ kbit, latencyMs }: Line) {
  let [free, bytes] = [0, 0]
  const carry = async (length: number): Promise<void> => {
    bytes += length
    const now = performance.now()
    free = Math.max(now, free) + (length * 8) / kbit
    await new Promise((done) => setTimeout(done, free - now + latencyMs / 2))
  }
  return { carry, bytes: () => bytes }
}

/** Pieces in their order; the sender waits while more than a little is on its way. */
function pump(from: Socket, to: Socket, carry: (length: number) => Promise<void>): void {
  let last = Promise.resolve()
  let under = 0
  from.on('data', (piece) => {
    under += piece.length
    if (under > 64_000) from.pause()
    const carried = carry(piece.length)
    last = last.then(async () => {
      await carried
      under -= piece.length
      if (under <= 64_000) from.resume()
      if (!to.destroyed) to.write(piece)
    })
  })
  from.on('end', () => void last.then(() => to.end()))
  from.on('error', () => to.destroy())
  from.on('close', () => void last.then(() => to.destroy()))
}

export async function openWeakLine(server: string, line: Line): Promise<WeakLine> {
  const { hostname, port } = new URL(server)
  const [up, down] = [way(line), way(line)]
  const open = new Set<Socket>()
  const proxy = createServer((phone) => {
    const behind = connect(Number(port), hostname)
    for (const one of [phone, behind]) {
      open.add(one)
      one.setNoDelay(true)
      one.on('close', () => open.delete(one))
    }
    pump(phone, behind, up.carry)
    pump(behind, phone, down.carry)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const told = proxy.address()
  if (!told || typeof told === 'string') throw new Error('the line has no port')
  const close = () =>
    new Promise<void>((done) => {
      for (const one of open) one.destroy()
      proxy.close(() => done())
    })
  return {
    address: `http://127.0.0.1:${told.port}`,
    carried: () => ({ up: up.bytes(), down: down.bytes() }),
    close,
  }
}
