import { overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { seenScan } from '#features/papers/files.ts'
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import type { AreaId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { bodyButtons } from '../contract.ts'
import { bodyProblem } from '../problems.ts'
import { sittingOn } from '../queries.ts'
import { getBody } from '../routes.ts'
import { callMeeting, callOffMeeting, keepMinutes, replaceSigned, writeMeeting } from './changes/meetings.ts'
import { finishMine, finishTask, giveTask, reopenTask, takeTaskBack } from './changes/tasks.ts'
import * as contract from './contract.ts'
import { chairOf } from './documents/texts.ts'
import { type MinutesPaper, minutesOf, minutesToMe } from './inputs.ts'
import type { MinutesSaid } from './model.ts'
import { findInvitation, findMeeting, meetingsOfMine, minutesOfMine, tasksOf, tasksOfMine } from './queries.ts'

function saidOf({ paper, fingerprint }: MinutesPaper): MinutesSaid {
  const { members, guests, conclusions, tasks } = paper
  const named = (present: boolean) => members.filter((one) => one.present === present).map(({ name }) => name)
  return {
    ...{ fingerprint, present: named(true), absent: named(false), chair: chairOf(paper)?.name ?? null, guests },
    ...{ conclusions: [...conclusions], tasks: [...tasks] },
  }
}

/** A meeting with who was there and what it gave to do. */
export async function wholeMeeting({ db, actor, input, today }: Call<typeof contract.showMeeting>) {
  const meeting = await findMeeting(db, input.meetingId)
  if (!meeting) throw bodyProblem('bodies.meeting_not_found')
  const { scanId, calledOn: _calledOn, ...rest } = meeting
  const body = await getBody({ db }, meeting.bodyId)
  const minutes = await minutesOf(db, { meeting, body })
  return {
    ...rest,
    minutes: minutes && saidOf(minutes),
    bodyName: body.name,
    unitName: (await namesOn(db, [body.unitId], meeting.on)).get(body.unitId) ?? '',
    members: await sittingOn(db, body.bodyId, meeting.on),
    ...{ isSigned: scanId !== null, page: scanId },
    tasks: await tasksOf(db, { body: body.bodyId, meeting: meeting.meetingId, today }),
    can: buttonsFor(bodyButtons, { actor, over: await overOf(db, body.unitId) }),
  }
}

const meeting = read(contract.showMeeting, wholeMeeting)

/** With whether it can be opened: whom a body gave something to do, or invites, may read no body. */
async function opening<R extends { readonly unitId: AreaId }>(
  { db, actor }: Pick<Call<typeof contract.myTasks>, 'db' | 'actor'>,
  rows: readonly R[],
) {
  const over = new Map<AreaId, boolean>()
  for (const { unitId } of rows)
    if (!over.has(unitId)) over.set(unitId, can(actor, 'body.read', await overOf(db, unitId)))
  return rows.map(({ unitId, ...row }) => ({ ...row, opens: over.get(unitId) === true }))
}

/** What waits for who asks. */
export async function mine({ db, actor, input, today }: Call<typeof contract.myTasks>) {
  const tasks = await opening({ db, actor }, await tasksOfMine(db, { today, over: input.over === true }))
  return {
    tasks: tasks.map((task) => ({ ...task, late: task.takenBack === null && task.due < (task.doneOn ?? today) })),
  }
}

const myMeetings = read(contract.myMeetings, async ({ db, actor, today }) => ({
  meetings: await opening({ db, actor }, await meetingsOfMine(db, today)),
}))

const myInvitation = read(contract.myInvitation, async ({ db, input }) => {
  const found = await findInvitation(db, input.meetingId)
  if (!found) throw bodyProblem('bodies.not_invited')
  const { bodyName, unitId, on, time, place, agenda, moves, calledOff } = found
  const unitName = (await namesOn(db, [unitId], on)).get(unitId) ?? ''
  const minutes = await minutesToMe(db, found)
  return {
    ...{ ...input, bodyName, unitName, on, time, place, agenda, moves, calledOff },
    members: found.members.map(({ name, role }) => ({ name, role })),
    minutes: minutes && saidOf(minutes),
  }
})

const myMinutes = read(contract.myMinutes, async ({ db, actor }) => ({
  meetings: await opening({ db, actor }, await minutesOfMine(db)),
}))

const myTasks = read(contract.myTasks, mine)

const check = read(contract.checkSigned, {
  look: async ({ file }) => file,
  work: ({ services }, file) => seenScan(file, services.readers),
  act: async (_call, seen) => ({ fault: seen instanceof Problem ? seen.said : null }),
})

export const meetingRoutes: Route[] = [
  ...[
    meeting,
    myTasks,
    myMeetings,
    myInvitation,
    myMinutes,
    callMeeting,
    writeMeeting,
    callOffMeeting,
    check,
    keepMinutes,
    replaceSigned,
  ],
  ...[giveTask, finishTask, finishMine, reopenTask, takeTaskBack],
]
