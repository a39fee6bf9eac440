/** What is done with a limit: entered, followed by a new value, ended, withdrawn as a mistake. */
import { mustBeAble } from '#features/areas/must.ts'
import { findArea } from '#features/areas/queries.ts'
import { mustBeNear } from '#features/people/norms/must.ts'
import type { Actor } from '#kernel/access.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { TrainingLimitId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import { trainingEvent } from '../events.ts'
import * as contract from './contract.ts'
import type { LimitKind } from './model.ts'
import { limitProblem } from './problems.ts'
import * as limits from './queries.ts'
import { isDayOfYear, saysItsKind } from './rules.ts'

/** As stored; refuses what is not of its kind, and days that no year has. */
function checked(kind: LimitKind, said: limits.Value, today: PlainDate): limits.Value {
  if (!saysItsKind(kind, said)) throw limitProblem('limit.says')
  const days = [said.firstDay, said.lastDay].filter((one) => one !== null)
  if (!days.every(isDayOfYear)) throw limitProblem('limit.no_day')
  mustBeNear(said.from, today)
  return { ...said, what: said.what && tidy(said.what), legalReference: tidy(said.legalReference) }
}

const factsOf = (kind: LimitKind, { from, value }: limits.Value) => ({
  limit: kind,
  ...(value !== null && { value }),
  day: from,
})

export const enterLimit = change(contract.enterLimit, async ({ db, actor, input, today }) => {
  const { trainingLimitId, areaId, kind, ...said } = input
  await mustBeAble({ db, actor }, 'training.norm', areaId)
  if ((await findArea(db, areaId, today))?.level !== 'province') throw limitProblem('limit.not_province')
  const value = checked(kind, said, today)
  const made = { id: trainingLimitId, areaId, lineId: trainingLimitId, kind, by: actor.accountId }
  await limits.insertLimit(db, { ...value, ...made })
  const of = { subject: trainingLimitId, area: areaId, facts: factsOf(kind, value) }
  return happened(trainingEvent('limit.entered', of), { trainingLimitId })
})

/** A limit that the actor may change, held until the change ends. */
async function held({ db, actor }: { db: Db; actor: Actor }, id: TrainingLimitId): Promise<limits.Held> {
  const areaId = await limits.placeOfLimit(db, id)
  if (!areaId) throw limitProblem('limit.not_found')
  await mustBeAble({ db, actor }, 'training.norm', areaId)
  const found = await limits.holdLimit(db, id)
  if (!found) throw limitProblem('limit.not_found')
  if (found.withdrawn) throw limitProblem('limit.withdrawn')
  return found
}

/** The same, which still goes on. */
async function heldOpen(by: { db: Db; actor: Actor }, id: TrainingLimitId): Promise<limits.Held> {
  const now = await held(by, id)
  if (now.until !== null) throw limitProblem('limit.ended', { last: showDate(addDays(now.until, -1)) })
  return now
}

export const followLimit = change(contract.followLimit, async ({ db, actor, input, today }) => {
  const { trainingLimitId, nextId, ...said } = input
  const { areaId, lineId, kind, from } = await heldOpen({ db, actor }, trainingLimitId)
  const value = checked(kind, said, today)
  if (value.from <= from) throw limitProblem('limit.not_later', { from: showDate(from) })
  await limits.closeLimit(db, trainingLimitId, value.from, null)
  await limits.insertLimit(db, { ...value, id: nextId, areaId, lineId, kind, by: actor.accountId })
  const event = trainingEvent('limit.followed', { subject: nextId, area: areaId, facts: factsOf(kind, value) })
  return happened(event, { trainingLimitId: nextId })
})

export const endLimit = change(contract.endLimit, async ({ db, actor, input, today }) => {
  const { trainingLimitId, last, because } = input
  const { areaId, kind, from } = await heldOpen({ db, actor }, trainingLimitId)
  if (last < from) throw limitProblem('limit.ends_before', { from: showDate(from) })
  mustBeNear(last, today, 'last')
  await limits.closeLimit(db, trainingLimitId, addDays(last, 1), because)
  const facts = { limit: kind, day: last, because }
  return happened(trainingEvent('limit.ended', { subject: trainingLimitId, area: areaId, facts }), { trainingLimitId })
})

export const withdrawLimit = change(contract.withdrawLimit, async ({ db, actor, input }) => {
  const { trainingLimitId, because } = input
  const { areaId, kind } = await held({ db, actor }, trainingLimitId)
  if (!(await limits.withdrawLimit(db, trainingLimitId, because))) throw limitProblem('limit.followed')
  const of = { subject: trainingLimitId, area: areaId, facts: { limit: kind, because } }
  return happened(trainingEvent('limit.withdrawn', of), { trainingLimitId })
})
