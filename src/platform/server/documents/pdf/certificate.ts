/**
 * Giấy chứng nhận hộ nghèo, hộ cận nghèo: one sheet a household, many households in one file. Known of Mẫu số 03 of
 * QĐ 24/2021 (secondary): one paper a household with a grid of years, where the chair signs and stamps the box of the
 * following year. Its wording and order are recalled, and the paper says so at its foot.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { qrContent } from '../signed.ts'
import type { CertificateInput, PaperFrame } from '../types.ts'
import { className, placeAndDate, sexName, uncheckedForm, yearText } from '../words.ts'
import { mustDrawAll } from './fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from './letterhead.ts'
import { drawFootnote } from './marks.ts'
import { writeRuns } from './runs.ts'
import { keep, newPage, openSheet, paragraph, type Sheet } from './sheet.ts'
import { drawTable } from './table.ts'
import { drawYearGrid, yearGridHeight } from './yearGrid.ts'

/**
 * One file of many certificates, as a stream. Everything that can be refused (no address, no signature, a letter the
 * font lacks) is refused here, before the first byte.
 */
export function certificatesPdf(certificates: readonly CertificateInput[], frame: PaperFrame): PDFKit.PDFDocument {
  mustDrawAll(certificates)
  for (const one of certificates) qrContent(frame, one.number, one.signed)
  const sheet = openSheet({ title: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo', frame })
  void writeAll(sheet, certificates)
  return sheet.doc
}

/** Yields between sheets, so that a thousand of them do not hold up everyone else on the server. */
async function writeAll(sheet: Sheet, certificates: readonly CertificateInput[]): Promise<void> {
  try {
    for (const certificate of certificates) {
      writeCertificate(sheet, certificate)
      await breathe()
    }
    sheet.doc.end()
  } catch (error) {
    sheet.doc.destroy(error as Error)
  }
}

function writeCertificate(sheet: Sheet, input: CertificateInput): void {
  newPage(sheet, 'next')
  drawFootnote(sheet, `Mẫu số 03 Quyết định 24/2021/QĐ-TTg: ${uncheckedForm}.`)
  drawLetterhead(sheet, {
    issuer: input.issuer,
    number: `Số: ${input.number}`,
    placeAndDate: placeAndDate(input.issuer.place, input.day, null),
  })
  paragraph(sheet, 'GIẤY CHỨNG NHẬN', { size: 16, face: 'bold', align: 'center', after: 0 })
  const title = `${className[input.class].toUpperCase()} NĂM ${input.year}`
  paragraph(sheet, title, { size: 15, face: 'bold', align: 'center', after: 10 })
  writeHolder(sheet, input)
  writeMembers(sheet, input)
  const link = qrContent(sheet.frame, input.number, input.signed)
  const qr = link ? { link, caption: input.number } : null
  const ending = { signer: input.signer, recipients: [], qr }
  keep(sheet, yearGridHeight + 22 + endingHeight(sheet, ending))
  drawYearGrid(sheet, input)
  drawEnding(sheet, ending)
}

function writeHolder(sheet: Sheet, input: CertificateInput): void {
  const style = { size: 13, after: 3 }
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
  writeRuns(
    sheet,
    [{ text: 'Là ' }, { text: className[input.class], face: 'bold' }, { text: ` năm ${input.year}${basis}.` }],
    {
      size: 13,
      after: 6,
    },
  )
}

/** The more members, the smaller their rows: fifteen still fit on the one sheet. */
function writeMembers(sheet: Sheet, input: CertificateInput): void {
  const count = input.members.length
  const titles = ['STT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Quan hệ với chủ hộ']
  paragraph(sheet, `Danh sách thành viên của hộ (${count} người):`, { size: 13, after: 3 })
  drawTable(sheet, {
    widths: [7, 42, 14, 13, 24],
    aligns: ['center', 'left', 'center', 'center', 'left'],
    head: titles.map((text, column) => ({ text, row: 0, column })),
    rows: input.members.map((member, at) => ({
      cells: [String(at + 1), member.name, yearText(member.birthYear), sexName(member.sex), member.relation],
    })),
    size: count <= 7 ? 12 : count <= 11 ? 11 : 9.5,
  })
  sheet.y += 8
}
