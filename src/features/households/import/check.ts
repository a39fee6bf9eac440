/** A file into households, or everything that is wrong with it: by its own rows and by what the register holds. */
import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { areasUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { readCsv } from '#platform/server/documents/xlsx/csv.ts'
import { type ReadRow, usualLimits } from '#platform/server/documents/xlsx/limits.ts'
import { readSheet } from '#platform/server/documents/xlsx/read.ts'
import type { Services } from '#platform/server/services.ts'
import type { ImportChecked, RowFaultShown } from '../model/views.ts'
import { type ColumnKey, columnKeys, columns, findColumn } from './rules/columns.ts'
import { faultAt, groupRows, type ReadHousehold } from './rules/group.ts'
import { type FileRow, type ReadMember, readRow, type Village, villageFinder } from './rules/rows.ts'

const shownFaults = 200
const slice = 1000
const limits = { ...usualLimits, rows: 60_000, columns: 60, cell: 1_000 }

export type Listing = { readonly areaId: AreaId; readonly listedOn: PlainDate; readonly bytes: Buffer }
export type CheckedFile = { readonly report: ImportChecked; readonly households: readonly ReadHousehold[] }

/** A workbook begins as a zip does, an old or locked one as OLE; anything else is read as CSV. */
const readRows = (bytes: Buffer): Promise<ReadRow[]> | ReadRow[] =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0xd0 ? readSheet(bytes, limits) : readCsv(bytes, limits)

/** Rows by column; faults where the headings are not those of the template. */
function underHeadings(rows: readonly ReadRow[], faults: RowFaultShown[]): FileRow[] {
  const at = rows.findIndex(({ cells }) => cells.filter((cell) => findColumn(cell)).length >= 4)
  const head = rows[at]
  const where = new Map<ColumnKey, number>()
  head?.cells.forEach((cell, index) => {
    const key = findColumn(cell)
    if (key && !where.has(key)) where.set(key, index)
  })
  const missing = columnKeys.filter((key) => columns[key].required && !where.has(key))
  if (!head || missing.length > 0) {
    const names = (missing.length > 0 ? missing : columnKeys.filter((key) => columns[key].required)).map(
      (k) => columns[k].title,
    )
    faults.push({
      row: head?.row ?? 1,
      column: '',
      vi: `Thiếu cột: ${names.map((n) => n.vi).join(', ')}. Hãy dùng tệp mẫu.`,
      en: `Columns are missing: ${names.map((n) => n.en).join(', ')}. Use the template.`,
    })
    return []
  }
  return rows.slice(at + 1).map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(columnKeys.map((key) => [key, cells[where.get(key) ?? -1] ?? ''])) as FileRow['cells'],
  }))
}

/** Reads and checks the whole file, giving way to other requests between slices. Throws `sheet.*` for what is no table. */
export async function checkFile(db: Db, keys: Services['keys'], listing: Listing): Promise<CheckedFile> {
  const { areaId, listedOn, bytes } = listing
  const faults: RowFaultShown[] = []
  const rows = underHeadings(await readRows(bytes), faults)
  const villages = await areasUnder(db, areaId, listedOn, 'village')
  const reading = { findVillage: villageFinder(villages), listedOn }
  const members: ReadMember[] = []
  for (let at = 0; at < rows.length; at += slice) {
    for (const row of rows.slice(at, at + slice)) {
      const member = readRow(row, reading, faults)
      if (member) members.push(member)
    }
    await breathe()
  }
  if (rows.length === 0 && faults.length === 0)
    faults.push({ row: 1, column: '', vi: 'Tệp không có dòng nào dưới tiêu đề.', en: 'No rows below the headings.' })
  const households = groupRows(members, faults)
  await againstRegister(db, { keys, households }, faults)
  return { report: reportOf({ bytes, villages, households, faults }), households }
}

type Against = { readonly keys: Services['keys']; readonly households: readonly ReadHousehold[] }

/** Household numbers that the village has already, citizen ids in use anywhere. Where, is not told. */
async function againstRegister(db: Db, { keys, households }: Against, faults: RowFaultShown[]): Promise<void> {
  const { rows: held } = await sql<{ at: number }>`
    select n.at::int from unnest(${households.map((h) => h.villageId)}::uuid[], ${households.map((h) => h.number)}::text[])
           with ordinality as n (village, number, at)
     where exists (select from household h where h.village_id = n.village and h.ended_on is null
                      and lower(h.number) = lower(n.number))`.execute(db)
  for (const { at } of held) {
    const household = households[at - 1]
    if (household)
      faults.push(
        faultAt(household.head, 'number', {
          vi: `Thôn đã có hộ số ${household.number} trong sổ.`,
          en: `The village already has a household ${household.number} in the register.`,
        }),
      )
  }
  const withId = households.flatMap(({ members }) => members).filter((member) => member.person.citizenId)
  const { rows: taken } = await sql<{ at: number }>`
    select * from identity_in_use(${withId.map((m) => keys.indexOf(m.person.citizenId ?? ''))}::text[]) as t (at)`.execute(
    db,
  )
  for (const { at } of taken) {
    const member = withId[at - 1]
    if (member)
      faults.push(
        faultAt(member, 'citizenId', {
          vi: 'Số CCCD này đã được ghi cho một người khác trong hệ thống.',
          en: 'This citizen id already stands for another person in the system.',
        }),
      )
  }
}

type Reported = {
  readonly bytes: Buffer
  readonly villages: readonly Village[]
  readonly households: readonly ReadHousehold[]
  readonly faults: readonly RowFaultShown[]
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
    faults: faults.toSorted((a, b) => a.row - b.row).slice(0, shownFaults),
    faultCount: faults.length,
  }
}
