/** A compressed body, unpacked while it comes and no further than is taken of one that is not. */
import type { IncomingHttpHeaders } from 'node:http'
import { type Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { problem } from '#kernel/problem.ts'
import { edgeProblem } from './problems.ts'

/** Fastify compares this with the length that was said of the body. */
type Packed = Readable & { receivedEncodedLength?: number }

/**
 * The body of a request, unpacked where it is packed by gzip. What swells beyond `most` bytes is refused at that byte
 * (`input.too_large`), and nothing more of it is unpacked. Throws where it is packed otherwise.
 */
export function inflated(headers: IncomingHttpHeaders, body: Readable, most: number): Packed {
  const encoding = headers['content-encoding']
  if (encoding === undefined || encoding === 'identity') return body
  if (encoding !== 'gzip') throw edgeProblem('input.unreadable', { what: 'content-encoding' })
  const gunzip = createGunzip()
  let size = 0
  const plain = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length
      if (size > most) next(problem('input.too_large'))
      else next(null, chunk)
    },
  })
  const packed = { length: 0 }
  Object.defineProperty(plain, 'receivedEncodedLength', { get: () => packed.length })
  body.on('data', (chunk: Buffer) => {
    packed.length += chunk.length
  })
  // Whoever leaves in the middle is not waited for.
  body.once('close', () => gunzip.writableEnded || plain.destroy(edgeProblem('input.unreadable', { what: 'gzip' })))
  gunzip.once('error', () => plain.destroy(edgeProblem('input.unreadable', { what: 'gzip' })))
  plain.once('close', () => {
    // The rest is let through unread, so that the sender reads why it was refused.
    body.unpipe(gunzip)
    body.resume()
    gunzip.destroy()
  })
  body.pipe(gunzip).pipe(plain)
  return plain
}
