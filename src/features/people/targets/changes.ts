/** What is done with a target of moves: set, put right, ended. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { changedIn } from '#kernel/event.ts'
import type { MoveTargetId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { mergedOrTold } from '../audit/must.ts'
import { peopleEvent } from '../events.ts'
import { mayEnd } from '../norms/rules.ts'
import * as contract from './contract.ts'
import type { TargetParticulars } from './model.ts'
import { targetProblem } from './problems.ts'
import * as targets from './queries.ts'

const firstDay = plainDate('1990-01-01')
const lastFrom = (today: PlainDate) => plainDate(`${yearOf(today) + 5}-12-31`)

const tidied = ({ year, kind, people, legalReference, mark }: TargetParticulars): TargetParticulars => ({
  ...{ year, kind, people, mark, legalReference: tidy(legalReference) },
})

/** A target is set for the years to come, not for the next century; from after its year on it would be aimed at on no day of it. */
function mustBeNear({ year }: TargetParticulars, from: PlainDate, today: PlainDate): void {
  if (year > yearOf(today) + 5) throw targetProblem('target.year_far', { last: yearOf(today) + 5 })
  const last = plainDate(`${year}-12-31`)
  if (from < firstDay || from > last)
    throw targetProblem('target.day_far', { first: showDate(firstDay), last: showDate(last) })
}

export const setTarget = change(contract.setTarget, async ({ db, actor, input, today }) => {
  const { areaId, moveTargetId, from, ...said } = input
  await mustBeAble({ db, actor }, 'roster.target', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw targetProblem('target.not_province')
  mustBeNear(said, from, today)
  const before = await targets.holdLatest(db, { areaId, ...said })
  if (before && from <= before.from) throw targetProblem('target.not_later', { from: showDate(before.from) })
  if (before) await targets.closeTarget(db, before.id, { until: from, because: null })
  await targets.insertTarget(db, { ...tidied(said), id: moveTargetId, areaId, from, by: actor.accountId })
  const facts = { year: said.year, target: said.people, moveTarget: moveTargetId }
  return happened(peopleEvent('move_target.set', { subject: areaId, area: areaId, facts }), { moveTargetId })
})

/** A target that the actor may change, held until the change ends. */
async function held({ db, actor }: { db: Db; actor: Actor }, id: MoveTargetId): Promise<targets.Held> {
  const areaId = await targets.placeOfTarget(db, id)
  if (!areaId) throw targetProblem('target.not_found')
  await mustBeAble({ db, actor }, 'roster.target', areaId)
  const found = await targets.holdTarget(db, id)
  if (!found) throw targetProblem('target.not_found')
  return found
}

const fields = ['year', 'kind', 'people', 'legalReference', 'mark'] as const

export const changeTarget = change(contract.changeTarget, async ({ db, actor, input, today }) => {
  const { moveTargetId, was, ...wanted } = input
  const now = await held({ db, actor }, moveTargetId)
  const { areaId } = now
  const of = { areaId, subject: areaId, what: 'move_target.changed', facts: { moveTarget: moveTargetId } }
  const set = await mergedOrTold(db, { was: was ?? null, wanted, now: tidied(now) }, of)
  const next = tidied({ ...now, ...set })
  mustBeNear(next, now.from, today)
  await targets.updateTarget(db, moveTargetId, next)
  const facts = { year: next.year, changes: changedIn(tidied(now), next, fields), moveTarget: moveTargetId }
  return happened(peopleEvent('move_target.changed', { subject: areaId, area: areaId, facts }), { moveTargetId })
})

export const endTarget = change(contract.endTarget, async ({ db, actor, input, today }) => {
  const { moveTargetId, last, seen = null, because } = input
  const now = await held({ db, actor }, moveTargetId)
  if (now.until !== null && !mayEnd(now, seen))
    throw targetProblem('target.ended', { last: showDate(addDays(now.until, -1)) })
  const latest = lastFrom(today)
  if (last !== null && (last < now.from || last > latest))
    throw targetProblem('target.period', { from: showDate(now.from), last: showDate(latest) })
  await targets.closeTarget(db, moveTargetId, { until: last ? addDays(last, 1) : now.from, because })
  if (last === null) await targets.reopenBefore(db, moveTargetId)
  const facts = {
    year: now.year,
    target: now.people,
    ...(last && { day: last }),
    why: because,
    moveTarget: moveTargetId,
  }
  return happened(peopleEvent('move_target.ended', { subject: now.areaId, area: now.areaId, facts }), { moveTargetId })
})
