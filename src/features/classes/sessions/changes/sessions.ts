/** What is done with sessions: added, moved, dropped, a whole class moved. */
import { mergedOrTold } from '#features/people/audit/must.ts'
import { mustBeNear } from '#features/people/norms/must.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AreaId, ClassSessionId, ClassTrainerId, FrameworkTopicId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { takesPeople } from '../../attendance/rules.ts'
import { classEvent } from '../../events.ts'
import { momentOf, mustHoldOpen, mustStillStand } from '../../list/must.ts'
import { classListProblem } from '../../list/problems.ts'
import { countChange, type Held } from '../../list/queries.ts'
import { learnersOf, seated } from '../../seats/queries.ts'
import * as contract from '../contract.ts'
import type { ClassSession, Slot } from '../model.ts'
import { mustBeFree } from '../must.ts'
import { sessionProblem } from '../problems.ts'
import * as store from '../queries.ts'
import { isMoved, isSlot, isToCome, moved } from '../rules.ts'

type Holds = Pick<ClassSession, 'hallId' | 'place' | 'topicId' | 'classTrainerIds'>

function mustBeSlots(slots: readonly Slot[], today: PlainDate): void {
  if (!slots.every(isSlot)) throw sessionProblem('session.hours')
  for (const { day } of slots) mustBeNear(day, today, 'day')
}

type Known = {
  readonly teaching: readonly store.Teaching[]
  readonly topicIds: readonly FrameworkTopicId[]
  readonly areaId: AreaId
}
/** What a session holds, as it is kept, and who teaches it; throws where one of it is none of the class's. `had`: who may stay. */
async function checked(
  db: Db,
  said: Holds,
  { teaching, topicIds, areaId }: Known,
  had: readonly ClassTrainerId[] = [],
) {
  const place = tidy(said.place)
  if (said.hallId !== null) {
    if (place !== '') throw sessionProblem('session.place_twice')
    if (!(await store.hallsBy(db, [said.hallId], areaId)).get(said.hallId)?.near) throw sessionProblem('session.hall')
  }
  if (said.topicId !== null && !topicIds.includes(said.topicId)) throw sessionProblem('session.topic')
  const teachers = teaching.filter(
    ({ classTrainerId, state }) =>
      said.classTrainerIds.includes(classTrainerId) &&
      (state === 'asked' || state === 'accepted' || had.includes(classTrainerId)),
  )
  if (teachers.length < said.classTrainerIds.length) throw sessionProblem('session.trainer')
  return { holds: { hallId: said.hallId, place, topicId: said.topicId }, teachers }
}

const others = (sessions: readonly ClassSession[], but: readonly ClassSessionId[]) =>
  sessions.filter(({ classSessionId }) => !but.includes(classSessionId))

export const addSessions = change(contract.addSessions, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, sessions: slots, ...said } = input
  const held = await mustHoldOpen({ db, actor }, id)
  const { areaId, seats, topicIds } = held
  mustBeSlots(slots, today)
  const teaching = await store.teachingOf(db, id)
  const { holds, teachers } = await checked(db, said, { teaching, topicIds, areaId })
  const standing = await store.sessionsOf(db, id, { today, moment: momentOf(call) })
  const wanted = slots.map((slot) => ({ ...slot, ...holds, teachers }))
  const learners = await learnersOf(db, id)
  await mustBeFree(db, wanted, { areaId, seats, today, but: [], standing, learners })
  await store.insertSessions(db, { classId: id, area: areaId, by: actor.accountId, slots, ...holds })
  await store.seatTrainers(
    db,
    slots.map(({ classSessionId }) => classSessionId),
    teachers,
  )
  await seated(db, id, momentOf(call))
  await countChange(db, id)
  await mustStillStand(db, id, { today, moment: momentOf(call) })
  const facts = { sessions: slots.length, day: [...slots].map(({ day }) => day).sort()[0] }
  return happened(classEvent('class.sessions_added', { subject: id, area: areaId, facts }), { trainingClassId: id })
})

type By = { readonly db: Db; readonly actor: Actor; readonly today: PlainDate; readonly moment: string }
/** A session with its class, which is held and may change. */
async function mustHoldSession({ db, actor, ...at }: By, sessionId: ClassSessionId) {
  const id = await store.classOfSession(db, sessionId)
  if (!id) throw sessionProblem('session.not_found')
  const held: Held = await mustHoldOpen({ db, actor }, id)
  const sessions = await store.sessionsOf(db, id, at)
  const session = sessions.find(({ classSessionId }) => classSessionId === sessionId)
  if (!session) throw sessionProblem('session.not_found')
  return { id, held, sessions, session }
}

const fields = ['day', 'from', 'until', 'hallId', 'place', 'topicId', 'classTrainerIds'] as const
type Particulars = Pick<ClassSession, (typeof fields)[number]>

export const changeSession = change(contract.changeSession, async (call) => {
  const { db, actor, input, today } = call
  const { classSessionId, was, because = '', ...wanted } = input
  const moment = momentOf(call)
  const { id, held, sessions, session } = await mustHoldSession({ db, actor, today, moment }, classSessionId)
  if (session.closed) throw sessionProblem('session.closed')
  const { areaId, seats, topicIds } = held
  const now = Object.fromEntries(fields.map((field) => [field, session[field]])) as Particulars
  const sorted = wanted.classTrainerIds && { classTrainerIds: [...wanted.classTrainerIds].sort() }
  const set = await mergedOrTold(
    db,
    { was: was ?? null, wanted: { ...wanted, ...sorted }, now },
    { areaId, subject: id, what: 'class.session_changed' },
  )
  const next = { ...now, ...set } as Particulars
  mustBeSlots([next], today)
  const corrects = session.held && isMoved(now, next)
  if (corrects && tidy(because) === '') throw sessionProblem('session.because')
  if (corrects && !takesPeople(next, moment)) throw sessionProblem('session.held')
  const teaching = await store.teachingOf(db, id)
  const { holds, teachers } = await checked(db, next, { teaching, topicIds, areaId }, now.classTrainerIds)
  const slot = { day: next.day, from: next.from, until: next.until }
  const standing = others(sessions, [classSessionId])
  const learners = await store.learnersIn(db, [classSessionId])
  const of = { areaId, seats, today, but: [classSessionId], standing, learners }
  await mustBeFree(db, [{ ...slot, ...holds, teachers }], of)
  await store.unseatOthers(db, classSessionId, next.classTrainerIds)
  await store.updateSession(db, classSessionId, { ...slot, ...holds })
  await store.seatTrainers(db, [classSessionId], teachers)
  if (Object.keys(set).length > 0) await countChange(db, id)
  await mustStillStand(db, id, { today, moment })
  const facts = {
    changes: changedIn(now, { ...slot, ...holds, classTrainerIds: next.classTrainerIds }, fields),
    ...(corrects && { because }),
  }
  return happened(classEvent('class.session_changed', { subject: id, area: areaId, facts }), { trainingClassId: id })
})

export const dropSession = change(contract.dropSession, async (call) => {
  const { db, actor, input, today } = call
  const moment = momentOf(call)
  const { id, held, session } = await mustHoldSession({ db, actor, today, moment }, input.classSessionId)
  await store.deleteSession(db, input.classSessionId)
  await countChange(db, id)
  await mustStillStand(db, id, { today, moment })
  const facts = { day: session.day, because: input.because }
  return happened(classEvent('class.session_dropped', { subject: id, area: held.areaId, facts }), {
    trainingClassId: id,
  })
})

export const moveClass = change(contract.moveClass, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, revision, days, because } = input
  const held = await mustHoldOpen({ db, actor }, id)
  if (held.revision !== revision) throw classListProblem('class.changed_since')
  if (days === 0) throw sessionProblem('session.same_day')
  const sessions = await store.sessionsOf(db, id, { today, moment: momentOf(call) })
  const going = sessions.filter(isToCome).map((one) => moved(one, days))
  if (going.length === 0) throw sessionProblem('session.begun')
  mustBeSlots(going, today)
  const teaching = await store.teachingOf(db, id)
  const wanted = going.map((one) => ({
    ...one,
    teachers: teaching.filter(({ classTrainerId }) => one.classTrainerIds.includes(classTrainerId)),
  }))
  const but = going.map(({ classSessionId }) => classSessionId)
  const { areaId, seats } = held
  const learners = await store.learnersIn(db, but)
  await mustBeFree(db, wanted, { areaId, seats, today, but, standing: others(sessions, but), learners })
  await store.moveSessions(db, but, days)
  await countChange(db, id)
  const facts = { days, sessions: going.length, because }
  return happened(classEvent('class.moved', { subject: id, area: areaId, facts }), { trainingClassId: id })
})
