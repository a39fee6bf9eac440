/** A decision whose number, day or issuer was typed wrongly is corrected: the paper with it, and what stood there is kept. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { showDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../../events.ts'
import { correctSigned } from '../../printed/inputs.ts'
import * as contract from '../contract.ts'
import { planProblem } from '../problems.ts'
import * as store from '../store/decided.ts'
import { holdUnit, isNumberTaken, standingOf } from '../store/drafts.ts'
import { mustBePlausible } from './plans.ts'

const fields = ['number', 'decidedOn', 'issuer'] as const

export const correctPlanDecision = change(
  contract.correctPlanDecision,
  async ({ db, actor, input, today, services }) => {
    const { trainingPlanId: id, decidedOn, seen, because } = input
    const standing = await standingOf(db, id)
    if (!standing) throw planProblem('plan.not_found')
    await mustBeAble({ db, actor }, 'training.decide', standing.area_id)
    await holdUnit(db, standing.area_id)
    const was = await store.findDecided(db, id)
    if (!was) throw planProblem('plan.not_decided')
    if (was.workedBy.includes(actor.accountId)) throw planProblem('plan.own_draft')
    if (fields.some((field) => was[field] !== seen[field])) throw planProblem('plan.decision_changed')
    const is = { number: tidy(input.number), decidedOn, issuer: tidy(input.issuer) }
    if (fields.every((field) => was[field] === is[field])) throw planProblem('plan.decision_same')
    mustBePlausible(decidedOn, { year: was.year, today })
    const { first, last } = await store.daysAround(db, id)
    if (first && decidedOn < first) throw planProblem('plan.decided_before', { day: showDate(first) })
    if (last && decidedOn > last) throw planProblem('plan.decided_after', { day: showDate(last) })
    if (!(await findArea(db, was.areaId, decidedOn))) throw planProblem('plan.unit_gone', { day: showDate(decidedOn) })
    if (await isNumberTaken(db, was.areaId, { number: is.number, on: decidedOn, self: id }))
      throw planProblem('plan.number_taken')
    const said = { number: is.number, on: decidedOn, issuer: is.issuer }
    if (!(await store.correct(db, id, said))) throw planProblem('plan.not_found')
    await correctSigned(db, { id, areaId: was.areaId, because, keys: services.keys, today })
    const facts = { changes: changedIn(was, is, fields), because, year: was.year }
    const event = trainingEvent('plan.decision_corrected', {
      ...{ subject: id, area: was.areaId },
      facts: { ...facts, ...(was.amendment > 0 && { amendment: was.amendment }) },
    })
    return happened(event, { trainingPlanId: id })
  },
)
