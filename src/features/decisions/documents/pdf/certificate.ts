/**
 * Giấy chứng nhận hộ nghèo, hộ cận nghèo: one sheet a household, many households in one file. Known of Mẫu số 03 of
 * QĐ 24/2021 (secondary): one paper a household with a grid of years, where the chair signs and stamps the box of the
 * following year. Its wording and order are recalled, and the paper says so at its foot.
 */

import { laidOut } from '#platform/server/documents/pdf/cut.ts'
import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { paragraph, type Run, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { finish, keep, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable, type Table, tableHeight } from '#platform/server/documents/pdf/table.ts'
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate, uncheckedForm, yearText } from '#platform/server/documents/words.ts'
import { className, sexName } from '../names.ts'
import type { CertificateInput } from '../types.ts'
import { drawYearGrid, yearGridHeight } from './yearGrid.ts'

/** One file of many certificates. What is refused (no address, no signature, a letter the font lacks) is refused first. */
export function certificatesPdf(given: readonly CertificateInput[], frame: PaperFrame): PDFKit.PDFDocument {
  const certificates = drawable(given)
  for (const one of certificates) qrContent(frame, one.number, one.signed)
  const cells = certificates.reduce((sum, one) => sum + one.members.length * memberColumns.length, 0)
  const sheet = openSheet({ title: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo', frame, cells })
  for (const certificate of certificates) sheet.tags.within('Part', () => writeCertificate(sheet, certificate))
  return finish(sheet)
}

type Room = { readonly text: number; readonly table: number; readonly boxHeight: number }

/** The more members and the longer their names, the smaller their rows and the boxes: eighteen still fit on one sheet. */
const rooms: readonly Room[] = [
  { text: 13, table: 12, boxHeight: 112 },
  { text: 12.5, table: 10.5, boxHeight: 96 },
  { text: 11.5, table: 9, boxHeight: 84 },
  { text: 11, table: 8, boxHeight: 68 },
]

function writeCertificate(sheet: Sheet, input: CertificateInput): void {
  newPage(sheet, 'next')
  drawFootnote(sheet, `Mẫu số 03 Quyết định 24/2021/QĐ-TTg: ${uncheckedForm}.`)
  drawLetterhead(sheet, {
    issuer: input.issuer,
    number: `Số: ${input.number}`,
    placeAndDate: placeAndDate(input.issuer.place, input.day),
  })
  paragraph(sheet, 'GIẤY CHỨNG NHẬN', { tag: 'H1', size: 16, face: 'bold', align: 'center', after: 0 })
  const title = `${className[input.class].toUpperCase()} NĂM ${input.year}`
  paragraph(sheet, title, { tag: 'H2', size: 15, face: 'bold', align: 'center', after: 10 })
  const link = qrContent(sheet.frame, input.number, input.signed)
  const qr = link ? { link, caption: input.number } : null
  const ending = { signer: input.signer, recipients: [], qr }
  const signed = endingHeight(sheet, ending)
  const room = roomFor(sheet, input, signed)
  for (const runs of holderRuns(input)) writeRuns(sheet, runs, { size: room.text, after: 3 })
  sheet.y += 3
  paragraph(sheet, membersTitle(input), { size: room.text, after: 3 })
  drawTable(sheet, membersTable(input, room))
  sheet.y += underTable
  keep(sheet, yearGridHeight(room) + signed)
  if (sheet.page > 1 && sheet.y === sheet.top) writeContinued(sheet, input)
  drawYearGrid(sheet, input, room)
  drawEnding(sheet, ending)
}

const underTable = 8

/** The largest letters with which all of it stands on one sheet; the smallest where none do. */
function roomFor(sheet: Sheet, input: CertificateInput, signed: number): Room {
  const fits = (room: Room): boolean => {
    const lines = [...holderRuns(input), [{ text: membersTitle(input) }]]
    const texts = lines.reduce((sum, runs) => sum + laidOut(sheet, runs, { size: room.text }).height + 3, 3)
    const table = tableHeight(sheet, membersTable(input, room)) + underTable
    return sheet.y + texts + table + yearGridHeight(room) + signed <= sheet.bottom
  }
  return rooms.find(fits) ?? (rooms.at(-1) as Room)
}

/** So that the second sheet of a very large household is never taken for another's. */
function writeContinued(sheet: Sheet, input: CertificateInput): void {
  const text = `Tiếp theo Giấy chứng nhận số ${input.number}, hộ ông/bà ${input.head.name}`
  paragraph(sheet, text, { size: 11, face: 'italic', after: 8 })
}

function holderRuns({ head, ethnicity, address, decision, year, ...input }: CertificateInput): Run[][] {
  const facts = [
    `Năm sinh: ${yearText(head.birthYear) || '........'}`,
    `Giới tính: ${sexName(head.sex) || '........'}`,
    `Dân tộc: ${ethnicity ?? '........'}`,
  ]
  const basis = decision ? ` theo ${decision}` : ''
  return [
    [{ text: 'Chứng nhận hộ gia đình ông/bà: ' }, { text: head.name, face: 'bold' }],
    [{ text: facts.join('          ') }],
    [{ text: `Địa chỉ: ${address}` }],
    [{ text: 'Là ' }, { text: className[input.class], face: 'bold' }, { text: ` năm ${year}${basis}.` }],
  ]
}

const memberColumns = ['STT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Quan hệ với chủ hộ']

const membersTitle = ({ members }: CertificateInput): string => `Danh sách thành viên của hộ (${members.length} người):`

const membersTable = ({ members }: CertificateInput, room: Room): Table => ({
  widths: [7, 42, 14, 13, 24],
  aligns: ['center', 'left', 'center', 'center', 'left'],
  head: memberColumns.map((text, column) => ({ text, row: 0, column })),
  rows: members.map((member, at) => ({
    cells: [String(at + 1), member.name, yearText(member.birthYear), sexName(member.sex), member.relation],
  })),
  size: room.table,
})
