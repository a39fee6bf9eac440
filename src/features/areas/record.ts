/** Records an event: reads the states it touches, lets the rules decide, writes what ended and began. */

import { sql } from 'kysely'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaEventId, AreaId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { AreaEvent, AreaVersion, Change, Succession } from './model.ts'
import { areaProblem } from './problems.ts'
import { holdTree } from './queries.ts'
import { applyChange, type Outcome } from './rules/events.ts'
import { findNamesake } from './store.ts'
import { depthOf, type Kind, levelAt } from './words.ts'

export type Told = Omit<AreaEvent, 'id' | 'kind' | 'happenedOn'> & {
  readonly day: PlainDate
  readonly today: PlainDate
}

/** Every unit that a change names: those that change, and the parents and successors it points to. */
export function unitsNamed(change: Change): AreaId[] {
  if (change.kind === 'create') return [change.unit.parentId]
  if (change.kind === 'move') return [change.areaId, change.parentId]
  if (change.kind === 'merge') return [...change.areaIds, change.into.parentId]
  if (change.kind === 'split') return [change.areaId, ...change.parts.map((part) => part.unit.parentId)]
  if (change.kind === 'abolish') return [change.areaId, ...change.successors.map((s) => s.areaId)]
  return [change.areaId]
}

/** Those of them that change themselves. */
export function unitsChanged(change: Change): readonly AreaId[] {
  if (change.kind === 'create') return []
  return change.kind === 'merge' ? change.areaIds : [change.areaId]
}

/** Those that end and leave successors. */
export const unitsEnded = (change: Change): readonly AreaId[] =>
  change.kind === 'merge' || change.kind === 'split' || change.kind === 'abolish' ? unitsChanged(change) : []

const tidyUnit = <T extends { readonly name: string }>(unit: T): T => ({ ...unit, name: tidy(unit.name) })

/** With the names as they are kept: single-spaced. */
export function tidied(change: Change): Change {
  if (change.kind === 'create') return { ...change, unit: tidyUnit(change.unit) }
  if (change.kind === 'rename' || change.kind === 'change_kind') return tidyUnit(change)
  if (change.kind === 'merge') return { ...change, into: tidyUnit(change.into) }
  if (change.kind !== 'split') return change
  return { ...change, parts: change.parts.map((part) => ({ ...part, unit: tidyUnit(part.unit) })) }
}

/** The newest state of these units and of those directly below them, and those that end after the day. */
async function newestStates(db: Db, named: readonly AreaId[], day: PlainDate): Promise<AreaVersion[]> {
  const rows = await db
    .selectFrom('area_version as v')
    .selectAll('v')
    .where((e) => e.or([e('v.area_id', 'in', named), e('v.parent_id', 'in', named)]))
    .where(sql<boolean>`coalesce(v.valid_until, 'infinity') > ${day}`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    areaId: row.area_id,
    from: row.valid_from,
    until: row.valid_until,
    level: levelAt(row.level),
    kind: row.kind as Kind,
    code: row.code,
    name: row.name,
    parentId: row.parent_id,
    settlement: row.settlement,
    eventId: row.event_id,
    untilEventId: row.until_event_id,
    fromKnown: row.from_known,
    mark: row.mark,
  }))
}

const versionRow = (v: AreaVersion) => ({
  id: v.id,
  area_id: v.areaId,
  valid_from: v.from,
  valid_until: v.until,
  level: depthOf(v.level),
  kind: v.kind,
  code: v.code,
  name: v.name,
  parent_id: v.parentId,
  settlement: v.settlement,
  event_id: v.eventId,
  until_event_id: v.untilEventId,
  from_known: v.fromKnown,
  mark: v.mark,
})

const successionRow = ({ fromId, toId, eventId, ...rest }: Succession) => ({
  ...rest,
  from_id: fromId,
  to_id: toId,
  event_id: eventId,
})

/** Who may place a unit under another is asked of the tree, so `area_record` draws it anew before anything hangs under a new one. */
async function writeOutcome(db: Db, event: object, { closed, opened, successions, began }: Outcome, today: PlainDate) {
  const isNew = (v: AreaVersion) => began.includes(v.areaId)
  const [fresh, moved] = [opened.filter(isNew), opened.filter((v) => !isNew(v))]
  const rows = (states: readonly AreaVersion[]) => JSON.stringify(states.map(versionRow))
  await sql`select area_record(${JSON.stringify(event)}, ${rows(closed)}, ${began}::uuid[], ${rows(fresh)},
    ${JSON.stringify(successions.map(successionRow))}, ${rows(moved)}, ${today})`.execute(db)
}

/**
 * Records the event and refreshes where every unit hangs. In the caller's transaction, whose first lock this is; throws
 * problems of this room. Two at once go one after the other: the second sees what the first has left.
 */
export async function recordEvent(
  db: Db,
  change: Change,
  told: Told,
): Promise<{ eventId: AreaEventId; began: readonly AreaId[] }> {
  const { day, today, ...said } = told
  const eventId = newId<'area_event'>()
  await holdTree(db)
  const states = await newestStates(db, unitsNamed(change), day)
  const outcome = applyChange(change, { day, eventId, mark: said.mark, newId: () => newId(), states })
  const { legalBasis, mark, note } = said
  const event = { id: eventId, kind: change.kind, happened_on: day, legal_basis: legalBasis, mark, note }
  await writeOutcome(db, event, outcome, today).catch((error: unknown) => {
    throw codeTaken(error, outcome) ?? error
  })
  const named = outcome.opened.filter((v) => change.kind === 'rename' || outcome.began.includes(v.areaId))
  const taken = await findNamesake(db, named, day)
  if (taken) throw areaProblem('area.name_taken', { name: taken.name, day: showDate(day) })
  return { eventId, began: outcome.began }
}

function codeTaken(error: unknown, outcome: Outcome): Error | null {
  if ((error as { constraint?: string }).constraint !== 'area_version_code_once') return null
  return areaProblem('area.code_taken', { code: outcome.opened.map((v) => v.code).join(', ') })
}
