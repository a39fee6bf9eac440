/** Refusals as `application/problem+json`, also where there is no request to answer yet. */
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { Problem, problem } from '#kernel/problem.ts'
import { problemOfDatabase } from '../database/constraints.ts'
import { edgeProblem } from './problems.ts'

const mediaType = 'application/problem+json; charset=utf-8'

export const problemBody = ({ code, status, said, facts }: Problem) => ({
  type: `/problems/${code}`,
  status,
  code,
  title: said,
  facts: { ...facts },
})
const bodyOf = (told: Problem): string => JSON.stringify(problemBody(told))

/** The problem that any error means; what is a fault of ours goes to the log under a number. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const ofDatabase = problemOfDatabase(error)
  if (ofDatabase) return ofDatabase
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return problem('input.too_large')
  // What Fastify refuses: an address, a content type, a length that is not true. Its words are for who writes a client.
  if (statusCode && statusCode >= 400 && statusCode < 500) return edgeProblem('input.unreadable', { what: code })
  const trace = randomUUID().slice(0, 8)
  // Query parameters may be personal data: the message and the stack alone go to the log.
  console.error(`[fault ${trace}] ${(error as Error)?.stack ?? String(error)}`)
  return problem('server.fault', { trace })
}

export function sendProblem(reply: FastifyReply, error: unknown): void {
  const told = asProblem(error)
  if (typeof told.facts.retryAfterSeconds === 'number')
    reply.header('retry-after', String(told.facts.retryAfterSeconds))
  reply.code(told.status).header('cache-control', 'no-store').type(mediaType).send(bodyOf(told))
}

/** Says a problem on a connection whose request cannot be answered, and ends it. */
export function endWith(socket: Socket, told: Problem): void {
  const body = bodyOf(told)
  const head = [
    `HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}`,
    `content-type: ${mediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}
