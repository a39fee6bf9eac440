/** A change among others in one request, done as if it had come alone. */
import { hash } from 'node:crypto'
import { isOpen } from '#kernel/access.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import type { Brought, Route, Taken } from '../doors/route.ts'
import { checkedAnswer } from '../input.ts'
import type { Host } from '../services.ts'
import type { Session } from '../session.ts'
import { admitted, done } from './admit.ts'
import { asProblem, problemBody } from './answers.ts'
import { type Came, requestOf } from './came.ts'
import { fieldsOfJson } from './json.ts'
import type { Door, FindChange } from './paths.ts'
import { edgeProblem } from './problems.ts'

/** A plain change. What sets a cookie, takes a file or brings others itself has a request of its own. */
const mayBeBrought = ({ right, reads, upload, brings }: Endpoint): boolean =>
  !reads && !upload && !brings && (!isOpen(right) || right === 'signed_in')

type From = Pick<Came, 'address' | 'device' | 'setSession'> & {
  /** Who brings them; asked anew for each, since a session may end in the middle. */
  readonly who: () => Promise<Session | null>
}
type Who = From['who']
type Doors = FindChange<Door & Route>
type Found = NonNullable<ReturnType<Doors>>

/** As many of one call are done as one; the session is asked for each such group, and for each that goes alone. */
const mostTogether = 50

const hashOf = (bytes: Buffer): string => hash('sha256', bytes, 'hex')

/** Runs of the same call that can be done as one; every other by itself. */
function groupsOf(find: Doors, many: readonly Brought[]): Brought[][] {
  const groups: Brought[][] = []
  let last: Route | null = null
  for (const one of many) {
    const door = find(one.path)?.door
    const group = groups.at(-1)
    if (group && door?.runMany && door.endpoint === last?.endpoint && group.length < mostTogether) group.push(one)
    else groups.push([one])
    last = door ?? null
  }
  return groups
}

/**
 * Does several under the session that brings them, which may end in the middle. The answer says which bytes it speaks
 * of: a change is kept under the check over its call, its address and these bytes, so who hears their hash knows that
 * they and no others were taken, or refused.
 */
export function eachBy(host: Host, find: Doors, { who, ...from }: From) {
  const cameAs = (one: Brought, bytes: Buffer, { params }: Found): Came => ({
    ...from,
    ...{ params, body: { fields: fieldsOfJson(bytes), file: null, bytes }, command: one.id },
    version: one.schemaVersion,
  })

  const answerOf = async (one: Brought, bytes: Buffer, by: Who): Promise<unknown> => {
    const found = find(one.path)
    if (!found) throw problem('record.not_found')
    const { door } = found
    if (!mayBeBrought(door.endpoint) || (by !== who && !door.endpoint.afield)) throw edgeProblem('input.alone')
    const standing = admitted(door.endpoint, await by(), true)
    return checkedAnswer(door.endpoint, await done(host, door, standing, () => cameAs(one, bytes, found)))
  }

  const takeOne = async (one: Brought, by: Who): Promise<Taken> => {
    const bytes = Buffer.from(one.body)
    const taken = { id: one.id, hash: hashOf(bytes) }
    try {
      return { ...taken, status: 200, answer: await answerOf(one, bytes, by) }
    } catch (error) {
      const told = asProblem(error)
      return { ...taken, status: told.status, problem: problemBody(told) }
    }
  }

  /** What was done of them as one; of the others nothing was. */
  const together = async (group: readonly Brought[], by: Who): Promise<Map<Brought, Taken>> => {
    const taken = new Map<Brought, Taken>()
    const [first] = group
    const found = first && find(first.path)
    if (!found?.door.runMany || group.length < 2 || (by !== who && !found.door.endpoint.afield)) return taken
    const { session, denied } = admitted(found.door.endpoint, await by(), true)
    if (denied) return taken
    const readable = group.flatMap((one) => {
      const bytes = Buffer.from(one.body)
      try {
        return [{ one, bytes, asked: requestOf(found.door, session, cameAs(one, bytes, find(one.path) as Found)) }]
      } catch {
        return []
      }
    })
    const answers = await found.door.runMany(
      host,
      readable.map(({ asked }) => asked),
    )
    for (const [at, { one, bytes }] of readable.entries()) {
      const told = answers[at]
      if (!told) continue
      const answer = checkedAnswer(found.door.endpoint, told.answer)
      taken.set(one, { id: one.id, hash: hashOf(bytes), status: 200, answer })
    }
    return taken
  }

  return async (many: readonly Brought[], by: Who = who): Promise<Taken[]> => {
    const all: Taken[] = []
    for (const group of groupsOf(find, many)) {
      const taken = await together(group, by).catch(() => new Map<Brought, Taken>())
      for (const one of group) all.push(taken.get(one) ?? (await takeOne(one, by)))
    }
    return all
  }
}
