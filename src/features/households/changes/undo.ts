/** An act is undone: rows stand again as they did, and the timeline keeps both the act and its undoing. */
import { mustBeAble } from '#features/areas/must.ts'
import { holdTreeStill } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Told } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, read } from '#platform/server/handle.ts'
import type { Intent, Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { householdProblem } from '../problems.ts'
import { allMembers, findHousehold, getHousehold, getHouseholdHeld, type Household } from '../queries.ts'
import { sayBack } from '../rules/undo.ts'
import { liveOn, recountHomes } from '../store/households.ts'
import { type ActId, happenedTo, type Kept } from './acts.ts'
import { mustBeSure } from './doubles.ts'
import { restore, type Undoing } from './restore.ts'
import { householdsOf, ofUnit, refusalOf, refusalOfHomes, type Side, sideOf } from './sides.ts'

type Ground = { readonly db: Db; readonly actor: Actor }

const intentOf = ({ household, kept }: Side, today: PlainDate): Intent => {
  const since = kept.events[0]?.at
  return { of: 'household', id: household.householdId, act: 'household.undone', on: today, ...(since && { since }) }
}

type Sure = { readonly today: PlainDate; readonly sure: string | undefined }

const isBack = ({ table, was, columns }: Kept['changes'][number]): boolean =>
  table === 'members' && was?.left_on === null && columns.includes('left_on')

/** Who stands in the household again may have been entered anew meanwhile. */
async function mustBeSureOfPeople(db: Db, { household: { householdId, villageId }, kept }: Side, of: Sure) {
  const back = new Set(kept.changes.filter(isBack).map(({ id }) => id))
  if (back.size === 0) return
  const members = (await allMembers(db, householdId)).filter(({ memberId }) => back.has(memberId))
  const people = members.map(({ citizenId, ...one }) => ({ ...one, ...(citizenId && { citizenId }) }))
  await mustBeSure(db, { householdId, villageId, people, here: true, ...of })
}

/** A household that stands again, or lives or is numbered as before, may meet another under its number. */
async function mustBeSureOfNumber(db: Db, { household: { householdId }, kept }: Side, { today, sure }: Sure) {
  const back = kept.changes.find(({ table, was }) => table === 'household' && was !== null)
  const given = ['number', 'village_id', 'ended_on'].some((column) => back?.columns.includes(column))
  if (!back?.was || !given || back.was.ended_on !== null) return
  const [villageId, number] = [back.was.village_id as AreaId, String(back.was.number)]
  await mustBeSure(db, { householdId, villageId, number, people: [], today, sure })
}

/** Of an act that its household knows and that keeps how things stood. */
async function mustBeThere(db: Db, householdId: HouseholdId, eventId: ActId): Promise<void> {
  const found = (await happenedTo(db, householdId)).find(({ id, actId }) => id === eventId || actId === eventId)
  if (!found || found.kind === 'undone') throw householdProblem('household.undo_not_found')
  if (found.actId !== eventId) throw householdProblem('household.undo_not_kept')
}

export const showUndoing = ({ tell }: Touches) =>
  read(contract.showUndoing, async ({ db, actor, input, today }) => {
    const { householdId, eventId } = input
    const { villageId } = await getHousehold(db, householdId)
    await mustBeAble({ db, actor }, 'household.write', villageId)
    await mustBeThere(db, householdId, eventId)
    const sides: Side[] = []
    for (const id of await householdsOf(db, householdId, eventId)) {
      const household = await findHousehold(db, id)
      if (!household) return { back: [], held: [], forbidden: householdProblem('household.undo_elsewhere').said }
      sides.push(await sideOf(db, household, eventId))
    }
    const homes = await refusalOfHomes({ db, actor, today }, sides)
    const told = []
    for (const side of sides) told.push(await tell({ db, actor }, intentOf(side, today)))
    return {
      back: [
        ...sides.flatMap(({ kept, household }): Said[] => sayBack(kept.changes, household.headName)),
        ...sayParted(sides),
      ],
      held: onceEach(told.flatMap(({ held }) => held)),
      forbidden: (refusalOf(sides) ?? homes)?.said ?? told.find(({ forbidden }) => forbidden)?.forbidden ?? null,
    }
  })

/** What both households stand in is told once. */
const onceEach = (held: Told['held']): Told['held'] =>
  held.filter((one, at) => held.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at)

const sayParted = (sides: readonly Side[]): Said[] =>
  sides[0]?.kept.events.some(({ kind }) => kind === 'persons_joined')
    ? [{ vi: 'Hai người lại được coi là hai người.', en: 'The two are two persons again.' }]
    : []

/** The households of the act, held; refuses who may not write them where they live. */
async function holdAll({ db, actor }: Ground, householdId: HouseholdId, act: ActId): Promise<Household[]> {
  const held: Household[] = []
  for (const id of await householdsOf(db, householdId, act)) {
    const seen = id === householdId || (await findHousehold(db, id))
    if (!seen) throw householdProblem('household.undo_elsewhere')
    const household = await getHouseholdHeld(db, id, 'to move')
    await mustBeAble({ db, actor }, 'household.write', household.villageId)
    held.push(household)
  }
  return held
}

const sidesOf = async (db: Db, held: readonly Household[], act: ActId): Promise<Side[]> => {
  const sides: Side[] = []
  for (const { householdId } of held) sides.push(await sideOf(db, await getHousehold(db, householdId), act))
  return sides
}

/**
 * Where the village has ended since, its end is taken back for these households first, so that the act is undone as it was
 * done; they then live on in what their village of that day has become.
 */
async function backBeforeUnits(ground: Ground & { today: PlainDate }, sides: readonly Side[], undoing: Undoing) {
  const { db } = ground
  for (const side of sides)
    for (const act of ofUnit(side)) {
      const alone = [await sideOf(db, await getHousehold(db, side.household.householdId), act)]
      const refused = await refusalOfHomes(ground, alone)
      if (refused) throw refused
      await restore(db, alone, { ...undoing, act })
    }
}

export const undoEvent = (touches: Touches) =>
  change(contract.undoEvent, async ({ db, actor, input, today, services: { keys } }) => {
    const { householdId, eventId: act, because } = input
    const undoing = { keys, act, because, on: today }
    await holdTreeStill(db)
    const { villageId } = await getHousehold(db, householdId)
    await mustBeAble({ db, actor }, 'household.write', villageId)
    await mustBeThere(db, householdId, act)
    const held = await holdAll({ db, actor }, householdId, act)
    const before = await sidesOf(db, held, act)
    const refused = refusalOf(before) ?? (await refusalOfHomes({ db, actor, today }, before))
    if (refused) throw refused
    for (const side of before) await touches.mustAllow(db, intentOf(side, today))
    for (const side of before) {
      await mustBeSureOfNumber(db, side, { today, sure: input.sure })
      await mustBeSureOfPeople(db, side, { today, sure: input.sure })
    }
    await backBeforeUnits({ db, actor, today }, before, undoing)
    const sides = await sidesOf(db, held, act)
    await restore(db, sides, undoing)
    const touched = held.map((household) => household.householdId)
    const passed = await liveOn(db, touched, today)
    for (const id of touched) {
      const of = { of: 'household', id } as const
      await touches.follow(db, of, today)
      await touches.end(db, of, await endNow(db, id))
    }
    const been = [...before, ...sides].map(({ household }) => household.villageId)
    await recountHomes(db, touched, { been: [...been, ...passed], today })
    const kinds = sides.flatMap(({ kept }) => kept.events.map(({ kind }) => kind))
    return happened(
      householdEvent('household.undone', { subject: householdId, area: villageId, facts: { event: act, kinds } }),
      { householdId },
    )
  })

const endNow = async (db: Db, id: HouseholdId): Promise<PlainDate | null> =>
  (await findHousehold(db, id))?.endedOn ?? null
