/** Whose draft it is, asked before a file is read: no row is held meanwhile. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import type { FrameworkId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { frameworkProblem } from '../frameworks/problems.ts'
import { standingOf } from '../frameworks/queries.ts'

export async function mustSeeDraft(by: { readonly db: Db; readonly actor: Actor }, id: FrameworkId): Promise<void> {
  const standing = await standingOf(by.db, id)
  if (!standing) throw frameworkProblem('framework.not_found')
  if (!standing.area_id) throw frameworkProblem('framework.fixed')
  await mustBeAble(by, 'training.manage', standing.area_id)
  if (standing.state !== 'drafted') throw frameworkProblem('framework.fixed')
}
