/** The calls of this room: find, may they, decide, store, say what happened. */
import { can } from '#kernel/access.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import type { AreaEventId, AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from './contract.ts'
import { type DeclaredTotal, latestDeclaredTotal, listDeclaredTotals } from './declared.ts'
import { areaEvent } from './events.ts'
import type { Change } from './model.ts'
import { mustBeAble, overOf } from './must.ts'
import { isStable } from './nation/stableIds.ts'
import { areaProblem } from './problems.ts'
import { areaOf, crumbs, findArea, getArea, holdTree } from './queries.ts'
import { recordEvent, tidied, unitsChanged, unitsEnded, unitsNamed } from './record.ts'
import { findStatusHeld } from './store.ts'
import { undoneOf } from './undo/queries.ts'
import {
  childrenWithCounts,
  eventsByIds,
  findRoot,
  relationsOf,
  searchAllAreas,
  statusesOn,
  stoodOn,
  versionsOf,
  within,
} from './views.ts'

const searchLimit = 20

export async function lastName(db: Db, areaId: AreaId, day: string): Promise<string> {
  const last = (await versionsOf(db, areaId)).at(-1)
  if (!last) throw areaProblem('area.not_found', { areaId, day })
  return last.name
}

const search = read(contract.searchAreas, async ({ db, actor, input, today }) => {
  const day = input.day ?? today
  const own = [...new Set(actor.grants.map(({ areaId }) => areaId))]
  const areas = await searchAllAreas(db, { ...input, day, own }, searchLimit)
  const shown = areas.slice(0, searchLimit)
  const mine = await within(db, { areas: shown.map(({ areaId }) => areaId), over: own })
  return { day, areas: shown.map((one) => ({ ...one, own: mine.has(one.areaId) })), more: areas.length > searchLimit }
})

const root = read(contract.rootArea, async ({ db, input, today }) => {
  const day = input.day ?? today
  const area = await findRoot(db, day)
  if (!area) throw areaProblem('area.not_found', { day })
  return { day, area }
})

const show = read(contract.showArea, async ({ db, actor, input, today }) => {
  const day = input.day ?? today
  const area = await findArea(db, input.areaId, day)
  const above = await crumbs(db, input.areaId, day)
  const over = await overOf(db, input.areaId)
  return {
    day,
    area,
    name: area?.name ?? (await lastName(db, input.areaId, day)),
    stood: area
      ? []
      : (await stoodOn(db, [input.areaId], day)).map(({ areaId, name, within, since }) => ({
          ...{ areaId, name, within, since },
        })),
    crumbs: above.map(({ areaId, name, level }) => ({ areaId, name, level })),
    statuses: await statusesOn(db, input.areaId, day),
    declared: (await listDeclaredTotals(db, input.areaId)).map(({ version: _version, ...one }) => one),
    can: buttonsFor(contract.areaButtons, { actor, over }),
  }
})

export const childrenOf = async ({ db, input, today }: Call<typeof contract.areaChildren>) => {
  const day = input.day ?? today
  return { day, areas: await childrenWithCounts(db, input.areaId, day) }
}

/** The last event of a unit and those by which it took over from others, where somebody recorded them and nobody has undone them. */
const undoableOf = (last: AreaEventId | null, taken: readonly AreaEventId[], undone: readonly AreaEventId[]) =>
  [...new Set([last, ...taken])].filter((id): id is AreaEventId => id !== null && !isStable(id) && !undone.includes(id))

const history = read(contract.areaHistory, async ({ db, actor, input, today }) => {
  const rows = await versionsOf(db, input.areaId)
  if (rows.length === 0) throw areaProblem('area.not_found', { areaId: input.areaId, day: today })
  const predecessors = await relationsOf(db, input.areaId, 'predecessors')
  const successors = await relationsOf(db, input.areaId, 'successors')
  const ids = [
    ...rows.flatMap((v) => [v.eventId, v.untilEventId]),
    ...[...predecessors, ...successors].map((r) => r.eventId),
  ]
  const versions = rows.map(({ eventId, untilEventId, parentName, ...row }) => ({
    ...areaOf(row),
    eventId,
    untilEventId,
    parentName,
  }))
  const undone = await undoneOf(db, input.areaId)
  const last = rows.at(-1)
  const over = await overOf(db, input.areaId)
  return {
    versions,
    undone,
    undoable: can(actor, 'area.write', over)
      ? undoableOf(
          last?.untilEventId ?? last?.eventId ?? null,
          predecessors.map((one) => one.eventId),
          undone.map((one) => one.eventId),
        )
      : [],
    events: await eventsByIds(db, [...new Set(ids.filter((id) => id !== null))]),
    predecessors,
    successors,
  }
})

type Declaring = Call<typeof contract.declareTotal>

/** The total of the day that this one corrects; null where it is the first. */
async function correctedBy({ db, input }: Declaring): Promise<DeclaredTotal | null> {
  const { areaId, day, replaces, because } = input
  const stands = (await listDeclaredTotals(db, areaId)).find((one) => one.day === day) ?? null
  if (replaces && stands?.id !== replaces) throw areaProblem('area.total_changed')
  if (stands && !replaces) throw areaProblem('area.total_stands', { day: showDate(day), households: stands.households })
  if (stands && !because) throw areaProblem('area.total_because')
  return stands
}

/** Refuses what cannot be, and asks for the reason of what is far from what is known. */
async function mustBeLikely({ db, input, today }: Declaring, { tell }: { tell: Touches['mustAllow'] }): Promise<void> {
  const { areaId, day, households, persons, because } = input
  if (day > today) throw areaProblem('area.total_day_to_come', { day: showDate(day) })
  if (households < 1) throw areaProblem('area.total_none')
  if (persons !== null && persons < households) throw areaProblem('area.total_persons', { persons, households })
  if (because) return
  const known = await latestDeclaredTotal(db, areaId, day)
  if (known && (households * 2 < known.households || households > known.households * 2))
    throw areaProblem('area.total_far', { on: showDate(known.day), known: known.households, households })
  await tell(db, { of: 'unit', id: areaId, act: 'area.total_declared', on: day, households })
}

const declareTotal = ({ mustAllow }: Touches) =>
  change(contract.declareTotal, async (call) => {
    const { db, actor, input } = call
    await mustBeAble({ db, actor }, 'household.write', input.areaId)
    await getArea(db, input.areaId, input.day)
    await mustBeLikely(call, { tell: mustAllow })
    const corrected = await correctedBy(call)
    const id = newId<'declared_total'>()
    const { areaId, day, households, persons, kinhHouseholds, dttsHouseholds, source, because = null } = input
    await db
      .insertInto('declared_total')
      .values({
        id,
        area_id: areaId,
        day,
        households,
        persons,
        kinh_households: kinhHouseholds,
        dtts_households: dttsHouseholds,
        source,
        mark: 'text',
        version: (corrected?.version ?? 0) + 1,
        because,
        by_name: actor.name,
      })
      .execute()
    const facts = { day, households, ...(because && { because }), ...(corrected && { was: corrected.households }) }
    const what = corrected ? 'area.total_corrected' : 'area.total_declared'
    return happened(areaEvent(what, { subject: id, area: areaId, facts }), { id })
  })

const giveStatus = change(contract.giveStatus, async ({ db, actor, input }) => {
  await mustBeAble({ db, actor }, 'area.write', input.areaId)
  await holdTree(db)
  await getArea(db, input.areaId, input.from)
  const held = await findStatusHeld(db, input)
  if (held) throw areaProblem('area.status_held', { decision: held.decision })
  const id = newId<'area_status'>()
  const { areaId, status, from, until, decision } = input
  await db
    .insertInto('area_status')
    .values({ id, area_id: areaId, status, valid_from: from, valid_until: until, decision, mark: 'text', note: null })
    .execute()
  return happened(areaEvent('area.status_given', { subject: id, area: areaId, facts: { status, from } }), { id })
})

/** Abolished alone: nothing takes over what hangs on it. */
const actOf = (change: Change): string =>
  change.kind === 'abolish' && change.successors.length === 0 ? 'area.abolished_alone' : `area.${change.kind}`

const record = (touches: Touches) =>
  change(contract.recordAreaEvent, async ({ db, actor, input, today }) => {
    const named = unitsNamed(input.change)
    for (const areaId of named) await mustBeAble({ db, actor }, 'area.write', areaId)
    const { day, legalBasis, mark } = input
    const last = addDays(today, 365)
    if (day > last) throw areaProblem('area.day_too_far', { last: showDate(last) })
    await holdTree(db)
    const change = tidied(input.change)
    for (const id of unitsChanged(change)) await touches.mustAllow(db, { of: 'unit', id, act: actOf(change), on: day })
    const left = change.kind === 'move' ? await findArea(db, change.areaId, addDays(day, -1)) : undefined
    const done = await recordEvent(db, change, { day, legalBasis, mark, note: input.note ?? null, today })
    if (day <= today) for (const id of unitsEnded(change)) await touches.follow(db, { of: 'unit', id }, today)
    const event = areaEvent(`area.${input.change.kind}`, {
      subject: done.eventId,
      area: named[0] ?? null,
      facts: { day, units: named },
    })
    // Who had the unit reads no line of it any more: told where it hung.
    const facts = { day, units: named }
    const lost = left?.parentId
      ? [areaEvent('area.moved_away', { subject: done.eventId, area: left.parentId, facts })]
      : []
    return happened(event, { eventId: done.eventId, began: [...done.began] }, lost)
  })

const touched = (touches: Touches) =>
  read(contract.areaTouched, async ({ db, actor, input, today }) => {
    await mustBeAble({ db, actor }, 'area.write', input.areaId)
    return touches.tell(
      { db, actor },
      { of: 'unit', id: input.areaId, act: `area.${input.kind}`, on: input.day ?? today },
    )
  })

export const areaRoutes = ({ touches }: Joined): Route[] => [
  search,
  root,
  show,
  read(contract.areaChildren, childrenOf),
  history,
  declareTotal(touches),
  giveStatus,
  record(touches),
  touched(touches),
]
