/** What is asked before somebody is named for a class, has a seat, or leaves it. */
import { mustBeAble } from '#features/areas/must.ts'
import { mustLive } from '#features/people/roster/must.ts'
import { diedOf, officialsOf } from '#features/people/roster/queries.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, ClassSeatId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { lower } from '../list/must.ts'
import { classListProblem } from '../list/problems.ts'
import { holdAll, sessionsOf } from '../sessions/queries.ts'
import { type SeatDeed, type SeatState, seatStates } from './model.ts'
import { seatProblem } from './problems.ts'
import * as seats from './queries.ts'
import { busySaid, type ClassDeed, type Door, mayDo, maySeat, notNow, toldTogether } from './rules.ts'

export type By = {
  readonly db: Db
  readonly actor: Actor
  readonly today: PlainDate
  /** Now, by the clock of Vietnam. */
  readonly moment: string
}

export type Held = seats.ToSeat & {
  readonly id: TrainingClassId
  readonly door: Door
  /** On which it begins, or today. */
  readonly day: PlainDate
}
/** A class with all its seats, held until the change ends; `unit`: whose people are meant. */
export async function mustHoldSeats(
  { db, today, moment }: By,
  id: TrainingClassId,
  unit: AreaId | null,
): Promise<Held> {
  const found = await seats.holdToSeat(db, { id, today }, unit)
  if (!found) throw classListProblem('class.not_found')
  const { state, begins } = found
  const first = begins?.slice(0, 10) as PlainDate | undefined
  const door = { state, begun: begins !== null && begins <= moment }
  return { ...found, id, door, day: first && first > today ? first : today }
}

function closed({ state, begun }: Door) {
  return begun ? seatProblem('seat.begun') : seatProblem('seat.closed', { state: lower(state) })
}
export function mustBeOpenFor(deed: ClassDeed, { door }: Held): void {
  if (!mayDo(deed, door)) throw closed(door)
}

type Seen = { readonly classSeatId: ClassSeatId; readonly seen: SeatState }
type Meant = { readonly deed: SeatDeed; readonly right: GrantedRight }
/** Seats of one class that are in the state in which they were seen, with their class, held; throws where the deed may not be. */
export async function mustHoldEach(by: By, of: readonly Seen[], { deed, right }: Meant) {
  const { db, actor } = by
  const ids = of.map(({ classSeatId }) => classSeatId)
  const [before] = await seats.seatsBy(db, ids)
  if (!before) throw seatProblem('seat.not_found')
  const held = await mustHoldSeats(by, before.classId, before.fromId)
  // In the order in which they were chosen: who comes first has the last seat.
  const rows = (await seats.seatsBy(db, ids))
    .filter(({ classId }) => classId === held.id)
    .sort((a, b) => ids.indexOf(a.classSeatId) - ids.indexOf(b.classSeatId))
  if (rows.length < new Set(ids).size) throw seatProblem('seat.not_found')
  for (const area of new Set(deed === 'offer' ? [held.areaId] : rows.map(({ fromId }) => fromId)))
    await mustBeAble({ db, actor }, right, area)
  for (const { classSeatId, name, state } of rows) {
    const said = { name, state: seatStates[state] }
    if (of.some((one) => one.classSeatId === classSeatId && one.seen !== state))
      throw seatProblem('seat.stepped_since', said)
    if (!maySeat(deed, state, held.door))
      throw maySeat(deed, state, { state: 'enrolling', begun: false })
        ? closed(held.door)
        : seatProblem('seat.no_step', said)
  }
  return { held, rows }
}

const mostTold = 10
const namesOf = async (db: Db, officials: readonly OfficialId[]): Promise<string> => {
  const named = (await officialsOf(db, officials.slice(0, mostTold))).map(({ name }) => name)
  return [...named, ...(officials.length > mostTold ? ['…'] : [])].join(', ')
}

type Coming = { readonly held: Held; readonly unit: AreaId }
/** Throws where one of these is not of the unit on the day of the class: moved, retired, gone or dead by then. */
export async function mustBeThere(db: Db, officials: readonly OfficialId[], { held, unit }: Coming): Promise<void> {
  await mustLive(db, officials, { from: held.day, until: null })
  const here = await seats.ofUnitOn(db, officials, { area: unit, day: held.day })
  const gone = here.filter((one) => one.gone).map(({ id }) => id)
  if (gone.length > 0) throw seatProblem('seat.gone', { names: await namesOf(db, gone) })
  const others = officials.filter((id) => !here.some((one) => one.id === id))
  if (others.length > 0) throw seatProblem('seat.not_of_unit', { names: await namesOf(db, others) })
}

/** Holds these people until the change ends, and says what each of them is in at one of the hours of the class. */
async function busyNow(by: By, officials: readonly OfficialId[], { id }: Held): Promise<seats.Busy> {
  const sessions = await sessionsOf(by.db, id, by)
  await holdAll(by.db, officials)
  return seats.busyIn(by.db, officials, { sessions, today: by.today })
}

/** Throws where one of these is in another class at one of the hours, naming all of them and what they are in. */
export async function mustBeFreeToLearn(by: By, officials: readonly OfficialId[], held: Held): Promise<void> {
  const busy = await busyNow(by, officials, held)
  if (busy.size === 0) return
  const people = await officialsOf(by.db, [...busy.keys()])
  const clashes = people.map(({ id, name }) => busySaid(name, busy.get(id) ?? []))
  throw seatProblem('seat.elsewhere', { clashes: toldTogether(clashes) })
}

/** Of some who were named those who cannot have a seat, each with why; throws where nobody can, with all of them. */
export async function whoCannot(by: By, rows: readonly seats.Seat[], { held, unit }: Coming) {
  const officials = rows.map(({ officialId }) => officialId)
  const dead = new Set((await diedOf(by.db, officials)).map(({ officialId }) => officialId))
  const here = await seats.ofUnitOn(by.db, officials, { area: unit, day: held.day })
  const busy = await busyNow(by, officials, held)
  const left = rows.flatMap(({ classSeatId, officialId, name }) => {
    const there = here.find(({ id }) => id === officialId)
    const other = busy.get(officialId)
    const why = dead.has(officialId)
      ? notNow.dead(name)
      : !there
        ? notNow.moved(name)
        : there.gone
          ? notNow.gone(name)
          : other && busySaid(name, other)
    return why ? [{ classSeatId, name, why }] : []
  })
  if (left.length === rows.length)
    throw seatProblem('seat.nobody_can', { why: toldTogether(left.map(({ why }) => why)) })
  return left
}
