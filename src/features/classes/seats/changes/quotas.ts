import { change, happened } from '#platform/server/handle.ts'
import { classEvent } from '../../events.ts'
import { momentOf, mustHoldClass } from '../../list/must.ts'
import { classListProblem } from '../../list/problems.ts'
import { countChange } from '../../list/queries.ts'
import * as contract from '../contract.ts'
import { mustBeOpenFor, mustHoldSeats } from '../must.ts'
import { seatProblem } from '../problems.ts'
import * as seats from '../queries.ts'

/** How many each unit sends; who is in the list already stays. */
export const setQuotas = change(contract.setQuotas, async (call) => {
  const { db, actor, input, today } = call
  const { trainingClassId: id, revision, quotas } = input
  const { areaId, revision: stands } = await mustHoldClass({ db, actor }, id)
  mustBeOpenFor('quotas', await mustHoldSeats({ db, actor, today, moment: momentOf(call) }, id, null))
  if (stands !== revision) throw classListProblem('class.changed_since')
  const units = quotas.map((one) => one.areaId)
  const known = new Set((await seats.quotasKept(db, id)).map((one) => one.areaId))
  const below = new Set(await seats.unitsBelow(db, units, { area: areaId, today }))
  // A unit that has ended since keeps what it has.
  if (new Set(units).size < units.length || units.some((one) => !below.has(one) && !known.has(one)))
    throw seatProblem('seat.unit')
  await seats.writeQuotas(db, id, { area: areaId, quotas })
  await countChange(db, id)
  const facts = { units: quotas.length, seats: quotas.reduce((sum, one) => sum + one.seats, 0) }
  return happened(classEvent('class.quotas_set', { subject: id, area: areaId, facts }), { trainingClassId: id })
})
