/** Where the actor of a call stands, and the transaction in that standing. */
import { areasWith, isOpen } from '#kernel/access.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import { type Asked, type Before, begin, type Standing } from '../database/change.ts'
import type { Tx } from '../database/open.ts'
import type { Host } from '../services.ts'
import type { Session } from '../session.ts'
import { commandOf, type Request } from './route.ts'

/** "Hệ thống": nobody can sign in with it. The same in SQL: `nb_system()`. */
export const systemAccount = '01980000-0000-7000-8000-000000000001' as AccountId

/** Where the actor may use the endpoint's right; refuses who is not signed in or holds it nowhere. */
export function standingFor(endpoint: Endpoint, session: Session | null): { session: Session; areas: AreaId[] } {
  if (!session) throw problem('access.sign_in_needed')
  if (isOpen(endpoint.right)) return { session, areas: [] }
  if (session.mustChangePassword) throw problem('access.password_change_first')
  const areas = areasWith(session.actor, endpoint.right)
  if (areas.length === 0) throw problem('access.denied', { right: endpoint.right })
  return { session, areas }
}

type Begun<T> = (tx: Tx, before: Before) => Promise<T>
type Beginning = Standing & { readonly asked?: Asked }

/** A transaction that can only read, in the name of an actor. */
export const reading = <T>({ db }: Host, { asked, ...standing }: Beginning, work: Begun<T>): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => work(tx, await begin(tx, standing, asked)))

/** A transaction in the name of an actor; `work` is told what the command was answered before. */
export const changing = <T>({ db }: Host, { asked, ...standing }: Beginning, work: Begun<T>): Promise<T> =>
  db.transaction().execute(async (tx) => work(tx, await begin(tx, standing, asked)))

/** What this command was answered before; else the refusal: a right that ended meanwhile does not undo what it did. */
export async function keptOr(
  host: Host,
  { endpoint, request }: { readonly endpoint: Endpoint; readonly request: Request },
  refusal: Problem,
): Promise<unknown> {
  const account = request.session?.actor.accountId
  if (!account || !request.commandId) throw refusal
  const asking = { account, areas: [], asked: commandOf(endpoint, request) }
  const before = await reading(host, asking, async (_, before) => before)
  if (before.state !== 'kept' || before.answer === null) throw refusal
  return before.answer
}
