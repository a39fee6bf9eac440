/** Somebody is moved for a time, comes back, or never was moved. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdTreeStill } from '#features/areas/queries.ts'
import { addDays, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { AccountId, AreaId, OfficialId, OfficialMoveId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { mergedOrTold } from '../audit/must.ts'
import { peopleEvent } from '../events.ts'
import { give, mustNotLeadOn } from '../roster/changes/appointments.ts'
import { mustEndWithin, mustLive } from '../roster/must.ts'
import { rosterProblem } from '../roster/problems.ts'
import { postSaid } from '../roster/queries.ts'
import {
  closeAppointment,
  holdAppointment,
  holdCourses,
  movedAfter,
  reopenAppointment,
} from '../roster/store/appointments.ts'
import * as contract from './contract.ts'
import type { MoveKind } from './model.ts'
import { moveProblem } from './problems.ts'
import * as store from './queries.ts'

function mustBePlanned(plannedLast: PlainDate | null, from: PlainDate): void {
  if (plannedLast && plannedLast < from) throw moveProblem('move.planned_early', { from: showDate(from) })
  const last = plainDate(`${yearOf(from) + 10}-12-31`)
  if (plannedLast && plannedLast > last) throw moveProblem('move.planned_far', { last: showDate(last) })
}

/** What is entered as over has ended, on a day that it reached. */
function mustBeOver(last: PlainDate, { from, today }: { from: PlainDate; today: PlainDate }): void {
  if (last > today) throw moveProblem('move.not_over')
  if (last < from) throw rosterProblem('official.end_early', { from: showDate(from) })
}

type Away = {
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly leftAt: AreaId
  /** The move itself, of one that is recorded already. */
  readonly self?: OfficialMoveId
}
/** Refuses a time in which the person is away by another move: nobody is at two places at once. */
async function mustBeHere(db: Db, officialId: OfficialId, { from, until, leftAt, self }: Away): Promise<void> {
  const other = (await store.awayOf(db, officialId, leftAt)).find(
    (one) => one.id !== self && one.since < (until ?? '9999') && (one.last === null || one.last >= from),
  )
  if (!other) return
  if (other.outcome === null) throw moveProblem('move.open')
  const last = other.last && showDate(other.last)
  throw moveProblem('move.overlaps', {
    ...{ unit: other.unit, span: `${showDate(other.since)}${last ? ` - ${last}` : ''}` },
  })
}

export const moveOfficial = change(contract.moveOfficial, async ({ db, actor, input, today }) => {
  const { officialId, moveId, leftId, kind, why, plannedLast, over, ...given } = input
  await holdTreeStill(db)
  await holdCourses(db, [officialId])
  const left = await holdAppointment(db, leftId)
  if (!left || left.official_id !== officialId) throw rosterProblem('official.appointment_not_found')
  await mustBeAble({ db, actor }, 'roster.write', left.area_id)
  await mustBeAble({ db, actor }, 'roster.write', given.areaId)
  const held = left.valid_from <= given.from && (left.valid_until === null || left.valid_until >= given.from)
  if (!held || left.valid_from === left.valid_until) throw moveProblem('move.not_held')
  if (left.area_id === given.areaId && left.post === given.post) throw moveProblem('move.nowhere')
  mustBePlanned(plannedLast, given.from)
  const until = over ? addDays(over.last, 1) : null
  if (over) mustBeOver(over.last, { from: given.from, today })
  await mustEndWithin(db, given.areaId, until)
  await mustBeHere(db, officialId, { from: given.from, until, leftAt: left.area_id })
  await give(db, { ...given, until }, { officialId, by: actor.accountId, today })
  if (until) await closeAppointment(db, given.appointmentId, { until, because: 'moved', by: actor.accountId })
  await store.insertMove(db, {
    ...{ id: moveId, official_id: officialId, kind, why: tidy(why), planned_last: plannedLast },
    outcome: over ? tidy(over.outcome) : null,
    ...{ from_appointment_id: leftId, to_appointment_id: given.appointmentId, made_by: actor.accountId },
  })
  const there = { post: given.post, postSaid: await postSaid(db, given.post), unit: given.areaId, since: given.from }
  const facts = { ...there, move: kind, moved: moveId, planned: plannedLast }
  return happened(peopleEvent('official.moved', { subject: officialId, area: given.areaId, facts }), { officialId })
})

/** The move and the post there, which nobody else changes meanwhile; throws where the actor may not, or it never was. */
async function held({ db, actor }: Pick<Call<unknown>, 'db' | 'actor'>, id: OfficialMoveId) {
  const found = await store.holdMove(db, id)
  if (!found) throw moveProblem('move.not_found')
  await mustBeAble({ db, actor }, 'roster.write', found.areaId)
  // As whoever ends a post does: the person first, the post then, or two would wait for each other.
  await holdCourses(db, [found.officialId])
  const there = await holdAppointment(db, found.toId)
  if (!there) throw moveProblem('move.not_found')
  if (found.taken) throw moveProblem('move.taken')
  const first = found.firstId === null ? there : await holdAppointment(db, found.firstId)
  return { ...found, kind: found.kind as MoveKind, there, since: first?.valid_from ?? there.valid_from }
}

export const changeMove = change(contract.changeMove, async ({ db, actor, input }) => {
  const { moveId, was, ...wanted } = input
  const { officialId, there, since, kind, why, plannedLast } = await held({ db, actor }, moveId)
  const now = { kind, why, plannedLast }
  const maker = { areaId: there.area_id, subject: officialId, facts: { moved: moveId } }
  const of = { ...maker, what: 'official.move_changed' }
  const next = { ...now, ...(await mergedOrTold(db, { was: was ?? null, wanted, now }, of)) }
  mustBePlanned(next.plannedLast, since)
  await store.updateMove(db, moveId, { kind: next.kind, why: tidy(next.why), planned_last: next.plannedLast })
  const facts = { move: next.kind, moved: moveId, changes: changedIn(now, next, Object.keys(now)) }
  const event = peopleEvent('official.move_changed', { subject: officialId, area: there.area_id, facts })
  return happened(event, { officialId })
})

/** Which post and where, for the audit. */
const postThere = async (db: Db, { post, area_id: unit }: Given) => ({
  ...{ post, postSaid: await postSaid(db, post), unit },
})

type Ending = { readonly until: PlainDate; readonly by: AccountId }

/** The post there ends with the move, where it has not ended yet; a move says no other last day than its post. */
async function endThere(db: Db, there: Given, { until, by }: Ending): Promise<void> {
  if (there.ended_because === null) {
    await mustEndWithin(db, there.area_id, until)
    await mustNotLeadOn(db, there, until)
    await closeAppointment(db, there.id, { until, because: 'moved', by })
  } else if (until !== there.valid_until)
    throw moveProblem('move.ended_otherwise', { day: showDate(addDays(there.valid_until ?? until, -1)) })
}

export const endMove = change(contract.endMove, async ({ db, actor, input, today }) => {
  const { moveId, last, outcome, stays = false } = input
  const { officialId, there, kind, outcome: known } = await held({ db, actor }, moveId)
  if (known !== null) throw moveProblem('move.over')
  mustBeOver(last, { from: there.valid_from, today })
  const until = addDays(last, 1)
  if (stays && there.ended_because !== null) throw moveProblem('move.gone')
  if (!stays) await endThere(db, there, { until, by: actor.accountId })
  await store.updateMove(db, moveId, { outcome: tidy(outcome), ...(stays && { stays_from: until }) })
  const facts = { ...(await postThere(db, there)), move: kind, moved: moveId, last, ...(stays && { stays }) }
  const event = peopleEvent('official.move_ended', { subject: officialId, area: there.area_id, facts })
  return happened(event, { officialId })
})

/** The post there as the corrected end has it: it goes on, or ends with the move; what ended by something else stays as it is. */
async function endThereAnew(
  db: Db,
  there: Given,
  { until, by, stays, endedHere }: Ending & { readonly stays: boolean; readonly endedHere: boolean },
): Promise<void> {
  if (stays && endedHere) {
    await mustEndWithin(db, there.area_id, null)
    await mustLive(db, [there.official_id], { from: there.valid_from, until: null })
    await reopenAppointment(db, there.id)
  } else if (!stays && endedHere) {
    await mustEndWithin(db, there.area_id, until)
    await mustLive(db, [there.official_id], { from: there.valid_from, until })
    await mustNotLeadOn(db, there, until)
    await closeAppointment(db, there.id, { until, because: 'moved', by })
  } else if (!stays) await endThere(db, there, { until, by })
  else if (there.valid_until && until > there.valid_until)
    throw moveProblem('move.ended_otherwise', { day: showDate(addDays(there.valid_until, -1)) })
}

const ends = ['last', 'outcome', 'stays'] as const

export const correctMoveEnd = change(contract.correctMoveEnd, async ({ db, actor, input, today }) => {
  const { moveId, last: on, outcome: said, stays: goesOn, because: note, was } = input
  await holdTreeStill(db)
  const found = await held({ db, actor }, moveId)
  const { officialId, there, kind, since, staysFrom, leftId } = found
  if (found.outcome === null) throw moveProblem('move.not_ended')
  const wasUntil = staysFrom ?? there.valid_until
  const now = { last: wasUntil && addDays(wasUntil, -1), outcome: found.outcome, stays: staysFrom !== null }
  const maker = { areaId: there.area_id, subject: officialId, facts: { moved: moveId } }
  const told = { ...maker, what: 'official.move_end_corrected' }
  const wanted = { last: on, outcome: tidy(said), stays: goesOn }
  const is = { ...now, ...(await mergedOrTold(db, { was, wanted, now }, told)) }
  if (ends.every((field) => now[field] === is[field])) throw moveProblem('move.end_same')
  const { last, stays } = { last: is.last ?? on, stays: is.stays }
  const until = addDays(last, 1)
  mustBeOver(last, { from: since, today })
  const left = await holdAppointment(db, leftId)
  await mustBeHere(db, officialId, { from: since, until, leftAt: left?.area_id ?? there.area_id, self: moveId })
  const endedHere = staysFrom === null && there.ended_because === 'moved'
  await endThereAnew(db, there, { until, by: actor.accountId, stays, endedHere })
  await store.updateMove(db, moveId, { outcome: is.outcome, stays_from: stays ? until : null })
  const facts = { ...(await postThere(db, there)), move: kind, moved: moveId, note }
  const changes = changedIn(now, is, ends)
  const of = { subject: officialId, area: there.area_id, facts: { ...facts, changes } }
  return happened(peopleEvent('official.move_end_corrected', of), { officialId })
})

type Given = NonNullable<Awaited<ReturnType<typeof holdAppointment>>>
const neverHeld = (db: Db, { id, valid_from: until }: Given, by: AccountId) =>
  closeAppointment(db, id, { until, because: 'entered_by_mistake', by })

/** The post there falls with it, unless it ended by something else; so does the one before, whose unit has ended. */
export const takeMoveAway = change(contract.takeMoveAway, async ({ db, actor, input }) => {
  const { moveId, because: why } = input
  const { officialId, there, kind, firstId } = await held({ db, actor }, moveId)
  const first = firstId && (await holdAppointment(db, firstId))
  if (first) await neverHeld(db, first, actor.accountId)
  if (there.ended_because === null || there.ended_because === 'moved') {
    if (await movedAfter(db, there, addDays(there.valid_from, -1))) throw rosterProblem('official.move_rests')
    await neverHeld(db, there, actor.accountId)
  }
  await store.updateMove(db, moveId, { taken_away: why })
  const facts = { ...(await postThere(db, there)), move: kind, moved: moveId, why }
  const event = peopleEvent('official.move_taken', { subject: officialId, area: there.area_id, facts })
  return happened(event, { officialId })
})
