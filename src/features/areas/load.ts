/** Loads the nation into an empty register, as owner of the database (no row security). */
import type { PlainDate } from '#kernel/dates.ts'
import { type Column, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { AreaEvent, AreaVersion, Succession } from './model.ts'
import type { NationRows } from './nation/book.ts'
import { nationRows } from './nation/national.ts'
import { readSources } from './nation/sources.ts'
import { depthOf } from './words.ts'

const uuid = 'uuid'
const eventColumns: Column[] = [
  ['id', uuid],
  ['kind', 'text'],
  ['happened_on', 'date'],
  ['legal_basis', 'text'],
  ['mark', 'text'],
  ['note', 'text'],
]
const eventRow = (e: AreaEvent) => [e.id, e.kind, e.happenedOn, e.legalBasis, e.mark, e.note]

const versionColumns: Column[] = [
  ['id', uuid],
  ['area_id', uuid],
  ['valid_from', 'date'],
  ['valid_until', 'date'],
  ['level', 'smallint'],
  ['kind', 'text'],
  ['code', 'text'],
  ['name', 'text'],
  ['parent_id', uuid],
  ['settlement', 'text'],
  ['event_id', uuid],
  ['until_event_id', uuid],
  ['from_known', 'boolean'],
  ['mark', 'text'],
]
const versionRow = (v: AreaVersion) => [
  v.id,
  v.areaId,
  v.from,
  v.until,
  depthOf(v.level),
  v.kind,
  v.code,
  v.name,
  v.parentId,
  v.settlement,
  v.eventId,
  v.untilEventId,
  v.fromKnown,
  v.mark,
]

const successionColumns: Column[] = [
  ['id', uuid],
  ['from_id', uuid],
  ['to_id', uuid],
  ['event_id', uuid],
  ['share', 'numeric'],
  ['mark', 'text'],
  ['note', 'text'],
]
const successionRow = (s: Succession) => [s.id, s.fromId, s.toId, s.eventId, s.share, s.mark, s.note]

/** Writes rows of areas and everything about them; the caller holds the transaction and refreshes the paths. */
export async function insertNation(db: OwnerConnection, rows: NationRows): Promise<void> {
  await insertRows(db, { table: 'area', columns: [['id', uuid]], rows: rows.areas.map((id) => [id]) })
  await insertRows(db, { table: 'area_event', columns: eventColumns, rows: rows.events.map(eventRow) })
  await insertRows(db, { table: 'area_version', columns: versionColumns, rows: rows.versions.map(versionRow) })
  await insertRows(db, {
    table: 'area_succession',
    columns: successionColumns,
    rows: rows.successions.map(successionRow),
  })
}

/** Where every area hangs, and who stands over it for rights as of `today`; never beside an event being recorded. */
export async function refreshTree(db: OwnerConnection, today: PlainDate): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1), area_refresh_paths()', [locks.tree])
  await db.query('analyze area_path; analyze area_version; analyze area_succession')
  await db.query('select pg_advisory_xact_lock($1), area_refresh_reach($2)', [locks.tree, today])
  await db.query('analyze area_reach')
}

/**
 * Loads the national catalogue where no area exists yet; answers whether it did. All or nothing. Takes one connection
 * of the owner, since it runs a transaction.
 */
export async function loadNation(db: OwnerConnection, today: PlainDate): Promise<boolean> {
  await db.query('begin')
  try {
    const { rows } = await db.query('select 1 from area limit 1')
    if (rows.length === 0) {
      await insertNation(db, nationRows(readSources()))
      await refreshTree(db, today)
    }
    await db.query('commit')
    return rows.length === 0
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}
