/** A plan that carries out one of a unit above takes over what of that is its own: lines, and who is named there. */
import { overOf } from '#features/areas/must.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { trainingEvent } from '../../events.ts'
import { mustAddUp, mustBePeople, mustBeTopics, mustFit, mustHoldDraft } from '../../plan/must.ts'
import { planProblem } from '../../plan/problems.ts'
import { countEdit } from '../../plan/store/drafts.ts'
import { insertLine } from '../../plan/store/lines.ts'
import { insertSeats } from '../../plan/store/seats.ts'
import * as contract from '../contract.ts'
import { aboveOf } from '../store/above.ts'

export const takeAbove = change(contract.takeAbove, async ({ db, actor, input, today }) => {
  const { trainingPlanId, planLineIds } = input
  const held = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  const { areaId, year } = held
  const { lines: above } = await aboveOf(db, { ...held, over: await overOf(db, areaId), trainingPlanId, today })
  const lines = above.filter(({ line }) => planLineIds.includes(line.planLineId))
  if (lines.length < planLineIds.length) throw planProblem('plan.not_above')
  const there = lines.filter((one) => one.there)
  if (there.length > 0)
    throw planProblem('plan.above_there', { codes: [...new Set(there.map(({ line }) => line.code))].join(', ') })
  await mustBeTopics(
    db,
    areaId,
    lines.map(({ line }) => line.topicId),
  )
  const sized = lines.map(({ line, people, classes }) => ({
    ...{ code: line.code, weeks: line.weeks },
    people,
    classes,
  }))
  await mustFit(db, held, { lines: sized, today })
  const homes = await mustBePeople(db, { areaId, day: today }, lines)
  for (const { line, people, classes, officialIds } of lines) {
    const id = newId<'plan_line'>()
    const { topicId, audience, placeId, place, weeks } = line
    const said = { topicId, audience, people, classes, placeId, place, weeks, note: '', money: [] }
    await insertLine(db, { planId: trainingPlanId, areaId }, { ...said, id })
    await insertSeats(db, { id, planId: trainingPlanId, areaId, year, topicId }, { officialIds, homes })
  }
  await mustAddUp(db, trainingPlanId)
  await countEdit(db, trainingPlanId, actor.accountId)
  const facts = { added: lines.length, people: homes.size }
  return happened(trainingEvent('plan.above_taken', { subject: trainingPlanId, area: areaId, facts }), {
    trainingPlanId,
  })
})
