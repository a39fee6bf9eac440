import { rosterProblem } from '#features/people/roster/problems.ts'
import { findOfficial } from '#features/people/roster/queries.ts'
import { type Route, read } from '#platform/server/handle.ts'
import * as contract from './contract.ts'
import { homeOf } from './queries.ts'

const home = read(contract.homeOfOfficial, async ({ db, input: { officialId }, today }) => {
  if (!(await findOfficial(db, officialId))) throw rosterProblem('official.not_found')
  return { home: await homeOf(db, officialId, today) }
})

export const officialRoutes: Route[] = [home]
