/**
 * Giấy chứng nhận hộ nghèo, hộ cận nghèo: one sheet a household, many households in one file. Known of Mẫu số 03 of
 * QĐ 24/2021 (secondary): one paper a household with a grid of years, where the chair signs and stamps the box of the
 * following year. Its wording and order are recalled, and the paper says so at its foot.
 */

import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { paragraph, type Run, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { finish, keep, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable } from '#platform/server/documents/pdf/table.ts'
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

/** The more members, the smaller their rows and the boxes: fifteen still fit on the one sheet. */
const roomFor = (members: number) =>
  members <= 7
    ? { text: 13, table: 12, boxHeight: 112 }
    : members <= 11
      ? { text: 12.5, table: 10.5, boxHeight: 96 }
      : { text: 11.5, table: 9, boxHeight: 84 }

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
  writeHolder(sheet, input)
  writeMembers(sheet, input)
  const link = qrContent(sheet.frame, input.number, input.signed)
  const qr = link ? { link, caption: input.number } : null
  const ending = { signer: input.signer, recipients: [], qr }
  const room = roomFor(input.members.length)
  keep(sheet, yearGridHeight(room) + endingHeight(sheet, ending))
  if (sheet.page > 1 && sheet.y === sheet.top) writeContinued(sheet, input)
  drawYearGrid(sheet, input, room)
  drawEnding(sheet, ending)
}

/** So that the second sheet of a very large household is never taken for another's. */
function writeContinued(sheet: Sheet, input: CertificateInput): void {
  const text = `Tiếp theo Giấy chứng nhận số ${input.number}, hộ ông/bà ${input.head.name}`
  paragraph(sheet, text, { size: 11, face: 'italic', after: 8 })
}

function writeHolder(sheet: Sheet, input: CertificateInput): void {
  const style = { size: roomFor(input.members.length).text, after: 3 }
  const { head } = input
  writeRuns(sheet, [{ text: 'Chứng nhận hộ gia đình ông/bà: ' }, { text: head.name, face: 'bold' }], style)
  const facts = [
    `Năm sinh: ${yearText(head.birthYear) || '........'}`,
    `Giới tính: ${sexName(head.sex) || '........'}`,
    `Dân tộc: ${input.ethnicity ?? '........'}`,
  ]
  writeRuns(sheet, [{ text: facts.join('          ') }], style)
  writeRuns(sheet, [{ text: `Địa chỉ: ${input.address}` }], style)
  const basis = input.decision ? ` theo ${input.decision}` : ''
  const told = ` năm ${input.year}${basis}.`
  const runs: Run[] = [{ text: 'Là ' }, { text: className[input.class], face: 'bold' }, { text: told }]
  writeRuns(sheet, runs, { ...style, after: 6 })
}

const memberColumns = ['STT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Quan hệ với chủ hộ']

function writeMembers(sheet: Sheet, input: CertificateInput): void {
  const count = input.members.length
  paragraph(sheet, `Danh sách thành viên của hộ (${count} người):`, { size: roomFor(count).text, after: 3 })
  drawTable(sheet, {
    widths: [7, 42, 14, 13, 24],
    aligns: ['center', 'left', 'center', 'center', 'left'],
    head: memberColumns.map((text, column) => ({ text, row: 0, column })),
    rows: input.members.map((member, at) => ({
      cells: [String(at + 1), member.name, yearText(member.birthYear), sexName(member.sex), member.relation],
    })),
    size: roomFor(count).table,
  })
  sheet.y += 8
}
