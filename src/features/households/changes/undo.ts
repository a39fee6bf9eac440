/** An act is undone: rows stand again as they did, and the timeline keeps both the act and its undoing. */
import { sql } from 'kysely'
import { mustBeAble } from '#features/areas/must.ts'
import { holdTreeStill } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Told } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Intent, Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { eventWords } from '../model/words.ts'
import { householdProblem } from '../problems.ts'
import { allMembers, findHousehold, getHousehold, getHouseholdHeld, type Household } from '../queries.ts'
import { type Row, type Rows, restored, sayBack, withoutDay } from '../rules/undo.ts'
import { liveOn, recountHomes } from '../store/households.ts'
import { rowsOfHousehold } from '../store/image.ts'
import { type ActId, happenedTo, type Kept, keptAct } from './acts.ts'
import { mustBeSure } from './doubles.ts'

type Ground = { readonly db: Db; readonly actor: Actor }

/** One household of the act: as it stands, and what the act did to it. */
type Side = { readonly household: Household; readonly now: Rows; readonly kept: Kept }

/** The households that the act touched, in the order in which they are held. */
async function householdsOf(db: Db, householdId: HouseholdId, act: ActId): Promise<HouseholdId[]> {
  const own = (await happenedTo(db, householdId)).filter((event) => event.actId === act)
  const others = own.flatMap(({ kind, facts }) =>
    kind === 'split' || kind === 'merged' || kind === 'persons_joined'
      ? [facts.to, facts.from].filter((id) => typeof id === 'string')
      : [],
  )
  return [...new Set([householdId, ...(others as HouseholdId[])])].toSorted()
}

async function sideOf(db: Db, household: Household, act: ActId): Promise<Side> {
  const now = await rowsOfHousehold(db, household.householdId)
  const kept = keptAct(await happenedTo(db, household.householdId), act, now)
  if (!kept) throw householdProblem('household.undo_not_kept')
  return { household, now, kept }
}

/** Why it may not be undone as far as the register knows; null where it may. */
function refusalOf(sides: readonly Side[]): Problem | null {
  if (sides.some(({ kept }) => kept.events.some((event) => event.undoneBy !== null)))
    return householdProblem('household.undone_already')
  if (sides.some(({ kept }) => kept.events.some(({ facts }) => 'succeeds' in facts)))
    return householdProblem('household.undo_of_unit')
  for (const { household, kept } of sides) {
    const [last] = kept.later
    if (last)
      return householdProblem('household.undo_later', {
        event: eventWords[last.kind],
        on: showDate(last.on),
        name: household.headName,
      })
  }
  return null
}

const intentOf = ({ household, kept }: Side, today: PlainDate): Intent => {
  const since = kept.events[0]?.at
  return { of: 'household', id: household.householdId, act: 'household.undone', on: today, ...(since && { since }) }
}

/** Where a household lives once the act is undone. */
const homeAfter = ({ household, kept }: Side): AreaId => {
  const moved = kept.changes.find(({ table, columns }) => table === 'household' && columns.includes('village_id'))
  return (moved?.was?.village_id as AreaId | undefined) ?? household.villageId
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
    const told = []
    for (const side of sides) told.push(await tell({ db, actor }, intentOf(side, today)))
    return {
      back: [
        ...sides.flatMap(({ kept, household }): Said[] => sayBack(kept.changes, household.headName)),
        ...sayParted(sides),
      ],
      held: onceEach(told.flatMap(({ held }) => held)),
      forbidden: refusalOf(sides)?.said ?? told.find(({ forbidden }) => forbidden)?.forbidden ?? null,
    }
  })

/** What both households stand in is told once. */
const onceEach = (held: Told['held']): Told['held'] =>
  held.filter((one, at) => held.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at)

const sayParted = (sides: readonly Side[]): Said[] =>
  sides[0]?.kept.events.some(({ kind }) => kind === 'persons_joined')
    ? [{ vi: 'Hai người lại được coi là hai người.', en: 'The two are two persons again.' }]
    : []

async function holdSides({ db, actor }: Ground, householdId: HouseholdId, eventId: ActId): Promise<Side[]> {
  const sides: Side[] = []
  for (const id of await householdsOf(db, householdId, eventId)) {
    const seen = id === householdId || (await findHousehold(db, id))
    if (!seen) throw householdProblem('household.undo_elsewhere')
    const household = await getHouseholdHeld(db, id, 'to move')
    await mustBeAble({ db, actor }, 'household.write', household.villageId)
    sides.push(await sideOf(db, household, eventId))
  }
  for (const side of sides) await mustBeAble({ db, actor }, 'household.write', homeAfter(side))
  return sides
}

const founded = ({ kept }: Side): boolean =>
  kept.changes.some(({ table, was }) => table === 'household' && was === null)

function rowsBack(sides: readonly Side[]) {
  const of = (table: 'household' | 'residences' | 'members') => {
    const parts = sides.map(({ kept, now }) => restored(kept.changes, now, table))
    return { put: parts.flatMap(({ put }) => put), gone: parts.flatMap(({ gone }) => gone) }
  }
  const empty = sides.filter(founded).flatMap(({ now }): Row[] => (now.household ? [withoutDay(now.household)] : []))
  const identities = sides.map(({ kept }) => kept.identities)
  return {
    households: [...of('household').put, ...empty],
    residences: of('residences'),
    members: of('members'),
    identities: {
      put: identities.flatMap(({ put }) => put),
      gone: identities.flatMap(({ gone }) => gone),
    },
  }
}

const nameOf = ({ name, names }: Record<string, unknown>): unknown =>
  Array.isArray(names) ? names.join(', ') : (name ?? null)

/** What the event of undoing says in each timeline. */
const undoingOf = (sides: readonly Side[], { act, because, on }: { act: ActId; because: string; on: PlainDate }) => {
  const ids = sides.map(() => newId<'household_event'>())
  return sides.map(({ household, now, kept }, at) => ({
    household: household.householdId,
    event: ids[at],
    first: ids[0],
    happened: on,
    facts: {
      act,
      because,
      of: kept.events.map(({ kind, on: day, facts }) => ({ kind, on: day, name: nameOf(facts) })),
    },
    before: { ...now, identities: { put: [], gone: [] } },
  }))
}

async function restore(db: Db, sides: readonly Side[], undoing: { act: ActId; because: string; on: PlainDate }) {
  const { households, residences, members, identities } = rowsBack(sides)
  const [undone, ...rows] = [undoingOf(sides, undoing), households, residences, members, identities].map((value) =>
    JSON.stringify(value),
  )
  await sql`select household_undo(${undoing.act}, ${undone}, ${rows[0]}, ${rows[1]}, ${rows[2]}, ${rows[3]})`
    .execute(db)
    .catch((error: unknown) => {
      const since = (error as { code?: string }).code === 'NB005'
      throw since ? householdProblem('household.undo_person_since') : error
    })
}

export const undoEvent = (touches: Touches) =>
  change(contract.undoEvent, async ({ db, actor, input, today }) => {
    const { householdId, eventId, because } = input
    await holdTreeStill(db)
    const { villageId } = await getHousehold(db, householdId)
    await mustBeAble({ db, actor }, 'household.write', villageId)
    await mustBeThere(db, householdId, eventId)
    const sides = await holdSides({ db, actor }, householdId, eventId)
    const refused = refusalOf(sides)
    if (refused) throw refused
    for (const side of sides) await touches.mustAllow(db, intentOf(side, today))
    for (const side of sides) {
      await mustBeSureOfNumber(db, side, { today, sure: input.sure })
      await mustBeSureOfPeople(db, side, { today, sure: input.sure })
    }
    await restore(db, sides, { act: eventId, because, on: today })
    const touched = sides.map(({ household }) => household.householdId)
    const passed = await liveOn(db, touched, today)
    for (const side of sides) {
      const of = { of: 'household', id: side.household.householdId } as const
      await touches.follow(db, of, today)
      await touches.end(db, of, await endNow(db, side))
    }
    const been = [...sides.map(({ household }) => household.villageId), ...passed]
    await recountHomes(db, touched, { been, today })
    const kinds = sides.flatMap(({ kept }) => kept.events.map(({ kind }) => kind))
    return happened(
      householdEvent('household.undone', { subject: householdId, area: villageId, facts: { event: eventId, kinds } }),
      { householdId },
    )
  })

const endNow = async (db: Db, { household }: Side): Promise<PlainDate | null> =>
  (await findHousehold(db, household.householdId))?.endedOn ?? null
