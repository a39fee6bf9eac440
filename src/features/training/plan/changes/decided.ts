/** A decision whose number, day or issuer was typed wrongly is corrected: the paper with it, and what stood there is kept. */

import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { showDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import { tidy } from '#kernel/text.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../../events.ts'
import { correctSigned } from '../../printed/inputs.ts'
import * as contract from '../contract.ts'
import { planProblem } from '../problems.ts'
import * as store from '../store/decided.ts'
import { holdAround, isNumberTaken, standingOf } from '../store/drafts.ts'
import { mustBePlausible } from './plans.ts'

const fields = ['number', 'decidedOn', 'issuer'] as const

export const correctPlanDecision = change(
  contract.correctPlanDecision,
  async ({ db, actor, input, today, services }) => {
    const { trainingPlanId: id, was, because, number, decidedOn, issuer } = input
    const standing = await standingOf(db, id)
    if (!standing) throw planProblem('plan.not_found')
    await mustBeAble({ db, actor }, 'training.decide', standing.area_id)
    await holdAround(db, id)
    const now = await store.findDecided(db, id)
    if (!now) throw planProblem('plan.not_decided')
    const { areaId, year } = now
    if (now.workedBy.includes(actor.accountId)) throw planProblem('plan.own_draft')
    const wanted = { number: tidy(number), decidedOn, issuer: tidy(issuer) }
    const of = { areaId, subject: id, what: 'plan.decision_corrected' }
    const is = { ...now, ...(await mergedOrTold(db, { was, wanted, now }, of)) }
    if (fields.every((field) => now[field] === is[field])) throw planProblem('plan.decision_same')
    const day = is.decidedOn
    mustBePlausible(day, { year, today })
    const { first, last } = await store.daysAround(db, id)
    // A day that is not corrected stays where it is, whatever lies around it.
    if (first && day < first && day !== now.decidedOn)
      throw planProblem('plan.decided_before', { day: showDate(first) })
    if (last && day > last && day !== now.decidedOn) throw planProblem('plan.decided_after', { day: showDate(last) })
    if (!(await findArea(db, areaId, day))) throw planProblem('plan.unit_gone', { day: showDate(day) })
    if (await isNumberTaken(db, areaId, { number: is.number, on: day, self: id }))
      throw planProblem('plan.number_taken')
    if (!(await store.correct(db, id, { ...is, today, because }))) throw planProblem('plan.not_found')
    await correctSigned(db, { id, areaId, because, keys: services.keys, today })
    const facts = { changes: changedIn(now, is, fields), because, year }
    const event = trainingEvent('plan.decision_corrected', {
      ...{ subject: id, area: areaId },
      facts: { ...facts, ...(now.amendment > 0 && { amendment: now.amendment }) },
    })
    return happened(event, { trainingPlanId: id })
  },
)
