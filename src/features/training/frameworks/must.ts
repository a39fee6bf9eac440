/** A draft that the actor may work on, held until the change ends; refused in words where it is none. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import type { FrameworkId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { frameworkProblem } from './problems.ts'
import { type Held, holdDraft, standingOf } from './queries.ts'

type By = { readonly db: Db; readonly actor: Actor }

export async function mustHoldDraft(by: By, right: GrantedRight, id: FrameworkId): Promise<Held> {
  const standing = await standingOf(by.db, id)
  if (!standing) throw frameworkProblem('framework.not_found')
  // Of no unit: what a report tells, which nobody alters.
  if (!standing.area_id) throw frameworkProblem('framework.fixed')
  await mustBeAble(by, right, standing.area_id)
  const held = standing.state === 'drafted' ? await holdDraft(by.db, id) : undefined
  if (held) return held
  // While it was waited for it was approved, or dropped.
  throw frameworkProblem((await standingOf(by.db, id)) ? 'framework.fixed' : 'framework.not_found')
}
