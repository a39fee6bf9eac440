/** What is done with attendance: people marked, heads counted, a session closed and opened again. */
import { keepScan, seenScan } from '#features/papers/files.ts'
import { mustBeOfOthers } from '#features/people/roster/must.ts'
import type { Actor } from '#kernel/access.ts'
import type { ClassSessionId, OfficialId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Tx } from '#platform/server/database/open.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { classEvent } from '../events.ts'
import { momentOf, mustHoldClass, mustHoldOpen } from '../list/must.ts'
import { sessionProblem } from '../sessions/problems.ts'
import { classOfSession } from '../sessions/queries.ts'
import * as contract from './contract.ts'
import { attendanceOf, mustBeHere } from './must.ts'
import { attendanceProblem } from './problems.ts'
import * as store from './queries.ts'
import { earlyMinutes, isThere, mayClose, mayMark } from './rules.ts'

type By = Pick<Call<unknown>, 'today' | 'services'> & { readonly db: Tx; readonly actor: Actor }

/** A session of a class that the actor holds, which stands still until the change ends: who comes by the code waits. */
async function mustHold(call: By, sessionId: ClassSessionId) {
  const { db, actor, today, services } = call
  const classId = await classOfSession(db, sessionId)
  if (!classId) throw sessionProblem('session.not_found')
  const held = await mustHoldOpen({ db, actor }, classId)
  const { sessions, learners } = await attendanceOf(db, classId, { areaId: held.areaId, today, moment: momentOf(call) })
  const at = sessions.findIndex(({ classSessionId }) => classSessionId === sessionId)
  const session = sessions[at]
  if (!session) throw sessionProblem('session.not_found')
  return {
    ...{ classId, held, session },
    standing: new Map(learners.map((one) => [one.officialId, { name: one.name, mark: one.marks[at] ?? null }])),
    at: { sessionId, classId, area: held.areaId },
    by: { id: actor.accountId, name: actor.name, at: instantOf(services.clock) },
  }
}

const notBegun = () => attendanceProblem('attendance.not_begun', { minutes: earlyMinutes })
const mostNamed = 5
const named = (of: readonly OfficialId[], names: ReadonlyMap<OfficialId, { readonly name: string }>): string =>
  of
    .slice(0, mostNamed)
    .map((id) => names.get(id)?.name)
    .join(', ') + (of.length > mostNamed ? ', …' : '')

export const markAttendance = change(contract.markAttendance, async (call) => {
  const { db, input } = call
  const { classSessionId, marks, how } = input
  const because = tidy(input.because ?? '')
  const { classId, held, session, standing, at, by } = await mustHold(call, classSessionId)
  if (session.closed) throw attendanceProblem('attendance.closed')
  if (held.state !== 'running' && marks.some(({ mark }) => mark !== 'excused' && mark !== null))
    throw attendanceProblem('attendance.not_running')
  if (!marks.every(({ mark }) => mayMark(mark, session.opens))) throw notBegun()
  const last = new Map(marks.map((one) => [one.officialId, one]))
  const strangers = [...last.keys()].filter((id) => !standing.has(id))
  if (strangers.length > 0) throw attendanceProblem('attendance.not_learner', { count: strangers.length })
  // Who came themselves types the code, as everybody.
  await mustBeOfOthers(db, [...last.keys()], () => attendanceProblem('attendance.own'))
  const nowOf = (id: OfficialId) => standing.get(id)?.mark ?? null
  const moved = [...last.values()].filter(({ officialId: id, seen, mark }) => nowOf(id) !== seen && nowOf(id) !== mark)
  if (moved.length > 0)
    throw attendanceProblem('attendance.marked_since', {
      names: named(
        moved.map((one) => one.officialId),
        standing,
      ),
    })
  const told = await store.toldIn(db, classSessionId)
  const of = [...last.values()]
    .filter(({ officialId, mark }) => nowOf(officialId) !== mark)
    .map(({ officialId, mark }) => ({ officialId, mark, changes: told.has(officialId) }))
  const changed = of.filter(({ changes }) => changes)
  if (changed.length > 0 && because === '')
    throw attendanceProblem('attendance.because', {
      names: named(
        changed.map((one) => one.officialId),
        standing,
      ),
    })
  const here = of.flatMap(({ officialId: id, mark }) => {
    const one = isThere(mark) && !isThere(nowOf(id)) && standing.get(id)
    return one ? [[id, one] as const] : []
  })
  await mustBeHere(db, classSessionId, { of: new Map(here), today: call.today })
  if (of.length > 0) await store.insertMarks(db, at, { of, how, because, by })
  const facts = {
    ...{ day: session.day, begins: session.from, marked: of.length - changed.length },
    ...(changed.length > 0 && { remarked: changed.length, because }),
  }
  return happened(classEvent('class.marked', { subject: classId, area: held.areaId, facts }), { classSessionId })
})

export const countHeads = change(contract.countHeads, async (call) => {
  const { db, input } = call
  const { classSessionId, heads, seen, closes } = input
  const because = tidy(input.because ?? '')
  const { classId, held, session, at, by } = await mustHold(call, classSessionId)
  if (session.closed) throw attendanceProblem('attendance.closed')
  if (held.state !== 'running') throw attendanceProblem('attendance.not_running')
  if (!session.opens) throw notBegun()
  const { there } = session
  if (there !== seen) throw attendanceProblem('attendance.counted_since', { there, seen })
  const closed = closes && mayClose(heads, there, because)
  if (closes && !closed) throw attendanceProblem('attendance.heads_differ', { heads, there })
  await store.insertCount(db, at, { heads, there, closed, because, by })
  const facts = { day: session.day, begins: session.from, heads, there, ...(because && { because }) }
  const event = closed ? 'class.session_closed' : 'class.heads_counted'
  return happened(classEvent(event, { subject: classId, area: held.areaId, facts }), { classSessionId })
})

export const reopenSession = change(contract.reopenSession, async (call) => {
  const { db, input } = call
  const { classSessionId, because } = input
  const { classId, held, session, at, by } = await mustHold(call, classSessionId)
  if (!session.closed) throw attendanceProblem('attendance.not_closed')
  await store.insertCount(db, at, { heads: null, there: session.there, closed: false, because: tidy(because), by })
  const facts = { day: session.day, begins: session.from, because }
  return happened(classEvent('class.session_reopened', { subject: classId, area: held.areaId, facts }), {
    classSessionId,
  })
})

/** Also of a class that is over: paper comes late. */
export const keepPage = change(contract.keepPage, {
  work: ({ file, services }) => seenScan(file, services.readers),
  act: async ({ db, actor, input, services }, seen) => {
    const { trainingClassId: classId } = input
    const { areaId: area } = await mustHoldClass({ db, actor }, classId)
    const file = await keepScan(db, seen, { area, by: actor.accountId })
    if (await store.isKept(db, { classId, file })) throw attendanceProblem('attendance.page_kept')
    const by = { id: actor.accountId, name: actor.name, at: instantOf(services.clock) }
    await store.insertPage(db, { file, classId, area, note: tidy(input.note), by })
    return happened(classEvent('class.sheet_kept', { subject: classId, area }), { trainingClassId: classId })
  },
})

export const dropPage = change(contract.dropPage, async ({ db, actor, input }) => {
  const { trainingClassId: classId, fileId: file } = input
  const { areaId: area } = await mustHoldClass({ db, actor }, classId)
  const because = tidy(input.because)
  if (!(await store.dropPage(db, { classId, file }, { because, name: actor.name })))
    throw attendanceProblem('attendance.no_page')
  const event = classEvent('class.sheet_dropped', { subject: classId, area, facts: { because } })
  return happened(event, { trainingClassId: classId })
})
