/** A meeting gives somebody a task; it is done, late or in time, or taken back. */
import { mustLive } from '#features/people/roster/must.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, BodyId, BodyMeetingId, BodyTaskId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { heldBody } from '../../changes/bodies.ts'
import { bodyEvent } from '../../events.ts'
import { mustBeKnown, mustBePlausible } from '../../must.ts'
import { bodyProblem } from '../../problems.ts'
import { yearsOn } from '../../rules.ts'
import * as contract from '../contract.ts'
import * as meetings from '../queries.ts'
import { heldMeeting } from './meetings.ts'

export const giveTask = change(contract.giveTask, async ({ db, actor, input, today }) => {
  const { meetingId, taskId, officialId, what, due, also = false } = input
  const { body, meeting } = await heldMeeting({ db, actor }, meetingId)
  if (meeting.on > today) throw bodyProblem('bodies.task_before', { day: showDate(meeting.on) })
  if (due < meeting.on) throw bodyProblem('bodies.task_early', { day: showDate(meeting.on) })
  mustBePlausible('due', due, { first: meeting.on, last: yearsOn(today, 2) })
  await mustBeKnown(db, officialId)
  await mustLive(db, [officialId], { from: meeting.on, until: null })
  const twice = also ? undefined : await meetings.sameTask(db, { bodyId: body.bodyId, officialId, what: tidy(what) })
  if (twice) throw bodyProblem('bodies.task_twice', { day: showDate(twice.heldOn), due: showDate(twice.due) })
  await meetings.insertTask(db, {
    ...{ id: taskId, meeting_id: meetingId, body_id: body.bodyId, official_id: officialId },
    ...{ what: tidy(what), due_on: due, made_by: actor.accountId },
  })
  const facts = { official: officialId, meeting: meetingId, task: taskId, due }
  return happened(bodyEvent('body.task_given', { subject: body.bodyId, area: body.unitId, facts }), {
    bodyId: body.bodyId,
  })
})

/** The task, which nobody else ends or opens meanwhile; throws where the actor may not. */
async function held({ db, actor }: Pick<Call<unknown>, 'db' | 'actor'>, id: BodyTaskId) {
  const task = await meetings.holdTask(db, id)
  if (!task) throw bodyProblem('bodies.task_not_found')
  return { task, body: await heldBody({ db, actor }, task.bodyId) }
}

/** The same; throws where it has ended. */
async function open(call: Parameters<typeof held>[0], id: BodyTaskId) {
  const found = await held(call, id)
  if (found.task.ended) throw bodyProblem('bodies.task_ended')
  return found
}

type Finished = {
  readonly task: { readonly meetingId: BodyMeetingId; readonly heldOn: PlainDate; readonly due: PlainDate }
  readonly body: { readonly bodyId: BodyId; readonly unitId: AreaId }
}
function mustBeDoneBy({ heldOn }: Finished['task'], { on, today }: { on: PlainDate; today: PlainDate }): void {
  if (on < heldOn || on > today) throw bodyProblem('bodies.done_when', { first: showDate(heldOn) })
}
const taskDone = ({ task, body }: Finished, { taskId, on }: { taskId: BodyTaskId; on: PlainDate }) =>
  happened(
    bodyEvent('body.task_done', {
      ...{ subject: body.bodyId, area: body.unitId },
      facts: { meeting: task.meetingId, task: taskId, late: on > task.due },
    }),
    { bodyId: body.bodyId },
  )

export const finishTask = change(contract.finishTask, async ({ db, actor, input, today }) => {
  const found = await open({ db, actor }, input.taskId)
  mustBeDoneBy(found.task, { on: input.on, today })
  await meetings.endTask(db, input.taskId, { done_on: input.on })
  return taskDone(found, input)
})

export const finishMine = change(contract.finishMine, async ({ db, input, today }) => {
  const task = await meetings.holdMine(db, input.taskId)
  if (!task) throw bodyProblem('bodies.task_not_found')
  if (task.ended) throw bodyProblem('bodies.task_ended')
  mustBeDoneBy(task, { on: input.on, today })
  await meetings.endMine(db, input.taskId, input.on)
  return taskDone({ task, body: task }, input)
})

/** It was not done after all: whoever owes it has it before them again. */
export const reopenTask = change(contract.reopenTask, async ({ db, actor, input }) => {
  const { taskId, because, seen } = input
  const { task, body } = await held({ db, actor }, taskId)
  if (task.doneOn === null) throw bodyProblem('bodies.task_not_done')
  if (task.doneOn !== seen) throw bodyProblem('bodies.task_done_changed', { day: showDate(task.doneOn) })
  await meetings.endTask(db, taskId, { done_on: null })
  const facts = { meeting: task.meetingId, task: taskId, wasDone: task.doneOn, because }
  return happened(bodyEvent('body.task_reopened', { subject: body.bodyId, area: body.unitId, facts }), {
    bodyId: body.bodyId,
  })
})

export const takeTaskBack = change(contract.takeTaskBack, async ({ db, actor, input }) => {
  const { taskId, because } = input
  const { task, body } = await open({ db, actor }, taskId)
  await meetings.endTask(db, taskId, { taken_back: because })
  const facts = { meeting: task.meetingId, task: taskId, because }
  return happened(bodyEvent('body.task_taken_back', { subject: body.bodyId, area: body.unitId, facts }), {
    bodyId: body.bodyId,
  })
})
