/** The calls of this room: find, may they, decide, store, say what happened. */
import { buttonsFor } from '#kernel/buttons.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from './contract.ts'
import { areaEvent } from './events.ts'
import { mustBeAble, overOf } from './must.ts'
import { areaProblem } from './problems.ts'
import { areaOf, crumbs, findArea, getArea, holdTree, listDeclaredTotals } from './queries.ts'
import { recordEvent, unitsChanged, unitsNamed } from './record.ts'
import { findStatusHeld, isDeclared } from './store.ts'
import {
  childrenWithCounts,
  eventsByIds,
  findRoot,
  relationsOf,
  searchAllAreas,
  statusesOn,
  stoodOn,
  versionsOf,
} from './views.ts'

const searchLimit = 20

export async function lastName(db: Db, areaId: AreaId, day: string): Promise<string> {
  const last = (await versionsOf(db, areaId)).at(-1)
  if (!last) throw areaProblem('area.not_found', { areaId, day })
  return last.name
}

const search = read(contract.searchAreas, async ({ db, input, today }) => {
  const day = input.day ?? today
  const areas = await searchAllAreas(db, { ...input, day }, searchLimit)
  return { day, areas: areas.slice(0, searchLimit), more: areas.length > searchLimit }
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
      : (await stoodOn(db, [input.areaId], day)).map(({ areaId, name, within }) => ({ areaId, name, within })),
    crumbs: above.map(({ areaId, name, level }) => ({ areaId, name, level })),
    statuses: await statusesOn(db, input.areaId, day),
    declared: await listDeclaredTotals(db, input.areaId),
    can: buttonsFor(contract.areaButtons, { actor, over }),
  }
})

export const childrenOf = async ({ db, input, today }: Call<typeof contract.areaChildren>) => {
  const day = input.day ?? today
  return { day, areas: await childrenWithCounts(db, input.areaId, day) }
}

const history = read(contract.areaHistory, async ({ db, input, today }) => {
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
  return {
    versions,
    events: await eventsByIds(db, [...new Set(ids.filter((id) => id !== null))]),
    predecessors,
    successors,
  }
})

const declareTotal = change(contract.declareTotal, async ({ db, actor, input }) => {
  await mustBeAble({ db, actor }, 'household.write', input.areaId)
  // Two who send the same in one second would both find it new.
  await holdTree(db)
  await getArea(db, input.areaId, input.day)
  if (await isDeclared(db, input)) throw areaProblem('area.declared_already', { day: input.day, source: input.source })
  const id = newId<'declared_total'>()
  const { areaId, day, households, persons, kinhHouseholds, dttsHouseholds, source } = input
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
    })
    .execute()
  return happened(areaEvent('area.total_declared', { subject: id, area: areaId, facts: { day, households } }), { id })
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

const record = (touches: Touches) =>
  change(contract.recordAreaEvent, async ({ db, actor, input, today }) => {
    const named = unitsNamed(input.change)
    for (const areaId of named) await mustBeAble({ db, actor }, 'area.write', areaId)
    const { day, legalBasis, mark } = input
    await holdTree(db)
    for (const id of unitsChanged(input.change))
      await touches.mustAllow(db, { of: 'unit', id, act: `area.${input.change.kind}`, on: day })
    const done = await recordEvent(db, input.change, { day, legalBasis, mark, note: input.note ?? null, today })
    const event = areaEvent(`area.${input.change.kind}`, {
      subject: done.eventId,
      area: named[0] ?? null,
      facts: { day, units: named },
    })
    return happened(event, { eventId: done.eventId, began: [...done.began] })
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
  declareTotal,
  giveStatus,
  record(touches),
  touched(touches),
]
