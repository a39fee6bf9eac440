/** Posts are given, ended, and given anew to those whose unit has ended. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdTreeStill } from '#features/areas/queries.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { changedIn, type Event } from '#kernel/event.ts'
import type { AccountId, AppointmentId, AreaId, OfficialId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { peopleEvent } from '../../events.ts'
import * as contract from '../contract.ts'
import type { Ending } from '../model.ts'
import { mustBeGrown, mustBeWanted, mustEndWithin, mustFit, mustLive, notThere } from '../must.ts'
import { rosterProblem } from '../problems.ts'
import * as roster from '../queries.ts'
import { faultOfEnd } from '../rules.ts'
import * as store from '../store/appointments.ts'
import { endOthers, moveOthers, reopenOthers } from './death.ts'

type Held = Omit<InputOf<typeof contract.appoint>, 'officialId'>
type Giving = {
  readonly officialId: OfficialId
  readonly by: AccountId
  readonly today: PlainDate
  /** Where somebody is placed again: from which post, and the end that it was to have. */
  readonly renews?: { readonly id: AppointmentId; readonly until: PlainDate | null }
}

/** Writes an appointment that fits; the tree is held still, so that no event ends its unit meanwhile. */
export async function give(
  db: Db,
  { appointmentId, decisionNumber, decidedOn, also = false, ...held }: Held,
  { officialId, by, today, renews }: Giving,
): Promise<void> {
  await store.holdCourses(db, [officialId])
  await mustFit(db, { ...held, decidedOn }, today)
  await mustLive(db, [officialId], held)
  await mustBeGrown(db, officialId, { from: held.from, decidedOn })
  if (!also) await mustBeWanted(db, { ...held, officialId })
  await store.insertAppointments(db, [
    {
      id: appointmentId,
      official_id: officialId,
      post: held.post,
      area_id: held.areaId,
      standing: held.standing,
      valid_from: held.from,
      valid_until: held.until,
      decision_number: decisionNumber.trim() || null,
      decided_on: decidedOn,
      made_by: by,
      ...(renews && { renews_id: renews.id, renews_until: renews.until }),
    },
  ])
}

type Post = { readonly post: string; readonly area_id: AreaId }
const postOf = async (db: Db, { post, area_id: unit }: Post) => ({
  ...{ post, postSaid: await roster.postSaid(db, post), unit },
})
/** Which post, where and in which days, for the audit. */
const heldSaid = async (db: Db, { post, areaId, from, until }: Pick<Held, 'post' | 'areaId' | 'from' | 'until'>) => ({
  ...{ ...(await postOf(db, { post, area_id: areaId })), since: from, last: until && addDays(until, -1) },
})

export const appoint = change(contract.appoint, async ({ db, actor, input, today }) => {
  const { officialId, ...given } = input
  await holdTreeStill(db)
  await mustBeAble({ db, actor }, 'roster.write', input.areaId)
  await store.holdCourses(db, [officialId])
  if (!(await roster.holdOfficial(db, officialId))) throw await notThere(db, officialId)
  await give(db, given, { officialId, by: actor.accountId, today })
  const facts = await heldSaid(db, input)
  const event = peopleEvent('official.appointed', { subject: officialId, area: input.areaId, facts })
  return happened(event, { officialId })
})

/** The appointment, which nobody else ends meanwhile; throws where the actor may not. */
async function own({ db, actor }: Parameters<typeof mustBeAble>[0], id: AppointmentId) {
  await store.holdCourseOf(db, id)
  const found = await store.holdAppointment(db, id)
  if (!found) throw rosterProblem('official.appointment_not_found')
  await mustBeAble({ db, actor }, 'roster.write', found.area_id)
  return found
}
/** The same; throws where its end is recorded. */
async function open(call: Parameters<typeof mustBeAble>[0], id: AppointmentId) {
  const found = await own(call, id)
  if (found.ended_because !== null) throw rosterProblem('official.appointment_ended')
  return found
}

type Call = Parameters<typeof mustBeAble>[0]
type Ended = NonNullable<Awaited<ReturnType<typeof store.holdAppointment>>>
type End = { readonly last: PlainDate; readonly because: Ending; readonly today: PlainDate; readonly longer?: boolean }

/** The first day without the post; refuses an end that cannot be. Entered by mistake, it never held. */
async function endOf(db: Db, found: Ended, { last, because, today, longer = false }: End): Promise<PlainDate> {
  if (because === 'entered_by_mistake') {
    if (await store.hasMoves(db, found.id)) throw rosterProblem('official.move_rests')
    return found.valid_from
  }
  if (last < found.valid_from) throw rosterProblem('official.end_early', { from: showDate(found.valid_from) })
  if (because === 'unit_ended' && !(await hasEnded(db, found, last))) throw rosterProblem('official.unit_goes_on')
  const far = faultOfEnd(last, { because, today })
  if (far) throw far
  const until = addDays(last, 1)
  await mustEndWithin(db, found.area_id, until)
  // The day of a death is put right where it is recorded; nothing else ends after it.
  if (found.ended_because !== 'died') await mustLive(db, [found.official_id], { from: found.valid_from, until })
  await mustRestOn(db, found, until)
  const was = found.ended_because === 'entered_by_mistake' ? null : found.valid_until
  if (was !== null && until > was && !longer)
    throw rosterProblem('official.end_later', { was: showDate(addDays(was, -1)), last: showDate(last) })
  return until
}

/** Whether the unit of the post stands no more after the day. */
async function hasEnded(db: Db, { area_id: area }: Ended, last: PlainDate): Promise<boolean> {
  const unit = await roster.standingOfUnit(db, area)
  return unit?.until != null && unit.until <= addDays(last, 1)
}

/** Refuses an end before a move that leads from the post. */
export async function mustNotLeadOn(db: Db, found: Ended, until: PlainDate): Promise<void> {
  const moved = await store.movedAfter(db, found, until)
  if (moved) throw rosterProblem('official.moved_later', { day: showDate(moved), first: showDate(addDays(moved, -1)) })
}

/** Refuses an end before what rests on the post: a move that leads from it, and the staying after one that led to it. */
async function mustRestOn(db: Db, found: Ended, until: PlainDate): Promise<void> {
  await mustNotLeadOn(db, found, until)
  const stayed = await store.stayedAfter(db, found.id, until)
  if (stayed) throw rosterProblem('official.stayed_later', { day: showDate(addDays(stayed, -1)) })
}

/**
 * A placing that was a mistake is taken back: the post at the unit that ended is held as before it, until the end that was
 * recorded here, where there is one; and moves to here, or from here, were to there and from there. Answers the unit, for the
 * audit; null where nobody was placed by it, or the end there has become another since.
 */
async function takePlacingBack({ db, actor }: Call, found: Ended): Promise<AreaId | null> {
  const before = found.renews_id ? await store.holdAppointment(db, found.renews_id) : undefined
  // Who does not reach the unit before cannot give the post there back, and without it nothing would be held.
  if (found.renews_id && !before) throw problem('access.denied', { right: 'roster.write' })
  if (before?.ended_because !== 'unit_ended') return null
  await mustBeAble({ db, actor }, 'roster.write', before.area_id)
  if (found.ended_because === null)
    await mustLive(db, [found.official_id], { from: before.valid_from, until: found.renews_until })
  await store.takePlacingBack(db, { id: found.id, by: actor.accountId })
  return before.area_id
}
const backOf = async (call: Call, found: Ended, because: Ending | null) => {
  const back = because === 'entered_by_mistake' ? await takePlacingBack(call, found) : null
  return back && { back }
}

export const endAppointment = change(contract.endAppointment, async ({ db, actor, input, today }) => {
  const { appointmentId, last, reason: because, longer = false } = input
  const found = await open({ db, actor }, appointmentId)
  const back = await backOf({ db, actor }, found, because)
  const until = await endOf(db, found, { last, because, today, longer })
  await store.closeAppointment(db, appointmentId, { until, because, by: actor.accountId })
  const also = because === 'died' ? await endOthers({ db, actor }, found, until) : []
  const facts = { ...(await postOf(db, found)), last: because === 'entered_by_mistake' ? null : last, because, ...back }
  const event = peopleEvent('official.appointment_ended', { subject: found.official_id, area: found.area_id, facts })
  return happened(event, { officialId: found.official_id }, also)
})

/** That the end is put right at another post. */
async function goesWith(db: Db, id: AppointmentId) {
  const at = await store.holdAppointment(db, id)
  const said = at && (await roster.postSaid(db, at.post))
  return rosterProblem('official.ended_with', { post: said?.vi ?? '', postEn: said?.en ?? '' })
}

/** The end was another, or there was none: the post goes on where nothing else stands in its days. */
export const correctEnd = change(contract.correctEnd, async ({ db, actor, input, today }) => {
  const { appointmentId, ends, because: note, seen, longer = false } = input
  await holdTreeStill(db)
  const found = await own({ db, actor }, appointmentId)
  // A last day that was entered beforehand and is over is an end too, without a reason.
  if (found.ended_because === null && (found.valid_until === null || found.valid_until > today))
    throw rosterProblem('official.not_ended')
  if (found.ended_because !== seen.reason || found.valid_until !== seen.until)
    throw rosterProblem('official.end_changed')
  // What a placing had followed goes on since it was taken back: it is placed again from there.
  if (found.renews_id && found.ended_because === 'entered_by_mistake') throw rosterProblem('official.placing_taken')
  if (found.ended_with) throw await goesWith(db, found.ended_with)
  const back = await backOf({ db, actor }, found, ends?.reason ?? null)
  const died = found.ended_because === 'died'
  const also: Event[] = []
  if (await store.endedByMove(db, appointmentId)) throw rosterProblem('official.move_ended_it')
  if (ends) {
    const { last, reason: because } = ends
    const until = await endOf(db, found, { last, because, today, longer })
    await store.closeAppointment(db, appointmentId, { until, because, by: actor.accountId })
    if (died && because === 'died') await moveOthers({ db, actor }, found, until)
    if (because === 'died') also.push(...(await endOthers({ db, actor }, found, until)))
  } else {
    await mustEndWithin(db, found.area_id, null)
    if (!died) await mustLive(db, [found.official_id], { from: found.valid_from, until: null })
    await store.reopenAppointment(db, appointmentId)
  }
  if (died && ends?.reason !== 'died') await reopenOthers({ db, actor }, found)
  const was = { last: found.valid_until && addDays(found.valid_until, -1), because: found.ended_because }
  const is = { last: ends?.last ?? null, because: ends?.reason ?? null }
  const facts = { ...(await postOf(db, found)), changes: changedIn(was, is, ['last', 'because']), note, ...back }
  const event = peopleEvent('official.end_corrected', { subject: found.official_id, area: found.area_id, facts })
  return happened(event, { officialId: found.official_id }, also)
})

/** The old appointment ends with its unit, the new one follows: one act, so that nobody stands in neither. */
export const renewAppointment = change(contract.renewAppointment, async ({ db, actor, input, today }) => {
  const { appointmentId, nextId, ...given } = input
  await holdTreeStill(db)
  const found = await own({ db, actor }, appointmentId)
  await mustBeAble({ db, actor }, 'roster.write', given.areaId)
  const unit = await roster.standingOfUnit(db, found.area_id)
  const gone = unit?.until && unit.until <= today && (found.valid_until ?? unit.until) >= unit.until ? unit.until : null
  // An end that was announced for a day after the unit's is one of the post to come.
  const isOver =
    found.ended_because !== null && (gone === null || found.valid_until === null || found.valid_until <= gone)
  if (isOver || found.valid_until === found.valid_from) throw rosterProblem('official.appointment_ended')
  if (gone === null) throw rosterProblem('official.unit_stands')
  if (given.from < gone) throw rosterProblem('official.renewed_early', { day: showDate(gone) })
  const { official_id: officialId } = found
  // What was to begin after the unit had ended never did.
  const until = gone > found.valid_from ? gone : found.valid_from
  await store.closeAppointment(db, appointmentId, { until, because: 'unit_ended', by: actor.accountId })
  const renews = { id: appointmentId, until: found.valid_until }
  await give(db, { ...given, appointmentId: nextId }, { officialId, by: actor.accountId, today, renews })
  await store.carryMovesOn(db, { from: appointmentId, to: nextId })
  const facts = await heldSaid(db, given)
  const event = peopleEvent('official.placed_again', { subject: officialId, area: given.areaId, facts })
  return happened(event, { officialId })
})
