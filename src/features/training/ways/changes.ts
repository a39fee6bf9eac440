/** What is done with places of classes and ways: opened, closed; entered, changed, dropped. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { TrainingWayId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import { wayProblem } from './problems.ts'
import * as ways from './queries.ts'

type By = { readonly db: Db; readonly actor: Actor }
const held: readonly (string | undefined)[] = ['province', 'district', 'commune']

function mustBeNear(day: PlainDate, first: PlainDate, today: PlainDate): void {
  const last = plainDate(`${yearOf(today) + 5}-12-31`)
  if (day < first || day > last) throw wayProblem('place.day_far', { first: showDate(first), last: showDate(last) })
}

export const openPlace = change(contract.openPlace, async ({ db, actor, input, today }) => {
  const { classPlaceId, areaId, hall, from } = input
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  if (!held.includes((await findArea(db, areaId, today))?.level)) throw wayProblem('place.level')
  mustBeNear(from, plainDate('1990-01-01'), today)
  await ways.insertPlace(db, {
    ...{ id: classPlaceId, area_id: areaId, hall: tidy(hall), valid_from: from, made_by: actor.accountId },
  })
  const of = { subject: areaId, area: areaId, facts: { day: from, place: classPlaceId } }
  return happened(trainingEvent('place.opened', of), { classPlaceId })
})

export const closePlace = change(contract.closePlace, async ({ db, actor, input, today }) => {
  const { classPlaceId, last, seen = null, because } = input
  const areaId = await ways.placeOf(db, classPlaceId)
  if (!areaId) throw wayProblem('place.not_found')
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  const now = await ways.holdPlace(db, classPlaceId)
  if (!now) throw wayProblem('place.not_found')
  const { from, until } = now
  if (until && !mayEnd(now, seen)) throw wayProblem('place.closed', { last: showDate(addDays(until, -1)) })
  if (last) mustBeNear(last, from, today)
  await ways.closePlace(db, classPlaceId, last ? addDays(last, 1) : from, because)
  const of = { subject: areaId, area: areaId, facts: { ...(last && { day: last }), because, place: classPlaceId } }
  return happened(trainingEvent('place.closed', of), { classPlaceId })
})

export const enterWay = change(contract.enterWay, async ({ db, actor, input, today }) => {
  const { trainingWayId, fromId, toId, km } = input
  await mustBeAble({ db, actor }, 'training.manage', fromId)
  const over = await ways.provincesOver(db, [fromId, toId], today)
  const [from, to] = [fromId, toId].map((unit) => over.find((one) => one.unit === unit)?.province)
  if (!from || from !== to || fromId === toId) throw wayProblem('way.elsewhere')
  await mustBeAble({ db, actor }, 'training.manage', from)
  await ways.insertWay(db, {
    ...{ id: trainingWayId, area_id: from, from_id: fromId, to_id: toId, km, made_by: actor.accountId },
  })
  const event = trainingEvent('way.entered', { subject: fromId, area: from, facts: { to: toId, km } })
  return happened(event, { trainingWayId })
})

/** A way that the actor may change, held until the change ends. */
async function wayHeld({ db, actor }: By, id: TrainingWayId) {
  const areaId = await ways.wayOf(db, id)
  if (!areaId) throw wayProblem('way.not_found')
  await mustBeAble({ db, actor }, 'training.manage', areaId)
  const now = await ways.holdWay(db, id)
  if (!now) throw wayProblem('way.not_found')
  return now
}

export const changeWay = change(contract.changeWay, async ({ db, actor, input }) => {
  const { trainingWayId, km, was } = input
  const { areaId, fromId, toId, km: now } = await wayHeld({ db, actor }, trainingWayId)
  await mergedOrTold(
    db,
    { was: was ?? null, wanted: { km }, now: { km: now } },
    { areaId, subject: fromId, what: 'way.changed', facts: { to: toId } },
  )
  await ways.updateWay(db, trainingWayId, km)
  const event = trainingEvent('way.changed', {
    subject: fromId,
    area: areaId,
    facts: { to: toId, changes: changedIn({ km: now }, { km }, ['km']) },
  })
  return happened(event, { trainingWayId })
})

export const dropWay = change(contract.dropWay, async ({ db, actor, input }) => {
  const { trainingWayId, because } = input
  const { areaId, fromId, toId, km } = await wayHeld({ db, actor }, trainingWayId)
  await ways.deleteWay(db, trainingWayId)
  const event = trainingEvent('way.dropped', { subject: fromId, area: areaId, facts: { to: toId, km, because } })
  return happened(event, { trainingWayId })
})
