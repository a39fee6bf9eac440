/** Forms 15 and 14 on landscape A4. */

import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { paragraph } from '#platform/server/documents/pdf/runs.ts'
import { finish, newPage, openSheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable, type HeadCell, type Row } from '#platform/server/documents/pdf/table.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { listColumns, listFormNote, listNotes, listRows, listTitle, listTotal } from '../householdList.ts'
import type { HouseholdListInput } from '../types.ts'

/** A list carries no QR: what it holds is published by the decision it is annexed to. */
export function householdListPdf(given: HouseholdListInput, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const rows = printedRows(input)
  const sheet = openSheet({
    title: listTitle(input),
    landscape: true,
    frame,
    cells: rows.length * listColumns(input.class).length,
  })
  newPage(sheet)
  drawFootnote(sheet, listFormNote(input.class))
  const when = placeAndDate(input.issuer.place, input.day)
  drawLetterhead(sheet, { issuer: input.issuer, number: '', placeAndDate: when })
  paragraph(sheet, listTitle(input), { tag: 'H1', size: 14, face: 'bold', align: 'center', after: 8 })
  const ending = input.signer && { signer: input.signer, recipients: [], qr: null }
  const columns = listColumns(input.class)
  drawTable(sheet, {
    widths: columns.map((column) => column.width),
    aligns: columns.map((column) => column.align ?? 'left'),
    head: headCells(columns),
    rows,
    size: 8.5,
    reserve: 26 + listNotes(input).length * 16 + (ending ? endingHeight(sheet, ending) : 0),
  })
  sheet.y += 6
  paragraph(sheet, listTotal(input), { size: 12, face: 'bold' })
  for (const note of listNotes(input)) paragraph(sheet, note, { size: 10, face: 'italic', after: 2 })
  if (ending) drawEnding(sheet, ending)
  return finish(sheet)
}

/** A heading shared by neighbours stands over them; the others reach over both rows. */
function headCells(columns: ReturnType<typeof listColumns>): HeadCell[] {
  return columns.flatMap(({ title, group }, column): HeadCell[] => {
    if (!group) return [{ text: title, row: 0, rows: 2, column }]
    const own = { text: title, row: 1, column }
    if (columns[column - 1]?.group === group) return [own]
    return [{ text: group, row: 0, column, columns: columns.filter((other) => other.group === group).length }, own]
  })
}

function printedRows(input: HouseholdListInput): Row[] {
  const rows = listRows(input)
  return rows.map(({ kind, cells }, at) => ({
    cells,
    bold: kind !== 'member',
    whole: kind === 'group',
    withNext: kind === 'group' || (kind === 'head' && rows[at + 1]?.kind === 'member'),
  }))
}
