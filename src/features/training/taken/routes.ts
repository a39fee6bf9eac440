import { overOf } from '#features/areas/must.ts'
import { type Route, read } from '#platform/server/handle.ts'
import { planProblem } from '../plan/problems.ts'
import { findPlan } from '../plan/queries.ts'
import { takeAbove } from './changes/above.ts'
import { takeLines } from './changes/proposal.ts'
import { carryOver } from './changes/successor.ts'
import * as contract from './contract.ts'
import { aboveOf } from './store/above.ts'

const above = read(contract.linesAbove, async ({ db, input, today }) => {
  const { trainingPlanId } = input
  const plan = await findPlan(db, trainingPlanId, today)
  if (!plan) throw planProblem('plan.not_found')
  if (plan.state !== 'drafted') return { lines: [], open: 0 }
  const { lines, open } = await aboveOf(db, { ...plan, over: await overOf(db, plan.areaId), trainingPlanId, today })
  return {
    open,
    lines: lines.map(({ line, people, classes, officialIds, there }) => {
      const { planLineId, code, title, placeName, place, weeks } = line
      const what = { planLineId, code, title, placeName, place, weeks }
      return { ...what, people, classes, named: officialIds.length, there }
    }),
  }
})

export const takenRoutes: Route[] = [above, takeAbove, takeLines, carryOver]
