/** Who may write into the bank of a unit: asked by a form and by a file alike. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { isPlanLevel } from '#features/training/plan/model.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { questionProblem } from './problems.ts'

/** Throws `question.no_unit` where no unit keeps a bank. */
export async function mustKeepBank(
  by: { readonly db: Db; readonly actor: Actor; readonly today: PlainDate },
  area: AreaId,
): Promise<void> {
  await mustBeAble(by, 'question.manage', area)
  if (!isPlanLevel((await findArea(by.db, area, by.today))?.level)) throw questionProblem('question.no_unit')
}
