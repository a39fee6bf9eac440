/** What is asked before somebody is named for a class, has a seat, or leaves it. */
import { mustBeAble } from '#features/areas/must.ts'
import { mustLive } from '#features/people/roster/must.ts'
import { officialsOf } from '#features/people/roster/queries.ts'
import type { Actor, GrantedRight } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, ClassSeatId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { lower } from '../list/must.ts'
import { classListProblem } from '../list/problems.ts'
import { holdAll, metBy, sessionsOf } from '../sessions/queries.ts'
import { clashesSaid, learnerClash } from '../sessions/rules.ts'
import { type SeatDeed, type SeatState, seatStates } from './model.ts'
import { seatProblem } from './problems.ts'
import * as seats from './queries.ts'
import { type ClassDeed, type Door, mayDo, maySeat } from './rules.ts'

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

/** Holds these people until the change ends; throws where one is in another class at one of the hours, saying in which. */
export async function mustBeFreeToLearn(by: By, officials: readonly OfficialId[], { id }: Held): Promise<void> {
  const { db } = by
  const sessions = await sessionsOf(db, id, by)
  const coming = sessions.filter(({ begun }) => !begun)
  await holdAll(db, officials)
  const but = sessions.map(({ classSessionId }) => classSessionId)
  const asked = officials.flatMap((one) => coming.map((slot) => ({ id: one, slot })))
  const met = await metBy(db, asked, { but, today: by.today })
  if (met.length === 0) return
  const names = new Map(
    (
      await officialsOf(
        db,
        met.map((one) => one.id),
      )
    ).map((one) => [one.id as string, one.name]),
  )
  const clashes = met.map((one) => learnerClash(one.wanted, { name: names.get(one.id) ?? '', other: one }))
  throw seatProblem('seat.elsewhere', { clashes: clashesSaid(clashes) })
}
