/** An event of units is undone: they stand as before, and what went to their successors comes back, in one transaction. */

import { saidAlone } from '#kernel/alone.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { AreaEventId, AreaId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened, type Route, read } from '#platform/server/handle.ts'
import type { Joined } from '#platform/server/room.ts'
import type { Intent, Touches } from '#platform/server/touches.ts'
import { areaEvent, unitBack, unitGone, unitMovedBack } from '../events.ts'
import { mustBeAble } from '../must.ts'
import { isStable } from '../nation/stableIds.ts'
import { areaProblem } from '../problems.ts'
import { holdTree, namesOn } from '../queries.ts'
import { twinNames } from '../rules/naming.ts'
import { eventWords } from '../words.ts'
import * as contract from './contract.ts'
import {
  findEvent,
  findLaterEvent,
  findTaken,
  type Recorded,
  type Touched,
  undoInTree,
  unitsBeside,
  unitsOfEvent,
} from './queries.ts'

type Ground = Parameters<typeof mustBeAble>[0]
type Asked = { readonly event: Recorded; readonly units: readonly Touched[] }

/** Whoever may record it may undo it: over every unit it changed, what took over, and where units would hang again. */
async function mustReach({ db, actor }: Ground, eventId: AreaEventId): Promise<Asked> {
  const event = await findEvent(db, eventId)
  if (!event) throw areaProblem('area.undo_not_found')
  const units = await unitsOfEvent(db, eventId)
  const { heirs, parents } = await unitsBeside(db, eventId)
  const above = event.kind === 'rename' || event.kind === 'change_kind' || event.kind === 'change_code' ? [] : parents
  for (const id of new Set([...units.map((unit) => unit.areaId), ...heirs, ...above]))
    await mustBeAble({ db, actor }, 'area.write', id)
  return { event, units }
}

/** Why the tree does not let it be undone; null where it does. */
async function refusalOf(db: Db, eventId: AreaEventId, { event, units }: Asked): Promise<Problem | null> {
  if (event.undone) return areaProblem('area.undone_already')
  if (isStable(eventId) || !event.on || units.length === 0) return areaProblem('area.undo_of_catalogue')
  const later = await findLaterEvent(db, eventId)
  if (later) {
    const on = later.on ? showDate(later.on) : ''
    return areaProblem('area.undo_later', { event: eventWords[later.kind], name: later.name, on })
  }
  const taken = await findTaken(db, eventId)
  if (taken?.what === 'code') return areaProblem('area.undo_code_taken', { name: taken.name })
  return taken ? areaProblem('area.name_taken', { name: taken.name, day: showDate(event.on) }) : null
}

/** What other rooms are asked: of units that stand again, of those that have no day any more, and of those that hang elsewhere. */
const intentsOf = ({ event: { on, at }, units }: Asked, today: PlainDate): Intent[] =>
  units.flatMap(({ areaId: id, began, ended, moved }): Intent[] => {
    if (!on) return []
    if (began || ended) return [{ of: 'unit', id, act: began ? unitGone : unitBack, on, today }]
    return moved ? [{ of: 'unit', id, act: unitMovedBack, on, since: at, today }] : []
  })

/** What the audit names of it: the units that it had ended, then those that it had begun; else those that it had changed. What hung below them is counted. */
function foremost(units: Asked['units']): AreaId[] {
  const inOrder = units.toSorted(compareUnits)
  const own = [...inOrder.filter(({ ended }) => ended), ...inOrder.filter(({ began }) => began)]
  return (own.length > 0 ? own : inOrder).map(({ areaId }) => areaId)
}

/** Of units of one name that hung under several, which of these each hung under when the event came. */
async function formerOf(db: Db, { event: { on }, units }: Asked): Promise<(area: AreaId) => string | null> {
  const twins = new Set(twinNames(units.map(({ name }) => name)).map((name) => name.toLowerCase()))
  const above = new Map(
    units.flatMap(({ areaId, name, parentId, began }) =>
      parentId && !began && twins.has(name.toLowerCase()) ? [[areaId, parentId] as const] : [],
    ),
  )
  if (!on || new Set(above.values()).size < 2) return () => null
  const names = await namesOn(db, [...above.values()], addDays(on, -1))
  return (area) => names.get(above.get(area) as AreaId) ?? null
}

/** Everything that other rooms have against it, each said once. */
async function against(db: Db, asked: Asked, { refusals, today }: Pick<Touches, 'refusals'> & { today: PlainDate }) {
  const found = new Map<string, Problem>()
  for (const intent of intentsOf(asked, today))
    for (const refusal of await refusals(db, intent)) found.set(refusal.said.vi, refusal)
  return [...found.values()]
}

/** That nothing was written is said once, of all of them. */
function join(all: readonly Problem[]): Said {
  const alone = all.map(({ said }) => saidAlone(said))
  return { vi: alone.map(({ vi }) => vi).join(' '), en: alone.map(({ en }) => en).join(' ') }
}

const showing = ({ tell, refusals }: Touches) =>
  read(contract.showAreaUndoing, async ({ db, actor, input, today }) => {
    const eventId = input.areaEventId
    const asked = await mustReach({ db, actor }, eventId)
    const refusal = await refusalOf(db, eventId, asked)
    const told = new Map<string, Awaited<ReturnType<typeof tell>>>()
    if (!refusal) for (const one of intentsOf(asked, today)) told.set(one.id, await tell({ db, actor }, one))
    const formerly = await formerOf(db, asked)
    const named = asked.units
      .toSorted(compareUnits)
      .map(({ areaId, name, began, hung: moved }) => ({ areaId, name, formerly: formerly(areaId), began, moved }))
    const rooms = refusal ? [] : await against(db, asked, { refusals, today })
    return {
      back: named.flatMap(({ began, ...unit }) =>
        began ? [] : [{ ...unit, held: told.get(unit.areaId)?.held ?? [] }],
      ),
      gone: named.flatMap(({ began, moved: _hung, ...unit }) =>
        began ? [{ ...unit, held: told.get(unit.areaId)?.held ?? [] }] : [],
      ),
      toCome: asked.event.on !== null && asked.event.on > today,
      forbids: (refusal ? [refusal] : rooms).map(({ said }) => said),
    }
  })

const undoing = (touches: Touches) =>
  change(contract.undoAreaEvent, async ({ db, actor, input, today }) => {
    const { areaEventId: eventId, because } = input
    await holdTree(db)
    const asked = await mustReach({ db, actor }, eventId)
    const refusal = await refusalOf(db, eventId, asked)
    if (refusal) throw refusal
    const rooms = await against(db, asked, { refusals: touches.refusals, today })
    if (rooms[0])
      throw rooms.length === 1 ? rooms[0] : areaProblem('area.undo_rests', { n: rooms.length, all: join(rooms) })
    await undoInTree(db, eventId, { because, today })
    const back = asked.units.filter(({ ended }) => ended)
    const also: Event[] = []
    for (const { areaId: id } of back)
      also.push(...(await touches.bringBack(db, { of: 'unit', id }, { because, today })))
    const { kind, on } = asked.event
    const units = foremost(asked.units)
    const others = asked.units.length - units.length
    const event = areaEvent('area.undone', {
      subject: eventId,
      area: units[0] ?? null,
      facts: { event: eventId, what: kind, day: on, units, ...(others > 0 && { others }), because },
    })
    return happened(event, { undoneOn: today }, also)
  })

export const undoRoutes = ({ touches }: Joined): Route[] => [showing(touches), undoing(touches)]
