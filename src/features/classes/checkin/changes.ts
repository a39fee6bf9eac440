/** What is done by checking in: the code is typed; walk-ins are taken, matched, undone. */
import * as guesses from '#features/people/guesses.ts'
import { mustBeOfOthers, mustFind } from '#features/people/roster/must.ts'
import type { Actor } from '#kernel/access.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { attendanceProblem } from '../attendance/problems.ts'
import { countsOf, insertMarks, toldIn } from '../attendance/queries.ts'
import { classEvent } from '../events.ts'
import { momentOf, mustHoldOpen } from '../list/must.ts'
import { seated } from '../seats/queries.ts'
import { sessionProblem } from '../sessions/problems.ts'
import { classOfSession } from '../sessions/queries.ts'
import * as contract from './contract.ts'
import { sessionOfCode } from './hash.ts'
import { checkInProblem } from './problems.ts'
import * as store from './queries.ts'

/** Against the person who types, wherever they sit: a whole hall shares one address. */
const guessKey = ({ accountId }: Actor) => guesses.keyOf('class code', accountId)

export const checkIn = change(contract.checkIn, {
  count: async ({ db, actor, services: { clock } }, sending) => {
    // Sent twice, it is one try.
    if ((await guesses.countNew(db, [guesses.keyOf('class code sent', sending)], clock)) === 0) return
    const seconds = await guesses.countGuess(db, guessKey(actor), { clock })
    if (seconds > 0) throw checkInProblem('checkin.wait', { retryAfterSeconds: seconds })
  },
  work: async () => undefined,
  act: async ({ db, actor, input, today, services: { clock, keys } }) => {
    const of = await store.sessionsOpen(db, today)
    const session = sessionOfCode(keys, { code: input.sessionCode, of, nowMs: clock.now() })
    if (!session) throw checkInProblem('checkin.code')
    const coming = { walkIn: newId<'class_walk_in'>(), name: actor.name, at: instantOf(clock) }
    const come = await store.comeIn(db, session, coming)
    if (!come) throw checkInProblem('checkin.code')
    const { outcome, classId, area, title, walkIn } = come
    if (outcome === 'closed') throw checkInProblem('checkin.closed')
    await guesses.forgetGuesses(db, guessKey(actor))
    const event = classEvent('class.checked_in', { subject: classId, area, facts: { outcome } })
    return happened(event, { outcome, title, classWalkInId: walkIn })
  },
})

export const comeAllTheSame = change(contract.comeAllTheSame, async ({ db, actor, input }) => {
  const { classWalkInId } = input
  const held = await store.holdWalkIn(db, classWalkInId)
  if (held?.accountId !== actor.accountId) throw checkInProblem('checkin.no_walk_in')
  if (held.state !== 'offered') throw checkInProblem('checkin.settled')
  await store.takeWalkIn(db, classWalkInId)
  return happened(classEvent('class.walked_in', { subject: held.classId, area: held.area }), { classWalkInId })
})

export const addWalkIn = change(contract.addWalkIn, async ({ db, actor, input, services }) => {
  const { classSessionId: sessionId, classWalkInId: id, name } = input
  const classId = await classOfSession(db, sessionId)
  if (!classId) throw sessionProblem('session.not_found')
  const { areaId: area } = await mustHoldOpen({ db, actor }, classId)
  await store.insertWalkIn(db, { id, sessionId, classId, area, name: tidy(name), at: instantOf(services.clock) })
  return happened(classEvent('class.walked_in', { subject: classId, area }), { classWalkInId: id })
})

/** A walk-in of a class that the actor holds and that is not over. */
async function mustHoldWalkIn(
  by: { readonly db: Db; readonly actor: Actor },
  id: Parameters<typeof store.holdWalkIn>[1],
) {
  const found = await store.holdWalkIn(by.db, id)
  if (!found) throw checkInProblem('checkin.no_walk_in')
  await mustHoldOpen(by, found.classId)
  return found
}

/** Throws where the heads of its session were counted with what is marked now. */
async function mustNotBeClosed(db: Db, { classId, sessionId }: store.HeldWalkIn): Promise<void> {
  const counts = await countsOf(db, classId)
  if (counts.some((one) => one.classSessionId === sessionId && one.closed)) throw attendanceProblem('attendance.closed')
}

export const matchWalkIn = change(contract.matchWalkIn, async (call) => {
  const { db, actor, input, today, services } = call
  const { classWalkInId: id, officialId } = input
  const held = await mustHoldWalkIn({ db, actor }, id)
  if (held.state !== 'taken') throw checkInProblem('checkin.settled')
  await mustNotBeClosed(db, held)
  await mustFind(db, officialId)
  await mustBeOfOthers(db, [officialId], () => checkInProblem('checkin.own'))
  const by = { id: actor.accountId, name: actor.name }
  const isSeated = await store.seatWalkIn(db, { ...held, officialId }, { id: newId(), by: by.id, on: today })
  await seated(db, held.classId, momentOf(call))
  // Who was marked already stays as that said.
  if (!(await toldIn(db, held.sessionId)).has(officialId))
    await insertMarks(db, held, {
      ...{ of: [{ officialId, mark: 'present', changes: false }], how: held.accountId ? 'code' : 'hand', because: '' },
      by: { ...by, at: instantOf(services.clock) },
    })
  await store.settleWalkIn(db, id, { state: 'matched', officialId, seated: isSeated, because: '', by })
  const event = classEvent('class.walk_in_matched', {
    subject: held.classId,
    area: held.area,
    facts: { official: officialId },
  })
  return happened(event, { classWalkInId: id })
})

export const undoWalkIn = change(contract.undoWalkIn, async (call) => {
  const { db, actor, input, services } = call
  const { classWalkInId: id, seen, because } = input
  const held = await mustHoldWalkIn({ db, actor }, id)
  if (held.state !== seen) throw checkInProblem('checkin.settled')
  const by = { id: actor.accountId, name: actor.name }
  const { officialId } = held
  if (seen === 'matched' && officialId && held.seated) {
    await mustNotBeClosed(db, held)
    await insertMarks(db, held, {
      ...{ of: [{ officialId, mark: null, changes: true }], how: 'hand', because: tidy(because) },
      by: { ...by, at: instantOf(services.clock) },
    })
    await store.leaveSeat(db, { classId: held.classId, officialId }, tidy(because))
    await seated(db, held.classId, momentOf(call))
  }
  await store.settleWalkIn(db, id, { state: 'undone', officialId, seated: false, because: tidy(because), by })
  const facts = { because }
  return happened(classEvent('class.walk_in_undone', { subject: held.classId, area: held.area, facts }), {
    classWalkInId: id,
  })
})
