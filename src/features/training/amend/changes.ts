import { mustBeAble } from '#features/areas/must.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import { planProblem } from '../plan/problems.ts'
import { findPlan } from '../plan/queries.ts'
import * as contract from './contract.ts'
import { amendProblem } from './problems.ts'
import * as amendments from './queries.ts'

export const beginAmendment = change(contract.beginAmendment, async ({ db, actor, input, today }) => {
  const { trainingPlanId: plan, amendmentId: id, reason } = input
  const found = await findPlan(db, plan, today)
  if (!found) throw planProblem('plan.not_found')
  const { areaId, state, amends, year } = found
  if (reason.trim() === '') throw planProblem('plan.amendment_reason')
  await mustBeAble({ db, actor }, 'training.plan', areaId)
  const last = state === 'approved' && !amends ? (await amendments.versionsOf(db, plan)).at(-1) : undefined
  if (!last) throw amendProblem('amend.not_approved')
  if (await amendments.findDrafting(db, plan)) throw amendProblem('amend.under_way')
  await amendments.copyVersion(db, last, { id, plan, reason: reason.trim(), by: actor.accountId })
  const facts = { year, amendment: last.amendment + 1 }
  return happened(trainingEvent('plan.amendment_begun', { subject: plan, area: areaId, facts }), { trainingPlanId: id })
})
