/** A record goes to another unit: given, taken, refused, withdrawn. Nothing follows by itself. */
import { mustBeAble, overOf } from '#features/areas/must.ts'
import { holdTreeStill } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import { type Actor, can } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialHandoverId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { peopleEvent } from '../events.ts'
import { rosterProblem } from '../roster/problems.ts'
import { standingOfUnit } from '../roster/queries.ts'
import * as contract from './contract.ts'
import { handoverProblem } from './problems.ts'
import * as handovers from './queries.ts'

type By = { readonly db: Db; readonly actor: Actor }

/** Records are kept by units that stand, from the commune up. */
async function mustKeep(db: Db, toId: AreaId, today: PlainDate): Promise<void> {
  const unit = await standingOfUnit(db, toId)
  const stands = unit && unit.level <= depthOf('commune') && unit.from <= today && !(unit.until && unit.until <= today)
  if (!stands) throw handoverProblem('handover.place')
}

export const handOver = change(contract.handOver, async ({ db, actor, input, today }) => {
  const { officialIds, toId, because } = input
  await holdTreeStill(db)
  const kept = await handovers.holdKept(db, officialIds)
  if (kept.length < officialIds.length) throw rosterProblem('official.not_found')
  for (const unitId of new Set(kept.map((one) => one.unitId))) await mustBeAble({ db, actor }, 'roster.write', unitId)
  await mustKeep(db, toId, today)
  if (kept.some(({ unitId }) => unitId === toId)) throw handoverProblem('handover.same')
  const taken = can(actor, 'roster.write', await overOf(db, toId))
  await handovers.insertHandovers(
    db,
    kept.map(({ officialId, unitId: fromId }) => ({
      ...{ id: newId<'official_handover'>(), officialId, fromId, toId, because, by: actor.accountId, on: today, taken },
    })),
  )
  const ids = kept.map(({ officialId }) => officialId)
  if (taken) await handovers.keepAt(db, ids, toId)
  const what = taken ? 'official.handed_over' : 'official.handover_asked'
  const told = kept.map(({ officialId, unitId }) =>
    peopleEvent(what, { subject: officialId, area: unitId, facts: { to: toId, why: because } }),
  )
  const [first, ...others] = told
  if (!first) throw rosterProblem('official.not_found')
  return happened(first, { taken: taken ? ids.length : 0, asked: taken ? 0 : ids.length }, others)
})

/** A handing over that waits, at the unit of which the actor may settle it. */
async function open({ db, actor }: By, id: OfficialHandoverId, at: 'fromId' | 'toId') {
  const found = await handovers.holdHandover(db, id)
  if (!found) throw handoverProblem('handover.not_found')
  await mustBeAble({ db, actor }, 'roster.write', found[at])
  if (found.state !== 'asked') throw handoverProblem('handover.settled')
  return found
}

export const takeRecord = change(contract.takeRecord, async ({ db, actor, input: { handoverId }, today }) => {
  await holdTreeStill(db)
  const { officialId, fromId, toId } = await open({ db, actor }, handoverId, 'toId')
  await mustKeep(db, toId, today)
  const by = { by: actor.accountId, on: today }
  if (!(await handovers.takeOfficial(db, handoverId, by))) throw handoverProblem('handover.moved_on')
  const event = peopleEvent('official.handover_taken', { subject: officialId, area: toId, facts: { from: fromId } })
  return happened(event, { handoverId })
})

type Closing = Call<typeof contract.refuseRecord>
async function closed({ db, actor, input, today }: Closing, how: 'refused' | 'withdrawn') {
  const { handoverId, because } = input
  const at = how === 'refused' ? 'toId' : 'fromId'
  const found = await open({ db, actor }, handoverId, at)
  await handovers.settle(db, handoverId, { state: how, by: actor.accountId, on: today, because })
  const of = { subject: found.officialId, area: found[at], facts: { why: because } }
  return happened(peopleEvent(`official.handover_${how}`, of), { handoverId })
}

export const refuseRecord = change(contract.refuseRecord, (call) => closed(call, 'refused'))
export const withdrawRecord = change(contract.withdrawRecord, (call) => closed(call, 'withdrawn'))
