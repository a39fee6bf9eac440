/** A unit has ended: what its draft plans goes into a draft of what came of it, with the names. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { stoodOn } from '#features/areas/views.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { deleteSendings, hasComments } from '../../comments/queries.ts'
import { trainingEvent } from '../../events.ts'
import * as contract from '../contract.ts'
import { isPlanLevel } from '../model.ts'
import { mustAddUp, mustBeProgrammeFor, mustHoldDraft } from '../must.ts'
import { planProblem } from '../problems.ts'
import * as plans from '../queries.ts'
import { fieldsOf } from '../rules/lines.ts'
import { pricedOn } from '../rules/money.ts'
import { insertLine, linesOf, unitsWithin } from '../store/lines.ts'
import { homesOf, insertSeats, takeSeats } from '../store/seats.ts'

type Into = {
  readonly intoId: TrainingPlanId
  readonly areaId: AreaId
  readonly by: AccountId
  readonly today: PlainDate
}

/** Begins the draft of the successor as the old one was, under the same plan above where nothing carries that out yet. */
async function beginAlike(db: Db, from: TrainingPlanId, held: plans.Held, { intoId, areaId, by, today }: Into) {
  const level = (await findArea(db, areaId, today))?.level
  if (!isPlanLevel(level)) throw planProblem('plan.not_of_unit')
  await plans.holdUnit(db, areaId)
  const above = await plans.parentOf(db, from)
  const parentId = above && !(await plans.carriedOutBy(db, above, areaId)) ? above : null
  const { name, programmeId, largestClass, largestClassBy, note, purpose, execution, year } = held
  const said = { name, programmeId, largestClass, largestClassBy, note, purpose, execution, reason: '' }
  await plans.insertPlan(db, { ...said, id: intoId, areaId, level, year, parentId, by })
}

export const carryOver = change(contract.carryOver, async ({ db, actor, input, today }) => {
  const { trainingPlanId, areaId, intoId, edits } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (held.edits !== edits) throw planProblem('plan.changed_since')
  await mustBeAble({ db, actor }, 'training.plan', areaId)
  const isSuccessor = (await stoodOn(db, [held.areaId], today)).some((one) => one.areaId === areaId)
  if (held.amends || areaId === held.areaId || !isSuccessor) throw planProblem('plan.not_successor')
  if (await plans.standingOf(db, intoId)) {
    const into = await mustHoldDraft({ db, actor }, 'training.plan', intoId)
    if (into.areaId !== areaId || into.year !== held.year) throw planProblem('plan.into_other')
  } else {
    await mustBeProgrammeFor(db, { over: await overOf(db, areaId), today }, held.programmeId)
    await beginAlike(db, trainingPlanId, held, { intoId, areaId, by: actor.accountId, today })
  }
  const lines = await linesOf(db, trainingPlanId, { today, priced: null })
  // They have one seat: it leaves the one before it stands in the other.
  const seats = await takeSeats(db, trainingPlanId)
  const people = seats.map(({ officialId }) => officialId)
  const homes = new Map([
    ...seats.map(({ officialId, fromId }) => [officialId, fromId] as const),
    ...(await homesOf(db, { areaId, day: today }, people)),
  ])
  const places = lines.flatMap(({ placeId }) => (placeId ? [placeId] : []))
  const within = await unitsWithin(db, { unit: areaId, day: pricedOn(held.year, today) }, places)
  for (const line of lines) {
    const id = newId<'plan_line'>()
    const stays = line.placeId === null || within.has(line.placeId)
    const place = stays ? line.place : line.place || (line.placeName ?? '')
    const said = { ...fieldsOf(line), placeId: stays ? line.placeId : null, place: place.slice(0, 200) }
    await insertLine(db, { planId: intoId, areaId }, { ...said, id })
    const officialIds = seats.filter(({ lineId }) => lineId === line.planLineId).map(({ officialId }) => officialId)
    const of = { id, planId: intoId, areaId, year: held.year, topicId: line.topicId }
    await insertSeats(db, of, { officialIds, homes })
  }
  await mustAddUp(db, intoId)
  await plans.countEdit(db, intoId, actor.accountId)
  // What units said of it stays with it; else nothing is left of the draft.
  if (await hasComments(db, trainingPlanId)) await plans.countEdit(db, trainingPlanId, actor.accountId)
  else {
    await deleteSendings(db, trainingPlanId)
    await plans.deletePlan(db, trainingPlanId)
  }
  const facts = { plan: held.name, added: lines.length, people: new Set(people).size }
  const left = { subject: trainingPlanId, area: held.areaId, facts: { ...facts, into: intoId } }
  return happened(
    trainingEvent('plan.carried_over', { subject: intoId, area: areaId, facts }),
    { trainingPlanId: intoId },
    [trainingEvent('plan.carried_over', left)],
  )
})
