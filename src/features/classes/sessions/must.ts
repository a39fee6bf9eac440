/** What stands against sessions as they would be, and that nothing does which may not. */
import { oversOf } from '#features/areas/must.ts'
import { limitsOn } from '#features/training/limits/queries.ts'
import { closedIn, limitSaid } from '#features/training/limits/rules.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, ClassHallId, ClassSessionId, FrameworkTopicId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Clash, Slot } from './model.ts'
import { sessionProblem } from './problems.ts'
import { hallsBy, holdAll, metBy, type Teaching } from './queries.ts'
import { type Asked, type Closed, clashesOf, clashesSaid } from './rules.ts'

/** A session as it would be. */
export type Wanted = Slot & {
  readonly hallId: ClassHallId | null
  readonly topicId: FrameworkTopicId | null
  readonly teachers: readonly Omit<Teaching, 'classTrainerId' | 'state'>[]
}
type Of = {
  readonly areaId: AreaId
  readonly seats: number | null
  readonly today: PlainDate
  /** Sessions that they take the place of. */
  readonly but: readonly ClassSessionId[]
  /** The others of the class. */
  readonly standing: readonly Slot[]
  /** Who learns in all of them. */
  readonly learners: readonly { readonly person: string; readonly name: string }[]
}

/** Days on which the province holds no classes. */
async function closedFor(db: Db, areaId: AreaId, slots: readonly Slot[]): Promise<Closed[]> {
  const over = (await oversOf(db, [areaId])).get(areaId) ?? []
  const closed: Closed[] = []
  for (const year of new Set(slots.map(({ day }) => yearOf(day))))
    for (const limit of await limitsOn(db, over, { day: slots[0]?.day as PlainDate, year })) {
      const { kind, firstDay, lastDay, from, until } = limit
      if (kind !== 'closed' || !firstDay || !lastDay) continue
      const what = limitSaid('closed', limit)
      const days = closedIn(year, { firstDay, lastDay, from, until }).map((one) => ({ ...one, what }))
      closed.push(
        ...days.filter((one) => !closed.some((other) => other.from === one.from && other.what.vi === what.vi)),
      )
    }
  return closed
}

const sameSlot = (a: Slot, b: Slot) => a.day === b.day && a.from === b.from && a.until === b.until

/** All that stands against them. */
export async function clashesFor(db: Db, wanted: readonly Wanted[], of: Of): Promise<Clash[]> {
  if (wanted.length === 0) return []
  const halls = await hallsBy(db, [...new Set(wanted.flatMap(({ hallId }) => hallId ?? []))], of.areaId)
  const asked = wanted.flatMap((slot) => [
    ...(slot.hallId ? [{ id: slot.hallId as string, slot }] : []),
    ...[...slot.teachers, ...of.learners].map(({ person: id }) => ({ id, slot })),
  ])
  const met = await metBy(db, asked, of)
  const slots = wanted.map((slot): Asked => {
    const here = met.filter((one) => sameSlot(one.wanted, slot))
    const taken = (people: readonly { readonly person: string; readonly name: string }[]) =>
      people.flatMap(({ person, name }) => here.filter(({ id }) => id === person).map((other) => ({ name, other })))
    return {
      ...slot,
      hall: (slot.hallId && halls.get(slot.hallId)) || null,
      inHall: here.filter(({ id }) => id === slot.hallId),
      elsewhere: taken(slot.teachers),
      learning: taken(of.learners),
    }
  })
  const closed = await closedFor(db, of.areaId, wanted)
  return clashesOf(slots, { seats: of.seats, closed, standing: of.standing })
}

/** Holds their halls and people until the change ends; throws where one of them is taken, saying by what. */
export async function mustBeFree(db: Db, wanted: readonly Wanted[], of: Of): Promise<void> {
  await holdAll(
    db,
    wanted.flatMap(({ hallId, teachers }) => [
      ...(hallId ? [hallId] : []),
      ...[...teachers, ...of.learners].map(({ person }) => person),
    ]),
  )
  const blocking = (await clashesFor(db, wanted, of)).filter(({ blocks }) => blocks)
  if (blocking.length > 0) throw sessionProblem('session.clash', { clashes: clashesSaid(blocking) })
}
