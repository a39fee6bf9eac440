/** Records an event: reads the states it touches, lets the rules decide, writes what ended and began. */

import type { PlainDate } from '#kernel/dates.ts'
import type { AreaEventId, AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { AreaEvent, AreaVersion, Change } from './model.ts'
import { areaProblem } from './problems.ts'
import { holdTree, refreshTree } from './queries.ts'
import { applyChange, type Outcome } from './rules/events.ts'
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

/** The newest state of these units and of those directly below them. */
async function newestStates(db: Db, named: readonly AreaId[]): Promise<AreaVersion[]> {
  const rows = await db
    .selectFrom('area_version as v')
    .selectAll('v')
    .where((e) => e.or([e('v.area_id', 'in', named), e('v.parent_id', 'in', named)]))
    .where('v.valid_until', 'is', null)
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

async function closeStates(db: Db, closed: readonly AreaVersion[]): Promise<void> {
  for (const v of closed)
    await db
      .updateTable('area_version')
      .set({ valid_until: v.until, until_event_id: v.untilEventId })
      .where('id', '=', v.id)
      .where('valid_until', 'is', null)
      .execute()
}

async function openStates(db: Db, opened: readonly AreaVersion[]): Promise<void> {
  if (opened.length > 0) await db.insertInto('area_version').values(opened.map(versionRow)).execute()
}

async function writeSuccessions(db: Db, { successions }: Outcome): Promise<void> {
  if (successions.length === 0) return
  const rows = successions.map(({ id, share, mark, note, ...s }) => ({
    id,
    share,
    mark,
    note,
    from_id: s.fromId,
    to_id: s.toId,
    event_id: s.eventId,
  }))
  await db.insertInto('area_succession').values(rows).execute()
}

/**
 * New areas come first and the tree is refreshed before anything hangs under them: row security lets an actor place a
 * unit only where the actor's areas reach.
 */
async function writeOutcome(db: Db, outcome: Outcome, today: PlainDate): Promise<void> {
  const isNew = (v: AreaVersion) => outcome.began.includes(v.areaId)
  const moved = outcome.opened.filter((v) => !isNew(v))
  await closeStates(db, outcome.closed)
  if (outcome.began.length > 0)
    await db
      .insertInto('area')
      .values(outcome.began.map((id) => ({ id })))
      .execute()
  await openStates(db, outcome.opened.filter(isNew))
  await writeSuccessions(db, outcome)
  if (moved.some((v) => v.parentId && outcome.began.includes(v.parentId))) await refreshTree(db, today)
  await openStates(db, moved)
  await refreshTree(db, today)
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
  const states = await newestStates(db, unitsNamed(change))
  const outcome = applyChange(change, { day, eventId, mark: said.mark, newId: () => newId(), states })
  await db
    .insertInto('area_event')
    .values({
      id: eventId,
      kind: change.kind,
      happened_on: day,
      legal_basis: said.legalBasis,
      mark: said.mark,
      note: said.note,
    })
    .execute()
  await writeOutcome(db, outcome, today).catch((error: unknown) => {
    throw codeTaken(error, outcome) ?? error
  })
  return { eventId, began: outcome.began }
}

function codeTaken(error: unknown, outcome: Outcome): Error | null {
  if ((error as { constraint?: string }).constraint !== 'area_version_code_once') return null
  return areaProblem('area.code_taken', { code: outcome.opened.map((v) => v.code).join(', ') })
}
