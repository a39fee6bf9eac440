import { overOf } from '#features/areas/must.ts'
import { rosterProblem } from '#features/people/roster/problems.ts'
import { findOfficial } from '#features/people/roster/queries.ts'
import { can } from '#kernel/access.ts'
import { type Route, read } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { homeOf } from './queries.ts'

const home = read(contract.homeOfOfficial, async ({ db, actor, input: { officialId }, today }) => {
  if (!(await findOfficial(db, officialId))) throw rosterProblem('official.not_found')
  const found = await homeOf(db, officialId, today)
  if (!found) return { home: null }
  const { villageId, ...home } = found
  return { home: can(actor, 'household.read', await overOf(db, villageId)) ? home : null }
})

export const officialRoutes: Route[] = [home]
