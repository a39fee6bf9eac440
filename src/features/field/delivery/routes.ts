import { hash } from 'node:crypto'
import type { PlainDate } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import { todayOf } from '#platform/server/clock.ts'
import { delivered, type Proven, type Proving } from '#platform/server/doors/delivered.ts'
import type { Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Session } from '#platform/server/session.ts'
import { type Author, authorOf } from '../devices/queries.ts'
import { fieldProblem } from '../problems.ts'
import { dayMade, dayThatCounts, mustBeOf, opened } from './check.ts'
import { deliver } from './contract.ts'

/** As if its author sat before it, on the day it was made. */
function sessionOf({ account_id: accountId, full_name: name, login, grants }: Author): Session {
  const sessionId = newId() as Id<'session'>
  return { sessionId, csrf: '', login, mustChangePassword: false, actor: { accountId, name, grants } }
}

async function prove({ ask, item, services }: Proving<{ readonly sealed: string }>): Promise<Proven> {
  const { keys, clock } = services
  const today = todayOf(clock)
  const made = opened(keys, item.sealed)
  const authorOn = (day: PlainDate) => ask((db) => authorOf(db, made.device, day))
  const said = dayMade(made)
  const author = await authorOn(said ?? today)
  if (!author) throw fieldProblem('field.sealed_unreadable')
  mustBeOf(author, keys, made)
  const day = dayThatCounts(said, author, today)
  return { made, session: sessionOf(day === said ? author : ((await authorOn(day)) ?? author)) }
}

const toldOf = (answer: unknown) => (answer as { readonly told?: never } | null)?.told ?? null

export const deliveryRoutes: Route[] = [
  delivered(deliver, {
    itemsOf: ({ items }) => items,
    prove,
    answerOf: (items, told) => ({
      items: told.map(({ status, answer, problem: refusal }, at) => ({
        hash: hash('sha256', items[at]?.sealed ?? ''),
        status,
        told: toldOf(answer),
        ...(refusal && { problem: { code: refusal.code, title: refusal.title } }),
      })),
    }),
  }),
]
