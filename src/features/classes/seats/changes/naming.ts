/** Who comes into the list of a class: named by their unit, added by who holds it, approved by their leader. */
import { mustBeAble } from '#features/areas/must.ts'
import type { AreaId, ClassSeatId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import { type Call, change, happened } from '#platform/server/handle.ts'
import { classEvent } from '../../events.ts'
import { momentOf, mustHoldClass } from '../../list/must.ts'
import * as contract from '../contract.ts'
import type { SeatState } from '../model.ts'
import {
  type By,
  type Held,
  mustBeFreeToLearn,
  mustBeOpenFor,
  mustBeThere,
  mustHoldEach,
  mustHoldSeats,
  whoCannot,
} from '../must.ts'
import { seatProblem } from '../problems.ts'
import * as seats from '../queries.ts'
import { mayBeNamedAgain, seatsFor } from '../rules.ts'

export const byOf = (call: Pick<Call<unknown>, 'db' | 'actor' | 'today' | 'services'>): By => ({
  ...{ db: call.db, actor: call.actor, today: call.today, moment: momentOf(call) },
})

type Person = { readonly classSeatId: ClassSeatId; readonly officialId: OfficialId }
type Listing = { readonly held: Held; readonly unit: AreaId; readonly states: readonly SeatState[] }
/** Puts people into the list of a class, each in a state; who was refused, declined or withdrew comes into it again. */
async function list({ db }: By, people: readonly Person[], { held, unit, states }: Listing) {
  const officials = people.map(({ officialId }) => officialId)
  if (new Set(officials).size < officials.length) throw seatProblem('seat.named_twice')
  await mustBeThere(db, officials, { held, unit })
  const had = await seats.seatsAmong(db, held.id, officials)
  const still = had.filter(({ state }) => !mayBeNamedAgain(state))
  if (still.length > 0) throw seatProblem('seat.named_already', { names: still.map(({ name }) => name).join(', ') })
  const rows = people.map(({ classSeatId, officialId }, at) => ({
    ...{ id: classSeatId, class_id: held.id, official_id: officialId, from_id: unit, state: states[at] ?? 'waiting' },
  }))
  const again = rows.flatMap((row) => {
    const known = had.find(({ officialId }) => officialId === row.official_id)
    return known ? [{ known, state: row.state }] : []
  })
  for (const { known, state } of again) await seats.setSeats(db, [known.classSeatId], { state })
  const fresh = rows.filter((row) => !had.some(({ officialId }) => officialId === row.official_id))
  if (fresh.length > 0) await seats.insertSeats(db, fresh)
}

type Told = { readonly id: TrainingClassId; readonly unit: AreaId }
/** One line of the audit for each, of the person. */
export function toldOf<R>(
  what: Parameters<typeof classEvent>[0],
  people: readonly { readonly officialId: OfficialId; readonly facts?: object }[],
  { id, unit }: Told,
  result: R,
) {
  const [first, ...others] = people.map(({ officialId, facts }) =>
    classEvent(what, { subject: officialId, area: unit, facts: { class: id, ...facts } }),
  )
  if (!first) throw new Error('the contract asks for one person at least')
  return happened(first, result, others)
}

export const namePeople = change(contract.namePeople, async (call) => {
  const by = byOf(call)
  const { trainingClassId: id, areaId: unit, people } = call.input
  await mustBeAble(by, 'class.manage', unit)
  const held = await mustHoldSeats(by, id, unit)
  mustBeOpenFor('name', held)
  if (held.quota === null) throw seatProblem('seat.no_quota')
  await list(by, people, { held, unit, states: people.map(() => 'nominated') })
  return toldOf('class.named', people, { id, unit }, { trainingClassId: id })
})

export const addPeople = change(contract.addPeople, async (call) => {
  const by = byOf(call)
  const { trainingClassId: id, people } = call.input
  const { areaId: unit } = await mustHoldClass(by, id)
  const held = await mustHoldSeats(by, id, unit)
  mustBeOpenFor('add', held)
  const states = seatsFor(held, people.length)
  const officials = people.map(({ officialId }) => officialId)
  await list(by, people, { held, unit, states })
  await mustBeFreeToLearn(
    by,
    officials.filter((_, at) => states[at] === 'enrolled'),
    held,
  )
  await seats.settled(by.db, id, by.moment)
  const told = people.map((one, at) => ({ ...one, facts: { state: states[at] } }))
  return toldOf('class.added', told, { id, unit }, { trainingClassId: id })
})

export const approveSeats = change(contract.approveSeats, async (call) => {
  const by = byOf(call)
  const { held, rows: named } = await mustHoldEach(by, call.input.seats, { deed: 'approve', right: 'training.decide' })
  const [unit] = named.map(({ fromId }) => fromId)
  if (!unit || named.some(({ fromId }) => fromId !== unit)) throw seatProblem('seat.not_found')
  // One who cannot come keeps nobody else from it.
  const left = await whoCannot(by, named, { held, unit })
  const rows = named.filter((one) => !left.some(({ classSeatId }) => classSeatId === one.classSeatId))
  const states = seatsFor(held, rows.length)
  const [seatedNow, waiting] = (['enrolled', 'waiting'] as const).map((state) =>
    rows.filter((_, at) => states[at] === state),
  )
  await seats.setSeats(
    by.db,
    (seatedNow ?? []).map(({ classSeatId }) => classSeatId),
    { state: 'enrolled' },
  )
  await seats.setSeats(
    by.db,
    (waiting ?? []).map(({ classSeatId }) => classSeatId),
    { state: 'waiting' },
  )
  await seats.settled(by.db, held.id, by.moment)
  const told = rows.map(({ officialId }, at) => ({ officialId, facts: { state: states[at] } }))
  const counts = { enrolled: seatedNow?.length ?? 0, waiting: waiting?.length ?? 0, left }
  return toldOf('class.approved', told, { id: held.id, unit }, { trainingClassId: held.id, ...counts })
})

export const refuseSeats = change(contract.refuseSeats, async (call) => {
  const by = byOf(call)
  const { because } = call.input
  const { held, rows } = await mustHoldEach(by, call.input.seats, { deed: 'refuse', right: 'training.decide' })
  await seats.setSeats(
    by.db,
    rows.map(({ classSeatId }) => classSeatId),
    { state: 'refused', because },
  )
  const told = rows.map(({ officialId }) => ({ officialId, facts: { because } }))
  const unit = rows[0]?.fromId ?? held.areaId
  return toldOf('class.refused', told, { id: held.id, unit }, { trainingClassId: held.id })
})
