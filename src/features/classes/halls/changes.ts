/** What is done with halls: entered, put right, given up. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mergedOrTold } from '#features/people/audit/must.ts'
import { mustBeNear } from '#features/people/norms/must.ts'
import { mayEnd } from '#features/people/norms/rules.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { ClassHallId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { classEvent } from '../events.ts'
import * as contract from './contract.ts'
import { hallProblem } from './problems.ts'
import * as halls from './queries.ts'

const tidied = (said: halls.Particulars): halls.Particulars => ({
  ...{ name: tidy(said.name), address: tidy(said.address), seats: said.seats, equipment: tidy(said.equipment) },
})

export const enterHall = change(contract.enterHall, async ({ db, actor, input, today }) => {
  const { classHallId, areaId, from, ...said } = input
  await mustBeAble({ db, actor }, 'class.manage', areaId)
  const unit = await findArea(db, areaId, today)
  if (!unit || unit.level === 'nation') throw hallProblem('hall.no_unit')
  mustBeNear(from, today)
  await halls.insertHall(db, {
    ...{ ...tidied(said), id: classHallId, area_id: areaId, valid_from: from, made_by: actor.accountId },
  })
  const event = classEvent('hall.entered', {
    subject: classHallId,
    area: areaId,
    facts: { day: from, seats: said.seats },
  })
  return happened(event, { classHallId })
})

/** A hall that the actor may change, held until the change ends. */
async function held({ db, actor }: { readonly db: Db; readonly actor: Actor }, id: ClassHallId) {
  const areaId = await halls.placeOfHall(db, id)
  if (!areaId) throw hallProblem('hall.not_found')
  await mustBeAble({ db, actor }, 'class.manage', areaId)
  const found = await halls.holdHall(db, id)
  if (!found) throw hallProblem('hall.not_found')
  return found
}

const fields = ['name', 'address', 'seats', 'equipment'] as const

export const changeHall = change(contract.changeHall, async ({ db, actor, input }) => {
  const { classHallId, was, ...wanted } = input
  const { areaId, name, address, seats, equipment } = await held({ db, actor }, classHallId)
  const now = { name, address, seats, equipment }
  const set = await mergedOrTold(
    db,
    { was: was ?? null, wanted, now },
    { areaId, subject: classHallId, what: 'hall.changed' },
  )
  const kept = tidied({ ...now, ...set })
  await halls.updateHall(db, classHallId, kept)
  const facts = { changes: changedIn(now, kept, fields) }
  return happened(classEvent('hall.changed', { subject: classHallId, area: areaId, facts }), { classHallId })
})

export const closeHall = change(contract.closeHall, async ({ db, actor, input, today }) => {
  const { classHallId, last, seen = null, because } = input
  const now = await held({ db, actor }, classHallId)
  if (now.until && !mayEnd(now, seen)) throw hallProblem('hall.closed', { last: showDate(addDays(now.until, -1)) })
  if (last && last < now.from) throw hallProblem('hall.ends_before', { from: showDate(now.from) })
  if (last) mustBeNear(last, today, 'last')
  await halls.closeHall(db, classHallId, last ? addDays(last, 1) : now.from, because)
  const facts = { ...(last && { day: last }), because }
  return happened(classEvent('hall.closed', { subject: classHallId, area: now.areaId, facts }), { classHallId })
})
