/** A file into households, or everything that is wrong with it by itself. Heavy: done in a worker, without the register. */
import { createHash } from 'node:crypto'
import type { PlainDate } from '#kernel/dates.ts'
import { readCsv } from '#platform/server/documents/xlsx/csv.ts'
import { type ReadRow, usualLimits } from '#platform/server/documents/xlsx/limits.ts'
import { readSheet } from '#platform/server/documents/xlsx/read.ts'
import type { ImportChecked, RowFaultShown } from '../model/views.ts'
import { packed } from './batches.ts'
import { type ColumnKey, columnKeys, columns, findColumn } from './rules/columns.ts'
import { type Faults, noFaults, withMore } from './rules/faults.ts'
import { groupRows, type ReadHousehold } from './rules/group.ts'
import { type FileRow, type ReadMember, readRow, type Village, villageFinder } from './rules/rows.ts'

/** Sixty thousand full rows unpack to 66 MB. */
const limits = { ...usualLimits, rows: 60_000, columns: 60, cell: 1_000, unpacked: 120_000_000 }

export type Listing = {
  readonly bytes: Uint8Array
  readonly villages: readonly Village[]
  readonly listedOn: PlainDate
}
/** What the file says, and its households in batches. */
export type ReadFile = { readonly report: ImportChecked; readonly batches: readonly Uint8Array[] }

/** A workbook begins as a zip does, an old or locked one as OLE; anything else is read as CSV. */
const readRows = (bytes: Uint8Array): Promise<ReadRow[]> | ReadRow[] =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0xd0 ? readSheet(bytes, limits) : readCsv(bytes, limits)

/** Rows by column; a fault where the headings are not those of the template, or nothing stands under them. */
function underHeadings(rows: readonly ReadRow[], faults: RowFaultShown[]): FileRow[] {
  const at = rows.findIndex(({ cells }) => cells.filter((cell) => findColumn(cell)).length >= 4)
  const head = rows[at]
  const where = new Map<ColumnKey, number>()
  head?.cells.forEach((cell, index) => {
    const key = findColumn(cell)
    if (key && !where.has(key)) where.set(key, index)
  })
  const required = columnKeys.filter((key) => columns[key].required)
  const missing = required.filter((key) => !where.has(key))
  if (!head || missing.length > 0) {
    const names = missing.map((key) => columns[key].title)
    faults.push({
      row: head?.row ?? 1,
      column: '',
      vi: `Thiếu cột: ${names.map((n) => n.vi).join(', ')}. Hãy dùng tệp mẫu.`,
      en: `Columns are missing: ${names.map((n) => n.en).join(', ')}. Use the template.`,
    })
    return []
  }
  if (at + 1 === rows.length)
    faults.push({ row: 1, column: '', vi: 'Tệp không có dòng nào dưới tiêu đề.', en: 'No rows below the headings.' })
  return rows.slice(at + 1).map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(columnKeys.map((key) => [key, cells[where.get(key) ?? -1] ?? ''])) as FileRow['cells'],
  }))
}

/** Reads and checks the whole file. Throws `sheet.*` for what is no table. */
export async function readHouseholds({ bytes, villages, listedOn }: Listing): Promise<ReadFile> {
  let faults: Faults = noFaults
  const gathering = <T>(work: (wrong: RowFaultShown[]) => T): T => {
    const wrong: RowFaultShown[] = []
    const result = work(wrong)
    faults = withMore(faults, wrong)
    return result
  }
  const rows = await readRows(bytes)
  const filled = gathering((wrong) => underHeadings(rows, wrong))
  const reading = { findVillage: villageFinder(villages), listedOn }
  const members: ReadMember[] = []
  for (const row of filled) {
    const member = gathering((wrong) => readRow(row, reading, wrong))
    if (member) members.push(member)
  }
  const households = gathering((wrong) => groupRows(members, wrong))
  return { report: reportOf({ bytes, villages, households, faults }), batches: packed(households) }
}

type Reported = {
  readonly bytes: Uint8Array
  readonly villages: readonly Village[]
  readonly households: readonly ReadHousehold[]
  readonly faults: Faults
}

function reportOf({ bytes, villages, households, faults }: Reported): ImportChecked {
  const count = (of: readonly ReadHousehold[]) => of.reduce((sum, { members }) => sum + members.length, 0)
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    households: households.length,
    members: count(households),
    villages: villages.flatMap(({ areaId, name }) => {
      const mine = households.filter((household) => household.villageId === areaId)
      return mine.length > 0 ? [{ areaId, name, households: mine.length, members: count(mine) }] : []
    }),
    ...faults,
  }
}
