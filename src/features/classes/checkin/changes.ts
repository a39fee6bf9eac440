/** What is done by checking in: the code is typed; walk-ins are taken, matched, undone. */
import * as guesses from '#features/people/guesses.ts'
import { mustBeOfOthers, mustFind } from '#features/people/roster/must.ts'
import type { Actor } from '#kernel/access.ts'
import { momentInVietnam } from '#kernel/dates.ts'
import type { ClassSessionId, ClassWalkInId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import { instantOf } from '#platform/server/clock.ts'
import type { Db, Tx } from '#platform/server/database/open.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { mustBeHere } from '../attendance/must.ts'
import { attendanceProblem } from '../attendance/problems.ts'
import { countsOf, insertMarks, marksOf, type Told, toldIn } from '../attendance/queries.ts'
import { earlyMinutes, isLate, isThere, takesPeople } from '../attendance/rules.ts'
import { classEvent } from '../events.ts'
import { momentOf, mustHoldOpen } from '../list/must.ts'
import { seated } from '../seats/queries.ts'
import { sessionProblem } from '../sessions/problems.ts'
import { classOfSession, holdAll, metBy, sessionsOf } from '../sessions/queries.ts'
import { learnerClash } from '../sessions/rules.ts'
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
  act: async (call) => {
    const { db, actor, input, services } = call
    const { clock, keys } = services
    const moment = momentOf(call)
    const of = await store.sessionsOpen(db, moment)
    const session = sessionOfCode(keys, { code: input.sessionCode, of, nowMs: clock.now() })
    if (!session) throw checkInProblem('checkin.code')
    const coming = { walkIn: newId<'class_walk_in'>(), name: actor.name, at: instantOf(clock), moment }
    const come = await store.comeIn(db, session, coming)
    if (!come) throw checkInProblem('checkin.code')
    const { outcome, classId, area, title, walkIn, elsewhere } = come
    if (outcome === 'closed') throw checkInProblem('checkin.closed')
    if (outcome === 'elsewhere') throw checkInProblem('checkin.elsewhere', { title: elsewhere ?? '' })
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
  if (!(await store.walkInWaits(db, classWalkInId))) throw checkInProblem('checkin.closed')
  await store.takeWalkIn(db, classWalkInId)
  return happened(classEvent('class.walked_in', { subject: held.classId, area: held.area }), { classWalkInId })
})

type At = { readonly classId: TrainingClassId; readonly sessionId: ClassSessionId }
type By = Pick<Call<unknown>, 'today' | 'services'> & { readonly db: Tx; readonly actor: Actor }
/** Throws where the heads of a session were counted with what is marked now. */
async function mustNotBeClosed(db: Db, { classId, sessionId }: At): Promise<void> {
  const counts = await countsOf(db, classId)
  if (counts.some((one) => one.classSessionId === sessionId && one.closed)) throw attendanceProblem('attendance.closed')
}
/** A session of a class that the actor holds, in which people can be marked as being there. */
async function mustTake(call: By, { classId, sessionId }: At) {
  const { db, actor, today } = call
  const { areaId: area, state } = await mustHoldOpen({ db, actor }, classId)
  const moment = momentOf(call)
  const sessions = await sessionsOf(db, classId, { today, moment })
  const session = sessions.find(({ classSessionId }) => classSessionId === sessionId)
  if (!session) throw sessionProblem('session.not_found')
  await mustNotBeClosed(db, { classId, sessionId })
  if (state !== 'running') throw attendanceProblem('attendance.not_running')
  if (!takesPeople(session, moment)) throw attendanceProblem('attendance.not_begun', { minutes: earlyMinutes })
  return { area, session, sessions, moment }
}

export const addWalkIn = change(contract.addWalkIn, async (call) => {
  const { db, input, services } = call
  const { classSessionId: sessionId, classWalkInId: id, name } = input
  const classId = await classOfSession(db, sessionId)
  if (!classId) throw sessionProblem('session.not_found')
  const { area } = await mustTake(call, { classId, sessionId })
  await store.insertWalkIn(db, { id, sessionId, classId, area, name: tidy(name), at: instantOf(services.clock) })
  return happened(classEvent('class.walked_in', { subject: classId, area }), { classWalkInId: id })
})

/** Why a mark follows one of absence: they are the walk-in. */
const wasTheWalkIn = 'là người đến thêm của buổi này'

export const matchWalkIn = change(contract.matchWalkIn, async (call) => {
  const { db, actor, input, today, services } = call
  const { classWalkInId: id, officialId } = input
  const held = await store.holdWalkIn(db, id)
  if (!held) throw checkInProblem('checkin.no_walk_in')
  const { session, sessions, moment } = await mustTake(call, held)
  if (held.state !== 'taken') throw checkInProblem('checkin.settled')
  const { name } = await mustFind(db, officialId)
  await mustBeOfOthers(db, [officialId], () => checkInProblem('checkin.own'))
  const by = { id: actor.accountId, name: actor.name }
  await holdAll(db, [officialId])
  const seat = await store.seatWalkIn(db, { ...held, officialId }, { id: newId(), by: by.id, on: today })
  await seated(db, held.classId, moment)
  // Who was marked as being there already stays as that said.
  const told = (await toldIn(db, held.sessionId)).get(officialId)
  const came = !isThere(told?.mark ?? null)
  if (came) {
    await mustBeHere(db, held.sessionId, { of: new Map([[officialId, { name }]]), today })
    const late = held.accountId !== null && isLate(session, momentInVietnam(Date.parse(held.at)))
    await insertMarks(db, held, {
      of: [{ officialId, mark: late ? 'late' : 'present', changes: told !== undefined }],
      ...{ how: 'match', because: wasTheWalkIn, by: { ...by, at: instantOf(services.clock) } },
    })
  }
  const marked = came ? 1 + saidOf(told) : null
  const had = { seated: seat !== undefined, before: seat?.before ?? null, marked }
  await store.settleWalkIn(db, id, { state: 'matched', officialId, ...had, because: '', by })
  // Tomorrow they may be in another class: today they were here all the same.
  const coming = sessions.filter(({ begun }) => !begun).map((slot) => ({ id: officialId, slot }))
  const met = await metBy(db, coming, { but: sessions.map(({ classSessionId }) => classSessionId), today })
  const clashes = met.map((other) => learnerClash(other.wanted, { name, other }))
  const facts = { official: officialId }
  const event = classEvent('class.walk_in_matched', { subject: held.classId, area: held.area, facts })
  return happened(event, { classWalkInId: id, clashes })
})

/** How many marks were made of somebody in a session. */
const saidOf = (told: Told | undefined): number => (told ? told.earlier.length + 1 : 0)

type Undoing = store.HeldWalkIn & {
  readonly id: ClassWalkInId
  readonly officialId: OfficialId
  readonly because: string
}
/** What the match did is taken back: its mark, where nobody said more since, and the seat, where they were there in nothing else of the class. */
async function takeBack(call: By, { id, officialId, because, ...held }: Undoing): Promise<void> {
  const { db, actor, services } = call
  const { classId, sessionId, marked, before } = held
  await mustNotBeClosed(db, held)
  const told = (await toldIn(db, sessionId)).get(officialId)
  if (marked !== null && saidOf(told) === marked)
    await insertMarks(db, held, {
      of: [{ officialId, mark: told?.earlier.at(-1)?.mark ?? null, changes: true }],
      ...{ how: 'hand', because, by: { id: actor.accountId, name: actor.name, at: instantOf(services.clock) } },
    })
  if (!held.seated || (await store.handSeat(db, { classId, officialId }, { but: id, before }))) return
  const stands = (await marksOf(db, classId)).some((one) => one.officialId === officialId && isThere(one.mark))
  if (stands) return
  await store.leaveSeat(db, { classId, officialId, before, because })
  await seated(db, classId, momentOf(call))
}

export const undoWalkIn = change(contract.undoWalkIn, async (call) => {
  const { db, actor, input } = call
  const { classWalkInId: id, seen } = input
  const because = tidy(input.because)
  const held = await store.holdWalkIn(db, id)
  if (!held) throw checkInProblem('checkin.no_walk_in')
  await mustHoldOpen({ db, actor }, held.classId)
  if (held.state !== seen) throw checkInProblem('checkin.settled')
  const { officialId } = held
  if (seen === 'matched' && officialId) await takeBack(call, { ...held, id, officialId, because })
  const by = { id: actor.accountId, name: actor.name }
  const had = { seated: false, before: null, marked: null }
  await store.settleWalkIn(db, id, { state: 'undone', officialId, ...had, because, by })
  return happened(
    classEvent('class.walk_in_undone', { subject: held.classId, area: held.area, facts: { because: input.because } }),
    { classWalkInId: id },
  )
})
