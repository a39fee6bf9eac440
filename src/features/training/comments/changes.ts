/** What is done with comments: a draft sent, taken back, commented on, and each comment answered or withdrawn. */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import type { PlanCommentId, PlanSendingId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import { mustHoldDraft } from '../plan/must.ts'
import { planProblem } from '../plan/problems.ts'
import { holdUnit } from '../plan/store/drafts.ts'
import { totalsOf } from '../plan/store/lines.ts'
import * as contract from './contract.ts'
import { commentProblem } from './problems.ts'
import * as comments from './queries.ts'

/** How far off the day may be until which comments are asked for. */
const longest = 180

const by = ({ accountId: id, name }: Actor) => ({ id, name })

export const sendForComment = change(contract.sendForComment, async ({ db, actor, input, today }) => {
  const { trainingPlanId, planSendingId: id, unitIds, due, note, edits, sent } = input
  const { areaId, ...held } = await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (held.edits !== edits) throw planProblem('plan.changed_since')
  if ((await totalsOf(db, trainingPlanId)).lines === 0) throw commentProblem('comments.no_lines')
  const last = addDays(today, longest)
  if (due < today || due > last) throw commentProblem('comments.due_far', { last: showDate(last) })
  const below = new Set((await comments.unitsUnder(db, areaId, today)).map(({ unitId }) => unitId))
  if (unitIds.some((unit) => !below.has(unit))) throw commentProblem('comments.units_elsewhere')
  const [before] = await comments.sendingsOf(db, trainingPlanId)
  if ((before?.number ?? 0) !== sent) throw commentProblem('comments.sent_already')
  const number = sent + 1
  await comments.insertSending(db, {
    ...{ id, planId: trainingPlanId, areaId, number, due, note: note.trim(), edits, units: unitIds },
    ...{ by: by(actor), today },
  })
  const facts = { sending: number, units: unitIds.length, day: due }
  return happened(trainingEvent('plan.sent', { subject: trainingPlanId, area: areaId, facts }), { trainingPlanId })
})

async function getSending(db: Db, id: PlanSendingId) {
  const sending = await comments.findSending(db, id)
  if (!sending) throw commentProblem('comments.sending_not_found')
  return sending
}

/** Before the day is over, while nothing was sent anew: most often a unit that came of one that was asked and has ended. */
export const askUnit = change(contract.askUnit, async ({ db, actor, input, today }) => {
  const { planSendingId: sending, unitId } = input
  const { planId: trainingPlanId, areaId, number, due, open } = await getSending(db, sending)
  await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (!open) throw commentProblem('comments.closed')
  if (due < today) throw commentProblem('comments.due_over', { day: showDate(due) })
  const below = await comments.unitsUnder(db, areaId, today)
  if (!below.some((unit) => unit.unitId === unitId)) throw commentProblem('comments.units_elsewhere')
  if (await comments.wasAsked(db, sending, unitId)) throw commentProblem('comments.asked_already')
  await comments.insertAsked(db, { sending, planId: trainingPlanId, areaId, unitId })
  const facts = { sending: number, unit: unitId }
  return happened(trainingEvent('plan.unit_asked', { subject: trainingPlanId, area: areaId, facts }), {
    trainingPlanId,
  })
})

export const takeSendingBack = change(contract.takeSendingBack, async ({ db, actor, input, today }) => {
  const { planSendingId, because } = input
  const { planId: trainingPlanId, areaId, number } = await getSending(db, planSendingId)
  await mustHoldDraft({ db, actor }, 'training.plan', trainingPlanId)
  if (!(await comments.setTakenBack(db, planSendingId, { on: today, because })))
    throw commentProblem('comments.taken_back')
  const facts = { sending: number, because }
  return happened(trainingEvent('plan.sending_taken_back', { subject: trainingPlanId, area: areaId, facts }), {
    trainingPlanId,
  })
})

export const giveComment = change(contract.giveComment, async ({ db, actor, input, today }) => {
  const { planSendingId: sending, planCommentId: id, unitId, planLineId: lineId, agrees } = input
  await mustBeAble({ db, actor }, 'training.comment', unitId)
  const { planId, areaId, due, open } = await getSending(db, sending)
  if (!open) throw commentProblem('comments.closed')
  if (!(await comments.wasAsked(db, sending, unitId))) throw commentProblem('comments.not_asked')
  const says = input.says.trim()
  if (!agrees && says === '') throw commentProblem('comments.says_missing')
  if (agrees && says !== '') throw commentProblem('comments.agrees_and_says')
  await holdUnit(db, unitId)
  const said = await comments.saidBy(db, sending, unitId)
  if (!agrees && said.agrees) throw commentProblem('comments.agreed_already')
  if (agrees && said.comments > 0) throw commentProblem('comments.says_already')
  const about = lineId && !agrees ? await comments.lineNamed(db, planId, lineId) : ''
  if (about === undefined) throw commentProblem('comments.line_unknown')
  await comments.insertComment(db, {
    ...{ id, sending, planId, areaId, unitId, lineId: agrees ? null : lineId, about, agrees, says },
    ...{ by: by(actor), on: today, late: today > due },
  })
  const facts = about ? { about } : {}
  const what = agrees ? 'plan.agreed' : 'plan.commented'
  return happened(trainingEvent(what, { subject: planId, area: unitId, facts }), { trainingPlanId: planId })
})

async function getComment(db: Db, id: PlanCommentId): Promise<comments.Held> {
  await comments.holdComment(db, id)
  const comment = await comments.findComment(db, id)
  if (!comment) throw commentProblem('comments.not_found')
  return comment
}

export const withdrawComment = change(contract.withdrawComment, async ({ db, actor, input, today }) => {
  const { planCommentId, because } = input
  const { planId, unitId, about, withdrawn, replies } = await getComment(db, planCommentId)
  await mustBeAble({ db, actor }, 'training.comment', unitId)
  if (withdrawn) throw commentProblem('comments.withdrawn')
  if (replies > 0) throw commentProblem('comments.answered')
  await comments.setWithdrawn(db, planCommentId, { on: today, because })
  const facts = { ...(about && { about }), because }
  return happened(trainingEvent('plan.comment_withdrawn', { subject: planId, area: unitId, facts }), {
    trainingPlanId: planId,
  })
})

export const replyToComment = change(contract.replyToComment, async ({ db, actor, input, today }) => {
  const { planCommentId: comment, planReplyId: id, verdict, seen } = input
  const { planId, areaId, unitId, about, agrees, withdrawn, replies } = await getComment(db, comment)
  await mustBeAble({ db, actor }, 'training.plan', areaId)
  if (withdrawn) throw commentProblem('comments.withdrawn')
  if (agrees) throw commentProblem('comments.nothing_to_answer')
  if (replies !== seen) throw commentProblem('comments.replied_since')
  const says = input.says.trim()
  if (verdict !== 'taken' && says === '') throw commentProblem('comments.explain')
  await comments.insertReply(db, {
    ...{ id, comment, areaId, unitId, number: replies + 1, verdict, says },
    ...{ by: by(actor), on: today },
  })
  const facts = about ? { about } : {}
  return happened(trainingEvent('plan.comment_answered', { subject: planId, area: areaId, facts }), {
    trainingPlanId: planId,
  })
})
